//! The top of the page: whose contract it is, the views, and how the app looks and speaks.

use super::act::Act;
use super::desk::{Look, Open};
use super::{Node, abreast};
use crate::contract::Lang;
use crate::markup::el;
use crate::state::{Action, State, Theme, View};
use crate::text::{Texts, notice};

/// The top of the page.
pub fn header(look: &Look<'_>) -> Node {
    let (lang, t) = (look.lang, look.t);
    let state = &look.session.state;
    let (other, other_name) = match lang {
        Lang::Sv => (Lang::En, "English"),
        Lang::En => (Lang::Sv, "Svenska"),
    };
    let tools = el("div")
        .set("class", "tm-tools")
        .child(button(t.open, Act::Choose(true)))
        .child(button(other_name, Act::Do(Action::Speak(other))).set("lang", other.as_str()))
        .child(colours(state.theme, t));
    el("header")
        .set("class", "tm-header")
        .child(name(look.open.as_ref(), t))
        .child(
            el("nav")
                .set("class", "tm-nav")
                .set("aria-label", t.views)
                .children(View::ALL.iter().map(|view| view_link(*view, state, t))),
        )
        .child(tools)
        .children(crate::WHOLE.then(|| abreast::row(look)).flatten())
}

/// Whose contract it is, and which version.
pub fn name(open: Option<&Open<'_>>, t: &Texts) -> Node {
    let (name, under) = match open {
        Some(open) => (
            open.contract.municipality.name.clone(),
            format!(
                "Klimatkontrakt 2030 · {} {}",
                t.version,
                open.version().label
            ),
        ),
        None => (t.app.to_owned(), String::new()),
    };
    let invented = open.is_some_and(|open| open.contract.example);
    let under = el("p")
        .text(under)
        .children(invented.then(|| el("span").set("class", "tm-example").text(t.example)));
    el("div")
        .set("class", "tm-name")
        .child(el("h1").text(name))
        .child(under)
}

/// The name of the page: whose contract, which view, which app.
pub fn title(open: &Open<'_>) -> String {
    format!(
        "{} · {} · {}",
        open.contract.municipality.name,
        view_name(open.state.view, open.t),
        open.t.app
    )
}

/// A button with a word on it.
pub fn button(name: &str, act: Act) -> Node {
    el("button")
        .set("type", "button")
        .set("class", "tm-button")
        .text(name)
        .press(act)
}

/// The name of a view.
pub fn view_name(view: View, t: &Texts) -> &'static str {
    match view {
        View::Map => t.map,
        View::Roadmap => t.roadmap,
        View::Portfolio => t.portfolio,
        View::Commitments => t.commitments,
        View::Share => t.share,
    }
}

fn view_link(view: View, state: &State, t: &Texts) -> Node {
    let link = State {
        view,
        ..state.clone()
    }
    .to_query();
    el("a")
        .set(
            "href",
            if link.is_empty() {
                "?".to_owned()
            } else {
                link
            },
        )
        .set("class", "tm-tab")
        .maybe("aria-current", (state.view == view).then_some("page"))
        .text(view_name(view, t))
        .press(Act::Follow(Action::Show(view)))
}

fn colours(chosen: Option<Theme>, t: &Texts) -> Node {
    let names = [
        (None, t.theme_auto),
        (Some(Theme::Light), t.theme_light),
        (Some(Theme::Dark), t.theme_dark),
        (Some(Theme::Contrast), t.theme_contrast),
    ];
    let options =
        names.map(|(theme, name)| (theme.map_or("", Theme::as_str).to_owned(), name.to_owned()));
    choice(
        t.theme,
        chosen.map_or("", Theme::as_str),
        options,
        |value| Act::Do(Action::Theme(Theme::parse(&value))),
    )
}

/// A choice between options, each with its value and name.
pub fn choice(
    label: &str,
    chosen: &str,
    options: impl IntoIterator<Item = (String, String)>,
    act: fn(String) -> Act,
) -> Node {
    let options = options
        .into_iter()
        .map(|(value, name)| el("option").set("value", value).text(name));
    el("label")
        .set("class", "tm-field")
        .child(el("span").text(label))
        .child(
            el("select")
                .set("value", chosen)
                .children(options)
                .value(act),
        )
}

/// What in the address could not be used.
pub fn notices(look: &Look<'_>) -> Node {
    let (lang, t) = (look.lang, look.t);
    let lines: Vec<Node> = (look.session.notices.iter())
        .map(|it| el("li").text(notice::sentence(it, lang)))
        .collect();
    let line = el("div").set("role", "status");
    if lines.is_empty() {
        return line;
    }
    let close = el("button")
        .set("type", "button")
        .set("class", "tm-plain")
        .text(t.close)
        .press(Act::Dismiss);
    line.set("class", "tm-notice")
        .child(el("ul").children(lines))
        .child(close)
}
