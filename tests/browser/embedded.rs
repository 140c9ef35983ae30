//! In other people's pages: the view alone, frames that follow their content, and the element.

use serde_json::Value;

use super::support::{DESKTOP, Page, scenario};

/// A page of someone else, with this body; its CSS takes everything away.
fn host(body: &str) -> String {
    format!(
        "<!doctype html><html lang=sv><head><meta charset=utf-8><title>En annan sida</title>\
         <link rel=stylesheet href=hostile.css></head><body>{body}<script src=../embed.js></script>\
         <script src=heard.js></script></body></html>"
    )
}

/// What the page hears.
const HEARD: &str = "window.heard = []; for (const name of ['tm:ready', 'tm:change', 'tm:error', 'tm:height']) \
    addEventListener(name, (event) => heard.push([name, event.detail]));";

/// Opens a page of someone else.
async fn visit_host(page: &Page, body: &str, css: &str) {
    page.site.put("hostile.css", css);
    page.site.put("heard.js", HEARD);
    page.site.put("vard.html", host(body));
    page.open("test/vard.html").await;
}

/// Waits until so many elements show a contract.
async fn until_elements(page: &Page, count: usize) {
    page.until(
        &format!(
            "[...document.querySelectorAll('transition-map')].filter((e) => e.shadowRoot?.querySelector('[data-app=ready]')).length === {count}"
        ),
        "the elements show their contracts",
    )
    .await;
}

#[tokio::test]
async fn the_view_alone_begins_with_a_way_out_and_ends_with_its_source() {
    scenario(DESKTOP, async |page| {
        for (query, items) in [("?embed=1", 30), ("?embed=1&view=portfolio&contract=lund", 37), ("?embed=1&view=commitments&as=list", 5)] {
            page.visit(query).await;
            let first: String = page
                .js("document.querySelector('#app a[href], #app button, #app input, #app select').textContent")
                .await;
            assert!(first.starts_with("Öppna i eget fönster"), "{query}: {first}");
            for absent in [".tm-nav", ".tm-controls", ".tm-tools"] {
                assert_eq!(page.count(absent).await, 0, "{query}: {absent}");
            }
            let drawn: usize = page
                .js("new Set([...document.querySelectorAll('.tm-stage [data-item]')].map((e) => e.dataset.item)).size")
                .await;
            assert!(drawn >= items, "{query}: {drawn}");
            let source = page.text(".tm-alone-source").await;
            assert!(source.contains("Källa: ") && source.contains("limatkontrakt"), "{source}");
            let way: String = page.js("document.querySelector('#app a').getAttribute('href')").await;
            assert!(!way.contains("embed"), "{way}");
            let kept: usize = page.js("localStorage.length + sessionStorage.length + document.cookie.length").await;
            assert_eq!(kept, 0, "nothing is stored");
        }
    })
    .await;
}

#[tokio::test]
async fn the_view_alone_leaves_the_wheel_to_the_page() {
    scenario(DESKTOP, async |page| {
        page.visit("?embed=1&view=roadmap").await;
        page.wheel("svg.tm-drawing", -400, true).await;
        page.wheel("svg.tm-drawing", 300, false).await;
        page.until("scrollY > 100", "the page scrolls").await;
        assert_eq!(
            page.query().await,
            "?view=roadmap&embed=1",
            "the years stay"
        );
    })
    .await;
}

#[tokio::test]
async fn a_frame_is_as_high_as_its_content_and_does_not_grow_by_itself() {
    scenario(DESKTOP, async |page| {
        let frame = "<iframe data-transition-map src='../?embed=1&view=map' title=Karta width=700 height=400></iframe>";
        visit_host(page, frame, "").await;
        page.until("document.querySelector('iframe').height !== '400'", "it follows").await;
        let height = "document.querySelector('iframe').getBoundingClientRect().height";
        let inside = "document.querySelector('iframe').contentDocument.querySelector('.tm-page').getBoundingClientRect().height";
        page.until(&format!("Math.abs({height} - {inside}) < 6"), "it is as high as what it shows").await;
        let before: f64 = page.js(height).await;
        page.js::<Value>("new Promise((done) => setTimeout(() => done(null), 1500))").await;
        assert_eq!(page.js::<f64>(height).await, before, "and stays so");
        page.run("document.querySelector('iframe').dataset.maxHeight = '500'; postMessage({ type: 'tm:height', detail: 3000 }, '*')").await;
        page.js::<Value>("new Promise((done) => setTimeout(() => done(null), 200))").await;
        assert_eq!(page.js::<f64>(height).await, before, "nobody else is listened to");
        let scrolls: bool = page.js("document.querySelector('iframe').contentWindow.document.documentElement.scrollHeight > 100").await;
        assert!(scrolls);
    })
    .await;
}

#[tokio::test]
async fn wordpress_is_told_the_height_in_its_own_words() {
    scenario(DESKTOP, async |page| {
        page.site.put("heard.js", "window.said = []; addEventListener('message', ({ data }) => said.push(data));");
        page.site.put(
            "wp.html",
            "<!doctype html><meta charset=utf-8><title>wp</title><script src=heard.js></script>\
             <iframe title=Karta src='../?embed=1#?secret=aBc123' width=600 height=300></iframe>",
        );
        page.open("test/wp.html").await;
        page.until(
            "said.some((it) => it.message === 'height' && it.secret === 'aBc123' && it.value > 300)",
            "WordPress hears it",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn elements_share_a_program_follow_their_attributes_and_are_not_reached_by_the_page() {
    scenario(DESKTOP, async |page| {
        let body = "<p id=before>Text</p><transition-map contract=orebro view=map></transition-map>\
                    <transition-map contract=lund view=portfolio lang=en></transition-map>\
                    <transition-map contract=exempelkommun view=commitments as=list theme=dark></transition-map>";
        visit_host(page, body, "* { all: unset !important } svg, button, table { display: none !important }").await;
        until_elements(page, 3).await;
        let requests = page.site.requests();
        let programs = requests.iter().filter(|it| it.path.ends_with(".wasm")).count();
        assert_eq!(programs, 1, "one program for all of them");
        let inside = |at: usize, rest: &str| format!("document.querySelectorAll('transition-map')[{at}].shadowRoot{rest}");
        let drawn: f64 = page.js(&inside(0, ".querySelector('svg.tm-drawing').getBoundingClientRect().width")).await;
        assert!(drawn > 300.0, "the page's styles do not reach it: {drawn}");
        let weight: String = page
            .js("getComputedStyle(document.querySelector('#before')).fontFamily")
            .await;
        assert!(!weight.contains("system-ui"), "nor its own the page: {weight}");
        let root = inside(0, ".querySelector('[data-app]')");
        page.run("document.querySelector('transition-map').setAttribute('view', 'roadmap')").await;
        page.until(&format!("{root}.dataset.view === 'roadmap'"), "an attribute is live").await;
        page.run("document.querySelector('transition-map').setAttribute('item', 'klimatinvesteringsplan')").await;
        page.until(&inside(0, ".querySelector('aside h2')?.textContent === 'Klimatinvesteringsplan'"), "an item is shown").await;
        let query: String = page.js("location.search").await;
        assert_eq!(query, "", "the page's address is its own");
        let title: String = page.js("document.title").await;
        assert_eq!(title, "En annan sida");
        page.until("heard.filter(([name]) => name === 'tm:ready').length === 3", "each says that it is ready").await;
        page.until("heard.some(([name, detail]) => name === 'tm:change' && detail.includes('view=roadmap'))", "and what it shows").await;
    })
    .await;
}

#[tokio::test]
async fn when_the_program_stops_the_element_says_so_and_can_start_anew() {
    scenario(DESKTOP, async |page| {
        visit_host(
            page,
            "<p id=before>Text</p><transition-map contract=orebro></transition-map>",
            "",
        )
        .await;
        until_elements(page, 1).await;
        page.run("dispatchEvent(new CustomEvent('tm:panic'))").await;
        let said =
            "document.querySelector('transition-map').shadowRoot.querySelector('[role=alert]')";
        page.until(
            &format!("{said}?.textContent.includes('kunde inte visas')"),
            "it says so",
        )
        .await;
        assert_eq!(page.text("#before").await, "Text", "the page is not dead");
        page.run(&format!("{said}.querySelector('button').click()"))
            .await;
        until_elements(page, 1).await;
    })
    .await;
}

/// Firefox does not tell how many listeners and nodes there are.
mod in_chromium {
    use serde_json::{Value, json};

    use super::super::support::{PHONE, Page, scenario};
    use super::visit_host;

    #[tokio::test]
    async fn an_element_that_comes_and_goes_a_hundred_times_leaves_nothing_behind() {
        scenario(PHONE, async |page| {
            visit_host(page, "<div id=place></div>", "").await;
            page.run(
                "window.come = async (times) => { const place = document.getElementById('place'); \
                 for (let i = 0; i < times; i++) { place.innerHTML = '<transition-map contract=exempelkommun></transition-map>'; \
                 const it = place.firstChild; \
                 while (!it.shadowRoot?.querySelector('[data-app=ready]')) await new Promise((done) => setTimeout(done, 5)); \
                 it.remove(); } return null; }",
            )
            .await;
            let counted = async |page: &Page| -> (f64, f64) {
                page.cdp("HeapProfiler.collectGarbage", &json!({}));
                let metrics = page.cdp("Performance.getMetrics", &json!({}));
                let of = |name: &str| {
                    let all = metrics["metrics"].as_array().unwrap();
                    all.iter().find(|it| it["name"] == name).and_then(|it| it["value"].as_f64()).unwrap()
                };
                (of("JSEventListeners"), of("Nodes"))
            };
            page.cdp("Performance.enable", &json!({}));
            page.js::<Value>("come(5)").await;
            let before = counted(page).await;
            page.js::<Value>("come(100)").await;
            let after = counted(page).await;
            assert!(after.0 - before.0 < 20.0, "listeners: {before:?} {after:?}");
            assert!(after.1 - before.1 < 400.0, "nodes: {before:?} {after:?}");
            assert_eq!(page.count("transition-map").await, 0);
        })
        .await;
    }
}
