//! A ChromeDriver of its own for each scenario, so that nothing is left of one when the next begins.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use super::Screen;

/// A running ChromeDriver with at most one session. Dropping it ends the browser too, also while a test fails.
pub struct Driver {
    process: Child,
    /// Kept open, because a driver that cannot print stops.
    _output: BufReader<ChildStdout>,
    port: u16,
    session: OnceLock<String>,
    /// The browser's profile and what it downloads.
    folder: PathBuf,
}

impl Driver {
    /// Starts a driver on a free port.
    pub fn start() -> Self {
        // Between finding a free port and taking it, another driver may have taken it: then this one ends at once.
        let mut attempts = (0..5).map(|_| Self::try_to_start());
        attempts
            .find_map(|it| it)
            .expect("ChromeDriver says which port it took")
    }

    /// Starts a driver; nothing when it has ended without a port.
    fn try_to_start() -> Option<Self> {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!(
                    "{} could not be started ({error}); `cargo xtask test` installs it",
                    program.display()
                )
            });
        let mut output = BufReader::new(process.stdout.take().expect("it is piped"));
        let Some(port) = port_in(&mut output) else {
            drop(process.wait());
            return None;
        };
        Some(Self {
            process,
            _output: output,
            port,
            session: OnceLock::new(),
            folder: fresh_folder(),
        })
    }

    /// Where the driver listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the browser puts what it downloads.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// What kind of browser a session shall have.
    pub fn capabilities(&self, screen: Screen) -> serde_json::Map<String, Value> {
        let mut options = json!({
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
                "--lang=sv-SE", "--hide-scrollbars=false",
                format!("--window-size={},{}", screen.width, screen.height),
                format!("--user-data-dir={}", self.folder.join("profile").display()),
            ],
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        });
        if let Some(browser) = std::env::var_os("CHROME") {
            options["binary"] = json!(browser.to_string_lossy());
        }
        let capabilities = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "timeouts": { "script": 60_000, "pageLoad": 60_000 },
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("it is written as an object")
        };
        capabilities
    }

    /// Remembers the session that has been begun, for [`Self::command`] and for the end.
    pub fn set_session(&self, id: String) {
        self.session.set(id).expect("a driver has one session");
    }

    /// Sends a command that is ChromeDriver's own, and returns its value.
    pub fn command(&self, path: &str, body: &Value) -> Result<Value, String> {
        let session = self.session.get().ok_or("there is no session")?;
        let answer = self.http(
            "POST",
            &format!("/session/{session}/{path}"),
            &body.to_string(),
        )?;
        let mut answer: Value =
            serde_json::from_str(&answer).map_err(|error| format!("{error} in {answer}"))?;
        let value = answer["value"].take();
        match value.get("error") {
            Some(error) => Err(format!(
                "{error}: {}",
                value["message"].as_str().unwrap_or_default()
            )),
            None => Ok(value),
        }
    }

    /// One request to the driver, and the body of its answer.
    fn http(&self, method: &str, path: &str, body: &str) -> Result<String, String> {
        let wrong =
            |error: std::io::Error| format!("ChromeDriver did not answer {method} {path}: {error}");
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).map_err(wrong)?;
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .map_err(wrong)?;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}",
            self.port
        );
        stream.write_all(request.as_bytes()).map_err(wrong)?;
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).map_err(wrong)?;
            match line.trim_end().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().unwrap_or(0);
                }
                Some(_) => {}
                None if line.starts_with("HTTP/") => {}
                None => break,
            }
        }
        let mut bytes = vec![0; length];
        reader.read_exact(&mut bytes).map_err(wrong)?;
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // First the session, which ends the browser: a killed driver would leave it running.
        if let Some(session) = self.session.get() {
            drop(self.http("DELETE", &format!("/session/{session}"), ""));
        }
        drop(self.process.kill());
        drop(self.process.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Reads what the driver prints until it names its port.
fn port_in(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, after) = line.split_once("started successfully on port ")?;
        after.trim_end_matches('.').parse().ok()
    })
}

/// An empty folder for one browser.
fn fresh_folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("browser-{}-{number}", std::process::id()));
    fs::create_dir_all(folder.join("downloads")).expect("the target folder can be written");
    folder
}
