//! Problems as they are found, before their lines are known.

use super::locate::{Spot, places};
use super::path::{At, Leg, spell};
use super::problem::{Cause, Problem, Severity};
use super::read::in_order;

/// How many problems of each severity are listed; a file with more is told so.
const MOST: usize = 10_000;

/// Collects problems; [`Report::finish`] gives each its line and column.
#[derive(Debug, Default)]
pub(crate) struct Report {
    drafts: Vec<Draft>,
    counts: [usize; 3],
    left_out: usize,
    /// The places of what had to be replaced to go on, sorted. What is found there later follows from that, and is not
    /// told.
    replaced: Vec<Vec<Leg>>,
}

#[derive(Debug)]
struct Draft {
    cause: Cause,
    path: Vec<Leg>,
    spot: Spot,
    other: Option<Spot>,
}

impl Report {
    /// A problem with the value here.
    pub(crate) fn value(&mut self, at: &At<'_>, cause: Cause) {
        let path = at.legs();
        self.add(Draft {
            cause,
            spot: Spot::Value(path.clone()),
            path,
            other: None,
        });
    }

    /// A problem with the value here, because of the one there.
    pub(crate) fn value_and_other(&mut self, at: &At<'_>, other: Vec<Leg>, cause: Cause) {
        let path = at.legs();
        self.add(Draft {
            cause,
            spot: Spot::Value(path.clone()),
            path,
            other: Some(Spot::Value(other)),
        });
    }

    /// A problem with the name here.
    pub(crate) fn name(&mut self, at: &At<'_>, cause: Cause) {
        let path = at.legs();
        self.add(Draft {
            cause,
            spot: Spot::Name(path.clone()),
            path,
            other: None,
        });
    }

    /// A problem with what is absent here: pointed out at what it is absent from.
    pub(crate) fn absent(&mut self, at: &At<'_>, cause: Cause) {
        let path = at.legs();
        let holder = path[..path.len().saturating_sub(1)].to_vec();
        self.add(Draft {
            cause,
            spot: Spot::Value(holder),
            path,
            other: None,
        });
    }

    /// A name that stands twice in an object, at these bytes.
    pub(crate) fn twice(&mut self, path: Vec<Leg>, byte: usize, first: usize) {
        let Some(Leg::Key(field)) = path.last() else {
            return;
        };
        let cause = Cause::DuplicateField {
            field: field.clone(),
        };
        self.add(Draft {
            cause,
            path,
            spot: Spot::Byte(byte),
            other: Some(Spot::Byte(first)),
        });
    }

    /// Notes that what stood here was replaced.
    pub(crate) fn replaced(&mut self, at: &At<'_>) {
        if self.replaced.len() < MOST {
            let legs = at.legs();
            if let Err(place) = self.find_replaced(&legs) {
                self.replaced.insert(place, legs);
            }
        }
    }

    /// True when another problem of this severity would be listed; what is costly to find out can be left out otherwise.
    pub(crate) fn has_room(&self, severity: Severity) -> bool {
        self.counts[severity as usize] < MOST
    }

    /// True when an error was found.
    pub(crate) fn has_errors(&self) -> bool {
        self.counts[Severity::Error as usize] > 0
    }

    /// The place in `replaced`, or where it would be.
    fn find_replaced(&self, path: &[Leg]) -> Result<usize, usize> {
        self.replaced
            .binary_search_by(|legs| legs.as_slice().cmp(path))
    }

    fn add(&mut self, draft: Draft) {
        let path = &draft.path;
        if (0..=path.len()).any(|end| self.find_replaced(&path[..end]).is_ok()) {
            return;
        }
        let count = &mut self.counts[draft.cause.severity() as usize];
        *count += 1;
        if *count <= MOST {
            self.drafts.push(draft);
        } else {
            self.left_out += 1;
        }
    }

    /// The problems in the order of the text.
    pub(crate) fn finish(self, text: &str) -> Vec<Problem> {
        if self.drafts.is_empty() {
            return Vec::new();
        }
        let mut spots: Vec<&Spot> = self.drafts.iter().map(|draft| &draft.spot).collect();
        spots.extend(self.drafts.iter().filter_map(|draft| draft.other.as_ref()));
        let places = places(text, &spots);
        let (own, others) = places.split_at(self.drafts.len());
        let mut others = others.iter();
        let mut problems = Vec::new();
        for (draft, &(line, column)) in self.drafts.into_iter().zip(own) {
            let other = draft.other.and_then(|_| others.next());
            problems.push(Problem {
                path: spell(&draft.path),
                line,
                column,
                other_line: other.map(|(line, _)| *line),
                ..Problem::of_file(draft.cause)
            });
        }
        in_order(&mut problems);
        if self.left_out > 0 {
            problems.push(Problem::of_file(Cause::MoreProblems {
                left_out: self.left_out,
            }));
        }
        problems
    }
}
