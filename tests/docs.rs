//! What the documents say is what the program does, as far as that can be read from them.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use transition_map::contract::change::Direction;
use transition_map::contract::{Change, Id, Kind, Step, open, read_index};
use transition_map::portfolio::{Axis, Sort};
use transition_map::state::{Form, Group, Parameter, Theme, View};

fn text(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands between backticks in a document, outside its blocks of code.
fn code_words(document: &str) -> BTreeSet<&str> {
    let prose = document.split("```").step_by(2);
    prose
        .flat_map(|part| part.split('`').skip(1).step_by(2))
        .collect()
}

/// The blocks of code of a language.
fn blocks<'a>(document: &'a str, language: &str) -> Vec<&'a str> {
    let all = document.split("```").skip(1).step_by(2);
    all.filter_map(|block| block.strip_prefix(language))
        .collect()
}

/// Every field and every word of the format, from its schema.
fn collect<'a>(schema: &'a Value, found: &mut BTreeSet<&'a str>) {
    match schema {
        Value::Array(values) => values.iter().for_each(|it| collect(it, found)),
        Value::Object(keys) => {
            let fields = keys.get("properties").and_then(Value::as_object);
            found.extend(fields.into_iter().flatten().map(|(name, _)| name.as_str()));
            let words = keys.get("enum").and_then(Value::as_array);
            found.extend(words.into_iter().flatten().filter_map(Value::as_str));
            keys.values().for_each(|it| collect(it, found));
        }
        _ => {}
    }
}

#[test]
fn the_example_of_the_format_opens_without_a_remark() {
    let document = text("docs/contract-format.md");
    let [contract, index] = blocks(&document, "json")[..] else {
        panic!("a contract and an index")
    };
    let opened = open(contract).expect("the example opens");
    assert_eq!(opened.problems, []);
    assert!(opened.contract.example, "it is marked as invented");
    assert!(read_index(index).is_ok());
}

#[test]
fn every_field_and_word_of_the_format_is_documented() {
    let document = text("docs/contract-format.md");
    // A field may stand in code with its value: `{ "year": 2023 }`.
    let said: BTreeSet<&str> = code_words(&document)
        .into_iter()
        .flat_map(|code| code.split([' ', '"', ':', '{', '}', ',']))
        .collect();
    let schema: Value = serde_json::from_str(&text("public/contract.schema.json")).expect("JSON");
    let mut format = BTreeSet::new();
    collect(&schema, &mut format);
    assert!(format.len() > 100, "{}", format.len());
    let missing: Vec<&str> = format.difference(&said).copied().collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_parameter_of_the_url_is_documented_with_its_words() {
    let document = text("docs/interfaces.md");
    let said = code_words(&document);
    let words = [
        Parameter::TEXTS,
        View::TEXTS,
        Form::TEXTS,
        Theme::TEXTS,
        Step::TEXTS,
        Kind::TEXTS,
        Change::TEXTS,
        Group::TEXTS,
        Axis::TEXTS,
        Sort::TEXTS,
        Direction::TEXTS,
    ];
    for word in words.concat() {
        assert!(said.contains(word), "{word}");
    }
}

#[test]
fn the_example_of_an_address_asks_for_what_there_is() {
    let document = text("docs/interfaces.md");
    let said = code_words(&document);
    let address = said
        .iter()
        .find(|it| it.starts_with("?view="))
        .expect("an example");
    let (mut state, notices) = transition_map::state::read(address);
    assert_eq!(notices, []);
    let orebro = open(&text("public/contracts/orebro.json")).expect("it opens");
    assert_eq!(state.settle(&orebro.contract), []);
    assert_eq!(state.item, Some(Id::from("klimatinvesteringsplan")));
    assert_eq!(state.to_query().len(), address.len());
}

#[test]
fn what_the_documents_link_to_is_there() {
    for path in [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/interfaces.md",
        "docs/contract-format.md",
        "docs/problems.md",
    ] {
        let document = text(path);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(path)
            .parent()
            .expect("it lies in a folder")
            .to_owned();
        let links = document.split("](").skip(1);
        for link in links.filter_map(|rest| rest.split(')').next()) {
            let web = link.starts_with("https://");
            assert!(web || folder.join(link).exists(), "{path}: {link}");
        }
    }
}
