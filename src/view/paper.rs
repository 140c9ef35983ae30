//! A high drawing on paper: in pieces between which a page may end, under a head that every page repeats.

use super::Node;
use crate::markup::el;

/// The drawing from its pieces. Nothing reads it aloud: the list that follows it says the same.
pub fn paper(head: Node, pieces: impl Iterator<Item = Node>) -> Node {
    let row = |cell: Node| el("tr").child(el("td").child(cell));
    el("table")
        .set("class", "tm-paper")
        .set("aria-hidden", "true")
        .child(el("thead").child(row(head)))
        .child(el("tbody").children(pieces.map(row)))
}
