//! What is shown, handed on: as a link, in another page, as a file, as a line in a report.

use super::Node;
use super::desk::{Look, Open};
use crate::markup::el;

/// The view.
pub fn view(look: &Look<'_>, open: &Open<'_>) -> Node {
    let _ = look;
    el("div")
        .set("class", "tm-stage tm-share")
        .child(el("h2").text(open.t.share))
}
