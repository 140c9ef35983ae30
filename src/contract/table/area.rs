//! Fields of action: what the cells of a column name becomes the contract's focus areas, each once, however it is spelled.

use std::collections::BTreeMap;

use super::super::Id;
use super::super::model::FocusArea;
use super::slug::{Ids, one_line, plain};
use super::unknown::wholly_unknown;
use super::word::not_read;
use super::{Reading, Sureness};

/// How many letters of a word tell it from others: `systems` is `system`, `transportation` is `transport`.
const LETTERS: usize = 6;

/// Words that do not tell two areas apart.
const LITTLE: &[&str] = &[
    "and", "och", "of", "the", "for", "in", "on", "to", "a", "av", "i", "pa", "till", "samt",
    "with", "med",
];

/// How cells begin that name no area, because the action is of all.
const ACROSS: &[&str] = &[
    "cross cutting",
    "crosscutting",
    "cross sector",
    "tvargaende",
    "tvarsektoriell",
    "overgripande",
    "alla",
    "all",
    "horizontal",
];

/// What a cell names, as it is spelled. Cells of actions that cut across name nothing; their words are kept.
pub(super) fn names(cell: &str) -> Reading<Vec<String>> {
    let nothing = Vec::new();
    if cell.trim().is_empty() || wholly_unknown(cell).is_some() {
        return not_read(cell, nothing);
    }
    let words = plain(cell);
    let begins = |known: &&&str| {
        let rest = words.strip_prefix(**known);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if ACROSS.iter().find(begins).is_some() {
        let (sureness, rest) = (Sureness::Understood, true);
        return Reading {
            value: nothing,
            sureness,
            rest,
        };
    }
    let mut depth = 0_usize;
    let parts = cell.split(|letter: char| {
        depth = match letter {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0 && matches!(letter, '/' | ';' | ',' | '\n')
    });
    let parts = parts.map(|part| one_line(part.trim().trim_end_matches('.')));
    let value: Vec<String> = parts.filter(|part| !plain(part).is_empty()).collect();
    if value.is_empty() {
        return not_read(cell, value);
    }
    let (sureness, rest) = (Sureness::Understood, false);
    Reading {
        value,
        sureness,
        rest,
    }
}

/// The areas of a table.
#[derive(Default)]
pub(super) struct Areas {
    /// By key: where it was first named, its spellings with how often each is used, the first first.
    spellings: BTreeMap<String, (usize, Vec<(String, usize)>)>,
    ids: BTreeMap<String, Id>,
}

impl Areas {
    /// Notes that a cell names these.
    pub(super) fn note(&mut self, names: Vec<String>) {
        for name in names {
            let next = self.spellings.len();
            let (_, spellings) = self
                .spellings
                .entry(key(&name))
                .or_insert((next, Vec::new()));
            match spellings.iter_mut().find(|(spelling, _)| *spelling == name) {
                Some((_, times)) => *times += 1,
                None => spellings.push((name, 1)),
            }
        }
    }

    /// The focus areas, in the order of the table, with their ids.
    pub(super) fn settle(&mut self, ids: &mut Ids) -> Vec<FocusArea> {
        let mut areas: Vec<_> = self.spellings.iter().collect();
        super::super::order::sort_by(&mut areas, |a, b| a.1.0.cmp(&b.1.0));
        let mut settled = Vec::new();
        for (key, (_, spellings)) in areas {
            // Of those used as often the first: `max_by_key` gives the last.
            let most = spellings.iter().rev().max_by_key(|(_, times)| *times);
            let title = most.map_or(key.clone(), |(spelling, _)| spelling.clone());
            let id = ids.give(&title, "area");
            self.ids.insert(key.clone(), id.clone());
            let summary = None;
            settled.push(FocusArea { id, title, summary });
        }
        settled
    }

    /// The ids of these, each once.
    pub(super) fn ids(&self, names: &[String]) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        for id in names.iter().filter_map(|name| self.ids.get(&key(name))) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }
}

/// What all spellings of an area have in common: the starts of its words, in any order.
fn key(name: &str) -> String {
    let words = plain(name);
    let words = words.split(' ').filter(|word| !LITTLE.contains(word));
    let mut starts: Vec<String> = words
        .map(|word| word.chars().take(LETTERS).collect())
        .collect();
    if starts.is_empty() {
        return plain(name);
    }
    super::super::order::sort_by(&mut starts, Ord::cmp);
    starts.dedup();
    starts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_area_are_one() {
        let mut areas = Areas::default();
        for cell in [
            "Energy system/ built environment.",
            "Energy systems, built environment",
            "Energy systems",
            "Transport and mobility (on road).",
            "Mobility and transport (on road)",
            "Mobility and transport (on road)",
        ] {
            areas.note(names(cell).value);
        }
        let settled = areas.settle(&mut Ids::default());
        let settled: Vec<_> = settled
            .iter()
            .map(|it| (it.id.as_str(), it.title.as_str()))
            .collect();
        assert_eq!(
            settled,
            [
                ("energy-systems", "Energy systems"),
                ("built-environment", "built environment"),
                (
                    "mobility-and-transport-on-road",
                    "Mobility and transport (on road)"
                ),
            ]
        );
        assert_eq!(
            areas
                .ids(&names("built environment; Energy system").value)
                .len(),
            2
        );
    }

    #[test]
    fn what_cuts_across_is_of_no_area() {
        for cell in ["Cross-cutting action", "Övergripande", "alla"] {
            assert_eq!(
                (names(cell).value.len(), names(cell).rest),
                (0, true),
                "{cell}"
            );
        }
        assert_eq!(
            names("Energi (el, värme)/Avfall").value,
            ["Energi (el, värme)", "Avfall"]
        );
        assert_eq!(names("TBD").sureness, Sureness::Unknown);
    }
}
