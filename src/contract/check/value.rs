//! What things of several kinds have in common: ids, references, periods, quantities, addresses.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::super::cycle::cycles;
use super::super::model::{Id, Source};
use super::super::nearest::nearest;
use super::super::path::At;
use super::super::period::{Edge, Grain, Period, PeriodError};
use super::super::problem::{Cause, Target, shorten};
use super::super::quantity::Quantity;
use super::super::report::Report;
use super::super::word::Unit;
use super::{Check, Names, each};

/// The years that a goal may name.
pub(super) const GOAL_YEARS: RangeInclusive<i16> = 1990..=2150;
/// The years that periods and series are expected in.
pub(super) const LIKELY_YEARS: RangeInclusive<i16> = 1850..=2150;
/// The highest level of readiness.
pub(super) const MAX_LEVEL: u8 = 3;

impl<'c> Check<'c, '_> {
    pub(super) fn filled(&mut self, at: &At<'_>, text: &str) {
        if text.trim().is_empty() {
            self.report.value(at, Cause::EmptyText);
        }
    }

    pub(super) fn id(&mut self, at: &At<'_>, id: &'c Id, names: &mut Names<'c>) {
        let at = at.key("id");
        self.filled(&at, id.as_str());
        self.unique(&at, id.as_str(), names, |id| Cause::DuplicateId { id });
    }

    pub(super) fn unique(
        &mut self,
        at: &At<'_>,
        text: &'c str,
        names: &mut Names<'c>,
        cause: fn(String) -> Cause,
    ) {
        if text.trim().is_empty() {
            return;
        }
        match names.get(text) {
            Some(first) => self
                .report
                .value_and_other(at, first.to_vec(), cause(shorten(text))),
            None => names.add(text, at.legs()),
        }
    }

    /// A reference to a thing of the contract, or of these.
    pub(super) fn reference(&mut self, at: &At<'_>, id: &Id, to: Target, names: &[&Names<'_>]) {
        let none = Names::default();
        let own = match to {
            Target::Party => &self.parties,
            Target::FocusArea => &self.areas,
            Target::Document => &self.documents,
            Target::Indicator | Target::Item | Target::ItemSoFar => &self.indicators,
            Target::Commitment => &none,
        };
        let names: Vec<&Names<'_>> = names.iter().copied().chain([own]).collect();
        if !names.iter().any(|names| names.get(id.as_str()).is_some()) {
            let nearest = guess(&mut self.comparisons, id.as_str(), &names);
            let id = shorten(id.as_str());
            self.report
                .value(at, Cause::UnknownReference { to, id, nearest });
        }
    }

    /// A list of references.
    pub(super) fn references(
        &mut self,
        at: &At<'_>,
        name: &str,
        ids: &[Id],
        to: Target,
        names: &[&Names<'_>],
    ) {
        each(at, name, ids, |at, id| {
            self.reference(at, id, to, names);
        });
    }

    pub(super) fn source(&mut self, at: &At<'_>, source: Option<&Source>) {
        if let Some(source) = source {
            let at = at.key("source");
            self.reference(&at.key("document"), &source.document, Target::Document, &[]);
        }
    }

    pub(super) fn period(&mut self, at: &At<'_>, period: Option<&Period>) {
        let Some(period) = period else { return };
        let found = || shorten(&period.0);
        match period.span() {
            Err(PeriodError::Malformed) => {
                self.report.value(at, Cause::BadPeriod { found: found() });
            }
            Err(PeriodError::EndsBeforeStart) => {
                self.report
                    .value(at, Cause::PeriodEndsBeforeStart { found: found() });
            }
            Ok(span) => {
                let unlikely =
                    |edge: &Edge| year(*edge).is_some_and(|year| !LIKELY_YEARS.contains(&year));
                if let Some(year) = [span.start, span.end]
                    .into_iter()
                    .find(unlikely)
                    .and_then(year)
                {
                    self.report
                        .value(at, Cause::UnlikelyYear { year: year.into() });
                }
            }
        }
    }

    pub(super) fn quantity(&mut self, at: &At<'_>, quantity: Option<&Quantity>, money: Money) {
        let Some(it) = quantity else { return };
        let figures = [("value", it.value), ("low", it.low), ("high", it.high)];
        let has_figure = figures.iter().any(|(_, figure)| figure.is_some());
        if has_figure && it.unit.is_none() {
            self.report
                .absent(&at.key("unit"), Cause::NumberWithoutUnit);
        }
        if let (Some(low), Some(high)) = (it.low, it.high)
            && low > high
        {
            self.report
                .value(&at.key("low"), Cause::LowAboveHigh { low, high });
        }
        let has_range = it.low.is_some() || it.high.is_some();
        if it.value.is_some() && has_range || has_figure && it.unknown.is_some() {
            self.report.value(at, Cause::ContradictoryQuantity);
        }
        if money == Money::Yes {
            for (name, figure) in figures {
                if let Some(value) = figure.filter(|figure| *figure < 0.0) {
                    self.report
                        .value(&at.key(name), Cause::NegativeCost { value });
                }
            }
            if let Some(unit) = it.unit.filter(|unit| !is_money(*unit)) {
                self.report
                    .value(&at.key("unit"), Cause::UnlikelyUnit { unit });
            }
        }
    }

    pub(super) fn code(&mut self, at: &At<'_>, code: &str) {
        if code.len() != 4 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            self.report.value(
                at,
                Cause::BadCode {
                    found: shorten(code),
                },
            );
        }
    }

    /// Reports every circle among things that wait for others.
    pub(super) fn circles(
        &mut self,
        things: &[(&Id, &[Id])],
        report: &mut dyn FnMut(&mut Report, usize, usize, Cause),
    ) {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (place, (id, _)) in things.iter().enumerate() {
            places.entry(id.as_str()).or_insert(place);
        }
        let place = |id: &Id| places.get(id.as_str()).copied();
        let waits: Vec<Vec<Option<usize>>> = things
            .iter()
            .map(|(_, ids)| ids.iter().map(place).collect())
            .collect();
        for circle in cycles(&waits) {
            let ids = circle
                .members
                .iter()
                .map(|member| shorten(things[*member].0.as_str()))
                .collect();
            let cause = Cause::DependencyCycle {
                ids,
                length: circle.length,
            };
            report(self.report, circle.from, circle.wait, cause);
        }
    }
}

/// What is wrong with a whole number that its field cannot hold, as far as `holds`.
pub(in super::super) fn out_of_range(at: &At<'_>, number: i64, holds: (i64, i64)) -> Cause {
    let (low, high) = match at {
        At::Key(At::Index(At::Key(_, "goals"), _), "year") => {
            return Cause::GoalYearOutOfRange { year: number };
        }
        At::Key(_, "level") => (0, MAX_LEVEL.into()),
        _ => holds,
    };
    Cause::NumberOutOfRange {
        found: number.to_string(),
        low,
        high,
    }
}

/// Whether a quantity is of money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Money {
    Yes,
    No,
}

fn is_money(unit: Unit) -> bool {
    match unit {
        Unit::Sek | Unit::KiloSek | Unit::MegaSek | Unit::Eur | Unit::MegaEur => true,
        Unit::TonneCo2e | Unit::TonneCo2ePerYear | Unit::MegawattHourPerYear => false,
    }
}

/// The id most like this one, while there is time.
pub(super) fn guess(comparisons: &mut usize, id: &str, names: &[&Names<'_>]) -> Option<String> {
    let count = names.iter().map(|names| names.list.len()).sum();
    *comparisons = comparisons.checked_sub(count)?;
    nearest(
        id,
        &mut names
            .iter()
            .flat_map(|names| names.list.iter().map(|(name, _)| *name)),
    )
    .map(shorten)
}

fn year(edge: Edge) -> Option<i16> {
    let Edge::At(when) = edge else { return None };
    Some(match when.grain {
        Grain::Year(year) | Grain::Season(year, _) | Grain::Month(year, _) => year,
        Grain::Day(date) => date.year(),
    })
}

/// True for an http or https address with a host, and nothing that does not belong in one.
pub(in super::super) fn is_web_address(text: &str) -> bool {
    let after = |scheme: &str| {
        let start = text.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| &text[scheme.len()..])
    };
    let Some(rest) = after("https://").or_else(|| after("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let strange = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "\"<>\\^`{|}".contains(letter)
    };
    !host.is_empty() && !host.starts_with([':', '.']) && !rest.contains(strange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_http_and_https_are_web_addresses() {
        for url in [
            "https://viablecities.se/",
            "HTTP://a.se",
            "https://örebro.se/å?x=1&y=[2]#z",
            "http://localhost:80/",
        ] {
            assert!(is_web_address(url), "{url}");
        }
        for url in [
            "",
            "http",
            "https://",
            "http:///x",
            "ftp://a.se",
            "javascript:alert(1)",
            "www.a.se",
            "https:/a.se",
            "https://a.se/ b",
            "https://?x",
            "data:text/html,x",
            "//a.se",
            "åäö",
        ] {
            assert!(!is_web_address(url), "{url}");
        }
    }
}
