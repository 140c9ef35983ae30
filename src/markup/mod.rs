//! Markup as data: a tree of elements that a view returns, with what each of them does when it is used.
//!
//! Views are plain functions from what is known to a [`Node`]. Leptos decides when one is called again; `view::drawn`
//! makes the page follow the tree. Two things come of that: what a view says can be tested and written as HTML without
//! a browser ([`Node::to_html`]), and the program is small. (One generic type for each element and closure, as a `view!`
//! for all of this gave, made the program 2,4 times as large: `cargo xtask build` prints the sizes.)

mod html;

/// An element or a text. `A` is what can be done: the app's acts, or `()` where nothing can. Boxed, so that handing one on
/// costs little: views do nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<A>(Box<Parts<A>>);

/// What a node is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts<A> {
    /// The element's name; empty for a text.
    pub tag: &'static str,
    /// The text, when it is one.
    pub text: String,
    /// What tells it from its siblings when they are reordered. Siblings have either all a key or none.
    pub key: Option<String>,
    /// Its attributes. `style:…` is a property of its style, so that a strict Content-Security-Policy holds.
    pub attributes: Vec<(&'static str, String)>,
    /// What it holds.
    pub children: Vec<Node<A>>,
    /// What using it does.
    pub on: Vec<On<A>>,
}

/// What using an element does.
#[derive(Debug, Clone)]
pub enum On<A> {
    /// When it is pressed: by pointer, or by Enter or space where it has the role of a button.
    Press(A),
    /// When its value changes; the value goes to the function.
    Value(fn(String) -> A),
    /// When a form is sent, a dialog closed or a file chosen: the act looks at the event itself.
    Event(&'static str, A),
}

impl<A: PartialEq> PartialEq for On<A> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Press(a), Self::Press(b)) => a == b,
            (Self::Value(a), Self::Value(b)) => std::ptr::fn_addr_eq(*a, *b),
            (Self::Event(name, a), Self::Event(other, b)) => name == other && a == b,
            _ => false,
        }
    }
}

impl<A> std::ops::Deref for Node<A> {
    type Target = Parts<A>;
    fn deref(&self) -> &Parts<A> {
        &self.0
    }
}

/// An element.
#[must_use]
pub fn el<A>(tag: &'static str) -> Node<A> {
    node(tag, String::new())
}

/// A text.
#[must_use]
pub fn text<A>(text: impl Into<String>) -> Node<A> {
    node("", text.into())
}

fn node<A>(tag: &'static str, text: String) -> Node<A> {
    let (attributes, children, on) = (Vec::new(), Vec::new(), Vec::new());
    Node(Box::new(Parts {
        tag,
        text,
        key: None,
        attributes,
        children,
        on,
    }))
}

impl<A> Node<A> {
    /// With an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// With an attribute whose value is a length or a number, to a tenth.
    #[must_use]
    pub fn num(self, name: &'static str, value: f64) -> Self {
        self.set(name, tenths(value))
    }

    /// With an attribute, when there is a value.
    #[must_use]
    pub fn maybe<T: Into<String>>(self, name: &'static str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// With a class, beside those it has.
    #[must_use]
    pub fn class(mut self, class: &str) -> Self {
        match self
            .0
            .attributes
            .iter_mut()
            .find(|(name, _)| *name == "class")
        {
            Some((_, classes)) => {
                classes.push(' ');
                classes.push_str(class);
                self
            }
            None => self.set("class", class),
        }
    }

    /// With a class, when `on` holds.
    #[must_use]
    pub fn class_if(self, on: bool, class: &str) -> Self {
        if on { self.class(class) } else { self }
    }

    /// With a key among its siblings.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Holding a text as well.
    #[must_use]
    pub fn text(mut self, words: impl Into<String>) -> Self {
        self.0.children.push(text(words));
        self
    }

    /// Holding another as well.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.0.children.push(child);
        self
    }

    /// Holding others as well: of a list, or of an option.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Doing something when pressed.
    #[must_use]
    pub fn press(mut self, act: A) -> Self {
        self.0.on.push(On::Press(act));
        self
    }

    /// Doing something with its value when that changes.
    #[must_use]
    pub fn value(mut self, act: fn(String) -> A) -> Self {
        self.0.on.push(On::Value(act));
        self
    }

    /// Doing something at an event of this name.
    #[must_use]
    pub fn on(mut self, event: &'static str, act: A) -> Self {
        self.0.on.push(On::Event(event, act));
        self
    }

    /// The value of an attribute.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(it, _)| *it == name)
            .map(|(_, value)| value.as_str())
    }

    /// The node that `path` leads to: the place of a child, then of its child, and so on. With it all that lie on the way,
    /// outermost first.
    pub fn along<'a>(&'a self, path: &[usize]) -> Vec<&'a Self> {
        let mut way = vec![self];
        for step in path {
            match way.last().and_then(|node| node.children.get(*step)) {
                Some(child) => way.push(child),
                None => break,
            }
        }
        way
    }
}

/// A number to a tenth, without a superfluous `.0`.
#[must_use]
pub fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.abs() / 10, tenths.abs() % 10);
    if part == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_to_a_tenth() {
        let written: Vec<String> = [0.0, 3.0, -0.04, 1.25, -7.96, 1200.5]
            .into_iter()
            .map(tenths)
            .collect();
        assert_eq!(written, ["0", "3", "0", "1.3", "-8", "1200.5"]);
    }

    #[test]
    fn a_path_leads_to_its_node() {
        let tree: Node<()> = el("ul").children([el("li").text("a"), el("li").text("b")]);
        let way = tree.along(&[1, 0]);
        assert_eq!(
            way.iter().map(|n| n.tag).collect::<Vec<_>>(),
            ["ul", "li", ""]
        );
        assert_eq!(tree.along(&[7]).len(), 1);
    }
}
