//! Markup written as HTML, with everything escaped.

use super::Node;

/// Elements that never hold anything and have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl<A> Node<A> {
    /// The node as HTML. Style properties are left out: a strict Content-Security-Policy forbids them in text.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        if self.tag.is_empty() {
            return escape(&self.text, html);
        }
        html.push('<');
        html.push_str(self.tag);
        for (name, value) in self
            .attributes
            .iter()
            .filter(|(name, _)| !name.starts_with("style:"))
        {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        if VOID.contains(&self.tag) {
            return;
        }
        for child in &self.children {
            child.write(html);
        }
        html.push_str("</");
        html.push_str(self.tag);
        html.push('>');
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markup::{Node, el};

    #[test]
    fn nothing_in_a_text_or_an_attribute_becomes_markup() {
        let node: Node<()> = el("p")
            .set("title", "\"><script>")
            .text("<img src=x onerror=alert(1)> & so on");
        let html = node.to_html();
        assert_eq!(
            html,
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;img src=x onerror=alert(1)&gt; &amp; so on</p>"
        );
    }
}
