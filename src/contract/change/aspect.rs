//! What differs between an item before and after, and whether that makes the promise sharper or weaker.
//!
//! Longer than most: every field that is compared has a rule of its own.

use std::cmp::Ordering;

use super::super::item::Item;
use super::super::model::{Action, Commitment, Funding, Goal, Id, Measure};
use super::super::period::{Edge, Period, Span, When};
use super::super::quantity::{Amount, Quantity};
use super::super::word::{PlacedBy, Scope, Status, Unit, words};
use super::lineage::Lineage;

words! {
    /// A field that is compared, as the file spells it. Sections of sources are not: every version numbers its own.
    Aspect {
        /// What kind of thing it is.
        Kind = "kind",
        /// Its name.
        Title = "title",
        /// What it says.
        Summary = "summary",
        /// A goal's year.
        Year = "year",
        /// Whom a goal covers.
        Scope = "scope",
        /// What a goal aims at.
        Aim = "aim",
        /// The level of a goal.
        Target = "target",
        /// Whether consumption counts.
        Consumption = "includes_consumption",
        /// How large a gap is.
        Amount = "amount",
        /// A joint commitment's number.
        Number = "number",
        /// Who makes a commitment.
        Party = "party",
        /// The development process.
        Process = "process",
        /// The measures of a commitment.
        Measures = "measures",
        /// The part of the contract an action comes from.
        Origin = "origin",
        /// Who is responsible.
        Responsible = "responsible",
        /// When.
        Period = "period",
        /// How far it has come.
        Status = "status",
        /// The focus areas.
        FocusAreas = "focus_areas",
        /// The processes of the map, where the municipality has placed it.
        Steps = "steps",
        /// The levers, where the municipality has chosen them.
        Levers = "levers",
        /// What it costs.
        Cost = "cost",
        /// What it gives.
        Effect = "effect",
        /// Who pays.
        Funding = "funding",
        /// What else it gives.
        CoBenefits = "co_benefits",
        /// The commitments it serves.
        Commitments = "commitments",
        /// What must come first.
        DependsOn = "depends_on",
    }
}

words! {
    /// Where a difference leads.
    Direction {
        /// The promise becomes sharper.
        Sharper = "sharper",
        /// It becomes weaker.
        Weaker = "weaker",
        /// Neither can be said.
        Neither = "neither",
    }
}

impl Direction {
    /// The direction seen from the other side.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Sharper => Self::Weaker,
            Self::Weaker => Self::Sharper,
            Self::Neither => Self::Neither,
        }
    }

    /// Sharper when `ordering`, of new with old, is greater.
    fn of(ordering: Ordering) -> Self {
        match ordering {
            Ordering::Greater => Self::Sharper,
            Ordering::Less => Self::Weaker,
            Ordering::Equal => Self::Neither,
        }
    }
}

/// A field that differs. What it was and is, the two items say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub aspect: Aspect,
    /// Where it leads.
    pub direction: Direction,
}

/// Collects what differs.
struct Differences {
    found: Vec<FieldChange>,
}

/// What differs between an item before and after.
pub(super) fn differences(was: &Item<'_>, is: &Item<'_>, lineage: &Lineage) -> Vec<FieldChange> {
    let mut it = Differences { found: Vec::new() };
    it.plain(Aspect::Kind, was.kind() == is.kind());
    it.plain(Aspect::Title, was.title() == is.title());
    it.plain(Aspect::Summary, was.summary() == is.summary());
    it.named(Aspect::Party, &ids(&was.parties()), &ids(&is.parties()));
    it.named(Aspect::Responsible, was.responsible(), is.responsible());
    it.plain(Aspect::FocusAreas, was.focus_areas() == is.focus_areas());
    let status = |it: &Item<'_>| it.status().filter(|it| *it != Status::Unknown);
    match (status(was), status(is)) {
        // That something is given up is known, but makes no promise sharper.
        (Some(Status::Dropped), None) | (None, Some(Status::Dropped)) => {
            it.add(Aspect::Status, Direction::Neither);
        }
        (was, is) => it.stated(Aspect::Status, was, is),
    }
    let placed = [was, is].map(Item::placed_by) == [Some(PlacedBy::Municipality); 2];
    it.plain(Aspect::Steps, !placed || was.steps() == is.steps());
    if !matches!(is, Item::Goal(_)) {
        it.period(was.period().as_ref(), is.period().as_ref());
    }
    match (was, is) {
        (Item::Goal(was), Item::Goal(is)) => it.goals(was, is),
        (Item::Gap(was), Item::Gap(is)) => {
            let larger = |_, _| Direction::Neither;
            it.quantity(
                Aspect::Amount,
                was.amount.as_ref(),
                is.amount.as_ref(),
                larger,
            );
        }
        (Item::Commitment(was), Item::Commitment(is)) => it.commitments(was, is, lineage),
        (Item::Action(was), Item::Action(is)) => {
            it.plain(Aspect::Levers, !placed || was.levers == is.levers);
            it.actions(was, is, lineage);
        }
        _ => {}
    }
    it.found
}

fn ids(ids: &[&Id]) -> Vec<String> {
    ids.iter().map(|id| id.0.clone()).collect()
}

impl Differences {
    fn add(&mut self, aspect: Aspect, direction: Direction) {
        self.found.push(FieldChange { aspect, direction });
    }

    /// A field of which no more can be said than whether it is the same.
    fn plain(&mut self, aspect: Aspect, same: bool) {
        if !same {
            self.add(aspect, Direction::Neither);
        }
    }

    /// A field that is stated or not.
    fn stated<T: PartialEq>(&mut self, aspect: Aspect, was: Option<T>, is: Option<T>) {
        let known = Direction::of(is.is_some().cmp(&was.is_some()));
        if was != is {
            self.add(aspect, known);
        }
    }

    /// A list that is unknown when it is empty.
    fn named(&mut self, aspect: Aspect, was: &[String], is: &[String]) {
        let some = |list: &[String]| (!list.is_empty()).then(|| list.to_vec());
        self.stated(aspect, some(was), some(is));
    }

    /// Ids of other items, which may have got new names since.
    fn links(&mut self, aspect: Aspect, was: &[Id], is: &[Id], lineage: &Lineage) {
        let mut old: Vec<&str> = was.iter().map(Id::as_str).collect();
        let mut new: Vec<&str> = is.iter().map(|id| lineage.name_before(id)).collect();
        for list in [&mut old, &mut new] {
            super::super::order::sort_by(list, Ord::cmp);
            list.dedup();
        }
        self.plain(aspect, old == new);
    }

    /// A goal: earlier, wider and lower are sharper.
    fn goals(&mut self, was: &Goal, is: &Goal) {
        match (was.year, is.year) {
            (Some(old), Some(new)) if old != new => {
                self.add(Aspect::Year, Direction::of(old.cmp(&new)));
            }
            (old, new) => self.stated(Aspect::Year, old, new),
        }
        match (was.scope, is.scope) {
            (Some(Scope::Organisation), Some(Scope::Territory)) => {
                self.add(Aspect::Scope, Direction::Sharper);
            }
            (Some(Scope::Territory), Some(Scope::Organisation)) => {
                self.add(Aspect::Scope, Direction::Weaker);
            }
            (old, new) => self.stated(Aspect::Scope, old, new),
        }
        self.plain(Aspect::Aim, was.aim == is.aim);
        match (was.includes_consumption, is.includes_consumption) {
            (Some(old), Some(new)) if old != new => {
                self.add(Aspect::Consumption, Direction::of(new.cmp(&old)));
            }
            (old, new) => self.stated(Aspect::Consumption, old, new),
        }
        // A level of emissions is a ceiling. Of what else a level may be, we do not know which way is up.
        let ceiling = |unit, larger| match unit {
            Some(Unit::TonneCo2e | Unit::TonneCo2ePerYear) => Direction::of(larger).reversed(),
            _ => Direction::Neither,
        };
        self.quantity(
            Aspect::Target,
            was.target.as_ref(),
            is.target.as_ref(),
            ceiling,
        );
    }

    fn commitments(&mut self, was: &Commitment, is: &Commitment, lineage: &Lineage) {
        self.plain(Aspect::Number, was.number == is.number);
        self.stated(Aspect::Process, was.process, is.process);
        // What is given up is not counted among what is to be done.
        let kept = |of: &Commitment| -> Vec<Id> {
            let kept = |it: &&Measure| it.status != Some(Status::Dropped);
            of.measures
                .iter()
                .filter(kept)
                .map(|it| it.id.clone())
                .collect()
        };
        let (old, new) = (kept(was), kept(is));
        if old.len() == new.len() {
            self.links(Aspect::Measures, &old, &new, lineage);
        } else {
            self.add(Aspect::Measures, Direction::of(new.len().cmp(&old.len())));
        }
    }

    fn actions(&mut self, was: &Action, is: &Action, lineage: &Lineage) {
        self.plain(Aspect::Origin, was.origin == is.origin);
        let neither = |_, _| Direction::Neither;
        let larger = |_, larger| Direction::of(larger);
        self.quantity(Aspect::Cost, was.cost.as_ref(), is.cost.as_ref(), neither);
        self.quantity(
            Aspect::Effect,
            was.effect.as_ref(),
            is.effect.as_ref(),
            larger,
        );
        if was.funding != is.funding {
            let known = |lines: &[Funding]| {
                let known = |it: &&Funding| it.amount.as_ref().is_some_and(Quantity::is_known);
                (!lines.is_empty(), lines.iter().filter(known).count())
            };
            let direction = Direction::of(known(&is.funding).cmp(&known(&was.funding)));
            self.add(Aspect::Funding, direction);
        }
        self.plain(Aspect::CoBenefits, was.co_benefits == is.co_benefits);
        self.links(
            Aspect::Commitments,
            &was.commitments,
            &is.commitments,
            lineage,
        );
        self.links(Aspect::DependsOn, &was.depends_on, &is.depends_on, lineage);
    }

    /// A figure. `larger` says where it leads that it became larger or smaller, in its unit.
    fn quantity(
        &mut self,
        aspect: Aspect,
        was: Option<&Quantity>,
        is: Option<&Quantity>,
        larger: impl Fn(Option<Unit>, Ordering) -> Direction,
    ) {
        let nothing = Quantity::default();
        let (was, is) = (was.unwrap_or(&nothing), is.unwrap_or(&nothing));
        // An unknown without a reason was not stated, whichever way the file leaves it out.
        if was == is || (was.amount() == is.amount() && !was.is_known() && was.reason == is.reason)
        {
            return;
        }
        let direction = match (was.is_known(), is.is_known()) {
            (true, true) => larger(is.unit, compare(was, is)),
            (was, is) => Direction::of(is.cmp(&was)),
        };
        self.add(aspect, direction);
    }

    /// A period: an earlier end, or an earlier start where the end is the same, is sharper.
    fn period(&mut self, was: Option<&Period>, is: Option<&Period>) {
        if was == is {
            return;
        }
        let read = |it: Option<&Period>| it.and_then(|it| it.span().ok());
        let direction = match (read(was), read(is)) {
            (Some(was), Some(is)) => sooner(was, is),
            (was, is) => Direction::of(is.is_some().cmp(&was.is_some())),
        };
        self.add(Aspect::Period, direction);
    }
}

/// Whether a known figure became larger or smaller; equal when neither can be said, as for other units.
fn compare(was: &Quantity, is: &Quantity) -> Ordering {
    let scale = |it: &Quantity| it.unit.map_or(("", 1.0), Unit::scale);
    let ((unit, old), (other, new)) = (scale(was), scale(is));
    if unit != other {
        return Ordering::Equal;
    }
    let ends = |it: &Quantity, scale: f64| match it.amount() {
        Amount::Exact(value) => [Some(value * scale); 2],
        Amount::Range(low, high) => [low, high].map(|end| end.map(|it| it * scale)),
        Amount::Unknown(_) => [None; 2],
    };
    let mut said = Ordering::Equal;
    for (old, new) in ends(was, old).into_iter().zip(ends(is, new)) {
        let (Some(old), Some(new)) = (old, new) else {
            // An end that only one of them has.
            if old.is_some() != new.is_some() {
                return Ordering::Equal;
            }
            continue;
        };
        let this = new.partial_cmp(&old).unwrap_or(Ordering::Equal);
        if said != Ordering::Equal && this != Ordering::Equal && this != said {
            return Ordering::Equal; // wider or narrower
        }
        said = if said == Ordering::Equal { this } else { said };
    }
    said
}

/// Whether a period became sooner.
fn sooner(was: Span, is: Span) -> Direction {
    for (old, new, day) in [
        (was.end, is.end, When::last as fn(&When) -> _),
        (was.start, is.start, When::first),
    ] {
        let direction = match (old, new) {
            (Edge::At(old), Edge::At(new)) => match day(&old).cmp(&day(&new)) {
                Ordering::Equal => Direction::of(old.uncertain.cmp(&new.uncertain)),
                earlier => Direction::of(earlier),
            },
            (Edge::Unknown, Edge::At(_)) => Direction::Sharper,
            (Edge::At(_), Edge::Unknown) => Direction::Weaker,
            _ => Direction::Neither,
        };
        if direction != Direction::Neither {
            return direction;
        }
    }
    Direction::Neither
}
