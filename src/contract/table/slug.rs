//! Texts without their accents, for comparing headers and words, and for ids.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Id;
use crate::text::case::lower_letter;

/// How long an id made of a title may be.
const LONGEST: usize = 60;

/// A letter in lower case without its accent; a subscript digit as a plain one.
pub(super) fn fold(letter: char) -> char {
    match lower_letter(letter) {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'æ' => 'a',
        'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ù' | 'ú' | 'û' => 'u',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ç' => 'c',
        'ñ' => 'n',
        '₂' | '²' => '2',
        other => other,
    }
}

/// The words of a text, folded, without signs: `Total costs (CO₂e)` is `total costs co2e`.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text.chars().map(fold).collect();
    let words = letters.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A text on one line, with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Ids that have been given: each is its own.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// How many have been asked for by the same name, so that ten thousand of them are soon told apart.
    asked: BTreeMap<String, usize>,
}

impl Ids {
    /// An id made of a title, or of `otherwise` when it has no letters: `elbussar`, and `elbussar-2` for the next.
    pub(super) fn give(&mut self, title: &str, otherwise: &str) -> Id {
        let mut slug = slug(title);
        if slug.is_empty() {
            otherwise.clone_into(&mut slug);
        }
        let asked = self.asked.entry(slug.clone()).or_default();
        loop {
            *asked += 1;
            let id = match *asked {
                1 => slug.clone(),
                number => format!("{slug}-{number}"),
            };
            if self.taken.insert(id.clone()) {
                return Id(id);
            }
        }
    }
}

/// A title in the letters of ids and of file names, cut at a dash.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in plain(title).split(' ') {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        let length = slug.len() + usize::from(!slug.is_empty()) + word.len();
        if length > LONGEST && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() && !word.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
        slug.truncate(LONGEST);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_title_in_plain_letters_and_its_own() {
        let mut ids = Ids::default();
        assert_eq!(
            ids.give("Elbussar på Öland, år 1", "x").0,
            "elbussar-pa-oland-ar-1"
        );
        assert_eq!(
            ids.give("elbussar (på öland) år 1!", "x").0,
            "elbussar-pa-oland-ar-1-2"
        );
        assert_eq!(ids.give("東京", "action").0, "action");
        assert_eq!(ids.give("action 2", "action").0, "action-2");
        assert_eq!(ids.give("–", "action").0, "action-3");
    }

    #[test]
    fn a_long_title_is_cut_at_a_dash() {
        let long = "Decrease car travel by shift to public transport and active mobility";
        assert_eq!(
            slug(long),
            "decrease-car-travel-by-shift-to-public-transport-and-active"
        );
        assert_eq!(slug(&"a".repeat(99)).len(), LONGEST);
    }
}
