//! A strand drawn: its title, its line, its knots, and where it ends.

use super::{now, step, title};
use crate::contract::change::strand::{Knot, Strand, Strands};
use crate::contract::word::Status;
use crate::contract::{Change, Kind, Step};
use crate::journey::strands::{self, Row, Weave};
use crate::journey::{Point, label as measure};
use crate::markup::{el, tenths};
use crate::state::Action;
use crate::text::vocabulary;
use crate::view::act::Act;
use crate::view::desk::Open;
use crate::view::map::label;
use crate::view::shape::colour;
use crate::view::{Node, changes, shape};

/// Half a knot where nothing changed, and half one that carries a sign.
const PLAIN: f64 = 8.5;
const SIGNED: f64 = 12.5;

/// What the marks of one row are made from.
pub struct Marks<'m> {
    pub open: &'m Open<'m>,
    pub weave: &'m Weave,
    pub row: &'m Row,
    pub reachable: (usize, usize),
}

impl Marks<'_> {
    /// A strand: its title, its line and its knots.
    pub fn strand(&self, strand: &Strand<'_>, all: &Strands<'_>) -> Node {
        let (open, row) = (self.open, self.row);
        let current = now(strand, open.at);
        let selected = strand
            .knots
            .iter()
            .any(|it| open.state.item.as_ref() == Some(it.item.id()));
        let lines = row.lines.iter().enumerate().map(|(i, line)| {
            el("tspan")
                .num("x", row.text.x)
                .num("y", row.text.y + strands::LINE * i as f64)
                .text(line)
        });
        let words = el("g")
            .set("class", "tm-row")
            .class_if(selected, "tm-selected")
            .set("aria-hidden", "true")
            .child(
                el("rect")
                    .set("x", "2")
                    .num("y", row.top)
                    .num("width", self.weave.width - 4.0)
                    .num("height", row.height)
                    .set("rx", "6"),
            )
            .child(el("text").num("font-size", strands::TEXT).children(lines))
            .press(self.choose(current));
        let mut group = el("g")
            .set("class", "tm-line")
            .class(colour(step(&current.item)))
            .child(words)
            .children(self.stretches(strand, all));
        for knot in &strand.knots {
            group = group.child(self.knot(knot, selected));
        }
        group.children(strand.end.map(|(at, change)| self.end(at, change, strand)))
    }

    /// What pressing a knot does: its version comes into focus, and it is selected there.
    fn choose(&self, knot: &Knot<'_>) -> Act {
        let label = self.open.contract.versions[knot.version].label.clone();
        Act::DoAll(vec![
            Action::FocusVersion(label),
            Action::Select(knot.item.id().clone()),
        ])
    }

    fn x(&self, version: usize) -> f64 {
        self.weave.columns[version]
    }

    /// The line from knot to knot: thin where a version between is not transcribed, or lacks it; faint beyond the version
    /// in focus; dashed on from the last version while the promise stands.
    fn stretches(&self, strand: &Strand<'_>, all: &Strands<'_>) -> Vec<Node> {
        let line = |from: f64, to: f64, class: &str| {
            let d = format!("M{} {}H{}", tenths(from), tenths(self.row.y), tenths(to));
            el("path")
                .set("class", "tm-strand")
                .class(class)
                .set("d", d)
        };
        let mut lines = Vec::new();
        for pair in strand.knots.windows(2) {
            let (from, to) = (pair[0].version, pair[1].version);
            let node = line(
                self.x(from),
                self.x(to),
                if to == from + 1 {
                    "tm-whole"
                } else {
                    "tm-thin"
                },
            );
            lines.push(node.class_if(to > self.open.at, "tm-ahead"));
        }
        let Some(last) = strand.knots.last() else {
            return lines;
        };
        if let Some((at, _)) = strand.end {
            let node = line(self.x(last.version), self.x(at), "tm-thin");
            lines.push(node.class_if(at > self.open.at, "tm-ahead"));
        }
        let ended = matches!(last.item.status(), Some(Status::Done | Status::Dropped));
        let goes_on = last.version + 1 == self.weave.columns.len() && !ended;
        let becomes_another = all
            .ties
            .iter()
            .any(|it| it.from == (self.row.strand, last.version));
        if goes_on && !becomes_another {
            let x = self.x(last.version);
            let onward = line(
                x + 14.0,
                (x + 60.0).min(self.weave.width - 4.0),
                "tm-onward",
            );
            lines.push(onward.class_if(last.version > self.open.at, "tm-ahead"));
        }
        lines
    }

    /// A knot: the promise in one version.
    fn knot(&self, knot: &Knot<'_>, selected: bool) -> Node {
        let (open, item) = (self.open, &knot.item);
        let here = (self.row.strand, knot.version);
        let sign = knot.change.filter(|it| *it != Change::Same);
        let label = &open.contract.versions[knot.version].label;
        let mut name = format!("{}, {}", title(open, item), label);
        if let Some(change) = knot.change {
            name += &format!(", {}", vocabulary::change(change, open.lang));
        }
        let at = Point {
            x: self.x(knot.version),
            y: self.row.y,
        };
        el("g")
            .set("class", "tm-mark tm-knot")
            .class_if(knot.version > open.at, "tm-ahead")
            .class_if(selected && knot.version == open.at, "tm-selected")
            .set(
                "transform",
                format!("translate({} {})", tenths(at.x), tenths(at.y)),
            )
            .set("role", "button")
            .set("tabindex", if self.reachable == here { "0" } else { "-1" })
            .set(
                "aria-pressed",
                (selected && knot.version == open.at).to_string(),
            )
            .set("aria-label", name)
            .set("data-item", item.id().as_str())
            .set("data-kind", item.kind().as_str())
            .maybe("data-step", step(item).map(Step::as_str))
            .maybe("data-change", knot.change.map(Change::as_str))
            .set("data-version", label)
            .set("data-row", self.row.strand.to_string())
            .set("data-column", knot.version.to_string())
            .child(el("circle").set("class", "tm-reach").set("r", "22"))
            .child(body(item.kind(), sign))
            .children(sign.map(changes::stroke))
            .children(self.word(sign, at))
            .press(self.choose(knot))
            .on("focusin", Act::ReachKnot(item.id().clone(), knot.version))
    }

    /// Where a strand is gone: the version that no longer has it, with what became of it.
    fn end(&self, at: usize, change: Change, strand: &Strand<'_>) -> Node {
        let point = Point {
            x: self.x(at),
            y: self.row.y,
        };
        let last = strand.knots.last().map(|it| it.item.id().as_str());
        el("g")
            .set("class", "tm-end")
            .class_if(at > self.open.at, "tm-ahead")
            .set(
                "transform",
                format!("translate({} {})", tenths(point.x), tenths(point.y)),
            )
            .set("role", "img")
            .set(
                "aria-label",
                format!(
                    "{}, {}: {}",
                    self.row.lines.join(" "),
                    self.open.contract.versions[at].label,
                    vocabulary::change(change, self.open.lang)
                ),
            )
            .maybe("data-ends", last)
            .set("data-change", change.as_str())
            .child(changes::badge(change, 9.0))
            .children(self.word(Some(change), point))
    }

    /// The word of a change, beside its knot where there is room.
    fn word(&self, change: Option<Change>, at: Point) -> Option<Node> {
        let words = vocabulary::change(change?, self.open.lang);
        let wide = measure::width(words, strands::WORD);
        let fits = self.weave.words && at.x + 18.0 + wide <= self.weave.width;
        fits.then(|| {
            let at = Point { x: 15.0, y: -9.0 };
            label("tm-word", at, strands::WORD, words).set("aria-hidden", "true")
        })
    }
}

/// The shape of a knot: a square for a commitment, a disc for an action; open and larger when it carries a sign.
fn body(kind: Kind, sign: Option<Change>) -> Node {
    let r = if sign.is_some() { SIGNED } else { PLAIN };
    let d = shape::outline(kind, if kind == Kind::Action { r / 0.84 } else { r });
    let filled = matches!(sign, None | Some(Change::Sharpened | Change::Weakened));
    el("path")
        .set("class", "tm-body")
        .class_if(!filled, "tm-open")
        .set("d", d)
}
