//! What may fail round the app: storage that is refused, a contract that another origin keeps to itself, a program that
//! stops.

use serde_json::json;

use super::orebro;
use super::support::{DESKTOP, Page, scenario};

/// Refuses every place where a page can keep something, and notes who asks.
const REFUSED: &str = "window.askedFor = [];
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(window, name, { get() { askedFor.push(name); throw new DOMException('refused', 'SecurityError'); } });
    Object.defineProperty(Document.prototype, 'cookie', {
      get() { askedFor.push('cookie'); throw new DOMException('refused', 'SecurityError'); },
      set() { askedFor.push('cookie'); throw new DOMException('refused', 'SecurityError'); },
    });
    Object.defineProperty(Navigator.prototype, 'storage', { get() { askedFor.push('storage'); throw new Error('refused'); } });
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { askedFor.push('serviceWorker'); throw new Error('refused'); } });";

/// Makes the next element that the program asks the page for fail, once it is told so.
const NOT_MADE: &str = "const made = Document.prototype.createElement;
    Document.prototype.createElement = function (...given) {
      if (window.broken && new Error().stack.includes('wasm')) {
        window.broken = false;
        throw new Error('not made');
      }
      return made.apply(this, given);
    };";

/// The words in the shadow of the element at this place.
fn shadow(at: usize) -> String {
    format!("document.querySelectorAll('transition-map')[{at}]?.shadowRoot?.textContent ?? ''")
}

/// Opens a page of another site with this body, which may use our frames and elements.
async fn visit_host(page: &Page, body: &str) {
    let script = page.site.url("embed.js");
    let host = format!(
        "<!doctype html><html lang=sv><meta charset=utf-8><title>Värd</title>{body}<script src='{script}'></script></html>"
    );
    page.site.put("vard.html", host);
    page.open("bare/vard.html").await;
}

#[tokio::test]
async fn nothing_is_kept_anywhere_and_so_nothing_is_missed_when_that_is_refused() {
    scenario(DESKTOP, async |page| {
        page.before_every_page(REFUSED);
        for view in ["map", "roadmap", "portfolio", "commitments", "share"] {
            page.visit(&format!("?contract=exempelkommun&view={view}"))
                .await;
            page.until_root("data-view", view).await;
        }
        page.open_dialog("Öppna kontrakt").await;
        page.press("Lunds kommun").await;
        page.until_root("data-contract", "lund").await;
        assert_eq!(
            page.js::<Vec<String>>("askedFor").await,
            Vec::<String>::new()
        );
        let asked: bool = page
            .js("(() => { try { localStorage; } catch { return askedFor.length === 1; } })()")
            .await;
        assert!(asked, "the scenario refuses what it says");
    })
    .await;
}

#[tokio::test]
async fn a_contract_of_another_origin_is_shown_in_an_element_and_a_frame_when_that_origin_lets_it()
{
    scenario(DESKTOP, async |page| {
        page.expect_requests_to(&page.other);
        page.expect_error("");
        page.other.put("kontrakt.json", orebro::TEXT);
        page.other.put("tabell.csv", "Åtgärd;Kostnad\nBussar;5 MSEK\n");
        let table = page.other.url("cors/tabell.csv");
        let (open, closed) = (
            page.other.url("cors/kontrakt.json"),
            page.other.url("test/kontrakt.json"),
        );
        let frame = |name: &str, contract: &str| {
            let address = page.site.url(&format!("?embed=1&contract={contract}"));
            format!("<iframe id={name} title=Karta width=700 height=500 src='{address}'></iframe>")
        };
        visit_host(
            page,
            &format!(
                "<transition-map contract='{open}'></transition-map><transition-map contract='{closed}'></transition-map>\
                 <transition-map contract='{table}'></transition-map>{}{}",
                frame("open", &open),
                frame("closed", &closed)
            ),
        )
        .await;
        let inside = |name: &str| {
            format!("document.getElementById('{name}').contentDocument.body.innerText")
        };
        for (said, shown, refused) in [
            (shadow(0), "Örebro kommun", false),
            (inside("open"), "Örebro kommun", false),
            (shadow(1), "(CORS)", true),
            (inside("closed"), "(CORS)", true),
            (shadow(2), "leder till en tabell", true),
        ] {
            page.until(&format!("({said}).includes({})", json!(shown)), shown)
                .await;
            let text: String = page.js(&said).await;
            assert_eq!(text.contains("kunde inte öppnas"), refused, "{text}");
            assert_eq!(text.contains("Örebro kommun"), !refused, "{text}");
            assert!(text.trim_start().starts_with("Öppna i eget fönster"), "{text}");
            assert!(!text.contains("Läser"), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_program_that_stops_leaves_a_message_in_each_element_and_the_page_alive() {
    scenario(DESKTOP, async |page| {
        page.expect_error("");
        page.before_every_page(NOT_MADE);
        visit_host(
            page,
            "<p id=before>Text</p><transition-map contract=orebro></transition-map>",
        )
        .await;
        page.until(
            "document.querySelector('transition-map').shadowRoot?.querySelector('[data-app=ready]')",
            "the first is shown",
        )
        .await;
        page.run("addEventListener('tm:panic', (event) => window.place = event.detail); window.broken = true; document.body.append(document.createElement('transition-map'))")
            .await;
        for at in [0, 1] {
            page.until(
                &format!("({}).includes('kunde inte visas')", shadow(at)),
                "it says so",
            )
            .await;
        }
        let place: String = page.js("window.place ?? ''").await;
        assert!(place.contains(".rs:"), "a real one, with its place: {place}");
        assert_eq!(page.text("#before").await, "Text", "the page is not dead");
        for at in [0, 1] {
            page.run(&format!(
                "document.querySelectorAll('transition-map')[{at}].shadowRoot.querySelector('button').click()"
            ))
            .await;
        }
        page.until(
            "[...document.querySelectorAll('transition-map')].every((it) => it.shadowRoot.querySelector('[data-app=ready]'))",
            "both are shown anew",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn an_app_that_stops_says_so_and_what_can_be_done() {
    scenario(DESKTOP, async |page| {
        page.expect_error("");
        page.visit("").await;
        page.run("dispatchEvent(new CustomEvent('tm:panic', { detail: 'src/a.rs:1:2' }))")
            .await;
        let said = page.text("#app [role=alert]").await;
        assert!(
            said.contains("har slutat fungera") && said.contains("src/a.rs:1:2"),
            "{said}"
        );
        assert_eq!(page.root("data-app").await.as_deref(), Some("error"));
        assert_eq!(
            page.count("#app .tm-app").await,
            0,
            "nothing that no longer answers is left"
        );
        page.assert_accessible().await;
    })
    .await;
}
