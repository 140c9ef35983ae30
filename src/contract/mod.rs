//! The contract as data: what a file may say (`model`, with its words, periods and quantities), reading it with every
//! problem in its place (`read`, `check`), any of its items read the same way (`item`), and what changed between two
//! versions (`change`).

pub mod change;
pub mod check;
pub mod coverage;
pub mod index;
pub mod item;
pub mod model;
pub mod period;
pub mod problem;
pub mod quantity;
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod shared;
pub mod table;
pub mod word;

mod cycle;
pub(crate) mod decode;
mod fit;
mod locate;
mod nearest;
pub(crate) mod order;
mod path;
mod report;
pub(crate) mod shape;
mod tokens;

pub use change::{Change, Comparison, Delta};
pub use check::check;
pub use index::{Index, IndexEntry, read_index};
pub use item::{Item, Part};
pub use model::{Contract, Id};
pub use problem::{Code, Problem, Severity};
pub use read::{Opened, decode, open, read, read_bytes, read_trusted, settle};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use word::{Kind, Lang, Step};
