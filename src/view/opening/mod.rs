//! Opening contracts: built in, by address, from files, dropped or pasted. A file that cannot be opened never replaces the
//! one on screen; what is wrong with it is said in words, all of it.
//!
//! The program of a first visit has `first.rs` in the place of this room, and of `who`, which this one hands on.

mod dialog;
mod flow;
mod index;
mod table;

pub use super::saving::save;
pub use super::who::{ask_index, else_does as who_else};
pub use dialog::{dialog, status};
pub use flow::{Way, follow, is_local, list_built_in, perform, start};
pub use index::listed;
pub use table::Taking;
