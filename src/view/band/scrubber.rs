//! The turns of the contract, to choose from or to play through.

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::contract::model::Version;
use crate::contract::period::label_years;
use crate::contract::word::Content;
use crate::journey::place::MISSION_YEAR;
use crate::markup::el;
use crate::state::Action;
use crate::text::Texts;
use crate::view::Node;
use crate::view::act::Act;
use crate::view::desk::{Desk, Look};

/// How long each version is shown when they are played, in milliseconds.
const BEAT: u32 = 2400;

/// The row of turns.
pub fn scrubber(look: &Look<'_>) -> Node {
    let row = el("div").set("class", "tm-scrubber").set("role", "group");
    let Some(open) = &look.open else {
        return row.set("hidden", "");
    };
    let t = open.t;
    let playing = look.session.playing;
    let sign = if playing {
        "M3 2h3v12H3ZM10 2h3v12h-3Z"
    } else {
        "M3 1.5 14 8 3 14.5Z"
    };
    let icon = el("svg")
        .set("width", "16")
        .set("height", "16")
        .set("viewBox", "0 0 16 16")
        .set("aria-hidden", "true");
    let play = el("button")
        .set("type", "button")
        .set("class", "tm-round")
        .set("aria-label", if playing { t.pause } else { t.play })
        .child(icon.child(el("path").set("d", sign)))
        .press(Act::Play);
    let versions = &open.contract.versions;
    let last = versions
        .last()
        .and_then(|v| label_years(&v.label))
        .map_or(MISSION_YEAR, |(_, end)| end);
    let coming = (last < MISSION_YEAR).then(|| {
        let years = if last + 1 == MISSION_YEAR {
            MISSION_YEAR.to_string()
        } else {
            format!("{}–{MISSION_YEAR}", last + 1)
        };
        el("span")
            .set("class", "tm-turn tm-coming")
            .text(format!("{years} "))
            .child(el("small").text(t.coming))
    });
    row.set("aria-label", t.turns)
        .child(play)
        .children(
            versions
                .iter()
                .enumerate()
                .map(|(i, version)| turn(version, i == open.at, t)),
        )
        .children(coming)
}

fn turn(version: &Version, chosen: bool, t: &Texts) -> Node {
    let beside = match version.content {
        Content::Full => None,
        Content::Excerpt => Some(t.excerpt),
        Content::DocumentOnly => Some(t.document_only),
    };
    el("button")
        .set("type", "button")
        .set("class", format!("tm-turn tm-{}", version.content.as_str()))
        .set("aria-pressed", chosen.to_string())
        .text(&version.label)
        .children(beside.map(|words| el("small").text(format!(" ({words})"))))
        .press(Act::Do(Action::FocusVersion(version.label.clone())))
}

/// Plays the versions, from the first when the last is shown; or pauses.
pub fn start_or_stop(desk: Desk) {
    let starts = desk.get(|s| !s.playing);
    let restart = desk.get(|s| {
        let open = s.open()?;
        (open.at + 1 == open.contract.versions.len())
            .then(|| open.contract.versions.first().map(|v| v.label.clone()))?
    });
    if let Some(first) = restart.filter(|_| starts) {
        desk.act(Action::FocusVersion(first));
    }
    desk.set(|s| s.playing = starts);
}

/// While the versions are played, goes on to the next at every beat; stops at the last.
pub fn keep_playing(desk: Desk, playing: bool) {
    let beat = playing.then(|| {
        SendWrapper::new(Interval::new(BEAT, move || {
            let before = desk.get(|s| s.state.clone());
            desk.act(Action::NextVersion);
            if desk.get(|s| s.state == before) {
                desk.set(|s| s.playing = false);
            }
        }))
    });
    desk.beat.set_value(beat);
}
