//! The words by which a cell says that something is not known.

use super::super::word::Reason;
use super::slug::plain;

/// Words with what they say. They may go on in other words, unless they are [`SHORT`].
const OPENINGS: &[(&str, Reason)] = &[
    ("tbd", Reason::InProgress),
    ("tbc", Reason::InProgress),
    ("to be decided", Reason::InProgress),
    ("to be determined", Reason::InProgress),
    ("to be defined", Reason::InProgress),
    ("to be confirmed", Reason::InProgress),
    ("to be calculated", Reason::InProgress),
    ("work in progress", Reason::InProgress),
    ("in progress", Reason::InProgress),
    ("under development", Reason::InProgress),
    ("under investigation", Reason::InProgress),
    ("ongoing", Reason::InProgress),
    ("under utredning", Reason::InProgress),
    ("under framtagande", Reason::InProgress),
    ("under arbete", Reason::InProgress),
    ("utreds", Reason::InProgress),
    ("pagar", Reason::InProgress),
    ("arbete pagar", Reason::InProgress),
    ("beslutas senare", Reason::InProgress),
    ("n a", Reason::NotApplicable),
    ("not applicable", Reason::NotApplicable),
    ("not relevant", Reason::NotApplicable),
    ("ej tillampligt", Reason::NotApplicable),
    ("ej tillamplig", Reason::NotApplicable),
    ("inte tillampligt", Reason::NotApplicable),
    ("ej aktuellt", Reason::NotApplicable),
    ("inte aktuellt", Reason::NotApplicable),
    ("ej relevant", Reason::NotApplicable),
    ("inte relevant", Reason::NotApplicable),
    ("not available", Reason::NotStated),
    ("not stated", Reason::NotStated),
    ("not specified", Reason::NotStated),
    ("no data", Reason::NotStated),
    ("no information", Reason::NotStated),
    ("uppgift saknas", Reason::NotStated),
    ("uppgifter saknas", Reason::NotStated),
    ("ingen uppgift", Reason::NotStated),
    ("ej angivet", Reason::NotStated),
    ("ej angiven", Reason::NotStated),
    ("inte angivet", Reason::NotStated),
    ("included in", Reason::NotQuantified),
    ("ingar i", Reason::NotQuantified),
    ("within ordinary operations", Reason::NotQuantified),
    ("inom ordinarie verksamhet", Reason::NotQuantified),
    ("within existing budget", Reason::NotQuantified),
    ("inom befintlig budget", Reason::NotQuantified),
    ("not quantified", Reason::NotQuantified),
    ("not calculated", Reason::NotQuantified),
    ("not estimated", Reason::NotQuantified),
    ("ej kvantifierat", Reason::NotQuantified),
    ("ej kvantifierad", Reason::NotQuantified),
    ("inte kvantifierat", Reason::NotQuantified),
    ("ej beraknat", Reason::NotQuantified),
    ("ej beraknad", Reason::NotQuantified),
    ("inte beraknat", Reason::NotQuantified),
];

/// Words that say it only when nothing follows them: `no` begins other sentences too.
const SHORT: &[(&str, Reason)] = &[
    ("na", Reason::NotApplicable),
    ("no", Reason::NotStated),
    ("nej", Reason::NotStated),
    ("saknas", Reason::NotStated),
    ("okant", Reason::NotStated),
    ("unknown", Reason::NotStated),
];

/// What the cell's first words say of why something is not known, and whether they are the whole cell.
#[must_use]
pub fn unknown(cell: &str) -> Option<(Reason, bool)> {
    let words = plain(cell);
    if words.is_empty() {
        // A dash, a question mark: somebody saw the cell and had nothing to put there.
        return (!cell.trim().is_empty()).then_some((Reason::NotStated, true));
    }
    let whole = OPENINGS.iter().chain(SHORT);
    if let Some((_, reason)) = whole.into_iter().find(|(known, _)| *known == words) {
        return Some((*reason, true));
    }
    let goes_on = |known: &str| {
        let rest = words.strip_prefix(known);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let known = OPENINGS.iter().find(|(known, _)| goes_on(known))?;
    Some((known.1, false))
}

/// What the whole cell says of why something is not known.
#[must_use]
pub fn wholly_unknown(cell: &str) -> Option<Reason> {
    unknown(cell).filter(|(_, whole)| *whole).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_say_why_something_is_not_known() {
        for (cell, said) in [
            ("TBD", Some((Reason::InProgress, true))),
            ("TBD, (reducing fuel)", Some((Reason::InProgress, false))),
            ("Pågår", Some((Reason::InProgress, true))),
            ("N/a", Some((Reason::NotApplicable, true))),
            ("Not relevant.", Some((Reason::NotApplicable, true))),
            ("Ej tillämpligt", Some((Reason::NotApplicable, true))),
            ("–", Some((Reason::NotStated, true))),
            ("no", Some((Reason::NotStated, true))),
            ("No emissions at all", None),
            ("Ingår i åtgärd 3", Some((Reason::NotQuantified, false))),
            ("Nature", None),
            ("tbdx", None),
            (" ", None),
        ] {
            assert_eq!(unknown(cell), said, "{cell}");
        }
    }
}
