//! The shortcode of the plugin for WordPress (`public/wordpress/omstallningskartan.php`), with the plugin's own rules: what it
//! would quietly show as something else is not written.

use super::snippet::is_unseen;

/// The least height that the plugin gives a frame, and the one it has when none is said, in CSS pixels.
const HEIGHTS: [u32; 2] = [240, 640];

/// The longest label that the plugin takes, in characters.
const LONGEST: usize = 200;

/// The shortcode for an app on `page`; nothing when the plugin would show something else. `told` are names and values as in the
/// address; an empty title is left out.
pub(super) fn write(
    page: &str,
    told: impl Iterator<Item = (&'static str, String)>,
    height: u32,
    title: &str,
) -> Option<String> {
    let mut code = "[omstallningskarta".to_owned();
    let mut add = |name: &str, value: &str| {
        for part in [" ", name, "=\"", value, "\""] {
            code.push_str(part);
        }
    };
    for (name, value) in told {
        match name {
            "contract" if !value.split(',').all(|it| opens(it, page)) => return None,
            "v" if !is_plain(&value) => return None,
            "v" => add("version", &value),
            _ => add(name, &value),
        }
    }
    let height = height.max(HEIGHTS[0]);
    if height != HEIGHTS[1] {
        add("height", &height.to_string());
    }
    let title = quoted(title);
    if !title.is_empty() {
        add("title", &title);
    }
    code.push(']');
    Some(code)
}

/// True for a contract that the plugin shows: one that comes with the app, a file beside it, or a file at an https address of its
/// host. The plugin lets through the host of the page as well, which is not known here.
fn opens(reference: &str, page: &str) -> bool {
    let id = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    let is_id = !reference.is_empty() && reference.bytes().all(id);
    is_id || is_beside(reference) || is_of_host(reference, page)
}

fn is_beside(reference: &str) -> bool {
    let letters = |text: &str, more: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    let (folders, file) = match reference.rsplit_once('/') {
        Some((folders, file)) => (Some(folders), file),
        None => (None, reference),
    };
    file.strip_suffix(".json")
        .is_some_and(|it| letters(it, "._-"))
        && folders.is_none_or(|it| {
            it.split('/')
                .all(|it| matches!(it, "." | "..") || letters(it, "_-"))
        })
}

fn is_of_host(reference: &str, page: &str) -> bool {
    let host = |rest: &str| rest.split('/').next().map(str::to_owned);
    let own = page.split_once("://").and_then(|(_, rest)| host(rest));
    // Brackets would end the shortcode.
    let ends = |c: char| c.is_whitespace() || is_unseen(c) || "\"<>\\[]".contains(c);
    reference
        .strip_prefix("https://")
        .is_some_and(|rest| own.is_some() && host(rest) == own && !rest.contains(ends))
}

/// True for a label that the plugin takes.
fn is_plain(label: &str) -> bool {
    label.chars().count() <= LONGEST
        && label
            .chars()
            .all(|c| c.is_alphanumeric() || " ._/,:()'-".contains(c))
}

/// The title as a value in quotes. A shortcode has no way to write what would end it, so its likes stand for it.
fn quoted(title: &str) -> String {
    let like = |c| match c {
        '"' => '”',
        '[' => '(',
        ']' => ')',
        '<' => '‹',
        '>' => '›',
        '\\' => '/',
        c => c,
    };
    title
        .chars()
        .filter(|c| !is_unseen(*c))
        .map(like)
        .collect::<String>()
        .trim()
        .to_owned()
}
