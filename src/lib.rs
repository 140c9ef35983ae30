//! Omställningskartan: a municipality's climate contract as the transition map and as the roadmap.

pub mod contract;
pub mod journey;
pub mod state;
pub mod text;
