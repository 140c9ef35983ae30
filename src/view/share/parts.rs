//! The parts of handing on: a card, a text to copy, a code to point a camera at, the citation, the files.

use super::Step;
use crate::host::page;
use crate::markup::el;
use crate::share::{citation as cited, qr as coded};
use crate::state::Form;
use crate::view::act::Act;
use crate::view::desk::{Look, Open};
use crate::view::header::button;
use crate::view::{Node, list};

/// A part with its heading.
pub fn card(name: &str) -> Node {
    el("section")
        .set("class", "tm-chart-card")
        .child(el("h3").text(name))
}

/// A text that can be copied: shown, so that it can also be marked by hand.
pub fn copyable(look: &Look<'_>, name: &str, text: &str, number: usize, rows: usize) -> Node {
    let t = look.t;
    let said = look.session.sharing.copied.filter(|it| it.0 == number);
    let said = said.map_or("", |it| if it.1 { t.copied } else { t.copy_failed });
    let field = el("textarea")
        .set("readonly", "")
        .set("rows", rows.to_string())
        .set("spellcheck", "false")
        .set("data-copy", number.to_string())
        .set("value", text);
    el("div")
        .set("class", "tm-copy")
        .child(
            el("label")
                .set("class", "tm-field tm-wide")
                .child(el("span").text(name))
                .child(field),
        )
        .child(
            el("p")
                .set("class", "tm-together")
                .child(button(t.copy, Act::Share(Step::Copy(number))))
                .child(el("span").set("role", "status").text(said)),
        )
}

/// The address as a code, dark on light in every theme: many readers know no other.
pub fn qr(open: &Open<'_>, address: &str) -> Option<Node> {
    let code = coded(address)?;
    let size = code.size.to_string();
    let ground = el("rect")
        .set("class", "tm-qr-ground")
        .set("width", &size)
        .set("height", &size);
    let svg = el("svg")
        .set("class", "tm-qr")
        .set("viewBox", format!("0 0 {size} {size}"))
        .set("width", "180")
        .set("height", "180")
        .set("role", "img")
        .set("aria-label", open.t.share_qr)
        .child(ground)
        .child(el("path").set("class", "tm-qr-dark").set("d", code.path));
    Some(svg)
}

/// A line for a list of references.
pub fn citation(look: &Look<'_>, open: &Open<'_>) -> Node {
    let address = look.session.sharing.address(open.state);
    let text = cited(open.contract, open.at, &address, page::today(), open.lang);
    card(open.t.share_cite).child(copyable(look, open.t.share_cite, &text, 2, 4))
}

/// What can be taken home, and paper.
pub fn files(look: &Look<'_>, open: &Open<'_>) -> Node {
    let drawn = look.session.sharing.form == Form::Graphic;
    card(open.t.share_files)
        .class("tm-on-screen")
        .child(list::take_home(open, drawn, look.session.unsaved))
        .child(el("p").child(button(open.t.share_print, Act::Share(Step::Print))))
}
