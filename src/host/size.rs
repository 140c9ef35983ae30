//! The size of an element, followed as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::held::Holder;

/// An observer with what it calls; it stops when this is dropped.
struct Watch(
    ResizeObserver,
    #[expect(dead_code, reason = "called from outside")] Closure<dyn FnMut()>,
);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.disconnect();
    }
}

/// Calls `then` with the element, soon and whenever its size changes, for as long as the app runs.
pub fn watch(holder: &Holder, element: &Element, then: impl Fn(&Element) + 'static) {
    let watched = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || then(&watched));
    if let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) {
        observer.observe(element);
        holder.hold(Watch(observer, closure));
    }
}
