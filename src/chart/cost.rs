//! Figures of actions, ready for an axis: their ends in the unit that they are counted in.

use crate::contract::Lang;
use crate::contract::quantity::{Amount, Quantity};
use crate::contract::word::Unit;
use crate::text::number;

/// A figure: a value, or a range of which at least one end is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ends {
    /// What it is counted in: kronor, euros, tonnes, megawatt hours.
    pub of: Unit,
    /// The lower end.
    pub low: Option<f64>,
    /// The upper end, the same as the lower one for a single value.
    pub high: Option<f64>,
}

impl Ends {
    /// What a quantity says; nothing when it is unknown or has no unit.
    pub fn of(quantity: Option<&Quantity>) -> Option<Self> {
        let quantity = quantity?;
        let (of, size) = quantity.unit?.scale();
        let (low, high) = match quantity.amount() {
            Amount::Exact(value) => (Some(value), Some(value)),
            Amount::Range(None, None) | Amount::Unknown(_) => return None,
            Amount::Range(low, high) => (low, high),
        };
        let scaled = |end: Option<f64>| end.map(|it| it * size);
        Some(Self {
            of: Unit::parse(of)?,
            low: scaled(low),
            high: scaled(high),
        })
    }

    /// The same for money.
    pub fn of_money(quantity: Option<&Quantity>) -> Option<Self> {
        Self::of(quantity).filter(|it| matches!(it.of, Unit::Sek | Unit::Eur))
    }

    /// Every end that is known.
    pub fn known(&self) -> impl Iterator<Item = f64> {
        self.low.into_iter().chain(self.high)
    }
}

/// The units that an amount of this one may be written in, the smallest first, with how many of it each is.
pub(super) fn units(of: Unit) -> &'static [(f64, Unit)] {
    match of {
        Unit::Sek => &[(1.0, Unit::Sek), (1e3, Unit::KiloSek), (1e6, Unit::MegaSek)],
        Unit::Eur => &[(1.0, Unit::Eur), (1e6, Unit::MegaEur)],
        Unit::TonneCo2e => &[(1.0, Unit::TonneCo2e)],
        Unit::TonneCo2ePerYear => &[(1.0, Unit::TonneCo2ePerYear)],
        _ => &[(1.0, Unit::MegawattHourPerYear)],
    }
}

/// The largest unit in which the largest of some amounts is one or more.
pub(super) fn readable(amounts: &[f64], of: Unit) -> (f64, Unit) {
    let largest = amounts.iter().copied().fold(0.0, f64::max);
    let units = units(of);
    let fitting = units.iter().rev().find(|(size, _)| largest >= *size);
    *fitting.unwrap_or(&units[0])
}

/// An amount in words, in the largest unit that needs no more than three decimals: nothing is rounded away.
pub(super) fn written(amount: f64, of: Unit, lang: Lang) -> String {
    let exact = |size: f64| {
        let thousandths = amount / size * 1e3;
        amount >= size && (thousandths - thousandths.round()).abs() < 1e-6
    };
    let units = units(of);
    let (size, unit) = units
        .iter()
        .rev()
        .find(|it| exact(it.0))
        .unwrap_or(&units[0]);
    number::amount(Amount::Exact(amount / size), Some(*unit), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_in_a_large_unit_and_loses_nothing() {
        let sek = |amount| written(amount, Unit::Sek, Lang::Sv).replace('\u{a0}', " ");
        assert_eq!(sek(14_200_000.0), "14,2 MSEK");
        assert_eq!(sek(450_000.0), "450 tkr");
        assert_eq!(sek(1_234_567.0), "1 234,567 tkr");
        assert_eq!(sek(0.0), "0 kr");
    }
}
