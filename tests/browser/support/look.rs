//! How the page is looked at: on what screen, in which theme, on paper, and as a picture.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::Page;

/// A window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// How wide the page is.
    pub width: u32,
    /// How high the page is.
    pub height: u32,
    /// Whether fingers touch it. A mobile browser's way of fitting the page goes with it.
    pub touch: bool,
}

impl Page {
    /// Gives the page another size.
    pub fn resize(
        &self,
        Screen {
            width,
            height,
            touch,
        }: Screen,
    ) {
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch }),
        );
        self.cdp(
            "Emulation.setTouchEmulationEnabled",
            &json!({ "enabled": touch }),
        );
    }

    /// Lets the reader's system have wishes: `&[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce"),
    /// ("forced-colors", "active")]`. An empty list takes them back.
    pub fn prefer(&self, wishes: &[(&str, &str)]) {
        let features: Vec<_> = wishes
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.cdp(
            "Emulation.setEmulatedMedia",
            &json!({ "media": "", "features": features }),
        );
    }

    /// Shows the page as it would be printed.
    pub fn as_print(&self) {
        self.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    /// Takes the network away, or gives it back.
    pub fn offline(&self, offline: bool) {
        self.cdp("Network.emulateNetworkConditions", &json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }));
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
