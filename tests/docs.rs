//! What the documents say is what the program does, as far as that can be read from them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use transition_map::chart;
use transition_map::contract::change::Direction;
use transition_map::contract::table::Role;
use transition_map::contract::{Change, Id, Kind, Step, open, read_index};
use transition_map::portfolio::{Axis, Sort};
use transition_map::state::{Form, Group, Parameter, Theme, View};
use xtask::server::HEADERS;

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
fn every_parameter_and_attribute_is_documented_with_its_words() {
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
        chart::Kind::TEXTS,
        chart::Why::TEXTS,
        Role::TEXTS,
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
        "docs/theming.md",
        "docs/hosting.md",
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

/// The properties that a rule of the style sheet sets, without the comments between them.
fn properties<'a>(css: &'a str, selector: &str) -> BTreeMap<&'a str, &'a str> {
    let start = format!("\n{selector} {{");
    let (_, after) = css.split_once(&start).expect(selector);
    let body = after.split('}').next().unwrap_or_default();
    body.split(';')
        .map(|part| part.rsplit("*/").next().unwrap_or_default())
        .filter_map(|part| part.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .filter(|(name, _)| name.starts_with("--tm-"))
        .collect()
}

#[test]
fn every_property_of_the_root_is_documented_with_its_values_and_no_other() {
    let css = text("public/app.css");
    let usual = properties(&css, "[data-app]");
    let strong = properties(&css, "[data-app][data-theme=\"contrast\"]");
    assert!(usual.len() > 30 && strong.len() > 20);

    let document = text("docs/theming.md");
    let named: BTreeSet<String> = document
        .split("--tm-")
        .skip(1)
        .map(|rest| {
            let end =
                rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            format!("--tm-{}", &rest[..end.unwrap_or(rest.len())])
        })
        .collect();
    let set: BTreeSet<String> = usual.keys().map(|it| (*it).to_owned()).collect();
    assert_eq!(named, set);

    let mut rows = BTreeSet::new();
    for row in document.lines().filter(|line| line.starts_with("| `--tm-")) {
        let cells: Vec<&str> = row
            .split('|')
            .map(|it| it.trim().trim_matches('`'))
            .collect();
        let [_, name, light, dark, contrast, what, _] = cells[..] else {
            panic!("five columns: {row}")
        };
        assert!(rows.insert(name) && !what.is_empty(), "{row}");
        // A list of fonts helps nobody in a table.
        if name == "--tm-font" {
            continue;
        }
        let same = |value: &str| if value == "the same" { light } else { value }.to_owned();
        let found = match same(dark) {
            dark if dark == light => light.to_owned(),
            dark => format!("light-dark({light}, {dark})"),
        };
        assert_eq!(found, usual[name], "{name}");
        let usual_here = light;
        assert_eq!(
            same(contrast),
            *strong.get(name).unwrap_or(&usual_here),
            "{name} in high contrast"
        );
    }
    assert_eq!(rows.len(), set.len());
}

#[test]
fn hosts_are_told_to_send_what_the_app_is_tested_with() {
    for file in ["nginx.conf", "apache.htaccess", "Caddyfile"] {
        let lines = text(&format!("docs/hosting/{file}"));
        for (name, value) in HEADERS {
            let line = lines
                .lines()
                .filter(|line| !line.trim_start().starts_with('#'))
                .find(|line| line.contains(name) && line.contains(&format!("\"{value}\"")));
            assert!(line.is_some(), "{file}: {name}");
        }
        for (name, value) in [
            ("Access-Control-Allow-Origin", "\"*\""),
            ("Cache-Control", "no-cache"),
            ("", "\"public, max-age=31536000, immutable\""),
            ("", "application/wasm"),
        ] {
            assert!(
                lines.contains(name) && lines.contains(value),
                "{file}: {value}"
            );
        }
    }
    let document = text("docs/hosting.md");
    let [policy] = blocks(&document, "text")[..] else {
        panic!("the policy")
    };
    assert_eq!(
        policy.trim().split_once(": "),
        Some((HEADERS[0].0, HEADERS[0].1))
    );
    // In the page itself, everything but who may frame it.
    let (in_page, _) = HEADERS[0]
        .1
        .split_once("; frame-ancestors")
        .expect("it says who may frame");
    assert!(document.contains(&format!("content=\"{in_page}\"")));
}
