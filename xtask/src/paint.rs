//! `paint`: the contract that comes with the app, written into a built page for whoever reads it without the program:
//! search engines, old browsers, readers without script. `build` does this by itself.

use std::path::Path;

use crate::Outcome;

/// Runs this command again with the app's types compiled in.
#[cfg(not(feature = "schema"))]
pub fn run(page: &Path) -> Outcome {
    use crate::project::{self, say, with_the_types};
    say("Writing the contract into the page, as a list (compiling what draws it)");
    project::run(with_the_types(&["paint"]).arg(page))
}

/// Writes what the page says without the program in the places that index.html keeps for it.
#[cfg(feature = "schema")]
pub fn run(page: &Path) -> Outcome {
    use crate::project::root;
    use std::fs;
    use transition_map::contract::{Lang, open};
    use transition_map::view::first_paint;

    let failed = |error: std::io::Error| format!("the page could not be written: {error}.");
    let text = fs::read_to_string(root().join("public/contracts/orebro.json")).map_err(failed)?;
    let contract = open(&text)
        .map_err(|problems| format!("orebro.json has {} problems.", problems.len()))?
        .contract;
    let first = first_paint(&contract, Lang::Sv).ok_or("orebro.json has no version.")?;
    let html = fs::read_to_string(page).map_err(failed)?;
    let html = painted(&html, &first)?;
    fs::write(page, html).map_err(failed)
}

/// The places that index.html keeps: what they hold until then, and after trunk.
#[cfg(feature = "schema")]
const PLACES: [&str; 3] = [
    "<title>Omställningskartan</title>",
    "\"Klimatkontrakt 2030 som omställningskarta och färdplan.\"",
    "<first-paint></first-paint>",
];

#[cfg(feature = "schema")]
fn painted(page: &str, first: &transition_map::view::FirstPaint) -> Outcome<String> {
    use transition_map::markup::{Node, text};
    let escaped = |words: &str| {
        let words: Node<()> = text(words);
        words.to_html()
    };
    let put = [
        format!("<title>{}</title>", escaped(&first.title)),
        format!("\"{}\"", escaped(&first.description)),
        first.html.clone(),
    ];
    let mut page = page.to_owned();
    for (place, words) in PLACES.iter().zip(&put) {
        if page.matches(place).count() != 1 {
            return Err(format!("index.html has no place for {place}."));
        }
        page = page.replacen(place, words, 1);
    }
    Ok(page)
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use super::painted;
    use transition_map::view::FirstPaint;

    #[test]
    fn the_page_gets_the_contract_in_the_places_that_it_keeps() {
        let first = FirstPaint {
            title: "A & B".to_owned(),
            description: "\"C\"".to_owned(),
            html: "<main></main>".to_owned(),
        };
        let page = include_str!("../../index.html");
        let done = painted(page, &first).expect("it keeps them");
        for words in [
            "<title>A &amp; B</title>",
            "\"&quot;C&quot;\"",
            "<main></main>",
        ] {
            assert!(done.contains(words), "{words}");
        }
        assert!(painted(&done, &first).is_err(), "once");
    }
}
