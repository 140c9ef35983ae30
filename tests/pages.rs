//! What is published beside the app and is no program of ours: pages of words, and ways into other sites.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use transition_map::contract::Lang;
use transition_map::state::{Form, Parameter, Theme, View};

/// The pages, each in Swedish and in English.
const PAGES: [(&str, &str); 2] = [
    ("tillganglighet.html", "accessibility.html"),
    ("integritet.html", "privacy.html"),
];

fn text(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn page(name: &str) -> String {
    text(&format!("public/{name}"))
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    let rest = text.split(before).skip(1);
    rest.filter_map(|it| Some(it.split_once(after)?.0))
        .collect()
}

/// What a page says for whoever publishes it, and what it says for readers.
fn comment_and_page(name: &str) -> (String, String) {
    let whole = page(name);
    let (before, rest) = whole.split_once("<!--").expect("a comment at the top");
    let (comment, rest) = rest.split_once("-->").expect("it ends");
    assert_eq!(before.trim(), "<!doctype html>", "{name}");
    (comment.to_owned(), rest.to_owned())
}

#[test]
fn the_pages_need_no_leave_beyond_their_own_origin() {
    for name in PAGES.iter().flat_map(|(sv, en)| [sv, en]) {
        let (_, page) = comment_and_page(name);
        for bad in [
            "<script",
            "<style",
            "style=",
            "<iframe",
            "<img",
            " on",
            "javascript:",
        ] {
            // A word that begins with "on" is no attribute.
            let found = match bad {
                " on" => between(&page, "<", ">")
                    .iter()
                    .any(|tag| tag.split(' ').skip(1).any(|it| it.starts_with("on"))),
                _ => page.contains(bad),
            };
            assert!(!found, "{name}: {bad}");
        }
        assert_eq!(
            between(&page, "<link rel=\"stylesheet\" href=\"", "\""),
            ["pages.css"],
            "{name}"
        );
    }
    let css = page("pages.css");
    assert!(!css.contains("url(") && !css.contains("@import"));
}

#[test]
fn what_is_to_be_filled_in_is_marked_and_listed_at_the_top() {
    for name in PAGES.iter().flat_map(|(sv, en)| [sv, en]) {
        let (comment, page) = comment_and_page(name);
        let marked: BTreeSet<&str> = between(&page, "<mark>", "</mark>").into_iter().collect();
        assert!(
            marked
                .iter()
                .all(|it| it.starts_with('[') && it.ends_with(']')),
            "{name}: {marked:?}"
        );
        let brackets = between(&page, "[", "]").len();
        assert_eq!(
            brackets,
            between(&page, "<mark>[", "]</mark>").len(),
            "{name}"
        );
        let listed: BTreeSet<&str> = comment
            .lines()
            .filter(|line| line.starts_with('['))
            .filter_map(|line| Some(&line[..=line.find(']')?]))
            .collect();
        assert_eq!(marked, listed, "{name}");
    }
}

#[test]
fn each_page_is_there_in_both_languages_with_the_same_parts() {
    for (sv, en) in PAGES {
        let ((_, swedish), (_, english)) = (comment_and_page(sv), comment_and_page(en));
        for (page, lang, other, name) in [(&swedish, "sv", "en", en), (&english, "en", "sv", sv)] {
            assert!(page.contains(&format!("<html lang=\"{lang}\">")));
            assert!(page.contains(&format!("<a href=\"{name}\" lang=\"{other}\"")));
            assert!(page.contains(&format!("hreflang=\"{other}\" href=\"{name}\"")));
            assert_eq!(page.matches("<h1>").count(), 1);
        }
        for part in ["<h2>", "<li>", "<mark>", "<p>"] {
            assert_eq!(
                swedish.matches(part).count(),
                english.matches(part).count(),
                "{sv} and {en}: {part}"
            );
        }
    }
}

#[test]
fn what_the_pages_link_to_is_there() {
    for name in PAGES.iter().flat_map(|(sv, en)| [sv, en]) {
        for link in between(&page(name), "href=\"", "\"") {
            let app = link == "./" || link == "./?lang=en";
            let file = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("public")
                .join(link);
            assert!(
                app || link.starts_with("https://") || file.is_file(),
                "{name}: {link}"
            );
        }
    }
}

#[test]
fn the_statement_holds_what_the_law_asks_for() {
    let (_, page) = comment_and_page("tillganglighet.html");
    for needed in [
        "2018:1937",
        "[utgivare]",
        "[delvis förenlig]",
        "[metod]",
        "[bedömningsdatum]",
        "[uppdateringsdatum]",
        "[kontaktväg]",
        "https://www.digg.se/tdosanmalan",
        "12 §",
        "[9 §]",
    ] {
        assert!(page.contains(needed), "{needed}");
    }
}

#[test]
fn the_pages_have_the_colours_of_the_app() {
    let (own, app) = (page("pages.css"), page("app.css"));
    let (_, root) = own.split_once(":root {").expect("the root's rule");
    let set: Vec<&str> = root
        .split('}')
        .next()
        .unwrap_or_default()
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("--tm-"))
        .collect();
    assert!(set.len() > 8);
    for line in set {
        assert!(app.contains(&format!("\n  {line}\n")), "{line}");
    }
}

/// The words of an array in the plugin.
fn php_array<'a>(php: &'a str, name: &str) -> Vec<&'a str> {
    let (_, after) = php.split_once(name).unwrap_or_else(|| panic!("{name}"));
    let (_, array) = after.split_once("array(").expect("an array");
    let array = array.split(')').next().unwrap_or_default();
    array.split('\'').skip(1).step_by(2).collect()
}

#[test]
fn the_plugin_knows_the_words_of_the_address() {
    let php = text("public/wordpress/omstallningskartan.php");
    let languages: Vec<&str> = [Lang::Sv, Lang::En].map(Lang::as_str).to_vec();
    // What is handed on is handed on from the app itself.
    let views: Vec<&str> = (View::ALL.iter())
        .filter(|it| **it != View::Share)
        .map(|it| it.as_str())
        .collect();
    assert_eq!(php_array(&php, "'view'  =>"), views);
    assert_eq!(php_array(&php, "'as'    =>"), Form::TEXTS);
    assert_eq!(php_array(&php, "'lang'  =>"), languages);
    assert_eq!(
        php_array(&php, "'theme' =>"),
        [&[""], Theme::TEXTS].concat()
    );
    // Each parameter is given by an attribute of its own or passed on.
    let own = ["contract", "view", "as", "v", "lang", "theme"];
    let known: BTreeSet<&str> = php_array(&php, "const PASSED_ON =")
        .into_iter()
        .chain(own)
        .collect();
    let parameters: BTreeSet<&str> = Parameter::TEXTS.iter().copied().collect();
    assert_eq!(
        known,
        parameters.into_iter().filter(|it| *it != "embed").collect()
    );
}

#[test]
fn the_oembed_answer_is_one() {
    let answer: Value = serde_json::from_str(&page("oembed.json")).expect("JSON");
    assert_eq!(
        (&answer["type"], &answer["version"]),
        (&"rich".into(), &"1.0".into())
    );
    let html = answer["html"].as_str().expect("text");
    for name in ["width", "height"] {
        let value = answer[name].as_u64().expect(name);
        assert!(html.contains(&format!(" {name}=\"{value}\"")), "{name}");
    }
    let address = answer["provider_url"].as_str().expect("text");
    assert!(
        address.starts_with("https://") && address.ends_with(".example/"),
        "a placeholder"
    );
    assert!(html.contains(&format!("src=\"{address}?embed=1\"")) && html.contains(" title=\""));
    for other in ["docs/hosting.md", ".github/workflows/pages.yml"] {
        assert!(
            text(other).contains(address),
            "{other} says what to put in its place"
        );
    }
}
