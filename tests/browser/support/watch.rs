//! What the page does behind the reader's back: its console and its requests.

use super::driver::News;
use super::{Origin, Page};

/// What has been seen so far (the browser tells each thing once), and what of it a scenario expects.
#[derive(Default)]
pub struct Seen {
    console: Vec<String>,
    errors: Vec<String>,
    requests: Vec<String>,
    expected_errors: Vec<String>,
    expected_origins: Vec<String>,
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

    /// Everything on the console, errors also.
    pub fn console(&self) -> Vec<String> {
        self.look();
        self.seen.borrow().console.clone()
    }

    /// Errors on the console that were not expected: what the page logged as one, uncaught exceptions, files that did not
    /// load, and breaches of the Content-Security-Policy.
    pub fn console_errors(&self) -> Vec<String> {
        self.look();
        let seen = self.seen.borrow();
        let expected = |error: &&String| {
            let mut texts = seen.expected_errors.iter();
            texts.any(|text| error.contains(text))
        };
        let unexpected = seen.errors.iter().filter(|it| !expected(it));
        unexpected.cloned().collect()
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

    /// Takes what is new from the browser.
    fn look(&self) {
        let mut seen = self.seen.borrow_mut();
        for news in self.browser.news() {
            match news {
                News::Error(message) => {
                    seen.console.push(format!("error: {message}"));
                    seen.errors.push(message);
                }
                News::Remark(message) => seen.console.push(message),
                News::Request(url) if over_the_network(&url) => seen.requests.push(url),
                News::Request(_) => {}
            }
        }
    }
}

fn over_the_network(url: &str) -> bool {
    let scheme = url.split(':').next();
    scheme.is_some_and(|it| ["http", "https", "ws", "wss", "ftp"].contains(&it))
}
