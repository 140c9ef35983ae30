//! What a chart is made of when it is drawn: lines, shapes and words, each with a role. A role says what a mark means; the
//! view gives it a colour and a pattern.

use plotters::style::RGBColor;
use plotters_backend::BackendColor;

use crate::contract::word::words;
use crate::journey::{Point, label};

words! {
    /// What a mark is for; its class on the page. No two that may meet in a chart differ in colour alone: bars have a
    /// pattern each, and what is unknown is dotted or hatched.
    Role {
        /// The line of an axis, and its ticks.
        Axis = "axis",
        /// A line of the grid.
        Grid = "grid",
        /// Words at an axis.
        Label = "label",
        /// Words that matter most: a last value, a panel's name. Bold.
        Strong = "strong",
        /// Words of a flag.
        Note = "note",
        /// Words for what is not known, in a dotted box.
        UnknownNote = "unknown-note",
        /// The line between values of years that follow on each other.
        Line = "line",
        /// The thin dashed line across years that have no value.
        Dash = "dash",
        /// A value: a disc.
        Point = "point",
        /// The flag of a goal to be climate positive: filled.
        Flag = "flag",
        /// The flag of any other goal: open.
        FlagOpen = "flag-open",
        /// The pole of a flag.
        Pole = "pole",
        /// The level that a goal sets: a square at its place.
        Target = "target",
        /// The levels between which a goal is reached: a line.
        TargetRange = "target-range",
        /// A place for what is not known: dotted, never filled.
        Unknown = "unknown",
        /// A place for a figure that the contract states and that is no place on the axes.
        Stated = "stated",
        /// What the largest funder pays.
        Bar1 = "bar-1",
        /// What the second funder pays.
        Bar2 = "bar-2",
        /// What the third funder pays.
        Bar3 = "bar-3",
        /// What the fourth funder pays.
        Bar4 = "bar-4",
        /// What the fifth funder pays.
        Bar5 = "bar-5",
        /// What every other funder pays.
        BarOther = "bar-other",
        /// Cost that nobody is named for: hatched.
        Unfunded = "unfunded",
        /// Cost whose funders are named without how much: hatched the other way.
        Undivided = "undivided",
        /// From the low end of a range on to the high one: outlined and hatched.
        Upto = "upto",
        /// The range of a value, as a line.
        Range = "range",
        /// The open arrow of a range with one end.
        Arrow = "arrow",
        /// Not drawn.
        Hidden = "hidden",
    }
}

impl Role {
    /// The role as plotters carries it: a colour that only the recorder reads.
    pub(super) fn color(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    /// The role that such a colour stands for.
    pub(super) fn of(color: BackendColor) -> Self {
        let at = usize::from(color.rgb.2);
        *Self::ALL.get(at).unwrap_or(&Self::Hidden)
    }
}

/// Which end of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The word of SVG's `text-anchor`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A mark. Lengths are CSS pixels from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A straight line.
    Line {
        /// Where it starts.
        from: Point,
        /// Where it ends.
        to: Point,
        /// What it is for.
        role: Role,
    },
    /// A line through several points, or the shape that they enclose.
    Path {
        /// The points.
        points: Vec<Point>,
        /// True for a shape.
        closed: bool,
        /// What it is for.
        role: Role,
    },
    /// A rectangle.
    Rect {
        /// Where it lies.
        frame: Frame,
        /// What it is for.
        role: Role,
    },
    /// A disc.
    Circle {
        /// Its centre.
        at: Point,
        /// Its radius.
        radius: f64,
        /// What it is for.
        role: Role,
    },
    /// A line of text.
    Text {
        /// The anchor, on the baseline.
        at: Point,
        /// Which end of the text that is.
        anchor: Anchor,
        /// The words.
        words: String,
        /// The size of the font.
        size: f64,
        /// What it is for.
        role: Role,
    },
}

/// How much of a font's size lies above the baseline, and how much below it.
pub(super) const ASCENT: f64 = 0.95;
const DESCENT: f64 = 0.25;

/// The height of a line of text, as a share of the font's size.
pub(super) const LINE: f64 = ASCENT + DESCENT;

/// The height of a line among others: whole pixels, so that no two meet by a fraction.
pub(super) fn line(size: f64) -> f64 {
    (size * LINE).ceil()
}

/// How wide words are: bold letters take more.
pub(super) fn width(words: &str, size: f64, role: Role) -> f64 {
    let bold = if role == Role::Strong { 1.08 } else { 1.0 };
    label::width(words, size) * bold
}

impl Mark {
    /// What it is for.
    #[must_use]
    pub fn role(&self) -> Role {
        match self {
            Self::Line { role, .. }
            | Self::Path { role, .. }
            | Self::Rect { role, .. }
            | Self::Circle { role, .. }
            | Self::Text { role, .. } => *role,
        }
    }

    /// The room that a text takes in any system font; nothing for other marks.
    #[must_use]
    pub fn text_frame(&self) -> Option<Frame> {
        let Self::Text {
            at,
            anchor,
            words,
            size,
            role,
        } = self
        else {
            return None;
        };
        let w = width(words, *size, *role);
        let before = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => w / 2.0,
            Anchor::End => w,
        };
        Some(Frame {
            x: at.x - before,
            y: at.y - size * ASCENT,
            w,
            h: size * LINE,
        })
    }
}

/// A rectangle of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
}

impl Frame {
    /// A square around a point.
    pub(super) fn around(at: Point, half: f64) -> Self {
        Self {
            x: at.x - half,
            y: at.y - half,
            w: half * 2.0,
            h: half * 2.0,
        }
    }

    /// Whether two rectangles share any room.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }
}
