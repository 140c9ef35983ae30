//! What is shown of the contract, and whether as a picture or a list: search and filters.

use super::act::Act;
use super::desk::{Look, Open};
use super::header::choice;
use super::{Node, changes, commitments, facts};
use crate::contract::{Id, Step};
use crate::markup::el;
use crate::state::{Action, Form, View};
use crate::text::vocabulary;

/// The row of controls above a view.
pub fn controls(look: &Look<'_>) -> Node {
    let row = el("form")
        .set("class", "tm-controls")
        .set("role", "search")
        .on("submit", Act::DoAll(Vec::new()));
    let Some(open) = &look.open else {
        return row.set("hidden", "");
    };
    let (t, state) = (open.t, open.state);
    let search = el("label")
        .set("class", "tm-field")
        .child(el("span").text(t.search))
        .child(
            el("input")
                .set("type", "search")
                .set("placeholder", t.search_hint)
                .set("value", &state.query)
                .value(|words| Act::Do(Action::Search(words))),
        );
    let steps = Step::ALL.iter().map(|step| {
        (
            step.as_str().to_owned(),
            vocabulary::step_numbered(*step, open.lang),
        )
    });
    let steps = all(t.all).chain(steps);
    let step = choice(
        t.step,
        state.step.map_or("", Step::as_str),
        steps,
        |value| Act::Do(Action::FilterStep(Step::parse(&value))),
    );
    row.child(search)
        .child(step)
        .children(focus_areas(open))
        .children(parties(open))
        .children(changes::chooser(open))
        .children((open.state.view == View::Commitments).then(|| commitments::chooser(open)))
        .child(found(open))
        .child(switch(open))
}

fn all(name: &str) -> impl Iterator<Item = (String, String)> + use<> {
    std::iter::once((String::new(), name.to_owned()))
}

/// What was chosen, unless it was "all".
fn some(value: String) -> Option<Id> {
    Some(value).filter(|it| !it.is_empty()).map(Id)
}

fn focus_areas(open: &Open<'_>) -> Option<Node> {
    let areas = &open.contract.focus_areas;
    let names = areas.iter().map(|it| {
        (
            it.id.0.clone(),
            open.contract
                .text(&it.id, "title", &it.title, open.lang)
                .0
                .to_owned(),
        )
    });
    let chosen = open.state.focus.as_ref().map_or("", Id::as_str);
    (!areas.is_empty()).then(|| {
        choice(
            open.t.focus_area,
            chosen,
            all(open.t.all).chain(names),
            |value| Act::Do(Action::FilterFocus(some(value))),
        )
    })
}

fn parties(open: &Open<'_>) -> Option<Node> {
    let parties = &open.contract.parties;
    let names = parties.iter().map(|it| {
        (
            it.id.0.clone(),
            facts::party_name(open.contract, &it.id, open.lang),
        )
    });
    let chosen = open.state.party.as_ref().map_or("", Id::as_str);
    (!parties.is_empty()).then(|| {
        choice(
            open.t.party,
            chosen,
            all(open.t.all).chain(names),
            |value| Act::Do(Action::FilterParty(some(value))),
        )
    })
}

/// How much the filters let through, and a way back to everything.
fn found(open: &Open<'_>) -> Node {
    let line = el("p").set("class", "tm-found").set("role", "status");
    if !open.state.has_filter() {
        return line;
    }
    let items = open.items();
    let admitted = items.iter().filter(|it| open.admits(it)).count();
    line.child(el("span").text(format!("{admitted} {} {}", open.t.coverage_of, items.len())))
        .child(
            el("button")
                .set("type", "button")
                .set("class", "tm-plain")
                .text(open.t.clear)
                .press(Act::Do(Action::ClearFilters)),
        )
}

fn switch(open: &Open<'_>) -> Node {
    let t = open.t;
    let buttons = [(Form::Graphic, t.graphic), (Form::List, t.list)].map(|(form, name)| {
        el("button")
            .set("type", "button")
            .set("aria-pressed", (open.state.form == form).to_string())
            .text(name)
            .press(Act::Do(Action::As(form)))
    });
    el("div")
        .set("class", "tm-switch")
        .set("role", "group")
        .set("aria-label", t.show_as)
        .children(buttons)
}
