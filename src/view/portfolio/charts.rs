//! The charts drawn: the marks that `chart` has recorded as SVG, with what can be pointed at, what has no place on the axes,
//! and the table that says the same.
//!
//! Longer than most: it is the markup of a figure with all its parts, an attribute a line.

use crate::chart::{self, Anchor, Chart, DataTable, Frame, Left, Mark, Role, Spot, Tray};
use crate::contract::Step;
use crate::journey::path;
use crate::markup::{el, tenths};
use crate::state::{Action, Form};
use crate::view::act::{Act, Saved};
use crate::view::desk::{Look, Open, Session};
use crate::view::header::button;
use crate::view::shape::{colour, glyph, picture};
use crate::view::{Node, links, list};

/// From this width of the column on, two charts stand side by side.
const TWO: f64 = 880.0;
/// What lies to both sides of a chart inside its card, and between two cards, in pixels.
const CARD: f64 = 38.0;
const BETWEEN: f64 = 16.0;
/// Half of what can be pressed at least.
const REACH: f64 = 12.0;

/// The charts of the version in focus, with so much room; those that have something to show.
pub fn of(session: &Session, open: &Open<'_>) -> Vec<Chart> {
    let room = session.room.0;
    let width = if room >= TWO {
        (room - BETWEEN) / 2.0
    } else {
        room
    };
    chart::charts_in(open.contract, open.at, open.lang, width - CARD, room - CARD)
}

/// The id of the heading of the chart at this place.
pub fn id(at: usize) -> String {
    format!("tm-chart-{at}")
}

/// All of them, each in its card: drawn, or as a table.
pub fn section(look: &Look<'_>, open: &Open<'_>) -> Option<Node> {
    let charts = of(look.session, open);
    if charts.is_empty() {
        return None;
    }
    let drawn = open.state.form == Form::Graphic && look.session.room.0 > 0.0;
    let cards = charts.iter().enumerate();
    let cards = cards.map(|(at, it)| card(look, open, it, at, drawn));
    Some(
        el("section")
            .set("class", "tm-charts")
            .set("aria-labelledby", "tm-charts")
            .child(el("h2").set("id", "tm-charts").text(open.t.figures))
            .children(drawn.then(patterns))
            .child(el("div").set("class", "tm-chart-cards").children(cards)),
    )
}

fn card(look: &Look<'_>, open: &Open<'_>, chart: &Chart, at: usize, drawn: bool) -> Node {
    let name = id(at);
    let head = el("h3").set("id", &name).text(&chart.title);
    let figure = el("figure")
        .key(&name)
        .set("class", "tm-chart-card")
        .set("data-chart", chart.kind.as_str())
        .set("aria-labelledby", &name)
        .child(head);
    let pointed = look.session.pointed.filter(|it| it.0 == at);
    let pointed = pointed.and_then(|it| chart.points.get(it.1));
    let figure = if drawn {
        // The line is there before there is something to say: nothing jumps.
        let said = el("p").set("class", "tm-pointed").set("role", "status");
        let said = match pointed {
            Some(spot) => said.text(&spot.label),
            None => said,
        };
        figure
            .child(drawing(look, open, chart, at))
            .child(said)
            .children(legend(chart))
            .children(chart.tray.iter().map(tray))
    } else {
        figure
    };
    let what = chart
        .what
        .iter()
        .map(|it| el("p").set("class", "tm-small").text(it));
    let source = (chart.source.as_ref()).map(|it| el("p").set("class", "tm-small").text(it));
    let table = table(chart);
    let get = take(open, chart, at, drawn);
    let told = if drawn && !look.session.printing {
        el("details")
            .set("class", "tm-chart-table")
            .child(
                el("summary")
                    .text(open.t.data_table)
                    .child(links::hidden(&format!(": {}", chart.title))),
            )
            .child(table)
            .child(get)
    } else {
        el("div").child(table).child(get)
    };
    figure.child(el("figcaption").children(what).children(source).child(told))
}

/// What can be taken home of a chart: its figures, and its picture where it is drawn.
fn take(open: &Open<'_>, chart: &Chart, at: usize, drawn: bool) -> Node {
    let t = open.t;
    let pictures = [
        (t.get_svg, Saved::ChartSvg(at)),
        (t.get_png, Saved::ChartPng(at)),
    ];
    let pictures = pictures.into_iter().filter(|_| drawn);
    let all = [(t.get_table, Saved::Chart(at))]
        .into_iter()
        .chain(pictures);
    list::take(all.map(|(name, what)| {
        let which = links::hidden(&format!(": {}", chart.title));
        button(name, Act::Save(what)).child(which)
    }))
}

fn drawing(look: &Look<'_>, open: &Open<'_>, chart: &Chart, at: usize) -> Node {
    let (width, height) = chart.size;
    let marks = chart.marks.iter().filter(|it| it.role() != Role::Hidden);
    let marks = el("g")
        .set("class", "tm-plot")
        .set("aria-hidden", "true")
        .children(marks.map(mark));
    let here = look.session.pointed.filter(|it| it.0 == at);
    let reachable = here.map_or(0, |it| it.1);
    let spots = chart.points.iter().enumerate();
    let round = chart.kind == chart::Kind::Effect;
    let spots = spots.map(|(number, it)| spot(open, it, (at, number), round, number == reachable));
    el("svg")
        .set("class", "tm-drawing tm-chart")
        .num("width", width)
        .num("height", height)
        .set(
            "viewBox",
            format!("0 0 {} {}", tenths(width), tenths(height)),
        )
        .set("role", "group")
        .set("aria-label", &chart.title)
        .child(marks)
        .child(el("g").set("class", "tm-spots").children(spots))
}

/// The class of a role.
fn class(role: Role) -> String {
    format!("tm-k-{}", role.as_str())
}

/// The pattern that fills a role, when it has one.
fn fill(role: Role) -> Option<String> {
    let patterned = PATTERNS.iter().any(|it| it.0 == role);
    patterned.then(|| format!("url(#tm-pattern-{})", role.as_str()))
}

fn mark(mark: &Mark) -> Node {
    match mark {
        Mark::Line { from, to, role } => el("line")
            .set("class", class(*role))
            .num("x1", from.x)
            .num("y1", from.y)
            .num("x2", to.x)
            .num("y2", to.y),
        Mark::Path {
            points,
            closed,
            role,
        } => {
            let mut d = path(points);
            if *closed {
                d.push('Z');
            }
            el("path")
                .set("class", class(*role))
                .class_if(!closed, "tm-k-open")
                .maybe("fill", fill(*role).filter(|_| *closed))
                .set("d", d)
        }
        Mark::Rect { frame, role } => boxed(*frame)
            .set("class", class(*role))
            .maybe("fill", fill(*role)),
        Mark::Circle { at, radius, role } => el("circle")
            .set("class", class(*role))
            .num("cx", at.x)
            .num("cy", at.y)
            .num("r", *radius),
        Mark::Text {
            at,
            anchor,
            words,
            size,
            role,
        } => el("text")
            .set("class", class(*role))
            .num("x", at.x)
            .num("y", at.y)
            .num("font-size", *size)
            .maybe(
                "text-anchor",
                (*anchor != Anchor::Start).then_some(anchor.as_str()),
            )
            .text(words),
    }
}

fn boxed(frame: Frame) -> Node {
    el("rect")
        .num("x", frame.x)
        .num("y", frame.y)
        .num("width", frame.w)
        .num("height", frame.h)
}

/// A place that can be pointed at: it says its words below the chart, and opens the item that it stands for.
fn spot(
    open: &Open<'_>,
    spot: &Spot,
    number: (usize, usize),
    round: bool,
    reachable: bool,
) -> Node {
    let chosen = spot.item.is_some() && open.state.item == spot.item;
    let grow = |length: f64| (REACH - length / 2.0).max(2.0);
    let (dx, dy) = (grow(spot.frame.w), grow(spot.frame.h));
    let reach = Frame {
        x: spot.frame.x - dx,
        y: spot.frame.y - dy,
        w: spot.frame.w + 2.0 * dx,
        h: spot.frame.h + 2.0 * dy,
    };
    // The mark of an action has the colour of its process.
    let is_action = spot.kind == Some(crate::contract::Kind::Action) && round;
    let disc = is_action.then(|| {
        el("circle")
            .set("class", "tm-spot-disc")
            .num("cx", spot.frame.x + spot.frame.w / 2.0)
            .num("cy", spot.frame.y + spot.frame.h / 2.0)
            .num("r", spot.frame.w / 2.0)
    });
    let node = el("g")
        .set("class", "tm-mark tm-spot")
        .class(colour(spot.step))
        .class_if(chosen, "tm-selected")
        .set("tabindex", if reachable { "0" } else { "-1" })
        .set("role", "button")
        .set("aria-label", &spot.label)
        .set("data-row", "0")
        .set("data-column", number.1.to_string())
        .maybe("data-item", spot.item.as_ref().map(|it| it.0.clone()))
        .maybe("data-kind", spot.kind.map(crate::contract::Kind::as_str))
        .maybe("data-step", spot.step.map(Step::as_str))
        .child(boxed(reach).set("class", "tm-reach").set("rx", "6"))
        .children(disc);
    let act = match &spot.item {
        Some(id) => Act::Do(Action::Select(id.clone())),
        None => Act::Point(number.0, number.1),
    };
    node.maybe(
        "aria-pressed",
        spot.item.as_ref().map(|_| chosen.to_string()),
    )
    .press(act)
    .on("focusin", Act::Point(number.0, number.1))
}

/// The patterns and shapes, and what they mean.
fn legend(chart: &Chart) -> Option<Node> {
    let line = |role: Role, words: &str| {
        let swatch = match role {
            Role::Line | Role::Dash | Role::Range | Role::TargetRange | Role::Arrow => el("path")
                .set("class", class(role))
                .class("tm-k-open")
                .set("d", "M-13 0H13"),
            Role::Point => el("circle").set("class", class(role)).set("r", "5"),
            _ => el("rect")
                .set("class", class(role))
                .maybe("fill", fill(role))
                .set("x", "-13")
                .set("y", "-8")
                .set("width", "26")
                .set("height", "16"),
        };
        el("li")
            .child(picture("30", "-15 -11 30 22", "tm-chart").child(swatch))
            .text(words)
    };
    let lines = chart.legend.iter().map(|(role, words)| line(*role, words));
    (!chart.legend.is_empty()).then(|| el("ul").set("class", "tm-legend").children(lines))
}

/// What has no place on the axes, and why.
fn tray(tray: &Tray) -> Node {
    let item = |it: &Left| {
        let choose = el("button")
            .set("type", "button")
            .set("class", "tm-link")
            .child(glyph(it.kind, it.step))
            .text(&it.label)
            .press(Act::Do(Action::Select(it.item.clone())));
        el("li").child(choose)
    };
    let marks = tray.items.iter().map(|it| {
        el("circle")
            .set("class", "tm-k-unknown")
            .class(colour(it.step))
            .set("r", "6")
    });
    let marks: Vec<Node> = marks
        .enumerate()
        .map(|(at, it)| it.num("cx", 8.0 + 18.0 * at as f64).set("cy", "10"))
        .collect();
    let wide = 18.0 * marks.len() as f64;
    let dots = el("svg")
        .set("class", "tm-chart tm-tray-dots")
        .num("width", wide)
        .set("height", "20")
        .set("aria-hidden", "true")
        .children(marks);
    el("details")
        .set("class", "tm-tray")
        .set("data-why", tray.why.as_str())
        .child(
            el("summary")
                .child(el("span").text(&tray.title))
                .child(dots),
        )
        .child(
            el("ul")
                .set("class", "tm-items")
                .children(tray.items.iter().map(item)),
        )
}

fn table(chart: &Chart) -> Node {
    let DataTable { head, rows } = &chart.table;
    let heads = head.iter().map(|it| el("th").set("scope", "col").text(it));
    let row = |cells: &Vec<String>| {
        let cells = cells.iter().enumerate().map(|(at, it)| match at {
            0 => el("th").set("scope", "row").text(it),
            _ => el("td").text(it),
        });
        el("tr").children(cells)
    };
    let table = el("table")
        .set("class", "tm-figures")
        .child(el("caption").text(&chart.title))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows.iter().map(row)));
    el("div")
        .set("class", "tm-table-box")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", &chart.title)
        .child(table)
}

/// What fills the roles that are told apart by a pattern: the lines drawn in a square of eight.
const PATTERNS: [(Role, &str); 8] = [
    (Role::Bar2, "M0 4H8"),
    (Role::Bar3, "M2 2h.1M6 6h.1"),
    (Role::Bar4, "M4 0V8"),
    (Role::Bar5, "M0 4H8M4 0V8"),
    (Role::BarOther, "M2 2h.1"),
    (Role::Unfunded, "M-1 5L5 -1M3 9L9 3"),
    (Role::Undivided, "M-1 3L5 9M3 -1L9 5"),
    (Role::Upto, "M2 2h.1M6 6h.1"),
];

fn patterns() -> Node {
    let all = PATTERNS.iter().map(|(role, lines)| {
        el("pattern")
            .set("id", format!("tm-pattern-{}", role.as_str()))
            .set("class", format!("tm-pattern {}", class(*role)))
            .set("width", "8")
            .set("height", "8")
            .set("patternUnits", "userSpaceOnUse")
            .child(
                el("rect")
                    .set("class", "tm-pattern-ground")
                    .set("width", "8")
                    .set("height", "8"),
            )
            .child(el("path").set("class", "tm-pattern-lines").set("d", *lines))
    });
    el("svg")
        .set("class", "tm-patterns")
        .set("width", "0")
        .set("height", "0")
        .set("aria-hidden", "true")
        .child(el("defs").children(all))
}
