//! The page before the program, without it, and where it has no origin.

use super::orebro;
use super::support::{DESKTOP, PHONE, Page, scenario};

/// Notes, before anything else is done, where the heading stood before the program came, and whether heading and list were
/// seen then.
const NOTE: &str = "addEventListener('DOMContentLoaded', () => { const seen = (e) => getComputedStyle(e).visibility; const h1 = document.querySelector('h1'); \
     window.before = h1 && [h1.innerText, ...['x', 'y'].map((it) => h1.getBoundingClientRect()[it]), seen(h1), seen(document.querySelector('.tm-list'))]; });";

/// The ids of the items in the built page as it comes, sorted.
async fn items_of_the_file(page: &Page) -> Vec<String> {
    let mut ids: Vec<String> = page.js("fetch('.').then((it) => it.text()).then((it) => [...new DOMParser().parseFromString(it, 'text/html').querySelectorAll('[data-item]')].map((e) => e.dataset.item))").await;
    ids.sort();
    ids
}

#[tokio::test]
async fn the_page_as_it_comes_is_the_list_that_the_program_draws() {
    scenario(DESKTOP, async |page| {
        page.visit("?as=list").await;
        let drawn = page.items("li[data-item]").await;
        let drawn: Vec<String> = drawn.into_iter().map(|(id, ..)| id).collect();
        assert_eq!(items_of_the_file(page).await, drawn);
        assert_eq!(drawn.len(), orebro::shown(|_| true).len());
        // What the program names the page is what it was named before.
        let named: (String, String, String) = page.js("fetch('.').then((it) => it.text()).then((it) => new DOMParser().parseFromString(it, 'text/html')).then((d) => [d.title, d.documentElement.lang, d.querySelector('meta[name=description]').content])").await;
        assert_eq!(named.0, page.client.title().await.unwrap());
        assert_eq!(named.1, "sv");
        assert!(named.2.contains("Örebro kommun") && named.2.contains("2025/26"), "{}", named.2);
    })
    .await;
}

#[tokio::test]
async fn nothing_flashes_and_the_heading_stays_when_the_program_takes_over() {
    for screen in [DESKTOP, PHONE] {
        scenario(screen, async |page| {
            page.before_every_page(NOTE);
            for query in ["", "?view=roadmap", "?as=list"] {
                page.visit(query).await;
                page.until_still().await;
                let before: (String, f64, f64, String, String) = page.js("before").await;
                assert_eq!((before.3.as_str(), before.4.as_str()), ("visible", "hidden"), "the heading is there at once, the list only when it takes long");
                let after: (String, f64, f64) = page.js("((e) => [e.innerText, ...['x', 'y'].map((it) => e.getBoundingClientRect()[it])])(document.querySelector('h1'))").await;
                assert_eq!((before.0, before.1, before.2), after, "{query}: the heading stays");
                assert_eq!(page.count("#first, #loading").await, 0);
            }
        })
        .await;
    }
}

#[tokio::test]
async fn nobody_is_shown_another_contract_than_the_one_asked_for() {
    scenario(DESKTOP, async |page| {
        page.before_every_page(NOTE);
        page.visit("?contract=malmo").await;
        let before: Option<serde_json::Value> = page.js("before").await;
        assert_eq!(
            before, None,
            "Örebro's heading and list are gone before anything is seen"
        );
        for query in ["?v=2023", "?lang=en"] {
            page.visit(query).await;
            let seen: String = page.js("before[3]").await;
            assert_eq!(seen, "hidden", "{query}: nor another heading");
        }
    })
    .await;
}

#[tokio::test]
async fn without_script_the_contract_is_read_as_a_list() {
    scenario(DESKTOP, async |page| {
        page.expect_error("Blocked script execution");
        page.site.put("host.html", "<!doctype html><title>Värd</title><iframe sandbox='allow-same-origin' src='/' title='Karta' width='1000' height='700'></iframe>");
        page.open("test/host.html").await;
        page.until("frames[0]?.document.querySelector('.tm-foot')", "the page has come").await;
        let text: String = page.js("frames[0].document.body.innerText").await;
        for words in ["Örebro kommun", "Klimatkontrakt 2030 · Version 2025/26", "Här står kontraktet som lista", "Tillgänglighetsredogörelse"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        for item in orebro::items() {
            assert!(text.contains(item.text("title")), "{}", item.id);
        }
        assert!(!text.contains("ladda om sidan"), "nobody waits");
        let hidden: Vec<String> = page.js("[...frames[0].document.querySelectorAll('h1, h2, [data-item]')].filter((e) => getComputedStyle(e).visibility !== 'visible').map((e) => e.outerHTML)").await;
        assert!(hidden.is_empty(), "{hidden:?}");
    })
    .await;
}

#[tokio::test]
async fn a_frame_without_an_origin_shows_the_map() {
    scenario(DESKTOP, async |page| {
        page.expect_requests_to(&page.other);
        let map = page.site.url("?view=map");
        page.other.put("host.html", format!("<!doctype html><title>En annan webbplats</title><script>heard = []; addEventListener('message', (e) => heard.push([e.data.type, e.origin]));</script><iframe sandbox='allow-scripts' src='{map}' title='Karta' width='1000' height='700'></iframe>"));
        page.client.goto(&page.other.url("bare/host.html")).await.unwrap();
        page.until("heard.some(([type, origin]) => type === 'tm:ready' && origin === 'null')", "the app is ready, and has no origin").await;
        page.client.enter_frame(0).await.unwrap();
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
        assert_eq!(page.js::<String>("getComputedStyle(document.querySelector('.tm-header')).display").await, "flex", "it has its style sheet");
        page.press("Åtaganden").await;
        page.until("document.querySelector('.tm-weave')", "the whole program comes, too").await;
        page.client.clone().enter_parent_frame().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_foot_leads_to_what_is_said_of_the_app() {
    scenario(DESKTOP, async |page| {
        page.visit("a/b/?lang=en").await;
        page.press("Accessibility statement").await;
        page.until("location.pathname === '/a/b/accessibility.html' && document.querySelector('h1').textContent.startsWith('Accessibility statement')", "the statement").await;
        page.visit("").await;
        page.press("Integritet").await;
        page.until("location.pathname === '/integritet.html' && document.querySelector('h1')", "the page about privacy").await;
        page.visit("?embed=1").await;
        assert_eq!(page.count(".tm-foot a").await, 0, "in another page that page has a foot");
    })
    .await;
}

/// Firefox does not tell what has shifted.
mod in_chromium {
    use super::super::support::{DESKTOP, PHONE, scenario};

    /// Notes how much moves that was there already.
    const NOTE: &str = "window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => it.value))).observe({ type: 'layout-shift', buffered: true });";

    #[tokio::test]
    async fn nothing_jumps_when_the_program_takes_over() {
        for screen in [DESKTOP, PHONE] {
            scenario(screen, async |page| {
                page.before_every_page(NOTE);
                for query in ["", "?view=roadmap", "?as=list"] {
                    page.visit(query).await;
                    page.until_still().await;
                    let shift: f64 = page.js("shifts.reduce((a, b) => a + b, 0)").await;
                    println!(
                        "layout shift at {} px, \"{query}\": {shift:.4}",
                        screen.width
                    );
                    assert!(shift < 0.1, "{query}: {shift}");
                    // What does jump is noticed.
                    page.run("document.body.prepend(document.createElement('hr'))")
                        .await;
                    page.until("shifts.length > 0", "a line above the page is a shift")
                        .await;
                }
            })
            .await;
        }
    }
}
