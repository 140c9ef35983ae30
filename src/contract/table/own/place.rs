//! A table that has been read, and where in it things stand.

use std::collections::BTreeMap;

use super::Column;

/// A table that has been read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The text of a contract. It has not been opened: what is wrong with what it says is told then.
    pub text: String,
    /// The columns that are not ours, which were not read.
    pub ignored: Vec<String>,
    /// The line of every item, by its path in the text.
    pub(super) lines: BTreeMap<String, usize>,
    /// Which columns those of the table are.
    pub(super) columns: Vec<Option<Column>>,
}

impl Read {
    /// Where in the table the value of a path in the text stands: its line, from 1, and the place of its column, from 0.
    /// That of the id when no column is of the field; nothing when the path leads to no item.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<(usize, usize)> {
        let mut ends = path.rmatch_indices(']').map(|(end, _)| end + 1);
        let (line, rest) = ends.find_map(|end| {
            let line = self.lines.get(&path[..end])?;
            Some((*line, &path[end..]))
        })?;
        let mut names = rest.split(['.', '[']).skip(1);
        let (field, part) = (names.next(), names.next());
        let is_of = |it: &Option<Column>| it.is_some_and(|it| Some(it.field) == field);
        let place_of = |is: &dyn Fn(&Option<Column>) -> bool| self.columns.iter().position(is);
        let column = place_of(&|it| is_of(it) && it.is_some_and(|it| it.part == part))
            .or_else(|| place_of(&is_of))
            .or_else(|| place_of(&|it| *it == Some(Column::ID)));
        Some((line, column.unwrap_or_default()))
    }
}
