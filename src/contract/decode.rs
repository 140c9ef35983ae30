//! From a value to the type of the format, when [`fit`](super::fit) has seen to it that it fits.
//!
//! By hand and small: serde's derived reading of the same types took a sixth of the whole program, and would say again
//! what `fit` has said better. Nothing can fail here: what does not fit has been reported, and something that fits stands
//! in for it. The value is only looked at: taking it apart costs three times the code.

use serde_json::{Map, Value};

use super::model::Id;
use super::period::Period;

/// A type that a fitting value is decoded to.
pub(crate) trait Decode {
    /// The value as this type; `null`, which an absent field is, as the type's nothing.
    fn decode(value: &Value) -> Self;
}

impl Decode for String {
    fn decode(value: &Value) -> Self {
        debug_assert!(value.is_string(), "{value} has been made to fit");
        value.as_str().unwrap_or_default().to_owned()
    }
}

impl Decode for bool {
    fn decode(value: &Value) -> Self {
        value.as_bool().unwrap_or_default()
    }
}

impl Decode for f64 {
    fn decode(value: &Value) -> Self {
        debug_assert!(value.is_number(), "{value} has been made to fit");
        value.as_f64().unwrap_or_default()
    }
}

macro_rules! whole {
    ($($type:ty),+) => { $(
        impl Decode for $type {
            fn decode(value: &Value) -> Self {
                debug_assert!(value.is_i64(), "{value} has been made to fit");
                value.as_i64().unwrap_or_default().try_into().unwrap_or_default()
            }
        }
    )+ };
}
whole!(i16, u8, u16, u32);

impl Decode for Id {
    fn decode(value: &Value) -> Self {
        Self(String::decode(value))
    }
}

impl Decode for Period {
    fn decode(value: &Value) -> Self {
        Self(String::decode(value))
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: &Value) -> Self {
        (!value.is_null()).then(|| T::decode(value))
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: &Value) -> Self {
        let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut all = Self::with_capacity(values.len());
        for value in values {
            all.push(T::decode(value)); // `collect` makes several times the code of it, once a type
        }
        all
    }
}

impl Decode for Map<String, Value> {
    fn decode(value: &Value) -> Self {
        value.as_object().cloned().unwrap_or_default()
    }
}

/// The place of a word among these; the first, its type's nothing, when there is none.
pub(crate) fn word(value: &Value, words: &[&str]) -> usize {
    let place = |text| words.iter().position(|word| *word == text);
    let place = value.as_str().and_then(place);
    debug_assert!(
        place.is_some() || value.is_null(),
        "{value} has been made to fit"
    );
    place.unwrap_or_default()
}
