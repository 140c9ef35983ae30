//! The drawing by keyboard, wheel and dragging.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent, SvgElement, WheelEvent};

use super::desk::{Desk, Session};
use super::links;
use super::scene::show_years;
use crate::contract::Id;
use crate::host::page;
use crate::state::{Action, View};

/// Listens, in the app's root, for what is done to the drawing.
pub fn listen(desk: Desk) {
    let root = desk.root.with_value(|root| (**root).clone());
    let holder = desk.holder();
    let options = EventListenerOptions::enable_prevent_default();
    holder.hold(EventListener::new_with_options(
        &root,
        "keydown",
        options,
        move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if !escape(desk, event) && drawing(event.target()).is_some() {
                walk(desk, event);
            }
        },
    ));
    // Where nothing has the keyboard yet (after a link, after a click beside), the key goes to the body.
    let body = root.owner_document().and_then(|it| it.body());
    if let Some(body) = body.filter(|_| !desk.hosted) {
        holder.hold(EventListener::new(&body, "keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                && event.target() == event.current_target()
            {
                escape(desk, key);
            }
        }));
    }
    holder.hold(EventListener::new_with_options(
        &root,
        "wheel",
        options,
        move |event| {
            if let (Some(event), Some(svg)) =
                (event.dyn_ref::<WheelEvent>(), drawing(event.target()))
            {
                wheel(desk, &svg, event);
            }
        },
    ));
    holder.hold(EventListener::new(&root, "pointerdown", move |event| {
        if let (Some(event), Some(_)) = (event.dyn_ref::<PointerEvent>(), drawing(event.target())) {
            drag(desk, event);
        }
    }));
    // Firefox scrolls to a graphic, not to the part of it that the keyboard comes to.
    holder.hold(EventListener::new(&root, "focusin", |event| {
        let part = event
            .target()
            .and_then(|it| it.dyn_into::<SvgElement>().ok());
        if let Some(part) = part.filter(|it| it.matches(":focus-visible").unwrap_or(false)) {
            page::scroll_to(&part);
        }
    }));
}

/// Escape closes what is selected; true when it has.
fn escape(desk: Desk, event: &KeyboardEvent) -> bool {
    let closes = event.key() == "Escape" && desk.get(|s| s.state.item.is_some() && !s.choosing);
    if closes {
        desk.act(Action::Deselect);
    }
    closes
}

/// The drawing that an event happened in.
fn drawing(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?
        .dyn_into::<Element>()
        .ok()?
        .closest(".tm-drawing")
        .ok()
        .flatten()
}

/// The items of the drawing in the order that the keys walk them: along the band, or down the rows.
fn order(desk: Desk) -> Vec<Id> {
    let map = desk.get(|s| s.state.view == View::Map);
    desk.scene.with_value(|scene| {
        let (journey, marks) = if map {
            (&scene.journey, &scene.spiral.marks)
        } else {
            (&scene.shown, &scene.rollout.marks)
        };
        let places = marks.iter().map(|mark| &journey.places[mark.place]);
        places
            .filter(|place| scene.admitted.get(place.item) == Some(&true))
            .map(|place| place.id.clone())
            .collect()
    })
}

/// Along the rows and between them: to the nearest mark that way.
fn walk_rows(event: &KeyboardEvent) {
    let numbers = |knot: &Element| -> Option<(usize, usize)> {
        let number = |name: &str| knot.get_attribute(name)?.parse().ok();
        Some((number("data-row")?, number("data-column")?))
    };
    let found = (|| {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        // Each drawing by itself.
        let drawing = target.closest(".tm-drawing").ok()??;
        let knots = drawing.query_selector_all(".tm-mark[data-row]").ok()?;
        let knots = (0..knots.length()).filter_map(|i| knots.item(i)?.dyn_into::<Element>().ok());
        let knots: Vec<(Element, (usize, usize))> = knots
            .filter_map(|it| {
                let at = numbers(&it)?;
                Some((it, at))
            })
            .collect();
        let here = numbers(&target.closest(".tm-mark[data-row]").ok()??)?;
        // In the order of the page: row by row, and in each from the oldest version.
        let own: Vec<&(Element, (usize, usize))> =
            knots.iter().filter(|it| it.1.0 == here.0).collect();
        let mut rows: Vec<usize> = knots.iter().map(|it| it.1.0).collect();
        rows.dedup();
        let row = rows.iter().position(|it| *it == here.0)?;
        let near = |row: usize| {
            let members = knots.iter().filter(|it| it.1.0 == row);
            members.min_by_key(|it| it.1.1.abs_diff(here.1))
        };
        let next = match event.key().as_str() {
            "ArrowLeft" => own.iter().rfind(|it| it.1.1 < here.1).copied(),
            "ArrowRight" => own.iter().find(|it| it.1.1 > here.1).copied(),
            "ArrowUp" => near(*rows.get(row.checked_sub(1)?)?),
            "ArrowDown" => near(*rows.get(row + 1)?),
            "Home" => near(*rows.first()?),
            "End" => near(*rows.last()?),
            _ => None,
        };
        next.map(|it| it.0.clone())
    })();
    let arrow = event.key().starts_with("Arrow") || matches!(event.key().as_str(), "Home" | "End");
    if arrow {
        event.prevent_default();
    }
    if let Some(knot) = found {
        let _ = knot.unchecked_into::<SvgElement>().focus();
    }
}

/// Along the band, between the turns, to the ends. Enter and space are the marks' own.
fn walk(desk: Desk, event: &KeyboardEvent) {
    if desk.get(|s| matches!(s.state.view, View::Commitments | View::Portfolio)) {
        return walk_rows(event);
    }
    let order = order(desk);
    let map = desk.get(|s| s.state.view == View::Map);
    let at = desk.get(|s| order.iter().position(|id| Some(id) == s.active.as_ref()));
    let last = order.len().saturating_sub(1);
    let to = match (event.key().as_str(), map) {
        ("ArrowUp", true) => return turn(desk, event, Action::NextVersion),
        ("ArrowDown", true) => return turn(desk, event, Action::PreviousVersion),
        ("ArrowRight", _) | ("ArrowDown", false) => at.map_or(0, |i| (i + 1).min(last)),
        ("ArrowLeft", _) | ("ArrowUp", false) => at.map_or(0, |i| i.saturating_sub(1)),
        ("Home", _) => 0,
        ("End", _) => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(id) = order.get(to) {
        desk.root.with_value(|root| {
            if let Ok(Some(svg)) = root.query_selector(".tm-drawing") {
                links::focus_item(&svg, id);
            }
        });
    }
}

/// Brings another turn into focus, and keeps the keyboard in the drawing when its marks have changed.
fn turn(desk: Desk, event: &KeyboardEvent, action: Action) {
    event.prevent_default();
    desk.act(action);
    desk.next_frame(move || {
        desk.root.with_value(|root| {
            let Ok(Some(svg)) = root.query_selector(".tm-drawing") else {
                return;
            };
            let focused = svg.owner_document().and_then(|d| d.active_element());
            if focused.is_some_and(|it| svg.contains(Some(&it))) {
                return;
            }
            let mark = svg.query_selector(".tm-mark[tabindex='0']").ok().flatten();
            let target = mark.unwrap_or_else(|| {
                // A turn without marks: the drawing itself holds the keyboard.
                let _ = svg.set_attribute("tabindex", "-1");
                svg
            });
            let _ = target.unchecked_into::<SvgElement>().focus();
        });
    });
}

/// Ctrl or ⌘ with the wheel zooms at the pointer; the plain wheel scrolls the page.
fn wheel(desk: Desk, svg: &Element, event: &WheelEvent) {
    let zooms = |s: &Session| s.state.view == View::Roadmap && !s.state.embed;
    if !desk.get(zooms) || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    let x = f64::from(event.client_x()) - svg.get_bounding_client_rect().left();
    let factor = (event.delta_y().max(-100.0).min(100.0) * 0.004).exp();
    let years = desk
        .scene
        .with_value(|it| it.rollout.years.zoomed(x, factor, it.all));
    show_years(desk, years);
}

/// Dragging the roadmap moves the years. Upwards and downwards the page scrolls as ever.
fn drag(desk: Desk, event: &PointerEvent) {
    let roadmap = desk.get(|s| s.state.view == View::Roadmap);
    let Some(window) = web_sys::window().filter(|_| roadmap && event.button() == 0) else {
        return;
    };
    let start = event.client_x();
    let (years, all) = desk.scene.with_value(|it| (it.rollout.years, it.all));
    let moved = EventListener::new(&window, "pointermove", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        let dx = f64::from(event.client_x() - start);
        if dx.abs() > 4.0 || desk.get(|s| s.dragged) {
            desk.set(|s| s.dragged = true);
            show_years(desk, years.panned(dx, all));
        }
    });
    let moved = Rc::new(RefCell::new(Some(moved)));
    for end in ["pointerup", "pointercancel"] {
        let moved = Rc::clone(&moved);
        EventListener::once(&window, end, move |_| {
            moved.borrow_mut().take();
            // Not before the click that the browser makes of it.
            Timeout::new(0, move || desk.set(|s| s.dragged = false)).forget();
        })
        .forget();
    }
}
