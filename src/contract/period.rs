//! Dates and periods: the part of EDTF (ISO 8601-2:2019, level 1) that contracts need.
//!
//! A period is kept as it was written; [`Period::span`] reads it. Nothing is rounded and nothing is filled in: an end
//! that is open or unknown stays so.
//!
//! Longer than most: every form of a period is read here, with its tests.

use jiff::civil::Date;
use serde::Serialize;

/// A date or an interval as the file spells it: `2030`, `2026-03`, `2025-12-09`, `2026-21`, `2024-23/2026-21`,
/// `2024-23/..`, `2024-23/`. A `?` or `~` after a date says that it is uncertain or approximate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Period(pub String);

/// How finely a date is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// A year.
    Year(i16),
    /// A season of a year.
    Season(i16, Season),
    /// A month of a year, 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

/// A season: 21 to 24 in EDTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// 21: March to May.
    Spring,
    /// 22: June to August.
    Summer,
    /// 23: September to November.
    Autumn,
    /// 24: December to February of the next year.
    Winter,
}

/// A date with how finely and how surely it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The date, no finer than it was written.
    pub grain: Grain,
    /// True when it was written with `?` or `~`.
    pub uncertain: bool,
}

/// One end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Given.
    At(When),
    /// Open (`..`): it goes on.
    Open,
    /// Not known.
    Unknown,
}

/// A period, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Where it starts.
    pub start: Edge,
    /// Where it ends; the same as `start` for a single date.
    pub end: Edge,
}

/// Why a period cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodError {
    /// Not a date or an interval in this notation.
    Malformed,
    /// It ends before it starts.
    EndsBeforeStart,
}

impl Period {
    /// Reads the period.
    ///
    /// # Errors
    /// When it is not in the notation, or ends before it starts.
    pub fn span(&self) -> Result<Span, PeriodError> {
        let span = match self.0.split_once('/') {
            None => {
                let at = Edge::At(when(&self.0)?);
                Span { start: at, end: at }
            }
            Some((start, end)) => Span {
                start: edge(start)?,
                end: edge(end)?,
            },
        };
        match (span.start, span.end) {
            (Edge::At(a), Edge::At(b)) if b.last() < a.first() => Err(PeriodError::EndsBeforeStart),
            (Edge::Open | Edge::Unknown, Edge::Open | Edge::Unknown) => Err(PeriodError::Malformed),
            _ => Ok(span),
        }
    }
}

impl Span {
    /// True when an end is open, unknown or uncertain: drawn hatched.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        let loose = |edge: Edge| {
            !matches!(
                edge,
                Edge::At(When {
                    uncertain: false,
                    ..
                })
            )
        };
        loose(self.start) || loose(self.end)
    }
}

impl When {
    /// The first day it can mean.
    #[must_use]
    pub fn first(&self) -> Date {
        match self.grain {
            Grain::Year(y) => day(y, 1),
            Grain::Season(y, s) => day(y, s.first_month()),
            Grain::Month(y, m) => day(y, m),
            Grain::Day(date) => date,
        }
    }

    /// The last day it can mean.
    #[must_use]
    pub fn last(&self) -> Date {
        match self.grain {
            Grain::Year(y) => day(y, 12).last_of_month(),
            Grain::Season(y, Season::Winter) => day(y.saturating_add(1), 2).last_of_month(),
            Grain::Season(y, s) => day(y, s.first_month() + 2).last_of_month(),
            Grain::Month(y, m) => day(y, m).last_of_month(),
            Grain::Day(date) => date,
        }
    }
}

impl Season {
    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// A day as a point on the axis of years: 2026-01-01 is 2026.0, 2026-07-02 about 2026.5.
#[must_use]
pub fn year_fraction(date: Date) -> f64 {
    f64::from(date.year()) + f64::from(date.day_of_year() - 1) / f64::from(date.days_in_year())
}

/// The years that a version's label names: `2025/26` is 2025 to 2026.
#[must_use]
pub fn label_years(label: &str) -> Option<(i16, i16)> {
    let mut numbers = label
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let start: i16 = numbers.find(|part| part.len() == 4)?.parse().ok()?;
    let end = match numbers.next() {
        Some(part) if part.len() == 4 => part.parse().ok()?,
        Some(part) if part.len() == 2 => start - start % 100 + part.parse::<i16>().ok()?,
        _ => start,
    };
    Some((start, end.max(start)))
}

fn day(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::MAX)
}

fn edge(text: &str) -> Result<Edge, PeriodError> {
    match text {
        "" => Ok(Edge::Unknown),
        ".." => Ok(Edge::Open),
        _ => when(text).map(Edge::At),
    }
}

fn when(text: &str) -> Result<When, PeriodError> {
    let date = text.trim_end_matches(['?', '~', '%']);
    if text.len() - date.len() > 1 {
        return Err(PeriodError::Malformed);
    }
    let mut parts = date.split('-');
    let year: i16 = digits(parts.next(), 4)?;
    let second = parts.next().map(|p| digits(Some(p), 2)).transpose()?;
    let third = parts.next().map(|p| digits(Some(p), 2)).transpose()?;
    if parts.next().is_some() {
        return Err(PeriodError::Malformed);
    }
    let grain = match (second, third) {
        (None, _) => Grain::Year(year),
        (Some(21), None) => Grain::Season(year, Season::Spring),
        (Some(22), None) => Grain::Season(year, Season::Summer),
        (Some(23), None) => Grain::Season(year, Season::Autumn),
        (Some(24), None) => Grain::Season(year, Season::Winter),
        (Some(m @ 1..=12), None) => {
            Grain::Month(year, i8::try_from(m).map_err(|_| PeriodError::Malformed)?)
        }
        (Some(m), Some(d)) => {
            let (m, d) = (i8::try_from(m), i8::try_from(d));
            let (Ok(m), Ok(d)) = (m, d) else {
                return Err(PeriodError::Malformed);
            };
            Grain::Day(Date::new(year, m, d).map_err(|_| PeriodError::Malformed)?)
        }
        _ => return Err(PeriodError::Malformed),
    };
    Ok(When {
        grain,
        uncertain: date.len() < text.len(),
    })
}

fn digits(text: Option<&str>, len: usize) -> Result<i16, PeriodError> {
    let text = text.unwrap_or_default();
    if text.len() != len || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(PeriodError::Malformed);
    }
    text.parse().map_err(|_| PeriodError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Result<Span, PeriodError> {
        Period(text.to_owned()).span()
    }

    #[test]
    fn every_notation_of_the_format_is_read() {
        for text in [
            "2030",
            "2026-03",
            "2025-12-09",
            "2026-21",
            "2024-23/2026-21",
            "2024-23/..",
            "2024-23/",
            "../2030",
            "2025?/2026?",
        ] {
            assert!(span(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in [
            "",
            "/",
            "..",
            "26",
            "2026-13",
            "2026-02-30",
            "2026-20",
            "våren 2026",
            "2026-1",
            "2026/2025/2024",
            "../..",
            "2026??",
        ] {
            assert_eq!(span(text), Err(PeriodError::Malformed), "{text}");
        }
    }

    #[test]
    fn a_period_may_not_end_before_it_starts() {
        assert_eq!(span("2026/2025"), Err(PeriodError::EndsBeforeStart));
        assert!(
            span("2026/2026-03").is_ok(),
            "an end inside the start's year is not before it"
        );
    }

    #[test]
    fn a_season_covers_its_months_and_winter_crosses_the_year() {
        let Ok(Span {
            start: Edge::At(winter),
            ..
        }) = span("2026-24")
        else {
            panic!()
        };
        assert_eq!(
            (winter.first().to_string(), winter.last().to_string()),
            ("2026-12-01".into(), "2027-02-28".into())
        );
    }

    #[test]
    fn open_unknown_and_uncertain_ends_are_loose() {
        for (text, loose) in [
            ("2025", false),
            ("2025/2026", false),
            ("2025/..", true),
            ("2025/", true),
            ("2025?/2026?", true),
        ] {
            assert_eq!(span(text).map(|s| s.is_loose()), Ok(loose), "{text}");
        }
    }

    #[test]
    fn a_label_names_its_years() {
        assert_eq!(label_years("2025/26"), Some((2025, 2026)));
        assert_eq!(label_years("Version 2022"), Some((2022, 2022)));
        assert_eq!(label_years("2029-2031"), Some((2029, 2031)));
        assert_eq!(label_years("första"), None);
    }
}
