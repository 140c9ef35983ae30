//! From a value to the type of the format, when [`fit`](super::fit) has seen to it that it fits.
//!
//! By hand and small: serde's derived reading of the same types took a sixth of the whole program, and would say again
//! what `fit` has said better. Nothing can fail here: what does not fit has been reported, and becomes the type's nothing.

use serde_json::{Map, Value};

use super::model::Id;
use super::period::Period;

/// A type that a fitting value is decoded to.
pub(crate) trait Decode {
    /// The value as this type; `null`, which an absent field is, as the type's nothing.
    fn decode(value: Value) -> Self;
}

/// A field of an object.
pub(crate) fn field<T: Decode>(map: &mut Map<String, Value>, name: &str) -> T {
    T::decode(take(map, name))
}

fn take(map: &mut Map<String, Value>, name: &str) -> Value {
    map.remove(name).unwrap_or(Value::Null)
}

impl Decode for String {
    fn decode(value: Value) -> Self {
        match value {
            Value::String(text) => text,
            _ => Self::new(),
        }
    }
}

impl Decode for bool {
    fn decode(value: Value) -> Self {
        value == Value::Bool(true)
    }
}

impl Decode for f64 {
    fn decode(value: Value) -> Self {
        value.as_f64().unwrap_or_default()
    }
}

macro_rules! whole {
    ($($type:ty),+) => { $(
        impl Decode for $type {
            fn decode(value: Value) -> Self {
                value.as_i64().and_then(|it| it.try_into().ok()).unwrap_or_default()
            }
        }
    )+ };
}
whole!(i16, u8, u16, u32);

impl Decode for Id {
    fn decode(value: Value) -> Self {
        Self(String::decode(value))
    }
}

impl Decode for Period {
    fn decode(value: Value) -> Self {
        Self(String::decode(value))
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Value) -> Self {
        if value.is_null() {
            None
        } else {
            Some(T::decode(value))
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value) -> Self {
        let Value::Array(values) = value else {
            return Self::new();
        };
        let mut all = Self::with_capacity(values.len());
        for value in values {
            all.push(T::decode(value));
        }
        all
    }
}

impl Decode for Map<String, Value> {
    fn decode(value: Value) -> Self {
        match value {
            Value::Object(map) => map,
            _ => Self::new(),
        }
    }
}
