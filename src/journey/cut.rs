//! The roadmap and the strands in pieces, for paper: a page may end between two of them, and no row is cut in two.

use super::rollout::{GROUP, GROUP_BASE, HEADING, Rollout};
use super::{Weave, strands};

/// The height of a piece, unless a single row needs more. Low, so that little of a page stays empty; not lower, because
/// where pieces meet a hair of the paper may shine through.
const PIECE: f64 = 260.0;

impl Rollout {
    /// The upper and lower edges of the pieces, from top to bottom: each begins where the last one ends.
    #[must_use]
    pub fn pieces(&self) -> Vec<(f64, f64)> {
        pieces(&self.edges(), self.height)
    }

    /// Where a piece may end, from top to bottom, and where it must. A heading stays with what follows it.
    fn edges(&self) -> Vec<(f64, bool)> {
        let mut edges = Vec::with_capacity(self.rows.len() + self.chips.len());
        for lane in &self.lanes {
            edges.push((lane.top, true));
            let within = |top: f64| top > lane.top + HEADING + 0.5 && top < lane.top + lane.height;
            let rows = self.rows.iter().filter(|it| within(it.top));
            edges.extend(rows.map(|it| (it.top, false)));
        }
        edges.extend(self.tray.map(|top| (top, true)));
        for (at, group) in self.groups.iter().enumerate() {
            let top = group.heading.y - GROUP_BASE;
            // The first group stays with the tray's own heading.
            edges.extend((at > 0).then_some((top, false)));
            let foot = self.groups.get(at + 1);
            let foot = foot.map_or(self.height, |it| it.heading.y - GROUP_BASE);
            let within = |y: f64| y > top + GROUP + 0.5 && y < foot;
            let chips = self.chips.iter().filter(|it| within(it.frame.0));
            edges.extend(chips.map(|it| (it.frame.0, false)));
        }
        edges
    }

    /// What of it lies in a piece, where it lay.
    #[must_use]
    pub fn piece(&self, (from, to): (f64, f64)) -> Self {
        let within = |y: f64| (from..to).contains(&y);
        let mut piece = self.clone();
        piece
            .lanes
            .retain(|it| it.top < to && it.top + it.height > from);
        piece.rows.retain(|it| within(it.top));
        piece.groups.retain(|it| within(it.heading.y - GROUP_BASE));
        piece.chips.retain(|it| within(it.frame.0));
        piece.marks.retain(|it| within(it.at.y));
        piece.signings.retain(|it| within(it.at.y));
        piece
    }
}

impl Weave {
    /// The upper and lower edges of the pieces, from top to bottom: each begins where the last one ends. What leads from
    /// one strand to another may go on in the next.
    #[must_use]
    pub fn pieces(&self) -> Vec<(f64, f64)> {
        let heads = self.headings.iter().map(|(_, at)| at.y - strands::BASE);
        let heads: Vec<f64> = heads.collect();
        let mut edges = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let above = heads.iter().rfind(|top| **top < row.top);
            let follows = above.is_some_and(|top| row.top - top < strands::HEADING + 0.5);
            edges.push((above.copied().filter(|_| follows).unwrap_or(row.top), false));
        }
        pieces(&edges, self.height)
    }
}

/// Pieces between edges, from top to bottom: where a piece may end, and where it must.
fn pieces(edges: &[(f64, bool)], height: f64) -> Vec<(f64, f64)> {
    let mut pieces = Vec::new();
    let mut from = 0.0;
    for (place, (edge, must)) in edges.iter().enumerate() {
        // Chips stand beside each other: the next edge is the next one lower down.
        let lower = edges[place..].iter().find(|it| it.0 > *edge);
        let next = lower.map_or(height, |it| it.0);
        if *edge > from && (*must || next - from > PIECE) {
            pieces.push((from, *edge));
            from = *edge;
        }
    }
    pieces.push((from, height));
    pieces
}
