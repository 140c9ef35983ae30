//! What someone probably meant by a word that does not exist.

use crate::text::case::lower_letter;

/// The candidate most like `word`, if any is like it at all. Case, `-`, `_`, spaces and the dots of å, ä and ö count for
/// nothing.
pub(crate) fn nearest<'c>(
    word: &str,
    candidates: &mut dyn Iterator<Item = &'c str>,
) -> Option<&'c str> {
    let word = fold(word);
    if word.len() > MAX_LENGTH {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let folded = fold(candidate);
        let limit = (word.len().min(folded.len()) / 3).max(1);
        if word.len().abs_diff(folded.len()) > limit || folded.len() < 2 {
            continue;
        }
        let distance = distance(&word, &folded);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The word of the format that `found` most likely stands for: the one that a Swede would say so, or the most alike.
pub(crate) fn nearest_word(found: &str, words: &'static [&'static str]) -> Option<&'static str> {
    let folded = fold(found);
    let mut spoken = SPOKEN
        .iter()
        .filter(|(said, word)| words.contains(word) && fold(said) == folded);
    spoken
        .next()
        .map(|(_, word)| *word)
        .or_else(|| nearest(found, &mut words.iter().copied()))
}

const MAX_LENGTH: usize = 64;

/// Everyday words for the format's.
#[rustfmt::skip] // a table
const SPOKEN: &[(&str, &str)] = &[
    ("föreslagen", "proposed"), ("planerad", "proposed"), ("planned", "proposed"), ("beslutad", "decided"),
    ("påbörjad", "started"), ("pågår", "started"), ("pågående", "started"), ("ongoing", "started"),
    ("in_progress", "started"), ("klar", "done"), ("genomförd", "done"), ("avslutad", "done"), ("completed", "done"),
    ("pausad", "paused"), ("avbruten", "dropped"), ("struken", "dropped"), ("cancelled", "dropped"),
    ("okänd", "unknown"), ("okänt", "unknown"),
    ("kommun", "municipality"), ("city", "municipality"), ("myndighet", "authority"), ("agency", "authority"),
    ("företag", "company"), ("business", "company"), ("universitet", "academia"), ("akademi", "academia"),
    ("university", "academia"), ("civilsamhälle", "civil_society"), ("redaktör", "editor"),
    ("styrning", "governance"), ("analys", "analysis"), ("finansiering", "financing"), ("finansiering", "finance"),
    ("teknik", "technology"), ("social innovation", "social_innovation"), ("delaktighet", "participation"),
    ("lärande", "learning"), ("infrastruktur", "infrastructure"), ("natur", "nature"),
    ("mandat", "mandate"), ("systemet", "system"), ("portfölj", "portfolio"), ("genomför", "action"),
    ("genomförande", "action"),
    ("kommunkoncernen", "organisation"), ("koncernen", "organisation"), ("geografiskt", "territory"),
    ("klimatneutral", "climate_neutral"), ("klimatpositiv", "climate_positive"), ("fossilfri", "fossil_free"),
    ("minskning", "reduction"), ("annat", "other"),
    ("aktivitetsplan", "activity_plan"), ("klimatinvesteringsplan", "investment_plan"),
    ("klimatplan", "climate_plan"), ("budgetuppdrag", "budget_assignment"),
    ("uppmätt", "measured"), ("beräknad", "calculated"), ("uppskattad", "estimated"),
    ("hela", "full"), ("utdrag", "excerpt"),
    ("ej angivet", "not_stated"), ("ej kvantifierat", "not_quantified"), ("ej tillämpligt", "not_applicable"),
    ("pågår", "in_progress"), ("pågående", "in_progress"),
    ("mkr", "MSEK"), ("mnkr", "MSEK"), ("miljoner kronor", "MSEK"), ("tkr", "kSEK"), ("kr", "SEK"),
    ("kronor", "SEK"), ("euro", "EUR"), ("miljoner euro", "MEUR"),
    ("ton", "tCO2e"), ("ton CO2e", "tCO2e"), ("ton CO2e/år", "tCO2e/yr"), ("ton/år", "tCO2e/yr"),
    ("MWh", "MWh/yr"), ("MWh/år", "MWh/yr"),
    ("svenska", "sv"), ("engelska", "en"),
];

/// The letters that count, each as one.
fn fold(word: &str) -> Vec<char> {
    let letters = word.trim().chars().take(MAX_LENGTH + 1).map(lower_letter);
    let folded = letters.map(|letter| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        '-' | ' ' => '_',
        _ => letter,
    });
    folded.collect()
}

/// How many letters must be changed, added, taken away or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let changed = last[j] + usize::from(from != to);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::word::{Lever, PartyKind, Status, Unit};

    #[test]
    fn a_slip_finds_its_word() {
        for (slip, words, word) in [
            ("stared", Status::TEXTS, Some("started")),
            ("Started", Status::TEXTS, Some("started")),
            ("strated", Status::TEXTS, Some("started")),
            ("civil society", PartyKind::TEXTS, Some("civil_society")),
            ("påbörjad", Status::TEXTS, Some("started")),
            ("mkr", Unit::TEXTS, Some("MSEK")),
            ("finansiering", Lever::TEXTS, Some("finance")),
            ("giraff", Status::TEXTS, None),
            ("", Status::TEXTS, None),
        ] {
            assert_eq!(nearest_word(slip, words), word, "{slip}");
        }
    }

    #[test]
    fn every_spoken_word_leads_to_a_word_of_the_format() {
        let schema = crate::contract::schema();
        for (said, word) in SPOKEN {
            assert!(
                schema.contains(&format!("\"{word}\"")),
                "{said} leads to {word}"
            );
        }
    }
}
