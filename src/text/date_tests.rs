//! Dates and periods in both languages.

use proptest::prelude::*;

use super::*;

/// In the tables `_` stands for a space that does not break.
fn nbsp(text: &str) -> String {
    text.replace('_', "\u{a0}")
}

#[test]
fn every_notation_is_said_as_finely_as_it_is_written() {
    let rows = [
        ("2030", "2030", "2030"),
        ("2026-03", "mars_2026", "March_2026"),
        ("2025-12-09", "9_december_2025", "9_December_2025"),
        ("2026-21", "våren_2026", "spring_2026"),
        ("2026-22", "sommaren_2026", "summer_2026"),
        ("2026-23", "hösten_2026", "autumn_2026"),
        ("2026-24", "vintern_2026–27", "winter_2026–27"),
        ("2008-24", "vintern_2008–09", "winter_2008–09"),
        ("2099-24", "vintern_2099–2100", "winter_2099–2100"),
        ("2025/2026", "2025–2026", "2025–2026"),
        ("2025/2025", "2025", "2025"),
        ("2026-03/2026-05", "mars–maj_2026", "March–May_2026"),
        (
            "2025-11/2026-02",
            "november_2025_– februari_2026",
            "November_2025_– February_2026",
        ),
        (
            "2025-12-09/2025-12-12",
            "9–12_december_2025",
            "9–12_December_2025",
        ),
        (
            "2025-12-31/2026-01-02",
            "31_december_2025_– 2_januari_2026",
            "31_December_2025_– 2_January_2026",
        ),
        (
            "2024-23/2026-21",
            "hösten_2024_– våren_2026",
            "autumn_2024_– spring_2026",
        ),
        ("2024-23/2030", "hösten_2024_– 2030", "autumn_2024_– 2030"),
        (
            "2024-23/..",
            "hösten_2024_– pågår_vidare",
            "autumn_2024_– ongoing",
        ),
        (
            "2024-23/",
            "hösten_2024_– slut_ej_angivet",
            "autumn_2024_– end_not_stated",
        ),
        (
            "/2030",
            "start_ej_angiven_– 2030",
            "start_not_stated_– 2030",
        ),
        ("../2030", "till och med 2030", "up to and including 2030"),
    ];
    for (text, sv, en) in rows {
        let said = [Lang::Sv, Lang::En].map(|lang| period(&Period(text.to_owned()), lang));
        assert_eq!(said, [nbsp(sv), nbsp(en)], "{text}");
    }
}

#[test]
fn doubt_is_said_of_the_end_it_is_about() {
    let rows = [
        ("2025?", "2025 (osäkert)", "2025 (uncertain)"),
        (
            "2026-21~",
            "våren_2026 (osäkert)",
            "spring_2026 (uncertain)",
        ),
        (
            "2025?/2026?",
            "2025–2026 (osäkert)",
            "2025–2026 (uncertain)",
        ),
        (
            "2025?/2026",
            "2025–2026 (starten osäker)",
            "2025–2026 (start uncertain)",
        ),
        (
            "2025/2026~",
            "2025–2026 (slutet osäkert)",
            "2025–2026 (end uncertain)",
        ),
        (
            "2025?/..",
            "2025_– pågår_vidare (starten osäker)",
            "2025_– ongoing (start uncertain)",
        ),
        (
            "/2030?",
            "start_ej_angiven_– 2030 (slutet osäkert)",
            "start_not_stated_– 2030 (end uncertain)",
        ),
    ];
    for (text, sv, en) in rows {
        let said = [Lang::Sv, Lang::En].map(|lang| period(&Period(text.to_owned()), lang));
        assert_eq!(said, [nbsp(sv), nbsp(en)], "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_given_as_written() {
    for text in ["", "våren 2026", "2026/2025", "Q3 2026", "../.."] {
        assert_eq!(period(&Period(text.to_owned()), Lang::Sv), text);
    }
}

#[test]
fn every_month_has_its_name() {
    let said = [1, 5, 8, 10, 12].map(|at| (month(at, Lang::Sv), month(at, Lang::En)));
    let expected = [
        ("januari", "January"),
        ("maj", "May"),
        ("augusti", "August"),
        ("oktober", "October"),
        ("december", "December"),
    ];
    assert_eq!(said, expected);
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "[0-9/.?~% -]{0,24}") {
        prop_assert_eq!(period(&Period(text.clone()), Lang::Sv).is_empty(), text.is_empty());
        prop_assert_eq!(period(&Period(text.clone()), Lang::En).is_empty(), text.is_empty());
    }
}
