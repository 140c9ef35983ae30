//! Why a table cannot be read. The words for it are in `text::table`.

use super::sheet::Encoding;

/// Why a table cannot be read, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Why.
    pub cause: FaultCause,
    /// The line of the file, from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// The number of the cell in its row, from 1; 0 when it is about no cell.
    pub column: usize,
}

/// Why a table cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultCause {
    /// It is a workbook of a spreadsheet program (`.xlsx`, `.ods`, `.xls`), not a text.
    Workbook,
    /// It is a web page or XML.
    Markup,
    /// It is larger than any contract file.
    FileTooLarge {
        /// Its size.
        bytes: usize,
    },
    /// There is nothing in it.
    Empty,
    /// A NUL stands in it, as in no text.
    Nul,
    /// It starts as this encoding does and goes on otherwise.
    Garbled(Encoding),
    /// A quotation mark opens a cell, and none closes it.
    UnclosedQuote,
    /// A cell is longer than a spreadsheet's may be.
    CellTooLong {
        /// How long it is.
        characters: usize,
    },
    /// It has too many rows.
    TooManyRows,
    /// It has too many columns.
    TooManyColumns {
        /// How many it has.
        columns: usize,
    },
    /// Its header has one column only.
    OneColumn,
    /// It has a header and nothing below it.
    NoRows,
    /// None of its columns holds the names of the actions.
    NoNames,
    /// The municipality has no name.
    NoMunicipality,
    /// The version has no label.
    NoLabel,
}

impl FaultCause {
    /// The same about the file as a whole.
    #[must_use]
    pub fn of_file(self) -> Fault {
        self.at(0, 0)
    }

    /// The same in its place.
    #[must_use]
    pub fn at(self, line: usize, column: usize) -> Fault {
        Fault {
            cause: self,
            line,
            column,
        }
    }
}
