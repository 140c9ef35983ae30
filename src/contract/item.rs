//! An item: any of the things of a version that someone can point at, read the same way whatever its kind.
//!
//! Longer than most: each question is answered for nine kinds, and a `match` names them all.

use super::model::{
    Action, Body, Commitment, Contract, Gap, Goal, Id, Indicator, Lesson, Measure, Prerequisite,
    Source, Version,
};
use super::period::{Period, Span};
use super::word::{Kind, Lang, Lever, Origin, PartyKind, PlacedBy, Status, Step};

/// One item of a version.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Item<'a> {
    /// A goal.
    Goal(&'a Goal),
    /// A gap to a goal.
    Gap(&'a Gap),
    /// An indicator, the same in every version.
    Indicator(&'a Indicator),
    /// A commitment.
    Commitment(&'a Commitment),
    /// A measure, with the commitment it is for.
    Measure(&'a Commitment, &'a Measure),
    /// An action.
    Action(&'a Action),
    /// A prerequisite.
    Prerequisite(&'a Prerequisite),
    /// A body.
    Body(&'a Body),
    /// A lesson.
    Lesson(&'a Lesson),
}

/// The part of the contract an item stands in: the lanes of the roadmap, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Goals, and the gaps and indicators that tell how far they are.
    Goals,
    /// The climate roadmap: activity plan, budget assignments, climate plan.
    Roadmap,
    /// The climate investment plan.
    InvestmentPlan,
    /// Joint commitments between municipalities, with their measures.
    JointCommitments,
    /// The municipality's other commitments.
    OwnCommitments,
    /// The authorities' commitments.
    AuthorityCommitments,
    /// The programme's commitments.
    ProgrammeCommitments,
    /// Commitments of other parties.
    OtherCommitments,
    /// What the work needs.
    Prerequisites,
    /// Who leads, decides and follows up.
    Organisation,
    /// What was learned.
    Lessons,
}

impl Part {
    /// Every part, in the order of the lanes.
    pub const ALL: [Self; 11] = [
        Self::Goals,
        Self::Roadmap,
        Self::InvestmentPlan,
        Self::JointCommitments,
        Self::OwnCommitments,
        Self::AuthorityCommitments,
        Self::ProgrammeCommitments,
        Self::OtherCommitments,
        Self::Prerequisites,
        Self::Organisation,
        Self::Lessons,
    ];

    /// A short word for it, used in ids and tests.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Roadmap => "roadmap",
            Self::InvestmentPlan => "investment-plan",
            Self::JointCommitments => "joint-commitments",
            Self::OwnCommitments => "own-commitments",
            Self::AuthorityCommitments => "authority-commitments",
            Self::ProgrammeCommitments => "programme-commitments",
            Self::OtherCommitments => "other-commitments",
            Self::Prerequisites => "prerequisites",
            Self::Organisation => "organisation",
            Self::Lessons => "lessons",
        }
    }
}

/// Reads one field that several kinds share.
macro_rules! shared {
    ($self:ident, $none:expr, $field:ident: $($variant:ident),+) => {
        match $self { $(Item::$variant(it) => &it.$field,)+ Item::Measure(_, it) => &it.$field, _ => $none }
    };
}

impl<'a> Item<'a> {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &'a Id {
        match *self {
            Self::Goal(it) => &it.id,
            Self::Gap(it) => &it.id,
            Self::Indicator(it) => &it.id,
            Self::Commitment(it) => &it.id,
            Self::Measure(_, it) => &it.id,
            Self::Action(it) => &it.id,
            Self::Prerequisite(it) => &it.id,
            Self::Body(it) => &it.id,
            Self::Lesson(it) => &it.id,
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Goal(_) => Kind::Goal,
            Self::Gap(_) => Kind::Gap,
            Self::Indicator(_) => Kind::Indicator,
            Self::Commitment(_) => Kind::Commitment,
            Self::Measure(..) => Kind::Measure,
            Self::Action(_) => Kind::Action,
            Self::Prerequisite(_) => Kind::Prerequisite,
            Self::Body(_) => Kind::Body,
            Self::Lesson(_) => Kind::Lesson,
        }
    }

    /// Its title as the contract's own language has it; a gap or lesson may have none.
    #[must_use]
    pub fn title(&self) -> Option<&'a str> {
        Some(match *self {
            Self::Goal(it) => &it.title,
            Self::Gap(it) => return it.title.as_deref(),
            Self::Indicator(it) => &it.title,
            Self::Commitment(it) => &it.title,
            Self::Measure(_, it) => &it.title,
            Self::Action(it) => &it.title,
            Self::Prerequisite(it) => &it.title,
            Self::Body(it) => &it.title,
            Self::Lesson(it) => return it.title.as_deref().or(it.learned.as_deref()),
        })
    }

    /// Its short text: the summary, or a body's role.
    #[must_use]
    pub fn summary(&self) -> Option<&'a str> {
        match *self {
            Self::Goal(it) => it.summary.as_deref(),
            Self::Gap(_) => None,
            Self::Indicator(it) => it.summary.as_deref(),
            Self::Commitment(it) => it.summary.as_deref(),
            Self::Measure(_, it) => it.summary.as_deref(),
            Self::Action(it) => it.summary.as_deref(),
            Self::Prerequisite(it) => it.summary.as_deref(),
            Self::Body(it) => it.role.as_deref(),
            Self::Lesson(it) => it.learned.as_deref(),
        }
    }

    /// The processes of the map, the main one first. A measure that names none has its commitment's.
    #[must_use]
    pub fn steps(&self) -> &'a [Step] {
        match *self {
            Self::Measure(of, it) if it.steps.is_empty() => &of.steps,
            Self::Goal(it) => &it.steps,
            Self::Commitment(it) => &it.steps,
            Self::Measure(_, it) => &it.steps,
            Self::Action(it) => &it.steps,
            Self::Prerequisite(it) => &it.steps,
            Self::Body(it) => &it.steps,
            Self::Gap(_) | Self::Indicator(_) | Self::Lesson(_) => &[],
        }
    }

    /// Who placed it in its processes.
    #[must_use]
    pub fn placed_by(&self) -> Option<PlacedBy> {
        match *self {
            Self::Measure(of, it) if it.steps.is_empty() => of.placed_by,
            _ => *shared!(self, &None, placed_by: Goal, Commitment, Action, Prerequisite, Body),
        }
    }

    /// Its focus areas; none when it cuts across.
    #[must_use]
    pub fn focus_areas(&self) -> &'a [Id] {
        match *self {
            Self::Measure(of, it) if it.focus_areas.is_empty() => &of.focus_areas,
            Self::Commitment(it) => &it.focus_areas,
            Self::Measure(_, it) => &it.focus_areas,
            Self::Action(it) => &it.focus_areas,
            Self::Prerequisite(it) => &it.focus_areas,
            _ => &[],
        }
    }

    /// When, as the file writes it. A goal's year is its period.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Goal(it) => it.year.map(|year| Period(format!("{year:04}"))),
            Self::Commitment(it) => it.period.clone(),
            Self::Measure(_, it) => it.period.clone(),
            Self::Action(it) => it.period.clone(),
            _ => None,
        }
    }

    /// When, read; nothing when it has no period.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.period()?.span().ok()
    }

    /// How far it has come.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        match *self {
            Self::Measure(_, it) => it.status,
            _ => *shared!(self, &None, status: Commitment, Action),
        }
    }

    /// What it pulls.
    #[must_use]
    pub fn levers(&self) -> &'a [Lever] {
        match *self {
            Self::Measure(_, it) => &it.levers,
            Self::Action(it) => &it.levers,
            _ => &[],
        }
    }

    /// Who is responsible, in words.
    #[must_use]
    pub fn responsible(&self) -> &'a [String] {
        match *self {
            Self::Measure(_, it) => &it.responsible,
            Self::Action(it) => &it.responsible,
            _ => &[],
        }
    }

    /// What it continues from an earlier version, when it was renamed, split or merged.
    #[must_use]
    pub fn continues(&self) -> &'a [Id] {
        match *self {
            Self::Goal(it) => &it.continues,
            Self::Commitment(it) => &it.continues,
            Self::Measure(_, it) => &it.continues,
            Self::Action(it) => &it.continues,
            Self::Prerequisite(it) => &it.continues,
            Self::Body(it) => &it.continues,
            Self::Gap(_) | Self::Indicator(_) | Self::Lesson(_) => &[],
        }
    }

    /// Where it stands. A measure that says nothing stands where its commitment does.
    #[must_use]
    pub fn source(&self) -> Option<&'a Source> {
        match *self {
            Self::Goal(it) => it.source.as_ref(),
            Self::Gap(it) => it.source.as_ref(),
            Self::Indicator(it) => it.source.as_ref(),
            Self::Commitment(it) => it.source.as_ref(),
            Self::Measure(of, it) => it.source.as_ref().or(of.source.as_ref()),
            Self::Action(it) => it.source.as_ref(),
            Self::Prerequisite(it) => it.source.as_ref(),
            Self::Body(it) => it.source.as_ref(),
            Self::Lesson(it) => it.source.as_ref(),
        }
    }

    /// The parties that carry it: those a commitment names; for everything else nobody is named, and nothing is guessed.
    #[must_use]
    pub fn parties(&self) -> Vec<&'a Id> {
        match *self {
            Self::Commitment(it) | Self::Measure(it, _) => {
                it.party.iter().chain(&it.parties).collect()
            }
            Self::Lesson(it) => it.party.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The part of the contract it stands in.
    #[must_use]
    pub fn part(&self, contract: &Contract) -> Part {
        match *self {
            Self::Goal(_) | Self::Gap(_) | Self::Indicator(_) => Part::Goals,
            Self::Action(it) if it.origin == Some(Origin::InvestmentPlan) => Part::InvestmentPlan,
            Self::Action(_) => Part::Roadmap,
            Self::Commitment(it) | Self::Measure(it, _) if it.shared => Part::JointCommitments,
            Self::Commitment(_) | Self::Measure(..) => {
                match self.parties().first().and_then(|id| contract.party(id)) {
                    Some(party) => match party.kind {
                        Some(PartyKind::Authority) => Part::AuthorityCommitments,
                        Some(PartyKind::Programme) => Part::ProgrammeCommitments,
                        Some(PartyKind::Municipality) => Part::OwnCommitments,
                        _ => Part::OtherCommitments,
                    },
                    None => Part::OwnCommitments,
                }
            }
            Self::Prerequisite(_) => Part::Prerequisites,
            Self::Body(_) => Part::Organisation,
            Self::Lesson(_) => Part::Lessons,
        }
    }
}

impl Version {
    /// Every item of the version itself, in the contract's order, each measure after its commitment.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let mut items = Vec::new(); // a list of loops is much less code than a chain of iterators
        for it in &self.goals {
            items.push(Item::Goal(it));
        }
        for it in &self.gaps {
            items.push(Item::Gap(it));
        }
        for it in &self.actions {
            items.push(Item::Action(it));
        }
        for of in &self.commitments {
            items.push(Item::Commitment(of));
            for it in &of.measures {
                items.push(Item::Measure(of, it));
            }
        }
        for it in &self.prerequisites {
            items.push(Item::Prerequisite(it));
        }
        for it in &self.bodies {
            items.push(Item::Body(it));
        }
        for it in &self.lessons {
            items.push(Item::Lesson(it));
        }
        items.into_iter()
    }
}

impl Contract {
    /// Every item that is shown with a version: its own, and the contract's indicators (their shares aside).
    /// A version of which only the document is known has none.
    #[must_use]
    pub fn items(&self, version: usize) -> Vec<Item<'_>> {
        let Some(version) = self.versions.get(version) else {
            return Vec::new();
        };
        let mut items: Vec<Item<'_>> = version.items().collect();
        if !items.is_empty() {
            items.extend(
                self.indicators
                    .iter()
                    .filter(|it| it.part_of.is_none())
                    .map(Item::Indicator),
            );
        }
        items
    }

    /// The item of this id in a version.
    #[must_use]
    pub fn item(&self, version: usize, id: &Id) -> Option<Item<'_>> {
        self.items(version).into_iter().find(|it| it.id() == id)
    }

    /// The party of this id.
    #[must_use]
    pub fn party(&self, id: &Id) -> Option<&super::model::Party> {
        self.parties.iter().find(|it| &it.id == id)
    }

    /// The document of this id.
    #[must_use]
    pub fn document(&self, id: &Id) -> Option<&super::model::Document> {
        self.documents.iter().find(|it| &it.id == id)
    }

    /// The focus area of this id.
    #[must_use]
    pub fn focus_area(&self, id: &Id) -> Option<&super::model::FocusArea> {
        self.focus_areas.iter().find(|it| &it.id == id)
    }

    /// The language its texts are written in.
    #[must_use]
    pub fn written_in(&self) -> Lang {
        self.language.unwrap_or(Lang::Sv)
    }

    /// A text of the thing `id` in `lang`, with the language that it is really in: the translation when there is one,
    /// else the original.
    #[must_use]
    pub fn text<'a>(
        &'a self,
        id: &Id,
        field: &str,
        original: &'a str,
        lang: Lang,
    ) -> (&'a str, Lang) {
        let written = self.written_in();
        if lang == written {
            return (original, written);
        }
        let found = self.translations.text(lang.as_str(), id, field);
        found.map_or((original, written), |text| (text, lang))
    }
}
