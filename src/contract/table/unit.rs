//! Units as people write them: `MSEK`, `M SEK`, `miljoner kronor`, `kton CO2e/år`, `tons of CO2eq a year`.

use super::super::word::Unit;
use super::token::Tokens;

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Money.
    Money,
    /// Emissions, in tonnes of carbon dioxide equivalents.
    Emissions,
}

/// A unit: of what, and how many of it, as a power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) of: Of,
    pub(super) power: i32,
    /// True when the gas is named without a mass.
    pub(super) no_mass: bool,
    /// True when a mass is named without the gas.
    pub(super) bare: bool,
}

/// What a unit is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Kronor,
    Euros,
    Tonnes,
    /// Only a power was written: `3 miljoner`.
    Nothing,
}

/// What follows a unit: `per year`, `/ton`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Per {
    Nothing,
    Year,
    Other,
}

impl Scale {
    pub(super) fn new(of: Of, power: i32) -> Self {
        let (no_mass, bare) = (false, false);
        Self {
            of,
            power,
            no_mass,
            bare,
        }
    }

    /// The unit of the format that shows it best, and the power of ten that is left.
    pub(super) fn unit(self, yearly: bool) -> Option<(Unit, i32)> {
        Some(match (self.of, self.power) {
            (Of::Nothing, _) => return None,
            (Of::Tonnes, power) if yearly => (Unit::TonneCo2ePerYear, power),
            (Of::Tonnes, power) => (Unit::TonneCo2e, power),
            (Of::Kronor, power @ 6..) => (Unit::MegaSek, power - 6),
            (Of::Kronor, power @ 3..) => (Unit::KiloSek, power - 3),
            (Of::Kronor, power) => (Unit::Sek, power),
            (Of::Euros, power @ 6..) => (Unit::MegaEur, power - 6),
            (Of::Euros, power) => (Unit::Eur, power),
        })
    }
}

/// The unit that starts in a place, and where it ends.
pub(super) fn unit(tokens: &Tokens, at: usize, measure: Measure) -> Option<(Scale, usize)> {
    match measure {
        Measure::Money => money(tokens, at),
        Measure::Emissions => emissions(tokens, at),
    }
}

fn money(tokens: &Tokens, at: usize) -> Option<(Scale, usize)> {
    if let Some(scale) = currency(tokens.word(at)) {
        return Some((scale, at + 1));
    }
    let (power, alone) = times(tokens.word(at))?;
    // `milj. kr`, `million of euros`
    let dot = usize::from(tokens.is(at + 1, '.'));
    let next = at + 1 + dot;
    let next = next + usize::from(tokens.word(next) == "of");
    match currency(tokens.word(next)) {
        Some(scale) => Some((Scale::new(scale.of, scale.power + power), next + 1)),
        None if alone => Some((Scale::new(Of::Nothing, power), at + 1)),
        None => None,
    }
}

/// A currency, with the power that is written together with it.
pub(super) fn currency(word: &str) -> Option<Scale> {
    let (of, power) = match word {
        "sek" | "kr" | "kronor" | "krona" => (Of::Kronor, 0),
        "ksek" | "tkr" | "tsek" | "kkr" => (Of::Kronor, 3),
        "msek" | "mkr" | "mnkr" | "mnsek" | "miljkr" => (Of::Kronor, 6),
        "mdkr" | "mdrkr" | "mdsek" | "gsek" | "bsek" => (Of::Kronor, 9),
        "eur" | "euro" | "euros" => (Of::Euros, 0),
        "keur" | "teur" | "keuro" => (Of::Euros, 3),
        "meur" | "meuro" | "meuros" | "mneur" => (Of::Euros, 6),
        "beur" | "mdeur" => (Of::Euros, 9),
        _ => return None,
    };
    Some(Scale::new(of, power))
}

/// A word for a power of ten, and whether it is one without a currency after it.
pub(super) fn times(word: &str) -> Option<(i32, bool)> {
    Some(match word {
        "tusen" | "thousand" | "thousands" => (3, true),
        "k" | "t" => (3, false),
        "miljon" | "miljoner" | "milj" | "million" | "millions" | "mln" => (6, true),
        "m" | "mn" => (6, false),
        "miljard" | "miljarder" | "mdr" | "billion" | "billions" => (9, true),
        "md" | "bn" => (9, false),
        _ => return None,
    })
}

fn emissions(tokens: &Tokens, at: usize) -> Option<(Scale, usize)> {
    let (power, mass_at) = match times(tokens.word(at)) {
        Some((power, true)) => (power, at + 1),
        _ => (0, at),
    };
    let Some((mass, names_gas)) = mass(tokens.word(mass_at)) else {
        // `7 000 CO2e`: of the figures without a mass only those that name the gas are read.
        let end = gas(tokens, at)?;
        let mut scale = Scale::new(Of::Tonnes, 0);
        scale.no_mass = true;
        return Some((scale, end));
    };
    let mut end = mass_at + 1;
    if names_gas {
        end = gas_tail(tokens, end);
    }
    let of = usize::from(matches!(tokens.word(end), "of" | "av"));
    let named = gas(tokens, end + of);
    let mut scale = Scale::new(Of::Tonnes, power + mass);
    scale.bare = !names_gas && named.is_none();
    Some((scale, named.unwrap_or(end)))
}

/// A mass as a power of ten of tonnes, and whether the gas is written together with it.
fn mass(word: &str) -> Option<(i32, bool)> {
    let (mass, names_gas) = match word.find("co2") {
        Some(at) if at > 0 => (&word[..at], true),
        _ => (word, false),
    };
    let power = match mass {
        "ton" | "tons" | "tonne" | "tonnes" | "tones" | "tonn" | "t" => 0,
        "kton" | "ktons" | "ktonne" | "ktonnes" | "kt" | "kiloton" | "kilotons" | "kilotonnes" => 3,
        "mton" | "mtons" | "mtonnes" | "mt" | "megaton" | "megatonnes" => 6,
        "kg" | "kilo" | "kilogram" | "kilograms" => -3,
        _ => return None,
    };
    Some((power, names_gas))
}

/// Where the name of the gas ends, however often it is said: `CO2`, `CO2-ekv.`, `carbon dioxide equivalents`.
pub(super) fn gas(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut end = at;
    loop {
        let word = tokens.word(end);
        let next = if word.starts_with("co2") || word.starts_with("koldioxid") || word == "ghg" {
            end + 1
        } else if tokens.are(end, "carbon dioxide") {
            end + 2
        } else {
            return (end > at).then_some(end);
        };
        end = gas_tail(tokens, next);
    }
}

/// Where `-ekv.` or `equivalents` ends.
fn gas_tail(tokens: &Tokens, at: usize) -> usize {
    let word = at + usize::from(tokens.is(at, '-'));
    let is_tail = |it: &str| it == "e" || it.starts_with("ekv") || it.starts_with("eq");
    let end = if is_tail(tokens.word(word)) {
        word + 1
    } else {
        at
    };
    // The point of an abbreviation, when it does not end the cell's sentence.
    end + usize::from(tokens.is(end, '.') && per(tokens, end + 1).0 != Per::Nothing)
}

/// What a unit is divided by, and where that ends.
pub(super) fn per(tokens: &Tokens, at: usize) -> (Per, usize) {
    let is_year = |word: &str| matches!(word, "year" | "years" | "yr" | "y" | "ar" | "annum" | "a");
    if matches!(tokens.word(at), "arligen" | "annually" | "yearly") {
        return (Per::Year, at + 1);
    }
    if tokens.is(at, '(') {
        let (per, end) = per(tokens, at + 1);
        if per == Per::Year && tokens.is(end, ')') {
            return (per, end + 1);
        }
    }
    if tokens.are(at, "om aret") || tokens.are(at, "a year") || tokens.are(at, "each year") {
        return (Per::Year, at + 2);
    }
    if !tokens.is(at, '/') && tokens.word(at) != "per" {
        return (Per::Nothing, at);
    }
    if is_year(tokens.word(at + 1)) {
        (Per::Year, at + 2)
    } else if tokens.word(at + 1).is_empty() {
        (Per::Nothing, at)
    } else {
        (Per::Other, at + 2)
    }
}

/// The unit that a header names for its column, and whether it is a year's.
pub(super) fn of_header(tokens: &Tokens, measure: Measure) -> (Option<Scale>, bool) {
    let places = 0..tokens.len();
    let yearly = places.clone().any(|at| per(tokens, at).0 == Per::Year)
        || places
            .clone()
            .any(|at| matches!(tokens.word(at), "annual" | "arlig"));
    let is_a_unit = |scale: &Scale| scale.of != Of::Nothing && !scale.no_mass;
    let mut units = places.filter_map(|at| unit(tokens, at, measure));
    let found = units.find(|(scale, _)| is_a_unit(scale));
    // A cost by the tonne is no cost.
    let found = found.filter(|(_, end)| per(tokens, *end).0 != Per::Other);
    (found.map(|it| it.0), yearly)
}
