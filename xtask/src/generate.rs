//! `generate`: the files that are written from the types. (A test of the crate compares them, so they cannot go stale.)

use crate::Outcome;

/// Runs this command again with the app's types compiled in.
#[cfg(not(feature = "schema"))]
pub fn run() -> Outcome {
    use crate::project::{self, cargo, say};
    say("Compiling the types of the contract");
    project::run(cargo().args([
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "schema",
        "--",
        "generate",
    ]))
}

/// Writes `public/contract.schema.json`.
#[cfg(feature = "schema")]
pub fn run() -> Outcome {
    use crate::project::{root, say};
    std::fs::write(
        root().join("public/contract.schema.json"),
        transition_map::contract::schema(),
    )
    .map_err(|error| format!("public/contract.schema.json could not be written: {error}."))?;
    say("Wrote public/contract.schema.json");
    Ok(())
}
