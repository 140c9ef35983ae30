//! Contract files: what is read, what is refused, and what is said about it.

mod laws;
mod problems;
mod samples;
mod schema;
mod sentences;
mod size;

use std::path::{Path, PathBuf};

/// A file or folder of the project.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    std::fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of the files in a folder, without `.json`.
fn names(folder: &str) -> Vec<String> {
    let files = std::fs::read_dir(project(folder)).expect(folder);
    let mut names: Vec<String> = files
        .filter_map(|file| {
            file.ok()?
                .file_name()
                .to_str()?
                .strip_suffix(".json")
                .map(str::to_owned)
        })
        .collect();
    names.sort();
    names
}
