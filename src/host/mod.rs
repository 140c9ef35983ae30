//! Where the app runs: everything it asks of the browser, in one place.

pub mod clipboard;
pub mod download;
pub mod events;
pub mod fetch;
pub mod held;
pub mod page;
pub mod picture;
pub mod single;
pub mod size;
pub mod whole;
