//! Sorting, by one routine for every type: the standard library's is made anew for each, and takes 4 kB of the app each
//! time.

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
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_sorted_and_equal_ones_keep_their_order() {
        let mut words = vec!["ö", "bb", "aaa", "c", "å", "a"];
        sort_by(&mut words, |a, b| a.chars().count().cmp(&b.chars().count()));
        assert_eq!(words, ["ö", "c", "å", "a", "bb", "aaa"]);
    }
}
