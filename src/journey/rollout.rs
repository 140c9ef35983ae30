//! The roadmap: the same band rolled out. Across is calendar time, down are lanes: the parts of the contract.
//!
//! The band is the top lane. Then one lane a part, one row an item that has a time; items without one stand in a tray at
//! the bottom. Titles have a column of their own (or, on a narrow screen, a line of their own), so that no label lies on
//! anything.
//!
//! Longer than most because lanes, rows and tray are laid in one pass from top to bottom, each below the last, and half of
//! the file says what a drawing is made of.

use super::scale::{Tick, Years};
use super::{Journey, Mark, Place, Point, Stretch, label};
use crate::contract::Part;

/// The height of the strip with the years.
pub const AXIS: f64 = 52.0;
/// The font size of titles.
pub const TEXT: f64 = 15.0;
/// The height of a line of text.
pub const LINE: f64 = 20.0;
/// The height of the band's lane, and what it needs more where its name stands above it.
const BAND_LANE: f64 = 92.0;
const BAND_NAME: f64 = 20.0;
/// The height of a lane's heading.
pub const HEADING: f64 = 44.0;
/// The height of a group's heading in the tray, and how far down in it the words stand.
pub(super) const GROUP: f64 = 30.0;
pub(super) const GROUP_BASE: f64 = 20.0;
/// The least height of a row: what a finger needs.
const ROW: f64 = 44.0;
/// The height of a bar.
pub const BAR: f64 = 14.0;
/// The least width that is laid out.
const NARROWEST: f64 = 280.0;
/// Below this width titles stand above their bars.
const NARROW: f64 = 720.0;
/// Half a mark in the roadmap.
const RADIUS: f64 = 9.0;

/// A row: one item with a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which place it is.
    pub place: usize,
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// Its title, line by line.
    pub lines: Vec<String>,
    /// Where the first line starts (baseline).
    pub text: Point,
    /// Its bar.
    pub bar: Bar,
}

/// A stretch of time as drawn, cut to what is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// Its middle height.
    pub y: f64,
    /// Hatched: an end is open, unknown or uncertain.
    pub loose: bool,
    /// No start is known: it fades in from the left.
    pub no_start: bool,
    /// No end is known: it fades out to the right.
    pub no_end: bool,
    /// Which side of what is shown it lies on entirely, if it does: -1 earlier, 1 later, 0 it is shown.
    pub off: i8,
}

/// A lane: one part of the contract.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// The part.
    pub part: Part,
    /// Its upper edge.
    pub top: f64,
    /// Its height, heading and rows.
    pub height: f64,
    /// How many items it has.
    pub count: usize,
    /// True when its rows are folded away.
    pub folded: bool,
}

/// An item without a time, in the tray.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// Which place it is.
    pub place: usize,
    /// Its title, line by line.
    pub lines: Vec<String>,
    /// Where the first line starts (baseline).
    pub text: Point,
    /// Its upper edge, left edge, width and height.
    pub frame: (f64, f64, f64, f64),
}

/// A group of the tray: the items of one part that have no time.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The part.
    pub part: Part,
    /// Where its heading starts (baseline).
    pub heading: Point,
}

/// A signing on the rolled-out band.
#[derive(Debug, Clone, PartialEq)]
pub struct Signing {
    /// Which turn it is.
    pub turn: usize,
    /// Where it is.
    pub at: Point,
    /// Where its label stands (middle, baseline), when it is shown and there is room.
    pub label: Option<Point>,
}

/// The band rolled out.
#[derive(Debug, Clone, PartialEq)]
pub struct Rollout {
    /// The size of the drawing, without the axis.
    pub width: f64,
    /// The size of the drawing, without the axis.
    pub height: f64,
    /// True when titles stand above their bars.
    pub narrow: bool,
    /// The axis.
    pub years: Years,
    /// Its lines.
    pub ticks: Vec<Tick>,
    /// Where today is, when it is shown.
    pub today: Option<f64>,
    /// The height of the band.
    pub band_y: f64,
    /// The signings.
    pub signings: Vec<Signing>,
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// The rows of the lanes that are not folded.
    pub rows: Vec<Row>,
    /// Where the tray starts, when there is one.
    pub tray: Option<f64>,
    /// The groups of the tray.
    pub groups: Vec<Group>,
    /// The items of the tray.
    pub chips: Vec<Chip>,
    /// The marks, from top to bottom.
    pub marks: Vec<Mark>,
    /// The times at the ends of the band, in turns; for [`Rollout::band`].
    times: Vec<f64>,
}

/// What to roll out: the window of years, today, and the lanes that are folded.
#[derive(Debug, Clone, Copy)]
pub struct Window<'a> {
    /// The years to show; all of them when `None`.
    pub years: Option<(f64, f64)>,
    /// Today, in years.
    pub today: f64,
    /// The lanes that are folded.
    pub folded: &'a [Part],
}

impl Rollout {
    /// Rolls out a journey in a drawing `width` pixels wide.
    #[must_use]
    pub fn new(journey: &Journey, width: f64, window: Window<'_>) -> Self {
        // An element that is not shown yet has no width; what is laid out for it is never seen.
        let width = width.max(NARROWEST);
        let narrow = width < NARROW;
        let column = if narrow {
            0.0
        } else {
            (width * 0.32).max(240.0).min(420.0)
        };
        let (left, right) = (column + 16.0, width - 16.0);
        let (from, to) = window
            .years
            .unwrap_or_else(|| extent(journey, window.today));
        let years = Years {
            from,
            to,
            left,
            right,
        };
        let today = years.x(window.today);
        let above = if narrow { BAND_NAME } else { 0.0 };
        let mut rollout = Self {
            width,
            height: BAND_LANE + above,
            narrow,
            years,
            ticks: years.ticks(46.0),
            today: (left..=right).contains(&today).then_some(today),
            band_y: BAND_LANE / 2.0 + 4.0 + above,
            signings: Vec::new(),
            lanes: Vec::new(),
            rows: Vec::new(),
            tray: None,
            groups: Vec::new(),
            chips: Vec::new(),
            marks: Vec::new(),
            times: (0..=journey.turns.len() * 2)
                .map(|half| journey.time(half as f64 / 2.0))
                .collect(),
        };
        rollout.sign(journey);
        for part in Part::ALL {
            rollout.lay_lane(journey, part, column, &window);
        }
        rollout.lay_tray(journey);
        rollout.height += 16.0;
        rollout
    }

    /// The band at `s` turns from its start.
    #[must_use]
    pub fn band(&self, s: f64) -> Point {
        let halves = (s * 2.0)
            .max(0.0)
            .min(self.times.len().saturating_sub(1) as f64);
        let k = (halves as usize).min(self.times.len().saturating_sub(2));
        let time = match (self.times.get(k), self.times.get(k + 1)) {
            (Some(a), Some(b)) => a + (b - a) * (halves - k as f64),
            _ => self.years.from,
        };
        let x = self
            .years
            .x(time)
            .max(self.years.left - 4.0)
            .min(self.years.right + 4.0);
        Point { x, y: self.band_y }
    }

    fn shows(&self, x: f64) -> bool {
        (self.years.left - 0.5..=self.years.right + 0.5).contains(&x)
    }

    fn sign(&mut self, journey: &Journey) {
        let mut free = [f64::MIN; 2]; // where the last label above and below ends
        for (turn, it) in journey.turns.iter().enumerate() {
            let at = Point {
                x: self.years.x(it.at),
                y: self.band_y,
            };
            let half = label::width(&it.label, 14.0) / 2.0 + 3.0;
            let fits = |side: usize| at.x - half >= free[side];
            let side = (0..2).find(|side| fits(*side));
            let label = match side {
                Some(side) if self.shows(at.x) => {
                    free[side] = at.x + half;
                    Some(Point {
                        x: at.x,
                        y: if side == 0 { at.y - 16.0 } else { at.y + 28.0 },
                    })
                }
                _ => None,
            };
            self.signings.push(Signing { turn, at, label });
        }
    }

    fn lay_lane(&mut self, journey: &Journey, part: Part, column: f64, window: &Window<'_>) {
        let folded = window.folded.contains(&part);
        let mut members: Vec<(usize, &Place, Stretch)> = Vec::new();
        for (i, place) in journey.places.iter().enumerate() {
            if let Some(time) = place.time.filter(|_| place.part == part) {
                // Goals stand in the order of their years, everything else in the band's.
                let at = if part == Part::Goals {
                    members.partition_point(|it| it.2.begins() <= time.begins())
                } else {
                    members.len()
                };
                members.insert(at, (i, place, time));
            }
        }
        if members.is_empty() {
            return;
        }
        let top = self.height;
        self.height += HEADING;
        if !folded {
            for (i, place, time) in &members {
                self.lay_row(*i, place, *time, (column, window.today));
            }
            self.height += 8.0;
        }
        self.lanes.push(Lane {
            part,
            top,
            height: self.height - top,
            count: members.len(),
            folded,
        });
    }

    fn lay_row(&mut self, i: usize, place: &Place, time: Stretch, (column, today): (f64, f64)) {
        let room = if self.narrow {
            self.width - 40.0
        } else {
            column - 28.0
        };
        let lines = label::wrap(&place.title, TEXT, room);
        let text_height = lines.len() as f64 * LINE;
        let top = self.height;
        let (height, text_top, y) = if self.narrow {
            let height = (text_height + 34.0).max(ROW);
            (height, top + 4.0, top + 4.0 + text_height + 14.0)
        } else {
            let height = (text_height + 12.0).max(ROW);
            (
                height,
                top + (height - text_height) / 2.0,
                top + height / 2.0,
            )
        };
        let bar = self.bar(time, y, today);
        self.rows.push(Row {
            place: i,
            top,
            height,
            lines,
            text: Point {
                x: 20.0,
                y: text_top + LINE * 0.75,
            },
            bar,
        });
        let x = if bar.off != 0 {
            if bar.off < 0 {
                self.years.left
            } else {
                self.years.right
            }
        } else {
            bar.left
        };
        self.marks.push(Mark {
            place: i,
            at: Point { x, y },
            radius: RADIUS,
            reach: ROW / 2.0,
        });
        self.height += height;
    }

    fn bar(&self, time: Stretch, y: f64, today: f64) -> Bar {
        let start = time.start.map(|year| self.years.x(year));
        let end = time.end.map(|year| self.years.x(year));
        // An end that is not known is drawn a stub long: no claim of a date.
        let stub = 72.0;
        let left = start.unwrap_or_else(|| end.map_or(self.years.left, |end| end - stub));
        let known = start.map_or(self.years.right, |start| start + stub);
        let so_far = if time.ongoing {
            self.years.x(today)
        } else {
            known
        };
        let right = end.unwrap_or(known.max(so_far));
        let off = if right < self.years.left {
            -1
        } else {
            i8::from(left > self.years.right)
        };
        Bar {
            left: left.max(self.years.left).min(self.years.right),
            right: right.max(self.years.left).min(self.years.right),
            y,
            loose: time.loose,
            no_start: time.start.is_none(),
            no_end: time.end.is_none(),
            off,
        }
    }

    fn lay_tray(&mut self, journey: &Journey) {
        let undated = |part: Part| {
            journey
                .places
                .iter()
                .enumerate()
                .filter(move |(_, place)| place.part == part && place.time.is_none())
        };
        if journey.places.iter().all(|place| place.time.is_some()) {
            return;
        }
        self.tray = Some(self.height);
        self.height += HEADING;
        let columns = ((self.width - 16.0) / 300.0).floor().max(1.0);
        let wide = (self.width - 16.0) / columns;
        for part in Part::ALL {
            let members: Vec<(usize, &Place)> = undated(part).collect();
            if members.is_empty() {
                continue;
            }
            self.groups.push(Group {
                part,
                heading: Point {
                    x: 16.0,
                    y: self.height + GROUP_BASE,
                },
            });
            self.height += GROUP;
            for row in members.chunks(columns as usize) {
                let wrapped: Vec<Vec<String>> = row
                    .iter()
                    .map(|(_, place)| label::wrap(&place.title, TEXT, wide - 60.0))
                    .collect();
                let tallest = wrapped.iter().map(Vec::len).max().unwrap_or(1) as f64;
                let height = (tallest * LINE + 14.0).max(ROW);
                for (c, ((i, _), lines)) in row.iter().zip(wrapped).enumerate() {
                    let left = 8.0 + wide * c as f64;
                    let text_top = self.height + (height - lines.len() as f64 * LINE) / 2.0;
                    self.marks.push(Mark {
                        place: *i,
                        at: Point {
                            x: left + 24.0,
                            y: self.height + height / 2.0,
                        },
                        radius: RADIUS,
                        reach: ROW / 2.0,
                    });
                    self.chips.push(Chip {
                        place: *i,
                        lines,
                        text: Point {
                            x: left + 44.0,
                            y: text_top + LINE * 0.75,
                        },
                        frame: (self.height, left, wide, height),
                    });
                }
                self.height += height;
            }
            self.height += 8.0;
        }
    }
}

/// The years that a journey covers: from its first signing or start to the mission's end, and on to its last goal.
#[must_use]
pub fn extent(journey: &Journey, today: f64) -> (f64, f64) {
    let times = journey.places.iter().filter_map(|place| place.time);
    let starts = times.clone().filter_map(|t| t.start.or(t.end));
    let ends = times.filter_map(|t| t.end.or(t.start));
    let first = (journey.turns.iter().map(|turn| turn.at))
        .chain(starts)
        .fold(today, f64::min);
    let last = (journey.turns.iter().map(|turn| turn.at))
        .chain(ends)
        .fold(super::scale::FOLD, f64::max);
    ((first - 0.25).floor(), (last + 0.5).ceil())
}
