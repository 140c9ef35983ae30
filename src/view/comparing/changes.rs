//! What changed since another version: the choice of that version, the sentence that sums it up, the legend that is also a
//! filter, the sign on a mark, and old beside new in the panel.

use crate::contract::change::{Aspect, Direction};
use crate::contract::word::Content;
use crate::contract::{Change, Item, Lang};
use crate::markup::{el, text};
use crate::state::Action;
use crate::text::{vocabulary, words};
use crate::view::act::Act;
use crate::view::desk::{Look, Open, Shown};
use crate::view::facts::{self, Fact};
use crate::view::header::choice;
use crate::view::{Node, links};

/// Half a change's sign.
const SIGN: f64 = 7.5;

/// The choice of a version to compare with.
pub fn chooser(open: &Open<'_>) -> Option<Node> {
    let t = open.t;
    let versions = open.contract.versions.iter().enumerate();
    let others: Vec<(String, String)> = versions
        .filter(|(at, _)| *at != open.at)
        .map(|(_, it)| {
            let known = match it.content {
                Content::Full => String::new(),
                other => format!(" ({})", vocabulary::content(other, open.lang)),
            };
            (it.label.clone(), format!("{}{known}", it.label))
        })
        .collect();
    if others.is_empty() {
        return None;
    }
    let chosen = open.state.compare.as_deref().unwrap_or_default();
    // Where the view compares by itself, the version that it compares with stands first, under no name of its own.
    let by_itself = open.compared().filter(|_| open.state.compare.is_none());
    let none = by_itself.map_or_else(|| t.compare_none.to_owned(), |it| it.label.clone());
    let none = std::iter::once((String::new(), none));
    let taken = by_itself.map(|it| it.label.as_str());
    let others = others
        .into_iter()
        .filter(|(label, _)| Some(label.as_str()) != taken);
    Some(choice(
        t.compare_with,
        chosen,
        none.chain(others),
        |value| Act::Do(Action::Compare(Some(value).filter(|it| !it.is_empty()))),
    ))
}

/// What changed, in a sentence, and the signs with what they stand for; each lets only its own through.
pub fn summary(look: &Look<'_>) -> Option<Node> {
    let open = look.open.as_ref().filter(|_| crate::WHOLE)?;
    let (t, lang, then) = (open.t, open.lang, open.compared()?);
    let bar = el("section")
        .set("class", "tm-changes")
        .set("aria-label", t.change);
    let Some(comparison) = &open.comparison else {
        return Some(bar.child(nothing_claimed(open)));
    };
    let counts = Change::ALL.iter().map(|it| (*it, comparison.count(*it)));
    let counts: Vec<(Change, usize)> = counts.filter(|(_, count)| *count > 0).collect();
    let told: Vec<String> = (counts.iter())
        .map(|(change, count)| vocabulary::changes(*count, *change, lang))
        .collect();
    let told = match counts.as_slice() {
        [] | [(Change::Same, _)] => t.nothing_new.to_owned(),
        _ => format!("{}.", told.join(", ")),
    };
    // Seen from an earlier version nothing has happened "since" the later one.
    let back = comparison.from > comparison.to;
    let since = if back { t.compared_to } else { t.since };
    let sentence = el("p")
        .set("class", "tm-since")
        .set("role", "status")
        .text(format!("{since} {}: {told}", then.label));
    let partly = [then.content, open.version().content].contains(&Content::Excerpt);
    let partly = partly.then(|| el("p").set("class", "tm-small").text(t.partly_known));
    let filters = counts.iter().map(|(change, _)| {
        let chosen = open.state.change == Some(*change);
        let act = Action::FilterChange((!chosen).then_some(*change));
        el("li").child(
            el("button")
                .set("type", "button")
                .set("class", "tm-filter")
                .set("aria-pressed", chosen.to_string())
                .child(sign(*change))
                .text(vocabulary::change(*change, lang))
                .press(Act::Do(act)),
        )
    });
    let filters = el("ul")
        .set("class", "tm-filters")
        .set("aria-label", t.change)
        .children(filters);
    Some(bar.child(sentence).children(partly).child(filters))
}

/// Against a version of which only the document is known nothing is claimed; the document is linked.
fn nothing_claimed(open: &Open<'_>) -> Node {
    let unread = [Some(open.version()), open.compared()]
        .into_iter()
        .flatten()
        .find(|it| it.content == Content::DocumentOnly);
    let document = unread
        .and_then(|it| it.document.as_ref())
        .and_then(|id| open.contract.document(id));
    let line = el("p").set("class", "tm-unread").set("role", "status");
    match document {
        Some(document) => line
            .text(format!("{} ", open.t.nothing_claimed))
            .child(links::document(open, document)),
        None => line.text(open.t.nothing_claimed_bare),
    }
}

/// A change's sign as a path round the origin: told by its shape, so that colour is not needed.
fn outline(change: Change) -> &'static str {
    match change {
        Change::New => "M0-4V4M-4 0H4",
        Change::FirstNamed => "M0-4V-1M0 1V4M-4 0H-1M1 0H4",
        Change::Sharpened => "M-4 3 0-4 4 3Z",
        Change::Weakened => "M-4-3 0 4 4-3Z",
        Change::Changed => "M-4 1C-2-3 2 3 4-1",
        Change::Split => "M-4 0H-1L4-4M-1 0 4 4",
        Change::Merged => "M-4-4 1 0H4M-4 4 1 0",
        Change::Done => "M-4 0-1 3 4-3",
        Change::Dropped => "M-3-3 3 3M3-3-3 3",
        Change::NotMentioned => "M-3-2C-3-5 3-5 3-2 3 0 0 0 0 2M0 4.2V4.6",
        Change::Same => "M-4-1.5H4M-4 1.5H4",
    }
}

/// The sign of a change, bare.
pub fn stroke(change: Change) -> Node {
    el("path")
        .set("class", "tm-stroke")
        .set("data-sign", change.as_str())
        .set("d", outline(change))
}

/// The sign of a change in its circle, to stand in a drawing.
pub fn badge(change: Change, r: f64) -> Node {
    el("g")
        .set("class", "tm-sign")
        .child(el("circle").num("r", r))
        .child(stroke(change))
}

/// The sign at the corner of a mark; what is unchanged carries none.
pub fn corner(change: Change, radius: f64) -> Option<Node> {
    let out = (radius * 0.85).max(9.0);
    let at = format!(
        "translate({} {})",
        crate::markup::tenths(out),
        crate::markup::tenths(-out)
    );
    (crate::WHOLE && change != Change::Same).then(|| badge(change, SIGN).set("transform", at))
}

/// The sign beside a text. Silent: the word says what it stands for.
fn sign(change: Change) -> Node {
    crate::view::shape::picture("18", "-9 -11 18 22", "tm-c0").child(badge(change, SIGN))
}

/// The sign with its word.
pub fn tag(change: Change, lang: Lang) -> Node {
    el("span")
        .set("class", "tm-change")
        .child(sign(change))
        .text(vocabulary::change(change, lang))
}

/// What became of an item since the version that is compared with: for the panel.
pub fn section(open: &Open<'_>, shown: &Shown<'_>) -> Vec<Node> {
    let (Some(change), Some(then), true) = (shown.change, open.compared(), crate::WHOLE) else {
        return Vec::new();
    };
    let t = open.t;
    let head = el("h3").text(format!("{} {} ", t.compared_to, then.label));
    let mut parts = vec![head, el("p").child(tag(change, open.lang))];
    if shown.gone {
        parts.push(el("p").text(format!("{} {}.", t.gone_from, then.label)));
    }
    parts.extend(differences(open, &shown.item));
    vec![el("section").set("class", "tm-compared").children(parts)]
}

/// Old beside new, field by field; for what was split or merged, what it was and what it is.
pub fn differences(open: &Open<'_>, item: &Item<'_>) -> Vec<Node> {
    let delta = open.comparison.as_deref().and_then(|it| it.of(item.id()));
    let Some(delta) = delta.filter(|_| crate::WHOLE) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    if let ([was], [is]) = (delta.before.as_slice(), delta.after.as_slice()) {
        let rows: Vec<Node> = (delta.fields.iter())
            .map(|field| row(open, field.aspect, field.direction, was, is))
            .collect();
        if !rows.is_empty() {
            parts.push(el("dl").set("class", "tm-differences").children(rows));
        } else if was.id() != is.id() {
            parts.extend(others(open, open.t.came_from, &delta.before));
        }
        return parts;
    }
    parts.extend(others(open, open.t.came_from, &delta.before));
    if delta.after.len() > 1 {
        parts.extend(others(open, open.t.became, &delta.after));
    }
    parts
}

/// What something was, or became: of another version these are names only.
fn others(open: &Open<'_>, name: &str, items: &[Item<'_>]) -> Option<Node> {
    let names = items.iter().map(|it| {
        let (title, lang) = facts::title(open.contract, it, open.lang);
        el("li").set("lang", lang.as_str()).text(title)
    });
    (!items.is_empty()).then(|| {
        el("div")
            .set("class", "tm-others")
            .child(el("h4").text(name))
            .child(el("ul").children(names))
    })
}

fn row(
    open: &Open<'_>,
    aspect: Aspect,
    direction: Direction,
    was: &Item<'_>,
    is: &Item<'_>,
) -> Node {
    let (t, lang) = (open.t, open.lang);
    let said = |lang| {
        let of = |item| facts::fact(aspect, open.contract, item, lang);
        (of(was), of(is))
    };
    // One translation serves every version: where it hides the change, the contract's own words are shown.
    let (mut old, mut new) = said(lang);
    let mut spoken = lang;
    if old.value == new.value {
        spoken = open.contract.written_in();
        (old, new) = said(spoken);
    }
    let whither = match direction {
        Direction::Sharper => Some(t.sharper),
        Direction::Weaker => Some(t.weaker),
        Direction::Neither => None,
    };
    let label = facts::fact(aspect, open.contract, is, lang).label;
    let (before, after) = words::compare(&old.value, &new.value);
    let side = |tag: &'static str, name: &str, fact: &Fact, pieces: &[words::Piece<'_>]| {
        let dd = el("dd")
            .set("lang", spoken.as_str())
            .class_if(fact.unknown, "tm-none");
        let dd = dd.child(links::hidden(&format!("{name}: ")));
        dd.children(pieces.iter().map(|(words, own)| {
            if *own && !fact.unknown {
                el(tag).text(*words)
            } else {
                text(*words)
            }
        }))
    };
    el("div")
        .set("data-field", aspect.as_str())
        .set("data-direction", direction.as_str())
        .child(el("dt").text(label).children(whither.map(|it| {
            el("span")
                .set("class", "tm-whither")
                .text(format!(" · {it}"))
        })))
        .child(side("del", t.was, &old, &before))
        .child(side("ins", t.is, &new, &after))
}
