//! Figures in both languages. In the tables `_` stands for a space that does not break.

use proptest::prelude::*;

use super::*;

fn nbsp(text: &str) -> String {
    text.replace('_', "\u{a0}")
}

fn both(sv: &str, en: &str) -> [String; 2] {
    [nbsp(sv), nbsp(en)]
}

fn said(write: impl Fn(Lang) -> String) -> [String; 2] {
    [write(Lang::Sv), write(Lang::En)]
}

#[test]
fn numbers_are_grouped_and_keep_their_decimals() {
    let rows = [
        (0.0, "0", "0"),
        (-0.0, "0", "0"),
        (7.0, "7", "7"),
        (999.0, "999", "999"),
        (1000.0, "1_000", "1,000"),
        (2000.0, "2_000", "2,000"),
        (12_345.0, "12_345", "12,345"),
        (347_634.0, "347_634", "347,634"),
        (1_234_567.0, "1_234_567", "1,234,567"),
        (0.5, "0,5", "0.5"),
        (1234.5, "1_234,5", "1,234.5"),
        (2.25, "2,25", "2.25"),
        (1.0 / 3.0, "0,333", "0.333"),
        (0.1 + 0.2, "0,3", "0.3"),
        (999.9996, "1_000", "1,000"),
        (0.000_042, "0,000042", "0.000042"),
        (0.000_123_456, "0,000123", "0.000123"),
        (-5.0, "−5", "−5"),
        (-1234.5, "−1_234,5", "−1,234.5"),
        (f64::NAN, "–", "–"),
        (f64::INFINITY, "–", "–"),
    ];
    for (value, sv, en) in rows {
        assert_eq!(said(|lang| number(value, lang)), both(sv, en), "{value}");
    }
}

#[test]
fn computed_numbers_are_rounded_and_never_minus_zero() {
    let rows = [
        (46.62, 0, "47", "47"),
        (46.62, 1, "46,6", "46.6"),
        (46.0, 1, "46", "46"),
        (-0.4, 0, "0", "0"),
        (-0.6, 0, "−1", "−1"),
        (416_489.4, 0, "416_489", "416,489"),
    ];
    for (value, decimals, sv, en) in rows {
        assert_eq!(
            said(|lang| rounded(value, decimals, lang)),
            both(sv, en),
            "{value}"
        );
    }
}

#[test]
fn whole_numbers_and_counts() {
    let rows = [
        (0, "0", "0"),
        (-1, "−1", "−1"),
        (100_000, "100_000", "100,000"),
        (
            i64::MIN,
            "−9_223_372_036_854_775_808",
            "−9,223,372,036,854,775,808",
        ),
    ];
    for (value, sv, en) in rows {
        assert_eq!(said(|lang| integer(value, lang)), both(sv, en), "{value}");
    }
    let counts = [
        (0, "0_åtaganden"),
        (1, "1_åtagande"),
        (2, "2_åtaganden"),
        (1200, "1_200_åtaganden"),
    ];
    for (count, sv) in counts {
        assert_eq!(counted(count, "åtagande", "åtaganden", Lang::Sv), nbsp(sv));
    }
    assert_eq!(
        counted(1200, "item", "items", Lang::En),
        nbsp("1,200_items")
    );
}

#[test]
fn amounts_stand_with_their_unit_on_one_line() {
    use Amount::{Exact, Range};
    use Unit::{
        Eur, KiloSek, MegaEur, MegaSek, MegawattHourPerYear, Sek, TonneCo2e, TonneCo2ePerYear,
    };
    let rows = [
        (Exact(2000.0), Some(MegaSek), "2_000_MSEK", "2,000_MSEK"),
        (Exact(1.0), Some(TonneCo2e), "1_ton_CO₂e", "1_tonne_CO₂e"),
        (
            Exact(1.0),
            Some(TonneCo2ePerYear),
            "1_ton_CO₂e per_år",
            "1_tonne_CO₂e a_year",
        ),
        (
            Exact(0.5),
            Some(TonneCo2e),
            "0,5_ton_CO₂e",
            "0.5_tonnes_CO₂e",
        ),
        (Exact(0.0), Some(TonneCo2e), "0_ton_CO₂e", "0_tonnes_CO₂e"),
        (
            Exact(-400.0),
            Some(TonneCo2ePerYear),
            "−400_ton_CO₂e per_år",
            "−400_tonnes_CO₂e a_year",
        ),
        (Exact(50_000.0), Some(Sek), "50_000_kr", "50,000_SEK"),
        (Exact(50.0), Some(KiloSek), "50_tkr", "50_kSEK"),
        (Exact(9.5), Some(Eur), "9,5_euro", "9.5_EUR"),
        (Exact(1.2), Some(MegaEur), "1,2_MEUR", "1.2_MEUR"),
        (
            Exact(10_000.0),
            Some(MegawattHourPerYear),
            "10_000_MWh per_år",
            "10,000_MWh a_year",
        ),
        (Exact(12.0), None, "12", "12"),
        (
            Range(Some(5000.0), Some(13_000.0)),
            Some(TonneCo2ePerYear),
            "5_000–13_000_ton_CO₂e per_år",
            "5,000–13,000_tonnes_CO₂e a_year",
        ),
        (
            Range(Some(1.0), Some(3.0)),
            Some(MegaSek),
            "1–3_MSEK",
            "1–3_MSEK",
        ),
        (
            Range(Some(0.0), Some(1.0)),
            Some(TonneCo2e),
            "0–1_ton_CO₂e",
            "0–1_tonne_CO₂e",
        ),
        (
            Range(Some(3.0), Some(3.0)),
            Some(MegaSek),
            "3_MSEK",
            "3_MSEK",
        ),
        (
            Range(Some(-5.0), Some(3.0)),
            Some(MegaSek),
            "−5 till 3_MSEK",
            "−5 to 3_MSEK",
        ),
        (
            Range(Some(75.0), None),
            Some(MegaSek),
            "minst 75_MSEK",
            "at least 75_MSEK",
        ),
        (
            Range(None, Some(75.0)),
            Some(MegaSek),
            "högst 75_MSEK",
            "at most 75_MSEK",
        ),
        (
            Range(None, None),
            Some(MegaSek),
            "ej angivet i kontraktet",
            "not stated in the contract",
        ),
    ];
    for (amount, unit, sv, en) in rows {
        assert_eq!(
            said(|lang| super::amount(amount, unit, lang)),
            both(sv, en),
            "{amount:?}"
        );
    }
}

#[test]
fn an_unknown_is_words_and_never_a_number() {
    let rows = [
        (
            Reason::NotStated,
            "ej angivet i kontraktet",
            "not stated in the contract",
        ),
        (
            Reason::NotQuantified,
            "ej kvantifierat i kontraktet",
            "not quantified in the contract",
        ),
        (Reason::NotApplicable, "inte tillämpligt", "not applicable"),
        (Reason::InProgress, "arbete pågår", "work in progress"),
    ];
    for (reason, sv, en) in rows {
        let unknown = Quantity {
            unknown: Some(reason),
            unit: Some(Unit::Sek),
            quality: Some(Quality::Estimated),
            ..Quantity::default()
        };
        assert_eq!(said(|lang| quantity(&unknown, lang)), both(sv, en));
    }
    assert_eq!(
        quantity(&Quantity::default(), Lang::Sv),
        "ej angivet i kontraktet"
    );
}

#[test]
fn how_a_figure_came_about_stands_after_it() {
    let rows = [
        (None, "3_MSEK", "3_MSEK"),
        (
            Some(Quality::Measured),
            "3_MSEK (uppmätt)",
            "3_MSEK (measured)",
        ),
        (
            Some(Quality::Calculated),
            "3_MSEK (beräknat)",
            "3_MSEK (calculated)",
        ),
        (
            Some(Quality::Estimated),
            "3_MSEK (uppskattat)",
            "3_MSEK (estimated)",
        ),
    ];
    for (quality, sv, en) in rows {
        let known = Quantity {
            value: Some(3.0),
            unit: Some(Unit::MegaSek),
            quality,
            ..Quantity::default()
        };
        assert_eq!(said(|lang| quantity(&known, lang)), both(sv, en));
    }
}

proptest! {
    #[test]
    fn every_number_is_one_word_and_says_its_value(value in prop_oneof![any::<f64>(), -1e9..1e9]) {
        let text = number(value, Lang::Sv);
        prop_assert!(!text.contains([' ', '-', '.']), "{}", text);
        let spelled = text.replace('\u{a0}', "").replace(',', ".").replace('\u{2212}', "-");
        let read: f64 = spelled.parse().unwrap_or(f64::NAN);
        prop_assert!(!value.is_finite() || (read - value).abs() <= 0.0005, "{}", text);
        prop_assert!(!value.is_finite() || value == 0.0 || read != 0.0, "what is not nothing does not vanish: {}", value);
    }
}
