//! Tables: those that cities already have, the app's own, and hostile ones; and what can be taken home.

use super::opening::{FILE, sample, until_open};
use super::support::{DESKTOP, PHONE, Page, scenario};

/// Chooses a table in the dialog, and waits until it is asked about.
async fn take(page: &Page, name: &str, content: impl AsRef<[u8]>) {
    page.visit("").await;
    page.press("Öppna kontrakt").await;
    page.choose_file(FILE, name, content).await;
    page.until(
        "document.querySelector('.tm-taking') !== null",
        "it is asked what the table holds",
    )
    .await;
}

/// Presses the button for the list; the turns, which stay at the window's foot, may lie over it.
const GET_LIST: &str = "[...document.querySelectorAll('.tm-get button')].find((it) => it.textContent === 'Hämta listan (CSV)').click()";

/// The role that a column has been given.
const ROLES: &str =
    "[...document.querySelectorAll('.tm-columns [data-role]')].map((e) => e.dataset.role)";

#[tokio::test]
async fn lunds_table_is_understood_and_opens_in_every_view() {
    scenario(DESKTOP, async |page| {
        take(page, "lund-actions.csv", sample("tables/lund-actions.csv")).await;
        let roles: Vec<String> = page.js(ROLES).await;
        assert_eq!(
            roles,
            [
                "name", "keep", "field_of_action", "lever", "responsible", "timeline", "status", "reduction",
                "compensated", "cost"
            ]
        );
        let counts = page.text(".tm-counts").await;
        assert!(counts.starts_with("37 rader, 370 celler: "), "{counts}");
        assert!(counts.contains("tveksamma"), "{counts}");
        let open = "[...document.querySelectorAll('.tm-taking button')].find((e) => e.textContent === 'Öppna som kontrakt')";
        assert!(page.js::<bool>(&format!("{open}.disabled")).await, "it is not said whose it is");
        page.write(".tm-taking input", "Lunds kommun").await;
        page.press("Öppna som kontrakt").await;
        until_open(page, "egen-fil").await;
        assert!(page.text("h1").await.starts_with("Lunds kommun"));
        for view in ["Karta", "Färdplan", "Portfölj", "Åtaganden"] {
            page.press(view).await;
            page.press("Lista").await;
            page.until_root("data-as", "list").await;
            let actions: usize = page
                .js("new Set([...document.querySelectorAll('.tm-list [data-kind=action]')].map((e) => e.dataset.item)).size")
                .await;
            assert_eq!(actions, 37, "{view}");
            page.press("Bild").await;
            page.until_root("data-as", "graphic").await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_column_holds_is_corrected_by_the_reader() {
    scenario(DESKTOP, async |page| {
        let table = "Åtgärd;Pris;Övrigt\nBussar;5 MSEK;snart\nCyklar;ej känt;\n";
        take(page, "tabell.csv", table).await;
        let roles: Vec<String> = page.js(ROLES).await;
        assert_eq!(roles[0], "name");
        page.js::<()>(
            "(() => { const it = document.querySelectorAll('.tm-columns select')[1]; it.value = '1:cost'; \
             it.dispatchEvent(new Event('change', { bubbles: true })); })()",
        )
        .await;
        page.until(&format!("({ROLES})[1] === 'cost'"), "the column is a cost now").await;
        page.write(".tm-taking input", "Exempelkommun").await;
        page.press("Öppna bredvid").await;
        page.until_root("data-contract", "orebro,egen-fil").await;
        page.press("Exempelkommun").await;
        page.until_root("data-contract", "egen-fil,orebro").await;
        page.press("Portfölj").await;
        page.until("document.querySelector('[data-coverage=cost]')?.dataset.known === '1'", "one of two has a cost").await;
        page.press("Lista").await;
        let list = page.text(".tm-list").await;
        assert!(list.contains("ej kvantifierat i kontraktet: ej känt"), "word for word: {list}");
        assert!(list.contains("Övrigt: snart"), "nothing is dropped: {list}");
    })
    .await;
}

#[tokio::test]
async fn hostile_tables_get_a_clear_answer_and_what_was_shown_stays() {
    let long = format!("Åtgärd;Kostnad\nBussar;{}\n", "x".repeat(1_000_000));
    let many = "Åtgärd;Kostnad\n".to_owned() + &"Bussar;5 MSEK\n".repeat(100_000);
    let hostile: [(&str, Vec<u8>, &str); 5] = [
        ("lang.csv", long.into_bytes(), "Rad 2"),
        ("manga.csv", many.into_bytes(), "fler än 10"),
        (
            "citat.csv",
            "Åtgärd;Kostnad\nBussar;\"5 MSEK\nCyklar;3\n".into(),
            "Rad 2",
        ),
        ("nul.csv", b"Namn;Kostnad\nBussar\0;5\n".to_vec(), "Rad 2"),
        ("bok.xlsx", b"PK\x03\x04rest".to_vec(), "CSV"),
    ];
    scenario(DESKTOP, async |page| {
        for (name, content, expected) in &hostile {
            page.visit("").await;
            page.press("Öppna kontrakt").await;
            page.choose_file(FILE, name, content).await;
            page.until(
                "document.querySelector('dialog .tm-trouble') !== null",
                "it is refused",
            )
            .await;
            let said = page.text("dialog .tm-trouble").await;
            assert!(said.contains(expected), "{name}: {said}");
            assert!(said.contains(name), "{said}");
            page.press("Stäng").await;
            assert_eq!(
                page.attr("[data-app]", "data-contract").await.as_deref(),
                Some("orebro")
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_taken_home_opens_again_as_the_same_contract() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=exempelkommun&view=portfolio").await;
        page.js::<()>(GET_LIST).await;
        let list = page.downloaded("exempelkommun-2025-26-portfolio.csv").await;
        assert!(
            list.starts_with("\u{feff}Slag;Id;Rubrik;".as_bytes()),
            "a mark, and semicolons"
        );
        page.js::<()>(&press_in_place("Hämta kontraktet (JSON)"))
            .await;
        let contract = page.downloaded("exempelkommun.json").await;
        let shipped = std::fs::read("public/contracts/exempelkommun.json").unwrap();
        assert_eq!(contract, shipped, "the file as it came");
        page.press("Åtaganden").await;
        page.until_root("data-view", "commitments").await;
        page.press("Öppna kontrakt").await;
        page.choose_file(FILE, "hem.csv", list).await;
        until_open(page, "egen-fil").await;
        assert!(page.text("h1").await.starts_with("Exempelkommun"));
        page.press("Portfölj").await;
        page.until(
            "document.querySelectorAll('.tm-grid .tm-mark').length > 20",
            "its items are there",
        )
        .await;
        let figures: Vec<String> = page
            .js("[...document.querySelectorAll('[data-coverage]')].map((e) => e.dataset.known)")
            .await;
        assert_eq!(
            figures,
            ["21", "21", "10", "11", "12", "21"],
            "the same as before"
        );
    })
    .await;
}

/// The rows of a Swedish sheet, each in its cells; no cell of these holds a semicolon of its own or a line break.
fn rows_of(sheet: Vec<u8>) -> Vec<Vec<String>> {
    let text = String::from_utf8(sheet).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a mark").to_owned();
    let row = |line: &str| {
        line.split(';')
            .map(|it| it.trim_matches('"').to_owned())
            .collect()
    };
    text.lines().map(row).collect()
}

/// Presses a button by its words, whatever lies over it.
fn press_in_place(words: &str) -> String {
    format!(
        "[...document.querySelectorAll('button')].find((it) => it.innerText === '{words}').click()"
    )
}

#[tokio::test]
async fn what_a_page_lists_beside_its_items_can_be_taken_home_too() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=exempelkommun,orebro&view=commitments")
            .await;
        page.js::<()>("document.querySelector('.tm-matrix .tm-get button').click()")
            .await;
        let joint = rows_of(page.downloaded("exempelkommun-2025-26-joint.csv").await);
        let shown = page.count(".tm-matrix tbody tr").await;
        assert_eq!(joint.len(), shown + 1, "a row for each on the page");
        assert_eq!(joint[0].len(), 4, "a column for each municipality");
        assert!(joint[0][2].starts_with("Exempelkommun (påhittat exempel), version "));

        page.js::<()>(&press_in_place("Hämta alla versioner av åtagandena (CSV)"))
            .await;
        let strands = rows_of(page.downloaded("exempelkommun-2025-26-strands.csv").await);
        let drawn = page.count(".tm-knot").await + page.count(".tm-end").await;
        assert_eq!(
            strands.len(),
            drawn + 1,
            "a row for each knot, and for each end"
        );

        page.press("Portfölj").await;
        page.until_root("data-view", "portfolio").await;
        page.js::<()>(&press_in_place("Hämta det som saknas (CSV)"))
            .await;
        let missing = rows_of(page.downloaded("exempelkommun-2025-26-missing.csv").await);
        let listed = page.count(".tm-missing li").await;
        assert_eq!(
            missing.len(),
            listed + 1,
            "a row for each that lacks something"
        );

        page.open_dialog("Öppna kontrakt").await;
        page.write("dialog input[type=search]", "18").await;
        page.until(
            "document.querySelectorAll('dialog .tm-choices li:not([hidden])').length === 1",
            "one is found",
        )
        .await;
        page.js::<()>("document.querySelector('dialog .tm-get button').click()")
            .await;
        let index = rows_of(page.downloaded("klimatkontrakt.csv").await);
        assert!(
            index.len() > 1 && index[1..].iter().all(|row| row[2] == "1880"),
            "{index:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_that_is_taken_home_is_a_formula() {
    scenario(DESKTOP, async |page| {
        let table = "Åtgärd;Ansvarig\n\"=HYPERLINK(\"\"http://x.example\"\")\";+46\n@SUM;-1\n";
        take(page, "formel.csv", table).await;
        page.write(".tm-taking input", "Exempelkommun").await;
        page.press("Öppna som kontrakt").await;
        until_open(page, "egen-fil").await;
        page.press("Portfölj").await;
        page.js::<()>(GET_LIST).await;
        let year = page.text(".tm-turn[aria-pressed=true]").await;
        let list = page
            .downloaded(&format!("exempelkommun-{year}-portfolio.csv"))
            .await;
        let list = String::from_utf8(list).unwrap();
        assert!(
            list.contains("'=HYPERLINK") && list.contains("'@SUM") && list.contains("'+46"),
            "{list}"
        );
        for cell in list.lines().flat_map(|line| line.split(';')) {
            let bare = cell.trim_start_matches('"');
            assert!(!bare.starts_with(['=', '@', '+', '-']), "{cell}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_table_is_pasted_from_a_spreadsheet_on_a_phone() {
    scenario(PHONE, async |page| {
        page.visit("").await;
        page.press("Öppna kontrakt").await;
        page.find("dialog textarea").await;
        // Typed tabs would lead out of the field.
        page.run(
            "document.querySelector('dialog textarea').value = \
             'Action name\\tTimeline\\tTotal costs\\nBuses\\t2025–2030\\t23–45 MSEK\\nTrams\\tTBD\\tN/A\\n'",
        )
        .await;
        page.js::<()>("document.querySelector('dialog textarea').form.requestSubmit()").await;
        page.until("document.querySelectorAll('.tm-columns tbody tr').length === 3", "its columns are shown").await;
        let sideways: bool = page
            .js("(() => { const it = document.querySelector('dialog[open]'); return it.scrollWidth > it.clientWidth + 1; })()")
            .await;
        assert!(!sideways, "the dialog does not scroll sideways");
        let roles: Vec<String> = page.js(ROLES).await;
        assert_eq!(roles, ["name", "timeline", "cost"]);
    })
    .await;
}

#[tokio::test]
async fn the_first_program_hands_a_wish_for_a_file_on_to_the_whole_one() {
    scenario(DESKTOP, async |page| {
        page.visit("?as=list&step=portfolio").await;
        page.js::<()>(GET_LIST).await;
        let list = page.downloaded("orebro-kommun-2025-26-map.csv").await;
        let list = String::from_utf8(list).unwrap();
        assert!(
            list.contains("Klimatinvesteringsplan") && list.contains("utdrag"),
            "what the filter lets through"
        );
        page.js::<()>(GET_LIST).await;
        page.until_root("data-as", "list").await;
    })
    .await;
}

#[tokio::test]
async fn a_column_that_is_not_ours_is_not_left_out_in_silence() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.press("Öppna kontrakt").await;
        let table =
            "Slag;Id;Rubrik;Kommun;Version;Vem frågar\naktivitet;tag;Tåg;Exempelkommun;2027;Anna\n";
        page.choose_file(FILE, "egen.csv", table).await;
        until_open(page, "egen-fil").await;
        let said = page.text(".tm-outcome .tm-notice").await;
        assert!(said.contains("har inte tagits med: Vem frågar."), "{said}");
        page.js::<()>("document.querySelector('.tm-outcome .tm-notice button').click()")
            .await;
        page.until(
            "document.querySelector('.tm-outcome .tm-notice') === null",
            "it is put away",
        )
        .await;
    })
    .await;
}
