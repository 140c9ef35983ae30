//! The list twins: the same items as the map and the roadmap, with the same filters, as headings and lists. What a screen
//! reader gets, what prints, and what a phone may show first.

use super::act::{Act, Saved};
use super::desk::{Open, Shown};
use super::header::{button, view_name};
use super::overview::signed;
use super::panel::value;
use super::shape::glyph;
use super::{Node, changes, facts, links};
use crate::contract::model::Version;
use crate::contract::word::Content;
use crate::contract::{Change, Item, Part, Step};
use crate::journey::Stretch;
use crate::markup::{el, text};
use crate::state::{Action, View};
use crate::text::{case, vocabulary};

/// The list of the view in question.
pub fn list(open: &Open<'_>, unsaved: Option<Saved>) -> Node {
    let t = open.t;
    let all = open.items();
    let items: Vec<Shown<'_>> = all.iter().copied().filter(|it| open.admits(it)).collect();
    let groups = if open.state.view == View::Map {
        by_step(items, open)
    } else {
        by_time(items, open)
    };
    let nothing = groups.is_empty() && !all.is_empty();
    let heading = format!(
        "{}, {} {}",
        view_name(open.state.view, t),
        case::lower(t.version),
        open.version().label
    );
    el("div")
        .set("class", "tm-list")
        .child(el("h2").text(heading))
        .children(unread(open))
        .children((open.state.view == View::Roadmap).then(|| signings(open)))
        .children(nothing.then(|| el("p").set("class", "tm-nothing").text(t.no_match)))
        .children(
            groups
                .iter()
                .map(|(name, items)| section(open, name, items)),
        )
        .child(take_home(open, false, unsaved))
}

/// What can be taken home: the list, the contract, pictures of what is drawn, and the app with all that is open.
pub fn take_home(open: &Open<'_>, drawn: bool, unsaved: Option<Saved>) -> Node {
    let t = open.t;
    let get = |name: &str, what: Saved| button(name, Act::Save(what));
    let pictures = [
        (t.get_svg, Saved::Svg),
        (t.get_png, Saved::Png),
        (t.get_square, Saved::Square),
    ];
    let pictures = pictures.into_iter().filter(|_| drawn);
    let failed = unsaved.map(|what| match what {
        Saved::Page => t.page_failed,
        Saved::Square => t.square_failed,
        _ => t.picture_failed,
    });
    el("div")
        .set("class", "tm-get")
        .child(
            el("p")
                .set("class", "tm-together")
                .child(get(t.get_csv, Saved::List))
                .child(get(t.get_json, Saved::Contract))
                .children(pictures.map(|(name, what)| get(name, what)))
                .child(get(t.get_page, Saved::Page)),
        )
        .children(failed.map(|words| {
            el("p")
                .set("class", "tm-trouble")
                .set("role", "alert")
                .text(words)
        }))
}

/// The button for a table that stands by itself on the page.
pub fn take_table(name: &str, what: Saved) -> Node {
    take([button(name, Act::Save(what))])
}

/// A row of buttons for what can be taken home of a part of the page.
pub fn take(buttons: impl IntoIterator<Item = Node>) -> Node {
    let line = el("p").set("class", "tm-together").children(buttons);
    el("div").set("class", "tm-get").child(line)
}

/// The sentence that stands where a version that is not, or only partly, transcribed would be.
pub fn unread(open: &Open<'_>) -> Option<Node> {
    let version = open.version();
    let sentence = match version.content {
        Content::Full => return None,
        Content::Excerpt => open.t.excerpt_long,
        Content::DocumentOnly => open.t.document_only_long,
    };
    let document = version
        .document
        .as_ref()
        .and_then(|id| open.contract.document(id));
    let line = el("p")
        .set("class", "tm-unread")
        .child(el("strong").text(&version.label))
        .text(format!(" {sentence} "));
    Some(line.children(document.map(|it| links::document(open, it))))
}

/// The items by process, those of none last.
fn by_step<'a>(items: Vec<Shown<'a>>, open: &Open<'_>) -> Vec<(String, Vec<Shown<'a>>)> {
    let names = Step::ALL
        .iter()
        .map(|step| (Some(*step), vocabulary::step_numbered(*step, open.lang)));
    let mut groups: Vec<(String, Vec<Shown<'a>>)> = Vec::new();
    for (step, name) in names.chain([(None, open.t.outside.to_owned())]) {
        groups.push((
            name,
            items
                .iter()
                .copied()
                .filter(|it| it.item.steps().first().copied() == step)
                .collect(),
        ));
    }
    groups.retain(|(_, items)| !items.is_empty());
    groups
}

/// The items by part of the contract, oldest first; those without a date last, under their part.
fn by_time<'a>(items: Vec<Shown<'a>>, open: &Open<'_>) -> Vec<(String, Vec<Shown<'a>>)> {
    let mut groups: Vec<(String, Vec<Shown<'a>>)> = Vec::new();
    for dated in [true, false] {
        for part in Part::ALL {
            let mut members: Vec<Shown<'_>> = Vec::new();
            for shown in &items {
                let item = &shown.item;
                if item.part(open.contract) == part && item.span().is_some() == dated {
                    // Goals stand in the order of their years, everything else in the contract's.
                    let at = if part == Part::Goals {
                        members.partition_point(|it| begins(&it.item) <= begins(item))
                    } else {
                        members.len()
                    };
                    members.insert(at, *shown);
                }
            }
            let name = vocabulary::part(part, open.lang);
            let name = if dated {
                name.to_owned()
            } else {
                format!("{}: {name}", open.t.undated)
            };
            groups.push((name, members));
        }
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

fn begins(item: &Item<'_>) -> f64 {
    item.span()
        .map_or(f64::MAX, |span| Stretch::from(span).begins())
}

/// The versions with the days they were signed: the band, in words.
fn signings(open: &Open<'_>) -> Node {
    let line = |version: &Version| {
        let document = version
            .document
            .as_ref()
            .and_then(|id| open.contract.document(id));
        el("li")
            .child(el("strong").text(&version.label))
            .text(format!(" · {}: ", case::lower(open.t.signed)))
            .child(signed(version.signed.as_ref(), open))
            .text(format!(
                " · {} ",
                vocabulary::content(version.content, open.lang)
            ))
            .children(document.map(|it| links::document(open, it)))
    };
    el("section")
        .set("class", "tm-section")
        .child(el("h3").text(open.t.contract_lane))
        .child(
            el("ul")
                .set("class", "tm-plain-list")
                .children(open.contract.versions.iter().map(line)),
        )
}

fn section(open: &Open<'_>, name: &str, items: &[Shown<'_>]) -> Node {
    el("section")
        .set("class", "tm-section")
        .child(el("h3").text(format!("{name} ({})", items.len())))
        .child(
            el("ul")
                .set("class", "tm-entries")
                .children(items.iter().map(|it| entry(open, it))),
        )
}

/// An item with all that is said of it.
pub fn entry(open: &Open<'_>, shown: &Shown<'_>) -> Node {
    let item = &shown.item;
    let (lang, t, step) = (open.lang, open.t, item.steps().first().copied());
    let (title, title_lang) = facts::title(open.contract, item, lang);
    let source = item
        .source()
        .and_then(|it| facts::source(open.contract, it, lang));
    let source = source.map_or_else(|| t.not_stated.to_owned(), |(words, _)| words);
    let choose = el("button")
        .set("type", "button")
        .set("class", "tm-link")
        .child(glyph(item.kind(), step))
        .child(el("span").set("lang", title_lang.as_str()).text(title))
        .press(Act::Do(Action::Select(item.id().clone())));
    let tags = facts::tags(item, lang).into_iter().chain(
        item.steps()
            .iter()
            .map(|step| vocabulary::step(*step, lang).to_owned()),
    );
    let tags: Vec<String> = tags.collect();
    let stated = facts::facts(open.contract, item, lang);
    let stated = stated.iter().map(|fact| {
        el("div")
            .child(el("dt").text(fact.label))
            .child(el("dd").child(value(fact)))
    });
    el("li")
        .set("class", "tm-entry")
        .class_if(open.state.item.as_ref() == Some(item.id()), "tm-selected")
        .set("data-item", item.id().as_str())
        .set("data-kind", item.kind().as_str())
        .maybe("data-step", step.map(Step::as_str))
        .maybe("data-change", shown.change.map(Change::as_str))
        .child(
            el("h4")
                .child(choose)
                .children(shown.change.map(|it| changes::tag(it, lang))),
        )
        .child(el("p").set("class", "tm-small").text(tags.join(" · ")))
        .children(
            facts::summary(open.contract, item, lang)
                .map(|(words, lang)| el("p").set("lang", lang.as_str()).text(words)),
        )
        .child(el("dl").set("class", "tm-facts tm-inline").children(stated))
        .children(changes::differences(open, item))
        .child(el("p").set("class", "tm-small").child(text(format!(
            "{}: {source}. {}",
            t.source,
            facts::placing(item, lang)
        ))))
}
