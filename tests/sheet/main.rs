//! Tables for spreadsheets: written, read, and the one the other's inverse.

mod laws;
mod out;
mod rows;

use std::path::{Path, PathBuf};

use transition_map::contract::table::own::{self, Read, Wrong};
use transition_map::contract::table::sheet::{self, Delimiter, Encoding, Table};
use transition_map::contract::{Contract, Lang, open};

/// A file or folder of the project.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of the sample that has every field.
fn everything() -> String {
    std::fs::read_to_string(project("tests/samples/valid/everything.json")).expect("the sample")
}

/// The text of every contract that comes with the app.
fn contracts() -> Vec<(String, String)> {
    let files = std::fs::read_dir(project("public/contracts")).expect("the contracts");
    let names = files.map(|file| file.expect("a file").path());
    let names = names.filter(|path| !path.ends_with("index.json"));
    let texts = names.map(|path| {
        let text = std::fs::read_to_string(&path).expect("a contract");
        (path.display().to_string(), text)
    });
    texts.collect()
}

fn opened(text: &str) -> Contract {
    open(text)
        .unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"))
        .contract
}

/// All items of a version as a table.
fn written(contract: &Contract, at: usize, lang: Lang) -> String {
    own::write(contract, at, &|_| true, lang)
}

/// A text as a table. One of a header alone is none to the reader, and is made here.
fn table(text: &str) -> Table {
    let alone = text.trim_start_matches('\u{feff}').trim_end();
    if alone.contains('\n') {
        return sheet::read(text.as_bytes()).expect("a table");
    }
    Table {
        header: alone.split([';', ',']).map(str::to_owned).collect(),
        rows: Vec::new(),
        encoding: Encoding::Utf8,
        delimiter: Delimiter::Semicolon,
    }
}

fn read(text: &str, into: Option<&Contract>) -> Result<Read, Vec<Wrong>> {
    own::read(&table(text), into)
}
