//! The state: everything that decides what is on screen.
//!
//! Longer than most: half of it is its tests.

use std::ops::RangeInclusive;

use super::choice::{Form, Group, Theme, View};
use crate::contract::word::Content;
use crate::contract::{Change, Contract, Id, Item, Lang, Part, Step};
use crate::portfolio::{Axis, Sort};

/// The built-in contract that opens when the URL names none.
pub const DEFAULT_CONTRACT: &str = "orebro";

/// The years that a range may span.
pub const YEARS: RangeInclusive<i16> = 1900..=2200;

/// What is on screen. All of it but `collapsed` is in the URL.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The contracts that are open, as they were written: built-in ids or URLs, separated by commas (a URL's
    /// own comma is `%2C`), each once. [`State::references`] takes them apart. The first is in front: its are the map, the
    /// roadmap and the panel, and its are version, item, focus area and party.
    pub contract: String,
    /// The view.
    pub view: View,
    /// How it is shown.
    pub form: Form,
    /// The label of the version in focus, when one was chosen; [`State::version_index`] says which it is otherwise.
    pub version: Option<String>,
    /// The label of the version that is compared with, when one was chosen; see [`State::compared_index`].
    pub compare: Option<String>,
    /// Only items that this became of since the version that is compared with.
    pub change: Option<Change>,
    /// What the strands of the commitments are grouped by.
    pub group: Group,
    /// What the rows of the portfolio are; never what its columns are.
    pub rows: Axis,
    /// What its columns are.
    pub columns: Axis,
    /// In what order the items of the portfolio stand.
    pub sort: Sort,
    /// Only items of this process.
    pub step: Option<Step>,
    /// The selected item.
    pub item: Option<Id>,
    /// Only items of this focus area.
    pub focus: Option<Id>,
    /// Only items of this party.
    pub party: Option<Id>,
    /// Only items that hold all of these words; as typed.
    pub query: String,
    /// The first year on the roadmap; the contract's own when absent.
    pub from: Option<i16>,
    /// The last year on the roadmap; the contract's own when absent.
    pub to: Option<i16>,
    /// The language of the app.
    pub lang: Lang,
    /// The theme, when one was chosen; else the system's.
    pub theme: Option<Theme>,
    /// Whether the view stands alone, in another page.
    pub embed: bool,
    /// The lanes of the roadmap that are folded.
    pub collapsed: Vec<Part>,
    /// Parameters of the URL that are someone else's: name and value, percent-encoded as they stood.
    pub other: Vec<(String, String)>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            contract: DEFAULT_CONTRACT.to_owned(),
            view: View::Map,
            form: Form::Graphic,
            version: None,
            compare: None,
            change: None,
            group: Group::Party,
            rows: Axis::Focus,
            columns: Axis::Process,
            sort: Sort::Contract,
            step: None,
            item: None,
            focus: None,
            party: None,
            query: String::new(),
            from: None,
            to: None,
            lang: Lang::Sv,
            theme: None,
            embed: false,
            collapsed: Vec::new(),
            other: Vec::new(),
        }
    }
}

impl State {
    /// Each contract that is open, in order.
    pub fn references(&self) -> impl Iterator<Item = &str> {
        self.contract.split(',')
    }

    /// The contract that is in front.
    #[must_use]
    pub fn front(&self) -> &str {
        self.references().next().unwrap_or_default()
    }

    /// Where the version in focus stands in the contract: the chosen one; else the last of which something is known,
    /// else the last. A chosen version that the contract lacks counts as none. Nothing when there are no versions.
    #[must_use]
    pub fn version_index(&self, contract: &Contract) -> Option<usize> {
        let versions = &contract.versions;
        let chosen = self
            .version
            .as_ref()
            .and_then(|label| versions.iter().position(|it| &it.label == label));
        chosen
            .or_else(|| {
                versions
                    .iter()
                    .rposition(|it| it.content != Content::DocumentOnly)
            })
            .or_else(|| versions.len().checked_sub(1))
    }

    /// Where the version stands that is compared with: the chosen one. The view of the commitments compares also when
    /// none is chosen, with the version before of which something is known.
    #[must_use]
    pub fn compared_index(&self, contract: &Contract) -> Option<usize> {
        let at = self.version_index(contract)?;
        let versions = &contract.versions;
        match &self.compare {
            Some(label) => versions.iter().position(|it| &it.label == label),
            None if self.view == View::Commitments => versions[..at]
                .iter()
                .rposition(|it| it.content != Content::DocumentOnly),
            None => None,
        }
    }

    /// The item of this id that can be pointed at: of the version in focus, or of the one that is compared with.
    #[must_use]
    pub fn find<'c>(&self, contract: &'c Contract, id: &Id) -> Option<Item<'c>> {
        let now = self.version_index(contract)?;
        let then = self.compared_index(contract);
        [Some(now), then]
            .into_iter()
            .flatten()
            .find_map(|at| contract.item(at, id))
    }

    /// True when this shows more than the map and the roadmap of the contract that comes with the app, which is all that the
    /// program of a first visit has. `boot.js` knows the same rule by the address.
    #[must_use]
    pub fn needs_the_whole(&self) -> bool {
        !matches!(self.view, View::Map | View::Roadmap)
            || self.compare.is_some()
            || self.contract != DEFAULT_CONTRACT
    }

    /// True when going from `previous` to this deserves an entry of its own in the history, so that Back returns to
    /// `previous`. False for what is typed, zoomed or folded: that would bury the way back.
    #[must_use]
    pub fn is_step_from(&self, previous: &Self) -> bool {
        let step = |it: &Self| {
            let filter = (it.step, it.focus.clone(), it.party.clone(), it.change);
            let compared = (it.compare.clone(), it.group, it.rows, it.columns, it.sort);
            (
                it.contract.clone(),
                it.view,
                it.form,
                it.version.clone(),
                it.item.clone(),
                filter,
                compared,
                it.lang,
            )
        };
        step(self) != step(previous)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn the_version_in_focus_is_the_chosen_one_else_the_last_with_content() {
        let contract = sample::contract();
        let at = |label: Option<&str>| {
            State {
                version: label.map(str::to_owned),
                ..State::default()
            }
            .version_index(&contract)
        };
        assert_eq!(
            at(None),
            Some(2),
            "the last is a document only, so the one before it"
        );
        assert_eq!(at(Some("2023")), Some(0));
        assert_eq!(
            at(Some("2026")),
            Some(3),
            "a document-only version may be chosen"
        );
        assert_eq!(
            at(Some("1066")),
            Some(2),
            "what does not exist counts as not chosen"
        );
    }

    #[test]
    fn without_content_the_last_version_is_in_focus_and_without_versions_none() {
        let mut contract = sample::contract();
        contract
            .versions
            .retain(|it| it.content == Content::DocumentOnly);
        assert_eq!(
            State::default().version_index(&contract),
            Some(contract.versions.len() - 1)
        );
        contract.versions.clear();
        assert_eq!(State::default().version_index(&contract), None);
    }

    #[test]
    fn the_commitments_are_compared_with_the_version_before_unless_another_is_chosen() {
        let contract = sample::contract();
        let at = |view, compare: Option<&str>| {
            State {
                view,
                compare: compare.map(str::to_owned),
                ..State::default()
            }
            .compared_index(&contract)
        };
        assert_eq!(at(View::Map, None), None);
        assert_eq!(at(View::Commitments, None), Some(1));
        assert_eq!(at(View::Commitments, Some("2023")), Some(0));
        assert_eq!(at(View::Map, Some("2023")), Some(0));
        assert_eq!(at(View::Map, Some("1066")), None);
    }

    #[test]
    fn what_only_the_version_compared_with_has_can_be_pointed_at_while_comparing() {
        let contract = sample::contract();
        let id = Id::from("plan-2024");
        let found = |state: State| state.find(&contract, &id).is_some();
        assert!(!found(State::default()));
        assert!(found(State {
            compare: Some("2024".into()),
            ..State::default()
        }));
    }

    #[test]
    fn only_steps_of_the_reader_enter_the_history() {
        let start = State::default();
        let steps = [
            State {
                view: View::Roadmap,
                ..start.clone()
            },
            State {
                form: Form::List,
                ..start.clone()
            },
            State {
                version: Some("2023".into()),
                ..start.clone()
            },
            State {
                item: Some("a".into()),
                ..start.clone()
            },
            State {
                step: Some(Step::Action),
                ..start.clone()
            },
            State {
                focus: Some("energi".into()),
                ..start.clone()
            },
            State {
                party: Some("orebro".into()),
                ..start.clone()
            },
            State {
                contract: "lund".into(),
                ..start.clone()
            },
            State {
                compare: Some("2023".into()),
                ..start.clone()
            },
            State {
                change: Some(Change::New),
                ..start.clone()
            },
            State {
                group: Group::Focus,
                ..start.clone()
            },
            State {
                rows: Axis::Lever,
                ..start.clone()
            },
            State {
                columns: Axis::Status,
                ..start.clone()
            },
            State {
                sort: Sort::Cost,
                ..start.clone()
            },
            State {
                lang: Lang::En,
                ..start.clone()
            },
        ];
        for state in steps {
            assert!(state.is_step_from(&start), "{state:?}");
        }
        let replaced = [
            start.clone(),
            State {
                query: "buss".into(),
                ..start.clone()
            },
            State {
                from: Some(2020),
                to: Some(2030),
                ..start.clone()
            },
            State {
                theme: Some(Theme::Dark),
                ..start.clone()
            },
            State {
                collapsed: vec![Part::Goals],
                ..start.clone()
            },
        ];
        for state in replaced {
            assert!(!state.is_step_from(&start), "{state:?}");
        }
    }
}
