//! The page: its parts, and the wires between what lies on the desk and the world outside.

use gloo::events::EventListener;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::desk::{Desk, Look};
use super::drawn::Part;
use super::{Node, controls, header, keys, opening, panel, scrubber, stage, travel};
use crate::host::size::size_of;
use crate::host::{events, page};
use crate::state::{self, Action};
use crate::text::Texts;

/// The parts of the page, in its order.
const PARTS: [fn(&Look<'_>) -> Node; 8] = [
    header::header,
    header::notices,
    opening::status,
    controls::controls,
    stage::view,
    scrubber::scrubber,
    panel::panel,
    opening::dialog,
];

/// The whole app.
#[component]
pub fn App(
    /// What lies open and what is on screen.
    desk: Desk,
) -> impl IntoView {
    let places = PARTS.map(|_| NodeRef::<Div>::new());
    let [
        header,
        notices,
        status,
        controls,
        view,
        scrubber,
        panel,
        dialog,
    ] = places;
    let (page, column) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    draw(desk, places);
    travel::follow(desk);
    mirror(desk);
    opening::follow(desk);
    panel::keep_focus(desk);
    scrubber::keep_playing(desk);
    keys::listen(desk);
    measure(desk, column);
    tell_height(desk, page);
    let skip = move || desk.session.with(|s| Texts::of(s.state.lang).skip);
    view! {
        <div class="tm-page" node_ref=page>
            <a class="tm-skip" href="#tm-main">{skip}</a>
            <div class="tm-part" node_ref=header></div>
            <div class="tm-part" node_ref=notices></div>
            <div class="tm-part" node_ref=status></div>
            <main id="tm-main" tabindex="-1">
                <div class="tm-part" node_ref=controls></div>
                <div class="tm-body">
                    <div class="tm-view" node_ref=column>
                        <div class="tm-part" node_ref=view></div>
                        <div class="tm-part" node_ref=scrubber></div>
                    </div>
                    <div class="tm-part" node_ref=panel></div>
                </div>
            </main>
            <div class="tm-part" node_ref=dialog></div>
        </div>
    }
}

/// Makes the parts of the page follow the desk.
fn draw(desk: Desk, places: [NodeRef<Div>; 8]) {
    Effect::new(move |parts: Option<Vec<Part>>| {
        let new = || {
            let all = PARTS.into_iter().zip(places);
            all.filter_map(|(tree, place)| {
                Some(Part::new(
                    desk,
                    place.get_untracked()?.unchecked_into(),
                    tree,
                ))
            })
            .collect()
        };
        let parts = parts.unwrap_or_else(new);
        desk.look(|look| parts.iter().for_each(|part| part.draw(look)));
        parts
    });
}

/// Follows the room that there is for the drawing, and whether the page is being printed.
fn measure(desk: Desk, column: NodeRef<Div>) {
    let size = size_of(column);
    let tell = move || {
        let Some(column) = column.try_get_untracked().flatten() else {
            return;
        };
        let room = (size.get_untracked().0, page::room_below(&column));
        if desk.get(|s| s.room != room) {
            desk.set(|s| s.room = room);
        }
    };
    Effect::new(move |_| {
        size.track();
        tell();
    });
    let Some(window) = web_sys::window() else {
        return;
    };
    EventListener::new(&window, "resize", move |_| tell()).forget();
    EventListener::new(&window, "beforeprint", move |_| {
        desk.set(|s| s.printing = true)
    })
    .forget();
    EventListener::new(&window, "afterprint", move |_| {
        desk.set(|s| s.printing = false)
    })
    .forget();
}

/// Tells how high the page is, so that a host can give it that room.
fn tell_height(desk: Desk, page: NodeRef<Div>) {
    let size = size_of(page);
    Effect::new(move |_| {
        let height = size.get().1;
        if height > 0.0 {
            desk.root
                .with_value(|root| events::tell(root, "tm:height", &JsValue::from_f64(height)));
        }
    });
}

/// Keeps the address, the page's name, the root's attributes, the dialog and the listening world in step with the desk.
fn mirror(desk: Desk) {
    page::on_travel(move |query| {
        let (state, notices) = state::read(&query);
        desk.set(|s| s.notices = notices);
        desk.act(Action::Go(state));
    });
    Effect::new(move |before: Option<(state::State, bool)>| {
        let now = desk
            .session
            .with(|s| (s.state.clone(), s.contract.is_some()));
        // Until the contract is read, what the address asks of it is not yet judged.
        if now.1 && before.as_ref() != Some(&now) {
            let query = now.0.to_query();
            if query != page::query() {
                let step = before.is_some_and(|(before, read)| read && now.0.is_step_from(&before));
                page::write_query(if query.is_empty() { "?" } else { &query }, step);
            }
            desk.root
                .with_value(|root| events::tell(root, "tm:change", &JsValue::from_str(&query)));
        }
        now
    });
    Effect::new(move |_| {
        desk.session.with(|session| {
            let (state, open) = (&session.state, session.open());
            let t = Texts::of(state.lang);
            let title = open.map(|open| {
                format!(
                    "{} · {} · {}",
                    open.contract.municipality.name,
                    header::view_name(state.view, t),
                    t.app
                )
            });
            page::name_page(title.as_deref().unwrap_or(t.app), state.lang.as_str());
            desk.root.with_value(|root| {
                let set =
                    |name: &str, value: Option<&str>| events::set_attribute(root, name, value);
                set("lang", Some(state.lang.as_str()));
                set("data-view", Some(state.view.as_str()));
                set("data-as", Some(state.form.as_str()));
                set("data-contract", Some(&state.contract));
                set(
                    "data-version",
                    open.map(|open| open.version().label.as_str()),
                );
                set("data-theme", state.theme.map(state::Theme::as_str));
            });
            if open.is_some() && session.room.0 > 0.0 {
                page::next_frame(|| events::mark_once("tm:first-view"));
            }
        });
    });
    Effect::new(move |before: Option<bool>| {
        let shown = desk.session.with(|s| s.choosing);
        if before != Some(shown) {
            show_dialog(desk, shown);
        }
        shown
    });
}

/// Shows the dialog for opening a contract, or puts it away.
fn show_dialog(desk: Desk, shown: bool) {
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
}
