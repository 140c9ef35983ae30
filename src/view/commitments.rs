//! The commitments through the versions.

use super::Node;
use super::desk::{Look, Open};
use crate::markup::el;

/// The view.
pub fn view(_look: &Look<'_>, _open: &Open<'_>) -> Node {
    el("div")
}
