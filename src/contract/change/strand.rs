//! Strands: every commitment and action as one thread through the versions, from where it first appears to where it ends.

use std::collections::BTreeMap;

use super::super::item::Item;
use super::super::model::Contract;
use super::super::word::Content;
use super::{Change, Comparison, Delta};

/// What a promise is in one version.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Knot<'a> {
    /// The place of the version.
    pub version: usize,
    /// The item there.
    pub item: Item<'a>,
    /// What became of it since the version before of which something is known, or since its own last knot when that version
    /// lacks it; nothing in the first version.
    pub change: Option<Change>,
}

/// One promise through the versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Strand<'a> {
    /// What it is, version by version, oldest first. Never empty; a version that lacks it has no knot.
    pub knots: Vec<Knot<'a>>,
    /// The version in which it is gone, and how, when it ends before the last.
    pub end: Option<(usize, Change)>,
}

/// Something that comes out of another strand: a part that was split off, a sum of what was merged, what follows on
/// something done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// The strand it comes out of, and the version in which it leaves it.
    pub from: (usize, usize),
    /// The strand it becomes, and the version in which it is there.
    pub to: (usize, usize),
}

/// Every promise of a contract through its versions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strands<'a> {
    /// The promises: in the order in which they appear, what comes out of another right after it.
    pub strands: Vec<Strand<'a>>,
    /// What comes out of what.
    pub ties: Vec<Tie>,
}

/// A promise is a commitment or an action. A commitment's measures are told with it.
fn is_promise(item: &Item<'_>) -> bool {
    matches!(item, Item::Commitment(_) | Item::Action(_))
}

impl Contract {
    /// Every commitment and action through the versions of which something is known.
    #[must_use]
    pub fn strands(&self) -> Strands<'_> {
        let versions = self.versions.iter().enumerate();
        let known: Vec<usize> = versions
            .filter(|(_, it)| it.content != Content::DocumentOnly)
            .map(|(at, _)| at)
            .collect();
        let mut weave = Weave::default();
        if let Some(first) = known.first() {
            for item in self.versions[*first].items().filter(is_promise) {
                weave.knot(*first, item, None, None);
            }
        }
        for pair in known.windows(2) {
            let deltas = self.compare(pair[0], pair[1]).map(|it| it.deltas);
            for delta in deltas.iter().flatten() {
                weave.delta(pair[0], pair[1], delta);
            }
        }
        self.compare_what_came_back(&mut weave.made);
        weave.ordered()
    }

    /// What comes back after a version that lacks it is neither new nor first named: it is compared with what it was when
    /// it was last there.
    fn compare_what_came_back<'a>(&'a self, made: &mut Strands<'a>) {
        let mut compared: BTreeMap<(usize, usize), Option<Comparison<'a>>> = BTreeMap::new();
        for strand in &mut made.strands {
            for at in 1..strand.knots.len() {
                let pair = (strand.knots[at - 1].version, strand.knots[at].version);
                let knot = &mut strand.knots[at];
                if !matches!(knot.change, Some(Change::New | Change::FirstNamed)) {
                    continue;
                }
                let comparison = compared
                    .entry(pair)
                    .or_insert_with(|| self.compare(pair.0, pair.1));
                let delta = comparison.as_ref().and_then(|it| it.of(knot.item.id()));
                knot.change = delta.map(|it| it.change);
            }
        }
    }
}

/// The strands as they are being made.
#[derive(Default)]
struct Weave<'a> {
    made: Strands<'a>,
    /// The strand that an id belongs to.
    of: BTreeMap<&'a str, usize>,
}

impl<'a> Weave<'a> {
    /// What became of something, from one version to the next that is known.
    fn delta(&mut self, from: usize, to: usize, delta: &Delta<'a>) {
        let before = delta.before.iter().filter(|it| is_promise(it));
        for item in delta.after.iter().filter(|it| is_promise(it)) {
            // What has one past goes on in its strand; of several, and of parts, the one that keeps its id does.
            let own = before.clone().find(|it| it.id() == item.id());
            let only = (delta.before.len(), delta.after.len()) == (1, 1);
            let past = own.or_else(|| before.clone().next().filter(|_| only));
            // A name that is given up is free: what bears it later is another thing.
            let strand = past.and_then(|it| {
                let id = it.id().as_str();
                if id == item.id().as_str() {
                    self.of.get(id).copied()
                } else {
                    self.of.remove(id)
                }
            });
            let strand = self.knot(to, *item, Some(delta.change), strand);
            for id in item.continues() {
                let Some(&other) = self.of.get(id.as_str()).filter(|it| **it != strand) else {
                    continue;
                };
                let was_there = self.made.strands[other]
                    .knots
                    .iter()
                    .any(|it| it.version == from);
                if was_there {
                    self.made.ties.push(Tie {
                        from: (other, from),
                        to: (strand, to),
                    });
                }
            }
        }
        if delta.after.is_empty() && delta.change != Change::Same {
            for item in before {
                if let Some(&strand) = self.of.get(item.id().as_str()) {
                    self.made.strands[strand].end = Some((to, delta.change));
                }
            }
        }
    }

    /// Ties a knot on a strand, on that of the same id, or on a new one; gives the strand.
    fn knot(
        &mut self,
        version: usize,
        item: Item<'a>,
        change: Option<Change>,
        strand: Option<usize>,
    ) -> usize {
        let id = item.id().as_str();
        let place = strand
            .or_else(|| self.of.get(id).copied())
            .unwrap_or_else(|| {
                self.made.strands.push(Strand {
                    knots: Vec::new(),
                    end: None,
                });
                self.made.strands.len() - 1
            });
        self.of.insert(id, place);
        let strand = &mut self.made.strands[place];
        strand.end = None; // it has come back
        strand.knots.push(Knot {
            version,
            item,
            change,
        });
        place
    }

    /// The strands in their order: what comes out of another stands right after it.
    fn ordered(self) -> Strands<'a> {
        let mut order: Vec<usize> = Vec::with_capacity(self.made.strands.len());
        for strand in 0..self.made.strands.len() {
            let parent = self.made.ties.iter().find(|it| it.to.0 == strand);
            let after = parent.and_then(|it| order.iter().position(|place| *place == it.from.0));
            match after {
                Some(mut at) => {
                    // Behind those that came out of the same one before.
                    let came = |place: usize| {
                        let mut ties = self.made.ties.iter();
                        ties.any(|it| {
                            it.to.0 == place && Some(it.from.0) == parent.map(|it| it.from.0)
                        })
                    };
                    at += 1;
                    while order.get(at).is_some_and(|place| came(*place)) {
                        at += 1;
                    }
                    order.insert(at, strand);
                }
                None => order.push(strand),
            }
        }
        let mut place = vec![0; order.len()];
        for (at, strand) in order.iter().enumerate() {
            place[*strand] = at;
        }
        let mut strands: Vec<Option<Strand<'a>>> =
            self.made.strands.into_iter().map(Some).collect();
        let ties = self.made.ties.into_iter().map(|it| Tie {
            from: (place[it.from.0], it.from.1),
            to: (place[it.to.0], it.to.1),
        });
        Strands {
            strands: order
                .into_iter()
                .filter_map(|it| strands[it].take())
                .collect(),
            ties: ties.collect(),
        }
    }
}
