//! A picture of the view: the drawings on the page as a graphic of its own that looks the same anywhere, without the style
//! sheet and without a font file. What the style sheet gives an element is written on it; what is not seen is left out.
//!
//! `data-` attributes stay, for tools: they say which item a mark stands for. What an element is called for the ear
//! becomes its title. Classes, roles and the way of the keyboard go.

mod copy;
mod legend;
mod pixels;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, XmlSerializer};

use crate::markup::tenths;
use copy::{Copying, decimals, paint, settle, value};
use pixels::Pen;
pub use pixels::png;

const SVG: &str = "http://www.w3.org/2000/svg";
/// The side of a square picture, and the room round every picture, in pixels.
const SQUARE: f64 = 1080.0;
const MARGIN: f64 = 24.0;
/// The least that a square shrinks a drawing to: below it nobody can read the words.
const SMALLEST: f64 = 0.45;

/// What a picture is taken of, as CSS selectors.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The drawings, from the top.
    pub drawings: String,
    /// The entries of the legend: each a sign and its words.
    pub legend: String,
}

impl Subject {
    /// The view: its drawings, without the charts, which are pictures of their own.
    #[must_use]
    pub fn view() -> Self {
        Self {
            drawings: ".tm-stage svg.tm-axis, .tm-stage svg.tm-drawing:not(.tm-chart)".to_owned(),
            legend: ".tm-stage > .tm-legend > li".to_owned(),
        }
    }

    /// The chart whose heading has this id.
    #[must_use]
    pub fn chart(id: &str) -> Self {
        let card = format!("figure[aria-labelledby={id}] > ");
        Self {
            drawings: format!("{card}svg.tm-chart"),
            legend: format!("{card}.tm-legend > li"),
        }
    }
}

/// The patterns that a chart is filled with.
const PATTERNS: &str = "svg.tm-patterns";

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

/// Takes a picture. Nothing when there is no drawing, when it is too high for a square, or when the browser refuses.
pub fn take(
    root: &HtmlElement,
    subject: &Subject,
    caption: &Caption<'_>,
    format: Format,
) -> Option<Picture> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let find = |selector: &str| -> Option<Vec<Element>> {
        let found = root.query_selector_all(selector).ok()?;
        let found = (0..found.length()).filter_map(|it| found.item(it)?.dyn_into().ok());
        Some(found.collect())
    };
    let drawings = find(&subject.drawings)?;
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
    let (title_size, legend_size, source_size, margin) = match format {
        Format::Natural => (19.0, 15.0, 13.0, MARGIN),
        Format::Square => (38.0, 24.0, 22.0, 2.0 * MARGIN),
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
    let entries = find(&subject.legend)?;
    let room = outer - 2.0 * margin;
    let (legend, legend_height) =
        legend::legend((&window, &document), &entries, &pen, legend_size, room)?;
    let above = margin + titles.len() as f64 * title_size * 1.3 + title_size * 0.5;
    let written = sources.len() as f64 * source_size * 1.4 + margin - source_size * 0.4;
    let below = source_size + legend_height + written;
    let (scale, total) = match format {
        Format::Natural => (1.0, above + height + below),
        Format::Square => {
            let (across, down) = (outer - 2.0 * margin, outer - above - below);
            let scale = (across / width).min(down / height);
            if scale < SMALLEST {
                return None;
            }
            (scale, outer)
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
    if copies.iter().any(|(_, it)| uses_patterns(it)) {
        for it in find(PATTERNS)? {
            let copy = Copying(&window).root(&document, &it)?;
            svg.append_child(&copy).ok()?;
        }
    }
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
    let place = format!(
        "translate({} {})",
        tenths(margin),
        tenths(total - below + source_size * 0.3)
    );
    let size = tenths(legend_size);
    for (name, value) in [
        ("transform", place.as_str()),
        ("font-family", &font),
        ("font-size", &size),
        ("fill", &ink),
    ] {
        legend.set_attribute(name, value).ok()?;
    }
    svg.append_child(&legend).ok()?;
    write(
        &sources,
        total - written - source_size * 0.4,
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

/// The width and height of a drawing, in its own units.
fn size(drawing: &Element) -> Option<(f64, f64)> {
    let [_, _, width, height] = view_box(drawing)?;
    Some((width, height))
}

/// The left and upper edge, the width and the height of what a drawing shows, in its own units.
fn view_box(drawing: &Element) -> Option<[f64; 4]> {
    let said = drawing.get_attribute("viewBox")?;
    let mut numbers = said.split(' ').map(js_sys::parse_float);
    Some([
        numbers.next()?,
        numbers.next()?,
        numbers.next()?,
        numbers.next()?,
    ])
}

/// Whether something in a copy is filled with a pattern.
fn uses_patterns(copy: &Element) -> bool {
    let found = copy.query_selector("[fill*='url(']");
    found.ok().flatten().is_some()
}
