//! The address: what a colleague gets who is sent it.

use super::orebro;
use super::support::{DESKTOP, PROJECTOR, Page, scenario};

/// What each parameter brings back, as JavaScript that must be true.
const PARAMETERS: [(&str, &str); 13] = [
    (
        "contract=test/kopia.json",
        "root.dataset.contract === 'test/kopia.json' && document.querySelector('h1').textContent.includes('Örebro kommun')",
    ),
    (
        "view=roadmap",
        "document.querySelector('nav [aria-current]').textContent === 'Färdplan'",
    ),
    (
        "as=list",
        "document.querySelectorAll('li[data-item]').length > 50",
    ),
    (
        "v=2023",
        "document.querySelector('.tm-turn[aria-pressed=true]').textContent.startsWith('2023')",
    ),
    (
        "step=learning",
        "select('Process') === '5 · Lär och reflektera' && ghosts.length > 0 && ghosts.every((e) => e.dataset.step !== 'learning')",
    ),
    (
        "item=atagande-3",
        "document.querySelector('aside h2').textContent === titles['atagande-3'] && marked === 'atagande-3'",
    ),
    ("focus=energi", "select('Fokusområde') === 'Energi'"),
    ("party=viable-cities", "select('Part') === 'Viable Cities'"),
    (
        "q=energi",
        "document.querySelector('input[type=search]').value === 'energi' && ghosts.length > 0",
    ),
    (
        "view=roadmap&from=2025&to=2027",
        "[...document.querySelectorAll('.tm-tick-name')].map((e) => e.textContent).join() === '2025,2026,2027,2028'",
    ),
    (
        "lang=en",
        "document.documentElement.lang === 'en' && document.querySelector('nav [aria-current]').textContent === 'Map'",
    ),
    (
        "theme=dark",
        "root.dataset.theme === 'dark' && getComputedStyle(root).backgroundColor === 'rgb(20, 23, 27)'",
    ),
    (
        "theme=contrast",
        "root.dataset.theme === 'contrast' && getComputedStyle(root).backgroundColor === 'rgb(255, 255, 255)'",
    ),
];

/// What is asked of the page in [`PARAMETERS`], in its words.
fn with_words(expression: &str) -> String {
    let titles: serde_json::Map<String, serde_json::Value> = orebro::items()
        .iter()
        .map(|it| (it.id.clone(), it.json["title"].clone()))
        .collect();
    let titles = serde_json::Value::Object(titles);
    format!(
        "(() => {{
            const root = document.getElementById('app'), titles = {titles};
            const ghosts = [...document.querySelectorAll('svg [data-item][aria-hidden=true]')];
            const marked = document.querySelector('svg [data-item][aria-pressed=true]')?.dataset.item;
            const select = (label) => [...document.querySelectorAll('label')].find((e) => e.firstElementChild.textContent === label).querySelector('select').selectedOptions[0].textContent;
            return {expression};
        }})()"
    )
}

#[tokio::test]
async fn every_parameter_is_there_again_after_a_reload() {
    scenario(DESKTOP, async |page| {
        page.site.put("kopia.json", orebro::TEXT);
        for (parameter, expected) in PARAMETERS {
            page.visit(&format!("?{parameter}")).await;
            page.until(
                &with_words(expected),
                &format!("the page shows {parameter}"),
            )
            .await;
            page.reload().await;
            page.wait_ready().await;
            page.until(
                &with_words(expected),
                &format!("and does after a reload: {parameter}"),
            )
            .await;
            assert_eq!(page.query().await, format!("?{parameter}"));
            assert_eq!(page.text("[role=status]").await, "", "without a notice");
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_reader_does_is_in_the_address() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.press("Färdplan").await;
        page.choose("Process", "3 · Samskapa en portfölj").await;
        page.choose("Färger", "Mörkt").await;
        page.until_still().await;
        page.click("svg [data-item=energiplan]").await;
        page.press("Lista").await;
        page.press("English").await;
        page.choose("Focus area", "Energy").await;
        page.write("input[type=search]", "plan & mål").await;
        page.until_query("?view=roadmap&as=list&step=portfolio&item=energiplan&focus=energi&q=plan%20%26%20m%C3%A5l&lang=en&theme=dark").await;
        page.reload().await;
        page.wait_ready().await;
        assert_eq!(page.field("Search").await.prop("value").await.unwrap().as_deref(), Some("plan & mål"));
    })
    .await;
}

#[tokio::test]
async fn a_bad_value_gives_a_notice_and_nothing_breaks() {
    scenario(PROJECTOR, async |page| {
        for (query, parameter, value) in [
            ("?view=himlen", "view", "himlen"),
            ("?as=film", "as", "film"),
            ("?v=1999", "v", "1999"),
            ("?step=dans", "step", "dans"),
            ("?item=finns-inte", "item", "finns-inte"),
            ("?focus=rymden", "focus", "rymden"),
            ("?party=ingen", "party", "ingen"),
            ("?from=igår", "from", "igår"),
            ("?to=99999", "to", "99999"),
            ("?from=2040&to=2030", "from", "2040"),
            ("?lang=fi", "lang", "fi"),
            ("?theme=rosa", "theme", "rosa"),
            ("?q=%FF", "q", "%FF"),
            (
                "?contract=javascript:alert(1)",
                "contract",
                "javascript:alert(1)",
            ),
            ("?lang=sv&lang=en", "lang", "en"),
        ] {
            page.visit(query).await;
            let notice = page.text(".tm-notice").await;
            assert!(
                notice.contains(&format!("{parameter} = ”{value}”")),
                "{query}: {notice}"
            );
            assert_eq!(
                page.items("svg [data-item]:not([aria-hidden])").await,
                orebro::shown(|_| true),
                "{query}"
            );
            assert_eq!(page.query().await, "", "what is not used is not kept");
        }
        page.press("Stäng").await;
        page.until(
            "!document.querySelector('.tm-notice')",
            "the notice can be put away",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_go_through_what_was_done() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.press("Färdplan").await;
        page.until_still().await;
        page.click("svg [data-item=koncern-neutral]").await;
        page.press("Lista").await;
        page.press("2024 (dokument)").await;
        page.press("English").await;
        let steps = [
            "",
            "?view=roadmap",
            "?view=roadmap&item=koncern-neutral",
            "?view=roadmap&as=list&item=koncern-neutral",
            "?view=roadmap&as=list&v=2024",
            "?view=roadmap&as=list&v=2024&lang=en",
        ];
        page.until_query(steps[5]).await;
        for step in steps.iter().rev().skip(1) {
            page.client.back().await.unwrap();
            shows(page, step).await;
        }
        for step in &steps[1..] {
            page.client.forward().await.unwrap();
            shows(page, step).await;
        }
    })
    .await;
}

/// Waits until the address says this, and the page what the address says.
async fn shows(page: &Page, query: &str) {
    page.until_query(query).await;
    let expected = "((p, root) => root.dataset.view === (p.get('view') ?? 'map') && root.dataset.as === (p.get('as') ?? 'graphic') && root.lang === (p.get('lang') ?? 'sv') && root.dataset.version === (p.get('v') ?? '2025/26') && Boolean(document.querySelector('aside .tm-tags')) === p.has('item'))(new URLSearchParams(location.search), document.getElementById('app'))";
    page.until(expected, &format!("the page shows {query}"))
        .await;
}

#[tokio::test]
async fn what_others_have_put_in_the_address_stays_there() {
    scenario(DESKTOP, async |page| {
        page.visit("?utm_source=brev&view=roadmap&x=%C3%A5+b&flagga#avsnitt")
            .await;
        page.press("Karta").await;
        page.until_root("data-view", "map").await;
        page.press("English").await;
        page.until(
            "document.documentElement.lang === 'en'",
            "the language has changed",
        )
        .await;
        let rest: String = page.js("location.search + location.hash").await;
        assert_eq!(rest, "?lang=en&utm_source=brev&x=%C3%A5+b&flagga#avsnitt");
        assert!(
            page.attr("nav a:not([aria-current])", "href")
                .await
                .unwrap()
                .contains("utm_source=brev"),
            "links keep it too"
        );
    })
    .await;
}

#[tokio::test]
async fn typing_and_zooming_do_not_bury_the_way_back() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        let before: usize = page.js("history.length").await;
        page.write("input[type=search]", "klimat").await;
        page.until(
            "location.search.includes('q=klimat')",
            "the search is in the address",
        )
        .await;
        assert_eq!(
            page.js::<String>("document.activeElement.type").await,
            "search",
            "the reader can type on"
        );
        page.press("Zooma in").await;
        page.until("location.search.includes('from=')", "the years are too")
            .await;
        assert_eq!(page.js::<usize>("history.length").await, before);
    })
    .await;
}
