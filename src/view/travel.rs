//! The motion between the map and the roadmap: frame by frame for the band; the marks follow by a transition of the
//! style sheet, which takes as long.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::desk::Desk;
use super::scenes::Scenes;
use crate::host::page;
use crate::journey::{path, travel};
use crate::state::View;

/// How long the travel takes, in milliseconds; `--tm-travel` in the style sheet is the same.
const TRAVEL: f64 = 900.0;

/// The band's three stretches (before, coming, in focus) as SVG paths, `share` of the way from the map to the roadmap.
pub fn bands(scenes: Scenes, share: f64) -> [String; 3] {
    scenes.journey.with(|journey| {
        let [before, focus, after] = travel::stretches(journey);
        [before, after, focus].map(|(from, to)| {
            if to <= from {
                return String::new();
            }
            scenes.spiral.with(|s| {
                scenes
                    .rollout
                    .with(|r| path(&travel::band(s, r, from, to, share)))
            })
        })
    })
}

/// How far the band has come from the map (0) to the roadmap (1), and whether marks travel. Both follow the view; marks
/// travel too when another turn comes into focus. Zooming and dragging move them at once.
pub fn follow(desk: Desk, scenes: Scenes) -> (RwSignal<f64>, RwSignal<bool>) {
    let goal = |view| if view == View::Roadmap { 1.0 } else { 0.0 };
    let seen = Memo::new(move |_| {
        (
            desk.state.with(|s| s.view),
            scenes.journey.with(|j| j.focus),
        )
    });
    let share = RwSignal::new(goal(seen.get_untracked().0));
    let travels = RwSignal::new(false);
    let timer: StoredValue<Option<SendWrapper<Timeout>>> = StoredValue::new(None);
    Effect::new(move |before: Option<(View, usize)>| {
        let now = seen.get();
        let Some(before) = before.filter(|before| *before != now) else {
            return now;
        };
        if page::wants_less_motion() {
            share.set(goal(now.0));
            draw(desk, scenes, goal(now.0));
            return now;
        }
        travels.set(true);
        let end = Timeout::new(TRAVEL as u32 + 50, move || {
            travels.try_set(false);
        });
        timer.set_value(Some(SendWrapper::new(end)));
        if before.0 != now.0 {
            step(
                desk,
                scenes,
                share,
                (share.get_untracked(), goal(now.0)),
                page::now(),
            );
        }
        now
    });
    on_cleanup(move || timer.set_value(None));
    (share, travels)
}

/// One frame of the travel; asks for the next until it has arrived, or the reader has turned back.
fn step(desk: Desk, scenes: Scenes, share: RwSignal<f64>, (from, to): (f64, f64), started: f64) {
    let view = desk.state.with_untracked(|s| s.view);
    page::next_frame(move || {
        if desk.state.try_with_untracked(|s| s.view) != Some(view) {
            return;
        }
        let passed = (page::now() - started) / TRAVEL;
        let now = from + (to - from) * travel::ease(passed);
        share.set(now);
        draw(desk, scenes, now);
        if passed < 1.0 {
            step(desk, scenes, share, (from, to), started);
        }
    });
}

/// Draws the band where it is, without asking the rest of the page.
fn draw(desk: Desk, scenes: Scenes, share: f64) {
    let paths = untrack(|| bands(scenes, share));
    desk.root.with_value(|root| {
        let Ok(bands) = root.query_selector_all(".tm-bands > path") else {
            return;
        };
        for (i, d) in paths.iter().enumerate() {
            if let Some(band) = bands.item(i as u32) {
                let _ = wasm_bindgen::JsCast::unchecked_ref::<web_sys::Element>(&band)
                    .set_attribute("d", d);
            }
        }
    });
}
