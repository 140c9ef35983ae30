//! What is said where a view is handed on: to another page, or to a list of references.

use jiff::civil::Date;

use super::{Both, date, pick, say};
use crate::contract::Lang;
use crate::contract::period::Period;

/// The app's name, where nothing nearer says what is shown.
#[must_use]
pub fn app(lang: Lang) -> &'static str {
    pick(lang, "Omställningskartan", "The transition map")
}

/// What the link under a frame says, which leads to the same outside of it.
#[must_use]
pub fn open_alone(title: &str, lang: Lang) -> String {
    let both: Both = ["Öppna {} i eget fönster", "Open {} in its own window"];
    say(lang, &both, &[title])
}

/// A version of a contract by its label, as the title of what is referred to.
#[must_use]
pub fn version(label: &str, lang: Lang) -> String {
    let both: Both = [
        "Klimatkontrakt 2030, version {}",
        "Climate City Contract 2030, version {}",
    ];
    say(lang, &both, &[label])
}

/// The document that a version is known from, where its title is not the version's.
#[must_use]
pub fn source(title: &str, lang: Lang) -> String {
    let both: Both = ["Källa: {}", "Source: {}"];
    say(lang, &both, &[title])
}

/// When a contract was signed, no surer than it is known.
#[must_use]
pub fn signed(when: &Period, lang: Lang) -> String {
    let both: Both = ["Undertecknat {}", "Signed {}"];
    say(lang, &both, &[&date::period(when, lang)])
}

/// That it is not known when a contract was signed.
#[must_use]
pub fn signed_unknown(lang: Lang) -> &'static str {
    pick(
        lang,
        "När det undertecknades är inte känt",
        "When it was signed is not known",
    )
}

/// That a municipality is invented, so that nobody takes it for a source.
#[must_use]
pub fn invented(lang: Lang) -> &'static str {
    pick(
        lang,
        "Påhittat exempel, ingen verklig kommun",
        "An invented example, not a real municipality",
    )
}

/// Where it was seen, and on which day.
#[must_use]
pub fn seen(address: &str, today: Date, lang: Lang) -> String {
    let both: Both = [
        "Visas av Omställningskartan, {}, hämtad den {}",
        "Shown by Omställningskartan (the transition map), {}, retrieved on {}",
    ];
    say(lang, &both, &[address, &date::day(today, lang)])
}
