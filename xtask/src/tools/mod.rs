//! What a clean machine lacks, installed with exact versions in `target/tools`: nothing is put anywhere else, except the
//! wasm target (rustup keeps those) and browsers (the system's packages do).

mod browser;
mod cargo;
mod npm;

pub use browser::Browser;

use crate::Outcome;
use crate::project::{self, output_of, program, say};

/// What a build of the app needs: the wasm target, trunk, and the wasm-bindgen that fits Cargo.lock.
pub fn for_serve() -> Outcome {
    wasm_target()?;
    cargo::trunk()?;
    cargo::wasm_bindgen()
}

/// What a build for release needs besides: wasm-opt.
pub fn for_build() -> Outcome {
    for_serve()?;
    npm::packages()
}

/// What the browser tests need besides: Chromium and Firefox with their drivers (axe-core comes with wasm-opt, from npm).
pub fn for_test() -> Outcome<[Browser; 2]> {
    for_build()?;
    Ok([Browser::chromium()?, Browser::firefox()?])
}

fn wasm_target() -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library =
        output_of(program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if library.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("Installing the standard library for WebAssembly (rustup target add)");
    project::run(program("rustup").args(["target", "add", TARGET]))
}
