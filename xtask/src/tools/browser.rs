//! The browser that the tests drive, and its driver.

use std::env;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::project::{self, find_program, output_of, program, say};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Chromium (or Chrome) and the ChromeDriver of the same version.
#[derive(Debug)]
pub struct Browser {
    /// The browser's program.
    pub browser: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
}

impl Browser {
    /// What `CHROME` and `CHROMEDRIVER` name, else what the search path has, else what the system's packages give.
    pub fn find_or_install() -> Outcome<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        let root = output_of(program("id").arg("-u")).as_deref() == Some("0");
        if !(root && find_program(&["apt-get"]).is_some()) {
            return Err("the browser tests need Chromium (or Chrome) and the ChromeDriver of the same version on the search path, \
                 or named by CHROME and CHROMEDRIVER. On Debian: `apt-get install chromium chromium-driver fonts-dejavu-core`."
                .to_owned());
        }
        say("Installing Chromium and ChromeDriver (apt-get)");
        project::run(apt().arg("update"))?;
        project::run(apt().args([
            "install",
            "-y",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
            "fonts-dejavu-core",
        ]))?;
        Self::find().ok_or_else(|| {
            "apt-get installed chromium and chromium-driver, yet they are not on the search path. (On Ubuntu they are snaps: \
             install Chrome and ChromeDriver by hand, and name them by CHROME and CHROMEDRIVER.)"
                .to_owned()
        })
    }

    fn find() -> Option<Self> {
        let browser = named_by("CHROME").or_else(|| find_program(&BROWSERS))?;
        let driver = named_by("CHROMEDRIVER").or_else(|| find_program(&["chromedriver"]))?;
        let runs = |path: &Path| output_of(program(path).arg("--version")).is_some();
        (runs(&browser) && runs(&driver)).then_some(Self { browser, driver })
    }
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

fn apt() -> std::process::Command {
    let mut command = program("apt-get");
    command.arg("-qq").env("DEBIAN_FRONTEND", "noninteractive");
    command
}
