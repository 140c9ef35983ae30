//! Figures as a Swede or an Englishman writes them, with their unit, and unknowns as words.
//!
//! A figure is one word: the spaces inside it, and before its unit, do not break (U+00A0); minus is U+2212. Nothing
//! that a contract states is rounded away, and nothing unknown becomes a number.

use super::pick;
use crate::contract::Lang;
use crate::contract::quantity::{Amount, Quantity};
use crate::contract::word::{Quality, Reason, Unit};

/// A space where a line does not break.
pub const NBSP: char = '\u{a0}';

/// Decimals that a figure is written with at most, unless it would vanish.
const DECIMALS: usize = 3;

/// A number with the decimals it has, three at most; one below a thousandth keeps three digits. What is not a
/// number is a dash.
#[must_use]
pub fn number(value: f64, lang: Lang) -> String {
    if value.is_finite() && value != 0.0 && !(SMALLEST..LARGEST).contains(&value.abs()) {
        // No such figure is real; it is shown as the file has it.
        let spelled =
            serde_json::Number::from_f64(value).map_or_else(String::new, |it| it.to_string());
        return spelled
            .replace('.', pick(lang, ",", "."))
            .replace('-', "\u{2212}");
    }
    let size = value.abs();
    if size == 0.0 || size >= 0.001 || !size.is_finite() {
        return rounded(value, DECIMALS, lang);
    }
    // The place of the first digit that is not zero.
    let (mut place, mut shifted) = (0, size);
    while shifted < 1.0 && place < 300 {
        shifted *= 10.0;
        place += 1;
    }
    rounded(value, place + DECIMALS - 1, lang)
}

/// A number with at most so many decimals, for what is computed: shares, sums, ticks of an axis.
#[must_use]
pub fn rounded(value: f64, decimals: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let (whole, fraction) = digits(value.abs(), decimals);
    let fraction = fraction.trim_end_matches('0');
    let mut out = String::new();
    if value < 0.0 && !(whole == "0" && fraction.is_empty()) {
        out.push('\u{2212}');
    }
    group(&mut out, &whole, lang);
    if !fraction.is_empty() {
        out.push_str(pick(lang, ",", "."));
        out.push_str(fraction);
    }
    out
}

/// The smallest and the largest number that are written out.
const SMALLEST: f64 = 1e-12;
const LARGEST: f64 = 1e18;

/// The digits before and after the decimal sign. By whole numbers: formatting floating-point numbers takes as much room
/// in the program as a view does.
fn digits(value: f64, decimals: usize) -> (String, String) {
    let scale = 10_f64.powi(decimals as i32);
    let (mut whole, mut part) = (value.trunc() as u64, (value.fract() * scale).round());
    if part >= scale {
        (whole, part) = (whole + 1, 0.0);
    }
    (whole.to_string(), format!("{:0decimals$}", part as u64))
}

/// The number that words are, when they are nothing but one as it is written here; else nothing.
#[must_use]
pub fn plain(words: &str, lang: Lang) -> Option<f64> {
    let grouped = pick(lang, "\u{a0}", ",");
    let spelled = words.replace(grouped, "").replace('\u{2212}', "-");
    let spelled = spelled.replace(pick(lang, ",", "."), ".");
    let only = spelled
        .bytes()
        .all(|it| it.is_ascii_digit() || b".-".contains(&it));
    spelled.parse().ok().filter(|_| only)
}

/// A whole number.
#[must_use]
pub fn integer(value: i64, lang: Lang) -> String {
    let mut out = String::new();
    if value < 0 {
        out.push('\u{2212}');
    }
    group(&mut out, &value.unsigned_abs().to_string(), lang);
    out
}

/// How many there are, with the word that goes with it: `1 åtagande`, `12 åtaganden`.
#[must_use]
pub fn counted(count: usize, one: &str, other: &str, lang: Lang) -> String {
    let mut out = String::new();
    group(&mut out, &count.to_string(), lang);
    out.push(NBSP);
    out.push_str(if count == 1 { one } else { other });
    out
}

/// What a quantity says, with how the figure came about when that is stated: `5 000 ton CO₂e per år (uppskattat)`. The
/// contract's own reason for an unknown is not in it.
#[must_use]
pub fn quantity(quantity: &Quantity, lang: Lang) -> String {
    let said = amount(quantity.amount(), quantity.unit, lang);
    match quantity.quality {
        Some(how) if quantity.is_known() => format!("{said} ({})", quality(how, lang)),
        _ => said,
    }
}

/// An amount with its unit, or why there is none.
#[must_use]
pub fn amount(amount: Amount, of: Option<Unit>, lang: Lang) -> String {
    let with_unit = |figure: String, last: f64| match of {
        // One tonne is the only unit that English counts.
        Some(Unit::TonneCo2e | Unit::TonneCo2ePerYear) if lang == Lang::En && last.abs() == 1.0 => {
            figure + &unit_of(of, lang).replacen("tonnes", "tonne", 1)
        }
        _ => figure + &unit_of(of, lang),
    };
    let one = |value: f64| with_unit(number(value, lang), value);
    match amount {
        Amount::Exact(value) => one(value),
        Amount::Range(Some(low), Some(high)) if low == high => one(low),
        Amount::Range(Some(low), Some(high)) => {
            let dash = if low < 0.0 {
                pick(lang, " till ", " to ")
            } else {
                "–"
            };
            with_unit(
                format!("{}{dash}{}", number(low, lang), number(high, lang)),
                high,
            )
        }
        Amount::Range(Some(low), None) => {
            format!("{} {}", pick(lang, "minst", "at least"), one(low))
        }
        Amount::Range(None, Some(high)) => {
            format!("{} {}", pick(lang, "högst", "at most"), one(high))
        }
        Amount::Range(None, None) => reason(Reason::NotStated, lang).to_owned(),
        Amount::Unknown(why) => reason(why, lang).to_owned(),
    }
}

fn unit_of(of: Option<Unit>, lang: Lang) -> String {
    of.map(|it| format!("{NBSP}{}", unit(it, lang)))
        .unwrap_or_default()
}

/// A unit in words. Only before "per år" may a line break.
#[must_use]
pub fn unit(unit: Unit, lang: Lang) -> &'static str {
    match unit {
        Unit::TonneCo2e => pick(lang, "ton\u{a0}CO₂e", "tonnes\u{a0}CO₂e"),
        Unit::TonneCo2ePerYear => pick(
            lang,
            "ton\u{a0}CO₂e per\u{a0}år",
            "tonnes\u{a0}CO₂e a\u{a0}year",
        ),
        Unit::Sek => pick(lang, "kr", "SEK"),
        Unit::KiloSek => pick(lang, "tkr", "kSEK"),
        Unit::MegaSek => "MSEK",
        Unit::Eur => pick(lang, "euro", "EUR"),
        Unit::MegaEur => "MEUR",
        Unit::MegawattHourPerYear => pick(lang, "MWh per\u{a0}år", "MWh a\u{a0}year"),
    }
}

/// Why something is unknown.
#[must_use]
pub fn reason(reason: Reason, lang: Lang) -> &'static str {
    match reason {
        Reason::NotStated => pick(
            lang,
            "ej angivet i kontraktet",
            "not stated in the contract",
        ),
        Reason::NotQuantified => pick(
            lang,
            "ej kvantifierat i kontraktet",
            "not quantified in the contract",
        ),
        Reason::NotApplicable => pick(lang, "inte tillämpligt", "not applicable"),
        Reason::InProgress => pick(lang, "arbete pågår", "work in progress"),
    }
}

/// How a figure came about.
#[must_use]
pub fn quality(quality: Quality, lang: Lang) -> &'static str {
    match quality {
        Quality::Measured => pick(lang, "uppmätt", "measured"),
        Quality::Calculated => pick(lang, "beräknat", "calculated"),
        Quality::Estimated => pick(lang, "uppskattat", "estimated"),
    }
}

/// Writes digits in threes.
fn group(out: &mut String, digits: &str, lang: Lang) {
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(pick(lang, "\u{a0}", ","));
        }
        out.push(digit);
    }
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
