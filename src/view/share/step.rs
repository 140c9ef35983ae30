//! What the reader does while handing on, and what comes of it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::contract::Lang;
use crate::contract::word::words;
use crate::host::{clipboard, page};
use crate::share::Snippet;
use crate::state::{Action, Form, State, Theme, View};
use crate::view::desk::{Desk, Open};
use crate::view::header::view_name;

words! {
    /// What is pasted in another page.
    Way {
        /// A frame.
        Iframe = "iframe",
        /// The app's own element.
        Element = "element",
        /// The shortcode of the plugin for WordPress.
        Shortcode = "shortcode",
    }
}

/// What is handed on, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Sharing {
    /// Which view.
    pub view: View,
    /// Drawn or as a list.
    pub form: Form,
    /// In which language; the reader's own when none was chosen.
    pub lang: Option<Lang>,
    /// In which theme; the system's when none was chosen.
    pub theme: Option<Theme>,
    /// How high, in CSS pixels.
    pub height: u32,
    /// Whether it follows updates.
    pub follows: bool,
    /// What is pasted.
    pub way: Way,
    /// The number of the text that was copied last, and whether that was let.
    pub copied: Option<(usize, bool)>,
}

impl Default for Sharing {
    fn default() -> Self {
        Self {
            view: View::Map,
            form: Form::Graphic,
            lang: None,
            theme: None,
            height: 720,
            follows: true,
            way: Way::Iframe,
            copied: None,
        }
    }
}

/// Something that the reader does.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Another view.
    View(String),
    /// Drawn, or as a list.
    Form(String),
    /// Another language.
    Lang(String),
    /// Another theme.
    Theme(String),
    /// Another height.
    Height(String),
    /// The latest version, or this one.
    Follows(String),
    /// Something else is pasted.
    Way(String),
    /// The text of this number is copied.
    Copy(usize),
    /// The link is shared the device's own way.
    Native,
    /// The view is printed.
    Print,
}

impl Sharing {
    /// The state that is handed on.
    fn state(&self, state: &State) -> State {
        State {
            view: self.view,
            form: self.form,
            other: Vec::new(),
            ..state.clone()
        }
    }

    /// The address that shows it.
    pub fn address(&self, state: &State) -> String {
        page::address().unwrap_or_default() + &self.state(state).to_query()
    }

    /// What another page needs to show it.
    pub fn snippet(&self, open: &Open<'_>) -> Snippet {
        let state = State {
            lang: self.lang.unwrap_or(open.lang),
            theme: self.theme,
            ..self.state(open.state)
        };
        let title = format!(
            "{}, {}",
            view_name(self.view, open.t),
            open.contract.municipality.name
        );
        Snippet {
            app: page::address().unwrap_or_default(),
            state,
            height: self.height,
            follows: self.follows,
            version: open.version().label.clone(),
            title,
        }
    }
}

/// Does it.
pub fn perform(desk: Desk, step: Step) {
    let change = |how: &dyn Fn(&mut Sharing)| {
        desk.set(|s| {
            how(&mut s.sharing);
            s.sharing.copied = None;
        });
    };
    match step {
        Step::View(it) => change(&|s| s.view = View::parse(&it).unwrap_or(s.view)),
        Step::Form(it) => change(&|s| s.form = Form::parse(&it).unwrap_or(s.form)),
        Step::Lang(it) => change(&|s| s.lang = Lang::parse(&it)),
        Step::Theme(it) => change(&|s| s.theme = Theme::parse(&it)),
        Step::Height(it) => change(&|s| {
            // While a number is being typed, what is no height yet changes nothing.
            s.height = it
                .parse()
                .ok()
                .filter(|it| (200..=2000).contains(it))
                .unwrap_or(s.height);
        }),
        Step::Follows(it) => change(&|s| s.follows = it == "follows"),
        Step::Way(it) => change(&|s| s.way = Way::parse(&it).unwrap_or(s.way)),
        Step::Copy(number) => copy(desk, number),
        Step::Native => {
            let (title, address) = desk.get(|s| {
                let name = s.open().map(|it| it.contract.municipality.name.clone());
                (name.unwrap_or_default(), s.sharing.address(&s.state))
            });
            clipboard::share(&title, &address);
        }
        Step::Print => {
            show(desk);
            // Once it is drawn: the drawing waits for the room that there is.
            desk.next_frame(move || desk.next_frame(page::print));
        }
    }
}

/// Goes to the view that is handed on.
pub fn show(desk: Desk) {
    let (view, form) = desk.get(|s| (s.sharing.view, s.sharing.form));
    desk.act(Action::Show(view));
    desk.act(Action::As(form));
}

fn copy(desk: Desk, number: usize) {
    let selector = format!("[data-copy='{number}']");
    let field = desk
        .root
        .with_value(|root| root.query_selector(&selector).ok().flatten());
    let Some(field) = field.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let text = field.value();
    clipboard::copy(&text, move |copied| {
        if !copied {
            field.select();
        }
        if !desk.is_gone() {
            desk.set(|s| s.sharing.copied = Some((number, copied)));
        }
    });
}
