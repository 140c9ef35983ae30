//! What a version states of its actions and measures, field by field, of how many: unknown is counted, never filled in.

use super::model::{Contract, Version};
use super::word::words;
use super::{Id, Item};

words! {
    /// A field whose coverage is counted; the `data-coverage` of its figure.
    Field {
        /// Someone is named as responsible.
        Responsible = "responsible",
        /// A period is given.
        Time = "time",
        /// The cost has a figure.
        Cost = "cost",
        /// The effect has a figure.
        Effect = "effect",
        /// Who pays is said.
        Funding = "funding",
        /// The source is named.
        Source = "source",
    }
}

/// How many of a version's actions and measures state a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The field.
    pub field: Field,
    /// How many state it.
    pub known: usize,
    /// How many there are that could. Measures have no cost, effect or funding in the format, and do not count there.
    pub total: usize,
    /// Those that do not state it.
    pub missing: Vec<Id>,
}

impl Contract {
    /// The coverage of every field in a version.
    #[must_use]
    pub fn coverage(&self, version: &Version) -> Vec<Coverage> {
        Field::ALL
            .iter()
            .map(|&field| {
                let mut coverage = Coverage {
                    field,
                    known: 0,
                    total: 0,
                    missing: Vec::new(),
                };
                for item in version.items() {
                    let Some(states) = states(field, &item) else {
                        continue;
                    };
                    coverage.total += 1;
                    if states {
                        coverage.known += 1;
                    } else {
                        coverage.missing.push(item.id().clone());
                    }
                }
                coverage
            })
            .collect()
    }
}

/// Whether an item states a field; nothing when the field does not belong to it.
fn states(field: Field, item: &Item<'_>) -> Option<bool> {
    let action = match item {
        Item::Action(action) => Some(action),
        Item::Measure(..) => None,
        _ => return None,
    };
    Some(match field {
        Field::Responsible => !item.responsible().is_empty(),
        Field::Time => item.period().is_some(),
        Field::Source => item.source().is_some(),
        Field::Cost => action?
            .cost
            .as_ref()
            .is_some_and(super::quantity::Quantity::is_known),
        Field::Effect => action?
            .effect
            .as_ref()
            .is_some_and(super::quantity::Quantity::is_known),
        Field::Funding => !action?.funding.is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_is_counted_as_unknown_and_not_as_zero() {
        let text = r#"{"format": "klimatkontrakt/1", "municipality": {"name": "Exempelkommun"}, "versions": [{"label": "1", "actions": [
            {"id": "a", "title": "A", "cost": {"value": 0, "unit": "MSEK"}, "period": "2026"},
            {"id": "b", "title": "B", "cost": {"unknown": "not_stated"}, "responsible": ["Nämnden"]}]}]}"#;
        let contract: Contract = crate::contract::read(text).expect("a valid contract").0;
        let coverage = contract.coverage(&contract.versions[0]);
        let of = |field| {
            coverage
                .iter()
                .find(|c| c.field == field)
                .map(|c| (c.known, c.total))
        };
        assert_eq!(
            of(Field::Cost),
            Some((1, 2)),
            "a cost of nothing is a known cost"
        );
        assert_eq!(of(Field::Effect), Some((0, 2)));
        assert_eq!(of(Field::Time), Some((1, 2)));
        assert_eq!(of(Field::Responsible), Some((1, 2)));
    }
}
