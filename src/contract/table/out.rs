//! Any list as the text of a spreadsheet: CSV (RFC 4180) in UTF-8 with a mark, the way Excel opens it in the reader's
//! language without asking.

use crate::contract::Lang;
use crate::text::pick;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words, as they are.
    Words(String),
    /// A number, which a spreadsheet can add up. What is not finite is left empty.
    Number(f64),
    /// Nothing.
    Empty,
}

/// The text of a spreadsheet: semicolons and decimal commas in Swedish, commas and decimal points in English; lines end
/// with CR and LF. Words that a spreadsheet would take for a formula get an apostrophe in front, see [`unguarded`].
#[must_use]
pub fn sheet(header: &[String], rows: &[Vec<Cell>], lang: Lang) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(if lang == Lang::Sv { b';' } else { b',' })
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut put = |cells: Vec<String>| {
        let put = writer.write_record(&cells);
        put.expect("memory takes whatever is written");
    };
    put(header.iter().map(|name| guarded(name)).collect());
    for row in rows {
        put(row.iter().map(|cell| written(cell, lang)).collect());
    }
    let bytes = writer.into_inner();
    let bytes = bytes.expect("memory takes whatever is written");
    String::from_utf8(bytes).expect("words are UTF-8, and so are the signs between them")
}

fn written(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Words(words) => guarded(words),
        Cell::Number(value) => plainly(*value, lang),
        Cell::Empty => String::new(),
    }
}

/// A number as it is typed into a spreadsheet: no grouping, the sign of decimals that the language has, and read back it
/// is the same number. Empty when it is not finite.
#[must_use]
pub fn plainly(value: f64, lang: Lang) -> String {
    let spelled = serde_json::Number::from_f64(value).map_or_else(String::new, |it| it.to_string());
    let spelled = spelled.strip_suffix(".0").unwrap_or(&spelled);
    spelled.replace('.', pick(lang, ",", "."))
}

/// Whether a spreadsheet could take this for a formula, when the apostrophes before it are taken off.
fn is_formula(words: &str) -> bool {
    let bare = words.trim_start_matches('\'');
    bare.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Words that no spreadsheet takes for a formula. Those with apostrophes of their own get one too, so that
/// [`unguarded`] knows which one it was.
fn guarded(words: &str) -> String {
    if is_formula(words) {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

/// What stood in a cell of words before it was written: without the apostrophe that keeps it from being a formula. Takes
/// nothing from anything else.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(bare) if is_formula(bare) => bare,
        _ => cell,
    }
}
