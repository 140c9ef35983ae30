//! What the files of the app cost over the network.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::Outcome;

/// What the app reads by itself on a first visit, besides what its page names.
const READ_AT_START: [&str; 2] = ["contracts/index.json", "contracts/orebro.json"];

/// The files of a built app with their sizes in bytes, the largest first.
pub struct Sizes(Vec<Entry>);

struct Entry {
    /// Path from the folder of the app, with `/`.
    path: String,
    plain: u64,
    /// With brotli at its highest quality, as a host that compresses ahead would send it.
    brotli: u64,
    first_visit: bool,
}

impl Sizes {
    /// Measures every file in the folder of a built app.
    pub fn measure(folder: &Path) -> Outcome<Self> {
        let mut entries = Vec::new();
        let page = fs::read_to_string(folder.join("index.html"))
            .map_err(|error| format!("dist/index.html could not be read: {error}."))?;
        collect(folder, folder, &page, &mut entries)
            .map_err(|error| format!("a file in dist/ could not be measured: {error}."))?;
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.brotli));
        Ok(Self(entries))
    }

    /// Bytes of a first visit: the page, what it names, and what the app reads at its start.
    pub fn first_visit(&self) -> u64 {
        self.0
            .iter()
            .filter(|entry| entry.first_visit)
            .map(|entry| entry.brotli)
            .sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>10} {:>10}", "bytes", "brotli")?;
        for Entry {
            path,
            plain,
            brotli,
            first_visit,
        } in &self.0
        {
            writeln!(
                f,
                "{plain:>10} {brotli:>10} {} {path}",
                if *first_visit { '*' } else { ' ' }
            )?;
        }
        writeln!(f, "{:>10} {:>10} * a first visit", "", self.first_visit())
    }
}

fn collect(root: &Path, folder: &Path, page: &str, entries: &mut Vec<Entry>) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let file = item?.path();
        if file.is_dir() {
            collect(root, &file, page, entries)?;
            continue;
        }
        let path = file
            .strip_prefix(root)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        let bytes = fs::read(&file)?;
        let first_visit =
            path == "index.html" || READ_AT_START.contains(&path.as_str()) || names(page, &path);
        entries.push(Entry {
            plain: bytes.len() as u64,
            brotli: with_brotli(&bytes)?,
            first_visit,
            path,
        });
    }
    Ok(())
}

/// Whether an attribute of the page is this path, written from the page's own folder. Where the whole program is does not
/// count: it is fetched when it is called for. Nor do pages that are linked to.
fn names(page: &str, path: &str) -> bool {
    if path.starts_with("whole-") || path.ends_with(".html") {
        return false;
    }
    ["", "./"].iter().any(|base| {
        page.contains(&format!("\"{base}{path}\""))
            || page.contains(&format!("={base}{path}>"))
            || page.contains(&format!("={base}{path} "))
    })
}

fn with_brotli(bytes: &[u8]) -> io::Result<u64> {
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22; // the largest that browsers take
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, QUALITY, WINDOW);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len() as u64)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_first_visit_counts_what_the_page_names_quoted_or_not() {
        let page = r#"<link rel=icon href=./favicon.svg><script data-js="./app-1.js" src=boot.js type=module></script>"#;
        assert!(names(page, "favicon.svg") && names(page, "app-1.js") && names(page, "boot.js"));
        assert!(!names(page, "contract.schema.json") && !names(page, "app-1"));
        let page =
            r#"<script id=boot data-whole-js=./whole-app-1.js data-js=./app-1.js src=boot.js>"#;
        assert!(names(page, "app-1.js") && !names(page, "whole-app-1.js"));
        assert!(!names("<a href=\"privacy.html\">", "privacy.html"));
    }
}
