//! The tools that cargo compiles: trunk, wasm-bindgen and geckodriver.

use std::fs;

use crate::Outcome;
use crate::project::{self, output_of, program, root, say};

/// The last trunk that the project's Rust version can build.
const TRUNK: &str = "0.21.14";

const GECKODRIVER: &str = "0.37.1";

/// Installs trunk, unless the search path has just this version. Without its default features it cannot reach the network,
/// so it neither looks for updates of itself nor downloads other tools.
pub fn trunk() -> Outcome {
    Tool {
        name: "trunk",
        package: "trunk",
        version: TRUNK,
        options: &["--locked", "--no-default-features"],
    }
    .install()
}

/// Installs the wasm-bindgen of Cargo.lock: the crate in the app and the tool must be of one version. Not `--locked`,
/// because the lock file of the tool's 0.2.130 names a package version that does not exist.
pub fn wasm_bindgen() -> Outcome {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock could not be read: {error}."))?;
    let version =
        locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen.")?;
    Tool {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version,
        options: &[],
    }
    .install()
}

/// Installs geckodriver, unless the search path has just this version.
pub fn geckodriver() -> Outcome {
    Tool {
        name: "geckodriver",
        package: "geckodriver",
        version: GECKODRIVER,
        options: &["--locked"],
    }
    .install()
}

struct Tool<'a> {
    name: &'a str,
    package: &'a str,
    version: &'a str,
    options: &'a [&'a str],
}

impl Tool<'_> {
    fn install(&self) -> Outcome {
        if self.is_there() {
            return Ok(());
        }
        let Tool {
            package, version, ..
        } = self;
        say(&format!(
            "Compiling {package} {version} into target/tools (once; a few minutes)"
        ));
        let tools = project::tools();
        let scratch = tools.join("build");
        // A lightly optimised build takes half the time of a release build, and these tools run for seconds.
        let mut cargo = project::cargo();
        cargo.args([
            "install",
            package,
            "--version",
            &format!("={version}"),
            "--debug",
            "--force",
        ]);
        cargo
            .args(self.options)
            .arg("--root")
            .arg(&tools)
            .arg("--target-dir")
            .arg(&scratch);
        cargo
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0");
        cargo
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS");
        project::run(&mut cargo)?;
        fs::remove_dir_all(&scratch)
            .map_err(|error| format!("target/tools/build could not be removed: {error}."))?;
        if self.is_there() {
            Ok(())
        } else {
            Err(format!(
                "{package} was installed, yet `{} --version` does not say {version}.",
                self.name
            ))
        }
    }

    fn is_there(&self) -> bool {
        let answer = output_of(program(self.name).arg("--version").env_remove("NO_COLOR"));
        answer.is_some_and(|answer| answer.split_whitespace().any(|word| word == self.version))
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_locked_version_is_that_of_just_this_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.5\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
