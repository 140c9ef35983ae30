//! What is drawn, with Leptos. Thin: everything that can be said without a browser is said in the other rooms.

mod app;
mod controls;
mod desk;
mod facts;
mod header;
mod links;
mod list;
mod map;
mod opening;
mod overview;
mod panel;
mod roadmap;
mod scrubber;
mod shape;
mod stage;

pub use app::{App, AppProps};
pub use desk::Desk;
