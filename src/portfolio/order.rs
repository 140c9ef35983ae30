//! In what order items stand within a cell and in a list. What has no value for it comes last, and is not guessed.

use std::cmp::Ordering;

use crate::contract::Item;
use crate::contract::order::order;
use crate::contract::quantity::{Amount, Quantity};
use crate::contract::word::{Status, words};
use crate::journey::Stretch;
use crate::text::case;

words! {
    /// What items are sorted by.
    Sort {
        /// As the contract has them.
        Contract = "contract",
        /// Their titles, as Swedes put letters in order.
        Title = "title",
        /// When they begin, the earliest first.
        Time = "time",
        /// How far they have come, planned first.
        Status = "status",
        /// Who is responsible, by name.
        Responsible = "responsible",
        /// What they cost, the most first; kronor before euros, which are not compared.
        Cost = "cost",
        /// What they give, the most first; figures in one unit before those in the next.
        Effect = "effect",
    }
}

/// The places of items in the order asked for; `titles` are theirs, as shown.
#[must_use]
pub fn sorted(items: &[Item<'_>], titles: &[String], sort: Sort) -> Vec<usize> {
    let words: Vec<String> = match sort {
        Sort::Title => titles.iter().map(|it| case::alphabetical(it)).collect(),
        Sort::Responsible => {
            let name = |it: &Item<'_>| {
                it.responsible()
                    .first()
                    .map_or("", String::as_str)
                    .to_owned()
            };
            let names = items.iter().map(name);
            names.map(|it| case::alphabetical(&it)).collect()
        }
        _ => Vec::new(),
    };
    order(items.len(), &|a, b| {
        let (one, other) = (&items[a], &items[b]);
        match sort {
            Sort::Contract => Ordering::Equal,
            Sort::Title => words[a].cmp(&words[b]),
            Sort::Responsible => {
                (words[a].is_empty(), &words[a]).cmp(&(words[b].is_empty(), &words[b]))
            }
            Sort::Time => begins(one).total_cmp(&begins(other)),
            Sort::Status => rank(one).cmp(&rank(other)),
            Sort::Cost => largest_first(cost(one), cost(other)),
            Sort::Effect => largest_first(effect(one), effect(other)),
        }
    })
}

/// When it begins, in years; what has no time, last.
fn begins(item: &Item<'_>) -> f64 {
    item.span()
        .map_or(f64::MAX, |span| Stretch::from(span).begins())
}

fn rank(item: &Item<'_>) -> usize {
    let status = item.status().unwrap_or(Status::Unknown);
    status as usize
}

fn cost<'a>(item: &Item<'a>) -> Option<&'a Quantity> {
    match *item {
        Item::Action(it) => it.cost.as_ref(),
        _ => None,
    }
}

fn effect<'a>(item: &Item<'a>) -> Option<&'a Quantity> {
    match *item {
        Item::Action(it) => it.effect.as_ref(),
        _ => None,
    }
}

/// Of what is measured alike, the larger first: a range by its upper end, else its lower one.
fn largest_first(one: Option<&Quantity>, other: Option<&Quantity>) -> Ordering {
    let key = |it: Option<&Quantity>| {
        let quantity = it?;
        let (measure, scale) = quantity.unit?.scale();
        let figure = match quantity.amount() {
            Amount::Exact(value) => value,
            Amount::Range(low, high) => high.or(low)?,
            Amount::Unknown(_) => return None,
        };
        Some((measure, figure * scale))
    };
    match (key(one), key(other)) {
        (Some(a), Some(b)) if a.0 == b.0 => b.1.total_cmp(&a.1),
        // By their names: kronor come before euros, tonnes a year before tonnes.
        (Some(a), Some(b)) => b.0.cmp(a.0),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::open;

    const TEXT: &str = r#"{"format": "klimatkontrakt/1", "municipality": {"name": "Exempelkommun"}, "versions": [{"label": "1", "actions": [
        {"id": "a", "title": "Öst", "cost": {"value": 2, "unit": "MEUR"}, "status": "done", "period": "2027"},
        {"id": "b", "title": "Ask", "cost": {"value": 900, "unit": "kSEK"}, "responsible": ["Z"]},
        {"id": "c", "title": "Åka", "cost": {"low": 1, "high": 3, "unit": "MSEK"}, "status": "proposed", "period": "2025-03/2026"},
        {"id": "d", "title": "zon", "cost": {"unknown": "in_progress"}, "status": "started", "responsible": ["a"]},
        {"id": "e", "title": "Zebra", "cost": {"value": 0, "unit": "SEK"}, "period": "2025"}]}]}"#;

    #[test]
    fn what_has_no_value_comes_last_and_nothing_is_compared_across_units() {
        let contract = open(TEXT).expect("a valid contract").contract;
        let items = contract.items(0);
        let titles: Vec<String> = items
            .iter()
            .map(|it| it.title().unwrap_or_default().to_owned())
            .collect();
        let by = |sort| -> String {
            let sorted = sorted(&items, &titles, sort);
            sorted.iter().map(|at| items[*at].id().as_str()).collect()
        };
        assert_eq!(by(Sort::Contract), "abcde");
        assert_eq!(by(Sort::Title), "bedca", "å and ö after z");
        assert_eq!(
            by(Sort::Cost),
            "cbead",
            "kronor, then euros, then what is not known"
        );
        assert_eq!(by(Sort::Time), "ecabd");
        assert_eq!(by(Sort::Status), "cdabe");
        assert_eq!(by(Sort::Responsible), "dbace");
        assert_eq!(
            by(Sort::Effect),
            "abcde",
            "nothing is known: as in the contract"
        );
    }
}
