//! Does what a contract says hold together? All problems at once, one method a thing: here the contract itself, in
//! [`version`] its versions with their items, in [`history`] how the versions hang together, in [`value`] what things of
//! several kinds have in common.

use std::collections::BTreeMap;

use self::value::{LIKELY_YEARS, guess};
use super::model::{Contract, Indicator};
use super::path::{At, Leg};
use super::problem::{Cause, Problem, Target, shorten};
use super::read::without_mark;
use super::report::Report;

pub(super) use self::value::{is_web_address, out_of_range};

mod history;
mod value;
mod version;

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
    let mut check = Check {
        report,
        comparisons,
        parties: Names::default(),
        areas: Names::default(),
        documents: Names::default(),
        indicators: Names::default(),
        years: vec![false; 1 << 16],
    };
    check.contract(contract, &At::Root);
}

/// How many ids are compared in all to guess what wrong ones meant, so that a hopeless file is refused soon.
const MOST_COMPARISONS: usize = 200_000;

/// Ids in the order of the file, each with where it was first given.
#[derive(Default)]
struct Names<'c> {
    list: Vec<(&'c str, Vec<Leg>)>,
    places: BTreeMap<&'c str, usize>,
}

impl<'c> Names<'c> {
    /// Where it was first given.
    fn get(&self, id: &str) -> Option<&[Leg]> {
        let place = *self.places.get(id)?;
        Some(&self.list[place].1)
    }

    /// Adds one, if it is not among them.
    fn add(&mut self, id: &'c str, legs: Vec<Leg>) {
        let next = self.list.len();
        if *self.places.entry(id).or_insert(next) == next {
            self.list.push((id, legs));
        }
    }
}

struct Check<'c, 'r> {
    report: &'r mut Report,
    comparisons: usize,
    parties: Names<'c>,
    areas: Names<'c>,
    documents: Names<'c>,
    indicators: Names<'c>,
    /// Which years the series that is being looked at has had: cheaper than a set, in code and in time.
    years: Vec<bool>,
}

impl<'c> Check<'c, '_> {
    fn contract(&mut self, contract: &'c Contract, at: &At<'_>) {
        let municipality = at.key("municipality");
        self.filled(&municipality.key("name"), &contract.municipality.name);
        if let Some(code) = &contract.municipality.code {
            self.code(&municipality.key("code"), code);
        }
        let mut parties = Names::default();
        each(at, "parties", &contract.parties, |at, it| {
            self.id(at, &it.id, &mut parties);
            self.filled(&at.key("name"), &it.name);
        });
        let mut areas = Names::default();
        each(at, "focus_areas", &contract.focus_areas, |at, it| {
            self.id(at, &it.id, &mut areas);
            self.filled(&at.key("title"), &it.title);
        });
        let mut documents = Names::default();
        each(at, "documents", &contract.documents, |at, it| {
            self.id(at, &it.id, &mut documents);
            self.filled(&at.key("title"), &it.title);
            self.period(&at.key("date"), it.date.as_ref());
            if let Some(url) = it.url.as_ref().filter(|url| !is_web_address(url)) {
                self.report.value(
                    &at.key("url"),
                    Cause::BadUrl {
                        found: shorten(url),
                    },
                );
            }
        });
        (self.parties, self.areas, self.documents) = (parties, areas, documents);
        self.indicators(contract, at);
        let items = self.versions(contract, at);
        self.years_between(contract, at);
        self.threads(contract, at);
        self.translations(contract, at, &items);
    }

    fn indicators(&mut self, contract: &'c Contract, at: &At<'_>) {
        let mut names = Names::default();
        each(at, "indicators", &contract.indicators, |at, it| {
            self.id(at, &it.id, &mut names);
        });
        self.indicators = names;
        each(at, "indicators", &contract.indicators, |at, it| {
            self.indicator(at, it);
        });
        let wholes = contract.indicators.iter();
        let wholes: Vec<_> = wholes.map(|it| (&it.id, it.part_of.as_slice())).collect();
        let list = at.key("indicators");
        self.circles(&wholes, &mut |report, from, _, cause| {
            report.value(&list.index(from).key("part_of"), cause);
        });
    }

    fn indicator(&mut self, at: &At<'_>, it: &Indicator) {
        self.filled(&at.key("title"), &it.title);
        if let Some(whole) = &it.part_of {
            self.reference(&at.key("part_of"), whole, Target::Indicator, &[]);
        }
        self.source(at, it.source.as_ref());
        if it.unit.is_none() && !it.series.is_empty() {
            self.report
                .absent(&at.key("unit"), Cause::SeriesWithoutUnit);
        }
        let mut before = i16::MIN;
        each(at, "series", &it.series, |at, reading| {
            let (at, year) = (at.key("year"), reading.year);
            if !LIKELY_YEARS.contains(&year) {
                self.report
                    .value(&at, Cause::UnlikelyYear { year: year.into() });
            }
            if std::mem::replace(&mut self.years[place_of(year)], true) {
                self.report.value(&at, Cause::DuplicateYear { year });
            } else if year < before {
                self.report
                    .value(&at, Cause::UnorderedSeries { year, before });
            }
            before = year;
        });
        for reading in &it.series {
            self.years[place_of(reading.year)] = false;
        }
    }

    fn translations(&mut self, contract: &'c Contract, at: &At<'_>, items: &Names<'c>) {
        let at = at.key("translations");
        for (lang, ids) in &contract.translations.0 {
            let at = at.key(lang);
            for id in ids.as_object().into_iter().flat_map(serde_json::Map::keys) {
                let names = [
                    items,
                    &self.indicators,
                    &self.parties,
                    &self.areas,
                    &self.documents,
                ];
                if !names.iter().any(|names| names.get(id.as_str()).is_some()) {
                    let nearest = guess(&mut self.comparisons, id, &names);
                    let cause = Cause::UnusedTranslation {
                        id: shorten(id.as_str()),
                        nearest,
                    };
                    self.report.name(&at.key(id.as_str()), cause);
                }
            }
        }
    }
}

/// Where a year is noted as seen.
fn place_of(year: i16) -> usize {
    usize::from(year.cast_unsigned())
}

/// Goes through a list, each element with its place.
fn each<'c, T>(at: &At<'_>, name: &str, list: &'c [T], mut look: impl FnMut(&At<'_>, &'c T)) {
    let at = at.key(name);
    for (index, it) in list.iter().enumerate() {
        look(&at.index(index), it);
    }
}
