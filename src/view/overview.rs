//! The contract itself: what the panel shows when no item is selected.

use leptos::prelude::*;

use super::desk::Desk;
use super::{facts, links};
use crate::contract::coverage::Field;
use crate::contract::quantity::Signed;
use crate::text::{Texts, date, problem, vocabulary};

/// Whose it is, who signs, what it states, where it comes from.
#[component]
pub fn Overview() -> impl IntoView {
    let desk = Desk::get();
    let content = move || {
        let contract = desk.contract.get()?;
        let version = contract.versions.get(desk.version()?)?;
        let (lang, t) = (desk.lang.get(), desk.texts());
        let signed = match &version.signed {
            Some(Signed::On(day)) => date::period(day, lang),
            _ => t.signed_unknown.to_owned(),
        };
        let document = version.document.as_ref().and_then(|id| contract.document(id));
        let link = document.map(|d| match links::document(&contract, d, lang) {
            Some(link) => link.into_any(),
            None => contract.text(&d.id, "title", &d.title, lang).0.to_owned().into_any(),
        });
        let parties = contract.parties.iter().map(|party| view! { <li>{facts::party_name(&contract, &party.id, lang)}</li> }).collect_view();
        let areas = contract.focus_areas.iter().map(|area| {
            let (title, lang) = contract.text(&area.id, "title", &area.title, lang);
            view! { <li lang=lang.as_str()>{title.to_owned()}</li> }
        });
        let documents = contract.documents.iter().map(|d| match links::document(&contract, d, lang) {
            Some(link) => view! { <li>{link}</li> }.into_any(),
            None => view! { <li>{contract.text(&d.id, "title", &d.title, lang).0.to_owned()}</li> }.into_any(),
        });
        let has_areas = !contract.focus_areas.is_empty();
        Some(view! {
            <p class="tm-kicker">{t.about}</p>
            <h2 tabindex="-1">{format!("{}, {} {}", contract.municipality.name, t.version.to_lowercase(), version.label)}</h2>
            <dl class="tm-facts">
                <dt>{t.signed}</dt><dd><span class:tm-unknown=!matches!(version.signed, Some(Signed::On(_)))>{signed}</span></dd>
                {link.map(|link| view! { <dt>{t.source}</dt><dd>{link}</dd> })}
            </dl>
            <Coverage />
            <h3>{t.parties}</h3>
            <ul class="tm-plain-list">{parties}</ul>
            {has_areas.then(|| view! { <h3>{t.focus_areas}</h3><ul class="tm-plain-list">{areas.collect_view()}</ul> })}
            <details class="tm-more-items"><summary>{format!("{} ({})", t.documents, contract.documents.len())}</summary><ul class="tm-plain-list">{documents.collect_view()}</ul></details>
            <Hints />
            <div class="tm-source"><p>{t.map_credit}</p></div>
        })
    };
    view! { {content} }
}

/// The name of a field whose coverage is counted.
fn field_name(field: Field, t: &Texts) -> &'static str {
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
#[component]
fn Coverage() -> impl IntoView {
    let desk = Desk::get();
    let rows = move || {
        let contract = desk.contract.get()?;
        let version = contract.versions.get(desk.version()?)?;
        let t = desk.texts();
        let coverage = contract.coverage(version);
        if coverage.iter().all(|it| it.total == 0) {
            return None;
        }
        let rows = coverage.into_iter().map(|it| view! {
            <tr data-coverage=it.field.as_str() data-known=it.known.to_string() data-total=it.total.to_string()>
                <th scope="row">{field_name(it.field, t)}</th>
                <td><svg class="tm-meter" width="100" height="10" aria-hidden="true">
                    <rect class="tm-meter-all" width="100" height=10 rx="4" />
                    <rect class="tm-meter-known" height="10" rx="4" width=100.0 * it.known as f64 / it.total.max(1) as f64 />
                </svg></td>
                <td>{format!("{} {} {}", it.known, t.coverage_of, it.total)}</td>
            </tr>
        });
        Some(view! {
            <h3>{t.coverage}</h3>
            <p class="tm-small">{format!("{}: {}, {}", t.kind, vocabulary::kind(crate::contract::Kind::Action, desk.lang.get()), vocabulary::kind(crate::contract::Kind::Measure, desk.lang.get()))}</p>
            <table class="tm-coverage"><tbody>{rows.collect_view()}</tbody></table>
        })
    };
    view! { {rows} }
}

/// What is worth knowing about the file: warnings and hints that did not stop it.
#[component]
fn Hints() -> impl IntoView {
    let desk = Desk::get();
    let rows = move || {
        let lang = desk.lang.get();
        desk.hints.with(|all| (!all.is_empty()).then(|| {
            let rows = all.iter().map(|it| view! {
                <li data-issue=it.code.as_str() data-path=it.path.clone()>{problem::sentence(it, lang)}</li>
            });
            view! { <details class="tm-more-items"><summary>{format!("{} ({})", desk.texts().hints, all.len())}</summary><ul class="tm-plain-list">{rows.collect_view()}</ul></details> }
        }))
    };
    view! { {rows} }
}
