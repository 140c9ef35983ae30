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
//! - [`share`]: what is on screen handed on, as HTML for another page, as a reference and as a square for a phone.
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
pub mod share;
pub mod state;
pub mod text;
pub mod view;

/// True in the whole program. That of a first visit is made of the same source without the feature `whole`: it has the map
/// and the roadmap of the contract that comes with the app, which it need not check, and asks for the whole when more is
/// wanted. What asks this constant is left out of it by the compiler.
pub const WHOLE: bool = cfg!(feature = "whole");

use std::any::Any;
use std::cell::RefCell;

use host::held::Holder;
use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// An app on the page: its number, what it holds on to, its desk, and what ends it when it is dropped.
struct Mounted {
    number: u32,
    holder: Holder,
    desk: view::Desk,
    ends: Box<dyn Any>,
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
}

/// Starts the app in the page's `#app`, where the page is the app's own.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let place = info.location().map(ToString::to_string);
        host::events::tell_panic(&place.unwrap_or_default());
    }));
    let root = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.query_selector("#app[data-app]").ok().flatten());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let query = host::whole::query(&root).unwrap_or_else(host::page::query);
    begin(root, &query, false);
}

/// Starts an app in an element of a page that is not its own, showing what the query asks for. `home` is the address of the
/// folder that the app's files are in. Returns a number for [`turn`] and [`unmount`].
#[wasm_bindgen]
pub fn mount(root: HtmlElement, query: &str, home: String) -> u32 {
    host::page::set_home(home);
    begin(root, query, true)
}

/// Shows something else in the app of this number.
#[wasm_bindgen]
pub fn turn(number: u32, query: &str) {
    let find = |all: &Vec<Mounted>| all.iter().find(|it| it.number == number).map(|it| it.desk);
    if let Some(desk) = MOUNTED.with_borrow(find) {
        view::show(desk, query);
    }
}

/// Ends the app of this number: it leaves nothing behind.
#[wasm_bindgen]
pub fn unmount(number: u32) {
    let ended = MOUNTED.with_borrow_mut(|all| {
        let at = all.iter().position(|it| it.number == number)?;
        Some(all.remove(at))
    });
    if let Some(it) = ended {
        it.holder.let_go();
        drop(it.ends);
    }
}

fn begin(root: HtmlElement, query: &str, hosted: bool) -> u32 {
    // The picture of the program before. What the page held without a program goes when a contract is shown: see boot.js.
    if let Ok(Some(before)) = root.query_selector(".tm-app") {
        before.remove();
    }
    let (state, notices) = state::read(query);
    let today = contract::period::year_fraction(host::page::today());
    let (app, holder) = (root.clone(), Holder::default());
    let held = holder.clone();
    let desk = std::rc::Rc::new(std::cell::Cell::new(None));
    let made = desk.clone();
    let ends = mount_to(root, move || {
        let desk = view::Desk::new(app, held, hosted, state, notices, today);
        made.set(Some(desk));
        view::App(view::AppProps { desk })
    });
    let Some(desk) = desk.get() else { return 0 };
    MOUNTED.with_borrow_mut(|all| {
        let number = all.last().map_or(1, |it| it.number + 1);
        let ends = Box::new(ends);
        all.push(Mounted {
            number,
            holder,
            desk,
            ends,
        });
        number
    })
}

/// Lets go of the page, for another program to take over: nothing that happens there reaches this one any more.
#[wasm_bindgen]
pub fn leave() {
    MOUNTED.with_borrow(|all| all.iter().for_each(|it| it.holder.let_go()));
}
