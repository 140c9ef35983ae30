//! The band: one place for every item, two projections of it, and the travel between them. Pure geometry.
//!
//! The contract is one band. [`Journey`] says where on it everything lies: a version is a *turn*, a process is a sixth
//! of a turn, and an item has a seat in its cell and a stretch of time. [`spiral`] winds the band up into the map;
//! [`rollout`] rolls it out along calendar time; [`travel`] leads from one to the other. [`strands`] lays the promises of
//! all versions side by side. Nothing else may place an item.
//!
//! Lengths are CSS pixels of the drawing, angles are radians clockwise from the top, times are years (2026.5 is the
//! middle of 2026).

pub mod cut;
pub mod label;
pub mod place;
pub mod rollout;
pub mod scale;
pub mod spiral;
pub mod strands;
pub mod travel;

pub use place::{Journey, Place, Stretch, Turn};
pub use rollout::Rollout;
pub use spiral::Spiral;
pub use strands::Weave;

use crate::markup::tenths;

/// A point of a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The distance to another point.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point that lies `share` (0 to 1) of the way to another.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self {
            x: self.x + (other.x - self.x) * share,
            y: self.y + (other.y - self.y) * share,
        }
    }
}

/// A mark of an item: where it is drawn, and how large.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Which place of the journey it is (index into [`Journey::places`]).
    pub place: usize,
    /// Its centre.
    pub at: Point,
    /// Half the size of its shape.
    pub radius: f64,
    /// Half the size of what can be pressed.
    pub reach: f64,
}

/// An SVG path through points.
#[must_use]
pub fn path(points: &[Point]) -> String {
    let mut d = String::with_capacity(points.len() * 12);
    for (i, p) in points.iter().enumerate() {
        d.push(if i == 0 { 'M' } else { 'L' });
        d += &format!("{} {}", tenths(p.x), tenths(p.y));
    }
    d
}
