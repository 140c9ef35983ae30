//! The goals of a version, as the chart of emissions shows and tells them.

use super::mark::Role;
use super::{DataTable, Left, Told, Tray, Why};
use crate::contract::Kind as ItemKind;
use crate::contract::model::{Goal, Indicator};
use crate::contract::quantity::Amount;
use crate::contract::word::{Aim, Scope, Unit};
use crate::text::{chart as say, number, vocabulary};

/// A goal with its year.
pub(super) struct Dated<'a> {
    pub year: i16,
    pub goal: &'a Goal,
}

/// The goals that have a year, the earliest first.
pub(super) fn dated(goals: &[Goal]) -> Vec<Dated<'_>> {
    let mut dated: Vec<Dated<'_>> = goals
        .iter()
        .filter_map(|goal| {
            let year = goal.year?;
            Some(Dated { year, goal })
        })
        .collect();
    dated.sort_by_key(|it| it.year);
    dated
}

impl Dated<'_> {
    /// The flag: filled for a goal to be climate positive, open for every other.
    pub fn role(&self) -> Role {
        match self.goal.aim {
            Some(Aim::ClimatePositive) => Role::Flag,
            _ => Role::FlagOpen,
        }
    }

    /// The words at the flag: the year, what is aimed at, and whom it covers where that is not what the curve covers.
    pub fn words(&self, told: &Told<'_>, curve: &Indicator) -> String {
        let goal = self.goal;
        let mut words = match goal.aim {
            None | Some(Aim::Other) => told
                .text(&goal.id, "title", Some(&goal.title))
                .unwrap_or_default(),
            Some(aim) => vocabulary::aim(aim, told.lang).to_owned(),
        };
        if goal.scope.is_some() && goal.scope != curve.scope {
            words += ", ";
            words += &scope(goal.scope, told);
        }
        say::at_year(&self.year.to_string(), &words)
    }

    /// The level it sets on the axis of an indicator, lowest and highest: only in the same unit, for the same area, and when
    /// it does not count consumption.
    pub fn level(&self, curve: &Indicator) -> Option<(f64, f64)> {
        let (goal, target) = (self.goal, self.goal.target.as_ref()?);
        let comparable = target.unit == Some(Unit::TonneCo2ePerYear)
            && goal.scope == curve.scope
            && goal.includes_consumption != Some(true);
        match target.amount() {
            _ if !comparable => None,
            Amount::Exact(value) => Some((value, value)),
            Amount::Range(low, high) => Some((low.or(high)?, high.or(low)?)),
            Amount::Unknown(_) => None,
        }
    }

    /// What is said where its flag is.
    pub fn label(&self, told: &Told<'_>) -> String {
        let title = told.text(&self.goal.id, "title", Some(&self.goal.title));
        let title = title.unwrap_or_default();
        let said = say::goal(&self.year.to_string(), &title, told.lang);
        match self.goal.target.as_ref().filter(|it| it.is_known()) {
            Some(target) => format!("{said}. {}", number::quantity(target, told.lang)),
            None => said,
        }
    }
}

/// Adds a goal to the table.
pub(super) fn add(told: &Told<'_>, goal: &Goal, table: &mut DataTable) -> usize {
    let target = goal.target.as_ref().map(|it| {
        let said = number::quantity(it, told.lang);
        match told.text(&goal.id, "reason", it.reason.as_deref()) {
            Some(reason) => format!("{said}: {reason}"),
            None => said,
        }
    });
    table.add(vec![
        goal.year.map(|it| it.to_string()).unwrap_or_default(),
        told.text(&goal.id, "title", Some(&goal.title))
            .unwrap_or_default(),
        scope(goal.scope, told),
        target.unwrap_or_else(|| say::words(told.lang).no_level.to_owned()),
    ])
}

/// The goals without a year.
pub(super) fn tray(told: &Told<'_>, goals: &[Goal], table: &mut DataTable) -> Vec<Tray> {
    let undated = goals.iter().filter(|it| it.year.is_none());
    let items: Vec<Left> = undated
        .map(|goal| Left {
            item: goal.id.clone(),
            kind: ItemKind::Goal,
            step: goal.steps.first().copied(),
            label: told
                .text(&goal.id, "title", Some(&goal.title))
                .unwrap_or_default(),
            row: add(told, goal, table),
        })
        .collect();
    Tray::of(Why::NoYear, items, told.lang)
}

/// What must be said of goals that the curve cannot be held against.
pub(super) fn what(told: &Told<'_>, goals: &[Dated<'_>], curve: &Indicator) -> Vec<String> {
    let mut what = Vec::new();
    let other = |it: &&Dated<'_>| it.goal.scope.is_some() && it.goal.scope != curve.scope;
    let others = goals.iter().filter(other).count();
    if others > 0 {
        let curve = scope(curve.scope, told);
        what.push(say::other_scope(&curve, others, told.lang));
    }
    let count = |it: &&Dated<'_>| it.goal.includes_consumption == Some(true);
    let counting = goals.iter().filter(count).count();
    if counting > 0 {
        let territorial = curve.scope == Some(Scope::Territory);
        what.push(say::consumption(counting, territorial, told.lang));
    }
    what
}

/// Whom something covers, in words.
pub(super) fn scope(scope: Option<Scope>, told: &Told<'_>) -> String {
    let words = scope.map(|it| vocabulary::scope(it, told.lang));
    words.unwrap_or(told.phrases().not_stated).to_owned()
}
