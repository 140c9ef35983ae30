//! Actions with their figures for cost and effect: which of them have a place on a pair of axes, and why the others have
//! none.

use super::cost::Ends;
use super::{DataTable, Left, Told, Tray, Why};
use crate::contract::Kind as ItemKind;
use crate::contract::model::Action;
use crate::contract::quantity::Quantity;
use crate::contract::word::Unit;
use crate::text::number;

/// Money and effect, each in the unit that it is counted in.
pub(super) type Pair = (Unit, Unit);

/// An action with its figures.
pub(super) struct Figures<'a> {
    pub action: &'a Action,
    pub cost: Option<Ends>,
    pub effect: Option<Ends>,
}

/// Whether figures have a place on a logarithmic axis.
fn above_nought(ends: &Ends) -> bool {
    ends.known().any(|it| it > 0.0)
}

impl<'a> Figures<'a> {
    pub fn of(action: &'a Action) -> Self {
        Self {
            action,
            cost: Ends::of_money(action.cost.as_ref()),
            effect: Ends::of(action.effect.as_ref()),
        }
    }

    /// The axes on which it has a place.
    pub fn placed(&self) -> Option<Pair> {
        let (cost, effect) = (self.cost?, self.effect?);
        (above_nought(&cost) && above_nought(&effect)).then_some((cost.of, effect.of))
    }

    /// Why it has none.
    fn why(&self) -> Option<Why> {
        match (self.cost, self.effect) {
            (None, None) => Some(Why::Neither),
            (None, Some(_)) => Some(Why::NoCost),
            (Some(_), None) => Some(Why::NoEffect),
            (Some(_), Some(_)) if self.placed().is_none() => Some(Why::Nought),
            (Some(_), Some(_)) => None,
        }
    }

    /// In which chart it is told: that of its own units if there is one, else the first.
    fn home(&self, pairs: &[Pair]) -> Option<Pair> {
        let fits = |pair: &&Pair| {
            self.cost.is_none_or(|it| it.of == pair.0)
                && self.effect.is_none_or(|it| it.of == pair.1)
        };
        pairs.iter().find(fits).or(pairs.first()).copied()
    }

    /// Adds it to the table: its title, cost and effect, with the reasons for what is unknown.
    pub fn add(&self, told: &Told<'_>, table: &mut DataTable) -> usize {
        table.add(vec![
            self.title(told),
            self.stated(told, self.action.cost.as_ref()),
            self.stated(told, self.action.effect.as_ref()),
        ])
    }

    /// A quantity in words, with the contract's own reason when it is unknown. A file has room for one reason in another
    /// language, so two stay as they are written.
    fn stated(&self, told: &Told<'_>, quantity: Option<&Quantity>) -> String {
        fn reason(it: Option<&Quantity>) -> Option<&str> {
            it.and_then(|it| it.reason.as_deref())
        }
        let (cost, effect) = (self.action.cost.as_ref(), self.action.effect.as_ref());
        let said = number::quantity(&quantity.cloned().unwrap_or_default(), told.lang);
        let told = if reason(cost).is_some() && reason(effect).is_some() {
            reason(quantity).map(str::to_owned)
        } else {
            told.text(&self.action.id, "reason", reason(quantity))
        };
        match told {
            Some(reason) => format!("{said}: {reason}"),
            None => said,
        }
    }

    fn title(&self, told: &Told<'_>) -> String {
        let it = self.action;
        told.text(&it.id, "title", Some(&it.title))
            .unwrap_or_default()
    }

    pub fn label(&self, told: &Told<'_>) -> String {
        let figure = |quantity: &Option<Quantity>| {
            number::quantity(&quantity.clone().unwrap_or_default(), told.lang)
        };
        format!(
            "{}. {}: {}. {}: {}",
            self.title(told),
            told.phrases().cost,
            figure(&self.action.cost),
            told.phrases().effect,
            figure(&self.action.effect),
        )
    }
}

/// What has no place on the axes of this pair, or on any.
pub(super) fn tray(
    told: &Told<'_>,
    all: &[Figures<'_>],
    pairs: &[Pair],
    pair: Pair,
    table: &mut DataTable,
) -> Vec<Tray> {
    let mut trays = Vec::new();
    for why in [Why::NoCost, Why::NoEffect, Why::Neither, Why::Nought] {
        let here = all
            .iter()
            .filter(|it| it.why() == Some(why) && it.home(pairs) == Some(pair));
        let items: Vec<Left> = here
            .map(|it| Left {
                item: it.action.id.clone(),
                kind: ItemKind::Action,
                step: it.action.steps.first().copied(),
                label: it.label(told),
                row: it.add(told, table),
            })
            .collect();
        trays.extend(Tray::of(why, items, told.lang));
    }
    trays
}
