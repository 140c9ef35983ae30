//! The shape of a contract file: which fields a thing has and what may stand in them.
//!
//! Built at compile time from the same lists as the types (`record!` and `words!`), so that the reader can name every
//! misplaced value of a file at once, where a deserializer stops at the first. The published JSON Schema says the same;
//! `tests/contract` holds them together.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::model::Id;
use super::period::Period;

/// What may stand in a place.
#[derive(Debug)]
pub(crate) enum Shape {
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// Any number.
    Number,
    /// A whole number, both ends included.
    Whole(i64, i64),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list, every element of one shape.
    List(&'static Shape),
    /// An object with free keys, every value of one shape.
    Map(&'static Shape),
    /// An object with named fields.
    Record(&'static [Field]),
    /// `null`, or this.
    Optional(&'static Shape),
    /// A text, or this.
    TextOr(&'static Shape),
}

/// A field of a record.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) shape: &'static Shape,
}

/// A type that a file spells in a known shape.
pub(crate) trait Shaped {
    /// The shape.
    const SHAPE: &'static Shape;
}

impl Shape {
    /// A value that this shape takes, put where a misplaced one stood, so that the rest of the file can be checked too.
    pub(crate) fn stand_in(&self) -> Value {
        match self {
            Self::Text | Self::TextOr(_) => Value::String(String::new()),
            Self::Flag => Value::Bool(false),
            Self::Number => Value::from(0),
            Self::Whole(low, high) => Value::from(0.clamp(*low, *high)),
            Self::Word(words) => words.first().copied().into(),
            Self::List(_) => Value::Array(Vec::new()),
            Self::Map(_) => Value::Object(Map::new()),
            Self::Optional(_) => Value::Null,
            Self::Record(fields) => {
                let mut record = Map::new();
                for field in fields.iter().filter(|field| field.required) {
                    record.insert(field.name.to_owned(), field.shape.stand_in());
                }
                Value::Object(record)
            }
        }
    }
}

macro_rules! shaped {
    ($($type:ty = $shape:expr;)+) => {
        $(impl Shaped for $type { const SHAPE: &'static Shape = &$shape; })+
    };
}

shaped! {
    String = Shape::Text;
    Id = Shape::Text;
    Period = Shape::Text;
    bool = Shape::Flag;
    f64 = Shape::Number;
    u8 = Shape::Whole(0, u8::MAX as i64);
    u16 = Shape::Whole(0, u16::MAX as i64);
    u32 = Shape::Whole(0, u32::MAX as i64);
    i16 = Shape::Whole(i16::MIN as i64, i16::MAX as i64);
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: &'static Shape = &Shape::Optional(T::SHAPE);
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
}

impl<K, T: Shaped> Shaped for BTreeMap<K, T> {
    const SHAPE: &'static Shape = &Shape::Map(T::SHAPE);
}
