//! The ground and the labels of the map: arena, processes, cells, the names of the signings. Marks and band are the
//! stage's.

use crate::contract::Step;
use crate::journey::spiral::{self, Spiral};
use crate::journey::{Journey, Point, label as measure};
use crate::markup::{el, tenths};
use crate::state::{Action, Form};
use crate::text::vocabulary;
use crate::view::Node;
use crate::view::act::Act;
use crate::view::desk::Open;
use crate::view::shape::colour;

/// What lies under the band.
pub fn ground(open: &Open<'_>, journey: &Journey, spiral: &Spiral) -> Node {
    el("g")
        .set("class", "tm-ground")
        .key("map-ground")
        .children(
            Step::ALL
                .iter()
                .map(|step| sector(open, spiral, journey.focus, *step)),
        )
        .child(arena(open, spiral))
        .child(traces(journey, spiral))
}

/// What lies over the band: the names of the signings, and the counts of what does not fit.
pub fn labels(open: &Open<'_>, journey: &Journey, spiral: &Spiral) -> Node {
    let signings = journey
        .turns
        .iter()
        .zip(&spiral.rings)
        .enumerate()
        .filter_map(|(i, (turn, ring))| {
            let now = i == journey.focus;
            let size = spiral::SIGNING_TEXT + if now { 2.0 } else { 0.0 };
            let at = ring.label?;
            Some(
                label(
                    "tm-signing-name",
                    Point {
                        y: at.y + size * 0.36,
                        ..at
                    },
                    size,
                    &turn.label,
                )
                .class_if(now, "tm-now"),
            )
        });
    let crowded = spiral.cells.iter().filter_map(|cell| {
        let open_list = vec![Action::FilterStep(Some(cell.step)), Action::As(Form::List)];
        let name = vocabulary::step_numbered(cell.step, open.lang);
        Some(count(
            cell.crowded?,
            cell.count,
            Some(cell.step),
            &format!("{name}: {}. {}", cell.count, open.t.list),
            open_list,
        ))
    });
    let outside = spiral.outside.iter().flat_map(|it| {
        let heading =
            label("tm-outside", it.heading, 15.0, open.t.outside).set("text-anchor", "middle");
        let name = format!("{}: {}. {}", open.t.outside, it.count, open.t.list);
        let crowded = it
            .crowded
            .map(|at| count(at, it.count, None, &name, vec![Action::As(Form::List)]));
        std::iter::once(heading).chain(crowded)
    });
    // The goals of the strip carry their years.
    let years = spiral.marks.iter().filter_map(|mark| {
        let place = &journey.places[mark.place];
        let year = place.badge.as_ref().filter(|_| place.step.is_none())?;
        let at = Point {
            y: mark.at.y + mark.radius + 18.0,
            ..mark.at
        };
        Some(label("tm-year-name", at, 14.0, year).set("text-anchor", "middle"))
    });
    el("g")
        .set("class", "tm-labels")
        .key("map-labels")
        .children(signings)
        .children(crowded)
        .children(outside)
        .children(years)
}

/// A text of the drawing.
pub fn label(class: &'static str, at: Point, size: f64, words: &str) -> Node {
    el("text")
        .set("class", class)
        .num("x", at.x)
        .num("y", at.y)
        .num("font-size", size)
        .text(words)
}

fn sector(open: &Open<'_>, spiral: &Spiral, focus: usize, step: Step) -> Node {
    let chosen = open.state.step;
    let path = |class: &'static str, d: String| el("path").set("class", class).set("d", d);
    let line = format!("tm-line-{}", step.as_str());
    let name = if spiral.long_names {
        vocabulary::step_numbered(step, open.lang)
    } else {
        format!(
            "{} · {}",
            step.number(),
            vocabulary::step_short(step, open.lang)
        )
    };
    let name = el("textPath")
        .set("href", format!("#{line}"))
        .set("startOffset", "50%")
        .text(name);
    let cell = spiral.rings.get(focus).map(|ring| {
        path(
            "tm-cell",
            spiral.outline(step, ring.inner + 1.0, ring.outer - 1.0),
        )
    });
    el("g")
        .set("class", "tm-sector")
        .class(colour(Some(step)))
        .class_if(chosen.is_some_and(|it| it != step), "tm-faded")
        .press(Act::Do(Action::FilterStep(if chosen == Some(step) {
            None
        } else {
            Some(step)
        })))
        .child(path(
            "tm-wash",
            spiral.outline(step, spiral.arena + 3.0, spiral.rim.0 - 4.0),
        ))
        .children(cell)
        .child(path(
            "tm-rim",
            spiral.outline(step, spiral.rim.0, spiral.rim.1),
        ))
        .child(path("tm-name-line", spiral.name_line(step)).set("id", line))
        .child(
            el("text")
                .set("class", "tm-rim-name")
                .num("font-size", spiral.name_size())
                .set("text-anchor", "middle")
                .child(name),
        )
}

fn arena(open: &Open<'_>, spiral: &Spiral) -> Node {
    let (at, r) = (spiral.centre, spiral.arena);
    let names = open.t.arena;
    let widest = names
        .iter()
        .map(|name| measure::width(name, 1.0))
        .fold(1.0, f64::max);
    let size = (1.8 * r / widest).max(8.0).min(17.0);
    let line = |name: &str, rows: f64| {
        label(
            "tm-arena-name",
            Point {
                y: at.y + rows * size,
                ..at
            },
            size,
            name,
        )
        .set("text-anchor", "middle")
    };
    el("g")
        .set("class", "tm-arena")
        .child(el("circle").num("cx", at.x).num("cy", at.y).num("r", r))
        .child(line(names[0], -0.2))
        .child(line(names[1], 1.0))
}

/// The number of items that have no room for a mark each; it opens as a list.
fn count(at: Point, count: usize, step: Option<Step>, name: &str, open_list: Vec<Action>) -> Node {
    el("g")
        .set("class", "tm-count")
        .class(colour(step))
        .set("role", "button")
        .set("tabindex", "0")
        .set("aria-label", name)
        .maybe("data-step", step.map(Step::as_str))
        .press(Act::DoAll(open_list))
        .child(
            el("circle")
                .num("cx", at.x)
                .num("cy", at.y)
                .num("r", spiral::COUNT),
        )
        .child(
            label(
                "tm-count-number",
                Point {
                    y: at.y + 5.5,
                    ..at
                },
                17.0,
                &count.to_string(),
            )
            .set("text-anchor", "middle"),
        )
}

/// Dots for the items of the turns that are not in focus: how much there is, not what.
fn traces(journey: &Journey, spiral: &Spiral) -> Node {
    let mut dots = Vec::new();
    for (k, (turn, ring)) in journey.turns.iter().zip(&spiral.rings).enumerate() {
        let thick = ring.outer - ring.inner;
        if k == journey.focus || thick < 9.0 {
            continue;
        }
        for step in Step::ALL {
            let n = turn.items[*step as usize].min(12);
            for i in 0..n {
                let at = spiral.trace(k, *step, (i as f64 + 1.0) / (n as f64 + 1.0));
                let dot = el("circle")
                    .set("class", "tm-trace")
                    .class(colour(Some(*step)));
                dots.push(
                    dot.set("cx", tenths(at.x))
                        .set("cy", tenths(at.y))
                        .set("r", "2.2"),
                );
            }
        }
    }
    el("g").set("class", "tm-traces").children(dots)
}
