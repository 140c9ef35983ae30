//! Firefox, by way of WebDriver BiDi; what that has no word for is set in the browser's own window.

use std::cell::RefCell;
use std::path::Path;

use serde_json::{Value, json};

use super::bidi::Bidi;
use super::{Browser, News, Screen, Session, text};

/// geckodriver: its name, the variable that names another, its arguments, and what it says before its port.
pub const DRIVER: (&str, &str, &[&str], &str) = (
    "geckodriver",
    "GECKODRIVER",
    &["--port=0", "--websocket-port=0", "--allow-system-access"],
    "Listening on 127.0.0.1:",
);

/// What the browser tells of.
const EVENTS: [&str; 4] = [
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.responseCompleted",
    "network.fetchError",
];

/// Firefox, or the browser that `FIREFOX` names.
pub fn capabilities() -> Value {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": { "intl.accept_languages": "sv-SE, sv" },
    });
    if let Some(browser) = std::env::var_os("FIREFOX") {
        options["binary"] = json!(browser.to_string_lossy());
    }
    json!({ "moz:firefoxOptions": options, "webSocketUrl": true })
}

/// A session of geckodriver with its socket.
pub struct Firefox {
    session: Session,
    bidi: RefCell<Bidi>,
    /// The tab.
    context: Value,
    /// Addresses whose answers the page no longer wants.
    given_up: RefCell<Vec<String>>,
}

impl Firefox {
    pub fn new(session: Session, said: &Value, downloads: &Path) -> Self {
        let url = said["webSocketUrl"].as_str();
        let bidi = Bidi::connect(url.expect("a session has a socket"));
        let mut it = Self {
            session,
            bidi: RefCell::new(bidi),
            context: Value::Null,
            given_up: RefCell::default(),
        };
        it.context =
            it.command("browsingContext.getTree", &json!({}))["contexts"][0]["context"].take();
        it.command("session.subscribe", &json!({ "events": EVENTS }));
        it.command(
            "browser.setDownloadBehavior",
            &json!({ "downloadBehavior": { "type": "allowed", "destinationFolder": downloads } }),
        );
        it
    }

    fn command(&self, method: &str, parameters: &Value) -> Value {
        self.bidi
            .borrow_mut()
            .command(method, parameters)
            .unwrap_or_else(|error| panic!("{method} failed: {error}"))
    }

    /// Runs JavaScript where the browser's own window is written.
    fn run(&self, script: &str, argument: &Value) {
        let done = (|| {
            self.session
                .command("moz/context", &json!({ "context": "chrome" }))?;
            let body = json!({ "script": script, "args": [argument] });
            let done = self.session.command("execute/sync", &body);
            self.session
                .command("moz/context", &json!({ "context": "content" }))?;
            done
        })();
        if let Err(error) = done {
            panic!("`{script}` failed: {error}");
        }
    }

    /// Sets preferences, or forgets them where there is no value. They hold for every page, which what is set of a tab does
    /// not: Firefox may give another page another one.
    fn set(&self, preferences: &[(&str, Option<i32>)]) {
        let script = "for (const [name, value] of arguments[0]) value === null ? Services.prefs.clearUserPref(name) : Services.prefs.setIntPref(name, value);";
        self.run(script, &json!(preferences));
    }

    /// Lets the page be laid out for a medium, until the next one comes.
    fn set_medium(&self, medium: &str) {
        let script = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0];";
        self.run(script, &json!(medium));
    }
}

impl Browser for Firefox {
    fn resize(
        &self,
        Screen {
            width,
            height,
            touch,
        }: Screen,
    ) {
        let coarse = touch.then_some(1);
        self.set(&[
            ("ui.primaryPointerCapabilities", coarse),
            ("ui.allPointerCapabilities", coarse),
            ("dom.w3c_touch_events.enabled", coarse),
        ]);
        self.command(
            "browsingContext.setViewport",
            &json!({ "context": self.context, "viewport": { "width": width, "height": height }, "devicePixelRatio": 1 }),
        );
    }

    fn prefer(&self, wishes: &[(&str, &str)]) {
        let wished = |name| wishes.iter().find(|it| it.0 == name).map(|it| it.1);
        let colours = wished("prefers-color-scheme").map(|it| if it == "dark" { 0 } else { 1 });
        let is = |name, value| (wished(name) == Some(value)).then_some(1);
        self.set(&[
            ("layout.css.prefers-color-scheme.content-override", colours),
            (
                "ui.prefersReducedMotion",
                is("prefers-reduced-motion", "reduce"),
            ),
            // 2: the page's colours are never used.
            (
                "browser.display.document_color_use",
                is("forced-colors", "active").map(|_| 2),
            ),
        ]);
        self.set_medium("");
    }

    fn as_print(&self) {
        self.set_medium("print");
    }

    fn offline(&self, offline: bool) {
        let conditions = if offline {
            json!({ "type": "offline" })
        } else {
            Value::Null
        };
        self.command(
            "emulation.setNetworkConditions",
            &json!({ "networkConditions": conditions, "contexts": [self.context] }),
        );
    }

    fn before_every_page(&self, script: &str) {
        let function = format!("() => {{ {script} }}");
        self.command(
            "script.addPreloadScript",
            &json!({ "functionDeclaration": function }),
        );
    }

    fn news(&self) -> Vec<News> {
        let mut bidi = self.bidi.borrow_mut();
        // What the page has done before it answers this is told before the answer. A page on its way out may not answer.
        let ask = json!({ "expression": "0", "target": { "context": self.context }, "awaitPromise": false });
        drop(bidi.command("script.evaluate", &ask));
        let events = bidi.events();
        let mut given_up = self.given_up.borrow_mut();
        given_up.extend(events.iter().filter_map(given_up_by));
        // A module that a page on its way out no longer wants is an error to that page only.
        let is_told = |it: &News| match it {
            News::Error(message) => !given_up.iter().any(|url| message.ends_with(url)),
            _ => true,
        };
        events.iter().filter_map(news).filter(is_told).collect()
    }
}

/// The address that a page has asked for and no longer wants, if the event tells that.
fn given_up_by(event: &Value) -> Option<String> {
    let it = &event["params"];
    let why = it["errorText"].as_str()?;
    // The second is a page whose frame has gone away.
    let is_given_up =
        why == "NS_BINDING_ABORTED" || why == "NS_ERROR_FAILURE" && !it["navigation"].is_null();
    is_given_up.then(|| text(&it["request"]["url"]))
}

/// What an event tells, if it is worth telling.
fn news(event: &Value) -> Option<News> {
    let it = &event["params"];
    let url = text(&it["request"]["url"]);
    match event["method"].as_str()? {
        "log.entryAdded" if it["level"] == "error" => Some(News::Error(text(&it["text"]))),
        "log.entryAdded" => Some(News::Remark(text(&it["text"]))),
        // The browser's own requests belong to no page.
        _ if it["context"].is_null() => None,
        "network.beforeRequestSent" => Some(News::Request(url)),
        "network.responseCompleted" => {
            let status = it["response"]["status"].as_u64()?;
            (status >= 400).then(|| News::Error(format!("{url} - status {status}")))
        }
        "network.fetchError" if given_up_by(event).is_none() => {
            Some(News::Error(format!("{url} - {}", text(&it["errorText"]))))
        }
        _ => None,
    }
}
