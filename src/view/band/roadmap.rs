//! The ground and the labels of the roadmap: the axis of years, lanes, rows and bars; and what zooms and moves the years.
//!
//! Longer than most: it is the markup of one drawing, an attribute a line.

use leptos::prelude::*;

use crate::contract::{Kind, Step};
use crate::journey::rollout::{self, Bar, Lane, Rollout, Row};
use crate::journey::scale::FOLD;
use crate::journey::{Journey, Point, label as measure};
use crate::markup::{el, tenths};
use crate::state::Action;
use crate::text::vocabulary;
use crate::view::Node;
use crate::view::act::Act;
use crate::view::desk::{Desk, Open};
use crate::view::header::button;
use crate::view::map::label;
use crate::view::scene::{Scene, show_years};
use crate::view::shape::colour;

/// The buttons for the years and the strip of years, which stay at the top while the page scrolls.
pub fn axis(open: &Open<'_>, scene: &Scene) -> Node {
    el("div")
        .set("class", "tm-axis-holder")
        .child(buttons(open, &scene.rollout, scene.all))
        .child(strip(open, &scene.rollout))
}

/// The strip of years.
pub fn strip(open: &Open<'_>, rollout: &Rollout) -> Node {
    let mut strip = el("svg")
        .set("class", "tm-axis")
        .set("aria-hidden", "true")
        .num("width", rollout.width)
        .num("height", rollout::AXIS)
        .set(
            "viewBox",
            format!("0 0 {} {}", tenths(rollout.width), tenths(rollout::AXIS)),
        );
    let base = rollout::AXIS - 14.0;
    for tick in &rollout.ticks {
        let line = line(
            "tm-tick",
            (tick.x, rollout::AXIS - 8.0),
            (tick.x, rollout::AXIS),
        );
        let name = label(
            "tm-tick-name",
            Point { x: tick.x, y: base },
            14.0,
            &tick.year.to_string(),
        )
        .set("text-anchor", "middle");
        strip = strip.child(line).children(
            tick.named
                .then(|| name.class_if(f64::from(tick.year) > FOLD, "tm-far")),
        );
    }
    if let Some(x) = rollout.today {
        let arrow = format!(
            "M{} {}h-12l6 8z",
            tenths(x + 6.0),
            tenths(rollout::AXIS - 8.0)
        );
        let half = measure::width(open.t.today, 13.0) / 2.0;
        let at = Point {
            x: x.max(half).min(rollout.width - half),
            y: 14.0,
        };
        strip = strip
            .child(el("path").set("class", "tm-today").set("d", arrow))
            .child(label("tm-today", at, 13.0, open.t.today).set("text-anchor", "middle"));
    }
    strip
}

fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Node {
    el("line")
        .set("class", class)
        .num("x1", from.0)
        .num("y1", from.1)
        .num("x2", to.0)
        .num("y2", to.1)
}

/// The buttons that zoom and move; the names of the first two say what will be shown.
fn buttons(open: &Open<'_>, rollout: &Rollout, all: (f64, f64)) -> Node {
    let t = open.t;
    let round = |sign: &str, words: &str, factor: f64| {
        let (from, to) = rollout.years.zoomed(middle(rollout), factor, all);
        let name = format!(
            "{words}, {}–{}",
            from.floor() as i64,
            (to - 1e-6).floor() as i64
        );
        el("button")
            .set("type", "button")
            .set("class", "tm-round")
            .set("aria-label", name)
            .text(sign)
            .press(Act::Zoom(factor))
    };
    el("div")
        .set("class", "tm-zoom")
        .set("role", "group")
        .set("aria-label", t.year)
        .child(round("+", t.zoom_in, 0.5))
        .child(round("−", t.zoom_out, 2.0))
        .child(button(t.fit, Act::Do(Action::Range(None, None))))
        .child(button(t.today_go, Act::ShowToday))
}

fn middle(rollout: &Rollout) -> f64 {
    (rollout.years.left + rollout.years.right) / 2.0
}

/// Zooms the years round the middle.
pub fn zoom(desk: Desk, factor: f64) {
    let years = desk
        .scene
        .with_value(|it| it.rollout.years.zoomed(middle(&it.rollout), factor, it.all));
    show_years(desk, years);
}

/// Brings today to the middle.
pub fn show_today(desk: Desk) {
    let today = desk.get(|s| s.today);
    let years = desk.scene.with_value(|it| {
        let years = it.rollout.years;
        years.panned(middle(&it.rollout) - years.x(today), it.all)
    });
    show_years(desk, years);
}

/// What lies under the band and the marks.
pub fn ground(open: &Open<'_>, journey: &Journey, rollout: &Rollout) -> Node {
    let band_lane = rollout
        .lanes
        .first()
        .map_or(rollout.band_y + 42.0, |lane| lane.top - 4.0);
    let frames = rollout
        .lanes
        .iter()
        .map(|lane| frame(rollout, lane.top + 2.0, lane.height - 4.0));
    let rows = rollout.rows.iter().map(|row| {
        let frame = (row.top, 8.0, rollout.width - 16.0, row.height);
        words(open, journey, row.place, &row.lines, row.text, frame)
    });
    let chips = rollout.chips.iter().map(|chip| {
        words(
            open,
            journey,
            chip.place,
            &chip.lines,
            chip.text,
            chip.frame,
        )
    });
    el("g")
        .set("class", "tm-ground")
        .key("roadmap-ground")
        .child(frame(rollout, 2.0, band_lane))
        .children(frames)
        // Under the titles: on a narrow screen the lines of the years pass behind them.
        .child(years(open, rollout))
        .children(rows)
        .children(chips)
        .children(rollout.rows.iter().filter_map(|row| bar(journey, row)))
}

fn frame(rollout: &Rollout, top: f64, height: f64) -> Node {
    el("rect")
        .set("class", "tm-lane")
        .set("x", "4")
        .num("y", top)
        .num("width", rollout.width - 8.0)
        .num("height", height)
        .set("rx", "8")
}

/// The lines of the years, what is compressed, and today.
fn years(open: &Open<'_>, rollout: &Rollout) -> Node {
    let foot = rollout.tray.unwrap_or(rollout.height);
    let mut group = el("g").set("class", "tm-lines");
    if let Some(x) = rollout.years.fold() {
        let width = rollout.years.right - x;
        let wash = el("rect")
            .set("class", "tm-compressed")
            .num("x", x)
            .set("y", "2")
            .num("width", width)
            .num("height", foot - 4.0);
        group = group
            .child(wash)
            .child(el("path").set("class", "tm-fold").set("d", zigzag(x, foot)));
        if width > measure::width(open.t.compressed, 12.0) {
            let at = Point {
                x: rollout.years.right,
                y: 16.0,
            };
            group = group.child(
                label("tm-fold-name", at, 12.0, open.t.compressed).set("text-anchor", "end"),
            );
        }
    }
    group
        .children(
            rollout
                .ticks
                .iter()
                .map(|t| line("tm-year", (t.x, 2.0), (t.x, foot))),
        )
        .children(
            rollout
                .today
                .map(|x| line("tm-today-line", (x, 0.0), (x, foot))),
        )
}

/// What lies over the band: the names of the signings, the lanes' headings and the tray's.
pub fn labels(open: &Open<'_>, journey: &Journey, rollout: &Rollout) -> Node {
    let lane_y = if rollout.narrow {
        20.0
    } else {
        rollout.band_y + 5.0
    };
    let signings = rollout.signings.iter().filter_map(|signing| {
        let (at, turn) = (signing.label?, journey.turns.get(signing.turn)?);
        Some(
            label("tm-signing-name", at, 14.0, &turn.label)
                .set("text-anchor", "middle")
                .class_if(signing.turn == journey.focus, "tm-now"),
        )
    });
    let tray = rollout.tray.map(|top| {
        let words = format!("{} ({})", open.t.undated, rollout.chips.len());
        label(
            "tm-lane-name",
            Point {
                x: 16.0,
                y: top + 28.0,
            },
            17.0,
            &words,
        )
    });
    let groups = rollout.groups.iter().map(|it| {
        label(
            "tm-group-name",
            it.heading,
            15.0,
            vocabulary::part(it.part, open.lang),
        )
    });
    el("g")
        .set("class", "tm-labels")
        .key("roadmap-labels")
        .child(label(
            "tm-lane-name",
            Point { x: 16.0, y: lane_y },
            17.0,
            open.t.contract_lane,
        ))
        .children(signings)
        .children(rollout.lanes.iter().map(|lane| heading(open, lane)))
        .children(tray)
        .children(groups)
}

fn heading(open: &Open<'_>, lane: &Lane) -> Node {
    let name = format!(
        "{} ({})",
        vocabulary::part(lane.part, open.lang),
        lane.count
    );
    let reach = el("rect")
        .set("class", "tm-reach")
        .set("x", "8")
        .num("y", lane.top + 4.0)
        .num("width", measure::width(&name, 18.0) + 44.0);
    let caret = el("path").set("class", "tm-caret").set(
        "d",
        if lane.folded {
            "M-4 -5 4 0 -4 5Z"
        } else {
            "M-5 -4 5 -4 0 4Z"
        },
    );
    el("g")
        .set("class", "tm-heading")
        .set("role", "button")
        .set("tabindex", "0")
        .set("data-part", lane.part.as_str())
        .set("aria-expanded", (!lane.folded).to_string())
        .set("aria-label", &name)
        .press(Act::Do(Action::Fold(lane.part)))
        .child(reach.num("height", rollout::HEADING - 6.0).set("rx", "6"))
        .child(caret.set(
            "transform",
            format!("translate(22 {})", tenths(lane.top + 23.0)),
        ))
        .child(label(
            "tm-lane-name",
            Point {
                x: 36.0,
                y: lane.top + 29.0,
            },
            17.0,
            &name,
        ))
}

/// A title over its lines, as wide a target as its row. Silent: its mark carries the name.
fn words(
    open: &Open<'_>,
    journey: &Journey,
    place: usize,
    lines: &[String],
    at: Point,
    frame: (f64, f64, f64, f64),
) -> Node {
    let id = journey.places.get(place).map(|it| it.id.clone());
    let spans = lines.iter().enumerate().map(|(i, line)| {
        el("tspan")
            .num("x", at.x)
            .num("y", at.y + rollout::LINE * i as f64)
            .text(line)
    });
    let (top, left, width, height) = frame;
    let row = el("g")
        .set("class", "tm-row")
        .class_if(id.is_some() && open.state.item == id, "tm-selected")
        .set("aria-hidden", "true")
        .child(
            el("rect")
                .num("x", left)
                .num("y", top)
                .num("width", width)
                .num("height", height)
                .set("rx", "6"),
        )
        .child(el("text").num("font-size", rollout::TEXT).children(spans));
    match id {
        Some(id) => row.press(Act::Do(Action::Select(id))),
        None => row,
    }
}

/// A bar, but for a goal, which is a flag at its year: solid where both ends are given and certain, hatched else, and trailing off where an end is not known.
fn bar(journey: &Journey, row: &Row) -> Option<Node> {
    let step: Option<Step> = journey.places.get(row.place).and_then(|p| p.step);
    let Bar {
        left,
        right,
        y,
        loose,
        no_start,
        no_end,
        off,
    } = row.bar;
    if off != 0 {
        // It lies outside the years shown: an arrow at the edge says on which side.
        let (tip, back) = if off < 0 {
            (left - 22.0, 8)
        } else {
            (right + 22.0, -8)
        };
        return Some(
            el("path")
                .set("class", "tm-off")
                .class(colour(step))
                .set("d", format!("M{} {}l{back} -6v12z", tenths(tip), tenths(y))),
        );
    }
    let (top, wide) = (y - rollout::BAR / 2.0, (right - left).max(4.0));
    let dots = |x: f64, way: &str| {
        el("path").set("class", "tm-more").set(
            "d",
            format!("M{} {}h.1m{way}7 0h.1m{way}7 0h.1", tenths(x), tenths(y)),
        )
    };
    let is_goal = journey
        .places
        .get(row.place)
        .is_some_and(|place| place.kind == Kind::Goal);
    if is_goal {
        return None;
    }
    Some(
        el("g")
            .set("class", "tm-bar")
            .class(colour(step))
            .class_if(loose, "tm-loose")
            .child(
                el("rect")
                    .num("x", left)
                    .num("y", top)
                    .num("width", wide)
                    .num("height", rollout::BAR)
                    .set("rx", "4"),
            )
            .children(loose.then(|| {
                el("path")
                    .set("class", "tm-hatch")
                    .set("d", hatching(left, top, wide, rollout::BAR))
            }))
            .children(no_end.then(|| dots(right + 8.0, "")))
            .children(no_start.then(|| dots(left - 8.0, "-"))),
    )
}

/// Slanting strokes inside a bar. Strokes, not a pattern: a pattern needs an id and prints poorly.
fn hatching(left: f64, top: f64, wide: f64, height: f64) -> String {
    let mut d = String::new();
    let mut x = left + 2.0 - height;
    while x < left + wide - 2.0 {
        // A stroke rises to the right; its ends are cut at the bar's sides.
        let (x0, x1) = (x.max(left + 1.0), (x + height).min(left + wide - 1.0));
        if x1 > x0 {
            let (y0, y1) = (top + height - (x0 - x), top + height - (x1 - x));
            d += &format!(
                "M{} {}L{} {}",
                tenths(x0),
                tenths(y0),
                tenths(x1),
                tenths(y1)
            );
        }
        x += 6.0;
    }
    d
}

/// The line where the axis is compressed.
fn zigzag(x: f64, foot: f64) -> String {
    let teeth = (foot / 20.0) as usize;
    format!("M{} 2{}", tenths(x), "l3 5l-6 10l3 5".repeat(teeth))
}
