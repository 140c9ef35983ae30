//! From the bytes of a file to the rows of a table: its encoding, its delimiter, its header.
//!
//! Line breaks are made one kind (`\n`), also inside cells. Nothing else of what a cell says is changed here, but for the
//! apostrophe that keeps a spreadsheet from taking a cell for a formula. Longer than most: every way in which the files of
//! spreadsheet programs differ is met here.

use super::super::read::MAX_BYTES;
use super::super::word::words;
use super::column::Role;
use super::fault::{Fault, FaultCause};
use super::out::unguarded;
use super::slug::one_line;

/// The most rows that a table may have.
pub const MAX_ROWS: usize = 10_000;
/// The most columns that a table may have.
pub const MAX_COLUMNS: usize = 200;
/// The most characters that a cell may have: as many as a spreadsheet's.
pub const MAX_CHARACTERS: usize = 32_767;

/// How many rows at the start may hold the header, a title above it included.
const HEAD: usize = 10;
/// How many rows are looked at to find out the delimiter.
const SAMPLE: usize = 30;
/// How much of the file is looked at for that, in bytes.
const SAMPLE_BYTES: usize = 1 << 16;
/// A last line of our own. Where a cell has swallowed it, the quotation mark that opens the cell is never closed.
const END: &str = "end";

words! {
    /// How the letters of a file are written.
    Encoding {
        /// UTF-8, with or without its mark.
        Utf8 = "utf-8",
        /// UTF-16 in either order, by its mark.
        Utf16 = "utf-16",
        /// Windows-1252, the "ANSI" of older spreadsheet programs.
        Windows1252 = "windows-1252",
    }
}

words! {
    /// What stands between two cells.
    Delimiter {
        /// A tab.
        Tab = "tab",
        /// A semicolon.
        Semicolon = "semicolon",
        /// A comma.
        Comma = "comma",
    }
}

impl Delimiter {
    /// As the file has it.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Comma => b',',
        }
    }
}

/// A table: a header and rows, each with as many cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called, each on one line; empty for a column that only rows have.
    pub header: Vec<String>,
    /// The rows, without those that are wholly empty.
    pub rows: Vec<Row>,
    /// How the file was written.
    pub encoding: Encoding,
    /// What stood between the cells.
    pub delimiter: Delimiter,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file that it starts on, from 1.
    pub line: usize,
    /// Its cells, as many as the header's.
    pub cells: Vec<String>,
}

/// A table with what stands above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The table.
    pub table: Table,
    /// The rows above its header, such as a title: they are not part of it, and are to be told of.
    pub above: Vec<Row>,
}

/// Reads a table.
///
/// # Errors
/// As [`open`].
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    open(bytes).map(|sheet| sheet.table)
}

/// Reads a table and what stands above it.
///
/// # Errors
/// When it is no table, or a larger one than is read.
pub fn open(bytes: &[u8]) -> Result<Sheet, Fault> {
    if is_workbook(bytes) {
        return Err(FaultCause::Workbook.of_file());
    }
    if bytes.len() > MAX_BYTES {
        return Err(FaultCause::FileTooLarge { bytes: bytes.len() }.of_file());
    }
    let (text, encoding) = decode(bytes)?;
    if let Some(at) = text.find('\0') {
        let line = 1 + text[..at].matches('\n').count();
        return Err(FaultCause::Nul.at(line, 0));
    }
    if text.trim().is_empty() {
        return Err(FaultCause::Empty.of_file());
    }
    if text.trim_start().starts_with('<') {
        return Err(FaultCause::Markup.of_file());
    }
    let (text, said) = without_delimiter_line(text);
    let delimiter = said.unwrap_or_else(|| sniff(&text).0);
    let mut above = all(&text, delimiter)?;
    let Some(at) = header(&above) else {
        let line = above.first().map_or(1, |row| row.line);
        return Err(FaultCause::OneColumn.at(line, 0));
    };
    let mut rows = above.split_off(at + 1);
    let mut head = above.pop().expect("the header is one of the rows");
    if rows.is_empty() {
        return Err(FaultCause::NoRows.at(head.line, 0));
    }
    if rows.len() > MAX_ROWS {
        return Err(FaultCause::TooManyRows.at(rows[MAX_ROWS].line, 0));
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = width.max(head.cells.len());
    for row in rows.iter_mut().chain([&mut head]) {
        row.cells.resize(width, String::new());
    }
    let header = head.cells.iter().map(|cell| one_line(cell)).collect();
    let table = Table {
        header,
        rows,
        encoding,
        delimiter,
    };
    Ok(Sheet { table, above })
}

/// True for what may be a table: a text that is neither JSON nor markup, with more than one column. Looks at the start only.
#[must_use]
pub fn looks_like_table(bytes: &[u8]) -> bool {
    let mut start = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    if start.len() < bytes.len() {
        // Whole lines only, so that no letter is cut: at a byte that starts none.
        let end = start.iter().rposition(|byte| *byte == b'\n');
        start = &start[..end.map_or(start.len(), |end| end + end % 2)];
    }
    if is_workbook(bytes) {
        return false;
    }
    let Ok((text, _)) = decode(start) else {
        return false;
    };
    // One with a NUL in it is told so where it is read.
    let text = text.replace('\0', "");
    if text.trim_start().starts_with(['{', '[', '<']) {
        return false;
    }
    let (text, said) = without_delimiter_line(text);
    let (_, known, alike) = sniff(&text);
    said.is_some() || known > 1 || alike > 1
}

/// True for a file of a spreadsheet program: a zip archive, or the container that came before it.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    let archive = bytes.starts_with(b"PK") && bytes.get(2).is_some_and(|byte| *byte < 0x20);
    archive || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// The text, with every line break as `\n`.
fn decode(bytes: &[u8]) -> Result<(String, Encoding), Fault> {
    let garbled = |encoding| FaultCause::Garbled(encoding).of_file();
    let (text, encoding) = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        let text = std::str::from_utf8(rest).map_err(|_| garbled(Encoding::Utf8))?;
        (text.to_owned(), Encoding::Utf8)
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        let text = utf16(rest, u16::from_le_bytes).ok_or(garbled(Encoding::Utf16))?;
        (text, Encoding::Utf16)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let text = utf16(rest, u16::from_be_bytes).ok_or(garbled(Encoding::Utf16))?;
        (text, Encoding::Utf16)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (text.to_owned(), Encoding::Utf8)
    } else {
        let text = bytes.iter().map(|byte| windows_1252(*byte)).collect();
        (text, Encoding::Windows1252)
    };
    Ok((text.replace("\r\n", "\n").replace('\r', "\n"), encoding))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks::<2>() else {
        return None;
    };
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .collect::<Result<_, _>>()
        .ok()
}

/// A letter of Windows-1252. The five bytes that it leaves open are control characters, as browsers have it.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Spreadsheet programs take a first line `sep=;` for the delimiter, and so do we. Its line stays, empty, for the count.
fn without_delimiter_line(text: String) -> (String, Option<Delimiter>) {
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let of =
        |it: &&Delimiter| first.strip_prefix("sep=") == Some(&char::from(it.byte()).to_string());
    match Delimiter::ALL.iter().find(of) {
        Some(delimiter) => (format!("\n{rest}"), Some(*delimiter)),
        None => (text, None),
    }
}

/// The delimiter that makes the best table of the first rows: one with known headers, or else with rows of the same length.
/// With it, how many headers were known and how many rows are alike.
fn sniff(text: &str) -> (Delimiter, usize, usize) {
    let text = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    let mut best = (Delimiter::Comma, (0, 0, 0));
    for delimiter in Delimiter::ALL {
        let rows: Vec<Row> = Rows::new(text, *delimiter).take(SAMPLE).collect();
        let known = rows.iter().take(HEAD).map(Row::known).max().unwrap_or(0);
        let widths = rows.iter().map(|row| row.cells.len());
        let alike = |width: usize| widths.clone().filter(|it| *it == width).count();
        let wide = widths.clone().filter(|width| *width > 1);
        let (alike, width) = wide.map(|it| (alike(it), it)).max().unwrap_or((0, 0));
        if (known, alike, width) > best.1 {
            best = (*delimiter, (known, alike, width));
        }
    }
    (best.0, best.1.0, best.1.1)
}

/// Every row that is not empty, none larger than is read.
fn all(text: &str, delimiter: Delimiter) -> Result<Vec<Row>, Fault> {
    let ended = format!("{text}\n{END}");
    let mut rows = Rows::new(&ended, delimiter);
    let mut all = Vec::new();
    while let Some(row) = rows.next() {
        if rows.at_end() {
            // The last row is ours, unless a cell has taken it in.
            if row.cells == [END] {
                break;
            }
            let before = row.cells.iter().rev().skip(1);
            let breaks = before.map(|cell| cell.matches('\n').count()).sum::<usize>();
            return Err(FaultCause::UnclosedQuote.at(row.line + breaks, row.cells.len()));
        }
        for (column, cell) in row.cells.iter().enumerate() {
            let characters = cell.chars().count();
            if characters > MAX_CHARACTERS {
                return Err(FaultCause::CellTooLong { characters }.at(row.line, column + 1));
            }
        }
        let row = row.trimmed();
        let columns = row.cells.len();
        if columns > MAX_COLUMNS {
            return Err(FaultCause::TooManyColumns { columns }.at(row.line, 0));
        }
        if all.len() > MAX_ROWS + HEAD {
            return Err(FaultCause::TooManyRows.at(row.line, 0));
        }
        if columns > 0 {
            all.push(row);
        }
    }
    Ok(all)
}

/// Which row is the header: the first, unless a row below it is plainly more like one. None when it has one column only.
fn header(rows: &[Row]) -> Option<usize> {
    let first = rows.first()?;
    let mut best = (0, first.known());
    for (at, row) in rows.iter().enumerate().take(HEAD) {
        if row.known() > best.1 {
            best = (at, row.known());
        }
    }
    if first.cells.len() < 2 {
        (best.0 > 0).then_some(best.0)
    } else if best.1 > first.known() + 1 {
        Some(best.0)
    } else {
        Some(0)
    }
}

impl Row {
    /// How many of its cells are headers that are known; a row of one cell is no header. A cell with another delimiter in it
    /// is most likely several.
    fn known(&self) -> usize {
        let known = |cell: &&String| !cell.contains([';', '\t']) && Role::guess(cell) != Role::Keep;
        match self.cells.len() {
            0 | 1 => 0,
            _ => self.cells.iter().filter(known).count(),
        }
    }

    /// Without the empty cells at its end and the apostrophes before what would be a formula.
    fn trimmed(mut self) -> Self {
        let filled = self.cells.iter().rposition(|cell| !cell.trim().is_empty());
        self.cells.truncate(filled.map_or(0, |last| last + 1));
        for cell in &mut self.cells {
            let bare = unguarded(cell);
            if bare.len() < cell.len() {
                *cell = bare.to_owned();
            }
        }
        self
    }
}

/// The rows of a text, one by one, empty ones too.
struct Rows<'t> {
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    record: csv::StringRecord,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, delimiter: Delimiter) -> Self {
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(delimiter.byte());
        builder.has_headers(false).flexible(true);
        Self {
            text,
            reader: builder.from_reader(text.as_bytes()),
            record: csv::StringRecord::new(),
        }
    }

    fn at_end(&self) -> bool {
        self.reader.position().byte() >= self.text.len() as u64
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        // Of what can go wrong nothing does: the text is in memory, is UTF-8, and rows may differ in length.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        let cells: Vec<String> = self.record.iter().map(str::to_owned).collect();
        // The reader knows where the row ends. It skips empty lines, so that where the last row ended says nothing.
        let end = self.reader.position();
        let inside: usize = cells.iter().map(|cell| cell.matches('\n').count()).sum();
        let last = usize::try_from(end.byte()).unwrap_or(0).wrapping_sub(1);
        let closed = self.text.as_bytes().get(last) == Some(&b'\n');
        let line = usize::try_from(end.line()).unwrap_or(0);
        let line = line.saturating_sub(inside + usize::from(closed)).max(1);
        Some(Row { line, cells })
    }
}
