//! The journey that is on screen and its two projections, as memos that the drawing and its keys share.

use leptos::prelude::*;

use super::desk::Desk;
use super::facts;
use crate::contract::{Contract, Item, Lang};
use crate::journey::rollout::{Window, extent};
use crate::journey::{Journey, Place, Rollout, Spiral};
use crate::state::Action;

/// What is left of the window's height for the map when the rest of the page has its room.
const AROUND_MAP: f64 = 250.0;
/// Below this width the map is as large as the screen is wide.
const NARROW: f64 = 720.0;

/// The journey that is on screen and its projections.
#[derive(Clone, Copy)]
pub struct Scenes {
    /// The journey with every item: the map keeps each in its seat whatever is filtered.
    pub journey: Memo<Journey>,
    /// The journey with the items that the filters let through.
    pub shown: Memo<Journey>,
    /// The map.
    pub spiral: Memo<Spiral>,
    /// The roadmap.
    pub rollout: Memo<Rollout>,
    /// All the years there are.
    pub all: Memo<(f64, f64)>,
}

impl Scenes {
    /// The scenes of what lies on a desk.
    pub fn new(desk: Desk) -> Self {
        let journey = Memo::new(move |_| survey(desk, false));
        let shown = Memo::new(move |_| survey(desk, true));
        let all = Memo::new(move |_| journey.with(|j| extent(j, desk.today)));
        let width = move || desk.room.get().0;
        Self {
            journey,
            shown,
            spiral: Memo::new(move |_| {
                let (width, window) = desk.room.get();
                let height = if width < NARROW {
                    width + 100.0
                } else {
                    (window - AROUND_MAP).clamp(520.0, 1300.0)
                };
                journey.with(|j| Spiral::new(j, width, height))
            }),
            rollout: Memo::new(move |_| {
                let years = years(desk, all.get());
                desk.state.with(|s| {
                    let window = Window {
                        years,
                        today: desk.today,
                        folded: &s.collapsed,
                    };
                    shown.with(|j| Rollout::new(j, width(), window))
                })
            }),
            all,
        }
    }

    /// Shows the years `from` to `to`; the address keeps them as whole years.
    pub fn show_years(&self, desk: Desk, (from, to): (f64, f64)) {
        let all = self.all.get_untracked();
        if from <= all.0 + 1e-6 && to >= all.1 - 1e-6 {
            return desk.act(Action::Range(None, None));
        }
        desk.zoom.set(Some((from, to)));
        let (a, b) = whole_years(from, to);
        desk.act(Action::Range(Some(a), Some(b)));
    }
}

/// The years to show: as zoomed, when the address says the same in whole years; else as the address says.
fn years(desk: Desk, all: (f64, f64)) -> Option<(f64, f64)> {
    let asked = desk.state.with(|s| (s.from, s.to));
    let zoomed = desk.zoom.get().filter(|(from, to)| {
        let (a, b) = whole_years(*from, *to);
        asked == (Some(a), Some(b))
    });
    match (zoomed, asked) {
        (Some(zoomed), _) => Some(zoomed),
        (None, (None, None)) => None,
        (None, (from, to)) => {
            let from = from.map_or(all.0, f64::from);
            Some((
                from,
                to.map_or(all.1, |to| f64::from(to) + 1.0).max(from + 1.0),
            ))
        }
    }
}

/// The whole years that a zoomed stretch lies in: the last one is included.
fn whole_years(from: f64, to: f64) -> (i16, i16) {
    let first = (from + 1e-6).floor() as i16;
    (first, ((to - 1e-6).ceil() as i16 - 1).max(first))
}

fn survey(desk: Desk, filtered: bool) -> Journey {
    let Some(open) = desk.look() else {
        return Journey {
            turns: Vec::new(),
            focus: 0,
            places: Vec::new(),
        };
    };
    let items = open.contract.items(open.at);
    let places = items
        .iter()
        .filter(|item| !filtered || open.state.admits(item, &open.contract));
    let places = places
        .map(|item| place(&open.contract, item, open.lang))
        .collect();
    Journey::new(&open.contract, open.at, places)
}

fn place(contract: &Contract, item: &Item<'_>, lang: Lang) -> Place {
    Place {
        id: item.id().clone(),
        kind: item.kind(),
        part: item.part(contract),
        step: item.steps().first().copied(),
        time: item.span().map(Into::into),
        title: facts::title(contract, item, lang).0,
        badge: match item {
            Item::Commitment(it) => it.number.map(|n| n.to_string()),
            _ => None,
        },
    }
}
