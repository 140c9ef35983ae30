//! The gaps of a version in the chart of emissions: a box with words, dotted when nobody knows how large the gap is. It lies
//! between the last value and the flags, or above them where there is no room.

use super::mark::{Anchor, Frame, Role, line};
use super::plot::{Sheet, widest};
use super::{DataTable, Told};
use crate::contract::model::{Gap, Goal, Indicator};
use crate::journey::{Point, label};
use crate::text::{chart as say, number};

/// The size of the words.
const NOTE: f64 = 13.0;
/// The room around them in their box, and between two boxes.
const PAD: f64 = 6.0;
/// The narrowest place for boxes beside the curve, and the widest that they take.
const WIDTHS: (f64, f64) = (104.0, 240.0);

/// A gap, as it is shown and told.
pub(super) struct Shown<'a> {
    pub gap: &'a Gap,
    goal: Option<&'a Goal>,
    /// What it is called.
    title: String,
    /// How large it is, or why that is not known.
    amount: String,
    /// Whether it has a figure.
    pub known: bool,
    /// Its words in the chart, line by line.
    lines: Vec<String>,
    /// Its box.
    pub frame: Frame,
}

/// The gaps that belong beside an indicator: to goals of its scope, or of no indicator's.
pub(super) fn of<'a>(told: &Told<'a>, indicator: &Indicator) -> Vec<Shown<'a>> {
    let Some(version) = told.contract.versions.get(told.at) else {
        return Vec::new();
    };
    let curves = super::emissions::curves(told.contract);
    let shown = version
        .gaps
        .iter()
        .map(|gap| shown(told, gap, &version.goals));
    shown
        .filter(|it| {
            let scope = it.goal.and_then(|goal| goal.scope);
            let elsewhere = curves.iter().any(|curve| curve.scope == scope);
            indicator.scope == scope || scope.is_none() || !elsewhere
        })
        .collect()
}

fn shown<'a>(told: &Told<'a>, gap: &'a Gap, goals: &'a [Goal]) -> Shown<'a> {
    let goal = goals.iter().find(|it| Some(&it.id) == gap.about.as_ref());
    let title = told.text(&gap.id, "title", gap.title.as_deref());
    let about = goal.and_then(|it| told.text(&it.id, "title", Some(&it.title)));
    let amount = gap.amount.clone().unwrap_or_default();
    Shown {
        gap,
        goal,
        title: title.unwrap_or_else(|| match about {
            Some(about) => format!("{}: {about}", told.phrases().gap_title),
            None => told.phrases().gap_title.to_owned(),
        }),
        amount: number::quantity(&amount, told.lang),
        known: amount.is_known(),
        lines: Vec::new(),
        frame: Frame {
            x: 0.0,
            y: 0.0,
            w: 0.0,
            h: 0.0,
        },
    }
}

impl Shown<'_> {
    fn wrap(&mut self, told: &Told<'_>, x: f64, y: f64, room: f64) {
        let year = self.goal.and_then(|it| it.year);
        let words = say::gap(year, &self.amount, told.lang);
        self.lines = label::wrap(&words, NOTE, room - 2.0 * PAD);
        let role = Role::Note;
        self.frame = Frame {
            x,
            y,
            w: widest(&self.lines, NOTE, role) + 2.0 * PAD,
            h: self.lines.len() as f64 * line(NOTE) + PAD,
        };
    }

    /// Draws the box and the words.
    pub fn draw(&self, sheet: &Sheet<'_>) {
        let (frame, words) = if self.known {
            (Role::Stated, Role::Note)
        } else {
            (Role::Unknown, Role::UnknownNote)
        };
        sheet.rect(self.frame, frame);
        let at = Point {
            x: self.frame.x + PAD,
            y: self.frame.y + PAD / 2.0,
        };
        sheet.lines(at, Anchor::Start, &self.lines, NOTE, words);
    }

    /// What is said where it is.
    pub fn label(&self) -> String {
        format!("{}: {}", self.title, self.amount)
    }

    /// The same with the contract's own reason.
    pub fn sentence(&self, told: &Told<'_>) -> String {
        let reason = self.gap.amount.as_ref().and_then(|it| it.reason.as_deref());
        match told.text(&self.gap.id, "reason", reason) {
            Some(reason) => format!("{}. {reason}", self.label()),
            None => format!("{}.", self.label()),
        }
    }

    /// Adds it to the table.
    pub fn add(&self, told: &Told<'_>, table: &mut DataTable) -> usize {
        let year = self.goal.and_then(|it| it.year);
        let scope = self.goal.and_then(|it| it.scope);
        table.add(vec![
            year.map(|it| it.to_string()).unwrap_or_default(),
            self.title.clone(),
            super::goals::scope(scope, told),
            self.amount.clone(),
        ])
    }
}

/// Places the boxes to the right of the last value, which is at `x`, within a plot of that height, off what is in the way.
/// False when they do not fit; nothing is placed then.
pub(super) fn beside(
    gaps: &mut [Shown<'_>],
    told: &Told<'_>,
    x: f64,
    height: f64,
    taken: &[Frame],
) -> bool {
    let (left, narrowest) = (x + 12.0, WIDTHS.0);
    let room = told.width - left - 2.0;
    if gaps.is_empty() || room < narrowest {
        return gaps.is_empty();
    }
    let mut tall = 0.0;
    for gap in gaps.iter_mut() {
        gap.wrap(told, left, tall, room.min(WIDTHS.1));
        tall += gap.frame.h + PAD;
    }
    let whole = |y: f64| Frame {
        x: left,
        y,
        w: room,
        h: tall,
    };
    // Below the last value rather than above it: that is where the gap is.
    let start = taken.first().map_or(0.0, |it| it.y + it.h + PAD);
    let below = (0..).map(|k| start + f64::from(k) * 4.0);
    let fits = |y: &f64| y + tall <= height;
    let free = |y: &f64| !taken.iter().any(|it| it.meets(&whole(*y)));
    let above = (0..).map(|k| f64::from(k) * 4.0);
    let found = below.take_while(fits).find(free);
    let Some(y) = found.or_else(|| above.take_while(fits).find(free)) else {
        return false;
    };
    for gap in gaps {
        gap.frame.y += y;
    }
    true
}

/// Places the boxes in rows of their own from `top` on; says where they end.
pub(super) fn above(gaps: &mut [Shown<'_>], told: &Told<'_>, top: f64) -> f64 {
    let mut y = top;
    for gap in gaps {
        gap.wrap(told, 2.0, y, told.width - 4.0);
        y += gap.frame.h + PAD;
    }
    y
}
