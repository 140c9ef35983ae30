//! The strands in words: under each heading its promises, each with its versions.

use super::{now, step, title as title_of};
use crate::contract::change::strand::{Knot, Strands};
use crate::contract::{Change, Step};
use crate::journey::strands::Bundle;
use crate::markup::el;
use crate::state::Action;
use crate::view::act::Act;
use crate::view::desk::Open;
use crate::view::shape::glyph;
use crate::view::{Node, changes, links};

/// The same in words: under each heading its strands, each with its versions.
pub fn in_words(open: &Open<'_>, all: &Strands<'_>, bundles: &[Bundle]) -> Node {
    let t = open.t;
    let sections = bundles.iter().map(|bundle| {
        let heading = format!("{} ({})", bundle.name, bundle.strands.len());
        let entries = bundle
            .strands
            .iter()
            .map(|(strand, title)| entry(open, all, *strand, title));
        el("section")
            .set("class", "tm-section")
            .child(el("h3").text(heading))
            .child(el("ul").set("class", "tm-entries").children(entries))
    });
    el("div")
        .set("class", "tm-list")
        .child(el("h2").text(t.strands))
        .children(sections)
}

fn entry(open: &Open<'_>, all: &Strands<'_>, number: usize, title: &str) -> Node {
    let (t, lang, strand) = (open.t, open.lang, &all.strands[number]);
    let current = now(strand, open.at);
    let selected = strand
        .knots
        .iter()
        .any(|it| open.state.item.as_ref() == Some(it.item.id()));
    let line = |knot: &Knot<'_>| {
        let item = &knot.item;
        let label = &open.contract.versions[knot.version].label;
        let own = title_of(open, item);
        let said = if own == title {
            String::new()
        } else {
            format!(": {own}")
        };
        el("li")
            .set("data-item", item.id().as_str())
            .set("data-kind", item.kind().as_str())
            .maybe("data-step", step(item).map(Step::as_str))
            .maybe("data-change", knot.change.map(Change::as_str))
            .set("data-version", label)
            .child(
                el("button")
                    .set("type", "button")
                    .set("class", "tm-link")
                    .text(format!("{label}{said}"))
                    .child(links::hidden(&format!(", {title}")))
                    .press(Act::DoAll(vec![
                        Action::FocusVersion(label.clone()),
                        Action::Select(item.id().clone()),
                    ])),
            )
            .children(knot.change.map(|it| changes::tag(it, lang)))
    };
    let end = strand.end.map(|(at, change)| {
        let label = &open.contract.versions[at].label;
        el("li")
            .set("data-change", change.as_str())
            .child(el("span").set("class", "tm-gone-in").text(label))
            .child(changes::tag(change, lang))
    });
    let name = |strand: usize| title_of(open, &now(&all.strands[strand], open.at).item);
    let sources: Vec<String> = all
        .ties
        .iter()
        .filter(|it| it.to.0 == number)
        .map(|it| name(it.from.0))
        .collect();
    let results: Vec<String> = all
        .ties
        .iter()
        .filter(|it| it.from.0 == number)
        .map(|it| name(it.to.0))
        .collect();
    let tied = |word: &str, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            el("p")
                .set("class", "tm-small")
                .text(format!("{word}: {}", names.join("; ")))
        })
    };
    el("li")
        .set("class", "tm-entry")
        .class_if(selected, "tm-selected")
        .child(
            el("h4")
                .set("class", "tm-entry-title")
                .child(glyph(current.item.kind(), step(&current.item)))
                .text(title),
        )
        .children(tied(t.came_from, sources))
        .children(tied(t.became, results))
        .child(
            el("ol")
                .set("class", "tm-knots")
                .children(strand.knots.iter().map(line))
                .children(end),
        )
}
