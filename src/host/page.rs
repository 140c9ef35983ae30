//! The page around the app: its address, its history, its clock and its wishes about motion.
//!
//! Each of these may be refused (a sandboxed frame has no history); then the app goes on without it.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use jiff::civil::Date;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::held::Holder;

/// The query of the address: `?view=roadmap`, or nothing.
#[must_use]
pub fn query() -> String {
    web_sys::window()
        .and_then(|w| w.location().search().ok())
        .unwrap_or_default()
}

/// Writes the query into the address: as a step of its own that Back undoes, or in place of the last one.
pub fn write_query(query: &str, step: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else {
        return;
    };
    let hash = window.location().hash().unwrap_or_default();
    let url = format!("{path}{query}{hash}");
    // A sandboxed frame may refuse; the state is then simply not in its address.
    let _ = if step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Calls `then` with the query whenever Back or Forward changes it.
pub fn on_travel(holder: &Holder, then: impl Fn(String) + 'static) {
    if let Some(window) = web_sys::window() {
        holder.hold(EventListener::new(&window, "popstate", move |_| {
            then(query());
        }));
    }
}

/// Calls `then` with the event when something is dropped anywhere on the page; the browser itself does nothing with it.
pub fn on_drop(holder: &Holder, then: impl Fn(&Event) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = EventListenerOptions::enable_prevent_default();
    let dragged = Event::prevent_default;
    holder.hold(EventListener::new_with_options(
        &window, "dragover", options, dragged,
    ));
    holder.hold(EventListener::new_with_options(
        &window,
        "drop",
        options,
        move |event| {
            event.prevent_default();
            then(event);
        },
    ));
}

/// True when the app was opened as a file, from no web host.
#[must_use]
pub fn is_file() -> bool {
    let protocol = web_sys::window().and_then(|w| w.location().protocol().ok());
    protocol.is_some_and(|it| it == "file:")
}

/// Opens the browser's way to print.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Today, by the reader's clock.
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).unwrap_or(2026);
    let month = i8::try_from(now.get_month() + 1).unwrap_or(1);
    let day = i8::try_from(now.get_date()).unwrap_or(1);
    Date::new(year, month, day).unwrap_or(Date::MIN)
}

/// True when the reader has asked for less motion.
#[must_use]
pub fn wants_less_motion() -> bool {
    web_sys::window()
        .and_then(|w| {
            w.match_media("(prefers-reduced-motion: reduce)")
                .ok()
                .flatten()
        })
        .is_some_and(|query| query.matches())
}

/// The height from an element's top to the foot of the window when the page is not scrolled, in whole pixels.
#[must_use]
pub fn room_below(element: &web_sys::Element) -> f64 {
    let Some(window) = web_sys::window() else {
        return 0.0;
    };
    let height = window
        .inner_height()
        .ok()
        .and_then(|h| h.as_f64())
        .unwrap_or(900.0);
    let top = element.get_bounding_client_rect().top() + window.scroll_y().unwrap_or(0.0);
    (height - top).floor()
}

/// Scrolls up or down no further than needed, until an element is seen clear of what covers the window's edges
/// (`scroll-padding`).
pub fn scroll_to(element: &web_sys::Element) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let root = window.document().and_then(|it| it.document_element());
    let computed = root.and_then(|it| window.get_computed_style(&it).ok().flatten());
    let padding = |side: &str| {
        let value = computed
            .as_ref()
            .and_then(|it| it.get_property_value(side).ok());
        // Not a number, when there is none.
        js_sys::parse_float(&value.unwrap_or_default()).max(0.0)
    };
    let height = window.inner_height().ok().and_then(|it| it.as_f64());
    let seen = element.get_bounding_client_rect();
    let above = seen.top() - padding("scroll-padding-top");
    let below = height.unwrap_or(0.0) - padding("scroll-padding-bottom") - seen.bottom();
    if above < 0.0 && below > 0.0 {
        window.scroll_by_with_x_and_y(0.0, above.max(-below));
    } else if above > 0.0 && below < 0.0 {
        window.scroll_by_with_x_and_y(0.0, above.min(-below));
    }
}

/// True when another page frames this one.
#[must_use]
pub fn is_framed() -> bool {
    let window = web_sys::window();
    window.is_some_and(|w| {
        w.parent()
            .ok()
            .flatten()
            .is_some_and(|parent| !js_sys::Object::is(&parent, &w))
    })
}

/// Milliseconds since the page began.
#[must_use]
pub fn now() -> f64 {
    web_sys::window()
        .and_then(|w| w.performance())
        .map_or(0.0, |p| p.now())
}

/// Names the page in the browser's tab, and its language.
pub fn name_page(title: &str, lang: &str) {
    if let Some(document) = web_sys::window().and_then(|w| w.document()) {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", lang);
        }
    }
}

thread_local! {
    /// The address of the app's folder, where the page is not the app's own.
    static HOME: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Says where the app's files are, on a page that is not its own.
pub fn set_home(address: String) {
    HOME.set(Some(address));
}

/// The address of the app, to which a query can be added: empty on its own page.
#[must_use]
pub fn home() -> String {
    HOME.with_borrow(|home| home.clone().unwrap_or_default())
}

/// The address of `file` as seen from the app's page.
#[must_use]
pub fn beside_page(file: &str) -> String {
    let own = || {
        web_sys::window()
            .and_then(|w| w.document())
            .and_then(|d| d.base_uri().ok().flatten())
    };
    let base = HOME.with_borrow(Clone::clone).or_else(own);
    base.and_then(|base| web_sys::Url::new_with_base(file, &base).ok())
        .map_or_else(|| file.to_owned(), |url| url.href())
}

/// The address of the app without its query: in a file that was saved, where that came from. Nothing for a page that is
/// nowhere on the web.
#[must_use]
pub fn address() -> Option<String> {
    let home = home();
    if !home.is_empty() {
        return Some(home);
    }
    let window = web_sys::window()?;
    let boot = window.document()?.get_element_by_id("boot");
    let from = boot.and_then(|it| it.get_attribute("data-from"));
    let here = from.or_else(|| window.location().href().ok())?;
    let here = here.split(['?', '#']).next().unwrap_or_default();
    here.starts_with("http").then(|| here.to_owned())
}

/// Calls `then` once, before the next frame is drawn.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(closure.unchecked_ref());
    }
}
