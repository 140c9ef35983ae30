//! `generate`: the files that are written from the types and from the contracts. (Tests of the crate compare them, so they cannot
//! go stale.)

use crate::Outcome;

/// Runs this command again with the app's types compiled in.
#[cfg(not(feature = "schema"))]
pub fn run() -> Outcome {
    use crate::project::{self, say, with_the_types};
    say("Compiling the types of the contract");
    project::run(&mut with_the_types(&["generate"]))
}

/// Writes `public/contract.schema.json` from the types, and `public/contracts/index.json` from the contracts beside it.
#[cfg(feature = "schema")]
pub fn run() -> Outcome {
    write(
        "public/contract.schema.json",
        &transition_map::contract::schema(),
    )?;
    let index = transition_map::contract::index::index_of(&contracts()?);
    write("public/contracts/index.json", &index)
}

#[cfg(feature = "schema")]
fn write(path: &str, text: &str) -> Outcome {
    use crate::project::{root, say};
    std::fs::write(root().join(path), text)
        .map_err(|error| format!("{path} could not be written: {error}."))?;
    say(&format!("Wrote {path}"));
    Ok(())
}

/// Every contract file that is shipped, with its id.
#[cfg(feature = "schema")]
fn contracts() -> Outcome<Vec<(String, transition_map::contract::Contract)>> {
    use crate::project::root;
    let folder = root().join("public/contracts");
    let unreadable = |error: std::io::Error| format!("public/contracts cannot be read: {error}.");
    let mut contracts = Vec::new();
    for file in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = file.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(id) = name.strip_suffix(".json").filter(|id| *id != "index") else {
            continue;
        };
        let text = std::fs::read_to_string(&path).map_err(unreadable)?;
        let opened = transition_map::contract::open(&text).map_err(|problems| {
            format!(
                "{name} has {} problems; open it in the app to see them.",
                problems.len()
            )
        })?;
        contracts.push((id.to_owned(), opened.contract));
    }
    Ok(contracts)
}
