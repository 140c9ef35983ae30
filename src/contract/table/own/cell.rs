//! What a value of the format is in a cell, and back.
//!
//! The two are each other's inverse: `tests/sheet` holds that. Whatever a cell cannot say in plain words stands there as
//! JSON.

use serde_json::Value;

use super::super::out::Cell;
use super::Column;
use super::funding::{funding, shares};
use super::names::Names;
use super::number::{number, plain};
use super::wrong::Cause;
use crate::contract::Lang;
use crate::contract::nearest::{nearest, nearest_word};
use crate::contract::problem::shorten;
use crate::contract::shape::Shape;
use crate::text::sheet::{flag, heard, heard_flag, said};

/// Stands in the first column of a record that has nothing in it, which is not the same as no record.
pub(super) const NOTHING: &str = "{}";

/// What stands in the cell of a column for a value of this shape.
pub(super) fn cell(
    column: Column,
    shape: &'static Shape,
    value: &Value,
    names: &Names,
    lang: Lang,
) -> Cell {
    let label = |text| names.label(column, text).unwrap_or(text);
    match (shape, value) {
        (_, Value::Null) => Cell::Empty,
        (Shape::Word(words), Value::String(text)) => Cell::Words(word(column, words, text, lang)),
        (Shape::List(Shape::Record(_)), _) => Cell::Words(funding(value, lang)),
        (Shape::List(of), Value::Array(values)) => {
            let texts = values.iter().filter_map(Value::as_str);
            let entries = texts.map(|text| match of {
                Shape::Word(words) => word(column, words, text, lang),
                _ => label(text).to_owned(),
            });
            Cell::Words(lines(&entries.collect::<Vec<_>>()))
        }
        (_, Value::String(text)) => Cell::Words(wrapped(label(text))),
        (_, Value::Bool(value)) => Cell::Words(flag(*value, lang).to_owned()),
        (_, Value::Number(value)) => value.as_f64().map_or(Cell::Empty, Cell::Number),
        (_, Value::Array(_) | Value::Object(_)) => Cell::Words(value.to_string()),
    }
}

/// The value of this shape that stands in a cell that is not empty.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn value(
    column: Column,
    shape: &'static Shape,
    text: &str,
    names: &mut Names,
    lang: Lang,
) -> Result<Value, Cause> {
    let found = || shorten(text);
    let mut id = |text: &str| match names.id(column, text) {
        Some(Ok(id)) => Ok(Value::String(id)),
        Some(Err(nearest)) => Err(Cause::UnknownName {
            found: shorten(text),
            nearest,
        }),
        None => Ok(Value::String(text.to_owned())),
    };
    match shape {
        Shape::Flag => heard_flag(text)
            .map(Value::Bool)
            .ok_or_else(|| Cause::NotFlag { found: found() }),
        Shape::Number => {
            let number = number(text, lang).ok_or_else(|| Cause::NotNumber { found: found() });
            number.map(plain)
        }
        Shape::Whole(..) => {
            let number = number(text, lang).ok_or_else(|| Cause::NotNumber { found: found() })?;
            let whole = Some(plain(number)).filter(Value::is_i64);
            whole.ok_or_else(|| Cause::NotWhole { found: found() })
        }
        Shape::Word(words) => meant(column, words, text, lang),
        Shape::List(Shape::Record(_)) => shares(text, lang),
        Shape::List(of) => {
            let entries = entries(text).into_iter();
            let values = entries.map(|entry| match of {
                Shape::Word(words) => meant(column, words, &entry, lang),
                _ => id(&entry),
            });
            values.collect()
        }
        _ => id(&bared(text)),
    }
}

/// A word of the format as the app says it.
fn word(column: Column, words: &'static [&'static str], text: &str, lang: Lang) -> String {
    let mut words = words.iter().filter(|word| **word == text);
    let word = words.next();
    word.map_or(text, |word| said(column.vocabulary(), word, lang))
        .to_owned()
}

/// The word of the format that is meant.
fn meant(
    column: Column,
    words: &'static [&'static str],
    text: &str,
    lang: Lang,
) -> Result<Value, Cause> {
    let field = column.vocabulary();
    match heard(field, words, text) {
        Some(word) => Ok(Value::from(word)),
        None => Err(unknown_word(field, words, text, lang)),
    }
}

/// What is wrong with a word that is none of these.
pub(super) fn unknown_word(
    field: &'static str,
    words: &'static [&'static str],
    text: &str,
    lang: Lang,
) -> Cause {
    let like = nearest(text, &mut words.iter().map(|word| said(field, word, lang)));
    let mut like = words
        .iter()
        .filter(|word| Some(said(field, word, lang)) == like);
    Cause::UnknownWord {
        found: shorten(text),
        field,
        words,
        nearest: like.next().copied().or_else(|| nearest_word(text, words)),
    }
}

/// A text in a cell: as it is, or as JSON where it would not come back as it is. A cell of nothing but spaces is empty,
/// and a table's line breaks are all of one kind.
pub(super) fn wrapped(text: &str) -> String {
    let is_lost = text.trim().is_empty() || text.contains(['\r', '\0']);
    if is_lost || unwrapped(text).is_some() {
        Value::from(text).to_string()
    } else {
        text.to_owned()
    }
}

/// The text that stands in a cell.
pub(super) fn bared(cell: &str) -> String {
    unwrapped(cell).unwrap_or_else(|| cell.to_owned())
}

/// The text that a cell has as JSON.
fn unwrapped(cell: &str) -> Option<String> {
    let is_quoted = cell.starts_with('"');
    is_quoted.then(|| match serde_json::from_str(cell) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    })?
}

/// Entries a line each, or as JSON when they could not be told from each other.
pub(super) fn lines(entries: &[String]) -> String {
    let is_plain = |entry: &String| {
        !entry.is_empty() && entry.trim() == entry && !entry.contains(['\n', '\r', '\0'])
    };
    let is_like_json = entries.first().is_none_or(|entry| entry.starts_with('['));
    if is_like_json || !entries.iter().all(is_plain) {
        return Value::from(entries.to_vec()).to_string();
    }
    entries.join("\n")
}

/// The entries of a cell.
pub(super) fn entries(cell: &str) -> Vec<String> {
    let of_json = list(cell).and_then(|values| {
        let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
        texts.collect::<Option<Vec<String>>>()
    });
    of_json.unwrap_or_else(|| {
        let lines = cell.split(['\n', '\r']).map(str::trim);
        let lines = lines.filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    })
}

/// The list that a cell has as JSON.
pub(super) fn list(cell: &str) -> Option<Vec<Value>> {
    let cell = cell.trim();
    let value = cell.starts_with('[').then(|| serde_json::from_str(cell));
    match value?.ok()? {
        Value::Array(values) => Some(values),
        _ => None,
    }
}
