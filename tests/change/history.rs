//! Generated histories: contracts whose items come, go, are renamed, split and merged, in every field that is compared.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};
use transition_map::contract::Contract;

/// The ids that the items of a history share: few, so that they meet.
const IDS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// A contract of two to five versions.
pub fn contract() -> impl Strategy<Value = Contract> {
    prop::collection::vec(version(), 2..6).prop_map(|versions| {
        let versions: Vec<Value> = (versions.into_iter().zip(2021..))
            .map(|(mut version, year)| {
                version["label"] = json!(year.to_string());
                version
            })
            .collect();
        let file = json!({ "format": "klimatkontrakt/1", "municipality": { "name": "Exempelkommun" }, "versions": versions });
        transition_map::contract::read(&file.to_string()).unwrap().0
    })
}

fn version() -> impl Strategy<Value = Value> {
    let content = prop_oneof![6 => Just("full"), 1 => Just("excerpt"), 1 => Just("document_only")];
    let items = subsequence(IDS.to_vec(), 0..=IDS.len())
        .prop_flat_map(|ids| ids.into_iter().map(item).collect::<Vec<_>>());
    (content, items).prop_map(|(content, items)| {
        let mut lists = json!({ "content": content, "goals": [], "commitments": [], "actions": [], "lessons": [] });
        for (list, item) in items.into_iter().filter(|_| content != "document_only") {
            lists[list].as_array_mut().unwrap().push(item);
        }
        lists
    })
}

/// An item in its list. An id is now one kind of thing, now another, as in the worst of files.
fn item(id: &'static str) -> impl Strategy<Value = (&'static str, Value)> {
    let list = prop_oneof![2 => Just("actions"), 1 => Just("goals"), 1 => Just("commitments"), 1 => Just("lessons")];
    let continues = prop_oneof![3 => Just(Vec::new()), 1 => subsequence(IDS.to_vec(), 0..3)];
    let optional = |values: Vec<Value>| {
        let mut values = values;
        values.push(Value::Null);
        select(values)
    };
    let tonnes = |n: i32| json!({ "value": n, "unit": "tCO2e/yr" });
    let figure = optional(vec![
        tonnes(1),
        tonnes(2),
        json!({ "low": 1, "high": 2, "unit": "tCO2e/yr" }),
        json!({ "unknown": "not_quantified" }),
    ]);
    let status = optional(
        ["proposed", "started", "done", "dropped", "unknown"]
            .map(Value::from)
            .to_vec(),
    );
    let period = optional(
        ["2025", "2025?", "2024/2026", "2024/..", "2024/", "../2026"]
            .map(Value::from)
            .to_vec(),
    );
    let year = optional([2030, 2040].map(Value::from).to_vec());
    let responsible = optional(vec![json!(["A"]), json!(["B"])]);
    let title = select(vec!["T", "U"]);
    let measures = 0..3_usize;
    let fields = (figure, status, period, year, responsible, title, measures);
    (list, continues, fields).prop_map(move |(list, continues, fields)| {
        let (figure, status, period, year, responsible, title, measures) = fields;
        let mut item = json!({ "id": id, "title": title });
        let mut put = |name: &str, value: Value| {
            if !value.is_null() {
                item[name] = value;
            }
        };
        match list {
            "goals" => {
                put("year", year);
                put("target", figure.clone());
            }
            "lessons" => {}
            _ => {
                put("status", status);
                put("period", period);
            }
        }
        if list == "actions" {
            put("effect", figure);
            put("responsible", responsible);
        }
        if list == "commitments" {
            let measures =
                (0..measures).map(|i| json!({ "id": format!("{id}-{i}"), "title": "M" }));
            put("measures", measures.collect());
        }
        if list != "lessons" {
            put("continues", json!(continues));
        }
        (list, item)
    })
}
