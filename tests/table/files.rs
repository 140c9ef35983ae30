//! The files that tables come in: how they are written, and which are refused.

use transition_map::contract::table::sheet::{MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS};
use transition_map::contract::table::{
    About, Delimiter, Encoding, Fault, FaultCause, Role, Table, draft, is_workbook,
    looks_like_table, open, read,
};

use crate::about;

const TEXT: &str = "Åtgärd;Kostnad\n\"Bygg – ”grönt”\";5 €\n";

fn cells(table: &Table) -> Vec<Vec<&str>> {
    let rows = table.rows.iter();
    rows.map(|row| row.cells.iter().map(String::as_str).collect())
        .collect()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(unit)
        .collect()
}

#[test]
fn every_encoding_gives_the_same_table() {
    let windows = b"\xc5tg\xe4rd;Kostnad\n\"Bygg \x96 \x94gr\xf6nt\x94\";5 \x80\n".to_vec();
    for (bytes, encoding) in [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{TEXT}").into_bytes(), Encoding::Utf8),
        (utf16(TEXT, u16::to_le_bytes), Encoding::Utf16),
        (utf16(TEXT, u16::to_be_bytes), Encoding::Utf16),
        (windows, Encoding::Windows1252),
    ] {
        let table = read(&bytes).expect("it is a table");
        assert_eq!(table.encoding, encoding);
        assert_eq!(table.header, ["Åtgärd", "Kostnad"], "{encoding:?}");
        assert_eq!(cells(&table), [["Bygg – ”grönt”", "5 €"]], "{encoding:?}");
        assert!(looks_like_table(&bytes), "{encoding:?}");
    }
}

#[test]
fn every_delimiter_and_line_break_gives_the_same_table() {
    for (delimiter, sign) in [
        (Delimiter::Comma, ","),
        (Delimiter::Semicolon, ";"),
        (Delimiter::Tab, "\t"),
    ] {
        for (at, line_break) in ["\n", "\r\n", "\r"].into_iter().enumerate() {
            let text =
                "Åtgärd|Tid|Kostnad\nA|2025|\"1,5; två\"\n\n\"B\nb\"|\"x \"\"y\"\"\"|3\nC|2030|4";
            let text = text.replace('\n', line_break).replace('|', sign);
            let table = read(text.as_bytes()).expect("it is a table");
            assert_eq!(table.delimiter, delimiter, "{at}");
            assert_eq!(
                cells(&table),
                [
                    ["A", "2025", "1,5; två"],
                    ["B\nb", "x \"y\"", "3"],
                    ["C", "2030", "4"]
                ]
            );
            let lines: Vec<usize> = table.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 4, 6], "{delimiter:?} {at}");
        }
    }
}

#[test]
fn the_delimiter_is_the_one_that_makes_a_table() {
    for (text, delimiter) in [
        ("Åtgärd;Kostnad\nA;1,5\nB;2,5\n", Delimiter::Semicolon),
        ("xx;yy\nA;1,5\nB;2,5\n", Delimiter::Semicolon),
        (
            "Åtgärd, insats;Kostnad, MSEK;Ansvarig (namn, enhet)\nA, b;1;C, d, e\n",
            Delimiter::Semicolon,
        ),
        ("Action name,Costs\n\"A; b; c\",\"x;y\"\n", Delimiter::Comma),
        ("Action name\tCosts\nA, b\t1,5\n", Delimiter::Tab),
        ("sep=;\nxx;yy,zz\na;b,c\n", Delimiter::Semicolon),
    ] {
        assert_eq!(
            read(text.as_bytes()).expect("it is a table").delimiter,
            delimiter,
            "{text}"
        );
    }
    assert_eq!(
        read(b"sep=;\nA;B\nc;d\n").expect("it is a table").rows[0].line,
        3
    );
}

#[test]
fn a_title_above_the_header_is_no_part_of_the_table_and_is_told_of() {
    let sheet =
        open("Bilaga 2;;\n;;\nÅtgärd;Tid;Kostnad\nA;2025;5\n".as_bytes()).expect("it is a table");
    assert_eq!(sheet.table.header, ["Åtgärd", "Tid", "Kostnad"]);
    assert_eq!((sheet.table.rows.len(), sheet.table.rows[0].line), (1, 4));
    assert_eq!(
        (sheet.above.len(), sheet.above[0].cells[0].as_str()),
        (1, "Bilaga 2")
    );
    // A row that happens to say a word of a header is a row.
    let sheet = open("Sak;Not\nKostnad;Tid\nB;C\n".as_bytes()).expect("it is a table");
    assert_eq!((sheet.above.len(), sheet.table.rows.len()), (1, 1));
    let sheet = open("Åtgärd;Not\nKostnad;Tid\nB;C\n".as_bytes()).expect("it is a table");
    assert_eq!((sheet.above.len(), sheet.table.rows.len()), (0, 2));
}

#[test]
fn rows_are_as_long_as_the_header_and_what_is_beyond_it_is_kept() {
    let table =
        read("Åtgärd;Tid;;\nA\n;;\nB;2025;;mer\n \u{a0};\n".as_bytes()).expect("it is a table");
    assert_eq!(table.header, ["Åtgärd", "Tid", "", ""]);
    assert_eq!(cells(&table), [["A", "", "", ""], ["B", "2025", "", "mer"]]);
    assert_eq!(table.roles()[2..], [Role::Keep, Role::Keep]);
}

#[test]
fn an_apostrophe_that_guards_a_formula_is_taken_off_once() {
    let table = read("Åtgärd;Not\n'=1+1;'-5\n''@x;'ord\n'+46;\"'\tx\"\n".as_bytes())
        .expect("it is a table");
    assert_eq!(
        cells(&table),
        [["=1+1", "-5"], ["'@x", "'ord"], ["+46", "\tx"]]
    );
}

fn refused(bytes: &[u8]) -> Fault {
    open(bytes).expect_err("it is no table that is read")
}

#[test]
fn what_is_no_table_is_refused_with_its_cause_and_place() {
    let long = format!(
        "Åtgärd;Not\nA;b\n\"två\nrader\";{}\n",
        "x".repeat(MAX_CHARACTERS + 1)
    );
    let million = format!("Åtgärd;Not\nA;{}\n", "å".repeat(1_000_000));
    let rows = format!("Åtgärd;Not\n{}", "A;b\n".repeat(100_000));
    let one_row_more = format!("Åtgärd;Not\n{}", "A;b\n".repeat(MAX_ROWS + 1));
    let wide = format!("Åtgärd;Tid\nA;b\nA{}x\n", ";".repeat(MAX_COLUMNS));
    let far = format!("Åtgärd;Not\n\"öppnas\n{}", "A;b\n".repeat(20_000));
    let large = vec![b'x'; 33 * 1024 * 1024];
    for (bytes, cause, line, column) in [
        (&b"PK\x03\x04\x14\0\x06\0"[..], FaultCause::Workbook, 0, 0),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0",
            FaultCause::Workbook,
            0,
            0,
        ),
        (b"<!doctype html><table>", FaultCause::Markup, 0, 0),
        (
            &large,
            FaultCause::FileTooLarge { bytes: large.len() },
            0,
            0,
        ),
        (b"", FaultCause::Empty, 0, 0),
        (b"\xef\xbb\xbf \r\n\r\n", FaultCause::Empty, 0, 0),
        (b"A;B\nc;d\0\n", FaultCause::Nul, 2, 0),
        (b"A\0;\0B\0\n\0", FaultCause::Nul, 1, 0),
        (
            b"\xef\xbb\xbfA;\xe5\n",
            FaultCause::Garbled(Encoding::Utf8),
            0,
            0,
        ),
        (b"\xff\xfeA\0;", FaultCause::Garbled(Encoding::Utf16), 0, 0),
        (
            b"\xff\xfe\0\xd8",
            FaultCause::Garbled(Encoding::Utf16),
            0,
            0,
        ),
        (
            b"A;B\nc;d\n\"e\nf\";\"g\n;h\n",
            FaultCause::UnclosedQuote,
            4,
            2,
        ),
        (b"A;B\nc;\"", FaultCause::UnclosedQuote, 2, 2),
        (far.as_bytes(), FaultCause::UnclosedQuote, 2, 1),
        (
            long.as_bytes(),
            FaultCause::CellTooLong {
                characters: MAX_CHARACTERS + 1,
            },
            3,
            2,
        ),
        (
            million.as_bytes(),
            FaultCause::CellTooLong {
                characters: 1_000_000,
            },
            2,
            2,
        ),
        (rows.as_bytes(), FaultCause::TooManyRows, MAX_ROWS + 12, 0),
        (
            one_row_more.as_bytes(),
            FaultCause::TooManyRows,
            MAX_ROWS + 2,
            0,
        ),
        (
            wide.as_bytes(),
            FaultCause::TooManyColumns {
                columns: MAX_COLUMNS + 1,
            },
            3,
            0,
        ),
        (b"\xc3\x85tg\xc3\xa4rd\nA\nB\n", FaultCause::OneColumn, 1, 0),
        (b"\n\nA;;;\nB;;\n", FaultCause::OneColumn, 3, 0),
        (b"Action name,Costs\n,\n\n", FaultCause::NoRows, 1, 0),
    ] {
        assert_eq!(
            refused(bytes),
            Fault {
                cause,
                line,
                column
            },
            "{cause:?}"
        );
    }
}

#[test]
fn the_largest_table_is_read() {
    let rows = format!("Åtgärd;Not\n{}", "A;b\n".repeat(MAX_ROWS));
    let table = read(rows.as_bytes()).expect("it is a table");
    assert_eq!(table.rows.len(), MAX_ROWS);
    let draft = draft(&table, &table.roles(), &about()).expect("it is a table of actions");
    assert_eq!(
        draft.contract.versions[0].actions[MAX_ROWS - 1].id.as_str(),
        "a-10000"
    );
    let cell = format!("Åtgärd;Not\nA;{}\n", "å".repeat(MAX_CHARACTERS));
    assert!(read(cell.as_bytes()).is_ok());
}

#[test]
fn a_stray_quotation_mark_is_a_letter() {
    let table =
        read("Åtgärd;Not\n5\" rör;a \"b\" c\n\"x\"y;\"\"\n".as_bytes()).expect("it is a table");
    assert_eq!(cells(&table), [["5\" rör", "a \"b\" c"], ["xy", ""]]);
}

#[test]
fn a_table_without_names_or_whose_it_is_is_refused() {
    let table = read(b"xx;yy\na;b\n").expect("it is a table");
    let cause = |roles: &[Role], about: &About| {
        draft(&table, roles, about)
            .expect_err("it lacks something")
            .cause
    };
    assert_eq!(cause(&table.roles(), &about()), FaultCause::NoNames);
    let nobody = About {
        municipality: " ".to_owned(),
        ..about()
    };
    assert_eq!(cause(&[Role::Name], &nobody), FaultCause::NoMunicipality);
    let unnamed = About {
        label: String::new(),
        ..about()
    };
    assert_eq!(cause(&[Role::Name], &unnamed), FaultCause::NoLabel);
    assert!(draft(&table, &[Role::Name], &about()).is_ok());
    let bare = Table {
        rows: Vec::new(),
        ..table.clone()
    };
    assert_eq!(
        draft(&bare, &[Role::Name], &about())
            .expect_err("it is empty")
            .cause,
        FaultCause::NoRows
    );
}

#[test]
fn a_table_is_told_from_other_files() {
    for text in [
        "Åtgärd;Kostnad\n",
        "xx;yy\na;b\n",
        "a\tb\nc\td\n",
        "sep=,\n",
        "a;b\0\nc;d\n",
        &format!("xx;yy\n{}", "å;b\n".repeat(50_000)),
    ] {
        assert!(looks_like_table(text.as_bytes()), "{:?}", text.get(..20));
    }
    for bytes in [
        &b""[..],
        b"{ \"a\": 1, \"b\": 2 }",
        b" [1, 2]\n[3, 4]",
        b"<html>a;b\nc;d</html>",
        b"One sentence, with a comma.",
        b"word\nword\n",
        b"PK\x03\x04a;b\nc;d",
    ] {
        assert!(
            !looks_like_table(bytes),
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert!(is_workbook(b"PK\x03\x04") && !is_workbook(b"PK;Namn\n1;A\n"));
    let contract = include_bytes!("../../public/contracts/orebro.json");
    assert!(!looks_like_table(contract));
}
