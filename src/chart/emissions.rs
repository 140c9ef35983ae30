//! Emissions by year, with the version's goals as flags on the same axis. Where others would draw the gap between them,
//! what the contract says of it stands in words: often that nobody knows how large it is.

use super::flags::{Flag, lay};
use super::gaps::{self, Shown};
use super::goals::{self, Dated, dated};
use super::mark::{Anchor, Frame, Role, line, width};
use super::plot::{BELOW, Sheet};
use super::readings::{DOT, Readings, full, short, unit};
use super::scale::Scale;
use super::{Chart, DataTable, Kind, Spot, Told};
use crate::contract::model::Indicator;
use crate::contract::{Contract, Item};
use crate::journey::Point;
use crate::text::chart as say;

/// The height of the plot, without what is above and below it.
const PLOT: f64 = 220.0;
/// The room to the right of a plot: for half a year's words, and for a flag.
pub(super) const RIGHT: f64 = 20.0;
/// The size of the last value's words.
const LAST: f64 = 14.0;
/// Half a side of the square at the level of a goal.
const SQUARE: f64 = 4.5;

/// The indicators of emissions that are no part of another.
pub(super) fn curves(contract: &Contract) -> Vec<&Indicator> {
    let whole = |it: &&Indicator| it.part_of.is_none() && Readings::of(it).is_some();
    contract.indicators.iter().filter(whole).collect()
}

/// One chart for each of them.
pub(super) fn charts(told: &Told<'_>) -> Vec<Chart> {
    let curves = curves(told.contract).into_iter();
    curves.filter_map(|it| chart(told, it)).collect()
}

fn chart(told: &Told<'_>, indicator: &Indicator) -> Option<Chart> {
    let (readings, lang) = (Readings::of(indicator)?, told.lang);
    let version = told.contract.versions.get(told.at)?;
    let goals = dated(&version.goals);
    let plan = Plan::new(told, indicator, &readings, &goals);

    let item = told.item(indicator);
    let mut marks = Vec::new();
    let mut points = Vec::new();
    let mut table = DataTable::new(&[
        told.phrases().year,
        say::words(lang).what,
        say::words(lang).covers,
        say::words(lang).value,
    ]);
    {
        let sheet = Sheet::new(plan.size, &mut marks);
        let (x, y) = (plan.x.clone(), plan.y.clone());
        let mut axes = sheet.axes(plan.frame, plan.left, x, y, Role::Hidden);
        let foot = axes.frame().y + axes.frame().h;
        let mut words: Vec<Frame> = plan.flags.iter().map(Flag::words).collect();
        words.push(plan.last);
        words.extend(plan.gaps.iter().map(|it| it.frame));
        for flag in &plan.flags {
            flag.draw(&sheet, goals[flag.goal].role(), foot, &words);
        }
        readings.draw(&mut axes, plan.per);
        for (year, value) in &readings.0 {
            let at = axes.at(f64::from(*year), value / plan.per);
            let (year, value) = (year.to_string(), full(*value, lang));
            let label = say::at_year(&year, &value);
            let title = told.text(&indicator.id, "title", Some(&indicator.title));
            let covers = goals::scope(indicator.scope, told);
            let row = table.add(vec![year, title.unwrap_or_default(), covers, value]);
            points.push(Spot::of(Frame::around(at, DOT), label, item, row));
        }
        for (goal, (low, high)) in goals
            .iter()
            .filter_map(|it| Some((it, it.level(indicator)?)))
        {
            let at = |value: f64| (f64::from(goal.year), value / plan.per);
            if low < high {
                axes.line(&[at(low), at(high)], Role::TargetRange);
            }
            let ends = if low < high {
                vec![low, high]
            } else {
                vec![low]
            };
            for (x, y) in ends.into_iter().map(at) {
                sheet.rect(Frame::around(axes.at(x, y), SQUARE), Role::Target);
            }
        }
        let Frame { x, y, .. } = plan.last;
        let words = std::slice::from_ref(&plan.last_words);
        sheet.lines(Point { x, y }, Anchor::Start, words, LAST, Role::Strong);
        for gap in &plan.gaps {
            gap.draw(&sheet);
        }
    }
    for flag in plan.flags.iter().rev() {
        let goal = &goals[flag.goal];
        let row = goals::add(told, goal.goal, &mut table);
        points.push(Spot::of(
            flag.cloth(),
            goal.label(told),
            Some(Item::Goal(goal.goal)),
            row,
        ));
    }
    for gap in &plan.gaps {
        let row = gap.add(told, &mut table);
        points.push(Spot::of(
            gap.frame,
            gap.label(),
            Some(Item::Gap(gap.gap)),
            row,
        ));
    }

    let title = told.text(&indicator.id, "title", Some(&indicator.title));
    let mut what: Vec<String> = plan.gaps.iter().map(|it| it.sentence(told)).collect();
    what.extend(goals::what(told, &goals, indicator));
    what.extend(told.text(&indicator.id, "summary", indicator.summary.as_deref()));
    if readings.has_holes() {
        what.push(say::dashed(lang).to_owned());
    }
    what.push(say::rounded(lang).to_owned());
    Some(Chart {
        kind: Kind::Emissions,
        title: say::titled(&title.unwrap_or_default(), plan.unit, lang),
        unit: plan.unit.to_owned(),
        what,
        source: told.source(indicator.source.as_ref(), indicator.release.as_deref()),
        size: plan.size,
        legend: legend(told, indicator, &goals, &plan.gaps),
        marks,
        points,
        tray: goals::tray(told, &version.goals, &mut table),
        table,
    })
}

/// What the shapes mean that this chart has.
fn legend(
    told: &Told<'_>,
    indicator: &Indicator,
    goals: &[Dated<'_>],
    gaps: &[Shown<'_>],
) -> Vec<(Role, String)> {
    let words = say::words(told.lang);
    let has = |role| goals.iter().any(|it| it.role() == role);
    let levels = goals.iter().any(|it| it.level(indicator).is_some());
    let all = [
        (Role::Point, words.measured, true),
        (Role::FlagOpen, words.flag_open, has(Role::FlagOpen)),
        (Role::Flag, words.flag, has(Role::Flag)),
        (Role::Target, words.target, levels),
        (Role::Unknown, words.gap, gaps.iter().any(|it| !it.known)),
    ];
    let met = all.iter().filter(|it| it.2);
    met.map(|(role, words, _)| (*role, (*words).to_owned()))
        .collect()
}

/// Where everything lies. It is worked out before anything is drawn, since what flies above the plot moves it down.
struct Plan<'a> {
    /// How many tonnes the unit is, and its words.
    per: f64,
    unit: &'static str,
    x: Scale,
    y: Scale,
    /// The room for the words at the upright axis.
    left: f64,
    flags: Vec<Flag>,
    gaps: Vec<Shown<'a>>,
    /// The last value: its words, and their room.
    last_words: String,
    last: Frame,
    /// The room of the plot with its axes.
    frame: Frame,
    size: (f64, f64),
}

impl<'a> Plan<'a> {
    fn new(
        told: &Told<'a>,
        indicator: &Indicator,
        readings: &Readings,
        goals: &[Dated<'_>],
    ) -> Self {
        let levels: Vec<(i16, (f64, f64))> = goals
            .iter()
            .filter_map(|it| Some((it.year, it.level(indicator)?)))
            .collect();
        let mut values: Vec<f64> = readings.0.iter().map(|it| it.1).collect();
        values.extend(levels.iter().flat_map(|it| [it.1.0, it.1.1]));
        let (per, unit) = unit(&values, told.lang);
        values.iter_mut().for_each(|it| *it /= per);
        let y = Scale::amounts(&values, 5, told.lang);
        let left = Sheet::left(&y);
        let across = told.width - left - RIGHT;
        let (first, last) = readings.years();
        let years = || goals.iter().map(|it| it.year);
        let (first, last) = (years().fold(first, i16::min), years().fold(last, i16::max));
        let x = Scale::years(first, last, across);

        // With the upper side of the plot at nought.
        let at = |year: f64, value: f64| Point {
            x: left + x.share(year) * across,
            y: PLOT * (1.0 - y.share(value)),
        };
        let scaled = readings.scaled(per);
        let curve: Vec<Point> = scaled.iter().map(|it| at(it.0, it.1)).collect();
        let (year, value) = readings.last();
        let last_words = say::at_year(&year.to_string(), &short(value / per, told.lang));
        let mut last = beside(&curve, &last_words, told.width);
        let mut taken = vec![last];
        for (year, (low, high)) in &levels {
            for value in [low, high] {
                let at = at(f64::from(*year), value / per);
                taken.push(Frame::around(at, SQUARE + 2.0));
            }
        }
        let mut gaps = gaps::of(told, indicator);
        let inside = gaps::beside(&mut gaps, told, curve[curve.len() - 1].x, PLOT, &taken);
        let mut top = 2.0;
        if !inside {
            top = gaps::above(&mut gaps, told, top);
        }
        let words: Vec<(f64, String)> = goals
            .iter()
            .map(|it| (at(f64::from(it.year), 0.0).x, it.words(told, indicator)))
            .collect();
        let (flags, rows) = lay(&words, told.width, top);
        let top = (rows + 10.0).ceil();
        last.y += top;
        if inside {
            gaps.iter_mut().for_each(|it| it.frame.y += top);
        }
        Self {
            per,
            unit,
            x,
            y,
            left,
            flags,
            gaps,
            last_words,
            last,
            frame: Frame {
                x: 0.0,
                y: top,
                w: told.width - RIGHT,
                h: PLOT + BELOW,
            },
            size: (told.width, top + PLOT + BELOW),
        }
    }
}

/// Where the words of the last value stand: to the right of it, or else above the curve or below it.
fn beside(curve: &[Point], words: &str, room: f64) -> Frame {
    let end = curve[curve.len() - 1];
    let (w, h) = (width(words, LAST, Role::Strong), line(LAST));
    let within = |y: f64| y.min(PLOT - h - 2.0).max(0.0);
    let right = end.x + 10.0;
    if right + w <= room - 2.0 {
        let (x, y) = (right, within(end.y - h / 2.0));
        return Frame { x, y, w, h };
    }
    let x = (end.x + DOT).min(room - 2.0) - w;
    // The curve over these words: every stretch of it that reaches there.
    let near = curve.windows(2).filter(|pair| pair[1].x >= x).flatten();
    let near = || near.clone().chain([&end]).map(|it| it.y);
    let highest = near().fold(f64::INFINITY, f64::min);
    let lowest = near().fold(0.0, f64::max);
    let above = highest - DOT - 4.0 - h;
    let y = if above >= 0.0 {
        above
    } else {
        within(lowest + DOT + 4.0)
    };
    Frame { x, y, w, h }
}
