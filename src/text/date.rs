//! Dates and periods as a Swede or an Englishman writes them, no finer and no surer than the contract does.

use jiff::civil::Date;

use super::pick;
use crate::contract::Lang;
use crate::contract::period::{Edge, Grain, Period, Season, Span, When};

const MONTHS_SV: &str =
    "januari februari mars april maj juni juli augusti september oktober november december";
const MONTHS_EN: &str =
    "January February March April May June July August September October November December";

/// A period in words: `2030`, `hösten 2024 – pågår vidare`. What cannot be read is given as it was written. A line may
/// break after the dash of an interval, and nowhere in a date.
#[must_use]
pub fn period(period: &Period, lang: Lang) -> String {
    period
        .span()
        .map_or_else(|_| period.0.clone(), |it| span(&it, lang))
}

/// A period that has been read, in words.
#[must_use]
pub fn span(span: &Span, lang: Lang) -> String {
    let ongoing = pick(lang, "pågår\u{a0}vidare", "ongoing");
    let no_start = pick(
        lang,
        "start\u{a0}ej\u{a0}angiven",
        "start\u{a0}not\u{a0}stated",
    );
    let no_end = pick(
        lang,
        "slut\u{a0}ej\u{a0}angivet",
        "end\u{a0}not\u{a0}stated",
    );
    let said = match (span.start, span.end) {
        (Edge::At(start), Edge::At(end)) => between(start.grain, end.grain, lang),
        (Edge::At(start), Edge::Open) => joined(&grain(start.grain, lang), ongoing),
        (Edge::At(start), Edge::Unknown) => joined(&grain(start.grain, lang), no_end),
        (Edge::Unknown, Edge::At(end)) => joined(no_start, &grain(end.grain, lang)),
        (Edge::Open, Edge::At(end)) => {
            format!(
                "{} {}",
                pick(lang, "till och med", "up to and including"),
                grain(end.grain, lang)
            )
        }
        // No file can say this: it would be a period without a date.
        (Edge::Open | Edge::Unknown, Edge::Open | Edge::Unknown) => joined(no_start, no_end),
    };
    let doubt = match (doubted(span.start), doubted(span.end)) {
        _ if span.start == span.end && doubted(span.start) => {
            pick(lang, " (osäkert)", " (uncertain)")
        }
        (true, true) => pick(lang, " (osäkert)", " (uncertain)"),
        (true, false) => pick(lang, " (starten osäker)", " (start uncertain)"),
        (false, true) => pick(lang, " (slutet osäkert)", " (end uncertain)"),
        (false, false) => "",
    };
    said + doubt
}

/// A day: `9 december 2025`.
#[must_use]
pub fn day(date: Date, lang: Lang) -> String {
    format!(
        "{}\u{a0}{}\u{a0}{}",
        date.day(),
        month(date.month(), lang),
        date.year()
    )
}

/// The name of a month, 1 to 12.
#[must_use]
pub fn month(month: i8, lang: Lang) -> &'static str {
    let names = pick(lang, MONTHS_SV, MONTHS_EN);
    usize::try_from(month - 1)
        .ok()
        .and_then(|at| names.split(' ').nth(at))
        .unwrap_or("–")
}

/// One date, as finely as it is given.
fn grain(grain: Grain, lang: Lang) -> String {
    match grain {
        Grain::Year(year) => year.to_string(),
        Grain::Season(year, Season::Winter) => {
            let next = year.saturating_add(1);
            let next = if next % 100 == 0 {
                next.to_string()
            } else {
                format!("{:02}", next % 100)
            };
            format!("{}\u{a0}{year}–{next}", season(Season::Winter, lang))
        }
        Grain::Season(year, of) => format!("{}\u{a0}{year}", season(of, lang)),
        Grain::Month(year, of) => format!("{}\u{a0}{year}", month(of, lang)),
        Grain::Day(date) => day(date, lang),
    }
}

fn season(season: Season, lang: Lang) -> &'static str {
    match season {
        Season::Spring => pick(lang, "våren", "spring"),
        Season::Summer => pick(lang, "sommaren", "summer"),
        Season::Autumn => pick(lang, "hösten", "autumn"),
        Season::Winter => pick(lang, "vintern", "winter"),
    }
}

/// From one date to another, with what they share said once: `2025–2026`, `mars–maj 2026`, `9–12 december 2025`.
fn between(start: Grain, end: Grain, lang: Lang) -> String {
    match (start, end) {
        _ if start == end => grain(start, lang),
        (Grain::Year(from), Grain::Year(to)) => format!("{from}–{to}"),
        (Grain::Month(year, from), Grain::Month(same, _)) if year == same => {
            format!("{}–{}", month(from, lang), grain(end, lang))
        }
        (Grain::Day(from), Grain::Day(to)) if from.first_of_month() == to.first_of_month() => {
            format!("{}–{}", from.day(), day(to, lang))
        }
        _ => joined(&grain(start, lang), &grain(end, lang)),
    }
}

fn joined(start: &str, end: &str) -> String {
    format!("{start}\u{a0}– {end}")
}

fn doubted(edge: Edge) -> bool {
    matches!(
        edge,
        Edge::At(When {
            uncertain: true,
            ..
        })
    )
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
