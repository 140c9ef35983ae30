//! The strands: every promise on a line of its own, every version in a column. Lengths are CSS pixels.

use super::{Point, label};
use crate::markup::tenths;

/// The font size of titles.
pub const TEXT: f64 = 15.0;
/// The height of a line of text.
pub const LINE: f64 = 20.0;
/// The font size of the words beside knots.
pub const WORD: f64 = 13.0;
/// The height of a heading, and how far down in it the words stand.
pub(super) const HEADING: f64 = 48.0;
pub(super) const BASE: f64 = 30.0;
/// The least height of a row: what a finger needs.
const ROW: f64 = 46.0;
/// The least distance between two versions: what a finger needs, and a little.
const CLOSEST: f64 = 52.0;
/// From this distance between two versions on, there is room for a word beside a knot.
const ROOMY: f64 = 104.0;
/// Below this width titles stand above their strands.
const NARROW: f64 = 720.0;
/// What is left free to the right of the last version: for its words, and for the years to come.
const BEYOND: f64 = 108.0;

/// Strands under a heading, each with its title.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// The heading.
    pub name: String,
    /// The strands, by their number, with their titles.
    pub strands: Vec<(usize, String)>,
}

/// A strand as drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The strand's number.
    pub strand: usize,
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// The height of its line.
    pub y: f64,
    /// Its title, line by line.
    pub lines: Vec<String>,
    /// Where the first line starts (baseline).
    pub text: Point,
}

/// The strands laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Weave {
    /// The size of the drawing; wider than asked for when the versions would not fit.
    pub width: f64,
    /// The size of the drawing.
    pub height: f64,
    /// Where each version stands.
    pub columns: Vec<f64>,
    /// True when there is room for a word beside a knot.
    pub words: bool,
    /// The headings: which bundle, and where it starts (baseline).
    pub headings: Vec<(usize, Point)>,
    /// The strands.
    pub rows: Vec<Row>,
}

impl Weave {
    /// Lays out bundles of strands through so many versions, in a drawing `width` pixels wide when that is enough.
    #[must_use]
    pub fn new(bundles: &[Bundle], versions: usize, width: f64) -> Self {
        let narrow = width < NARROW;
        let column = if narrow {
            0.0
        } else {
            (width * 0.32).max(220.0).min(400.0)
        };
        let (left, beyond) = if narrow {
            (34.0, 64.0)
        } else {
            (column + 40.0, BEYOND)
        };
        let gaps = versions.saturating_sub(1).max(1) as f64;
        let apart = ((width - left - beyond) / gaps).max(CLOSEST).min(260.0);
        // A single version stands where the last of several would.
        let first = if versions < 2 { left + apart } else { left };
        let mut weave = Self {
            width: width.max(left + apart * gaps + beyond),
            height: 4.0,
            columns: (0..versions).map(|at| first + apart * at as f64).collect(),
            words: apart >= ROOMY,
            headings: Vec::new(),
            rows: Vec::new(),
        };
        for (place, bundle) in bundles.iter().enumerate() {
            let y = weave.height + BASE;
            weave.headings.push((place, Point { x: 12.0, y }));
            weave.height += HEADING;
            for (strand, title) in &bundle.strands {
                weave.lay(*strand, title, narrow, if narrow { width } else { column });
            }
            weave.height += 8.0;
        }
        weave
    }

    fn lay(&mut self, strand: usize, title: &str, narrow: bool, room: f64) {
        let lines = label::wrap(title, TEXT, room - 28.0);
        let text = lines.len() as f64 * LINE;
        let top = self.height;
        let (height, first, y) = if narrow {
            (text + 54.0, top + 6.0, top + text + 30.0)
        } else {
            let height = (text + 12.0).max(ROW);
            (height, top + (height - text) / 2.0, top + height / 2.0)
        };
        self.rows.push(Row {
            strand,
            top,
            height,
            y,
            lines,
            text: Point {
                x: 12.0,
                y: first + LINE * 0.75,
            },
        });
        self.height += height;
    }

    /// The row of a strand, when it is shown.
    #[must_use]
    pub fn row(&self, strand: usize) -> Option<&Row> {
        self.rows.iter().find(|it| it.strand == strand)
    }

    /// The line from one strand in one version to another in another, as an SVG path.
    #[must_use]
    pub fn tie(&self, from: (usize, usize), to: (usize, usize)) -> Option<String> {
        let (a, b) = (self.row(from.0)?, self.row(to.0)?);
        let (x, z) = (*self.columns.get(from.1)?, *self.columns.get(to.1)?);
        let mid = tenths((x + z) / 2.0);
        let (y, w) = (tenths(a.y), tenths(b.y));
        Some(format!(
            "M{} {y}C{mid} {y} {mid} {w} {} {w}",
            tenths(x),
            tenths(z)
        ))
    }
}
