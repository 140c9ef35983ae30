//! The one drawing of the map and the roadmap: what it is made of, and its pieces for paper.

use crate::contract::{Change, Kind, Step};
use crate::journey::spiral::DIAMOND;
use crate::journey::{Mark, Place, Point, Turn};
use crate::markup::{el, tenths};
use crate::state::{Action, View};
use crate::text::case;
use crate::view::act::Act;
use crate::view::desk::{Look, Open, Shown};
use crate::view::header::view_name;
use crate::view::paper::paper;
use crate::view::scene::Scene;
use crate::view::shape::{colour, diamond, outline};
use crate::view::{Node, changes, links, map, roadmap, travel};

/// The map or the roadmap, with the band where it is on its way between them.
pub fn drawing(look: &Look<'_>, open: &Open<'_>) -> Node {
    let scene = look.scene;
    let (height, parts) = if open.state.view == View::Map {
        let parts = Parts {
            ground: map::ground(open, &scene.journey, &scene.spiral),
            bands: travel::bands(scene, look.share).to_vec(),
            labels: map::labels(open, &scene.journey, &scene.spiral),
            marks: &scene.spiral.marks,
            signings: true,
        };
        (scene.spiral.height, parts)
    } else {
        let rollout = &scene.rollout;
        let parts = Parts {
            ground: roadmap::ground(open, &scene.shown, rollout),
            bands: travel::bands(scene, look.share).to_vec(),
            labels: roadmap::labels(open, &scene.journey, rollout),
            marks: &rollout.marks,
            signings: true,
        };
        (rollout.height, parts)
    };
    let name = format!(
        "{}: {}, {} {}",
        view_name(open.state.view, open.t),
        open.contract.municipality.name,
        case::lower(open.t.version),
        open.version().label
    );
    graphic(look, open, parts, (0.0, height))
        .class_if(look.session.travels, "tm-travels")
        .class_if(look.session.dragged, "tm-dragged")
        .set("role", "group")
        .set("aria-label", name)
        .set("aria-describedby", "tm-keys")
}

/// What a drawing is made of, from the bottom to the top.
struct Parts<'a> {
    ground: Node,
    bands: Vec<String>,
    labels: Node,
    marks: &'a [Mark],
    signings: bool,
}

/// The drawing, or what of it lies between two heights.
fn graphic(look: &Look<'_>, open: &Open<'_>, parts: Parts<'_>, (from, to): (f64, f64)) -> Node {
    let bands = ["tm-known", "tm-known", "tm-to-come", "tm-focus"]
        .into_iter()
        .zip(parts.bands);
    let bands = bands.map(|(class, d)| {
        el("path")
            .set("class", format!("tm-band {class}"))
            .set("d", d)
    });
    let (width, height) = (look.session.room.0, to - from);
    let frame = [0.0, from, width, height].map(tenths).join(" ");
    let signings = parts
        .signings
        .then(|| signings(look.scene, open.state.view));
    el("svg")
        .set("class", "tm-drawing")
        .num("width", width)
        .num("height", height)
        .set("viewBox", frame)
        .child(parts.ground)
        .child(
            el("g")
                .set("class", "tm-bands")
                .key("bands")
                .children(bands),
        )
        .children(signings)
        .child(parts.labels)
        .child(
            el("g")
                .set("class", "tm-marks")
                .key("marks")
                .children(marks(look, open, parts.marks)),
        )
}

/// The roadmap on paper, under its years.
pub fn on_paper(look: &Look<'_>, open: &Open<'_>) -> Node {
    let scene = look.scene;
    let piece = |edges: (f64, f64)| {
        let rollout = scene.rollout.piece(edges);
        let holds_the_band = edges.0 == 0.0;
        let bands = travel::bands(scene, look.share).to_vec();
        let parts = Parts {
            ground: roadmap::ground(open, &scene.shown, &rollout),
            bands: if holds_the_band { bands } else { Vec::new() },
            labels: roadmap::labels(open, &scene.journey, &rollout),
            marks: &rollout.marks,
            signings: holds_the_band,
        };
        graphic(look, open, parts, edges)
    };
    let pieces = scene.rollout.pieces();
    paper(
        roadmap::strip(open, &scene.rollout),
        pieces.into_iter().map(piece),
    )
}

/// The marks of the view in question, each with the item it stands for.
fn marks(look: &Look<'_>, open: &Open<'_>, marks: &[Mark]) -> Vec<Node> {
    let scene = look.scene;
    let journey = if open.state.view == View::Map {
        &scene.journey
    } else {
        &scene.shown
    };
    let items = open.items();
    let place = |mark: &Mark| &journey.places[mark.place];
    // On the map every item keeps its seat; those that the filters leave out are only a shadow there.
    let admitted = |place: &Place| scene.admitted.get(place.item) == Some(&true);
    let mut reachable = None;
    for place in marks.iter().map(place).filter(|it| admitted(it)) {
        if reachable.is_none() || look.session.active.as_ref() == Some(&place.id) {
            reachable = Some(&place.id);
        }
    }
    // In the band's order in both views: an element that is moved among its siblings does not travel, it jumps.
    let mut drawn: Vec<Option<Node>> = journey.places.iter().map(|_| None).collect();
    for it in marks {
        let place = place(it);
        drawn[it.place] = Some(mark(
            open,
            place,
            it,
            items.get(place.item),
            admitted(place),
            reachable == Some(&place.id),
        ));
    }
    drawn.into_iter().flatten().collect()
}

fn mark(
    open: &Open<'_>,
    place: &Place,
    mark: &Mark,
    shown: Option<&Shown<'_>>,
    admitted: bool,
    reachable: bool,
) -> Node {
    let selected = open.state.item.as_ref() == Some(&place.id);
    let change = shown.and_then(|it| it.change);
    let badge = place
        .badge
        .as_ref()
        .filter(|_| place.kind == Kind::Commitment)
        .map(|number| {
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
        .set("style:transform", translation(mark.at))
        .set("data-item", place.id.as_str())
        .set("data-kind", place.kind.as_str())
        .maybe("data-step", place.step.map(Step::as_str))
        .maybe("data-change", change.map(Change::as_str))
        .class_if(shown.is_some_and(|it| it.gone), "tm-gone")
        .child(el("circle").set("class", "tm-reach").num("r", mark.reach))
        .child(
            el("path")
                .set("class", format!("tm-shape tm-{}", place.kind.as_str()))
                .set("d", outline(place.kind, mark.radius)),
        )
        .children(badge)
        .children(change.and_then(|it| changes::corner(it, mark.radius)));
    if !admitted {
        return node.set("aria-hidden", "true");
    }
    node.set("role", "button")
        .set("tabindex", if reachable { "0" } else { "-1" })
        .set("aria-pressed", selected.to_string())
        .maybe(
            "aria-label",
            shown.map(|it| links::spoken(open.contract, it, open.lang)),
        )
        .press(Act::Do(Action::Select(place.id.clone())))
        .on("focusin", Act::Reach(place.id.clone()))
}

/// The signings: diamonds on the band, filled when their day is known.
fn signings(scene: &Scene, view: View) -> Node {
    let years = &scene.rollout.years;
    let shown = years.left - 2.0..=years.right + 2.0;
    let signing = |(i, turn): (usize, &Turn)| {
        let (at, r, hidden) = if view == View::Map {
            let ring = scene.spiral.rings.get(i)?;
            let r = ((ring.outer - ring.inner) * 0.42).max(3.0).min(DIAMOND);
            (ring.signing, r, false)
        } else {
            let at = scene.rollout.signings.get(i)?.at;
            (at, DIAMOND, !shown.contains(&at.x))
        };
        let node = el("g")
            .key(i.to_string())
            .set("class", "tm-signing")
            .class_if(!turn.dated, "tm-undated")
            .class_if(turn.content.is_none(), "tm-coming")
            .class_if(hidden, "tm-hidden")
            .set("style:transform", translation(at))
            .child(el("path").set("d", diamond(r)));
        Some(if turn.content.is_some() {
            node.press(Act::Do(Action::FocusVersion(turn.label.clone())))
        } else {
            node
        })
    };
    el("g")
        .set("class", "tm-signings")
        .key("signings")
        .children(scene.journey.turns.iter().enumerate().filter_map(signing))
}

fn translation(at: Point) -> String {
    format!("translate({}px, {}px)", tenths(at.x), tenths(at.y))
}
