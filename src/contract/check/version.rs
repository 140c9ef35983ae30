//! The versions, and every item in them, in the order of the file.

use super::super::item::Item;
use super::super::model::{Contract, Id, Source, Version};
use super::super::path::At;
use super::super::period::{Edge, Period, Span};
use super::super::problem::{Cause, Target, shorten};
use super::super::quantity::Signed;
use super::super::word::Content;
use super::value::{GOAL_YEARS, MAX_LEVEL, Money, out_of_range};
use super::{Check, Names, each};

/// The ids that the items of a version may name, beside the contract's indicators.
#[derive(Default)]
struct Scope<'c> {
    /// The version's items.
    items: Names<'c>,
    /// Its commitments and measures.
    commitments: Names<'c>,
}

impl<'c> Check<'c, '_> {
    /// Every version; gives the items of them all.
    pub(super) fn versions(&mut self, contract: &'c Contract, at: &At<'_>) -> Names<'c> {
        let mut earlier = Names::default();
        if contract.versions.is_empty() {
            self.report.value(&at.key("versions"), Cause::NoVersion);
        }
        let mut labels = Names::default();
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
        let mut scope = Scope::default();
        each_item(at, version, &mut |at, it| {
            self.item_id(at, it.id(), &mut scope.items);
            if matches!(it, Item::Commitment(_) | Item::Measure(..)) {
                scope.commitments.add(it.id().as_str(), Vec::new());
            }
        });
        each_item(at, version, &mut |at, it| {
            self.item(at, it, &scope, earlier);
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
        let waits = version
            .actions
            .iter()
            .map(|it| (&it.id, &it.depends_on[..]));
        let actions = at.key("actions");
        self.circles(
            &waits.collect::<Vec<_>>(),
            &mut |report, from, wait, cause| {
                report.value(&actions.index(from).key("depends_on").index(wait), cause);
            },
        );
        for (id, legs) in scope.items.list {
            earlier.add(id, legs);
        }
    }

    /// An item's id: in the list of a version's items the indicators stand too.
    fn item_id(&mut self, at: &At<'_>, id: &'c Id, items: &mut Names<'c>) {
        match self.indicators.get(id.as_str()) {
            Some(first) => {
                let cause = Cause::DuplicateId {
                    id: shorten(id.as_str()),
                };
                self.report
                    .value_and_other(&at.key("id"), first.to_vec(), cause);
            }
            None => self.id(at, id, items),
        }
    }

    fn item(&mut self, at: &At<'_>, it: Item<'_>, scope: &Scope<'_>, earlier: &Names<'_>) {
        match it {
            Item::Goal(it) => {
                if let Some(year) = it.year.filter(|year| !GOAL_YEARS.contains(year)) {
                    let cause = Cause::GoalYearOutOfRange { year: year.into() };
                    self.report.value(&at.key("year"), cause);
                }
                self.quantity(&at.key("target"), it.target.as_ref(), Money::No);
                self.stated(at, Some(&it.title), &[], None, it.source.as_ref());
            }
            Item::Commitment(it) => {
                if let Some(party) = &it.party {
                    self.reference(&at.key("party"), party, Target::Party, &[]);
                }
                self.references(at, "parties", &it.parties, Target::Party, &[]);
                let (areas, period) = (&it.focus_areas, it.period.as_ref());
                self.stated(at, Some(&it.title), areas, period, it.source.as_ref());
            }
            Item::Measure(_, it) => {
                let (areas, period) = (&it.focus_areas, it.period.as_ref());
                self.stated(at, Some(&it.title), areas, period, it.source.as_ref());
            }
            Item::Action(it) => {
                self.quantity(&at.key("cost"), it.cost.as_ref(), Money::Yes);
                self.quantity(&at.key("effect"), it.effect.as_ref(), Money::No);
                each(at, "funding", &it.funding, |at, share| {
                    self.quantity(&at.key("amount"), share.amount.as_ref(), Money::Yes);
                });
                let own = &[&scope.commitments];
                self.references(at, "commitments", &it.commitments, Target::Commitment, own);
                self.references(
                    at,
                    "depends_on",
                    &it.depends_on,
                    Target::Item,
                    &[&scope.items],
                );
                let (areas, period) = (&it.focus_areas, it.period.as_ref());
                self.stated(at, Some(&it.title), areas, period, it.source.as_ref());
            }
            Item::Prerequisite(it) => {
                let areas = &it.focus_areas;
                self.stated(at, Some(&it.title), areas, None, it.source.as_ref());
            }
            Item::Body(it) => self.stated(at, Some(&it.title), &[], None, it.source.as_ref()),
            Item::Gap(it) => {
                if let Some(about) = &it.about {
                    self.reference(&at.key("about"), about, Target::Item, &[&scope.items]);
                }
                self.quantity(&at.key("amount"), it.amount.as_ref(), Money::No);
                self.stated(at, None, &[], None, it.source.as_ref());
            }
            Item::Lesson(it) => {
                if let Some(party) = &it.party {
                    self.reference(&at.key("party"), party, Target::Party, &[]);
                }
                let so_far = &[&scope.items, earlier];
                self.references(at, "about", &it.about, Target::ItemSoFar, so_far);
                self.stated(at, None, &[], None, it.source.as_ref());
            }
            Item::Indicator(_) => {} // of the contract, not of a version
        }
    }

    /// What items of several kinds state.
    fn stated(
        &mut self,
        at: &At<'_>,
        title: Option<&str>,
        areas: &[Id],
        period: Option<&Period>,
        source: Option<&Source>,
    ) {
        if let Some(title) = title {
            self.filled(&at.key("title"), title);
        }
        self.references(at, "focus_areas", areas, Target::FocusArea, &[]);
        self.period(&at.key("period"), period);
        self.source(at, source);
    }
}

/// Goes through the items of a version, each with its place.
pub(super) fn each_item<'c>(
    at: &At<'_>,
    version: &'c Version,
    look: &mut dyn FnMut(&At<'_>, Item<'c>),
) {
    each(at, "goals", &version.goals, |at, it| {
        look(at, Item::Goal(it));
    });
    each(at, "commitments", &version.commitments, |at, of| {
        look(at, Item::Commitment(of));
        each(at, "measures", &of.measures, |at, it| {
            look(at, Item::Measure(of, it));
        });
    });
    each(at, "actions", &version.actions, |at, it| {
        look(at, Item::Action(it));
    });
    each(at, "prerequisites", &version.prerequisites, |at, it| {
        look(at, Item::Prerequisite(it));
    });
    each(at, "bodies", &version.bodies, |at, it| {
        look(at, Item::Body(it));
    });
    each(at, "gaps", &version.gaps, |at, it| {
        look(at, Item::Gap(it));
    });
    each(at, "lessons", &version.lessons, |at, it| {
        look(at, Item::Lesson(it));
    });
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
