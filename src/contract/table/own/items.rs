//! The items of a table on their way into a version.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{MEASURES, list};
use crate::contract::Kind;
use crate::contract::word::Content;

/// An item as a file has it, with the line of its row.
pub(super) struct Placed {
    pub(super) line: usize,
    pub(super) record: Map<String, Value>,
}

/// The items of a table, in the order of its rows.
#[derive(Default)]
pub(super) struct Items {
    /// All but the measures.
    pub(super) of_kind: BTreeMap<Kind, Vec<Placed>>,
    /// Measures by the place of their commitment.
    pub(super) measures: BTreeMap<usize, Vec<Placed>>,
}

impl Items {
    /// Puts them into the version of this label, and tells the line of each by its path.
    pub(super) fn put(
        self,
        frame: &mut Value,
        label: &str,
        content: Option<Content>,
    ) -> BTreeMap<String, usize> {
        let mut lines = BTreeMap::new();
        let Some(versions) = frame["versions"].as_array_mut() else {
            return lines;
        };
        let known = versions.iter().position(|it| it["label"] == label);
        let at = known.unwrap_or(versions.len());
        if known.is_none() {
            versions.push(json!({ "label": label }));
        }
        let version = &mut versions[at];
        // A table is not known to be all that was signed unless it says so.
        let is_bare = known.is_none() || version["content"] == Content::DocumentOnly.as_str();
        if let Some(content) = content.or(is_bare.then_some(Content::Excerpt)) {
            version["content"] = content.as_str().into();
        }
        let Self {
            mut of_kind,
            mut measures,
        } = self;
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Measure) {
            let Some(name) = list(*kind) else { continue };
            let mut values = Vec::new();
            let items = of_kind.remove(kind).unwrap_or_default();
            for (place, mut it) in items.into_iter().enumerate() {
                let path = format!("versions[{at}].{name}[{place}]");
                if *kind == Kind::Commitment
                    && let Some(measures) = measures.remove(&place)
                {
                    let mut of = Vec::new();
                    for (place, measure) in measures.into_iter().enumerate() {
                        lines.insert(format!("{path}.{MEASURES}[{place}]"), measure.line);
                        of.push(Value::Object(measure.record));
                    }
                    it.record.insert(MEASURES.to_owned(), Value::Array(of));
                }
                lines.insert(path, it.line);
                values.push(Value::Object(it.record));
            }
            if !values.is_empty() {
                version[name] = Value::Array(values);
            } else if let Some(version) = version.as_object_mut() {
                version.remove(name);
            }
        }
        lines
    }
}
