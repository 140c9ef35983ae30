//! Chromium, by way of the Chrome DevTools Protocol and ChromeDriver's logs.

use std::path::Path;

use serde_json::{Value, json};

use super::{Browser, News, Screen, Session, text};

/// ChromeDriver: its name, the variable that names another, its arguments, and what it says before its port.
pub const DRIVER: (&str, &str, &[&str], &str) = (
    "chromedriver",
    "CHROMEDRIVER",
    &["--port=0", "--log-level=SEVERE"],
    "started successfully on port ",
);

/// Chromium with this profile, or the browser that `CHROME` names.
pub fn capabilities(profile: &Path, screen: Screen) -> Value {
    let mut options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--lang=sv-SE", "--hide-scrollbars=false",
            format!("--window-size={},{}", screen.width, screen.height),
            format!("--user-data-dir={}", profile.display()),
        ],
        "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
    });
    if let Some(browser) = std::env::var_os("CHROME") {
        options["binary"] = json!(browser.to_string_lossy());
    }
    json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

/// A session of ChromeDriver.
pub struct Chromium(Session);

impl Chromium {
    pub fn new(session: Session, downloads: &Path) -> Self {
        let it = Self(session);
        it.cdp(
            "Browser.setDownloadBehavior",
            &json!({ "behavior": "allow", "downloadPath": downloads }),
        );
        it
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        match self.0.command("se/log", &json!({ "type": kind })) {
            Ok(Value::Array(entries)) => entries,
            Ok(other) => panic!("the {kind} log is no list: {other}"),
            Err(error) => panic!("the {kind} log cannot be read: {error}"),
        }
    }
}

impl Browser for Chromium {
    fn resize(
        &self,
        Screen {
            width,
            height,
            touch,
        }: Screen,
    ) {
        // A mobile browser's way of fitting the page goes with a touch screen.
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch }),
        );
        self.cdp(
            "Emulation.setTouchEmulationEnabled",
            &json!({ "enabled": touch }),
        );
    }

    fn prefer(&self, wishes: &[(&str, &str)]) {
        let features: Vec<_> = wishes
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.cdp(
            "Emulation.setEmulatedMedia",
            &json!({ "media": "", "features": features }),
        );
    }

    fn as_print(&self) {
        self.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    fn offline(&self, offline: bool) {
        self.cdp("Network.emulateNetworkConditions", &json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }));
    }

    fn before_every_page(&self, script: &str) {
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        );
    }

    fn news(&self) -> Vec<News> {
        let console = self.log("browser").into_iter().map(|entry| {
            let message = text(&entry["message"]);
            match entry["level"].as_str() {
                Some("SEVERE") => News::Error(message),
                _ => News::Remark(message),
            }
        });
        let requests = self.log("performance").into_iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            (event["method"] == "Network.requestWillBeSent")
                .then(|| News::Request(text(&event["params"]["request"]["url"])))
        });
        console.chain(requests).collect()
    }

    fn cdp(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.0
            .command("goog/cdp/execute", &body)
            .unwrap_or_else(|error| panic!("{command} failed: {error}"))
    }
}
