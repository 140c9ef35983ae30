//! Omställningskartan: a municipality's climate contract as the transition map and as the roadmap.
//!
//! The rooms, in the order that data passes through them:
//!
//! - [`contract`]: the contract as data. Text is read, with every problem in its place, and checked.
//! - [`journey`]: the band. Every item gets one place on it; the map and the roadmap are two projections of the band.
//! - [`portfolio`]: what lies where by two questions at once, what is thin, and where it is drawn.
//! - [`chart`]: figures with axes, of emissions, costs and effects, as marks for a view to draw.
//! - [`state`]: what is on screen, what a reader can do about it, and how the address spells it.
//! - [`text`]: every word that the app says, in Swedish and English.
//! - [`markup`]: markup as data, which views return and tests read.
//! - [`view`]: what is on the page, with Leptos. Events become actions; actions make the next state; the views follow.
//! - [`host`]: everything that is asked of the browser.
//!
//! All but the last two know neither Leptos nor the browser; a test holds that.

pub mod chart;
pub mod contract;
pub mod host;
pub mod journey;
pub mod markup;
pub mod portfolio;
pub mod state;
pub mod text;
pub mod view;

/// True in the whole program. That of a first visit is made of the same source without the feature `whole`: it has the map
/// and the roadmap of the contract that comes with the app, which it need not check, and asks for the whole when more is
/// wanted. What asks this constant is left out of it by the compiler.
pub const WHOLE: bool = cfg!(feature = "whole");

use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the app in the page's `#app`.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    let root = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id("app"));
    let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    // The picture of the program before. What the page held without a program goes when a contract is shown: see boot.js.
    if let Ok(Some(before)) = root.query_selector(".tm-app") {
        before.remove();
    }
    let query = host::whole::query(&root).unwrap_or_else(host::page::query);
    let (state, notices) = state::read(&query);
    let today = contract::period::year_fraction(host::page::today());
    let app = root.clone();
    mount_to(root, move || {
        view::App(view::AppProps {
            desk: view::Desk::new(app, state, notices, today),
        })
    })
    .forget();
}

/// Lets go of the page, for another program to take over: nothing that happens there reaches this one any more.
#[wasm_bindgen]
pub fn leave() {
    host::held::let_go();
}
