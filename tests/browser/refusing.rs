//! What cannot be opened: it is said why, in words, and what was on the screen stays there.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::opening::{FILE, found_in, open_address, rows, sample, samples, until_open};
use super::orebro;
use super::support::{DESKTOP, scenario};

#[tokio::test]
async fn every_broken_file_is_refused_and_what_was_on_screen_stays() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&item=energiplan").await;
        let before = (page.on_screen().await, page.query().await);
        page.open_dialog("Öppna kontrakt").await;
        let mut names: Vec<PathBuf> = std::fs::read_dir(samples().join("broken")).unwrap().map(|it| it.unwrap().path()).collect();
        names.sort();
        assert!(names.len() > 25);
        for file in names {
            let (name, bytes) = (file.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&file).unwrap());
            page.choose_file(FILE, &name, &bytes).await;
            page.until(&format!("document.querySelector('dialog .tm-file-name')?.textContent === '{name}'"), &format!("{name} is refused")).await;
            assert_eq!(rows(page, "dialog").await, found_in(&bytes), "{name}");
            assert_eq!((page.on_screen().await, page.query().await), before, "{name}");
            assert!(page.js::<bool>("[...document.querySelectorAll('dialog [data-issue]')].every((e) => e.querySelector('p').textContent.length > 10)").await, "{name} without a sentence");
            assert!(page.text("dialog .tm-trouble").await.contains("ligger kvar på skärmen"), "{name}");
        }
        page.keys("Escape").await;
        page.until("!document.querySelector('dialog[open]')", "the dialog can be left").await;
        assert_eq!(page.root("data-app").await.as_deref(), Some("ready"));
    })
    .await;
}

#[tokio::test]
async fn each_problem_is_told_in_both_languages_with_its_line() {
    scenario(DESKTOP, async |page| {
        page.expect_error("");
        page.site.put("many.json", sample("broken/many.json"));
        let mut said = Vec::new();
        for lang in ["sv", "en"] {
            page.open(&format!("?lang={lang}&contract=test/many.json")).await;
            page.until("document.querySelector('dialog[open] [data-issue]')", "it is refused").await;
            let rows: Vec<(String, String)> = page.js("[...document.querySelectorAll('dialog [data-issue]')].map((e) => [...e.querySelectorAll('p')].map((p) => p.textContent))").await;
            assert_eq!(rows.len(), 13);
            let line = if lang == "sv" { "rad\u{a0}" } else { "line\u{a0}" };
            assert!(rows.iter().all(|(_, place)| place.starts_with(line)), "{rows:?}");
            said.push(rows);
        }
        assert!(said[0].iter().zip(&said[1]).all(|(a, b)| a.0 != b.0), "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn a_first_contract_that_cannot_be_read_is_explained() {
    scenario(DESKTOP, async |page| {
        page.before_every_page(
            "window.told = []; addEventListener('tm:error', (e) => told.push(e.detail));",
        );
        page.site
            .put("trasig.json", sample("broken/unknown-word.json"));
        page.open("?contract=test/trasig.json").await;
        page.until_root("data-app", "error").await;
        page.until(
            "document.querySelector('dialog[open] [data-issue]')",
            "the dialog says why",
        )
        .await;
        assert_eq!(
            rows(page, "dialog").await,
            found_in(&sample("broken/unknown-word.json"))
        );
        assert_eq!(
            page.js::<Vec<Vec<String>>>("told").await,
            [["unknown-word"]]
        );
        assert!(
            !page.text("dialog").await.contains("ligger kvar"),
            "nothing was on the screen"
        );
        page.press("Örebro kommun").await;
        until_open(page, "orebro").await;
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
    })
    .await;
}

#[tokio::test]
async fn an_address_without_a_contract_is_explained_and_can_be_tried_again_where_that_may_help() {
    scenario(DESKTOP, async |page| {
        page.expect_error("");
        page.expect_requests_to(&page.other);
        page.other.put("sluten.json", orebro::TEXT);
        page.visit("").await;
        let before = page.on_screen().await;
        page.open_dialog("Öppna kontrakt").await;
        for (address, sentence, again) in [
            (page.site.url("test/page"), "leder till en webbsida", true),
            (
                page.site.url("test/missing"),
                "ingen fil på den adressen (404)",
                true,
            ),
            (
                page.site.url("test/redirect?data:application/json,{}"),
                "adress av ett annat slag",
                true,
            ),
            (page.site.url("test/huge"), "större än 32 MiB", false),
            (page.other.url("test/sluten.json"), "(CORS)", true),
            (
                "ftp://exempel.se/a.json".to_owned(),
                "ingen adress som börjar med http",
                false,
            ),
            (
                "javascript:alert(1)".to_owned(),
                "ingen adress som börjar med http",
                false,
            ),
            (
                "bara ord".to_owned(),
                "ingen adress som börjar med http",
                false,
            ),
        ] {
            open_address(page, &address).await;
            page.until(
                &format!(
                    "document.querySelector('dialog .tm-trouble')?.textContent.includes({})",
                    serde_json::json!(sentence)
                ),
                &format!("{address}: \"{sentence}\""),
            )
            .await;
            assert_eq!(
                page.text("dialog .tm-trouble")
                    .await
                    .contains("Försök igen"),
                again,
                "{address}"
            );
            assert_eq!(page.on_screen().await, before, "{address}");
            // So that the next one cannot be mistaken for it.
            page.keys("Escape").await;
            page.open_dialog("Öppna kontrakt").await;
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_network_what_was_open_stays_and_it_can_be_tried_again() {
    scenario(DESKTOP, async |page| {
        page.expect_error("test/annan.json");
        page.site.put("annan.json", sample("valid/minimal.json"));
        page.visit("").await;
        let before = page.on_screen().await;
        page.open_dialog("Öppna kontrakt").await;
        page.offline(true);
        open_address(page, &page.site.url("test/annan.json")).await;
        page.until("document.querySelector('dialog .tm-trouble')?.textContent.includes('gick inte att nå filen')", "it says that it could not be reached").await;
        assert_eq!(page.on_screen().await, before);
        page.offline(false);
        page.press("Försök igen").await;
        until_open(page, &page.site.url("test/annan.json")).await;
    })
    .await;
}

#[tokio::test]
async fn a_file_over_32_mib_is_not_read() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        page.choose_file(FILE, "stor.json", vec![b' '; 32 * 1024 * 1024 + 1]).await;
        page.until("document.querySelector('dialog .tm-trouble')?.textContent.includes('större än 32 MiB')", "it is too large").await;
        assert_eq!(page.root("data-contract").await.as_deref(), Some("orebro"));
    })
    .await;
}

#[tokio::test]
async fn trying_again_opens_what_has_come_in_the_meantime() {
    scenario(DESKTOP, async |page| {
        page.expect_error("404");
        page.open("?contract=test/snart.json&view=roadmap").await;
        page.until(
            "document.querySelector('dialog[open] .tm-trouble')",
            "there is no file yet",
        )
        .await;
        assert_eq!(page.root("data-app").await.as_deref(), Some("error"));
        page.site.put("snart.json", orebro::TEXT);
        page.press("Försök igen").await;
        until_open(page, "test/snart.json").await;
        assert_eq!(
            page.query().await,
            "?contract=test/snart.json&view=roadmap",
            "what the address asked for is shown"
        );
        assert_eq!(page.root("data-view").await.as_deref(), Some("roadmap"));
    })
    .await;
}

#[tokio::test]
async fn an_address_that_never_answers_is_given_up_after_15_seconds() {
    scenario(DESKTOP, async |page| {
        page.open("?contract=test/never").await;
        let start = Instant::now();
        page.until(
            "document.querySelector('progress:not([value])')",
            "a bar without an end shows that it waits",
        )
        .await;
        page.until(
            "document.querySelector('dialog[open] .tm-trouble')",
            "it is given up",
        )
        .await;
        let waited = start.elapsed();
        assert!(
            (Duration::from_secs(14)..Duration::from_secs(19)).contains(&waited),
            "{waited:?}"
        );
        let said = page.text("dialog .tm-trouble").await;
        assert!(
            said.contains("inte inom 15 sekunder") && said.contains("Försök igen"),
            "{said}"
        );
        assert_eq!(page.root("data-app").await.as_deref(), Some("error"));
    })
    .await;
}
