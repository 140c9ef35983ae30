//! Out and in gives the same contract, whatever it says.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use transition_map::contract::table::own;
use transition_map::contract::{Contract, Lang};

use crate::{contracts, everything, opened, read, written};

/// Each version that has items, out and in again, in both languages.
fn comes_back(text: &str, name: &str) {
    let contract = opened(text);
    for (at, version) in contract.versions.iter().enumerate() {
        if version.items().next().is_none() {
            continue;
        }
        for lang in Lang::ALL {
            let sheet = written(&contract, at, *lang);
            let back = read(&sheet, Some(&contract))
                .unwrap_or_else(|wrong| panic!("{name} {}: {wrong:#?}\n{sheet}", version.label));
            assert_eq!(back.ignored, Vec::<String>::new());
            assert_eq!(
                opened(&back.text),
                contract,
                "{name} {}\n{sheet}",
                version.label
            );
            comes_back_alone(&contract, at, &sheet);
        }
    }
}

/// Without the contract the items are the same when what they refer to is called as it is there.
fn comes_back_alone(contract: &Contract, at: usize, sheet: &str) {
    let back = read(sheet, None).unwrap_or_else(|wrong| panic!("{wrong:#?}\n{sheet}"));
    let file: Value = serde_json::from_str(&back.text).expect("JSON");
    let whole = serde_json::to_value(contract).expect("JSON");
    let (mut ours, theirs) = (file["versions"][0].clone(), &whole["versions"][at]);
    // Names, or ids where a name is not one thing's own, to the ids of the contract; from the ids that were made to names.
    let mut ids = BTreeMap::new();
    for (list, name) in [
        ("parties", "name"),
        ("focus_areas", "title"),
        ("documents", "title"),
    ] {
        for made in file[list].as_array().into_iter().flatten() {
            let things = whole[list].as_array().expect("the contract's");
            let called = things.iter().filter(|it| it[name] == made[name]).count();
            let by = if called == 1 { name } else { "id" };
            let thing = things.iter().find(|it| it[by] == made[name]);
            let thing = thing.unwrap_or_else(|| panic!("{made} is one of the contract's {list}"));
            ids.insert((list, made["id"].clone().to_string()), thing["id"].clone());
        }
    }
    let of_field = |field: &str| match field {
        "party" | "parties" => Some("parties"),
        "focus_areas" => Some("focus_areas"),
        "document" => Some("documents"),
        _ => None,
    };
    rename(&mut ours, None, &mut |field, id| {
        let id = Value::from(id);
        let list = field.and_then(of_field)?;
        Some(ids[&(list, id.to_string())].clone())
    });
    for list in [
        "goals",
        "gaps",
        "actions",
        "commitments",
        "prerequisites",
        "bodies",
        "lessons",
    ] {
        assert_eq!(plain(&ours[list]), plain(&theirs[list]), "{list}\n{sheet}");
    }
    assert_eq!(ours["content"], theirs["content"]);
    assert_eq!(ours["label"], theirs["label"]);
    assert_eq!(file["municipality"]["name"], whole["municipality"]["name"]);
}

/// Without the difference between 5 and 5.0.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64()),
        Value::Array(values) => values.iter().map(plain).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), plain(value)))
            .collect(),
        _ => value.clone(),
    }
}

/// Puts other texts in the place of some, which are told with the field that they stand in.
fn rename(
    value: &mut Value,
    field: Option<&str>,
    by: &mut dyn FnMut(Option<&str>, &str) -> Option<Value>,
) {
    match value {
        Value::String(text) => {
            if let Some(other) = by(field, text) {
                *value = other;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rename(value, field, by)),
        Value::Object(fields) => fields
            .iter_mut()
            .for_each(|(name, value)| rename(value, Some(name), by)),
        _ => {}
    }
}

#[test]
fn every_contract_that_comes_with_the_app_comes_back() {
    for (name, text) in contracts() {
        comes_back(&text, &name);
    }
}

#[test]
fn every_field_of_the_format_comes_back() {
    comes_back(&everything(), "everything");
}

#[test]
fn every_field_of_the_format_has_a_column() {
    fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let path = if path.is_empty() {
                        name.clone()
                    } else {
                        format!("{path}.{name}")
                    };
                    leaves(value, &path, found);
                }
            }
            _ => found.push(path.to_owned()),
        }
    }
    let text = everything();
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let mut paths = Vec::new();
    for version in file["versions"].as_array().expect("versions") {
        for list in [
            "goals",
            "gaps",
            "actions",
            "commitments",
            "prerequisites",
            "bodies",
            "lessons",
        ] {
            for item in version[list].as_array().into_iter().flatten() {
                let mut item = item.clone();
                let measures = item.as_object_mut().and_then(|it| it.remove("measures"));
                leaves(&item, "", &mut paths);
                for measure in measures.iter().filter_map(Value::as_array).flatten() {
                    leaves(measure, "", &mut paths);
                }
            }
        }
    }
    paths.sort();
    paths.dedup();
    assert!(paths.len() > 40, "the sample has every field: {paths:?}");
    let contract = opened(&text);
    let last = contract.versions.len() - 1;
    let header = crate::table(&written(&contract, last, Lang::Sv)).header;
    for path in paths {
        let column = own::Column::called(&path);
        let column = column
            .unwrap_or_else(|| panic!("{path} has no column: give it a name in src/text/sheet.rs"));
        let name = transition_map::text::sheet::header(column, Lang::Sv);
        assert!(header.contains(&name), "{path} is in the table as {name}");
    }
}

#[test]
fn entries_that_look_like_something_else_come_back() {
    for entries in [
        &["[\"a\"]"][..],
        &["[]", "b"],
        &["[", "\"a\"", "]"],
        &["[{\"from\":\"a\"}]"],
        &["a", ""],
        &[" a"],
        &["a\nb"],
        &["a\rb"],
        &["\"\""],
        &["-5 %", "=1"],
        &["kommunen: 5 MSEK"],
    ] {
        let mut file: Value = serde_json::from_str(&everything()).expect("JSON");
        let action = &mut file["versions"][2]["actions"][1];
        action["responsible"] = json!(entries);
        action["summary"] = json!(entries[0]);
        let shares: Vec<Value> = entries.iter().map(|it| json!({ "from": it })).collect();
        action["funding"] = json!(shares);
        comes_back(&file.to_string(), entries[0]);
    }
}

/// Texts that tables are afraid of.
fn any_text() -> impl Strategy<Value = String> {
    let pieces: &[&str] = &[
        "\"", "\"\"", ";", ",", "\n", "\r\n", "\r", "'", "=", "+", "-", "@", "\t", "[", "]",
        "[\"a\"]", "{}", ": ", ": 5 MSEK", "a", "Å", " ", "\u{a0}", "5", "ja", "started", "Energi",
        "energi", "\u{feff}",
    ];
    prop_oneof![4 => vec(select(pieces), 0..5).prop_map(|it| it.concat()), 1 => any::<String>()]
}

/// Fields whose texts are free.
const FREE: &[&str] = &[
    "title",
    "name",
    "summary",
    "role",
    "reason",
    "responsible",
    "co_benefits",
    "from",
    "learned",
    "changed",
    "next",
    "section",
    "label",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_it_says_it_comes_back(
        texts in vec(any_text(), 1..40), at in vec(any::<bool>(), 40), ids in vec(any_text(), 4),
    ) {
        let mut file: Value = serde_json::from_str(&everything()).expect("JSON");
        let (mut next, mut turn) = (0, 0);
        rename(&mut file, None, &mut |field, was| {
            let field = field.filter(|field| FREE.contains(field))?;
            turn += 1;
            if !at[turn % at.len()] {
                return None;
            }
            next += 1;
            let mut text = texts[next % texts.len()].clone();
            if matches!(field, "title" | "name" | "label") && text.trim().is_empty() {
                text.push('x');
            }
            // A label is a version's own.
            Some(Value::from(if field == "label" { format!("{text}{was}") } else { text }))
        });
        // Ids may be anything too, the same everywhere.
        for (id, was) in ids.iter().zip(["bussar", "atagande-1", "a1-analys", "laddning"]) {
            rename(&mut file, None, &mut |_, text| (text == was).then(|| json!(format!("{id}{was}"))));
        }
        comes_back(&file.to_string(), "mutated");
    }

    #[test]
    fn empty_lists_texts_and_records_are_what_they_were(text in any_text(), entries in vec(any_text(), 0..4)) {
        let mut file: Value = serde_json::from_str(&everything()).expect("JSON");
        let action = &mut file["versions"][2]["actions"][1];
        action["cost"] = json!({});
        action["effect"] = json!({ "reason": text });
        action["summary"] = json!("");
        action["responsible"] = json!(entries);
        action["co_benefits"] = json!(entries);
        let shares: Vec<Value> = entries.iter().map(|it| json!({ "from": it, "amount": {} })).collect();
        action["funding"] = json!(shares);
        comes_back(&file.to_string(), "sparse");
    }

    #[test]
    fn figures_come_back_exactly(value in -1e9..1e9, low in 0.0..1e9, more in 0.0..1.0) {
        let mut file: Value = serde_json::from_str(&everything()).expect("JSON");
        let action = &mut file["versions"][2]["actions"][0];
        action["effect"] = json!({ "value": value, "unit": "tCO2e/yr" });
        action["cost"] = json!({ "low": low, "high": low + more, "unit": "MSEK" });
        action["funding"] = json!([{ "from": "A", "amount": { "low": low, "high": low + more, "unit": "EUR" } },
            { "from": "B", "amount": { "value": low, "unit": "kSEK" } }]);
        comes_back(&file.to_string(), "figures");
    }
}
