//! What is said about every problem, in both languages.

use transition_map::contract::problem::{Cause, Syntax, Target, Type};
use transition_map::contract::word::{Status, Unit};
use transition_map::contract::{Code, Lang, Problem};
use transition_map::text::problem::sentence;

fn at(path: &str, cause: Cause) -> Problem {
    Problem {
        path: path.to_owned(),
        ..Problem::of_file(cause)
    }
}

fn again(path: &str, cause: Cause) -> Problem {
    Problem {
        other_line: Some(1204),
        ..at(path, cause)
    }
}

/// One problem of every kind, and of every wording.
fn every_problem() -> Vec<Problem> {
    let text = str::to_owned;
    let json = |syntax, found| at("", Cause::BrokenJson { syntax, found });
    let wrong = |path, expected, found, value: Option<&str>| {
        at(
            path,
            Cause::WrongType {
                expected,
                found,
                value: value.map(text),
            },
        )
    };
    let lost = |to, nearest: Option<&str>| {
        at(
            "versions[0].x",
            Cause::UnknownReference {
                to,
                id: text("energy"),
                nearest: nearest.map(text),
            },
        )
    };
    vec![
        at("", Cause::NotUtf8 { utf16: false }),
        at("", Cause::NotUtf8 { utf16: true }),
        at("", Cause::Empty),
        at("", Cause::FileTooLarge { bytes: 33_554_433 }),
        at(
            "",
            Cause::FileTooLarge {
                bytes: 2_147_483_648,
            },
        ),
        at("", Cause::TooDeep),
        json(Syntax::Html, Some('<')),
        json(Syntax::EndsEarly(Some(12)), None),
        json(Syntax::EndsEarly(None), None),
        json(Syntax::ExpectedColon, Some('2')),
        json(Syntax::ExpectedCommaOrBracket, Some('"')),
        json(Syntax::ExpectedCommaOrBrace, None),
        json(Syntax::ExpectedValue, Some('”')),
        json(Syntax::ExpectedValue, Some('/')),
        json(Syntax::ExpectedValue, Some('n')),
        json(Syntax::ExpectedKey, Some('\'')),
        json(Syntax::ExpectedKey, Some('#')),
        json(Syntax::BadEscape, Some('x')),
        json(Syntax::BadNumber, Some('0')),
        json(Syntax::HugeNumber, Some('9')),
        json(Syntax::ControlCharacter, Some('\n')),
        json(Syntax::TrailingComma, Some('}')),
        json(Syntax::TrailingCharacters, Some('}')),
        json(Syntax::Other, None),
        at(
            "format",
            Cause::OtherFormat {
                found: text("klimatkontrakt"),
                expected: "klimatkontrakt/1",
            },
        ),
        at(
            "format",
            Cause::LaterFormat {
                found: text("klimatkontrakt/2"),
            },
        ),
        at("versions", Cause::TooManyItems { count: 100_001 }),
        at("", Cause::TooManyValues),
        at("", Cause::MoreProblems { left_out: 1 }),
        wrong("", Type::Object, Type::List, None),
        wrong(
            "versions[0].goals[0].title",
            Type::Text,
            Type::Number,
            Some("7"),
        ),
        wrong(
            "versions[0].goals[0].includes_consumption",
            Type::Flag,
            Type::Text,
            Some("ja"),
        ),
        wrong(
            "versions[0].goals[0].year",
            Type::Whole,
            Type::Number,
            Some("2030.5"),
        ),
        wrong(
            "versions[0].actions[0].cost",
            Type::Object,
            Type::Number,
            Some("5"),
        ),
        wrong(
            "versions[0].actions[0].funding[0].amount",
            Type::Object,
            Type::Text,
            Some("5 mkr"),
        ),
        wrong(
            "versions[0].gaps[0].amount",
            Type::Object,
            Type::Number,
            Some("5"),
        ),
        wrong(
            "versions[0].actions[0].cost.low",
            Type::Number,
            Type::Text,
            Some("5"),
        ),
        wrong(
            "versions[0].actions[0].source",
            Type::Object,
            Type::Text,
            Some("5.3"),
        ),
        wrong("versions[0].actions", Type::List, Type::Null, None),
        wrong(
            "versions[0].actions[1]",
            Type::Object,
            Type::Flag,
            Some("true"),
        ),
        wrong(
            "versions[0].actions[1].steps[2]",
            Type::Word,
            Type::Object,
            None,
        ),
        wrong(
            "versions[0].signed",
            Type::DateOrUnknown,
            Type::Number,
            Some("2025"),
        ),
        at("format", Cause::MissingField { field: "format" }),
        at(
            "versions[0].goals[0].title",
            Cause::MissingField { field: "title" },
        ),
        at(
            "x.status",
            Cause::UnknownWord {
                found: text("stared"),
                nearest: Some("started"),
                words: Status::TEXTS,
            },
        ),
        at(
            "x.status",
            Cause::UnknownWord {
                found: text("giraff"),
                nearest: None,
                words: Status::TEXTS,
            },
        ),
        at(
            "x.steps[0]",
            Cause::UnknownWord {
                found: text("mandat"),
                nearest: Some("mandate"),
                words: Status::TEXTS,
            },
        ),
        at(
            "x.level",
            Cause::NumberOutOfRange {
                found: text("4"),
                low: 0,
                high: 3,
            },
        ),
        at(
            "x.number",
            Cause::NumberOutOfRange {
                found: text("-1"),
                low: 0,
                high: 65_535,
            },
        ),
        again(
            "x.actions",
            Cause::DuplicateField {
                field: text("actions"),
            },
        ),
        at(
            "x.colour",
            Cause::UnknownField {
                field: text("colour"),
                nearest: None,
            },
        ),
        at(
            "x.titel",
            Cause::UnknownField {
                field: text("titel"),
                nearest: Some("title"),
            },
        ),
        at("x.title", Cause::EmptyText),
        at("versions", Cause::NoVersion),
        again("x.id", Cause::DuplicateId { id: text("bussar") }),
        again(
            "x.label",
            Cause::DuplicateVersion {
                label: text("2025/26"),
            },
        ),
        lost(Target::Party, Some("energi")),
        lost(Target::FocusArea, None),
        lost(Target::Document, None),
        lost(Target::Indicator, None),
        lost(Target::Commitment, None),
        lost(Target::Item, None),
        lost(Target::ItemSoFar, None),
        at(
            "x.period",
            Cause::BadPeriod {
                found: text("våren 2026"),
            },
        ),
        at(
            "x.period",
            Cause::PeriodEndsBeforeStart {
                found: text("2026/2025"),
            },
        ),
        at(
            "x.low",
            Cause::LowAboveHigh {
                low: 13_000.5,
                high: 5000.0,
            },
        ),
        at("x.value", Cause::NegativeCost { value: -4500.5 }),
        at("x.unit", Cause::NumberWithoutUnit),
        at("x.unit", Cause::SeriesWithoutUnit),
        at("x.year", Cause::GoalYearOutOfRange { year: 20_300 }),
        at(
            "x.depends_on[0]",
            Cause::DependencyCycle {
                ids: vec![text("a")],
                length: 1,
            },
        ),
        at(
            "x.depends_on[0]",
            Cause::DependencyCycle {
                ids: vec![text("a"), text("b")],
                length: 2,
            },
        ),
        at(
            "x.depends_on[0]",
            Cause::DependencyCycle {
                ids: vec![text("a"), text("b")],
                length: 9,
            },
        ),
        at(
            "x.content",
            Cause::DocumentOnlyWithContent { field: "goals" },
        ),
        at(
            "x.url",
            Cause::BadUrl {
                found: text("www.exempelkommun.se"),
            },
        ),
        at("x.code", Cause::BadCode { found: text("188") }),
        at("x.period", Cause::UnlikelyYear { year: 203 }),
        at(
            "x.unit",
            Cause::UnlikelyUnit {
                unit: Unit::TonneCo2ePerYear,
            },
        ),
        at("x.cost", Cause::ContradictoryQuantity),
        at("x.year", Cause::DuplicateYear { year: 2023 }),
        at(
            "x.year",
            Cause::UnorderedSeries {
                year: 2021,
                before: 2023,
            },
        ),
        at(
            "x.signed",
            Cause::UnorderedVersions {
                label: text("2025"),
                before: text("2024"),
            },
        ),
        at(
            "x",
            Cause::UnusedTranslation {
                id: text("träd"),
                nearest: Some(text("trad")),
            },
        ),
        at(
            "x",
            Cause::UnusedTranslation {
                id: text("skog"),
                nearest: None,
            },
        ),
        at(
            "x[0]",
            Cause::ContinuesNothing {
                id: text("bussra"),
                nearest: Some(text("bussar")),
            },
        ),
        at("x[0]", Cause::ContinuesItself { id: text("bussar") }),
        at(
            "x[1]",
            Cause::ContinuesTwoKinds {
                id: text("neutral"),
                other: text("bussar"),
            },
        ),
        at(
            "x[0]",
            Cause::ContinuesAnother {
                id: text("batar"),
                other: text("bussar"),
                label: text("2021"),
            },
        ),
        at(
            "x.label",
            Cause::MissingVersion {
                label: text("2024"),
                before: text("2021"),
            },
        ),
    ]
}

#[test]
fn the_sentences_are_these() {
    let problems = every_problem();
    let lines = problems.iter().map(|problem| {
        let (sv, en) = (sentence(problem, Lang::Sv), sentence(problem, Lang::En));
        format!("{}\n  {sv}\n  {en}\n", problem.code.as_str())
    });
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn every_code_has_its_sentences_and_they_are_whole() {
    let problems = every_problem();
    for code in Code::ALL {
        assert!(
            problems.iter().any(|problem| problem.code == *code),
            "{}",
            code.as_str()
        );
    }
    for text in problems
        .iter()
        .flat_map(|problem| Lang::ALL.iter().map(move |lang| sentence(problem, *lang)))
    {
        assert!(
            text.ends_with(['.', '?']) && !text.contains("..") || text.contains("2024/.."),
            "{text}"
        );
        assert!(
            text.starts_with(|first: char| first.is_uppercase() || "”“".contains(first)),
            "{text}"
        );
    }
}

#[test]
fn the_swedish_sentences_are_swedish() {
    let english = [
        "the", "is", "are", "should", "not", "of", "expected", "found", "line", "and", "or", "a",
        "an",
    ];
    let swedish = [
        "är", "och", "inte", "ska", "det", "en", "ett", "som", "rad", "eller",
    ];
    for problem in every_problem() {
        let (sv, en) = (sentence(&problem, Lang::Sv), sentence(&problem, Lang::En));
        let has = |text: &str, words: &[&str]| {
            // What is quoted is the file's own.
            let said = text.replace(['“', '”'], "\"");
            let said: Vec<&str> = said.split('"').step_by(2).collect();
            said.join(" ")
                .split(|letter: char| !letter.is_alphabetic())
                .any(|word| words.contains(&word.to_lowercase().as_str()))
        };
        let is_circle = problem.code == Code::DependencyCycle; // ids stand bare in it
        assert!(is_circle || !has(&sv, &english), "{sv}");
        assert!(!has(&en, &swedish), "{en}");
    }
}

#[test]
fn every_code_is_listed_for_hosts() {
    let list = crate::text("docs/problems.md");
    for code in Code::ALL {
        let problem = every_problem()
            .into_iter()
            .find(|problem| problem.code == *code)
            .expect("every code is there");
        let row = format!("| `{}` | {} |", code.as_str(), problem.severity.as_str());
        assert_eq!(list.matches(&row).count(), 1, "{row}");
    }
    assert_eq!(
        list.lines().filter(|line| line.starts_with("| `")).count(),
        Code::ALL.len()
    );
}
