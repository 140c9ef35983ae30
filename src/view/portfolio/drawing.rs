//! The portfolio drawn: its cells, the marks in them, and the lines from the one that is selected.

use super::{Portfolio, ties};
use crate::contract::{Change, Kind, Step};
use crate::markup::{el, tenths};
use crate::portfolio::layout::{Heading, LINE, Layout, Spot, TEXT};
use crate::portfolio::{Axis, Slot};
use crate::state::Action;
use crate::text::{portfolio as words, vocabulary};
use crate::view::act::Act;
use crate::view::desk::Look;
use crate::view::header::view_name;
use crate::view::map::label;
use crate::view::shape::{colour, glyph, outline, picture};
use crate::view::{Node, changes, links};

/// Half the size of a mark's shape.
const SIZE: f64 = 11.0;

/// The cells with their marks.
pub fn drawing(look: &Look<'_>, portfolio: &Portfolio<'_, '_>) -> Node {
    let open = portfolio.open;
    let room = look.session.room.0;
    let (rows, columns) = portfolio.names(true);
    let layout = Layout::new(&portfolio.grid, &rows, &columns, room);
    let wider = layout.width > room + 0.5;
    let name = format!(
        "{}: {}, {} / {}",
        view_name(open.state.view, open.t),
        open.contract.municipality.name,
        words::axis(open.state.rows, open.lang),
        words::axis(open.state.columns, open.lang),
    );
    let reachable = reachable(look, portfolio, &layout);
    let marks = layout.marks.iter().enumerate();
    let marks = marks.map(|(at, spot)| {
        let of = &rows[spot.cell.0];
        let place = words::place(of, &columns[spot.cell.1], open.lang);
        mark(portfolio, &layout, spot, &place, at == reachable)
    });
    let svg = el("svg")
        .set("class", "tm-drawing tm-grid")
        .num("width", layout.width)
        .num("height", layout.height)
        .set(
            "viewBox",
            format!("0 0 {} {}", tenths(layout.width), tenths(layout.height)),
        )
        .set("role", "group")
        .set("aria-label", name)
        .set("aria-describedby", "tm-keys")
        .child(headings(portfolio, &layout))
        .child(cells(portfolio, &layout))
        .child(ties::lines(portfolio, &layout))
        .child(el("g").set("class", "tm-marks").children(marks));
    let holder = el("div").set("class", "tm-grid-holder").child(svg);
    if wider {
        holder
            .class("tm-wider")
            .set("tabindex", "0")
            .set("role", "region")
            .set("aria-label", open.t.portfolio)
    } else {
        holder
    }
}

/// The names of rows and columns, each with how many items there are. The list has the same in a table.
fn headings(portfolio: &Portfolio<'_, '_>, layout: &Layout) -> Node {
    let (grid, state, lang) = (&portfolio.grid, portfolio.open.state, portfolio.open.lang);
    let mut group = el("g").set("class", "tm-labels").set("aria-hidden", "true");
    for (at, heading) in layout.columns.iter().enumerate() {
        let middle = layout.left[at] + layout.wide / 2.0;
        let count = crate::journey::Point {
            x: middle,
            y: layout.counts,
        };
        let count = label(
            "tm-column-count",
            count,
            13.0,
            &grid.in_column[at].to_string(),
        );
        group = group
            .child(written(heading, &grid.columns[at], state.columns))
            .child(count.set("text-anchor", "middle"));
    }
    let narrow = layout.left.first().is_some_and(|left| *left < 10.0);
    for (at, heading) in layout.rows.iter().enumerate() {
        let under = crate::journey::Point {
            y: heading.at.y + LINE * heading.lines.len() as f64,
            ..heading.at
        };
        let count = label(
            "tm-row-count",
            under,
            13.0,
            &words::items(grid.in_row[at], lang),
        );
        group = group
            .child(written(heading, &grid.rows[at], state.rows))
            .children((!narrow).then_some(count));
    }
    group
}

fn written(heading: &Heading, slot: &Slot, axis: Axis) -> Node {
    let step = match slot {
        Slot::Step(step) => Some(*step),
        _ => None,
    };
    let lines = heading.lines.iter().enumerate().map(|(i, line)| {
        let far = LINE * i as f64;
        let (x, y) = if heading.upright {
            (heading.at.x + far, heading.at.y)
        } else {
            (heading.at.x, heading.at.y + far)
        };
        let line = el("tspan").num("x", x).num("y", y).text(line);
        line.set("data-turn", tenths(x))
    });
    let name = el("text")
        .set("class", "tm-slot-name")
        .class_if(axis == Axis::Process, colour(step))
        .class_if(*slot == Slot::Unstated, "tm-unstated")
        .num("font-size", TEXT);
    if heading.upright {
        // Each line is turned about its own foot.
        let lines = heading.lines.iter().enumerate().map(|(i, line)| {
            let (x, y) = (tenths(heading.at.x + LINE * i as f64), tenths(heading.at.y));
            el("text")
                .set("class", "tm-slot-name")
                .class_if(axis == Axis::Process, colour(step))
                .num("font-size", TEXT)
                .set("transform", format!("translate({x} {y}) rotate(-90)"))
                .text(line)
        });
        return el("g").children(lines);
    }
    let over = heading.at.x > 10.0;
    name.maybe("text-anchor", over.then_some("middle"))
        .children(lines)
}

/// The cells: an empty one is dotted and says so.
fn cells(portfolio: &Portfolio<'_, '_>, layout: &Layout) -> Node {
    let grid = &portfolio.grid;
    let mut group = el("g").set("class", "tm-ground").set("aria-hidden", "true");
    for (row, cells) in grid.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let step = [&grid.rows[row], &grid.columns[column]]
                .into_iter()
                .find_map(|it| match it {
                    Slot::Step(step) => Some(*step),
                    _ => None,
                });
            let (x, y) = (layout.left[column], layout.top[row]);
            group = group.child(
                el("rect")
                    .set("class", "tm-square")
                    .class(colour(step))
                    .class_if(cell.is_empty(), "tm-hole")
                    .num("x", x)
                    .num("y", y)
                    .num("width", layout.wide)
                    .num("height", layout.tall[row])
                    .set("rx", "8"),
            );
            if cell.is_empty() {
                let at = crate::journey::Point {
                    x: x + layout.wide / 2.0,
                    y: y + layout.tall[row] / 2.0 + 4.0,
                };
                let word = label("tm-hole-name", at, 12.0, portfolio.open.t.empty);
                group = group.child(word.set("text-anchor", "middle"));
            }
        }
    }
    group
}

/// The mark that Tab reaches: the one that the keyboard was at, else the first.
fn reachable(look: &Look<'_>, portfolio: &Portfolio<'_, '_>, layout: &Layout) -> usize {
    let id = |spot: &Spot| portfolio.shown[spot.item].item.id();
    let active = look.session.active.as_ref();
    let place = look.session.active_version;
    let is_active = |spot: &Spot| active == Some(id(spot));
    let exact = |(at, spot): (usize, &Spot)| (place == Some(at) && is_active(spot)).then_some(at);
    let found = layout.marks.iter().enumerate().find_map(exact);
    found
        .or_else(|| layout.marks.iter().position(is_active))
        .unwrap_or(0)
}

fn mark(
    portfolio: &Portfolio<'_, '_>,
    layout: &Layout,
    spot: &Spot,
    place: &str,
    reachable: bool,
) -> Node {
    let open = portfolio.open;
    let shown = &portfolio.shown[spot.item];
    let (item, id) = (&shown.item, shown.item.id());
    let step = item.steps().first().copied();
    let selected = open.state.item.as_ref() == Some(id);
    let related = ties::relation(portfolio, spot.item);
    let spoken = format!(
        "{}, {place}",
        links::spoken(open.contract, shown, open.lang)
    );
    let spoken = match related {
        Some(tie) => format!("{spoken}, {}", tie.word(open.t)),
        None => spoken,
    };
    let at = layout.marks.iter().position(|it| std::ptr::eq(it, spot));
    el("g")
        .set("class", "tm-mark")
        .class(colour(step))
        .class_if(selected, "tm-selected")
        .class_if(related.is_some(), "tm-related")
        .class_if(shown.gone, "tm-gone")
        .set(
            "transform",
            format!("translate({} {})", tenths(spot.at.x), tenths(spot.at.y)),
        )
        .set("role", "button")
        .set("tabindex", if reachable { "0" } else { "-1" })
        .set("aria-pressed", selected.to_string())
        .set("aria-label", spoken)
        .set("data-item", id.as_str())
        .set("data-kind", item.kind().as_str())
        .maybe("data-step", step.map(Step::as_str))
        .maybe("data-change", shown.change.map(Change::as_str))
        .set("data-row", spot.walk.0.to_string())
        .set("data-column", spot.walk.1.to_string())
        .child(el("circle").set("class", "tm-reach").num("r", layout.reach))
        .child(
            el("path")
                .set("class", format!("tm-shape tm-{}", item.kind().as_str()))
                .set("d", outline(item.kind(), SIZE)),
        )
        .children(shown.change.and_then(|it| changes::corner(it, SIZE)))
        .press(Act::Do(Action::Select(id.clone())))
        .on("focusin", Act::ReachKnot(id.clone(), at.unwrap_or(0)))
}

/// The shapes and lines, and what they stand for.
pub fn legend(portfolio: &Portfolio<'_, '_>) -> Node {
    let open = portfolio.open;
    let has = |kind: &Kind| portfolio.shown.iter().any(|it| it.item.kind() == *kind);
    let kinds = Kind::ALL.iter().copied().filter(has).map(|kind| {
        el("li")
            .child(glyph(kind, None))
            .text(vocabulary::kind(kind, open.lang))
    });
    let hole = picture("30", "-15 -11 30 22", "tm-c0").child(
        el("rect")
            .set("class", "tm-square tm-hole")
            .set("x", "-14")
            .set("y", "-9")
            .set("width", "28")
            .set("height", "18")
            .set("rx", "4"),
    );
    el("ul")
        .set("class", "tm-legend")
        .set("aria-label", open.t.legend)
        .children(kinds)
        .child(el("li").child(hole).text(open.t.empty))
        .children(ties::legend(portfolio))
}
