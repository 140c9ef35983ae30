//! What is on screen, as plain data: the [`State`], the [`Action`]s that change it, and its spelling in the URL.
//!
//! Nothing here is derived from the contract, and nothing the contract says is stored. Events become an `Action`;
//! [`State::apply`] makes the next state; [`State::to_query`] spells it, and [`read`] reads it back. What a URL gets
//! wrong is left out and told as a [`Notice`]; `text` has the words.

mod action;
mod choice;
mod encoding;
mod filter;
mod notice;
mod opening;
mod reference;
#[cfg(test)]
mod sample;
#[expect(
    clippy::module_inception,
    reason = "one main type a file, and the file is named after it"
)]
mod state;
mod url;

pub use action::Action;
pub use choice::{Form, Group, Theme, View};
pub use notice::{Fault, Notice, Parameter};
pub use opening::{FetchError, Opening, Progress, Refusal};
pub use state::{DEFAULT_CONTRACT, State, YEARS};
pub use url::read;
