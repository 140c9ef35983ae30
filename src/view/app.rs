//! The page, and the wires between what lies on the desk and the world outside.

use gloo::events::EventListener;
use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDialogElement};

use super::desk::{Desk, Look, Session};
use super::drawn::Drawn;
use super::{
    Node, alone, changes, controls, foot, header, keys, opening, panel, scrubber, stage, travel,
};
use crate::host::{events, page, size, whole};
use crate::markup::el;
use crate::state::{self, Action, State, View};
use crate::text::Texts;

/// The whole app.
#[component]
pub fn App(
    /// What lies open and what is on screen.
    desk: Desk,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    keys::listen(desk);
    opening::start(desk);
    if !desk.hosted {
        page::on_travel(&desk.holder(), move |query| show(desk, &query));
    }
    Effect::new(move |before: Option<(Rc<Drawn>, Seen)>| {
        let now = desk.session.with(Seen::of);
        let (drawn, before) = match before {
            Some((drawn, seen)) => (drawn, Some(seen)),
            None => {
                let place = place.get_untracked().map(JsCast::unchecked_into);
                (Rc::new(Drawn::new(desk, place, page)), None)
            }
        };
        desk.look(|look| drawn.draw(look));
        if before.is_none() {
            measure(desk);
            follow_printing(desk, &drawn);
        }
        // Measuring settles what was drawn: a motion that is to begin with it must not be cut short.
        if before.as_ref().is_some_and(|before| before.read) {
            desk.next_frame(move || find_room(desk));
        } else {
            find_room(desk);
        }
        follow(desk, before.as_ref(), &now);
        (drawn, now)
    });
    view! { <div class="tm-app" node_ref=place></div> }
}

/// Shows what a query asks for.
pub fn show(desk: Desk, query: &str) {
    let (state, notices) = state::read(query);
    desk.set(|s| s.notices = notices);
    desk.act(Action::Go(Box::new(state)));
}

/// The page with all its parts.
fn page(look: &Look<'_>) -> Node {
    if look.session.state.embed {
        return alone::alone(look);
    }
    let skip = el("a")
        .set("class", "tm-skip")
        .set("href", "#tm-main")
        .text(look.t.skip);
    let view = el("div")
        .set("class", "tm-view")
        .children(
            (look.session.state.view != View::Commitments)
                .then(|| changes::summary(look).map(|it| it.key("changes")))
                .flatten(),
        )
        .child(stage::view(look).key("stage"))
        .child(scrubber::scrubber(look).key("scrubber"));
    let body = el("div")
        .set("class", "tm-body")
        .child(view)
        .child(panel::panel(look));
    el("div")
        .set("class", "tm-page")
        .child(skip)
        .child(header::header(look))
        .child(header::notices(look))
        .child(opening::status(look))
        .child(
            el("main")
                .set("id", "tm-main")
                .set("tabindex", "-1")
                .child(controls::controls(look))
                .child(body),
        )
        .child(foot::foot(&look.session.state))
        .child(opening::dialog(look))
}

/// What was on the desk at a look: what the world outside follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The state.
    pub state: State,
    /// Whether a contract is open.
    pub read: bool,
    /// The place of the version in focus.
    pub at: usize,
    /// Whether the dialog is shown.
    pub choosing: bool,
    /// Whether the versions are played.
    pub playing: bool,
}

impl Seen {
    fn of(session: &Session) -> Self {
        let at = session.open().map_or(0, |open| open.at);
        let (choosing, playing) = (session.choosing, session.playing);
        Self {
            state: session.state.clone(),
            read: session.contract.is_some(),
            at,
            choosing,
            playing,
        }
    }
}

/// Brings the world outside in step with the desk.
fn follow(desk: Desk, before: Option<&Seen>, now: &Seen) {
    if before == Some(now) {
        return;
    }
    let changed = |what: fn(&Seen, &Seen) -> bool| before.is_none_or(|before| what(before, now));
    opening::follow(desk, before, now);
    // Until the contract is read, what the address asks of it is not yet judged.
    if now.read {
        let query = now.state.to_query();
        if !desk.hosted && query != page::query() {
            // What asked for something that cannot be opened is no place to come back to.
            let corrected = desk.corrected.get_value();
            desk.corrected.set_value(false);
            let step = !corrected
                && before
                    .is_some_and(|before| before.read && now.state.is_step_from(&before.state));
            page::write_query(if query.is_empty() { "?" } else { &query }, step);
        }
        if changed(|a, b| a.state != b.state || a.read != b.read) {
            desk.root
                .with_value(|root| events::tell(root, "tm:change", &JsValue::from_str(&query)));
        }
        page::next_frame(|| events::mark_once("tm:first-view"));
    }
    name(desk);
    opening::ask_index(desk);
    if changed(|a, b| a.choosing != b.choosing) {
        show_dialog(desk, now.choosing);
    }
    if changed(|a, b| a.playing != b.playing) {
        scrubber::keep_playing(desk, now.playing);
    }
    if now.read && changed(|a, b| a.read != b.read) {
        desk.root.with_value(|root| whole::restore_focus(root));
    }
    if let Some(before) = before.filter(|before| before.read) {
        panel::keep_focus(desk, before, now);
        travel::start(desk, before, now);
    } else {
        travel::arrive(desk, now.state.view);
    }
}

/// Names the page, and says on the root what is shown.
fn name(desk: Desk) {
    desk.get(|session| {
        let (state, open, t) = (
            &session.state,
            session.open(),
            Texts::of(session.state.lang),
        );
        let title = open.as_ref().map(header::title);
        if !desk.hosted {
            page::name_page(title.as_deref().unwrap_or(t.app), state.lang.as_str());
        }
        desk.root.with_value(|root| {
            let set = |name: &str, value: Option<&str>| events::set_attribute(root, name, value);
            set("lang", Some(state.lang.as_str()));
            set("data-view", Some(state.view.as_str()));
            set("data-as", Some(state.form.as_str()));
            set("data-contract", Some(&state.contract));
            set(
                "data-version",
                open.as_ref().map(|open| open.version().label.as_str()),
            );
            set("data-theme", state.theme.map(state::Theme::as_str));
        });
    });
}

/// Follows the room that there is for the drawing, and the height of the page.
fn measure(desk: Desk) {
    let find = |selector: &str| {
        desk.root
            .with_value(|root| root.query_selector(selector).ok().flatten())
    };
    let (Some(column), Some(whole), Some(window)) = (
        find(".tm-view"),
        find(".tm-app > .tm-page"),
        web_sys::window(),
    ) else {
        return;
    };
    // In a frame of its own: the page may not grow while its size is being told.
    let room = move |_: &Element| desk.next_frame(move || find_room(desk));
    size::watch(&desk.holder(), &column, room);
    size::watch(&desk.holder(), &whole, move |page| {
        let height = f64::from(page.client_height());
        desk.root
            .with_value(|root| events::tell(root, "tm:height", &JsValue::from_f64(height)));
    });
    desk.holder()
        .hold(EventListener::new(&window, "resize", move |_| {
            room(&column)
        }));
}

/// Draws for paper while the page is printed. At once: a browser takes what it prints as soon as it has told of it.
fn follow_printing(desk: Desk, drawn: &Rc<Drawn>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let drawn = Rc::clone(drawn);
    let print = move |_: &Event| {
        desk.set(|s| (s.printing, s.room) = (true, PAPER));
        untrack(|| desk.look(|look| drawn.draw(look)));
    };
    let printed = move |_: &Event| {
        desk.set(|s| s.printing = false);
        find_room(desk);
    };
    desk.holder()
        .hold(EventListener::new(&window, "beforeprint", print));
    desk.holder()
        .hold(EventListener::new(&window, "afterprint", printed));
}

/// The room for a drawing on paper, whatever the screen: scaled to an A4 its letters can be read, as on an A3.
const PAPER: (f64, f64) = (900.0, 1000.0);

/// Notes how much room there is for the drawing; what is drawn follows when that has changed.
fn find_room(desk: Desk) {
    if desk.get(|s| s.printing) {
        return;
    }
    let find = |selector: &str| {
        desk.root
            .with_value(|root| root.query_selector(selector).ok().flatten())
    };
    let Some(column) = find(".tm-view") else {
        return;
    };
    // Not the drawing's own: that lies lower on the roadmap, and the map may not change while it travels.
    let top = find(".tm-stage");
    let width = f64::from(column.client_width());
    // A frame may follow the page's height: then the page must not follow the frame's.
    let height = if desk.hosted || page::is_framed() {
        width
    } else {
        page::room_below(top.as_ref().unwrap_or(&column))
    };
    if desk.get(|s| s.room != (width, height)) {
        desk.set(|s| s.room = (width, height));
    }
}

/// Shows the dialog for opening a contract, or puts it away.
fn show_dialog(desk: Desk, shown: bool) {
    if shown {
        opening::list_built_in(desk);
    }
    let dialog = desk
        .root
        .with_value(|root| root.query_selector("dialog.tm-dialog").ok().flatten());
    let Some(dialog) = dialog.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if shown && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !shown && dialog.open() {
        dialog.close();
    }
}
