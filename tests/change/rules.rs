//! Each kind of change, by an example of two or three versions.

use serde_json::{Value, json};
use transition_map::contract::change::{Aspect, Change, Direction};
use transition_map::contract::{Contract, Id};

/// A contract of versions that each hold these fields.
fn contract(versions: &[Value]) -> Contract {
    let versions: Vec<Value> = (versions.iter().zip(2021..))
        .map(|(fields, year)| {
            let mut version = json!({ "label": year.to_string() });
            let fields = fields.as_object().unwrap().clone();
            version.as_object_mut().unwrap().extend(fields);
            version
        })
        .collect();
    let file = json!({
        "format": "klimatkontrakt/1", "example": true, "municipality": { "name": "Exempelkommun" },
        "parties": [ { "id": "a", "name": "A" }, { "id": "b", "name": "B" } ],
        "focus_areas": [ { "id": "energi", "title": "Energi" } ],
        "versions": versions
    });
    transition_map::contract::read(&file.to_string()).unwrap().0
}

/// What became of each item from the first version to the last: its id before and after, and the change.
fn changes(versions: &[Value]) -> Vec<(String, Change)> {
    let contract = contract(versions);
    let comparison = contract.compare(0, versions.len() - 1).unwrap();
    let ids = |items: &[transition_map::contract::Item<'_>]| {
        let ids: Vec<&str> = items.iter().map(|it| it.id().as_str()).collect();
        ids.join("+")
    };
    let named = comparison.deltas.iter();
    named
        .map(|it| (format!("{}>{}", ids(&it.before), ids(&it.after)), it.change))
        .collect()
}

fn actions(list: Value) -> Value {
    json!({ "actions": list })
}

/// An action whose only field of interest is this one.
fn with(field: &str, value: Value) -> Value {
    let mut action = json!({ "id": "x", "title": "X" });
    if !value.is_null() {
        action[field] = value;
    }
    actions(json!([action]))
}

/// What became of an item when one field went from one value to another, and what is said of the field.
fn field(list: &str, aspect: Aspect, was: Value, is: Value) -> (Change, Option<Direction>) {
    let version = |value: Value| {
        let mut item = json!({ "id": "x", "title": "X" });
        if !value.is_null() {
            item[aspect.as_str()] = value;
        }
        json!({ list: [item] })
    };
    let contract = contract(&[version(was), version(is)]);
    let comparison = contract.compare(0, 1).unwrap();
    let delta = comparison.of(&Id::from("x")).unwrap();
    let said = delta.fields.iter().find(|it| it.aspect == aspect);
    assert!(delta.fields.len() <= 1, "{:?}", delta.fields);
    (delta.change, said.map(|it| it.direction))
}

#[test]
fn what_sharpens_one_way_weakens_the_other() {
    let year = |n: i32| json!(n);
    let tonnes = |n: i32| json!({ "value": n, "unit": "tCO2e/yr" });
    let range = |low: i32, high: i32| json!({ "low": low, "high": high, "unit": "MSEK" });
    let unknown = json!({ "unknown": "not_stated" });
    let measures = |n: usize| -> Value {
        (0..n)
            .map(|i| json!({ "id": format!("m{i}"), "title": "M" }))
            .collect()
    };
    let rows = [
        ("goals", Aspect::Year, year(2035), year(2030)),
        ("goals", Aspect::Year, Value::Null, year(2030)),
        (
            "goals",
            Aspect::Scope,
            json!("organisation"),
            json!("territory"),
        ),
        ("goals", Aspect::Consumption, json!(false), json!(true)),
        ("goals", Aspect::Target, tonnes(300), tonnes(285)),
        (
            "actions",
            Aspect::Period,
            json!("2024/2028"),
            json!("2024/2027"),
        ),
        (
            "actions",
            Aspect::Period,
            json!("2024/"),
            json!("2024/2027"),
        ),
        ("actions", Aspect::Period, json!("2026?"), json!("2026")),
        ("actions", Aspect::Period, Value::Null, json!("2026")),
        ("actions", Aspect::Effect, tonnes(100), tonnes(150)),
        (
            "actions",
            Aspect::Effect,
            json!({ "low": 1, "high": 3, "unit": "tCO2e" }),
            json!({ "low": 2, "high": 3, "unit": "tCO2e" }),
        ),
        ("actions", Aspect::Effect, unknown.clone(), tonnes(1)),
        ("actions", Aspect::Cost, unknown, range(1, 2)),
        (
            "actions",
            Aspect::Responsible,
            Value::Null,
            json!(["Nämnden"]),
        ),
        (
            "actions",
            Aspect::Funding,
            Value::Null,
            json!([{ "from": "state" }]),
        ),
        (
            "actions",
            Aspect::Funding,
            json!([{ "from": "state" }]),
            json!([{ "from": "state", "amount": range(1, 2) }]),
        ),
        ("commitments", Aspect::Party, Value::Null, json!("a")),
        ("commitments", Aspect::Measures, measures(1), measures(2)),
    ];
    for (list, aspect, weak, sharp) in rows {
        let sharpened = field(list, aspect, weak.clone(), sharp.clone());
        assert_eq!(
            sharpened,
            (Change::Sharpened, Some(Direction::Sharper)),
            "{aspect:?} {weak} {sharp}"
        );
        let weakened = field(list, aspect, sharp.clone(), weak.clone());
        assert_eq!(
            weakened,
            (Change::Weakened, Some(Direction::Weaker)),
            "{aspect:?} {sharp} {weak}"
        );
    }
}

#[test]
fn what_is_neither_sharper_nor_weaker_is_only_changed() {
    let range = |low: i32, high: i32| json!({ "low": low, "high": high, "unit": "tCO2e" });
    let rows = [
        ("actions", Aspect::Title, json!("A"), json!("B")),
        ("actions", Aspect::Summary, json!("A"), json!("B")),
        (
            "actions",
            Aspect::Cost,
            json!({ "value": 1, "unit": "MSEK" }),
            json!({ "value": 2, "unit": "MSEK" }),
        ),
        ("actions", Aspect::Effect, range(1, 5), range(2, 4)),
        (
            "actions",
            Aspect::Effect,
            range(1, 5),
            json!({ "value": 9, "unit": "MWh/yr" }),
        ),
        (
            "actions",
            Aspect::Status,
            json!("decided"),
            json!("started"),
        ),
        ("actions", Aspect::Responsible, json!(["A"]), json!(["B"])),
        (
            "actions",
            Aspect::FocusAreas,
            Value::Null,
            json!(["energi"]),
        ),
        (
            "goals",
            Aspect::Aim,
            json!("climate_neutral"),
            json!("climate_positive"),
        ),
        (
            "goals",
            Aspect::Target,
            json!({ "value": 1, "unit": "MWh/yr" }),
            json!({ "value": 2, "unit": "MWh/yr" }),
        ),
        ("commitments", Aspect::Number, json!(1), json!(2)),
    ];
    for (list, aspect, was, is) in rows {
        let both = [(&was, &is), (&is, &was)];
        for (was, is) in both {
            let said = field(list, aspect, was.clone(), is.clone());
            assert_eq!(
                said,
                (Change::Changed, Some(Direction::Neither)),
                "{aspect:?} {was} {is}"
            );
        }
    }
}

#[test]
fn the_same_amount_in_another_unit_is_no_larger() {
    let (was, is) = (
        json!({ "value": 500, "unit": "kSEK" }),
        json!({ "value": 0.5, "unit": "MSEK" }),
    );
    assert_eq!(
        field("actions", Aspect::Cost, was, is),
        (Change::Changed, Some(Direction::Neither))
    );
}

#[test]
fn what_was_not_stated_is_the_same_however_that_is_written() {
    let said = field(
        "actions",
        Aspect::Cost,
        Value::Null,
        json!({ "unknown": "not_stated" }),
    );
    assert_eq!(said, (Change::Same, None));
}

#[test]
fn sharper_in_one_way_and_weaker_in_another_is_changed() {
    let was =
        actions(json!([{ "id": "x", "title": "X", "period": "2024/2028", "responsible": ["A"] }]));
    let is = actions(json!([{ "id": "x", "title": "X", "period": "2024/2027" }]));
    assert_eq!(changes(&[was, is]), [("x>x".into(), Change::Changed)]);
}

#[test]
fn our_own_reading_of_the_map_is_not_a_change_of_the_contract() {
    let placed = |by: &str, step: &str| {
        actions(
            json!([{ "id": "x", "title": "X", "steps": [step], "levers": ["finance"], "placed_by": by }]),
        )
    };
    let change = |by: &str| changes(&[placed(by, "mandate"), placed(by, "action")])[0].1;
    assert_eq!(
        (change("editor"), change("municipality")),
        (Change::Same, Change::Changed)
    );
}

#[test]
fn new_dropped_and_done() {
    let started = || with("status", json!("started"));
    let rows = [
        (actions(json!([])), started(), Change::New),
        (started(), actions(json!([])), Change::Dropped),
        (started(), with("status", json!("dropped")), Change::Dropped),
        (with("status", json!("dropped")), started(), Change::New),
        (started(), with("status", json!("done")), Change::Done),
        (
            with("status", json!("done")),
            actions(json!([])),
            Change::Same,
        ),
        (
            with("status", json!("dropped")),
            actions(json!([])),
            Change::Same,
        ),
        (
            actions(json!([])),
            with("status", json!("dropped")),
            Change::Dropped,
        ),
        (
            actions(json!([])),
            with("status", json!("done")),
            Change::Done,
        ),
        (with("status", json!("done")), started(), Change::Changed),
        (
            with("status", json!("done")),
            with("status", json!("done")),
            Change::Same,
        ),
    ];
    for (was, is, change) in rows {
        assert_eq!(
            changes(&[was.clone(), is.clone()])[0].1,
            change,
            "{was} {is}"
        );
    }
}

#[test]
fn what_was_done_on_the_way_is_done_though_the_last_version_leaves_it_out() {
    let versions = [
        with("status", json!("started")),
        with("status", json!("done")),
        actions(json!([])),
    ];
    assert_eq!(changes(&versions), [("x>".into(), Change::Done)]);
}

#[test]
fn renamed_split_and_merged() {
    let one = |id: &str| json!({ "id": id, "title": "T" });
    let from = |id: &str, before: &[&str]| json!({ "id": id, "title": "T", "continues": before });
    let rows = [
        (
            json!([one("a")]),
            json!([from("b", &["a"])]),
            vec![("a>b", Change::Same)],
        ),
        (
            json!([one("a")]),
            json!([from("b", &["a"]), from("c", &["a"])]),
            vec![("a>b+c", Change::Split)],
        ),
        (
            json!([one("a")]),
            json!([one("a"), from("c", &["a"])]),
            vec![("a>a+c", Change::Split)],
        ),
        (
            json!([one("a"), one("b")]),
            json!([from("c", &["a", "b"])]),
            vec![("a+b>c", Change::Merged)],
        ),
        (
            json!([one("a"), one("b")]),
            json!([from("a", &["b"])]),
            vec![("a+b>a", Change::Merged)],
        ),
        (
            json!([one("a"), one("b")]),
            json!([from("c", &["a"]), from("d", &["a", "b"])]),
            vec![("a+b>c+d", Change::Changed)],
        ),
        (
            json!([one("a")]),
            json!([from("b", &["a"]), one("n")]),
            vec![("a>b", Change::Same), (">n", Change::New)],
        ),
    ];
    for (was, is, expected) in rows {
        let found = changes(&[actions(was), actions(is)]);
        let expected: Vec<(String, Change)> = (expected.into_iter())
            .map(|(ids, it)| (ids.to_owned(), it))
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn names_are_followed_through_the_versions_between() {
    let one = |id: &str| actions(json!([{ "id": id, "title": "T" }]));
    let from = |id: &str, before: &str| {
        actions(json!([{ "id": id, "title": "T", "continues": [before] }]))
    };
    assert_eq!(
        changes(&[one("a"), from("b", "a"), from("c", "b")]),
        [("a>c".into(), Change::Same)]
    );
    assert_eq!(
        changes(&[one("a"), actions(json!([])), one("a")]),
        [("a>a".into(), Change::Same)]
    );
}

#[test]
fn what_follows_on_something_done_is_new() {
    let was = actions(json!([{ "id": "plan", "title": "Plan" }]));
    let is = actions(
        json!([{ "id": "plan", "title": "Plan", "status": "done" }, { "id": "drift", "title": "Drift", "continues": ["plan"] }]),
    );
    assert_eq!(
        changes(&[was, is]),
        [
            ("plan>plan".into(), Change::Done),
            (">drift".into(), Change::New)
        ]
    );
}

#[test]
fn an_excerpt_never_yields_new_or_dropped() {
    let mut was = actions(
        json!([{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c", "title": "C" }]),
    );
    let is = actions(
        json!([{ "id": "b", "title": "B", "status": "done" }, { "id": "c", "title": "C", "status": "dropped" }, { "id": "n", "title": "N" }]),
    );
    was["content"] = json!("excerpt");
    let expected = [
        ("b>b".to_owned(), Change::Done),
        ("c>c".into(), Change::Changed),
        (">n".into(), Change::FirstNamed),
        ("a>".into(), Change::NotMentioned),
    ];
    assert_eq!(changes(&[was, is]), expected);
}

#[test]
fn against_a_document_only_version_nothing_is_claimed() {
    let contract = contract(&[json!({ "content": "document_only" }), actions(json!([]))]);
    assert_eq!(contract.compare(0, 1), None);
    assert_eq!(contract.compare(1, 0), None);
    assert_eq!(contract.compare(1, 7), None);
}

#[test]
fn a_link_to_something_renamed_is_the_same_link() {
    let was = json!({ "actions": [{ "id": "x", "title": "X", "commitments": ["a"] }], "commitments": [{ "id": "a", "title": "A" }] });
    let is = json!({ "actions": [{ "id": "x", "title": "X", "commitments": ["b"] }], "commitments": [{ "id": "b", "title": "A", "continues": ["a"] }] });
    assert!(
        changes(&[was, is])
            .iter()
            .all(|(_, it)| *it == Change::Same)
    );
}

#[test]
fn lessons_belong_to_their_turn_and_are_not_compared() {
    let contract = contract(&[
        actions(json!([])),
        json!({ "lessons": [{ "id": "l", "learned": "Börja i tid" }] }),
    ]);
    assert_eq!(contract.compare(0, 1).unwrap().deltas, []);
}
