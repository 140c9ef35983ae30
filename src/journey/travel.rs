//! The travel between the map and the roadmap: the band unwinds, and every mark goes from its seat to its time.

use super::{Journey, Point, Rollout, Spiral};

/// Points of the band in one turn.
const PER_TURN: usize = 90;

/// The share of the way after `t` (0 to 1) of the time: slow, fast, slow (a cubic, as the style sheet's for the marks).
#[must_use]
pub fn ease(t: f64) -> f64 {
    let t = t.max(0.0).min(1.0);
    if t < 0.5 {
        4.0 * t * t * t
    } else {
        1.0 - (2.0 - 2.0 * t).powi(3) / 2.0
    }
}

/// The band between `from` and `to` turns on its way from the map (`share` 0) to the roadmap (`share` 1).
#[must_use]
pub fn band(spiral: &Spiral, rollout: &Rollout, from: f64, to: f64, share: f64) -> Vec<Point> {
    let n = (((to - from) * PER_TURN as f64).ceil() as usize).max(1);
    (0..=n)
        .map(|i| {
            let s = from + (to - from) * i as f64 / n as f64;
            spiral.band(s).towards(rollout.band(s), share)
        })
        .collect()
}

/// The stretches of the band that are drawn differently: the versions before the turn in focus, that turn, the versions
/// after it, and the turns to come.
#[must_use]
pub fn stretches(journey: &Journey) -> [(f64, f64); 4] {
    let (versions, all) = (journey.versions() as f64, journey.turns.len() as f64);
    let focus = (journey.focus as f64).min(all);
    let end = (focus + 1.0).min(all);
    let known = versions.max(end);
    [(0.0, focus), (focus, end), (end, known), (known, all)]
}
