//! What changed since another version: on the map, the roadmap, their lists and in the panel.

use std::collections::BTreeMap;

use super::support::{DESKTOP, PHONE, PROJECTOR, Page, scenario};

const EXAMPLE: &str = "contract=exempelkommun";

/// What each item on the page is marked as, by its id.
async fn changes(page: &Page, selector: &str) -> BTreeMap<String, Option<String>> {
    let script = format!(
        "[...document.querySelectorAll('{selector}')].map((e) => [e.dataset.item, e.dataset.change ?? null])"
    );
    let all: Vec<(String, Option<String>)> = page.js(&script).await;
    all.into_iter().collect()
}

fn of<'c>(changes: &'c BTreeMap<String, Option<String>>, id: &str) -> Option<&'c str> {
    changes.get(id).and_then(Option::as_deref)
}

#[tokio::test]
async fn marks_and_rows_carry_their_change_and_all_views_agree() {
    scenario(PROJECTOR, async |page| {
        page.visit(&format!("?{EXAMPLE}&compare=2024")).await;
        let map = changes(page, "svg [data-item]").await;
        for (id, change) in [
            ("tatare-turer", "new"),
            ("matdata", "dropped"),
            ("solel-delning", "dropped"),
            ("klimatstyrgrupp", "done"),
            ("farre-delade-fordon", "sharpened"),
            ("vatmark", "weakened"),
            ("rattvis", "changed"),
            ("energi-bad-ishall", "split"),
            ("aterbrukscentral", "merged"),
            ("klimatinvesteringsplan", "same"),
        ] {
            assert_eq!(of(&map, id), Some(change), "{id}");
        }
        assert_eq!(of(&map, "utslapp"), None, "an indicator is of no version");
        assert!(
            !map.contains_key("gratis-kollektivtrafik-unga"),
            "what had ended before is not gone since"
        );
        page.press("Färdplan").await;
        page.until_root("data-view", "roadmap").await;
        assert_eq!(changes(page, "svg [data-item]").await, map);
        page.press("Lista").await;
        page.until_root("data-as", "list").await;
        assert_eq!(changes(page, "li[data-item]").await, map);
        assert!(
            page.text("li[data-item=matdata]")
                .await
                .contains("borttagen"),
            "a row has the word"
        );
        page.press("Karta").await;
        page.until_root("data-view", "map").await;
        assert_eq!(changes(page, "li[data-item]").await, map);
    })
    .await;
}

#[tokio::test]
async fn a_version_to_compare_with_is_chosen_and_the_sentence_sums_it_up() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}")).await;
        assert_eq!(page.count(".tm-changes").await, 0);
        page.choose("Jämför med", "2024").await;
        page.until_query(&format!("?{EXAMPLE}&compare=2024")).await;
        let sentence = page.text(".tm-since").await.replace('\u{a0}', " ");
        assert!(
            sentence.starts_with("Sedan 2024: 7 nya, 5 skärpta"),
            "{sentence}"
        );
        page.press("English").await;
        page.until_root("lang", "en").await;
        let sentence = page.text(".tm-since").await.replace('\u{a0}', " ");
        assert!(
            sentence.starts_with("Since 2024: 7 new, 5 sharpened"),
            "{sentence}"
        );
        page.visit(&format!("?{EXAMPLE}&v=2024&compare=2025/26"))
            .await;
        let sentence = page.text(".tm-since").await.replace('\u{a0}', " ");
        assert!(
            sentence.starts_with("Jämfört med 2025/26: "),
            "an earlier version is not “since” a later one: {sentence}"
        );
        page.visit(&format!("?{EXAMPLE}&compare=2024&lang=en"))
            .await;
        page.choose("Compare with", "none").await;
        page.until(
            "!document.querySelector('.tm-changes')",
            "nothing is compared",
        )
        .await;
        page.run("history.back()").await;
        page.until("document.querySelector('.tm-since')", "Back compares again")
            .await;
    })
    .await;
}

#[tokio::test]
async fn the_legend_is_a_filter_by_change() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}&compare=2024&as=list"))
            .await;
        page.press("skärpt").await;
        page.until_query(&format!("?{EXAMPLE}&as=list&compare=2024&change=sharpened"))
            .await;
        let rows = changes(page, "li[data-item]").await;
        assert_eq!(rows.len(), 5);
        assert!(rows.values().all(|it| it.as_deref() == Some("sharpened")));
        page.press("skärpt").await;
        page.until_query(&format!("?{EXAMPLE}&as=list&compare=2024"))
            .await;
    })
    .await;
}

#[tokio::test]
async fn the_panel_sets_old_beside_new_with_the_words_that_changed() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}&compare=2024&item=utslapp-territorium")).await;
        let row = ".tm-panel [data-field=target]";
        assert_eq!(page.attr(row, "data-direction").await.as_deref(), Some("sharper"));
        assert!(page.text(row).await.contains("skarpare"));
        assert!(page.count(&format!("{row} del")).await > 0 && page.count(&format!("{row} ins")).await > 0);
        page.visit(&format!("?{EXAMPLE}&compare=2024&item=rattvis")).await;
        let words: Vec<String> = page
            .js("[...document.querySelectorAll('.tm-panel [data-field=summary] :is(del, ins)')].map((e) => e.textContent)")
            .await;
        assert!(!words.is_empty(), "the words that changed are marked");
        page.visit(&format!("?{EXAMPLE}&compare=2024&item=aterbrukscentral")).await;
        let panel = page.text(".tm-panel").await;
        assert!(panel.contains("sammanslagen") && panel.contains("Kommer ur"), "{panel}");
    })
    .await;
}

#[tokio::test]
async fn what_is_gone_can_be_read_where_it_was() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}&compare=2024&item=matdata"))
            .await;
        let panel = page.text(".tm-panel").await;
        assert!(
            panel.contains("borttagen") && panel.contains("Finns bara i 2024"),
            "{panel}"
        );
        page.choose("Jämför med", "ingen").await;
        page.until_query(&format!("?{EXAMPLE}")).await;
    })
    .await;
}

#[tokio::test]
async fn against_a_document_nothing_is_claimed_and_the_document_is_linked() {
    scenario(DESKTOP, async |page| {
        page.visit("?compare=2024").await;
        let said = page.text(".tm-changes").await;
        assert!(
            said.contains("Det går inte att säga vad som har ändrats"),
            "{said}"
        );
        assert!(
            page.attr(".tm-changes a", "href")
                .await
                .unwrap()
                .ends_with("Klimatkontrakt_Orebro_2024.pdf")
        );
        assert_eq!(page.count("[data-change]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_excerpt_says_first_named_and_not_mentioned() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=umea&v=2021&compare=2020&as=list")
            .await;
        let rows = changes(page, "li[data-item]").await;
        assert_eq!(of(&rows, "ta-fram-fardplan"), Some("done"));
        assert_eq!(of(&rows, "driva-fardplan"), Some("first_named"));
        let said: Vec<&str> = rows.values().filter_map(Option::as_deref).collect();
        assert!(
            said.contains(&"not_mentioned") && !said.contains(&"new") && !said.contains(&"dropped"),
            "{said:?}"
        );
        let page_says = page.text(".tm-list").await;
        assert!(page_says.contains("först nämnd") && page_says.contains("nämns inte"));
    })
    .await;
}

#[tokio::test]
async fn a_version_without_a_document_says_where_it_is_known_from() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=boras&v=2022").await;
        let panel = page.text(".tm-panel").await;
        assert!(panel.contains("Uppgift från"), "{panel}");
        let source = page.attr(".tm-panel dl a", "href").await.unwrap();
        assert!(source.starts_with("https://"), "{source}");
    })
    .await;
}

#[tokio::test]
async fn a_label_that_the_contract_lacks_is_told() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}&compare=1066")).await;
        assert!(page.text(".tm-notice").await.contains("compare = ”1066”"));
        page.until_query(&format!("?{EXAMPLE}")).await;
    })
    .await;
}

#[tokio::test]
async fn the_legend_scrolls_on_a_phone_and_the_page_does_not() {
    scenario(PHONE, async |page| {
        page.visit(&format!("?{EXAMPLE}&compare=2024")).await;
        let wide: bool = page
            .js("document.documentElement.scrollWidth <= innerWidth")
            .await;
        assert!(wide);
    })
    .await;
}
