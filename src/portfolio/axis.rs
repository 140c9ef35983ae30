//! What the rows and the columns of the portfolio can be, and where on each an item belongs.

use crate::contract::word::{Lever, Origin, Status, words};
use crate::contract::{Contract, Id, Item, Step};

words! {
    /// What the rows or the columns are.
    Axis {
        /// The process of the map.
        Process = "process",
        /// The focus area.
        Focus = "focus",
        /// The lever.
        Lever = "lever",
        /// How far it has come.
        Status = "status",
        /// Who is responsible.
        Responsible = "responsible",
        /// The part of the contract it comes from.
        Origin = "origin",
        /// Who pays.
        Funding = "funding",
    }
}

/// A row or a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// A process of the map.
    Step(Step),
    /// A focus area of the contract.
    Focus(Id),
    /// A lever.
    Lever(Lever),
    /// How far it has come.
    Status(Status),
    /// A part of the contract.
    Origin(Origin),
    /// The commitments, which come from no plan.
    Commitments,
    /// Whoever carries a commitment.
    Party(Id),
    /// Someone, in the contract's words.
    Named(String),
    /// What the contract does not say.
    Unstated,
}

impl Axis {
    /// Where an item belongs: at least one place, and each once.
    #[must_use]
    pub fn of(self, item: &Item<'_>) -> Vec<Slot> {
        let mut slots: Vec<Slot> = Vec::new();
        let mut add = |slot: Slot| {
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        };
        match self {
            Self::Process => item.steps().iter().for_each(|it| add(Slot::Step(*it))),
            Self::Focus => (item.focus_areas().iter()).for_each(|it| add(Slot::Focus(it.clone()))),
            Self::Lever => item.levers().iter().for_each(|it| add(Slot::Lever(*it))),
            Self::Status => item
                .status()
                .filter(|it| *it != Status::Unknown)
                .into_iter()
                .for_each(|it| add(Slot::Status(it))),
            Self::Responsible => {
                (item.responsible().iter()).for_each(|it| add(Slot::Named(it.clone())));
                // Of a measure without a name of its own, those of its commitment are responsible.
                if item.responsible().is_empty() {
                    for id in item.parties() {
                        add(Slot::Party(id.clone()));
                    }
                }
            }
            Self::Origin => match item {
                Item::Action(it) => it.origin.into_iter().for_each(|it| add(Slot::Origin(it))),
                _ => add(Slot::Commitments),
            },
            Self::Funding => {
                if let Item::Action(it) = item {
                    let named = it.funding.iter().filter_map(|it| it.from.clone());
                    named.for_each(|it| add(Slot::Named(it)));
                }
            }
        }
        if slots.is_empty() {
            slots.push(Slot::Unstated);
        }
        slots
    }

    /// Every row or column there is: all that the format or the contract knows, with or without items; then whom the items
    /// name; what is not stated last, when there is such.
    #[must_use]
    pub fn slots(self, contract: &Contract, items: &[Item<'_>]) -> Vec<Slot> {
        let mut slots: Vec<Slot> = match self {
            Self::Process => Step::ALL.iter().map(|it| Slot::Step(*it)).collect(),
            Self::Focus => {
                let areas = contract.focus_areas.iter();
                areas.map(|it| Slot::Focus(it.id.clone())).collect()
            }
            Self::Lever => Lever::ALL.iter().map(|it| Slot::Lever(*it)).collect(),
            Self::Status => {
                let known = Status::ALL.iter().filter(|it| **it != Status::Unknown);
                known.map(|it| Slot::Status(*it)).collect()
            }
            Self::Origin => {
                let plans = Origin::ALL.iter().map(|it| Slot::Origin(*it));
                plans.chain([Slot::Commitments]).collect()
            }
            Self::Responsible | Self::Funding => Vec::new(),
        };
        let mut unstated = false;
        for slot in items.iter().flat_map(|it| self.of(it)) {
            unstated |= slot == Slot::Unstated;
            if slot != Slot::Unstated && !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        if unstated || slots.is_empty() {
            slots.push(Slot::Unstated);
        }
        slots
    }

    /// Whether what is to be found on it is known before any item is: only then can something be missing there.
    #[must_use]
    pub fn is_closed(self) -> bool {
        !matches!(self, Self::Responsible | Self::Funding)
    }
}
