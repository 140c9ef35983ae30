//! The desk: what lies open and what is on screen, as signals that every part of the page shares.

use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlElement;

use super::scenes::Scenes;
use crate::contract::model::Version;
use crate::contract::{Contract, Id, IndexEntry, Lang, Problem};
use crate::state::{Action, Notice, Opening, State};
use crate::text::Texts;

/// The signals of the app.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is on screen.
    pub state: RwSignal<State>,
    /// The contract that is open.
    pub contract: RwSignal<Option<Arc<Contract>>>,
    /// The contract that is open, as the address names it.
    pub open: StoredValue<Option<String>>,
    /// The number of the latest attempt to open one.
    pub attempt: StoredValue<u32>,
    /// What is worth knowing about its file.
    pub hints: RwSignal<Vec<Problem>>,
    /// What the opening of another has come to.
    pub opening: RwSignal<Opening>,
    /// Whether the dialog for opening a contract is shown.
    pub choosing: RwSignal<bool>,
    /// The contracts that can be chosen by name.
    pub built_in: RwSignal<Vec<IndexEntry>>,
    /// What in the address could not be used.
    pub notices: RwSignal<Vec<Notice>>,
    /// Whether the versions are being played.
    pub playing: RwSignal<bool>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
    /// Today, in years.
    pub today: f64,
    /// The item that the keyboard is at in the drawing.
    pub active: RwSignal<Option<Id>>,
    /// The size of the room for the drawing: the width of its column, the height of the window. Zero until it is shown.
    pub room: RwSignal<(f64, f64)>,
    /// The years as zoomed, finer than the whole years of the address.
    pub zoom: RwSignal<Option<(f64, f64)>>,
    /// True while the years are being dragged.
    pub dragged: RwSignal<bool>,
    scenes: StoredValue<Option<Scenes>>,
    /// The element the app lives in.
    pub root: StoredValue<SendWrapper<HtmlElement>>,
}

/// What a part of the page is made from: the contract with its version in focus, the state and the words.
pub struct Open {
    /// The contract.
    pub contract: Arc<Contract>,
    /// The place of the version in focus.
    pub at: usize,
    /// The state.
    pub state: State,
    /// The language.
    pub lang: Lang,
    /// The phrases.
    pub t: &'static Texts,
}

impl Open {
    /// The version in focus.
    #[must_use]
    pub fn version(&self) -> &Version {
        &self.contract.versions[self.at]
    }
}

impl Desk {
    /// A desk in `root`, showing what the address asks for.
    #[must_use]
    pub fn new(root: HtmlElement, state: State, notices: Vec<Notice>, today: f64) -> Self {
        Self {
            state: RwSignal::new(state),
            contract: RwSignal::new(None),
            open: StoredValue::new(None),
            attempt: StoredValue::new(0),
            hints: RwSignal::new(Vec::new()),
            opening: RwSignal::new(Opening::Idle),
            choosing: RwSignal::new(false),
            built_in: RwSignal::new(Vec::new()),
            notices: RwSignal::new(notices),
            playing: RwSignal::new(false),
            printing: RwSignal::new(false),
            today,
            active: RwSignal::new(None),
            room: RwSignal::new((0.0, 0.0)),
            zoom: RwSignal::new(None),
            dragged: RwSignal::new(false),
            scenes: StoredValue::new(None),
            root: StoredValue::new(SendWrapper::new(root)),
        }
    }

    /// Lays out the scenes, once, when the page is made.
    pub fn set_scenes(&self, scenes: Scenes) {
        self.scenes.set_value(Some(scenes));
    }

    /// The scenes of what lies here.
    #[must_use]
    pub fn scenes(&self) -> Scenes {
        self.scenes
            .get_value()
            .expect("the page lays out its scenes before anything on it can be used")
    }

    /// Does something that the reader asked for.
    pub fn act(&self, action: Action) {
        let contract = self.contract.get_untracked();
        let next = self
            .state
            .with_untracked(|s| s.apply(action, contract.as_deref()));
        if self.state.with_untracked(|s| *s != next) {
            self.state.set(next);
        }
    }

    /// What is open, followed as it changes; nothing until a contract is.
    #[must_use]
    pub fn look(&self) -> Option<Open> {
        let contract = self.contract.get()?;
        let state = self.state.get();
        let at = state.version_index(&contract)?;
        let lang = state.lang;
        Some(Open {
            contract,
            at,
            state,
            lang,
            t: Texts::of(lang),
        })
    }

    /// The language and its phrases, followed as they change.
    #[must_use]
    pub fn speech(&self) -> (Lang, &'static Texts) {
        let lang = self.state.with(|s| s.lang);
        (lang, Texts::of(lang))
    }
}
