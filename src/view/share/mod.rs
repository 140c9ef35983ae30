//! What is shown, handed on: as a link, in another page, as a line in a report, as a file.

mod parts;
pub mod step;

pub use step::{Sharing, Step, perform};

use super::Node;
use super::act::Act;
use super::desk::{Look, Open};
use super::header::{button, choice, view_name};
use crate::contract::Lang;
use crate::host::{clipboard, page};
use crate::markup::el;
use crate::share::is_only_here;
use crate::state::{Form, Theme, View};
use step::Way;

/// The view.
pub fn view(look: &Look<'_>, open: &Open<'_>) -> Node {
    let t = open.t;
    let sharing = &look.session.sharing;
    let page = el("div")
        .set("class", "tm-stage tm-share")
        .child(el("h2").text(t.share));
    if is_only_here(open.state) {
        return page
            .child(el("p").set("class", "tm-unread").text(t.share_local))
            .child(parts::citation(look, open))
            .child(parts::files(look, open));
    }
    let cards = el("div")
        .set("class", "tm-share-cards")
        .child(link(look, open, sharing))
        .child(embed(look, open, sharing))
        .child(parts::citation(look, open))
        .child(parts::files(look, open));
    page.child(cards)
}

/// The link, to copy, to share, to point a camera at.
fn link(look: &Look<'_>, open: &Open<'_>, sharing: &Sharing) -> Node {
    let t = open.t;
    let address = sharing.address(open.state);
    let share = clipboard::can_share().then(|| button(t.share_native, Act::Share(Step::Native)));
    parts::card(t.share_link)
        .child(el("p").set("class", "tm-small").text(t.share_what))
        .child(what(open, sharing))
        .child(parts::copyable(look, t.share_link, &address, 0, 2))
        .children(share.map(|it| el("p").child(it)))
        .children(parts::qr(open, &address))
}

/// What is handed on: which view, and how.
fn what(open: &Open<'_>, sharing: &Sharing) -> Node {
    let t = open.t;
    let views = View::ALL
        .iter()
        .filter(|it| **it != View::Share)
        .map(|it| (it.as_str().to_owned(), view_name(*it, t).to_owned()));
    let forms = [(Form::Graphic, t.graphic), (Form::List, t.list)];
    let forms = forms.map(|(form, name)| (form.as_str().to_owned(), name.to_owned()));
    el("div")
        .set("class", "tm-axes")
        .child(choice(t.share_view, sharing.view.as_str(), views, |it| {
            Act::Share(Step::View(it))
        }))
        .child(choice(t.show_as, sharing.form.as_str(), forms, |it| {
            Act::Share(Step::Form(it))
        }))
}

/// The code for another page, with what it will look like beside it.
fn embed(look: &Look<'_>, open: &Open<'_>, sharing: &Sharing) -> Node {
    let t = open.t;
    let languages = [(Lang::Sv, "Svenska"), (Lang::En, "English")];
    let languages = languages.map(|(lang, name)| (lang.as_str().to_owned(), name.to_owned()));
    let themes = [
        (None, t.theme_auto),
        (Some(Theme::Light), t.theme_light),
        (Some(Theme::Dark), t.theme_dark),
        (Some(Theme::Contrast), t.theme_contrast),
    ];
    let themes =
        themes.map(|(theme, name)| (theme.map_or("", Theme::as_str).to_owned(), name.to_owned()));
    let label = open.version().label.clone();
    let versions = [
        ("follows".to_owned(), t.share_follows.to_owned()),
        ("this".to_owned(), label),
    ];
    let ways = [
        (Way::Iframe, t.share_iframe),
        (Way::Element, t.share_element),
        (Way::Shortcode, t.share_shortcode),
    ];
    let ways = ways.map(|(way, name)| (way.as_str().to_owned(), name.to_owned()));
    let height = el("label")
        .set("class", "tm-field")
        .child(el("span").text(t.share_height))
        .child(
            el("input")
                .set("type", "number")
                .set("min", "200")
                .set("max", "2000")
                .set("step", "10")
                .set("value", sharing.height.to_string())
                .value(|it| Act::Share(Step::Height(it))),
        );
    let lang = sharing.lang.unwrap_or(open.lang);
    let theme = sharing.theme.map_or("", Theme::as_str);
    let follows = if sharing.follows { "follows" } else { "this" };
    let choices = el("div")
        .set("class", "tm-axes")
        .child(choice(t.share_lang, lang.as_str(), languages, |it| {
            Act::Share(Step::Lang(it))
        }))
        .child(choice(t.theme, theme, themes, |it| {
            Act::Share(Step::Theme(it))
        }))
        .child(height)
        .child(choice(t.share_version, follows, versions, |it| {
            Act::Share(Step::Follows(it))
        }))
        .child(choice(t.share_way, sharing.way.as_str(), ways, |it| {
            Act::Share(Step::Way(it))
        }));
    let snippet = sharing.snippet(open);
    let code = match sharing.way {
        Way::Iframe => Some(snippet.iframe()),
        Way::Element => Some(snippet.element()),
        Way::Shortcode => snippet.shortcode(),
    };
    let code = match code {
        Some(code) => parts::copyable(look, t.share_code, &code, 1, 5),
        None => el("p").text(t.share_no_shortcode),
    };
    // From a file there is nothing that a frame could show.
    let preview = (!page::is_file() && !look.session.printing).then(|| {
        el("div").child(el("h4").text(t.share_preview)).child(
            el("iframe")
                .set("class", "tm-preview")
                .set("src", snippet.address())
                .set("title", t.share_preview)
                .set("loading", "lazy")
                .set("height", sharing.height.to_string()),
        )
    });
    parts::card(t.share_embed)
        .class("tm-on-screen")
        .child(choices)
        .child(code)
        .children(preview)
}
