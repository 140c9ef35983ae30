//! The motion between the map and the roadmap: frame by frame for the band; the marks follow by a transition of the
//! style sheet, which takes as long.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::host::page;
use crate::journey::{path, travel};
use crate::state::View;
use crate::view::app::Seen;
use crate::view::desk::Desk;
use crate::view::scene::Scene;

/// How long the travel takes, in milliseconds; `--tm-travel` in the style sheet is the same.
const TRAVEL: f64 = 900.0;

/// The band's stretches (before, after, to come, in focus) as SVG paths, `share` of the way from the map to the roadmap.
pub fn bands(scene: &Scene, share: f64) -> [String; 4] {
    let [before, focus, after, coming] = travel::stretches(&scene.journey);
    [before, after, coming, focus].map(|(from, to)| {
        if to <= from {
            return String::new();
        }
        path(&travel::band(
            &scene.spiral,
            &scene.rollout,
            from,
            to,
            share,
        ))
    })
}

/// How far the band has come when it has arrived at a view.
fn goal(view: View) -> f64 {
    if view == View::Roadmap { 1.0 } else { 0.0 }
}

/// The band lies as the view has it, without a motion.
pub fn arrive(desk: Desk, view: View) {
    draw(desk, goal(view));
}

/// Sets the band and the marks going when the view has changed, and the marks when another turn has come into focus.
/// Zooming and dragging move them at once.
pub fn start(desk: Desk, before: &Seen, now: &Seen) {
    let view = now.state.view;
    if (before.state.view, before.at) == (view, now.at) {
        return;
    }
    if page::wants_less_motion() {
        return arrive(desk, view);
    }
    desk.set(|s| s.travels = true);
    Timeout::new(TRAVEL as u32 + 50, move || {
        if desk.share.try_get_value() == Some(goal(view)) {
            desk.set(|s| s.travels = false);
        }
    })
    .forget();
    if before.state.view != view {
        step(desk, (desk.share.get_value(), goal(view)), page::now());
    }
}

/// One frame of the travel; asks for the next until it has arrived, or the reader has turned back.
fn step(desk: Desk, (from, to): (f64, f64), started: f64) {
    page::next_frame(move || {
        if desk.session.try_with_untracked(|s| goal(s.state.view)) != Some(to) {
            return;
        }
        let passed = (page::now() - started) / TRAVEL;
        draw(desk, from + (to - from) * travel::ease(passed));
        if passed < 1.0 {
            step(desk, (from, to), started);
        } else {
            // On a slow machine the last frame comes after the timer, which then has left this to it.
            desk.set(|s| s.travels = false);
        }
    });
}

/// Draws the band where it is, without asking the rest of the page.
fn draw(desk: Desk, share: f64) {
    desk.share.set_value(share);
    let paths = desk.scene.with_value(|scene| bands(scene, share));
    desk.root.with_value(|root| {
        let Ok(bands) = root.query_selector_all(".tm-bands > path") else {
            return;
        };
        for (i, d) in paths.iter().enumerate() {
            if let Some(band) = bands.item(i as u32) {
                let _ = band.unchecked_ref::<Element>().set_attribute("d", d);
            }
        }
    });
}
