//! The strands drawn: the versions in their columns, and every strand in its row.

use super::step;
use super::strand::Marks;
use crate::contract::change::strand::Strands;
use crate::contract::word::Content;
use crate::journey::Point;
use crate::journey::strands::{Bundle, Row, Weave};
use crate::markup::{el, tenths};
use crate::state::Action;
use crate::view::Node;
use crate::view::act::Act;
use crate::view::desk::{Look, Open};
use crate::view::header::view_name;
use crate::view::map::label;
use crate::view::paper::paper;
use crate::view::shape::colour;

/// The height of the versions' names on paper, where they head every page.
const HEADS: f64 = 38.0;

/// The versions over the strands, and the strands; while it is printed, the same for paper too.
pub fn drawing(
    look: &Look<'_>,
    open: &Open<'_>,
    all: &Strands<'_>,
    bundles: &[Bundle],
) -> Vec<Node> {
    let versions = &open.contract.versions;
    let weave = Weave::new(bundles, versions.len(), look.session.room.0);
    let wider = weave.width > look.session.room.0 + 0.5;
    let name = format!(
        "{}: {}",
        view_name(open.state.view, open.t),
        open.contract.municipality.name
    );
    let shown = |strand: usize| weave.row(strand).is_some();
    let reachable = reachable(look, open, all, &weave);
    let mut back = el("g").set("class", "tm-ground");
    for (at, x) in weave.columns.iter().enumerate() {
        let class = match versions[at].content {
            Content::DocumentOnly => "tm-column tm-unknown-column",
            _ if at == open.at => "tm-column tm-now",
            _ => "tm-column",
        };
        let (x, foot) = (tenths(*x), tenths(weave.height));
        back = back.child(
            el("path")
                .set("class", class)
                .set("d", format!("M{x} 0V{foot}")),
        );
    }
    let headings = weave
        .headings
        .iter()
        .map(|(place, at)| label("tm-group-name", *at, 15.0, &bundles[*place].name));
    let ties = all
        .ties
        .iter()
        .filter(|it| shown(it.from.0) && shown(it.to.0));
    let ties = ties.filter_map(|it| {
        let knot = &all.strands[it.to.0].knots[0];
        let line = el("path")
            .set("class", "tm-strand")
            .class(colour(step(&knot.item)));
        let ahead = it.to.1 > open.at;
        Some(
            line.class_if(ahead, "tm-ahead")
                .set("d", weave.tie(it.from, it.to)?),
        )
    });
    let rows = weave.rows.iter().map(|row| {
        let marks = Marks {
            open,
            weave: &weave,
            row,
            reachable,
        };
        marks.strand(&all.strands[row.strand], all)
    });
    let content = [
        el("g").set("class", "tm-labels").children(headings),
        el("g").set("class", "tm-ties").children(ties),
        el("g").set("class", "tm-marks").children(rows),
    ];
    let paper = look.session.printing.then(|| {
        let heads = piece(&weave, (0.0, HEADS)).child(printed_heads(open, &weave));
        let pieces = weave.pieces().into_iter().map(|it| {
            let part = piece(&weave, it).child(back.clone());
            part.children(content.clone())
        });
        paper(heads, pieces).key("paper")
    });
    let svg = piece(&weave, (0.0, weave.height))
        .set("role", "group")
        .set("aria-label", name)
        .set("aria-describedby", "tm-keys")
        .child(back)
        .child(printed_heads(open, &weave))
        .children(content);
    let whole = el("div")
        .set("class", "tm-weave-holder")
        .class_if(wider, "tm-wider")
        .child(heads(open, &weave))
        .child(svg);
    let whole = whole.key("drawing");
    let whole = if wider {
        whole
            .set("tabindex", "0")
            .set("role", "region")
            .set("aria-label", open.t.turns)
    } else {
        whole
    };
    [whole].into_iter().chain(paper).collect()
}

/// The drawing, or what of it lies between two heights, to be filled.
fn piece(weave: &Weave, (from, to): (f64, f64)) -> Node {
    let frame = [0.0, from, weave.width, to - from].map(tenths).join(" ");
    el("svg")
        .set("class", "tm-drawing tm-weave")
        .num("width", weave.width)
        .num("height", to - from)
        .set("viewBox", frame)
}

/// The versions, each over its column; they stay at the top while the page scrolls.
fn heads(open: &Open<'_>, weave: &Weave) -> Node {
    let heads = open
        .contract
        .versions
        .iter()
        .zip(&weave.columns)
        .enumerate();
    let heads = heads.map(|(at, (version, x))| {
        let unread = version.content == Content::DocumentOnly;
        el("button")
            .set("type", "button")
            .set("class", "tm-turn tm-version-head")
            .class_if(unread, "tm-document_only")
            .set("style:left", format!("{}px", tenths(*x)))
            .set("aria-pressed", (at == open.at).to_string())
            .text(&version.label)
            .children(unread.then(|| el("small").text(open.t.not_read)))
            .press(Act::Do(Action::FocusVersion(version.label.clone())))
    });
    el("div")
        .set("class", "tm-version-heads")
        .set("style:width", format!("{}px", tenths(weave.width)))
        .children(heads)
}

/// The same on paper, where the drawing takes another width than the page around it, and in a picture of it.
fn printed_heads(open: &Open<'_>, weave: &Weave) -> Node {
    let heads = open.contract.versions.iter().zip(&weave.columns);
    let heads = heads.flat_map(|(version, x)| {
        let line = |y: f64, words: &str| {
            label("tm-signing-name", Point { x: *x, y }, 13.0, words).set("text-anchor", "middle")
        };
        // An empty column must not be taken for a version that promises nothing.
        let unread = version.content == Content::DocumentOnly;
        [
            Some(line(13.0, &version.label)),
            unread.then(|| line(29.0, open.t.not_read)),
        ]
    });
    el("g")
        .set("class", "tm-printed")
        .set("aria-hidden", "true")
        .children(heads.flatten())
}

/// The knot that Tab reaches: the one that the keyboard was at, else that of the first strand.
fn reachable(look: &Look<'_>, open: &Open<'_>, all: &Strands<'_>, weave: &Weave) -> (usize, usize) {
    let knots = |row: &Row| {
        all.strands[row.strand]
            .knots
            .iter()
            .map(|it| (it.version, it.item.id().clone()))
            .collect::<Vec<_>>()
    };
    let mut first = None;
    for row in &weave.rows {
        for (version, id) in knots(row) {
            let is_active = look.session.active.as_ref() == Some(&id);
            let is_at = look.session.active_version.unwrap_or(open.at) == version;
            if is_active && is_at {
                return (row.strand, version);
            }
            first = first.or((version == open.at).then_some((row.strand, version)));
        }
    }
    let any = weave
        .rows
        .first()
        .map(|row| (row.strand, all.strands[row.strand].knots[0].version));
    first.or(any).unwrap_or_default()
}
