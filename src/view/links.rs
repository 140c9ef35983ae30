//! How one thing leads to another: from an item to those it hangs together with, and to the document it stands in.

use wasm_bindgen::JsCast;

use super::act::Act;
use super::desk::{Open, Shown};
use super::shape::{diamond, glyph, picture};
use super::{Node, facts};
use crate::contract::model::Document;
use crate::contract::{Contract, Id, Item, Kind, Lang};
use crate::markup::el;
use crate::state::Action;
use crate::text::{case, date, vocabulary};

/// The name of an item as it is spoken: title, kind, process, time, and what became of it.
pub fn spoken(contract: &Contract, shown: &Shown<'_>, lang: Lang) -> String {
    let item = &shown.item;
    let mut name = facts::title(contract, item, lang).0;
    for tag in facts::tags(item, lang) {
        name += &format!(", {}", case::lower(&tag));
    }
    if let Some(step) = item.steps().first() {
        name += &format!(", {}", vocabulary::step(*step, lang));
    }
    if let Some(period) = item.period() {
        name += &format!(", {}", date::period(&period, lang));
    }
    if let Some(change) = shown.change {
        name += &format!(", {}", vocabulary::change(change, lang));
    }
    name
}

/// A document: a link to it when it has an address, else its title.
pub fn document(open: &Open<'_>, document: &Document) -> Node {
    let (title, lang) = open
        .contract
        .text(&document.id, "title", &document.title, open.lang);
    match &document.url {
        Some(url) => el("a")
            .set("class", "tm-out")
            .set("href", url)
            .set("target", "_blank")
            .set("rel", "noopener noreferrer")
            .set("lang", lang.as_str())
            .text(title)
            .child(hidden(&format!(" ({})", open.t.opens_new))),
        None => el("span").set("lang", lang.as_str()).text(title),
    }
}

/// Words for the ear only.
pub fn hidden(words: &str) -> Node {
    el("span").set("class", "tm-hidden-text").text(words)
}

/// A button that selects another item of the version in focus.
pub fn to_item(open: &Open<'_>, item: &Item<'_>) -> Node {
    let (title, lang) = facts::title(open.contract, item, open.lang);
    el("button")
        .set("type", "button")
        .set("class", "tm-link")
        .child(glyph(item.kind(), item.steps().first().copied()))
        .child(el("span").set("lang", lang.as_str()).text(title))
        .child(hidden(&format!(
            ", {}",
            vocabulary::kind(item.kind(), open.lang)
        )))
        .press(Act::Do(Action::Select(item.id().clone())))
}

/// The items that an item hangs together with, under the word for how.
pub fn relations<'a>(open: &Open<'a>, item: &Item<'a>) -> Vec<(&'static str, Vec<Item<'a>>)> {
    let (version, t, id) = (open.version(), open.t, item.id());
    let find = |ids: &[Id]| -> Vec<Item<'a>> {
        version.items().filter(|it| ids.contains(it.id())).collect()
    };
    let mut groups = Vec::new();
    match item {
        Item::Commitment(it) => groups.push((
            t.measures,
            it.measures.iter().map(|m| Item::Measure(it, m)).collect(),
        )),
        Item::Measure(of, _) => groups.push((t.belongs_to, vec![Item::Commitment(of)])),
        Item::Action(it) => {
            groups.push((t.related, find(&it.commitments)));
            groups.push((t.needs, find(&it.depends_on)));
        }
        Item::Gap(it) => groups.push((t.about_goal, find(it.about.as_slice()))),
        Item::Goal(_) => {
            let gaps = version
                .gaps
                .iter()
                .filter(|gap| gap.about.as_ref() == Some(id));
            groups.push((t.gaps, gaps.map(Item::Gap).collect()));
        }
        Item::Lesson(it) => groups.push((t.related, find(&it.about))),
        Item::Prerequisite(_) | Item::Body(_) | Item::Indicator(_) => {}
    }
    let actions = |of: fn(&crate::contract::model::Action) -> &Vec<Id>| -> Vec<Item<'a>> {
        version
            .actions
            .iter()
            .filter(|action| of(action).contains(id))
            .map(Item::Action)
            .collect()
    };
    groups.push((t.related, actions(|action| &action.commitments)));
    groups.push((t.needed_by, actions(|action| &action.depends_on)));
    groups.retain(|(_, items)| !items.is_empty());
    groups
}

/// Brings the keyboard to the mark or row of an item inside `within`: that of the contract in front; and where it stands in
/// several versions, that of the version in focus.
pub fn focus_item(within: &web_sys::Element, id: &Id) {
    let Ok(marks) = within.query_selector_all("[data-item]") else {
        return;
    };
    let root = within.closest("[data-app]").ok().flatten();
    let said = |name: &str| root.as_ref().and_then(|root| root.get_attribute(name));
    let (now, open) = (said("data-version"), said("data-contract"));
    let front = open.as_deref().and_then(|open| open.split(',').next());
    for i in 0..marks.length() {
        let Some(mark) = marks
            .item(i)
            .and_then(|n| n.dyn_into::<web_sys::Element>().ok())
        else {
            continue;
        };
        let version = mark.get_attribute("data-version");
        let contract = mark.get_attribute("data-contract");
        let of_another = version.is_some() && version != now
            || contract.is_some() && contract.as_deref() != front;
        if mark.get_attribute("data-item").as_deref() == Some(id.as_str()) && !of_another {
            let target = mark.query_selector("button").ok().flatten().unwrap_or(mark);
            // Both HTML and SVG elements have `focus`; the cast is to the method, not the type.
            let _ = target.unchecked_into::<web_sys::HtmlElement>().focus();
            return;
        }
    }
}

/// The shapes and what they stand for.
pub fn legend(open: &Open<'_>) -> Node {
    let items = open.items();
    let used = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| items.iter().any(|it| it.item.kind() == *kind));
    let signing =
        picture("22", "-11 -11 22 22", "tm-signing").child(el("path").set("d", diamond(8.0)));
    let loose = el("g").set("class", "tm-bar tm-loose").child(
        el("rect")
            .set("x", "-15")
            .set("y", "-6")
            .set("width", "30")
            .set("height", "12")
            .set("rx", "3"),
    );
    let loose = loose.child(
        el("path")
            .set("class", "tm-hatch")
            .set("d", "M-12 5l10 -10M-4 5l10 -10M4 5l10 -10"),
    );
    el("ul")
        .set("class", "tm-legend")
        .set("aria-label", open.t.legend)
        .children(used.map(|kind| {
            el("li")
                .child(glyph(kind, None))
                .text(vocabulary::kind(kind, open.lang))
        }))
        .child(el("li").child(signing).text(open.t.signing))
        .child(
            el("li")
                .child(picture("34", "-17 -11 34 22", "tm-c0").child(loose))
                .text(open.t.loose),
        )
}
