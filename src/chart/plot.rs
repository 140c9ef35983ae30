//! Drawing by plotters: a sheet, and pairs of axes on it. What is drawn with values goes through the axes; words and what
//! belongs to them go onto the sheet, in CSS pixels.

use std::convert::Infallible;

use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::series::LineSeries;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};

use super::mark::{Anchor, Frame, Mark, Role, line, width};
use super::recorder::{Recorder, fine, point};
use super::scale::{LABEL, Scale};
use crate::journey::Point;

/// The room below an axis for its ticks and the words at them.
pub(super) const BELOW: f64 = 28.0;
/// The room between an axis and the words at it.
const GAP: f64 = 8.0;

type Area<'a> = DrawingArea<Recorder<'a>, Shift>;

fn sure<T>(drawn: Result<T, DrawingAreaErrorKind<Infallible>>) -> T {
    drawn.expect("a recorder keeps whatever is drawn")
}

fn stroke(role: Role) -> ShapeStyle {
    ShapeStyle::from(&role.color())
}

fn font(size: f64, role: Role) -> TextStyle<'static> {
    let font = FontDesc::new(
        FontFamily::SansSerif,
        f64::from(fine(size)),
        FontStyle::Normal,
    );
    font.color(&role.color())
}

/// Where a chart is drawn. The marks are complete when it and its axes are gone.
pub(super) struct Sheet<'a>(Area<'a>);

impl<'a> Sheet<'a> {
    /// A sheet of a size, in CSS pixels, whose marks are kept.
    pub fn new(size: (f64, f64), marks: &'a mut Vec<Mark>) -> Self {
        Self(Recorder { size, marks }.into_drawing_area())
    }

    /// A pair of axes with everything around it in `frame`, of which `left` is kept for the words at the upright one.
    pub fn axes(&self, frame: Frame, left: f64, x: Scale, y: Scale, upright: Role) -> Axes<'a> {
        let area = self.0.clone().shrink(
            (fine(frame.x), fine(frame.y)),
            (fine(frame.w), fine(frame.h)),
        );
        let mut builder = ChartBuilder::on(&area);
        builder
            .set_label_area_size(LabelAreaPosition::Left, fine(left))
            .set_label_area_size(LabelAreaPosition::Bottom, fine(BELOW));
        let mut chart = sure(builder.build_cartesian_2d(x, y));
        // The level axis with the grid, then the upright one, whose line only some charts have.
        let words = font(LABEL, Role::Label);
        let mut mesh = chart.configure_mesh();
        mesh.disable_x_mesh()
            .disable_y_axis()
            .bold_line_style(stroke(Role::Grid))
            .axis_style(stroke(Role::Axis))
            .label_style(words.clone())
            .set_all_tick_mark_size(fine(GAP / 2.0));
        sure(mesh.draw());
        let mut mesh = chart.configure_mesh();
        mesh.disable_mesh()
            .disable_x_axis()
            .axis_style(stroke(upright))
            .label_style(words)
            .set_all_tick_mark_size(fine(GAP / 2.0));
        sure(mesh.draw());
        Axes(chart)
    }

    /// How much room the words at an upright axis need.
    pub fn left(y: &Scale) -> f64 {
        (y.widest() + GAP + 2.0).ceil()
    }

    /// Lines of text with the first one's upper side at `at`; gives the room that they take.
    pub fn lines(
        &self,
        at: Point,
        anchor: Anchor,
        lines: &[String],
        size: f64,
        role: Role,
    ) -> Frame {
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let words = font(size, role).pos(Pos::new(h_pos, VPos::Top));
        for (k, text) in lines.iter().enumerate() {
            let y = at.y + k as f64 * line(size);
            sure(self.0.draw_text(text, &words, (fine(at.x), fine(y))));
        }
        let w = widest(lines, size, role);
        let before = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => w / 2.0,
            Anchor::End => w,
        };
        Frame {
            x: at.x - before,
            y: at.y,
            w,
            h: lines.len() as f64 * line(size),
        }
    }

    /// A line through points.
    pub fn line(&self, points: &[Point], role: Role) {
        sure(self.0.draw(&PathElement::new(places(points), stroke(role))));
    }

    /// The shape that points enclose.
    pub fn shape(&self, points: &[Point], role: Role) {
        sure(self.0.draw(&Polygon::new(places(points), stroke(role))));
    }

    /// A rectangle.
    pub fn rect(&self, frame: Frame, role: Role) {
        let corner = (fine(frame.x), fine(frame.y));
        let other = (fine(frame.x + frame.w), fine(frame.y + frame.h));
        sure(self.0.draw(&Rectangle::new([corner, other], stroke(role))));
    }

    /// A disc.
    pub fn disc(&self, at: Point, radius: f64, role: Role) {
        let center = (fine(at.x), fine(at.y));
        sure(
            self.0
                .draw(&Circle::new(center, fine(radius), stroke(role))),
        );
    }
}

fn places(points: &[Point]) -> Vec<(i32, i32)> {
    points.iter().map(|p| (fine(p.x), fine(p.y))).collect()
}

/// The width of the widest line.
pub(super) fn widest(lines: &[String], size: f64, role: Role) -> f64 {
    lines
        .iter()
        .map(|it| width(it, size, role))
        .fold(0.0, f64::max)
}

/// A pair of axes, and what is drawn with values.
pub(super) struct Axes<'a>(ChartContext<'a, Recorder<'a>, Cartesian2d<Scale, Scale>>);

impl Axes<'_> {
    /// Where a pair of values is on the sheet.
    pub fn at(&self, x: f64, y: f64) -> Point {
        point(self.0.backend_coord(&(x, y)))
    }

    /// The room within the axes.
    pub fn frame(&self) -> Frame {
        let (x, y) = self.0.plotting_area().get_pixel_range();
        let (from, to) = (point((x.start, y.start)), point((x.end, y.end)));
        Frame {
            x: from.x,
            y: from.y,
            w: to.x - from.x,
            h: to.y - from.y,
        }
    }

    /// A line through values.
    pub fn line(&mut self, values: &[(f64, f64)], role: Role) {
        let series = LineSeries::new(values.iter().copied(), stroke(role));
        sure(self.0.draw_series(series));
    }

    /// Discs at values.
    pub fn discs(&mut self, values: &[(f64, f64)], radius: f64, role: Role) {
        let discs = values
            .iter()
            .map(|at| Circle::new(*at, fine(radius), stroke(role)));
        sure(self.0.draw_series(discs));
    }

    /// The bar between two corners; gives the room that it takes.
    pub fn bar(&mut self, from: (f64, f64), to: (f64, f64), role: Role) -> Frame {
        let bar = Rectangle::new([from, to], stroke(role));
        sure(self.0.draw_series(std::iter::once(bar)));
        let (a, b) = (self.at(from.0, from.1), self.at(to.0, to.1));
        Frame {
            x: a.x.min(b.x),
            y: a.y.min(b.y),
            w: (b.x - a.x).abs(),
            h: (b.y - a.y).abs(),
        }
    }
}
