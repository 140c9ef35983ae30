//! The opening of a contract in the program of a first visit, in the place of `opening`: the one that comes with the app,
//! and no other. Tests hold that file to be in order, so it is not checked here. Whatever else is wanted, the whole program
//! is asked for.

use std::sync::Arc;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::Event;

use super::Node;
use super::act::{Act, Saved};
use super::app::Seen;
use super::desk::{Desk, Look, More, Open};
use super::header::button;
use crate::contract::{Item, read_trusted};
use crate::host::{events, fetch, page, whole};
use crate::markup::el;
use crate::state::{Action, DEFAULT_CONTRACT};

/// A table that waits to become a contract: those are the whole program's.
pub type Taking = ();

/// A way to what opens contracts.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// The whole program, once more.
    AskAgain,
}

/// Leaves a file that is dropped on the page to the whole program; and hears when that cannot be had.
pub fn start(desk: Desk) {
    desk.root.with_value(|root| {
        desk.holder()
            .hold(EventListener::new(root, "tm:stay", move |_| {
                desk.set(|s| s.more = More::Failed);
            }));
    });
    page::on_drop(&desk.holder(), move |event| {
        desk.root
            .with_value(|root| whole::leave_dropped(root, event));
        ask(desk);
    });
}

/// Opens the contract that comes with the app; asks for the whole program when more is to be shown than it.
pub fn follow(desk: Desk, before: Option<&Seen>, now: &Seen) {
    if before.is_none() {
        open(desk);
    }
    let wanted = now.choosing || now.read && now.state.needs_the_whole();
    if wanted && desk.get(|s| s.more == More::NotAsked) {
        // When what draws this is done: asking changes what is drawn.
        page::next_frame(move || ask(desk));
    }
}

fn open(desk: Desk) {
    spawn_local(async move {
        let address = page::beside_page(&format!("contracts/{DEFAULT_CONTRACT}.json"));
        let bytes = fetch::fetch(&address, &mut |_| {})
            .await
            .unwrap_or_default();
        let contract = std::str::from_utf8(&bytes).ok().and_then(read_trusted);
        events::mark("tm:contract-read");
        let Some(contract) = contract else {
            return ask(desk);
        };
        events::mark("tm:contract-checked");
        desk.set(|s| {
            let notices = s.state.settle(&contract);
            s.notices.extend(notices);
            let opened = Action::Opened(DEFAULT_CONTRACT.to_owned());
            s.state = s.state.apply(opened, Some(&contract));
            s.front = Some(DEFAULT_CONTRACT.to_owned());
            s.contract = Some(Arc::new(contract));
        });
        desk.root.with_value(|root| {
            whole::keep_file(root, DEFAULT_CONTRACT, &bytes);
            events::set_attribute(root, "data-app", Some("ready"));
            events::tell(root, "tm:ready", &JsValue::NULL);
        });
    });
}

/// Asks for the whole program, once, and says so on the page.
fn ask(desk: Desk) {
    if desk.get(|s| s.more == More::Coming) {
        return;
    }
    desk.set(|s| {
        s.more = More::Coming;
        s.playing = false;
    });
    let (query, choosing) = desk.get(|s| (s.state.to_query(), s.choosing));
    desk.root
        .with_value(|root| whole::ask(root, &query, choosing));
}

/// What is taken home is made by the whole program: it hears of the wish.
pub fn save(desk: Desk, what: Saved) {
    if let Some(wish) = what.wish() {
        desk.root.with_value(|root| whole::leave_wish(root, wish));
    }
    ask(desk);
}

/// What is asked for here is the whole program, once more.
pub fn perform(desk: Desk, way: Way, _: &Event) {
    match way {
        Way::AskAgain => ask(desk),
    }
}

/// How it stands with the whole program.
pub fn status(look: &Look<'_>) -> Node {
    let t = look.t;
    match look.session.more {
        More::NotAsked => el("div"),
        More::Coming => {
            let label = el("label").child(el("span").text(t.more));
            el("div")
                .set("class", "tm-progress")
                .set("role", "status")
                .child(label.child(el("progress").set("max", "1")))
        }
        More::Failed => el("div")
            .set("class", "tm-trouble")
            .set("role", "alert")
            .child(el("p").text(t.more_failed))
            .child(button(t.retry, Act::Open(Way::AskAgain))),
    }
}

/// The dialog is the whole program's.
pub fn dialog(_: &Look<'_>) -> Node {
    el("div")
}

/// So is the index.
pub fn list_built_in(_: Desk) {}

/// And what the index says of others.
pub fn ask_index(_: Desk) {}

/// A way to who else does the same, for a commitment or a measure.
pub fn who_else(_: &Look<'_>, open: &Open<'_>, item: &Item<'_>) -> Vec<Node> {
    let asked = matches!(item, Item::Commitment(_) | Item::Measure(..));
    let way = || button(open.t.who, Act::Open(Way::AskAgain));
    asked
        .then(|| el("p").set("class", "tm-who").child(way()))
        .into_iter()
        .collect()
}
