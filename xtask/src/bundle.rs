//! The call of trunk, which compiles the app and writes it with its page and its files into one folder.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::Outcome;
use crate::project::{self, cargo, program};

/// How the app is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The whole program, for looking at it while working on it: compiles fast, keeps names and checks, runs well enough.
    Serve,
    /// The program of a first visit, for readers: small and fast, which takes minutes.
    First,
    /// The whole program, for readers.
    Whole,
}

/// Writes the app for readers to `folder`: its page starts with the program of a first visit, and knows where the whole
/// one is.
pub fn release(folder: &Path) -> Outcome {
    write(Mode::First, folder)?;
    let whole = project::root().join("target/whole");
    write(Mode::Whole, &whole)?;
    let failed =
        |error: io::Error| format!("the whole program could not be put in place: {error}.");
    let mut names = [String::new(), String::new()];
    for file in fs::read_dir(&whole).map_err(failed)? {
        let path = file.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let place = match name.rsplit('.').next() {
            Some("js") if name.starts_with("transition-map-") => 0,
            Some("wasm") => 1,
            _ => continue,
        };
        names[place] = format!("whole-{name}");
        fs::copy(&path, folder.join(&names[place])).map_err(failed)?;
    }
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page).map_err(failed)?;
    let marked = text.replacen(
        "data-js=",
        &format!(
            "data-whole-js=./{} data-whole-wasm=./{} data-js=",
            names[0], names[1]
        ),
        1,
    );
    if marked == text || names.iter().any(String::is_empty) {
        return Err("the whole program could not be put in place: trunk has written other files than expected.".to_owned());
    }
    fs::write(&page, marked).map_err(failed)
}

/// Writes the app with one program to `folder`.
pub fn write(mode: Mode, folder: &Path) -> Outcome {
    // trunk passes its `--offline` on to cargo, so the crates must be there before.
    project::run(cargo().args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]))?;
    let mut trunk = program("trunk");
    // Its minifier cannot read what wasm-bindgen writes, leaves it as it is, and need not say so each time.
    let log = "warn,trunk::processing::minify=error";
    trunk
        .args([
            "build",
            "--offline",
            "--skip-version-check",
            "--log",
            log,
            "--dist",
        ])
        .arg(folder);
    // trunk reads NO_COLOR as a yes or no, and stops at the usual `1`; a trace of its own calls helps nobody here.
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    trunk.env("CARGO_ENCODED_RUSTFLAGS", rust_flags().join("\u{1f}"));
    match mode {
        Mode::First => trunk.args(["--release", "--no-default-features"]),
        Mode::Whole => trunk.arg("--release"),
        // Unoptimised, the module is several times larger and the motion stutters; level 1 costs little time.
        Mode::Serve => trunk.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1"),
    };
    project::run(&mut trunk)
}

/// Tells rustc to leave this machine out of the messages of panics, which name files: readers need not learn where ours lie,
/// and the same source gives the same module wherever it is built.
fn rust_flags() -> Vec<String> {
    let home = env::home_dir().unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let from_to = [
        (cargo.join("registry/src"), "/crates"),
        (project::root().to_owned(), "/app"),
    ];
    from_to
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect()
}
