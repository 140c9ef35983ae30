//! From the items of a version to a table.

use serde_json::{Map, Value};

use super::super::out::{Cell, sheet};
use super::cell::{NOTHING, cell, wrapped};
use super::names::Names;
use super::{Column, parts};
use crate::contract::word::Content;
use crate::contract::{Contract, Item, Kind, Lang};
use crate::text::sheet::{header, said};

/// The items of the version in this place that are to be kept, as the text of a spreadsheet: a row an item in the
/// contract's order, a column for every field that one of them has. Texts are in the contract's own language, the names of
/// the columns and the words of the format in `lang`. When items are left out, the rows say that this is an excerpt.
#[must_use]
pub fn write(
    contract: &Contract,
    at: usize,
    keep: &dyn Fn(&Item<'_>) -> bool,
    lang: Lang,
) -> String {
    let names = Names::of(contract);
    let columns = Column::all();
    let always = [Column::KIND, Column::ID];
    let mut used: Vec<bool> = columns.iter().map(|it| always.contains(it)).collect();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    if let Some(version) = contract.versions.get(at) {
        let is_whole = version.items().all(|item| keep(&item));
        let content = match version.content {
            Content::Full if !is_whole => Content::Excerpt,
            content => content,
        };
        for item in version.items().filter(|item| keep(item)) {
            let (kind, record) = (item.kind(), record(&item));
            let row = columns.iter().zip(&mut used).map(|(column, used)| {
                let words = |text: &str| Cell::Words(wrapped(text));
                let cell = match (*column, &item) {
                    (Column::KIND, _) => words(said("kind", kind.as_str(), lang)),
                    (Column::COMMITMENT, Item::Measure(of, _)) => words(of.id.as_str()),
                    (Column::MUNICIPALITY, _) => words(&contract.municipality.name),
                    (Column::VERSION, _) => words(&version.label),
                    (Column::CONTENT, _) => words(said("content", content.as_str(), lang)),
                    _ => of_field(*column, kind, &record, &names, lang),
                };
                *used |= cell != Cell::Empty;
                cell
            });
            rows.push(row.collect());
        }
    }
    for row in &mut rows {
        let mut used = used.iter();
        row.retain(|_| used.next() == Some(&true));
    }
    let header: Vec<String> = columns
        .iter()
        .zip(&used)
        .filter(|(_, used)| **used)
        .map(|(column, _)| header(*column, lang))
        .collect();
    sheet(&header, &rows, lang)
}

/// What an item has in the column of one of its fields.
fn of_field(column: Column, kind: Kind, record: &Value, names: &Names, lang: Lang) -> Cell {
    let Some(shape) = column.shape(kind) else {
        return Cell::Empty;
    };
    let field = &record[column.field];
    let Some(part) = column.part else {
        return cell(column, shape, field, names, lang);
    };
    let is_first = parts(kind, column.field).is_some_and(|parts| parts[0].name == part);
    if is_first && field.as_object().is_some_and(Map::is_empty) {
        return Cell::Words(NOTHING.to_owned());
    }
    cell(column, shape, &field[part], names, lang)
}

/// The item as a file has it.
fn record(item: &Item<'_>) -> Value {
    let record = match item {
        Item::Goal(it) => serde_json::to_value(it),
        Item::Gap(it) => serde_json::to_value(it),
        Item::Indicator(it) => serde_json::to_value(it),
        Item::Commitment(it) => serde_json::to_value(it),
        Item::Measure(_, it) => serde_json::to_value(it),
        Item::Action(it) => serde_json::to_value(it),
        Item::Prerequisite(it) => serde_json::to_value(it),
        Item::Body(it) => serde_json::to_value(it),
        Item::Lesson(it) => serde_json::to_value(it),
    };
    record.expect("every type of the format can be written as JSON")
}
