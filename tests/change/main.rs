//! What changes between versions: each rule by an example, and laws over generated histories.
#![allow(clippy::unwrap_used, reason = "tests")]

mod history;
mod laws;
mod rules;
mod strands;
