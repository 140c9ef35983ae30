//! The action table that a city already has, read into a contract: bytes to rows ([`sheet`]), what each column holds
//! ([`column`]), figures, periods and words as people write them ([`figure`], [`time`], [`word`], [`unknown`]), and the
//! contract that comes of it with an account of every cell ([`draft`]).
//!
//! What cannot be read stays in the contract word for word: as the reason of an unknown, or in the action's summary.

mod area;
mod found;
pub mod slug;
mod tally;
mod token;
mod unit;

pub mod column;
pub mod draft;
pub mod fault;
pub mod figure;
pub mod out;
pub mod own;
pub mod sheet;
pub mod time;
pub mod unknown;
pub mod word;

pub use column::Role;
pub use draft::{About, Draft, draft};
pub use fault::{Fault, FaultCause};
pub use figure::{Figure, Given, Measure, figure, figure_under};
pub use sheet::{
    Delimiter, Encoding, Row, Sheet, Table, is_workbook, looks_like_table, open, read,
};
pub use tally::{ColumnReading, Counts, Doubt, ReadAs};

use super::word::words;

words! {
    /// How surely a cell was read.
    Sureness {
        /// The cell says what was read.
        Understood = "understood",
        /// It was read by guess, or could not be read; its words are kept.
        Doubtful = "doubtful",
        /// The cell says that something is not known.
        Unknown = "unknown",
        /// There is nothing in it.
        Empty = "empty",
    }
}

/// A cell read as something of the format.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// What it says; nothing when that is not known.
    pub value: T,
    /// How surely.
    pub sureness: Sureness,
    /// True when the cell says more than the value does, so that its words must be kept.
    pub rest: bool,
}
