//! What is said of tables, in both languages.

use transition_map::contract::Lang::{self, En, Sv};
use transition_map::contract::table::{
    Delimiter, Encoding, Fault, FaultCause, Role, Sureness, open,
};
use transition_map::text::table as text;

use crate::contract_of;

/// A text with plain spaces.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn faults() -> Vec<FaultCause> {
    vec![
        FaultCause::Workbook,
        FaultCause::Markup,
        FaultCause::FileTooLarge { bytes: 40_000_000 },
        FaultCause::Empty,
        FaultCause::Nul,
        FaultCause::Garbled(Encoding::Utf16),
        FaultCause::UnclosedQuote,
        FaultCause::CellTooLong {
            characters: 1_000_000,
        },
        FaultCause::TooManyRows,
        FaultCause::TooManyColumns { columns: 300 },
        FaultCause::OneColumn,
        FaultCause::NoRows,
        FaultCause::NoNames,
        FaultCause::NoMunicipality,
        FaultCause::NoLabel,
    ]
}

#[test]
fn every_fault_has_a_sentence_of_its_own_in_each_language() {
    let mut said: Vec<String> = Vec::new();
    for cause in faults() {
        for lang in Lang::ALL {
            said.push(text::sentence(&cause.of_file(), *lang));
        }
    }
    let count = said.len();
    assert!(
        said.iter()
            .all(|it| it.ends_with('.') && !it.contains("{}")),
        "{said:#?}"
    );
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count, "no two are the same");
}

#[test]
fn a_sentence_names_the_place() {
    let fault = |line, column| Fault {
        cause: FaultCause::UnclosedQuote,
        line,
        column,
    };
    assert!(text::sentence(&fault(12, 3), Sv).starts_with("Rad 12, cell 3: Ett citattecken"));
    assert!(text::sentence(&fault(12, 0), En).starts_with("Line 12: A quotation mark"));
    assert!(text::sentence(&FaultCause::Workbook.of_file(), Sv).contains("Spara som"));
    let long = FaultCause::CellTooLong {
        characters: 1_000_000,
    }
    .at(2, 2);
    assert!(
        plain(&text::sentence(&long, Sv)).contains("1 000 000 tecken. Den får ha högst 32 767.")
    );
}

#[test]
fn the_account_of_a_table_is_said_in_words() {
    let draft = contract_of("Åtgärd;Kostnad;Sak\nA;>75 M SEK (TBD);x\nB;TBD;\nC;5 bussar;\n;-;\n");
    assert_eq!(
        plain(&text::counts(&draft.counts, Sv)),
        "4 rader, 12 celler: 3 lästa, 1 behållen i ord, 3 tveksamma, 2 okända, 3 tomma"
    );
    assert_eq!(
        plain(&text::counts(&draft.counts, En)),
        "4 rows, 12 cells: 3 read, 1 kept in words, 3 doubtful, 2 unknown, 3 empty"
    );
    let doubts = |lang| -> Vec<String> {
        let header = |at: usize| draft.columns[at].header.as_str();
        draft
            .doubts
            .iter()
            .map(|it| plain(&text::doubt(it, header(it.column), lang)))
            .collect()
    };
    assert_eq!(
        doubts(Sv),
        [
            "Rad 2, ”Kostnad”: ”>75 M SEK (TBD)” lästes som minst 75 MSEK. Texten står kvar.",
            "Rad 4, ”Kostnad”: ”5 bussar” gick inte att läsa som ett belopp och står kvar som text.",
            "Rad 5: åtgärden har inget namn och kallas ”(utan namn)”.",
        ]
    );
    assert_eq!(
        doubts(En)[0],
        "Row 2, “Kostnad”: “>75 M SEK (TBD)” was read as at least 75 MSEK. The text stays."
    );
    assert_eq!(
        plain(&text::column(&draft.columns[1], Sv)),
        "”Kostnad”: kostnad. 4 ifyllda: 2 tveksamma, 2 okända."
    );
    assert_eq!(
        plain(&text::column(&draft.columns[2], En)),
        "“Sak”: kept in words. 1 filled in: 1 kept in words."
    );
}

#[test]
fn what_stands_above_the_header_is_told() {
    let sheet =
        open("Bilaga 2;;\nÅtgärd;Tid;Kostnad\nA;2025;5\n".as_bytes()).expect("it is a table");
    assert_eq!(
        text::above(&sheet.above, Sv).as_deref(),
        Some("Ovanför rubrikraden står något som inte tas med: ”Bilaga 2”.")
    );
    assert_eq!(text::above(&[], Sv), None);
}

#[test]
fn every_word_of_the_lists_has_a_name_in_each_language() {
    for lang in Lang::ALL {
        let mut roles: Vec<&str> = Role::ALL.iter().map(|it| text::role(*it, *lang)).collect();
        roles.sort_unstable();
        roles.dedup();
        assert_eq!(roles.len(), Role::ALL.len());
        assert!(
            Sureness::ALL
                .iter()
                .all(|it| !text::sureness(*it, *lang).is_empty())
        );
        assert!(
            Delimiter::ALL
                .iter()
                .all(|it| !text::delimiter(*it, *lang).is_empty())
        );
    }
    assert_eq!(
        Encoding::ALL
            .iter()
            .map(|it| text::encoding(*it))
            .collect::<Vec<_>>(),
        ["UTF-8", "UTF-16", "Windows-1252"]
    );
}
