//! What is said of a table, and what is made of it.

use transition_map::contract::table::own::{self, Cause, Column, is_own};
use transition_map::contract::word::{
    Aim, Content, Lever, Origin, PlacedBy, Process, Quality, Reason, Scope, Status, Step, Unit,
};
use transition_map::contract::{Kind, Lang};
use transition_map::text::sheet::{header, heard, said, sentence};

use crate::{everything, opened, read, table, written};

#[test]
fn every_column_and_every_word_is_told_from_the_others() {
    for column in Column::all() {
        for lang in Lang::ALL {
            let name = header(column, *lang);
            assert!(!name.is_empty(), "{column:?}");
            assert_eq!(Column::called(&name), Some(column), "{name}");
            assert_eq!(Column::called(&name.to_uppercase()), Some(column), "{name}");
        }
    }
    assert_eq!(Column::called("cost.low"), Column::called("Kostnad, lägst"));
    for (field, words) in [
        ("kind", Kind::TEXTS),
        ("status", Status::TEXTS),
        ("steps", Step::TEXTS),
        ("process", Process::TEXTS),
        ("levers", Lever::TEXTS),
        ("origin", Origin::TEXTS),
        ("aim", Aim::TEXTS),
        ("scope", Scope::TEXTS),
        ("unknown", Reason::TEXTS),
        ("quality", Quality::TEXTS),
        ("content", Content::TEXTS),
        ("placed_by", PlacedBy::TEXTS),
        ("unit", Unit::TEXTS),
    ] {
        for word in words {
            for said in Lang::ALL
                .iter()
                .map(|lang| said(field, word, *lang))
                .chain([*word])
            {
                assert_eq!(heard(field, words, said), Some(*word), "{said}");
                assert_eq!(
                    heard(field, words, &format!(" {} ", said.to_uppercase())),
                    Some(*word),
                    "{said}"
                );
            }
        }
    }
    assert_eq!(
        heard("unit", Unit::TEXTS, "ton CO₂e per år"),
        Some("tCO2e/yr")
    );
    assert_eq!(heard("kind", Kind::TEXTS, "insats"), Some("measure"));
}

#[test]
fn only_rows_that_are_kept_are_written_and_they_say_so() {
    let contract = opened(&everything());
    let text = own::write(&contract, 2, &|it| it.kind() == Kind::Goal, Lang::Sv);
    let sheet = table(&text);
    assert!(is_own(&sheet));
    assert_eq!(sheet.rows.len(), 1);
    assert!(
        !sheet.header.contains(&"Kostnad".to_owned()),
        "no row has a cost: {:?}",
        sheet.header
    );
    assert_eq!(sheet.rows[0].cells[..2], ["mål", "neutral"]);
    let alone = opened(&read(&text, None).expect("a table").text);
    assert_eq!(alone.versions[0].content, Content::Excerpt);
    let nothing = table(&own::write(&contract, 0, &|_| true, Lang::En));
    assert_eq!(
        (nothing.header, nothing.rows.len()),
        (vec!["Kind".to_owned(), "Id".to_owned()], 0)
    );
}

#[test]
fn a_filtered_list_changes_its_own_items_and_leaves_the_rest() {
    let contract = opened(&everything());
    let actions = own::write(&contract, 2, &|it| it.kind() == Kind::Action, Lang::Sv);
    let back = opened(&read(&actions, Some(&contract)).expect("a table").text);
    assert_eq!(back, contract, "nothing was changed in it");
    let changed = actions.replace("Nya bussar", "Bussar på el");
    let back = opened(&read(&changed, Some(&contract)).expect("a table").text);
    let mut expected = contract.clone();
    let bus = (expected.versions[2].actions.iter_mut()).find(|it| it.id.as_str() == "bussar");
    bus.expect("the buses").title = "Bussar på el".to_owned();
    assert_eq!(back, expected);
    let measures = own::write(&contract, 2, &|it| it.kind() != Kind::Action, Lang::En);
    let back = opened(&read(&measures, Some(&contract)).expect("a table").text);
    assert_eq!(back, contract, "measures stay with their commitments");
    let twice = actions.replace("aktivitet;laddning;", "aktivitet;bussar;");
    assert_ne!(twice, actions);
    let back = read(&twice, Some(&contract)).expect("a table");
    let problems = transition_map::contract::open(&back.text).expect_err("two of one id");
    assert!(problems.iter().any(|it| it.code.as_str() == "duplicate-id"));
}

#[test]
fn figures_stand_in_columns_of_their_own() {
    let contract = opened(&everything());
    let sheet = table(&written(&contract, 2, Lang::Sv));
    let row = sheet
        .rows
        .iter()
        .find(|row| row.cells[1] == "bussar")
        .expect("the buses");
    let cell = |name: &str| {
        let place = sheet.header.iter().position(|it| it == name);
        row.cells[place.unwrap_or_else(|| panic!("{name} in {:?}", sheet.header))].as_str()
    };
    assert_eq!(cell("Slag"), "aktivitet");
    assert_eq!(cell("Kostnad, lägst"), "3");
    assert_eq!(cell("Kostnad, högst"), "5");
    assert_eq!(cell("Kostnad, enhet"), "MSEK");
    assert_eq!(cell("Kostnad, hur"), "uppskattat");
    assert_eq!(cell("Effekt, okänd"), "ej kvantifierat i kontraktet");
    assert_eq!(cell("Effekt, ord"), "Räknas fram under 2026.");
    assert_eq!(cell("Fokusområden"), "Transporter");
    assert_eq!(cell("Hävstänger"), "teknik\nfinansiering");
    assert_eq!(cell("Källa"), "Exempelkontrakt 2025");
    assert_eq!(cell("Källa, avsnitt"), "5.3");
    assert_eq!(cell("Version"), "2025/26");
}

#[test]
fn a_table_of_another_sort_is_not_ours() {
    assert!(!is_own(&table("Åtgärd;Ansvar\r\nBussar;Nämnden\r\n")));
    assert!(is_own(&table("Id,Kind\r\n")));
    assert!(is_own(&table("SLAG;ID;Anteckning\r\n")));
}

#[test]
fn a_version_that_the_contract_does_not_have_becomes_its_last() {
    let contract = opened(&everything());
    let text = "Slag;Id;Rubrik;Kostnad;Kostnad, enhet;Version;Vem frågar\r\naktivitet;tag;Tåg;1 500,5;tkr;2027;Anna\r\n";
    let back = read(text, Some(&contract)).expect("a table");
    assert_eq!(back.ignored, ["Vem frågar"]);
    let next = opened(&back.text);
    assert_eq!(next.versions[..3], contract.versions[..]);
    let (version, action) = (&next.versions[3], &next.versions[3].actions[0]);
    assert_eq!(
        (version.label.as_str(), version.content),
        ("2027", Content::Excerpt)
    );
    let cost = action.cost.as_ref().expect("a cost");
    assert_eq!((cost.value, cost.unit), (Some(1500.5), Some(Unit::KiloSek)));
    assert_eq!(action.status, None, "what is not said is not known");
}

#[test]
fn a_table_of_another_municipality_makes_a_contract_of_its_own() {
    let contract = opened(&everything());
    let text = "Kind,Id,Title,Focus areas,Municipality,Version\r\naction,a,A,\"Energi\nEnergi!\",Exempelköping,1\r\n";
    let other = opened(&read(text, Some(&contract)).expect("a table").text);
    assert_eq!(other.municipality.name, "Exempelköping");
    let areas: Vec<_> = other
        .focus_areas
        .iter()
        .map(|it| (it.id.as_str(), it.title.as_str()))
        .collect();
    assert_eq!(areas, [("energi", "Energi"), ("energi-2", "Energi!")]);
}

#[test]
fn the_text_reads_as_files_are_written() {
    let text = "Slag;Id;Rubrik;Kostnad;Kostnad, enhet;Källa;Källa, sida;Kommun;Version\r\naktivitet;a;A;1,50;MSEK;Plan;3;K;1\r\n";
    let back = read(text, None).expect("a table");
    let expected = r#"{
  "format": "klimatkontrakt/1",
  "municipality": {
    "name": "K"
  },
  "documents": [
    {
      "id": "plan",
      "title": "Plan"
    }
  ],
  "versions": [
    {
      "label": "1",
      "content": "excerpt",
      "actions": [
        {
          "id": "a",
          "title": "A",
          "cost": {
            "value": 1.5,
            "unit": "MSEK"
          },
          "source": {
            "document": "plan",
            "page": 3
          }
        }
      ]
    }
  ]
}
"#;
    assert_eq!(back.text, expected);
}

#[test]
fn a_measure_may_stand_above_its_commitment() {
    let text = "Slag;Id;Rubrik;Hör till åtagandet;Kommun;Version\r\ninsats;m;M;c;K;1\r\nåtagande;c;C;;K;1\r\n\r\n;;;;;\r\n";
    let contract = opened(&read(text, None).expect("a table").text);
    assert_eq!(
        contract.versions[0].commitments[0].measures[0].id.as_str(),
        "m"
    );
}

#[test]
fn what_is_wrong_with_what_a_table_says_has_its_place_there() {
    let text = "Slag;Id;Rubrik;Tid;Hör till åtagandet;Kostnad, lägst;Kostnad, högst;Kostnad, enhet;Kommun;Version\r\n\
        åtagande;c;C;;;;;;K;1\r\ninsats;m;M;snart;c;;;;K;1\r\naktivitet;a;\"A\nB\";;;5;3;MSEK;K;1\r\naktivitet;b;;;;;;;K;1\r\n";
    let back = read(text, None).expect("a table");
    let problems = transition_map::contract::open(&back.text).expect_err("three errors");
    let mut places: Vec<_> = problems.iter().map(|it| back.place(&it.path)).collect();
    places.sort();
    assert_eq!(
        places,
        [Some((3, 3)), Some((4, 5)), Some((6, 2))],
        "{problems:#?}"
    );
    assert_eq!(back.place("municipality.name"), None);
}

#[test]
fn everything_that_cannot_be_read_is_told_at_once() {
    let contract = opened(&everything());
    let text = "Slag;Id;Rubrik;Läge;Kostnad;År;Gemensamt;Fokusområden;Finansiering;Hör till åtagandet;Kommun;Version\r\n\
        aktivitet;a;A;beslutatt;fem;2030;;Energy;Fonden: 5 bananer;;Exempelkommun;2025/26\r\n\
        elefant;b;B;;;;;;;;Exempelköping;2027\r\n\
        ;c;C;;;;;;;;;\r\n\
        mål;d;D;;;2030,5;;;;;;\r\n\
        åtagande;e;E;;;;kanske;;;;;\r\n\
        insats;f;F;;;;;;;;;\r\n\
        insats;g;G;;;;;;;ee;;\r\n\
        indikator;h;H;;;;;;;;;\r\n";
    let wrong = read(text, Some(&contract)).expect_err("a lot is wrong");
    let found: Vec<_> = wrong
        .iter()
        .map(|it| (it.line, it.column, name(&it.cause)))
        .collect();
    assert_eq!(
        found,
        [
            (2, 3, "UnknownWord"),
            (2, 4, "NotNumber"),
            (2, 5, "NotOfKind"),
            (2, 7, "UnknownName"),
            (2, 8, "BadFunding"),
            (3, 0, "UnknownWord"),
            (3, 10, "Two"),
            (3, 11, "Two"),
            (4, 0, "NoKind"),
            (5, 5, "NotWhole"),
            (6, 6, "NotFlag"),
            (7, 9, "NoCommitment"),
            (8, 9, "UnknownCommitment"),
            (9, 0, "UnknownWord"),
        ],
        "{wrong:#?}"
    );
    let nearest = |at: usize| match &wrong[at].cause {
        Cause::UnknownWord { nearest, .. } => nearest.map(str::to_owned),
        Cause::UnknownName { nearest, .. } | Cause::UnknownCommitment { nearest, .. } => {
            nearest.clone()
        }
        _ => None,
    };
    assert_eq!(nearest(0).as_deref(), Some("decided"));
    assert_eq!(nearest(3).as_deref(), Some("Energi"));
    for wrong in &wrong {
        let [sv, en] = [Lang::Sv, Lang::En].map(|lang| sentence(wrong, lang));
        assert_ne!(sv, en);
        assert!(!sv.contains("{}") && !en.contains("{}"));
    }
    assert_eq!(
        sentence(&wrong[0], Lang::Sv),
        "”beslutatt” är inget av de ord som kan stå här: ”planerat”, ”beslutat”, ”pågår”, ”klart”, ”pausat”, \
         ”avslutat utan resultat”, ”läget ej angivet”. Menade du ”beslutat”?"
    );
}

#[test]
fn a_table_without_what_it_needs_is_told_of() {
    for (text, causes) in [
        ("Slag;Id;Kommun;Version\r\n", &["NoRows"][..]),
        (
            "Rubrik;Rubrik;Title\r\na;b;c\r\n",
            &["ColumnTwice", "ColumnTwice", "NoColumn", "NoColumn"],
        ),
        ("Slag;Id;Rubrik\r\nmål;a;A\r\n", &["Nowhere", "Nowhere"]),
        (
            "Slag;Id;Kommun;Version;Innehåll\r\nmål;a;K;1;\r\nmål;b;K;1;en smula\r\n",
            &["UnknownWord"],
        ),
    ] {
        let wrong = read(text, None).expect_err(text);
        let found: Vec<_> = wrong.iter().map(|it| name(&it.cause)).collect();
        assert_eq!(found, causes, "{text}");
        for wrong in &wrong {
            assert_ne!(sentence(wrong, Lang::Sv), sentence(wrong, Lang::En));
        }
    }
}

/// The name of a cause.
fn name(cause: &Cause) -> &'static str {
    match cause {
        Cause::NoColumn { .. } => "NoColumn",
        Cause::ColumnTwice { .. } => "ColumnTwice",
        Cause::NoRows => "NoRows",
        Cause::NoKind => "NoKind",
        Cause::UnknownWord { .. } => "UnknownWord",
        Cause::NotNumber { .. } => "NotNumber",
        Cause::NotWhole { .. } => "NotWhole",
        Cause::NotFlag { .. } => "NotFlag",
        Cause::NotOfKind { .. } => "NotOfKind",
        Cause::UnknownName { .. } => "UnknownName",
        Cause::BadFunding { .. } => "BadFunding",
        Cause::NoCommitment => "NoCommitment",
        Cause::UnknownCommitment { .. } => "UnknownCommitment",
        Cause::Two { .. } => "Two",
        Cause::Nowhere { .. } => "Nowhere",
    }
}
