//! What the contract states, of how many: the figures of every version that is transcribed, and the lists of what lacks
//! something, with why.

use crate::contract::change::Aspect;
use crate::contract::coverage::{Coverage, Field};
use crate::contract::word::Content;
use crate::contract::{Id, Item};
use crate::markup::el;
use crate::text::{number, portfolio as words, sheet};
use crate::view::act::Saved;
use crate::view::desk::Open;
use crate::view::overview::{field_name, figure};
use crate::view::{Node, facts, links, list};

/// The coverage of the version in focus, each figure with the list of what is missing.
pub fn section(open: &Open<'_>) -> Vec<Node> {
    let t = open.t;
    let coverage = open.contract.coverage(open.version());
    if coverage.iter().all(|it| it.total == 0) {
        return Vec::new();
    }
    let mut rows: Vec<Node> = Vec::new();
    for it in &coverage {
        rows.push(figure(it, t));
        if !it.missing.is_empty() {
            let cell = el("td").set("colspan", "3").child(missing(open, it));
            rows.push(el("tr").set("class", "tm-missing").child(cell));
        }
    }
    let mut parts = vec![
        el("h2").set("tabindex", "-1").text(t.coverage),
        el("p").set("class", "tm-small").text(t.coverage_what),
        el("table")
            .set("class", "tm-coverage")
            .child(el("tbody").children(rows)),
    ];
    if coverage.iter().any(|it| !it.missing.is_empty()) {
        let get = sheet::get_missing(open.lang);
        parts.push(list::take_table(get, Saved::Missing));
    }
    parts.extend(every_version(open));
    vec![el("section").set("class", "tm-stated").children(parts)]
}

/// What lacks a field, and why, as far as the contract says.
fn missing(open: &Open<'_>, coverage: &Coverage) -> Node {
    let items = open.contract.items(open.at);
    let find = |id: &Id| items.iter().copied().find(|it| it.id() == id);
    let lines = coverage.missing.iter().filter_map(find).map(|item| {
        el("li").child(links::to_item(open, &item)).child(
            el("p")
                .set("class", "tm-small")
                .text(why(open, coverage.field, &item)),
        )
    });
    el("details")
        .child(
            el("summary")
                .text(words::show_missing(coverage.missing.len(), open.lang))
                .child(links::hidden(&format!(
                    ": {}",
                    field_name(coverage.field, open.t)
                ))),
        )
        .child(el("ul").set("class", "tm-items").children(lines))
}

/// Why an item does not state a field: in the contract's words where it has some.
pub fn why(open: &Open<'_>, field: Field, item: &Item<'_>) -> String {
    let aspect = match field {
        Field::Cost => Aspect::Cost,
        Field::Effect => Aspect::Effect,
        // Of the contract itself an excerpt says nothing.
        _ if open.version().content == Content::Excerpt => return open.t.unmentioned.to_owned(),
        _ => return open.t.not_stated.to_owned(),
    };
    facts::fact(aspect, open.contract, item, open.lang).value
}

/// The figures of every version with content, when there are several.
fn every_version(open: &Open<'_>) -> Option<Node> {
    let t = open.t;
    let versions: Vec<_> = (open.contract.versions.iter())
        .filter(|it| it.content != Content::DocumentOnly)
        .map(|it| (it, open.contract.coverage(it)))
        .collect();
    if versions.len() < 2 {
        return None;
    }
    let heads = versions.iter().map(|(version, _)| {
        let now = version.label == open.version().label;
        let head = el("th").set("scope", "col").text(&version.label);
        head.maybe("aria-current", now.then_some("true"))
    });
    let head = el("tr").child(el("td")).children(heads);
    let rows = Field::ALL.iter().enumerate().map(|(at, field)| {
        let cells = versions.iter().map(|(_, coverage)| {
            let it = &coverage[at];
            let count = |it: usize| number::integer(it as i64, open.lang);
            el("td").text(format!("{}/{}", count(it.known), count(it.total)))
        });
        let name = el("th").set("scope", "row").text(field_name(*field, t));
        el("tr").child(name).children(cells)
    });
    let table = el("table")
        .set("class", "tm-figures")
        .child(el("caption").text(t.each_version))
        .child(el("thead").child(head))
        .child(el("tbody").children(rows));
    Some(
        el("div")
            .set("class", "tm-table-box")
            .set("tabindex", "0")
            .set("role", "region")
            .set("aria-label", t.each_version)
            .child(table),
    )
}
