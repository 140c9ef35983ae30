//! The page: header, controls, the view and its panel, and the wires between the state and the world outside.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::controls::Controls;
use super::desk::Desk;
use super::header::Header;
use super::list::List;
use super::opening::{self, OpenDialog};
use super::panel::Side;
use super::scrubber::Scrubber;
use super::stage::Stage;
use crate::host::{events, page};
use crate::state::{self, Action, Form, View};
use crate::text::notice;

/// The whole app.
#[component]
pub fn App(
    /// What lies open and what is on screen.
    desk: Desk,
) -> impl IntoView {
    provide_context(desk);
    mirror(desk);
    opening::follow(desk);
    let t = move || desk.texts();
    let is_open = Memo::new(move |_| desk.contract.with(Option::is_some));
    let form = Memo::new(move |_| desk.state.with(|s| s.form));
    view! {
        <div
            class="tm-page"
            on:keydown=move |event| {
                if event.key() == "Escape" && desk.state.with_untracked(|s| s.item.is_some()) {
                    desk.act(Action::Deselect);
                }
            }
        >
            <a class="tm-skip" href="#tm-main">{move || t().skip}</a>
            <Header />
            <Notices />
            <main id="tm-main" tabindex="-1">
                <Show when=move || is_open.get() fallback=Waiting>
                    <Controls />
                    <div class="tm-body">
                        <div class="tm-view">
                            <Show when=move || form.get() == Form::Graphic fallback=List>
                                <Stage />
                            </Show>
                            <Scrubber />
                        </div>
                        <Side />
                    </div>
                </Show>
            </main>
            <OpenDialog />
        </div>
    }
}

/// What stands where the contract will: that it is being fetched.
#[component]
fn Waiting() -> impl IntoView {
    let desk = Desk::get();
    view! { <p class="tm-waiting" role="status">{move || desk.texts().reading}</p> }
}

/// What in the address could not be used.
#[component]
fn Notices() -> impl IntoView {
    let desk = Desk::get();
    let lines = move || {
        let lang = desk.lang.get();
        desk.notices.with(|all| all.iter().map(|it| notice::sentence(it, lang)).collect::<Vec<_>>())
    };
    view! {
        <Show when=move || desk.notices.with(|all| !all.is_empty())>
            <div class="tm-notice" role="status">
                <ul>{move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <button type="button" class="tm-plain" on:click=move |_| desk.notices.set(Vec::new())>
                    {move || desk.texts().close}
                </button>
            </div>
        </Show>
    }
}

/// Keeps the address, the page's name, the root's attributes and the listening world in step with the state.
fn mirror(desk: Desk) {
    page::on_travel(move |query| {
        let (state, notices) = state::read(&query);
        desk.notices.set(notices);
        desk.act(Action::Go(state));
    });
    Effect::new(move |before: Option<state::State>| {
        let state = desk.state.get();
        // Until the contract is read, what the address asks of it is not yet judged.
        if desk.contract.with(Option::is_some) && before.as_ref() != Some(&state) {
            let query = state.to_query();
            if query != page::query() {
                page::write_query(if query.is_empty() { "?" } else { &query }, before.is_some_and(|b| state.is_step_from(&b)));
            }
            desk.root.with_value(|root| events::tell(root, "tm:change", &JsValue::from_str(&query)));
        }
        state
    });
    Effect::new(move |_| {
        let state = desk.state.get();
        let version = desk.version();
        let name = desk.contract.with(|c| {
            let c = c.as_ref()?;
            Some((c.municipality.name.clone(), c.versions.get(version?)?.label.clone()))
        });
        let view = match state.view {
            View::Map => desk.texts().map,
            View::Roadmap => desk.texts().roadmap,
        };
        let title = name.as_ref().map_or_else(|| desk.texts().app.to_owned(), |(name, _)| format!("{name} · {view} · {}", desk.texts().app));
        page::name_page(&title, state.lang.as_str());
        desk.root.with_value(|root| {
            let set = |name: &str, value: Option<&str>| events::set_attribute(root, name, value);
            set("lang", Some(state.lang.as_str()));
            set("data-view", Some(state.view.as_str()));
            set("data-as", Some(state.form.as_str()));
            set("data-contract", Some(&state.contract));
            set("data-version", name.as_ref().map(|(_, version)| version.as_str()));
            set("data-theme", state.theme.map(state::Theme::as_str));
        });
    });
}
