//! The built app in a real browser: `dist/` served with the headers of a real host, and driven as a reader would.
//!
//! `cargo xtask test` runs these after the build, in Chromium and in Firefox. While working on one: `cargo xtask build` once,
//! then `cargo test --features browser --test browser -- name_of_the_scenario`; with `BROWSER=firefox` it is in Firefox.
//! A scenario that Firefox cannot be driven through is in a module `in_chromium`, which says why.
//!
//! A scenario is a sentence, and says in some ten lines what a reader does and then sees; see `support` for what it can
//! do. Every scenario also fails when the console shows an error (a breach of the Content-Security-Policy is one) or a
//! request leaves the app's own origin, and then leaves a picture of the page in target/screenshots.
#![allow(clippy::unwrap_used, reason = "tests")]

mod accessibility;
mod clean;
mod compare;
mod embedded;
mod faults;
mod filters;
mod harness;
mod hostile;
mod keys;
mod lists;
mod map;
mod opening;
mod orebro;
mod paint;
mod paper;
mod pictures;
mod portfolio;
mod programs;
mod refusing;
mod roadmap;
mod scrubber;
mod several;
mod share;
mod start;
mod strands;
#[allow(
    dead_code,
    reason = "a vocabulary is larger than what today's scenarios say"
)]
mod support;
mod svg;
mod tables;
mod travel;
mod url;
