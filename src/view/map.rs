//! The ground of the map: arena, processes, cells and the names of the signings. Marks and band are the stage's.

use std::f64::consts::PI;

use leptos::prelude::*;

use super::desk::Desk;
use super::shape::colour;
use super::stage::Scenes;
use crate::contract::Step;
use crate::journey::spiral::{self, Cell, Spiral};
use crate::state::{Action, Form};
use crate::text::vocabulary;

/// What lies under the band.
#[component]
pub fn MapGround(scenes: Scenes) -> impl IntoView {
    let desk = Desk::get();
    let chosen = Memo::new(move |_| desk.state.with(|s| s.step));
    view! {
        <g class="tm-ground">
            {move || scenes.spiral.with(|spiral| Step::ALL.iter().copied().map(|step| {
                sector(desk, spiral, scenes.focus.get(), step, chosen)
            }).collect_view())}
            {move || scenes.spiral.with(|spiral| arena(desk, spiral))}
        </g>
    }
}

/// What lies over the band: the names of the signings, and the counts of what does not fit.
#[component]
pub fn MapLabels(scenes: Scenes) -> impl IntoView {
    let desk = Desk::get();
    let signings = move || {
        scenes.journey.with(|journey| {
            scenes.spiral.with(|spiral| {
                let labels = journey.turns.iter().zip(&spiral.rings).enumerate();
                labels
                    .filter_map(|(i, (turn, ring))| {
                        let at = ring.label?;
                        let focus = i == journey.focus;
                        let size = if focus { spiral::SIGNING_TEXT + 2.0 } else { spiral::SIGNING_TEXT };
                        Some(view! {
                            <text class="tm-signing-name" class:tm-now=focus x=at.x y=at.y + size * 0.36 font-size=size>{turn.label.clone()}</text>
                        })
                    })
                    .collect_view()
            })
        })
    };
    view! {
        <g class="tm-labels">
            {signings}
            {move || scenes.spiral.with(|spiral| spiral.cells.iter().map(|cell| count(desk, cell)).collect_view())}
            {move || scenes.spiral.with(|spiral| outside(desk, spiral))}
        </g>
    }
}

fn sector(desk: Desk, spiral: &Spiral, focus: usize, step: Step, chosen: Memo<Option<Step>>) -> impl IntoView + use<> {
    let (inner, outer) = (spiral.arena + 3.0, spiral.rim.0 - 4.0);
    let cell = spiral.rings.get(focus).map(|ring| spiral.outline(step, ring.inner + 1.0, ring.outer - 1.0));
    let (rim, line, size) = (spiral.outline(step, spiral.rim.0, spiral.rim.1), spiral.name_line(step), spiral.name_size());
    let id = format!("tm-line-{}", step.as_str());
    let long = spiral.long_names;
    let href = format!("#{id}");
    view! {
        <g
            class=format!("tm-sector {}", colour(Some(step)))
            class:tm-faded=move || chosen.get().is_some_and(|it| it != step)
            on:click=move |_| desk.act(Action::FilterStep(if chosen.get_untracked() == Some(step) { None } else { Some(step) }))
        >
            <path class="tm-wash" d=spiral.outline(step, inner, outer) />
            <path class="tm-cell" d=cell />
            <path class="tm-rim" d=rim />
            <path id=id d=line fill="none" />
            <text class="tm-rim-name" font-size=size text-anchor="middle">
                <textPath href=href startOffset="50%">
                    {move || if long {
                        vocabulary::step_numbered(step, desk.lang.get())
                    } else {
                        format!("{} · {}", step.number(), vocabulary::step_short(step, desk.lang.get()))
                    }}
                </textPath>
            </text>
        </g>
    }
}

fn arena(desk: Desk, spiral: &Spiral) -> impl IntoView + use<> {
    let (x, y, r) = (spiral.centre.x, spiral.centre.y, spiral.arena);
    let size = (r * 0.23).clamp(11.0, 17.0);
    let small = r > 64.0;
    let line = move |k: f64| y + k * size * 1.2;
    view! {
        <g class="tm-arena">
            <circle cx=x cy=y r=r />
            <text class="tm-arena-name" x=x y=line(-0.35) font-size=size text-anchor="middle">{move || desk.texts().arena[0]}</text>
            <text class="tm-arena-name" x=x y=line(0.65) font-size=size text-anchor="middle">{move || desk.texts().arena[1]}</text>
            <Show when=move || small>
                <text class="tm-arena-who" x=x y=line(1.75) font-size=r * 0.118 text-anchor="middle">{move || desk.texts().arena_who[0]}</text>
                <text class="tm-arena-who" x=x y=line(2.55) font-size=r * 0.118 text-anchor="middle">{move || desk.texts().arena_who[1]}</text>
            </Show>
        </g>
    }
}

/// The number of items in a cell that has no room for them; it opens as a list.
fn count(desk: Desk, cell: &Cell) -> Option<impl IntoView + use<>> {
    let (at, step, count) = (cell.crowded?, cell.step, cell.count);
    let open = move || {
        desk.act(Action::FilterStep(Some(step)));
        desk.act(Action::As(Form::List));
    };
    Some(view! {
        <g
            class=format!("tm-count {}", colour(Some(step)))
            role="button" tabindex="0" data-step=step.as_str()
            aria-label=move || format!("{}: {count}. {}", vocabulary::step_numbered(step, desk.lang.get()), desk.texts().list)
            on:click=move |event| { event.stop_propagation(); open(); }
            on:keydown=move |event| if matches!(event.key().as_str(), "Enter" | " ") { event.prevent_default(); event.stop_propagation(); open(); }
        >
            <circle cx=at.x cy=at.y r="24" />
            <text x=at.x y=at.y + 6.0 font-size="17" text-anchor="middle">{count}</text>
        </g>
    })
}

fn outside(desk: Desk, spiral: &Spiral) -> Option<impl IntoView + use<>> {
    let outside = spiral.outside.clone()?;
    let crowded = outside.crowded;
    Some(view! {
        <text class="tm-outside" x=outside.heading.x y=outside.heading.y font-size="15" text-anchor="middle">{move || desk.texts().outside}</text>
        {crowded.map(|at| view! {
            <g
                class="tm-count tm-c0" role="button" tabindex="0"
                aria-label=move || format!("{}: {}. {}", desk.texts().outside, outside.count, desk.texts().list)
                on:click=move |_| desk.act(Action::As(Form::List))
                on:keydown=move |event| if matches!(event.key().as_str(), "Enter" | " ") { event.prevent_default(); desk.act(Action::As(Form::List)); }
            >
                <circle cx=at.x cy=at.y r="24" />
                <text x=at.x y=at.y + 6.0 font-size="17" text-anchor="middle">{outside.count}</text>
            </g>
        })}
    })
}

/// Dots for the items of the turns that are not in focus: how much there is, not what.
#[component]
pub fn Traces(scenes: Scenes) -> impl IntoView {
    let dots = move || {
        scenes.journey.with(|journey| {
            scenes.spiral.with(|spiral| {
                let mut dots = Vec::new();
                for (k, (turn, ring)) in journey.turns.iter().zip(&spiral.rings).enumerate() {
                    let thick = ring.outer - ring.inner;
                    if k == journey.focus || thick < 9.0 {
                        continue;
                    }
                    for step in Step::ALL {
                        let n = turn.items[*step as usize].min(12);
                        for i in 0..n {
                            let share = (i as f64 + 1.0) / (n as f64 + 1.0);
                            let angle = (*step as usize as f64 + 0.12 + share * 0.7) * PI / 3.0;
                            let r = ring.inner + thick * 0.5 + if share < 0.5 { thick * 0.22 } else { -thick * 0.22 };
                            let (x, y) = (spiral.centre.x + r * angle.sin(), spiral.centre.y - r * angle.cos());
                            dots.push(view! { <circle class=format!("tm-trace {}", colour(Some(*step))) cx=x cy=y r="2.2" /> });
                        }
                    }
                }
                dots
            })
        })
    };
    view! { <g class="tm-traces">{dots}</g> }
}
