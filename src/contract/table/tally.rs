//! The account of a table: what became of each of its cells.

use super::super::model::Id;
use super::super::period::Period;
use super::super::problem::shorten;
use super::super::quantity::Quantity;
use super::super::word::{Lever, Status};
use super::Sureness;
use super::column::Role;
use super::sheet::{Row, Table};

/// What became of the cells of a table: every one is counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows of the table.
    pub rows: usize,
    /// Its cells: rows times columns.
    pub cells: usize,
    /// Cells that were read.
    pub understood: usize,
    /// Cells of columns that the format has no field for, kept in words.
    pub kept: usize,
    /// Cells that were read by guess or not at all; their words are kept.
    pub doubtful: usize,
    /// Cells that say that something is not known.
    pub unknown: usize,
    /// Cells with nothing in them.
    pub empty: usize,
    /// Cells of columns that the user leaves out.
    pub ignored: usize,
}

/// How a column was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnReading {
    /// What it is called.
    pub header: String,
    /// What it was read as.
    pub role: Role,
    /// Its cells that have something in them.
    pub filled: usize,
    /// Those of them that were read.
    pub understood: usize,
    /// Those kept in words, because the format has no field for them.
    pub kept: usize,
    /// Those read by guess or not at all.
    pub doubtful: usize,
    /// Those that say that something is not known.
    pub unknown: usize,
    /// The first of its cells that has something in it, shortened.
    pub example: Option<String>,
}

/// A cell that was read by guess or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The line of the file that its row starts on, from 1.
    pub line: usize,
    /// The place of its column, from 0.
    pub column: usize,
    /// What it says.
    pub words: String,
    /// What it was read as.
    pub read_as: ReadAs,
}

/// What a doubtful cell was read as.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadAs {
    /// Nothing: its words are kept.
    Words,
    /// An action without a name, which is given this title.
    Nameless(String),
    /// A figure, or an unknown with the cell's words as its reason.
    Quantity(Quantity),
    /// A time.
    Period(Period),
    /// A status.
    Status(Status),
    /// Some levers; the rest of its words are kept.
    Levers(Vec<Lever>),
    /// Some focus areas.
    Areas(Vec<Id>),
}

/// The account while a table is read.
pub(super) struct Tally {
    pub(super) columns: Vec<ColumnReading>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) counts: Counts,
}

impl Tally {
    pub(super) fn new(table: &Table, roles: &[Role]) -> Self {
        let columns = table.header.iter().zip(roles);
        let columns = columns.map(|(header, role)| ColumnReading {
            header: header.clone(),
            role: *role,
            filled: 0,
            understood: 0,
            kept: 0,
            doubtful: 0,
            unknown: 0,
            example: None,
        });
        let rows = table.rows.len();
        let counts = Counts {
            rows,
            cells: rows * table.header.len(),
            ..Counts::default()
        };
        Self {
            columns: columns.collect(),
            doubts: Vec::new(),
            counts,
        }
    }

    /// A cell was read so surely, as this.
    pub(super) fn read(&mut self, row: &Row, at: usize, sureness: Sureness, read_as: ReadAs) {
        self.see(row, at);
        let (column, counts) = (&mut self.columns[at], &mut self.counts);
        match sureness {
            Sureness::Empty => counts.empty += 1,
            Sureness::Understood => {
                column.understood += 1;
                counts.understood += 1;
            }
            Sureness::Unknown => {
                column.unknown += 1;
                counts.unknown += 1;
            }
            Sureness::Doubtful => {
                column.doubtful += 1;
                counts.doubtful += 1;
                self.doubts.push(Doubt {
                    line: row.line,
                    column: at,
                    words: row.cells[at].trim().to_owned(),
                    read_as,
                });
            }
        }
    }

    /// A cell is kept in words.
    pub(super) fn keep(&mut self, row: &Row, at: usize) {
        self.see(row, at);
        self.columns[at].kept += 1;
        self.counts.kept += 1;
    }

    /// A cell is left out.
    pub(super) fn ignore(&mut self, row: &Row, at: usize) {
        self.see(row, at);
        self.counts.ignored += 1;
    }

    fn see(&mut self, row: &Row, at: usize) {
        let (words, column) = (row.cells[at].trim(), &mut self.columns[at]);
        if !words.is_empty() {
            column.filled += 1;
            column.example.get_or_insert_with(|| shorten(words));
        }
    }
}
