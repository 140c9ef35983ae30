//! Where the project's things are, and how one of its commands runs a program.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;

/// The folder of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask/ lies in the root of the checkout")
}

/// The folder of what the commands install for themselves.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// Says in one line what is being done.
pub fn say(line: &str) {
    print(&format!("» {line}\n"));
}

/// Prints a text. A reader who has closed the pipe (`| head`) has read enough, and that is no error.
pub fn print(text: &str) {
    drop(io::stdout().write_all(text.as_bytes()));
}

/// A program that runs in the root of the checkout and finds the project's own tools before any other.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).env("PATH", search_path());
    command
}

/// The cargo that runs this command.
pub fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end, with its output where the reader sees it.
pub fn run(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed ({status}).", describe(command))),
        Err(error) => Err(format!(
            "`{}` could not be started: {error}.",
            describe(command)
        )),
    }
}

/// What a program prints, or nothing when it is missing or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The first of these names that is a program on the search path.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = search_path();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&path)
            .map(|folder| folder.join(&file))
            .find(|program| program.is_file())
    })
}

fn search_path() -> OsString {
    let own = [tools().join("bin"), tools().join("npm/node_modules/.bin")];
    let given = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&given)))
        .expect("the checkout's path holds no path separator, or cargo would not have run in it")
}

/// A command as one would type it, without the folder of its program.
fn describe(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or_else(|| command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// These commands again, with the app's own types compiled in.
#[cfg(not(feature = "schema"))]
pub fn with_the_types(words: &[&str]) -> Command {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "schema",
        "--",
    ]);
    command.args(words);
    command
}
