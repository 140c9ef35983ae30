//! What is told by comparing: what changed between two versions, and what several contracts have side by side.

pub mod abreast;
pub mod beside;
pub mod changes;
pub mod matrix;
#[cfg(feature = "whole")]
pub mod who;
