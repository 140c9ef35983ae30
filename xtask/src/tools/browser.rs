//! The browsers that the tests drive, and their drivers.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use super::cargo;
use crate::Outcome;
use crate::project::{self, find_program, output_of, program, say};

/// A browser and the driver that goes with it.
#[derive(Debug)]
pub struct Browser {
    kind: &'static Kind,
    browser: PathBuf,
    driver: PathBuf,
}

/// What is to be known of a browser to find it, to install it, and to tell the tests of it.
#[derive(Debug)]
struct Kind {
    /// What the tests call it.
    name: &'static str,
    /// How it and its driver may be named otherwise.
    variables: [&'static str; 2],
    /// The names that it and its driver have on a search path.
    programs: [&'static [&'static str]; 2],
    /// What Debian calls them.
    packages: &'static [&'static str],
    /// What to say where they cannot be installed.
    needed: &'static str,
}

const CHROMIUM: Kind = Kind {
    name: "chromium",
    variables: ["CHROME", "CHROMEDRIVER"],
    programs: [
        &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ],
        &["chromedriver"],
    ],
    packages: &["chromium", "chromium-driver", "fonts-dejavu-core"],
    needed: "the browser tests need Chromium (or Chrome) and the ChromeDriver of the same version on the search path, or named by \
             CHROME and CHROMEDRIVER. On Debian: `apt-get install chromium chromium-driver fonts-dejavu-core`. (On Ubuntu they are \
             snaps: install Chrome and ChromeDriver by hand.)",
};

const FIREFOX: Kind = Kind {
    name: "firefox",
    variables: ["FIREFOX", "GECKODRIVER"],
    programs: [&["firefox", "firefox-esr"], &["geckodriver"]],
    packages: &["firefox-esr", "fonts-dejavu-core"],
    needed: "the browser tests need Firefox on the search path, or named by FIREFOX. On Debian: `apt-get install firefox-esr \
             fonts-dejavu-core`.",
};

impl Browser {
    /// Chromium (or Chrome) and the ChromeDriver of the same version: what `CHROME` and `CHROMEDRIVER` name, else what the
    /// search path has, else what the system's packages give.
    pub fn chromium() -> Outcome<Self> {
        Self::find_or_install(&CHROMIUM)
    }

    /// Firefox, in the same way by `FIREFOX`, and its geckodriver: the one that `GECKODRIVER` names, else one of our own.
    pub fn firefox() -> Outcome<Self> {
        if named_by(FIREFOX.variables[1]).is_none() {
            cargo::geckodriver()?;
        }
        Self::find_or_install(&FIREFOX)
    }

    /// Tells the tests which browser they shall drive, and where it is.
    pub fn tell(&self, tests: &mut Command) {
        let [browser, driver] = self.kind.variables;
        tests
            .env("BROWSER", self.kind.name)
            .env(browser, &self.browser)
            .env(driver, &self.driver);
    }

    fn find_or_install(kind: &'static Kind) -> Outcome<Self> {
        if let Some(found) = Self::find(kind) {
            return Ok(found);
        }
        let root = output_of(program("id").arg("-u")).as_deref() == Some("0");
        if !(root && find_program(&["apt-get"]).is_some()) {
            return Err(kind.needed.to_owned());
        }
        say(&format!(
            "Installing {} (apt-get)",
            kind.packages.join(", ")
        ));
        project::run(apt().arg("update"))?;
        project::run(
            apt()
                .args(["install", "-y", "--no-install-recommends"])
                .args(kind.packages),
        )?;
        Self::find(kind).ok_or_else(|| {
            format!(
                "apt-get installed {}, yet {}",
                kind.packages.join(", "),
                kind.needed
            )
        })
    }

    fn find(kind: &'static Kind) -> Option<Self> {
        let find = |at: usize| {
            named_by(kind.variables[at])
                .or_else(|| find_program(kind.programs[at]))
                .filter(|it| output_of(program(it).arg("--version")).is_some())
        };
        let (browser, driver) = (find(0)?, find(1)?);
        Some(Self {
            kind,
            browser,
            driver,
        })
    }
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

fn apt() -> Command {
    let mut command = program("apt-get");
    command.arg("-qq").env("DEBIAN_FRONTEND", "noninteractive");
    command
}
