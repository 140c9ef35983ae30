//! Where the flags of goals fly: each in a row of its own above the plot, the latest year uppermost, with a pole down to the
//! axis. So no flag's words can meet another's, however many there are, and a pole passes behind the words it meets.

use super::mark::{Anchor, Frame, Role, line, width};
use super::plot::{Sheet, widest};
use crate::journey::{Point, label};

/// The size of a flag's words.
const NOTE: f64 = 13.0;
/// The width of a flag.
const CLOTH: f64 = 11.0;
/// The height of a flag.
const HOIST: f64 = 9.0;
/// The room between a flag's words and its pole.
const APART: f64 = 6.0;
/// The room between two rows.
const BETWEEN: f64 = 5.0;

/// A flag with its place.
pub(super) struct Flag {
    /// Which goal it is of.
    pub goal: usize,
    /// Where its pole stands.
    pub x: f64,
    /// The upper side of its row.
    pub y: f64,
    /// Its words, line by line.
    lines: Vec<String>,
    /// On which side of the pole they are: they end there, or start.
    anchor: Anchor,
}

/// Gives every goal (its place on the axis, its words) a row in a drawing of that width, from `top` on. The goals come in
/// the order of their years. Says where the rows end, too.
pub(super) fn lay(goals: &[(f64, String)], room: f64, top: f64) -> (Vec<Flag>, f64) {
    let mut y = top;
    let mut flags = Vec::new();
    for (goal, (x, words)) in goals.iter().enumerate().rev() {
        let before = x - APART - 1.0;
        let after = room - (x + CLOTH + APART) - 1.0;
        let whole = width(words, NOTE, Role::Note);
        let (anchor, space) = match whole {
            w if w <= before => (Anchor::End, before),
            w if w <= after => (Anchor::Start, after),
            _ if before >= after => (Anchor::End, before),
            _ => (Anchor::Start, after),
        };
        let lines = label::wrap(words, NOTE, space);
        let tall = (lines.len() as f64 * line(NOTE)).max(HOIST);
        flags.push(Flag {
            goal,
            x: *x,
            y,
            lines,
            anchor,
        });
        y += tall + BETWEEN;
    }
    (flags, y)
}

impl Flag {
    /// Where its words start or end.
    fn words_at(&self) -> f64 {
        match self.anchor {
            Anchor::End => self.x - APART,
            _ => self.x + CLOTH + APART,
        }
    }

    /// The room that its words take.
    pub fn words(&self) -> Frame {
        let w = widest(&self.lines, NOTE, Role::Note);
        Frame {
            x: match self.anchor {
                Anchor::End => self.words_at() - w,
                _ => self.words_at(),
            },
            y: self.y,
            w,
            h: self.lines.len() as f64 * line(NOTE),
        }
    }

    /// The room that the flag itself takes.
    pub fn cloth(&self) -> Frame {
        Frame {
            x: self.x,
            y: self.y + 3.0,
            w: CLOTH,
            h: HOIST,
        }
    }

    /// Draws it with its pole down to `foot`, which leaves the frames of other words free.
    pub fn draw(&self, sheet: &Sheet<'_>, role: Role, foot: f64, words: &[Frame]) {
        let top = self.cloth().y;
        for (from, to) in cut(self.x, (top, foot), words) {
            let at = |y| Point { x: self.x, y };
            sheet.line(&[at(from), at(to)], Role::Pole);
        }
        let corner = |x: f64, y: f64| Point {
            x: self.x + x,
            y: top + y,
        };
        let notch = corner(CLOTH - 3.5, HOIST / 2.0);
        let cloth = [
            corner(0.0, 0.0),
            corner(CLOTH, 0.0),
            notch,
            corner(CLOTH, HOIST),
            corner(0.0, HOIST),
        ];
        sheet.shape(&cloth, role);
        let at = Point {
            x: self.words_at(),
            y: self.y,
        };
        sheet.lines(at, self.anchor, &self.lines, NOTE, Role::Note);
    }
}

/// The parts of an upright line that lie outside the frames.
fn cut(x: f64, (from, to): (f64, f64), frames: &[Frame]) -> Vec<(f64, f64)> {
    let mut behind: Vec<(f64, f64)> = frames
        .iter()
        .filter(|it| it.x - 3.0 < x && x < it.x + it.w + 3.0)
        .map(|it| (it.y - 1.0, it.y + it.h + 1.0))
        .collect();
    behind.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut parts, mut at) = (Vec::new(), from);
    for (start, end) in behind {
        if start > at {
            parts.push((at, start.min(to)));
        }
        at = at.max(end);
    }
    if at < to {
        parts.push((at, to));
    }
    parts.retain(|part| part.1 - part.0 > 0.5);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pole_passes_behind_the_words_it_meets() {
        let frame = |y| Frame {
            x: 0.0,
            y,
            w: 20.0,
            h: 8.0,
        };
        let parts = cut(10.0, (0.0, 100.0), &[frame(51.0), frame(11.0)]);
        assert_eq!(parts, [(0.0, 10.0), (20.0, 50.0), (60.0, 100.0)]);
        assert_eq!(cut(90.0, (0.0, 100.0), &[frame(11.0)]), [(0.0, 100.0)]);
    }
}
