//! The turns of the contract, to choose from or to play through.

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::desk::Desk;
use crate::contract::word::Content;
use crate::journey::place::{MISSION_YEAR, label_years};
use crate::state::Action;

/// How long each version is shown when they are played, in milliseconds.
const BEAT: u32 = 2400;

/// The row of turns.
#[component]
pub fn Scrubber() -> impl IntoView {
    let desk = Desk::get();
    let t = move || desk.texts();
    let playing = RwSignal::new(false);
    play(desk, playing);
    let versions = Memo::new(move |_| {
        desk.contract.with(|c| c.as_ref().map(|c| c.versions.iter().map(|v| (v.label.clone(), v.content)).collect::<Vec<_>>()).unwrap_or_default())
    });
    let coming = move || {
        let last = versions.with(|all| all.last().and_then(|(label, _)| label_years(label)))?.1;
        (last < MISSION_YEAR).then(|| match last + 1 {
            MISSION_YEAR => MISSION_YEAR.to_string(),
            next => format!("{next}–{MISSION_YEAR}"),
        })
    };
    let start_or_stop = move |_| {
        if !playing.get_untracked() {
            let first = versions.with_untracked(|all| all.first().map(|(label, _)| label.clone()));
            let at_end = desk.version() == versions.with_untracked(|all| all.len().checked_sub(1));
            if let Some(first) = first.filter(|_| at_end) {
                desk.act(Action::FocusVersion(first));
            }
        }
        playing.update(|on| *on = !*on);
    };
    view! {
        <div class="tm-scrubber" role="group" aria-label=move || t().turns>
            <button
                type="button" class="tm-round" aria-pressed=move || playing.get().to_string()
                aria-label=move || if playing.get() { t().pause } else { t().play }
                on:click=start_or_stop
            >
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                    <path d=move || if playing.get() { "M3 2h3v12H3ZM10 2h3v12h-3Z" } else { "M3 1.5 14 8 3 14.5Z" } />
                </svg>
            </button>
            <span class="tm-scrubber-name">{move || t().turn}</span>
            <For each=move || versions.get().into_iter().enumerate() key=|(i, (label, _))| (*i, label.clone()) let((index, (label, content)))>
                <button
                    type="button"
                    class=format!("tm-turn tm-{}", content.as_str())
                    aria-pressed=move || (desk.version() == Some(index)).to_string()
                    on:click={
                        let label = label.clone();
                        move |_| {
                            playing.set(false);
                            desk.act(Action::FocusVersion(label.clone()));
                        }
                    }
                >
                    {label.clone()}
                    {move || match content {
                        Content::Full => None,
                        Content::Excerpt => Some(format!(" ({})", t().excerpt)),
                        Content::DocumentOnly => Some(format!(" ({})", t().document_only)),
                    }}
                </button>
            </For>
            <Show when=move || coming().is_some()>
                <span class="tm-turn tm-coming">{coming}" "<small>{move || t().coming}</small></span>
            </Show>
        </div>
    }
}

/// Goes on to the next version at every beat, while it is played; stops at the last.
fn play(desk: Desk, playing: RwSignal<bool>) {
    let timer: StoredValue<Option<SendWrapper<Interval>>> = StoredValue::new(None);
    Effect::new(move |_| {
        let beat = playing.get().then(|| {
            SendWrapper::new(Interval::new(BEAT, move || {
                let before = desk.state.get_untracked();
                desk.act(Action::NextVersion);
                if desk.state.with_untracked(|s| *s == before) {
                    playing.set(false);
                }
            }))
        });
        timer.set_value(beat);
    });
    on_cleanup(move || timer.set_value(None));
}
