//! What the project's commands and its browser tests have in common: the server that both of them look at the app through.

pub mod server;
