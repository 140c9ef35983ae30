//! What the app tells its surroundings: attributes and events on its root, messages to the page that frames it, and
//! marks on the browser's time line. All of these are a public interface.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// A mark on the time line; a measure of the same name runs from `tm:start` to it.
pub fn mark(name: &str) {
    let Some(performance) = web_sys::window().and_then(|w| w.performance()) else {
        return;
    };
    // Marking may be switched off by the browser; nothing depends on it.
    let _ = performance.mark(name);
    let _ = performance.measure_with_start_mark(name, "tm:start");
}

/// The same, the first time only.
pub fn mark_once(name: &str) {
    let entries = web_sys::window()
        .and_then(|w| w.performance())
        .map(|p| p.get_entries_by_name(name).length());
    if entries == Some(0) {
        mark(name);
    }
}

/// Sets an attribute of the root, or removes it.
pub fn set_attribute(root: &HtmlElement, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Says on the page that the program has stopped and where, for whoever can start it anew.
pub fn tell_panic(place: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(place));
    let event = CustomEvent::new_with_event_init_dict("tm:panic", &init);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Sends `name` (`tm:ready`, `tm:change`, `tm:height`, `tm:error`) with its detail: as an event that bubbles out of
/// shadow roots, and as a message `{type, detail}` to the page that frames this one.
pub fn tell(root: &HtmlElement, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = root.dispatch_event(&event);
    }
    let Some(window) = web_sys::window() else {
        return;
    };
    if let Ok(Some(parent)) = window.parent()
        && !js_sys::Object::is(&parent, &window)
    {
        let message = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&message, &"type".into(), &name.into());
        let _ = js_sys::Reflect::set(&message, &"detail".into(), detail);
        // To any origin: nothing in it is secret, and the host is not known.
        let _ = parent.post_message(message.unchecked_ref(), "*");
        if name == "tm:height" {
            tell_wordpress(&window, &parent, detail);
        }
    }
}

/// WordPress asks a page that it embeds for its height in words of its own, with a secret that stands in the address.
fn tell_wordpress(window: &web_sys::Window, parent: &web_sys::Window, height: &JsValue) {
    let hash = window.location().hash().unwrap_or_default();
    let Some((_, secret)) = hash.split_once("secret=") else {
        return;
    };
    let secret: String = secret
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let message = js_sys::Object::new();
    let entries = [
        ("message", JsValue::from_str("height")),
        ("value", height.clone()),
        ("secret", JsValue::from_str(&secret)),
    ];
    for (name, value) in entries {
        let _ = js_sys::Reflect::set(&message, &name.into(), &value);
    }
    let _ = parent.post_message(message.unchecked_ref(), "*");
}
