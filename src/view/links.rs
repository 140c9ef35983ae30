//! How one thing leads to another: from an item to those it hangs together with, and to the document it stands in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::desk::Desk;
use super::facts;
use super::shape::glyph;
use crate::contract::model::{Document, Version};
use crate::contract::{Contract, Id, Item, Kind, Lang};
use crate::state::Action;
use crate::text::{Texts, date, vocabulary};

/// The name of an item as it is spoken: title, kind, process, time.
pub fn spoken(contract: &Contract, item: &Item<'_>, lang: Lang) -> String {
    let mut name = facts::title(contract, item, lang).0;
    for tag in facts::tags(item, lang) {
        name += &format!(", {}", tag.to_lowercase());
    }
    if let Some(step) = item.steps().first() {
        name += &format!(", {}", vocabulary::step(*step, lang));
    }
    if let Some(period) = item.period() {
        name += &format!(", {}", date::period(&period, lang));
    }
    name
}

/// A link to a document, when it has an address.
pub fn document(contract: &Contract, document: &Document, lang: Lang) -> Option<impl IntoView + use<>> {
    let title = contract.text(&document.id, "title", &document.title, lang).0.to_owned();
    let t = Texts::of(lang);
    let label = format!("{title} ({})", t.opens_new);
    Some(view! { <a class="tm-out" href=document.url.clone()? target="_blank" rel="noopener noreferrer" aria-label=label>{title.clone()}</a> })
}

/// A button that selects another item of the version in focus.
pub fn to_item(desk: Desk, contract: &Contract, item: &Item<'_>) -> impl IntoView + use<> {
    let (title, lang) = facts::title(contract, item, desk.lang.get());
    let id = item.id().clone();
    let (kind, step) = (item.kind(), item.steps().first().copied());
    view! {
        <button type="button" class="tm-link" on:click=move |_| desk.act(Action::Select(id.clone()))>
            {glyph(kind, step)}
            <span lang=lang.as_str()>{title}</span>
            <span class="tm-hidden-text">", "{vocabulary::kind(kind, desk.lang.get())}</span>
        </button>
    }
}

/// The items that an item hangs together with, under the word for how.
pub fn relations<'a>(contract: &'a Contract, version: &'a Version, item: &Item<'a>, t: &'static Texts) -> Vec<(&'static str, Vec<Item<'a>>)> {
    let find = |ids: &[Id]| -> Vec<Item<'a>> { version.items().filter(|it| ids.contains(it.id())).collect() };
    let id = item.id();
    let mut groups = Vec::new();
    match item {
        Item::Commitment(it) => {
            groups.push((t.measures, it.measures.iter().map(|m| Item::Measure(it, m)).collect()));
        }
        Item::Measure(of, _) => groups.push((t.belongs_to, vec![Item::Commitment(of)])),
        Item::Action(it) => {
            groups.push((t.related, find(&it.commitments)));
            groups.push((t.needs, find(&it.depends_on)));
        }
        Item::Gap(it) => groups.push((t.about_goal, find(it.about.as_slice()))),
        Item::Goal(_) => {
            groups.push((t.gaps, version.gaps.iter().filter(|gap| gap.about.as_ref() == Some(id)).map(Item::Gap).collect()));
        }
        Item::Lesson(it) => groups.push((t.related, find(&it.about))),
        Item::Prerequisite(_) | Item::Body(_) | Item::Indicator(_) => {}
    }
    let serving = version.actions.iter().filter(|action| action.commitments.contains(id)).map(Item::Action).collect();
    let needing = version.actions.iter().filter(|action| action.depends_on.contains(id)).map(Item::Action).collect();
    groups.push((t.related, serving));
    groups.push((t.needed_by, needing));
    groups.retain(|(_, items): &(_, Vec<_>)| !items.is_empty());
    let _ = contract;
    groups
}

/// Brings the keyboard to the mark or row of an item inside `within`.
pub fn focus_item(within: &web_sys::Element, id: &Id) -> bool {
    let Ok(marks) = within.query_selector_all("[data-item]") else { return false };
    for i in 0..marks.length() {
        let Some(mark) = marks.item(i).and_then(|n| n.dyn_into::<web_sys::Element>().ok()) else { continue };
        if mark.get_attribute("data-item").as_deref() == Some(id.as_str()) {
            let target = match mark.query_selector("button") {
                Ok(Some(button)) => button,
                _ => mark,
            };
            // Both HTML and SVG elements have `focus`; the cast is to the method, not the type.
            let _ = target.unchecked_into::<web_sys::HtmlElement>().focus();
            return true;
        }
    }
    false
}

/// The shapes and what they stand for.
#[component]
pub fn Legend() -> impl IntoView {
    let desk = Desk::get();
    let kinds = move || {
        let contract = desk.contract.get()?;
        let items = contract.items(desk.version()?);
        let used = Kind::ALL.iter().copied().filter(|kind| items.iter().any(|item| item.kind() == *kind));
        Some(used.map(|kind| view! { <li>{glyph(kind, None)}{vocabulary::kind(kind, desk.lang.get())}</li> }).collect_view())
    };
    view! {
        <ul class="tm-legend" aria-label=move || desk.texts().legend>
            {kinds}
            <li>
                <svg class="tm-glyph tm-signing" width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
                    <path d=format!("M0 -{r}L{r} 0 0 {r}-{r} 0Z", r = 8) />
                </svg>
                {move || desk.texts().signing}
            </li>
            <li>
                <svg class="tm-glyph tm-c0" width="34" height="22" viewBox="-17 -11 34 22" aria-hidden="true">
                    <g class="tm-bar tm-loose"><rect x="-15" y="-6" width=30 height="12" rx="3" /><path class="tm-hatch" d=format!("M{} 5l10 -10M-4 5l10 -10M4 5l10 -10", -12) /></g>
                </svg>
                {move || desk.texts().loose}
            </li>
        </ul>
    }
}
