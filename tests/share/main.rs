//! What leaves the app: snippets for other pages, references and codes.

mod citation;
mod code;
mod hostile;
mod snippet;

use std::path::Path;

use transition_map::share::Snippet;
use transition_map::state::State;

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// A snippet of a state, as it is when nothing is chosen.
fn snippet(state: State) -> Snippet {
    Snippet {
        app: "https://karta.example/".to_owned(),
        state,
        height: 640,
        follows: true,
        version: String::new(),
        title: "Örebros klimatkontrakt".to_owned(),
    }
}

/// What a browser reads in an attribute or a text: entities are only written as numbers or as these names.
fn unescaped(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, entity)) = rest.split_once('&') {
        let (name, after) = entity.split_once(';').expect("an entity ends");
        text.push_str(before);
        text.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => name
                .strip_prefix('#')
                .and_then(|it| char::from_u32(it.parse().ok()?))
                .unwrap_or_else(|| panic!("&{name};")),
        });
        rest = after;
    }
    text + rest
}

/// The value of the first attribute of this name, as a browser reads it.
fn attribute(html: &str, name: &str) -> String {
    let (_, after) = html
        .split_once(&format!(" {name}=\""))
        .unwrap_or_else(|| panic!("{name} in {html}"));
    unescaped(after.split('"').next().expect("a split has a first part"))
}
