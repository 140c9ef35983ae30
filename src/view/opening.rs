//! Opening a contract: built in, by address, from a file, dropped or pasted. A file that cannot be opened never replaces
//! the one on screen; what is wrong with it is said in words, all of it.
//!
//! Longer than most: the ways in are many and share one flow, [`receive`].

use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

use super::Node;
use super::act::Act;
use super::app::Seen;
use super::desk::{Desk, Look};
use super::header::button;
use crate::contract::read::{MAX_BYTES, in_order};
use crate::contract::{
    Contract, IndexEntry, Lang, Problem, Severity, check, decode, read, read_index,
};
use crate::host::{events, fetch, held, page, whole};
use crate::markup::el;
use crate::state::{Action, FetchError, Opening};
use crate::text::{Texts, failure, number, problem};

/// What the address calls a contract that was opened from a file: a link cannot hold it.
const LOCAL: &str = "egen-fil";
/// How many problems are shown; a file with more has the same few mistakes over and over.
const MOST_SHOWN: usize = 500;

/// A way to open a contract.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// The contract of this reference.
    Fetch(String),
    /// The file that was chosen.
    PickFile,
    /// The address that was written.
    SendAddress,
    /// The text that was pasted.
    SendText,
}

/// Opens the contract that the state names, when Back or Forward has named another than the one that is open.
pub fn follow(desk: Desk, before: Option<&Seen>, now: &Seen) {
    let named = now.state.references().next().unwrap_or_default();
    let is_new = before.is_none_or(|before| before.state.references().next() != Some(named));
    if is_new && desk.open.with_value(|open| open.as_deref() != Some(named)) {
        fetch_contract(desk, named.to_owned());
    }
    // Dropped while the program before was there.
    if before.is_none()
        && let Some(file) = desk.root.with_value(|root| whole::dropped(root))
    {
        read_file(desk, file);
    }
}

/// Opens a file that is dropped anywhere on the page.
pub fn start(desk: Desk) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = EventListenerOptions::enable_prevent_default();
    let dragged = Event::prevent_default;
    held::hold(EventListener::new_with_options(
        &window, "dragover", options, dragged,
    ));
    held::hold(EventListener::new_with_options(
        &window,
        "drop",
        options,
        move |event| {
            event.prevent_default();
            let data = event
                .dyn_ref::<web_sys::DragEvent>()
                .and_then(web_sys::DragEvent::data_transfer);
            if let Some(file) = data
                .and_then(|data| data.files())
                .and_then(|files| files.get(0))
            {
                read_file(desk, file);
            }
        },
    ));
}

/// Does what the dialog is used for.
pub fn perform(desk: Desk, way: Way, event: &Event) {
    match way {
        Way::Fetch(reference) => fetch_contract(desk, reference),
        Way::PickFile => pick_file(desk, event),
        Way::SendAddress => send_address(desk, event),
        Way::SendText => send_text(desk, event),
    }
}

/// The address of a contract that the state names: a built-in id, or an address relative to the page.
fn address(reference: &str) -> String {
    let built_in = reference
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    page::beside_page(&if built_in {
        format!("contracts/{reference}.json")
    } else {
        reference.to_owned()
    })
}

/// Opens the contract of a reference: what the address calls it.
fn fetch_contract(desk: Desk, reference: String) {
    let attempt = begin(desk);
    // The program before has left what it had open; and a reader's own file is nowhere else.
    let left = |root: &_| whole::file(root, &reference);
    let left = (attempt == 1 || reference == LOCAL).then(|| desk.root.with_value(|it| left(it)));
    if let Some(bytes) = left.flatten() {
        return receive(desk, reference.clone(), reference, &bytes);
    }
    if reference == LOCAL {
        return fail(desk, reference, FetchError::OnlyHere);
    }
    let name = reference.clone();
    desk.set(|s| {
        s.opening = Opening::Fetching {
            name: name.clone(),
            progress: (0, None),
        }
    });
    spawn_local(async move {
        let progress = |progress| {
            if is_latest(desk, attempt) {
                desk.set(|s| {
                    s.opening = Opening::Fetching {
                        name: name.clone(),
                        progress,
                    }
                });
            }
        };
        let answer = fetch::fetch(&address(&reference), &mut { progress }).await;
        if is_latest(desk, attempt) {
            match answer {
                Ok(bytes) => receive(desk, reference.clone(), reference, &bytes),
                Err(error) => fail(desk, reference, error),
            }
        }
    });
}

fn begin(desk: Desk) -> u32 {
    desk.attempt.update_value(|n| *n += 1);
    desk.attempt.get_value()
}

fn is_latest(desk: Desk, attempt: u32) -> bool {
    desk.attempt.try_get_value() == Some(attempt)
}

/// A file has come, from wherever: it is read, checked and shown, or refused.
fn receive(desk: Desk, name: String, reference: String, bytes: &[u8]) {
    match judge(bytes) {
        Ok((contract, hints)) => {
            desk.root
                .with_value(|root| whole::keep_file(root, &reference, bytes));
            show(desk, reference, contract, hints);
        }
        Err(problems) => {
            let codes = problems
                .iter()
                .map(|p| JsValue::from_str(p.code.as_str()))
                .collect::<js_sys::Array>();
            desk.set(|s| s.opening = Opening::Refused { name, problems });
            stand(desk, &codes.into());
        }
    }
}

fn judge(bytes: &[u8]) -> Result<(Contract, Vec<Problem>), Vec<Problem>> {
    let text = decode(bytes)?;
    let (contract, mut problems) = read(text)?;
    events::mark("tm:contract-read");
    problems.extend(check(&contract, text));
    events::mark("tm:contract-checked");
    in_order(&mut problems);
    if problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
    {
        Err(problems)
    } else {
        Ok((contract, problems))
    }
}

fn show(desk: Desk, reference: String, contract: Contract, hints: Vec<Problem>) {
    desk.open.set_value(Some(reference.clone()));
    let begun = desk.attempt.get_value() == 1;
    let ready = desk.root.with_value(|root| root.get_attribute("data-app"));
    let first = ready.as_deref() != Some("ready");
    desk.set(|s| {
        // What the address asks is judged by the contract it came with; another contract starts afresh.
        if s.state.contract == reference {
            s.notices.extend(s.state.settle(&contract));
        }
        s.state = s.state.apply(Action::Opened(reference), Some(&contract));
        s.hints = hints;
        s.active = None;
        s.contract = Some(Arc::new(contract));
        s.opening = Opening::Idle;
        // Who chose to open another while the program changed is still choosing.
        s.choosing = s.choosing && begun;
    });
    desk.root.with_value(|root| {
        events::set_attribute(root, "data-app", Some("ready"));
        if first {
            events::tell(root, "tm:ready", &JsValue::NULL);
        }
    });
}

fn fail(desk: Desk, name: String, error: FetchError) {
    desk.set(|s| s.opening = Opening::Failed { name, error });
    stand(
        desk,
        &JsValue::from_str(&failure::sentence(error, desk.get(|s| s.state.lang))),
    );
}

/// Nothing new is shown: what was on screen stays, and the dialog says why.
fn stand(desk: Desk, why: &JsValue) {
    let open = desk.open.get_value();
    if open.is_none() {
        desk.root
            .with_value(|root| events::set_attribute(root, "data-app", Some("error")));
    }
    desk.set(|s| {
        if let Some(open) = open {
            s.state.contract = open;
        }
        s.choosing = true;
    });
    desk.root
        .with_value(|root| events::tell(root, "tm:error", why));
}

/// Opens the file that was chosen.
fn pick_file(desk: Desk, event: &Event) {
    let input = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    if let Some(file) = input.files().and_then(|files| files.get(0)) {
        read_file(desk, file);
    }
    // So that the same file can be chosen again after it has been mended.
    input.set_value("");
}

fn read_file(desk: Desk, file: web_sys::File) {
    let attempt = begin(desk);
    let name = file.name();
    if file.size() > MAX_BYTES as f64 {
        return fail(desk, name, FetchError::TooLarge);
    }
    desk.set(|s| {
        s.opening = Opening::Fetching {
            name: name.clone(),
            progress: (0, Some(file.size() as usize)),
        }
    });
    spawn_local(async move {
        let buffer = JsFuture::from(file.array_buffer()).await;
        if is_latest(desk, attempt) {
            match buffer {
                Ok(buffer) => receive(
                    desk,
                    name,
                    LOCAL.to_owned(),
                    &js_sys::Uint8Array::new(&buffer).to_vec(),
                ),
                Err(_) => fail(desk, name, FetchError::Unreachable),
            }
        }
    });
}

/// Opens the address that was written.
fn send_address(desk: Desk, event: &Event) {
    let written = field::<HtmlInputElement>(event, "input")
        .map(|it| it.value().trim().to_owned())
        .unwrap_or_default();
    let url = web_sys::Url::new(&written)
        .ok()
        .filter(|url| matches!(url.protocol().as_str(), "http:" | "https:"));
    match url {
        // As the page's address spells it, where a comma stands between two contracts.
        Some(url) => fetch_contract(desk, url.href().replace(',', "%2C")),
        None => {
            begin(desk);
            fail(desk, written, FetchError::BadAddress);
        }
    }
}

/// Opens the text that was pasted.
fn send_text(desk: Desk, event: &Event) {
    let pasted = field::<HtmlTextAreaElement>(event, "textarea")
        .map(|it| it.value())
        .unwrap_or_default();
    begin(desk);
    let name = Texts::of(desk.get(|s| s.state.lang))
        .open_paste_hint
        .to_owned();
    receive(desk, name, LOCAL.to_owned(), pasted.as_bytes());
}

fn field<T: JsCast>(event: &Event, name: &str) -> Option<T> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .query_selector(name)
        .ok()??
        .dyn_into()
        .ok()
}

/// The contracts that the index names; without an index there are none to choose from by name.
pub fn list_built_in(desk: Desk) {
    if desk.get(|s| !s.built_in.is_empty()) {
        return;
    }
    spawn_local(async move {
        let bytes = fetch::fetch(&page::beside_page("contracts/index.json"), &mut |_| {})
            .await
            .unwrap_or_default();
        if let Some(index) = std::str::from_utf8(&bytes)
            .ok()
            .and_then(|text| read_index(text).ok())
        {
            desk.set(|s| s.built_in = index.contracts);
        }
    });
}

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
    let choice =
        |it: &IndexEntry| el("li").child(button(&it.name, Act::Open(Way::Fetch(it.id.0.clone()))));
    let choices: Vec<Node> = look.session.built_in.iter().map(choice).collect();
    let built_in = (!choices.is_empty()).then(|| {
        el("section")
            .child(el("h3").text(t.open_built_in))
            .child(el("ul").set("class", "tm-choices").children(choices))
    });
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
        .set("accept", ".json,application/json")
        .set("aria-describedby", "tm-file-hint");
    let url = el("input")
        .set("type", "url")
        .set("aria-describedby", "tm-url-hint")
        .set("placeholder", "https://");
    let paste = el("textarea")
        .set("rows", "4")
        .set("spellcheck", "false")
        .set("placeholder", t.open_paste_hint);
    el("dialog")
        .set("class", "tm-dialog")
        .set("aria-labelledby", "tm-open-title")
        .on("close", Act::Choose(false))
        .child(head)
        .child(if look.session.choosing {
            outcome(look)
        } else {
            el("div")
        })
        .child(el("div").children(built_in))
        .child(
            el("section")
                .child(el("h3").text(t.open_file))
                .child(
                    el("label")
                        .set("class", "tm-button tm-file")
                        .child(el("span").text(t.open_pick))
                        .child(file.on("change", Act::Open(Way::PickFile))),
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
    if look.session.choosing {
        el("div")
    } else {
        outcome(look)
    }
}

/// What the opening has come to: how far, or why not.
fn outcome(look: &Look<'_>) -> Node {
    let (lang, t) = (look.lang, look.t);
    let kept = look.open.is_some().then(|| el("p").text(t.kept));
    let trouble = |name: &str| {
        el("div")
            .set("class", "tm-trouble")
            .set("role", "alert")
            .child(el("h3").text(t.refused))
            .child(el("p").set("class", "tm-file-name").text(name))
    };
    match &look.session.opening {
        Opening::Idle => el("div"),
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
        Opening::Failed { name, error } => {
            let again = !matches!(
                error,
                FetchError::BadAddress | FetchError::TooLarge | FetchError::OnlyHere
            );
            trouble(name)
                .child(el("p").text(failure::sentence(*error, lang)))
                .children(kept)
                .children(again.then(|| button(t.retry, Act::Open(Way::Fetch(name.clone())))))
        }
        Opening::Refused { name, problems } => {
            let more = problems.len() > MOST_SHOWN;
            trouble(name)
                .children(kept)
                .child(
                    el("ol")
                        .set("class", "tm-issues")
                        .set("tabindex", "0")
                        .children(
                            problems
                                .iter()
                                .take(MOST_SHOWN)
                                .map(|it| issue(it, lang, t)),
                        ),
                )
                .children(more.then(|| {
                    el("p").text(format!(
                        "{MOST_SHOWN} {} {}",
                        t.coverage_of,
                        number::integer(problems.len() as i64, lang)
                    ))
                }))
        }
    }
}

/// A problem with its place.
fn issue(it: &Problem, lang: Lang, t: &Texts) -> Node {
    let (line, column) = (
        number::integer(it.line as i64, lang),
        number::integer(it.column as i64, lang),
    );
    let place = el("p").set("class", "tm-small").text(format!(
        "{}\u{a0}{line}, {}\u{a0}{column}",
        t.place_line, t.place_column
    ));
    let path = (!it.path.is_empty()).then(|| el("code").text(format!(" · {}", it.path)));
    el("li")
        .set("class", "tm-issue")
        .set("data-issue", it.code.as_str())
        .set("data-path", &it.path)
        .child(el("p").text(problem::sentence(it, lang)))
        .child(place.children(path))
}
