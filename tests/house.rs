//! The house itself, read as text: who may know whom, and how large a room may be.
//!
//! Comments and the content of strings are taken out first, so that a word in a sentence is not taken for code.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms that are pure: neither the browser nor Leptos. Those that are not built yet are held to it from their start.
const PURE: [&str; 9] = [
    "contract",
    "journey",
    "portfolio",
    "chart",
    "state",
    "text",
    "markup",
    "share",
    "workshop",
];

/// Crates that know the browser. What begins with one of these names belongs to it (`wasm_bindgen_futures`).
const BROWSER: [&str; 6] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "send_wrapper",
];

/// The rooms that know the browser.
const THIN: [&str; 2] = ["host", "view"];

/// The longest file that needs no reason, in lines.
const LONGEST: usize = 300;
/// How the reason begins, in the head of the file.
const REASONS: [&str; 2] = ["Longer than most", "Long because"];

/// A source file: its path from `src/`, with `/`, and its text.
struct File {
    name: String,
    text: String,
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    assert!(files.len() > 50, "the sources are found");
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn collect(root: &Path, folder: &PathBuf, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("src/ can be read") {
        let path = entry.expect("src/ can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let name = path.strip_prefix(root).expect("it lies in src/");
            let name = name.to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).expect(&name);
            files.push(File { name, text });
        }
    }
}

impl File {
    /// The room it belongs to: the folder, or the file of a room without one.
    fn room(&self) -> &str {
        self.name
            .split(['/', '.'])
            .next()
            .expect("a split has a first part")
    }

    /// True for a file that is compiled for tests only: that of a `mod tests`, or a sample for several of them.
    fn is_test(&self) -> bool {
        self.name.ends_with("_tests.rs") || self.name == "state/sample.rs"
    }

    /// Its code without the tests at its end.
    fn shipped(&self) -> String {
        let code = code(&self.text);
        let end = code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len());
        code[..end].to_owned()
    }
}

/// Rust without its comments and without what its strings say; its lines stay where they are.
fn code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let starts = |at: usize, with: &str| {
        with.chars()
            .enumerate()
            .all(|(k, c)| chars.get(at + k) == Some(&c))
    };
    let mut code = String::new();
    let mut at = 0;
    while at < chars.len() {
        let end = if starts(at, "//") {
            find(&chars, at, |i| chars[i] == '\n')
        } else if starts(at, "/*") {
            find(&chars, at + 2, |i| starts(i, "*/")) + 2
        } else if starts(at, "r\"") || starts(at, "r#") {
            let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            // `r#name` is a name.
            if chars.get(at + 1 + hashes) == Some(&'"') {
                find(&chars, at + 2 + hashes, |i| starts(i, &close)) + close.len()
            } else {
                at
            }
        } else if chars[at] == '"' {
            let mut i = at + 1;
            while chars.get(i).is_some_and(|c| *c != '"') {
                i += if chars[i] == '\\' { 2 } else { 1 };
            }
            i + 1
        } else if starts(at, "'\\") {
            find(&chars, at + 3, |i| chars[i] == '\'') + 1
        } else if chars[at] == '\'' && chars.get(at + 2) == Some(&'\'') {
            at + 3
        } else {
            at
        };
        if end == at {
            code.push(chars[at]);
            at += 1;
        } else {
            let end = end.min(chars.len());
            code.push_str("\"\"");
            code.extend(chars[at..end].iter().filter(|c| **c == '\n'));
            at = end;
        }
    }
    code
}

fn find(chars: &[char], from: usize, is: impl Fn(usize) -> bool) -> usize {
    (from..chars.len()).find(|i| is(*i)).unwrap_or(chars.len())
}

/// Every path of names that the code writes, with the line it stands in; a `use` with braces is written out.
fn paths(code: &str) -> Vec<(usize, Vec<String>)> {
    let mut paths = Vec::new();
    // What stands before each open brace, and whether it is a part of a path.
    let mut outer: Vec<Vec<String>> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let (mut joined, mut line) = (false, 1);
    let mut chars = code.chars().peekable();
    let mut finish = |path: &mut Vec<String>, outer: &[Vec<String>], line| {
        if !path.is_empty() {
            let before = outer.last().cloned().unwrap_or_default();
            paths.push((line, [before, std::mem::take(path)].concat()));
        }
    };
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() || c == '_' {
            let mut name = String::from(c);
            while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                name.push(c);
            }
            if !joined {
                finish(&mut path, &outer, line);
            }
            path.push(name);
            joined = false;
        } else if c == ':' && chars.next_if_eq(&':').is_some() {
            joined = true;
        } else if c == '{' {
            let before = outer.last().cloned().unwrap_or_default();
            if joined {
                outer.push([before, std::mem::take(&mut path)].concat());
            } else {
                finish(&mut path, &outer, line);
                outer.push(Vec::new());
            }
            joined = false;
        } else if !c.is_whitespace() {
            finish(&mut path, &outer, line);
            joined = false;
            if c == '}' {
                outer.pop();
            }
        }
        if c == '\n' {
            line += 1;
        }
    }
    finish(&mut path, &outer, line);
    paths
}

/// What a path of a pure room reaches that it must not.
fn reaches(path: &[String]) -> Option<String> {
    let of_browser = |name: &String| {
        BROWSER.iter().any(|it| {
            name.strip_prefix(it)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        })
    };
    let into_thin = path.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "crate" | "super") && THIN.contains(&pair[1].as_str())
    });
    (path.iter().any(of_browser) || into_thin).then(|| path.join("::"))
}

fn found(code: &str) -> Vec<String> {
    paths(code)
        .iter()
        .filter_map(|(_, path)| reaches(path))
        .collect()
}

#[test]
fn the_pure_rooms_know_neither_leptos_nor_the_browser() {
    let mut breaches = Vec::new();
    for file in sources().iter().filter(|file| PURE.contains(&file.room())) {
        for (line, path) in paths(&code(&file.text)) {
            if let Some(path) = reaches(&path) {
                breaches.push(format!("src/{}:{line} {path}", file.name));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn what_a_pure_room_must_not_write_is_found_however_it_is_written() {
    for bad in [
        "use leptos::prelude::*;",
        "use ::web_sys::Window;",
        "use crate::{contract::Id, host::page};",
        "use crate::{\n    text,\n    view,\n};",
        "fn f() { crate :: host::page::query(); }",
        "use super::super::view::Desk;",
        "let x: js_sys::Date = wasm_bindgen_futures::f();",
        "use gloo::{events::{EventListener}};",
        "extern crate gloo_timers;",
    ] {
        assert!(!found(&code(bad)).is_empty(), "{bad}");
    }
    for good in [
        "// crate::host\nlet view = super::state::View::Map;",
        "let host = \"crate::host\"; /* use leptos; */ f('\"', \"web_sys\");",
        "use crate::state::{View, host_of};",
        "/// As [`view`](crate::view) shows it.\nfn f() {}",
        "let a = r#\"use gloo\"#; let b = '\\''; let host = 1;",
        "if super::a == b { host() }",
    ] {
        assert_eq!(found(&code(good)), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn nothing_that_is_shipped_unwraps_or_is_left_to_do() {
    let mut breaches = Vec::new();
    for file in sources().iter().filter(|file| !file.is_test()) {
        for (i, line) in file.shipped().lines().enumerate() {
            if ["unwrap(", "todo!", "unimplemented!", "dbg!"]
                .iter()
                .any(|it| line.contains(it))
            {
                breaches.push(format!("src/{}:{} {}", file.name, i + 1, line.trim()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn a_long_file_says_in_its_head_why() {
    let mut silent = Vec::new();
    for file in sources() {
        let lines = file.text.lines().count();
        let mut head = file.text.lines().take_while(|it| it.starts_with("//!"));
        let reasoned = head.any(|line| REASONS.iter().any(|reason| line.contains(reason)));
        if lines > LONGEST && !reasoned {
            silent.push(format!("src/{} has {lines} lines", file.name));
        }
    }
    assert!(
        silent.is_empty(),
        "shorten them, or say why with `Longer than most` or `Long because`: {silent:#?}"
    );
}

/// A page that forbids inline styles shows none of them. `style:x` goes through the element's style, and is let through.
#[test]
fn no_markup_has_an_inline_style() {
    let mut breaches = Vec::new();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let page = File {
        name: "../index.html".to_owned(),
        text: fs::read_to_string(page).expect("index.html"),
    };
    for file in sources().iter().chain([&page]) {
        for (i, line) in file.text.lines().enumerate() {
            let tight = line.split_whitespace().collect::<String>();
            if ["style=", "(\"style\"", "<style"]
                .iter()
                .any(|it| tight.contains(it))
            {
                breaches.push(format!("src/{}:{} {}", file.name, i + 1, line.trim()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}
