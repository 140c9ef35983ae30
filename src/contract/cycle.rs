//! Things that wait for each other in a circle.

/// A circle: the step that closes it, and who is in it.
#[derive(Debug, PartialEq)]
pub(crate) struct Cycle {
    /// The thing that waits for one that waits for it.
    pub(crate) from: usize,
    /// Which of its waits that is.
    pub(crate) wait: usize,
    /// The first few in the circle, in order.
    pub(crate) members: Vec<usize>,
    /// How many are in it.
    pub(crate) length: usize,
}

/// How many members of a circle are named.
const NAMED: usize = 5;

/// Circles in `waits`: for each thing the things that it waits for, nothing for one that does not exist. Every circle has
/// a step among those found. Without recursion: a file may chain a hundred thousand.
pub(crate) fn cycles(waits: &[Vec<Option<usize>>]) -> Vec<Cycle> {
    let mut found = Vec::new();
    let mut done = vec![false; waits.len()];
    let mut depth: Vec<Option<usize>> = vec![None; waits.len()]; // where on the path, while on it
    let mut path: Vec<(usize, usize)> = Vec::new(); // the thing, and its wait that is looked at next
    for start in 0..waits.len() {
        if done[start] {
            continue;
        }
        depth[start] = Some(0);
        path.push((start, 0));
        while let Some((from, next)) = path.last_mut() {
            let (from, wait) = (*from, *next);
            let Some(to) = waits[from].get(wait) else {
                done[from] = true;
                depth[from] = None;
                path.pop();
                continue;
            };
            *next += 1;
            let Some(to) = *to else { continue };
            if let Some(begin) = depth[to] {
                let circle = &path[begin..];
                let members = circle
                    .iter()
                    .take(NAMED)
                    .map(|(member, _)| *member)
                    .collect();
                found.push(Cycle {
                    from,
                    wait,
                    members,
                    length: circle.len(),
                });
            } else if !done[to] {
                depth[to] = Some(path.len());
                path.push((to, 0));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_once_with_its_members_in_order() {
        let waits = [
            vec![Some(1)],
            vec![None, Some(2)],
            vec![Some(1), Some(3)],
            vec![],
        ];
        assert_eq!(
            cycles(&waits),
            [Cycle {
                from: 2,
                wait: 0,
                members: vec![1, 2],
                length: 2
            }]
        );
    }

    #[test]
    fn waiting_for_oneself_is_a_circle_and_waiting_twice_for_another_is_not() {
        assert_eq!(cycles(&[vec![Some(0)]]).len(), 1);
        assert_eq!(cycles(&[vec![Some(1), Some(2)], vec![Some(2)], vec![]]), []);
    }

    #[test]
    fn a_long_chain_needs_no_long_stack() {
        let mut waits: Vec<_> = (1..=100_000).map(|next| vec![Some(next)]).collect();
        waits.push(vec![Some(0)]);
        let found = cycles(&waits);
        assert_eq!(
            (found.len(), found[0].length, found[0].members.len()),
            (1, 100_001, NAMED)
        );
    }
}
