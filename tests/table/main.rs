//! Tables of actions: the files that cities have, as they have them.
#![allow(clippy::unwrap_used, reason = "tests")]

mod cities;
mod columns;
mod figures;
mod files;
mod laws;
mod sentences;
mod swedish;

use std::path::Path;

use transition_map::contract::model::Action;
use transition_map::contract::open;
use transition_map::contract::table::draft::json;
use transition_map::contract::table::{About, Draft, Role, Table, draft, read};

/// A file among the samples.
fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/tables");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn about() -> About {
    About {
        municipality: "Exempelkommun".to_owned(),
        label: "2025".to_owned(),
        document: "tabell.csv".to_owned(),
    }
}

/// The contract of a table whose columns hold this. That it opens without a remark is asserted on the way.
fn drafted(table: &Table, roles: &[Role]) -> Draft {
    let draft = draft(table, roles, &about()).expect("it is a table of actions");
    let opened = open(&json(&draft.contract)).expect("the contract opens");
    assert_eq!(opened.problems, [], "the contract opens without a remark");
    assert_eq!(
        opened.contract, draft.contract,
        "the contract is written as it is"
    );
    draft
}

/// The contract of a text.
fn contract_of(text: &str) -> Draft {
    let table = read(text.as_bytes()).expect("it is a table");
    drafted(&table, &table.roles())
}

/// The actions of a contract.
fn actions(draft: &Draft) -> &[Action] {
    &draft.contract.versions[0].actions
}
