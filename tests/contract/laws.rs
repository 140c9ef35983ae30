//! What holds for every text and every contract.

use std::sync::LazyLock;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use transition_map::contract::{Code, Problem, Severity, decode, open, read_index};
use transition_map::text::problem::sentence;

use crate::schema::is_of_the_schema;
use crate::text;

static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(crate::schema::validator);

/// Opens a text; what holds for every text is asserted on the way.
fn problems(text: &str) -> Vec<Problem> {
    let problems = match open(text) {
        Ok(opened) => opened.problems,
        Err(problems) => {
            assert!(
                problems
                    .iter()
                    .any(|problem| problem.severity == Severity::Error),
                "refused without an error"
            );
            problems
        }
    };
    for problem in &problems {
        for lang in transition_map::contract::Lang::ALL {
            assert!(!sentence(problem, *lang).is_empty());
        }
        let line = text
            .split('\n')
            .nth(problem.line - 1)
            .expect("the line is in the text");
        assert!(
            problem.column >= 1 && problem.column <= line.chars().count() + 1,
            "{problem:?}"
        );
    }
    problems
}

fn everything() -> Value {
    serde_json::from_str(&text("tests/samples/valid/everything.json")).expect("the sample is JSON")
}

/// The ways to every value of a file, as JSON pointers.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let children: Vec<(String, &Value)> = match value {
        Value::Array(values) => values
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (name, value) in children {
        found.extend(
            pointers(value)
                .into_iter()
                .map(|pointer| format!("/{name}{pointer}")),
        );
    }
    found
}

/// Values of every type, among them words and ids that the sample knows.
fn any_value() -> impl Strategy<Value = Value> {
    let words: &[&str] = &[
        "",
        "mandate",
        "started",
        "energi",
        "bussar",
        "2026",
        "2026/2025",
        "MSEK",
        "document_only",
        "Å\n\"ä\\ö🌍",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-5i32..3000).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(words).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(
                select(&["id", "title", "unknown", "value", "å b"]),
                inner,
                0..4
            )
            .prop_map(|fields| Value::from(
                fields
                    .into_iter()
                    .map(|(k, v)| (k.to_owned(), v))
                    .collect::<Map<_, _>>()
            )),
        ]
    })
}

/// One mistake: a value replaced, or taken away.
fn mutate(contract: &mut Value, at: usize, by: Option<Value>) {
    let pointers = pointers(contract);
    let pointer = &pointers[at % pointers.len()];
    match (by, pointer.rsplit_once('/')) {
        (Some(value), _) => {
            *contract
                .pointer_mut(pointer)
                .expect("the pointer is of this value") = value;
        }
        (None, None) => *contract = Value::Null,
        (None, Some((holder, name))) => match contract.pointer_mut(holder) {
            Some(Value::Array(values)) => drop(values.remove(name.parse().expect("an index"))),
            Some(Value::Object(fields)) => drop(fields.remove(name)),
            _ => {}
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_bytes_make_it_fail(text in any::<String>(), bytes in vec(any::<u8>(), 0..200)) {
        problems(&text);
        let _ = read_index(&text);
        let _ = decode(&bytes).map(problems);
    }

    #[test]
    fn no_almost_json_makes_it_fail(parts in vec(select(&[
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\"format\"", "\"klimatkontrakt/1\"", "\"versions\"", "\"å\\u00e4\"",
        "1", "-", "1e999", "null", "tru", " ", "\n", "\u{feff}", "//", "<", "\u{0}", "🌍",
    ]), 0..40)) {
        problems(&parts.concat());
    }

    #[test]
    fn a_contract_cut_anywhere_is_refused(cut in any::<prop::sample::Index>()) {
        let text = text("tests/samples/valid/everything.json");
        let cut = text.floor_char_boundary(cut.index(text.trim_end().len() - 1));
        problems(&text[..cut]);
        prop_assert!(open(&text[..cut]).is_err());
    }

    /// Also: the shape that the reader asks for is the one that the schema publishes, and what has it is read.
    #[test]
    fn a_contract_with_mistakes_is_judged_as_the_schema_judges_it(
        mistakes in vec((any::<usize>(), prop::option::of(any_value())), 1..6),
        pretty in any::<bool>(),
    ) {
        let mut contract = everything();
        for (at, by) in mistakes {
            mutate(&mut contract, at, by);
        }
        let text = if pretty { format!("{contract:#}") } else { contract.to_string() };
        let problems = problems(&text);
        let misshapen: Vec<_> = problems.iter().filter(|problem| is_of_the_schema(problem.code)).collect();
        prop_assert_eq!(VALIDATOR.is_valid(&contract), misshapen.is_empty(), "{:#?}", misshapen);
    }

    #[test]
    fn a_generated_contract_is_accepted_and_comes_back_as_it_was(contract in any_contract()) {
        let opened = open(&contract.to_string()).expect("it is valid");
        prop_assert_eq!(&opened.problems, &[]);
        let written = serde_json::to_string_pretty(&opened.contract).expect("a contract can be written");
        prop_assert_eq!(open(&written).expect("what is written can be read").contract, opened.contract);
    }

    #[test]
    fn every_mistake_is_found_and_nothing_else(
        contract in any_contract(),
        mistakes in btree_set((0..MISTAKES.len(), 0usize..12), 1..8),
    ) {
        let (mut contract, mut expected) = (contract, Vec::new());
        let count = contract["versions"][0]["actions"].as_array().map_or(0, Vec::len);
        let mut used = std::collections::BTreeSet::new();
        for (mistake, place) in mistakes {
            // One mistake an action, so that none hides another.
            if place < count && used.insert(place) {
                let (code, field, make) = MISTAKES[mistake];
                make(&mut contract["versions"][0]["actions"][place]);
                expected.push((format!("versions[0].actions[{place}]{field}"), code));
            }
        }
        let mut found: Vec<_> = problems(&contract.to_string()).into_iter().map(|it| (it.path, it.code)).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}

type Mistake = (Code, &'static str, fn(&mut Value));

/// Mistakes that an action can have, each with where it is told of.
const MISTAKES: &[Mistake] = &[
    (Code::WrongType, ".responsible", |it| {
        it["responsible"] = json!("Exempelnämnden");
    }),
    (Code::MissingField, ".title", |it| {
        drop(it.as_object_mut().and_then(|it| it.remove("title")));
    }),
    (Code::EmptyText, ".title", |it| it["title"] = json!("")),
    (Code::UnknownWord, ".steps[0]", |it| {
        it["steps"] = json!(["mandat"]);
    }),
    (Code::UnknownField, ".titel", |it| it["titel"] = json!("X")),
    (Code::UnknownReference, ".focus_areas[1]", |it| {
        it["focus_areas"] = json!(["energi", "vatten"]);
    }),
    (Code::UnknownReference, ".source.document", |it| {
        it["source"] = json!({ "document": "k1" });
    }),
    (Code::BadPeriod, ".period", |it| {
        it["period"] = json!("snart");
    }),
    (Code::PeriodEndsBeforeStart, ".period", |it| {
        it["period"] = json!("2030/2029");
    }),
    (Code::UnlikelyYear, ".period", |it| {
        it["period"] = json!("0203");
    }),
    (Code::LowAboveHigh, ".effect.low", |it| {
        it["effect"] = json!({ "low": 2, "high": 1, "unit": "tCO2e" });
    }),
    (Code::NegativeCost, ".cost.high", |it| {
        it["cost"] = json!({ "high": -1, "unit": "SEK" });
    }),
    (Code::NumberWithoutUnit, ".cost.unit", |it| {
        it["cost"] = json!({ "value": 1 });
    }),
    (Code::UnlikelyUnit, ".cost.unit", |it| {
        it["cost"] = json!({ "value": 1, "unit": "tCO2e" });
    }),
    (Code::DependencyCycle, ".depends_on[0]", |it| {
        it["depends_on"] = json!([it["id"]]);
    }),
];

fn any_text() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|text| format!("Text {text}"))
}

fn any_period() -> impl Strategy<Value = Value> {
    let dates: &[&str] = &[
        "2024",
        "2025-03",
        "2025-12-09",
        "2026-24",
        "2027?",
        "2024/2026",
        "2024-23/..",
        "2025/",
        "../2030",
    ];
    select(dates).prop_map(Value::from)
}

fn any_quantity(units: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let figure = (0.0..1e9, 0.0..1e6, select(units));
    prop_oneof![
        figure.clone().prop_map(|(value, _, unit)| json!({ "value": value, "unit": unit })),
        figure.prop_map(|(low, more, unit)| json!({ "low": low, "high": low + more, "unit": unit, "quality": "estimated" })),
        any_text().prop_map(|reason| json!({ "unknown": "not_quantified", "reason": reason })),
    ]
}

/// An action that waits for some of those before it.
fn any_action() -> impl Strategy<Value = (Value, Vec<prop::sample::Index>)> {
    let fields = (
        any_text(),
        any_period(),
        any_quantity(&["SEK", "MEUR"]),
        any_quantity(&["tCO2e/yr", "MWh/yr"]),
    );
    (fields, vec(any::<prop::sample::Index>(), 0..3)).prop_map(|((title, period, cost, effect), waits)| {
        let action = json!({
            "title": title, "period": period, "cost": cost, "effect": effect, "focus_areas": ["energi"],
            "steps": ["action"], "source": { "document": "k", "section": title },
        });
        (action, waits)
    })
}

fn any_contract() -> impl Strategy<Value = Value> {
    let goals = vec((any_text(), 1990..=2150, any_quantity(&["tCO2e"])), 0..4);
    (vec(any_action(), 0..12), goals, any_text()).prop_map(|(actions, goals, name)| {
        let mut ids: Vec<String> = Vec::new();
        let mut listed = Vec::new();
        for (mut action, waits) in actions {
            let on: Vec<&String> = waits.iter().filter(|_| !ids.is_empty()).map(|wait| wait.get(&ids)).collect();
            action["depends_on"] = json!(on);
            let id = format!("åtgärd {}", ids.len());
            action["id"] = json!(id);
            ids.push(id);
            listed.push(action);
        }
        let goals: Vec<Value> = goals
            .into_iter()
            .enumerate()
            .map(|(number, (title, year, target))| {
                json!({ "id": format!("goal-{number}"), "title": title, "year": year, "target": target })
            })
            .collect();
        json!({
            "format": "klimatkontrakt/1", "municipality": { "name": name }, "example": true,
            "focus_areas": [{ "id": "energi", "title": "Energi" }], "documents": [{ "id": "k", "title": name }],
            "versions": [{ "label": name, "goals": goals, "actions": listed }],
        })
    })
}
