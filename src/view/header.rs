//! The top of the page: whose contract it is, the views, and how the app looks and speaks.

use leptos::prelude::*;

use super::desk::Desk;
use crate::contract::Lang;
use crate::state::{Action, Theme, View};
use crate::text::Texts;

/// The top of the page.
#[component]
pub fn Header() -> impl IntoView {
    let desk = Desk::get();
    let t = move || desk.texts();
    let name = move || {
        let contract = desk.contract.get();
        contract.map_or_else(|| t().app.to_owned(), |c| format!("{} · Klimatkontrakt 2030", c.municipality.name))
    };
    let under = move || {
        let contract = desk.contract.get()?;
        let version = contract.versions.get(desk.version()?)?;
        Some(format!("{} {}", t().version, version.label))
    };
    let invented = move || desk.contract.with(|c| c.as_ref().is_some_and(|c| c.example));
    view! {
        <header class="tm-header">
            <div class="tm-name">
                <h1>{name}</h1>
                <p>{under}<Show when=invented><span class="tm-example">{move || t().example}</span></Show></p>
            </div>
            <nav class="tm-nav" aria-label=move || t().views>
                {[View::Map, View::Roadmap].map(|view| view! { <ViewLink view /> }).collect_view()}
            </nav>
            <div class="tm-tools">
                <button type="button" class="tm-button" on:click=move |_| desk.choosing.set(true)>{move || t().open}</button>
                <Language />
                <Colours />
            </div>
        </header>
    }
}

/// The name of a view.
pub fn view_name(view: View, t: &Texts) -> &'static str {
    match view {
        View::Map => t.map,
        View::Roadmap => t.roadmap,
    }
}

#[component]
fn ViewLink(view: View) -> impl IntoView {
    let desk = Desk::get();
    let current = move || desk.state.with(|s| s.view == view);
    let link = move || desk.state.with(|s| crate::state::State { view, ..s.clone() }.to_query());
    view! {
        <a
            href=move || Some(link()).filter(|l| !l.is_empty()).unwrap_or_else(|| "?".to_owned())
            class="tm-tab"
            aria-current=move || current().then_some("page")
            on:click=move |event| {
                // A new tab or window is the reader's own choice; the link says where.
                if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                    event.prevent_default();
                    desk.act(Action::Show(view));
                }
            }
        >
            {move || view_name(view, desk.texts())}
        </a>
    }
}

#[component]
fn Language() -> impl IntoView {
    let desk = Desk::get();
    let other = move || match desk.lang.get() {
        Lang::Sv => (Lang::En, "English"),
        Lang::En => (Lang::Sv, "Svenska"),
    };
    view! {
        <button type="button" class="tm-button" lang=move || other().0.as_str() on:click=move |_| desk.act(Action::Speak(other().0))>
            {move || other().1}
        </button>
    }
}

#[component]
fn Colours() -> impl IntoView {
    let desk = Desk::get();
    let t = move || desk.texts();
    let name = move |theme: Option<Theme>| match theme {
        None => t().theme_auto,
        Some(Theme::Light) => t().theme_light,
        Some(Theme::Dark) => t().theme_dark,
        Some(Theme::Contrast) => t().theme_contrast,
    };
    let chosen = move || desk.state.with(|s| s.theme);
    view! {
        <label class="tm-field">
            <span>{move || t().theme}</span>
            <select on:change=move |event| desk.act(Action::Theme(Theme::parse(&event_target_value(&event))))>
                {std::iter::once(None).chain(Theme::ALL.iter().copied().map(Some)).map(|theme| view! {
                    <option value=theme.map_or("", Theme::as_str) selected=move || chosen() == theme>{move || name(theme)}</option>
                }).collect_view()}
            </select>
        </label>
    }
}
