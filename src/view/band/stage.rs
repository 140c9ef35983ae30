//! The stage: the view in question, drawn or as its list. The map and the roadmap are one drawing, in which the marks and
//! the band go from one to the other.

use super::drawing::{drawing, on_paper};
use crate::markup::el;
use crate::state::{Form, Opening, View};
use crate::view::desk::Look;
use crate::view::{Node, commitments, links, list, portfolio, roadmap, share};

/// The view: the drawing, or its list.
pub fn view(look: &Look<'_>) -> Node {
    let Some(open) = &look.open else {
        let stopped = |it: &Opening| matches!(it, Opening::Stopped { .. });
        let stopped = look.session.opening.iter().any(stopped);
        return el("p")
            .set("class", "tm-waiting")
            .set("role", "status")
            .text(if stopped { "" } else { look.t.reading });
    };
    if open.state.view == View::Commitments {
        return if crate::WHOLE {
            commitments::view(look, open)
        } else {
            el("p").set("class", "tm-waiting").text(look.t.more)
        };
    }
    if open.state.view == View::Share {
        return if crate::WHOLE {
            share::view(look, open)
        } else {
            el("p").set("class", "tm-waiting").text(look.t.more)
        };
    }
    if open.state.view == View::Portfolio {
        return if crate::WHOLE {
            portfolio::view(look, open)
        } else {
            el("p").set("class", "tm-waiting").text(look.t.more)
        };
    }
    if open.state.form == Form::List {
        return list::list(open, look.session.unsaved);
    }
    let map = open.state.view == View::Map;
    let keys = if map {
        look.t.keys_map
    } else {
        look.t.keys_roadmap
    };
    let drawn = look.session.room.0 > 0.0;
    let printing = drawn && look.session.printing;
    let axis = (drawn && !map).then(|| roadmap::axis(open, look.scene));
    let arena = map.then(|| {
        el("p")
            .set("class", "tm-keys")
            .text(look.t.arena_who)
            .text(look.t.aim)
    });
    // Each has a key: the drawing stays the same element, whatever comes and goes around it, so that its marks travel.
    el("div")
        .set("class", "tm-stage")
        .class_if(printing && !map, "tm-on-paper")
        .children(list::unread(open).map(|it| it.key("unread")))
        .children(axis.map(|it| it.key("axis")))
        .children(drawn.then(|| drawing(look, open).key("drawing")))
        .children((printing && !map).then(|| on_paper(look, open).key("paper")))
        .child(
            el("p")
                .key("keys")
                .set("class", "tm-keys")
                .set("id", "tm-keys")
                .text(keys),
        )
        .child(links::legend(open).key("legend"))
        .children(arena.map(|it| it.key("arena")))
        .children(printing.then(|| list::list(open, look.session.unsaved).key("list")))
        .child(list::take_home(open, drawn, look.session.unsaved).key("get"))
}
