//! The shapes of marks. A kind is told by its shape, never by its colour alone.

use super::Node;
use crate::contract::{Kind, Step};
use crate::markup::{el, tenths};

/// The outline of a kind's shape round the origin, `r` pixels to each side, as an SVG path.
pub fn outline(kind: Kind, r: f64) -> String {
    match kind {
        Kind::Commitment => square(r * 0.88),
        Kind::Measure => square(r * 0.62),
        Kind::Action | Kind::Gap => disc(r * 0.84),
        Kind::Prerequisite => {
            drawn(
                r,
                &[('M', 0.0, -0.9), ('L', 0.95, 0.75), ('L', -0.95, 0.75)],
            ) + "Z"
        }
        Kind::Body => {
            let (a, b, h) = (0.95, 0.5, 0.84);
            drawn(
                r,
                &[
                    ('M', -a, 0.0),
                    ('L', -b, -h),
                    ('L', b, -h),
                    ('L', a, 0.0),
                    ('L', b, h),
                    ('L', -b, h),
                ],
            ) + "Z"
        }
        Kind::Goal => drawn(
            r,
            &[
                ('M', -0.7, 1.0),
                ('L', -0.7, -0.9),
                ('L', 0.85, -0.9),
                ('L', 0.4, -0.38),
                ('L', 0.85, 0.14),
                ('L', -0.7, 0.14),
            ],
        ),
        Kind::Indicator => bar(r, -0.85, 0.75) + &bar(r, -0.22, 0.25) + &bar(r, 0.41, -0.15),
        Kind::Lesson => {
            drawn(
                r,
                &[
                    ('M', -0.9, -0.8),
                    ('L', 0.9, -0.8),
                    ('L', 0.9, 0.4),
                    ('L', 0.0, 0.4),
                    ('L', -0.4, 0.9),
                    ('L', -0.4, 0.4),
                    ('L', -0.9, 0.4),
                ],
            ) + "Z"
        }
    }
}

/// A path through points given as shares of `r`.
fn drawn(r: f64, points: &[(char, f64, f64)]) -> String {
    points
        .iter()
        .map(|(command, x, y)| format!("{command}{} {}", tenths(x * r), tenths(y * r)))
        .collect()
}

fn square(a: f64) -> String {
    drawn(
        a,
        &[
            ('M', -1.0, -1.0),
            ('L', 1.0, -1.0),
            ('L', 1.0, 1.0),
            ('L', -1.0, 1.0),
        ],
    ) + "Z"
}

fn disc(a: f64) -> String {
    // Rounded first: arcs over a length that does not match their radius bulge.
    let a = (a * 10.0).round() / 10.0;
    let (r, d) = (tenths(a), tenths(2.0 * a));
    format!("M-{r} 0a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0Z")
}

/// A bar from the foot up to `top`.
fn bar(r: f64, x: f64, rise: f64) -> String {
    drawn(
        r,
        &[
            ('M', x, 0.75),
            ('L', x, -rise),
            ('L', x + 0.44, -rise),
            ('L', x + 0.44, 0.75),
        ],
    ) + "Z"
}

/// The diamond of a signing, `r` pixels to each side.
pub fn diamond(r: f64) -> String {
    drawn(
        r,
        &[
            ('M', 0.0, -1.0),
            ('L', 1.0, 0.0),
            ('L', 0.0, 1.0),
            ('L', -1.0, 0.0),
        ],
    ) + "Z"
}

/// The class that gives a mark its colour: that of its process, or ink.
pub fn colour(step: Option<Step>) -> &'static str {
    match step {
        Some(Step::Mandate) => "tm-c1",
        Some(Step::System) => "tm-c2",
        Some(Step::Portfolio) => "tm-c3",
        Some(Step::Action) => "tm-c4",
        Some(Step::Learning) => "tm-c5",
        Some(Step::Normal) => "tm-c6",
        None => "tm-c0",
    }
}

/// A small drawing beside a text. Silent: the words say what it stands for.
pub fn picture(width: &str, view_box: &str, class: &str) -> Node {
    el("svg")
        .set("class", "tm-glyph")
        .class(class)
        .set("width", width)
        .set("height", "22")
        .set("viewBox", view_box)
        .set("aria-hidden", "true")
}

/// A kind's shape beside a text.
pub fn glyph(kind: Kind, step: Option<Step>) -> Node {
    let shape = el("path")
        .set("class", format!("tm-shape tm-{}", kind.as_str()))
        .set("d", outline(kind, 9.0));
    picture("22", "-11 -11 22 22", colour(step)).child(shape)
}
