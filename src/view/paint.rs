//! What the page holds before the program has come, and for those to whom it never comes: the contract as a list. The
//! build writes it into the page, with the code that draws the list in the browser; `boot.js` takes it away again.

use super::act::{Act, Saved};
use super::desk::Open;
use super::{Node, foot, header, list};
use crate::contract::{Contract, Lang};
use crate::markup::{On, el, text};
use crate::state::{DEFAULT_CONTRACT, Form, State};
use crate::text::{Both, Texts, say};

const DESCRIPTION: Both = [
    "{}: Klimatkontrakt 2030, version {}, som karta, färdplan och lista.",
    "{}: Climate contract 2030, version {}, as a map, a roadmap and a list.",
];

/// What a page without the program says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstPaint {
    /// The name of the page, as plain text.
    pub title: String,
    /// What it is about, in a sentence of plain text.
    pub description: String,
    /// The top of the page, the list and the foot, as HTML.
    pub html: String,
}

/// The contract that comes with the app, as it is first shown and before anything can be pressed: its last version that is
/// more than a document, each item once. Nothing when the contract has no version.
#[must_use]
pub fn first_paint(contract: &Contract, lang: Lang) -> Option<FirstPaint> {
    let state = State {
        form: Form::List,
        lang,
        ..State::default()
    };
    let open = Open {
        contract,
        at: state.version_index(contract)?,
        state: &state,
        lang,
        t: Texts::of(lang),
        comparison: None,
    };
    let top = el("header")
        .set("class", "tm-header")
        .child(header::name(Some(&open), open.t));
    let main = el("main").children(still(&list::list(&open, None)));
    let name = &contract.municipality.name;
    let parts: [Node; 3] = [top, main, foot::foot(&state)];
    Some(FirstPaint {
        title: header::title(&open),
        description: say(lang, &DESCRIPTION, &[name, &open.version().label]),
        html: parts.iter().map(Node::to_html).collect(),
    })
}

/// A part of the page as it is without a program: a button is its words, the contract's file is linked to, and what only a
/// program can make is left out.
fn still(node: &Node) -> Option<Node> {
    if node.tag.is_empty() {
        return Some(text(&node.text));
    }
    let saved = node.on.iter().find_map(|on| match on {
        On::Press(Act::Save(what)) => Some(*what),
        _ => None,
    });
    let children = node.children.iter().filter_map(still);
    match (node.tag, saved) {
        (_, Some(Saved::Contract)) => {
            let file = format!("contracts/{DEFAULT_CONTRACT}.json");
            Some(el("a").set("href", file).children(children))
        }
        (_, Some(_)) => None,
        ("button", None) => Some(el("span").children(children)),
        (tag, None) => {
            let same = |it: Node, (name, value): &(&'static str, String)| it.set(name, value);
            let bare = node.attributes.iter().fold(el(tag), same);
            Some(bare.children(children))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::open;

    const OREBRO: &str = include_str!("../../public/contracts/orebro.json");

    /// What stands between two marks, each time, sorted.
    fn between<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
        let rest = text.split(before).skip(1);
        let mut found: Vec<&str> = rest.filter_map(|it| it.split('"').next()).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn the_page_without_the_program_has_every_item_of_the_version_once() {
        let contract = open(OREBRO).expect("it opens").contract;
        let first = first_paint(&contract, Lang::Sv).expect("it has a version");
        let at = State::default().version_index(&contract).expect("the same");
        let items = contract.items(at);
        let mut ids: Vec<&str> = items.iter().map(|it| it.id().as_str()).collect();
        ids.sort_unstable();
        assert!(ids.len() > 40);
        assert_eq!(between(&first.html, " data-item=\""), ids);
    }

    #[test]
    fn nothing_on_it_can_be_pressed_but_links() {
        let contract = open(OREBRO).expect("it opens").contract;
        for lang in [Lang::Sv, Lang::En] {
            let first = first_paint(&contract, lang).expect("it has a version");
            for bad in ["<button", "<select", "<input", " role=\"button\"", " id="] {
                assert!(!first.html.contains(bad), "{bad}");
            }
            let links = between(&first.html, " href=\"");
            let beside = |link: &&str| {
                link.starts_with("https://") || {
                    let public = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
                    public.join(link).is_file()
                }
            };
            assert!(links.len() > 2 && links.iter().all(beside), "{links:?}");
            assert!(
                first.title.starts_with("Örebro kommun · ")
                    && first.description.contains("2025/26")
            );
        }
    }
}
