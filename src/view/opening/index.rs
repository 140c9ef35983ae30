//! The contracts that the index names: to open one, or to choose several.

use super::Way;
use crate::contract::IndexEntry;
use crate::markup::el;
use crate::text::{case, several, vocabulary};
use crate::view::Node;
use crate::view::act::{Act, Saved};
use crate::view::desk::{Look, Session};
use crate::view::list;

/// The list with its search, while the dialog is shown; nothing without an index.
pub fn choices(look: &Look<'_>) -> Vec<Node> {
    let (session, lang, t) = (look.session, look.lang, look.t);
    let all = &session.built_in;
    if !session.choosing || all.is_empty() {
        return Vec::new();
    }
    let (mut found, mut read, mut entries) = (0, 0, Vec::with_capacity(all.len()));
    for it in all {
        let shown = listed(session, it);
        found += usize::from(shown);
        read += usize::from(it.is_transcribed());
        entries.push(entry(look, it, shown));
    }
    let counted = if session.find.trim().is_empty() {
        several::contracts(all.len(), read, lang)
    } else if found == 0 {
        t.find_none.to_owned()
    } else {
        several::found(found, all.len(), lang)
    };
    let search = el("input")
        .set("type", "search")
        .set("placeholder", t.find_hint)
        .set("value", &session.find)
        .value(|words| Act::Open(Way::Find(words)));
    let search = el("label")
        .set("class", "tm-field")
        .child(el("span").text(t.find))
        .child(search);
    let section = el("section")
        .child(el("h3").text(t.open_built_in))
        .child(search)
        .child(
            el("p")
                .set("class", "tm-small")
                .set("role", "status")
                .text(counted),
        )
        .child(
            el("ul")
                .set("class", "tm-choices")
                .class_if(look.session.built_in.len() > MANY, "tm-many")
                .children(entries),
        )
        .child(together(look))
        .children((found > 0).then(|| list::take_table(t.get_csv, Saved::Index)));
    vec![section]
}

/// Whether the search lets a contract through: by its name, or by the beginning of its municipality's code.
pub fn listed(session: &Session, it: &IndexEntry) -> bool {
    let words = case::lower(session.find.trim());
    let code = it.code.as_deref().unwrap_or_default();
    code.starts_with(&words) || case::lower(&it.name).contains(&words)
}

/// From so many contracts on, those that are scrolled away are not laid out: 290 municipalities stay quick.
const MANY: usize = 100;

/// One contract: opened by its name, or chosen. What is not found stays, hidden: it is soon back.
fn entry(look: &Look<'_>, it: &IndexEntry, shown: bool) -> Node {
    let id = it.id.as_str();
    let mut known = String::new();
    for (place, version) in it.versions.iter().enumerate() {
        if place > 0 {
            known += ", ";
        }
        known += &version.label;
        let next = it.versions.get(place + 1).map(|next| next.content);
        if next != Some(version.content) {
            known += " ";
            known += vocabulary::content(version.content, look.lang);
        }
    }
    let example = it.example.then(|| {
        el("span")
            .set("class", "tm-example")
            .text(look.t.example_short)
    });
    let open = el("button")
        .set("type", "button")
        .set("class", "tm-link")
        .text(&it.name)
        .press(Act::Open(Way::Fetch(id.to_owned())));
    let is_picked = look.session.picked.iter().any(|it| it == id);
    let box_ = el("input")
        .set("type", "checkbox")
        .set("aria-label", several::compare(&it.name, look.lang))
        .maybe("checked", is_picked.then_some(""))
        .on("change", Act::Open(Way::Pick(id.to_owned())));
    let compare = el("label")
        .set("class", "tm-check")
        .child(box_)
        .child(el("span").text(look.t.pick));
    el("li")
        .set("data-contract", id)
        .maybe("hidden", (!shown).then_some(""))
        .child(
            el("div")
                .child(open)
                .children(example)
                .child(el("p").set("class", "tm-small").text(known)),
        )
        .child(compare)
}

/// What can be done with those that are chosen.
fn together(look: &Look<'_>) -> Node {
    let picked = &look.session.picked;
    let mut beside = look.session.state.contract.clone();
    for it in picked {
        if look.session.state.references().all(|open| open != it) {
            beside = format!("{beside},{it}");
        }
    }
    let button = |name: &str, enabled: bool, references: String| {
        el("button")
            .set("type", "button")
            .set("class", "tm-button")
            .maybe("disabled", (!enabled).then_some(""))
            .text(name)
            .press(Act::Open(Way::Fetch(references)))
    };
    let is_open = look.open.is_some();
    el("p")
        .set("class", "tm-together")
        .child(button(
            look.t.open_together,
            picked.len() > 1,
            picked.join(","),
        ))
        .children(is_open.then(|| button(look.t.open_added, !picked.is_empty(), beside)))
}
