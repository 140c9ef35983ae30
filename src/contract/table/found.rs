//! The figures in a cell: numbers, each with the unit after it, the words before it and the other end of its range.
//!
//! Longer than most: it is one grammar, read from the inside out.

use super::super::quantity::Quantity;
use super::figure::Given;
use super::token::{Number, Tokens};
use super::unit::{Measure, Of, Per, Scale, currency, gas, per, times, unit};

/// A number in a cell, with what belongs to it.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The pieces that it takes up.
    pub(super) start: usize,
    pub(super) end: usize,
    /// True when it is said to be about so much.
    pub(super) about: bool,
    /// True when it may mean something else.
    pub(super) doubtful: bool,
    low: Number,
    /// The other end of a range.
    high: Option<Number>,
    /// None for a number that measures something else.
    unit: Option<Scale>,
    bound: Option<Bound>,
    /// True for so much a year.
    yearly: bool,
    /// True for so much of something: by the tonne, or money by the year.
    rate: bool,
    /// True when it cannot be put down: it is below nought, or of two units.
    spoilt: bool,
}

/// What the words before a figure make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    About,
    Low,
    High,
    /// The start of a range, or a lower end when no range follows.
    From,
    Between,
}

/// Words before a figure that belong to it.
const BEFORE: &[(&str, Bound)] = &[
    ("ca", Bound::About),
    ("cirka", Bound::About),
    ("circa", Bound::About),
    ("around", Bound::About),
    ("about", Bound::About),
    ("approx", Bound::About),
    ("approximately", Bound::About),
    ("roughly", Bound::About),
    ("omkring", Bound::About),
    ("ungefar", Bound::About),
    ("runt", Bound::About),
    ("uppskattningsvis", Bound::About),
    ("minst", Bound::Low),
    ("at least", Bound::Low),
    ("more than", Bound::Low),
    ("mer an", Bound::Low),
    ("over", Bound::Low),
    ("above", Bound::Low),
    ("minimum", Bound::Low),
    ("min", Bound::Low),
    ("up to", Bound::High),
    ("upp till", Bound::High),
    ("at most", Bound::High),
    ("less than", Bound::High),
    ("mindre an", Bound::High),
    ("hogst", Bound::High),
    ("max", Bound::High),
    ("maximum", Bound::High),
    ("maximalt", Bound::High),
    ("below", Bound::High),
    ("under", Bound::High),
    ("from", Bound::From),
    ("fran", Bound::From),
    ("between", Bound::Between),
    ("mellan", Bound::Between),
];

/// Words that turn what follows them into its opposite.
const NOT: &[&str] = &[
    "not",
    "ej",
    "inte",
    "no",
    "ingen",
    "without",
    "utan",
    "excluding",
    "exkl",
    "except",
];

impl Found {
    /// Every figure of a cell, and every number that is neither a year nor a share.
    pub(super) fn all(tokens: &Tokens, measure: Measure, given: Given) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some(number) = tokens.number(at) else {
                at += 1;
                continue;
            };
            let floor = all.last().map_or(0, |last| last.end);
            let found = Self::from(tokens, at, number, floor, measure);
            at = found.end;
            let is_years = found.low.like_year && found.high.is_none_or(|it| it.like_year);
            let is_share = tokens.is(at, '%') || matches!(tokens.word(at), "procent" | "percent");
            if found.unit.is_some() || !is_years && !is_share || tokens.len() == 1 {
                all.push(found);
            }
        }
        // The column's unit goes with a number that stands alone: beside others it may be anything.
        if let [only] = &mut all[..] {
            only.take(given, tokens);
        }
        for found in &mut all {
            found.yearly |= given.yearly;
        }
        all
    }

    /// The figure whose first number is in a place. What is before `floor` belongs to another.
    fn from(tokens: &Tokens, at: usize, number: Number, floor: usize, measure: Measure) -> Self {
        let mut start = at;
        let is_minus = at > floor && tokens.is(at - 1, '-') && tokens.is_glued(at);
        let negative = is_minus && !tokens.is_glued(at - 1);
        start -= usize::from(negative);
        let mut before = None;
        if measure == Measure::Money && start > floor {
            before = currency(tokens.word(start - 1));
            start -= usize::from(before.is_some());
        }
        let (bounds, start) = bounds(tokens, start, floor);
        let bound = bounds.iter().copied().find(|it| *it != Bound::About);

        let (first, mut end) = after(tokens, at + 1, measure, before);
        // A currency before the number is the unit of both ends, and may yet be multiplied after the second.
        let first_written = end > at + 1;
        let (mut by, mut next) = per(tokens, end);
        end = next;
        let (mut high, mut spoilt, mut of) = (None, negative, first);
        if let Some(other) = other_end(tokens, end, bound)
            && let Some(number) = tokens.number(other)
        {
            let (second, after) = after(tokens, other + 1, measure, before);
            let second_written = after > other + 1;
            // `5 MSEK to 2030` is no range.
            if !(number.like_year && !second_written && first.is_some()) {
                (high, end) = (Some(number), after);
                spoilt |= first_written && second_written && !agree(first, second);
                of = if second_written { second } else { first };
                (by, next) = match per(tokens, end) {
                    (Per::Nothing, _) => (by, end),
                    found => found,
                };
                end = next;
            }
        }
        if measure == Measure::Emissions && by == Per::Year {
            // `ton/år CO2e`
            let after = gas(tokens, end);
            if let (Some(after), Some(of)) = (after, &mut of) {
                (end, of.bare) = (after, false);
            }
        }
        let number_doubtful = number.doubtful || high.is_some_and(|it| it.doubtful);
        let bounded_range = high.is_some() && matches!(bound, Some(Bound::Low | Bound::High));
        let negated = start > floor && NOT.contains(&tokens.word(start - 1));
        Self {
            start,
            end,
            about: bounds.contains(&Bound::About),
            doubtful: number_doubtful
                || bounded_range
                || negated
                || of.is_some_and(|it| it.no_mass)
                || is_left_open(tokens, end),
            low: number,
            high,
            unit: of,
            bound,
            yearly: measure == Measure::Emissions && by == Per::Year,
            rate: by == Per::Other || measure == Measure::Money && by == Per::Year,
            spoilt,
        }
    }

    /// Takes what the header says for what the cell does not.
    fn take(&mut self, given: Given, tokens: &Tokens) {
        let Some(header) = given.unit else { return };
        match &mut self.unit {
            // `3 miljoner` under `Kostnad (kr)`
            Some(unit) if unit.of == Of::Nothing => unit.of = header.of,
            Some(_) => {}
            // A unit that is not known stands after the number.
            None if !tokens.word(self.end).is_empty() => self.doubtful = true,
            None => {
                self.unit = Some(header);
                self.doubtful |= self.low.like_year && self.high.is_none();
            }
        }
    }

    /// True when it is so much of what is measured, whether or not it can be put down.
    pub(super) fn is_amount(&self) -> bool {
        self.unit.is_some_and(|unit| unit.of != Of::Nothing) && !self.rate
    }

    /// True when it is a mass, and of what is not said.
    pub(super) fn is_bare(&self) -> bool {
        self.unit.is_some_and(|unit| unit.bare)
    }

    /// What it says; nothing when that cannot be put down.
    pub(super) fn quantity(&self) -> Option<Quantity> {
        let (unit, power) = self.unit?.unit(self.yearly)?;
        let mut quantity = Quantity {
            unit: Some(unit),
            ..Quantity::default()
        };
        let low = self.low.value(power);
        match (self.high.map(|it| it.value(power)), self.bound) {
            (Some(high), _) if low == high => quantity.value = Some(low),
            (Some(high), _) => (quantity.low, quantity.high) = (Some(low), Some(high)),
            (None, Some(Bound::Low | Bound::From)) => quantity.low = Some(low),
            (None, Some(Bound::High)) => quantity.high = Some(low),
            (None, _) => quantity.value = Some(low),
        }
        let falls = quantity.low > quantity.high && quantity.high.is_some();
        (!self.spoilt && !falls).then_some(quantity)
    }
}

/// The unit after a number, with the currency that may stand before it: `€ 3.5 million`.
fn after(
    tokens: &Tokens,
    at: usize,
    measure: Measure,
    before: Option<Scale>,
) -> (Option<Scale>, usize) {
    if let Some((scale, end)) = unit(tokens, at, measure)
        && scale.of != Of::Nothing
    {
        return (Some(scale), end);
    }
    let power = times(tokens.word(at)).filter(|(_, alone)| *alone || before.is_some());
    match (before, power) {
        (Some(scale), Some((power, _))) => {
            let power = scale.power + power;
            (Some(Scale { power, ..scale }), at + 1)
        }
        (Some(scale), None) => (Some(scale), at),
        (None, Some((power, _))) if measure == Measure::Money => {
            (Some(Scale::new(Of::Nothing, power)), at + 1)
        }
        (None, _) => (None, at),
    }
}

/// Where the number at the other end of a range is.
fn other_end(tokens: &Tokens, at: usize, bound: Option<Bound>) -> Option<usize> {
    let joins = match tokens.word(at) {
        "till" | "to" => true,
        "och" | "and" => bound == Some(Bound::Between),
        _ => tokens.is(at, '-'),
    };
    let next = at + 1 + usize::from(currency(tokens.word(at + 1)).is_some());
    (joins && tokens.number(next).is_some()).then_some(next)
}

/// Whether both ends of a range are of one unit, as far as both name one.
fn agree(first: Option<Scale>, second: Option<Scale>) -> bool {
    match (first, second) {
        (Some(first), Some(second)) => {
            let of = first.of == second.of || first.of == Of::Nothing;
            of && first.power == second.power
        }
        _ => true,
    }
}

/// What the words before a figure make of it, and where they begin.
fn bounds(tokens: &Tokens, start: usize, floor: usize) -> (Vec<Bound>, usize) {
    let (mut bounds, mut start) = (Vec::new(), start);
    'words: while start > floor {
        let last = start - 1;
        let sign = match tokens.get(last) {
            Some(it) if it.is('~') => Some(Bound::About),
            Some(it) if it.is('>') => Some(Bound::Low),
            Some(it) if it.is('<') => Some(Bound::High),
            _ => None,
        };
        if let Some(bound) = sign {
            bounds.push(bound);
            start = last;
            continue;
        }
        // `ca. 5`, `>= 5`, `c:a 5`
        let abbreviated = tokens.is(last, '.') || tokens.is(last, '=');
        let end = if abbreviated { last } else { start };
        for (words, bound) in BEFORE {
            let length = 1 + words.matches(' ').count();
            if end >= floor + length && tokens.are(end - length, words) {
                bounds.push(*bound);
                start = end - length;
                continue 'words;
            }
        }
        let is_sign = |at: usize| tokens.is(at, '>') || tokens.is(at, '<');
        if tokens.is(last, '=') && last > floor && is_sign(last - 1) {
            start = last;
        } else if start >= floor + 3 && tokens.is(start - 2, ':') && tokens.word(start - 3) == "c" {
            bounds.push(Bound::About);
            start -= 3;
        } else {
            break;
        }
    }
    (bounds, start)
}

/// True when the cell itself leaves the figure open: `(TBD)`, `?`.
fn is_left_open(tokens: &Tokens, end: usize) -> bool {
    if tokens.is(end, '?') {
        return true;
    }
    let at = end + usize::from(tokens.is(end, '(') || tokens.is(end, ','));
    matches!(tokens.word(at), "tbd" | "tbc")
}
