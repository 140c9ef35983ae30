//! Every sample file, with what is found in it.

use serde_json::Value;
use transition_map::contract::index::index_of;
use transition_map::contract::problem::Severity;
use transition_map::contract::{Code, Contract, Problem, decode, open, read_index};

use crate::{names, project, text};

/// Code, path, line and column.
type Found = (&'static str, &'static str, usize, usize);

#[rustfmt::skip] // a table
const BROKEN: &[(&str, &[Found])] = &[
    ("bad-period", &[("bad-period", "versions[0].actions[0].period", 9, 60)]),
    ("bad-url", &[("bad-url", "documents[0].url", 6, 56)]),
    ("broken-json", &[("broken-json", "", 10, 7)]),
    ("comment", &[("broken-json", "", 8, 7)]),
    ("dependency-cycle", &[("dependency-cycle", "versions[0].actions[2].depends_on[0]", 11, 59)]),
    ("document-only-with-content", &[("document-only-with-content", "versions[0].content", 8, 18)]),
    ("duplicate-field", &[("duplicate-field", "versions[0].actions", 10, 7)]),
    ("duplicate-id", &[("duplicate-id", "versions[0].actions[0].id", 15, 17)]),
    ("duplicate-version", &[("duplicate-version", "versions[1].label", 7, 16)]),
    ("empty", &[("empty", "", 1, 1)]),
    ("empty-text", &[("empty-text", "versions[0].goals[0].title", 9, 37)]),
    ("ends-early", &[("broken-json", "", 10, 1)]),
    ("goal-year-out-of-range", &[("goal-year-out-of-range", "versions[0].goals[0].year", 9, 62)]),
    ("html", &[("broken-json", "", 1, 1)]),
    ("low-above-high", &[("low-above-high", "versions[0].actions[0].effect.low", 11, 30)]),
    ("many", &[
        ("wrong-type", "example", 4, 14),
        ("unknown-word", "parties[0].kind", 5, 73),
        ("unknown-reference", "versions[0].document", 10, 19),
        ("duplicate-version", "versions[1].label", 13, 16),
        ("wrong-type", "versions[1].goals[0].id", 15, 17),
        ("goal-year-out-of-range", "versions[1].goals[0].year", 15, 54),
        ("wrong-type", "versions[1].goals[1]", 16, 9),
        ("period-ends-before-start", "versions[1].actions[0].period", 22, 21),
        ("unknown-word", "versions[1].actions[0].steps[1]", 23, 34),
        ("low-above-high", "versions[1].actions[0].cost.low", 24, 28),
        ("unknown-word", "versions[1].actions[0].cost.unit", 24, 50),
        ("dependency-cycle", "versions[1].actions[0].depends_on[0]", 25, 26),
        ("unknown-reference", "versions[1].actions[0].depends_on[2]", 25, 41),
    ]),
    ("missing-field", &[("missing-field", "versions[0].goals[0].title", 9, 9)]),
    ("negative-cost", &[("negative-cost", "versions[0].actions[0].cost.value", 9, 69)]),
    ("no-version", &[("no-version", "versions", 5, 15)]),
    ("not-utf8", &[("not-utf8", "", 8, 51)]),
    ("number-out-of-range", &[("number-out-of-range", "versions[0].readiness[0].level", 9, 39)]),
    ("number-without-unit", &[("number-without-unit", "versions[0].actions[0].cost.unit", 9, 58)]),
    ("other-format", &[("unsupported-format", "format", 2, 13)]),
    ("period-ends-before-start", &[("period-ends-before-start", "versions[0].actions[0].period", 9, 60)]),
    ("too-deep", &[("too-deep", "", 8, 77)]),
    ("unknown-reference", &[("unknown-reference", "versions[0].commitments[0].party", 10, 65)]),
    ("unknown-word", &[("unknown-word", "versions[0].actions[0].steps[1]", 9, 71)]),
    ("unsupported-format", &[("unsupported-format", "format", 2, 13)]),
    ("wrong-type", &[("wrong-type", "versions[0].actions[0].cost.value", 9, 69)]),
];

#[rustfmt::skip]
const VALID: &[(&str, &[Found])] = &[
    ("everything", &[]),
    ("history", &[
        ("continues-itself", "versions[1].actions[0].continues[0]", 17, 60),
        ("continues-nothing", "versions[1].actions[1].continues[0]", 18, 60),
        ("continues-disagree", "versions[1].actions[2].continues[1]", 19, 68),
        ("missing-version", "versions[2].label", 23, 16),
        ("continues-disagree", "versions[2].actions[0].continues[0]", 24, 69),
        ("unordered-versions", "versions[3].label", 26, 16),
    ]),
    ("minimal", &[]),
    ("unknown-fields", &[
        ("unknown-field", "municipality.mayor", 4, 46),
        ("unknown-field", "versions[0].actions[0].dependson", 10, 50),
        ("unknown-field", "versions[0].actions[0].budget", 10, 67),
    ]),
    ("warnings", &[
        ("bad-code", "municipality.code", 3, 54),
        ("number-without-unit", "indicators[0].unit", 6, 5),
        ("unordered-series", "indicators[0].series[1].year", 10, 19),
        ("duplicate-year", "indicators[0].series[2].year", 11, 19),
        ("unlikely-year", "indicators[0].series[3].year", 12, 19),
        ("unordered-versions", "versions[1].signed", 20, 17),
        ("unlikely-unit", "versions[1].actions[0].cost.unit", 24, 42),
        ("contradictory-quantity", "versions[1].actions[0].effect", 25, 21),
        ("unused-translation", "translations.en.träd", 33, 7),
    ]),
];

fn problems_of(path: &str) -> Result<Vec<Problem>, Vec<Problem>> {
    let bytes = std::fs::read(project(path)).expect(path);
    decode(&bytes).and_then(open).map(|opened| opened.problems)
}

fn assert_found(name: &str, problems: &[Problem], expected: &[Found]) {
    let found: Vec<(&str, &str, usize, usize)> = problems
        .iter()
        .map(|it| (it.code.as_str(), it.path.as_str(), it.line, it.column))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn a_broken_file_is_refused_with_every_problem_in_its_place() {
    assert_eq!(
        names("tests/samples/broken"),
        BROKEN.iter().map(|(name, _)| *name).collect::<Vec<_>>()
    );
    for (name, expected) in BROKEN {
        let problems = problems_of(&format!("tests/samples/broken/{name}.json")).expect_err(name);
        assert_found(name, &problems, expected);
        assert!(
            problems.iter().any(|it| it.severity == Severity::Error),
            "{name}"
        );
    }
}

#[test]
fn a_valid_file_is_opened_with_warnings_and_hints_beside_it() {
    assert_eq!(
        names("tests/samples/valid"),
        VALID.iter().map(|(name, _)| *name).collect::<Vec<_>>()
    );
    for (name, expected) in VALID {
        let problems = problems_of(&format!("tests/samples/valid/{name}.json")).expect(name);
        assert_found(name, &problems, expected);
        assert!(
            problems.iter().all(|it| it.severity != Severity::Error),
            "{name}"
        );
    }
}

/// What is too large to be kept as a file is made in `size`.
#[test]
fn every_code_has_a_sample() {
    let made = [Code::FileTooLarge, Code::TooManyItems, Code::MoreProblems];
    let found = || BROKEN.iter().chain(VALID).flat_map(|(_, found)| *found);
    for code in Code::ALL.iter().filter(|code| !made.contains(code)) {
        assert!(
            found().any(|(text, ..)| *text == code.as_str()),
            "{}",
            code.as_str()
        );
    }
}

#[test]
fn a_broken_file_is_named_after_what_is_wrong_with_it() {
    let several = ["comment", "ends-early", "html", "many", "other-format"];
    for (name, found) in BROKEN.iter().filter(|(name, _)| !several.contains(name)) {
        assert_eq!(
            found.iter().map(|(code, ..)| *code).collect::<Vec<_>>(),
            [*name]
        );
    }
}

#[test]
fn the_contracts_that_are_shipped_open_without_a_remark() {
    let shipped: Vec<String> = names("public/contracts")
        .into_iter()
        .filter(|name| name != "index")
        .collect();
    assert!(!shipped.is_empty());
    for name in &shipped {
        assert_eq!(
            problems_of(&format!("public/contracts/{name}.json")),
            Ok(Vec::new()),
            "{name}"
        );
    }
}

/// `cargo xtask generate` writes it.
#[test]
fn the_index_says_what_the_contracts_are() {
    let shipped = names("public/contracts")
        .into_iter()
        .filter(|name| name != "index");
    let contracts: Vec<(String, Contract)> = shipped
        .map(|name| {
            let opened = open(&text(&format!("public/contracts/{name}.json"))).expect(&name);
            (name, opened.contract)
        })
        .collect();
    let index = text("public/contracts/index.json");
    assert_eq!(index, index_of(&contracts), "run `cargo xtask generate`");
    let names: Vec<String> = read_index(&index)
        .expect("it is in order")
        .contracts
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(names.first().map(String::as_str), Some("Borlänge kommun"));
    assert!(
        names
            .last()
            .is_some_and(|name| name.starts_with("Exempelkommun")),
        "what is invented comes last"
    );
}

/// Every field of the format is in the fullest sample, see `schema`.
#[test]
fn what_is_read_is_what_the_file_says() {
    for path in [
        "tests/samples/valid/everything.json",
        "tests/samples/valid/minimal.json",
        "public/contracts/orebro.json",
    ] {
        let opened = open(&text(path)).expect(path);
        let file = serde_json::from_str(&text(path)).expect(path);
        let read = serde_json::to_value(&opened.contract).expect(path);
        assert!(said(read) == said(file), "{path}");
    }
}

/// Nothing that a file has is lost on the way, be it known to the format or not.
#[test]
fn an_opened_contract_has_its_file_as_it_came() {
    let file = text("tests/samples/valid/unknown-fields.json");
    assert_eq!(open(&file).expect("it is valid").text, file);
}

/// A value without what goes without saying: the address of the schema, defaults, and how numbers are written.
fn said(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64()),
        Value::Array(values) => values.into_iter().map(said).collect(),
        Value::Object(fields) => {
            let goes_without = |(name, value): &(String, Value)| {
                let is_default = *value == false || value.as_array().is_some_and(Vec::is_empty);
                name == "$schema" || is_default || name == "content" && value == "full"
            };
            let fields = fields.into_iter().filter(|it| !goes_without(it));
            Value::Object(fields.map(|(name, value)| (name, said(value))).collect())
        }
        other => other,
    }
}
