//! The contracts that are open, when they are several: which is in front, and a way to leave each out.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::contract::{Contract, Id};
use crate::host::page;
use crate::markup::el;
use crate::state::{Action, State};
use crate::text::{case, several};
use crate::view::Node;
use crate::view::act::Act;
use crate::view::desk::{Desk, Look, Open, Session};

/// A contract that is open, as a column beside the others.
pub struct Column<'a> {
    /// What the address calls it.
    pub reference: &'a str,
    /// The contract.
    pub contract: &'a Contract,
    /// The place of its version: the one in focus, or the last of which something is known.
    pub at: usize,
}

/// Every contract that is open, in the order of the address.
pub fn columns<'a>(session: &'a Session, open: &Open<'a>) -> Vec<Column<'a>> {
    let mut columns = vec![Column {
        reference: session.front.as_deref().unwrap_or_default(),
        contract: open.contract,
        at: open.at,
    }];
    for it in &session.beside {
        if let Some(at) = State::default().version_index(&it.contract) {
            columns.push(Column {
                reference: &it.reference,
                contract: &it.contract,
                at,
            });
        }
    }
    columns
}

impl Column<'_> {
    /// What does something with an item of this contract: brings it to the front, and selects the item.
    pub fn select(&self, id: &Id) -> Act {
        Act::DoAll(vec![
            Action::Front(self.reference.to_owned()),
            Action::Select(id.clone()),
        ])
    }

    /// The filters that apply to every contract, as this one has them. A focus area is the one of the same id, else of the
    /// same name.
    pub fn filter(&self, open: &Open<'_>) -> State {
        let asked = open.state.focus.as_ref();
        let focus = asked.map(|id| {
            let title = open
                .contract
                .focus_area(id)
                .map(|it| case::lower(&it.title));
            let mut areas = self.contract.focus_areas.iter();
            let named = || areas.find(|it| Some(case::lower(&it.title)) == title);
            let found = self.contract.focus_area(id).or_else(named);
            found.map_or_else(|| id.clone(), |it| it.id.clone())
        });
        State {
            step: open.state.step,
            focus,
            query: open.state.query.clone(),
            lang: open.lang,
            ..State::default()
        }
    }
}

/// The row of contracts at the top of the page; nothing when only one is open.
pub fn row(look: &Look<'_>) -> Option<Node> {
    let open = look.open.as_ref()?;
    let columns = columns(look.session, open);
    if columns.len() < 2 {
        return None;
    }
    let t = look.t;
    let one = |(place, it): (usize, &Column<'_>)| {
        let name = &it.contract.municipality.name;
        let front = el("button")
            .set("type", "button")
            .set("class", "tm-button")
            .set("aria-pressed", (place == 0).to_string())
            .text(name)
            .press(Act::Do(Action::Front(it.reference.to_owned())));
        let leave = el("button")
            .set("type", "button")
            .set("class", "tm-round")
            .set("aria-label", several::leave(name, look.lang))
            .text("×")
            .press(Act::Do(Action::Leave(it.reference.to_owned())));
        el("li").key(it.reference).child(front).child(leave)
    };
    Some(
        el("ul")
            .set("class", "tm-abreast")
            .set("aria-label", t.abreast)
            .children(columns.iter().enumerate().map(one)),
    )
}

/// The keyboard stays at what was pressed, also where that has moved; where it is gone, it goes to the contract in front.
pub fn keep_focus(desk: Desk, event: &Event) {
    use leptos::prelude::WithValue;
    let pressed = event
        .target()
        .and_then(|it| it.dyn_into::<web_sys::Element>().ok())
        .and_then(|it| it.closest("button").ok().flatten());
    page::next_frame(move || {
        desk.root.with_value(|root| {
            let active = root.owner_document().and_then(|it| it.active_element());
            if active.is_some_and(|it| root.contains(Some(&it))) {
                return;
            }
            let find = |what: &str| root.query_selector(what).ok().flatten();
            let target = pressed
                .filter(|it| it.is_connected())
                .or_else(|| find(".tm-abreast [aria-pressed=true]"))
                .or_else(|| find(".tm-tools button"));
            if let Some(target) = target {
                let _ = target.unchecked_into::<HtmlElement>().focus();
            }
        });
    });
}
