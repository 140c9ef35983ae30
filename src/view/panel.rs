//! The side panel: everything that the contract says of the selected item; the contract itself when none is selected.
//! On a phone it is a sheet at the bottom.

use leptos::html::{Aside, H2};
use leptos::prelude::*;

use super::desk::Desk;
use super::overview::Overview;
use super::{facts, links};
use crate::contract::model::Indicator;
use crate::contract::{Contract, Id, Item};
use crate::host::page;
use crate::state::Action;
use crate::text::{number, vocabulary};

/// The panel beside the view.
#[component]
pub fn Side() -> impl IntoView {
    let desk = Desk::get();
    let chosen = Memo::new(move |_| desk.state.with(|s| s.item.clone()));
    let aside = NodeRef::<Aside>::new();
    Effect::new(move |before: Option<Option<Id>>| {
        let now = chosen.get();
        if let Some(before) = before {
            move_focus(desk, aside, before, now.as_ref());
        }
        now
    });
    view! {
        <aside class="tm-panel" class:tm-up=move || chosen.get().is_some() node_ref=aside aria-label=move || desk.texts().about>
            {move || match chosen.get() {
                Some(id) => view! { <Panel id /> }.into_any(),
                None => view! { <Overview /> }.into_any(),
            }}
        </aside>
    }
}

/// An item that opens takes the keyboard to its heading; when it closes, the keyboard goes back to its mark.
fn move_focus(desk: Desk, aside: NodeRef<Aside>, before: Option<Id>, now: Option<&Id>) {
    if now.is_some() {
        page::next_frame(move || {
            let heading = aside.try_get_untracked().flatten().and_then(|a| a.query_selector("h2").ok().flatten());
            if let Some(heading) = heading {
                let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(heading).focus();
            }
        });
    } else if let Some(id) = before {
        page::next_frame(move || desk.root.with_value(|root| {
            links::focus_item(root, &id);
        }));
    }
}

/// Everything that the contract says of an item.
#[component]
fn Panel(id: Id) -> impl IntoView {
    let desk = Desk::get();
    let heading = NodeRef::<H2>::new();
    let content = move || {
        let contract = desk.contract.get()?;
        let at = desk.version()?;
        let item = contract.item(at, &id)?;
        let version = contract.versions.get(at)?;
        let (lang, t) = (desk.lang.get(), desk.texts());
        let step = item.steps().first().map(|step| vocabulary::step_numbered(*step, lang));
        let kicker = step.into_iter().chain([format!("{} {}", t.version.to_lowercase(), version.label)]).collect::<Vec<_>>().join(" · ");
        let (title, title_lang) = facts::title(&contract, &item, lang);
        let summary = facts::summary(&contract, &item, lang);
        let also = item.steps().get(1..).unwrap_or_default().iter().map(|step| vocabulary::step(*step, lang)).collect::<Vec<_>>().join(", ");
        let groups = links::relations(&contract, version, &item, t);
        let none = matches!(item, Item::Commitment(it) if it.shared && it.measures.is_empty());
        Some(view! {
            <div class="tm-panel-head">
                <p class="tm-kicker">{kicker}</p>
                <button type="button" class="tm-round tm-close" aria-label=t.close on:click=move |_| desk.act(Action::Deselect)>"×"</button>
            </div>
            <h2 tabindex="-1" node_ref=heading lang=title_lang.as_str()>{title}</h2>
            <ul class="tm-tags">{facts::tags(&item, lang).into_iter().map(|tag| view! { <li>{tag}</li> }).collect_view()}</ul>
            {summary.map(|(text, lang)| view! { <p class="tm-summary" lang=lang.as_str()>{text}</p> })}
            <dl class="tm-facts">
                {facts::facts(&contract, &item, lang).into_iter().map(|fact| view! {
                    <dt>{fact.label}</dt>
                    <dd><span class:tm-unknown=fact.unknown>{fact.value}</span></dd>
                }).collect_view()}
                {(!also.is_empty()).then(|| view! { <dt>{t.also_in}</dt><dd>{also}</dd> })}
            </dl>
            {none.then(|| view! { <p class="tm-unknown-line">{t.measures_none}</p> })}
            {if let Item::Indicator(indicator) = item { Some(series(&contract, indicator, lang)) } else { None }}
            {groups.into_iter().map(|(name, items)| view! {
                <h3>{name}</h3>
                <ul class="tm-items">{items.iter().map(|it| view! { <li>{links::to_item(desk, &contract, it)}</li> }).collect_view()}</ul>
            }).collect_view()}
            {same_step(desk, &contract, at, &item)}
            <Foot id=id.clone() />
        })
    };
    view! { {content} }
}

/// The other items of the same process, folded: the map shows them too.
fn same_step(desk: Desk, contract: &Contract, version: usize, item: &Item<'_>) -> Option<impl IntoView + use<>> {
    let step = *item.steps().first()?;
    let items = contract.items(version);
    let others: Vec<_> = items.iter().filter(|it| it.steps().first() == Some(&step) && it.id() != item.id()).collect();
    let list = others.iter().map(|it| view! { <li>{links::to_item(desk, contract, it)}</li> }).collect_view();
    (!others.is_empty()).then(|| view! {
        <details class="tm-more-items">
            <summary>{format!("{} ({})", desk.texts().same_step, others.len())}</summary>
            <ul class="tm-items">{list}</ul>
        </details>
    })
}

/// Where it stands, and who placed it on the map.
#[component]
fn Foot(id: Id) -> impl IntoView {
    let desk = Desk::get();
    let lines = move || {
        let contract = desk.contract.get()?;
        let item = contract.item(desk.version()?, &id)?;
        let (lang, t) = (desk.lang.get(), desk.texts());
        let source = item.source().and_then(|source| facts::source(&contract, source, lang)).map(|(words, document)| {
            (words, links::document(&contract, document, lang).map(IntoAny::into_any))
        });
        Some(view! {
            <div class="tm-source">
                {match source {
                    Some((words, link)) => view! { <p>{t.source}": "{words}"."</p>{link.map(|link| view! { <p>{link}</p> })} }.into_any(),
                    None => view! { <p class="tm-unknown-line">{t.source}": "{t.not_stated}</p> }.into_any(),
                }}
                <p>{facts::placing(&item, lang)}</p>
            </div>
        })
    };
    view! { {lines} }
}

/// The values of an indicator as a table, with its shares beside the total.
fn series(contract: &Contract, indicator: &Indicator, lang: crate::contract::Lang) -> impl IntoView + use<> {
    let t = crate::text::Texts::of(lang);
    let unit = indicator.unit.map(|unit| number::unit(unit, lang).to_owned());
    let total = indicator.series.iter().map(|reading| view! {
        <tr><th scope="row">{reading.year.to_string()}</th><td>{number::number(reading.value, lang)}</td></tr>
    });
    let last = indicator.series.last().map(|reading| reading.year);
    let mut shares: Vec<(String, f64)> = (contract.indicators.iter())
        .filter(|it| it.part_of.as_ref() == Some(&indicator.id))
        .filter_map(|it| {
            let value = it.series.iter().find(|reading| Some(reading.year) == last)?.value;
            Some((contract.text(&it.id, "title", &it.title, lang).0.to_owned(), value))
        })
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let sectors = (!shares.is_empty()).then(|| {
        let rows = shares.into_iter().map(|(name, value)| view! { <tr><th scope="row">{name}</th><td>{number::number(value, lang)}</td></tr> });
        view! {
            <table>
                <caption>{format!("{} {}", t.sector, last.map(|y| y.to_string()).unwrap_or_default())}</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <div class="tm-series">
            <table>
                <caption>{t.total}{unit.map(|unit| format!(", {unit}"))}</caption>
                <thead><tr><th scope="col">{t.year}</th><th scope="col">{t.series}</th></tr></thead>
                <tbody>{total.collect_view()}</tbody>
            </table>
            {sectors}
        </div>
    }
}
