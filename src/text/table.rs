//! What is said of a table that is read into a contract: what its columns hold, how its cells were read, and why one
//! cannot be opened.
//!
//! Longer than most: each fault has its own sentence in each language, and says what to do.

use super::number::{counted, integer, quantity};
use super::problem::megabytes;
use super::{Both, date, pick, say, vocabulary};
use crate::contract::read::MAX_BYTES;
use crate::contract::table::sheet::{MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS};
use crate::contract::table::{
    ColumnReading, Counts, Delimiter, Doubt, Encoding, Fault, FaultCause, ReadAs, Role, Row,
    Sureness,
};
use crate::contract::{Id, Lang};

/// What a column holds.
#[must_use]
pub fn role(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Ignore => pick(lang, "tas inte med", "left out"),
        Role::Keep => pick(lang, "behålls i ord", "kept in words"),
        Role::Name => pick(lang, "åtgärdens namn", "the action’s name"),
        Role::Description => pick(lang, "beskrivning", "description"),
        Role::Field => pick(lang, "fokusområde", "focus area"),
        Role::Lever => pick(lang, "hävstång", "lever"),
        Role::Responsible => pick(lang, "ansvarig", "responsible"),
        Role::Timeline => pick(lang, "tid", "time"),
        Role::Start => pick(lang, "start", "start"),
        Role::End => pick(lang, "slut", "end"),
        Role::Status => pick(lang, "läge", "status"),
        Role::Reduction => pick(lang, "minskade utsläpp", "reduced emissions"),
        Role::Compensated => pick(lang, "upptag i kolsänkor", "uptake by sinks"),
        Role::Cost => pick(lang, "kostnad", "cost"),
        Role::Funder => pick(lang, "finansiär", "who pays"),
        Role::CoBenefits => pick(lang, "andra nyttor", "other benefits"),
    }
}

/// How surely a cell was read.
#[must_use]
pub fn sureness(sureness: Sureness, lang: Lang) -> &'static str {
    match sureness {
        Sureness::Understood => pick(lang, "läst", "read"),
        Sureness::Doubtful => pick(lang, "tveksam", "doubtful"),
        Sureness::Unknown => pick(lang, "okänd", "unknown"),
        Sureness::Empty => pick(lang, "tom", "empty"),
    }
}

/// How the letters of a file are written.
#[must_use]
pub fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16 => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
    }
}

/// What stands between two cells.
#[must_use]
pub fn delimiter(delimiter: Delimiter, lang: Lang) -> &'static str {
    match delimiter {
        Delimiter::Tab => pick(lang, "tabb", "tab"),
        Delimiter::Semicolon => pick(lang, "semikolon", "semicolon"),
        Delimiter::Comma => pick(lang, "komma", "comma"),
    }
}

/// What a doubtful cell was read as: `2 000 MSEK`.
#[must_use]
pub fn read_as(read: &ReadAs, lang: Lang) -> String {
    let joined = |words: Vec<&str>| match words.is_empty() {
        true => pick(lang, "text", "text").to_owned(),
        false => words.join(", "),
    };
    match read {
        ReadAs::Words => pick(lang, "text", "text").to_owned(),
        ReadAs::Nameless(title) => title.clone(),
        ReadAs::Quantity(it) => quantity(it, lang),
        ReadAs::Period(it) => date::period(it, lang),
        ReadAs::Status(it) => vocabulary::status(*it, lang).to_owned(),
        ReadAs::Levers(them) => {
            let names = them.iter().map(|it| vocabulary::lever(*it, lang));
            joined(names.collect())
        }
        ReadAs::Areas(them) => joined(them.iter().map(Id::as_str).collect()),
    }
}

/// A doubt as a sentence that names its place, its words and what they were read as. `header` is that of its column.
#[must_use]
pub fn doubt(doubt: &Doubt, header: &str, lang: Lang) -> String {
    let line = integer(doubt.line as i64, lang);
    let read = read_as(&doubt.read_as, lang);
    let (said, parts): (&Both, Vec<&str>) = match &doubt.read_as {
        ReadAs::Nameless(title) => (
            &[
                "Rad {}: åtgärden har inget namn och kallas ”{}”.",
                "Row {}: the action has no name and is called “{}”.",
            ],
            vec![&line, title],
        ),
        ReadAs::Quantity(it) if !it.is_known() => (
            &[
                "Rad {}, ”{}”: ”{}” gick inte att läsa som ett belopp och står kvar som text.",
                "Row {}, “{}”: “{}” could not be read as an amount and stays as text.",
            ],
            vec![&line, header, &doubt.words],
        ),
        ReadAs::Words => (
            &[
                "Rad {}, ”{}”: ”{}” gick inte att läsa och står kvar som text.",
                "Row {}, “{}”: “{}” could not be read and stays as text.",
            ],
            vec![&line, header, &doubt.words],
        ),
        _ => (
            &[
                "Rad {}, ”{}”: ”{}” lästes som {}. Texten står kvar.",
                "Row {}, “{}”: “{}” was read as {}. The text stays.",
            ],
            vec![&line, header, &doubt.words, &read],
        ),
    };
    say(lang, said, &parts)
}

/// What became of a table's cells: `37 rader, 370 celler: 240 lästa, 12 tveksamma`. Every cell is in it.
#[must_use]
pub fn counts(counts: &Counts, lang: Lang) -> String {
    let part = |count: usize, [one, many]: [&str; 2], en: &str| {
        let (one, many) = (pick(lang, one, en), pick(lang, many, en));
        (count > 0).then(|| counted(count, one, many, lang))
    };
    let parts = [
        part(counts.understood, ["läst", "lästa"], "read"),
        part(
            counts.kept,
            ["behållen i ord", "behållna i ord"],
            "kept in words",
        ),
        part(counts.doubtful, ["tveksam", "tveksamma"], "doubtful"),
        part(counts.unknown, ["okänd", "okända"], "unknown"),
        part(counts.empty, ["tom", "tomma"], "empty"),
        part(
            counts.ignored,
            ["inte medtagen", "inte medtagna"],
            "left out",
        ),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let rows = pick(lang, "rad", "row");
    let rows = counted(counts.rows, rows, pick(lang, "rader", "rows"), lang);
    let cell = pick(lang, "cell", "cell");
    let cells = counted(counts.cells, cell, pick(lang, "celler", "cells"), lang);
    say(
        lang,
        &["{}, {}: {}", "{}, {}: {}"],
        &[&rows, &cells, &parts.join(", ")],
    )
}

/// The header of a column, or that it has none.
#[must_use]
pub fn header(header: &str, lang: Lang) -> &str {
    match header {
        "" => pick(lang, "(utan rubrik)", "(no header)"),
        header => header,
    }
}

/// How the cells of a column were read: `37 lästa, 2 tveksamma`.
#[must_use]
pub fn cells(column: &ColumnReading, lang: Lang) -> String {
    let part = |count: usize, [one, many]: [&str; 2], en: &str| {
        let (one, many) = (pick(lang, one, en), pick(lang, many, en));
        (count > 0).then(|| counted(count, one, many, lang))
    };
    let parts = [
        part(column.understood, ["läst", "lästa"], "read"),
        part(
            column.kept,
            ["behållen i ord", "behållna i ord"],
            "kept in words",
        ),
        part(column.doubtful, ["tveksam", "tveksamma"], "doubtful"),
        part(column.unknown, ["okänd", "okända"], "unknown"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// How a column was read: `”Action name”: åtgärdens namn. 37 ifyllda: 37 lästa.`
#[must_use]
pub fn column(column: &ColumnReading, lang: Lang) -> String {
    let (header, parts) = (self::header(&column.header, lang), cells(column, lang));
    let filled = pick(lang, "ifylld", "filled in");
    let filled = counted(
        column.filled,
        filled,
        pick(lang, "ifyllda", "filled in"),
        lang,
    );
    let role = role(column.role, lang);
    if parts.is_empty() {
        say(
            lang,
            &["”{}”: {}. {}.", "“{}”: {}. {}."],
            &[header, role, &filled],
        )
    } else {
        let both: Both = ["”{}”: {}. {}: {}.", "“{}”: {}. {}: {}."];
        say(lang, &both, &[header, role, &filled, &parts])
    }
}

/// What stands above the header and is not read; nothing when nothing does.
#[must_use]
pub fn above(rows: &[Row], lang: Lang) -> Option<String> {
    let words = rows.iter().flat_map(|row| &row.cells).map(|it| it.trim());
    let words: Vec<&str> = words.filter(|it| !it.is_empty()).collect();
    let both: Both = [
        "Ovanför rubrikraden står något som inte tas med: ”{}”.",
        "Above the header stands something that is left out: “{}”.",
    ];
    (!words.is_empty()).then(|| say(lang, &both, &[&words.join(" · ")]))
}

/// Why a table cannot be read, with its place and what can be done.
#[must_use]
pub fn sentence(fault: &Fault, lang: Lang) -> String {
    let say = |both: &Both, parts: &[&str]| say(lang, both, parts);
    let count = |count: usize| integer(count as i64, lang);
    let place = place(fault, lang);
    let said = match fault.cause {
        FaultCause::Workbook => say(
            &[
                "Det här är en arbetsbok, inte en tabell i text. Öppna den i Excel och välj Spara som, ”CSV UTF-8 (kommaavgränsad)”. Öppna sedan den filen här.",
                "This is a workbook, not a table in text. Open it in Excel and choose Save As, “CSV UTF-8 (Comma delimited)”. Then open that file here.",
            ],
            &[],
        ),
        FaultCause::Markup => say(
            &[
                "Det här är en webbsida eller XML, inte en tabell i text. Öppna den i Excel, spara som CSV och öppna den filen här.",
                "This is a web page or XML, not a table in text. Open it in Excel, save it as CSV and open that file here.",
            ],
            &[],
        ),
        FaultCause::FileTooLarge { bytes } => say(
            &[
                "Filen är {}. Den får vara högst {}. Spara bara bladet med åtgärder som CSV.",
                "The file is {}. It may be {} at most. Save only the sheet with the actions as CSV.",
            ],
            &[&megabytes(bytes, lang), &megabytes(MAX_BYTES, lang)],
        ),
        FaultCause::Empty => say(
            &[
                "Filen är tom. Kontrollera att det var bladet med åtgärder som sparades.",
                "The file is empty. Check that it was the sheet with the actions that was saved.",
            ],
            &[],
        ),
        FaultCause::Nul => say(
            &[
                "Filen innehåller tecken som inte finns i någon text. Öppna den i Excel, spara som ”CSV UTF-8” och öppna den filen här.",
                "The file has characters that no text has. Open it in Excel, save it as “CSV UTF-8” and open that file here.",
            ],
            &[],
        ),
        FaultCause::Garbled(it) => say(
            &[
                "Filen börjar som {} men fortsätter på ett annat sätt. Öppna den i Excel, spara som ”CSV UTF-8” och öppna den filen här.",
                "The file begins as {} but goes on otherwise. Open it in Excel, save it as “CSV UTF-8” and open that file here.",
            ],
            &[encoding(it)],
        ),
        FaultCause::UnclosedQuote => say(
            &[
                "Ett citattecken öppnar en cell som aldrig stängs. Sätt ett citattecken sist i cellen, eller spara om tabellen som CSV i Excel.",
                "A quotation mark opens a cell that is never closed. Put one at the end of the cell, or save the table as CSV in Excel again.",
            ],
            &[],
        ),
        FaultCause::CellTooLong { characters } => say(
            &[
                "En cell har {} tecken. Den får ha högst {}. Korta texten, eller se efter om ett citattecken fattas.",
                "A cell has {} characters. It may have {} at most. Shorten the text, or see whether a quotation mark is missing.",
            ],
            &[&count(characters), &count(MAX_CHARACTERS)],
        ),
        FaultCause::TooManyRows => say(
            &[
                "Tabellen har fler än {} rader. Dela upp den, eller ta bort rader som inte är åtgärder.",
                "The table has more than {} rows. Split it, or take away rows that are not actions.",
            ],
            &[&count(MAX_ROWS)],
        ),
        FaultCause::TooManyColumns { columns } => say(
            &[
                "En rad har {} kolumner. Den får ha högst {}. Ta bort de kolumner som inte behövs och spara igen.",
                "A row has {} columns. It may have {} at most. Take away the columns that are not needed and save again.",
            ],
            &[&count(columns), &count(MAX_COLUMNS)],
        ),
        FaultCause::OneColumn => say(
            &[
                "Tabellen har bara en kolumn. Kolumnerna ska skiljas åt med komma, semikolon eller tabb: spara som CSV i Excel.",
                "The table has only one column. Columns are to be parted by commas, semicolons or tabs: save it as CSV in Excel.",
            ],
            &[],
        ),
        FaultCause::NoRows => say(
            &[
                "Tabellen har en rubrikrad men inga rader under den. Kontrollera att det var rätt blad som sparades.",
                "The table has a header and no rows below it. Check that the right sheet was saved.",
            ],
            &[],
        ),
        FaultCause::NoNames => say(
            &[
                "Ingen kolumn har åtgärdernas namn. Välj vilken kolumn det är, eller ge den rubriken ”Åtgärd”.",
                "No column holds the names of the actions. Choose which one it is, or give it the header “Action name”.",
            ],
            &[],
        ),
        FaultCause::NoMunicipality => say(
            &[
                "Skriv vilken kommun tabellen kommer från.",
                "Write which municipality the table is from.",
            ],
            &[],
        ),
        FaultCause::NoLabel => say(
            &[
                "Skriv vad versionen heter, till exempel ett år.",
                "Write what the version is called, such as a year.",
            ],
            &[],
        ),
    };
    place + &said
}

/// Where a fault is: `Rad 12, cell 3: `. Nothing for the file as a whole.
fn place(fault: &Fault, lang: Lang) -> String {
    let (line, cell) = (fault.line.to_string(), fault.column.to_string());
    match (fault.line, fault.column) {
        (0, _) => String::new(),
        (_, 0) => say(lang, &["Rad {}: ", "Line {}: "], &[&line]),
        _ => say(
            lang,
            &["Rad {}, cell {}: ", "Line {}, cell {}: "],
            &[&line, &cell],
        ),
    }
}
