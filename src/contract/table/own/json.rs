//! A contract as the text of a file: its fields in the order of the format, its numbers without what they do not need.

use serde_json::Value;

use super::super::out::plainly;
use super::bare;
use crate::contract::Lang;
use crate::contract::shape::Shape;

/// The text of a value of this shape. Fields that the shape does not know follow those that it does.
pub(super) fn text(value: &Value, shape: &'static Shape) -> String {
    let mut out = String::new();
    put(&mut out, value, Some(shape), 0);
    out.push('\n');
    out
}

fn put(out: &mut String, value: &Value, shape: Option<&'static Shape>, depth: usize) {
    let shape = shape.map(bare);
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let known = match shape {
                Some(Shape::Record(known)) => *known,
                _ => &[],
            };
            let is_known = |name: &str| known.iter().any(|field| field.name == name);
            let values = match shape {
                Some(Shape::Map(values)) => Some(*values),
                _ => None,
            };
            let known = known.iter().filter_map(|field| {
                let value = fields.get(field.name)?;
                Some((field.name, value, Some(field.shape)))
            });
            let others = fields.iter().filter(|(name, _)| !is_known(name));
            let others = others.map(|(name, value)| (name.as_str(), value, values));
            out.push('{');
            for (place, (name, value, shape)) in known.chain(others).enumerate() {
                next(out, place, depth + 1);
                out.push_str(&Value::from(name).to_string());
                out.push_str(": ");
                put(out, value, shape, depth + 1);
            }
            next(out, 0, depth);
            out.push('}');
        }
        Value::Array(values) if values.iter().any(Value::is_object) => {
            let of = match shape {
                Some(Shape::List(of)) => Some(*of),
                _ => None,
            };
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                next(out, place, depth + 1);
                put(out, value, of, depth + 1);
            }
            next(out, 0, depth);
            out.push(']');
        }
        Value::Array(values) => {
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    out.push_str(", ");
                }
                put(out, value, None, depth);
            }
            out.push(']');
        }
        Value::Number(number) if number.is_f64() => {
            let value = number.as_f64().unwrap_or_default();
            out.push_str(&plainly(value, Lang::En));
        }
        _ => out.push_str(&value.to_string()),
    }
}

/// A new line, after a comma when it is not the first.
fn next(out: &mut String, place: usize, depth: usize) {
    if place > 0 {
        out.push(',');
    }
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}
