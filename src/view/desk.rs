//! The desk: what lies open and what is on screen, as signals that every component shares.

use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlElement;

use crate::contract::{Contract, Id, Lang, Problem};
use crate::state::{Action, Notice, Opening, State};
use crate::text::Texts;

/// The signals of the app.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is on screen.
    pub state: RwSignal<State>,
    /// The contract that is open.
    pub contract: RwSignal<Option<Arc<Contract>>>,
    /// What is worth knowing about its file.
    pub hints: RwSignal<Vec<Problem>>,
    /// What the opening of another has come to.
    pub opening: RwSignal<Opening>,
    /// Whether the dialog for opening a contract is shown.
    pub choosing: RwSignal<bool>,
    /// What in the address could not be used.
    pub notices: RwSignal<Vec<Notice>>,
    /// Today, in years.
    pub today: f64,
    /// The language, on its own: most texts follow nothing else.
    pub lang: Memo<Lang>,
    /// The item that the keyboard is at in the drawing.
    pub active: RwSignal<Option<Id>>,
    /// The element the app lives in.
    pub root: StoredValue<SendWrapper<HtmlElement>>,
}

impl Desk {
    /// A desk in `root`, showing what the address asks for.
    #[must_use]
    pub fn new(root: HtmlElement, state: State, notices: Vec<Notice>, today: f64) -> Self {
        let state = RwSignal::new(state);
        Self {
            state,
            contract: RwSignal::new(None),
            hints: RwSignal::new(Vec::new()),
            opening: RwSignal::new(Opening::Idle),
            choosing: RwSignal::new(false),
            notices: RwSignal::new(notices),
            today,
            lang: Memo::new(move |_| state.with(|s| s.lang)),
            active: RwSignal::new(None),
            root: StoredValue::new(SendWrapper::new(root)),
        }
    }

    /// The desk of the app that a component is part of.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Does something that the reader asked for.
    pub fn act(&self, action: Action) {
        let contract = self.contract.get_untracked();
        let next = self.state.with_untracked(|s| s.apply(action, contract.as_deref()));
        if self.state.with_untracked(|s| *s != next) {
            self.state.set(next);
        }
    }

    /// The phrases of the language shown, followed when that changes.
    #[must_use]
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.lang.get())
    }

    /// The place of the version in focus, followed as it changes.
    #[must_use]
    pub fn version(&self) -> Option<usize> {
        self.contract.with(|c| c.as_deref().and_then(|c| self.state.with(|s| s.version_index(c))))
    }
}
