//! How the page is looked at: on what screen, in which theme, on paper, and as a picture.

use std::fs;
use std::path::Path;

use super::Page;

/// A window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// How wide the page is.
    pub width: u32,
    /// How high the page is.
    pub height: u32,
    /// Whether fingers touch it.
    pub touch: bool,
}

impl Page {
    /// Gives the page another size.
    pub fn resize(&self, screen: Screen) {
        self.browser.resize(screen);
    }

    /// Lets the reader's system have wishes: `&[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce"),
    /// ("forced-colors", "active")]`. An empty list takes them back.
    pub fn prefer(&self, wishes: &[(&str, &str)]) {
        self.browser.prefer(wishes);
    }

    /// Shows the page as it would be printed.
    pub fn as_print(&self) {
        self.browser.as_print();
    }

    /// Takes the network away, or gives it back.
    pub fn offline(&self, offline: bool) {
        self.browser.offline(offline);
    }

    /// Saves a picture of the window as target/screenshots/{name}.png.
    pub async fn screenshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        let picture = self
            .client
            .screenshot()
            .await
            .unwrap_or_else(|error| panic!("no picture could be taken: {error}"));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join(format!("{name}.png")), picture))
            .expect("target/ can be written");
    }

    /// After a failed scenario: a picture named after it, and what the console said.
    pub(super) async fn leave_traces(&self) {
        let test = std::thread::current()
            .name()
            .unwrap_or("scenario")
            .replace("::", "-");
        if let Ok(picture) = self.client.screenshot().await {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
            let file = folder.join(format!("failed-{test}.png"));
            drop(fs::create_dir_all(&folder).and_then(|()| fs::write(&file, picture)));
            eprintln!("the page as it was: target/screenshots/failed-{test}.png");
        }
        for line in self.console() {
            eprintln!("the console: {line}");
        }
    }
}
