//! A picture of the view: the drawings on the page as a graphic of its own that looks the same anywhere, without the style
//! sheet and without a font file. What the style sheet gives an element is written on it; what is not seen is left out.
//!
//! `data-` attributes stay, for tools: they say which item a mark stands for. What an element is called for the ear
//! becomes its title. Classes, roles and the way of the keyboard go.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, CssStyleDeclaration, Document, Element,
    HtmlCanvasElement, HtmlElement, HtmlImageElement, Url, Window, XmlSerializer,
};

use crate::markup::tenths;

const SVG: &str = "http://www.w3.org/2000/svg";
/// The drawings of a view, from its top. The charts are no part of it.
const DRAWINGS: &str = ".tm-stage svg.tm-axis, .tm-stage svg.tm-drawing:not(.tm-chart)";
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
/// The side of a square picture, and the room round every picture, in pixels.
const SQUARE: f64 = 1080.0;
const MARGIN: f64 = 24.0;
/// The most pixels that a browser on a telephone draws.
const MOST: f64 = 16_000_000.0;

/// What is written over and under the drawings.
pub struct Caption<'a> {
    /// What is shown, of whom.
    pub title: &'a str,
    /// Where it comes from: paragraphs.
    pub source: &'a [String],
    /// The language of both.
    pub lang: &'a str,
}

/// How large a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As large as what is drawn.
    Natural,
    /// A square, with the drawings as large as they can be in it.
    Square,
}

/// A picture, as SVG, with its size in pixels.
pub struct Picture {
    /// Its text.
    pub svg: String,
    width: f64,
    height: f64,
}

/// Takes the picture of the view. Nothing when there is no drawing, or when the browser refuses.
pub fn take(root: &HtmlElement, caption: &Caption<'_>, format: Format) -> Option<Picture> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let found = root.query_selector_all(DRAWINGS).ok()?;
    let found = (0..found.length()).filter_map(|it| found.item(it)?.dyn_into().ok());
    let drawings: Vec<Element> = found.collect();
    let mut copies = Vec::new();
    for it in &drawings {
        settle(it);
        let size = size(it)?;
        copies.push((size, Copying(&window).root(&document, it)?));
    }
    let width = copies.iter().fold(0.0, |most, ((w, _), _)| w.max(most));
    let height: f64 = copies.iter().map(|((_, h), _)| h).sum();
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let (title_size, source_size, margin) = match format {
        Format::Natural => (19.0, 13.0, MARGIN),
        Format::Square => (38.0, 22.0, 2.0 * MARGIN),
    };
    let outer = match format {
        Format::Natural => width.max(20.0 * source_size) + 2.0 * margin,
        Format::Square => SQUARE,
    };
    let own = window.get_computed_style(root).ok()??;
    let font = value(&own, "font-family");
    let pen = Pen::new(&document, &font)?;
    let titles = pen.lines(caption.title, title_size, 700, outer - 2.0 * margin);
    let source = caption.source.iter();
    let sources: Vec<String> = source
        .flat_map(|it| pen.lines(it, source_size, 400, outer - 2.0 * margin))
        .collect();
    let above = margin + titles.len() as f64 * title_size * 1.3 + title_size * 0.5;
    let below = source_size + sources.len() as f64 * source_size * 1.4 + margin - source_size * 0.4;
    let (scale, total) = match format {
        Format::Natural => (1.0, above + height + below),
        Format::Square => {
            let (across, down) = (outer - 2.0 * margin, outer - above - below);
            ((across / width).min(down / height), outer)
        }
    };
    // In the middle of the room that there is.
    let left = (outer - width * scale) / 2.0;
    let top = above + (total - above - below - height * scale) / 2.0;

    let make = |name: &str, attributes: &[(&str, &str)]| -> Option<Element> {
        let made = document.create_element_ns(Some(SVG), name).ok()?;
        for (name, value) in attributes {
            made.set_attribute(name, value).ok()?;
        }
        Some(made)
    };
    let (w, h) = (tenths(outer), tenths(total));
    let svg = make(
        "svg",
        &[("width", &w), ("height", &h), ("lang", caption.lang)],
    )?;
    svg.set_attribute("viewBox", &format!("0 0 {w} {h}")).ok()?;
    let name = make("title", &[])?;
    name.set_text_content(Some(caption.title));
    let (paper, _) = paint(&value(&own, "background-color"));
    let (ink, _) = paint(&value(&own, "color"));
    let ground = make("rect", &[("width", &w), ("height", &h), ("fill", &paper)])?;
    svg.append_child(&name).ok()?;
    svg.append_child(&ground).ok()?;
    let write = |lines: &[String], from: f64, size: f64, step: f64, weight: &str| -> Option<()> {
        for (at, line) in lines.iter().enumerate() {
            let y = tenths(from + at as f64 * size * step + size);
            let (x, size) = (tenths(margin), tenths(size));
            let place = [("x", x.as_str()), ("y", &y), ("font-size", &size)];
            let text = make("text", &place)?;
            text.set_text_content(Some(line));
            for (name, value) in [
                ("font-family", font.as_str()),
                ("font-weight", weight),
                ("fill", &ink),
            ] {
                text.set_attribute(name, value).ok()?;
            }
            svg.append_child(&text).ok()?;
        }
        Some(())
    };
    write(&titles, margin * 0.8, title_size, 1.3, "700")?;
    let mut down = top;
    for ((_, tall), copy) in &copies {
        let mut place = format!("translate({} {})", tenths(left), tenths(down));
        if format == Format::Square {
            place += &format!(" scale({})", decimals(scale)?);
        }
        copy.set_attribute("transform", &place).ok()?;
        svg.append_child(copy).ok()?;
        down += tall * scale;
    }
    write(
        &sources,
        total - below + source_size * 0.6,
        source_size,
        1.4,
        "400",
    )?;
    let svg = XmlSerializer::new().ok()?.serialize_to_string(&svg).ok()?;
    Some(Picture {
        svg,
        width: outer,
        height: total,
    })
}

/// The picture as PNG, `scale` pixels to each of its own; fewer when the browser could not draw so many. Nothing when it
/// refuses.
pub async fn png(picture: &Picture, scale: f64) -> Option<Vec<u8>> {
    let most = (MOST / (picture.width * picture.height)).sqrt();
    let scale = scale.min(most);
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let parts = js_sys::Array::of1(&JsValue::from_str(&picture.svg));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&url);
    let shown = JsFuture::from(image.decode()).await;
    let drawn = shown.ok().and_then(|_| {
        let canvas = canvas(&web_sys::window()?.document()?)?;
        let (width, height) = (picture.width * scale, picture.height * scale);
        canvas.set_width(width.round() as u32);
        canvas.set_height(height.round() as u32);
        context(&canvas)?
            .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
            .ok()?;
        Some(canvas)
    });
    let _ = Url::revoke_object_url(&url);
    let canvas = drawn?;
    let made = Promise::new(&mut |done: Function, refused: Function| {
        let given = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(given.unchecked_ref()).is_err() {
            let _ = refused.call0(&JsValue::NULL);
        }
    });
    let blob: Blob = JsFuture::from(made).await.ok()?.dyn_into().ok()?;
    let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

/// Brings what moves or appears to its end.
fn settle(drawing: &Element) {
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

/// The width and height of a drawing, in its own units.
fn size(drawing: &Element) -> Option<(f64, f64)> {
    let said = drawing.get_attribute("viewBox")?;
    let mut numbers = said.split(' ').skip(2).map(js_sys::parse_float);
    Some((numbers.next()?, numbers.next()?))
}

fn canvas(document: &Document) -> Option<HtmlCanvasElement> {
    document.create_element("canvas").ok()?.dyn_into().ok()
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// A number with three decimals. The browser writes it: what Rust has for that is long.
fn decimals(number: f64) -> Option<String> {
    js_sys::Number::from(number).to_fixed(3).ok()?.as_string()
}

/// A colour as every program reads it, and how opaque it is. One that is not seen is none.
fn paint(colour: &str) -> (String, f64) {
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
struct Copying<'w>(&'w Window);

impl Copying<'_> {
    /// A drawing as a group.
    fn root(&self, document: &Document, drawing: &Element) -> Option<Element> {
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
        let style = self.0.get_computed_style(from).ok()??;
        let mut now = INHERITED.map(|(name, _)| value(&style, name));
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
        let opacity = value(&style, "opacity");
        if opacity != "1" {
            copy.set_attribute("opacity", &opacity).ok()?;
        }
        // One that is set by a style is in pixels, which an attribute may not say.
        if from
            .get_attribute("style")
            .is_some_and(|it| it.contains("transform"))
        {
            copy.set_attribute("transform", &value(&style, "transform"))
                .ok()?;
        }
        let shape = matches!(
            from.tag_name().as_str(),
            "path" | "circle" | "rect" | "line" | "polygon" | "polyline" | "ellipse"
        );
        let bare = shape && !from.has_attribute("id") && now[0] == "none" && now[2] == "none";
        // What only paper shows is part of a picture, too: the page has it beside the drawing.
        let hidden =
            value(&style, "display") == "none" && !from.class_list().contains("tm-printed");
        let seen = !bare && !hidden && value(&style, "visibility") == "visible" && opacity != "0";
        Some((now, seen))
    }
}

/// Measures text, to break it into lines.
struct Pen<'f>(CanvasRenderingContext2d, &'f str);

impl<'f> Pen<'f> {
    fn new(document: &Document, font: &'f str) -> Option<Self> {
        Some(Self(context(&canvas(document)?)?, font))
    }

    fn width(&self, words: &str) -> f64 {
        self.0.measure_text(words).map_or(0.0, |it| it.width())
    }

    /// The words in lines that are no wider than `room`, as far as they can be broken.
    fn lines(&self, words: &str, size: f64, weight: u16, room: f64) -> Vec<String> {
        self.0
            .set_font(&format!("{weight} {}px {}", tenths(size), self.1));
        let mut lines: Vec<String> = Vec::new();
        for word in words.split(' ') {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}")) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
            // An address has no spaces.
            while let Some(line) = lines.last_mut().filter(|it| self.width(it) > room) {
                let letters: Vec<char> = line.chars().collect();
                let fits = (1..letters.len())
                    .rev()
                    .find(|it| self.width(&letters[..*it].iter().collect::<String>()) <= room);
                let Some(fits) = fits else { break };
                *line = letters[..fits].iter().collect();
                lines.push(letters[fits..].iter().collect());
            }
        }
        lines
    }
}
