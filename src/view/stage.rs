//! The stage: one drawing in which the marks and the band go from the map to the roadmap and back. Grounds and labels
//! change; the marks are the same ones.

use leptos::prelude::*;

use super::act::Act;
use super::desk::{Desk, Open};
use super::header::view_name;
use super::scenes::Scenes;
use super::shape::{colour, diamond, outline};
use super::{Node, links, list, map, roadmap, travel};
use crate::contract::Step;
use crate::journey::spiral::DIAMOND;
use crate::journey::{Journey, Mark, Point};
use crate::markup::{el, tenths};
use crate::state::{Action, Form, View};

/// The view: the drawing, or its list.
pub fn view(desk: Desk, scenes: Scenes, share: RwSignal<f64>, travels: RwSignal<bool>) -> Node {
    let Some(open) = desk.look() else {
        return el("p")
            .set("class", "tm-waiting")
            .set("role", "status")
            .text(desk.speech().1.reading);
    };
    if open.state.form == Form::List {
        return list::list(&open);
    }
    let t = open.t;
    let keys = match open.state.view {
        View::Map => t.keys_map,
        View::Roadmap => t.keys_roadmap,
    };
    let drawn = desk.room.get().0 > 0.0;
    let axis = (drawn && open.state.view == View::Roadmap).then(|| {
        scenes
            .rollout
            .with(|rollout| roadmap::axis(&open, rollout, scenes.all.get()))
    });
    el("div")
        .set("class", "tm-stage")
        .children(list::unread(&open))
        .children(axis)
        .children(drawn.then(|| drawing(desk, &open, scenes, share, travels)))
        .child(
            el("p")
                .set("class", "tm-keys")
                .set("id", "tm-keys")
                .text(keys),
        )
        .child(links::legend(&open))
        .children(desk.printing.get().then(|| list::list(&open)))
}

fn drawing(
    desk: Desk,
    open: &Open,
    scenes: Scenes,
    share: RwSignal<f64>,
    travels: RwSignal<bool>,
) -> Node {
    let width = desk.room.get().0;
    let view = open.state.view;
    let height = match view {
        View::Map => scenes.spiral.with(|s| s.height),
        View::Roadmap => scenes.rollout.with(|r| r.height),
    };
    let name = format!(
        "{}: {}, {} {}",
        view_name(view, open.t),
        open.contract.municipality.name,
        open.t.version.to_lowercase(),
        open.version().label
    );
    let svg = el("svg")
        .set("class", "tm-drawing")
        .class_if(travels.get(), "tm-travels")
        .class_if(desk.dragged.get(), "tm-dragged")
        .num("width", width)
        .num("height", height)
        .set(
            "viewBox",
            format!("0 0 {} {}", tenths(width), tenths(height)),
        )
        .set("role", "group")
        .set("aria-label", name)
        .set("aria-describedby", "tm-keys");
    let bands = ["tm-before", "tm-after", "tm-focus"]
        .into_iter()
        .zip(travel::bands(scenes, share.get_untracked()));
    let bands = bands.map(|(class, d)| {
        el("path")
            .set("class", format!("tm-band {class}"))
            .set("d", d)
    });
    let (ground, labels) = scenes.journey.with(|journey| match view {
        View::Map => scenes
            .spiral
            .with(|s| (map::ground(open, journey, s), map::labels(open, journey, s))),
        View::Roadmap => scenes.rollout.with(|r| {
            (
                scenes.shown.with(|shown| roadmap::ground(open, shown, r)),
                roadmap::labels(open, journey, r),
            )
        }),
    });
    svg.child(ground)
        .child(
            el("g")
                .set("class", "tm-bands")
                .key("bands")
                .children(bands),
        )
        .child(signings(scenes, view))
        .child(labels)
        .child(
            el("g")
                .set("class", "tm-marks")
                .key("marks")
                .children(marks(desk, open, scenes)),
        )
}

/// The marks of the view in question, each with the item it stands for.
fn marks(desk: Desk, open: &Open, scenes: Scenes) -> Vec<Node> {
    let active = desk.active.get();
    scenes.shown.with(|shown| {
        // On the map every item keeps its seat; those that the filters leave out are only a shadow there.
        let first = active
            .filter(|id| roadmap::has(shown, id))
            .or_else(|| shown.places.first().map(|place| place.id.clone()));
        let mark = |journey: &Journey, mark: &Mark| {
            let place = &journey.places[mark.place];
            let admitted = roadmap::has(shown, &place.id);
            self::mark(
                open,
                journey,
                mark,
                admitted,
                Some(&place.id) == first.as_ref(),
            )
        };
        match open.state.view {
            View::Map => scenes.journey.with(|j| {
                scenes
                    .spiral
                    .with(|s| s.marks.iter().map(|it| mark(j, it)).collect())
            }),
            View::Roadmap => scenes
                .rollout
                .with(|r| r.marks.iter().map(|it| mark(shown, it)).collect()),
        }
    })
}

fn mark(open: &Open, journey: &Journey, mark: &Mark, admitted: bool, reachable: bool) -> Node {
    let place = &journey.places[mark.place];
    let item = open.contract.item(open.at, &place.id);
    let selected = open.state.item.as_ref() == Some(&place.id);
    let badge = place.badge.as_ref().map(|number| {
        el("text")
            .set("class", "tm-badge")
            .set("text-anchor", "middle")
            .num("y", mark.radius * 0.42)
            .num("font-size", mark.radius * 1.15)
            .text(number)
    });
    let node = el("g")
        .key(place.id.as_str())
        .set("class", "tm-mark")
        .class(colour(place.step))
        .class_if(selected, "tm-selected")
        .class_if(!admitted, "tm-ghost")
        .set(
            "style:transform",
            format!(
                "translate({}px, {}px)",
                tenths(mark.at.x),
                tenths(mark.at.y)
            ),
        )
        .set("data-item", place.id.as_str())
        .set("data-kind", place.kind.as_str())
        .maybe("data-step", place.step.map(Step::as_str))
        .child(el("circle").set("class", "tm-reach").num("r", mark.reach))
        .child(
            el("path")
                .set("class", format!("tm-shape tm-{}", place.kind.as_str()))
                .set("d", outline(place.kind, mark.radius)),
        )
        .children(badge);
    if !admitted {
        return node.set("aria-hidden", "true");
    }
    node.set("role", "button")
        .set("tabindex", if reachable { "0" } else { "-1" })
        .set("aria-pressed", selected.to_string())
        .maybe(
            "aria-label",
            item.map(|item| links::spoken(&open.contract, &item, open.lang)),
        )
        .press(Act::Do(Action::Select(place.id.clone())))
        .on("focusin", Act::Reach(place.id.clone()))
}

/// The signings: diamonds on the band, filled when their day is known.
fn signings(scenes: Scenes, view: View) -> Node {
    let one = |i: usize, at: Point, r: f64, hidden: bool| {
        scenes.journey.with(|journey| {
            let turn = &journey.turns[i];
            let node = el("g")
                .key(i.to_string())
                .set("class", "tm-signing")
                .class_if(!turn.dated, "tm-undated")
                .class_if(turn.content.is_none(), "tm-coming")
                .class_if(hidden, "tm-hidden")
                .set(
                    "style:transform",
                    format!("translate({}px, {}px)", tenths(at.x), tenths(at.y)),
                )
                .child(el("path").set("d", diamond(r)));
            if turn.content.is_some() {
                node.press(Act::Do(Action::FocusVersion(turn.label.clone())))
            } else {
                node
            }
        })
    };
    let all: Vec<Node> = match view {
        View::Map => scenes.spiral.with(|s| {
            let rings = s.rings.iter().enumerate();
            rings
                .map(|(i, ring)| {
                    one(
                        i,
                        ring.signing,
                        ((ring.outer - ring.inner) * 0.42).clamp(3.0, DIAMOND),
                        false,
                    )
                })
                .collect()
        }),
        View::Roadmap => scenes.rollout.with(|r| {
            let shown = r.years.left - 2.0..=r.years.right + 2.0;
            r.signings
                .iter()
                .map(|it| one(it.turn, it.at, DIAMOND, !shown.contains(&it.at.x)))
                .collect()
        }),
    };
    el("g")
        .set("class", "tm-signings")
        .key("signings")
        .children(all)
}
