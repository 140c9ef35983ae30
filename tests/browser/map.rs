//! The map: the band wound up, with every item in the process it belongs to.

use std::collections::BTreeMap;

use super::orebro;
use super::support::{DESKTOP, PHONE, PROJECTOR, Page, scenario};

/// The middle of every mark, from the middle of the wheel: item, process, and the angle from the top in sixths.
const ANGLES: &str = "(() => {
    const middle = (e) => ((r) => [r.x + r.width / 2, r.y + r.height / 2])(e.getBoundingClientRect());
    const [cx, cy] = middle(document.querySelector('.tm-arena circle'));
    return [...document.querySelectorAll('svg [data-item][data-step]')].map((e) => {
        const [x, y] = middle(e.querySelector('.tm-reach'));
        return [e.dataset.item, e.dataset.step, ((Math.atan2(x - cx, cy - y) / Math.PI * 3) + 6) % 6];
    });
})()";

#[tokio::test]
async fn every_item_has_a_mark_in_its_process() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
        let marks: Vec<(String, String, f64)> = page.js(ANGLES).await;
        assert_eq!(marks.len(), orebro::shown(|it| !it.steps.is_empty()).len());
        for (item, step, sixths) in marks {
            let (expected, ..) = orebro::STEPS[sixths as usize];
            assert_eq!(step, expected, "{item} stands in the wrong process");
        }
    })
    .await;
}

#[tokio::test]
async fn no_mark_lies_on_another_or_outside_the_drawing() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let near: Vec<String> = page
            .js("(() => {
                const all = [...document.querySelectorAll('svg [data-item]')].map((e) => [e.dataset.item, e.querySelector('.tm-reach').getBoundingClientRect()]);
                const far = (a, b) => Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
                const svg = document.querySelector('svg.tm-drawing').getBoundingClientRect();
                const out = all.filter(([, r]) => r.left < svg.left - 1 || r.right > svg.right + 1 || r.top < svg.top - 1 || r.bottom > svg.bottom + 1).map(([id]) => id + ' is outside');
                return out.concat(all.flatMap(([a, r], i) => all.slice(i + 1).filter(([, s]) => far(r, s) < 24).map(([b]) => a + ' is too near ' + b)));
            })()")
            .await;
        assert!(near.is_empty(), "{near:?}");
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_what_has_no_room_is_counted_and_opens_as_a_list() {
    scenario(PHONE, async |page| {
        page.visit("").await;
        let counts: BTreeMap<String, usize> = page
            .js("Object.fromEntries([...document.querySelectorAll('svg .tm-count[data-step]')].map((e) => [e.dataset.step, Number(e.textContent)]))")
            .await;
        assert!(!counts.is_empty(), "so many items do not fit a phone");
        for (step, ..) in orebro::STEPS {
            let all = orebro::shown(|it| it.steps.first().is_some_and(|it| it == step)).len();
            let marks = page.count(&format!("svg [data-item][data-step={step}]")).await;
            assert_eq!(marks + counts.get(step).unwrap_or(&0), all, "{step}");
        }
        page.click("svg .tm-count[data-step=mandate]").await;
        page.until_root("data-as", "list").await;
        let in_mandate = orebro::shown(|it| it.steps.iter().any(|step| step == "mandate"));
        assert_eq!(page.items("li[data-item]").await, in_mandate);
    })
    .await;
}

#[tokio::test]
async fn each_version_is_signed_on_the_band_between_process_three_and_four() {
    scenario(PROJECTOR, async |page| {
        page.visit("").await;
        let signings: Vec<(f64, f64)> = page
            .js("((c) => [...document.querySelectorAll('.tm-signing:not(.tm-coming)')].filter((e) => e.closest('.tm-drawing')).map((e) => e.getBoundingClientRect()).map((r) => [r.x + r.width / 2 - c.x - c.width / 2, r.y + r.height / 2 - c.y - c.height / 2]))(document.querySelector('.tm-arena circle').getBoundingClientRect())")
            .await;
        assert_eq!(signings.len(), 4, "2022, 2023, 2024 and 2025/26");
        assert!(signings.iter().all(|(x, y)| x.abs() < 1.0 && *y > 0.0), "straight below the middle: {signings:?}");
        assert!(signings.is_sorted_by(|a, b| a.1 < b.1), "each turn is outside the one before: {signings:?}");
        assert!(page.text("svg.tm-drawing").await.contains("2025/26"), "the signing in focus has its name");
        page.click(".tm-drawing .tm-signing:not(.tm-coming)").await;
        page.until_root("data-version", "2022").await;
    })
    .await;
}

#[tokio::test]
async fn the_six_processes_are_named_in_both_languages() {
    scenario(PROJECTOR, async |page| {
        page.visit("").await;
        assert_eq!(
            names(page).await,
            orebro::STEPS.map(|(_, swedish, _)| swedish)
        );
        page.press("English").await;
        page.until_root("lang", "en").await;
        assert_eq!(
            names(page).await,
            orebro::STEPS.map(|(.., english)| english)
        );
        page.resize(DESKTOP);
        page.until(
            "document.querySelector('textPath').textContent === '1 · Mandate'",
            "a small map has short names",
        )
        .await;
        page.press("Svenska").await;
        page.until(
            "document.querySelector('textPath').textContent === '1 · Mandat'",
            "in Swedish too",
        )
        .await;
        names(page).await;
    })
    .await;
}

/// The names round the map; each must be shorter than the line it is written on.
async fn names(page: &Page) -> Vec<String> {
    let names: Vec<(String, f64, f64)> = page
        .js("[...document.querySelectorAll('svg textPath')].map((e) => [e.textContent, e.getComputedTextLength(), document.querySelector(e.getAttribute('href')).getTotalLength()])")
        .await;
    for (name, long, room) in &names {
        assert!(long < room, "\"{name}\" is cut: {long} of {room}");
    }
    names.into_iter().map(|(name, ..)| name).collect()
}

#[tokio::test]
async fn a_click_on_a_mark_opens_all_that_the_contract_says_of_it() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.click("svg [data-item=klimatinvesteringsplan]").await;
        page.until(
            "document.querySelector('aside h2').textContent === 'Klimatinvesteringsplan'",
            "the panel has its title",
        )
        .await;
        let panel = page.text("aside").await;
        for said in [
            "3 · Samskapa en portfölj",
            "Aktivitet",
            "Pågår",
            "Uppdraget blir inte klart under 2025.",
            "aktivitetsplanen",
            "Ekonomiavdelningen, Utvecklings- och hållbarhetsavdelningen",
            "ej kvantifierat",
            "Källa: Klimatkontrakt 2030, Örebro kommun, version 2025/26, avsnitt 5.3.",
            "vår tolkning",
        ] {
            assert!(panel.contains(said), "\"{said}\" is missing in: {panel}");
        }
        assert_eq!(page.query().await, "?item=klimatinvesteringsplan");
        assert_eq!(
            page.attr("svg [data-item=klimatinvesteringsplan]", "aria-pressed")
                .await
                .as_deref(),
            Some("true")
        );
    })
    .await;
}

#[tokio::test]
async fn esc_closes_the_panel_and_gives_the_focus_back() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.click("svg [data-item=atagande-2]").await;
        page.until(
            "document.activeElement.matches('aside h2')",
            "the keyboard is at the panel's heading",
        )
        .await;
        page.keys("Tab Escape").await;
        page.until(
            "document.activeElement.dataset.item === 'atagande-2'",
            "the keyboard is back at the mark",
        )
        .await;
        assert_eq!(page.query().await, "");
        assert!(
            page.text("aside h2")
                .await
                .starts_with("Örebro kommun, version"),
            "the panel tells of the contract again"
        );
        page.keys("Enter").await;
        page.until(
            "document.activeElement.matches('aside h2')",
            "it opens again",
        )
        .await;
        page.press("Stäng").await;
        page.until(
            "document.activeElement.dataset.item === 'atagande-2'",
            "its button does as Esc",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn esc_closes_a_panel_that_the_address_opened_wherever_the_keyboard_is() {
    scenario(PHONE, async |page| {
        page.visit("?item=atagande-7").await;
        page.keys("Escape").await;
        page.until_query("").await;
        page.visit("?item=atagande-7&view=roadmap").await;
        page.click("aside .tm-summary").await;
        page.keys("Escape").await;
        page.until_query("?view=roadmap").await;
        page.until("document.activeElement.dataset.item === 'atagande-7'", "the keyboard is at the mark").await;
    })
    .await;
}

#[tokio::test]
async fn tab_reaches_the_drawing_once() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let mut stops = Vec::new();
        page.keys("Tab").await;
        while stops.len() < 60
            && page
                .js::<bool>("document.activeElement !== document.body")
                .await
        {
            stops.push(
                page.js::<bool>("Boolean(document.activeElement.closest('svg'))")
                    .await,
            );
            page.keys("Tab").await;
        }
        assert_eq!(
            stops.iter().filter(|inside| **inside).count(),
            1,
            "{stops:?}"
        );
        assert!(
            stops.len() > 10 && !stops[0],
            "the walk went round the page: {stops:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_arrows_walk_along_the_band() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.run("document.querySelector('svg [data-item][tabindex=\"0\"]').focus()")
            .await;
        let mut walk = vec![page.focused_item().await.unwrap()];
        loop {
            page.keys("ArrowRight").await;
            let next = page.focused_item().await.unwrap();
            if walk.last() == Some(&next) {
                break;
            }
            walk.push(next);
        }
        let place = |id: &String| {
            let items = orebro::items();
            let item = items.iter().find(|it| it.id == *id).expect(id);
            orebro::STEPS
                .iter()
                .position(|(step, ..)| item.steps.first().is_some_and(|it| it == step))
                .unwrap_or(6)
        };
        assert_eq!(walk.len(), orebro::items().len(), "every item once");
        assert!(
            walk.iter().map(place).is_sorted(),
            "process by process: {walk:?}"
        );
        page.keys("ArrowLeft").await;
        assert_eq!(page.focused_item().await.as_ref(), walk.iter().nth_back(1));
        page.keys("Home").await;
        assert_eq!(page.focused_item().await.as_ref(), walk.first());
        page.keys("End Enter").await;
        page.until_query(&format!("?item={}", walk.last().unwrap()))
            .await;
    })
    .await;
}

#[tokio::test]
async fn up_and_down_go_between_the_versions_and_an_unread_one_says_so() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.run("document.querySelector('svg [data-item][tabindex=\"0\"]').focus()")
            .await;
        page.keys("ArrowDown").await;
        page.until_root("data-version", "2024").await;
        let stage = page.text("main").await;
        assert!(
            stage.contains("Den här versionen är inte inläst."),
            "{stage}"
        );
        assert_eq!(
            page.count("svg [data-item]").await,
            0,
            "nothing is claimed of it"
        );
        let link = page.attr(".tm-unread a", "href").await.unwrap_or_default();
        assert_eq!(link, orebro::contract()["documents"][1]["url"]);
        page.until(
            "document.activeElement.closest('svg')",
            "the keyboard is still at the drawing",
        )
        .await;
        page.keys("ArrowDown ArrowDown ArrowDown").await;
        page.until_root("data-version", "2022").await;
        page.keys("ArrowUp ArrowUp ArrowUp").await;
        page.until_root("data-version", "2025/26").await;
        page.until(
            "document.activeElement.closest('svg')",
            "and is so afterwards",
        )
        .await;
    })
    .await;
}
