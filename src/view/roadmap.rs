//! The ground of the roadmap: the axis of years, lanes, rows and bars; and what zooms and moves it.

use leptos::prelude::*;

use super::desk::Desk;
use super::shape::colour;
use super::stage::Scenes;
use crate::journey::rollout::{self, Bar, Chip, Lane, Rollout, Row};
use crate::journey::scale::FOLD;
use crate::journey::{Journey, label};
use crate::state::Action;
use crate::text::{Texts, vocabulary};

/// The strip of years, which stays at the top while the page scrolls.
#[component]
pub fn Axis(scenes: Scenes) -> impl IntoView {
    let desk = Desk::get();
    let ticks = move || {
        scenes.rollout.with(|r| {
            r.ticks
                .iter()
                .map(|tick| {
                    let far = f64::from(tick.year) > FOLD;
                    view! {
                        <g class="tm-tick" class:tm-far=far>
                            <line x1=tick.x x2=tick.x y1=rollout::AXIS - 8.0 y2=rollout::AXIS />
                            {tick.named.then(|| view! { <text x=tick.x y=rollout::AXIS - 14.0 font-size="14" text-anchor="middle">{tick.year.to_string()}</text> })}
                        </g>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <svg
            class="tm-axis" aria-hidden="true" height=rollout::AXIS
            width=move || scenes.rollout.with(|r| r.width)
        >
            {ticks}
            {move || scenes.rollout.with(|r| r.today).map(|x| today_name(desk, x, scenes))}
        </svg>
    }
}

/// The word "today" on the axis, unless the name of a year stands there.
fn today_name(desk: Desk, x: f64, scenes: Scenes) -> impl IntoView {
    let word = desk.texts().today;
    let half = label::width(word, 13.0) / 2.0 + 26.0;
    let free = scenes.rollout.with(|r| r.ticks.iter().filter(|t| t.named).all(|t| (t.x - x).abs() > half));
    view! {
        <g class="tm-today">
            <path d=format!("M{:.1} {h}h-12l6 8z", x + 6.0, h = rollout::AXIS - 8.0) />
            {free.then(|| view! { <text x=x y=rollout::AXIS - 14.0 font-size="13" text-anchor="middle">{word}</text> })}
        </g>
    }
}

/// What lies under the band and the marks.
#[component]
pub fn RoadmapGround(scenes: Scenes) -> impl IntoView {
    let desk = Desk::get();
    let lines = move || {
        scenes.rollout.with(|r| {
            let foot = r.tray.unwrap_or(r.height);
            let ticks = r.ticks.iter().map(|t| view! { <line class="tm-year" x1=t.x x2=t.x y1="0" y2=foot /> }).collect_view();
            let fold = r.years.fold().map(|x| {
                let (wide, room) = (r.years.right - x, r.years.right + 16.0 - x);
                view! {
                    <rect class="tm-compressed" x=x y="0" width=wide height=foot />
                    <path class="tm-fold" d=zigzag(x, foot) />
                    {(room > 150.0).then(|| view! { <text class="tm-fold-name" x=r.years.right y="16" font-size="12" text-anchor="end">{move || desk.texts().compressed}</text> })}
                }
            });
            let today = r.today.map(|x| view! { <line class="tm-today-line" x1=x x2=x y1="0" y2=foot /> });
            (fold, ticks, today)
        })
    };
    let lanes = move || {
        scenes.shown.with(|journey| {
            scenes.rollout.with(|r| {
                let frames = r.lanes.iter().map(|lane| view! { <rect class="tm-lane" x="4" y=lane.top + 2.0 width=r.width - 8.0 height=lane.height - 4.0 rx="8" /> });
                let band = view! { <rect class="tm-lane" x="4" y="2" width=r.width - 8.0 height=r.lanes.first().map_or(88.0, |l| l.top - 4.0) rx="8" /> };
                let rows = r.rows.iter().map(|row| self::row(desk, journey, row)).collect_view();
                let chips = r.chips.iter().map(|chip| self::chip(desk, journey, chip)).collect_view();
                (band, frames.collect_view(), rows, chips)
            })
        })
    };
    view! {
        <g class="tm-ground">
            {lanes}
            <g class="tm-lines">{lines}</g>
            {move || scenes.shown.with(|journey| scenes.rollout.with(|r| r.rows.iter().map(|row| bar(journey, row)).collect_view()))}
        </g>
    }
}

/// What lies over the band: the names of the signings, the lanes' headings and the tray's.
#[component]
pub fn RoadmapLabels(scenes: Scenes) -> impl IntoView {
    let desk = Desk::get();
    let signings = move || {
        scenes.journey.with(|journey| {
            scenes.rollout.with(|r| {
                let names = r.signings.iter().filter_map(|signing| {
                    let (at, turn) = (signing.label?, journey.turns.get(signing.turn)?);
                    let focus = signing.turn == journey.focus;
                    Some(view! { <text class="tm-signing-name" class:tm-now=focus x=at.x y=at.y font-size="14" text-anchor="middle">{turn.label.clone()}</text> })
                });
                names.collect_view()
            })
        })
    };
    let headings = move || scenes.rollout.with(|r| r.lanes.iter().map(|lane| heading(desk, lane)).collect_view());
    let tray = move || {
        scenes.rollout.with(|r| {
            let top = r.tray?;
            let n = r.chips.len();
            let groups = r.groups.iter().map(|group| {
                let part = group.part;
                view! { <text class="tm-group-name" x=group.heading.x y=group.heading.y font-size="15">{move || vocabulary::part(part, desk.lang.get())}</text> }
            });
            Some(view! {
                <text class="tm-lane-name" x="16" y=top + 28.0 font-size="17">{move || format!("{} ({n})", desk.texts().undated)}</text>
                {groups.collect_view()}
            })
        })
    };
    view! {
        <g class="tm-labels">
            <text class="tm-lane-name" x="16" y=move || scenes.rollout.with(|r| if r.narrow { 20.0 } else { r.band_y + 5.0 }) font-size="17">
                {move || desk.texts().contract_lane}
            </text>
            {signings}
            {headings}
            {tray}
        </g>
    }
}

fn heading(desk: Desk, lane: &Lane) -> impl IntoView + use<> {
    let Lane { part, top, count, folded, .. } = *lane;
    let toggle = move || desk.act(Action::Fold(part));
    let name = move || format!("{} ({count})", vocabulary::part(part, desk.lang.get()));
    view! {
        <g
            class="tm-heading" role="button" tabindex="0" data-part=part.as_str()
            aria-expanded=(!folded).to_string() aria-label=name
            on:click=move |_| toggle()
            on:keydown=move |event| if matches!(event.key().as_str(), "Enter" | " ") { event.prevent_default(); event.stop_propagation(); toggle(); }
        >
            <rect class="tm-reach" x="8" y=top + 4.0 width="300" height=rollout::HEADING - 6.0 rx="6" />
            <path class="tm-caret" d=if folded { "M-4 -5 4 0 -4 5Z" } else { "M-5 -4 5 -4 0 4Z" } transform=format!("translate(22 {})", top + 23.0) />
            <text class="tm-lane-name" x="36" y=top + 29.0 font-size="17">{name}</text>
        </g>
    }
}

fn row(desk: Desk, journey: &Journey, row: &Row) -> impl IntoView + use<> {
    let place = journey.places.get(row.place);
    let id = place.map(|p| p.id.clone());
    let (top, height) = (row.top, row.height);
    lines(desk, id, &row.lines, row.text, (top, 8.0, 100_000.0, height))
}

fn chip(desk: Desk, journey: &Journey, chip: &Chip) -> impl IntoView + use<> {
    let id = journey.places.get(chip.place).map(|p| p.id.clone());
    lines(desk, id, &chip.lines, chip.text, chip.frame)
}

/// A title over its lines, as wide a target as its row. Silent: its mark carries the name.
fn lines(
    desk: Desk,
    id: Option<crate::contract::Id>,
    text: &[String],
    at: crate::journey::Point,
    frame: (f64, f64, f64, f64),
) -> impl IntoView + use<> {
    let selected = {
        let id = id.clone();
        move || desk.state.with(|s| s.item.is_some() && s.item == id)
    };
    let spans = text.iter().enumerate().map(|(i, line)| {
        view! { <tspan x=at.x y=at.y + rollout::LINE * i as f64>{line.clone()}</tspan> }
    });
    view! {
        <g
            class="tm-row" class:tm-selected=selected aria-hidden="true"
            on:click=move |_| if let Some(id) = id.clone() { desk.act(Action::Select(id)) }
        >
            <rect x=frame.1 y=frame.0 width=frame.2 height=frame.3 rx="6" />
            <text font-size=rollout::TEXT>{spans.collect_view()}</text>
        </g>
    }
}

/// A bar: solid where both ends are given and certain, hatched else, and open where an end is not known.
fn bar(journey: &Journey, row: &Row) -> impl IntoView + use<> {
    let step = journey.places.get(row.place).and_then(|p| p.step);
    let Bar { left, right, y, loose, no_start, no_end, off } = row.bar;
    if off != 0 {
        // It lies outside the years shown: an arrow at the edge says on which side.
        let d = if off < 0 { format!("M{:.1} {y:.1}l8 -6v12z", left - 14.0) } else { format!("M{:.1} {y:.1}l-8 -6v12z", right + 14.0) };
        return view! { <path class=format!("tm-off {}", colour(step)) d=d /> }.into_any();
    }
    let (top, h, wide) = (y - rollout::BAR / 2.0, rollout::BAR, (right - left).max(4.0));
    let class = format!("tm-bar {}{}{}", colour(step), if loose { " tm-loose" } else { "" }, if no_start || no_end { " tm-open" } else { "" });
    // Hatching by strokes: a pattern would need an id, and print poorly.
    let hatch = loose.then(|| hatching(left, top, wide, h));
    view! {
        <g class=class>
            <rect x=left y=top width=wide height=h rx="4" />
            {hatch.map(|d| view! { <path class="tm-hatch" d=d /> })}
            {no_end.then(|| view! { <path class="tm-more" d=format!("M{:.1} {y:.1}h.1m7 0h.1m7 0h.1", right + 8.0) /> })}
            {no_start.then(|| view! { <path class="tm-more" d=format!("M{:.1} {y:.1}h.1m-7 0h.1m-7 0h.1", left - 8.0) /> })}
        </g>
    }
    .into_any()
}

fn hatching(left: f64, top: f64, wide: f64, h: f64) -> String {
    use std::fmt::Write;
    let mut d = String::new();
    let mut x = left + 2.0 - h;
    while x < left + wide - 2.0 {
        // A stroke rises to the right; its ends are cut at the bar's sides.
        let (x0, x1) = (x.max(left + 1.0), (x + h).min(left + wide - 1.0));
        if x1 > x0 {
            let _ = write!(d, "M{x0:.1} {:.1}L{x1:.1} {:.1}", top + h - (x0 - x), top + h - (x1 - x));
        }
        x += 6.0;
    }
    d
}

fn zigzag(x: f64, foot: f64) -> String {
    let mut d = format!("M{x:.1} 0");
    let mut y = 0.0;
    while y < foot {
        d += "l3 5l-6 10l3 5";
        y += 20.0;
    }
    d
}

/// The buttons that zoom and move the years.
#[component]
pub fn ZoomButtons(scenes: Scenes) -> impl IntoView {
    let desk = Desk::get();
    let t = move || desk.texts();
    let years = move |(from, to): (f64, f64)| format!("{}–{}", from.floor(), to.ceil() - 1.0);
    let middle = move |r: &Rollout| (r.years.left + r.years.right) / 2.0;
    let zoomed = move |factor: f64| scenes.rollout.with(|r| r.years.zoomed(middle(r), factor, scenes.all.get()));
    let name = move |phrase: fn(&Texts) -> &'static str, factor: f64| format!("{}, {}", phrase(t()), years(zoomed(factor)));
    let to_today = move |_| {
        let (from, to) = scenes.rollout.with_untracked(|r| {
            let dx = middle(r) - r.years.x(desk.today);
            r.years.panned(dx, scenes.all.get_untracked())
        });
        scenes.show_years(desk, from, to);
    };
    let zoom = move |factor: f64| {
        let (from, to) = scenes.rollout.with_untracked(|r| r.years.zoomed(middle(r), factor, scenes.all.get_untracked()));
        scenes.show_years(desk, from, to);
    };
    view! {
        <div class="tm-zoom" role="group" aria-label=move || t().year>
            <button type="button" class="tm-round" aria-label=move || name(|t| t.zoom_in, 0.5) on:click=move |_| zoom(0.5)>"+"</button>
            <button type="button" class="tm-round" aria-label=move || name(|t| t.zoom_out, 2.0) on:click=move |_| zoom(2.0)>"−"</button>
            <button type="button" class="tm-button" on:click=move |_| desk.act(Action::Range(None, None))>{move || t().fit}</button>
            <button type="button" class="tm-button" on:click=to_today>{move || t().today_go}</button>
        </div>
    }
}
