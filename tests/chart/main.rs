//! Charts: what they hold to for any contract, and what they look like for those that are shipped.

mod laws;
mod pictures;
mod room;
mod samples;
mod svg;

use std::path::{Path, PathBuf};

use transition_map::chart::{Chart, Kind, charts};
use transition_map::contract::{Contract, Lang, read};

const LANGUAGES: [Lang; 2] = [Lang::Sv, Lang::En];
const WIDTHS: [f64; 4] = [320.0, 480.0, 640.0, 900.0];

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn contract(text: &str) -> Contract {
    read(text)
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
        .0
}

/// A contract that is shipped.
fn shipped(name: &str) -> Contract {
    let path = project(&format!("public/contracts/{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    contract(&text)
}

/// Every contract that is shipped.
fn all_shipped() -> Vec<(String, Contract)> {
    let files = std::fs::read_dir(project("public/contracts")).expect("the folder of contracts");
    let mut names: Vec<String> = files
        .filter_map(|file| {
            Some(
                file.ok()?
                    .file_name()
                    .to_str()?
                    .strip_suffix(".json")?
                    .to_owned(),
            )
        })
        .filter(|name| name != "index")
        .collect();
    names.sort();
    assert!(names.len() > 20, "the contracts are found");
    names
        .into_iter()
        .map(|name| (name.clone(), shipped(&name)))
        .collect()
}

/// The charts of one kind, of the last version, in Swedish and 640 pixels.
fn of(contract: &Contract, kind: Kind) -> Vec<Chart> {
    let charts = charts(contract, contract.versions.len() - 1, Lang::Sv, 640.0);
    charts.into_iter().filter(|it| it.kind == kind).collect()
}
