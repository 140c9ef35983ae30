//! The contract as data: what a file may say (`model`, with its words, periods and quantities), reading it with every
//! problem in its place (`read`, `check`), and any of its items read the same way (`item`).

pub mod item;
pub mod model;
pub mod period;
pub mod quantity;
pub(crate) mod shape;
pub mod word;

pub use item::{Item, Part};
pub use model::{Contract, Id};
pub use word::{Kind, Lang, Step};
