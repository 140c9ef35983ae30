//! A Swedish table as an older spreadsheet program writes it: semicolons, Windows-1252, CRLF. Its municipality is invented.

use transition_map::contract::Lang;
use transition_map::contract::quantity::{Amount, Quantity};
use transition_map::contract::table::{Delimiter, Encoding, Role, read};
use transition_map::contract::word::{Lever, Quality, Status, Unit};

use crate::{actions, contract_of, drafted, sample};

#[test]
fn every_column_of_a_swedish_table_is_understood() {
    let table = read(&sample("exempelkommun.csv")).expect("it is a table");
    assert_eq!(
        (table.encoding, table.delimiter),
        (Encoding::Windows1252, Delimiter::Semicolon)
    );
    assert_eq!(table.language(), Lang::Sv);
    let draft = drafted(&table, &table.roles());
    for column in &draft.columns {
        assert_ne!(column.role, Role::Keep, "{}", column.header);
        assert_eq!((column.doubtful, column.kept), (0, 0), "{}", column.header);
        assert!(column.understood > 0, "{}", column.header);
    }
    assert!(
        draft.contract.example,
        "an invented municipality is marked as such"
    );
    assert_eq!(actions(&draft).len(), 4);
}

#[test]
fn what_a_swedish_table_says_is_read() {
    let table = read(&sample("exempelkommun.csv")).expect("it is a table");
    let draft = drafted(&table, &table.roles());
    let [buses, wind, food, wetland] = actions(&draft) else {
        panic!("four actions");
    };
    assert_eq!(
        (buses.id.as_str(), buses.title.as_str()),
        ("elbussar-pa-linje-3", "Elbussar på linje 3")
    );
    assert_eq!(
        buses.summary.as_deref(),
        Some("Alla bussar på linjen\nbyts till elbussar.")
    );
    assert_eq!(
        buses.responsible,
        ["Trafiknämnden, avdelning Drift", "Exempelbuss AB"]
    );
    assert_eq!(
        buses.period.as_ref().map(|it| it.0.as_str()),
        Some("2025-21/2027")
    );
    assert_eq!(buses.status, Some(Status::Decided));
    assert_eq!(buses.levers, [Lever::Technology, Lever::Infrastructure]);
    let cost = buses.cost.as_ref().expect("it has a cost");
    assert_eq!(
        (cost.amount(), cost.unit),
        (Amount::Exact(32.5), Some(Unit::MegaSek))
    );
    let effect = buses.effect.as_ref().expect("it has an effect");
    assert_eq!(
        (effect.amount(), effect.unit),
        (
            Amount::Range(Some(1200.0), Some(1400.0)),
            Some(Unit::TonneCo2ePerYear)
        )
    );
    assert_eq!(buses.funding[1].from.as_deref(), Some("Klimatklivet"));
    assert_eq!(
        buses.source.as_ref().and_then(|it| it.section.as_deref()),
        Some("rad 2")
    );
    let cost = wind.cost.as_ref().expect("it has a cost");
    assert_eq!(
        (cost.amount(), cost.unit, cost.quality),
        (
            Amount::Exact(1200.0),
            Some(Unit::MegaSek),
            Some(Quality::Estimated)
        )
    );
    assert_eq!(
        food.cost.as_ref().and_then(|it| it.reason.as_deref()),
        Some("Inom ordinarie verksamhet")
    );
    assert_eq!(
        wetland.effect.as_ref().map(Quantity::amount),
        Some(Amount::Exact(90.0))
    );
    assert_eq!(wetland.status, None);
}

#[test]
fn an_action_without_a_name_is_not_dropped() {
    let draft = contract_of("Åtgärd;Kostnad\n;5 MSEK\n;\nB;\n");
    let titles: Vec<&str> = actions(&draft).iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["(utan namn)", "B"]);
    assert_eq!((draft.counts.doubtful, draft.doubts[0].line), (1, 2));
    let draft = contract_of("Action name,Costs\n,5 MSEK\n");
    assert_eq!(actions(&draft)[0].title, "(no name)");
}

#[test]
fn a_start_and_an_end_in_columns_of_their_own_are_a_period() {
    let draft = contract_of("Åtgärd;Startår;Slutår\nA;2025;2027\nB;2025;\nC;;2027\nD;snart;2027\n");
    let periods: Vec<&str> = actions(&draft)
        .iter()
        .map(|it| it.period.as_ref().map_or("", |it| &it.0))
        .collect();
    assert_eq!(periods, ["2025/2027", "2025/", "/2027", "/2027"]);
    assert_eq!(
        actions(&draft)[3].summary.as_deref(),
        Some("Startår: snart")
    );
}

#[test]
fn what_a_column_holds_can_be_corrected() {
    let table = read("Kolumn A;Kolumn B;Kolumn C\nElbussar;5 MSEK;hemligt\n".as_bytes())
        .expect("it is a table");
    assert_eq!(table.roles(), [Role::Keep; 3]);
    let draft = drafted(&table, &[Role::Name, Role::Cost, Role::Ignore]);
    let action = &actions(&draft)[0];
    assert_eq!(
        (action.title.as_str(), action.summary.as_deref()),
        ("Elbussar", None)
    );
    assert_eq!(
        action.cost.as_ref().map(Quantity::amount),
        Some(Amount::Exact(5.0))
    );
    assert_eq!(draft.counts.ignored, 1);
    // Of two columns for one thing the first is read, and the other kept.
    let draft = drafted(&table, &[Role::Name, Role::Cost, Role::Cost]);
    assert_eq!(draft.columns[2].role, Role::Keep);
    assert_eq!(
        actions(&draft)[0].summary.as_deref(),
        Some("Kolumn C: hemligt")
    );
}
