//! Reading a contract file: from text to a [`Contract`], or to every problem at once.

use serde_json::Value;

use super::check::check;
use super::decode::Decode;
use super::fit::fit;
use super::model::{Contract, FORMAT};
use super::order::sort_by;
use super::path::At;
use super::problem::{Cause, Problem, Severity, Syntax, shorten};
use super::report::Report;
use super::shape::Shaped;
use super::tokens::{Look, look};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The most items that a file may have, all versions together.
pub const MAX_ITEMS: usize = 100_000;
/// How deep brackets may nest.
pub const MAX_DEPTH: usize = 64;
/// More values than any file of at most [`MAX_ITEMS`] items has: a guard of the memory.
const MAX_VALUES: usize = 4_000_000;

/// A contract that can be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The contract.
    pub contract: Contract,
    /// The file as it came. A contract never changes, so that writing one out is writing this: nothing is lost, not even
    /// what only a later release of the format knows.
    pub text: String,
    /// What is shown beside it: warnings and hints, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads and checks.
///
/// # Errors
/// Every problem of the file, when at least one of them is an error.
pub fn open(text: &str) -> Result<Opened, Vec<Problem>> {
    let (contract, mut problems) = read(text)?;
    problems.extend(check(&contract, text));
    settle(contract, problems, text)
}

/// What becomes of a contract that has been read from a text and checked.
///
/// # Errors
/// Every problem, in the order of the file, when at least one of them is an error.
pub fn settle(
    contract: Contract,
    mut problems: Vec<Problem>,
    text: &str,
) -> Result<Opened, Vec<Problem>> {
    in_order(&mut problems);
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    if problems.iter().any(is_error) {
        Err(problems)
    } else {
        Ok(Opened {
            contract,
            text: text.to_owned(),
            problems,
        })
    }
}

/// Puts problems in the order of the file.
pub fn in_order(problems: &mut Vec<Problem>) {
    sort_by(problems, |a, b| (a.line, a.column).cmp(&(b.line, b.column)));
}

/// The text of a file.
///
/// # Errors
/// When it is not UTF-8.
pub fn decode(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    std::str::from_utf8(bytes).map_err(|error| {
        let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let (line, column) = end_of(before.strip_prefix('\u{feff}').unwrap_or(&before));
        vec![Problem {
            line,
            column,
            ..Problem::of_file(Cause::NotUtf8 { utf16 })
        }]
    })
}

/// [`read`] for a file that has not been decoded.
///
/// # Errors
/// When it is not UTF-8, or as [`read`].
pub fn read_bytes(bytes: &[u8]) -> Result<(Contract, Vec<Problem>), Vec<Problem>> {
    read(decode(bytes)?)
}

/// Reads a file of at most [`MAX_BYTES`]. The contract comes with hints; what it says has not been checked.
///
/// # Errors
/// Everything that keeps it from being read. Where the rest can be understood it is checked too, so that all is told
/// at once.
pub fn read(text: &str) -> Result<(Contract, Vec<Problem>), Vec<Problem>> {
    let text = without_mark(text);
    let (mut value, mut report) = parse(text, FORMAT)?;
    let items = count_items(&value);
    if items > MAX_ITEMS {
        report.value(
            &At::Root.key("versions"),
            Cause::TooManyItems { count: items },
        );
        return Err(report.finish(text));
    }
    fit(&mut value, Contract::SHAPE, &At::Root, &mut report);
    let contract = Contract::decode(&value);
    if report.has_errors() {
        super::check::check_into(&contract, &mut report);
        return Err(report.finish(text));
    }
    Ok((contract, report.finish(text)))
}

/// Reads a file that is known to be in order, as those that come with the app are: nothing is told of what is wrong, and
/// nothing is checked but what reading it needs.
#[must_use]
pub fn read_trusted(text: &str) -> Option<Contract> {
    let mut value: Value = serde_json::from_str(text).ok()?;
    let mut report = Report::default();
    fit(&mut value, Contract::SHAPE, &At::Root, &mut report);
    (!report.has_errors()).then(|| Contract::decode(&value))
}

/// The text without the mark that some editors put at its start.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The JSON of a file in this format or a later minor one.
pub(super) fn parse(text: &str, format: &'static str) -> Result<(Value, Report), Vec<Problem>> {
    let refuse = |cause| Err(vec![Problem::of_file(cause)]);
    if text.len() > MAX_BYTES {
        return refuse(Cause::FileTooLarge { bytes: text.len() });
    }
    let start = text.trim_start();
    if start.is_empty() {
        return refuse(Cause::Empty);
    }
    if start.starts_with('<') {
        return refuse(Cause::BrokenJson {
            syntax: Syntax::Html,
            found: Some('<'),
        });
    }
    let look = look(text, MAX_DEPTH);
    if let Some(byte) = look.too_deep {
        let (line, column) = end_of(&text[..byte]);
        return Err(vec![Problem {
            line,
            column,
            ..Problem::of_file(Cause::TooDeep)
        }]);
    }
    if look.values > MAX_VALUES {
        return refuse(Cause::TooManyValues);
    }
    let value: Value =
        serde_json::from_str(text).map_err(|error| vec![broken(text, &look, &error)])?;
    let mut report = Report::default();
    for (path, byte, first) in look.twice {
        report.twice(path, byte, first);
    }
    if let Some(Value::String(found)) = value.get("format")
        && let Some(cause) = other_format(found, format)
    {
        report.value(&At::Root.key("format"), cause);
        return Err(report.finish(text));
    }
    Ok((value, report))
}

/// What is wrong with the name of a format, if anything: `name/1` and later minor ones, `name/1.2`, are read.
fn other_format(found: &str, expected: &'static str) -> Option<Cause> {
    let (name, major) = expected.split_once('/').unwrap_or((expected, "1"));
    let version = found
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix('/'))
        .unwrap_or_default();
    let (found_major, minor) = version.split_once('.').unwrap_or((version, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let found = shorten(found);
    if !is_number(found_major) || !is_number(minor) || found_major.starts_with('0') {
        Some(Cause::OtherFormat { found, expected })
    } else if found_major == major {
        None
    } else {
        Some(Cause::LaterFormat { found })
    }
}

fn count_items(value: &Value) -> usize {
    const LISTS: [&str; 7] = [
        "goals",
        "commitments",
        "actions",
        "prerequisites",
        "bodies",
        "gaps",
        "lessons",
    ];
    let list = |value: &Value, name: &str| {
        value
            .get(name)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    };
    let versions = value
        .get("versions")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let in_version = |version: &Value| {
        let commitments = version
            .get("commitments")
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let measures: usize = commitments
            .iter()
            .map(|commitment| list(commitment, "measures"))
            .sum();
        LISTS.iter().map(|name| list(version, name)).sum::<usize>() + measures
    };
    list(value, "indicators") + versions.iter().map(in_version).sum::<usize>()
}

/// What the parser stumbled on. Its words are English and meant for programmers: only their kind is taken over.
fn broken(text: &str, look: &Look, error: &serde_json::Error) -> Problem {
    let line = text
        .split('\n')
        .nth(error.line().saturating_sub(1))
        .unwrap_or_default();
    let byte = line.floor_char_boundary(error.column().saturating_sub(1));
    let found = line[byte..].chars().next();
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(message, _)| message);
    let syntax = match message {
        "EOF while parsing a list"
        | "EOF while parsing an object"
        | "EOF while parsing a string"
        | "EOF while parsing a value" => {
            Syntax::EndsEarly(look.unclosed.map(|byte| end_of(&text[..byte]).0))
        }
        "expected `:`" => Syntax::ExpectedColon,
        "expected `,` or `]`" => Syntax::ExpectedCommaOrBracket,
        "expected `,` or `}`" => Syntax::ExpectedCommaOrBrace,
        "expected value" | "expected ident" => Syntax::ExpectedValue,
        "key must be a string" | "expected `\"`" => Syntax::ExpectedKey,
        "invalid escape"
        | "invalid unicode code point"
        | "lone leading surrogate in hex escape"
        | "unexpected end of hex escape" => Syntax::BadEscape,
        "invalid number" => Syntax::BadNumber,
        "number out of range" => Syntax::HugeNumber,
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            Syntax::ControlCharacter
        }
        "trailing comma" => Syntax::TrailingComma,
        "trailing characters" => Syntax::TrailingCharacters,
        _ => Syntax::Other,
    };
    let column = line[..byte].chars().count() + 1;
    Problem {
        line: error.line().max(1),
        column,
        ..Problem::of_file(Cause::BrokenJson { syntax, found })
    }
}

/// The line and column just after a text, both from 1.
fn end_of(text: &str) -> (usize, usize) {
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    let last = text.rsplit('\n').next().unwrap_or_default();
    (lines + 1, last.chars().count() + 1)
}
