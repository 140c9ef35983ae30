//! A table of words, read from the bytes of a spreadsheet.

use super::out;

/// A table of words.
pub struct Table {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows under them.
    pub rows: Vec<Row>,
}

/// A row of a table.
pub struct Row {
    /// Its line in the file, from 1.
    pub line: usize,
    /// Its cells, as many as the header has.
    pub cells: Vec<String>,
}

/// Why bytes are no table.
#[derive(Debug)]
pub struct Fault;

/// Reads a table.
///
/// # Errors
/// When it is none.
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let semicolon = text.lines().next().is_some_and(|line| line.contains(';'));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if semicolon { b';' } else { b',' })
        .from_reader(text.as_bytes());
    let mut table = Table {
        header: Vec::new(),
        rows: Vec::new(),
    };
    for (place, record) in reader.records().enumerate() {
        let record = record.map_err(|_| Fault)?;
        let mut cells: Vec<String> = record
            .iter()
            .map(|cell| out::unguarded(cell).to_owned())
            .collect();
        if place == 0 {
            table.header = cells;
            continue;
        }
        cells.resize(table.header.len(), String::new());
        // The position of a record is before the line feed of the row above.
        let byte = record.position().map_or(0, csv::Position::byte) as usize;
        let start = text.len() - text[byte..].trim_start_matches(['\r', '\n']).len();
        let line = 1 + text[..start].bytes().filter(|it| *it == b'\n').count();
        table.rows.push(Row { line, cells });
    }
    Ok(table)
}
