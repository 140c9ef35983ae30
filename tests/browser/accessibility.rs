//! For everyone: what axe-core and WCAG 2.2 ask for, in every view, theme and language, on a large and a small screen.

use super::orebro;
use super::support::{DESKTOP, PHONE, Page, Screen, ZOOMED, scenario};

/// Every view as a picture and as a list.
const VIEWS: [&str; 4] = [
    "view=map",
    "view=roadmap",
    "view=map&as=list",
    "view=roadmap&as=list",
];

/// Compared with another version, in every view and form.
const COMPARED: [&str; 6] = [
    "contract=exempelkommun&compare=2024",
    "contract=exempelkommun&compare=2024&as=list",
    "contract=exempelkommun&compare=2024&view=roadmap",
    "contract=exempelkommun&compare=2024&view=roadmap&as=list",
    "contract=exempelkommun&view=commitments",
    "contract=exempelkommun&view=commitments&as=list",
];

/// The portfolio, drawn and as a list, with other axes too.
const PORTFOLIO: [&str; 4] = [
    "view=portfolio",
    "view=portfolio&as=list",
    "contract=exempelkommun&view=portfolio&rows=funding&columns=status&compare=2024",
    "contract=exempelkommun&view=portfolio&rows=lever&columns=responsible&as=list",
];

/// Handed on, and alone in another page.
const SHARED: [&str; 4] = [
    "view=share",
    "embed=1",
    "embed=1&view=portfolio&contract=lund",
    "embed=1&view=roadmap&as=list",
];

/// Several contracts, in both forms.
const SEVERAL: [&str; 2] = [
    "contract=exempelkommun,exempelkommun-norr,exempelkommun-soder&view=commitments",
    "contract=exempelkommun,exempelkommun-norr,exempelkommun-soder&view=commitments&as=list",
];

/// Lets axe-core look at every view in both languages, with nothing and with something selected, in a theme.
async fn every_view_is_accessible(screen: Screen, theme: &str) {
    scenario(screen, async |page| {
        page.prefer(&[("prefers-reduced-motion", "reduce")]);
        for view in VIEWS {
            for rest in [
                "lang=sv",
                "lang=en",
                "lang=sv&item=atagande-1",
                "lang=en&item=klimatinvesteringsplan",
            ] {
                page.visit(&format!("?{view}&{rest}{theme}")).await;
                accessible(page, &format!("{view}&{rest}{theme}")).await;
            }
        }
        for view in COMPARED {
            for rest in [
                "lang=sv&item=utslapp-territorium",
                "lang=en&change=sharpened",
            ] {
                page.visit(&format!("?{view}&{rest}{theme}")).await;
                accessible(page, &format!("{view}&{rest}{theme}")).await;
            }
        }
        for view in SHARED {
            page.visit(&format!("?{view}&lang=en{theme}")).await;
            accessible(page, &format!("{view}{theme}")).await;
        }
        for view in PORTFOLIO {
            for rest in ["lang=sv", "lang=en&item=klimatinvesteringsplan"] {
                page.visit(&format!("?{view}&{rest}{theme}")).await;
                accessible(page, &format!("{view}&{rest}{theme}")).await;
            }
        }
        // So high that the turns, which stay at the window's foot, cover nothing that could be scrolled to.
        page.resize(Screen {
            height: 6000,
            ..screen
        });
        for view in SEVERAL {
            for rest in ["lang=sv&step=portfolio", "lang=en&item=atagande-1"] {
                page.visit(&format!("?{view}&{rest}{theme}")).await;
                page.until(
                    "document.querySelectorAll('.tm-abreast li').length === 3",
                    "all are open",
                )
                .await;
                accessible(page, &format!("{view}&{rest}{theme}")).await;
            }
        }
    })
    .await;
}

/// Fails with what axe-core finds, and where that is.
async fn accessible(page: &Page, what: &str) {
    let violations = page.axe().await;
    assert!(violations.is_empty(), "{what}: {violations:#?}");
}

#[tokio::test]
async fn every_view_is_accessible_in_light() {
    every_view_is_accessible(DESKTOP, "&theme=light").await;
}

#[tokio::test]
async fn every_view_is_accessible_in_the_dark() {
    every_view_is_accessible(DESKTOP, "&theme=dark").await;
}

#[tokio::test]
async fn every_view_is_accessible_in_high_contrast() {
    every_view_is_accessible(DESKTOP, "&theme=contrast").await;
}

#[tokio::test]
async fn every_view_is_accessible_on_a_phone() {
    every_view_is_accessible(PHONE, "&theme=light").await;
}

#[tokio::test]
async fn every_view_is_accessible_on_a_phone_in_the_dark() {
    every_view_is_accessible(PHONE, "&theme=dark").await;
}

#[tokio::test]
async fn every_view_is_accessible_on_a_phone_in_high_contrast() {
    every_view_is_accessible(PHONE, "&theme=contrast").await;
}

#[tokio::test]
async fn the_pages_about_the_app_are_accessible_and_load_nothing_else() {
    scenario(DESKTOP, async |page| {
        for colours in ["light", "dark"] {
            page.prefer(&[("prefers-color-scheme", colours)]);
            for name in [
                "tillganglighet.html",
                "accessibility.html",
                "integritet.html",
                "privacy.html",
            ] {
                page.open(name).await;
                accessible(page, &format!("{name} in {colours}")).await;
            }
        }
        let mut asked: Vec<String> = page
            .site
            .requests()
            .into_iter()
            .map(|it| it.path)
            // What browsers ask for by themselves.
            .filter(|path| path != "/favicon.ico")
            .collect();
        asked.sort();
        asked.dedup();
        assert_eq!(
            asked,
            [
                "/accessibility.html",
                "/integritet.html",
                "/pages.css",
                "/privacy.html",
                "/tillganglighet.html"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn what_comes_and_goes_is_accessible() {
    scenario(DESKTOP, async |page| {
        page.expect_error("404");
        page.prefer(&[("prefers-reduced-motion", "reduce")]);
        for lang in ["sv", "en"] {
            for theme in ["light", "dark", "contrast"] {
                let query = format!("?lang={lang}&theme={theme}");
                page.visit(&format!("{query}&v=2023&step=dans&q=klimat"))
                    .await;
                accessible(
                    page,
                    &format!("{query} with a notice, a filter and an unread version"),
                )
                .await;
                page.press(if lang == "sv" {
                    "Öppna kontrakt"
                } else {
                    "Open a contract"
                })
                .await;
                page.until(
                    "document.querySelector('dialog[open] .tm-choices')",
                    "the dialog is there",
                )
                .await;
                accessible(page, &format!("{query} with the dialog")).await;
                let broken = std::fs::read(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/tests/samples/broken/many.json"
                ))
                .unwrap();
                page.choose_file("dialog input[type=file]", "many.json", broken)
                    .await;
                page.until(
                    "document.querySelector('dialog [data-issue]')",
                    "a file was refused",
                )
                .await;
                accessible(page, &format!("{query} with a refused file")).await;
                page.open(&format!("{query}&contract=finns-inte")).await;
                page.until(
                    "document.querySelector('dialog[open] .tm-trouble')",
                    "an address was in vain",
                )
                .await;
                accessible(page, &format!("{query} with nothing open")).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_is_wider_than_the_narrowest_screen() {
    scenario(ZOOMED, async |page| {
        let wider = "[document.documentElement.scrollWidth, ...[...document.querySelectorAll('dialog[open], dialog[open] *, aside, .tm-view, .tm-list, header, svg.tm-drawing')].map((e) => Math.floor(e.getBoundingClientRect().right))]";
        for view in VIEWS {
            for rest in ["lang=sv", "lang=en&item=utslapp", "v=2023&step=dans"] {
                page.visit(&format!("?{view}&{rest}")).await;
                let edges: Vec<u32> = page.js(wider).await;
                assert!(edges.iter().all(|edge| *edge <= ZOOMED.width), "{view}&{rest}: {edges:?}");
            }
        }
        page.open_dialog("Öppna kontrakt").await;
        page.until("document.querySelector('dialog[open] .tm-choices')", "the dialog is there").await;
        page.choose_file("dialog input[type=file]", "ett-mycket-långt-filnamn-utan-mellanslag-som-inte-får-plats.json", "{").await;
        page.until("document.querySelector('dialog [data-issue]')", "a file was refused").await;
        let edges: Vec<u32> = page.js(wider).await;
        assert!(edges.iter().all(|edge| *edge <= ZOOMED.width), "the dialog: {edges:?}");
    })
    .await;
}

#[tokio::test]
async fn on_the_narrowest_screen_nothing_covers_what_the_keyboard_is_at() {
    scenario(ZOOMED, async |page| {
        let covered = "((e) => e === document.body ? null : ((r) => { const at = document.elementFromPoint(Math.min(Math.max(r.x + r.width / 2, 1), innerWidth - 2), r.y + Math.min(r.height / 2, 20)); return e.contains(at) || at?.contains(e) ? null : `${e.localName} ${e.getAttribute('aria-label') ?? e.innerText} is under ${at?.className}`; })(e.getBoundingClientRect()))(document.activeElement)";
        for query in ["?as=list&step=action", "?view=roadmap"] {
            page.visit(query).await;
            for _ in 0..30 {
                page.keys("Tab").await;
                assert_eq!(page.js::<Option<String>>(covered).await, None, "{query}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_pressed_is_large_enough_for_a_finger() {
    for screen in [DESKTOP, PHONE] {
        scenario(screen, async |page| {
            let several = format!("?{}&item=atagande-1", SEVERAL[0]);
            for query in ["?item=atagande-1", "?view=roadmap", "?as=list&q=klimat&step=dans", &several] {
                page.visit(query).await;
                page.open_dialog("Öppna kontrakt").await;
                page.until("document.querySelector('dialog[open] .tm-choices')", "the dialog is there").await;
                let small: Vec<String> = page
                    .js("[...document.querySelectorAll('button, select, input, textarea, summary, nav a')].filter((e) => e.getClientRects().length).map((e) => [e, (['file', 'checkbox'].includes(e.type) ? e.closest('label') : e).getBoundingClientRect()]).filter(([, r]) => r.height < 43.5 || r.width < 43.5).map(([e, r]) => `${e.localName} \"${e.textContent || e.ariaLabel || e.type}\" ${r.width}×${r.height}`)")
                    .await;
                assert!(small.is_empty(), "{query}: {small:#?}");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn each_text_says_its_language() {
    scenario(DESKTOP, async |page| {
        let mut contract = orebro::contract();
        contract["translations"] =
            serde_json::json!({ "en": { "energiplan": { "title": "Energy plan" } } });
        page.site.put("svensk.json", contract.to_string());
        page.visit("?contract=test/svensk.json&as=list&lang=en&item=energiplan")
            .await;
        assert_eq!(page.attr("html", "lang").await.as_deref(), Some("en"));
        let lang_of = |selector: &str| {
            format!("document.querySelector(\"{selector}\").closest('[lang]').lang")
        };
        for (selector, lang) in [
            ("aside h2", "en"),
            ("aside .tm-summary", "sv"),
            ("li[data-item=energiplan] h4 span", "en"),
            ("li[data-item=energiplan] > p[lang]", "sv"),
            ("li[data-item=atagande-1] h4 span", "sv"),
            ("aside dt", "en"),
        ] {
            assert_eq!(
                page.js::<String>(&lang_of(selector)).await,
                lang,
                "{selector}"
            );
        }
        page.press("Svenska").await;
        page.until(
            "document.documentElement.lang === 'sv'",
            "the app speaks Swedish",
        )
        .await;
        assert_eq!(
            page.js::<String>(&lang_of("header button[lang]")).await,
            "en",
            "the name of a language is in it"
        );
    })
    .await;
}

#[tokio::test]
async fn the_page_has_landmarks_headings_and_a_way_past_the_header() {
    scenario(DESKTOP, async |page| {
        for view in VIEWS {
            page.visit(&format!("?{view}&item=atagande-1")).await;
            for landmark in ["header", "nav[aria-label]", "main", "aside[aria-label]", "[role=search]"] {
                assert_eq!(page.count(landmark).await, 1, "{view}: {landmark}");
            }
            let levels: Vec<u8> = page.js("[...document.querySelectorAll('h1, h2, h3, h4')].filter((e) => e.getClientRects().length).map((e) => Number(e.localName[1]))").await;
            assert!(levels[0] == 1 && levels.windows(2).all(|it| it[1] <= it[0] + 1), "{view}: {levels:?}");
        }
        page.keys("Tab").await;
        assert_eq!(page.focused().await, "a Hoppa till innehållet");
        page.keys("Enter").await;
        page.until("document.activeElement.matches('main') || location.hash === '#tm-main'", "the header is passed").await;
        page.keys("Tab").await;
        assert_eq!(page.js::<String>("document.activeElement.type").await, "search");
    })
    .await;
}

#[tokio::test]
async fn each_mark_says_what_it_is() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let names: std::collections::BTreeMap<String, String> = page.js("Object.fromEntries([...document.querySelectorAll('svg [data-item]')].map((e) => [e.dataset.item, e.getAttribute('aria-label')]))").await;
        for item in orebro::items() {
            assert!(names[&item.id].starts_with(item.text("title")), "{}: {}", item.id, names[&item.id]);
        }
        let said = names["energiplan"].strip_prefix("Energiplan för Örebro kommun");
        assert_eq!(said, Some(", aktivitet, beslutat, Samskapa en portfölj, 2026\u{a0}– slut\u{a0}ej\u{a0}angivet"));
        let name = page.attr("svg.tm-drawing", "aria-label").await.unwrap_or_default();
        assert_eq!(name, "Karta: Örebro kommun, version 2025/26");
        let forced = [("forced-colors", "active")];
        page.prefer(&forced);
        let seen: bool = page.js("((s) => s.fill !== 'rgba(0, 0, 0, 0)' && s.stroke !== s.fill)(getComputedStyle(document.querySelector('svg [data-kind=action] .tm-shape')))").await;
        assert!(seen, "with the system's own colours, too");
    })
    .await;
}

/// A table that has come is asked about in the dialog: its columns, its doubts, and whose it is.
#[tokio::test]
async fn a_table_that_has_come_is_accessible() {
    scenario(DESKTOP, async |page| {
        page.prefer(&[("prefers-reduced-motion", "reduce")]);
        for theme in ["light", "dark"] {
            page.visit(&format!("?theme={theme}")).await;
            page.open_dialog("Öppna kontrakt").await;
            let table = super::opening::sample("tables/helsingborg-actions.csv");
            page.choose_file(super::opening::FILE, "tabell.csv", table)
                .await;
            page.until(
                "document.activeElement.matches('.tm-taking h3')",
                "the keyboard is at the table",
            )
            .await;
            page.run("document.querySelector('.tm-taking details').open = true")
                .await;
            accessible(page, &format!("a table, {theme}")).await;
        }
    })
    .await;
}
