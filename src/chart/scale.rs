//! The scales of an axis, from values to its length, with few and round ticks. Plotters maps with them.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use super::mark::{Role, width};
use crate::contract::Lang;
use crate::text::number;

/// The size of the words at an axis.
pub(super) const LABEL: f64 = 13.0;
/// What must be free between two of them.
const APART: f64 = 34.0;
/// More ticks than any axis here has.
const MOST: usize = 24;

/// A scale with its ticks, and the words at them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// The value at the start of the axis.
    pub low: f64,
    /// The value at its end.
    pub high: f64,
    /// Whether equal lengths are equal factors.
    pub log: bool,
    /// Where the ticks are, and what is written there.
    pub ticks: Vec<(f64, String)>,
}

impl Scale {
    /// Values from nought on, and below it when there are such, in at most so many steps.
    pub fn amounts(values: &[f64], steps: usize, lang: Lang) -> Self {
        let high = values.iter().copied().fold(0.0, f64::max);
        let low = values.iter().copied().fold(0.0, f64::min);
        let step = rounds(high - low, &[1.0, 2.0, 2.5, 5.0])
            .find(|step| (high / step).ceil() - (low / step).floor() <= steps as f64);
        let Some(step) = step else {
            // Nothing but noughts.
            let ticks = vec![(0.0, number::number(0.0, lang))];
            return Self {
                low: 0.0,
                high: 1.0,
                log: false,
                ticks,
            };
        };
        let (first, last) = ((low / step).floor(), (high / step).ceil());
        let tick = |k: usize| (first + k as f64) * step;
        let ticks = (0..=(last - first) as usize)
            .map(|k| (tick(k), number::number(tick(k), lang)))
            .collect();
        Self {
            low: first * step,
            high: last * step,
            log: false,
            ticks,
        }
    }

    /// Years, on an axis of that many pixels.
    pub fn years(first: i16, last: i16, length: f64) -> Self {
        let (low, high) = (f64::from(first), f64::from(last));
        let room = width("2000", LABEL, Role::Label) + APART;
        let step = rounds(high - low, &[1.0, 2.0, 5.0])
            .find(|step| *step >= 1.0 && (high - low) / step * room <= length)
            .unwrap_or(1.0);
        let from = (low / step).ceil();
        let ticks = (0..MOST)
            .map(|k| (from + k as f64) * step)
            .take_while(|year| *year <= high)
            .map(|year| (year, (year as i64).to_string()))
            .collect();
        // One year alone stands in the middle.
        let half = if first == last { 1.0 } else { 0.0 };
        Self {
            low: low - half,
            high: high + half,
            log: false,
            ticks,
        }
    }

    /// Values above nought, by equal factors, with ticks at powers of ten; `room` is how many of them fit, given the words.
    pub fn powers(values: &[f64], room: impl Fn(&str) -> usize, lang: Lang) -> Self {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(0.0, f64::max);
        let (mut from, mut to) = (low.log10().floor() as i32, high.log10().ceil() as i32);
        if from >= to {
            (from, to) = (from - 1, from + 1);
        }
        let words = |power: i32| number::number(10_f64.powi(power), lang);
        let widest = [words(from), words(to)]
            .into_iter()
            .max_by_key(String::len)
            .unwrap_or_default();
        let fits = room(&widest).max(2) - 1;
        let stride = ((to - from) as usize).div_ceil(fits).max(1);
        let ticks = (from..=to)
            .step_by(stride)
            .map(|power| (10_f64.powi(power), words(power)))
            .collect();
        Self {
            low: 10_f64.powi(from),
            high: 10_f64.powi(to),
            log: true,
            ticks,
        }
    }

    /// How wide the widest words at the ticks are.
    pub fn widest(&self) -> f64 {
        let widths = self
            .ticks
            .iter()
            .map(|(_, it)| width(it, LABEL, Role::Label));
        widths.fold(0.0, f64::max)
    }

    /// How far along the axis a value is, from 0 to 1.
    pub fn share(&self, value: f64) -> f64 {
        let (low, high) = (self.low, self.high);
        if self.log {
            (value / low).log10() / (high / low).log10()
        } else {
            (value - low) / (high - low)
        }
    }
}

/// Round steps from a thousandth of `whole` on, each larger than the one before; none when `whole` is nought.
fn rounds<'a>(whole: f64, leads: &'a [f64]) -> impl Iterator<Item = f64> + use<'a> {
    let least = if whole > 0.0 && whole.is_finite() {
        Some((whole / 1000.0).log10().floor() as i32)
    } else {
        None
    };
    let powers = least.into_iter().flat_map(|least| least..least + 6);
    powers.flat_map(|power| leads.iter().map(move |lead| lead * 10_f64.powi(power)))
}

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        from + (self.share(*value) * f64::from(to - from)).round() as i32
    }

    /// The ticks. There are no finer lines between them.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() {
            return Vec::new();
        }
        self.ticks.iter().map(|(value, _)| *value).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Scale {
    fn format_ext(&self, value: &f64) -> String {
        let tick = self.ticks.iter().find(|(at, _)| at == value);
        tick.map(|(_, words)| words.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(scale: &Scale) -> Vec<&str> {
        scale.ticks.iter().map(|it| it.1.as_str()).collect()
    }

    #[test]
    fn an_axis_of_amounts_starts_at_nought_and_ends_at_a_round_one() {
        let scale = Scale::amounts(&[847.469, 416.0], 5, Lang::Sv);
        assert_eq!(
            words(&scale),
            ["0", "200", "400", "600", "800", "1\u{a0}000"]
        );
        assert_eq!(
            words(&Scale::amounts(&[0.3], 3, Lang::Sv)),
            ["0", "0,1", "0,2", "0,3"]
        );
        let below = Scale::amounts(&[-30.0, 80.0], 5, Lang::Sv);
        assert_eq!(words(&below), ["\u{2212}50", "0", "50", "100"]);
        assert_eq!(words(&Scale::amounts(&[0.0], 5, Lang::Sv)), ["0"]);
    }

    #[test]
    fn years_are_round_and_have_room() {
        assert_eq!(words(&Scale::years(1990, 2050, 590.0)).len(), 7);
        assert_eq!(
            words(&Scale::years(1990, 2050, 270.0)),
            ["2000", "2020", "2040"]
        );
        assert_eq!(words(&Scale::years(2024, 2024, 270.0)), ["2024"]);
    }

    #[test]
    fn powers_of_ten_are_left_out_rather_than_crowded() {
        let scale = Scale::powers(&[0.18, 85.0], |_| 9, Lang::Sv);
        assert_eq!(words(&scale), ["0,1", "1", "10", "100"]);
        let scale = Scale::powers(&[1.0, 1e9], |_| 4, Lang::Sv);
        assert_eq!(scale.ticks.len(), 4);
        let one = Scale::powers(&[10.0], |_| 9, Lang::Sv);
        assert!(one.low < 10.0 && one.high > 10.0);
    }
}
