//! The portfolio: what of the version's commitments, measures and actions lies where, by two questions at once. [`axis`] has
//! the questions and their answers, [`grid`] what lies in each cell and what is thin, [`order`] in what order, [`layout`]
//! where it is drawn.
//!
//! Nothing here is a judgement of the contract: an empty cell is shown as plainly as a full one, and what is not stated has
//! a row or a column of its own.

pub mod axis;
pub mod grid;
pub mod layout;
pub mod order;

pub use axis::{Axis, Slot};
pub use grid::{Grid, Thin};
pub use layout::Layout;
pub use order::{Sort, sorted};

use crate::contract::Item;

/// Whether an item is something that is done or promised: the portfolio holds those.
#[must_use]
pub fn holds(item: &Item<'_>) -> bool {
    matches!(
        item,
        Item::Commitment(_) | Item::Measure(..) | Item::Action(_)
    )
}
