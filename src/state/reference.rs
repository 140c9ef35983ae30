//! Which references to a contract may come from a URL.

/// True for a built-in id (`orebro`), a file beside the app (`lund.json`, `../a/b`, `/contracts/a.json`), or an http
/// or https address. Anyone may write a link: nothing that runs, reads the disk or hides its host is let through.
pub(super) fn is_reference(text: &str) -> bool {
    // A browser drops tabs and line breaks inside an address, trims its ends, and reads `\` as `/`: `/\host`.
    if text.is_empty()
        || text.trim() != text
        || text.contains(|c: char| c.is_control() || c == '\\')
    {
        return false;
    }
    is_id(text) || is_web(text) || is_relative(text)
}

fn is_id(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn is_web(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.starts_with(|c: char| c.is_ascii_alphanumeric() || !c.is_ascii() || c == '[')
        && !host.contains([' ', '@']);
    named && (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
}

/// A path is told from a mistyped id by its dot or slash.
fn is_relative(text: &str) -> bool {
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    !first.contains(':') && !text.starts_with("//") && text.contains(['.', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_files_beside_the_app_and_web_addresses_are_opened() {
        for text in [
            "orebro",
            "kommun-2",
            "lund.json",
            "mitt kontrakt.json",
            "./lund.json",
            "../contracts/lund.json?x=1",
            "/contracts/lund",
            "a/b:c",
            "https://example.se/kontrakt.json",
            "HTTP://localhost:8080/a",
            "https://[::1]/a",
            "https://åmål.se/ö.json#1",
        ] {
            assert!(is_reference(text), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "",
            " ",
            " orebro",
            "Örebro",
            "OREBRO",
            "!!!",
            "javascript:alert(1)",
            "JavaScript:alert(1)//.json",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:application/json,{}",
            "file:///etc/passwd",
            "blob:https://a.se/1",
            "//evil.example/a.json",
            "/\\evil.example/a.json",
            "\\\\evil.example\\a.json",
            "https:",
            "https://",
            "https:///a",
            "https:evil.example/a.json",
            "https://user:secret@a.se/b.json",
            "ftp://a.se/b.json",
        ] {
            assert!(!is_reference(text), "{text:?}");
        }
    }
}
