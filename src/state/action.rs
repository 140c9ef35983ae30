//! What a reader can do, and what it does to the state.

use super::choice::{Form, Group, Theme, View};
use super::state::{State, YEARS};
use crate::contract::{Change, Contract, Id, Lang, Part, Step};
use crate::portfolio::{Axis, Sort};

/// Something that the reader, or the page around the app, has done.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Show another view.
    Show(View),
    /// Show it drawn or as a list.
    As(Form),
    /// Bring the version of this label into focus.
    FocusVersion(String),
    /// Bring the next version into focus.
    NextVersion,
    /// Bring the version before into focus.
    PreviousVersion,
    /// Compare with the version of this label, or with none.
    Compare(Option<String>),
    /// Only items that this became of, or all.
    FilterChange(Option<Change>),
    /// Group the strands.
    Group(Group),
    /// Give the portfolio these rows. What its columns are they become in exchange.
    Rows(Axis),
    /// Give it these columns, likewise.
    Columns(Axis),
    /// Put its items in this order.
    Sort(Sort),
    /// Select an item of the version in focus, or of the one that is compared with.
    Select(Id),
    /// Select nothing.
    Deselect,
    /// Only items of a process, or of all.
    FilterStep(Option<Step>),
    /// Only items of a focus area, or of all.
    FilterFocus(Option<Id>),
    /// Only items of a party, or of all.
    FilterParty(Option<Id>),
    /// Only items with these words.
    Search(String),
    /// The first and the last year on the roadmap, or the contract's own.
    Range(Option<i16>, Option<i16>),
    /// Speak another language.
    Speak(Lang),
    /// Use a theme, or the system's.
    Theme(Option<Theme>),
    /// Fold a lane, or unfold it.
    Fold(Part),
    /// Show every item again. The years stay: they are a place, not a filter.
    ClearFilters,
    /// The contracts of these references, separated by commas, were opened.
    Opened(String),
    /// Bring the contract of this reference to the front of those that are open.
    Front(String),
    /// Open the contract of this reference beside those that are open.
    Add(String),
    /// Leave the contract of this reference out; not the last one.
    Leave(String),
    /// Back or Forward to what a URL says.
    Go(Box<State>),
}

impl State {
    /// The state after `action`. `contract` is what is open, or nothing while none is; an action that asks for what
    /// the contract does not have changes nothing.
    #[must_use]
    pub fn apply(&self, action: Action, contract: Option<&Contract>) -> Self {
        let mut next = self.clone();
        let has = |test: &dyn Fn(&Contract) -> bool| contract.is_some_and(test);
        match action {
            Action::Show(view) => {
                next.view = view;
                next.keep_item(contract);
            }
            Action::As(form) => next.form = form,
            Action::FocusVersion(label) => {
                next.turn_to(contract, |it| {
                    it.versions
                        .iter()
                        .position(|version| version.label == label)
                });
            }
            Action::NextVersion => {
                next.turn_to(contract, |it| self.version_index(it)?.checked_add(1));
            }
            Action::PreviousVersion => {
                next.turn_to(contract, |it| self.version_index(it)?.checked_sub(1));
            }
            Action::Select(id) => {
                if has(&|it| self.find(it, &id).is_some()) {
                    next.item = Some(id);
                }
            }
            Action::Deselect => next.item = None,
            Action::Compare(label) => {
                let known =
                    |label: &String| has(&|it| it.versions.iter().any(|v| &v.label == label));
                if label.as_ref().is_none_or(known) {
                    next.compare = label;
                    next.change = None;
                    next.keep_item(contract);
                }
            }
            Action::FilterChange(change) => next.change = change,
            Action::Group(group) => next.group = group,
            Action::Rows(axis) => next.turn_axes(axis, self.columns),
            Action::Columns(axis) => next.turn_axes(self.rows, axis),
            Action::Sort(sort) => next.sort = sort,
            Action::FilterStep(step) => next.step = step,
            Action::FilterFocus(id) => {
                if id
                    .as_ref()
                    .is_none_or(|id| has(&|it| it.focus_area(id).is_some()))
                {
                    next.focus = id;
                }
            }
            Action::FilterParty(id) => {
                if id
                    .as_ref()
                    .is_none_or(|id| has(&|it| it.party(id).is_some()))
                {
                    next.party = id;
                }
            }
            Action::Search(query) => next.query = query,
            Action::Range(from, to) => next.set_range(from, to),
            Action::Speak(lang) => next.lang = lang,
            Action::Theme(theme) => next.theme = theme,
            Action::Fold(part) => {
                if next.collapsed.contains(&part) {
                    next.collapsed.retain(|it| *it != part);
                } else {
                    next.collapsed.push(part);
                }
            }
            Action::ClearFilters => {
                (next.step, next.focus, next.party, next.change) = (None, None, None, None);
                next.query.clear();
            }
            Action::Opened(references) => next.open(references, contract),
            Action::Front(reference) => {
                if let Some(rest) = self.without(&reference) {
                    next.turn_over(listed(&reference, &rest));
                }
            }
            Action::Add(reference) => {
                if self.without(&reference).is_none() {
                    next.contract = listed(&self.contract, &reference);
                }
            }
            Action::Leave(reference) => {
                if let Some(rest) = self.without(&reference).filter(|it| !it.is_empty()) {
                    next.turn_over(rest);
                }
            }
            Action::Go(state) => {
                next = Self {
                    collapsed: next.collapsed,
                    ..*state
                };
                if next.front() == self.front() {
                    next.settle_in(contract);
                }
            }
        }
        next
    }

    /// Rows and columns of the portfolio. When both are the same, the one that was not chosen takes what the other was.
    fn turn_axes(&mut self, rows: Axis, columns: Axis) {
        (self.rows, self.columns) = if rows == columns {
            (self.columns, self.rows)
        } else {
            (rows, columns)
        };
    }

    /// Brings a version into focus, when there is one at that place. The selection stays when the item is there too.
    fn turn_to(
        &mut self,
        contract: Option<&Contract>,
        at: impl FnOnce(&Contract) -> Option<usize>,
    ) {
        let Some(contract) = contract else { return };
        let Some(version) = at(contract).and_then(|at| contract.versions.get(at)) else {
            return;
        };
        self.version = Some(version.label.clone());
        // A version is not compared with itself.
        if self.compare == self.version {
            (self.compare, self.change) = (None, None);
        }
        self.keep_item(Some(contract));
    }

    /// Lets go of the selected item when it can no longer be pointed at.
    fn keep_item(&mut self, contract: Option<&Contract>) {
        if let Some((contract, id)) = contract.zip(self.item.take()) {
            self.item = self.find(contract, &id).is_some().then_some(id);
        }
    }

    fn set_range(&mut self, from: Option<i16>, to: Option<i16>) {
        let known = [from, to]
            .into_iter()
            .flatten()
            .all(|year| YEARS.contains(&year));
        let ordered = from.zip(to).is_none_or(|(from, to)| from <= to);
        if known && ordered {
            (self.from, self.to) = (from, to);
        }
    }

    /// The references without this one; nothing when it is not among them.
    fn without(&self, reference: &str) -> Option<String> {
        let mut found = false;
        let mut rest = String::new();
        for it in self.references() {
            if it == reference {
                found = true;
            } else {
                rest = listed(&rest, it);
            }
        }
        found.then_some(rest)
    }

    /// Other references, or in another order. What belongs to the contract that was in front goes with it; what is asked of
    /// every contract stays.
    fn turn_over(&mut self, references: String) {
        let front = self.front().to_owned();
        self.contract = references;
        if self.front() != front {
            (self.version, self.compare, self.change) = (None, None, None);
            (self.item, self.focus, self.party) = (None, None, None);
            (self.from, self.to) = (None, None);
        }
    }

    /// Another contract starts afresh; the same one, opened again, keeps what it still has.
    fn open(&mut self, references: String, contract: Option<&Contract>) {
        if references.split(',').next() == Some(self.front()) {
            self.contract = references;
            return self.settle_in(contract);
        }
        *self = Self {
            contract: references,
            view: self.view,
            form: self.form,
            lang: self.lang,
            theme: self.theme,
            embed: self.embed,
            collapsed: std::mem::take(&mut self.collapsed),
            other: std::mem::take(&mut self.other),
            ..Self::default()
        };
    }

    fn settle_in(&mut self, contract: Option<&Contract>) {
        if let Some(contract) = contract {
            self.settle(contract);
        }
    }
}

/// Two lists of references as one.
fn listed(first: &str, then: &str) -> String {
    let comma = if first.is_empty() || then.is_empty() {
        ""
    } else {
        ","
    };
    format!("{first}{comma}{then}")
}

#[cfg(test)]
#[path = "action_tests.rs"]
mod tests;
