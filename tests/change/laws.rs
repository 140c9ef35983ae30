//! What holds for any history, over a thousand of them.

use proptest::prelude::*;
use transition_map::contract::change::{Change, Comparison, Delta};
use transition_map::contract::word::Content;
use transition_map::contract::{Contract, Item, Kind};

use super::history;

fn ids(items: &[Item<'_>]) -> Vec<String> {
    let mut ids: Vec<String> = items.iter().map(|it| it.id().to_string()).collect();
    ids.sort();
    ids
}

/// The things that this became of, each by its ids before and after.
fn things(
    comparison: &Comparison<'_>,
    change: Change,
    swapped: bool,
) -> Vec<(Vec<String>, Vec<String>)> {
    let of = |it: &Delta<'_>| {
        let (before, after) = (ids(&it.before), ids(&it.after));
        if swapped {
            (after, before)
        } else {
            (before, after)
        }
    };
    let mut things: Vec<_> = comparison
        .deltas
        .iter()
        .filter(|it| it.change == change)
        .map(of)
        .collect();
    things.sort();
    things
}

/// Every pair of versions of which something is known.
fn pairs(contract: &Contract) -> Vec<Comparison<'_>> {
    let places = 0..contract.versions.len();
    places
        .clone()
        .flat_map(|from| {
            places
                .clone()
                .filter_map(move |to| contract.compare(from, to))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_version_against_itself_is_all_the_same(contract in history::contract()) {
        for at in 0..contract.versions.len() {
            let Some(comparison) = contract.compare(at, at) else {
                prop_assert_eq!(contract.versions[at].content, Content::DocumentOnly);
                continue;
            };
            for delta in comparison.deltas {
                prop_assert_eq!(delta.change, Change::Same);
                prop_assert_eq!(ids(&delta.before), ids(&delta.after));
            }
        }
    }

    #[test]
    fn swapping_the_versions_swaps_what_can_be_swapped(contract in history::contract()) {
        for forth in pairs(&contract) {
            let back = contract.compare(forth.to, forth.from).unwrap();
            for change in [Change::New, Change::Dropped, Change::Sharpened, Change::Weakened, Change::FirstNamed, Change::NotMentioned, Change::Split, Change::Merged, Change::Same] {
                prop_assert_eq!(things(&forth, change, false), things(&back, change.reversed(), true), "{:?}", change);
            }
            prop_assert_eq!(forth.deltas.len(), back.deltas.len());
        }
    }

    #[test]
    fn every_item_of_both_is_accounted_for_exactly_once(contract in history::contract()) {
        for comparison in pairs(&contract) {
            let all = |at: usize| ids(&contract.versions[at].items().filter(|it| it.kind() != Kind::Lesson).collect::<Vec<_>>());
            let told = |side: for<'d> fn(&'d Delta<'_>) -> &'d [Item<'d>]| {
                let mut told: Vec<String> = comparison.deltas.iter().flat_map(|it| ids(side(it))).collect();
                told.sort();
                told
            };
            prop_assert_eq!(told(|it| &it.before), all(comparison.from));
            prop_assert_eq!(told(|it| &it.after), all(comparison.to));
        }
    }

    #[test]
    fn what_is_told_first_is_the_version_in_focus_in_its_own_order(contract in history::contract()) {
        for comparison in pairs(&contract) {
            let first: Vec<_> = comparison.deltas.iter().map(|it| it.after.first().map(|it| it.id().clone())).collect();
            let gone = first.iter().position(Option::is_none).unwrap_or(first.len());
            prop_assert!(first[gone..].iter().all(Option::is_none));
        }
    }

    #[test]
    fn an_excerpt_never_says_that_something_is_new_or_dropped(contract in history::contract()) {
        for comparison in pairs(&contract) {
            let partly = [comparison.from, comparison.to].iter().any(|at| contract.versions[*at].content == Content::Excerpt);
            let claims = [Change::New, Change::Dropped].iter().any(|it| comparison.count(*it) > 0);
            let silent = [Change::FirstNamed, Change::NotMentioned].iter().any(|it| comparison.count(*it) > 0);
            let broken = if partly { claims } else { silent };
            prop_assert!(!broken);
        }
    }

    #[test]
    fn the_same_has_no_field_that_differs_and_what_leans_has_one_that_does(contract in history::contract()) {
        for delta in pairs(&contract).into_iter().flat_map(|it| it.deltas) {
            match delta.change {
                Change::Same => prop_assert!(delta.fields.is_empty()),
                Change::Sharpened | Change::Weakened => prop_assert!(!delta.fields.is_empty()),
                _ => {}
            }
        }
    }
}
