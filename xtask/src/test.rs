//! `test`: every test there is, from the format of the code to the built app in a browser.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::project::{self, cargo, say};
use crate::tools::{self, Browser};
use crate::{Outcome, build};

/// The modules of scenarios that ask Chromium for something that Firefox cannot tell.
const IN_CHROMIUM: &str = "in_chromium";

/// How many browsers run at once.
const BROWSERS: &str = "--test-threads=2";

pub fn run() -> Outcome {
    let mut phases = Phases(Vec::new());
    phases.cargo("format", &["fmt", "--all", "--check"])?;
    let [chromium, firefox] = phases.time("tools", tools::for_test)?;
    phases.cargo(
        "lints",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "browser,xtask/schema",
            "--",
            "-D",
            "warnings",
        ],
    )?;
    phases.cargo(
        "lints for the browser",
        &[
            "clippy",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ],
    )?;
    phases.cargo(
        "lints for a first visit",
        &[
            "clippy",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
            "--no-default-features",
            "--",
            "-D",
            "warnings",
        ],
    )?;
    phases.cargo(
        "native tests",
        &["test", "--workspace", "--features", "xtask/schema"],
    )?;
    phases.time("build", build::run)?;
    phases.time("browser tests in Chromium", || {
        project::run(&mut browser_tests(&chromium))
    })?;
    phases.time("browser tests in Firefox", || {
        project::run(browser_tests(&firefox).args(["--skip", IN_CHROMIUM]))
    })?;
    say(&phases.summary());
    Ok(())
}

/// The tests in tests/browser, against dist/, in this browser.
fn browser_tests(browser: &Browser) -> Command {
    let mut cargo = cargo();
    cargo.args([
        "test",
        "--features",
        "browser",
        "--test",
        "browser",
        "--",
        BROWSERS,
    ]);
    browser.tell(&mut cargo);
    cargo
}

/// What has been run, and how long each took.
struct Phases(Vec<(&'static str, Duration)>);

impl Phases {
    fn time<T>(&mut self, name: &'static str, phase: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let start = Instant::now();
        let result = phase()
            .map_err(|sentence| format!("the phase \"{name}\" stopped the tests: {sentence}"))?;
        let took = start.elapsed();
        say(&format!("{name}: {}", in_words(took)));
        self.0.push((name, took));
        Ok(result)
    }

    fn cargo(&mut self, name: &'static str, arguments: &[&str]) -> Outcome {
        say(&format!("cargo {}", arguments.join(" ")));
        self.time(name, || project::run(cargo().args(arguments)))
    }

    fn summary(&self) -> String {
        let each: Vec<String> = self
            .0
            .iter()
            .map(|(name, took)| format!("{name} {}", in_words(*took)))
            .collect();
        let total = self.0.iter().map(|(_, took)| *took).sum();
        format!(
            "All passed: {}. In all {}.",
            each.join(", "),
            in_words(total)
        )
    }
}

/// A time in seconds, or in minutes and seconds.
fn in_words(time: Duration) -> String {
    match time.as_secs() {
        seconds @ ..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}
