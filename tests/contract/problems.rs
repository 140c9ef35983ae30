//! What is found, and what is not, beyond the samples.

use transition_map::contract::problem::{Cause, Severity};
use transition_map::contract::{Code, Problem, check, decode, open, read, read_bytes, read_index};

/// A contract with this in its only version, a line after the label's.
fn version(body: &str) -> String {
    format!(
        r#"{{"format": "klimatkontrakt/1", "municipality": {{"name": "Exempelkommun"}}, "example": true,
"parties": [{{"id": "kommunen", "name": "Exempelkommun"}}], "documents": [{{"id": "k", "title": "K"}}],
"indicators": [{{"id": "utslapp", "title": "Utsläpp"}}], "versions": [{{"label": "2025",
{body}}}]}}"#
    )
}

fn problems(text: &str) -> Vec<Problem> {
    open(text).map_or_else(|problems| problems, |opened| opened.problems)
}

fn codes(text: &str) -> Vec<&'static str> {
    problems(text)
        .iter()
        .map(|problem| problem.code.as_str())
        .collect()
}

fn paths(text: &str) -> Vec<String> {
    problems(text)
        .into_iter()
        .map(|problem| format!("{} {}", problem.code.as_str(), problem.path))
        .collect()
}

#[test]
fn a_byte_order_mark_is_accepted_and_moves_no_column() {
    let text = version(r#""goals": [{"id": "x"}]"#);
    let marked = format!("\u{feff}{text}");
    assert_eq!(problems(&marked), problems(&text));
    assert!(
        read_bytes(marked.as_bytes()).is_err_and(|problems| problems[0].code == Code::MissingField)
    );
}

#[test]
fn windows_line_ends_count_as_one_line() {
    let text = version("\"goals\": [\n{\"id\": \"x\"}]");
    assert_eq!(
        problems(&text.replace('\n', "\r\n"))[0].line,
        problems(&text)[0].line
    );
}

#[test]
fn a_text_that_is_not_utf8_is_placed_at_its_first_unreadable_character() {
    let problems = decode(b"{\"name\":\n \"\xc3\x96rebr\xf6\"}").expect_err("Latin-1 is not UTF-8");
    assert_eq!(
        (problems[0].code, problems[0].line, problems[0].column),
        (Code::NotUtf8, 2, 8)
    );
    let utf16 = decode(&[0xff, 0xfe, b'{', 0]).expect_err("UTF-16 is not UTF-8");
    assert_eq!(utf16[0].cause, Cause::NotUtf8 { utf16: true });
}

#[test]
fn json_that_breaks_is_placed_where_it_breaks() {
    for (text, line, column) in [
        ("{\n  \"å\": 1,\n  \"ä\" 2\n}", 3, 7),
        ("{\n  \"å\": [1 2]\n}", 2, 11),
        ("{\n  \"å\": 1\n  \"b\": 2\n}", 3, 3),
        ("{ \"å\": tru }", 1, 11),
        ("{ \"å\": “ja” }", 1, 8),
        ("{ 'å': 1 }", 1, 3),
        ("{ \"å\": 1, }", 1, 11),
        ("{ \"å\": 1 } }", 1, 12),
        ("{ \"å\": 01 }", 1, 9),
        ("{ \"å\": \"\\x\" }", 1, 10),
    ] {
        let found = problems(text);
        assert_eq!(
            (found[0].code, found[0].line, found[0].column),
            (Code::BrokenJson, line, column),
            "{text}"
        );
    }
}

#[test]
fn only_this_major_format_is_read() {
    let text = version("\"goals\": []");
    for (format, code) in [
        ("klimatkontrakt/1", None),
        ("klimatkontrakt/1.7", None),
        ("klimatkontrakt/2", Some("unsupported-format")),
        ("klimatkontrakt/10.1", Some("unsupported-format")),
        ("klimatkontrakt", Some("unsupported-format")),
        ("klimatkontrakt/1x", Some("unsupported-format")),
        ("klimatkontrakt-index/1", Some("unsupported-format")),
        ("", Some("unsupported-format")),
    ] {
        let text = text.replace("klimatkontrakt/1", format);
        assert_eq!(
            codes(&text),
            code.into_iter().collect::<Vec<_>>(),
            "{format}"
        );
    }
}

#[test]
fn other_json_is_refused_for_what_it_lacks() {
    assert_eq!(
        paths("{}"),
        [
            "missing-field format",
            "missing-field municipality",
            "missing-field versions"
        ]
    );
    assert_eq!(paths("[]"), ["wrong-type "]);
    assert_eq!(paths("null"), ["wrong-type "]);
}

#[test]
fn what_is_absent_may_be_null_but_a_list_may_not() {
    assert_eq!(
        codes(&version(
            r#""signed": null, "goals": [{"id": "x", "title": "X", "year": null}]"#
        )),
        [""; 0]
    );
    assert_eq!(
        paths(&version(r#""goals": null"#)),
        ["wrong-type versions[0].goals"]
    );
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    assert_eq!(
        codes(&version(
            r#""goals": [{"id": "x", "title": "X", "year": 2030.0}]"#
        )),
        [""; 0]
    );
    assert_eq!(
        codes(&version(
            r#""goals": [{"id": "x", "title": "X", "year": 2030.5}]"#
        )),
        ["wrong-type"]
    );
}

#[test]
fn a_broken_shape_does_not_hide_what_is_said_wrongly() {
    let text = version(
        r#""goals": [{"id": "g", "title": 7, "year": 1900}, 3],
           "actions": [{"id": "a", "cost": {"value": -1, "unit": "kronor/år"}, "depends_on": ["b"]}]"#,
    );
    assert_eq!(
        paths(&text),
        [
            "wrong-type versions[0].goals[0].title",
            "goal-year-out-of-range versions[0].goals[0].year",
            "wrong-type versions[0].goals[1]",
            "missing-field versions[0].actions[0].title",
            "negative-cost versions[0].actions[0].cost.value",
            "unknown-word versions[0].actions[0].cost.unit",
            "unknown-reference versions[0].actions[0].depends_on[0]",
        ]
    );
}

#[test]
fn a_broken_value_is_not_told_of_twice() {
    let text = version(
        r#""signed": 2025, "actions": [{"id": 12, "title": "", "depends_on": ["13"]}, {"id": 13, "title": "B"}]"#,
    );
    assert_eq!(
        paths(&text),
        [
            "wrong-type versions[0].signed",
            "wrong-type versions[0].actions[0].id",
            "empty-text versions[0].actions[0].title",
            "wrong-type versions[0].actions[1].id",
        ]
    );
}

#[test]
fn ids_are_one_space_in_a_version_and_indicators_are_in_it() {
    let text = version(
        r#""goals": [{"id": "a", "title": "A"}], "commitments": [{"id": "b", "title": "B", "measures": [{"id": "a", "title": "A"}]}],
           "actions": [{"id": "b", "title": "B"}], "prerequisites": [{"id": "c", "title": "C"}], "bodies": [{"id": "c", "title": "C"}],
           "gaps": [{"id": "c"}], "lessons": [{"id": "utslapp"}, {"id": "kommunen"}]"#,
    );
    assert_eq!(
        paths(&text),
        [
            "duplicate-id versions[0].commitments[0].measures[0].id",
            "duplicate-id versions[0].actions[0].id",
            "duplicate-id versions[0].bodies[0].id",
            "duplicate-id versions[0].gaps[0].id",
            "duplicate-id versions[0].lessons[0].id",
        ]
    );
    assert_eq!(problems(&text)[0].other_line, Some(4));
}

#[test]
fn the_same_id_in_two_versions_is_the_same_thing() {
    let text = version(
        r#""actions": [{"id": "a", "title": "A"}]}, {"label": "2026", "actions": [{"id": "a", "title": "A"}]"#,
    );
    assert_eq!(codes(&text), [""; 0]);
}

#[test]
fn every_reference_is_looked_up() {
    let text = version(
        r#""document": "x0", "source": {"document": "x1"},
        "goals": [{"id": "g", "title": "G", "source": {"document": "x2"}}],
        "commitments": [{"id": "c", "title": "C", "party": "x3", "parties": ["kommunen", "x4"], "focus_areas": ["x5"], "source": {"document": "x6"},
          "measures": [{"id": "m", "title": "M", "focus_areas": ["x7"], "source": {"document": "x8"}}]}],
        "actions": [{"id": "a", "title": "A", "focus_areas": ["x9"], "commitments": ["m", "x10", "g"], "depends_on": ["x11", "m"], "source": {"document": "x12"}}],
        "prerequisites": [{"id": "p", "title": "P", "focus_areas": ["x13"], "source": {"document": "x14"}}],
        "bodies": [{"id": "b", "title": "B", "source": {"document": "x15"}}],
        "gaps": [{"id": "ga", "about": "x16", "source": {"document": "x17"}}],
        "lessons": [{"id": "l", "party": "x18", "about": ["x19", "a"], "source": {"document": "x20"}}],
        "readiness": [{"step": "mandate", "focus_area": "x21"}]"#,
    );
    let found: Vec<String> = problems(&text)
        .into_iter()
        .map(|problem| match problem.cause {
            Cause::UnknownReference { id, .. } => id,
            other => panic!("{other:?}"),
        })
        .collect();
    let mut expected: Vec<String> = (0..=21).map(|number| format!("x{number}")).collect();
    expected.insert(11, "g".into()); // an action serves commitments and measures, not goals
    assert_eq!(found, expected);
}

#[test]
fn a_lesson_may_be_about_what_an_earlier_version_had() {
    let two =
        |first: &str, second: &str| version(&format!("{first}}}, {{\"label\": \"2026\", {second}"));
    let (item, lesson) = (
        r#""actions": [{"id": "a", "title": "A"}]"#,
        r#""lessons": [{"id": "l", "about": ["a"]}]"#,
    );
    assert_eq!(codes(&two(item, lesson)), [""; 0]);
    assert_eq!(codes(&two(lesson, item)), ["unknown-reference"]);
}

#[test]
fn what_continues_nothing_is_told_and_does_not_stop_the_file() {
    assert_eq!(
        codes(&version(
            r#""actions": [{"id": "a", "title": "A", "continues": ["nothing"]}]"#
        )),
        ["continues-nothing"]
    );
}

#[test]
fn every_quantity_and_period_is_looked_at() {
    let text = version(
        r#""signed": "i höstas",
        "goals": [{"id": "g", "title": "G", "target": {"value": 1}}],
        "commitments": [{"id": "c", "title": "C", "period": "2026-25", "measures": [{"id": "m", "title": "M", "period": "2026/2025"}]}],
        "actions": [{"id": "a", "title": "A", "period": "26", "cost": {"low": 1}, "effect": {"high": 1},
          "funding": [{"amount": {"low": -2, "high": -1, "unit": "SEK"}}, {"amount": {"low": 2, "high": 1, "unit": "EUR"}}]}],
        "gaps": [{"id": "ga", "amount": {"value": 3, "unknown": "in_progress"}}]"#,
    );
    assert_eq!(
        paths(&text),
        [
            "bad-period versions[0].signed",
            "number-without-unit versions[0].goals[0].target.unit",
            "bad-period versions[0].commitments[0].period",
            "period-ends-before-start versions[0].commitments[0].measures[0].period",
            "bad-period versions[0].actions[0].period",
            "number-without-unit versions[0].actions[0].cost.unit",
            "number-without-unit versions[0].actions[0].effect.unit",
            "negative-cost versions[0].actions[0].funding[0].amount.low",
            "negative-cost versions[0].actions[0].funding[0].amount.high",
            "low-above-high versions[0].actions[0].funding[1].amount.low",
            "number-without-unit versions[0].gaps[0].amount.unit",
            "contradictory-quantity versions[0].gaps[0].amount",
        ]
    );
}

#[test]
fn an_effect_may_be_below_zero_and_a_range_open() {
    let text = version(
        r#""actions": [{"id": "a", "title": "A", "effect": {"value": -5, "unit": "tCO2e"}, "cost": {"low": 5, "unit": "SEK"}}]"#,
    );
    assert_eq!(codes(&text), [""; 0]);
}

#[test]
fn a_goal_has_a_year_from_1990_to_2150() {
    for (year, codes_found) in [
        (1989, 1),
        (1990, 0),
        (2150, 0),
        (2151, 1),
        (-5, 1),
        (99_999, 1),
        (i64::MAX, 1),
    ] {
        let text = version(&format!(
            r#""goals": [{{"id": "g", "title": "G", "year": {year}}}]"#
        ));
        assert_eq!(
            codes(&text),
            vec!["goal-year-out-of-range"; codes_found],
            "{year}"
        );
    }
}

#[test]
fn a_part_of_itself_is_a_circle() {
    let text = version("\"goals\": []").replace(
        r#"{"id": "utslapp", "title": "Utsläpp"}"#,
        r#"{"id": "a", "title": "A", "part_of": "b"}, {"id": "b", "title": "B", "part_of": "a"}"#,
    );
    assert_eq!(paths(&text), ["dependency-cycle indicators[1].part_of"]);
}

#[test]
fn two_separate_circles_are_two_problems() {
    let text = version(
        r#""actions": [{"id": "a", "title": "A", "depends_on": ["b"]}, {"id": "b", "title": "B", "depends_on": ["a", "c"]},
           {"id": "c", "title": "C", "depends_on": ["c"]}]"#,
    );
    assert_eq!(
        paths(&text),
        [
            "dependency-cycle versions[0].actions[1].depends_on[0]",
            "dependency-cycle versions[0].actions[2].depends_on[0]"
        ]
    );
}

#[test]
fn every_kind_of_content_is_too_much_for_a_document() {
    for body in [
        r#""goals": [{"id": "x", "title": "X"}]"#,
        r#""commitments": [{"id": "x", "title": "X"}]"#,
        r#""actions": [{"id": "x", "title": "X"}]"#,
        r#""prerequisites": [{"id": "x", "title": "X"}]"#,
        r#""bodies": [{"id": "x", "title": "X"}]"#,
        r#""gaps": [{"id": "x"}]"#,
        r#""lessons": [{"id": "x"}]"#,
        r#""readiness": [{"step": "mandate"}]"#,
    ] {
        let text = version(&format!("\"content\": \"document_only\", {body}"));
        assert_eq!(codes(&text), ["document-only-with-content"], "{body}");
        assert_eq!(
            codes(&text.replace("document_only", "excerpt")),
            [""; 0],
            "{body}"
        );
    }
}

#[test]
fn a_contract_is_checked_without_its_text_too() {
    let text = version(r#""goals": [{"id": "g", "title": "G", "year": 1900}]"#);
    let (contract, hints) = read(&text).expect("its shape is right");
    assert_eq!(hints, []);
    for text in ["", "not json", "[[["] {
        let problems = check(&contract, text);
        assert_eq!(
            (
                problems[0].path.as_str(),
                problems[0].line,
                problems[0].column
            ),
            ("versions[0].goals[0].year", 1, 1)
        );
    }
    assert_eq!(check(&contract, &text)[0].line, 4);
}

#[test]
fn a_hint_never_refuses() {
    let text = version(r#""colour": "green", "goals": [{"id": "g", "title": "G", "yaer": 2030}]"#);
    let opened = open(&text).expect("unknown fields are no error");
    assert!(
        opened
            .problems
            .iter()
            .all(|it| it.severity == Severity::Hint && it.code == Code::UnknownField)
    );
    assert_eq!(
        paths(&text),
        [
            "unknown-field versions[0].colour",
            "unknown-field versions[0].goals[0].yaer"
        ]
    );
    assert!(matches!(
        opened.problems[1].cause,
        Cause::UnknownField {
            nearest: Some("year"),
            ..
        }
    ));
}

#[test]
fn an_index_is_read_like_a_contract() {
    let index =
        |body: &str| format!("{{\"format\": \"klimatkontrakt-index/1\", \"contracts\": [{body}]}}");
    let entry = |id: &str, url: &str| {
        format!("{{\"id\": \"{id}\", \"name\": \"Exempelkommun\", \"url\": \"{url}\"}}")
    };
    let good = [
        entry("a", "a.json"),
        entry("b", "../b/b.json"),
        entry("c", "https://example.org/c.json"),
    ]
    .join(",");
    assert_eq!(
        read_index(&index(&good)).map(|index| index.contracts.len()),
        Ok(3)
    );
    let bad = [
        entry("a", "javascript:alert(1)"),
        entry("a", "a.json"),
        entry("", ""),
    ]
    .join(",\n");
    let found: Vec<(&str, String)> = read_index(&index(&bad))
        .expect_err("four mistakes")
        .into_iter()
        .map(|it| (it.code.as_str(), it.path))
        .collect();
    let expected = [
        ("bad-url", "contracts[0].url"),
        ("duplicate-id", "contracts[1].id"),
        ("empty-text", "contracts[2].id"),
        ("empty-text", "contracts[2].url"),
    ];
    assert_eq!(found, expected.map(|(code, path)| (code, path.to_owned())));
    assert_eq!(
        read_index(&version("")).expect_err("a contract is no index")[0].code,
        Code::BrokenJson
    );
    assert_eq!(
        read_index(&version("\"goals\": []")).expect_err("a contract is no index")[0].code,
        Code::UnsupportedFormat
    );
}

/// Actions of three versions, each with what it continues.
fn threads(versions: [&[(&str, &[&str])]; 3]) -> Vec<&'static str> {
    let versions: Vec<String> = (versions.iter().zip(2021..))
        .map(|(actions, year)| {
            let actions: Vec<String> = (actions.iter())
                .map(|(id, before)| {
                    format!(r#"{{"id": "{id}", "title": "T", "continues": {before:?}}}"#)
                })
                .collect();
            format!(
                r#"{{"label": "{year}", "actions": [{}]}}"#,
                actions.join(", ")
            )
        })
        .collect();
    codes(&format!(
        r#"{{"format": "klimatkontrakt/1", "municipality": {{"name": "Exempelkommun"}}, "versions": [{}]}}"#,
        versions.join(", ")
    ))
}

#[test]
fn threads_that_can_be_followed_are_not_remarked_on() {
    let renamed_twice: [&[(&str, &[&str])]; 3] =
        [&[("a", &[])], &[("b", &["a"])], &[("c", &["b"])]];
    assert_eq!(threads(renamed_twice), [""; 0]);
    let said_again: [&[(&str, &[&str])]; 3] = [&[("a", &[])], &[("b", &["a"])], &[("b", &["a"])]];
    assert_eq!(
        threads(said_again),
        [""; 0],
        "a snapshot may repeat where a thing came from"
    );
    let taken_in_later: [&[(&str, &[&str])]; 3] = [
        &[("a", &[]), ("x", &[])],
        &[("b", &["a"]), ("x", &[])],
        &[("b", &["x"])],
    ];
    assert_eq!(threads(taken_in_later), [""; 0]);
}

#[test]
fn two_origins_that_disagree_are_told() {
    let two: [&[(&str, &[&str])]; 3] = [
        &[("a", &[]), ("x", &[])],
        &[("b", &["a"])],
        &[("b", &["x"])],
    ];
    assert_eq!(threads(two), ["continues-disagree"]);
}
