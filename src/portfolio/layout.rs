//! Where the cells of the portfolio and the marks in them are drawn. Lengths are CSS pixels.

use super::grid::Grid;
use crate::journey::{Point, label};

/// The font size of names.
pub const TEXT: f64 = 14.0;
/// The height of a line of text.
pub const LINE: f64 = 18.0;
/// Below this width the names of rows stand above them, and marks are as far apart as fingers need.
const NARROW: f64 = 720.0;
/// The distance between two cells.
const GAP: f64 = 6.0;
/// What is left free inside a cell.
const INSET: f64 = 5.0;
/// The least width of a column: what a finger needs, and a little.
const SLIM: f64 = 47.0;
/// The distance between two marks where a finger points, and where a mouse does.
const APART: (f64, f64) = (44.0, 34.0);

/// The name of a row or a column, with what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// The name, line by line.
    pub lines: Vec<String>,
    /// Where the first line starts: its left end in a row, its middle over a column (baseline).
    pub at: Point,
    /// Whether the lines run upwards, because the column is too narrow for them.
    pub upright: bool,
}

/// The portfolio laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The width of the drawing; wider than asked for when the columns would not fit.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The names of the columns.
    pub columns: Vec<Heading>,
    /// Where the counts of the columns stand (baseline).
    pub counts: f64,
    /// The names of the rows.
    pub rows: Vec<Heading>,
    /// Left edges of the columns.
    pub left: Vec<f64>,
    /// The width of a column.
    pub wide: f64,
    /// Upper edges of the rows' cells.
    pub top: Vec<f64>,
    /// Heights of the rows' cells.
    pub tall: Vec<f64>,
    /// Every mark.
    pub marks: Vec<Spot>,
    /// Half of what can be pressed of a mark.
    pub reach: f64,
}

/// Where an item is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The number of the item.
    pub item: usize,
    /// Its cell: row and column.
    pub cell: (usize, usize),
    /// Its centre.
    pub at: Point,
    /// The line of marks it stands in, counted from the top of the drawing, and its place across the drawing: what the
    /// arrow keys walk.
    pub walk: (usize, usize),
}

impl Layout {
    /// Lays out a grid with the names of its rows and columns, in a drawing `width` pixels wide when that is enough.
    #[must_use]
    pub fn new(grid: &Grid, rows: &[String], columns: &[String], width: f64) -> Self {
        let narrow = width < NARROW;
        let names = if narrow {
            0.0
        } else {
            (width * 0.22).max(150.0).min(240.0)
        };
        let count = columns.len().max(1) as f64;
        let least = if narrow { SLIM } else { 62.0 };
        let wide = ((width - names) / count - GAP).max(least);
        let apart = if narrow { APART.0 } else { APART.1 };
        let abreast = (((wide - 2.0 * INSET + 8.0) / apart).floor() as usize).max(1);
        let mut layout = Self {
            width: width.max(names + (wide + GAP) * count),
            height: 0.0,
            columns: Vec::new(),
            counts: 0.0,
            rows: Vec::new(),
            left: (0..columns.len())
                .map(|at| names + GAP / 2.0 + (wide + GAP) * at as f64)
                .collect(),
            wide,
            top: Vec::new(),
            tall: Vec::new(),
            marks: Vec::new(),
            reach: apart / 2.0,
        };
        layout.head(columns);
        let mut line = 0;
        for (row, name) in rows.iter().enumerate() {
            let room = if narrow { width } else { names - 12.0 };
            let lines = label::wrap(name, TEXT, room);
            // Its count stands under its name.
            let words = (lines.len() + usize::from(!narrow)) as f64 * LINE;
            if narrow {
                layout.height += 10.0;
                layout.name_row(lines.clone(), layout.height);
                layout.height += words + 2.0;
            }
            let most = grid.cells[row].iter().map(Vec::len).max().unwrap_or(0);
            let deep = most.div_ceil(abreast).max(1);
            let tall =
                (deep as f64 * apart + 2.0 * INSET).max(if narrow { 0.0 } else { words + 8.0 });
            let top = layout.height;
            if !narrow {
                layout.name_row(lines, top + (tall - words) / 2.0);
            }
            for (column, cell) in grid.cells[row].iter().enumerate() {
                let rows = cell.len().div_ceil(abreast).max(1) as f64;
                let across = cell.len().min(abreast) as f64;
                let corner = Point {
                    x: layout.left[column] + (wide - across * apart) / 2.0 + apart / 2.0,
                    y: top + (tall - rows * apart) / 2.0 + apart / 2.0,
                };
                for (place, item) in cell.iter().enumerate() {
                    let (x, y) = (place % abreast, place / abreast);
                    layout.marks.push(Spot {
                        item: *item,
                        cell: (row, column),
                        at: Point {
                            x: corner.x + x as f64 * apart,
                            y: corner.y + y as f64 * apart,
                        },
                        walk: (line + y, column * abreast + x),
                    });
                }
            }
            line += deep;
            layout.top.push(top);
            layout.tall.push(tall);
            layout.height += tall + GAP;
        }
        layout
    }

    /// The names over the columns; upright when a word of them is wider than its column.
    fn head(&mut self, columns: &[String]) {
        let longest = |name: &String| {
            let words = name.split([' ', '-']);
            words.map(|it| label::width(it, TEXT)).fold(0.0, f64::max)
        };
        let upright = columns.iter().any(|it| longest(it) > self.wide);
        let room = if upright { 130.0 } else { self.wide };
        let wrapped: Vec<Vec<String>> = columns
            .iter()
            .map(|it| label::wrap(it, TEXT, room))
            .collect();
        let most = wrapped.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let widest = wrapped.iter().flatten().map(|it| label::width(it, TEXT));
        let tall = if upright {
            widest.fold(0.0, f64::max)
        } else {
            most * LINE
        };
        for (lines, left) in wrapped.into_iter().zip(&self.left) {
            let middle = left + self.wide / 2.0;
            let at = if upright {
                Point {
                    x: middle - (lines.len() as f64 - 1.0) * LINE / 2.0 + 4.0,
                    y: tall + 2.0,
                }
            } else {
                Point {
                    x: middle,
                    y: tall - (lines.len() as f64 - 1.0) * LINE,
                }
            };
            self.columns.push(Heading { lines, at, upright });
        }
        // The counts of the columns stand under their names.
        self.counts = tall + LINE;
        self.height = self.counts + 8.0;
    }

    fn name_row(&mut self, lines: Vec<String>, top: f64) {
        let at = Point {
            x: 2.0,
            y: top + LINE * 0.75,
        };
        self.rows.push(Heading {
            lines,
            at,
            upright: false,
        });
    }

    /// The two places of two items that lie nearest to each other: between them a line is drawn.
    #[must_use]
    pub fn nearest(&self, from: usize, to: usize) -> Option<(Point, Point)> {
        let places = |item: usize| self.marks.iter().filter(move |it| it.item == item);
        let mut best: Option<(f64, Point, Point)> = None;
        for a in places(from) {
            for b in places(to) {
                let far = a.at.distance(b.at);
                if best.is_none_or(|it| far < it.0) {
                    best = Some((far, a.at, b.at));
                }
            }
        }
        best.map(|it| (it.1, it.2))
    }
}
