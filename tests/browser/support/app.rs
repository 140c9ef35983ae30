//! The app in the words of a reader: its buttons and fields by their names, its items, and what it says of itself.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::json;

use super::Page;

/// An item on the page: its id, kind and process, as its attributes say.
pub type Shown = (String, String, Option<String>);

/// How long a button or field may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

impl Page {
    /// Presses the button, link or summary of this name. A name may go on after a comma: "Zooma in, 2025–2027".
    pub async fn press(&self, name: &str) {
        let xpath = format!(
            "//*[self::button or self::a or self::summary][normalize-space()='{name}' or @aria-label='{name}' or starts-with(@aria-label, '{name}, ')]"
        );
        let element = self.visible(&xpath, name).await;
        element
            .click()
            .await
            .unwrap_or_else(|error| panic!("\"{name}\" cannot be pressed: {error}"));
    }

    /// Opens the dialog for opening a contract, by the button of this name. The program of a first visit fetches it.
    pub async fn open_dialog(&self, name: &str) {
        self.press(name).await;
        self.until(
            "document.querySelector('dialog[open]')",
            "the dialog is there",
        )
        .await;
    }

    /// Chooses an option of the select with this label.
    pub async fn choose(&self, label: &str, option: &str) {
        let field = self.field(label).await;
        // A browser leaves it where something sticky covers it, as long as it is on the screen.
        let middle = "arguments[0].scrollIntoView({ block: 'center' })";
        let it = serde_json::to_value(&field).expect("an element is a value");
        drop(self.client.execute(middle, vec![it]).await);
        field
            .select_by_label(option)
            .await
            .unwrap_or_else(|error| panic!("\"{label}\" has no \"{option}\": {error}"));
    }

    /// The input, select or textarea with this label.
    pub async fn field(&self, label: &str) -> Element {
        let xpath = format!(
            "//label[span[normalize-space()='{label}']]//*[self::input or self::select or self::textarea]"
        );
        self.visible(&xpath, label).await
    }

    /// The first element that can be seen, once there is one.
    async fn visible(&self, xpath: &str, name: &str) -> Element {
        let start = Instant::now();
        loop {
            let found = self.client.find_all(Locator::XPath(xpath)).await;
            for element in found.unwrap_or_default() {
                if element.is_displayed().await.unwrap_or(false) {
                    return element;
                }
            }
            assert!(
                start.elapsed() < PATIENCE,
                "there is nothing called \"{name}\""
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What an attribute of the app's root says.
    pub async fn root(&self, name: &str) -> Option<String> {
        self.js(&format!(
            "document.getElementById('app').getAttribute({})",
            json!(name)
        ))
        .await
    }

    /// Waits until an attribute of the app's root says this.
    pub async fn until_root(&self, name: &str, value: &str) {
        let expression = format!(
            "document.getElementById('app').getAttribute({}) === {}",
            json!(name),
            json!(value)
        );
        self.until(&expression, &format!("the root says {name}={value}"))
            .await;
    }

    /// Waits until the address says this, from `?` on.
    pub async fn until_query(&self, query: &str) {
        self.until(
            &format!("location.search === {}", json!(query)),
            &format!("the address says {query}"),
        )
        .await;
    }

    /// The items that a CSS selector means, sorted; one that stands there twice is there twice.
    pub async fn items(&self, selector: &str) -> Vec<Shown> {
        let mut items: Vec<Shown> = self
            .js(&format!(
                "[...document.querySelectorAll({})].map((e) => [e.dataset.item, e.dataset.kind, e.dataset.step ?? null])",
                json!(selector)
            ))
            .await;
        items.sort();
        items
    }

    /// The item that the keyboard is at.
    pub async fn focused_item(&self) -> Option<String> {
        self.js("document.activeElement.closest('[data-item]')?.dataset.item ?? null")
            .await
    }

    /// Runs JavaScript in every page and frame before anything else does.
    pub fn before_every_page(&self, script: &str) {
        self.browser.before_every_page(script);
    }

    /// Waits until nothing on the page is in motion any more.
    pub async fn until_still(&self) {
        self.until(
            "document.getAnimations().every((it) => it.playState === 'finished') && !document.querySelector('.tm-travels')",
            "everything has come to rest",
        )
        .await;
    }

    /// What a failed opening must leave as it was: the contract, its name, and every item on the page.
    pub async fn on_screen(&self) -> (Option<String>, String, Vec<Shown>) {
        (
            self.root("data-contract").await,
            self.text("h1").await,
            self.items("[data-item]").await,
        )
    }
}
