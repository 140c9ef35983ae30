//! What an editor pastes to show a view in a page of their own.

use std::ops::RangeInclusive;

use super::shortcode;
use crate::markup::{Node, el};
use crate::state::{State, View};
use crate::text::share::{app, open_alone};

/// What the address calls a contract that was opened from a file; several have a number besides (`egen-fil-2`).
pub const LOCAL: &str = "egen-fil";

/// The height that a frame may be asked to have, in CSS pixels.
pub const HEIGHTS: RangeInclusive<u32> = 200..=2000;

/// What a frame may do; `docs/hosting.md` says what each of them is for. The plugin for WordPress says the same.
const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// A view for another page.
#[derive(Debug, Clone, PartialEq)]
pub struct Snippet {
    /// The address of the app's folder or page, as the page has it. What stands after a `?` or a `#` is not used. From an app
    /// that is not on the web (`file:`) addresses are written from where it lies, and lead nowhere else.
    pub app: String,
    /// What is to be shown. That it stands alone, and which version, is decided here; the view that hands on becomes the map.
    pub state: State,
    /// The height of the frame in CSS pixels; brought within [`HEIGHTS`].
    pub height: u32,
    /// True when the page is to show the last version, whichever that becomes. Else it stays with `version`.
    pub follows: bool,
    /// The label of the version that is stayed with.
    pub version: String,
    /// What the frame is called, for those who do not see it; the name of the app when there is none.
    pub title: String,
}

/// True when a link cannot hold what is shown: a contract that was opened from a file is nowhere but in this page.
#[must_use]
pub fn is_only_here(state: &State) -> bool {
    state.references().any(|reference| {
        reference
            .strip_prefix(LOCAL)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    })
}

impl Snippet {
    /// The address that a frame shows.
    #[must_use]
    pub fn address(&self) -> String {
        self.page().to_owned() + &self.shown().to_query()
    }

    /// A frame, a link to the same outside of it, and the program that lets the height of the frame follow what is in it.
    /// Where a page takes the program out, the frame keeps its height and scrolls; where it takes out the frame, the link
    /// is left. Three lines of HTML.
    #[must_use]
    pub fn iframe(&self) -> String {
        let lang = self.state.lang;
        let title = match self.name() {
            name if name.is_empty() => app(lang).to_owned(),
            name => name,
        };
        let alone = State {
            embed: false,
            ..self.shown()
        };
        let frame = el("iframe")
            .set("src", self.address())
            .set("title", &title)
            .set("width", "100%")
            .set("height", self.height().to_string())
            .set("loading", "lazy")
            .set("sandbox", SANDBOX)
            .set("referrerpolicy", "strict-origin-when-cross-origin")
            .set("data-transition-map", "");
        let link = el("a")
            .set("href", self.page().to_owned() + &alone.to_query())
            .set("target", "_blank")
            .set("rel", "noopener")
            .text(open_alone(&title, lang));
        let program = el("script").set("src", self.program()).set("defer", "");
        html(&[
            frame,
            el("p").set("lang", lang.as_str()).child(link),
            program,
        ])
    }

    /// An element that the app's program makes into a frame: for pages that may run it. It can be told the contract, view,
    /// form, language, theme and version; not what is selected, searched or compared. Two lines of HTML.
    #[must_use]
    pub fn element(&self) -> String {
        let program = el("script")
            .set("type", "module")
            .set("src", self.program());
        let map = self
            .told()
            .fold(el("transition-map"), |map, (name, value)| {
                map.set(name, value)
            });
        html(&[program, map])
    }

    /// The shortcode of the plugin for WordPress, which can be told what [`Snippet::element`] can, and height and title.
    /// Nothing when the plugin would refuse the contract or the label of the version: it would then show others.
    #[must_use]
    pub fn shortcode(&self) -> Option<String> {
        if is_only_here(&self.state) {
            return None;
        }
        let title = self.name();
        shortcode::write(self.page(), self.told(), self.height(), &title)
    }

    /// What stands alone in the other page. Parameters that are someone else's stay behind: they were added to trace a link.
    fn shown(&self) -> State {
        let version = (!self.follows && !self.version.is_empty()).then(|| self.version.clone());
        let view = match self.state.view {
            View::Share => View::Map,
            view => view,
        };
        State {
            view,
            version,
            embed: true,
            other: Vec::new(),
            ..self.state.clone()
        }
    }

    /// What those who cannot be told everything are told: name, as in the address, and value. Only what differs from the default.
    fn told(&self) -> impl Iterator<Item = (&'static str, String)> {
        let (it, usual) = (self.shown(), State::default());
        let word = |differs: bool, word: &str| differs.then(|| word.to_owned());
        let told = [
            (
                "contract",
                word(it.contract != usual.contract, &it.contract),
            ),
            ("view", word(it.view != usual.view, it.view.as_str())),
            ("as", word(it.form != usual.form, it.form.as_str())),
            ("lang", word(it.lang != usual.lang, it.lang.as_str())),
            ("theme", it.theme.map(|theme| theme.as_str().to_owned())),
            ("v", it.version),
        ];
        told.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
    }

    /// The address of the app without a query; empty where it is none that another page could use, and none that runs.
    fn page(&self) -> &str {
        let page = self.app.split(['?', '#']).next().unwrap_or_default();
        let on_the_web = ["https://", "http://"]
            .iter()
            .any(|it| page.starts_with(it));
        if on_the_web { page } else { "" }
    }

    /// The address of the program for other pages, which lies beside the app.
    fn program(&self) -> String {
        let page = self.page();
        let folder = match page.split_once("://") {
            None => String::new(),
            Some((scheme, rest)) => {
                let end = rest.rfind('/').unwrap_or(rest.len());
                format!("{scheme}://{}/", &rest[..end])
            }
        };
        folder + "embed.js"
    }

    fn height(&self) -> u32 {
        self.height.clamp(*HEIGHTS.start(), *HEIGHTS.end())
    }

    /// The title on one line.
    fn name(&self) -> String {
        self.title.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// True for a character that is not seen, but turns or breaks the line it stands in.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Each node on a line. What is not seen is written by its number: what an editor reads before it is pasted is to be what
/// stands there, and a mark that turns the direction of writing would show it in another order.
fn html(nodes: &[Node<()>]) -> String {
    let line = |node: &Node<()>| {
        let mut line = String::new();
        for c in node.to_html().chars() {
            if is_unseen(c) {
                line.push_str(&format!("&#{};", u32::from(c)));
            } else {
                line.push(c);
            }
        }
        line
    };
    nodes.iter().map(line).collect::<Vec<_>>().join("\n")
}
