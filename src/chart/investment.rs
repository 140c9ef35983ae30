//! What the actions cost: the columns of the ledger, with a pattern for each funder, hatched what nobody is named for, and
//! below each column how many actions have no figure.
//!
//! Longer than most: what is drawn of a column, what is said of it and its row in the table are made together.

use super::cost::{readable, written};
use super::emissions::RIGHT;
use super::ledger::{Book, Column, Part, Payer};
use super::mark::{Anchor, Frame, Role, line, width};
use super::plot::{BELOW, Sheet};
use super::scale::{LABEL, Scale};
use super::{Chart, DataTable, Kind, Spot, Told};
use crate::contract::Lang;
use crate::contract::model::{Action, Version};
use crate::contract::word::Unit;
use crate::journey::Point;
use crate::text::{chart as say, number};

/// The height of the plot.
const PLOT: f64 = 220.0;
/// The widest bar.
const BAR: f64 = 56.0;
/// The ring of what has no figure: its radius, and how narrow columns may be for one with a number in it.
const RING: f64 = 12.0;
const NARROW: f64 = 27.0;
/// More years than this between the first and the last are not all given a column.
const YEARS: usize = 60;
/// The patterns of funders, the largest first.
const BARS: [Role; 5] = [Role::Bar1, Role::Bar2, Role::Bar3, Role::Bar4, Role::Bar5];

/// One chart for each currency that occurs.
pub(super) fn charts(told: &Told<'_>) -> Vec<Chart> {
    let Some(version) = told.contract.versions.get(told.at) else {
        return Vec::new();
    };
    let currencies = [Unit::Sek, Unit::Eur].into_iter();
    let mut books: Vec<Book<'_>> = currencies
        .filter_map(|it| Book::of(version, it, told))
        .collect();
    // What has no figure for cost is counted where costs are; where there are none, only once.
    if let Some(home) = books
        .iter()
        .position(|it| it.costed)
        .or((!books.is_empty()).then_some(0))
    {
        for (k, book) in books.iter_mut().enumerate() {
            if k != home && !book.costed {
                book.forget_unknown();
            }
        }
    }
    books.iter().map(|book| book.chart(told, version)).collect()
}

impl Book<'_> {
    /// The years that get a column, and one for what has no year.
    fn slots(&self) -> Vec<Option<i16>> {
        let years = || self.columns.iter().filter_map(|it| it.year);
        let mut slots: Vec<Option<i16>> = match (years().min(), years().max()) {
            (Some(first), Some(last)) if usize::from(last.abs_diff(first)) <= YEARS => {
                (first..=last).map(Some).collect()
            }
            _ => years().map(Some).collect(),
        };
        if self.columns.iter().any(|it| it.year.is_none()) {
            slots.push(None);
        }
        slots
    }

    fn role(&self, payer: &Payer) -> Role {
        match payer {
            Payer::Funder(name) => {
                let rank = self.funders.iter().position(|it| it.0 == *name);
                // One more than there are patterns gets the last; more than that share it.
                let rank = rank.unwrap_or(BARS.len());
                *BARS.get(rank).unwrap_or(&Role::BarOther)
            }
            Payer::Undivided => Role::Undivided,
            Payer::Unfunded => Role::Unfunded,
            Payer::Upto => Role::Upto,
        }
    }

    fn chart(&self, told: &Told<'_>, version: &Version) -> Chart {
        let lang = told.lang;
        let totals: Vec<f64> = self.columns.iter().map(Column::tall).collect();
        let (size, unit) = readable(&totals, self.currency);
        let scaled: Vec<f64> = totals.iter().map(|it| it / size).collect();
        let y = Scale::amounts(&scaled, 5, lang);
        let left = Sheet::left(&y);
        let slots = self.slots();
        let right = if slots.contains(&None) {
            RIGHT + 8.0
        } else {
            RIGHT
        };
        let across = told.width - left - right;
        let pitch = across / slots.len() as f64;
        let x = slot_scale(&slots, pitch, told);
        let top = line(LABEL) / 2.0 + 10.0;
        let rings = self.columns.iter().any(|it| !it.unknown.is_empty());
        let below = if rings { 2.0 * RING + 8.0 } else { 0.0 };
        let sheet_size = (told.width, top + PLOT + BELOW + below);

        let (mut marks, mut points) = (Vec::new(), Vec::new());
        let words = say::words(lang);
        let mut table = DataTable::new(&[
            told.phrases().year,
            words.paid_by,
            told.phrases().amount,
            words.actions,
        ]);
        {
            let sheet = Sheet::new(sheet_size, &mut marks);
            let frame = Frame {
                x: 0.0,
                y: top,
                w: told.width - right,
                h: PLOT + BELOW,
            };
            let mut axes = sheet.axes(frame, left, x, y, Role::Hidden);
            let half = (BAR / 2.0 / pitch).min(0.36);
            for column in &self.columns {
                let slot = slots.iter().position(|it| *it == column.year);
                let slot = slot.expect("every column has a slot") as f64;
                let mut from = 0.0;
                for part in &column.parts {
                    let to = from + part.amount / size;
                    let corners = ((slot - half, from), (slot + half, to));
                    let frame = axes.bar(corners.0, corners.1, self.role(&part.payer));
                    let said = self.tell(told, column, part, &mut table);
                    points.push(spot(frame, said));
                    from = to;
                }
                let end = axes.at(slot, from);
                if !column.open.is_empty() {
                    let tip = |x: f64, y: f64| Point {
                        x: end.x + x,
                        y: end.y + y,
                    };
                    sheet.line(
                        &[tip(-6.0, -3.0), tip(0.0, -9.0), tip(6.0, -3.0)],
                        Role::Arrow,
                    );
                    let frame = Frame {
                        x: end.x - 6.0,
                        y: end.y - 9.0,
                        w: 12.0,
                        h: 6.0,
                    };
                    let what = say::open_end(lang);
                    let said = told_of(told, column, what, String::new(), &column.open, &mut table);
                    points.push(spot(frame, said));
                }
                if !column.unknown.is_empty() {
                    let at = Point {
                        x: end.x,
                        y: top + PLOT + BELOW + RING + 4.0,
                    };
                    points.push(spot(
                        ring(
                            &sheet,
                            at,
                            pitch,
                            &number::integer(column.unknown.len() as i64, lang),
                        ),
                        told_of(
                            told,
                            column,
                            &say::uncosted(column.unknown.len(), lang),
                            told.phrases().not_stated.to_owned(),
                            &column.unknown,
                            &mut table,
                        ),
                    ));
                }
            }
        }
        let unit = number::unit(unit, lang);
        let document = version
            .document
            .as_ref()
            .and_then(|it| told.contract.document(it));
        Chart {
            kind: Kind::Investment,
            title: say::titled(
                if self.costed {
                    say::investment(lang)
                } else {
                    say::funding_only(lang)
                },
                unit,
                lang,
            ),
            unit: unit.to_owned(),
            what: self.what(told, &slots),
            source: told.source_of(document, None),
            size: sheet_size,
            marks,
            legend: self.legend(told),
            points,
            tray: Vec::new(),
            table,
        }
    }

    /// Adds a part of a column to the table; gives what is said of it, and the row.
    fn tell(
        &self,
        told: &Told<'_>,
        column: &Column<'_>,
        part: &Part<'_>,
        table: &mut DataTable,
    ) -> (String, usize) {
        let lang = told.lang;
        let what = match &part.payer {
            Payer::Funder(name) => name,
            Payer::Undivided => say::undivided(lang),
            Payer::Unfunded => say::unfunded(lang),
            Payer::Upto => say::upto(lang),
        };
        let amount = written(part.amount, self.currency, lang);
        let amount = if part.payer == Payer::Upto {
            format!("+{amount}")
        } else {
            amount
        };
        told_of(told, column, what, amount, &part.actions, table)
    }

    fn what(&self, told: &Told<'_>, slots: &[Option<i16>]) -> Vec<String> {
        let lang = told.lang;
        let mut what = vec![
            say::not_spread(lang).to_owned(),
            say::as_stated(lang).to_owned(),
        ];
        let unknown = self.columns.iter().map(|it| it.unknown.len()).sum();
        if unknown > 0 {
            what.push(say::uncosted_in_all(unknown, lang));
        }
        let years = slots.iter().copied().flatten();
        let (first, last) = (years.clone().min(), years.clone().max());
        let gone = first
            .zip(last)
            .is_some_and(|(first, last)| usize::from(last.abs_diff(first)) + 1 > years.count());
        if gone {
            what.push(say::years_left_out(lang).to_owned());
        }
        type Sentence = fn(usize, Lang) -> String;
        let counted: [(usize, Sentence); 3] = [
            (self.uncertain(), say::uncertain_start),
            (self.elsewhere, say::other_currency),
            (self.overfunded, say::overfunded),
        ];
        for (count, sentence) in counted {
            if count > 0 {
                what.push(sentence(count, lang));
            }
        }
        what
    }

    fn legend(&self, told: &Told<'_>) -> Vec<(Role, String)> {
        let lang = told.lang;
        let named = self.funders.iter().zip(BARS);
        let mut legend: Vec<(Role, String)> =
            named.map(|(it, role)| (role, it.0.clone())).collect();
        let others: Vec<&str> = self
            .funders
            .iter()
            .skip(BARS.len())
            .map(|it| it.0.as_str())
            .collect();
        if !others.is_empty() {
            let others = say::other_funders(&others.join(", "), lang);
            legend.push((Role::BarOther, others));
        }
        let parts = || self.columns.iter().flat_map(|it| &it.parts);
        for (payer, words) in [
            (Payer::Undivided, say::undivided(lang)),
            (Payer::Unfunded, say::unfunded(lang)),
            (Payer::Upto, say::upto(lang)),
        ] {
            if parts().any(|it| it.payer == payer) {
                legend.push((self.role(&payer), words.to_owned()));
            }
        }
        if self.columns.iter().any(|it| !it.open.is_empty()) {
            legend.push((Role::Arrow, say::open_end(lang).to_owned()));
        }
        if self.columns.iter().any(|it| !it.unknown.is_empty()) {
            legend.push((Role::Unknown, say::without_cost(lang).to_owned()));
        }
        legend
    }
}

/// Adds something of a column to the table; gives what is said of it, and the row.
fn told_of(
    told: &Told<'_>,
    column: &Column<'_>,
    what: &str,
    amount: String,
    actions: &[&Action],
    table: &mut DataTable,
) -> (String, usize) {
    let year = column.name(told);
    let titles: Vec<String> = actions
        .iter()
        .filter_map(|it| told.text(&it.id, "title", Some(&it.title)))
        .collect();
    let said = if amount.is_empty() {
        format!("{year}, {what}")
    } else {
        say::column(&year, what, &amount)
    };
    let said = format!("{said}. {}", titles.join("; "));
    let row = table.add(vec![year, what.to_owned(), amount, titles.join("; ")]);
    (said, row)
}

fn spot(frame: Frame, (label, row): (String, usize)) -> Spot {
    Spot::of(frame, label, None, row)
}

/// The dotted ring with how many have no figure; without the number where it has no room.
fn ring(sheet: &Sheet<'_>, at: Point, pitch: f64, count: &str) -> Frame {
    let roomy = pitch >= NARROW && width(count, LABEL, Role::UnknownNote) <= 2.0 * RING;
    let radius = if roomy { RING } else { RING.min(pitch * 0.4) };
    sheet.disc(at, radius, Role::Unknown);
    if roomy {
        let at = Point {
            x: at.x,
            y: at.y - line(LABEL) / 2.0,
        };
        sheet.lines(
            at,
            Anchor::Middle,
            &[count.to_owned()],
            LABEL,
            Role::UnknownNote,
        );
    }
    Frame::around(at, radius)
}

/// The scale of the columns, with a word under as many of them as have room for one.
fn slot_scale(slots: &[Option<i16>], pitch: f64, told: &Told<'_>) -> Scale {
    let room = width("2000", LABEL, Role::Label) + 14.0;
    let strides = [1, 2, 5, 10, 20, 50, 100].into_iter();
    let stride = strides
        .clone()
        .find(|it| f64::from(*it) * pitch >= room)
        .unwrap_or(100);
    let none = say::no_year(told.lang);
    let last = slots.len() as f64 - 1.0;
    let around = (width(none, LABEL, Role::Label) + room) / 2.0;
    let mut ticks = Vec::new();
    let mut before = f64::NEG_INFINITY;
    for (k, slot) in slots.iter().enumerate() {
        let at = k as f64;
        match slot {
            Some(year) => {
                let crowded = slots.contains(&None) && (last - at) * pitch < around;
                let wanted = stride == 1 || i32::from(*year) % stride == 0;
                if wanted && !crowded && (at - before) * pitch >= room {
                    ticks.push((at, year.to_string()));
                    before = at;
                }
            }
            None => ticks.push((at, none.to_owned())),
        }
    }
    Scale {
        low: -0.5,
        high: slots.len() as f64 - 0.5,
        log: false,
        ticks,
    }
}
