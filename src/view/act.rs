//! What using a part of the page does.

use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

use super::desk::Desk;
use super::share::{self, Step};
use super::{abreast, opening, roadmap, scrubber};
use crate::contract::Id;
use crate::state::{Action, Opening};

/// A file that can be taken home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The items that the view lists, as a table.
    List,
    /// The contract, as it came.
    Contract,
    /// The figures of a chart, by its place.
    Chart(usize),
    /// The chart itself as a graphic, by its place.
    ChartSvg(usize),
    /// The same in pixels.
    ChartPng(usize),
    /// The joint commitments of the contracts that are open.
    Matrix,
    /// The promises through the versions.
    Strands,
    /// What the version does not state.
    Missing,
    /// The contracts that there are to open.
    Index,
    /// The drawing, as a graphic.
    Svg,
    /// The same in pixels, twice as many as on screen.
    Png,
    /// The same as a square.
    Square,
    /// The whole app with what is open in it, as one file.
    Page,
}

impl Saved {
    /// What one program calls them when it hands a wish on to another. The rest is only where nothing is handed on.
    const WISHES: [(Self, &str); 6] = [
        (Self::List, "list"),
        (Self::Contract, "contract"),
        (Self::Svg, "svg"),
        (Self::Png, "png"),
        (Self::Square, "square"),
        (Self::Page, "page"),
    ];

    /// The word for it.
    pub fn wish(self) -> Option<&'static str> {
        let found = Self::WISHES.iter().find(|(it, _)| *it == self);
        found.map(|(_, word)| *word)
    }

    /// What a word stands for.
    pub fn of(wish: &str) -> Option<Self> {
        let found = Self::WISHES.iter().find(|(_, word)| *word == wish);
        found.map(|(it, _)| *it)
    }
}

/// Something that can be done on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Change what is on screen.
    Do(Action),
    /// Change it in several ways at once.
    DoAll(Vec<Action>),
    /// The same, by a link: a new tab or window stays the reader's own choice.
    Follow(Action),
    /// Put the notices about the address away.
    Dismiss,
    /// Show the dialog for opening a contract, or put it away.
    Choose(bool),
    /// What opens contracts, or fetches what does.
    Open(opening::Way),
    /// Play the versions, or pause.
    Play,
    /// Zoom the years by a factor.
    Zoom(f64),
    /// Bring today to the middle of the years shown.
    ShowToday,
    /// The keyboard has come to an item.
    Reach(Id),
    /// The spot of a chart was pointed at: the chart's place, and its own.
    Point(usize, usize),
    /// Hand on what is shown.
    Share(Step),
    /// Take something home as a file.
    Save(Saved),
    /// It has come to an item of the version at this place.
    ReachKnot(Id, usize),
}

/// Does it.
pub fn perform(desk: Desk, act: Act, event: &Event) {
    if event.type_() == "submit" {
        event.prevent_default();
    }
    // Where a drag ends nothing is pressed.
    if event.type_() == "click" && desk.get(|s| s.dragged) {
        return;
    }
    match act {
        Act::Do(action) => {
            if matches!(action, Action::FocusVersion(_)) {
                desk.set(|s| s.playing = false);
            }
            let moves = matches!(action, Action::Front(_) | Action::Leave(_));
            desk.act(action);
            if moves && crate::WHOLE {
                abreast::keep_focus(desk, event);
            }
        }
        Act::DoAll(actions) => actions.into_iter().for_each(|action| desk.act(action)),
        Act::Follow(action) => {
            let elsewhere = event
                .dyn_ref::<MouseEvent>()
                .is_some_and(|e| e.ctrl_key() || e.meta_key() || e.shift_key());
            if !elsewhere {
                event.prevent_default();
                desk.act(action);
            }
        }
        Act::Dismiss => desk.set(|s| {
            s.notices.clear();
            s.left_out.clear();
            s.opening
                .retain(|it| matches!(it, Opening::Fetching { .. }));
        }),
        Act::Choose(shown) => desk.set(|s| {
            s.choosing = shown;
            if !shown {
                s.taking = Vec::new();
            }
            s.find.clear();
            s.picked.clear();
        }),
        Act::Open(way) => opening::perform(desk, way, event),
        Act::Play => scrubber::start_or_stop(desk),
        Act::Zoom(factor) => roadmap::zoom(desk, factor),
        Act::ShowToday => roadmap::show_today(desk),
        Act::Point(chart, spot) => desk.set(|s| s.pointed = Some((chart, spot))),
        Act::Share(step) => {
            if crate::WHOLE {
                share::perform(desk, step);
            }
        }
        Act::Save(what) => opening::save(desk, what),
        Act::Reach(id) => desk.set(|s| s.active = Some(id)),
        Act::ReachKnot(id, version) => desk.set(|s| {
            s.active = Some(id);
            s.active_version = Some(version);
        }),
    }
}
