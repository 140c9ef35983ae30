//! `serve`: the app on this machine, built again whenever one of its files changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::{Duration, SystemTime};

use xtask::server::{Server, Site};

use crate::bundle::{self, Mode};
use crate::project::{find_program, program, root, say};
use crate::{Outcome, tools};

/// Where serving begins to look for a free port, and how many it tries.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// What the app is made of.
const SOURCES: [&str; 5] = ["src", "public", "index.html", "Cargo.toml", "Trunk.toml"];

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    port: Option<u16>,
    open: bool,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn parse(words: &[String]) -> Outcome<Self> {
        let mut options = Self {
            port: None,
            open: true,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--no-open" => options.open = false,
                "--port" => {
                    let number = words.next().and_then(|number| number.parse().ok());
                    options.port =
                        Some(number.ok_or("`--port` needs a number from 0 to 65535 after it.")?);
                }
                other => {
                    return Err(format!(
                        "`serve` does not know `{other}`; it takes `--port N` and `--no-open`."
                    ));
                }
            }
        }
        Ok(options)
    }
}

pub fn run(options: &Options) -> Outcome {
    tools::for_serve()?;
    // Not dist/: what lies there is always a release.
    let folder = root().join("target/serve");
    // Before the build, which takes a while to end in a taken port.
    let server = start(options.port, &folder)?;
    let mut built = newest_source();
    say("Building the app (the first time takes a few minutes)");
    bundle::write(Mode::Serve, &folder)?;

    let url = format!("http://localhost:{}/?contract=orebro", server.port());
    say(&format!("The app is at {url}  (stop with Ctrl+C)"));
    if options.open {
        open(&url);
    }
    loop {
        thread::sleep(Duration::from_secs(1));
        let newest = newest_source();
        if newest > built {
            built = newest;
            say("A file changed: building again");
            match bundle::write(Mode::Serve, &folder) {
                Ok(()) => say("Done: reload the page"),
                Err(sentence) => eprintln!("error: {sentence} The app stays as it was."),
            }
        }
    }
}

fn start(port: Option<u16>, folder: &Path) -> Outcome<Server> {
    let site = || Site {
        folders: vec![("/".to_owned(), folder.to_owned())],
        routes: None,
    };
    match port {
        Some(port) => Server::start(port, site())
            .map_err(|error| format!("port {port} cannot be used: {error}.")),
        None => PORTS
            .into_iter()
            .find_map(|port| Server::start(port, site()).ok())
            .ok_or_else(|| {
                format!(
                    "no port from {} to {} is free; name one with `--port N`.",
                    PORTS.start,
                    PORTS.end - 1
                )
            }),
    }
}

/// Opens the reader's browser, where there is one; otherwise the printed address has to do.
fn open(url: &str) {
    let openers: &[&str] = if cfg!(windows) {
        &["explorer"]
    } else {
        &["xdg-open", "open"]
    };
    if let Some(opener) = find_program(openers) {
        // What it prints is about the browser, not about us. When it fails, the reader has the address.
        drop(
            program(opener)
                .arg(url)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn(),
        );
    }
}

/// When one of the app's files was last changed.
fn newest_source() -> Option<SystemTime> {
    SOURCES
        .iter()
        .filter_map(|name| newest(&root().join(name)))
        .max()
}

fn newest(path: &PathBuf) -> Option<SystemTime> {
    let own = fs::metadata(path).ok()?.modified().ok();
    let inside = fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|item| newest(&item.path()))
        .max();
    own.max(inside)
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parsed(words: &[&str]) -> Result<Options, String> {
        Options::parse(
            &words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn serve_opens_the_browser_unless_told_not_to() {
        assert_eq!(
            parsed(&[]),
            Ok(Options {
                port: None,
                open: true
            })
        );
        assert_eq!(
            parsed(&["--no-open", "--port", "9000"]),
            Ok(Options {
                port: Some(9000),
                open: false
            })
        );
    }

    #[test]
    fn an_option_that_means_nothing_is_an_error() {
        for words in [
            &["--port"][..],
            &["--port", "x"],
            &["--prot", "1"],
            &["9000"],
        ] {
            assert!(parsed(words).is_err(), "{words:?}");
        }
    }
}
