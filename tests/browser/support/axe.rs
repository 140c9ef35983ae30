//! axe-core, which knows a good part of WCAG.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::Page;

/// The rules of WCAG 2.0 to 2.2, levels A and AA.
const WCAG: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// A rule that the page breaks, and where.
#[derive(Debug, Deserialize)]
pub struct Violation {
    id: String,
    help: String,
    places: Vec<String>,
}

impl Page {
    /// What axe-core finds on the page as it now is.
    pub async fn axe(&self) -> Vec<Violation> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/tools/npm/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file).unwrap_or_else(|error| {
            panic!("axe-core is missing ({error}); `cargo xtask build` installs it")
        });
        // Handed over by the driver, it needs no leave from the page's policy.
        self.run(&axe).await;
        self.js(&format!(
            "axe.run({{ runOnly: {WCAG:?} }}).then((result) => result.violations.map((rule) => ({{
               id: rule.id,
               help: rule.help,
               places: rule.nodes.map((node) => `${{node.target.join(' ')}}: ${{node.failureSummary.replaceAll('\\n', ' ')}}`),
             }})))"
        ))
        .await
    }

    /// Fails with what axe-core finds, one line a place.
    pub async fn assert_accessible(&self) {
        let violations = self.axe().await;
        let lines = violations
            .iter()
            .flat_map(|Violation { id, help, places }| {
                places
                    .iter()
                    .map(move |place| format!("{id} ({help}) at {place}"))
            });
        let lines: Vec<String> = lines.collect();
        assert!(lines.is_empty(), "axe-core finds:\n{}", lines.join("\n"));
    }
}
