//! What cannot be read in a table of ours.

use super::Column;
use crate::contract::Kind;

/// Something that cannot be read, in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// The line in the file, from 1.
    pub line: usize,
    /// The place of the column, from 0.
    pub column: usize,
    /// What it is.
    pub cause: Cause,
}

/// What is wrong, with what a sentence about it needs. Texts from the table are shortened.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // the fields are what was found
pub enum Cause {
    /// A column is not there that has to be.
    NoColumn { column: Column },
    /// Two columns are the same.
    ColumnTwice { column: Column },
    /// There are no rows.
    NoRows,
    /// A row does not say what it is.
    NoKind,
    /// A word is none of those of its vocabulary.
    UnknownWord {
        found: String,
        field: &'static str,
        words: &'static [&'static str],
        nearest: Option<&'static str>,
    },
    /// No number, or one that could be two: 1,500 is a thousand times larger in English than in Swedish.
    NotNumber { found: String },
    /// No whole number.
    NotWhole { found: String },
    /// Neither yes nor no.
    NotFlag { found: String },
    /// The kind does not have the field that the cell says something of.
    NotOfKind { kind: Kind },
    /// A focus area, party or document that the contract does not have.
    UnknownName {
        found: String,
        nearest: Option<String>,
    },
    /// A share of the funding whose amount cannot be read.
    BadFunding { found: String },
    /// A measure without the commitment it is for.
    NoCommitment,
    /// A measure for a commitment that the table does not have.
    UnknownCommitment { id: String, nearest: Option<String> },
    /// Rows of two municipalities or two versions.
    Two {
        found: String,
        first: String,
        line: usize,
    },
    /// No row says which municipality or version it is of.
    Nowhere { column: Column },
}
