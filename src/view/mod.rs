//! What is on the page. Each part of it is a function from the [`desk`] to markup; Leptos calls it again when what it
//! read has changed, and [`drawn`] makes the page follow. What is used on the page is an [`act`].

mod act;
mod alone;
mod app;
mod band;
mod commitments;
mod comparing;
mod controls;
mod desk;
mod drawn;
mod facts;
mod foot;
mod header;
mod keys;
mod links;
mod list;
#[cfg(feature = "whole")]
mod opening;
#[cfg(not(feature = "whole"))]
#[path = "first.rs"]
mod opening;
mod overview;
mod paint;
mod panel;
mod paper;
mod portfolio;
#[cfg(feature = "whole")]
mod saving;
mod shape;
mod share;

use band::{map, roadmap, scene, scrubber, stage, travel};
#[cfg(feature = "whole")]
use comparing::who;
use comparing::{abreast, beside, changes, matrix};

pub use app::{App, AppProps, show};
pub use desk::Desk;
pub use paint::{FirstPaint, first_paint};

/// Markup of this app.
type Node = crate::markup::Node<act::Act>;
