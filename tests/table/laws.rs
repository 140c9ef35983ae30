//! What holds for all bytes and all tables.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use transition_map::contract::period::Period;
use transition_map::contract::quantity::Quantity;
use transition_map::contract::table::unknown::wholly_unknown;
use transition_map::contract::table::{
    Draft, Measure, ReadAs, Role, Sureness, Table, figure, looks_like_table, open, read, time, word,
};
use transition_map::contract::word::Reason;
use transition_map::contract::{Contract, Lang};

use crate::{actions, drafted};

/// Cells that mean something, beside those that mean nothing.
fn any_cell() -> impl Strategy<Value = String> {
    let known = select(&[
        "",
        " ",
        "TBD",
        "N/A",
        "-",
        "5 MSEK",
        "ca 5–7 mkr (exkl. moms)",
        "45–23 MSEK",
        "100 ton CO2e/år",
        "2 000 CO2e",
        "7",
        "2024–2030",
        "våren 2026",
        "Q1 2026",
        "löpande",
        "Pågår",
        "Early planning",
        "okänt läge",
        "Teknik/infrastruktur",
        "Awareness raising",
        "Energi; Avfall",
        "Cross-cutting",
        "A; B\nC",
        "=1+1",
        "'ord",
        "Not available",
        "1,500 ton",
        "5 kr/ton",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[0-9 .,–<>~%()a-zåäö/]{0,24}"]
}

fn any_table() -> impl Strategy<Value = (Table, Vec<Role>)> {
    let shape = (2_usize..8, 1_usize..8);
    shape.prop_flat_map(|(columns, rows)| {
        let headers = vec(
            select(&[
                "Åtgärd",
                "Kostnad (MSEK)",
                "Effekt",
                "Sak",
                "",
                "Status: nu",
            ]),
            columns,
        );
        (
            headers,
            vec(vec(any_cell(), columns), rows),
            vec(select(Role::ALL), columns),
        )
            .prop_map(|(headers, rows, mut roles)| {
                roles[0] = Role::Name;
                let mut table = read(b"a;b\nc;d\n").expect("it is a table");
                table.header = headers.into_iter().map(str::to_owned).collect();
                let row = table.rows[0].clone();
                table.rows = (2..)
                    .zip(rows)
                    .map(|(line, cells)| {
                        let mut row = row.clone();
                        (row.line, row.cells) = (line, cells);
                        row
                    })
                    .collect();
                (table, roles)
            })
    })
}

/// Every text of an action, each on one line.
fn texts(draft: &Draft, row: usize) -> Vec<String> {
    let action = &actions(draft)[row];
    let of = |it: &Option<Quantity>| it.as_ref().and_then(|it| it.reason.clone());
    let mut texts = vec![action.title.clone()];
    texts.extend(action.summary.clone());
    texts.extend(of(&action.cost).into_iter().chain(of(&action.effect)));
    texts.extend(
        action
            .responsible
            .iter()
            .chain(&action.co_benefits)
            .cloned(),
    );
    texts.extend(action.funding.iter().filter_map(|it| it.from.clone()));
    texts.iter().map(|it| one_line(it)).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True when a cell's words are in the action, or what was read says all of them.
fn is_found(cell: &str, role: Role, lang: Lang, draft: &Draft, row: usize) -> bool {
    let action = &actions(draft)[row];
    let texts = texts(draft, row);
    if texts.iter().any(|it| it.contains(&one_line(cell))) {
        return true;
    }
    let parts = || cell.split([';', '\n']).map(one_line);
    match role {
        Role::Ignore => true,
        Role::Cost => {
            says_all(cell, Measure::Money, lang)
                && action.cost.as_ref().is_some_and(Quantity::is_known)
        }
        Role::Reduction | Role::Compensated => {
            // That one of the two does not apply is said by there being one effect only.
            wholly_unknown(cell) == Some(Reason::NotApplicable)
                || says_all(cell, Measure::Emissions, lang)
                    && action.effect.as_ref().is_some_and(Quantity::is_known)
        }
        Role::Status => action.status.is_some() && !word::status(cell).rest,
        Role::Lever => !action.levers.is_empty() && !word::levers(cell).rest,
        Role::Timeline => action.period.is_some() && !time::period(cell).rest,
        Role::Start | Role::End => action.period.is_some() && time::between(cell, "").is_some(),
        Role::Field => !action.focus_areas.is_empty(),
        Role::Funder => parts().all(|part| {
            part.is_empty()
                || texts.contains(&part)
                || action.funding.iter().any(|it| it.amount.is_some())
        }),
        Role::Responsible | Role::CoBenefits => {
            parts().all(|part| part.is_empty() || texts.contains(&part))
        }
        Role::Keep | Role::Name | Role::Description => false,
    }
}

/// With the header's unit a cell may say all that it does not alone.
fn says_all(cell: &str, measure: Measure, lang: Lang) -> bool {
    let read = figure(cell, measure, lang);
    !read.rest && (read.sureness == Sureness::Understood || !read.quantity.is_known())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_reading_fail(bytes in vec(any::<u8>(), 0..300), text in any::<String>()) {
        for bytes in [&bytes[..], text.as_bytes()] {
            let _ = looks_like_table(bytes);
            if let Ok(sheet) = open(bytes) {
                let width = sheet.table.header.len();
                prop_assert!(sheet.table.rows.iter().all(|row| row.cells.len() == width));
            }
        }
    }

    #[test]
    fn no_almost_table_makes_reading_fail(parts in vec(select(&[
        "Åtgärd", "Kostnad", ";", ",", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "'", "=", "x", " ", "sep=", "\u{feff}", "🌍",
    ]), 0..60)) {
        let text = parts.concat();
        if let Ok(table) = read(text.as_bytes()) {
            let lines = text.matches('\n').count() + text.matches('\r').count() + 1;
            let mut before = 0;
            for row in &table.rows {
                prop_assert!(row.line > before && row.line <= lines, "{:?}", row);
                before = row.line;
            }
        }
    }

    /// What is written as a table is read as it was: cell by cell, each row on its line.
    #[test]
    fn a_table_that_is_written_out_is_read_back(
        rows in vec(vec("[a-zåäö \";,\n]{0,6}x", 3), 1..6), sign in select(&[";", ",", "\t"]), line_break in select(&["\n", "\r\n"]),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut text = ["Åtgärd", "Tid", "Kostnad"].join(sign) + line_break;
        let (mut line, mut lines) = (2, Vec::new());
        for row in &rows {
            lines.push(line);
            line += 1 + row.iter().map(|it| it.matches('\n').count()).sum::<usize>();
            text += &(row.iter().map(quoted).collect::<Vec<_>>().join(sign) + line_break);
        }
        let table = read(text.as_bytes()).expect("it is a table");
        let cells: Vec<Vec<String>> = table.rows.iter().map(|it| it.cells.clone()).collect();
        prop_assert_eq!(cells, rows);
        prop_assert_eq!(table.rows.iter().map(|it| it.line).collect::<Vec<_>>(), lines);
    }

    /// Whatever a table says and whatever its columns are taken for: the contract opens, no cell is lost, and every one is counted.
    #[test]
    fn a_draft_opens_and_loses_nothing((table, roles) in any_table()) {
        let draft = drafted(&table, &roles);
        let lang = table.language();
        prop_assert_eq!(actions(&draft).len(), table.rows.len());
        for (at, row) in table.rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate().filter(|it| !it.1.trim().is_empty()) {
                let role = draft.columns[column].role;
                prop_assert!(is_found(cell.trim(), role, lang, &draft, at), "{cell:?} as {role:?}: {:#?}", actions(&draft)[at]);
            }
        }
        let it = draft.counts;
        prop_assert_eq!(it.cells, table.rows.len() * table.header.len());
        prop_assert_eq!(it.cells, it.understood + it.kept + it.doubtful + it.unknown + it.empty + it.ignored);
        prop_assert_eq!(it.doubtful, draft.doubts.len());
        let of_columns = |count: fn(&transition_map::contract::table::ColumnReading) -> usize| {
            draft.columns.iter().map(count).sum::<usize>()
        };
        prop_assert_eq!(of_columns(|it| it.understood), it.understood);
        prop_assert_eq!(of_columns(|it| it.unknown), it.unknown);
        prop_assert_eq!(of_columns(|it| it.doubtful), it.doubtful);
        prop_assert_eq!(of_columns(|it| it.kept), it.kept);
        let nameless = draft.doubts.iter().filter(|it| matches!(it.read_as, ReadAs::Nameless(_))).count();
        prop_assert_eq!(of_columns(|it| it.filled) + it.empty + nameless, it.cells);
    }

    #[test]
    fn a_period_that_is_read_is_one_of_the_format(cell in "(från |till |våren |mars |Q[1-4] |senast )?[12][0-9]{3}([-–/ ]{1,2}[0-9]{1,4}){0,3}( och framåt|-)?") {
        if let Some(Period(text)) = time::period(&cell).value {
            prop_assert!(Period(text.clone()).span().is_ok(), "{}", text);
        }
    }
}

/// The same table gives the same contract.
#[test]
fn a_draft_is_the_same_every_time() {
    let table = read(&crate::sample("helsingborg-actions.csv")).expect("it is a table");
    let contract = || -> Contract { drafted(&table, &table.roles()).contract };
    assert_eq!(contract(), contract());
}
