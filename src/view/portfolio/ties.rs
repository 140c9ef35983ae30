//! What the selected item hangs together with: what it builds on, what builds on it, its commitments, and what shares
//! those.

use super::Portfolio;
use crate::contract::{Id, Item};
use crate::journey::Point;
use crate::markup::{el, tenths};
use crate::portfolio::Layout;
use crate::text::Texts;
use crate::view::Node;
use crate::view::shape::picture;

/// How an item hangs together with the selected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The selected one builds on it.
    Needed,
    /// It builds on the selected one.
    Needs,
    /// One of them is for the other: a commitment and what is done for it.
    Serves,
    /// Both are for the same commitment.
    Shares,
}

impl Tie {
    /// Every kind, the strongest first.
    const ALL: [Self; 4] = [Self::Needed, Self::Needs, Self::Serves, Self::Shares];

    /// How it is said of the other item.
    pub fn word(self, t: &Texts) -> &'static str {
        match self {
            Self::Needed => t.needs,
            Self::Needs => t.needed_by,
            Self::Serves => t.related,
            Self::Shares => t.shares,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Needed | Self::Needs => "tm-tie-needs",
            Self::Serves => "tm-tie-serves",
            Self::Shares => "tm-tie-shares",
        }
    }
}

/// The commitments that an item is for.
fn serves<'a>(item: &Item<'a>) -> Vec<&'a Id> {
    match *item {
        Item::Action(it) => it.commitments.iter().collect(),
        Item::Measure(of, _) => vec![&of.id],
        _ => Vec::new(),
    }
}

fn needs<'a>(item: &Item<'a>) -> &'a [Id] {
    match *item {
        Item::Action(it) => &it.depends_on,
        _ => &[],
    }
}

/// How `other` hangs together with `item`, if it does.
pub fn between(item: &Item<'_>, other: &Item<'_>) -> Option<Tie> {
    let (id, others) = (item.id(), other.id());
    if id == others {
        None
    } else if needs(item).contains(others) {
        Some(Tie::Needed)
    } else if needs(other).contains(id) {
        Some(Tie::Needs)
    } else if serves(item).contains(&others) || serves(other).contains(&id) {
        Some(Tie::Serves)
    } else {
        let shares = serves(item).iter().any(|it| serves(other).contains(it));
        shares.then_some(Tie::Shares)
    }
}

/// The number of the selected item among those shown.
fn selected(portfolio: &Portfolio<'_, '_>) -> Option<usize> {
    let id = portfolio.open.state.item.as_ref()?;
    portfolio.shown.iter().position(|it| it.item.id() == id)
}

/// How an item hangs together with the selected one.
pub fn relation(portfolio: &Portfolio<'_, '_>, item: usize) -> Option<Tie> {
    let from = selected(portfolio)?;
    between(&portfolio.shown[from].item, &portfolio.shown[item].item)
}

/// The lines from the selected item: an arrow leads to what is needed.
pub fn lines(portfolio: &Portfolio<'_, '_>, layout: &Layout) -> Node {
    let group = el("g").set("class", "tm-ties").set("aria-hidden", "true");
    let Some(from) = selected(portfolio) else {
        return group;
    };
    let item = |at: usize| &portfolio.shown[at].item;
    let commitment = |other: usize| {
        // Through the commitment that both are for, when its mark is there.
        let shared = |at: usize| {
            let id = item(at).id();
            serves(item(from)).contains(&id) && serves(item(other)).contains(&id)
        };
        (0..portfolio.shown.len()).find(|at| shared(*at))
    };
    let others = (0..portfolio.shown.len()).filter_map(|other| {
        let tie = relation(portfolio, other)?;
        let from = match tie {
            Tie::Shares => commitment(other).unwrap_or(from),
            _ => from,
        };
        let (a, b) = layout.nearest(from, other)?;
        let (a, b) = if tie == Tie::Needs { (b, a) } else { (a, b) };
        Some(line(tie, a, b, layout.reach * 0.7))
    });
    group.children(others)
}

/// A line from mark to mark, bowed a little so that it does not run through those in between.
fn line(tie: Tie, a: Point, b: Point, clear: f64) -> Node {
    let far = a.distance(b).max(1.0);
    let (dx, dy) = ((b.x - a.x) / far, (b.y - a.y) / far);
    let bow = (far * 0.16).min(46.0);
    let middle = Point {
        x: (a.x + b.x) / 2.0 + dy * bow,
        y: (a.y + b.y) / 2.0 - dx * bow,
    };
    // Along the bow's tangent at its end, so far from the mark that the arrow can be seen.
    let reach = middle.distance(b).max(1.0);
    let (ex, ey) = ((b.x - middle.x) / reach, (b.y - middle.y) / reach);
    let end = Point {
        x: b.x - ex * clear,
        y: b.y - ey * clear,
    };
    let bowed = format!(
        "M{} {}Q{} {} {} {}",
        tenths(a.x),
        tenths(a.y),
        tenths(middle.x),
        tenths(middle.y),
        tenths(end.x),
        tenths(end.y)
    );
    let path = el("path").set("class", "tm-tie").class(tie.class());
    let arrow = matches!(tie, Tie::Needed | Tie::Needs).then(|| {
        let side = |s: f64| Point {
            x: end.x - ex * 10.0 + ey * 5.0 * s,
            y: end.y - ey * 10.0 - ex * 5.0 * s,
        };
        let (left, right) = (side(1.0), side(-1.0));
        let d = format!(
            "M{} {}L{} {}L{} {}Z",
            tenths(end.x),
            tenths(end.y),
            tenths(left.x),
            tenths(left.y),
            tenths(right.x),
            tenths(right.y)
        );
        el("path").set("class", "tm-tie-head").set("d", d)
    });
    el("g").child(path.set("d", bowed)).children(arrow)
}

/// What the lines stand for, when there are some.
pub fn legend(portfolio: &Portfolio<'_, '_>) -> Vec<Node> {
    let t = portfolio.open.t;
    let all = (0..portfolio.shown.len()).filter_map(|it| relation(portfolio, it));
    let all: Vec<Tie> = all.collect();
    let mut told: Vec<Node> = Vec::new();
    for (ties, word) in [
        (&Tie::ALL[..2], t.link_needs),
        (&Tie::ALL[2..3], t.link_serves),
        (&Tie::ALL[3..], t.link_shares),
    ] {
        if ties.iter().any(|it| all.contains(it)) {
            let (from, to) = (Point { x: -17.0, y: 0.0 }, Point { x: 17.0, y: 0.0 });
            let drawn = picture("38", "-19 -11 38 22", "tm-c0");
            let line = line(ties[0], from, to, 0.0);
            told.push(el("li").child(drawn.child(line)).text(word));
        }
    }
    told
}

/// What an item hangs together with, in words: under each way, the titles.
pub fn told<'a>(item: &Item<'a>, all: &[Item<'a>]) -> Vec<(Tie, Vec<Item<'a>>)> {
    let with = |tie: Tie| {
        let others = all.iter().copied();
        others.filter(|it| between(item, it) == Some(tie)).collect()
    };
    let told = Tie::ALL.into_iter().map(|tie| (tie, with(tie)));
    told.filter(|it: &(Tie, Vec<Item<'a>>)| !it.1.is_empty())
        .collect()
}
