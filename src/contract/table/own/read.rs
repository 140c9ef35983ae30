//! From a table to the text of a contract.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::sheet::{Row, Table};
use super::cell::{NOTHING, bared, unknown_word, value};
use super::items::{Items, Placed};
use super::names::Names;
use super::wrong::{Cause, Wrong};
use super::{Column, KINDS, Read, json, parts};
use crate::contract::model::{Contract, FORMAT};
use crate::contract::nearest::nearest;
use crate::contract::order::sort_by;
use crate::contract::problem::shorten;
use crate::contract::shape::{Shape, Shaped};
use crate::contract::word::{Content, Kind, Lang};
use crate::text::sheet::{folded, header, heard};

/// Reads a table of ours. With the contract that is open, when it is of the same municipality: that contract, with the items
/// of the table in the version that the table names, or in a new last one. Everything else of it stays: of the version
/// itself only how much of it is there, when the table says so. Without: a contract of what the table says.
///
/// # Errors
/// Everything that cannot be read, in the order of the table.
pub fn read(table: &Table, into: Option<&Contract>) -> Result<Read, Vec<Wrong>> {
    let columns: Vec<_> = table.header.iter().map(|it| Column::called(it)).collect();
    let kind = columns.iter().position(|it| *it == Some(Column::KIND));
    let is_english =
        kind.is_some_and(|at| folded(&table.header[at]) == folded(&header(Column::KIND, Lang::En)));
    let mut reading = Reading {
        columns: &columns,
        lang: if is_english { Lang::En } else { Lang::Sv },
        names: Names::growing(),
        wrong: Vec::new(),
    };
    reading.header();
    if !reading.wrong.is_empty() {
        return Err(reading.wrong);
    }
    let rows = table.rows.iter();
    let rows: Vec<&Row> = rows
        .filter(|row| row.cells.iter().any(|it| !it.trim().is_empty()))
        .collect();
    if rows.is_empty() {
        reading.tell(1, 0, Cause::NoRows);
        return Err(reading.wrong);
    }
    let municipality = reading.one(&rows, Column::MUNICIPALITY);
    let is_of = |it: &&Contract| {
        let mut name = municipality.iter();
        name.all(|name| name.trim() == it.municipality.name.trim())
    };
    let into = into.filter(is_of);
    if let Some(contract) = into {
        reading.names = Names::of(contract);
    }
    let label = reading.one(&rows, Column::VERSION).map(|label| {
        let mut known = into.iter().flat_map(|it| &it.versions);
        let known = known.find(|it| it.label.trim() == label.trim());
        known.map_or(label, |it| it.label.clone())
    });
    let content = reading.content(&rows);
    let is_placed = [
        (
            Column::MUNICIPALITY,
            municipality.is_some() || into.is_some(),
        ),
        (Column::VERSION, label.is_some()),
    ];
    for (column, _) in is_placed.iter().filter(|(_, is_placed)| !is_placed) {
        reading.tell(1, 0, Cause::Nowhere { column: *column });
    }
    let items = reading.items(&rows);
    let Reading {
        names, mut wrong, ..
    } = reading;
    let (Some(label), true) = (label, wrong.is_empty()) else {
        sort_by(&mut wrong, |a, b| {
            (a.line, a.column).cmp(&(b.line, b.column))
        });
        return Err(wrong);
    };
    let frame = into.map(serde_json::to_value);
    let mut frame = match frame {
        Some(frame) => frame.expect("every type of the format can be written as JSON"),
        None => {
            json!({ "format": FORMAT, "municipality": { "name": municipality }, "versions": [] })
        }
    };
    if into.is_none() {
        for (name, list) in names.lists() {
            if list != json!([]) {
                frame[name] = list;
            }
        }
    }
    let lines = items.put(&mut frame, &label, content);
    let ignored = table.header.iter().zip(&columns);
    let ignored = ignored.filter(|(name, column)| column.is_none() && !name.trim().is_empty());
    Ok(Read {
        text: json::text(&frame, Contract::SHAPE),
        ignored: ignored.map(|(name, _)| name.clone()).collect(),
        lines,
        columns,
    })
}

/// A table that is being read.
struct Reading<'t> {
    columns: &'t [Option<Column>],
    /// The language of its columns, and so of its numbers.
    lang: Lang,
    names: Names,
    wrong: Vec<Wrong>,
}

impl Reading<'_> {
    fn tell(&mut self, line: usize, column: usize, cause: Cause) {
        self.wrong.push(Wrong {
            line,
            column,
            cause,
        });
    }

    fn header(&mut self) {
        for (place, column) in self.columns.iter().enumerate() {
            if let Some(column) = *column
                && self.columns[..place].contains(&Some(column))
            {
                self.tell(1, place, Cause::ColumnTwice { column });
            }
        }
        for column in [Column::KIND, Column::ID] {
            if !self.columns.contains(&Some(column)) {
                self.tell(1, 0, Cause::NoColumn { column });
            }
        }
    }

    /// The cell of a column, and its place; nothing when there is no such column or nothing in it.
    fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<(usize, &'r str)> {
        let place = self.columns.iter().position(|it| *it == Some(column))?;
        let cell = row.cells.get(place)?;
        (!cell.trim().is_empty()).then_some((place, cell))
    }

    /// What all rows that say anything in this column say.
    fn one(&mut self, rows: &[&Row], column: Column) -> Option<String> {
        let mut first: Option<(&str, usize)> = None;
        for row in rows {
            let Some((place, found)) = self.cell(row, column) else {
                continue;
            };
            let (first, line) = *first.get_or_insert((found, row.line));
            if found.trim() != first.trim() {
                let (found, first) = (shorten(found), shorten(first));
                self.tell(row.line, place, Cause::Two { found, first, line });
            }
        }
        first.map(|(first, _)| bared(first))
    }

    /// How much of the version the table says that it holds.
    fn content(&mut self, rows: &[&Row]) -> Option<Content> {
        let said = self.one(rows, Column::CONTENT)?;
        if let Some(word) = heard("content", Content::TEXTS, &said) {
            return Content::parse(word);
        }
        let (line, column) = rows.iter().find_map(|row| {
            let (column, _) = self.cell(row, Column::CONTENT)?;
            Some((row.line, column))
        })?;
        let cause = unknown_word("content", Content::TEXTS, &said, self.lang);
        self.tell(line, column, cause);
        None
    }

    fn items(&mut self, rows: &[&Row]) -> Items {
        let mut items = Items::default();
        let mut measures = Vec::new();
        for row in rows {
            let Some(kind) = self.kind(row) else { continue };
            let record = self.record(kind, row);
            let item = Placed {
                line: row.line,
                record,
            };
            if kind == Kind::Measure {
                measures.push((*row, item));
            } else {
                items.of_kind.entry(kind).or_default().push(item);
            }
        }
        let commitments = items.of_kind.get(&Kind::Commitment);
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (place, it) in commitments.into_iter().flatten().enumerate() {
            let id = it.record.get("id").and_then(Value::as_str);
            places
                .entry(id.unwrap_or_default().to_owned())
                .or_insert(place);
        }
        for (row, item) in measures {
            let Some((column, id)) = self.cell(row, Column::COMMITMENT) else {
                let column = self
                    .columns
                    .iter()
                    .position(|it| *it == Some(Column::COMMITMENT));
                self.tell(row.line, column.unwrap_or_default(), Cause::NoCommitment);
                continue;
            };
            let id = bared(id);
            match places.get(&id).or_else(|| places.get(id.trim())) {
                Some(of) => items.measures.entry(*of).or_default().push(item),
                None => {
                    let nearest = nearest(&id, &mut places.keys().map(String::as_str));
                    let (id, nearest) = (shorten(&id), nearest.map(str::to_owned));
                    self.tell(row.line, column, Cause::UnknownCommitment { id, nearest });
                }
            }
        }
        items
    }

    fn kind(&mut self, row: &Row) -> Option<Kind> {
        let Some((column, text)) = self.cell(row, Column::KIND) else {
            let column = self.columns.iter().position(|it| *it == Some(Column::KIND));
            self.tell(row.line, column.unwrap_or_default(), Cause::NoKind);
            return None;
        };
        let kind = heard("kind", KINDS, text).and_then(Kind::parse);
        if kind.is_none() {
            let cause = unknown_word("kind", KINDS, text, self.lang);
            self.tell(row.line, column, cause);
        }
        kind
    }

    /// The item of a row, as a file has it.
    fn record(&mut self, kind: Kind, row: &Row) -> Map<String, Value> {
        const OF_THE_ROW: [Column; 4] = [
            Column::KIND,
            Column::MUNICIPALITY,
            Column::VERSION,
            Column::CONTENT,
        ];
        let mut record = Map::new();
        for (place, column) in self.columns.iter().enumerate() {
            let Some(column) = column.filter(|it| !OF_THE_ROW.contains(it)) else {
                continue;
            };
            let text = row.cells.get(place).map(String::as_str).unwrap_or_default();
            if text.trim().is_empty() || (column == Column::COMMITMENT && kind == Kind::Measure) {
                continue;
            }
            let Some(shape) = column.shape(kind) else {
                self.tell(row.line, place, Cause::NotOfKind { kind });
                continue;
            };
            let is_nothing = matches!(shape, Shape::Number) && text == NOTHING;
            let value = match value(column, shape, text, &mut self.names, self.lang) {
                _ if is_nothing => Value::Null,
                Ok(value) => value,
                Err(cause) => {
                    self.tell(row.line, place, cause);
                    continue;
                }
            };
            match column.part.filter(|_| parts(kind, column.field).is_some()) {
                None => drop(record.insert(column.field.to_owned(), value)),
                Some(part) => {
                    let parts = record.entry(column.field).or_insert_with(|| json!({}));
                    if !is_nothing {
                        parts[part] = value;
                    }
                }
            }
        }
        record
    }
}
