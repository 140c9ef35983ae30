//! A measured series in a chart: its line, and the dashes across the years that are missing.

use super::plot::Axes;
use crate::contract::Lang;
use crate::contract::model::Indicator;
use crate::contract::quantity::Amount;
use crate::contract::word::Unit;
use crate::text::chart::{Tonnes, tonnes};
use crate::text::number;

/// The radius of a value's disc.
pub(super) const DOT: f64 = 4.0;

/// A series in tonnes a year, oldest value first.
pub(super) struct Readings(pub Vec<(i16, f64)>);

impl Readings {
    /// The values of an indicator; none when it has none, or another unit.
    pub fn of(indicator: &Indicator) -> Option<Self> {
        if indicator.unit != Some(Unit::TonneCo2ePerYear) || indicator.series.is_empty() {
            return None;
        }
        let mut values: Vec<(i16, f64)> = indicator
            .series
            .iter()
            .map(|it| (it.year, it.value))
            .collect();
        values.sort_by_key(|it| it.0);
        Some(Self(values))
    }

    /// The first year and the last.
    pub fn years(&self) -> (i16, i16) {
        (self.0[0].0, self.last().0)
    }

    /// The last value and its year.
    pub fn last(&self) -> (i16, f64) {
        self.0[self.0.len() - 1]
    }

    /// Whether years are missing between two values.
    pub fn has_holes(&self) -> bool {
        self.0.windows(2).any(|pair| far(pair[0].0, pair[1].0))
    }

    /// The values as they are drawn, in a unit of so many tonnes.
    pub fn scaled(&self, per: f64) -> Vec<(f64, f64)> {
        let scaled = self.0.iter();
        scaled
            .map(|(year, value)| (f64::from(*year), value / per))
            .collect()
    }

    /// Draws the series: a line through values of years that follow on each other, dashes across the others.
    pub fn draw(&self, axes: &mut Axes<'_>, per: f64) {
        let values = self.scaled(per);
        let mut run = 0;
        for k in 1..=values.len() {
            let apart = self
                .0
                .get(k)
                .is_some_and(|next| far(self.0[k - 1].0, next.0));
            if apart {
                axes.line(&values[k - 1..=k], super::Role::Dash);
            }
            if apart || k == values.len() {
                if k - run > 1 {
                    axes.line(&values[run..k], super::Role::Line);
                }
                run = k;
            }
        }
        axes.discs(&values, DOT, super::Role::Point);
    }
}

fn far(year: i16, next: i16) -> bool {
    i32::from(next) - i32::from(year) > 1
}

/// The unit that values in tonnes a year are easy to read in: how many tonnes it is, and its words.
pub(super) fn unit(values: &[f64], lang: Lang) -> (f64, &'static str) {
    let largest = values.iter().copied().map(f64::abs).fold(0.0, f64::max);
    let (per, which) = match largest {
        v if v >= 1e7 => (1e6, Tonnes::Million),
        v if v >= 1e4 => (1e3, Tonnes::Thousand),
        _ => (1.0, Tonnes::One),
    };
    (per, tonnes(which, lang))
}

/// A value in a chart's unit, with as many digits as one can see.
pub(super) fn short(value: f64, lang: Lang) -> String {
    let decimals = match value.abs() {
        v if v >= 100.0 => 0,
        v if v >= 1.0 => 1,
        _ => 2,
    };
    number::rounded(value, decimals, lang)
}

/// A value in full.
pub(super) fn full(value: f64, lang: Lang) -> String {
    number::amount(Amount::Exact(value), Some(Unit::TonneCo2ePerYear), lang)
}
