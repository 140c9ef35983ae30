//! Hostile hosts and hostile contracts: pages that turn everything over, and markup in every string.

use serde_json::{Value, json};

use super::opening::{FILE, until_open};
use super::support::{DESKTOP, Page, scenario};

/// Opens a page with this head and body, and the app's script.
async fn visit_host(page: &Page, head: &str, body: &str) {
    let script = page.site.url("embed.js");
    page.site.put(
        "fientlig.html",
        format!(
            "<!doctype html><html lang=ar dir=rtl><head><meta charset=utf-8><title>Värd</title>{head}</head>\
             <body>{body}<script src='{script}'></script></body></html>"
        ),
    );
    page.open("bare/fientlig.html").await;
}

/// How many elements show their contract.
const READY: &str = "[...document.querySelectorAll('transition-map')].filter((e) => e.shadowRoot?.querySelector('[data-app=ready]')).length";

#[tokio::test]
async fn a_page_with_another_base_and_direction_shows_the_map_all_the_same() {
    scenario(DESKTOP, async |page| {
        page.site
            .put("rtl.css", "html { direction: rtl } * { all: unset }");
        let head = format!(
            "<link rel=stylesheet href='{}'><base href='/nagon/annanstans/'>",
            page.site.url("test/rtl.css")
        );
        visit_host(
            page,
            &head,
            "<transition-map contract=orebro></transition-map>",
        )
        .await;
        page.until(&format!("{READY} === 1"), "it is shown").await;
        let shadow = "document.querySelector('transition-map').shadowRoot";
        let direction: String = page
            .js(&format!(
                "getComputedStyle({shadow}.querySelector('.tm-page')).direction"
            ))
            .await;
        assert_eq!(direction, "ltr");
        let way: String = page
            .js(&format!("{shadow}.querySelector('.tm-alone-head a').href"))
            .await;
        assert!(
            way.starts_with(&page.site.url("")) && !way.contains("annanstans"),
            "{way}"
        );
        let width: f64 = page
            .js(&format!(
                "{shadow}.querySelector('svg.tm-drawing').getBoundingClientRect().width"
            ))
            .await;
        assert!(width > 300.0, "{width}");
    })
    .await;
}

#[tokio::test]
async fn an_element_without_width_is_drawn_when_it_has_some() {
    scenario(DESKTOP, async |page| {
        page.site.put("hidden.css", "#place { width: 0; overflow: hidden } #place.wide { width: 320px }");
        let head = format!("<link rel=stylesheet href='{}'>", page.site.url("test/hidden.css"));
        visit_host(page, &head, "<div id=place><transition-map contract=orebro></transition-map></div>").await;
        page.until(&format!("{READY} === 1"), "it is there").await;
        page.run("document.getElementById('place').className = 'wide'").await;
        page.until(
            "(() => { const it = document.querySelector('transition-map').shadowRoot.querySelector('svg.tm-drawing'); \
             const width = it?.getBoundingClientRect().width; return width > 200 && width <= 320; })()",
            "it fits",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn ten_on_one_page_are_all_shown_and_each_is_its_own() {
    scenario(DESKTOP, async |page| {
        let views = ["map", "roadmap", "portfolio", "commitments", "map"];
        let ids = ["orebro", "lund", "helsingborg", "exempelkommun", "malmo"];
        let elements: String = (0..10)
            .map(|at| format!("<transition-map contract={} view={}></transition-map>", ids[at % 5], views[at / 2]))
            .collect();
        visit_host(page, "", &elements).await;
        page.until(&format!("{READY} === 10"), "all ten are shown").await;
        let names: Vec<String> = page
            .js("[...document.querySelectorAll('transition-map')].map((e) => e.shadowRoot.querySelector('h1').textContent)")
            .await;
        assert!(names[1].contains("Lunds kommun") && names[7].contains("Helsingborgs stad"), "{names:?}");
        page.run(
            "document.querySelectorAll('transition-map')[0].shadowRoot.querySelector('.tm-mark').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))",
        )
        .await;
        page.until(
            "[...document.querySelectorAll('transition-map')].map((e) => e.shadowRoot.querySelectorAll('.tm-panel.tm-up').length).join('') === '1000000000'",
            "what is selected in one is selected in it alone",
        )
        .await;
    })
    .await;
}

/// Every string of a contract, turned into markup that would run if it were markup.
fn poisoned(value: &mut Value, path: &str) {
    const KEPT: [&str; 26] = [
        "format",
        "id",
        "language",
        "kind",
        "scope",
        "aim",
        "unit",
        "document",
        "about",
        "party",
        "process",
        "origin",
        "placed_by",
        "status",
        "content",
        "url",
        "unknown",
        "quality",
        "period",
        "date",
        "code",
        "label",
        "part_of",
        "step",
        "focus_area",
        "signed",
    ];
    match value {
        Value::String(text) if !KEPT.contains(&path) => {
            *text = format!(
                "<img src=x onerror=\"window.ran = 1\"><script>window.ran = 2</script>{{{{7*7}}}}{text}"
            );
        }
        Value::Array(values)
            if ![
                "steps",
                "levers",
                "focus_areas",
                "commitments_ids",
                "depends_on",
                "continues",
                "parties_ids",
            ]
            .contains(&path) =>
        {
            // The commitments of an action are ids; those of a version are things.
            let ids = values.iter().all(Value::is_string)
                && ["commitments", "parties", "about"].contains(&path);
            if !ids {
                values.iter_mut().for_each(|it| poisoned(it, path));
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                poisoned(value, name);
            }
        }
        _ => {}
    }
}

#[tokio::test]
async fn markup_in_every_string_of_a_contract_is_shown_as_text_and_runs_nowhere() {
    scenario(DESKTOP, async |page| {
        let mut contract: Value =
            serde_json::from_str(&std::fs::read_to_string("public/contracts/exempelkommun.json").unwrap()).unwrap();
        contract["translations"] = json!({});
        poisoned(&mut contract, "");
        page.visit("").await;
        page.press("Öppna kontrakt").await;
        page.choose_file(FILE, "gift.json", contract.to_string()).await;
        until_open(page, "egen-fil").await;
        for view in ["Karta", "Färdplan", "Portfölj", "Åtaganden", "Dela"] {
            page.press(view).await;
            for form in ["Bild", "Lista"] {
                page.press(form).await;
                let strange: usize = page.js("document.querySelectorAll('#app img, #app script, #app iframe[srcdoc]').length").await;
                assert_eq!(strange, 0, "{view}");
            }
        }
        page.press("Karta").await;
        page.press("Lista").await;
        page.until("document.querySelector('.tm-list').textContent.includes('<img src=x onerror=')", "it is shown as text").await;
        assert!(page.js::<bool>("window.ran === undefined").await, "nothing ran");
    })
    .await;
}

#[tokio::test]
async fn an_address_that_would_run_is_refused() {
    scenario(DESKTOP, async |page| {
        for address in ["javascript:window.ran=1", "data:text/html,<script>window.ran=1</script>"] {
            let mut contract: Value =
                serde_json::from_str(&std::fs::read_to_string("public/contracts/exempelkommun.json").unwrap()).unwrap();
            contract["documents"][0]["url"] = json!(address);
            page.visit("").await;
            page.press("Öppna kontrakt").await;
            page.choose_file(FILE, "adress.json", contract.to_string()).await;
            page.until("document.querySelector('dialog .tm-trouble') !== null", "it is refused").await;
            let links: usize = page.js("document.querySelectorAll('a[href^=\"javascript\"], a[href^=\"data\"]').length").await;
            assert_eq!(links, 0);
        }
        page.visit("?contract=exempelkommun").await;
        let loose: Vec<String> = page
            .js("[...document.querySelectorAll('a[target=_blank]')].filter((e) => !e.rel.includes('noopener')).map((e) => e.href)")
            .await;
        assert!(loose.is_empty(), "{loose:?}");
    })
    .await;
}
