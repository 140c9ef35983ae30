//! The program of a first visit, and how the whole one takes its place.

use super::support::{DESKTOP, scenario};

/// Which programs have been fetched.
const FETCHED: &str = "performance.getEntriesByType('resource').map((e) => e.name.split('/').pop()).filter((it) => it.endsWith('.wasm')).map((it) => it.startsWith('whole-') ? 'whole' : 'first')";

#[tokio::test]
async fn the_map_and_the_roadmap_need_only_the_first_program() {
    scenario(DESKTOP, async |page| {
        page.visit("?item=atagande-1").await;
        page.press("Färdplan").await;
        page.until_root("data-view", "roadmap").await;
        page.press("Lista").await;
        page.until_root("data-as", "list").await;
        assert_eq!(page.js::<Vec<String>>(FETCHED).await, ["first"]);
    })
    .await;
}

#[tokio::test]
async fn the_whole_program_takes_over_in_place_when_another_view_is_chosen() {
    scenario(DESKTOP, async |page| {
        page.visit("?item=klimatinvesteringsplan&lang=en").await;
        page.run("window.told = []; document.getElementById('app').addEventListener('tm:ready', () => told.push('ready'))").await;
        page.press("Commitments").await;
        page.until("document.querySelector('.tm-weave')", "the strands are drawn").await;
        assert_eq!(page.query().await, "?view=commitments&item=klimatinvesteringsplan&lang=en");
        assert!(page.text(".tm-panel").await.contains("Climate investment plan"));
        assert_eq!(page.js::<Vec<String>>(FETCHED).await, ["first", "whole"]);
        assert_eq!(page.js::<Vec<String>>("told").await, [""; 0], "it was ready before");
        let contracts: i64 = page.js("performance.getEntriesByType('resource').filter((e) => e.name.endsWith('orebro.json')).length").await;
        assert_eq!(contracts, 1, "the contract went along");
        page.until("document.activeElement.textContent === 'Commitments'", "so did the keyboard").await;
        page.run("history.back()").await;
        page.until("document.querySelector('.tm-sector')", "Back leads to the map").await;
        assert_eq!(page.count("[data-app] .tm-page").await, 1, "there is one app on the page");
        page.press("Roadmap").await;
        page.until_query("?view=roadmap&item=klimatinvesteringsplan&lang=en").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_needs_the_whole_program_fetches_no_other() {
    scenario(DESKTOP, async |page| {
        for query in ["?view=commitments", "?compare=2024", "?contract=malmo"] {
            page.visit(query).await;
            assert_eq!(page.js::<Vec<String>>(FETCHED).await, ["whole"], "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn when_the_whole_program_cannot_be_had_the_first_stays_and_says_so() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.offline(true);
        page.press("Åtaganden").await;
        page.until(
            "document.querySelector('[role=alert]')?.textContent.includes('kunde inte hämtas')",
            "it is told",
        )
        .await;
        page.press("Karta").await;
        page.until(
            "document.querySelector('.tm-sector')",
            "the map is still there",
        )
        .await;
        page.offline(false);
        page.press("Åtaganden").await;
        page.press("Försök igen").await;
        page.until("document.querySelector('.tm-weave')", "now it has come")
            .await;
        page.expect_error("");
    })
    .await;
}
