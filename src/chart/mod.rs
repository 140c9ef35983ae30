//! Charts of a contract: its emissions by year, the same by sector, what its actions cost, and cost against effect. Pure:
//! a chart is marks, places to point at, sentences and a table, and a view draws them.
//!
//! Plotters is the engine: it holds the scales, places the axes and draws the series, on a backend of ours (`recorder`)
//! that keeps what is drawn as [`Mark`]s. [`mark`] says what these are, `scale` has the scales and their ticks, `plot`
//! calls plotters. Every other file is one chart.
//!
//! What every chart holds to: unknown is never nought and never a bar, a point or a line; nothing is drawn between two
//! values but the dashed line that says so; nothing is spread over years or exchanged between currencies; no text meets
//! another; and the table has everything that the marks show.

pub mod mark;

mod cost;
mod effect;
mod emissions;
mod figures;
mod flags;
mod gaps;
mod goals;
mod investment;
mod ledger;
mod plot;
mod readings;
mod recorder;
mod scale;
mod sectors;

pub use mark::{Anchor, Frame, Mark, Role};

use crate::contract::model::{Document, Indicator, Source};
use crate::contract::word::words;
use crate::contract::{Contract, Id, Item, Kind as ItemKind, Lang, Step};
use crate::text::{Texts, chart as say};

words! {
    /// What a chart is about; its `data-chart` on the page.
    Kind {
        /// Emissions by year, with the goals.
        Emissions = "emissions",
        /// Emissions by year and sector.
        Sectors = "sectors",
        /// What actions cost, by the year they start and by funder.
        Investment = "investment",
        /// What actions cost against what they give.
        Effect = "effect",
    }
}

words! {
    /// Why something has no place on the axes.
    Why {
        /// Its cost has no figure.
        NoCost = "no-cost",
        /// Its effect has no figure.
        NoEffect = "no-effect",
        /// Neither has a figure.
        Neither = "neither",
        /// A figure of nought or less has no place on a logarithmic axis.
        Nought = "nought",
        /// A goal without a year.
        NoYear = "no-year",
    }
}

/// A chart, ready to be drawn and to be told. Lengths are CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it is about.
    pub kind: Kind,
    /// What it shows, in words, with the unit.
    pub title: String,
    /// The unit of its values.
    pub unit: String,
    /// What must be said with it: whom it covers, what cannot be read off it, what is our doing. Sentences.
    pub what: Vec<String>,
    /// Where the figures come from, with the release.
    pub source: Option<String>,
    /// Width and height.
    pub size: (f64, f64),
    /// What is drawn, from the back to the front.
    pub marks: Vec<Mark>,
    /// What the patterns and shapes mean, in the order that they are met.
    pub legend: Vec<(Role, String)>,
    /// The places that can be pointed at, from left to right.
    pub points: Vec<Spot>,
    /// What has no place on the axes.
    pub tray: Vec<Tray>,
    /// Everything that the marks show.
    pub table: DataTable,
}

/// A place in a chart that can be pointed at. What is to be seen there is among the marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The room that its mark takes; what can be pressed is larger.
    pub frame: Frame,
    /// What it says, in words.
    pub label: String,
    /// The item that it stands for, when it is one of the version's.
    pub item: Option<Id>,
    /// What kind of item that is.
    pub kind: Option<ItemKind>,
    /// The item's main process.
    pub step: Option<Step>,
    /// The row of the table that says the same.
    pub row: usize,
}

/// What has no place on the axes, for one reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Tray {
    /// Why.
    pub why: Why,
    /// The same in words.
    pub title: String,
    /// What it is.
    pub items: Vec<Left>,
}

/// Something without a place on the axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// Its id.
    pub item: Id,
    /// What kind of item it is.
    pub kind: ItemKind,
    /// Its main process.
    pub step: Option<Step>,
    /// What it is called, and what is said of it instead of a figure.
    pub label: String,
    /// The row of the table that says the same.
    pub row: usize,
}

/// The chart as a table. Every row has a cell for every column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataTable {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The cells, row by row, in words.
    pub rows: Vec<Vec<String>>,
}

impl Tray {
    /// A tray, unless there is nothing to put into it.
    fn of(why: Why, items: Vec<Left>, lang: Lang) -> Vec<Self> {
        if items.is_empty() {
            return Vec::new();
        }
        let title = say::tray(why, items.len(), lang);
        vec![Self { why, title, items }]
    }
}

impl DataTable {
    fn new(head: &[&str]) -> Self {
        Self {
            head: head.iter().map(|it| (*it).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row and says which it is.
    fn add(&mut self, row: Vec<String>) -> usize {
        self.rows.push(row);
        self.rows.len() - 1
    }
}

/// The charts of a contract with the version at index `at`, in a width of CSS pixels (320 and more): those that have
/// something to show.
#[must_use]
pub fn charts(contract: &Contract, at: usize, lang: Lang, width: f64) -> Vec<Chart> {
    charts_in(contract, at, lang, width, width)
}

/// The same, with a width of its own for those of several panels, which gain from it.
#[must_use]
pub fn charts_in(contract: &Contract, at: usize, lang: Lang, width: f64, wide: f64) -> Vec<Chart> {
    let told = |width: f64| Told {
        contract,
        at,
        lang,
        width: if width.is_finite() {
            width.max(320.0)
        } else {
            320.0
        },
    };
    let (told, wide) = (told(width), told(wide));
    let mut charts = emissions::charts(&told);
    charts.extend(sectors::charts(&wide));
    charts.extend(investment::charts(&told));
    charts.extend(effect::charts(&told));
    charts
}

/// What is told, in which language, and in how much room.
struct Told<'a> {
    contract: &'a Contract,
    /// The version.
    at: usize,
    lang: Lang,
    width: f64,
}

impl Told<'_> {
    /// A thing's text in the language that is told if it is known, else in its own.
    fn text(&self, id: &Id, field: &str, text: Option<&str>) -> Option<String> {
        let (text, _) = self.contract.text(id, field, text?, self.lang);
        Some(text.to_owned())
    }

    /// Where figures come from.
    fn source(&self, source: Option<&Source>, release: Option<&str>) -> Option<String> {
        let document = source.and_then(|it| self.contract.document(&it.document));
        self.source_of(document, release)
    }

    /// The same of a document.
    fn source_of(&self, document: Option<&Document>, release: Option<&str>) -> Option<String> {
        let title = document.map(|it| self.contract.text(&it.id, "title", &it.title, self.lang).0);
        say::source(title, release, self.lang)
    }

    /// The phrases of the language.
    fn phrases(&self) -> &'static Texts {
        Texts::of(self.lang)
    }

    /// The item that an indicator is, if the version has items at all. Parts of an indicator are none.
    fn item<'i>(&self, indicator: &'i Indicator) -> Option<Item<'i>> {
        let version = self.contract.versions.get(self.at)?;
        version.items().next()?;
        Some(Item::Indicator(indicator))
    }
}

impl Spot {
    /// A place for an item, or for what is none.
    fn of(frame: Frame, label: String, item: Option<Item<'_>>, row: usize) -> Self {
        Self {
            frame,
            label,
            item: item.map(|it| it.id().clone()),
            kind: item.map(|it| it.kind()),
            step: item.and_then(|it| it.steps().first().copied()),
            row,
        }
    }
}
