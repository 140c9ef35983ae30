//! A driver of its own for each scenario, so that nothing is left of one when the next begins: ChromeDriver, or geckodriver
//! when `BROWSER` is `firefox`.

mod bidi;
mod chromium;
mod firefox;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::Screen;
use chromium::Chromium;
use firefox::Firefox;

/// What a browser is asked for that WebDriver has no word for.
pub trait Browser {
    /// Gives the page another size.
    fn resize(&self, screen: Screen);
    /// Lets the reader's system have just these wishes: media features and their values.
    fn prefer(&self, wishes: &[(&str, &str)]);
    /// Shows the page as it would be printed.
    fn as_print(&self);
    /// Takes the network away, or gives it back.
    fn offline(&self, offline: bool);
    /// Runs JavaScript in every page and frame before anything else does.
    fn before_every_page(&self, script: &str);
    /// What has happened since it was last asked.
    fn news(&self) -> Vec<News>;
    /// Sends a command of the Chrome DevTools Protocol: for scenarios in a module `in_chromium`.
    fn cdp(&self, command: &str, _parameters: &Value) -> Value {
        panic!("{command}: only Chromium knows this protocol")
    }
}

/// What the page does behind the reader's back.
pub enum News {
    /// An error: logged, thrown, a file that did not load, or a breach of the Content-Security-Policy.
    Error(String),
    /// Anything else on the console.
    Remark(String),
    /// An address that is asked for, whatever its scheme.
    Request(String),
}

#[derive(Clone, Copy)]
enum Engine {
    Chromium,
    Firefox,
}

impl Engine {
    /// The one that `BROWSER` names; Chromium when it names none.
    fn wanted() -> Self {
        match std::env::var("BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok(other) => panic!("BROWSER is `{other}`; it may be `chromium` or `firefox`"),
        }
    }

    /// The driver's program, unless the variable names another; its arguments; and what it says before its port.
    fn driver(
        self,
    ) -> (
        &'static str,
        &'static str,
        &'static [&'static str],
        &'static str,
    ) {
        match self {
            Self::Chromium => chromium::DRIVER,
            Self::Firefox => firefox::DRIVER,
        }
    }
}

/// A running driver with at most one session. Dropping it ends the browser too, also while a test fails.
pub struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    session: OnceLock<Session>,
    /// The browser's profile and what it downloads.
    folder: PathBuf,
}

impl Driver {
    /// Starts a driver on a free port.
    pub fn start() -> Self {
        // Between finding a free port and taking it, another driver may have taken it: then this one ends at once.
        let mut attempts = (0..5).map(|_| Self::try_to_start(Engine::wanted()));
        attempts
            .find_map(|it| it)
            .expect("the driver says which port it took")
    }

    /// Starts a driver; nothing when it has ended without a port.
    fn try_to_start(engine: Engine) -> Option<Self> {
        let (name, variable, arguments, before_port) = engine.driver();
        let program = std::env::var_os(variable).unwrap_or_else(|| name.into());
        let mut process = Command::new(&program)
            .args(arguments)
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
        let Some(port) = port_in(&mut output, before_port) else {
            drop(process.wait());
            return None;
        };
        // A driver that cannot print stops.
        thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        Some(Self {
            engine,
            process,
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
    pub fn capabilities(&self, screen: Screen) -> Capabilities {
        let mut capabilities = match self.engine {
            Engine::Chromium => chromium::capabilities(&self.folder.join("profile"), screen),
            Engine::Firefox => firefox::capabilities(),
        };
        capabilities["timeouts"] = json!({ "script": 60_000, "pageLoad": 60_000 });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("it is written as an object")
        };
        capabilities
    }

    /// The browser of the session that has begun, of which the driver says this. It ends with the driver.
    pub fn browser(&self, id: String, said: &Value) -> Box<dyn Browser> {
        let session = Session {
            port: self.port,
            id,
        };
        let session = self.session.get_or_init(|| session).clone();
        match self.engine {
            Engine::Chromium => Box::new(Chromium::new(session, &self.downloads())),
            Engine::Firefox => Box::new(Firefox::new(session, said, &self.downloads())),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // First the session, which ends the browser: a killed driver would leave it running.
        if let Some(session) = self.session.get() {
            drop(session.http("DELETE", "", ""));
        }
        drop(self.process.kill());
        drop(self.process.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// A session, for the commands that are the driver's own.
#[derive(Clone)]
struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Sends a command and returns its value.
    fn command(&self, path: &str, body: &Value) -> Result<Value, String> {
        let answer = self.http("POST", &format!("/{path}"), &body.to_string())?;
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
        let Self { port, id } = self;
        let wrong =
            |error: std::io::Error| format!("the driver did not answer {method} {path}: {error}");
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).map_err(wrong)?;
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .map_err(wrong)?;
        let length = body.len();
        let request = format!(
            "{method} /session/{id}{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
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

/// Reads what the driver prints until it names its port.
fn port_in(output: &mut impl BufRead, before: &str) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, after) = line.split_once(before)?;
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

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
