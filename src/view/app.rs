//! The page: its parts, and the wires between the state and the world outside.

use gloo::events::EventListener;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::desk::Desk;
use super::drawn::draw;
use super::scenes::Scenes;
use super::{Node, controls, header, keys, opening, panel, scrubber, stage, travel};
use crate::host::size::size_of;
use crate::host::{events, page};
use crate::state::{self, Action};

/// The whole app.
#[component]
pub fn App(
    /// What lies open and what is on screen.
    desk: Desk,
) -> impl IntoView {
    let scenes = Scenes::new(desk);
    desk.set_scenes(scenes);
    let (share, travels) = travel::follow(desk, scenes);
    mirror(desk);
    opening::follow(desk);
    panel::keep_focus(desk);
    scrubber::keep_playing(desk);
    keys::listen(desk, scenes);
    let column = NodeRef::<Div>::new();
    measure(desk, column);
    let skip = move || desk.speech().1.skip;
    view! {
        <div class="tm-page">
            <a class="tm-skip" href="#tm-main">{skip}</a>
            <Part desk tree=Memo::new(move |_| header::header(desk)) />
            <Part desk tree=Memo::new(move |_| header::notices(desk)) />
            <Part desk tree=Memo::new(move |_| opening::status(desk)) />
            <main id="tm-main" tabindex="-1">
                <Part desk tree=Memo::new(move |_| controls::controls(desk)) />
                <div class="tm-body">
                    <div class="tm-view" node_ref=column>
                        <Part desk tree=Memo::new(move |_| stage::view(desk, scenes, share, travels)) />
                        <Part desk tree=Memo::new(move |_| scrubber::scrubber(desk)) />
                    </div>
                    <Part desk tree=Memo::new(move |_| panel::panel(desk)) />
                </div>
            </main>
            <Part desk tree=Memo::new(move |_| opening::dialog(desk)) />
        </div>
    }
}

/// A part of the page that follows a tree of markup.
#[component]
fn Part(desk: Desk, tree: Memo<Node>) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            draw(desk, place.unchecked_into(), tree);
        }
    });
    view! { <div class="tm-part" node_ref=place></div> }
}

/// Follows the room that there is for the drawing, and whether the page is being printed.
fn measure(desk: Desk, column: NodeRef<Div>) {
    let size = size_of(column);
    let height = RwSignal::new(page::window_height());
    Effect::new(move |_| {
        let room = (size.get().0, height.get());
        if desk.room.get_untracked() != room {
            desk.room.set(room);
        }
    });
    let Some(window) = web_sys::window() else {
        return;
    };
    EventListener::new(&window, "resize", move |_| {
        height.try_set(page::window_height());
    })
    .forget();
    EventListener::new(&window, "beforeprint", move |_| {
        desk.printing.try_set(true);
    })
    .forget();
    EventListener::new(&window, "afterprint", move |_| {
        desk.printing.try_set(false);
    })
    .forget();
}

/// Keeps the address, the page's name, the root's attributes, the dialog and the listening world in step with the state.
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
                let step = before.is_some_and(|before| state.is_step_from(&before));
                page::write_query(if query.is_empty() { "?" } else { &query }, step);
            }
            desk.root
                .with_value(|root| events::tell(root, "tm:change", &JsValue::from_str(&query)));
        }
        state
    });
    Effect::new(move |_| {
        let (lang, t) = desk.speech();
        let state = desk.state.get();
        let open = desk.look();
        let title = open.as_ref().map(|open| {
            format!(
                "{} · {} · {}",
                open.contract.municipality.name,
                header::view_name(state.view, t),
                t.app
            )
        });
        page::name_page(title.as_deref().unwrap_or(t.app), lang.as_str());
        desk.root.with_value(|root| {
            let set = |name: &str, value: Option<&str>| events::set_attribute(root, name, value);
            set("lang", Some(lang.as_str()));
            set("data-view", Some(state.view.as_str()));
            set("data-as", Some(state.form.as_str()));
            set("data-contract", Some(&state.contract));
            set(
                "data-version",
                open.as_ref().map(|open| open.version().label.as_str()),
            );
            set("data-theme", state.theme.map(state::Theme::as_str));
        });
        if open.is_some() && desk.room.get().0 > 0.0 {
            page::next_frame(|| events::mark_once("tm:first-view"));
        }
    });
    Effect::new(move |_| {
        let shown = desk.choosing.get();
        if shown {
            opening::list_built_in(desk);
        }
        page::next_frame(move || {
            desk.root.with_value(|root| {
                let dialog = root.query_selector("dialog.tm-dialog").ok().flatten();
                let Some(dialog) =
                    dialog.and_then(|it| it.dyn_into::<web_sys::HtmlDialogElement>().ok())
                else {
                    return;
                };
                if shown && !dialog.open() {
                    let _ = dialog.show_modal();
                } else if !shown && dialog.open() {
                    dialog.close();
                }
            });
        });
    });
}
