//! The dialog with the ways to open a contract, and what came of it.

use super::{Way, index, table};
use crate::contract::table::own::Wrong;
use crate::contract::{Lang, Problem};
use crate::markup::el;
use crate::state::{Action, FetchError, Opening, Refusal};
use crate::text::{Texts, failure, number, problem, sheet, table as table_words};
use crate::view::Node;
use crate::view::act::Act;
use crate::view::desk::Look;
use crate::view::header::button;

/// How many problems are shown; a file with more has the same few mistakes over and over.
const MOST_SHOWN: usize = 500;

/// The dialog with the ways to open a contract, and what came of it.
pub fn dialog(look: &Look<'_>) -> Node {
    let t = look.t;
    let head = el("div")
        .set("class", "tm-dialog-head")
        .child(el("h2").set("id", "tm-open-title").text(t.open_title))
        .child(
            el("button")
                .set("type", "button")
                .set("class", "tm-round")
                .set("aria-label", t.close)
                .text("×")
                .press(Act::Choose(false)),
        );
    let field = |name: &str, input: Node| {
        el("label")
            .set("class", "tm-field tm-wide")
            .child(el("span").text(name))
            .child(input)
    };
    let hint = |id: &str, words: &str| el("p").set("class", "tm-small").set("id", id).text(words);
    let send = || {
        el("button")
            .set("type", "submit")
            .set("class", "tm-button")
            .text(t.open_do)
    };
    let file = el("input")
        .set("type", "file")
        .set("multiple", "")
        .set("accept", ".json,.csv,.tsv,.txt,application/json,text/csv")
        .set("aria-describedby", "tm-file-hint");
    let url = el("input")
        .set("type", "url")
        .set("aria-describedby", "tm-url-hint")
        .set("placeholder", "https://");
    let paste = el("textarea")
        .set("rows", "4")
        .set("spellcheck", "false")
        .set("placeholder", t.open_paste_hint);
    let shell = el("dialog")
        .set("class", "tm-dialog")
        .set("aria-labelledby", "tm-open-title")
        .on("close", Act::Choose(false))
        .child(head)
        .child(if look.session.choosing {
            outcome(look)
        } else {
            el("div")
        });
    // A table that has come is settled before anything else is opened.
    if let Some(table) = table::view(look) {
        return shell.class("tm-wide-dialog").child(table);
    }
    shell
        .child(el("div").children(index::choices(look)))
        .child(
            el("section")
                .child(el("h3").text(t.open_file))
                .child(
                    el("label")
                        .set("class", "tm-button tm-file")
                        .child(el("span").text(t.open_pick))
                        .child(file.on("change", Act::Open(Way::PickFiles))),
                )
                .child(hint("tm-file-hint", t.open_file_hint)),
        )
        .child(
            el("form")
                .set("novalidate", "")
                .on("submit", Act::Open(Way::SendAddress))
                .child(field(t.open_url, url))
                .child(hint("tm-url-hint", t.open_url_hint))
                .child(send()),
        )
        .child(
            el("form")
                .on("submit", Act::Open(Way::SendText))
                .child(field(t.open_paste, paste))
                .child(send()),
        )
}

/// What the opening has come to, on the page itself while the dialog is not shown.
pub fn status(look: &Look<'_>) -> Node {
    // A view alone has no dialog.
    if look.session.choosing && !look.session.state.embed {
        el("div")
    } else {
        outcome(look)
    }
}

/// What the opening of each has come to.
fn outcome(look: &Look<'_>) -> Node {
    let all = look.session.opening.iter();
    el("div")
        .set("class", "tm-outcome")
        .children(all.map(|it| came_to(it, look).key(it.name())))
        .children(left_out(look))
}

/// The columns of a table of this app that are not its own: they are not dropped in silence.
fn left_out(look: &Look<'_>) -> Option<Node> {
    let columns = &look.session.left_out;
    let words = format!("{}: {}.", look.t.table_left, columns.join(", "));
    (!columns.is_empty()).then(|| {
        el("div")
            .key("")
            .set("class", "tm-notice")
            .set("role", "status")
            .child(el("p").text(words))
            .child(button(look.t.close, Act::Dismiss))
    })
}

/// What the opening of one has come to: how far, or why not.
fn came_to(it: &Opening, look: &Look<'_>) -> Node {
    let (lang, t) = (look.lang, look.t);
    let kept = |beside: &bool| {
        let words = if *beside { t.others_shown } else { t.kept };
        look.open.is_some().then(|| el("p").text(words))
    };
    // On the page it stays until it is put away; the dialog is closed as a whole.
    let away = (!look.session.choosing).then(|| button(t.close, Act::Dismiss));
    let row = || el("p").set("class", "tm-together");
    let trouble = |name: &str| {
        el("div")
            .set("class", "tm-trouble")
            .set("role", "alert")
            .child(el("h3").text(t.refused))
            .child(el("p").set("class", "tm-file-name").text(name))
    };
    match it {
        Opening::Fetching {
            name,
            progress: (come, all),
        } => {
            let bar = el("progress")
                .set("max", all.unwrap_or(1).max(1).to_string())
                .maybe("value", all.map(|_| come.to_string()));
            let words = format!("{} {name}", t.loading);
            el("div")
                .set("class", "tm-progress")
                .set("role", "status")
                .child(el("label").child(el("span").text(words)).child(bar))
        }
        Opening::Stopped {
            name,
            why: Refusal::NoTable(fault),
            beside,
        } => trouble(name)
            .child(el("p").text(table_words::sentence(fault, lang)))
            .children(kept(beside))
            .children(away),
        Opening::Stopped {
            name,
            why: Refusal::Wrong(all),
            beside,
        } => {
            let lines = all.iter().take(MOST_SHOWN).map(|it| wrong(it, lang, t));
            trouble(name)
                .children(kept(beside))
                .child(listing(lines.collect()))
                .children(not_all(all.len(), lang, t))
                .children(away)
        }
        Opening::Stopped {
            name,
            why: Refusal::Failed(error),
            beside,
        } => {
            let again = !matches!(
                error,
                FetchError::BadAddress
                    | FetchError::TooLarge
                    | FetchError::OnlyHere
                    | FetchError::Table
            );
            trouble(name)
                .child(el("p").text(failure::sentence(*error, lang)))
                .children(kept(beside))
                .child(
                    row()
                        .children(again.then(|| {
                            let again = if *beside {
                                Act::Do(Action::Add(name.clone()))
                            } else {
                                Act::Open(Way::Fetch(name.clone()))
                            };
                            button(t.retry, again)
                        }))
                        .children(away),
                )
        }
        Opening::Stopped {
            name,
            why: Refusal::Refused(problems),
            beside,
        } => {
            let lines = problems.iter().take(MOST_SHOWN);
            let lines = lines.map(|it| issue(it, lang, t));
            trouble(name)
                .children(kept(beside))
                .child(listing(lines.collect()))
                .children(not_all(problems.len(), lang, t))
                .children(away)
        }
    }
}

/// A list of what is wrong, which can be scrolled.
fn listing(lines: Vec<Node>) -> Node {
    el("ol")
        .set("class", "tm-issues")
        .set("tabindex", "0")
        .children(lines)
}

/// That there is more than is listed.
fn not_all(count: usize, lang: Lang, t: &Texts) -> Option<Node> {
    (count > MOST_SHOWN).then(|| {
        el("p").text(format!(
            "{MOST_SHOWN} {} {}",
            t.coverage_of,
            number::integer(count as i64, lang)
        ))
    })
}

/// What is wrong with a cell of a table of this app.
fn wrong(it: &Wrong, lang: Lang, t: &Texts) -> Node {
    let line = number::integer(it.line as i64, lang);
    let place = el("p").set("class", "tm-small");
    el("li")
        .set("class", "tm-issue")
        .child(el("p").text(sheet::sentence(it, lang)))
        .child(place.text(format!("{}\u{a0}{line}", t.place_line)))
}

/// A problem with its place.
fn issue(it: &Problem, lang: Lang, t: &Texts) -> Node {
    let (line, column) = (
        number::integer(it.line as i64, lang),
        number::integer(it.column as i64, lang),
    );
    // In what was made of a table there is no column to point at.
    let words = match (it.line, it.column) {
        (0, _) => String::new(),
        (_, 0) => format!("{}\u{a0}{line}", t.place_line),
        _ => format!(
            "{}\u{a0}{line}, {}\u{a0}{column}",
            t.place_line, t.place_column
        ),
    };
    let place = el("p").set("class", "tm-small").text(words);
    let path = (!it.path.is_empty()).then(|| el("code").text(format!(" · {}", it.path)));
    el("li")
        .set("class", "tm-issue")
        .set("data-issue", it.code.as_str())
        .set("data-path", &it.path)
        .child(el("p").text(problem::sentence(it, lang)))
        .child(place.children(path))
}
