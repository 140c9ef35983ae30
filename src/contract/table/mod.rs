//! Tables: contracts as rows and columns, for spreadsheets.

pub mod out;
pub mod own;
pub mod sheet;
