//! Copies of drawings that look the same without the style sheet: what it gives an element is written on the copy.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Document, Element, SvgElement, Window};

use super::SVG;

/// What children take over from those that hold them, and what it is before anything is said.
const INHERITED: [(&str, &str); 16] = [
    ("fill", "rgb(0, 0, 0)"),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-opacity", "1"),
    ("stroke-width", "1px"),
    ("stroke-dasharray", "none"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("paint-order", "normal"),
    ("font-family", ""),
    ("font-size", ""),
    ("font-weight", "400"),
    ("font-style", "normal"),
    ("font-variant-numeric", "normal"),
    ("letter-spacing", "normal"),
    ("text-anchor", "start"),
];

/// Brings what moves or appears to its end.
pub fn settle(drawing: &Element) {
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"subtree".into(), &true.into());
    let call = |it: &JsValue, name: &str, argument: &JsValue| {
        let method: Function = Reflect::get(it, &name.into()).ok()?.dyn_into().ok()?;
        method.call1(it, argument).ok()
    };
    let running = call(drawing, "getAnimations", &options).unwrap_or_default();
    for it in js_sys::Array::from(&running).iter() {
        call(&it, "finish", &JsValue::UNDEFINED);
    }
}

/// A property of a computed style.
pub fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// A number with three decimals. The browser writes it: what Rust has for that is long.
pub fn decimals(number: f64) -> Option<String> {
    js_sys::Number::from(number).to_fixed(3).ok()?.as_string()
}

/// A colour as every program reads it, and how opaque it is. One that is not seen is none.
pub fn paint(colour: &str) -> (String, f64) {
    let Some(inner) = colour.strip_prefix("rgba(") else {
        return (colour.to_owned(), 1.0);
    };
    let parts: Vec<&str> = inner.trim_end_matches(')').split(", ").collect();
    let [r, g, b, a] = parts[..] else {
        return (colour.to_owned(), 1.0);
    };
    match js_sys::parse_float(a) {
        0.0 => ("none".to_owned(), 1.0),
        a => (format!("rgb({r}, {g}, {b})"), a),
    }
}

/// Copies drawings.
pub struct Copying<'w>(pub &'w Window);

impl Copying<'_> {
    /// A drawing as a group.
    pub fn root(&self, document: &Document, drawing: &Element) -> Option<Element> {
        let group = document.create_element_ns(Some(SVG), "g").ok()?;
        let before = INHERITED.map(|(_, value)| value.to_owned());
        let now = self.style(drawing, &group, &before)?.0;
        self.children(drawing, &group, &now)?;
        Some(group)
    }

    fn children(&self, from: &Element, to: &Element, before: &[String; 16]) -> Option<()> {
        let nodes = from.child_nodes();
        for place in 0..nodes.length() {
            let node = nodes.item(place)?;
            let Some(element) = node.dyn_ref::<Element>() else {
                to.append_child(&node.clone_node().ok()?).ok()?;
                continue;
            };
            if let Some(copy) = self.element(element, before) {
                to.append_child(&copy).ok()?;
            }
        }
        Some(())
    }

    /// An element with all that is in it; nothing when it is not seen.
    fn element(&self, from: &Element, before: &[String; 16]) -> Option<Element> {
        let copy: Element = from.clone_node().ok()?.dyn_into().ok()?;
        for name in from.get_attribute_names().iter() {
            let name = name.as_string()?;
            let gone = name.starts_with("aria-")
                || matches!(name.as_str(), "class" | "role" | "tabindex" | "style")
                || INHERITED.iter().any(|(it, _)| *it == name);
            if gone {
                copy.remove_attribute(&name).ok()?;
            }
        }
        let (now, seen) = self.style(from, &copy, before)?;
        if !seen {
            return None;
        }
        if let Some(name) = from.get_attribute("aria-label") {
            let title = from
                .owner_document()?
                .create_element_ns(Some(SVG), "title")
                .ok()?;
            title.set_text_content(Some(&name));
            copy.append_child(&title).ok()?;
        }
        self.children(from, &copy, &now)?;
        let empty = from.tag_name() == "g" && copy.child_nodes().length() == 0;
        (!empty).then_some(copy)
    }

    /// Writes on the copy what the style sheet gives the element; returns what its children take over, and whether it is
    /// seen.
    fn style(
        &self,
        from: &Element,
        copy: &Element,
        before: &[String; 16],
    ) -> Option<([String; 16], bool)> {
        let given = self.0.get_computed_style(from).ok()??;
        let mut now = INHERITED.map(|(name, _)| value(&given, name));
        for (colour, opacity) in [(0, 1), (2, 3)] {
            let (plain, share) = paint(&now[colour]);
            if share < 1.0 {
                now[opacity] = decimals(js_sys::parse_float(&now[opacity]) * share)?;
            }
            now[colour] = plain;
        }
        for (((name, _), now), before) in INHERITED.iter().zip(&now).zip(before) {
            if now != before {
                copy.set_attribute(name, now).ok()?;
            }
        }
        let opacity = value(&given, "opacity");
        if opacity != "1" {
            copy.set_attribute("opacity", &opacity).ok()?;
        }
        // One that is set by a style is in pixels, which an attribute may not say.
        let own = from.dyn_ref::<SvgElement>().map(SvgElement::style);
        if own.is_some_and(|it| !value(&it, "transform").is_empty()) {
            copy.set_attribute("transform", &value(&given, "transform"))
                .ok()?;
        }
        let shape = matches!(
            from.tag_name().as_str(),
            "path" | "circle" | "rect" | "line" | "polygon" | "polyline" | "ellipse"
        );
        let bare = shape && !from.has_attribute("id") && now[0] == "none" && now[2] == "none";
        // What only paper shows is part of a picture, too: the page has it beside the drawing.
        let hidden =
            value(&given, "display") == "none" && !from.class_list().contains("tm-printed");
        let seen = !bare && !hidden && value(&given, "visibility") == "visible" && opacity != "0";
        Some((now, seen))
    }
}
