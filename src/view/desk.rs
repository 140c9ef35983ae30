//! The desk: what lies open and what is on screen, in one signal; and the look at it that every part of the page is made
//! from.
//!
//! Longer than most: everything that a part of the page may ask for is named here once.

use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlElement;

use super::act::Saved;
use super::beside::Beside;
use super::opening::Taking;
use super::scene::Scene;
use super::share::Sharing;
use crate::contract::model::Version;
use crate::contract::{Change, Comparison, Contract, Id, IndexEntry, Item, Lang, Problem};
use crate::host::held::Holder;
use crate::host::{page, whole};
use crate::state::{Action, Notice, Opening, State, View};
use crate::text::Texts;

/// How it stands with the whole program, in that of a first visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum More {
    /// Nothing has called for it.
    #[default]
    NotAsked,
    /// It is on its way.
    Coming,
    /// It could not be had.
    Failed,
}

/// Everything that the page is made from.
#[derive(Debug, Default)]
pub struct Session {
    /// What is on screen, as far as the address keeps it.
    pub state: State,
    /// What the address calls the contract in front; nothing until one is open.
    pub front: Option<String>,
    /// The contract in front: the one that is shown.
    pub contract: Option<Arc<Contract>>,
    /// What is worth knowing about its file.
    pub hints: Vec<Problem>,
    /// The other contracts that are open, in the order of the address.
    pub beside: Vec<Beside>,
    /// What the opening of others has come to.
    pub opening: Vec<Opening>,
    /// The tables that have come and wait for the reader to say what they hold.
    pub taking: Vec<Taking>,
    /// The columns of a table of this app that are not its own, and were left out.
    pub left_out: Vec<String>,
    /// What is handed on, and how.
    pub sharing: Sharing,
    /// The spot of a chart that was pointed at last: the chart's place, and its own.
    pub pointed: Option<(usize, usize)>,
    /// Whether the dialog for opening a contract is shown.
    pub choosing: bool,
    /// The contracts that can be chosen by name.
    pub built_in: Vec<IndexEntry>,
    /// What is searched for among them.
    pub find: String,
    /// Those that are chosen to be opened together.
    pub picked: Vec<String>,
    /// What in the address could not be used.
    pub notices: Vec<Notice>,
    /// What could not be made into a file.
    pub unsaved: Option<Saved>,
    /// Whether the versions are being played.
    pub playing: bool,
    /// Whether the page is being printed.
    pub printing: bool,
    /// The item that the keyboard is at in the drawing.
    pub active: Option<Id>,
    /// The place of the version that it is at, where the drawing shows several.
    pub active_version: Option<usize>,
    /// The width of the drawing's column, and the height from its top to the window's foot, in pixels. Zero until they are
    /// known.
    pub room: (f64, f64),
    /// The years as zoomed, finer than the whole years of the address.
    pub zoom: Option<(f64, f64)>,
    /// True while the years are being dragged.
    pub dragged: bool,
    /// True while marks travel.
    pub travels: bool,
    /// Today, in years.
    pub today: f64,
    /// How it stands with the whole program.
    pub more: More,
}

/// The desk, which every part of the app holds.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What lies on it.
    pub session: RwSignal<Session>,
    /// What its drawing looked like at the last look.
    pub scene: StoredValue<Scene>,
    /// The number of the latest attempt to open contracts.
    pub attempt: StoredValue<u32>,
    /// The references that it is to open together.
    pub coming: StoredValue<Vec<String>>,
    /// The references that are being fetched.
    pub pending: StoredValue<Vec<String>>,
    /// Whether the index was asked for.
    pub listed: StoredValue<bool>,
    /// Whether the address is to be put right in place, because what it asked for could not be opened.
    pub corrected: StoredValue<bool>,
    /// How far the band has come from the map (0) to the roadmap (1).
    pub share: StoredValue<f64>,
    /// What keeps the versions playing.
    pub beat: StoredValue<Option<SendWrapper<Interval>>>,
    /// The element the app lives in.
    pub root: StoredValue<SendWrapper<HtmlElement>>,
    /// What it holds on to.
    pub holder: StoredValue<SendWrapper<Holder>>,
    /// Whether it is an element of a page that is not its own: then address, history and title are that page's.
    pub hosted: bool,
}

/// A look at the desk: what a part of the page is made from.
pub struct Look<'a> {
    /// What lies on it.
    pub session: &'a Session,
    /// What its drawing looks like.
    pub scene: &'a Scene,
    /// The contract that is open, with its version in focus.
    pub open: Option<Open<'a>>,
    /// The language.
    pub lang: Lang,
    /// Its phrases.
    pub t: &'static Texts,
    /// How far the band has come from the map (0) to the roadmap (1).
    pub share: f64,
}

/// The contract that is open, with its version in focus.
#[derive(Clone)]
pub struct Open<'a> {
    /// The contract.
    pub contract: &'a Contract,
    /// The place of the version in focus.
    pub at: usize,
    /// The state.
    pub state: &'a State,
    /// The language.
    pub lang: Lang,
    /// The phrases.
    pub t: &'static Texts,
    /// What changed since the version that is compared with; nothing when none is, or when nothing can be claimed.
    pub comparison: Option<Rc<Comparison<'a>>>,
}

/// An item on the page: of the version in focus, or gone since the one that is compared with.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The item.
    pub item: Item<'a>,
    /// What became of it since the version that is compared with.
    pub change: Option<Change>,
    /// Whether only the version that is compared with has it.
    pub gone: bool,
}

impl<'a> Open<'a> {
    /// Everything that is shown, whatever is filtered: the items of the version in focus, then what is gone since the
    /// version that is compared with.
    #[must_use]
    pub fn items(&self) -> Vec<Shown<'a>> {
        let comparison = self.comparison.as_deref();
        let change = |id: &Id| comparison.and_then(|it| it.of(id)).map(|it| it.change);
        let mut all = Vec::new();
        for item in self.contract.items(self.at) {
            let change = change(item.id());
            all.push(Shown {
                item,
                change,
                gone: false,
            });
        }
        // What had ended before is not gone since.
        let gone = comparison.into_iter().flat_map(Comparison::gone);
        for delta in gone.filter(|it| it.change != Change::Same) {
            for item in &delta.before {
                all.push(Shown {
                    item: *item,
                    change: Some(delta.change),
                    gone: true,
                });
            }
        }
        all
    }

    /// What is selected.
    #[must_use]
    pub fn selected(&self) -> Option<Shown<'a>> {
        let id = self.state.item.as_ref()?;
        self.items().into_iter().find(|it| it.item.id() == id)
    }

    /// Whether the filters let it through.
    #[must_use]
    pub fn admits(&self, shown: &Shown<'_>) -> bool {
        let change = self.state.change.filter(|_| self.comparison.is_some());
        change.is_none_or(|change| shown.change == Some(change))
            && self.state.admits(&shown.item, self.contract)
    }

    /// The version that is compared with.
    #[must_use]
    pub fn compared(&self) -> Option<&'a Version> {
        let at = self.state.compared_index(self.contract)?;
        self.contract.versions.get(at)
    }

    /// The version in focus.
    #[must_use]
    pub fn version(&self) -> &'a Version {
        &self.contract.versions[self.at]
    }
}

impl Session {
    /// The contract that is open, with its version in focus; nothing until one is. Nothing is compared yet.
    #[must_use]
    pub fn open(&self) -> Option<Open<'_>> {
        let contract = self.contract.as_deref()?;
        let at = self.state.version_index(contract)?;
        let lang = self.state.lang;
        Some(Open {
            contract,
            at,
            state: &self.state,
            lang,
            t: Texts::of(lang),
            comparison: None,
        })
    }

    /// The same, compared with the version that the state asks for.
    #[must_use]
    pub fn open_compared(&self) -> Option<Open<'_>> {
        let mut open = self.open()?;
        let then = open
            .state
            .compared_index(open.contract)
            .filter(|_| crate::WHOLE);
        open.comparison = then
            .and_then(|then| open.contract.compare(then, open.at))
            .map(Rc::new);
        Some(open)
    }
}

impl Desk {
    /// A desk in `root`, showing what the address asks for.
    #[must_use]
    pub fn new(
        root: HtmlElement,
        holder: Holder,
        hosted: bool,
        state: State,
        notices: Vec<Notice>,
        today: f64,
    ) -> Self {
        let mut session = Session {
            state,
            notices,
            today,
            choosing: whole::was_choosing(&root),
            ..Session::default()
        };
        if let Some(view) = whole::looked_at(&root).and_then(|it| View::parse(&it)) {
            session.sharing.view = view;
            session.sharing.form = session.state.form;
        }
        Self {
            scene: StoredValue::new(Scene::new(&session, None)),
            session: RwSignal::new(session),
            attempt: StoredValue::new(0),
            coming: StoredValue::new(Vec::new()),
            pending: StoredValue::new(Vec::new()),
            listed: StoredValue::new(false),
            corrected: StoredValue::new(false),
            share: StoredValue::new(0.0),
            beat: StoredValue::new(None),
            root: StoredValue::new(SendWrapper::new(root)),
            holder: StoredValue::new(SendWrapper::new(holder)),
            hosted,
        }
    }

    /// What it holds on to.
    pub fn holder(&self) -> Holder {
        self.holder.with_value(|holder| (**holder).clone())
    }

    /// Whether the app is gone from the page: nothing may be asked of the desk then.
    pub fn is_gone(&self) -> bool {
        self.attempt.try_get_value().is_none()
    }

    /// Calls `then` once, before the next frame is drawn, if the app is still there.
    pub fn next_frame(&self, then: impl FnOnce() + 'static) {
        let desk = *self;
        page::next_frame(move || {
            if !desk.is_gone() {
                then();
            }
        });
    }

    /// Reads what lies here, without following it.
    pub fn get<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with_untracked(read)
    }

    /// Changes what lies here. Nothing happens once the app is gone.
    pub fn set(&self, change: impl FnOnce(&mut Session)) {
        self.session.try_update(change);
    }

    /// Does something that the reader asked for.
    pub fn act(&self, action: Action) {
        let next = self.get(|s| s.state.apply(action, s.contract.as_deref()));
        if self.get(|s| s.state != next) {
            self.set(|s| {
                let turned = s.state.contract != next.contract;
                // What was looked at is what is to be handed on.
                if next.view == View::Share && s.state.view != View::Share {
                    (s.sharing.view, s.sharing.form) = (s.state.view, s.state.form);
                    if !crate::WHOLE {
                        let view = s.state.view.as_str();
                        self.root
                            .with_value(|root| whole::leave_looked_at(root, view));
                    }
                }
                s.state = next;
                if turned && crate::WHOLE {
                    s.arrange();
                }
            });
        }
    }

    /// Looks at the desk, and follows it. The scene is laid out anew.
    pub fn look(&self, see: impl FnOnce(&Look<'_>)) {
        self.session.with(|session| {
            let open = session.open_compared();
            self.scene.set_value(Scene::new(session, open.as_ref()));
            self.scene.with_value(|scene| {
                let lang = session.state.lang;
                let share = self.share.get_value();
                see(&Look {
                    session,
                    scene,
                    open,
                    lang,
                    t: Texts::of(lang),
                    share,
                });
            });
        });
    }
}
