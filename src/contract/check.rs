//! Does what a contract says hold together? All problems at once. Long because the format is: one method a thing, in the
//! order of the file.
//!
//! What an item `continues` from an earlier version is looked at where versions are compared.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::cycle::cycles;
use super::model::{
    Action, Body, Commitment, Contract, Gap, Goal, Id, Indicator, Lesson, Measure, Prerequisite, Source, Version,
};
use super::nearest::nearest;
use super::path::{At, Leg};
use super::period::{Edge, Grain, Period, PeriodError, Span};
use super::problem::{Cause, Problem, Target, shorten};
use super::quantity::{Quantity, Signed};
use super::read::without_mark;
use super::report::Report;
use super::word::{Content, Unit};

/// Every problem with what the contract says, in the order of `text`, the file it was read from.
#[must_use]
pub fn check(contract: &Contract, text: &str) -> Vec<Problem> {
    let mut report = Report::default();
    check_into(contract, &mut report);
    report.finish(without_mark(text))
}

/// The same, into a report.
pub(super) fn check_into(contract: &Contract, report: &mut Report) {
    let comparisons = MOST_COMPARISONS;
    let mut check = Check { report, comparisons, parties: Names::new(), areas: Names::new(), documents: Names::new() };
    check.contract(contract, &At::Root);
}

/// What is wrong with a whole number that its field cannot hold, as far as `holds`.
pub(super) fn out_of_range(at: &At<'_>, number: i64, holds: (i64, i64)) -> Cause {
    let (low, high) = match at {
        At::Key(At::Index(At::Key(_, "goals"), _), "year") => return Cause::GoalYearOutOfRange { year: number },
        At::Key(_, "level") => (0, MAX_LEVEL.into()),
        _ => holds,
    };
    Cause::NumberOutOfRange { found: number.to_string(), low, high }
}

/// The years that a goal may name.
const GOAL_YEARS: RangeInclusive<i16> = 1990..=2150;
/// The years that periods and series are expected in.
const LIKELY_YEARS: RangeInclusive<i16> = 1850..=2150;
/// The highest level of readiness.
const MAX_LEVEL: u8 = 3;
/// How many ids are compared in all to guess what wrong ones meant, so that a hopeless file is refused soon.
const MOST_COMPARISONS: usize = 500_000;

/// Ids, each with where it was first given.
type Names<'c> = BTreeMap<&'c str, Vec<Leg>>;

struct Check<'c, 'r> {
    report: &'r mut Report,
    comparisons: usize,
    parties: Names<'c>,
    areas: Names<'c>,
    documents: Names<'c>,
}

/// The ids that the items of a version may name.
struct Scope<'c> {
    /// The version's items and the contract's indicators.
    items: Names<'c>,
    /// The version's commitments and measures.
    commitments: Names<'c>,
}

/// Goes through a list, each element with its place.
fn each<'c, T>(at: &At<'_>, name: &str, list: &'c [T], mut look: impl FnMut(&At<'_>, &'c T)) {
    let at = at.key(name);
    for (index, it) in list.iter().enumerate() {
        look(&at.index(index), it);
    }
}

impl<'c> Check<'c, '_> {
    fn contract(&mut self, contract: &'c Contract, at: &At<'_>) {
        let municipality = at.key("municipality");
        self.filled(&municipality.key("name"), &contract.municipality.name);
        if let Some(code) = &contract.municipality.code {
            self.code(&municipality.key("code"), code);
        }
        let mut parties = Names::new();
        each(at, "parties", &contract.parties, |at, it| {
            self.id(at, &it.id, &mut parties);
            self.filled(&at.key("name"), &it.name);
        });
        let mut areas = Names::new();
        each(at, "focus_areas", &contract.focus_areas, |at, it| {
            self.id(at, &it.id, &mut areas);
            self.filled(&at.key("title"), &it.title);
        });
        let mut documents = Names::new();
        each(at, "documents", &contract.documents, |at, it| {
            self.id(at, &it.id, &mut documents);
            self.filled(&at.key("title"), &it.title);
            self.period(&at.key("date"), it.date.as_ref());
            if let Some(url) = it.url.as_ref().filter(|url| !is_web_address(url)) {
                self.report.value(&at.key("url"), Cause::BadUrl { found: shorten(url) });
            }
        });
        (self.parties, self.areas, self.documents) = (parties, areas, documents);
        let indicators = self.indicators(contract, at);
        let mut earlier = indicators.clone();
        self.versions(contract, at, &indicators, &mut earlier);
        self.translations(contract, at, &earlier);
    }

    fn indicators(&mut self, contract: &'c Contract, at: &At<'_>) -> Names<'c> {
        let mut names = Names::new();
        each(at, "indicators", &contract.indicators, |at, it| self.id(at, &it.id, &mut names));
        each(at, "indicators", &contract.indicators, |at, it| self.indicator(at, it, &names));
        let ids: Vec<&str> = contract.indicators.iter().map(|it| it.id.as_str()).collect();
        let wholes: Vec<Vec<&str>> =
            contract.indicators.iter().map(|it| it.part_of.iter().map(Id::as_str).collect()).collect();
        let list = at.key("indicators");
        self.circles(&ids, &wholes, &mut |report, from, _, cause| {
            report.value(&list.index(from).key("part_of"), cause);
        });
        names
    }

    fn indicator(&mut self, at: &At<'_>, it: &Indicator, names: &Names<'c>) {
        self.filled(&at.key("title"), &it.title);
        if let Some(whole) = &it.part_of {
            self.reference(&at.key("part_of"), whole, Target::Indicator, &[names]);
        }
        self.source(at, it.source.as_ref());
        if it.unit.is_none() && !it.series.is_empty() {
            self.report.absent(&at.key("unit"), Cause::SeriesWithoutUnit);
        }
        let mut years = BTreeSet::new();
        let mut before = i16::MIN;
        each(at, "series", &it.series, |at, reading| {
            let (at, year) = (at.key("year"), reading.year);
            if !LIKELY_YEARS.contains(&year) {
                self.report.value(&at, Cause::UnlikelyYear { year: year.into() });
            }
            if !years.insert(year) {
                self.report.value(&at, Cause::DuplicateYear { year });
            } else if year < before {
                self.report.value(&at, Cause::UnorderedSeries { year, before });
            }
            before = year;
        });
    }

    fn versions(&mut self, contract: &'c Contract, at: &At<'_>, indicators: &Names<'c>, earlier: &mut Names<'c>) {
        if contract.versions.is_empty() {
            self.report.value(&at.key("versions"), Cause::NoVersion);
        }
        let mut labels = Names::new();
        let mut before: Option<(&Version, Span)> = None;
        each(at, "versions", &contract.versions, |at, version| {
            let label = at.key("label");
            self.filled(&label, &version.label);
            let taken = |label: String| Cause::DuplicateVersion { label };
            self.unique(&label, &version.label, &mut labels, taken);
            if let Some(id) = &version.document {
                self.document(&at.key("document"), id);
            }
            self.source(at, version.source.as_ref());
            if let Some(Signed::On(day)) = &version.signed {
                let signed = at.key("signed");
                self.period(&signed, Some(day));
                if let Ok(span) = day.span() {
                    match &before {
                        Some((other, earlier)) if is_before(span, *earlier) => {
                            let (label, before) = (shorten(&version.label), shorten(&other.label));
                            self.report.value(&signed, Cause::UnorderedVersions { label, before });
                        }
                        _ => before = Some((version, span)),
                    }
                }
            }
            self.version(at, version, indicators, earlier);
        });
    }

    fn version(&mut self, at: &At<'_>, version: &'c Version, indicators: &Names<'c>, earlier: &mut Names<'c>) {
        if version.content == Content::DocumentOnly
            && let Some(field) = content_of(version)
        {
            self.report.value(&at.key("content"), Cause::DocumentOnlyWithContent { field });
        }
        let mut scope = Scope { items: indicators.clone(), commitments: Names::new() };
        self.ids(at, version, &mut scope);
        each(at, "goals", &version.goals, |at, it| self.goal(at, it));
        each(at, "commitments", &version.commitments, |at, it| self.commitment(at, it));
        each(at, "actions", &version.actions, |at, it| self.action(at, it, &scope));
        each(at, "prerequisites", &version.prerequisites, |at, it| self.prerequisite(at, it));
        each(at, "bodies", &version.bodies, |at, it| self.body(at, it));
        each(at, "gaps", &version.gaps, |at, it| self.gap(at, it, &scope));
        each(at, "lessons", &version.lessons, |at, it| self.lesson(at, it, &scope, earlier));
        each(at, "readiness", &version.readiness, |at, it| {
            if let Some(area) = &it.focus_area {
                self.area(&at.key("focus_area"), area);
            }
            if let Some(level) = it.level.filter(|level| *level > MAX_LEVEL) {
                let at = at.key("level");
                self.report.value(&at, out_of_range(&at, level.into(), (0, 0)));
            }
        });
        let ids: Vec<&str> = version.actions.iter().map(|it| it.id.as_str()).collect();
        let waits: Vec<Vec<&str>> =
            version.actions.iter().map(|it| it.depends_on.iter().map(Id::as_str).collect()).collect();
        let actions = at.key("actions");
        self.circles(&ids, &waits, &mut |report, from, wait, cause| {
            report.value(&actions.index(from).key("depends_on").index(wait), cause);
        });
        earlier.append(&mut scope.items);
    }

    /// Every id of a version's items, none of them twice.
    fn ids(&mut self, at: &At<'_>, version: &'c Version, scope: &mut Scope<'c>) {
        each(at, "goals", &version.goals, |at, it| self.id(at, &it.id, &mut scope.items));
        each(at, "commitments", &version.commitments, |at, it| {
            self.id(at, &it.id, &mut scope.items);
            scope.commitments.insert(it.id.as_str(), Vec::new());
            each(at, "measures", &it.measures, |at, it| {
                self.id(at, &it.id, &mut scope.items);
                scope.commitments.insert(it.id.as_str(), Vec::new());
            });
        });
        each(at, "actions", &version.actions, |at, it| self.id(at, &it.id, &mut scope.items));
        each(at, "prerequisites", &version.prerequisites, |at, it| self.id(at, &it.id, &mut scope.items));
        each(at, "bodies", &version.bodies, |at, it| self.id(at, &it.id, &mut scope.items));
        each(at, "gaps", &version.gaps, |at, it| self.id(at, &it.id, &mut scope.items));
        each(at, "lessons", &version.lessons, |at, it| self.id(at, &it.id, &mut scope.items));
    }

    fn goal(&mut self, at: &At<'_>, it: &Goal) {
        self.filled(&at.key("title"), &it.title);
        if let Some(year) = it.year.filter(|year| !GOAL_YEARS.contains(year)) {
            self.report.value(&at.key("year"), Cause::GoalYearOutOfRange { year: year.into() });
        }
        self.quantity(&at.key("target"), it.target.as_ref(), Money::No);
        self.source(at, it.source.as_ref());
    }

    fn commitment(&mut self, at: &At<'_>, it: &'c Commitment) {
        self.filled(&at.key("title"), &it.title);
        if let Some(party) = &it.party {
            self.party(&at.key("party"), party);
        }
        each(at, "parties", &it.parties, |at, party| self.party(at, party));
        each(at, "focus_areas", &it.focus_areas, |at, area| self.area(at, area));
        self.period(&at.key("period"), it.period.as_ref());
        each(at, "measures", &it.measures, |at, it| self.measure(at, it));
        self.source(at, it.source.as_ref());
    }

    fn measure(&mut self, at: &At<'_>, it: &Measure) {
        self.filled(&at.key("title"), &it.title);
        each(at, "focus_areas", &it.focus_areas, |at, area| self.area(at, area));
        self.period(&at.key("period"), it.period.as_ref());
        self.source(at, it.source.as_ref());
    }

    fn action(&mut self, at: &At<'_>, it: &'c Action, scope: &Scope<'c>) {
        self.filled(&at.key("title"), &it.title);
        each(at, "focus_areas", &it.focus_areas, |at, area| self.area(at, area));
        self.period(&at.key("period"), it.period.as_ref());
        self.quantity(&at.key("cost"), it.cost.as_ref(), Money::Yes);
        self.quantity(&at.key("effect"), it.effect.as_ref(), Money::No);
        each(at, "funding", &it.funding, |at, share| {
            self.quantity(&at.key("amount"), share.amount.as_ref(), Money::Yes);
        });
        each(at, "commitments", &it.commitments, |at, id| {
            self.reference(at, id, Target::Commitment, &[&scope.commitments]);
        });
        each(at, "depends_on", &it.depends_on, |at, id| self.reference(at, id, Target::Item, &[&scope.items]));
        self.source(at, it.source.as_ref());
    }

    fn prerequisite(&mut self, at: &At<'_>, it: &Prerequisite) {
        self.filled(&at.key("title"), &it.title);
        each(at, "focus_areas", &it.focus_areas, |at, area| self.area(at, area));
        self.source(at, it.source.as_ref());
    }

    fn body(&mut self, at: &At<'_>, it: &Body) {
        self.filled(&at.key("title"), &it.title);
        self.source(at, it.source.as_ref());
    }

    fn gap(&mut self, at: &At<'_>, it: &Gap, scope: &Scope<'c>) {
        if let Some(about) = &it.about {
            self.reference(&at.key("about"), about, Target::Item, &[&scope.items]);
        }
        self.quantity(&at.key("amount"), it.amount.as_ref(), Money::No);
        self.source(at, it.source.as_ref());
    }

    fn lesson(&mut self, at: &At<'_>, it: &'c Lesson, scope: &Scope<'c>, earlier: &Names<'c>) {
        if let Some(party) = &it.party {
            self.party(&at.key("party"), party);
        }
        each(at, "about", &it.about, |at, id| self.reference(at, id, Target::ItemSoFar, &[&scope.items, earlier]));
        self.source(at, it.source.as_ref());
    }

    fn translations(&mut self, contract: &'c Contract, at: &At<'_>, items: &Names<'c>) {
        let at = at.key("translations");
        for (lang, ids) in &contract.translations {
            let at = at.key(lang);
            for id in ids.keys() {
                let names = [items, &self.parties, &self.areas, &self.documents];
                if !names.iter().any(|names| names.contains_key(id.as_str())) {
                    let nearest = guess(&mut self.comparisons, id, &names);
                    let cause = Cause::UnusedTranslation { id: shorten(id.as_str()), nearest };
                    self.report.name(&at.key(id.as_str()), cause);
                }
            }
        }
    }
}

/// What is the same for things of several kinds.
impl<'c> Check<'c, '_> {
    fn filled(&mut self, at: &At<'_>, text: &str) {
        if text.trim().is_empty() {
            self.report.value(at, Cause::EmptyText);
        }
    }

    fn id(&mut self, at: &At<'_>, id: &'c Id, names: &mut Names<'c>) {
        let at = at.key("id");
        self.filled(&at, id.as_str());
        self.unique(&at, id.as_str(), names, |id| Cause::DuplicateId { id });
    }

    fn unique(&mut self, at: &At<'_>, text: &'c str, names: &mut Names<'c>, cause: fn(String) -> Cause) {
        if text.trim().is_empty() {
            return;
        }
        match names.get(text) {
            Some(first) => self.report.value_and_other(at, first.clone(), cause(shorten(text))),
            None => {
                names.insert(text, at.legs());
            }
        }
    }

    fn party(&mut self, at: &At<'_>, id: &Id) {
        refer(self.report, &mut self.comparisons, at, id, Target::Party, &[&self.parties]);
    }

    fn area(&mut self, at: &At<'_>, id: &Id) {
        refer(self.report, &mut self.comparisons, at, id, Target::FocusArea, &[&self.areas]);
    }

    fn document(&mut self, at: &At<'_>, id: &Id) {
        refer(self.report, &mut self.comparisons, at, id, Target::Document, &[&self.documents]);
    }

    fn reference(&mut self, at: &At<'_>, id: &Id, to: Target, names: &[&Names<'_>]) {
        refer(self.report, &mut self.comparisons, at, id, to, names);
    }

    fn source(&mut self, at: &At<'_>, source: Option<&Source>) {
        if let Some(source) = source {
            self.document(&at.key("source").key("document"), &source.document);
        }
    }

    fn period(&mut self, at: &At<'_>, period: Option<&Period>) {
        let Some(period) = period else { return };
        let found = || shorten(&period.0);
        match period.span() {
            Err(PeriodError::Malformed) => self.report.value(at, Cause::BadPeriod { found: found() }),
            Err(PeriodError::EndsBeforeStart) => {
                self.report.value(at, Cause::PeriodEndsBeforeStart { found: found() });
            }
            Ok(span) => {
                let unlikely = |edge: &Edge| year(*edge).is_some_and(|year| !LIKELY_YEARS.contains(&year));
                if let Some(year) = [span.start, span.end].into_iter().find(unlikely).and_then(year) {
                    self.report.value(at, Cause::UnlikelyYear { year: year.into() });
                }
            }
        }
    }

    fn quantity(&mut self, at: &At<'_>, quantity: Option<&Quantity>, money: Money) {
        let Some(it) = quantity else { return };
        let figures = [("value", it.value), ("low", it.low), ("high", it.high)];
        let has_figure = figures.iter().any(|(_, figure)| figure.is_some());
        if has_figure && it.unit.is_none() {
            self.report.absent(&at.key("unit"), Cause::NumberWithoutUnit);
        }
        if let (Some(low), Some(high)) = (it.low, it.high)
            && low > high
        {
            self.report.value(&at.key("low"), Cause::LowAboveHigh { low, high });
        }
        let has_range = it.low.is_some() || it.high.is_some();
        if it.value.is_some() && has_range || has_figure && it.unknown.is_some() {
            self.report.value(at, Cause::ContradictoryQuantity);
        }
        if money == Money::Yes {
            for (name, figure) in figures {
                if let Some(value) = figure.filter(|figure| *figure < 0.0) {
                    self.report.value(&at.key(name), Cause::NegativeCost { value });
                }
            }
            if let Some(unit) = it.unit.filter(|unit| !is_money(*unit)) {
                self.report.value(&at.key("unit"), Cause::UnlikelyUnit { unit });
            }
        }
    }

    fn code(&mut self, at: &At<'_>, code: &str) {
        if code.len() != 4 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            self.report.value(at, Cause::BadCode { found: shorten(code) });
        }
    }

    /// Reports every circle among things that wait for others.
    fn circles(
        &mut self,
        ids: &[&str],
        waits: &[Vec<&str>],
        report: &mut dyn FnMut(&mut Report, usize, usize, Cause),
    ) {
        let places: BTreeMap<&str, usize> = ids.iter().enumerate().rev().map(|(place, id)| (*id, place)).collect();
        let waits: Vec<Vec<Option<usize>>> =
            waits.iter().map(|waits| waits.iter().map(|id| places.get(id).copied()).collect()).collect();
        for circle in cycles(&waits) {
            let ids = circle.members.iter().map(|member| shorten(ids[*member])).collect();
            let cause = Cause::DependencyCycle { ids, length: circle.length };
            report(self.report, circle.from, circle.wait, cause);
        }
    }
}

/// Whether a quantity is of money.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Money {
    Yes,
    No,
}

fn is_money(unit: Unit) -> bool {
    match unit {
        Unit::Sek | Unit::KiloSek | Unit::MegaSek | Unit::Eur | Unit::MegaEur => true,
        Unit::TonneCo2e | Unit::TonneCo2ePerYear | Unit::MegawattHourPerYear => false,
    }
}

fn refer(
    report: &mut Report,
    comparisons: &mut usize,
    at: &At<'_>,
    id: &Id,
    to: Target,
    names: &[&Names<'_>],
) {
    if !names.iter().any(|names| names.contains_key(id.as_str())) {
        let nearest = guess(comparisons, id, names);
        report.value(at, Cause::UnknownReference { to, id: shorten(id.as_str()), nearest });
    }
}

/// The id most like this one, while there is time.
fn guess(comparisons: &mut usize, id: &Id, names: &[&Names<'_>]) -> Option<String> {
    let count = names.iter().map(|names| names.len()).sum();
    *comparisons = comparisons.checked_sub(count)?;
    nearest(id.as_str(), &mut names.iter().flat_map(|names| names.keys().copied())).map(shorten)
}

/// The first list of a version that has something in it.
fn content_of(version: &Version) -> Option<&'static str> {
    let lists = [
        ("goals", version.goals.is_empty()),
        ("commitments", version.commitments.is_empty()),
        ("actions", version.actions.is_empty()),
        ("prerequisites", version.prerequisites.is_empty()),
        ("bodies", version.bodies.is_empty()),
        ("gaps", version.gaps.is_empty()),
        ("lessons", version.lessons.is_empty()),
        ("readiness", version.readiness.is_empty()),
    ];
    lists.iter().find(|(_, is_empty)| !is_empty).map(|(name, _)| *name)
}

fn year(edge: Edge) -> Option<i16> {
    let Edge::At(when) = edge else { return None };
    Some(match when.grain {
        Grain::Year(year) | Grain::Season(year, _) | Grain::Month(year, _) => year,
        Grain::Day(date) => date.year(),
    })
}

/// True when all of `span` is before all of `other`.
fn is_before(span: Span, other: Span) -> bool {
    matches!((span.end, other.start), (Edge::At(end), Edge::At(start)) if end.last() < start.first())
}

/// True for an http or https address with a host, and nothing that does not belong in one.
pub(super) fn is_web_address(text: &str) -> bool {
    let after = |scheme: &str| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    };
    let Some(rest) = after("https://").or_else(|| after("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let strange = |letter: char| letter.is_whitespace() || letter.is_control() || "\"<>\\^`{|}".contains(letter);
    !host.is_empty() && !host.starts_with([':', '.']) && !rest.contains(strange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_http_and_https_are_web_addresses() {
        for url in ["https://viablecities.se/", "HTTP://a.se", "https://örebro.se/å?x=1&y=[2]#z", "http://localhost:80/"] {
            assert!(is_web_address(url), "{url}");
        }
        for url in [
            "", "http", "https://", "http:///x", "ftp://a.se", "javascript:alert(1)", "www.a.se", "https:/a.se",
            "https://a.se/ b", "https://?x", "data:text/html,x", "//a.se", "åäö",
        ] {
            assert!(!is_web_address(url), "{url}");
        }
    }
}
