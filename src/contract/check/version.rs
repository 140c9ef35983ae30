//! The versions, and every item in them, in the order of the file.

use super::super::model::{
    Action, Body, Commitment, Contract, Gap, Goal, Id, Lesson, Measure, Prerequisite, Version,
};
use super::super::path::At;
use super::super::period::{Edge, Span};
use super::super::problem::{Cause, Target, shorten};
use super::super::quantity::Signed;
use super::super::word::Content;
use super::value::{GOAL_YEARS, MAX_LEVEL, Money, out_of_range};
use super::{Check, Names, each};

/// The ids that the items of a version may name, beside the contract's indicators.
struct Scope<'c> {
    /// The version's items.
    items: Names<'c>,
    /// Its commitments and measures.
    commitments: Names<'c>,
}

impl<'c> Check<'c, '_> {
    /// Every version; gives the items of them all.
    pub(super) fn versions(&mut self, contract: &'c Contract, at: &At<'_>) -> Names<'c> {
        let mut earlier = Names::new();
        if contract.versions.is_empty() {
            self.report.value(&at.key("versions"), Cause::NoVersion);
        }
        let mut labels = Names::new();
        let mut before: Option<(&Version, Span)> = None;
        each(at, "versions", &contract.versions, |at, version| {
            let label = at.key("label");
            self.filled(&label, &version.label);
            let taken = |label: String| Cause::DuplicateVersion { label };
            self.unique(&label, &version.label, &mut labels, taken);
            if let Some(id) = &version.document {
                self.reference(&at.key("document"), id, Target::Document, &[]);
            }
            self.source(at, version.source.as_ref());
            if let Some(Signed::On(day)) = &version.signed {
                let signed = at.key("signed");
                self.period(&signed, Some(day));
                if let Ok(span) = day.span() {
                    match &before {
                        Some((other, earlier)) if is_before(span, *earlier) => {
                            let (label, before) = (shorten(&version.label), shorten(&other.label));
                            self.report
                                .value(&signed, Cause::UnorderedVersions { label, before });
                        }
                        _ => before = Some((version, span)),
                    }
                }
            }
            self.version(at, version, &mut earlier);
        });
        earlier
    }

    fn version(&mut self, at: &At<'_>, version: &'c Version, earlier: &mut Names<'c>) {
        if version.content == Content::DocumentOnly
            && let Some(field) = content_of(version)
        {
            self.report
                .value(&at.key("content"), Cause::DocumentOnlyWithContent { field });
        }
        let mut scope = Scope {
            items: Names::new(),
            commitments: Names::new(),
        };
        self.ids(at, version, &mut scope);
        each(at, "goals", &version.goals, |at, it| self.goal(at, it));
        each(at, "commitments", &version.commitments, |at, it| {
            self.commitment(at, it);
        });
        each(at, "actions", &version.actions, |at, it| {
            self.action(at, it, &scope);
        });
        each(at, "prerequisites", &version.prerequisites, |at, it| {
            self.prerequisite(at, it);
        });
        each(at, "bodies", &version.bodies, |at, it| self.body(at, it));
        each(at, "gaps", &version.gaps, |at, it| self.gap(at, it, &scope));
        each(at, "lessons", &version.lessons, |at, it| {
            self.lesson(at, it, &scope, earlier);
        });
        each(at, "readiness", &version.readiness, |at, it| {
            if let Some(area) = &it.focus_area {
                self.reference(&at.key("focus_area"), area, Target::FocusArea, &[]);
            }
            if let Some(level) = it.level.filter(|level| *level > MAX_LEVEL) {
                let at = at.key("level");
                self.report
                    .value(&at, out_of_range(&at, level.into(), (0, 0)));
            }
        });
        let ids: Vec<&str> = version.actions.iter().map(|it| it.id.as_str()).collect();
        let waits: Vec<Vec<&str>> = version
            .actions
            .iter()
            .map(|it| it.depends_on.iter().map(Id::as_str).collect())
            .collect();
        let actions = at.key("actions");
        self.circles(&ids, &waits, &mut |report, from, wait, cause| {
            report.value(&actions.index(from).key("depends_on").index(wait), cause);
        });
        earlier.extend(scope.items);
    }

    /// Every id of a version's items, none of them twice.
    fn ids(&mut self, at: &At<'_>, version: &'c Version, scope: &mut Scope<'c>) {
        each(at, "goals", &version.goals, |at, it| {
            self.item_id(at, &it.id, &mut scope.items);
        });
        each(at, "commitments", &version.commitments, |at, it| {
            self.item_id(at, &it.id, &mut scope.items);
            scope.commitments.insert(it.id.as_str(), Vec::new());
            each(at, "measures", &it.measures, |at, it| {
                self.item_id(at, &it.id, &mut scope.items);
                scope.commitments.insert(it.id.as_str(), Vec::new());
            });
        });
        each(at, "actions", &version.actions, |at, it| {
            self.item_id(at, &it.id, &mut scope.items);
        });
        each(at, "prerequisites", &version.prerequisites, |at, it| {
            self.item_id(at, &it.id, &mut scope.items);
        });
        each(at, "bodies", &version.bodies, |at, it| {
            self.item_id(at, &it.id, &mut scope.items);
        });
        each(at, "gaps", &version.gaps, |at, it| {
            self.item_id(at, &it.id, &mut scope.items);
        });
        each(at, "lessons", &version.lessons, |at, it| {
            self.item_id(at, &it.id, &mut scope.items);
        });
    }

    /// An item's id: in the list of a version's items the indicators stand too.
    fn item_id(&mut self, at: &At<'_>, id: &'c Id, items: &mut Names<'c>) {
        match self.indicators.get(id.as_str()) {
            Some(first) => {
                let cause = Cause::DuplicateId {
                    id: shorten(id.as_str()),
                };
                self.report
                    .value_and_other(&at.key("id"), first.clone(), cause);
            }
            None => self.id(at, id, items),
        }
    }

    fn goal(&mut self, at: &At<'_>, it: &Goal) {
        self.filled(&at.key("title"), &it.title);
        if let Some(year) = it.year.filter(|year| !GOAL_YEARS.contains(year)) {
            self.report.value(
                &at.key("year"),
                Cause::GoalYearOutOfRange { year: year.into() },
            );
        }
        self.quantity(&at.key("target"), it.target.as_ref(), Money::No);
        self.source(at, it.source.as_ref());
    }

    fn commitment(&mut self, at: &At<'_>, it: &'c Commitment) {
        self.filled(&at.key("title"), &it.title);
        if let Some(party) = &it.party {
            self.reference(&at.key("party"), party, Target::Party, &[]);
        }
        each(at, "parties", &it.parties, |at, party| {
            self.reference(at, party, Target::Party, &[]);
        });
        self.areas(at, &it.focus_areas);
        self.period(&at.key("period"), it.period.as_ref());
        each(at, "measures", &it.measures, |at, it| self.measure(at, it));
        self.source(at, it.source.as_ref());
    }

    fn measure(&mut self, at: &At<'_>, it: &Measure) {
        self.filled(&at.key("title"), &it.title);
        self.areas(at, &it.focus_areas);
        self.period(&at.key("period"), it.period.as_ref());
        self.source(at, it.source.as_ref());
    }

    fn action(&mut self, at: &At<'_>, it: &'c Action, scope: &Scope<'c>) {
        self.filled(&at.key("title"), &it.title);
        self.areas(at, &it.focus_areas);
        self.period(&at.key("period"), it.period.as_ref());
        self.quantity(&at.key("cost"), it.cost.as_ref(), Money::Yes);
        self.quantity(&at.key("effect"), it.effect.as_ref(), Money::No);
        each(at, "funding", &it.funding, |at, share| {
            self.quantity(&at.key("amount"), share.amount.as_ref(), Money::Yes);
        });
        each(at, "commitments", &it.commitments, |at, id| {
            self.reference(at, id, Target::Commitment, &[&scope.commitments]);
        });
        each(at, "depends_on", &it.depends_on, |at, id| {
            self.reference(at, id, Target::Item, &[&scope.items]);
        });
        self.source(at, it.source.as_ref());
    }

    fn prerequisite(&mut self, at: &At<'_>, it: &Prerequisite) {
        self.filled(&at.key("title"), &it.title);
        self.areas(at, &it.focus_areas);
        self.source(at, it.source.as_ref());
    }

    fn body(&mut self, at: &At<'_>, it: &Body) {
        self.filled(&at.key("title"), &it.title);
        self.source(at, it.source.as_ref());
    }

    fn gap(&mut self, at: &At<'_>, it: &Gap, scope: &Scope<'c>) {
        if let Some(about) = &it.about {
            self.reference(&at.key("about"), about, Target::Item, &[&scope.items]);
        }
        self.quantity(&at.key("amount"), it.amount.as_ref(), Money::No);
        self.source(at, it.source.as_ref());
    }

    fn lesson(&mut self, at: &At<'_>, it: &'c Lesson, scope: &Scope<'c>, earlier: &Names<'c>) {
        if let Some(party) = &it.party {
            self.reference(&at.key("party"), party, Target::Party, &[]);
        }
        each(at, "about", &it.about, |at, id| {
            self.reference(at, id, Target::ItemSoFar, &[&scope.items, earlier]);
        });
        self.source(at, it.source.as_ref());
    }
}

/// The first list of a version that has something in it.
fn content_of(version: &Version) -> Option<&'static str> {
    let lists = [
        ("goals", version.goals.is_empty()),
        ("commitments", version.commitments.is_empty()),
        ("actions", version.actions.is_empty()),
        ("prerequisites", version.prerequisites.is_empty()),
        ("bodies", version.bodies.is_empty()),
        ("gaps", version.gaps.is_empty()),
        ("lessons", version.lessons.is_empty()),
        ("readiness", version.readiness.is_empty()),
    ];
    lists
        .iter()
        .find(|(_, is_empty)| !is_empty)
        .map(|(name, _)| *name)
}

/// True when all of `span` is before all of `other`.
fn is_before(span: Span, other: Span) -> bool {
    matches!((span.end, other.start), (Edge::At(end), Edge::At(start)) if end.last() < start.first())
}
