//! A page in a browser, from its opening to its end.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::driver::{Browser, Driver};
use super::watch::Seen;
use super::{Origin, Screen};

/// How long a page has for what it is about to do. Generous: a busy machine must not fail a test.
const PATIENCE: Duration = Duration::from_secs(20);

/// A page with a browser, an origin that serves the app, and another origin.
pub struct Page {
    /// For what this type has no word for.
    pub client: Client,
    /// Serves `dist/` at `/`, and once more at `/a/b/`.
    pub site: Origin,
    /// A stranger's web server.
    pub other: Origin,
    pub(super) browser: Box<dyn Browser>,
    pub(super) driver: Driver,
    pub(super) seen: RefCell<Seen>,
}

impl Page {
    /// Starts a browser with an empty page.
    pub(super) async fn start(screen: Screen) -> Self {
        let driver = Driver::start();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(driver.capabilities(screen))
            .connect(&driver.url())
            .await
            .unwrap_or_else(|error| panic!("the browser could not be started: {error}"));
        let session = client
            .session_id()
            .await
            .ok()
            .flatten()
            .expect("a session that began has an id");
        let said = client.capabilities().cloned().unwrap_or_default();
        let browser = driver.browser(session, &Value::Object(said));
        browser.resize(screen);
        Self {
            client,
            site: Origin::of_the_app(),
            other: Origin::elsewhere(),
            browser,
            driver,
            seen: RefCell::default(),
        }
    }

    /// Opens an address, written from the root of the app's origin (`""`, `"?view=roadmap"`, `"a/b/"`), and waits for the
    /// browser, not for the app.
    pub async fn open(&self, address: &str) {
        let url = self.site.url(address);
        self.client
            .goto(&url)
            .await
            .unwrap_or_else(|error| panic!("{url} could not be opened: {error}"));
    }

    /// Loads the page again, and waits for the browser.
    pub async fn reload(&self) {
        let done = self.client.refresh().await;
        done.unwrap_or_else(|error| panic!("the page could not be loaded again: {error}"));
    }

    /// Opens an address and waits until the app is ready.
    pub async fn visit(&self, address: &str) {
        self.open(address).await;
        self.wait_ready().await;
    }

    /// Waits until the app is ready; fails at once when it says that it has failed.
    pub async fn wait_ready(&self) {
        self.until(
            "['ready', 'error'].includes(document.getElementById('app')?.dataset.app)",
            "the app has started",
        )
        .await;
        let (state, text): (String, String) = self
            .js("[document.getElementById('app').dataset.app, document.body.innerText]")
            .await;
        assert_eq!(state, "ready", "the app says: {text}");
    }

    /// The value of a JavaScript expression; of its promise, when it is one.
    pub async fn js<T: DeserializeOwned>(&self, expression: &str) -> T {
        let value = self.run(&format!("return ({expression});")).await;
        serde_json::from_value(value.clone())
            .unwrap_or_else(|error| panic!("`{expression}` is {value}: {error}"))
    }

    /// Runs JavaScript statements, and returns what they `return`.
    pub async fn run(&self, script: &str) -> Value {
        self.client
            .execute(script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("`{script}` failed: {error}"))
    }

    /// Waits until a JavaScript expression is true. `what` says it in words: "the panel is open".
    pub async fn until(&self, expression: &str, what: &str) {
        let start = Instant::now();
        while !self.js::<bool>(&format!("Boolean({expression})")).await {
            assert!(
                start.elapsed() < PATIENCE,
                "waited {} s in vain: {what} (`{expression}`)",
                PATIENCE.as_secs()
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Sends a command of the Chrome DevTools Protocol: for scenarios in a module `in_chromium`.
    pub fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.browser.cdp(command, parameters)
    }
}
