//! A figure as people write it in a cell: `5 000–13 000 tons of CO2e per year`, `>75 M SEK (TBD)`, `ca 3 miljoner kronor`.
//!
//! Nothing is guessed that would change what is promised: an amount by the year is not a cost, of two amounts neither is
//! chosen unless one is plainly the whole, and a range that falls is not turned round.

use super::super::Lang;
use super::super::quantity::Quantity;
use super::super::word::{Quality, Reason};
use super::Sureness;
use super::found::Found;
use super::token::{Token, Tokens};
use super::unit::{self, Scale};
use super::unknown::unknown;

pub use super::unit::Measure;

/// A cell read as a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it says: an amount with its unit, or why there is none, with the cell's own words. Empty for an empty cell.
    pub quantity: Quantity,
    /// How surely.
    pub sureness: Sureness,
    /// True when the cell says more than the figure.
    pub rest: bool,
}

/// What a column's header says of the figures below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Given {
    pub(super) unit: Option<Scale>,
    pub(super) yearly: bool,
}

impl Given {
    /// What a header says: `Kostnad (MSEK)`, `ton CO2e/år`.
    #[must_use]
    pub fn by(header: &str, measure: Measure) -> Self {
        let (unit, yearly) = unit::of_header(&Tokens::of(header, Lang::En), measure);
        let yearly = yearly && measure == Measure::Emissions;
        Self { unit, yearly }
    }
}

/// Reads a figure, with nothing known of its column.
#[must_use]
pub fn figure(cell: &str, measure: Measure, lang: Lang) -> Figure {
    figure_under(cell, measure, lang, Given::default())
}

/// Reads a figure in a column whose header says this of it.
#[must_use]
pub fn figure_under(cell: &str, measure: Measure, lang: Lang, given: Given) -> Figure {
    let words = cell.trim();
    if words.is_empty() {
        let quantity = Quantity::default();
        let (sureness, rest) = (Sureness::Empty, false);
        return Figure {
            quantity,
            sureness,
            rest,
        };
    }
    let tokens = Tokens::of(words, lang);
    let found = Found::all(&tokens, measure, given);
    let no_figure = |reason, sureness| {
        let quantity = Quantity {
            unknown: Some(reason),
            reason: Some(words.to_owned()),
            ..Quantity::default()
        };
        Figure {
            quantity,
            sureness,
            rest: false,
        }
    };
    if let Some((reason, _)) = unknown(words) {
        // `Included in action 3 (5 MSEK)` is not an amount of its own.
        let sure = !found.iter().any(Found::is_amount);
        let sureness = if sure {
            Sureness::Unknown
        } else {
            Sureness::Doubtful
        };
        return no_figure(reason, sureness);
    }
    let quantity = main(&found, &tokens).and_then(|main| Some((main, main.quantity()?)));
    let Some((main, mut quantity)) = quantity else {
        return no_figure(Reason::NotQuantified, Sureness::Doubtful);
    };
    if main.about || (0..tokens.len()).any(|at| ESTIMATED.contains(&tokens.word(at))) {
        quantity.quality = Some(Quality::Estimated);
    }
    let outside = |at: &usize| *at < main.start || *at >= main.end;
    let says = |token: &Token| match token {
        Token::Word(word) => !TOTAL.contains(&word.as_str()) && !ESTIMATED.contains(&word.as_str()),
        Token::Number(_) => true,
        Token::Sign(sign) => *sign == '%',
    };
    let mut others = (0..tokens.len())
        .filter(outside)
        .filter_map(|at| tokens.get(at));
    let rest = others.any(says);
    // `(2 000 ton) since …` is taken back by what follows.
    if rest && tokens.is(0, '(') && is_aside(&tokens, main.start) {
        return no_figure(Reason::NotQuantified, Sureness::Doubtful);
    }
    let aside = rest && (is_aside(&tokens, main.start) || main.is_bare());
    let sureness = if main.doubtful || found.len() > 1 || aside {
        Sureness::Doubtful
    } else {
        Sureness::Understood
    };
    Figure {
        quantity,
        sureness,
        rest,
    }
}

/// The amount that a cell is about: the only one, the one that is called the whole, or the first when the others are told
/// of in brackets or as parts of it.
fn main<'f>(found: &'f [Found], tokens: &Tokens) -> Option<&'f Found> {
    let amounts: Vec<&Found> = found.iter().filter(|it| it.is_amount()).collect();
    let [first, others @ ..] = &amounts[..] else {
        return None;
    };
    let is_whole = |it: &&&Found| {
        let before = it.start.saturating_sub(3)..it.start;
        before.rev().any(|at| TOTAL.contains(&tokens.word(at)))
    };
    let is_part = |it: &&Found| {
        let between = first.end..it.start;
        is_aside(tokens, it.start)
            || between
                .into_iter()
                .any(|at| PART.contains(&tokens.word(at)))
    };
    if others.is_empty() || !is_aside(tokens, first.start) && others.iter().all(is_part) {
        return Some(first);
    }
    let mut wholes = amounts.iter().filter(is_whole);
    wholes.next().filter(|_| wholes.next().is_none()).copied()
}

/// True in brackets, closed or not.
fn is_aside(tokens: &Tokens, place: usize) -> bool {
    let count = |sign| (0..place).filter(|at| tokens.is(*at, sign)).count();
    count('(') > count(')')
}

/// Words that say that an amount is the whole.
const TOTAL: &[&str] = &[
    "total",
    "totalt",
    "totala",
    "totals",
    "summa",
    "sum",
    "sammanlagt",
    "altogether",
];
/// Words that say, wherever they stand, that a figure is an estimate.
const ESTIMATED: &[&str] = &[
    "estimated",
    "estimate",
    "uppskattad",
    "uppskattat",
    "uppskattade",
    "uppskattas",
    "uppskattning",
];
/// Words after which a part of the amount before them is told of.
const PART: &[&str] = &["varav", "including", "inkl", "inklusive", "which"];
