//! The items of a version as a table of our own, and back: one row an item, one column a field of the format.
//!
//! Nothing is named here that the format's types say: which fields a kind has and what may stand in them comes from their
//! [`Shape`], the order and the names of the columns from [`text::sheet`](crate::text::sheet).

mod cell;
mod funding;
mod items;
mod json;
mod names;
mod number;
mod place;
mod read;
mod write;
mod wrong;

pub use self::place::Read;
pub use self::read::read;
pub use self::write::write;
pub use self::wrong::{Cause, Wrong};

use super::sheet::Table;
use crate::contract::model::{
    Action, Body, Commitment, Gap, Goal, Indicator, Lesson, Measure, Prerequisite,
};
use crate::contract::shape::{Field, Shape, Shaped};
use crate::contract::{Kind, Lang};
use crate::text::sheet::{FIELDS, folded, header};

/// A column: a field of the format, or a part of one that has parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The field's name in the format; the row's `kind`, a measure's `commitment`, and the `municipality`, `version` and
    /// `content` of the version stand beside them.
    pub field: &'static str,
    /// The part's name in the format: `low` of a cost, `section` of a source.
    pub part: Option<&'static str>,
}

impl Column {
    /// What the row is.
    pub const KIND: Self = Self::of("kind");
    /// Its id.
    pub const ID: Self = Self::of("id");
    /// The commitment of a measure, by id.
    pub const COMMITMENT: Self = Self::of("commitment");
    /// The municipality's name.
    pub const MUNICIPALITY: Self = Self::of("municipality");
    /// The version's label.
    pub const VERSION: Self = Self::of("version");
    /// How much of the version the table holds.
    pub const CONTENT: Self = Self::of("content");

    const fn of(field: &'static str) -> Self {
        Self { field, part: None }
    }

    /// Every column there is, in order.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut columns = Vec::new();
        for (field, _) in FIELDS {
            let parts = Kind::ALL.iter().find_map(|kind| parts(*kind, field));
            for part in parts.unwrap_or_default() {
                let part = Some(part.name);
                columns.push(Self { field, part });
            }
            if parts.is_none() {
                columns.push(Self { field, part: None });
            }
        }
        columns
    }

    /// The column that is called this, in either language or as the format spells it: `cost.low`.
    #[must_use]
    pub fn called(name: &str) -> Option<Self> {
        let name = folded(name);
        let is_called = |column: &Self| {
            let spelled = match column.part {
                Some(part) => format!("{}.{part}", column.field),
                None => column.field.to_owned(),
            };
            let mut spelled =
                std::iter::once(spelled).chain(Lang::ALL.iter().map(|lang| header(*column, *lang)));
            spelled.any(|spelled| folded(&spelled) == name)
        };
        Self::all().into_iter().find(is_called)
    }

    /// What may stand in it in the row of this kind; nothing when the kind does not have the field.
    fn shape(self, kind: Kind) -> Option<&'static Shape> {
        match self.part {
            None => shape(kind, self.field),
            Some(part) => {
                let mut parts = parts(kind, self.field)?.iter();
                let part = parts.find(|it| it.name == part)?;
                Some(bare(part.shape))
            }
        }
    }

    /// The name of its vocabulary, when it has one.
    fn vocabulary(self) -> &'static str {
        self.part.unwrap_or(self.field)
    }
}

/// Whether a table is one of ours: it says of every row what it is, and has its id.
#[must_use]
pub fn is_own(table: &Table) -> bool {
    let has = |column| {
        let mut names = table.header.iter();
        names.any(|name| Column::called(name) == Some(column))
    };
    has(Column::KIND) && has(Column::ID)
}

/// The kinds that a row can be of, in the order of the rows: all but indicators, which belong to no version.
pub const KINDS: &[&str] = &[
    "goal",
    "gap",
    "action",
    "commitment",
    "measure",
    "prerequisite",
    "body",
    "lesson",
];

/// The list of a version that holds items of this kind; that of a commitment for measures.
fn list(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Goal => "goals",
        Kind::Gap => "gaps",
        Kind::Action => "actions",
        Kind::Commitment => "commitments",
        Kind::Measure => MEASURES,
        Kind::Prerequisite => "prerequisites",
        Kind::Body => "bodies",
        Kind::Lesson => "lessons",
        Kind::Indicator => return None,
    })
}

/// The field of a commitment that has rows of its own, and no column.
const MEASURES: &str = "measures";

/// What may stand in a field of a kind, whether it has to or not.
fn shape(kind: Kind, field: &str) -> Option<&'static Shape> {
    let record = match kind {
        Kind::Goal => Goal::SHAPE,
        Kind::Gap => Gap::SHAPE,
        Kind::Action => Action::SHAPE,
        Kind::Commitment => Commitment::SHAPE,
        Kind::Measure => Measure::SHAPE,
        Kind::Prerequisite => Prerequisite::SHAPE,
        Kind::Body => Body::SHAPE,
        Kind::Lesson => Lesson::SHAPE,
        Kind::Indicator => Indicator::SHAPE,
    };
    let Shape::Record(fields) = record else {
        return None;
    };
    let field = fields.iter().find(|it| it.name == field)?;
    Some(bare(field.shape))
}

/// The parts of a field that is a record.
fn parts(kind: Kind, field: &str) -> Option<&'static [Field]> {
    match shape(kind, field)? {
        Shape::Record(parts) => Some(parts),
        _ => None,
    }
}

/// The shape of what is there, when it is there.
fn bare(shape: &'static Shape) -> &'static Shape {
    match shape {
        Shape::Optional(shape) => shape,
        _ => shape,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_can_be_of_every_kind_that_a_version_has() {
        for kind in Kind::ALL {
            assert_eq!(KINDS.contains(&kind.as_str()), list(*kind).is_some());
        }
    }
}
