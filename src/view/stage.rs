//! The stage: one drawing in which the marks and the band go from the map to the roadmap and back. Grounds and labels
//! change; the marks are the same ones.

use std::collections::HashMap;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::Svg;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use super::desk::Desk;
use super::map::{MapGround, MapLabels, Traces};
use super::roadmap::{Axis, RoadmapGround, RoadmapLabels, ZoomButtons};
use super::shape::{colour, outline};
use super::{facts, links};
use crate::contract::word::{Content, Kind};
use crate::contract::{Contract, Id, Item, Lang};
use crate::host::size::size_of;
use crate::host::{events, page};
use crate::journey::rollout::{Window, extent};
use crate::journey::{Journey, Mark, Place, Point, Rollout, Spiral, path, travel};
use crate::state::{Action, View};

/// How long the travel takes, in milliseconds; the style sheet has the same for the marks.
const TRAVEL: f64 = 900.0;

/// What the stage shows: the journey and its two projections, as memos that grounds, labels and marks share.
#[derive(Clone, Copy)]
pub struct Scenes {
    /// The journey with every item: the map keeps each in its seat whatever is filtered.
    pub journey: Memo<Journey>,
    /// The journey with the items that the filters let through.
    pub shown: Memo<Journey>,
    /// The turn in focus.
    pub focus: Memo<usize>,
    /// The map.
    pub spiral: Memo<Spiral>,
    /// The roadmap.
    pub rollout: Memo<Rollout>,
    /// All the years there are.
    pub all: Memo<(f64, f64)>,
    /// The years as zoomed, finer than the whole years of the address.
    pub zoom: RwSignal<Option<(f64, f64)>>,
}

impl Scenes {
    fn new(desk: Desk, size: Signal<(f64, f64)>, window_height: RwSignal<f64>) -> Self {
        let survey = move |filtered: bool| {
            let (lang, focus) = (desk.lang.get(), desk.version().unwrap_or(0));
            desk.contract.with(|contract| {
                let Some(contract) = contract else { return Journey { turns: Vec::new(), focus: 0, places: Vec::new() } };
                let items = contract.items(focus).into_iter();
                let places = items.filter(|item| !filtered || desk.state.with(|s| s.admits(item, contract)));
                Journey::new(contract, focus, places.map(|item| place(contract, &item, lang)).collect())
            })
        };
        let journey = Memo::new(move |_| survey(false));
        let shown = Memo::new(move |_| survey(true));
        let zoom = RwSignal::new(None);
        let asked = Memo::new(move |_| desk.state.with(|s| (s.from, s.to)));
        let all = Memo::new(move |_| journey.with(|j| extent(j, desk.today)));
        let years = Memo::new(move |_| match (zoom.get(), asked.get()) {
            (_, (None, None)) => None,
            (Some((from, to)), (Some(a), Some(b))) if rounded(from, to) == (a, b) => Some((from, to)),
            (_, (from, to)) => {
                let all = all.get();
                let (from, to) = (from.map_or(all.0, f64::from), to.map_or(all.1, |to| f64::from(to) + 1.0));
                Some((from, to.max(from + 1.0)))
            }
        });
        let width = Memo::new(move |_| size.get().0);
        Self {
            journey,
            shown,
            focus: Memo::new(move |_| journey.with(|j| j.focus)),
            spiral: Memo::new(move |_| {
                let width = width.get();
                let room = if width < 720.0 { width + 100.0 } else { (window_height.get() - 236.0).clamp(520.0, 1300.0) };
                journey.with(|j| Spiral::new(j, width, room))
            }),
            rollout: Memo::new(move |_| {
                desk.state.with(|s| {
                    let window = Window { years: years.get(), today: desk.today, folded: &s.collapsed };
                    shown.with(|j| Rollout::new(j, width.get(), window))
                })
            }),
            all,
            zoom,
        }
    }

    /// Shows the years `from` to `to`; the address keeps them as whole years.
    pub fn show_years(&self, desk: Desk, from: f64, to: f64) {
        let all = self.all.get_untracked();
        if from <= all.0 + 1e-6 && to >= all.1 - 1e-6 {
            return desk.act(Action::Range(None, None));
        }
        self.zoom.set(Some((from, to)));
        let (a, b) = rounded(from, to);
        desk.act(Action::Range(Some(a), Some(b)));
    }
}

/// The whole years that a zoomed stretch lies in: the last one is included.
fn rounded(from: f64, to: f64) -> (i16, i16) {
    ((from + 1e-6).floor() as i16, ((to - 1e-6).ceil() as i16 - 1).max((from + 1e-6).floor() as i16))
}

fn place(contract: &Contract, item: &Item<'_>, lang: Lang) -> Place {
    Place {
        id: item.id().clone(),
        kind: item.kind(),
        part: item.part(contract),
        step: item.steps().first().copied(),
        time: item.span().map(Into::into),
        title: facts::title(contract, item, lang).0,
        badge: match item {
            Item::Commitment(it) => it.number.map(|n| n.to_string()),
            _ => None,
        },
    }
}

/// What a mark needs to be drawn: where it is and what it is.
#[derive(Debug, Clone, PartialEq)]
struct Pose {
    mark: Mark,
    place: Place,
    /// False when the filters leave it out: then it is only a shadow in its seat.
    admitted: bool,
}

/// The drawing with everything in it.
#[component]
pub fn Stage() -> impl IntoView {
    let desk = Desk::get();
    let t = move || desk.texts();
    let holder = NodeRef::<Div>::new();
    let svg = NodeRef::<Svg>::new();
    let size = size_of(holder);
    let scenes = Scenes::new(desk, size, window_height());
    let view = Memo::new(move |_| desk.state.with(|s| s.view));
    let ready = Memo::new(move |_| size.get().0 > 0.0);
    let share = travel_share(view);
    let travels = travels(view, scenes.focus);
    let poses = poses(desk, scenes, view);
    let order = Memo::new(move |_| poses.with(|all| all.iter().map(|p| p.place.id.clone()).collect::<Vec<_>>()));
    let by_id = Memo::new(move |_| poses.with(|all| all.iter().map(|p| (p.place.id.clone(), p.clone())).collect::<HashMap<_, _>>()));
    let walkable = Memo::new(move |_| {
        poses.with(|all| all.iter().filter(|p| p.admitted).map(|p| p.place.id.clone()).collect::<Vec<_>>())
    });
    let dragged = RwSignal::new(false);
    let height = move || match view.get() {
        View::Map => scenes.spiral.with(|s| s.height),
        View::Roadmap => scenes.rollout.with(|r| r.height),
    };
    Effect::new(move |told: Option<bool>| {
        let drawn = ready.get();
        if drawn && told != Some(true) {
            events::mark("tm:first-view");
        }
        drawn || told == Some(true)
    });
    view! {
        <div class="tm-stage" node_ref=holder>
            <Unread />
            <Show when=move || view.get() == View::Roadmap && ready.get()>
                <div class="tm-axis-holder">
                    <ZoomButtons scenes />
                    <Axis scenes />
                </div>
            </Show>
            <Show when=move || ready.get()>
                <svg
                    class="tm-drawing" class:tm-dragged=move || dragged.get() node_ref=svg
                    width=move || size.get().0 height=height
                    viewBox=move || format!("0 0 {} {}", size.get().0, height())
                    class:tm-travels=move || travels.get()
                    role="group" aria-label=move || drawing_name(desk, view.get())
                    aria-describedby="tm-keys"
                    on:keydown=move |event| walk(desk, &event, &walkable.get_untracked(), svg)
                    on:wheel=move |event| wheel(desk, scenes, view.get_untracked(), svg, &event)
                    on:pointerdown=move |event| drag(desk, scenes, view.get_untracked(), &event, dragged)
                >
                    {move || match view.get() {
                        View::Map => view! { <MapGround scenes /><Traces scenes /> }.into_any(),
                        View::Roadmap => view! { <RoadmapGround scenes /> }.into_any(),
                    }}
                    <Band scenes share />
                    <Signings scenes view />
                    {move || match view.get() {
                        View::Map => view! { <MapLabels scenes /> }.into_any(),
                        View::Roadmap => view! { <RoadmapLabels scenes /> }.into_any(),
                    }}
                    <g class="tm-marks" class:tm-some=move || desk.state.with(|s| s.item.is_some())>
                        <For each=move || order.get() key=Clone::clone let(id)>
                            {item_mark(desk, id, by_id, walkable)}
                        </For>
                    </g>
                </svg>
            </Show>
            <p id="tm-keys" class="tm-keys">
                {move || match view.get() { View::Map => t().keys_map, View::Roadmap => t().keys_roadmap }}
            </p>
            <links::Legend />
        </div>
    }
}

fn drawing_name(desk: Desk, view: View) -> String {
    let t = desk.texts();
    let name = match view {
        View::Map => t.map,
        View::Roadmap => t.roadmap,
    };
    let version = desk.contract.with(|c| {
        let c = c.as_ref()?;
        Some(format!("{}, {} {}", c.municipality.name, t.version.to_lowercase(), c.versions.get(desk.version()?)?.label))
    });
    format!("{name}: {}", version.unwrap_or_default())
}

/// The sentence that stands where a version that is not, or only partly, transcribed would be.
#[component]
pub fn Unread() -> impl IntoView {
    let desk = Desk::get();
    let notice = move || {
        let contract = desk.contract.get()?;
        let version = contract.versions.get(desk.version()?)?;
        let sentence = match version.content {
            Content::Full => return None,
            Content::Excerpt => desk.texts().excerpt_long,
            Content::DocumentOnly => desk.texts().document_only_long,
        };
        let document = version.document.as_ref().and_then(|id| contract.document(id));
        let link = document.and_then(|d| links::document(&contract, d, desk.lang.get()));
        Some(view! { <p class="tm-unread"><strong>{version.label.clone()}</strong>" " {sentence} " " {link}</p> })
    };
    view! { {notice} }
}

fn poses(desk: Desk, scenes: Scenes, view: Memo<View>) -> Memo<Vec<Pose>> {
    Memo::new(move |_| match view.get() {
        View::Map => scenes.journey.with(|journey| {
            let admitted: std::collections::HashSet<Id> =
                scenes.shown.with(|shown| shown.places.iter().map(|p| p.id.clone()).collect());
            scenes.spiral.with(|spiral| {
                spiral
                    .marks
                    .iter()
                    .map(|mark| {
                        let place = journey.places[mark.place].clone();
                        Pose { mark: mark.clone(), admitted: admitted.contains(&place.id), place }
                    })
                    .collect()
            })
        }),
        View::Roadmap => scenes.shown.with(|journey| {
            let _ = desk;
            scenes.rollout.with(|rollout| {
                (rollout.marks.iter())
                    .map(|mark| Pose { mark: mark.clone(), place: journey.places[mark.place].clone(), admitted: true })
                    .collect()
            })
        }),
    })
}

fn item_mark(desk: Desk, id: Id, by_id: Memo<HashMap<Id, Pose>>, walkable: Memo<Vec<Id>>) -> impl IntoView {
    let own = id.clone();
    let pose = Memo::new(move |before: Option<&Option<Pose>>| {
        // While it is being taken away, a mark stays as it was.
        by_id.with(|all| all.get(&own).cloned()).or_else(|| before.cloned().flatten())
    });
    let of = move |f: fn(&Pose) -> String| move || pose.with(|p| p.as_ref().map(f).unwrap_or_default());
    let selected = {
        let id = id.clone();
        Memo::new(move |_| desk.state.with(|s| s.item.as_ref() == Some(&id)))
    };
    let reachable = {
        let id = id.clone();
        move || {
            let active = desk.active.get();
            walkable.with(|all| active.as_ref().filter(|it| all.contains(it)).or(all.first()) == Some(&id))
        }
    };
    let admitted = move || pose.with(|p| p.as_ref().is_some_and(|p| p.admitted));
    let name = move || {
        let contract = desk.contract.get()?;
        let own = pose.with(|p| p.as_ref().map(|p| p.place.id.clone()))?;
        let item = contract.item(desk.version()?, &own)?;
        Some(links::spoken(&contract, &item, desk.lang.get()))
    };
    let (select, focused) = (id.clone(), id.clone());
    view! {
        <g
            class=of(|p| format!("tm-mark {}", colour(p.place.step)))
            class:tm-selected=selected class:tm-ghost=move || !admitted()
            style:transform=of(|p| format!("translate({:.1}px,{:.1}px)", p.mark.at.x, p.mark.at.y))
            role="button" tabindex=move || if admitted() && reachable() { "0" } else { "-1" }
            aria-hidden=move || (!admitted()).then_some("true")
            aria-pressed=move || selected.get().to_string() aria-label=name
            data-item=id.0.clone() data-kind=of(|p| p.place.kind.as_str().to_owned())
            data-step=move || pose.with(|p| p.as_ref().and_then(|p| p.place.step).map(crate::contract::Step::as_str))
            on:click=move |event| {
                event.stop_propagation();
                if admitted() {
                    desk.active.set(Some(select.clone()));
                    desk.act(Action::Select(select.clone()));
                }
            }
            on:focus=move |_| desk.active.set(Some(focused.clone()))
        >
            <circle class="tm-reach" r=of(|p| format!("{:.1}", p.mark.reach)) />
            <path class=of(|p| format!("tm-shape tm-{}", p.place.kind.as_str())) d=of(|p| outline(p.place.kind, p.mark.radius)) />
            <text class="tm-badge" text-anchor="middle" y=of(|p| format!("{:.1}", p.mark.radius * 0.42)) font-size=of(|p| format!("{:.1}", p.mark.radius * 1.15))>
                {move || pose.with(|p| p.as_ref().filter(|p| p.place.kind == Kind::Commitment).and_then(|p| p.place.badge.clone()))}
            </text>
        </g>
    }
}

/// The band: what was, the turn in focus, and, dashed, what comes.
#[component]
fn Band(scenes: Scenes, share: RwSignal<f64>) -> impl IntoView {
    let stretch = move |which: usize| {
        scenes.journey.with(|journey| {
            let (from, to) = travel::stretches(journey)[which];
            if to <= from {
                return String::new();
            }
            scenes.spiral.with(|s| scenes.rollout.with(|r| path(&travel::band(s, r, from, to, share.get()))))
        })
    };
    view! {
        <path class="tm-band tm-before" d=move || stretch(0) />
        <path class="tm-band tm-after" d=move || stretch(2) />
        <path class="tm-band tm-focus" d=move || stretch(1) />
    }
}

/// The signings: diamonds on the band, filled when their day is known.
#[component]
fn Signings(scenes: Scenes, view: Memo<View>) -> impl IntoView {
    let desk = Desk::get();
    let turns = Memo::new(move |_| scenes.journey.with(|j| j.turns.clone()));
    let at = move |i: usize| match view.get() {
        View::Map => scenes.spiral.with(|s| s.rings.get(i).map(|r| r.signing)),
        View::Roadmap => scenes.rollout.with(|r| r.signings.get(i).map(|s| s.at)),
    };
    let hidden = move |i: usize| {
        view.get() == View::Roadmap
            && scenes.rollout.with(|r| r.signings.get(i).is_none_or(|s| s.at.x < r.years.left - 2.0 || s.at.x > r.years.right + 2.0))
    };
    let diamond = move |i: usize| {
        let r = match view.get() {
            View::Map => scenes.spiral.with(|s| s.rings.get(i).map_or(6.0, |ring| ((ring.outer - ring.inner) * 0.42).clamp(3.0, crate::journey::spiral::DIAMOND))),
            View::Roadmap => crate::journey::spiral::DIAMOND,
        };
        format!("M0 -{r:.1}L{r:.1} 0 0 {r:.1}-{r:.1} 0Z")
    };
    view! {
        <g class="tm-signings">
            {move || turns.get().into_iter().enumerate().map(|(i, turn)| {
                let label = turn.label.clone();
                view! {
                    <g
                        class="tm-signing" class:tm-undated=!turn.dated class:tm-coming=turn.content.is_none()
                        class:tm-now=move || scenes.focus.get() == i class:tm-hidden=move || hidden(i)
                        style:transform=move || at(i).map_or_else(String::new, |Point { x, y }| format!("translate({x:.1}px,{y:.1}px)"))
                        on:click=move |_| desk.act(Action::FocusVersion(label.clone()))
                    >
                        <path d=move || diamond(i) />
                    </g>
                }
            }).collect_view()}
        </g>
    }
}

/// How far the band has travelled from the map (0) to the roadmap (1); it goes there in one motion when the view changes.
fn travel_share(view: Memo<View>) -> RwSignal<f64> {
    let goal = |view| if view == View::Roadmap { 1.0 } else { 0.0 };
    let share = RwSignal::new(goal(view.get_untracked()));
    Effect::new(move |before: Option<View>| {
        let now = view.get();
        if before.is_some_and(|before| before != now) {
            if page::wants_less_motion() {
                share.set(goal(now));
            } else {
                step(share, share.get_untracked(), goal(now), page::now(), view, now);
            }
        }
        now
    });
    share
}

/// True while marks travel: when the view or the turn in focus has just changed. Zooming and dragging move them at once.
fn travels(view: Memo<View>, focus: Memo<usize>) -> RwSignal<bool> {
    let travels = RwSignal::new(false);
    let timer: StoredValue<Option<SendWrapper<Timeout>>> = StoredValue::new(None);
    Effect::new(move |before: Option<(View, usize)>| {
        let now = (view.get(), focus.get());
        if before.is_some_and(|before| before != now) {
            travels.set(true);
            let end = Timeout::new(TRAVEL as u32 + 50, move || {
                travels.try_set(false);
            });
            timer.set_value(Some(SendWrapper::new(end)));
        }
        now
    });
    on_cleanup(move || timer.set_value(None));
    travels
}

/// One frame of the travel; asks for the next until it has arrived, or the reader has turned back.
fn step(share: RwSignal<f64>, from: f64, to: f64, started: f64, view: Memo<View>, towards: View) {
    page::next_frame(move || {
        if view.try_get_untracked() != Some(towards) {
            return;
        }
        let passed = (page::now() - started) / TRAVEL;
        share.set(from + (to - from) * travel::ease(passed));
        if passed < 1.0 {
            step(share, from, to, started, view, towards);
        }
    });
}

fn window_height() -> RwSignal<f64> {
    let height = RwSignal::new(page::window_height());
    if let Some(window) = web_sys::window() {
        let listener = EventListener::new(&window, "resize", move |_| {
            height.try_set(page::window_height());
        });
        let kept = SendWrapper::new(listener);
        on_cleanup(move || drop(kept));
    }
    height
}

/// The keys of the drawing: along the band, between the turns, to the ends, open and close.
fn walk(desk: Desk, event: &ev::KeyboardEvent, reachable: &[Id], svg: NodeRef<Svg>) {
    let current = desk.active.get_untracked();
    let at = reachable.iter().position(|id| Some(id) == current.as_ref());
    let map = desk.state.with_untracked(|s| s.view == View::Map);
    let last = reachable.len().saturating_sub(1);
    let to = match (event.key().as_str(), map) {
        ("ArrowRight", _) | ("ArrowDown", false) => at.map_or(0, |i| (i + 1).min(last)),
        ("ArrowLeft", _) | ("ArrowUp", false) => at.map_or(0, |i| i.saturating_sub(1)),
        ("Home", _) => 0,
        ("End", _) => last,
        ("ArrowUp", true) => {
            event.prevent_default();
            desk.act(Action::NextVersion);
            return refocus(svg);
        }
        ("ArrowDown", true) => {
            event.prevent_default();
            desk.act(Action::PreviousVersion);
            return refocus(svg);
        }
        ("Enter" | " ", _) => {
            if let Some(id) = current.filter(|id| reachable.contains(id)) {
                event.prevent_default();
                desk.act(Action::Select(id));
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(id) = reachable.get(to) {
        desk.active.set(Some(id.clone()));
        if let Some(svg) = svg.get_untracked() {
            links::focus_item(&svg, id);
        }
    }
}

/// Keeps the keyboard in the drawing after the turn in focus has changed and its marks with it.
fn refocus(svg: NodeRef<Svg>) {
    page::next_frame(move || {
        let Some(svg) = svg.try_get_untracked().flatten() else { return };
        let inside = svg.owner_document().and_then(|d| d.active_element()).is_some_and(|e| svg.contains(Some(&e)));
        let first = svg.query_selector(".tm-mark[tabindex='0']").ok().flatten();
        if inside {
            return;
        }
        match first {
            Some(mark) => drop(mark.unchecked_into::<web_sys::SvgElement>().focus()),
            None => {
                // A turn without marks: the drawing itself holds the keyboard.
                let _ = svg.set_attribute("tabindex", "-1");
                let _ = svg.focus();
            }
        }
    });
}

/// Ctrl or ⌘ with the wheel zooms at the pointer; the plain wheel scrolls the page.
fn wheel(desk: Desk, scenes: Scenes, view: View, svg: NodeRef<Svg>, event: &ev::WheelEvent) {
    if view != View::Roadmap || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    let Some(svg) = svg.get_untracked() else { return };
    let x = f64::from(event.client_x()) - svg.get_bounding_client_rect().left();
    let factor = (event.delta_y().clamp(-100.0, 100.0) * 0.004).exp();
    let (from, to) = scenes.rollout.with_untracked(|r| r.years.zoomed(x, factor, scenes.all.get_untracked()));
    scenes.show_years(desk, from, to);
}

/// Dragging the roadmap moves the years. Upwards and downwards the page scrolls as ever.
fn drag(desk: Desk, scenes: Scenes, view: View, event: &ev::PointerEvent, dragged: RwSignal<bool>) {
    let Some(window) = web_sys::window().filter(|_| view == View::Roadmap && event.button() == 0) else { return };
    let (start, years, all) = (event.client_x(), scenes.rollout.with_untracked(|r| r.years), scenes.all.get_untracked());
    let moved = EventListener::new(&window, "pointermove", move |event| {
        let dx = f64::from(event.unchecked_ref::<web_sys::PointerEvent>().client_x() - start);
        if dx.abs() > 4.0 || dragged.get_untracked() {
            dragged.set(true);
            let (from, to) = years.panned(dx, all);
            scenes.show_years(desk, from, to);
        }
    });
    let kept = std::rc::Rc::new(std::cell::RefCell::new(Some(moved)));
    for end in ["pointerup", "pointercancel"] {
        let kept = kept.clone();
        EventListener::once(&window, end, move |_| {
            kept.borrow_mut().take();
            dragged.try_set(false);
        })
        .forget();
    }
}
