//! Whatever stands in a title, a contract or a version stays text: the bones of a snippet are always the same.

use proptest::prelude::*;
use transition_map::share::Snippet;
use transition_map::state::State;

use crate::{attribute, snippet, unescaped};

const HOSTILE: &[&str] = &[
    "\"",
    "'",
    "\"><script>alert(1)</script>",
    "' onload='alert(1)",
    "\" onload=\"alert(1)",
    "</a></p><img src=x onerror=alert(1)>",
    "&quot;&gt;&#60;",
    "& <b>",
    "<!--",
    "]]>",
    "javascript:alert(1)",
    "\u{202e}gnirts\u{2066}",
    "\u{200f}\u{200e}\u{61c}",
    "a\nb\r\n\tc\0d\u{2028}e",
    "] [evil a=\"b\"] \\",
];

/// HTML without the values of its attributes and without its texts.
fn bones(html: &str) -> String {
    let mut bones = String::new();
    let (mut in_tag, mut in_value) = (false, false);
    for c in html.chars() {
        match c {
            '"' if in_tag => in_value = !in_value,
            '<' if !in_value => in_tag = true,
            '>' if !in_value => {
                in_tag = false;
                bones.push('>');
            }
            _ => {}
        }
        if in_tag && !in_value {
            bones.push(c);
        }
    }
    assert!(!in_tag && !in_value, "{html}");
    bones
}

/// What turns or breaks a line without being seen, but for the breaks between the lines of a snippet.
fn turns(code: &str) -> bool {
    code.chars().filter(|c| *c != '\n').any(|c| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

fn with(words: &str) -> Snippet {
    Snippet {
        title: format!("A{words}"),
        version: format!("B{words}"),
        follows: false,
        ..snippet(State {
            contract: format!("C{words}.json"),
            query: words.to_owned(),
            ..State::default()
        })
    }
}

fn check(words: &str) {
    let (plain, it) = (with("x"), with(words));
    assert_eq!(bones(&it.iframe()), bones(&plain.iframe()), "{words:?}");
    assert_eq!(bones(&it.element()), bones(&plain.element()), "{words:?}");
    assert_eq!(it.iframe().lines().count(), 3, "{words:?}");
    assert_eq!(it.element().lines().count(), 2, "{words:?}");
    assert!(!turns(&it.iframe()) && !turns(&it.element()), "{words:?}");
    for name in ["src", "href"] {
        let address = attribute(&it.iframe(), name);
        assert!(address.starts_with("https://karta.example/"), "{address}");
    }
    // Nothing is lost on the way, either.
    assert_eq!(attribute(&it.element(), "v"), format!("B{words}"));
    let title = format!("A{words}");
    let title: Vec<&str> = title.split_whitespace().collect();
    assert_eq!(attribute(&it.iframe(), "title"), title.join(" "));
    assert!(unescaped(&it.iframe()).contains(&format!("Öppna {} i eget", title.join(" "))));
    let titled = Snippet {
        title: format!("A{words}"),
        ..snippet(State::default())
    };
    let code = titled.shortcode().expect("a title never forbids it");
    let inside = code.strip_prefix("[omstallningskarta title=\"");
    let inside = inside.and_then(|it| it.strip_suffix("\"]"));
    let inside = inside.unwrap_or_else(|| panic!("{code}"));
    assert!(!inside.contains(['"', '[', ']', '<', '>', '\\']), "{code}");
    assert!(!turns(&code) && !code.contains('\n'), "{code}");
}

#[test]
fn nothing_breaks_out() {
    for words in HOSTILE {
        check(words);
    }
}

#[test]
fn an_app_that_runs_or_lies_on_a_disk_is_no_address() {
    for app in [
        "javascript:alert(1)",
        "JavaScript://a.example/%0aalert(1)",
        " https://a.example/",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//evil.example/",
        "",
    ] {
        let it = Snippet {
            app: app.to_owned(),
            ..snippet(State::default())
        };
        assert_eq!(it.address(), "?embed=1", "{app}");
        assert_eq!(attribute(&it.iframe(), "src"), "?embed=1", "{app}");
        assert_eq!(attribute(&it.element(), "src"), "embed.js", "{app}");
    }
}

#[test]
fn an_address_with_quotes_stays_in_its_quotes() {
    let it = Snippet {
        app: "https://a.example/\"><script>/".to_owned(),
        ..snippet(State::default())
    };
    assert_eq!(
        bones(&it.iframe()),
        bones(&snippet(State::default()).iframe())
    );
    assert_eq!(
        bones(&it.element()),
        bones(&snippet(State::default()).element())
    );
}

proptest! {
    #[test]
    fn nothing_at_all_breaks_out(words in any::<String>()) {
        check(&words);
    }
}
