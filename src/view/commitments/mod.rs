//! The commitments: every promise as a strand through the versions, grouped, with the lessons between the versions; and
//! the same as a list. Drawn and in words they say the same.

pub mod bundles;
mod drawing;
mod lessons;
mod strand;
mod words;

use super::act::{Act, Saved};
use super::desk::{Look, Open};
use super::header::choice;
use super::{Node, changes, facts, list, matrix};
use crate::contract::change::strand::{Knot, Strand};
use crate::contract::{Item, Step};
use crate::markup::el;
use crate::state::{Action, Form, Group};
use crate::text::{number, sheet};

/// The view: drawn, or as a list.
pub fn view(look: &Look<'_>, open: &Open<'_>) -> Node {
    let all = open.contract.strands();
    let bundles = bundles::bundles(open, &all);
    let page = el("div")
        .set("class", "tm-stage tm-strands")
        .children(matrix::matrix(look, open))
        .children(changes::summary(look).map(|it| it.key("changes")))
        .children(list::unread(open).map(|it| it.key("unread")));
    let nothing = bundles.is_empty().then(|| {
        let words = if all.strands.is_empty() {
            open.t.no_promises
        } else {
            open.t.no_match
        };
        el("p")
            .key("nothing")
            .set("class", "tm-nothing")
            .text(words)
    });
    let drawn = open.state.form == Form::Graphic && look.session.room.0 > 0.0;
    let told = !drawn || look.session.printing;
    let page = page
        .class_if(drawn && look.session.printing, "tm-on-paper")
        .children(nothing);
    let page = if drawn && !bundles.is_empty() {
        page.children(drawing::drawing(look, open, &all, &bundles))
    } else {
        page
    };
    page.children((drawn && !bundles.is_empty()).then(|| {
        el("p")
            .key("keys")
            .set("class", "tm-keys")
            .set("id", "tm-keys")
            .text(open.t.keys_strands)
    }))
    .children(told.then(|| words::in_words(open, &all, &bundles).key("list")))
    .children(unread_numbers(open).map(|it| it.key("numbers")))
    .children(lessons::lessons(open).map(|it| it.key("lessons")))
    .children((!bundles.is_empty()).then(|| {
        list::take_table(sheet::get_strands(open.lang), Saved::Strands).key("get-strands")
    }))
    .child(list::take_home(open, drawn && !bundles.is_empty(), look.session.unsaved).key("get"))
}

/// What the strands are grouped by.
pub fn chooser(open: &Open<'_>) -> Node {
    let t = open.t;
    let names = [
        (Group::Party, t.party),
        (Group::Process, t.process),
        (Group::Focus, t.focus_area),
    ];
    let options = names.map(|(group, name)| (group.as_str().to_owned(), name.to_owned()));
    choice(t.group_by, open.state.group.as_str(), options, |value| {
        Act::Do(Action::Group(Group::parse(&value).unwrap_or(Group::Party)))
    })
}

/// The knot of a strand that stands for it: the one in the version in focus, else the last before, else the first.
fn now<'s, 'a>(strand: &'s Strand<'a>, at: usize) -> &'s Knot<'a> {
    let before = strand.knots.iter().rfind(|it| it.version <= at);
    before.unwrap_or(&strand.knots[0])
}

/// The title of a promise: a joint commitment with its number.
pub fn title(open: &Open<'_>, item: &Item<'_>) -> String {
    let title = facts::title(open.contract, item, open.lang).0;
    match item {
        Item::Commitment(it) if it.shared => match it.number {
            Some(number) => format!("{number} · {title}"),
            None => title,
        },
        _ => title,
    }
}

fn step(item: &Item<'_>) -> Option<Step> {
    item.steps().first().copied()
}

/// Joint commitments whose numbers others have, and of which nothing is transcribed here: the numbers run, so these exist.
fn unread_numbers(open: &Open<'_>) -> Option<Node> {
    let versions = open.contract.versions.iter();
    let joint = versions
        .flat_map(|it| &it.commitments)
        .filter(|it| it.shared);
    let known: Vec<u16> = joint.filter_map(|it| it.number).collect();
    let last = known.iter().max()?;
    let missing: Vec<String> = (1..=*last)
        .filter(|it| !known.contains(it))
        .map(|it| number::integer(it.into(), open.lang))
        .collect();
    (!missing.is_empty()).then(|| {
        let words = format!("{} {}: ", open.t.joint_numbers, missing.join(", "));
        el("p")
            .set("class", "tm-keys")
            .text(words)
            .child(el("strong").text(open.t.not_read))
            .text(format!(". {}", open.t.joint_numbers_why))
    })
}
