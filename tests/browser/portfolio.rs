//! The portfolio: two axes, what is thin, what is missing, and what hangs together.

use super::support::{DESKTOP, PHONE, PROJECTOR, scenario};

/// The items of the marks or of the entries, each once, sorted.
const ITEMS: &str = "[...new Set([...document.querySelectorAll('.tm-grid [data-item], .tm-portfolio-list [data-item]')].map((e) => e.dataset.item))].sort()";

#[tokio::test]
async fn every_commitment_measure_and_action_lies_in_the_grid_and_in_its_list() {
    scenario(PROJECTOR, async |page| {
        for contract in ["orebro", "exempelkommun"] {
            page.visit(&format!("?contract={contract}&view=portfolio")).await;
            let drawn: Vec<String> = page.js(ITEMS).await;
            assert!(drawn.len() > 25, "{}", drawn.len());
            let kinds: Vec<String> = page
                .js("[...new Set([...document.querySelectorAll('.tm-grid [data-item]')].map((e) => e.dataset.kind))].sort()")
                .await;
            assert_eq!(kinds, ["action", "commitment", "measure"]);
            page.press("Lista").await;
            page.until_root("data-as", "list").await;
            let told: Vec<String> = page.js(ITEMS).await;
            assert_eq!(told, drawn, "{contract}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_empty_is_as_plain_as_what_is_full() {
    scenario(PROJECTOR, async |page| {
        page.visit("?view=portfolio").await;
        let said = page.text(".tm-thin").await;
        assert!(said.contains("Inga insatser: Livsmedel och jordbruk."), "{said}");
        let holes = page.count(".tm-grid .tm-ground .tm-hole").await;
        assert!(said.contains(&format!("{holes} av 42 rutor är tomma.")), "{said}");
        assert_eq!(page.count(".tm-grid .tm-hole-name").await, holes, "each says so");
        page.press("Lista").await;
        page.until_root("data-as", "list").await;
        let empty: usize = page
            .js("[...document.querySelectorAll('.tm-list .tm-figures td')].filter((e) => e.textContent === 'tomt').length")
            .await;
        assert_eq!(empty, holes, "the table of the list has them too");
        assert_eq!(page.count(".tm-list .tm-section").await, 7, "and a heading for each row");
    })
    .await;
}

#[tokio::test]
async fn rows_columns_and_order_are_chosen_and_are_in_the_address() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=exempelkommun&view=portfolio&as=list").await;
        page.choose("Rader", "Läge").await;
        page.until_query("?contract=exempelkommun&view=portfolio&as=list&rows=status").await;
        let heading = "document.querySelector('.tm-list h3').textContent";
        page.until(&format!("{heading}.startsWith('Planerat (')"), "by status").await;
        page.choose("Kolumner", "Läge").await;
        page.until_query("?contract=exempelkommun&view=portfolio&as=list&rows=process&columns=status").await;
        page.choose("Ordning", "Kostnad").await;
        page.until_query("?contract=exempelkommun&view=portfolio&as=list&rows=process&columns=status&sort=cost").await;
        page.choose("Rader", "Finansiär").await;
        page.until(&format!("{heading}.startsWith('Exempelkommun (')"), "by funder").await;
        let first: Vec<String> = page
            .js("[...document.querySelector('.tm-section').querySelectorAll('[data-item]')].map((e) => e.dataset.item)")
            .await;
        assert_eq!(first[0], "tunga-fordon", "the dearest first: {first:?}");
        page.js::<()>("history.back()").await;
        page.until(&format!("!{heading}.startsWith('Exempelkommun (')"), "Back undoes it").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_selected_shows_what_it_builds_on_and_what_shares_its_commitment() {
    scenario(PROJECTOR, async |page| {
        page.visit("?view=portfolio").await;
        assert_eq!(page.count(".tm-tie").await, 0);
        page.click(".tm-grid [data-item=klimatinvesteringsplan]")
            .await;
        page.until(
            "document.querySelectorAll('.tm-ties .tm-tie').length > 2",
            "the lines are drawn",
        )
        .await;
        assert_eq!(
            page.count(".tm-ties .tm-tie-needs").await,
            1,
            "it builds on one"
        );
        assert_eq!(
            page.count(".tm-ties .tm-tie-head").await,
            1,
            "to which an arrow leads"
        );
        let needed = page
            .attr(".tm-grid .tm-mark[data-item=kip-arbetsgrupp]", "aria-label")
            .await
            .unwrap();
        assert!(needed.contains("Bygger på"), "{needed}");
        assert!(page.text(".tm-legend").await.contains("samma åtagande"));
        assert_eq!(
            page.query().await,
            "?view=portfolio&item=klimatinvesteringsplan"
        );
        page.press("Lista").await;
        page.until_root("data-as", "list").await;
        let told = page
            .text(".tm-list [data-item=klimatinvesteringsplan]")
            .await;
        assert!(
            told.contains("Bygger på: Arbetsgrupp för klimatinvesteringsplanering"),
            "{told}"
        );
        assert!(told.contains("Delar åtagande med: "), "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_figure_of_what_is_stated_opens_the_list_of_what_is_missing_and_why() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=exempelkommun&view=portfolio").await;
        let known = page.attr("[data-coverage=effect]", "data-known").await;
        let total = page.attr("[data-coverage=effect]", "data-total").await;
        assert_eq!(
            (known.as_deref(), total.as_deref()),
            (Some("11"), Some("16"))
        );
        let row = "document.querySelector('[data-coverage=effect] + .tm-missing')";
        page.js::<()>(&format!("{row}.querySelector('summary').click()"))
            .await;
        let lines: Vec<String> = page
            .js(&format!(
                "[...{row}.querySelectorAll('li')].map((e) => e.textContent)"
            ))
            .await;
        assert_eq!(lines.len(), 5);
        assert!(
            lines
                .iter()
                .any(|it| it.contains("En analys minskar inga utsläpp i sig.")),
            "in the contract's words: {lines:?}"
        );
        page.js::<()>(&format!("{row}.querySelector('li button').click()"))
            .await;
        page.until("location.search.includes('item=')", "it leads to the item")
            .await;
        page.keys("Escape").await;
        page.until(
            "document.querySelectorAll('.tm-stated .tm-figures thead th').length === 4",
            "each version has its figures",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn the_portfolio_is_walked_with_the_arrow_keys() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=portfolio").await;
        page.js::<()>("document.querySelector('.tm-grid .tm-mark[tabindex=\"0\"]').focus()")
            .await;
        assert_eq!(
            page.count(".tm-grid .tm-mark[tabindex='0']").await,
            1,
            "Tab reaches it once"
        );
        let at = "[+document.activeElement.dataset.row, +document.activeElement.dataset.column]";
        let first: (usize, usize) = page.js(at).await;
        page.keys("ArrowRight").await;
        let right: (usize, usize) = page.js(at).await;
        assert!(
            right.0 == first.0 && right.1 > first.1,
            "{first:?} {right:?}"
        );
        page.keys("ArrowDown").await;
        let down: (usize, usize) = page.js(at).await;
        assert!(down.0 > right.0, "{down:?}");
        page.keys("Enter").await;
        page.until(
            "document.activeElement.matches('aside h2')",
            "the panel has the keyboard",
        )
        .await;
        page.keys("Escape").await;
        page.until(
            "document.activeElement.closest('.tm-grid') !== null",
            "and gives it back",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn filters_hold_in_the_portfolio_and_the_page_never_scrolls_sideways() {
    scenario(PHONE, async |page| {
        for rest in [
            "",
            "&rows=lever&columns=status",
            "&rows=responsible&columns=lever",
            "&as=list",
        ] {
            page.visit(&format!("?view=portfolio&focus=energi{rest}"))
                .await;
            let items: Vec<String> = page.js(ITEMS).await;
            assert!(!items.is_empty() && items.len() < 6, "{items:?}");
            let sideways: bool = page
                .js("document.documentElement.scrollWidth > innerWidth")
                .await;
            assert!(!sideways, "{rest}");
        }
    })
    .await;
}
