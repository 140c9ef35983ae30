//! Makes a part of the page follow a tree of markup: what changed is changed, everything else is left alone, so that the
//! keyboard, the scroll and running transitions stay where they are.
//!
//! One listener an event hears everything below; the way from its target up to here is the same in the page and in the
//! tree, and so the node that was used is found.
//!
//! Longer than most because drawing, changing and listening are one walk of that tree, and must agree on the way.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent};

use super::act::{Act, perform};
use super::desk::{Desk, Look};
use crate::host::whole;
use crate::markup::{Node, On};

const SVG: &str = "http://www.w3.org/2000/svg";
/// What is listened to. `close` and `toggle` do not bubble and are heard on their way down.
const HEARD: [&str; 7] = [
    "click", "keydown", "input", "change", "submit", "close", "focusin",
];

/// A place on the page that follows a tree of markup.
pub struct Drawn {
    place: Option<Element>,
    tree: fn(&Look<'_>) -> Node<Act>,
    drawn: Rc<RefCell<Option<Node<Act>>>>,
    // Heard as long as the place is there.
    _listeners: Vec<EventListener>,
}

impl Drawn {
    /// Draws in `place`, which is otherwise left alone.
    pub fn new(desk: Desk, place: Option<Element>, tree: fn(&Look<'_>) -> Node<Act>) -> Self {
        let drawn: Rc<RefCell<Option<Node<Act>>>> = Rc::default();
        let mut listeners = Vec::new();
        for name in HEARD {
            let Some(root) = place.clone() else { continue };
            let drawn = Rc::clone(&drawn);
            let options = EventListenerOptions {
                phase: EventListenerPhase::Capture,
                passive: false,
            };
            listeners.push(EventListener::new_with_options(
                &root.clone(),
                name,
                options,
                move |event| {
                    // Done after the tree is let go of: what is done may draw it anew.
                    let act = drawn
                        .borrow()
                        .as_ref()
                        .and_then(|tree| used(&root, tree, event));
                    if let Some(act) = act {
                        perform(desk, act, event);
                    }
                },
            ));
        }
        Self {
            place,
            tree,
            drawn,
            _listeners: listeners,
        }
    }

    /// Draws what has changed.
    pub fn draw(&self, look: &Look<'_>) {
        let new = (self.tree)(look);
        let Some(place) = &self.place else { return };
        let Some(document) = place.owner_document() else {
            return;
        };
        let old = self.drawn.borrow_mut().take();
        match (old, place.first_child()) {
            (Some(old), Some(first)) => patch(&document, &first, &old, &new, false),
            _ => {
                // What Leptos leaves in an empty element would shift every place.
                place.set_text_content(None);
                let _ = place.append_child(&create(&document, &new, false));
            }
        }
        *self.drawn.borrow_mut() = Some(new);
    }
}

/// What the reader has used, if anything: the innermost node on the way to the event's target that has something to do.
fn used(root: &Element, tree: &Node<Act>, event: &Event) -> Option<Act> {
    let target = event.target()?.dyn_into::<web_sys::Node>().ok()?;
    let path: Vec<usize> = whole::path_to(root, &target)?
        .into_iter()
        .map(|it| it as usize)
        .collect();
    let name = event.type_();
    tree.along(path.get(1..)?)
        .into_iter()
        .rev()
        .find_map(|node| {
            node.on.iter().find_map(|on| match on {
                On::Press(act) if name == "click" => Some(act.clone()),
                On::Press(act) if name == "keydown" && node.get("role") == Some("button") => {
                    let event = event.dyn_ref::<KeyboardEvent>()?;
                    let pressed = matches!(event.key().as_str(), "Enter" | " ") && !event.repeat();
                    pressed.then(|| {
                        event.prevent_default();
                        act.clone()
                    })
                }
                On::Value(act)
                    if name
                        == if node.tag == "input" {
                            "input"
                        } else {
                            "change"
                        } =>
                {
                    Some(act(value_of(&target)))
                }
                On::Event(heard, act) if name == *heard => Some(act.clone()),
                _ => None,
            })
        })
}

fn value_of(target: &web_sys::Node) -> String {
    js_sys::Reflect::get(target, &"value".into())
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

fn create(document: &Document, node: &Node<Act>, in_svg: bool) -> web_sys::Node {
    if node.tag.is_empty() {
        return document.create_text_node(&node.text).into();
    }
    let svg = in_svg || node.tag == "svg";
    let made = if svg {
        document.create_element_ns(Some(SVG), node.tag)
    } else {
        document.create_element(node.tag)
    };
    // The names of elements are ours and literal: they are valid.
    let Ok(element) = made else {
        return document.create_text_node("").into();
    };
    for (name, value) in &node.attributes {
        set(&element, name, value);
    }
    for child in &node.children {
        let _ = element.append_child(&create(document, child, svg));
    }
    // A select has its value only when its options are there.
    if let Some(value) = node.get("value").filter(|_| node.tag == "select") {
        set(&element, "value", value);
    }
    element.into()
}

fn patch(
    document: &Document,
    place: &web_sys::Node,
    old: &Node<Act>,
    new: &Node<Act>,
    in_svg: bool,
) {
    if old == new {
        return;
    }
    if old.tag != new.tag || old.key != new.key {
        if let Some(parent) = place.parent_node() {
            let _ = parent.replace_child(&create(document, new, in_svg), place);
        }
        return;
    }
    if new.tag.is_empty() {
        return place.set_text_content(Some(&new.text));
    }
    let Some(element) = place.dyn_ref::<Element>() else {
        return;
    };
    for (name, _) in &old.attributes {
        if new.get(name).is_none() {
            unset(element, name);
        }
    }
    let svg = in_svg || new.tag == "svg";
    patch_children(document, element, &old.children, &new.children, svg);
    for (name, value) in &new.attributes {
        if old.get(name) != Some(value) || *name == "value" {
            set(element, name, value);
        }
    }
}

fn patch_children(
    document: &Document,
    element: &Element,
    old: &[Node<Act>],
    new: &[Node<Act>],
    svg: bool,
) {
    let nodes = element.child_nodes();
    let before: Vec<web_sys::Node> = (0..old.len() as u32)
        .filter_map(|i| nodes.item(i))
        .collect();
    if new.iter().chain(old).all(|node| node.key.is_some()) {
        return patch_keyed(document, element, old, new, &before, svg);
    }
    for (i, node) in new.iter().enumerate() {
        match (before.get(i), old.get(i)) {
            (Some(place), Some(old)) => patch(document, place, old, node, svg),
            _ => drop(element.append_child(&create(document, node, svg))),
        }
    }
    for surplus in before.iter().skip(new.len()) {
        let _ = element.remove_child(surplus);
    }
}

/// Siblings with keys keep their elements when they change places.
fn patch_keyed(
    document: &Document,
    element: &Element,
    old: &[Node<Act>],
    new: &[Node<Act>],
    before: &[web_sys::Node],
    svg: bool,
) {
    let mut kept = vec![false; old.len()];
    // Most often nothing has moved: the search starts where the last one ended.
    let mut from = 0;
    let mut found = Vec::with_capacity(new.len());
    for node in new {
        let at = (from..old.len())
            .chain(0..from)
            .find(|i| !kept[*i] && old[*i].key == node.key && old[*i].tag == node.tag);
        if let Some(i) = at {
            (kept[i], from) = (true, i + 1);
        }
        found.push(at);
    }
    // What goes, goes first: what stays is then where it should be, and an element that is moved loses its motion.
    for (place, _) in before.iter().zip(kept).filter(|(_, kept)| !kept) {
        let _ = element.remove_child(place);
    }
    let mut next = element.first_child();
    for (node, at) in new.iter().zip(found) {
        let place = match at.and_then(|i| Some((i, before.get(i)?))) {
            Some((i, place)) => {
                patch(document, place, &old[i], node, svg);
                place.clone()
            }
            None => create(document, node, svg),
        };
        if next
            .as_ref()
            .is_some_and(|it| it.is_same_node(Some(&place)))
        {
            next = place.next_sibling();
        } else {
            let _ = element.insert_before(&place, next.as_ref());
        }
    }
}

fn set(element: &Element, name: &'static str, value: &str) {
    if let Some(property) = name.strip_prefix("style:") {
        if let Some(style) = style_of(element) {
            let _ = style.set_property(property, value);
        }
    } else if name == "checked" {
        let _ = js_sys::Reflect::set(element, &name.into(), &true.into());
    } else if name == "value"
        && matches!(
            element.local_name().as_str(),
            "input" | "select" | "textarea"
        )
    {
        if value_of(element) != value {
            let _ = js_sys::Reflect::set(element, &"value".into(), &value.into());
        }
    } else {
        let _ = element.set_attribute(name, value);
    }
}

fn unset(element: &Element, name: &'static str) {
    if let Some(property) = name.strip_prefix("style:") {
        if let Some(style) = style_of(element) {
            let _ = style.remove_property(property);
        }
    } else if name == "checked" {
        let _ = js_sys::Reflect::set(element, &name.into(), &false.into());
    } else {
        let _ = element.remove_attribute(name);
    }
}

/// HTML and SVG elements both have a style; the cast is to the property, not the type.
fn style_of(element: &Element) -> Option<web_sys::CssStyleDeclaration> {
    Some(element.unchecked_ref::<HtmlElement>().style())
}
