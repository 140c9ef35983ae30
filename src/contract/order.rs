//! Sorting, by one small routine for every type: the standard library's is made anew for each, and takes 4 kB of the app
//! each time.

use std::cmp::Ordering;

/// Sorts as `Vec::sort_by` does: what is equal keeps its order.
pub(crate) fn sort_by<T>(things: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(things.len(), &|a, b| compare(&things[a], &things[b]));
    let mut taken: Vec<Option<T>> = things.drain(..).map(Some).collect();
    things.extend(order.into_iter().filter_map(|place| taken[place].take()));
}

/// The places of so many things, in the order that `compare` puts those at two places in.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut sorted = 1; // so many that follow each other are in order; twice as many with every round
    while sorted < count {
        let mut merged = Vec::with_capacity(count);
        for both in order.chunks(2 * sorted) {
            let (mut left, mut right) = both.split_at(sorted.min(both.len()));
            while let ([a, lefts @ ..], [b, rights @ ..]) = (left, right) {
                if compare(*a, *b).is_le() {
                    merged.push(*a);
                    left = lefts;
                } else {
                    merged.push(*b);
                    right = rights;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        sorted *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn things_are_sorted_as_the_standard_library_sorts_them(keys in proptest::collection::vec(0..20, 0..200)) {
            let mut ours: Vec<(i32, usize)> = keys.into_iter().zip(0..).collect();
            let mut theirs = ours.clone();
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|it| it.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
