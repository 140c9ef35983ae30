//! The map: the band wound up. Angle is process, turn is version; the turn in focus is wide, the others shrink.
//!
//! The rings are concentric, one a turn, and the band winds through them: it enters a ring at its inner edge at the top
//! and leaves it at the outer edge one turn later. A cell is one process of one ring. Only the cells of the turn in
//! focus hold marks.
//!
//! Longer than most because the wheel is one figure: rings, cells and seats share their measures.

use std::f64::consts::{PI, TAU};

use super::{Journey, Mark, Point, label};
use crate::contract::Step;
use crate::markup::tenths;

/// Half the angle of a process, and the whole of it.
const SIXTH: f64 = TAU / 6.0;
/// Room between two cells.
const GUTTER: f64 = 2.0;
/// The closest that two marks may lie, centre to centre (WCAG 2.2, 2.5.8: 24 pixels), and the widest that is still good
/// to look at.
const PITCH: (f64, f64) = (25.0, 74.0);
/// The height of the strip for the items of no process.
const STRIP: f64 = 96.0;
/// A wheel of a smaller radius than this has no labels at its signings.
const SMALL: f64 = 210.0;
/// The radius of a count.
pub const COUNT: f64 = 20.0;
/// Half a signing's diamond.
pub const DIAMOND: f64 = 8.0;
/// The font size of the signings' labels.
pub const SIGNING_TEXT: f64 = 13.0;

/// A ring of the wheel: one turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// Where it starts, from the centre.
    pub inner: f64,
    /// Where it ends.
    pub outer: f64,
    /// The signing on the band, between process 3 and 4.
    pub signing: Point,
    /// Where its label stands (its left end, its middle height), when there is room for one.
    pub label: Option<Point>,
}

/// A cell of the turn in focus.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its process.
    pub step: Step,
    /// How many items it holds.
    pub count: usize,
    /// Where the count is drawn, when the items do not fit and the cell shows their number instead.
    pub crowded: Option<Point>,
}

/// The items that stand outside the wheel because they belong to no process.
#[derive(Debug, Clone, PartialEq)]
pub struct Outside {
    /// Where its heading stands.
    pub heading: Point,
    /// Where the count is drawn, when the items do not fit.
    pub crowded: Option<Point>,
    /// How many items it holds.
    pub count: usize,
}

/// The band wound up.
#[derive(Debug, Clone, PartialEq)]
pub struct Spiral {
    /// The size of the drawing.
    pub width: f64,
    /// The size of the drawing.
    pub height: f64,
    /// The middle of the wheel.
    pub centre: Point,
    /// The radius of the arena in the middle.
    pub arena: f64,
    /// The inner and outer radius of the ring that names the processes.
    pub rim: (f64, f64),
    /// True when the rim has room for whole names.
    pub long_names: bool,
    /// The turns, innermost first.
    pub rings: Vec<Ring>,
    /// The six cells of the turn in focus.
    pub cells: Vec<Cell>,
    /// Items of no process.
    pub outside: Option<Outside>,
    /// The marks, in the band's order.
    pub marks: Vec<Mark>,
    slopes: Vec<f64>,
}

impl Spiral {
    /// Winds up a journey in a drawing `width` pixels wide and at most `height` high.
    #[must_use]
    pub fn new(journey: &Journey, width: f64, height: f64) -> Self {
        let outside: Vec<usize> = (0..journey.places.len())
            .filter(|i| journey.places[*i].step.is_none())
            .collect();
        let strip = if outside.is_empty() { 0.0 } else { STRIP };
        let side = width.min(height - strip).max(220.0);
        let centre = Point {
            x: width / 2.0,
            y: side / 2.0,
        };
        let radius = side / 2.0 - 6.0;
        let rim_width = if radius > 250.0 { 36.0 } else { 26.0 };
        let rim = (radius - rim_width, radius);
        let arena = (radius * 0.19).max(34.0).min(84.0);
        let edges = ring_edges(journey, arena + 4.0, rim.0 - 5.0);
        let slopes = slopes(&edges);
        let mut spiral = Self {
            width,
            height: side + strip,
            centre,
            arena,
            rim,
            long_names: radius > 290.0,
            rings: edges
                .windows(2)
                .map(|e| Ring {
                    inner: e[0],
                    outer: e[1],
                    signing: centre,
                    label: None,
                })
                .collect(),
            cells: Vec::new(),
            outside: None,
            marks: Vec::new(),
            slopes,
        };
        spiral.sign(journey);
        spiral.seat_cells(journey);
        spiral.seat_outside(&outside, side);
        spiral
    }

    /// The band at `s` turns from its start.
    #[must_use]
    pub fn band(&self, s: f64) -> Point {
        self.at(self.band_radius(s), s * TAU)
    }

    /// The outline of a cell as an SVG path: the process `step` of the ring from `inner` to `outer`.
    #[must_use]
    pub fn outline(&self, step: Step, inner: f64, outer: f64) -> String {
        let (a0, a1) = (
            edge_angle(step, false, inner, GUTTER),
            edge_angle(step, true, inner, GUTTER),
        );
        let (b0, b1) = (
            edge_angle(step, false, outer, GUTTER),
            edge_angle(step, true, outer, GUTTER),
        );
        let (p, q, r, t) = (
            self.at(inner, a0),
            self.at(outer, b0),
            self.at(outer, b1),
            self.at(inner, a1),
        );
        let at = |point: Point| format!("{} {}", tenths(point.x), tenths(point.y));
        let (big, small) = (tenths(outer), tenths(inner));
        format!(
            "M{}L{}A{big} {big} 0 0 1 {}L{}A{small} {small} 0 0 0 {}Z",
            at(p),
            at(q),
            at(r),
            at(t),
            at(p)
        )
    }

    /// The line that the name of a process is written along, so that it reads the right way up everywhere.
    #[must_use]
    pub fn name_line(&self, step: Step) -> String {
        let mid = (self.rim.0 + self.rim.1) / 2.0;
        let lower = matches!(step, Step::Portfolio | Step::Action);
        let px = self.name_size();
        // The baseline lies a third of the letters' height off the middle, on the side of their feet.
        let r = if lower {
            mid + px * 0.36
        } else {
            mid - px * 0.36
        };
        let (start, end) = (
            step as usize as f64 * SIXTH + 0.02,
            (step as usize as f64 + 1.0) * SIXTH - 0.02,
        );
        let (from, to, sweep) = if lower {
            (end, start, 0)
        } else {
            (start, end, 1)
        };
        let (p, q) = (self.at(r, from), self.at(r, to));
        let r = tenths(r);
        format!(
            "M{} {}A{r} {r} 0 0 {sweep} {} {}",
            tenths(p.x),
            tenths(p.y),
            tenths(q.x),
            tenths(q.y)
        )
    }

    /// The font size of the names of the processes.
    #[must_use]
    pub fn name_size(&self) -> f64 {
        if self.long_names { 16.0 } else { 13.0 }
    }

    /// Whether a point with `room` around it lies inside the cell `step` of the ring in focus.
    #[must_use]
    pub fn holds(&self, focus: usize, step: Step, at: Point, room: f64) -> bool {
        let Some(ring) = self.rings.get(focus) else {
            return false;
        };
        let r = at.distance(self.centre);
        let angle = (at.x - self.centre.x)
            .atan2(self.centre.y - at.y)
            .rem_euclid(TAU);
        r - room >= ring.inner - 1e-6
            && r + room <= ring.outer + 1e-6
            && angle >= edge_angle(step, false, r, room + GUTTER) - 1e-6
            && angle <= edge_angle(step, true, r, room + GUTTER) + 1e-6
    }

    /// Where the trace of an item of a turn that is not in focus lies: `share` (0 to 1) of the way through its process.
    #[must_use]
    pub fn trace(&self, turn: usize, step: Step, share: f64) -> Point {
        let Some(ring) = self.rings.get(turn) else {
            return self.centre;
        };
        let thick = ring.outer - ring.inner;
        let side = if share < 0.5 { 0.2 } else { -0.2 };
        // Clear of the cell's edges and, in process 3, of the signing's label.
        self.at(
            ring.inner + thick * (0.5 + side),
            (step as usize as f64 + 0.1 + share * 0.6) * SIXTH,
        )
    }

    fn at(&self, r: f64, angle: f64) -> Point {
        Point {
            x: self.centre.x + r * angle.sin(),
            y: self.centre.y - r * angle.cos(),
        }
    }

    /// The band's distance from the centre: a monotone cubic through the rings' edges, so that it has no corner and never
    /// leaves its ring.
    fn band_radius(&self, s: f64) -> f64 {
        let n = self.rings.len();
        let s = s.max(0.0).min(n as f64);
        let k = (s as usize).min(n.saturating_sub(1));
        let Some(ring) = self.rings.get(k) else {
            return self.arena;
        };
        let u = s - k as f64;
        let (p0, p1, m0, m1) = (ring.inner, ring.outer, self.slopes[k], self.slopes[k + 1]);
        let (u2, u3) = (u * u, u * u * u);
        (2.0 * u3 - 3.0 * u2 + 1.0) * p0
            + (u3 - 2.0 * u2 + u) * m0
            + (3.0 * u2 - 2.0 * u3) * p1
            + (u3 - u2) * m1
    }

    fn sign(&mut self, journey: &Journey) {
        for k in 0..self.rings.len() {
            let signing = self.at(self.band_radius(k as f64 + 0.5), PI);
            let wide = k == journey.focus;
            let thick = self.rings[k].outer - self.rings[k].inner;
            self.rings[k].signing = signing;
            // To the right of the diamond, where only narrow rings lie; in the wide one the seats keep clear of it. A small
            // wheel has no room for labels: the row of turns names them.
            let roomy = self.rim.1 >= SMALL && (wide || thick >= SIGNING_TEXT + 1.0);
            self.rings[k].label = roomy.then_some(Point {
                x: signing.x + DIAMOND + 5.0,
                y: signing.y,
            });
        }
    }

    fn seat_cells(&mut self, journey: &Journey) {
        let plate = self.rings.get(journey.focus).map(|ring| {
            let text = journey
                .turns
                .get(journey.focus)
                .filter(|_| ring.label.is_some())
                .map_or(0.0, |t| label::width(&t.label, SIGNING_TEXT + 2.0));
            Plate {
                left: ring.signing.x - DIAMOND - 2.0,
                right: ring.signing.x + DIAMOND + 8.0 + text,
                y: ring.signing.y,
                half: DIAMOND + 2.0,
            }
        });
        for &step in Step::ALL {
            let members: Vec<usize> = (0..journey.places.len())
                .filter(|i| journey.places[*i].step == Some(step))
                .collect();
            let mut crowded = None;
            match self.seats(journey.focus, step, members.len(), plate.as_ref()) {
                Some((seats, pitch)) => {
                    self.marks
                        .extend(members.iter().zip(seats).map(|(place, at)| Mark {
                            place: *place,
                            at,
                            radius: radius(pitch),
                            reach: (pitch / 2.0).min(24.0),
                        }))
                }
                None => {
                    crowded = self.count_place(journey.focus, step, plate.as_ref());
                }
            }
            self.cells.push(Cell {
                step,
                count: members.len(),
                crowded,
            });
        }
    }

    /// Seats for `n` marks in a cell of the turn in focus, as far apart as they can be, in the band's order; none when
    /// they do not fit. Rows lie along the ring; the pitch is the distance between two seats.
    fn seats(
        &self,
        focus: usize,
        step: Step,
        n: usize,
        plate: Option<&Plate>,
    ) -> Option<(Vec<Point>, f64)> {
        let mut pitch = PITCH.1;
        while pitch >= PITCH.0 {
            let seats = self.grid(focus, step, pitch, plate);
            if seats.len() >= n {
                let angle = |p: Point| {
                    (p.x - self.centre.x)
                        .atan2(self.centre.y - p.y)
                        .rem_euclid(TAU)
                };
                let surplus = seats.len();
                let mut chosen: Vec<Point> = Vec::with_capacity(n);
                for i in 0..n {
                    let seat = seats[(i * surplus + surplus / 2) / n];
                    let at = chosen.partition_point(|other| angle(*other) <= angle(seat));
                    chosen.insert(at, seat);
                }
                return Some((chosen, pitch));
            }
            pitch -= 1.0;
        }
        None
    }

    /// Where the count of a cell goes: in its middle, or as near to it as the signing leaves room.
    fn count_place(&self, focus: usize, step: Step, plate: Option<&Plate>) -> Option<Point> {
        let ring = self.rings.get(focus)?;
        let r = (ring.inner + ring.outer) / 2.0;
        let at = |share: f64| self.at(r, (step as usize as f64 + share) * SIXTH);
        let clear = |at: &Point| plate.is_none_or(|plate| plate.is_clear_of(*at, COUNT));
        [0.5, 0.4, 0.3, 0.2]
            .into_iter()
            .map(at)
            .find(clear)
            .or_else(|| Some(at(0.5)))
    }

    /// The seats that a cell has at a pitch: in the middle of rows along the ring, and of equal parts of each row.
    fn grid(&self, focus: usize, step: Step, pitch: f64, plate: Option<&Plate>) -> Vec<Point> {
        let Some(ring) = self.rings.get(focus) else {
            return Vec::new();
        };
        let room = radius(pitch) + 3.0;
        let depth = ring.outer - ring.inner;
        let rows = (depth / pitch) as usize;
        let mut seats = Vec::new();
        for row in 0..rows {
            let r = ring.inner + depth * (row as f64 + 0.5) / rows as f64;
            let (a0, a1) = (
                edge_angle(step, false, r, GUTTER),
                edge_angle(step, true, r, GUTTER),
            );
            // Neighbours on a row are at least a pitch apart along the chord.
            let least = 2.0 * (pitch / (2.0 * r)).max(-1.0).min(1.0).asin();
            let count = ((a1 - a0) / least) as usize;
            for i in 0..count {
                let at = self.at(r, a0 + (a1 - a0) * (i as f64 + 0.5) / count as f64);
                if self.holds(focus, step, at, room)
                    && plate.is_none_or(|plate| plate.is_clear_of(at, room))
                {
                    seats.push(at);
                }
            }
        }
        seats
    }

    fn seat_outside(&mut self, members: &[usize], side: f64) {
        if members.is_empty() {
            return;
        }
        let pitch = 52.0;
        let fits = ((self.width - 16.0) / pitch) as usize;
        let y = side + 52.0;
        let crowded = (members.len() > fits).then_some(Point {
            x: self.width / 2.0,
            y,
        });
        if crowded.is_none() {
            let first = (self.width - pitch * (members.len() - 1) as f64) / 2.0;
            self.marks
                .extend(members.iter().enumerate().map(|(i, place)| Mark {
                    place: *place,
                    at: Point {
                        x: first + pitch * i as f64,
                        y,
                    },
                    radius: 12.0,
                    reach: 23.0,
                }));
        }
        let heading = Point {
            x: self.width / 2.0,
            y: side + 22.0,
        };
        self.outside = Some(Outside {
            heading,
            crowded,
            count: members.len(),
        });
    }
}

/// Half the size of a mark at a pitch.
fn radius(pitch: f64) -> f64 {
    (pitch * 0.27).max(6.0).min(12.5)
}

/// The rectangle round the signing in focus, which no mark may touch.
struct Plate {
    left: f64,
    right: f64,
    y: f64,
    half: f64,
}

impl Plate {
    fn is_clear_of(&self, at: Point, room: f64) -> bool {
        let dx = (self.left - at.x).max(at.x - self.right).max(0.0);
        let dy = ((at.y - self.y).abs() - self.half).max(0.0);
        dx.hypot(dy) >= room
    }
}

/// The angle of a cell's edge at distance `r`, kept `room` pixels inside it.
fn edge_angle(step: Step, end: bool, r: f64, room: f64) -> f64 {
    let inwards = (room / r).max(-1.0).min(1.0).asin();
    let step = step as usize as f64;
    if end {
        (step + 1.0) * SIXTH - inwards
    } else {
        step * SIXTH + inwards
    }
}

/// The edges of the rings: the one in focus takes at least half of the room, the others share the rest, the inner ones
/// a little narrower than the outer.
fn ring_edges(journey: &Journey, inner: f64, outer: f64) -> Vec<f64> {
    let n = journey.turns.len();
    let room = (outer - inner).max(1.0);
    let others = n.saturating_sub(1) as f64;
    // On a small wheel the turns that are not in focus give up their labels, so that marks find room.
    let most = if room < 200.0 {
        room * 0.035
    } else {
        room * 0.07
    };
    let narrow = if others > 0.0 {
        (room * 0.48 / others).min(most)
    } else {
        0.0
    };
    let wide = room - narrow * others;
    let mut edges = vec![inner];
    for k in 0..n {
        let last = edges[k];
        edges.push(last + if k == journey.focus { wide } else { narrow });
    }
    edges
}

/// Slopes of a monotone cubic through the edges (Fritsch and Carlson: the harmonic mean of the two sides).
fn slopes(edges: &[f64]) -> Vec<f64> {
    let d: Vec<f64> = edges.windows(2).map(|e| e[1] - e[0]).collect();
    (0..edges.len())
        .map(
            |i| match (i.checked_sub(1).and_then(|j| d.get(j)), d.get(i)) {
                (Some(a), Some(b)) if a + b > 0.0 => 2.0 * a * b / (a + b),
                (Some(a), None) => *a,
                (None, Some(b)) => *b,
                _ => 0.0,
            },
        )
        .collect()
}
