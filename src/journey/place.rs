//! Where everything lies on the band, before any drawing.

use crate::contract::model::Version;
use crate::contract::period::{Edge, Grain, Span, label_years, year_fraction};
use crate::contract::quantity::Signed;
use crate::contract::word::Content;
use crate::contract::{Contract, Id, Kind, Part, Step};

/// The year that the mission ends: coming turns are drawn up to it.
pub const MISSION_YEAR: i16 = 2030;

/// One turn of the band: a version, or a year that is still to come.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The version's label, or the coming year.
    pub label: String,
    /// When it was signed, in years. Always later than the turn before.
    pub at: f64,
    /// True when the day is known; else `at` is only the middle of the years that the label names.
    pub dated: bool,
    /// How much of it is known; nothing for a turn to come.
    pub content: Option<Content>,
    /// How many items it has in each process.
    pub items: [usize; 6],
}

/// An item's stretch of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Where it starts, in years; `None` when that is unknown or open.
    pub start: Option<f64>,
    /// Where it ends, in years; `None` when that is unknown or open.
    pub end: Option<f64>,
    /// True when an end is open, unknown or uncertain.
    pub loose: bool,
    /// True when it is said to go on: until today at least.
    pub ongoing: bool,
}

/// An item's place on the band: the only one it has.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The item.
    pub id: Id,
    /// Its number among the items of its version.
    pub item: usize,
    /// Its kind, which gives its shape.
    pub kind: Kind,
    /// The lane it belongs to.
    pub part: Part,
    /// Its process; `None` when the contract, and its editor, place it in none.
    pub step: Option<Step>,
    /// Its time; `None` when it has none.
    pub time: Option<Stretch>,
    /// Its title in the language shown.
    pub title: String,
    /// A number or year that its mark carries.
    pub badge: Option<String>,
}

/// A contract's band with one version in focus.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    /// The turns, innermost first: the versions, then the years to come.
    pub turns: Vec<Turn>,
    /// The turn in focus.
    pub focus: usize,
    /// The items of the version in focus, in the band's order: by process, then in the contract's order; those without
    /// a process last.
    pub places: Vec<Place>,
}

impl Journey {
    /// The band of a contract with one of its versions in focus. `places` come from the caller, which knows the language
    /// and the filters; they are put in the band's order here.
    #[must_use]
    pub fn new(contract: &Contract, focus: usize, places: Vec<Place>) -> Self {
        let mut by_step: [Vec<Place>; 7] = Default::default();
        for place in places {
            by_step[place.step.map_or(6, |step| step as usize)].push(place);
        }
        let places = by_step.into_iter().flatten().collect();
        let mut turns: Vec<Turn> = Vec::with_capacity(contract.versions.len() + 4);
        for version in &contract.versions {
            let turn = turn(version, turns.last());
            turns.push(turn);
        }
        let last = contract
            .versions
            .last()
            .and_then(|v| label_years(&v.label))
            .map(|(_, end)| end);
        for year in last.map_or(MISSION_YEAR, |y| y.saturating_add(1))..=MISSION_YEAR {
            let at = (f64::from(year) + 0.5).max(turns.last().map_or(0.0, |t| t.at + 0.25));
            turns.push(Turn {
                label: year.to_string(),
                at,
                dated: false,
                content: None,
                items: [0; 6],
            });
        }
        Self {
            turns,
            focus,
            places,
        }
    }

    /// How many of the turns are versions; the rest are still to come.
    #[must_use]
    pub fn versions(&self) -> usize {
        self.turns
            .iter()
            .filter(|turn| turn.content.is_some())
            .count()
    }

    /// The time at a point of the band: `s` is turns from the band's start, and a turn is signed in its middle,
    /// between process 3 and 4.
    #[must_use]
    pub fn time(&self, s: f64) -> f64 {
        let n = self.turns.len();
        let Some(last) = n.checked_sub(1) else {
            return 0.0;
        };
        let at = |k: usize| self.turns[k.min(last)].at;
        let from_first = s - 0.5;
        if from_first < 0.0 {
            return at(0) + from_first;
        }
        if from_first >= last as f64 {
            return at(last) + (from_first - last as f64);
        }
        let k = from_first.floor();
        at(k as usize) + (at(k as usize + 1) - at(k as usize)) * (from_first - k)
    }
}

impl Stretch {
    /// The earliest time that it names.
    #[must_use]
    pub fn begins(&self) -> f64 {
        self.start.or(self.end).unwrap_or(f64::MAX)
    }
}

impl From<Span> for Stretch {
    fn from(span: Span) -> Self {
        let start = match span.start {
            Edge::At(when) => Some(year_fraction(when.first())),
            Edge::Open | Edge::Unknown => None,
        };
        let end = match span.end {
            // A goal for a year is reached by that year: its flag stands where the year begins on the axis.
            Edge::At(when) if span.start == span.end => match when.grain {
                Grain::Year(year) => Some(f64::from(year) + 1.0),
                _ => Some(year_fraction(when.last())),
            },
            Edge::At(when) => Some(year_fraction(when.last())),
            Edge::Open | Edge::Unknown => None,
        };
        Self {
            start,
            end,
            loose: span.is_loose(),
            ongoing: span.end == Edge::Open,
        }
    }
}

fn turn(version: &Version, before: Option<&Turn>) -> Turn {
    let signed = match &version.signed {
        Some(Signed::On(period)) => period.span().ok(),
        _ => None,
    };
    let day = signed.and_then(|span| match span.start {
        Edge::At(when) => Some((year_fraction(when.first()) + year_fraction(when.last())) / 2.0),
        Edge::Open | Edge::Unknown => None,
    });
    let years = label_years(&version.label);
    let from_label = years.map(|(start, end)| (f64::from(start) + f64::from(end) + 1.0) / 2.0);
    let earliest = before.map_or(f64::MIN, |turn| turn.at + 0.25);
    let guess = before.map_or(f64::from(MISSION_YEAR), |turn| turn.at + 1.0);
    let mut items = [0; 6];
    for step in version
        .items()
        .filter_map(|item| item.steps().first().copied())
    {
        items[step as usize] += 1;
    }
    Turn {
        label: version.label.clone(),
        at: day.or(from_label).unwrap_or(guess).max(earliest),
        dated: day.is_some_and(|day| day >= earliest),
        content: Some(version.content),
        items,
    }
}
