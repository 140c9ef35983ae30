//! Who continues whom, from one version to a later one.

use std::collections::BTreeMap;

use super::super::item::Item;
use super::super::model::{Contract, Id};
use super::super::word::Status;

/// The ties between the items of two versions.
pub(super) struct Lineage {
    /// For each item of the newer version, the places of those of the older that it continues.
    ties: Vec<Vec<usize>>,
    /// How many items the older version has.
    before: usize,
    /// For each id of the newer version, the id that it had in the older, when it had one.
    names: BTreeMap<String, String>,
    /// The ids whose last mention, up to the newer version, says that they are done.
    done: BTreeMap<String, bool>,
}

/// Items that hang together: the places of those before and of those after.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Group {
    /// Their places in the older version.
    pub(super) before: Vec<usize>,
    /// Their places in the newer version.
    pub(super) after: Vec<usize>,
}

impl Lineage {
    /// The ties between the versions at `old` and `new`, of which the items are given.
    pub(super) fn new(
        contract: &Contract,
        old: usize,
        new: usize,
        before: &[Item<'_>],
        after: &[Item<'_>],
    ) -> Self {
        // What each item says that it continues, version by version from the newest; and how each thing ended.
        let mut continues: Vec<BTreeMap<&str, &[Id]>> = Vec::new();
        let mut done = BTreeMap::new();
        for version in contract.versions[old..=new].iter().rev() {
            let mut said = BTreeMap::new();
            for item in version.items() {
                let ended = item.status() == Some(Status::Done);
                done.entry(item.id().0.clone()).or_insert(ended);
                if !item.continues().is_empty() {
                    said.insert(item.id().as_str(), item.continues());
                }
            }
            continues.push(said);
        }
        continues.pop(); // what the older version itself continues lies before it
        let places: BTreeMap<&str, usize> = (before.iter().enumerate())
            .map(|(place, it)| (it.id().as_str(), place))
            .collect();
        let mut names = BTreeMap::new();
        let mut ties = Vec::with_capacity(after.len());
        for item in after {
            let mut line = vec![item.id().as_str()];
            for said in &continues {
                let mut next = 0;
                while let Some(id) = line.get(next).copied() {
                    for earlier in said.get(id).copied().unwrap_or_default() {
                        if !line.contains(&earlier.as_str()) {
                            line.push(earlier.as_str());
                        }
                    }
                    next += 1;
                }
            }
            // What was carried out is not continued: what comes after it is a thing of its own.
            line.retain(|id| *id == item.id().as_str() || done.get(*id) != Some(&true));
            let tie: Vec<usize> = line
                .iter()
                .filter_map(|id| places.get(id).copied())
                .collect();
            if let Some(first) = tie.first() {
                names.insert(item.id().0.clone(), before[*first].id().0.clone());
            }
            ties.push(tie);
        }
        Self {
            ties,
            before: before.len(),
            names,
            done,
        }
    }

    /// Items that hang together, directly or through others, in the newer version's order; then what only the older has.
    pub(super) fn groups(&self) -> Vec<Group> {
        // Each item of the older version leads to the group that it has fallen into.
        let mut of_before: Vec<Option<usize>> = vec![None; self.before];
        let mut groups: Vec<Group> = Vec::new();
        for (place, tie) in self.ties.iter().enumerate() {
            let mut home: Option<usize> = None;
            for at in tie {
                match (of_before[*at], home) {
                    (None, _) => {}
                    (Some(found), None) => home = Some(found),
                    (Some(found), Some(to)) if found != to => {
                        // Two groups turn out to be one: the earlier takes the later in.
                        let (to, from) = (to.min(found), to.max(found));
                        let taken = std::mem::take(&mut groups[from]);
                        for it in &taken.before {
                            of_before[*it] = Some(to);
                        }
                        groups[to].before.extend(taken.before);
                        groups[to].after.extend(taken.after);
                        home = Some(to);
                    }
                    _ => {}
                }
            }
            let home = home.unwrap_or_else(|| {
                groups.push(Group::default());
                groups.len() - 1
            });
            groups[home].after.push(place);
            for at in tie {
                if of_before[*at].is_none() {
                    of_before[*at] = Some(home);
                    groups[home].before.push(*at);
                }
            }
        }
        groups.retain(|group| !group.after.is_empty());
        for (place, found) in of_before.iter().enumerate() {
            if found.is_none() {
                groups.push(Group {
                    before: vec![place],
                    after: Vec::new(),
                });
            }
        }
        groups
    }

    /// The id that a thing of the newer version had in the older; its own when it had none.
    pub(super) fn name_before<'i>(&'i self, id: &'i Id) -> &'i str {
        self.names
            .get(id.as_str())
            .map_or(id.as_str(), String::as_str)
    }

    /// Whether the last that was said of a thing is that it is done.
    pub(super) fn ended_done(&self, id: &Id) -> bool {
        self.done.get(id.as_str()) == Some(&true)
    }
}
