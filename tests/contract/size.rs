//! Large files: read, or refused with what is too large.

use transition_map::contract::problem::Cause;
use transition_map::contract::read::{MAX_BYTES, MAX_DEPTH, MAX_ITEMS};
use transition_map::contract::{Code, Problem, Severity, open};

/// A contract with so many actions, each of which this writes.
fn contract(actions: usize, action: impl Fn(usize) -> String) -> String {
    let mut text =
        r#"{"format": "klimatkontrakt/1", "municipality": {"name": "Exempelkommun"}, "versions": [{"label": "1", "actions": ["#
            .to_owned();
    for number in 0..actions {
        text.push_str(if number == 0 { "\n" } else { ",\n" });
        text.push_str(&action(number));
    }
    text.push_str("]}]}");
    text
}

fn code(problems: &Result<usize, Vec<Problem>>) -> Option<Code> {
    problems.as_ref().err().map(|problems| problems[0].code)
}

fn items(text: &str) -> Result<usize, Vec<Problem>> {
    open(text).map(|opened| opened.contract.versions[0].actions.len())
}

#[test]
fn a_hundred_thousand_items_are_read_and_one_more_is_refused() {
    let action = |number| {
        format!(
            r#"{{"id": "a{number}", "title": "A", "depends_on": ["a{}"]}}"#,
            number + 1
        )
    };
    let last = |number| {
        if number + 1 == MAX_ITEMS {
            format!(r#"{{"id": "a{number}", "title": "A"}}"#)
        } else {
            action(number)
        }
    };
    assert_eq!(items(&contract(MAX_ITEMS, last)), Ok(MAX_ITEMS));
    let refused = items(&contract(MAX_ITEMS + 1, |number| {
        format!(r#"{{"id": "a{number}", "title": "A"}}"#)
    }));
    assert_eq!(code(&refused), Some(Code::TooManyItems));
}

#[test]
fn a_file_of_the_largest_size_is_read_and_a_byte_more_is_refused() {
    let text = contract(1, |_| r#"{"id": "a", "title": "A"}"#.to_owned());
    let filled = |size: usize| format!("{text}{}", " ".repeat(size - text.len()));
    assert_eq!(items(&filled(MAX_BYTES)), Ok(1));
    assert_eq!(
        code(&items(&filled(MAX_BYTES + 1))),
        Some(Code::FileTooLarge)
    );
}

#[test]
fn the_deepest_nesting_is_read_and_one_deeper_is_refused() {
    // An unknown field nests as it likes: the root, the list of versions and the version are three.
    let nested = |depth: usize| {
        let (open, close) = ("[".repeat(depth - 5), "]".repeat(depth - 5));
        contract(1, |_| {
            format!(r#"{{"id": "a", "title": "A", "x": {open}{close}}}"#)
        })
    };
    assert_eq!(items(&nested(MAX_DEPTH)), Ok(1));
    assert_eq!(code(&items(&nested(MAX_DEPTH + 1))), Some(Code::TooDeep));
}

#[test]
fn more_problems_than_are_listed_are_counted() {
    let text = contract(MAX_ITEMS, |number| {
        format!(r#"{{"id": "a{number}", "title": "A", "status": "ny", "period": "ny", "x": 1}}"#)
    });
    let problems = open(&text).expect_err("nothing in it is right");
    let of = |severity| {
        problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    };
    assert_eq!((of(Severity::Error), of(Severity::Hint)), (10_000, 10_001));
    assert_eq!(
        problems.last().map(|problem| &problem.cause),
        Some(&Cause::MoreProblems { left_out: 280_000 })
    );
}

/// Each of these would take minutes if anything were looked for by going through everything.
#[test]
fn a_hopeless_file_is_refused_soon() {
    const MANY: usize = 20_000;
    let same = contract(MANY, |_| {
        r#"{"id": "a", "title": "A", "depends_on": ["b"], "period": "x"}"#.to_owned()
    });
    assert!(open(&same).is_err());
    let stray = contract(MANY, |number| {
        format!(r#"{{"id": "a{number}", "title": "A", "depends_on": ["b{number}"]}}"#)
    });
    assert!(open(&stray.replace('\n', " ")).is_err());
    let round = contract(MANY, |number| {
        format!(
            r#"{{"id": "a{number}", "title": "A", "depends_on": ["a{}", "a0"]}}"#,
            (number + 1) % MANY
        )
    });
    assert!(open(&round).is_err());
    let keys: String = (0..100_000)
        .map(|number| format!("\"k{number}\": 0,"))
        .collect();
    assert!(
        open(&contract(1, |_| format!(
            "{{{keys}\"id\": \"a\", \"title\": \"A\"}}"
        )))
        .is_ok()
    );
    assert_eq!(
        code(&items(&format!("[{}1]", "1,".repeat(5_000_000)))),
        Some(Code::TooManyItems)
    );
}
