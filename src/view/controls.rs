//! What is shown of the contract, and whether as a picture or a list: search and filters.

use leptos::prelude::*;

use super::desk::Desk;
use super::facts;
use crate::contract::{Id, Step};
use crate::state::{Action, Form};
use crate::text::vocabulary;

/// The row of controls above a view.
#[component]
pub fn Controls() -> impl IntoView {
    let desk = Desk::get();
    let t = move || desk.texts();
    let filtered = move || desk.state.with(crate::state::State::has_filter);
    let found = move || {
        let contract = desk.contract.get()?;
        let items = contract.items(desk.version()?);
        let admitted = desk.state.with(|s| items.iter().filter(|item| s.admits(item, &contract)).count());
        Some(format!("{admitted} {} {}", t().coverage_of, items.len()))
    };
    view! {
        <form class="tm-controls" role="search" on:submit=move |event| event.prevent_default()>
            <label class="tm-field">
                <span>{move || t().search}</span>
                <input
                    type="search"
                    placeholder=move || t().search_hint
                    prop:value=move || desk.state.with(|s| s.query.clone())
                    on:input=move |event| desk.act(Action::Search(event_target_value(&event)))
                />
            </label>
            <label class="tm-field">
                <span>{move || t().step}</span>
                <select on:change=move |event| desk.act(Action::FilterStep(Step::parse(&event_target_value(&event))))>
                    <option value="" selected=move || desk.state.with(|s| s.step.is_none())>{move || t().all}</option>
                    {Step::ALL.iter().copied().map(|step| view! {
                        <option value=step.as_str() selected=move || desk.state.with(|s| s.step == Some(step))>
                            {move || vocabulary::step_numbered(step, desk.lang.get())}
                        </option>
                    }).collect_view()}
                </select>
            </label>
            <Choice
                label=move || t().focus_area
                options=move || desk.contract.with(|c| c.as_ref().map(|c| c.focus_areas.iter().map(|area| {
                    (area.id.clone(), c.text(&area.id, "title", &area.title, desk.lang.get()).0.to_owned())
                }).collect()).unwrap_or_default())
                chosen=move || desk.state.with(|s| s.focus.clone())
                choose=move |id| desk.act(Action::FilterFocus(id))
            />
            <Choice
                label=move || t().party
                options=move || desk.contract.with(|c| c.as_ref().map(|c| c.parties.iter().map(|party| {
                    (party.id.clone(), facts::party_name(c, &party.id, desk.lang.get()))
                }).collect()).unwrap_or_default())
                chosen=move || desk.state.with(|s| s.party.clone())
                choose=move |id| desk.act(Action::FilterParty(id))
            />
            <p class="tm-found" role="status">
                <Show when=filtered>
                    <span>{found}</span>
                    <button type="button" class="tm-plain" on:click=move |_| desk.act(Action::ClearFilters)>{move || t().clear}</button>
                </Show>
            </p>
            <div class="tm-switch" role="group" aria-label=move || t().show_as>
                {[Form::Graphic, Form::List].map(|form| view! {
                    <button
                        type="button"
                        aria-pressed=move || desk.state.with(|s| s.form == form).to_string()
                        on:click=move |_| desk.act(Action::As(form))
                    >
                        {move || match form { Form::Graphic => t().graphic, Form::List => t().list }}
                    </button>
                }).collect_view()}
            </div>
        </form>
    }
}

/// A choice of one of the contract's own things, or of all.
#[component]
fn Choice(
    label: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
    options: impl Fn() -> Vec<(Id, String)> + Send + Sync + 'static,
    chosen: impl Fn() -> Option<Id> + Copy + Send + Sync + 'static,
    choose: impl Fn(Option<Id>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let desk = Desk::get();
    let options = Memo::new(move |_| options());
    view! {
        <Show when=move || options.with(|all| !all.is_empty())>
            <label class="tm-field">
                <span>{label}</span>
                <select on:change=move |event| choose(Some(event_target_value(&event)).filter(|v| !v.is_empty()).map(Id))>
                    <option value="" selected=move || chosen().is_none()>{move || desk.texts().all}</option>
                    {move || options.get().into_iter().map(|(id, name)| {
                        let own = id.clone();
                        view! { <option value=id.0.clone() selected=move || chosen().as_ref() == Some(&own)>{name}</option> }
                    }).collect_view()}
                </select>
            </label>
        </Show>
    }
}
