//! What changed between two versions: computed, never written in a file.
//!
//! Items are tied together by their ids and by what they `continue` ([`lineage`](self::lineage)); what differs between
//! two of them, and whether that sharpens or weakens the promise, is in [`aspect`](self::aspect). A version of which
//! only some is known says nothing by its silence, and one of which only the document is known says nothing at all.
//!
//! Lessons are not compared: they belong to the turn in which they were made, and are told there.

use std::collections::BTreeMap;

use super::item::Item;
use super::model::{Contract, Id};
use super::word::{Content, Kind, Status, words};

pub use aspect::{Aspect, Direction, FieldChange};

mod aspect;
mod lineage;
pub mod strand;

words! {
    /// What became of an item from one version to another; the `data-change` of its marks and rows.
    Change {
        /// Only the later version has it.
        New = "new",
        /// An earlier year, a wider scope, a larger effect, more measures, or something unknown became known.
        Sharpened = "sharpened",
        /// The opposite.
        Weakened = "weakened",
        /// It differs in another way.
        Changed = "changed",
        /// One became several.
        Split = "split",
        /// Several became one.
        Merged = "merged",
        /// It was carried out.
        Done = "done",
        /// Only the earlier version has it, or the later one says that it is given up.
        Dropped = "dropped",
        /// Known only from the later version, where one of the two is an excerpt.
        FirstNamed = "first_named",
        /// Known only from the earlier version, where one of the two is an excerpt.
        NotMentioned = "not_mentioned",
        /// Nothing that is compared differs; or it had ended before, and is left out now.
        Same = "same",
    }
}

impl Change {
    /// What it is called when the two versions change places.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::New => Self::Dropped,
            Self::Dropped => Self::New,
            Self::Sharpened => Self::Weakened,
            Self::Weakened => Self::Sharpened,
            Self::Split => Self::Merged,
            Self::Merged => Self::Split,
            Self::FirstNamed => Self::NotMentioned,
            Self::NotMentioned => Self::FirstNamed,
            Self::Changed | Self::Done | Self::Same => self,
        }
    }
}

/// What became of one thing: usually one item before and one after; several on a side when it was split or merged, none
/// when only one of the versions has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Delta<'a> {
    /// What became of it.
    pub change: Change,
    /// What it was, in the version that is compared with.
    pub before: Vec<Item<'a>>,
    /// What it is, in the version in focus.
    pub after: Vec<Item<'a>>,
    /// What differs, when it is one item before and one after.
    pub fields: Vec<FieldChange>,
}

/// What changed between two versions of a contract. Every item of both but the lessons is in exactly one delta.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'a> {
    /// The place of the version that is compared with.
    pub from: usize,
    /// The place of the version in focus.
    pub to: usize,
    /// What became of everything: in the order of the version in focus, then of what only the other has.
    pub deltas: Vec<Delta<'a>>,
    /// The place of each item of the version in focus among the deltas.
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Comparison<'a> {
    /// The delta of an item of the version in focus.
    #[must_use]
    pub fn of(&self, id: &Id) -> Option<&Delta<'a>> {
        self.deltas.get(*self.places.get(id.as_str())?)
    }

    /// How many things this became of. What had ended before counts no more.
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        let became = |it: &&Delta<'a>| it.change == change;
        let counts = |it: &&Delta<'a>| it.change != Change::Same || !it.after.is_empty();
        self.deltas.iter().filter(became).filter(counts).count()
    }

    /// What only the version that is compared with has: nothing in the version in focus continues it.
    pub fn gone(&self) -> impl Iterator<Item = &Delta<'a>> {
        self.deltas.iter().filter(|it| it.after.is_empty())
    }
}

/// The items of a version that are compared.
fn compared(contract: &Contract, version: usize) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = contract.versions[version].items().collect();
    items.retain(|it| it.kind() != Kind::Lesson);
    items
}

impl Contract {
    /// What changed from the version at `from` to the version at `to`, whichever is the older. Nothing when either has
    /// only its document, or does not exist: nothing can be claimed then.
    #[must_use]
    pub fn compare(&self, from: usize, to: usize) -> Option<Comparison<'_>> {
        let known = |at: usize| {
            let content = self.versions.get(at)?.content;
            (content != Content::DocumentOnly).then_some(content)
        };
        let partly = [known(from)?, known(to)?].contains(&Content::Excerpt);
        let (old, new) = (from.min(to), from.max(to));
        let mut deltas = deltas(self, old, new, partly);
        if to < from {
            for delta in &mut deltas {
                delta.change = delta.change.reversed();
                std::mem::swap(&mut delta.before, &mut delta.after);
                for field in &mut delta.fields {
                    field.direction = field.direction.reversed();
                }
            }
            // In the order of the version in focus, here too.
            let order: BTreeMap<&str, usize> = compared(self, to)
                .iter()
                .enumerate()
                .map(|(place, it)| (it.id().as_str(), place))
                .collect();
            let place = |delta: &Delta<'_>| {
                let first = delta.after.first();
                first.and_then(|it| order.get(it.id().as_str()).copied())
            };
            super::order::sort_by(&mut deltas, |a, b| {
                let last = usize::MAX;
                place(a).unwrap_or(last).cmp(&place(b).unwrap_or(last))
            });
        }
        let mut places = BTreeMap::new();
        for (place, delta) in deltas.iter().enumerate() {
            places.extend(delta.after.iter().map(|it| (it.id().as_str(), place)));
        }
        Some(Comparison {
            from,
            to,
            deltas,
            places,
        })
    }
}

/// What became of everything from the older version to the newer.
fn deltas(contract: &Contract, old: usize, new: usize, partly: bool) -> Vec<Delta<'_>> {
    let (before, after) = (compared(contract, old), compared(contract, new));
    let lineage = lineage::Lineage::new(contract, old, new, &before, &after);
    let mut deltas = Vec::with_capacity(after.len());
    for group in lineage.groups() {
        let before: Vec<Item<'_>> = group.before.iter().map(|it| before[*it]).collect();
        let after: Vec<Item<'_>> = group.after.iter().map(|it| after[*it]).collect();
        let mut fields = Vec::new();
        let change = match (before.as_slice(), after.as_slice()) {
            ([was], [is]) => {
                fields = aspect::differences(was, is, &lineage);
                kept(was, is, &fields, partly)
            }
            ([], _) if partly => Change::FirstNamed,
            (_, []) if partly => Change::NotMentioned,
            ([], is) if is.iter().all(is_done) => Change::Done,
            ([], is) if is.iter().all(is_given_up) => Change::Dropped,
            ([], _) => Change::New,
            // It had ended already: that it is left out now is no news.
            (was, []) if was.iter().all(|it| is_done(it) || is_given_up(it)) => Change::Same,
            (was, []) if was.iter().all(|it| lineage.ended_done(it.id())) => Change::Done,
            (_, []) => Change::Dropped,
            (was, is) if was.len() < is.len() => Change::Split,
            (was, is) if was.len() > is.len() => Change::Merged,
            _ => Change::Changed,
        };
        deltas.push(Delta {
            change,
            before,
            after,
            fields,
        });
    }
    deltas
}

fn is_done(item: &Item<'_>) -> bool {
    item.status() == Some(Status::Done)
}

fn is_given_up(item: &Item<'_>) -> bool {
    item.status() == Some(Status::Dropped)
}

/// What became of an item that both versions have.
fn kept(was: &Item<'_>, is: &Item<'_>, fields: &[FieldChange], partly: bool) -> Change {
    match (is_given_up(was), is_given_up(is)) {
        // That it is given up is stated; that it is new, or gone, an excerpt never says.
        (true, false) if !partly => return Change::New,
        (false, true) if !partly => return Change::Dropped,
        _ => {}
    }
    if is_done(is) && !is_done(was) {
        return Change::Done;
    }
    let has = |direction| fields.iter().any(|it| it.direction == direction);
    match (has(Direction::Sharper), has(Direction::Weaker)) {
        _ if fields.is_empty() => Change::Same,
        // Seen backwards, what was carried out is only a change.
        _ if is_done(was) && !is_done(is) => Change::Changed,
        (true, false) => Change::Sharpened,
        (false, true) => Change::Weakened,
        _ => Change::Changed,
    }
}
