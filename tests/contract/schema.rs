//! The published JSON Schema.

use std::collections::BTreeSet;

use serde_json::Value;
use transition_map::contract::{Code, open, schema};

use crate::{names, text};

pub fn validator() -> jsonschema::Validator {
    let schema: Value =
        serde_json::from_str(&text("public/contract.schema.json")).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a JSON Schema")
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    assert!(
        text("public/contract.schema.json") == schema(),
        "run `cargo xtask generate` and commit what it writes"
    );
}

#[test]
fn what_opens_fits_the_schema() {
    let validator = validator();
    let samples = names("tests/samples/valid")
        .into_iter()
        .map(|name| format!("tests/samples/valid/{name}.json"));
    let shipped = names("public/contracts")
        .into_iter()
        .filter(|name| name != "index");
    for path in samples.chain(shipped.map(|name| format!("public/contracts/{name}.json"))) {
        let value: Value = serde_json::from_str(&text(&path)).expect("a valid sample is JSON");
        let problems: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| error.to_string())
            .collect();
        assert!(problems.is_empty(), "{path}: {problems:#?}");
    }
}

/// What the schema can say, it says; references, periods and the like are beyond it.
#[test]
fn what_has_a_broken_shape_does_not_fit_the_schema() {
    let validator = validator();
    for name in names("tests/samples/broken") {
        let path = format!("tests/samples/broken/{name}.json");
        let Ok(text) = std::fs::read_to_string(crate::project(&path)) else {
            continue;
        };
        let Ok(value) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        let problems = open(&text).expect_err(&name);
        let is_shape = problems
            .iter()
            .any(|problem| is_of_the_schema(problem.code));
        assert_eq!(validator.is_valid(&value), !is_shape, "{name}");
    }
}

/// The codes of what the schema also finds.
pub fn is_of_the_schema(code: Code) -> bool {
    let found = [
        Code::WrongType,
        Code::MissingField,
        Code::UnknownWord,
        Code::NumberOutOfRange,
        Code::GoalYearOutOfRange,
        Code::NoVersion,
        Code::UnsupportedFormat,
        Code::TooDeep,
    ];
    found.contains(&code)
}

#[test]
fn the_fullest_sample_has_every_field_of_the_format() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let sample: Value = serde_json::from_str(&text("tests/samples/valid/everything.json"))
        .expect("the sample is JSON");
    let mut missing = BTreeSet::new();
    fields_of(&schema, &schema, &mut |record, field| {
        missing.insert(format!("{record}.{field}"));
    });
    assert!(missing.len() > 100, "{}", missing.len());
    strike(&schema, &schema, "Contract", &sample, &mut missing);
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every record and field that the schema defines.
fn fields_of(schema: &Value, root: &Value, found: &mut dyn FnMut(&str, &str)) {
    for field in schema["properties"]
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.keys())
    {
        found("Contract", field);
    }
    for (record, definition) in root["$defs"].as_object().into_iter().flatten() {
        for field in definition["properties"]
            .as_object()
            .into_iter()
            .flat_map(|fields| fields.keys())
        {
            found(record, field);
        }
    }
}

/// Strikes out the fields that a value has.
fn strike(
    root: &Value,
    schema: &Value,
    record: &str,
    value: &Value,
    missing: &mut BTreeSet<String>,
) {
    if let Some(reference) = schema["$ref"].as_str() {
        let record = reference.rsplit('/').next().unwrap_or_default();
        return strike(root, &root["$defs"][record], record, value, missing);
    }
    for option in schema["anyOf"].as_array().into_iter().flatten() {
        strike(root, option, record, value, missing);
    }
    match value {
        Value::Array(values) => {
            for value in values {
                strike(root, &schema["items"], record, value, missing);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                missing.remove(&format!("{record}.{name}"));
                strike(root, &schema["properties"][name], record, value, missing);
            }
        }
        _ => {}
    }
}
