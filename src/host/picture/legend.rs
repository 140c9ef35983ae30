//! The legend of a drawing, which the page has as a list beside it: its signs and their words, in lines.

use web_sys::{Document, Element, Window};

use super::copy::{Copying, decimals};
use super::pixels::Pen;
use super::{SVG, view_box};
use crate::markup::tenths;

/// The font size on the page, which the signs are drawn for.
const SIZE: f64 = 15.0;
/// What is free between a sign and its words, and between two entries, to a font size.
const NEAR: f64 = 0.4;
const APART: f64 = 1.3;
/// From entry to entry below it, and from line to line of one entry, to a font size.
const LINE: f64 = 1.75;
const CLOSE: f64 = 1.3;

/// The entries of a legend as a group of this width at most, and its height. Empty when there are none.
pub fn legend(
    (window, document): (&Window, &Document),
    entries: &[Element],
    pen: &Pen<'_>,
    size: f64,
    room: f64,
) -> Option<(Element, f64)> {
    let group = document.create_element_ns(Some(SVG), "g").ok()?;
    let (mut x, mut line) = (0.0, 0.0);
    for it in entries {
        let sign = it.query_selector("svg").ok().flatten()?;
        let [left, top, width, height] = view_box(&sign)?;
        let scale = size / SIZE;
        let words = it.text_content().unwrap_or_default();
        let before = width * scale + size * NEAR;
        let lines = pen.lines(&words, size, 400, room - before);
        let widths = lines.iter().map(|it| pen.width(it, size, 400));
        let wide = before + widths.fold(0.0, f64::max);
        if x > 0.0 && x + wide > room {
            (x, line) = (0.0, line + 1.0);
        }
        let middle = (line + 0.5) * size * LINE;
        let copy = Copying(window).root(document, &sign)?;
        let place = format!(
            "translate({} {}) scale({}) translate({} {})",
            tenths(x),
            tenths(middle - height * scale / 2.0),
            decimals(scale)?,
            tenths(-left),
            tenths(-top)
        );
        copy.set_attribute("transform", &place).ok()?;
        group.append_child(&copy).ok()?;
        for (at, words) in lines.iter().enumerate() {
            let text = document.create_element_ns(Some(SVG), "text").ok()?;
            text.set_text_content(Some(words));
            text.set_attribute("x", &tenths(x + before)).ok()?;
            let down = size * (0.36 + CLOSE * at as f64);
            text.set_attribute("y", &tenths(middle + down)).ok()?;
            group.append_child(&text).ok()?;
        }
        line += (lines.len().max(1) - 1) as f64 * CLOSE / LINE;
        x += wide + size * APART;
    }
    let lines = if entries.is_empty() { 0.0 } else { line + 1.0 };
    Some((group, lines * size * LINE))
}
