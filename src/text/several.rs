//! What is said of several contracts at once, in sentences with names and numbers in them.

use super::{Both, number, say};
use crate::contract::Lang;

/// What a button says that opens another contract beside those that are open.
#[must_use]
pub fn open_beside(name: &str, lang: Lang) -> String {
    let both: Both = ["Öppna {} bredvid", "Open {} beside"];
    say(lang, &both, &[name])
}

/// What a button says that leaves a contract out of those that are open.
#[must_use]
pub fn leave(name: &str, lang: Lang) -> String {
    let both: Both = ["Ta bort {}", "Leave out {}"];
    say(lang, &both, &[name])
}

/// What a box says that chooses a contract, to be opened together with others.
#[must_use]
pub fn compare(name: &str, lang: Lang) -> String {
    let both: Both = ["Jämför {}", "Compare {}"];
    say(lang, &both, &[name])
}

/// Of how many municipalities of the index nothing can be said.
#[must_use]
pub fn unread(unread: usize, all: usize, lang: Lang) -> String {
    let both: Both = [
        "{} av {} kommuner i förteckningen är inte inlästa. Att en kommun inte nämns här säger inget om vad den gör.",
        "{} of {} municipalities in the index are not transcribed. That one is not named here says nothing of what it does.",
    ];
    say(
        lang,
        &both,
        &counts(&[unread, all], lang).each_ref().map(String::as_str),
    )
}

/// How many contracts there are to choose from, and how many of them can be read here.
#[must_use]
pub fn contracts(all: usize, read: usize, lang: Lang) -> String {
    let both: Both = [
        "{} kontrakt, {} med innehåll inläst.",
        "{} contracts, {} with their content transcribed.",
    ];
    say(
        lang,
        &both,
        &counts(&[all, read], lang).each_ref().map(String::as_str),
    )
}

/// How many of them are found.
#[must_use]
pub fn found(found: usize, all: usize, lang: Lang) -> String {
    let both: Both = ["{} av {} kontrakt.", "{} of {} contracts."];
    say(
        lang,
        &both,
        &counts(&[found, all], lang).each_ref().map(String::as_str),
    )
}

fn counts(counts: &[usize; 2], lang: Lang) -> [String; 2] {
    counts.map(|it| number::integer(it as i64, lang))
}
