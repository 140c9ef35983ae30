//! The view alone, inside another page: a way to the whole app first, then the view, then where it comes from.

use super::act::Act;
use super::desk::{Look, Open};
use super::{Node, header, links, opening, panel, stage};
use crate::host::page;
use crate::markup::el;
use crate::state::{Action, State, View};
use crate::text::case;

/// The page when the view stands alone. It has the same parts before the contract is there: what is measured is measured on.
pub fn alone(look: &Look<'_>) -> Node {
    let open = look.open.as_ref();
    let selected = open.is_some_and(|open| open.selected().is_some());
    let view = el("div")
        .set("class", "tm-view")
        .child(stage::view(look).key("stage"))
        .children(open.and_then(versions).map(|it| it.key("versions")));
    let aside = if selected {
        panel::panel(look)
    } else {
        el("aside").set("class", "tm-panel").set("hidden", "")
    };
    let body = el("div")
        .set("class", "tm-body")
        .class_if(!selected, "tm-whole-width")
        .child(view)
        .child(aside);
    el("div")
        .set("class", "tm-page tm-alone")
        .child(head(look))
        .child(opening::status(look))
        .child(
            el("main")
                .set("id", "tm-main")
                .set("tabindex", "-1")
                .child(body),
        )
        .child(open.map_or_else(|| el("p"), source))
}

/// The way to the whole app in a window of its own, first of all; and whose contract it is, once that is known.
fn head(look: &Look<'_>) -> Node {
    let t = look.t;
    let whole = State {
        embed: false,
        ..look.session.state.clone()
    };
    let query = whole.to_query();
    let query = if query.is_empty() { "?" } else { &query };
    let link = el("a")
        .set("class", "tm-out")
        .set("href", format!("{}{query}", page::home()))
        .set("target", "_blank")
        .set("rel", "noopener")
        .text(t.own_window)
        .child(links::hidden(&format!(" ({})", t.opens_new)));
    el("header")
        .set("class", "tm-alone-head")
        .child(el("p").child(link))
        .children(look.open.as_ref().map(name))
}

fn name(open: &Open<'_>) -> Node {
    let t = open.t;
    let name = format!(
        "{}: {}",
        header::view_name(open.state.view, t),
        open.contract.municipality.name
    );
    let version = format!("{} {}", case::lower(t.version), open.version().label);
    let invented = open
        .contract
        .example
        .then(|| el("span").set("class", "tm-example").text(t.example_short));
    el("h1")
        .text(name)
        .child(el("small").text(format!(" {version} ")))
        .children(invented)
}

/// The other versions of which something is known: a reader may step through them here, too.
fn versions(open: &Open<'_>) -> Option<Node> {
    let several = open.contract.versions.len() > 1 && open.state.view != View::Commitments;
    let buttons = open.contract.versions.iter().enumerate().map(|(at, it)| {
        el("button")
            .set("type", "button")
            .set("class", "tm-turn")
            .class_if(
                it.content == crate::contract::word::Content::DocumentOnly,
                "tm-document_only",
            )
            .set("aria-pressed", (at == open.at).to_string())
            .text(&it.label)
            .press(Act::Do(Action::FocusVersion(it.label.clone())))
    });
    several.then(|| {
        el("div")
            .set("class", "tm-alone-versions")
            .set("role", "group")
            .set("aria-label", open.t.turns)
            .children(buttons)
    })
}

/// Where it comes from.
fn source(open: &Open<'_>) -> Node {
    let document = open
        .version()
        .document
        .as_ref()
        .and_then(|id| open.contract.document(id));
    el("p")
        .set("class", "tm-small tm-alone-source")
        .text(format!("{}: ", open.t.source))
        .children(match document {
            Some(document) => vec![links::document(open, document)],
            None => vec![
                el("span")
                    .set("class", "tm-unknown")
                    .text(open.t.not_stated),
            ],
        })
        .text(format!(" · {}", open.t.app))
}
