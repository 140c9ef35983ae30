//! The commitments through the versions, drawn and as a list.

use super::support::{DESKTOP, PHONE, PROJECTOR, scenario};

const EXAMPLE: &str = "contract=exempelkommun&view=commitments";

#[tokio::test]
async fn every_promise_is_a_strand_with_a_knot_in_each_version_that_has_it() {
    scenario(PROJECTOR, async |page| {
        page.visit(&format!("?{EXAMPLE}")).await;
        let knots: Vec<(String, String, Option<String>)> = page
            .js("[...document.querySelectorAll('.tm-knot')].map((e) => [e.dataset.item, e.dataset.version, e.dataset.change ?? null])")
            .await;
        let of = |id: &str| -> Vec<(&str, Option<&str>)> {
            knots.iter().filter(|it| it.0 == id).map(|it| (it.1.as_str(), it.2.as_deref())).collect()
        };
        assert_eq!(
            of("klimatstyrgrupp"),
            [("2023", Some("new")), ("2024", Some("same")), ("2025/26", Some("done"))]
        );
        assert_eq!(of("fossilfri-fordonsflotta"), [("2022", None), ("2023", Some("same"))]);
        assert_eq!(page.count(".tm-ties path").await, 7, "what was split, merged and followed on");
        assert_eq!(page.attr("[data-ends=internpris-resor]", "data-change").await.as_deref(), Some("dropped"));
        let twin: Vec<(String, String, Option<String>)> = {
            page.press("Lista").await;
            page.until_root("data-as", "list").await;
            page.js("[...document.querySelectorAll('.tm-knots [data-item]')].map((e) => [e.dataset.item, e.dataset.version, e.dataset.change ?? null])").await
        };
        let sorted = |mut list: Vec<(String, String, Option<String>)>| {
            list.sort();
            list
        };
        assert_eq!(sorted(twin), sorted(knots), "the list says the same");
        assert!(page.text(".tm-list").await.contains("Kommer ur: Fossilfri fordonsflotta"));
    })
    .await;
}

#[tokio::test]
async fn strands_are_grouped_by_party_process_or_focus_area() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}&as=list")).await;
        let headings = async || -> Vec<String> {
            page.js("[...document.querySelectorAll('.tm-list h3')].map((e) => e.textContent)")
                .await
        };
        assert!(headings().await[0].starts_with("Exempelkommun ("));
        page.choose("Gruppera efter", "Fokusområde").await;
        page.until_query(&format!(
            "?{}&group=focus",
            "contract=exempelkommun&view=commitments&as=list"
        ))
        .await;
        assert!(headings().await[0].starts_with("Resor och transporter ("));
        page.choose("Gruppera efter", "Utvecklingsprocess").await;
        page.until(
            "document.querySelector('.tm-list h3').textContent.startsWith('Styrning')",
            "by process",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_knot_opens_its_promise_in_its_version() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}")).await;
        page.click(".tm-knot[data-item=klimatinvesteringsplan][data-version='2023'] .tm-body").await;
        page.until_root("data-version", "2023").await;
        let panel = page.text(".tm-panel").await;
        assert!(panel.contains("Klimatinvesteringsplan") && panel.contains("försvagad") && panel.contains("Jämfört med 2022"), "{panel}");
        page.keys("Escape").await;
        page.until(
            "document.activeElement.dataset.item === 'klimatinvesteringsplan' && document.activeElement.dataset.version === '2023'",
            "the keyboard is back at the knot",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn the_arrows_walk_along_and_between_the_strands() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}")).await;
        page.run("document.querySelector('.tm-knot[data-item=klimatinvesteringsplan][data-version=\"2024\"]').focus()").await;
        let at = async || -> (String, String) {
            page.js("[document.activeElement.dataset.item, document.activeElement.dataset.version]").await
        };
        page.keys("ArrowLeft").await;
        assert_eq!(at().await, ("klimatinvesteringsplan".into(), "2023".into()));
        page.keys("ArrowRight ArrowRight").await;
        assert_eq!(at().await, ("klimatinvesteringsplan".into(), "2025/26".into()));
        page.keys("ArrowDown").await;
        assert_eq!(at().await.1, "2025/26");
        page.keys("ArrowUp").await;
        assert_eq!(at().await, ("klimatinvesteringsplan".into(), "2025/26".into()));
        page.keys("Enter").await;
        page.until("document.querySelector('.tm-panel h2').textContent === 'Klimatinvesteringsplan'", "it is open").await;
        let reachable: i64 = page.js("document.querySelectorAll('.tm-weave [tabindex=\"0\"]').length").await;
        assert_eq!(reachable, 1, "Tab reaches the strands once");
    })
    .await;
}

#[tokio::test]
async fn playing_the_versions_walks_the_strands() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}&v=2022")).await;
        let ahead: i64 = page
            .js("document.querySelectorAll('.tm-knot.tm-ahead').length")
            .await;
        assert!(ahead > 0, "what is to come is faint");
        page.press("2025/26").await;
        page.until(
            "!document.querySelector('.tm-knot.tm-ahead')",
            "all is walked",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn lessons_stand_between_the_versions() {
    scenario(DESKTOP, async |page| {
        page.visit(&format!("?{EXAMPLE}")).await;
        let between: Vec<String> = page
            .js("[...document.querySelectorAll('.tm-lesson-column h4')].map((e) => e.textContent)")
            .await;
        assert_eq!(
            between,
            ["2022", "2022 → 2023", "2023 → 2024", "2024 → 2025/26"]
        );
        assert!(page.count("[data-kind=lesson]").await >= 7);
        page.click(".tm-lesson-column:last-child .tm-link").await;
        page.until(
            "document.querySelector('.tm-panel .tm-tags').textContent.includes('Lärdom')",
            "the lesson is open",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn versions_that_are_not_read_are_said_to_be_so_and_numbers_without_text_too() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=commitments").await;
        let heads = page.text(".tm-version-heads").await;
        assert_eq!(heads.matches("ej inläst").count(), 3, "{heads}");
        let said = page.text("body").await;
        assert!(said.contains("Gemensamma åtaganden med nummer 4, 5, 6: ej inläst"));
        assert_eq!(
            page.count("[data-change]").await,
            0,
            "nothing is claimed against a document"
        );
    })
    .await;
}

#[tokio::test]
async fn strands_fit_a_phone() {
    scenario(PHONE, async |page| {
        page.visit(&format!("?{EXAMPLE}")).await;
        let wide: bool = page
            .js("document.documentElement.scrollWidth <= innerWidth")
            .await;
        assert!(wide);
        assert!(page.count(".tm-knot").await > 40);
    })
    .await;
}
