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
    /// Puts them into the version of this label, and tells the line of each by its path. A table that is all of the version
    /// takes the place of what was there; of one that is an excerpt, as a filtered list is, each takes the place of the item
    /// of its id, and everything else stays.
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
        let is_part = !is_bare && content == Some(Content::Excerpt);
        let content = content.filter(|_| !is_part);
        if let Some(content) = content.or(is_bare.then_some(Content::Excerpt)) {
            version["content"] = content.as_str().into();
        }
        let Self {
            mut of_kind,
            mut measures,
        } = self;
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Measure) {
            let Some(name) = list(*kind) else { continue };
            let mut values = kept(version, name, is_part);
            let items = of_kind.remove(kind).unwrap_or_default();
            for (row, mut it) in items.into_iter().enumerate() {
                let path = format!("versions[{at}].{name}");
                let place = place_of(&values, &it.record, &path, &lines);
                let path = format!("{path}[{place}]");
                if *kind == Kind::Commitment {
                    let before = values.get(place).unwrap_or(&Value::Null);
                    let mut of = kept(before, MEASURES, is_part);
                    for measure in measures.remove(&row).unwrap_or_default() {
                        let path = format!("{path}.{MEASURES}");
                        let place = place_of(&of, &measure.record, &path, &lines);
                        lines.insert(format!("{path}[{place}]"), measure.line);
                        put_at(&mut of, place, measure.record);
                    }
                    if !of.is_empty() {
                        it.record.insert(MEASURES.to_owned(), Value::Array(of));
                    }
                }
                lines.insert(path, it.line);
                put_at(&mut values, place, it.record);
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

/// What of a list stays when items are put into it.
fn kept(holder: &Value, name: &str, is_part: bool) -> Vec<Value> {
    let list = holder.get(name).and_then(Value::as_array);
    list.filter(|_| is_part).cloned().unwrap_or_default()
}

/// The place that an item takes: that of the one with its id, unless a row has it already, else behind the last. Two rows
/// of one id are told of when the contract is opened.
fn place_of(
    values: &[Value],
    record: &Map<String, Value>,
    path: &str,
    lines: &BTreeMap<String, usize>,
) -> usize {
    let id = record.get("id");
    let same = values
        .iter()
        .position(|it| id.is_some() && it.get("id") == id);
    let free = |place: &usize| !lines.contains_key(&format!("{path}[{place}]"));
    same.filter(free).unwrap_or(values.len())
}

fn put_at(list: &mut Vec<Value>, place: usize, record: Map<String, Value>) {
    let value = Value::Object(record);
    match list.get_mut(place) {
        Some(before) => *before = value,
        None => list.push(value),
    }
}
