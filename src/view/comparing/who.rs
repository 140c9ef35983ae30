//! Who else does this: where other contracts make the same joint commitment, or a commitment like it.

use crate::contract::model::{Commitment, Version};
use crate::contract::shared::{Cell, cell};
use crate::contract::{Contract, Item};
use crate::markup::el;
use crate::state::Action;
use crate::text::{case, several};
use crate::view::abreast::{Column, columns};
use crate::view::act::Act;
use crate::view::desk::{Desk, Look, Open};
use crate::view::header::button;
use crate::view::{Node, facts, matrix, opening};

/// Asks for the index when the panel shows a commitment: it says who takes part beside those that are open.
pub fn ask_index(desk: Desk) {
    let asks = |open: Open<'_>| open.selected().is_some_and(|it| of(&it.item).is_some());
    if desk.get(|s| s.open().is_some_and(asks)) {
        opening::list_built_in(desk);
    }
}

/// The commitment that an item is, or that it is a measure of.
fn of<'a>(item: &Item<'a>) -> Option<&'a Commitment> {
    match *item {
        Item::Commitment(it) | Item::Measure(it, _) => Some(it),
        _ => None,
    }
}

/// Where others do the same, for a commitment or a measure.
pub fn else_does(look: &Look<'_>, open: &Open<'_>, item: &Item<'_>) -> Vec<Node> {
    let Some(commitment) = of(item) else {
        return Vec::new();
    };
    let t = open.t;
    let columns = columns(look.session, open);
    let mut parts = vec![el("h3").text(t.who)];
    let others = &columns[1..];
    let mut found = Vec::new();
    for it in others {
        let version = it.contract.versions.get(it.at);
        if commitment.shared {
            let there = cell(version, commitment.number, Some(&commitment.id));
            if let Cell::There(same) = there {
                found.push(named(open, it, same));
            }
        } else {
            for like in version
                .into_iter()
                .flat_map(|version| like(open, commitment, it, version))
            {
                found.push(named(open, it, like));
            }
        }
    }
    if !commitment.shared && !others.is_empty() {
        let areas = !commitment.focus_areas.is_empty();
        let words = if areas { t.who_like_focus } else { t.who_like };
        parts.push(el("p").set("class", "tm-small").text(words));
    }
    parts.push(match (found.is_empty(), others.is_empty()) {
        (true, true) => el("p").text(t.who_alone),
        (true, false) => el("p").text(t.who_nobody),
        _ => el("ul").set("class", "tm-others-do").children(found),
    });
    if let Some(number) = commitment.number.filter(|_| commitment.shared) {
        parts.extend(in_index(look, open, number));
    }
    parts
}

/// The commitments of another contract that are like this one: in the same process of the map, and in a focus area of the
/// same name when it has one. Joint ones aside: those are the same or they are not.
fn like<'a>(
    open: &Open<'_>,
    this: &Commitment,
    column: &Column<'a>,
    version: &'a Version,
) -> Vec<&'a Commitment> {
    let titles = |contract: &Contract, of: &Commitment| -> Vec<String> {
        let areas = of
            .focus_areas
            .iter()
            .filter_map(|id| contract.focus_area(id));
        areas.map(|it| case::lower(&it.title)).collect()
    };
    let mine = titles(open.contract, this);
    let mut like = Vec::new();
    for it in &version.commitments {
        let process = !it.shared && !it.steps.is_empty() && it.steps.first() == this.steps.first();
        let theirs = titles(column.contract, it);
        if process && (mine.is_empty() || theirs.iter().any(|it| mine.contains(it))) {
            like.push(it);
        }
    }
    like
}

/// A municipality with its commitment and the measures of it.
fn named(open: &Open<'_>, column: &Column<'_>, commitment: &Commitment) -> Node {
    let to = |item: &Item<'_>| {
        let (title, lang) = facts::title(column.contract, item, open.lang);
        let words = el("span").set("lang", lang.as_str()).text(title);
        matrix::to_item(column, item, words)
    };
    let measures = commitment.measures.iter();
    let measures = measures.map(|it| el("li").child(to(&Item::Measure(commitment, it))));
    el("li")
        .child(el("p").child(el("strong").text(&column.contract.municipality.name)))
        .child(to(&Item::Commitment(commitment)))
        .child(el("ul").set("class", "tm-items").children(measures))
}

/// Who else takes part as the index says, to be opened beside; and of how many it says nothing.
fn in_index(look: &Look<'_>, open: &Open<'_>, number: u16) -> Vec<Node> {
    let (mut offered, mut unread, mut all) = (Vec::new(), 0, 0);
    // The invented keep to themselves.
    let example = open.contract.example;
    for it in look
        .session
        .built_in
        .iter()
        .filter(|it| it.example == example)
    {
        all += 1;
        unread += usize::from(!it.is_transcribed());
        let is_open = look
            .session
            .state
            .references()
            .any(|open| open == it.id.as_str());
        if it.joint.contains(&number) && !is_open {
            let name = several::open_beside(&it.name, open.lang);
            let act = Act::Do(Action::Add(it.id.0.clone()));
            offered.push(el("li").child(button(&name, act)));
        }
    }
    let mut parts = Vec::new();
    if !offered.is_empty() {
        parts.push(el("p").text(format!("{}:", open.t.who_more)));
        parts.push(el("ul").set("class", "tm-offered").children(offered));
    }
    if unread > 0 {
        let words = several::unread(unread, all, open.lang);
        parts.push(el("p").set("class", "tm-small").text(words));
    }
    parts
}
