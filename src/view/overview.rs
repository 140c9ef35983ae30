//! The contract itself: what the panel shows when no item is selected.

use super::desk::{Look, Open};
use super::panel::folded;
use super::{Node, facts, links, portfolio};
use crate::contract::coverage::{Coverage, Field};
use crate::contract::quantity::Signed;
use crate::markup::el;
use crate::state::View;
use crate::text::{Texts, case, date, problem};

/// Whose it is, who signs, what it states, where it comes from.
pub fn overview(look: &Look<'_>, open: &Open<'_>) -> Vec<Node> {
    let (contract, version, lang, t) = (open.contract, open.version(), open.lang, open.t);
    let mut facts_list = el("dl")
        .set("class", "tm-facts")
        .child(el("dt").text(t.signed))
        .child(el("dd").child(signed(version.signed.as_ref(), open)));
    if let Some(document) = version
        .document
        .as_ref()
        .and_then(|id| contract.document(id))
    {
        facts_list = facts_list
            .child(el("dt").text(t.source))
            .child(el("dd").child(links::document(open, document)));
    }
    // Where it is known from that there is such a version, and when it was signed: seldom the contract itself.
    let stated = version.source.as_ref().map(|it| &it.document);
    if let Some(document) = stated
        .filter(|id| version.document.as_ref() != Some(id))
        .and_then(|id| contract.document(id))
    {
        facts_list = facts_list
            .child(el("dt").text(t.stated_by))
            .child(el("dd").child(links::document(open, document)));
    }
    let mut parts = vec![
        el("p").set("class", "tm-kicker").text(t.about),
        el("h2").set("tabindex", "-1").text(format!(
            "{}, {} {}",
            contract.municipality.name,
            case::lower(t.version),
            version.label
        )),
        facts_list,
    ];
    // In the portfolio it is what comes first.
    if crate::WHOLE && open.state.view == View::Portfolio {
        parts.splice(0..0, portfolio::coverage(open));
    } else {
        parts.extend(coverage(open));
    }
    parts.extend(list(
        t.parties,
        contract
            .parties
            .iter()
            .map(|party| el("li").text(facts::party_name(contract, &party.id, lang)))
            .collect(),
    ));
    let areas = contract.focus_areas.iter().map(|area| {
        let (title, lang) = contract.text(&area.id, "title", &area.title, lang);
        el("li").set("lang", lang.as_str()).text(title)
    });
    parts.extend(list(t.focus_areas, areas.collect()));
    let documents = contract
        .documents
        .iter()
        .map(|it| el("li").child(links::document(open, it)));
    let name = format!("{} ({})", t.documents, contract.documents.len());
    parts.push(folded(
        name,
        el("ul").set("class", "tm-plain-list").children(documents),
    ));
    parts.extend(hints(look, open));
    parts.push(
        el("div")
            .set("class", "tm-source")
            .child(el("p").text(t.map_credit)),
    );
    parts
}

fn list(name: &str, items: Vec<Node>) -> Vec<Node> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        el("h3").text(name),
        el("ul").set("class", "tm-plain-list").children(items),
    ]
}

/// The day a version was signed, or that it is not known.
pub fn signed(signed: Option<&Signed>, open: &Open<'_>) -> Node {
    match signed {
        Some(Signed::On(day)) => el("span").text(date::period(day, open.lang)),
        _ => el("span")
            .set("class", "tm-unknown")
            .text(open.t.signed_unknown),
    }
}

/// The name of a field whose coverage is counted.
pub fn field_name(field: Field, t: &Texts) -> &'static str {
    match field {
        Field::Responsible => t.responsible,
        Field::Time => t.time,
        Field::Cost => t.cost,
        Field::Effect => t.effect,
        Field::Funding => t.funding,
        Field::Source => t.source,
    }
}

/// What the version states of its actions and measures, and of how many.
fn coverage(open: &Open<'_>) -> Vec<Node> {
    let t = open.t;
    let coverage = open.contract.coverage(open.version());
    if coverage.iter().all(|it| it.total == 0) {
        return Vec::new();
    }
    vec![
        el("h3").text(t.coverage),
        el("p").set("class", "tm-small").text(t.coverage_what),
        el("table")
            .set("class", "tm-coverage")
            .child(el("tbody").children(coverage.iter().map(|it| figure(it, t)))),
    ]
}

/// How many of a version's items state a field.
pub fn figure(it: &Coverage, t: &Texts) -> Node {
    let bar = |class: &str, width: f64| {
        el("rect")
            .set("class", class)
            .set("height", "10")
            .set("rx", "4")
            .num("width", width)
    };
    let meter = el("svg")
        .set("class", "tm-meter")
        .set("width", "100")
        .set("height", "10")
        .set("aria-hidden", "true")
        .child(bar("tm-meter-all", 100.0))
        .child(bar(
            "tm-meter-known",
            100.0 * it.known as f64 / it.total.max(1) as f64,
        ));
    el("tr")
        .set("data-coverage", it.field.as_str())
        .set("data-known", it.known.to_string())
        .set("data-total", it.total.to_string())
        .child(el("th").set("scope", "row").text(field_name(it.field, t)))
        .child(el("td").child(meter))
        .child(el("td").text(format!("{} {} {}", it.known, t.coverage_of, it.total)))
}

/// What is worth knowing about the file: warnings and hints that did not stop it.
fn hints(look: &Look<'_>, open: &Open<'_>) -> Option<Node> {
    if !crate::WHOLE {
        return None; // the contract that comes with the app has none
    }
    let all = &look.session.hints;
    let rows = all.iter().map(|it| {
        el("li")
            .set("data-issue", it.code.as_str())
            .set("data-path", &it.path)
            .text(problem::sentence(it, open.lang))
    });
    let name = format!("{} ({})", open.t.hints, all.len());
    (!all.is_empty()).then(|| folded(name, el("ul").set("class", "tm-plain-list").children(rows)))
}
