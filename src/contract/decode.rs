//! From a value to the type of the format, when [`fit`](super::fit) has seen to it that it fits.
//!
//! By hand and small: serde's derived reading of the same types took a sixth of the whole program, and would say again
//! what `fit` has said better.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::model::Id;
use super::period::Period;

/// A type that a fitting value is decoded to. Nothing when the value does not fit.
pub(crate) trait Decode: Sized {
    /// The value as this type.
    fn decode(value: Value) -> Option<Self>;
}

/// A field that must be there.
pub(crate) fn required<T: Decode>(map: &mut Map<String, Value>, name: &str) -> Option<T> {
    map.remove(name).and_then(T::decode)
}

/// A field that has a default.
pub(crate) fn optional<T: Decode + Default>(map: &mut Map<String, Value>, name: &str) -> Option<T> {
    map.remove(name)
        .map_or_else(|| Some(T::default()), T::decode)
}

impl Decode for String {
    fn decode(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl Decode for bool {
    fn decode(value: Value) -> Option<Self> {
        value.as_bool()
    }
}

impl Decode for f64 {
    fn decode(value: Value) -> Option<Self> {
        value.as_f64()
    }
}

macro_rules! whole {
    ($($type:ty),+) => { $(
        impl Decode for $type {
            fn decode(value: Value) -> Option<Self> {
                value.as_i64()?.try_into().ok()
            }
        }
    )+ };
}
whole!(i16, u8, u16, u32);

impl Decode for Id {
    fn decode(value: Value) -> Option<Self> {
        String::decode(value).map(Self)
    }
}

impl Decode for Period {
    fn decode(value: Value) -> Option<Self> {
        String::decode(value).map(Self)
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Value) -> Option<Self> {
        if value.is_null() {
            Some(None)
        } else {
            T::decode(value).map(Some)
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value) -> Option<Self> {
        let Value::Array(values) = value else {
            return None;
        };
        let mut all = Self::with_capacity(values.len());
        for value in values {
            all.push(T::decode(value)?);
        }
        Some(all)
    }
}

impl<K: From<String> + Ord, T: Decode> Decode for BTreeMap<K, T> {
    fn decode(value: Value) -> Option<Self> {
        let Value::Object(values) = value else {
            return None;
        };
        let mut all = Self::new();
        for (key, value) in values {
            all.insert(K::from(key), T::decode(value)?);
        }
        Some(all)
    }
}
