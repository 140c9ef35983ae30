//! The turns of the contract: chosen one by one, or played.

use super::support::{DESKTOP, scenario};

#[tokio::test]
async fn a_version_is_chosen() {
    scenario(DESKTOP, async |page| {
        page.visit("?item=atagande-1").await;
        page.press("2023 (dokument)").await;
        page.until_root("data-version", "2023").await;
        assert_eq!(
            page.query().await,
            "?v=2023",
            "the item is not known of this version"
        );
        assert_eq!(
            page.attr(".tm-turn[aria-pressed=true]", "class")
                .await
                .unwrap(),
            "tm-turn tm-document_only"
        );
        assert!(page.text("header").await.contains("Version 2023"));
        page.press("2025/26").await;
        page.until_root("data-version", "2025/26").await;
        assert!(
            page.text(".tm-scrubber .tm-coming")
                .await
                .contains("kommande"),
            "turns to come are named, and no buttons"
        );
        assert_eq!(page.count("button.tm-coming").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_versions_are_played_from_the_first_to_the_last() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.run("window.turns = []; new MutationObserver(() => { const v = document.getElementById('app').dataset.version; if (turns.at(-1) !== v) turns.push(v); }).observe(document.getElementById('app'), { attributeFilter: ['data-version'] })").await;
        page.press("Spela upp versionerna").await;
        page.until("document.querySelector('[aria-label=Pausa]')", "the button can pause").await;
        page.until("turns.at(-1) === '2025/26'", "the last version has come").await;
        assert_eq!(page.js::<Vec<String>>("turns").await, ["2022", "2023", "2024", "2025/26"]);
        page.until("document.querySelector('[aria-label=\"Spela upp versionerna\"]')", "then it stops").await;
        assert_eq!(page.root("data-version").await.as_deref(), Some("2025/26"));
    })
    .await;
}

#[tokio::test]
async fn playing_stops_when_the_reader_pauses_or_chooses() {
    scenario(DESKTOP, async |page| {
        page.before_every_page("window.ticking = 0; { const set = setInterval, clear = clearInterval; window.setInterval = (...a) => (ticking++, set(...a)); window.clearInterval = (id) => (ticking--, clear(id)); }");
        page.visit("?v=2022").await;
        for stop in ["Pausa", "2023 (dokument)"] {
            page.press("Spela upp versionerna").await;
            page.until("ticking === 1", "it plays").await;
            page.press(stop).await;
            page.until("ticking === 0 && document.querySelector('[aria-label=\"Spela upp versionerna\"]')", "it has stopped").await;
        }
        assert_eq!(page.root("data-version").await.as_deref(), Some("2023"));
    })
    .await;
}
