//! Handing text on: to the clipboard, and to whatever the reader's device shares with. Both may be refused.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Navigator, ShareData};

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

fn has(navigator: &Navigator, name: &str) -> bool {
    let found = js_sys::Reflect::get(navigator, &JsValue::from_str(name));
    found.is_ok_and(|it| !it.is_undefined() && !it.is_null())
}

/// Puts a text on the clipboard, and tells `then` whether that was let.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(navigator) = navigator().filter(|it| has(it, "clipboard")) else {
        return then(false);
    };
    let written = navigator.clipboard().write_text(text);
    spawn_local(async move { then(JsFuture::from(written).await.is_ok()) });
}

/// Whether the device has a way of its own to share, as phones do.
#[must_use]
pub fn can_share() -> bool {
    navigator().is_some_and(|it| has(&it, "share"))
}

/// Shares an address with a title, the device's own way. The reader may think better of it.
pub fn share(title: &str, address: &str) {
    let Some(navigator) = navigator() else { return };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let shared = navigator.share_with_data(&data);
    spawn_local(async move { drop(JsFuture::from(shared).await) });
}
