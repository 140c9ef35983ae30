//! What the page does behind the reader's back: its console and its requests.

use serde_json::{Value, json};

use super::{Origin, Page};

/// What has been seen so far (the driver tells each thing once), and what of it a scenario expects.
#[derive(Default)]
pub struct Seen {
    console: Vec<Entry>,
    requests: Vec<String>,
    expected_errors: Vec<String>,
    expected_origins: Vec<String>,
}

struct Entry {
    level: String,
    message: String,
}

impl Page {
    /// Lets the console show errors that hold this text: those that the scenario provokes.
    pub fn expect_error(&self, text: &str) {
        self.seen.borrow_mut().expected_errors.push(text.to_owned());
    }

    /// Lets requests go to another origin: one that the scenario asks the app to read from.
    pub fn expect_requests_to(&self, origin: &Origin) {
        self.seen.borrow_mut().expected_origins.push(origin.url(""));
    }

    /// Everything on the console, with its level.
    pub fn console(&self) -> Vec<String> {
        self.look();
        self.seen
            .borrow()
            .console
            .iter()
            .map(|Entry { level, message }| format!("{level} {message}"))
            .collect()
    }

    /// Errors on the console that were not expected: what the page logged as one, uncaught exceptions, files that did not
    /// load, and breaches of the Content-Security-Policy.
    pub fn console_errors(&self) -> Vec<String> {
        self.look();
        let seen = self.seen.borrow();
        let unexpected = |entry: &&Entry| {
            entry.level == "SEVERE"
                && !seen
                    .expected_errors
                    .iter()
                    .any(|text| entry.message.contains(text))
        };
        seen.console
            .iter()
            .filter(unexpected)
            .map(|entry| entry.message.clone())
            .collect()
    }

    /// Every address that the page asked for over the network, whether or not an answer came.
    pub fn requests(&self) -> Vec<String> {
        self.look();
        self.seen.borrow().requests.clone()
    }

    /// The requests that left the app's origin without being expected to.
    pub fn requests_to_other_origins(&self) -> Vec<String> {
        self.look();
        let seen = self.seen.borrow();
        let own = self.site.url("");
        let expected = |url: &String| {
            url.starts_with(&own)
                || seen
                    .expected_origins
                    .iter()
                    .any(|origin| url.starts_with(origin))
        };
        seen.requests
            .iter()
            .filter(|url| !expected(url))
            .cloned()
            .collect()
    }

    /// What every page must keep, whatever the scenario: no error on the console, and nothing asked of anybody else.
    pub fn assert_quiet(&self) {
        let errors = self.console_errors();
        assert!(
            errors.is_empty(),
            "errors on the console:\n{}",
            errors.join("\n")
        );
        let strangers = self.requests_to_other_origins();
        assert!(
            strangers.is_empty(),
            "requests to other origins:\n{}",
            strangers.join("\n")
        );
    }

    /// Takes what is new from the driver's logs.
    fn look(&self) {
        let mut seen = self.seen.borrow_mut();
        for entry in self.log("browser") {
            seen.console.push(Entry {
                level: text(&entry["level"]),
                message: text(&entry["message"]),
            });
        }
        for entry in self.log("performance") {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())
                .unwrap_or_default();
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let url = text(&event["params"]["request"]["url"]);
                if ["http:", "https:", "ws:", "wss:", "ftp:"]
                    .iter()
                    .any(|scheme| url.starts_with(scheme))
                {
                    seen.requests.push(url);
                }
            }
        }
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        match self.driver.command("se/log", &json!({ "type": kind })) {
            Ok(Value::Array(entries)) => entries,
            Ok(other) => panic!("the {kind} log is no list: {other}"),
            Err(error) => panic!("the {kind} log cannot be read: {error}"),
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
