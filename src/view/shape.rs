//! The shapes of marks. A kind is told by its shape, never by its colour alone.

use leptos::prelude::*;

use crate::contract::{Kind, Step};

/// The outline of a kind's shape round the origin, `r` pixels to each side, as an SVG path.
pub fn outline(kind: Kind, r: f64) -> String {
    let square = |a: f64| format!("M{0:.1} {0:.1}h{1:.1}v{1:.1}h-{1:.1}Z", -a, 2.0 * a);
    let disc = |a: f64| format!("M{:.1} 0a{a:.1} {a:.1} 0 1 1 {d:.1} 0a{a:.1} {a:.1} 0 1 1 -{d:.1} 0Z", -a, d = 2.0 * a);
    match kind {
        Kind::Commitment => square(r * 0.88),
        Kind::Measure => square(r * 0.62),
        Kind::Action | Kind::Gap => disc(r * 0.84),
        Kind::Prerequisite => format!("M0 {:.1}L{:.1} {:.1}H{:.1}Z", -r * 0.9, r * 0.95, r * 0.75, -r * 0.95),
        Kind::Body => {
            let (a, b, h) = (r * 0.95, r * 0.5, r * 0.84);
            format!("M{:.1} 0L{:.1} {:.1}H{b:.1}L{a:.1} 0L{b:.1} {h:.1}H{:.1}Z", -a, -b, -h, -b)
        }
        Kind::Goal => {
            let (pole, top, foot, tip, notch) = (-r * 0.7, -r * 0.9, r, r * 0.85, r * 0.4);
            let (middle, hem) = (-r * 0.38, r * 0.14);
            format!("M{pole:.1} {foot:.1}V{top:.1}H{tip:.1}L{notch:.1} {middle:.1}L{tip:.1} {hem:.1}H{pole:.1}")
        }
        Kind::Indicator => {
            let (w, foot) = (r * 0.44, r * 0.75);
            let bar = |x: f64, h: f64| format!("M{x:.1} {foot:.1}v-{h:.1}h{w:.1}v{h:.1}Z");
            bar(-r * 0.85, r * 1.5) + &bar(-w / 2.0, r) + &bar(r * 0.85 - w, r * 0.6)
        }
        Kind::Lesson => {
            let (left, top, right, foot, tail) = (-r * 0.9, -r * 0.8, r * 0.9, r * 0.4, r * 0.9);
            format!("M{left:.1} {top:.1}H{right:.1}V{foot:.1}H0L{:.1} {tail:.1}V{foot:.1}H{left:.1}Z", -r * 0.4)
        }
    }
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

/// A shape on its own, as text uses it: in lists, the panel and the legend. Silent: the words beside it say the kind.
pub fn glyph(kind: Kind, step: Option<Step>) -> impl IntoView {
    view! {
        <svg class=format!("tm-glyph {}", colour(step)) width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
            <path class=format!("tm-shape tm-{}", kind.as_str()) d=outline(kind, 9.0) />
        </svg>
    }
}
