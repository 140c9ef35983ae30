//! The tokens of a JSON text, and a look at a text before it is parsed: how deep it nests, how much it holds, and which
//! names an object has twice, of which a parser silently keeps only the last.

use std::collections::BTreeMap;

use serde_json::Value;
use std::ops::Range;

use super::path::Leg;

/// What a JSON text is made of.
pub(crate) enum Token {
    Open {
        list: bool,
    },
    Close,
    Comma,
    Colon,
    /// A text in quotation marks: the range within them.
    Text(Range<usize>),
    /// A number, `true`, `false`, `null`, or something that is not JSON.
    Other,
}

/// The tokens of a text, each with the byte it starts at. Takes any text.
pub(crate) struct Tokens<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    /// The byte after the text that starts here, and the range of what is in it.
    fn text(&self, start: usize) -> (usize, Range<usize>) {
        let mut at = start + 1;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'"' => return (at + 1, start + 1..at),
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        (self.bytes.len(), start + 1..self.bytes.len())
    }
}

impl Iterator for Tokens<'_> {
    type Item = (usize, Token);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at
            + self.bytes[self.at..]
                .iter()
                .position(|byte| !byte.is_ascii_whitespace())?;
        self.at = start + 1;
        let token = match self.bytes[start] {
            b'{' => Token::Open { list: false },
            b'[' => Token::Open { list: true },
            b'}' | b']' => Token::Close,
            b',' => Token::Comma,
            b':' => Token::Colon,
            b'"' => {
                let (after, range) = self.text(start);
                self.at = after;
                Token::Text(range)
            }
            _ => {
                let ends = |byte: &u8| byte.is_ascii_whitespace() || b"{}[],:\"".contains(byte);
                let rest = &self.bytes[start..];
                self.at = start + rest.iter().position(ends).unwrap_or(rest.len());
                Token::Other
            }
        };
        Some((start, token))
    }
}

/// An open object or list.
pub(crate) struct Frame<'t> {
    start: usize,
    list: bool,
    index: usize,
    /// The name of the value that is being read, as it is written.
    pub(crate) name: Option<&'t str>,
}

impl Frame<'_> {
    pub(crate) fn new(start: usize, list: bool) -> Self {
        Self {
            start,
            list,
            index: 0,
            name: None,
        }
    }

    pub(crate) fn expects_name(&self) -> bool {
        !self.list && self.name.is_none()
    }

    pub(crate) fn next(&mut self) {
        self.index += 1;
        self.name = None;
    }

    /// The step from here to the value that is being read.
    pub(crate) fn leg(&self) -> Leg {
        if self.list {
            Leg::Index(self.index)
        } else {
            Leg::Key(decode(self.name.unwrap_or_default()))
        }
    }
}

/// A name without its escapes.
fn decode(raw: &str) -> String {
    let plain = || raw.to_owned();
    if raw.contains('\\') {
        match serde_json::from_str(&format!("\"{raw}\"")) {
            Ok(Value::String(text)) => text,
            _ => plain(),
        }
    } else {
        plain()
    }
}

/// What a look at a text tells before it is parsed.
#[derive(Debug, Default)]
pub(crate) struct Look {
    /// The byte where it nests too deep.
    pub(crate) too_deep: Option<usize>,
    /// How many values it holds.
    pub(crate) values: usize,
    /// The byte of the innermost bracket that is never closed.
    pub(crate) unclosed: Option<usize>,
    /// Names that an object has twice: the way to it, the byte of this and the byte of the first.
    pub(crate) twice: Vec<(Vec<Leg>, usize, usize)>,
}

const MOST_TWICE: usize = 10_000;

/// Looks at a text, JSON or not, as far as it nests no deeper than `max_depth`.
pub(crate) fn look(text: &str, max_depth: usize) -> Look {
    let mut look = Look::default();
    let mut stack: Vec<Frame<'_>> = Vec::new();
    let mut names: Vec<BTreeMap<&str, usize>> = Vec::new(); // by depth, kept to be used again
    for (at, token) in Tokens::new(text) {
        match token {
            Token::Open { list } => {
                look.values += 1;
                if stack.len() == max_depth {
                    look.too_deep = Some(at);
                    return look;
                }
                stack.push(Frame::new(at, list));
                if names.len() < stack.len() {
                    names.push(BTreeMap::new());
                }
                names[stack.len() - 1].clear();
            }
            Token::Close => {
                stack.pop();
            }
            Token::Comma => {
                if let Some(frame) = stack.last_mut() {
                    frame.next();
                }
            }
            Token::Colon => {}
            Token::Text(range) => match stack.last_mut() {
                Some(frame) if frame.expects_name() => {
                    frame.name = Some(&text[range.clone()]);
                    let first = *names[stack.len() - 1].entry(&text[range]).or_insert(at);
                    if first != at && look.twice.len() < MOST_TWICE {
                        look.twice
                            .push((stack.iter().map(Frame::leg).collect(), at, first));
                    }
                }
                _ => look.values += 1,
            },
            Token::Other => look.values += 1,
        }
    }
    look.unclosed = stack.last().map(|frame| frame.start);
    look
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::path::At;

    #[test]
    fn depth_counts_open_brackets_outside_texts() {
        let text = r#"{"a": "]}\"[{", "b": [["]"], 7]}"#;
        assert_eq!(look(text, 3).too_deep, None);
        assert_eq!(look(text, 2).too_deep, Some(22));
    }

    #[test]
    fn a_name_that_an_object_has_twice_is_seen() {
        let text = r#"{"a": [{"x": 1, "y": {"x": 2}, "x": 3}], "b": 1}"#;
        let look = look(text, 64);
        let root = At::Root;
        let list = root.key("a");
        assert_eq!(look.twice, [(list.index(0).key("x").legs(), 31, 8)]);
        assert_eq!((look.values, look.unclosed), (8, None));
    }

    #[test]
    fn the_bracket_that_is_never_closed_is_seen() {
        assert_eq!(look(r#"{"a": [1, {"b": 2}"#, 64).unclosed, Some(6));
    }
}
