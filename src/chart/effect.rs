//! What actions cost against what they give, on logarithmic axes: a mark for each action that states both, with a line
//! from the lowest to the highest figure of each. What has no figure has no place there and lies in the tray.

use super::cost::{Ends, readable};
use super::figures::{Figures, Pair, tray};
use super::mark::{Anchor, Frame, Role, line, width};
use super::plot::{Axes, BELOW, Sheet};
use super::scale::{LABEL, Scale};
use super::{Chart, DataTable, Kind, Spot, Told};
use crate::contract::Item;
use crate::contract::model::Version;
use crate::contract::word::PlacedBy;
use crate::journey::{Point, label};
use crate::text::{case, chart as say, number};

/// The height of the plot.
const PLOT: f64 = 260.0;
/// The radius of a mark.
const DISC: f64 = 4.5;
/// How long the line to an open arrow is.
const OPEN: f64 = 24.0;
/// Half the width of an open arrow.
const BARB: f64 = 4.5;

/// One chart for each currency and unit of effect that some action states together.
pub(super) fn charts(told: &Told<'_>) -> Vec<Chart> {
    let Some(version) = told.contract.versions.get(told.at) else {
        return Vec::new();
    };
    let figures: Vec<Figures<'_>> = version.actions.iter().map(Figures::of).collect();
    let mut pairs: Vec<(Pair, usize)> = Vec::new();
    for pair in figures.iter().filter_map(Figures::placed) {
        match pairs.iter_mut().find(|it| it.0 == pair) {
            Some(known) => known.1 += 1,
            None => pairs.push((pair, 1)),
        }
    }
    // The fullest one first: it has the tray of what belongs to no pair.
    pairs.sort_by_key(|it| std::cmp::Reverse(it.1));
    let pairs: Vec<Pair> = pairs.into_iter().map(|it| it.0).collect();
    let charts = pairs
        .iter()
        .map(|pair| chart(told, version, &figures, &pairs, *pair));
    charts.collect()
}

/// One way of the axes: which unit, how many of the counted ones it is, and what is written there.
struct Way {
    size: f64,
    unit: &'static str,
    scale: Scale,
}

impl Way {
    /// The scale of some figures; `room` says how many ticks fit, given their words.
    fn of(ends: &[Ends], told: &Told<'_>, room: impl Fn(&str) -> usize) -> Self {
        let known = ends.iter().flat_map(Ends::known).filter(|it| *it > 0.0);
        let known: Vec<f64> = known.collect();
        let (size, unit) = readable(&known, ends[0].of);
        let scaled: Vec<f64> = known.iter().map(|it| it / size).collect();
        Self {
            size,
            unit: number::unit(unit, told.lang),
            scale: Scale::powers(&scaled, room, told.lang),
        }
    }
}

fn chart(
    told: &Told<'_>,
    version: &Version,
    all: &[Figures<'_>],
    pairs: &[Pair],
    pair: Pair,
) -> Chart {
    let lang = told.lang;
    let shown: Vec<(&Figures<'_>, Ends, Ends)> = all
        .iter()
        .filter(|it| it.placed() == Some(pair))
        .filter_map(|it| Some((it, it.cost?, it.effect?)))
        .collect();
    let costs: Vec<Ends> = shown.iter().map(|it| it.1).collect();
    let effects: Vec<Ends> = shown.iter().map(|it| it.2).collect();
    let y = Way::of(&effects, told, |_| (PLOT / (line(LABEL) * 2.0)) as usize);
    let left = Sheet::left(&y.scale);
    let wide = |words: &str| width(words, LABEL, Role::Label);
    let room = told.width - left.max(48.0) - 72.0;
    let x = Way::of(&costs, told, |words| (room / (wide(words) + 16.0)) as usize);
    // Half of the first words and of the last reach beyond the axis.
    let half = |tick: Option<&(f64, String)>| tick.map_or(0.0, |it| wide(&it.1) / 2.0 + 2.0);
    let left = left.max(half(x.scale.ticks.first())).ceil();
    let right = half(x.scale.ticks.last()).max(DISC + OPEN / 2.0).ceil();
    let caption = |what: &str, unit: &str| {
        let words = say::log_axis(&case::lower(what), unit, lang);
        label::wrap(&words, LABEL, told.width - 4.0)
    };
    let above = caption(told.phrases().effect, y.unit);
    let under = caption(told.phrases().cost, x.unit);
    let line = line(LABEL);
    let top = (above.len() as f64 * line + line / 2.0 + 8.0).ceil();
    let size = (
        told.width,
        top + PLOT + BELOW + (under.len() as f64 * line + 2.0).ceil(),
    );

    let (mut marks, mut points) = (Vec::new(), Vec::new());
    let mut table = DataTable::new(&[
        say::words(lang).action,
        told.phrases().cost,
        told.phrases().effect,
    ]);
    let mut seen = Seen::default();
    {
        let sheet = Sheet::new(size, &mut marks);
        let frame = Frame {
            x: 0.0,
            y: top,
            w: told.width - right,
            h: PLOT + BELOW,
        };
        let axes = sheet.axes(frame, left, x.scale.clone(), y.scale.clone(), Role::Axis);
        sheet.lines(
            Point { x: 0.0, y: 0.0 },
            Anchor::Start,
            &above,
            LABEL,
            Role::Label,
        );
        let foot = Point {
            x: told.width - right,
            y: top + PLOT + BELOW,
        };
        let anchor = if super::plot::widest(&under, LABEL, Role::Label) <= foot.x {
            (foot, Anchor::End)
        } else {
            (Point { x: 0.0, ..foot }, Anchor::Start)
        };
        sheet.lines(anchor.0, anchor.1, &under, LABEL, Role::Label);
        let mut centres = Vec::new();
        for (figures, cost, effect) in &shown {
            let span = (Span::of(cost, x.size), Span::of(effect, y.size));
            let at = draw(&sheet, &axes, &span.0, &span.1);
            seen.note(&span.0);
            seen.note(&span.1);
            centres.push(at);
            let row = figures.add(told, &mut table);
            let (frame, label) = (Frame::around(at, DISC), figures.label(told));
            let item = Item::Action(figures.action);
            points.push(Spot::of(frame, label, Some(item), row));
        }
        for at in centres {
            sheet.disc(at, DISC, Role::Point);
        }
    }
    points.sort_by(|a, b| a.frame.x.total_cmp(&b.frame.x));
    let tray = tray(told, all, pairs, pair, &mut table);
    let document = version
        .document
        .as_ref()
        .and_then(|it| told.contract.document(it));
    Chart {
        kind: Kind::Effect,
        title: say::effect(x.unit, y.unit, lang),
        unit: format!("{} {} {}", x.unit, say::words(lang).and, y.unit),
        what: what(told, &shown, &seen),
        source: told.source_of(document, None),
        size,
        marks,
        legend: Vec::new(),
        points,
        tray,
        table,
    }
}

/// A figure along one axis: what can be shown of it.
struct Span {
    low: Option<f64>,
    high: Option<f64>,
    /// Whether the low end is stated and lies at nought or below.
    to_nought: bool,
}

impl Span {
    fn of(ends: &Ends, size: f64) -> Self {
        let shown = |end: Option<f64>| end.filter(|it| *it > 0.0).map(|it| it / size);
        Self {
            low: shown(ends.low),
            high: shown(ends.high),
            to_nought: ends.low.is_some_and(|it| it <= 0.0),
        }
    }

    /// Its one end, or both.
    fn ends(&self) -> (f64, f64) {
        let one = self
            .low
            .or(self.high)
            .expect("a figure that is shown has an end above nought");
        (self.low.unwrap_or(one), self.high.unwrap_or(one))
    }
}

/// What there is to explain.
#[derive(Default)]
struct Seen {
    ranges: bool,
    arrows: bool,
    nought: bool,
}

impl Seen {
    fn note(&mut self, span: &Span) {
        self.ranges |= matches!((span.low, span.high), (Some(low), Some(high)) if low < high);
        self.arrows |= !span.to_nought && (span.low.is_none() || span.high.is_none());
        self.nought |= span.to_nought;
    }
}

/// Draws the lines of an action; gives the middle of them, where its mark stands.
fn draw(sheet: &Sheet<'_>, axes: &Axes<'_>, cost: &Span, effect: &Span) -> Point {
    let ((c0, c1), (e0, e1)) = (cost.ends(), effect.ends());
    let (from, to) = (axes.at(c0, e0), axes.at(c1, e1));
    let at = from.towards(to, 0.5);
    let frame = axes.frame();
    let along = [
        (cost, from.x, to.x, frame.x, 1.0, true),
        (effect, from.y, to.y, frame.y + frame.h, -1.0, false),
    ];
    for (span, low, high, edge, sign, level) in along {
        let point = |along: f64, across: f64| {
            if level {
                Point {
                    x: along,
                    y: at.y + across,
                }
            } else {
                Point {
                    x: at.x + across,
                    y: along,
                }
            }
        };
        let arrow = |tip: f64, towards: f64| {
            let back = tip - towards * BARB;
            sheet.line(
                &[point(back, -BARB), point(tip, 0.0), point(back, BARB)],
                Role::Arrow,
            );
        };
        let (mut start, mut end) = (low, high);
        if span.to_nought {
            start = edge;
            arrow(start, -sign);
        } else if span.low.is_none() {
            start = low - sign * OPEN;
            arrow(start, -sign);
        }
        if span.high.is_none() {
            end = high + sign * OPEN;
            arrow(end, sign);
        }
        if start != end {
            sheet.line(&[point(start, 0.0), point(end, 0.0)], Role::Range);
        }
    }
    at
}

fn what(told: &Told<'_>, shown: &[(&Figures<'_>, Ends, Ends)], seen: &Seen) -> Vec<String> {
    let lang = told.lang;
    let actions = || {
        shown
            .iter()
            .map(|it| it.0.action)
            .filter(|it| !it.steps.is_empty())
    };
    let by_editor = actions().any(|it| it.placed_by == Some(PlacedBy::Editor));
    let all = [
        (true, say::no_nought(lang)),
        (seen.nought, say::from_nought(lang)),
        (seen.ranges, say::centre(lang)),
        (seen.arrows, say::arrow(lang)),
        (actions().next().is_some(), say::step_colours(lang)),
        (by_editor, told.phrases().placed_by_editor),
    ];
    let said = all.iter().filter(|it| it.0);
    said.map(|it| it.1.to_owned()).collect()
}
