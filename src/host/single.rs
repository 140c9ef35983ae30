//! The app as one file that opens by a double click, without a network: its page with the program, the style sheet and the
//! contracts that are open inside. The parts are text of base64, so that nothing in them can end the element they stand in.
//!
//! `single.html` is its page. It starts by `single.js`, which gives `boot.js` the addresses of these parts; from there on it is the same app.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::{fetch, page, whole};

/// What starts the app in the file.
const START: &str = include_str!("single.js");
/// The parts of the program: what `boot.js` is told of them, and what the file calls them.
const PARTS: [(&str, &str); 3] = [
    ("data-whole-js", "js"),
    ("data-whole-wasm", "wasm"),
    ("src", "boot"),
];
/// The index of contracts among the files that are kept; no contract can be called so, for the address would be that file's.
pub const INDEX: &str = "contracts/index.json";

/// What the file says and holds beside the program.
pub struct About<'a> {
    /// The title of the page.
    pub title: &'a str,
    /// Its language: `sv` or `en`.
    pub lang: &'a str,
    /// What it is, for those who look into the file, and for those without JavaScript.
    pub what: &'a str,
    /// When and from where it was saved.
    pub saved: &'a str,
    /// The state, as a query.
    pub query: &'a str,
    /// The references of the contracts that are open.
    pub references: Vec<String>,
    /// The index of these contracts, when there is one.
    pub index: Option<String>,
}

/// True when the app runs in such a file: nothing lies beside it.
#[must_use]
pub fn is_one_file() -> bool {
    document().is_some_and(|it| find(&it, "script[data-part]").is_some())
}

/// The file, as HTML. Nothing when a part of the program cannot be had.
pub async fn page(root: &HtmlElement, about: &About<'_>) -> Option<String> {
    let document = document()?;
    let boot = find(&document, "#boot")?;
    let mut parts = String::new();
    for (attribute, name) in PARTS {
        let text = match find(&document, &format!("script[data-part={name}]")) {
            Some(part) => part.text_content()?,
            None => {
                // A page with one program has it under the plain name.
                let address = (boot.get_attribute(attribute))
                    .or_else(|| boot.get_attribute(&attribute.replace("whole-", "")))?;
                base64(&fetched(&address).await?)?
            }
        };
        parts += &part("part", name, &text);
    }
    for reference in &about.references {
        let bytes = whole::file(root, reference)?;
        parts += &part("file", reference, &base64(&bytes)?);
    }
    if let Some(index) = &about.index {
        parts += &part("file", INDEX, &base64(index.as_bytes())?);
    }
    let sheet = sheet(&document).await?;
    let [title, lang, what] = [about.title, about.lang, about.what].map(escaped);
    let query = escaped(about.query);
    let from = escaped(&page::address().unwrap_or_default());
    // Two dashes would end the comment.
    let saved = about.saved.replace("--", "-%2D");
    Some(format!(
        include_str!("single.html"),
        what = what,
        saved = saved,
        lang = lang,
        title = title,
        sheet = sheet,
        parts = parts,
        from = from,
        query = query,
        start = START,
    ))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(document: &Document, selector: &str) -> Option<Element> {
    document.query_selector(selector).ok()?
}

async fn fetched(address: &str) -> Option<Vec<u8>> {
    fetch::fetch(&page::beside_page(address), &mut |_| {})
        .await
        .ok()
}

/// The style sheets of the page, one after the other.
async fn sheet(document: &Document) -> Option<String> {
    if let Some(held) = find(document, "style[data-part=css]") {
        return held.text_content().map(|it| it.trim().to_owned());
    }
    let links = document
        .query_selector_all("link[rel=stylesheet][href]")
        .ok()?;
    let mut sheets = String::new();
    for place in 0..links.length() {
        let link = links.item(place)?.dyn_into::<Element>().ok()?;
        let bytes = fetched(&link.get_attribute("href")?).await?;
        sheets += &String::from_utf8(bytes).ok()?;
    }
    // No text of a style sheet may end the element that it stands in.
    Some(sheets.trim().replace("</", "<\\/"))
}

fn part(kind: &str, name: &str, base64: &str) -> String {
    let name = escaped(name);
    format!("<script type=\"text/plain\" data-{kind}=\"{name}\">{base64}</script>\n")
}

/// Text as it stands in HTML, between tags and in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Bytes as base64, by the browser: it takes text in which each letter is a byte.
fn base64(bytes: &[u8]) -> Option<String> {
    let letters: String = bytes.iter().map(|it| char::from(*it)).collect();
    web_sys::window()?.btoa(&letters).ok()
}
