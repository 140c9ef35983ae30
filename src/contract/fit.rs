//! Does a file have the shape of the format? Every value that does not is reported, and replaced so that what is left
//! can be read and checked as well.

use serde_json::Value;

use super::check::out_of_range;
use super::nearest::{nearest, nearest_word};
use super::path::At;
use super::problem::{Cause, Severity, Type, shorten};
use super::report::Report;
use super::shape::{Field, Shape};

/// Reports what does not fit, and makes it fit.
pub(crate) fn fit(value: &mut Value, shape: &'static Shape, at: &At<'_>, report: &mut Report) {
    if !fits(value, shape, at, report) {
        report.replaced(at);
        *value = shape.stand_in();
    }
}

/// False when the value itself, not only something in it, does not fit; it has been reported then.
fn fits(value: &mut Value, shape: &'static Shape, at: &At<'_>, report: &mut Report) -> bool {
    match (shape, &mut *value) {
        (Shape::Optional(_), Value::Null)
        | (Shape::Text | Shape::TextOr(_), Value::String(_))
        | (Shape::Flag, Value::Bool(_))
        | (Shape::Number, Value::Number(_)) => return true,
        (Shape::Optional(inner), _) => return fits(value, inner, at, report),
        (Shape::TextOr(inner), Value::Object(_)) => return fits(value, inner, at, report),
        (Shape::Whole(low, high), Value::Number(number)) => match whole(number) {
            Some(whole) if (*low..=*high).contains(&whole) => {
                *value = whole.into(); // 2030.0 is 2030
                return true;
            }
            Some(whole) => {
                report.value(at, out_of_range(at, whole, (*low, *high)));
                return false;
            }
            None => {}
        },
        (Shape::Word(words), Value::String(text)) => {
            if words.contains(&text.as_str()) {
                return true;
            }
            let nearest = report
                .has_room(Severity::Error)
                .then(|| nearest_word(text, words))
                .flatten();
            report.value(
                at,
                Cause::UnknownWord {
                    found: shorten(text),
                    nearest,
                    words,
                },
            );
            return false;
        }
        (Shape::List(inner), Value::Array(values)) => {
            for (index, value) in values.iter_mut().enumerate() {
                fit(value, inner, &at.index(index), report);
            }
            return true;
        }
        (Shape::Map(inner), Value::Object(values)) => {
            for (name, value) in values.iter_mut() {
                fit(value, inner, &at.key(name), report);
            }
            return true;
        }
        (Shape::Record(fields), Value::Object(values)) => {
            record(values, fields, at, report);
            return true;
        }
        _ => {}
    }
    report.value(
        at,
        Cause::WrongType {
            expected: expected(shape),
            found: found(value),
            value: short_value(value),
        },
    );
    if let (Shape::Text, Value::Number(number)) = (shape, &*value) {
        let text = number.to_string();
        report.replaced(at);
        *value = text.into(); // most likely what was meant: references to it are then found
        return true;
    }
    false
}

fn record(
    values: &mut serde_json::Map<String, Value>,
    fields: &'static [Field],
    at: &At<'_>,
    report: &mut Report,
) {
    let known = fields
        .iter()
        .filter(|field| values.contains_key(field.name))
        .count();
    if known < values.len() {
        let is_field = |name: &str| fields.iter().any(|field| field.name == name);
        // An editor finds the schema by `$schema`.
        for name in values
            .keys()
            .filter(|name| !is_field(name) && *name != "$schema")
        {
            let mut names = fields.iter().map(|field| field.name);
            let nearest = report
                .has_room(Severity::Hint)
                .then(|| nearest(name, &mut names))
                .flatten();
            report.name(
                &at.key(name),
                Cause::UnknownField {
                    field: shorten(name),
                    nearest,
                },
            );
        }
    }
    for Field {
        name,
        required,
        shape,
    } in fields
    {
        let at = at.key(name);
        match values.get_mut(*name) {
            Some(value) => {
                if *required {
                    fit(value, shape, &at, report);
                } else if !fits(value, shape, &at, report) {
                    report.replaced(&at);
                    *value = Value::Null; // as if it were absent
                }
            }
            None if *required => {
                report.absent(&at, Cause::MissingField { field: name });
                report.replaced(&at);
                values.insert((*name).to_owned(), shape.stand_in());
            }
            None => {}
        }
    }
}

/// The number if it is whole, however it is written; far too large ones as the largest.
fn whole(number: &serde_json::Number) -> Option<i64> {
    if let Some(whole) = number.as_i64() {
        return Some(whole);
    }
    let float = number.as_f64()?;
    #[allow(clippy::cast_possible_truncation)] // saturates
    (float.fract() == 0.0).then_some(float as i64)
}

fn expected(shape: &Shape) -> Type {
    match shape {
        Shape::Text => Type::Text,
        Shape::Flag => Type::Flag,
        Shape::Number => Type::Number,
        Shape::Whole(..) => Type::Whole,
        Shape::Word(_) => Type::Word,
        Shape::List(_) => Type::List,
        Shape::Map(_) | Shape::Record(_) => Type::Object,
        Shape::Optional(inner) => expected(inner),
        Shape::TextOr(_) => Type::DateOrUnknown,
    }
}

fn found(value: &Value) -> Type {
    match value {
        Value::Null => Type::Null,
        Value::Bool(_) => Type::Flag,
        Value::Number(_) => Type::Number,
        Value::String(_) => Type::Text,
        Value::Array(_) => Type::List,
        Value::Object(_) => Type::Object,
    }
}

/// The value as the file has it, when it is short by nature.
fn short_value(value: &Value) -> Option<String> {
    match value {
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(shorten(text)),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
