//! `build`: the app as static files in `dist/`, and what they cost.

use crate::project::{print, root, say};
use crate::sizes::Sizes;
use crate::{Outcome, tools};
use crate::{bundle, paint};

/// Most bytes that a first visit may cost over the network, with brotli.
const BUDGET: u64 = 200_000;

pub fn run() -> Outcome {
    tools::for_build()?;
    say(
        "Building the app for release into dist/: the program of a first visit, and the whole one (trunk, wasm-opt)",
    );
    let folder = root().join("dist");
    bundle::release(&folder)?;
    paint::run(&folder.join("index.html"))?;
    let sizes = Sizes::measure(&folder)?;
    print(&sizes.to_string());
    let visit = sizes.first_visit();
    if visit < BUDGET {
        Ok(())
    } else {
        Err(format!(
            "a first visit costs {visit} bytes with brotli, and must cost less than {BUDGET}."
        ))
    }
}
