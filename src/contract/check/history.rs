//! How the versions hang together: their order, the years between them, and what items say that they continue. All of it
//! is told and none of it stops a file: nothing is lost when a thread cannot be followed.

use std::collections::BTreeMap;

use super::super::item::Item;
use super::super::model::{Contract, Id};
use super::super::path::At;
use super::super::period::label_years;
use super::super::problem::{Cause, shorten};
use super::super::word::Kind;
use super::value::guess;
use super::version::each_item;
use super::{Check, Names, each};

/// What is known of an id from the versions that have been gone through.
struct Thread<'c> {
    /// The first version that has it.
    first: usize,
    /// The last version that has it.
    last: usize,
    /// What kind of thing it was there.
    kind: Kind,
    /// What it was said to continue, and in which version.
    origin: Option<(&'c [Id], usize)>,
}

impl<'c> Check<'c, '_> {
    /// The years that the labels name: in order, and without a gap.
    pub(super) fn years_between(&mut self, contract: &Contract, at: &At<'_>) {
        let mut before: Option<(&str, (i16, i16))> = None;
        each(at, "versions", &contract.versions, |at, version| {
            let Some((start, end)) = label_years(&version.label) else {
                return;
            };
            let at = at.key("label");
            if let Some((label, (first, last))) = before {
                let (label, before) = (shorten(&version.label), shorten(label));
                if start < first {
                    self.report
                        .value(&at, Cause::UnorderedVersions { label, before });
                    return;
                }
                if start > last.saturating_add(1) {
                    self.report
                        .value(&at, Cause::MissingVersion { label, before });
                }
            }
            before = Some((&version.label, (start, end)));
        });
    }

    /// What items continue.
    pub(super) fn threads(&mut self, contract: &'c Contract, at: &At<'_>) {
        let mut threads: BTreeMap<&'c str, Thread<'c>> = BTreeMap::new();
        let mut names = Names::default();
        let mut now = 0;
        each(at, "versions", &contract.versions, |at, version| {
            each_item(at, version, &mut |at, it| {
                let list = at.key("continues");
                for place in 0..it.continues().len() {
                    self.continued(&list.index(place), contract, &it, place, &threads, &names);
                }
            });
            for it in version.items() {
                let origin = (!it.continues().is_empty()).then_some((it.continues(), now));
                let id = it.id().as_str();
                names.add(id, Vec::new());
                let thread = threads.entry(id).or_insert(Thread {
                    first: now,
                    last: now,
                    kind: it.kind(),
                    origin: None,
                });
                (thread.last, thread.kind) = (now, it.kind());
                thread.origin = thread.origin.or(origin);
            }
            now += 1;
        });
    }

    /// One of the things that an item continues, against what the versions before say.
    fn continued(
        &mut self,
        at: &At<'_>,
        contract: &Contract,
        it: &Item<'_>,
        place: usize,
        threads: &BTreeMap<&str, Thread<'_>>,
        names: &Names<'_>,
    ) {
        let all = it.continues();
        let id = &all[place];
        if id == it.id() {
            let id = shorten(id.as_str());
            return self.report.value(at, Cause::ContinuesItself { id });
        }
        let Some(thread) = threads.get(id.as_str()) else {
            let nearest = guess(&mut self.comparisons, id.as_str(), &[names]);
            let id = shorten(id.as_str());
            return self
                .report
                .value(at, Cause::ContinuesNothing { id, nearest });
        };
        let other = all[..place].iter().find(|other| {
            let kind = threads.get(other.as_str()).map(|it| it.kind);
            kind.is_some_and(|kind| kind != thread.kind)
        });
        if let Some(other) = other {
            let (id, other) = (shorten(id.as_str()), shorten(other.as_str()));
            return self
                .report
                .value(at, Cause::ContinuesTwoKinds { id, other });
        }
        // It may take in another thing later, but not one that had ended before it began.
        if let Some(own) = threads.get(it.id().as_str())
            && let Some((said, version)) = own.origin
            && !said.contains(id)
            && thread.last < own.first
        {
            let other = said.first().map_or("", Id::as_str);
            let label = &contract.versions[version].label;
            let cause = Cause::ContinuesAnother {
                id: shorten(id.as_str()),
                other: shorten(other),
                label: shorten(label),
            };
            self.report.value(at, cause);
        }
    }
}
