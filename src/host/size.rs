//! The size of an element, followed as it changes.

use leptos::html::ElementType;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ResizeObserver, ResizeObserverEntry};

/// The width and height of an element's content in whole pixels; zero until it is shown.
pub fn size_of<E>(node: NodeRef<E>) -> Signal<(f64, f64)>
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    let size = RwSignal::new((0.0, 0.0));
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let element: web_sys::Element = element.unchecked_into();
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter() {
                let rect = entry.unchecked_into::<ResizeObserverEntry>().content_rect();
                let new = (rect.width().floor(), rect.height().floor());
                if size.try_get_untracked().is_some_and(|old| old != new) {
                    size.set(new);
                }
            }
        });
        let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&element);
        let kept = SendWrapper::new((observer, closure));
        on_cleanup(move || kept.0.disconnect());
    });
    size.into()
}
