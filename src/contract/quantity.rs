//! Figures with their unit, and unknowns with their reason.

use serde::Serialize;
use serde_json::Value;

use super::decode::Decode;

use super::model::record;
use super::period::Period;
use super::shape::{Shape, Shaped};
use super::word::{Quality, Reason, Unit};

record! {
    /// A figure as a file gives it: a value, a range, or an unknown with a reason. Plain fields, so that a mistake in one
    /// of them is reported with its place; [`Quantity::amount`] says which it is.
    #[derive(Default)]
    Quantity {
        /// The value, in `unit`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// The lower end of a range, in `unit`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The upper end of a range, in `unit`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// The unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Unit>,
        /// Why it is unknown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unknown: Option<Reason>,
        /// The reason in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// How the figure came about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quality: Option<Quality>,
    }
}

/// What a quantity says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// One value.
    Exact(f64),
    /// A range; an end may be missing ("more than").
    Range(Option<f64>, Option<f64>),
    /// Not known, and why.
    Unknown(Reason),
}

impl Quantity {
    /// What it says. A quantity with no figure and no reason was not stated.
    #[must_use]
    pub fn amount(&self) -> Amount {
        match (self.value, self.low, self.high) {
            (Some(value), _, _) => Amount::Exact(value),
            (None, None, None) => Amount::Unknown(self.unknown.unwrap_or(Reason::NotStated)),
            (None, low, high) => Amount::Range(low, high),
        }
    }

    /// True when it has a figure.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self.amount(), Amount::Unknown(_))
    }
}

impl Unit {
    /// What it measures in, and how many of that it is: figures are comparable when the first is the same. Kronor and
    /// euros are not: no rate is known.
    #[must_use]
    pub fn scale(self) -> (&'static str, f64) {
        match self {
            Self::TonneCo2e | Self::TonneCo2ePerYear | Self::MegawattHourPerYear => {
                (self.as_str(), 1.0)
            }
            Self::Sek => ("SEK", 1.0),
            Self::KiloSek => ("SEK", 1e3),
            Self::MegaSek => ("SEK", 1e6),
            Self::Eur => ("EUR", 1.0),
            Self::MegaEur => ("EUR", 1e6),
        }
    }
}

/// The day a version was signed: a date, or an unknown with its reason.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Signed {
    /// On this day.
    On(Period),
    /// Not known.
    Unknown(Unknown),
}

record! {
    /// An unknown with its reason.
    Unknown {
        /// Why.
        unknown: Reason,
        /// The reason in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }
}

impl Decode for Signed {
    fn decode(value: &Value) -> Self {
        match value {
            Value::String(_) => Self::On(Period::decode(value)),
            _ => Self::Unknown(Unknown::decode(value)),
        }
    }
}

impl Shaped for Signed {
    const SHAPE: &'static Shape = &Shape::TextOr(Unknown::SHAPE);
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Signed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Signed".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (date, unknown) = (
            generator.subschema_for::<Period>(),
            generator.subschema_for::<Unknown>(),
        );
        schemars::json_schema!({ "anyOf": [date, unknown] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stated_is_unknown_and_not_zero() {
        assert_eq!(
            Quantity::default().amount(),
            Amount::Unknown(Reason::NotStated)
        );
        assert!(
            Quantity {
                value: Some(0.0),
                ..Quantity::default()
            }
            .is_known()
        );
    }
}
