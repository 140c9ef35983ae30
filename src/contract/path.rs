//! Where in a file something stands: the way to it from the root.

/// One step of a way: into an object by a name, or into a list by a place from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Leg {
    Key(String),
    Index(usize),
}

/// The way to the place that is being looked at, link by link: free to extend, and spelled out only for a problem.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At<'a> {
    Root,
    Key(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    pub(crate) fn key(&'a self, name: &'a str) -> At<'a> {
        At::Key(self, name)
    }

    pub(crate) fn index(&'a self, index: usize) -> At<'a> {
        At::Index(self, index)
    }

    pub(crate) fn legs(&self) -> Vec<Leg> {
        let mut legs = Vec::new();
        let mut at = self;
        loop {
            at = match at {
                At::Root => break,
                At::Key(before, name) => {
                    legs.push(Leg::Key((*name).to_owned()));
                    before
                }
                At::Index(before, index) => {
                    legs.push(Leg::Index(*index));
                    before
                }
            };
        }
        legs.reverse();
        legs
    }
}

/// The way as text: `versions[3].actions[0].cost.low`; a name with other signs than letters, digits, `-` and `_` is
/// written `["like this"]`.
pub(crate) fn spell(legs: &[Leg]) -> String {
    let mut text = String::new();
    for leg in legs {
        match leg {
            Leg::Index(index) => text.push_str(&format!("[{index}]")),
            Leg::Key(name) if is_plain(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Leg::Key(name) => text.push_str(&format!("[{name:?}]")),
        }
    }
    text
}

fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || !c.is_ascii() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_spelled_as_a_json_path() {
        let root = At::Root;
        let (versions, strange) = (root.key("versions"), root.key("a \"b\""));
        let third = versions.index(3);
        assert_eq!(spell(&third.key("label").legs()), "versions[3].label");
        assert_eq!(
            spell(&strange.key("åtgärd-1").legs()),
            r#"["a \"b\""].åtgärd-1"#
        );
        assert_eq!(spell(&root.legs()), "");
    }
}
