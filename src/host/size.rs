//! The size of an element, followed as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls `then` with the element, soon and whenever its size changes, for as long as the page lives.
pub fn watch(element: &Element, then: impl Fn(&Element) + 'static) {
    let watched = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || then(&watched));
    if let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) {
        observer.observe(element);
        closure.forget();
    }
}
