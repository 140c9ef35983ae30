//! The side panel: everything that the contract says of the selected item; the contract itself when none is selected.
//! On a phone it is a sheet at the bottom.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::act::Act;
use super::app::Seen;
use super::desk::{Desk, Look, Open, Shown};
use super::{Node, changes, facts, links, opening, overview};
use crate::contract::Item;
use crate::contract::model::Indicator;
use crate::markup::{el, text};
use crate::state::Action;
use crate::text::{case, number, vocabulary};

/// The panel beside the view.
pub fn panel(look: &Look<'_>) -> Node {
    let aside = el("aside").set("class", "tm-panel");
    let Some(open) = &look.open else {
        return aside.set("hidden", "");
    };
    let aside = aside.set("aria-label", open.t.about);
    match open.selected() {
        Some(shown) => aside.class("tm-up").children(about(look, open, &shown)),
        None => aside.children(overview::overview(look, open)),
    }
}

/// Everything that the contract says of an item.
fn about(look: &Look<'_>, open: &Open<'_>, shown: &Shown<'_>) -> Vec<Node> {
    let (lang, t, item) = (open.lang, open.t, &shown.item);
    let step = item
        .steps()
        .first()
        .map(|step| vocabulary::step_numbered(*step, lang));
    let label = match open.compared() {
        Some(then) if shown.gone => &then.label,
        _ => &open.version().label,
    };
    let version = format!("{} {label}", case::lower(t.version));
    let kicker: Vec<String> = step.into_iter().chain([version]).collect();
    let (title, title_lang) = facts::title(open.contract, item, lang);
    let close = el("button")
        .set("type", "button")
        .set("class", "tm-round tm-close")
        .set("aria-label", t.close)
        .text("×");
    let head = el("div")
        .set("class", "tm-panel-head")
        .child(el("p").set("class", "tm-kicker").text(kicker.join(" · ")))
        .child(close.press(Act::Do(Action::Deselect)));
    let mut parts = vec![
        head,
        el("h2")
            .set("tabindex", "-1")
            .set("lang", title_lang.as_str())
            .text(title),
        el("ul").set("class", "tm-tags").children(
            facts::tags(item, lang)
                .into_iter()
                .map(|tag| el("li").text(tag)),
        ),
    ];
    parts.extend(
        facts::summary(open.contract, item, lang).map(|(words, lang)| {
            el("p")
                .set("class", "tm-summary")
                .set("lang", lang.as_str())
                .text(words)
        }),
    );
    parts.extend(changes::section(open, shown));
    parts.push(stated(open, item));
    if matches!(item, Item::Commitment(it) if it.shared && it.measures.is_empty()) {
        parts.push(el("p").child(unknown(t.measures_none)));
    }
    if let Item::Indicator(indicator) = item {
        parts.push(series(open, indicator));
    }
    for (name, items) in links::relations(open, item) {
        parts.push(el("h3").text(name));
        parts.push(
            el("ul").set("class", "tm-items").children(
                items
                    .iter()
                    .map(|it| el("li").child(links::to_item(open, it))),
            ),
        );
    }
    parts.extend(opening::who_else(look, open, item));
    parts.extend(same_step(open, item));
    parts.push(foot(open, item));
    parts
}

/// A phrase for what is not known.
fn unknown(words: &str) -> Node {
    el("span").set("class", "tm-unknown").text(words)
}

/// A fact's value, marked when it says that nothing is said.
pub fn value(fact: &facts::Fact) -> Node {
    if fact.unknown {
        unknown(&fact.value)
    } else {
        text(&fact.value)
    }
}

fn stated(open: &Open<'_>, item: &Item<'_>) -> Node {
    let mut list = el("dl").set("class", "tm-facts");
    for fact in facts::facts(open.contract, item, open.lang) {
        list = list
            .child(el("dt").text(fact.label))
            .child(el("dd").child(value(&fact)));
    }
    let also: Vec<&str> = item
        .steps()
        .iter()
        .skip(1)
        .map(|step| vocabulary::step(*step, open.lang))
        .collect();
    if !also.is_empty() {
        list = list
            .child(el("dt").text(open.t.also_in))
            .child(el("dd").text(also.join(", ")));
    }
    list
}

/// The other items of the same process, folded: the map shows them too.
fn same_step(open: &Open<'_>, item: &Item<'_>) -> Option<Node> {
    let step = *item.steps().first()?;
    let items = open.contract.items(open.at);
    let others: Vec<Node> = (items.iter())
        .filter(|it| it.steps().first() == Some(&step) && it.id() != item.id())
        .map(|it| el("li").child(links::to_item(open, it)))
        .collect();
    let name = format!("{} ({})", open.t.same_step, others.len());
    (!others.is_empty()).then(|| folded(name, el("ul").set("class", "tm-items").children(others)))
}

/// Something that opens under a heading.
pub fn folded(name: String, content: Node) -> Node {
    el("details")
        .set("class", "tm-more-items")
        .child(el("summary").text(name))
        .child(content)
}

/// Where it stands, and who placed it on the map.
fn foot(open: &Open<'_>, item: &Item<'_>) -> Node {
    let t = open.t;
    let foot = el("div").set("class", "tm-source");
    let foot = match item
        .source()
        .and_then(|source| facts::source(open.contract, source, open.lang))
    {
        Some((words, document)) => {
            let link = document
                .url
                .is_some()
                .then(|| el("p").child(links::document(open, document)));
            foot.child(el("p").text(format!("{}: {words}.", t.source)))
                .children(link)
        }
        None => foot.child(
            el("p")
                .text(format!("{}: ", t.source))
                .child(unknown(t.not_stated)),
        ),
    };
    foot.child(el("p").text(facts::placing(item, open.lang)))
}

/// The values of an indicator as a table, with its shares in the latest year.
fn series(open: &Open<'_>, indicator: &Indicator) -> Node {
    let (lang, t) = (open.lang, open.t);
    let row = |name: String, value: f64| {
        el("tr")
            .child(el("th").set("scope", "row").text(name))
            .child(el("td").text(number::number(value, lang)))
    };
    let unit = indicator.unit.map_or_else(String::new, |unit| {
        format!(", {}", number::unit(unit, lang))
    });
    let head = el("tr")
        .child(el("th").set("scope", "col").text(t.year))
        .child(el("th").set("scope", "col").text(t.series));
    let total = el("table")
        .child(el("caption").text(format!("{}{unit}", t.total)))
        .child(el("thead").child(head))
        .child(
            el("tbody").children(
                indicator
                    .series
                    .iter()
                    .map(|reading| row(reading.year.to_string(), reading.value)),
            ),
        );
    let last = indicator.series.last().map(|reading| reading.year);
    // The largest share first.
    let mut shares: Vec<(String, f64)> = Vec::new();
    for it in open
        .contract
        .indicators
        .iter()
        .filter(|it| it.part_of.as_ref() == Some(&indicator.id))
    {
        if let Some(reading) = it.series.iter().find(|reading| Some(reading.year) == last) {
            let name = open
                .contract
                .text(&it.id, "title", &it.title, lang)
                .0
                .to_owned();
            let at = shares.partition_point(|(_, value)| *value >= reading.value);
            shares.insert(at, (name, reading.value));
        }
    }
    let sectors = (!shares.is_empty()).then(|| {
        let caption = format!("{} {}{unit}", t.sector, last.unwrap_or_default());
        let rows = shares.into_iter().map(|(name, value)| row(name, value));
        el("table")
            .child(el("caption").text(caption))
            .child(el("tbody").children(rows))
    });
    el("div")
        .set("class", "tm-series")
        .child(total)
        .children(sectors)
}

/// An item that opens takes the keyboard to its heading; when it closes, the keyboard goes back to its mark.
pub fn keep_focus(desk: Desk, before: &Seen, now: &Seen) {
    let turned = before.state.front() != now.state.front();
    // An item of the same id in another contract is another one. When another comes to the front, and no item with it, the
    // keyboard stays where it is.
    if if turned {
        now.state.item.is_none()
    } else {
        before.state.item == now.state.item
    } {
        return;
    }
    desk.root
        .with_value(|root| match (&before.state.item, &now.state.item) {
            (Some(id), None) => links::focus_item(root, id),
            _ => {
                let heading = root.query_selector(".tm-panel h2").ok().flatten();
                if let Some(heading) =
                    heading.and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok())
                {
                    let _ = heading.focus();
                }
            }
        });
}
