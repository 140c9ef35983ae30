//! The words of a table of a version's items: the names of its columns, what stands in them, and what is wrong with one
//! that was read. Longer than most: every field of the format has a name here.

use super::case::lower_letter;
use super::number::{self, quality, reason};
use super::vocabulary::{self, aim, content, kind, lever, origin, process, scope, status, step};
use super::{Both, pick, say};
use crate::contract::Lang;
use crate::contract::table::own::{Cause, Column, KINDS, Wrong};
use crate::contract::word::{
    Aim, Content, Kind, Lever, Origin, PlacedBy, Process, Quality, Reason, Scope, Status, Step,
    Unit,
};

/// The fields that a row can have, in the order of the columns, each with the name of its column.
#[rustfmt::skip] // a table
pub const FIELDS: &[(&str, Both)] = &[
    ("kind", ["Slag", "Kind"]),
    ("id", ["Id", "Id"]),
    ("title", ["Rubrik", "Title"]),
    ("summary", ["Vad det säger", "What it says"]),
    ("role", ["Roll", "Role"]),
    ("commitment", ["Hör till åtagandet", "Belongs to the commitment"]),
    ("number", ["Nummer", "Number"]),
    ("shared", ["Gemensamt", "Joint"]),
    ("status", ["Läge", "Status"]),
    ("period", ["Tid", "Time"]),
    ("year", ["År", "Year"]),
    ("responsible", ["Ansvar", "Responsible"]),
    ("party", ["Part", "Party"]),
    ("parties", ["Parter", "Parties"]),
    ("focus_areas", ["Fokusområden", "Focus areas"]),
    ("steps", ["Processer", "Processes"]),
    ("process", ["Utvecklingsprocess", "Development process"]),
    ("levers", ["Hävstänger", "Levers"]),
    ("origin", ["Ursprung", "Origin"]),
    ("aim", ["Målet", "The goal"]),
    ("scope", ["Omfattar", "Covers"]),
    ("includes_consumption", ["Konsumtionsbaserade utsläpp ingår", "Includes emissions from consumption"]),
    ("target", ["Nivå", "Level"]),
    ("amount", ["Storlek", "Size"]),
    ("cost", ["Kostnad", "Cost"]),
    ("effect", ["Effekt", "Effect"]),
    ("funding", ["Finansiering", "Funding"]),
    ("co_benefits", ["Andra nyttor", "Other benefits"]),
    ("learned", ["Lärdomen", "What was learned"]),
    ("changed", ["Det som ändrades", "What changed"]),
    ("next", ["Nästa steg", "Next step"]),
    ("about", ["Gäller", "About"]),
    ("commitments", ["Åtaganden", "Commitments"]),
    ("depends_on", ["Bygger på", "Builds on"]),
    ("continues", ["Kommer ur", "Comes from"]),
    ("placed_by", ["Placerad av", "Placed by"]),
    ("source", ["Källa", "Source"]),
    ("municipality", ["Kommun", "Municipality"]),
    ("version", ["Version", "Version"]),
    ("content", ["Innehåll", "Content"]),
];

/// What follows the name of a field in the columns of its parts. The part that the field itself stands for has none.
#[rustfmt::skip] // a table
const PARTS: &[(&str, Both)] = &[
    ("low", ["lägst", "lowest"]),
    ("high", ["högst", "highest"]),
    ("unit", ["enhet", "unit"]),
    ("unknown", ["okänd", "unknown"]),
    ("reason", ["ord", "words"]),
    ("quality", ["hur", "how"]),
    ("section", ["avsnitt", "section"]),
    ("page", ["sida", "page"]),
];

/// The name of a column: `Kostnad, lägst`.
#[must_use]
pub fn header(column: Column, lang: Lang) -> String {
    let named = |list: &[(&str, Both)], name: &str| {
        let mut found = list.iter().filter(|(it, _)| *it == name);
        found.next().map(|(_, both)| say(lang, both, &[]))
    };
    let mut name = named(FIELDS, column.field).unwrap_or_default();
    if let Some(part) = column.part.and_then(|part| named(PARTS, part)) {
        name.push_str(", ");
        name.push_str(&part);
    }
    name
}

/// The name of a field, as the column has it in which it stands whole.
#[must_use]
pub fn field(name: &str, lang: Lang) -> &'static str {
    let found = FIELDS.iter().find(|(it, _)| *it == name);
    found.map_or("", |(_, both)| pick(lang, both[0], both[1]))
}

/// The columns of the tables that do not hold a version's items, where the page has no word for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// A commitment or an action, whatever it is called in one version.
    Promise,
    /// Why something is not stated.
    Why,
    /// Statistics Sweden's code of a municipality.
    Code,
    /// Whether a municipality is invented.
    Invented,
    /// The joint commitments of the last version that is transcribed.
    Joint,
}

/// The name of such a column.
#[must_use]
pub fn heading(of: Heading, lang: Lang) -> &'static str {
    match of {
        Heading::Promise => pick(lang, "Åtagande eller aktivitet", "Commitment or action"),
        Heading::Why => pick(lang, "Varför", "Why"),
        Heading::Code => pick(lang, "Kommunkod", "Municipality code"),
        Heading::Invented => pick(lang, "Påhittat exempel", "Invented example"),
        Heading::Joint => pick(
            lang,
            "Gemensamma åtaganden i senaste inlagda versionen",
            "Joint commitments of the last version transcribed",
        ),
    }
}

/// The button that takes home what is not stated, as a table.
#[must_use]
pub fn get_missing(lang: Lang) -> &'static str {
    pick(
        lang,
        "Hämta det som saknas (CSV)",
        "Download what is missing (CSV)",
    )
}

/// The button that takes home the promises through the versions, as a table.
#[must_use]
pub fn get_strands(lang: Lang) -> &'static str {
    pick(
        lang,
        "Hämta alla versioner av åtagandena (CSV)",
        "Download every version of the commitments (CSV)",
    )
}

/// A word of the format as a cell says it, in the column of this field, or of this part of one. Where the app has no word
/// of its own it is the format's.
#[must_use]
pub fn said(field: &str, word: &'static str, lang: Lang) -> &'static str {
    let said = match field {
        "kind" => Kind::parse(word).map(|it| kind(it, lang)),
        "status" => Status::parse(word).map(|it| status(it, lang)),
        "steps" => Step::parse(word).map(|it| step(it, lang)),
        "process" => Process::parse(word).map(|it| process(it, lang)),
        "levers" => Lever::parse(word).map(|it| lever(it, lang)),
        "origin" => Origin::parse(word).map(|it| origin(it, lang)),
        "aim" => Aim::parse(word).map(|it| aim(it, lang)),
        "scope" => Scope::parse(word).map(|it| scope(it, lang)),
        "unknown" => Reason::parse(word).map(|it| reason(it, lang)),
        "quality" => Quality::parse(word).map(|it| quality(it, lang)),
        "content" => Content::parse(word).map(|it| content(it, lang)),
        "placed_by" => PlacedBy::parse(word).map(|it| placed_by(it, lang)),
        _ => None,
    };
    said.unwrap_or(word)
}

/// Another way to say it, which is read but not written.
fn also_said(field: &str, word: &'static str, lang: Lang) -> Option<&'static str> {
    match field {
        "kind" if word == Kind::Measure.as_str() => Some(pick(lang, "insats", "measure")),
        "steps" => Step::parse(word).map(|it| vocabulary::step_short(it, lang)),
        "unit" => Unit::parse(word).map(|it| number::unit(it, lang)),
        _ => None,
    }
}

fn placed_by(who: PlacedBy, lang: Lang) -> &'static str {
    match who {
        PlacedBy::Municipality => pick(lang, "kommunen", "the municipality"),
        PlacedBy::Editor => pick(lang, "redaktören", "the editor"),
    }
}

/// The word of the format that a cell says, in either language or as the format has it.
#[must_use]
pub fn heard(field: &str, words: &'static [&'static str], text: &str) -> Option<&'static str> {
    let text = folded(text);
    let means = |word: &&&'static str| {
        folded(word) == text
            || Lang::ALL.iter().any(|lang| {
                let also = also_said(field, word, *lang);
                folded(said(field, word, *lang)) == text
                    || also.is_some_and(|also| folded(also) == text)
            })
    };
    words.iter().find(means).copied()
}

/// A text without what makes no difference: case, no-break spaces, spaces around it.
#[must_use]
pub fn folded(text: &str) -> String {
    let letter = |letter: char| match letter {
        '\u{a0}' => ' ',
        _ => lower_letter(letter),
    };
    text.trim().chars().map(letter).collect()
}

/// `true` and `false` in a cell.
#[must_use]
pub fn flag(value: bool, lang: Lang) -> &'static str {
    if value {
        pick(lang, "ja", "yes")
    } else {
        pick(lang, "nej", "no")
    }
}

/// What a cell says that is either `true` or `false`, also as spreadsheets write it.
#[must_use]
pub fn heard_flag(text: &str) -> Option<bool> {
    match folded(text).as_str() {
        "ja" | "yes" | "true" | "sant" => Some(true),
        "nej" | "no" | "false" | "falskt" => Some(false),
        _ => None,
    }
}

/// The sentence, or the few sentences, about what is wrong in a table. Where it is stands beside it.
#[must_use]
pub fn sentence(wrong: &Wrong, lang: Lang) -> String {
    let say = |both, parts: &[&str]| say(lang, both, parts);
    let meant = |nearest: Option<&str>| match nearest {
        Some(nearest) => say(&[" Menade du ”{}”?", " Did you mean “{}”?"], &[nearest]),
        None => String::new(),
    };
    match &wrong.cause {
        Cause::NoColumn { column } => say(
            &[
                "Tabellen har ingen kolumn ”{}”, och utan den går den inte att läsa.",
                "The table has no column “{}”, and cannot be read without it.",
            ],
            &[&header(*column, lang)],
        ),
        Cause::ColumnTwice { column } => say(
            &[
                "Det finns två kolumner ”{}”. Ta bort den ena.",
                "There are two columns “{}”. Take one of them away.",
            ],
            &[&header(*column, lang)],
        ),
        Cause::NoRows => say(
            &[
                "Tabellen har inga rader under rubrikerna.",
                "The table has no rows under its header.",
            ],
            &[],
        ),
        Cause::NoKind => say(
            &[
                "Raden säger inte vad den är. Skriv ett av orden {}.",
                "The row does not say what it is. Write one of the words {}.",
            ],
            &[&listed("kind", KINDS, lang)],
        ),
        Cause::UnknownWord {
            found,
            field,
            words,
            nearest,
        } => {
            let nearest = nearest.map(|word| said(field, word, lang));
            say(
                &[
                    "”{}” är inget av de ord som kan stå här: {}.{}",
                    "“{}” is none of the words that can stand here: {}.{}",
                ],
                &[found, &listed(field, words, lang), &meant(nearest)],
            )
        }
        Cause::NotNumber { found } => say(
            &[
                "”{}” går inte att läsa som ett tal. Skriv det med siffror och decimalkomma, utan tecken mellan tusentalen.",
                "“{}” cannot be read as a number. Write it in digits with a decimal point, and no sign between the thousands.",
            ],
            &[found],
        ),
        Cause::NotWhole { found } => say(
            &[
                "”{}” är inget heltal, och här ska det stå ett.",
                "“{}” is not a whole number, and there should be one here.",
            ],
            &[found],
        ),
        Cause::NotFlag { found } => say(
            &[
                "Här ska det stå ja eller nej, inte ”{}”.",
                "This should be yes or no, not “{}”.",
            ],
            &[found],
        ),
        Cause::NotOfKind { kind: of } => say(
            &[
                "Ett slag som ”{}” har inte det här fältet. Cellen ska vara tom.",
                "A kind such as “{}” does not have this field. The cell should be empty.",
            ],
            &[kind(*of, lang)],
        ),
        Cause::UnknownName { found, nearest } => say(
            &[
                "Kontraktet har inget som heter ”{}”.{}",
                "The contract has nothing that is called “{}”.{}",
            ],
            &[found, &meant(nearest.as_deref())],
        ),
        Cause::BadFunding { found } => say(
            &[
                "Beloppet i ”{}” går inte att läsa. Skriv vem, kolon, tal och enhet, till exempel kommunen: 5 MSEK.",
                "The amount in “{}” cannot be read. Write who, a colon, a number and a unit, such as the municipality: 5 MSEK.",
            ],
            &[found],
        ),
        Cause::NoCommitment => say(
            &[
                "Insatsen säger inte vilket åtagande den hör till. Skriv åtagandets id i kolumnen ”{}”.",
                "The measure does not say which commitment it belongs to. Write the commitment’s id in the column “{}”.",
            ],
            &[&header(Column::COMMITMENT, lang)],
        ),
        Cause::UnknownCommitment { id, nearest } => say(
            &[
                "Inget åtagande i tabellen har id:t ”{}”.{}",
                "No commitment of the table has the id “{}”.{}",
            ],
            &[id, &meant(nearest.as_deref())],
        ),
        Cause::Two { found, first, line } => say(
            &[
                "Här står ”{}”, men ”{}” på rad {}. En tabell kan bara läsas in för en kommun och en version åt gången.",
                "This is “{}”, but it is “{}” on line {}. A table can be read for one municipality and one version at a time.",
            ],
            &[found, first, &line.to_string()],
        ),
        Cause::Nowhere { column } => say(
            &[
                "Ingen rad har något i kolumnen ”{}”, så det går inte att veta vart raderna hör.",
                "No row has anything in the column “{}”, so that it cannot be known where the rows belong.",
            ],
            &[&header(*column, lang)],
        ),
    }
}

/// The words of a field, each as a cell says it.
fn listed(field: &str, words: &[&'static str], lang: Lang) -> String {
    let mut list = String::new();
    for word in words {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(pick(lang, "”", "“"));
        list.push_str(said(field, word, lang));
        list.push('”');
    }
    list
}
