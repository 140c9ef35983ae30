//! From places in a file's structure to lines and columns in its text, in one pass for all of them.

use super::order::order;
use super::path::Leg;
use super::tokens::{Frame, Token, Tokens};

/// Where a problem is to be pointed out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Spot {
    /// At a value.
    Value(Vec<Leg>),
    /// At the name of a value.
    Name(Vec<Leg>),
    /// At a byte of the text.
    Byte(usize),
}

/// A line and a column, both from 1; columns count characters.
pub(crate) type Place = (usize, usize);

/// The places of all spots, in their order; the first line where a spot is not in the text. Never fails, whatever the
/// text.
pub(crate) fn places(text: &str, spots: &[&Spot]) -> Vec<Place> {
    let mut trie = Trie {
        nodes: vec![Node::default()],
    };
    let mut bytes: Vec<usize> = vec![0; spots.len()];
    for (slot, spot) in spots.iter().enumerate() {
        match spot {
            Spot::Byte(at) => bytes[slot] = *at,
            Spot::Value(legs) => trie.node(legs).values.push(slot),
            Spot::Name(legs) => trie.node(legs).names.push(slot),
        }
    }
    trie.find(text, &mut bytes);
    lines_and_columns(text, &bytes)
}

/// Lines and columns of byte offsets, in one sweep.
fn lines_and_columns(text: &str, bytes: &[usize]) -> Vec<Place> {
    let order = order(bytes.len(), &|a, b| bytes[a].cmp(&bytes[b]));
    let mut places = vec![(1, 1); bytes.len()];
    let (mut line, mut column, mut done) = (1, 1, 0);
    for slot in order {
        let at = text.floor_char_boundary(bytes[slot]);
        let passed = &text[done..at];
        line += passed.bytes().filter(|byte| *byte == b'\n').count();
        match passed.rfind('\n') {
            Some(last) => column = passed[last + 1..].chars().count() + 1,
            None => column += passed.chars().count(),
        }
        done = at;
        places[slot] = (line, column);
    }
    places
}

/// The wanted ways as a tree.
struct Trie {
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    /// In their order, with the place of their node.
    children: Vec<(Leg, usize)>,
    values: Vec<usize>,
    names: Vec<usize>,
}

impl Node {
    /// The child at a step, or where among the children it belongs.
    fn child(&self, leg: &Leg) -> Result<usize, usize> {
        let place = self.children.binary_search_by(|(own, _)| own.cmp(leg))?;
        Ok(self.children[place].1)
    }
}

/// The open objects and lists, each with its node if it or something in it is wanted.
type Stack<'t> = Vec<(Frame<'t>, Option<usize>)>;

impl Trie {
    fn node(&mut self, legs: &[Leg]) -> &mut Node {
        let mut node = 0;
        for leg in legs {
            let next = self.nodes.len();
            node = match self.nodes[node].child(leg) {
                Ok(child) => child,
                Err(place) => {
                    self.nodes[node].children.insert(place, (leg.clone(), next));
                    self.nodes.push(Node::default());
                    next
                }
            };
        }
        &mut self.nodes[node]
    }

    /// Writes the byte of every wanted value and name; of two of the same name the last, as a parser does.
    fn find(&self, text: &str, bytes: &mut [usize]) {
        let mut stack: Stack<'_> = Vec::new();
        for (at, token) in Tokens::new(text) {
            match token {
                Token::Open { list } => {
                    let node = self.value(&stack, at, bytes);
                    stack.push((Frame::new(at, list), node));
                }
                Token::Close => {
                    stack.pop();
                }
                Token::Comma => {
                    if let Some((frame, _)) = stack.last_mut() {
                        frame.next();
                    }
                }
                Token::Colon => {}
                Token::Text(range) => match stack.last_mut() {
                    Some((frame, node)) if frame.expects_name() => {
                        frame.name = Some(&text[range]);
                        let child = node.and_then(|node| self.nodes[node].child(&frame.leg()).ok());
                        for slot in child.into_iter().flat_map(|child| &self.nodes[child].names) {
                            bytes[*slot] = at;
                        }
                    }
                    _ => {
                        self.value(&stack, at, bytes);
                    }
                },
                Token::Other => {
                    self.value(&stack, at, bytes);
                }
            }
        }
    }

    /// Notes the value that starts here if it is wanted, and gives its node if it or something in it is.
    fn value(&self, stack: &Stack<'_>, at: usize, bytes: &mut [usize]) -> Option<usize> {
        let node = match stack.last() {
            None => 0,
            Some((frame, node)) => self.nodes[(*node)?].child(&frame.leg()).ok()?,
        };
        for slot in &self.nodes[node].values {
            bytes[*slot] = at;
        }
        Some(node)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn key(name: &str) -> Leg {
        Leg::Key(name.to_owned())
    }

    #[test]
    fn values_and_names_are_found_on_their_line_and_column() {
        let text = "{\r\n  \"å\": [1, {\"b\": \"ö\", \"c\": 2}],\n  \"d\\u0065\" : true }";
        let b = vec![key("å"), Leg::Index(1), key("b")];
        let c = vec![key("å"), Leg::Index(1), key("c")];
        let spots = [
            Spot::Value(vec![]),
            Spot::Value(b.clone()),
            Spot::Name(b),
            Spot::Value(c),
            Spot::Value(vec![key("de")]),
            Spot::Value(vec![key("nowhere")]),
            Spot::Byte(3),
        ];
        assert_eq!(
            places(text, &spots.iter().collect::<Vec<_>>()),
            [(1, 1), (2, 18), (2, 13), (2, 28), (3, 15), (1, 1), (2, 1)]
        );
    }

    #[test]
    fn columns_count_characters_and_not_bytes() {
        assert_eq!(
            places("\n{\"åäö🌍\": 1}", &[&Spot::Value(vec![key("åäö🌍")])]),
            [(2, 10)]
        );
    }

    #[test]
    fn brackets_and_quotes_inside_texts_are_text() {
        let text = r#"{"a": "]}\"[{", "b": [["]"], 7]}"#;
        assert_eq!(
            places(text, &[&Spot::Value(vec![key("b"), Leg::Index(1)])]),
            [(1, 30)]
        );
    }

    #[test]
    fn what_is_not_json_has_places_all_the_same() {
        for text in [
            "",
            "\"",
            "\"\\",
            "]]}},,::",
            "{:1,\"a\"\"a\"",
            "åäö",
            "[\"å\\",
            "{\"a\":1 \"a\":2",
        ] {
            let spots = [
                &Spot::Value(vec![]),
                &Spot::Byte(99),
                &Spot::Name(vec![key("a")]),
            ];
            assert_eq!(places(text, &spots).len(), 3);
        }
    }

    /// Every value of a JSON document, with the way to it.
    fn values(value: &Value, way: &[Leg]) -> Vec<(Vec<Leg>, Value)> {
        let mut found = vec![(way.to_vec(), value.clone())];
        let mut go = |leg, value| found.extend(values(value, &[way, &[leg]].concat()));
        match value {
            Value::Array(list) => list
                .iter()
                .enumerate()
                .for_each(|(index, value)| go(Leg::Index(index), value)),
            Value::Object(fields) => fields
                .iter()
                .for_each(|(name, value)| go(Leg::Key(name.clone()), value)),
            _ => {}
        }
        found
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..5)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn at_the_place_of_a_value_its_text_starts(document in any_json(), pretty: bool) {
            let text = if pretty { format!("{document:#}") } else { document.to_string() };
            let values = values(&document, &[]);
            let spots: Vec<Spot> = values.iter().map(|(way, _)| Spot::Value(way.clone())).collect();
            for ((line, column), (way, value)) in places(&text, &spots.iter().collect::<Vec<_>>()).into_iter().zip(&values) {
                let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
                let rest: String = text[line_start..].chars().skip(column - 1).collect();
                let read = serde_json::Deserializer::from_str(&rest).into_iter::<Value>().next();
                prop_assert_eq!(read.and_then(Result::ok), Some(value.clone()), "{:?}", way);
            }
        }
    }
}
