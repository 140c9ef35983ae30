//! What is on screen, handed on: as HTML for another page ([`Snippet`]), as a line in a list of references ([`citation`])
//! and as a square for a phone to read ([`qr()`]).
//!
//! All of it is text that leaves the app, and stands for years in pages that nobody looks after. So it holds the address and
//! what the address cannot say, and nothing else; and whatever a contract or a link has in it, it stays text there.

mod citation;
mod qr;
mod shortcode;
mod snippet;

pub use citation::citation;
pub use qr::{Code, qr};
pub use snippet::{HEIGHTS, LOCAL, Snippet, is_only_here};
