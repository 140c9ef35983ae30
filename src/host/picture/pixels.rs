//! A picture in pixels, and text as wide as it will be drawn: what the browser's canvas is for.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlImageElement,
    Url,
};

use super::Picture;
use crate::markup::tenths;

/// The most pixels that a browser on a telephone draws.
const MOST: f64 = 16_000_000.0;

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

fn canvas(document: &Document) -> Option<HtmlCanvasElement> {
    document.create_element("canvas").ok()?.dyn_into().ok()
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Measures text, to break it into lines.
pub struct Pen<'f>(CanvasRenderingContext2d, &'f str);

impl<'f> Pen<'f> {
    /// One that writes in a font.
    pub fn new(document: &Document, font: &'f str) -> Option<Self> {
        Some(Self(context(&canvas(document)?)?, font))
    }

    /// How wide words are.
    pub fn width(&self, words: &str, size: f64, weight: u16) -> f64 {
        self.0
            .set_font(&format!("{weight} {}px {}", tenths(size), self.1));
        self.measure(words)
    }

    fn measure(&self, words: &str) -> f64 {
        self.0.measure_text(words).map_or(0.0, |it| it.width())
    }

    /// The words in lines that are no wider than `room`, as far as they can be broken.
    pub fn lines(&self, words: &str, size: f64, weight: u16, room: f64) -> Vec<String> {
        self.0
            .set_font(&format!("{weight} {}px {}", tenths(size), self.1));
        let mut lines: Vec<String> = Vec::new();
        for word in words.split(' ') {
            match lines.last_mut() {
                Some(line) if self.measure(&format!("{line} {word}")) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
            // An address has no spaces.
            while let Some(line) = lines.last_mut().filter(|it| self.measure(it) > room) {
                let letters: Vec<char> = line.chars().collect();
                let fits = (1..letters.len())
                    .rev()
                    .find(|it| self.measure(&letters[..*it].iter().collect::<String>()) <= room);
                let Some(fits) = fits else { break };
                *line = letters[..fits].iter().collect();
                lines.push(letters[fits..].iter().collect());
            }
        }
        lines
    }
}
