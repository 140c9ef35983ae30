//! The index of contracts: which files there are to choose from.

use super::check::is_web_address;
use super::decode::Decode;
use super::fit::fit;
#[cfg(not(target_arch = "wasm32"))]
use super::model::Contract;
use super::model::{Id, is_false, record};
use super::path::At;
use super::problem::{Cause, Problem, shorten};
use super::read::{parse, without_mark};
use super::shape::Shaped;
use super::word::Content;

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
        /// True when the municipality is invented.
        #[serde(default, skip_serializing_if = "is_false")]
        example: bool,
        /// The versions that are known, oldest first: what there is to open, before it is opened.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        versions: Vec<IndexVersion>,
        /// The numbers of the joint commitments that its last transcribed version takes part in.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        joint: Vec<u16>,
    }
}

record! {
    /// A version of a contract, as the index names it.
    IndexVersion {
        /// Its label.
        label: String,
        /// How much of it is in the file; all of it when absent.
        #[serde(default)]
        content: Content,
    }
}

impl IndexEntry {
    /// True when some version of it can be read here.
    #[must_use]
    pub fn is_transcribed(&self) -> bool {
        self.versions
            .iter()
            .any(|it| it.content != Content::DocumentOnly)
    }
}

/// The index of these contracts, each with its id, as a file: in the order of their names, what is invented last.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn index_of(contracts: &[(String, Contract)]) -> String {
    let mut entries: Vec<IndexEntry> = contracts.iter().map(|(id, it)| entry(id, it)).collect();
    entries.sort_by_cached_key(|it| (it.example, crate::text::case::alphabetical(&it.name)));
    let lines = entries.iter().map(|it| {
        let line = serde_json::to_string(it).expect("an entry has only texts and numbers");
        format!("    {line}")
    });
    let lines: Vec<String> = lines.collect();
    format!(
        "{{\n  \"format\": \"{INDEX_FORMAT}\",\n  \"contracts\": [\n{}\n  ]\n}}\n",
        lines.join(",\n")
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn entry(id: &str, contract: &Contract) -> IndexEntry {
    let versions = contract.versions.iter();
    let last = (versions.clone()).rfind(|it| it.content != Content::DocumentOnly);
    let joint = last.into_iter().flat_map(|it| &it.commitments);
    let mut joint: Vec<u16> = joint
        .filter(|it| it.shared)
        .filter_map(|it| it.number)
        .collect();
    joint.sort_unstable();
    joint.dedup();
    IndexEntry {
        id: Id::from(id),
        name: contract.municipality.name.clone(),
        code: contract.municipality.code.clone(),
        url: format!("{id}.json"),
        example: contract.example,
        versions: versions
            .map(|it| IndexVersion {
                label: it.label.clone(),
                content: it.content,
            })
            .collect(),
        joint,
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
