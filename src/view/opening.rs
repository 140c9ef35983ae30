//! Opening a contract: built in, by address, from a file, dropped or pasted. A file that cannot be opened never replaces
//! the one on screen; what is wrong with it is said in words, all of it.
//!
//! Longer than most: the ways in are many and share one flow, [`receive`].

use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::html::{Dialog, Input, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::desk::Desk;
use crate::contract::read::MAX_BYTES;
use crate::contract::{Contract, IndexEntry, Problem, Severity, check, decode, read, read_index};
use crate::host::{events, fetch, page};
use crate::state::{Action, FetchError, Opening};
use crate::text::{failure, number, problem};

/// What the address calls a contract that was opened from a file: a link cannot hold it.
const LOCAL: &str = "egen-fil";
/// How many problems are shown; a file with more has the same few mistakes over and over.
const MOST_SHOWN: usize = 500;

/// The contract that is on screen, as the address names it, and the number of the latest attempt to open one.
#[derive(Clone, Copy)]
struct Flow {
    open: StoredValue<Option<String>>,
    attempt: StoredValue<u32>,
}

/// Opens the contract that the state names, now and whenever Back or Forward names another.
pub fn follow(desk: Desk) {
    let flow = Flow { open: StoredValue::new(None), attempt: StoredValue::new(0) };
    provide_context(flow);
    let named = Memo::new(move |_| desk.state.with(|s| s.references().next().unwrap_or_default().to_owned()));
    Effect::new(move |_| {
        let named = named.get();
        if flow.open.with_value(|open| open.as_deref() != Some(&named)) {
            fetch_contract(desk, flow, named);
        }
    });
    receive_drops(desk, flow);
}

/// The address of a contract that the state names: a built-in id, or an address relative to the page.
fn address(reference: &str) -> String {
    let built_in = reference.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if built_in { page::beside_page(&format!("contracts/{reference}.json")) } else { page::beside_page(reference) }
}

fn fetch_contract(desk: Desk, flow: Flow, reference: String) {
    let attempt = begin(flow);
    if reference == LOCAL {
        return fail(desk, flow, reference, FetchError::OnlyHere);
    }
    let name = reference.clone();
    desk.opening.set(Opening::Fetching { name: name.clone(), progress: (0, None) });
    spawn_local(async move {
        let progress = |progress| {
            if is_latest(flow, attempt) {
                desk.opening.try_set(Opening::Fetching { name: name.clone(), progress });
            }
        };
        let answer = fetch::fetch(&address(&reference), progress).await;
        if is_latest(flow, attempt) {
            match answer {
                Ok(bytes) => receive(desk, flow, reference.clone(), reference, &bytes),
                Err(error) => fail(desk, flow, reference, error),
            }
        }
    });
}

fn begin(flow: Flow) -> u32 {
    flow.attempt.update_value(|n| *n += 1);
    flow.attempt.get_value()
}

fn is_latest(flow: Flow, attempt: u32) -> bool {
    flow.attempt.try_get_value() == Some(attempt)
}

/// A file has come, from wherever: it is read, checked and shown, or refused.
fn receive(desk: Desk, flow: Flow, name: String, reference: String, bytes: &[u8]) {
    match judge(bytes) {
        Ok((contract, hints)) => show(desk, flow, reference, contract, hints),
        Err(problems) => {
            let codes = problems.iter().map(|p| JsValue::from_str(p.code.as_str())).collect::<js_sys::Array>();
            desk.opening.set(Opening::Refused { name, problems });
            stand(desk, flow, &codes.into());
        }
    }
}

fn judge(bytes: &[u8]) -> Result<(Contract, Vec<Problem>), Vec<Problem>> {
    let text = decode(bytes)?;
    let (contract, mut problems) = read(text)?;
    events::mark("tm:contract-read");
    problems.extend(check(&contract, text));
    events::mark("tm:contract-checked");
    problems.sort_by_key(|problem| (problem.line, problem.column));
    if problems.iter().any(|problem| problem.severity == Severity::Error) { Err(problems) } else { Ok((contract, problems)) }
}

fn show(desk: Desk, flow: Flow, reference: String, contract: Contract, hints: Vec<Problem>) {
    flow.open.set_value(Some(reference.clone()));
    let first = desk.contract.with_untracked(Option::is_none);
    let mut state = desk.state.get_untracked();
    // What the address asks is judged by the contract it came with; another contract starts afresh.
    let notices = if state.contract == reference { state.settle(&contract) } else { Vec::new() };
    let next = state.apply(Action::Opened(reference), Some(&contract));
    batch(|| {
        desk.notices.update(|all| all.extend(notices));
        desk.hints.set(hints);
        desk.active.set(None);
        desk.contract.set(Some(Arc::new(contract)));
        desk.state.set(next);
        desk.opening.set(Opening::Idle);
        desk.choosing.set(false);
    });
    desk.root.with_value(|root| {
        events::set_attribute(root, "data-app", Some("ready"));
        if first {
            events::tell(root, "tm:ready", &JsValue::NULL);
        }
    });
}

fn fail(desk: Desk, flow: Flow, name: String, error: FetchError) {
    desk.opening.set(Opening::Failed { name, error });
    stand(desk, flow, &JsValue::from_str(&failure::sentence(error, desk.lang.get_untracked())));
}

/// Nothing new is shown: what was on screen stays, and the dialog says why.
fn stand(desk: Desk, flow: Flow, why: &JsValue) {
    match flow.open.get_value() {
        Some(open) => desk.state.update(|s| s.contract = open),
        None => desk.root.with_value(|root| events::set_attribute(root, "data-app", Some("error"))),
    }
    desk.choosing.set(true);
    desk.root.with_value(|root| events::tell(root, "tm:error", why));
}

/// Reads a file that the reader chose or dropped.
fn read_file(desk: Desk, flow: Flow, file: web_sys::File) {
    let attempt = begin(flow);
    let name = file.name();
    if file.size() > MAX_BYTES as f64 {
        return fail(desk, flow, name, FetchError::TooLarge);
    }
    desk.opening.set(Opening::Fetching { name: name.clone(), progress: (0, Some(file.size() as usize)) });
    spawn_local(async move {
        let buffer = JsFuture::from(file.array_buffer()).await;
        if is_latest(flow, attempt) {
            match buffer {
                Ok(buffer) => receive(desk, flow, name, LOCAL.to_owned(), &js_sys::Uint8Array::new(&buffer).to_vec()),
                Err(_) => fail(desk, flow, name, FetchError::Unreachable),
            }
        }
    });
}

/// A file dropped anywhere on the page is opened.
fn receive_drops(desk: Desk, flow: Flow) {
    let Some(window) = web_sys::window() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "dragover", options, |event| event.prevent_default()).forget();
    EventListener::new_with_options(&window, "drop", options, move |event| {
        let Some(event) = event.dyn_ref::<web_sys::DragEvent>() else { return };
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            read_file(desk, flow, file);
        }
    })
    .forget();
}

/// The dialog with the ways to open a contract, and what came of it.
#[component]
pub fn OpenDialog() -> impl IntoView {
    let desk = Desk::get();
    let flow: Flow = expect_context();
    let t = move || desk.texts();
    let dialog = NodeRef::<Dialog>::new();
    let (url, text) = (NodeRef::<Input>::new(), NodeRef::<Textarea>::new());
    let built_in = RwSignal::new(Vec::<IndexEntry>::new());
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if desk.choosing.get() {
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
            list_built_in(built_in);
        } else if dialog.open() {
            dialog.close();
        }
    });
    let open_url = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = url.get_untracked().map(|it| it.value().trim().to_owned()).unwrap_or_default();
        if web_sys::Url::new(&written).is_ok_and(|url| matches!(url.protocol().as_str(), "http:" | "https:")) {
            fetch_contract(desk, flow, written);
        } else {
            begin(flow);
            fail(desk, flow, written, FetchError::BadAddress);
        }
    };
    let open_text = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let pasted = text.get_untracked().map(|it| it.value()).unwrap_or_default();
        begin(flow);
        receive(desk, flow, t().open_paste_hint.to_owned(), LOCAL.to_owned(), pasted.as_bytes());
    };
    view! {
        <dialog
            class="tm-dialog" node_ref=dialog aria-labelledby="tm-open-title"
            on:close=move |_| desk.choosing.set(false)
        >
            <div class="tm-dialog-head">
                <h2 id="tm-open-title">{move || t().open_title}</h2>
                <button type="button" class="tm-round" aria-label=move || t().close on:click=move |_| desk.choosing.set(false)>"×"</button>
            </div>
            <Outcome flow />
            <Show when=move || built_in.with(|all| !all.is_empty())>
                <section>
                    <h3>{move || t().open_built_in}</h3>
                    <ul class="tm-choices">
                        {move || built_in.get().into_iter().map(|entry| {
                            let id = entry.id.0.clone();
                            view! { <li><button type="button" class="tm-button" on:click=move |_| fetch_contract(desk, flow, id.clone())>{entry.name}</button></li> }
                        }).collect_view()}
                    </ul>
                </section>
            </Show>
            <section>
                <label class="tm-field tm-wide">
                    <span>{move || t().open_file}</span>
                    <input
                        type="file" accept=".json,application/json" aria-describedby="tm-file-hint"
                        on:change=move |event| {
                            let input = event_target::<web_sys::HtmlInputElement>(&event);
                            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                                read_file(desk, flow, file);
                            }
                            // So that the same file can be chosen again after it has been mended.
                            input.set_value("");
                        }
                    />
                </label>
                <p class="tm-small" id="tm-file-hint">{move || t().open_file_hint}</p>
            </section>
            <form novalidate=true on:submit=open_url>
                <label class="tm-field tm-wide">
                    <span>{move || t().open_url}</span>
                    <input type="url" node_ref=url aria-describedby="tm-url-hint" placeholder="https://" />
                </label>
                <p class="tm-small" id="tm-url-hint">{move || t().open_url_hint}</p>
                <button type="submit" class="tm-button">{move || t().open_do}</button>
            </form>
            <form on:submit=open_text>
                <label class="tm-field tm-wide">
                    <span>{move || t().open_paste}</span>
                    <textarea rows="4" spellcheck="false" node_ref=text placeholder=move || t().open_paste_hint></textarea>
                </label>
                <button type="submit" class="tm-button">{move || t().open_do}</button>
            </form>
        </dialog>
        <Show when=move || !desk.choosing.get()>
            <Outcome flow />
        </Show>
    }
}

/// The contracts that the index names; without an index there are none to choose from.
fn list_built_in(into: RwSignal<Vec<IndexEntry>>) {
    if !into.with_untracked(Vec::is_empty) {
        return;
    }
    spawn_local(async move {
        let bytes = fetch::fetch(&page::beside_page("contracts/index.json"), |_| {}).await.unwrap_or_default();
        let index = std::str::from_utf8(&bytes).ok().and_then(|text| read_index(text).ok());
        if let Some(index) = index {
            into.try_set(index.contracts);
        }
    });
}

/// What the opening has come to: how far, or why not.
#[component]
fn Outcome(flow: Flow) -> impl IntoView {
    let desk = Desk::get();
    let t = move || desk.texts();
    let kept = move || desk.contract.with(Option::is_some).then(|| t().kept);
    let content = move || match desk.opening.get() {
        Opening::Idle => ().into_any(),
        Opening::Fetching { name, progress: (come, all) } => view! {
            <div class="tm-progress" role="status">
                <label>
                    <span>{t().loading}" "{name}</span>
                    <progress max=all.unwrap_or(1).to_string() value=all.map(|_| come.to_string())></progress>
                </label>
            </div>
        }
        .into_any(),
        Opening::Failed { name, error } => {
            let again = name.clone();
            let can_retry = matches!(error, FetchError::Timeout | FetchError::Status(_) | FetchError::Unreachable | FetchError::Html | FetchError::Redirect);
            view! {
                <div class="tm-trouble" role="alert">
                    <h3>{t().refused}</h3>
                    <p class="tm-file-name">{name}</p>
                    <p>{failure::sentence(error, desk.lang.get())}</p>
                    <p>{kept}</p>
                    {can_retry.then(|| view! { <button type="button" class="tm-button" on:click=move |_| fetch_contract(desk, flow, again.clone())>{t().retry}</button> })}
                </div>
            }
            .into_any()
        }
        Opening::Refused { name, problems } => refusal(desk, &name, &problems, kept()).into_any(),
    };
    view! { {content} }
}

/// Everything that is wrong with a file, each with its place.
fn refusal(desk: Desk, name: &str, problems: &[Problem], kept: Option<&'static str>) -> impl IntoView + use<> {
    let (t, lang) = (desk.texts(), desk.lang.get());
    let rows = problems.iter().take(MOST_SHOWN).map(|it| {
        let place = format!("{}\u{a0}{}, {}\u{a0}{}", t.place_line, number::integer(it.line as i64, lang), t.place_column, number::integer(it.column as i64, lang));
        view! {
            <li data-issue=it.code.as_str() data-path=it.path.clone() class=format!("tm-issue tm-{}", it.severity.as_str())>
                <p>{problem::sentence(it, lang)}</p>
                <p class="tm-small"><span>{place}</span>{(!it.path.is_empty()).then(|| view! { " · " <code>{it.path.clone()}</code> })}</p>
            </li>
        }
    });
    let rows = rows.collect_view();
    let count = problems.len();
    view! {
        <div class="tm-trouble" role="alert">
            <h3>{t.refused}</h3>
            <p class="tm-file-name">{name.to_owned()}</p>
            <p>{kept}</p>
            <ol class="tm-issues">{rows}</ol>
            {(count > MOST_SHOWN).then(|| view! { <p>{format!("… {} {count}", t.coverage_of)}</p> })}
        </div>
    }
}
