//! Several contracts at once: the matrix of their joint commitments, who else does the same, and the index to choose from.

use super::opening::{FILE, rows, sample, until_open};
use super::support::{DESKTOP, PHONE, Page, Screen, scenario};

/// Three invented contracts, in the view of their commitments.
const THREE: &str =
    "?contract=exempelkommun,exempelkommun-norr,exempelkommun-soder&view=commitments";

/// Where pictures are looked at.
const WIDE: Screen = Screen {
    width: 1400,
    height: 1000,
    touch: false,
};

/// Opens an address and waits until so many contracts are open.
async fn visit(page: &Page, address: &str, open: usize) {
    page.visit(address).await;
    until_abreast(page, open).await;
}

async fn until_abreast(page: &Page, open: usize) {
    page.until(
        &format!("document.querySelectorAll('.tm-abreast li').length === {open}"),
        &format!("{open} contracts are open"),
    )
    .await;
}

/// The table as a reader sees it: every row with the text of its cells, one measure a line.
async fn table(page: &Page) -> Vec<Vec<String>> {
    page.js("[...document.querySelectorAll('.tm-matrix tr')].map((row) => [...row.children].map((cell) => cell.innerText.split('\\n').map((it) => it.trim()).filter((it) => it && !it.startsWith(':')).join('; ')))").await
}

/// The names in the row of open contracts; the one in front with a star.
async fn abreast(page: &Page) -> Vec<String> {
    page.js("[...document.querySelectorAll('.tm-abreast [aria-pressed]')].map((e) => e.textContent + (e.ariaPressed === 'true' ? '*' : ''))").await
}

#[tokio::test]
async fn the_matrix_shows_each_municipality_s_measures_under_each_joint_commitment() {
    scenario(WIDE, async |page| {
        visit(page, THREE, 3).await;
        let table = table(page).await;
        let heads = [
            "Gemensamt åtagande",
            "Exempelkommun; version 2025/26; påhittat exempel",
            "Exempelkommun Norr; version 2025/26; påhittat exempel",
            "Exempelkommun Söder; version 2025/26; påhittat exempel",
        ];
        assert_eq!(table[0], heads);
        let absent = "deltar inte, så vitt filen säger";
        assert_eq!(
            table[1][1..],
            [
                "Klimatmått i nämndernas styrkort; Ett klimatstycke i varje beslutsunderlag",
                "Klimatansvar i tjänster som redan finns",
                "inga insatser angivna",
            ]
        );
        assert_eq!(table[3][1..3], ["Klimatnytta i investeringskalkylen", absent]);
        let unread = "Inget av de öppna kontrakten har text för det här numret.";
        assert_eq!(table[4], ["4 ej inläst", unread]);
        assert_eq!(table[5][0], "5 Inköp som driver på");
        assert_eq!(table[7][0], "7 Kolinbindning som komplement");
        assert_eq!(table.len(), 8);
        let cell = page.attr("td [data-item=a1-ansvar]", "data-contract").await;
        assert_eq!(cell.as_deref(), Some("exempelkommun-norr"));
        page.screenshot("several-matrix").await;
        page.visit(&format!("{THREE}&as=list&lang=en")).await;
        until_abreast(page, 3).await;
        assert_eq!(page.count(".tm-matrix table").await, 0);
        assert_eq!(page.count(".tm-matrix h3").await, 7);
        assert_eq!(page.count(".tm-matrix h4").await, 15);
        let all: usize = page.js("new Set([...document.querySelectorAll('.tm-matrix [data-kind=measure]')].map((e) => e.dataset.contract + e.dataset.item)).size").await;
        assert_eq!(all, 12, "nothing less than the table");
        page.screenshot("several-list").await;
    })
    .await;
}

#[tokio::test]
async fn one_is_brought_to_the_front_and_back_undoes_it() {
    scenario(WIDE, async |page| {
        visit(page, &format!("{THREE}&v=2024&step=portfolio&q=klimat"), 3).await;
        let asked = page.site.requests().len();
        page.press("Exempelkommun Söder").await;
        let turned = "?contract=exempelkommun-soder,exempelkommun,exempelkommun-norr&view=commitments&step=portfolio&q=klimat";
        page.until_query(turned).await;
        assert!(page.text("h1").await.starts_with("Exempelkommun Söder"));
        assert_eq!(abreast(page).await, ["Exempelkommun Söder*", "Exempelkommun", "Exempelkommun Norr"]);
        page.until("document.activeElement.textContent === 'Exempelkommun Söder'", "the keyboard stays at it").await;
        page.client.back().await.unwrap();
        page.until("document.querySelector('h1').textContent === 'Exempelkommun'", "it is behind again").await;
        assert_eq!(page.root("data-version").await.as_deref(), Some("2024"));
        assert_eq!(page.site.requests().len(), asked, "all of them were there already");
        page.press("Ta bort Exempelkommun").await;
        page.until_query("?contract=exempelkommun-norr,exempelkommun-soder&view=commitments&step=portfolio&q=klimat").await;
        page.press("Ta bort Exempelkommun Söder").await;
        page.until_query("?contract=exempelkommun-norr&view=commitments&step=portfolio&q=klimat").await;
        assert_eq!(page.count(".tm-abreast, .tm-matrix").await, 0, "one alone is as ever");
        page.client.back().await.unwrap();
        until_abreast(page, 2).await;
    })
    .await;
}

#[tokio::test]
async fn a_measure_of_another_contract_opens_its_panel() {
    scenario(WIDE, async |page| {
        visit(page, THREE, 3).await;
        page.click("td [data-item=a7-myr]").await;
        page.until_query("?contract=exempelkommun-norr,exempelkommun,exempelkommun-soder&view=commitments&item=a7-myr").await;
        page.until("document.activeElement.matches('aside h2')", "the keyboard is in the panel").await;
        assert_eq!(page.text("aside h2").await, "Två myrar får tillbaka vattnet");
        assert_eq!(page.attr("td [data-item=a7-myr]", "aria-current").await.as_deref(), Some("true"));
        page.screenshot("several-panel").await;
        page.keys("Escape").await;
        page.until("document.activeElement.dataset.item === 'a7-myr'", "and goes back to the cell").await;
        page.client.back().await.unwrap();
        page.client.back().await.unwrap();
        page.until("document.querySelector('h1').textContent === 'Exempelkommun'", "one step opened it").await;
    })
    .await;
}

#[tokio::test]
async fn filters_apply_to_every_municipality() {
    scenario(WIDE, async |page| {
        visit(page, &format!("{THREE}&step=learning"), 3).await;
        let faint = "insatserna är utanför urvalet";
        let learning = table(page).await;
        assert_eq!(learning[1][1..], ["Klimatmått i nämndernas styrkort", faint, "inga insatser angivna"]);
        visit(page, &format!("{THREE}&q=biogas"), 3).await;
        let found: Vec<String> = page.js("[...document.querySelectorAll('.tm-matrix td [data-kind=measure]')].map((e) => e.dataset.item)").await;
        assert_eq!(found, ["a3-borgen"]);
        // A focus area of the same name counts as the same.
        let mut other = super::orebro::contract();
        other["focus_areas"] = serde_json::json!([{ "id": "kol", "title": "SKOG, mark och kol" }, { "id": "x", "title": "X" }]);
        other["versions"] = serde_json::json!([{ "label": "2025", "commitments": [{ "id": "c", "number": 7, "shared": true, "title": "C", "measures": [
            { "id": "m-kol", "title": "Med kol", "focus_areas": ["kol"] }, { "id": "m-x", "title": "Med x", "focus_areas": ["x"] } ] }] }]);
        page.site.put("annan.json", other.to_string());
        visit(page, "?contract=exempelkommun,test/annan.json&view=commitments&focus=kolinlagring", 2).await;
        let found: Vec<String> = page.js("[...document.querySelectorAll('.tm-matrix td [data-kind=measure]')].map((e) => e.dataset.item)").await;
        assert_eq!(found, ["m-kol"]);
    })
    .await;
}

#[tokio::test]
async fn a_broken_one_among_three_is_told_and_the_rest_are_shown() {
    scenario(DESKTOP, async |page| {
        page.expect_error("404");
        page.site.put("trasig.json", sample("broken/unknown-word.json"));
        visit(page, "?contract=exempelkommun,test/trasig.json,test/snart.json,exempelkommun-norr&view=commitments", 2).await;
        page.until("document.querySelectorAll('.tm-page > .tm-outcome .tm-trouble').length === 2", "both are told").await;
        assert_eq!(page.count("dialog[open]").await, 0);
        assert!(rows(page, ".tm-outcome").await.iter().any(|it| it.0 == "unknown-word"));
        let said = page.text(".tm-outcome").await;
        assert!(said.contains("test/trasig.json") && said.contains("(404)") && said.contains("De andra kontrakten visas"), "{said}");
        page.until_query("?contract=exempelkommun,exempelkommun-norr&view=commitments").await;
        page.screenshot("several-broken").await;
        page.site.put("snart.json", sample("valid/everything.json"));
        page.press("Försök igen").await;
        until_abreast(page, 3).await;
        page.until_query("?contract=exempelkommun,exempelkommun-norr,test/snart.json&view=commitments").await;
        page.press("Stäng").await;
        page.until("!document.querySelector('.tm-trouble')", "what was told is put away").await;
        // The one in front may be the broken one.
        visit(page, "?contract=test/trasig.json,exempelkommun,exempelkommun-norr&item=atagande-1", 2).await;
        page.until_query("?contract=exempelkommun,exempelkommun-norr").await;
        assert_eq!(page.root("data-app").await.as_deref(), Some("ready"));
    })
    .await;
}

#[tokio::test]
async fn when_none_of_several_can_be_opened_it_is_said() {
    scenario(DESKTOP, async |page| {
        page.expect_error("404");
        page.open("?contract=finns-inte,inte-heller").await;
        page.until_root("data-app", "error").await;
        page.until(
            "document.querySelectorAll('dialog[open] .tm-trouble').length === 2",
            "both are told",
        )
        .await;
        page.press("Örebro kommun").await;
        until_open(page, "orebro").await;
    })
    .await;
}

#[tokio::test]
async fn two_files_chosen_at_once_open_together() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        let norr = include_bytes!("../../public/contracts/exempelkommun-norr.json").to_vec();
        let files = [("a.json", sample("valid/everything.json")), ("b.json", norr.clone())];
        page.choose_files(FILE, &files).await;
        until_open(page, "egen-fil,egen-fil-2").await;
        until_abreast(page, 2).await;
        assert_eq!(abreast(page).await[1], "Exempelkommun Norr");
        page.press("Exempelkommun Norr").await;
        page.until_root("data-contract", "egen-fil-2,egen-fil").await;
        page.open_dialog("Öppna kontrakt").await;
        let files = [("trasig.json", sample("broken/unknown-word.json")), ("b.json", norr)];
        page.choose_files(FILE, &files).await;
        page.until("document.querySelector('.tm-trouble')?.textContent.includes('trasig.json')", "the broken one is told").await;
        page.until_root("data-contract", "egen-fil-2").await;
        page.reload().await;
        page.until("document.querySelector('dialog[open] .tm-trouble')?.textContent.includes('följer inte med i länken')", "a link cannot hold them").await;
    })
    .await;
}

#[tokio::test]
async fn several_are_dropped_together() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let texts = ["valid/everything.json", "valid/minimal.json"].map(|it| String::from_utf8(sample(it)).unwrap());
        page.js::<bool>(&format!("(() => {{ const data = new DataTransfer(); {}.forEach((it, i) => data.items.add(new File([it], i + '.json'))); return document.querySelector('main').dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }})); }})()", serde_json::json!(texts))).await;
        until_abreast(page, 2).await;
        page.until_root("data-contract", "egen-fil,egen-fil-2").await;
    })
    .await;
}

#[tokio::test]
async fn the_index_is_searched_and_several_are_opened_together() {
    scenario(WIDE, async |page| {
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        page.find(".tm-choices li").await;
        let shown = "[...document.querySelectorAll('.tm-choices li')].filter((e) => e.getClientRects().length).map((e) => e.dataset.contract)";
        let all: Vec<String> = page.js(shown).await;
        assert!(all.len() > 20 && all.contains(&"orebro".to_owned()), "{all:?}");
        let line = page.text("dialog .tm-choices").await;
        assert!(line.contains("2022, 2023, 2024 dokument, 2025/26 hela innehållet"), "{line}");
        assert!(page.text("dialog [role=status]").await.contains("kontrakt,"));
        page.screenshot("several-index").await;
        let field = page.field("Sök kommun").await;
        field.send_keys("EXEMPEL").await.unwrap();
        page.until(&format!("{shown}.join() === 'exempelkommun,exempelkommun-norr,exempelkommun-soder'"), "three are found").await;
        let enabled = "[...document.querySelectorAll('dialog .tm-together:not(.tm-get *) button')].map((e) => !e.disabled)";
        assert_eq!(page.js::<Vec<bool>>(enabled).await, [false, false]);
        page.click("li[data-contract=exempelkommun-norr] label").await;
        assert_eq!(page.js::<Vec<bool>>(enabled).await, [false, true]);
        page.click("li[data-contract=exempelkommun-soder] label").await;
        page.press("Öppna valda tillsammans").await;
        until_open(page, "exempelkommun-norr,exempelkommun-soder").await;
        until_abreast(page, 2).await;
        page.open_dialog("Öppna kontrakt").await;
        let field = page.field("Sök kommun").await;
        assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(""), "it starts afresh");
        assert_eq!(page.count("dialog input:checked").await, 0);
        field.send_keys("1880").await.unwrap();
        page.until(&format!("{shown}.join() === 'orebro'"), "the code finds it, too").await;
        page.click("li[data-contract=orebro] label").await;
        page.press("Lägg till valda bredvid").await;
        until_open(page, "exempelkommun-norr,exempelkommun-soder,orebro").await;
        page.open_dialog("Öppna kontrakt").await;
        page.field("Sök kommun").await.send_keys("qqq").await.unwrap();
        page.until("document.querySelector('dialog [role=status]').textContent.startsWith('Ingen kommun')", "nothing is found").await;
    })
    .await;
}

#[tokio::test]
async fn who_else_does_it_is_told_from_a_joint_commitment() {
    scenario(WIDE, async |page| {
        page.visit("?contract=exempelkommun&item=atagande-7").await;
        page.until("[...document.querySelectorAll('aside button')].some((e) => e.textContent === 'Öppna Exempelkommun Norr bredvid')", "the index knows one").await;
        let said = page.text("aside").await;
        assert!(said.contains("Vilka fler gör det här?") && said.contains("Inget annat kontrakt är öppet"), "{said}");
        assert!(!said.contains("Örebro") && !said.contains("Söder"), "the invented keep to themselves: {said}");
        page.press("Öppna Exempelkommun Norr bredvid").await;
        page.until_query("?contract=exempelkommun,exempelkommun-norr&item=atagande-7").await;
        page.find("aside [data-contract=exempelkommun-norr][data-item=a7-myr]").await;
        page.screenshot("several-who").await;
        page.click("aside [data-contract=exempelkommun-norr][data-item=atagande-7]").await;
        page.until_query("?contract=exempelkommun-norr,exempelkommun&item=atagande-7").await;
        page.until("document.activeElement.matches('aside h2')", "another contract's commitment of the same id is another one").await;
        page.visit("?item=atagande-1").await;
        page.press("Vilka fler gör det här?").await;
        page.until("document.querySelector('aside').innerText.includes('inte inlästa')", "what is not transcribed is not taken for nobody").await;
        page.visit("?item=klimatinvesteringsplan").await;
        assert!(!page.text("aside").await.contains("Vilka fler"), "an action is not a commitment");
    })
    .await;
}

#[tokio::test]
async fn who_else_does_something_like_it_is_called_our_reading() {
    scenario(WIDE, async |page| {
        visit(
            page,
            "?contract=exempelkommun,exempelkommun-norr,exempelkommun-soder&item=programmet-1",
            3,
        )
        .await;
        let said = page.text("aside").await;
        assert!(
            said.contains("är vår tolkning") && said.contains("Exempelkommun Norr"),
            "{said}"
        );
        assert_eq!(
            page.count("aside [data-contract=exempelkommun-norr][data-item=programmet-1]")
                .await,
            1
        );
        assert_eq!(
            page.count("aside [data-contract=exempelkommun-soder]")
                .await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_alone_reaches_everything() {
    scenario(WIDE, async |page| {
        visit(page, THREE, 3).await;
        page.run("document.querySelector('.tm-abreast li:nth-child(2) button').focus()")
            .await;
        page.keys("Enter").await;
        page.until_root(
            "data-contract",
            "exempelkommun-norr,exempelkommun,exempelkommun-soder",
        )
        .await;
        page.until(
            "document.activeElement.textContent === 'Exempelkommun Norr'",
            "the keyboard goes with it",
        )
        .await;
        page.keys("Tab Enter").await;
        page.until_root("data-contract", "exempelkommun,exempelkommun-soder")
            .await;
        page.until(
            "document.activeElement.matches('.tm-abreast [aria-pressed=true]')",
            "the keyboard is not lost",
        )
        .await;
        page.run("document.querySelector('.tm-matrix-box').focus()")
            .await;
        page.keys("Tab Tab Enter").await;
        page.until_root("data-contract", "exempelkommun-soder,exempelkommun")
            .await;
        page.until(
            "document.activeElement.matches('thead [aria-pressed=true]')",
            "in the table, too",
        )
        .await;
        page.run("document.querySelector('td [data-item=a5-livsmedel]').focus()")
            .await;
        page.keys("Enter").await;
        page.until(
            "document.activeElement.matches('aside h2')",
            "a measure opens",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn an_index_of_every_municipality_stays_quick() {
    scenario(DESKTOP, async |page| {
        let versions = ["2022", "2023", "2024", "2025/26"]
            .map(|it| serde_json::json!({ "label": it, "content": "document_only" }));
        let entries: Vec<_> = (0..290).map(|i| serde_json::json!({ "id": format!("kommun-{i}"), "name": format!("Kommun {i}"), "code": format!("{:04}", 100 + i), "url": format!("kommun-{i}.json"),
            "versions": versions })).collect();
        let index = serde_json::json!({ "format": "klimatkontrakt-index/1", "contracts": entries }).to_string();
        page.before_every_page(&format!("{{ const ask = fetch; window.fetch = (url, ...rest) => String(url).endsWith('index.json') ? Promise.resolve(new Response({}, {{ headers: {{ 'content-type': 'application/json' }} }})) : ask(url, ...rest); }}", serde_json::json!(index)));
        page.visit("").await;
        page.open_dialog("Öppna kontrakt").await;
        page.until("document.querySelectorAll('.tm-choices li').length === 290", "all are there").await;
        // From the key to the list that follows it, laid out; the best of a few, for the machine may have other things to do.
        let slowest: f64 = page.js("(async () => { const field = document.querySelector('dialog input[type=search]'); const times = {}; for (let round = 0; round < 40 && (round === 0 || Math.max(...Object.values(times)) >= 50); round++) for (const words of ['k', 'ko', 'kommun 2', 'kommun 28', 'kommun 289', 'kommun', '']) { const start = performance.now(); field.value = words; field.dispatchEvent(new InputEvent('input', { bubbles: true })); await 0; await new Promise((done) => { const port = new MessageChannel(); port.port1.onmessage = done; port.port2.postMessage(0); }); document.querySelector('dialog').getBoundingClientRect(); times[words] = Math.min(times[words] ?? Infinity, performance.now() - start); } return Math.max(...Object.values(times)); })()").await;
        println!("a key takes {slowest} ms at most");
        assert!(slowest < 50.0, "{slowest} ms");
        page.field("Sök kommun").await.send_keys("kommun 289").await.unwrap();
        page.until("[...document.querySelectorAll('.tm-choices li')].filter((e) => e.getClientRects().length).length === 1", "one is found").await;
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_the_matrix_scrolls_in_its_own_box() {
    scenario(PHONE, async |page| {
        visit(page, THREE, 3).await;
        let (page_width, box_width, inside): (u32, u32, u32) = page.js("((box) => [document.documentElement.scrollWidth, box.clientWidth, box.scrollWidth])(document.querySelector('.tm-matrix-box'))").await;
        assert!(page_width <= 390 && inside > box_width, "{page_width} {box_width} {inside}");
        page.run("document.querySelector('.tm-matrix-box').scrollIntoView(); document.querySelector('.tm-matrix-box').scrollLeft = 150").await;
        page.screenshot("several-phone").await;
        visit(page, &format!("{THREE}&as=list"), 3).await;
        page.screenshot("several-phone-list").await;
        page.open_dialog("Öppna kontrakt").await;
        page.find(".tm-choices li").await;
        page.screenshot("several-phone-index").await;
    })
    .await;
}
