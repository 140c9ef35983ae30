//! See the crate's map in lib.rs.
