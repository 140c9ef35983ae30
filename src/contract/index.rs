//! The index of contracts: which files there are to choose from.

use super::check::is_web_address;
use super::decode::Decode;
use super::fit::fit;
use super::model::{Id, record};
use super::path::At;
use super::problem::{Cause, Problem, shorten};
use super::read::{parse, without_mark};
use super::shape::Shaped;

/// The name of the index format.
pub const INDEX_FORMAT: &str = "klimatkontrakt-index/1";

record! {
    /// The index of contracts.
    Index {
        /// `klimatkontrakt-index/1`.
        format: String,
        /// The contracts, in the order they are offered.
        contracts: Vec<IndexEntry>,
    }
}

record! {
    /// A contract that can be opened.
    IndexEntry {
        /// Its id: the `contract=` of a URL.
        id: Id,
        /// The municipality's name.
        name: String,
        /// Statistics Sweden's code: four digits, as text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
        /// Where the file is: relative to the index, or http or https.
        url: String,
    }
}

/// Reads an index.
///
/// # Errors
/// Every problem of the file.
pub fn read_index(text: &str) -> Result<Index, Vec<Problem>> {
    let text = without_mark(text);
    let (mut value, mut report) = parse(text, INDEX_FORMAT)?;
    fit(&mut value, Index::SHAPE, &At::Root, &mut report);
    let index = Index::decode(&value);
    let contracts = At::Root.key("contracts");
    for (place, entry) in index.contracts.iter().enumerate() {
        let at = contracts.index(place);
        for (name, text) in [
            ("id", entry.id.as_str()),
            ("name", &entry.name),
            ("url", &entry.url),
        ] {
            if text.trim().is_empty() {
                report.value(&at.key(name), Cause::EmptyText);
            }
        }
        let first = index
            .contracts
            .iter()
            .position(|it| it.id == entry.id)
            .unwrap_or(place);
        if first != place {
            let id = shorten(entry.id.as_str());
            report.value_and_other(
                &at.key("id"),
                contracts.index(first).key("id").legs(),
                Cause::DuplicateId { id },
            );
        }
        if entry.url.contains(':') && !is_web_address(&entry.url) {
            report.value(
                &at.key("url"),
                Cause::BadUrl {
                    found: shorten(&entry.url),
                },
            );
        }
    }
    if report.has_errors() {
        Err(report.finish(text))
    } else {
        Ok(index)
    }
}
