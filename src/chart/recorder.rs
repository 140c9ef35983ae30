//! The backend that plotters draws on. It keeps what it is told to draw as [`Mark`]s and draws nothing.
//!
//! Plotters places by whole pixels, so the drawing is four times as large for it and is divided on the way in. It asks for
//! the size of a text only here, and so never asks a browser or a font.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::mark::{ASCENT, Anchor, Frame, LINE, Mark, Role, width};
use crate::journey::Point;

/// How many of plotters' pixels are one of ours.
pub(super) const FINE: f64 = 4.0;

/// A length as plotters takes it.
pub(super) fn fine(length: f64) -> i32 {
    (length * FINE).round() as i32
}

/// A place as plotters gives it.
pub(super) fn point((x, y): BackendCoord) -> Point {
    Point {
        x: f64::from(x) / FINE,
        y: f64::from(y) / FINE,
    }
}

/// Keeps what is drawn.
pub(super) struct Recorder<'a> {
    /// Width and height in CSS pixels.
    pub size: (f64, f64),
    /// What has been drawn so far.
    pub marks: &'a mut Vec<Mark>,
}

/// Nothing can go wrong here.
type Kept = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder<'_> {
    fn keep(&mut self, mark: Mark) -> Kept {
        if mark.role() != Role::Hidden {
            self.marks.push(mark);
        }
        Ok(())
    }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.size;
        (
            fine(width).max(0).unsigned_abs(),
            fine(height).max(0).unsigned_abs(),
        )
    }

    fn ensure_prepared(&mut self) -> Kept {
        Ok(())
    }

    fn present(&mut self) -> Kept {
        Ok(())
    }

    /// No chart draws single pixels.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Kept {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Kept {
        let role = Role::of(style.color());
        let (from, to) = (point(from), point(to));
        self.keep(Mark::Line { from, to, role })
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Kept {
        let role = Role::of(style.color());
        let (from, to) = (point(upper_left), point(lower_right));
        let frame = Frame {
            x: from.x.min(to.x),
            y: from.y.min(to.y),
            w: (to.x - from.x).abs(),
            h: (to.y - from.y).abs(),
        };
        self.keep(Mark::Rect { frame, role })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Kept {
        let role = Role::of(style.color());
        let points: Vec<Point> = path.into_iter().map(point).collect();
        if let &[from, to] = points.as_slice() {
            return self.keep(Mark::Line { from, to, role });
        }
        let closed = false;
        self.keep(Mark::Path {
            points,
            closed,
            role,
        })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Kept {
        self.keep(Mark::Circle {
            at: point(center),
            radius: f64::from(radius) / FINE,
            role: Role::of(style.color()),
        })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Kept {
        self.keep(Mark::Path {
            points: path.into_iter().map(point).collect(),
            closed: true,
            role: Role::of(style.color()),
        })
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, at: BackendCoord) -> Kept {
        let size = style.size() / FINE;
        let mut at = point(at);
        at.y += size
            * match style.anchor().v_pos {
                VPos::Top => ASCENT,
                VPos::Center => ASCENT - LINE / 2.0,
                VPos::Bottom => ASCENT - LINE,
            };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        self.keep(Mark::Text {
            at,
            anchor,
            words: words.to_owned(),
            size,
            role: Role::of(style.color()),
        })
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        words: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        let wide = width(words, size, Role::of(style.color()));
        Ok((wide.ceil() as u32, (size * LINE).ceil() as u32))
    }
}
