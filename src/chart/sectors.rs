//! Emissions by sector: a panel for each part of an indicator, all with the same years and the same scale. Small panels,
//! because nine curves in one cannot be told apart by colour, and by many people not at all.

use super::emissions::RIGHT;
use super::mark::{Anchor, Frame, Role, line};
use super::plot::{BELOW, Sheet};
use super::readings::{DOT, Readings, full, short, unit};
use super::scale::{LABEL, Scale};
use super::{Chart, DataTable, Kind, Spot, Told};
use crate::contract::model::Indicator;
use crate::journey::{Point, label};
use crate::text::chart as say;

/// The height of a panel's plot.
const PLOT: f64 = 84.0;
/// The room between panels.
const BETWEEN: f64 = 20.0;
/// From which widths on there are two and three panels side by side.
const COLUMNS: [f64; 2] = [430.0, 720.0];

/// A part with its values.
struct Part<'a> {
    indicator: &'a Indicator,
    readings: Readings,
    /// Its name with its last value, line by line.
    title: Vec<String>,
}

/// One chart for the parts of each indicator, and of each release: two are never mixed.
pub(super) fn charts(told: &Told<'_>) -> Vec<Chart> {
    let mut groups: Vec<Vec<Part<'_>>> = Vec::new();
    for indicator in &told.contract.indicators {
        let (Some(_), Some(readings)) = (&indicator.part_of, Readings::of(indicator)) else {
            continue;
        };
        let alike = |group: &&mut Vec<Part<'_>>| {
            let first = group[0].indicator;
            first.part_of == indicator.part_of && first.release == indicator.release
        };
        let part = Part {
            indicator,
            readings,
            title: Vec::new(),
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    groups.into_iter().map(|group| chart(told, group)).collect()
}

fn chart(told: &Told<'_>, mut parts: Vec<Part<'_>>) -> Chart {
    let lang = told.lang;
    parts.sort_by(|a, b| b.readings.last().1.total_cmp(&a.readings.last().1));
    let values = parts.iter().flat_map(|it| &it.readings.0).map(|it| it.1);
    let mut values: Vec<f64> = values.collect();
    let (per, unit) = unit(&values, lang);
    values.iter_mut().for_each(|it| *it /= per);
    let y = Scale::amounts(&values, 3, lang);
    let left = Sheet::left(&y);
    let columns = 1 + COLUMNS.iter().filter(|it| told.width >= **it).count();
    let wide = (told.width - BETWEEN * (columns - 1) as f64) / columns as f64;
    let spans = parts.iter().map(|it| it.readings.years());
    let years = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let (first, last) = years.expect("a group has a part");
    let x = Scale::years(first, last, wide - left - RIGHT);

    // The names of one row take as many lines as the longest of them.
    let names: Vec<String> = parts.iter().map(|it| it.name(told)).collect();
    for (part, name) in parts.iter_mut().zip(&names) {
        let (year, value) = part.readings.last();
        let last = say::at_year(&year.to_string(), &short(value / per, lang));
        part.title = label::wrap(&say::panel(name, &last), LABEL, wide / 1.08);
    }
    let mut tops = Vec::new();
    let mut top = 0.0;
    for row in parts.chunks(columns) {
        let lines = row
            .iter()
            .map(|it| it.title.len())
            .max()
            .unwrap_or_default();
        let title = lines as f64 * line(LABEL) + 10.0;
        tops.push((top, top + title));
        top += title + PLOT + BELOW + BETWEEN;
    }
    let size = (told.width, top - BETWEEN);

    let (mut marks, mut points) = (Vec::new(), Vec::new());
    let mut table = Years::new(&parts);
    {
        let sheet = Sheet::new(size, &mut marks);
        for (k, part) in parts.iter().enumerate() {
            let x0 = (wide + BETWEEN) * (k % columns) as f64;
            let (title, plot) = tops[k / columns];
            let at = Point { x: x0, y: title };
            sheet.lines(at, Anchor::Start, &part.title, LABEL, Role::Strong);
            let frame = Frame {
                x: x0,
                y: plot,
                w: wide - RIGHT,
                h: PLOT + BELOW,
            };
            let mut axes = sheet.axes(frame, left, x.clone(), y.clone(), Role::Hidden);
            part.readings.draw(&mut axes, per);
            for (year, value) in &part.readings.0 {
                let at = axes.at(f64::from(*year), value / per);
                let said = say::column(&names[k], &year.to_string(), &full(*value, lang));
                let row = table.set(*year, k, *value);
                points.push(Spot::of(Frame::around(at, DOT), said, None, row));
            }
        }
    }
    let whole = parts[0].indicator;
    Chart {
        kind: Kind::Sectors,
        title: say::titled(&say::by_sector(&title(told, whole), lang), unit, lang),
        unit: unit.to_owned(),
        what: what(told, &parts),
        source: told.source(whole.source.as_ref(), whole.release.as_deref()),
        size,
        marks,
        legend: vec![(Role::Point, say::words(lang).measured.to_owned())],
        points,
        tray: Vec::new(),
        table: table.written(told, &names),
    }
}

/// The name of what the parts make up.
fn title(told: &Told<'_>, part: &Indicator) -> String {
    let mut all = told.contract.indicators.iter();
    let whole = all.find(|it| Some(&it.id) == part.part_of.as_ref());
    whole
        .and_then(|it| told.text(&it.id, "title", Some(&it.title)))
        .unwrap_or_default()
}

fn what(told: &Told<'_>, parts: &[Part<'_>]) -> Vec<String> {
    let mut what = vec![say::same_scale(told.lang).to_owned()];
    for part in parts {
        let it = part.indicator;
        if let Some(summary) = told.text(&it.id, "summary", it.summary.as_deref()) {
            what.push(format!("{}: {summary}", part.name(told)));
        }
    }
    if parts.iter().any(|it| it.readings.has_holes()) {
        what.push(say::dashed(told.lang).to_owned());
    }
    what.push(say::rounded(told.lang).to_owned());
    what
}

impl Part<'_> {
    fn name(&self, told: &Told<'_>) -> String {
        let it = self.indicator;
        told.text(&it.id, "title", Some(&it.title))
            .unwrap_or_default()
    }
}

/// The table: a row for every year, a column for every part.
struct Years {
    rows: Vec<(i16, Vec<Option<f64>>)>,
}

impl Years {
    fn new(parts: &[Part<'_>]) -> Self {
        let years = parts.iter().flat_map(|it| &it.readings.0).map(|it| it.0);
        let mut years: Vec<i16> = years.collect();
        years.sort_unstable();
        years.dedup();
        let row = |year| (year, vec![None; parts.len()]);
        Self {
            rows: years.into_iter().map(row).collect(),
        }
    }

    /// Enters a value and says in which row.
    fn set(&mut self, year: i16, part: usize, value: f64) -> usize {
        let row = self.rows.partition_point(|it| it.0 < year);
        self.rows[row].1[part] = Some(value);
        row
    }

    fn written(&self, told: &Told<'_>, names: &[String]) -> DataTable {
        let mut table = DataTable::new(&[told.phrases().year]);
        table.head.extend_from_slice(names);
        let none = say::words(told.lang).no_reading;
        for (year, values) in &self.rows {
            let cells = values
                .iter()
                .map(|it| it.map_or_else(|| none.to_owned(), |value| full(value, told.lang)));
            table.add([year.to_string()].into_iter().chain(cells).collect());
        }
        table
    }
}
