//! The tools that come from npm: wasm-opt (of binaryen) and axe-core.

use std::fs;

use crate::Outcome;
use crate::project::{self, program, say};

/// Name and exact version. Debian's binaryen is too old for what today's rustc writes.
const PACKAGES: [(&str, &str); 2] = [("binaryen", "132.0.0"), ("axe-core", "4.14.1")];

/// Installs the packages in `target/tools/npm`, unless they are there. No script of theirs is run.
pub fn packages() -> Outcome {
    if PACKAGES
        .iter()
        .all(|(name, version)| installed_version(name).as_deref() == Some(version))
    {
        return Ok(());
    }
    let wanted = PACKAGES.map(|(name, version)| format!("{name}@{version}"));
    say(&format!(
        "Installing {} from npm into target/tools/npm",
        wanted.join(" and ")
    ));
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let options = [
        "install",
        "--no-save",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ];
    project::run(
        program(npm)
            .args(options)
            .arg("--prefix")
            .arg(project::tools().join("npm"))
            .args(wanted),
    )
    .map_err(|sentence| format!("{sentence} Node 20 or later with npm is needed."))
}

fn installed_version(package: &str) -> Option<String> {
    let file = project::tools()
        .join("npm/node_modules")
        .join(package)
        .join("package.json");
    let text = fs::read_to_string(file).ok()?;
    let (_, after) = text.split_once("\"version\"")?;
    Some(after.split('"').nth(1)?.to_owned())
}
