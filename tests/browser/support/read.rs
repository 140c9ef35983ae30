//! What stands on the page.

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::json;

use super::Page;

impl Page {
    /// The first element that a CSS selector means, once there is one.
    pub async fn find(&self, selector: &str) -> Element {
        self.until(
            &format!("document.querySelector({})", json!(selector)),
            &format!("there is `{selector}`"),
        )
        .await;
        self.client
            .find(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("`{selector}`: {error}"))
    }

    /// How many elements a CSS selector means.
    pub async fn count(&self, selector: &str) -> usize {
        self.js(&format!(
            "document.querySelectorAll({}).length",
            json!(selector)
        ))
        .await
    }

    /// The text of an element as a reader sees it.
    pub async fn text(&self, selector: &str) -> String {
        self.find(selector)
            .await
            .text()
            .await
            .unwrap_or_else(|error| panic!("`{selector}`: {error}"))
    }

    /// An attribute of an element.
    pub async fn attr(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector)
            .await
            .attr(name)
            .await
            .unwrap_or_else(|error| panic!("`{selector}`: {error}"))
    }

    /// What stands in the address bar, from `?` on.
    pub async fn query(&self) -> String {
        self.js("location.search").await
    }

    /// The element that has the focus, as its tag and its most telling name.
    pub async fn focused(&self) -> String {
        self.js(
            "((e) => `${e.localName}${e.id ? '#' + e.id : ''} ${e.getAttribute('aria-label') ?? e.innerText ?? ''}`.trim())(document.activeElement)",
        )
        .await
    }

    /// Elements that a graphic should not hold: a `<g>` that nobody wrote (it has no attribute), or one outside the SVG
    /// namespace. Leptos puts both there where a child is all literals.
    pub async fn stray_svg(&self) -> Vec<String> {
        self.js(
            "[...document.querySelectorAll('svg')].flatMap((svg) => [...svg.querySelectorAll(':not(foreignObject *)')])
               .filter((e) => e.namespaceURI !== 'http://www.w3.org/2000/svg' || (e.localName === 'g' && e.attributes.length === 0))
               .map((e) => e.outerHTML.slice(0, 200))",
        )
        .await
    }

    /// Fails with the elements that a graphic should not hold.
    pub async fn assert_clean_svg(&self) {
        let strays = self.stray_svg().await;
        assert!(
            strays.is_empty(),
            "stray elements in a graphic:\n{}",
            strays.join("\n")
        );
    }
}
