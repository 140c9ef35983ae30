//! What the actions cost, reckoned up: a column for each year in which some start, and in it what each funder pays, what is
//! not said of the rest, and how far a range goes on. Nothing is spread over years and no currency is exchanged.

use super::Told;
use super::cost::Ends;
use crate::contract::model::{Action, Version};
use crate::contract::period::Edge;
use crate::contract::word::Unit;
use crate::text::chart as say;

/// A part of a column: who pays it, or why nobody is said to. In the order in which they are stacked.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Payer {
    Funder(String),
    Undivided,
    Unfunded,
    Upto,
}

/// How much of a column that is, and of which actions.
pub(super) struct Part<'a> {
    pub payer: Payer,
    pub amount: f64,
    pub actions: Vec<&'a Action>,
}

/// What starts in a year, or in none that is known.
pub(super) struct Column<'a> {
    pub year: Option<i16>,
    pub parts: Vec<Part<'a>>,
    /// Those whose cost has no figure.
    pub unknown: Vec<&'a Action>,
    /// Those whose cost has no upper limit.
    pub open: Vec<&'a Action>,
}

/// All that is told of one currency.
pub(super) struct Book<'a> {
    pub currency: Unit,
    /// Whether some cost is stated in it, and not only funding.
    pub costed: bool,
    pub columns: Vec<Column<'a>>,
    /// The funders, the one that pays most first.
    pub funders: Vec<(String, f64)>,
    /// How many shares of funding are in another currency than the cost.
    pub elsewhere: usize,
    /// How many actions have more funding stated than cost.
    pub overfunded: usize,
}

impl<'a> Column<'a> {
    fn add(&mut self, payer: Payer, amount: f64, action: &'a Action) {
        match self.parts.iter_mut().find(|it| it.payer == payer) {
            Some(part) => {
                part.amount += amount;
                if part.actions.last().is_none_or(|it| it.id != action.id) {
                    part.actions.push(action);
                }
            }
            None => self.parts.push(Part {
                payer,
                amount,
                actions: vec![action],
            }),
        }
    }

    /// How tall it is, with the ranges.
    pub fn tall(&self) -> f64 {
        self.parts.iter().map(|it| it.amount).sum()
    }

    /// Its year in words.
    pub fn name(&self, told: &Told<'_>) -> String {
        let year = self.year.map(|it| it.to_string());
        year.unwrap_or_else(|| say::no_year(told.lang).to_owned())
    }
}

impl<'a> Book<'a> {
    /// Enters every action; nothing when no figure is in this currency.
    pub fn of(version: &'a Version, currency: Unit, told: &Told<'_>) -> Option<Self> {
        let mut book = Self {
            currency,
            costed: false,
            columns: Vec::new(),
            funders: Vec::new(),
            elsewhere: 0,
            overfunded: 0,
        };
        for action in &version.actions {
            book.enter(action, told);
        }
        if book.columns.iter().all(|it| it.parts.is_empty()) {
            return None;
        }
        book.columns.sort_by_key(|it| (it.year.is_none(), it.year));
        book.funders.sort_by(|a, b| b.1.total_cmp(&a.1));
        for column in &mut book.columns {
            let funders = &book.funders;
            let rank = |part: &Part<'_>| match &part.payer {
                Payer::Funder(name) => funders
                    .iter()
                    .position(|it| it.0 == *name)
                    .unwrap_or_default(),
                Payer::Undivided => funders.len(),
                Payer::Unfunded => funders.len() + 1,
                Payer::Upto => funders.len() + 2,
            };
            column.parts.sort_by_key(rank);
        }
        Some(book)
    }

    fn enter(&mut self, action: &'a Action, told: &Told<'_>) {
        let stated = Ends::of_money(action.cost.as_ref());
        let cost = stated.filter(|it| it.of == self.currency);
        let mut shares: Vec<(String, Ends)> = Vec::new();
        let mut loose = false;
        for line in &action.funding {
            match Ends::of_money(line.amount.as_ref()) {
                Some(share) if share.of == self.currency => {
                    loose |= share.low != share.high;
                    shares.push((say::funder(line.from.as_deref(), told.lang), share));
                }
                share => {
                    loose = true;
                    self.elsewhere += usize::from(share.is_some() && cost.is_some());
                }
            }
        }
        if stated.is_some() && cost.is_none() && shares.is_empty() {
            return; // It belongs to the chart of another currency.
        }
        let (year, _) = start(action);
        let at = self.columns.iter().position(|it| it.year == year);
        let at = at.unwrap_or_else(|| {
            self.columns.push(Column {
                year,
                parts: Vec::new(),
                unknown: Vec::new(),
                open: Vec::new(),
            });
            self.columns.len() - 1
        });
        let column = &mut self.columns[at];
        if stated.is_none() {
            column.unknown.push(action);
        }
        self.costed |= cost.is_some();
        let (mut paid, mut most) = (0.0, Some(0.0));
        for (name, share) in shares.iter().cloned() {
            let least = share.low.unwrap_or(0.0);
            paid += least;
            most = most.zip(share.high).map(|(sum, high)| sum + high);
            match self.funders.iter_mut().find(|it| it.0 == name) {
                Some(funder) => funder.1 += least,
                None => self.funders.push((name.clone(), least)),
            }
            column.add(Payer::Funder(name), least, action);
        }
        let Some(cost) = cost else {
            // What is paid is known, and what it costs is not, or stands in another currency.
            if let Some(most) = most.filter(|it| *it > paid) {
                column.add(Payer::Upto, most - paid, action);
            }
            return;
        };
        let least = cost.low.unwrap_or(0.0);
        let rest = least - paid;
        // A cost of nought is known, and so it is told.
        let nought = shares.is_empty() && cost.high.is_none_or(|high| high <= least);
        if rest > least * 1e-9 || nought {
            let payer = if loose {
                Payer::Undivided
            } else {
                Payer::Unfunded
            };
            column.add(payer, rest.max(0.0), action);
        }
        let reached = least.max(paid);
        match cost.high {
            Some(high) if high > reached => column.add(Payer::Upto, high - reached, action),
            Some(high) => self.overfunded += usize::from(paid > high * (1.0 + 1e-9)),
            None => column.open.push(action),
        }
    }

    /// How many of those shown start in a year that is uncertain.
    pub fn uncertain(&self) -> usize {
        let mut seen: Vec<&str> = Vec::new();
        for column in &self.columns {
            let parts = column.parts.iter().flat_map(|it| &it.actions);
            for action in parts.chain(&column.unknown).chain(&column.open) {
                if start(action).1 && !seen.contains(&action.id.as_str()) {
                    seen.push(action.id.as_str());
                }
            }
        }
        seen.len()
    }

    /// Leaves out what has no figure for cost, and the columns of nothing else.
    pub fn forget_unknown(&mut self) {
        for column in &mut self.columns {
            column.unknown.clear();
        }
        self.columns
            .retain(|it| !it.parts.is_empty() || !it.open.is_empty());
    }
}

/// The year in which an action starts, and whether that is uncertain.
fn start(action: &Action) -> (Option<i16>, bool) {
    let span = action.period.as_ref().and_then(|it| it.span().ok());
    match span.map(|it| it.start) {
        Some(Edge::At(when)) => (Some(when.first().year()), when.uncertain),
        _ => (None, false),
    }
}
