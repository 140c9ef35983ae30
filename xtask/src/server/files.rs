//! Which file a path means, and of what type it is.

use std::path::{Path, PathBuf};

/// What a path means.
pub(super) enum Found {
    /// A file, by its whole path.
    File(PathBuf),
    /// A folder, asked for as if it were a file.
    FolderWithoutSlash,
}

/// The file that a path within a folder means. A path that would lead out of the folder means nothing.
pub(super) fn find(folder: &Path, path: &str) -> Option<Found> {
    let parts: Vec<&str> = path.split('/').collect();
    if parts
        .iter()
        .any(|part| *part == "." || *part == ".." || part.contains(['\\', ':', '\0']))
    {
        return None;
    }
    let folder = folder.canonicalize().ok()?;
    let mut file = parts
        .iter()
        .filter(|part| !part.is_empty())
        .fold(folder.clone(), |file, part| file.join(part));
    if file.is_dir() {
        if !(path.is_empty() || path.ends_with('/')) {
            return Some(Found::FolderWithoutSlash);
        }
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?; // a link out of the folder is found here
    (file.is_file() && file.starts_with(folder)).then_some(Found::File(file))
}

/// The media type of a file, by its name.
#[must_use]
pub fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
