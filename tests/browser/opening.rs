//! The ways to open a contract.

use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use transition_map::contract::{Problem, decode, open};

use super::orebro;
use super::support::{DESKTOP, Page, scenario};

/// The field for a file.
pub const FILE: &str = "dialog input[type=file]";

/// A sample file of tests/samples.
pub fn sample(name: &str) -> Vec<u8> {
    std::fs::read(samples().join(name)).expect(name)
}

/// The folder of the sample files.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")
}

/// What is found in a file: codes and paths, sorted.
pub fn found_in(bytes: &[u8]) -> Vec<(String, String)> {
    let problems = match decode(bytes).and_then(open) {
        Ok(opened) => opened.problems,
        Err(problems) => problems,
    };
    let row = |it: &Problem| (it.code.as_str().to_owned(), it.path.clone());
    let mut rows: Vec<_> = problems.iter().map(row).collect();
    rows.sort();
    rows
}

/// The rows of problems in a part of the page, sorted.
pub async fn rows(page: &Page, part: &str) -> Vec<(String, String)> {
    let rows = format!(
        "[...document.querySelectorAll('{part} [data-issue]')].map((e) => [e.dataset.issue, e.dataset.path])"
    );
    let mut rows: Vec<(String, String)> = page.js(&rows).await;
    rows.sort();
    rows
}

/// Opens the address by the dialog.
pub async fn open_address(page: &Page, address: &str) {
    let field = page.field("Adress till en kontraktsfil").await;
    field.clear().await.unwrap();
    let enter = char::from(Key::Enter);
    field.send_keys(&format!("{address}{enter}")).await.unwrap();
}

/// Waits until another contract is open than before, and the dialog is gone.
pub async fn until_open(page: &Page, contract: &str) {
    page.until_root("data-contract", contract).await;
    page.until(
        "!document.querySelector('dialog[open]')",
        "the dialog is closed",
    )
    .await;
    page.until_root("data-app", "ready").await;
}

#[tokio::test]
async fn a_built_in_contract_is_opened_by_its_name() {
    scenario(DESKTOP, async |page| {
        page.site.put("annan.json", sample("valid/minimal.json"));
        page.visit("?contract=test/annan.json&lang=en&theme=dark")
            .await;
        assert!(page.text("h1").await.starts_with("Exempelkommun"));
        page.open_dialog("Open a contract").await;
        page.press("Örebro kommun").await;
        until_open(page, "orebro").await;
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
        assert_eq!(
            page.query().await,
            "?lang=en&theme=dark",
            "how the app speaks and looks is the reader's"
        );
        page.client.back().await.unwrap();
        page.until(
            "document.querySelector('h1').textContent.startsWith('Exempelkommun')",
            "Back opens the one before",
        )
        .await;
        assert_eq!(
            page.root("data-contract").await.as_deref(),
            Some("test/annan.json")
        );
    })
    .await;
}

#[tokio::test]
async fn a_contract_of_another_host_is_opened_by_its_address() {
    scenario(DESKTOP, async |page| {
        page.expect_requests_to(&page.other);
        page.other.put("örebro 1.json", orebro::TEXT);
        let address = page.other.url("cors/%C3%B6rebro%201.json?a=1,2");
        page.visit("?item=atagande-1").await;
        page.open_dialog("Öppna kontrakt").await;
        open_address(page, &address).await;
        page.until(
            "document.getElementById('app').dataset.contract.startsWith('http')",
            "it is open",
        )
        .await;
        page.until(
            "!document.querySelector('dialog[open]')",
            "the dialog is closed",
        )
        .await;
        let (shown, query) = (page.on_screen().await, page.query().await);
        assert!(
            query.starts_with("?contract=http://127.0.0.1:") && !query.contains("item="),
            "{query}"
        );
        page.reload().await;
        page.wait_ready().await;
        assert_eq!(
            (page.on_screen().await, page.query().await),
            (shown, query),
            "its link can be sent to a colleague"
        );
        let asked = page.other.requests();
        assert_eq!(asked.len(), 2, "once each time: {asked:?}");
        assert!(
            asked
                .iter()
                .all(|it| it.method == "GET" && it.query == "a=1%2C2"),
            "{asked:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_is_chosen_and_an_invented_one_is_called_so() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        page.choose_file(FILE, "everything.json", sample("valid/everything.json")).await;
        until_open(page, "egen-fil").await;
        let header = page.text("header").await;
        assert!(header.contains("Exempelkommun") && header.contains("Påhittat exempel"), "{header}");
        assert!(page.count("svg [data-item]").await > 5);
        page.open_dialog("Öppna kontrakt").await;
        page.choose_file(FILE, "minimal.json", sample("valid/minimal.json")).await;
        page.until("!document.querySelector('dialog[open]') && document.querySelectorAll('svg [data-item]').length === 0", "another file takes its place").await;
        let requests: Vec<String> = page.requests().into_iter().filter(|it| it.contains("egen-fil") || it.contains("minimal")).collect();
        assert!(requests.is_empty(), "the file stays here: {requests:?}");
    })
    .await;
}

#[tokio::test]
async fn a_file_is_dropped_anywhere_on_the_page() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        let drop = |kind: &str, text: &str| {
            format!("(() => {{ const data = new DataTransfer(); data.items.add(new File([{}], 'kontrakt.json')); return document.querySelector('main').dispatchEvent(new DragEvent('{kind}', {{ dataTransfer: data, bubbles: true, cancelable: true }})); }})()", serde_json::json!(text))
        };
        let text = String::from_utf8(sample("valid/minimal.json")).unwrap();
        assert!(!page.js::<bool>(&drop("dragover", &text)).await, "the page takes it");
        assert!(!page.js::<bool>(&drop("drop", &text)).await, "and the browser does not open it instead");
        until_open(page, "egen-fil").await;
        assert!(page.text("h1").await.starts_with("Exempelkommun"));
        let before = page.on_screen().await;
        page.js::<bool>(&drop("drop", "{}")).await;
        page.until("document.querySelector('dialog[open] [data-issue=missing-field]')", "a broken one is refused").await;
        assert_eq!(page.on_screen().await, before);
    })
    .await;
}

#[tokio::test]
async fn the_text_of_a_contract_is_pasted() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        page.run(&format!(
            "document.querySelector('dialog textarea').value = {}",
            serde_json::json!(orebro::TEXT.replace("Örebro kommun", "Örebro"))
        ))
        .await;
        page.click("dialog form:has(textarea) button").await;
        until_open(page, "egen-fil").await;
        assert!(page.text("h1").await.starts_with("Örebro"));
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
        page.reload().await;
        page.until(
            "document.querySelector('dialog[open] .tm-trouble')",
            "a link cannot hold a file",
        )
        .await;
        let said = page.text("dialog .tm-trouble").await;
        assert!(
            said.contains("följer inte med i länken") && !said.contains("Försök igen"),
            "{said}"
        );
    })
    .await;
}

#[tokio::test]
async fn while_a_slow_file_comes_a_bar_shows_how_far_it_is() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let before = page.on_screen().await;
        page.open_dialog("Öppna kontrakt").await;
        open_address(page, &page.site.url("test/slow")).await;
        page.until(
            "document.querySelector('dialog progress')?.value > 0",
            "something has come",
        )
        .await;
        let (value, max): (f64, f64) = page
            .js("((p) => [p.value, p.max])(document.querySelector('dialog progress'))")
            .await;
        assert!(
            value < max && max == orebro::TEXT.len() as f64,
            "{value} of {max}"
        );
        assert_eq!(
            page.on_screen().await,
            before,
            "what was on the screen stays meanwhile"
        );
        page.until(
            &format!("document.querySelector('dialog progress')?.value > {value}"),
            "it goes on",
        )
        .await;
        until_open(page, &page.site.url("test/slow")).await;
        assert_eq!(page.count("progress").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_opened_last_is_shown_however_slow_the_other_was() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        open_address(page, &page.site.url("test/slow")).await;
        page.until("document.querySelector('dialog progress')?.value > 0", "the slow one is on its way").await;
        page.choose_file(FILE, "minimal.json", sample("valid/minimal.json")).await;
        until_open(page, "egen-fil").await;
        page.until("performance.getEntriesByType('resource').some((it) => it.name.endsWith('slow') && it.responseEnd > 0)", "the slow one has come").await;
        assert!(page.text("h1").await.starts_with("Exempelkommun"));
        assert_eq!(page.root("data-contract").await.as_deref(), Some("egen-fil"));
    })
    .await;
}

/// The one slow scenario: fifteen seconds have to pass.
#[tokio::test]
async fn what_is_odd_in_a_file_is_told_beside_it() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        page.choose_file(FILE, "warnings.json", sample("valid/warnings.json"))
            .await;
        until_open(page, "egen-fil").await;
        let expected = found_in(&sample("valid/warnings.json"));
        assert_eq!(rows(page, "aside").await, expected);
        page.press(&format!("Att känna till om filen ({})", expected.len()))
            .await;
        assert!(page.text("aside [data-issue=unlikely-year]").await.len() > 20);
    })
    .await;
}

#[tokio::test]
async fn the_dialog_is_reached_and_left_by_the_keyboard() {
    scenario(DESKTOP, async |page| {
        page.visit("?item=atagande-1").await;
        page.run("[...document.querySelectorAll('header button')].find((e) => e.textContent === 'Öppna kontrakt').focus()").await;
        page.keys("Enter").await;
        page.until("document.querySelector('dialog[open]')?.contains(document.activeElement)", "the keyboard is in the dialog").await;
        page.keys("Tab Tab Tab Tab Tab Tab Tab Tab").await;
        assert!(page.js::<bool>("document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))").await, "and stays there: {}", page.focused().await);
        page.keys("Escape").await;
        page.until("!document.querySelector('dialog[open]')", "it is closed").await;
        assert!(page.focused().await.contains("Öppna kontrakt"), "{}", page.focused().await);
        assert_eq!(page.query().await, "?item=atagande-1", "Esc closed the dialog, not the panel");
    })
    .await;
}
