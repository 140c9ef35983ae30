//! The journey that is on screen and its two projections.

use leptos::prelude::*;

use crate::contract::word::Content;
use crate::contract::{Contract, Item, Lang};
use crate::journey::rollout::{Window, extent};
use crate::journey::{Journey, Place, Rollout, Spiral};
use crate::state::Action;
use crate::view::desk::{Desk, Open, Session, Shown};
use crate::view::facts;

/// The height of what stays below the map: the turns.
const BELOW_MAP: f64 = 92.0;
/// The height of the notice that a version is not, or only partly, transcribed.
const NOTICE: f64 = 90.0;
/// Below this width the map is as large as the screen is wide.
const NARROW: f64 = 720.0;

/// The journey that is on screen and its projections.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The journey with every item: the map keeps each in its seat whatever is filtered.
    pub journey: Journey,
    /// The journey with the items that the filters let through.
    pub shown: Journey,
    /// The map.
    pub spiral: Spiral,
    /// The roadmap.
    pub rollout: Rollout,
    /// All the years there are.
    pub all: (f64, f64),
    /// Which of the version's items the filters let through, by their number.
    pub admitted: Vec<bool>,
}

impl Scene {
    /// What the drawing of a session looks like, with what is open.
    pub fn new(session: &Session, open: Option<&Open<'_>>) -> Self {
        let items = open.map(Open::items).unwrap_or_default();
        let journey = survey(open, &items, false);
        let shown = survey(open, &items, true);
        let (width, room) = session.room;
        let room = if open.is_some_and(|open| open.version().content != Content::Full) {
            room - NOTICE
        } else {
            room
        };
        let height = if width < NARROW {
            width + 100.0
        } else {
            (room - BELOW_MAP).max(520.0).min(1300.0)
        };
        let all = extent(&journey, session.today);
        let window = Window {
            years: years(session, all),
            today: session.today,
            folded: &session.state.collapsed,
        };
        let (spiral, rollout) = (
            Spiral::new(&journey, width, height),
            Rollout::new(&shown, width, window),
        );
        let mut admitted = vec![false; journey.places.len()];
        shown
            .places
            .iter()
            .for_each(|place| admitted[place.item] = true);
        Self {
            admitted,
            journey,
            shown,
            spiral,
            rollout,
            all,
        }
    }
}

/// Shows the years `from` to `to`; the address keeps them as whole years.
pub fn show_years(desk: Desk, (from, to): (f64, f64)) {
    let all = desk.scene.with_value(|scene| scene.all);
    if from <= all.0 + 1e-6 && to >= all.1 - 1e-6 {
        return desk.act(Action::Range(None, None));
    }
    desk.set(|s| s.zoom = Some((from, to)));
    let (a, b) = whole_years(from, to);
    desk.act(Action::Range(Some(a), Some(b)));
}

/// The years to show: as zoomed, when the address says the same in whole years; else as the address says.
fn years(session: &Session, all: (f64, f64)) -> Option<(f64, f64)> {
    let asked = (session.state.from, session.state.to);
    let zoomed = session.zoom.filter(|(from, to)| {
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

fn survey(open: Option<&Open<'_>>, items: &[Shown<'_>], filtered: bool) -> Journey {
    let Some(open) = open else {
        return Journey {
            turns: Vec::new(),
            focus: 0,
            places: Vec::new(),
        };
    };
    let mut places = Vec::new();
    for (number, shown) in items.iter().enumerate() {
        if !filtered || open.admits(shown) {
            places.push(place(open.contract, &shown.item, number, open.lang));
        }
    }
    Journey::new(open.contract, open.at, places)
}

fn place(contract: &Contract, item: &Item<'_>, number: usize, lang: Lang) -> Place {
    Place {
        id: item.id().clone(),
        item: number,
        kind: item.kind(),
        part: item.part(contract),
        step: item.steps().first().copied(),
        time: item.span().map(Into::into),
        title: facts::title(contract, item, lang).0,
        badge: match item {
            Item::Commitment(it) => it.number.map(|n| n.to_string()),
            Item::Goal(it) => it.year.map(|year| year.to_string()),
            _ => None,
        },
    }
}
