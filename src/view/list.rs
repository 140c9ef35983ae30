//! The list twins: the same items as the map and the roadmap, with the same filters, as headings and lists. What a screen
//! reader gets, what prints, and what a phone may show first.

use leptos::prelude::*;

use super::desk::Desk;
use super::shape::glyph;
use super::stage::Unread;
use super::{facts, links};
use crate::contract::model::Version;
use crate::contract::quantity::Signed;
use crate::contract::{Contract, Item, Lang, Part, Step};
use crate::journey::Stretch;
use crate::state::{Action, View};
use crate::text::{Texts, date, vocabulary};

/// The list of the view in question.
#[component]
pub fn List() -> impl IntoView {
    let desk = Desk::get();
    Effect::new(move |told: Option<()>| {
        if told.is_none() {
            crate::host::events::mark("tm:first-view");
        }
    });
    let content = move || {
        let contract = desk.contract.get()?;
        let at = desk.version()?;
        let state = desk.state.get();
        let items: Vec<Item<'_>> = contract.items(at).into_iter().filter(|item| state.admits(item, &contract)).collect();
        let groups = match state.view {
            View::Map => by_step(items, state.lang),
            View::Roadmap => by_time(&contract, items, state.lang),
        };
        let nothing = groups.is_empty() && !contract.items(at).is_empty();
        let sections = groups.into_iter().map(|(name, items)| section(desk, &contract, name, &items, state.lang)).collect_view();
        let t = Texts::of(state.lang);
        let signings = (state.view == View::Roadmap).then(|| signings(&contract, state.lang));
        Some(view! {
            <h2>{format!("{}, {} {}", match state.view { View::Map => t.map, View::Roadmap => t.roadmap }, t.version.to_lowercase(), contract.versions[at].label)}</h2>
            {signings}
            {nothing.then(|| view! { <p class="tm-nothing">{t.no_match}</p> })}
            {sections}
        })
    };
    view! { <div class="tm-list"><Unread />{content}</div> }
}

/// The items by process, those of none last.
fn by_step(items: Vec<Item<'_>>, lang: Lang) -> Vec<(String, Vec<Item<'_>>)> {
    let names = Step::ALL.iter().map(|step| (Some(*step), vocabulary::step_numbered(*step, lang)));
    let names = names.chain([(None, Texts::of(lang).outside.to_owned())]);
    names
        .map(|(step, name)| (name, items.iter().copied().filter(|it| it.steps().first().copied() == step).collect::<Vec<_>>()))
        .filter(|(_, items)| !items.is_empty())
        .collect()
}

/// The items by part of the contract, oldest first; those without a date last, under their part.
fn by_time<'a>(contract: &Contract, items: Vec<Item<'a>>, lang: Lang) -> Vec<(String, Vec<Item<'a>>)> {
    let start = |item: &Item<'_>| item.span().map(Stretch::from).and_then(|s| s.start.or(s.end));
    let mut groups = Vec::new();
    for dated in [true, false] {
        for part in Part::ALL {
            let mut members: Vec<Item<'_>> =
                items.iter().copied().filter(|it| it.part(contract) == part && it.span().is_some() == dated).collect();
            members.sort_by(|a, b| start(a).unwrap_or(0.0).total_cmp(&start(b).unwrap_or(0.0)));
            let name = vocabulary::part(part, lang);
            let name = if dated { name.to_owned() } else { format!("{}: {name}", Texts::of(lang).undated) };
            groups.push((name, members));
        }
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

/// The versions with the days they were signed: the band, in words.
fn signings(contract: &Contract, lang: Lang) -> impl IntoView + use<> {
    let t = Texts::of(lang);
    let line = |version: &Version| {
        let day = match &version.signed {
            Some(Signed::On(day)) => date::period(day, lang),
            _ => t.signed_unknown.to_owned(),
        };
        let content = vocabulary::content(version.content, lang);
        let link = version.document.as_ref().and_then(|id| contract.document(id)).and_then(|d| links::document(contract, d, lang));
        view! { <li><strong>{version.label.clone()}</strong>{format!(" · {}: {day} · {content} ", t.signed.to_lowercase())}{link}</li> }
    };
    view! {
        <section class="tm-section">
            <h3>{t.contract_lane}</h3>
            <ul class="tm-plain-list">{contract.versions.iter().map(line).collect_view()}</ul>
        </section>
    }
}

fn section(desk: Desk, contract: &Contract, name: String, items: &[Item<'_>], lang: Lang) -> impl IntoView + use<> {
    let rows = items.iter().map(|item| entry(desk, contract, item, lang)).collect_view();
    view! {
        <section class="tm-section">
            <h3>{format!("{name} ({})", items.len())}</h3>
            <ul class="tm-entries">{rows}</ul>
        </section>
    }
}

fn entry(desk: Desk, contract: &Contract, item: &Item<'_>, lang: Lang) -> impl IntoView + use<> {
    let id = item.id().clone();
    let step = item.steps().first().copied();
    let (title, title_lang) = facts::title(contract, item, lang);
    let summary = facts::summary(contract, item, lang);
    let t = Texts::of(lang);
    let source = item.source().and_then(|it| facts::source(contract, it, lang)).map_or_else(|| t.not_stated.to_owned(), |(words, _)| words);
    let chosen = {
        let id = id.clone();
        move || desk.state.with(|s| s.item.as_ref() == Some(&id))
    };
    let (own, facts) = (id.0.clone(), facts::facts(contract, item, lang));
    view! {
        <li
            class="tm-entry" class:tm-selected=chosen
            data-item=own data-kind=item.kind().as_str() data-step=step.map(Step::as_str)
        >
            <h4>
                <button type="button" class="tm-link" on:click=move |_| desk.act(Action::Select(id.clone()))>
                    {glyph(item.kind(), step)}
                    <span lang=title_lang.as_str()>{title}</span>
                </button>
            </h4>
            <p class="tm-small">{facts::tags(item, lang).join(" · ")}{step.map(|step| format!(" · {}", vocabulary::step(step, lang)))}</p>
            {summary.map(|(text, lang)| view! { <p lang=lang.as_str()>{text}</p> })}
            <dl class="tm-facts tm-inline">
                {facts.into_iter().map(|fact| view! {
                    <div><dt>{fact.label}</dt><dd><span class:tm-unknown=fact.unknown>{fact.value}</span></dd></div>
                }).collect_view()}
            </dl>
            <p class="tm-small">{t.source}": "{source}</p>
        </li>
    }
}
