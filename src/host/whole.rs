//! The way from the program of a first visit, which has the map and the roadmap, to the whole one: `boot.js` fetches it
//! and starts it in the place of this one. What this one knows is left on the app's root, for the whole to take up.
//!
//! Two programs are made of the same source (see [`crate::WHOLE`]): a first visit costs what it needs, and no more.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, Event, File, HtmlElement};

/// The properties of the root that hold what is handed over.
const FILES: &str = "tmFiles";
const QUERY: &str = "tmQuery";
const FOCUS: &str = "tmFocus";
const CHOOSING: &str = "tmChoosing";
const DROPPED: &str = "tmDropped";
const WISH: &str = "tmWish";
const LOOKED_AT: &str = "tmLookedAt";

/// Asks for the whole program. It is answered by being let go of, or by an event `tm:stay` when it cannot be had.
/// `choosing` says that the reader wants to open a contract.
pub fn ask(root: &HtmlElement, query: &str, choosing: bool) {
    set(root, QUERY, &query.into());
    set(root, CHOOSING, &choosing.into());
    let focused = root.owner_document().and_then(|it| it.active_element());
    let path = focused
        .and_then(|it| path_to(root, &it))
        .unwrap_or_default();
    let path: Array = path.into_iter().map(JsValue::from).collect();
    set(root, FOCUS, &path);
    if let Ok(event) = CustomEvent::new("tm:whole") {
        let _ = root.dispatch_event(&event);
    }
}

/// The query that the program before left; nothing when this one was the first.
pub fn query(root: &HtmlElement) -> Option<String> {
    take(root, QUERY)?.as_string()
}

/// Whether the reader was about to open a contract.
pub fn was_choosing(root: &HtmlElement) -> bool {
    take(root, CHOOSING).is_some_and(|it| it.is_truthy())
}

/// Leaves what was dropped on the page to the program that comes. The files are taken out now: they are the event's only as
/// long as it lasts.
pub fn leave_dropped(root: &HtmlElement, event: &Event) {
    let data = Reflect::get(event, &"dataTransfer".into());
    let files = data.and_then(|it| Reflect::get(&it, &"files".into()));
    if let Ok(files) = files {
        set(root, DROPPED, &Array::from(&files));
    }
}

/// The files that were dropped on the page while the program before was here.
pub fn dropped(root: &HtmlElement) -> Vec<File> {
    let files = take(root, DROPPED).and_then(|it| it.dyn_into::<Array>().ok());
    let files = files.unwrap_or_default().into_iter();
    files.filter_map(|it| it.dyn_into().ok()).collect()
}

/// Leaves to the program that comes which view was looked at before the one that hands it on.
pub fn leave_looked_at(root: &HtmlElement, view: &str) {
    set(root, LOOKED_AT, &view.into());
}

/// Which view that was.
pub fn looked_at(root: &HtmlElement) -> Option<String> {
    take(root, LOOKED_AT)?.as_string()
}

/// Leaves to the program that comes what the reader wants to take home.
pub fn leave_wish(root: &HtmlElement, wish: &str) {
    set(root, WISH, &wish.into());
}

/// What the reader wanted to take home from the program before.
pub fn wish(root: &HtmlElement) -> Option<String> {
    take(root, WISH)?.as_string()
}

/// Keeps the file of a contract where another program, or another opening, finds it: by its reference.
pub fn keep_file(root: &HtmlElement, reference: &str, bytes: &[u8]) {
    let files = Reflect::get(root, &FILES.into()).unwrap_or(JsValue::UNDEFINED);
    let files = if files.is_object() {
        files
    } else {
        Object::new().into()
    };
    let _ = Reflect::set(&files, &reference.into(), &Uint8Array::from(bytes));
    set(root, FILES, &files);
}

/// The file of a contract, when it has been opened before on this page.
pub fn file(root: &HtmlElement, reference: &str) -> Option<Vec<u8>> {
    let files = Reflect::get(root, &FILES.into()).ok()?;
    let bytes = Reflect::get(&files, &reference.into()).ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// Brings the keyboard to where it was in the program before: the page has the same parts in the same places.
pub fn restore_focus(root: &HtmlElement) {
    let Some(path) = take(root, FOCUS).and_then(|it| it.dyn_into::<Array>().ok()) else {
        return;
    };
    let mut node: Option<web_sys::Node> = Some(root.clone().into());
    for step in path.iter() {
        let place = step.as_f64().unwrap_or_default() as u32;
        node = node.and_then(|it| it.child_nodes().item(place));
    }
    if let Some(element) = node
        .filter(|_| path.length() > 0)
        .and_then(|it| it.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

fn set(root: &HtmlElement, name: &str, value: &JsValue) {
    let _ = Reflect::set(root, &name.into(), value);
}

fn take(root: &HtmlElement, name: &str) -> Option<JsValue> {
    let value = Reflect::get(root, &name.into()).ok()?;
    let _ = Reflect::delete_property(root, &name.into());
    (!value.is_undefined()).then_some(value)
}

/// The places of `target` and those that hold it below `root`, outermost first.
pub fn path_to(root: &Element, target: &web_sys::Node) -> Option<Vec<u32>> {
    let mut path = Vec::new();
    let mut node = target.clone();
    while !node.is_same_node(Some(root)) {
        let mut place = 0;
        let mut before = node.previous_sibling();
        while let Some(sibling) = before {
            place += 1;
            before = sibling.previous_sibling();
        }
        path.push(place);
        node = node.parent_node()?;
    }
    path.reverse();
    Some(path)
}
