//! What is written of any list.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use transition_map::contract::Lang;
use transition_map::contract::table::out::{Cell, plainly, sheet, unguarded};

/// The cells of a spreadsheet as they stand in it, escapes and all.
fn cells(text: &str, lang: Lang) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(if lang == Lang::Sv { b';' } else { b',' })
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a row"));
    let rows = records.map(|record| record.iter().map(str::to_owned).collect());
    rows.collect()
}

fn sheet_of(row: Vec<Cell>, lang: Lang) -> String {
    let header: Vec<String> = (0..row.len()).map(|place| format!("k{place}")).collect();
    sheet(&header, &[row], lang)
}

#[test]
fn it_is_what_excel_opens_without_asking() {
    let row = vec![
        Cell::Words("Åtgärd; två, \"tre\"\nrad".to_owned()),
        Cell::Number(-1234.5),
        Cell::Empty,
        Cell::Words("=1+1".to_owned()),
        Cell::Number(5.0),
        Cell::Number(f64::NAN),
    ];
    assert_eq!(
        sheet_of(row.clone(), Lang::Sv),
        "\u{feff}k0;k1;k2;k3;k4;k5\r\n\"Åtgärd; två, \"\"tre\"\"\nrad\";-1234,5;;'=1+1;5;\r\n"
    );
    assert_eq!(
        sheet_of(row, Lang::En),
        "\u{feff}k0,k1,k2,k3,k4,k5\r\n\"Åtgärd; två, \"\"tre\"\"\nrad\",-1234.5,,'=1+1,5,\r\n"
    );
}

#[test]
fn the_name_of_a_column_is_no_formula_either() {
    let text = sheet(&["=A1".to_owned(), "B".to_owned()], &[], Lang::Sv);
    assert_eq!(text, "\u{feff}'=A1;B\r\n");
}

fn any_words() -> impl Strategy<Value = String> {
    let pieces: &[&str] = &[
        "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "\"", ";", ",", " ", "a", "Å", "1",
    ];
    prop_oneof![
        vec(select(pieces), 0..6).prop_map(|pieces| pieces.concat()),
        any::<String>()
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_words_are_a_formula_and_all_come_back(words in vec(any_words(), 1..6), english in any::<bool>()) {
        let lang = if english { Lang::En } else { Lang::Sv };
        let row: Vec<Cell> = words.iter().cloned().map(Cell::Words).chain([Cell::Number(1.0)]).collect();
        let rows = cells(&sheet_of(row, lang), lang);
        let found = &rows[1];
        for (found, words) in found.iter().zip(&words) {
            prop_assert!(!found.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", found);
            prop_assert_eq!(unguarded(found), words);
        }
    }

    #[test]
    fn a_number_comes_back_exactly(value in any::<f64>(), figure in -1e9..1e9) {
        for value in [value, figure, figure.round(), (figure * 100.0).round() / 100.0] {
            let (sv, en) = (plainly(value, Lang::Sv), plainly(value, Lang::En));
            prop_assert_eq!(sv.replace(',', "."), en.clone());
            if value.is_finite() {
                prop_assert_eq!(en.parse::<f64>(), Ok(value));
            } else {
                prop_assert_eq!(en, "");
            }
        }
    }
}
