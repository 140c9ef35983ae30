#![allow(clippy::unwrap_used, reason = "tests")]
//! The action tables of Lund's and Helsingborg's EU contracts, as they are shipped: what their tables say is in them, word
//! for word and figure for figure, and figures that were read by eye are the same.

use std::path::{Path, PathBuf};

use serde_json::Value;
use transition_map::contract::model::{Action, Version};
use transition_map::contract::quantity::Quantity;
use transition_map::contract::table::{About, Draft, draft, read};
use transition_map::contract::word::{Content, PlacedBy, Reason};
use transition_map::contract::{Contract, Lang, open};

const CITIES: [(&str, usize); 2] = [("lund", 37), ("helsingborg", 41)];

/// The version that the table is.
const LABEL: &str = "2024 (EU)";

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn shipped(city: &str) -> Contract {
    let path = project(&format!("public/contracts/{city}.json"));
    let opened = open(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(opened.problems, [], "{city}");
    opened.contract
}

fn version(contract: &Contract) -> &Version {
    contract
        .versions
        .iter()
        .find(|it| it.label == LABEL)
        .unwrap()
}

/// What the app makes of the table.
fn drafted(city: &str) -> Draft {
    let path = project(&format!("tests/samples/tables/{city}-actions.csv"));
    let table = read(&std::fs::read(path).unwrap()).unwrap();
    let about = About {
        municipality: city.to_owned(),
        label: LABEL.to_owned(),
        document: String::new(),
    };
    draft(&table, &table.roles(), &about).unwrap()
}

#[test]
fn every_action_of_the_tables_is_shipped_with_what_its_cells_say() {
    for (city, count) in CITIES {
        let (contract, draft) = (shipped(city), drafted(city));
        let (shipped, read) = (version(&contract), &draft.contract.versions[0]);
        assert_eq!((shipped.actions.len(), read.actions.len()), (count, count));
        for (ours, theirs) in shipped.actions.iter().zip(&read.actions) {
            let plain = |it: &Action| {
                let mut it = it.clone();
                // Where it stands on the map is ours, and what its source is called.
                (it.steps, it.placed_by, it.source) = (Vec::new(), None, None);
                for quantity in [&mut it.cost, &mut it.effect] {
                    let is_empty =
                        |it: &Quantity| it.unknown == Some(Reason::NotStated) && is_of_the_copy(it);
                    if quantity.as_ref().is_some_and(is_empty) {
                        *quantity = None;
                    }
                }
                it
            };
            assert_eq!(plain(ours), plain(theirs), "{city}");
            assert_eq!(
                ours.placed_by,
                Some(PlacedBy::Editor),
                "{city}: {}",
                ours.id
            );
            assert!(!ours.steps.is_empty(), "{city}: {}", ours.id);
            let row = theirs
                .source
                .as_ref()
                .and_then(|it| it.section.clone())
                .unwrap();
            let section = ours
                .source
                .as_ref()
                .and_then(|it| it.section.clone())
                .unwrap();
            assert_eq!(section, format!("B-2.2, {row}"), "{city}: {}", ours.id);
        }
    }
}

/// An empty cell of a copy does not say that the contract is silent.
fn is_of_the_copy(quantity: &Quantity) -> bool {
    quantity.reason.as_deref() == Some("The cell is empty in our copy of the table.")
}

#[test]
fn an_empty_cell_is_said_to_be_one_of_our_copy() {
    for (city, _) in CITIES {
        let contract = shipped(city);
        for action in &version(&contract).actions {
            for (field, quantity) in [("cost", &action.cost), ("effect", &action.effect)] {
                let quantity = quantity.as_ref().unwrap();
                if quantity.unknown == Some(Reason::NotStated) && is_of_the_copy(quantity) {
                    let swedish =
                        contract
                            .translations
                            .text("sv", &action.id, &format!("{field}.reason"));
                    assert_eq!(swedish, Some("Cellen är tom i vår avskrift av tabellen."));
                }
            }
        }
    }
}

#[test]
fn they_are_excerpts_of_contracts_of_another_kind_and_say_so() {
    for (city, _) in CITIES {
        let contract = shipped(city);
        let version = version(&contract);
        assert_eq!(
            version.content,
            Content::Excerpt,
            "a contract is more than its table"
        );
        let document = contract
            .document(version.document.as_ref().unwrap())
            .unwrap();
        for (lang, words) in [
            (Lang::En, "EU Climate City Contract"),
            (Lang::Sv, "EU-klimatkontrakt"),
        ] {
            let (title, _) = contract.text(&document.id, "title", &document.title, lang);
            assert!(title.contains(words), "{title}");
        }
    }
}

#[test]
fn what_is_said_of_an_action_is_said_in_swedish_too() {
    for (city, _) in CITIES {
        let contract = shipped(city);
        for action in &version(&contract).actions {
            let swedish = |field: &str| contract.translations.text("sv", &action.id, field);
            assert!(
                swedish("title").is_some_and(|it| it != action.title),
                "{}",
                action.id
            );
            assert_eq!(
                swedish("responsible").is_some(),
                !action.responsible.is_empty(),
                "{}",
                action.id
            );
            for (field, quantity) in [
                ("cost.reason", &action.cost),
                ("effect.reason", &action.effect),
            ] {
                let reason = quantity.as_ref().and_then(|it| it.reason.as_ref());
                assert_eq!(
                    swedish(field).is_some(),
                    reason.is_some(),
                    "{}: {field}",
                    action.id
                );
            }
        }
    }
}

/// The figures of `cells.json` were read by eye from the tables, by someone who had not seen what the app makes of them.
#[test]
fn figures_read_by_eye_are_the_same() {
    let path = project("tests/samples/tables/cells.json");
    let cells: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut figures = 0;
    for cell in cells.as_array().unwrap() {
        let city = cell["city"].as_str().unwrap();
        let contract = shipped(city);
        let row = cell["row"].as_u64().unwrap() as usize;
        let action = &version(&contract).actions[row - 1];
        let quantity = match cell["column"].as_str().unwrap() {
            "cost" => &action.cost,
            _ => &action.effect,
        };
        let quantity = quantity.as_ref().unwrap();
        let expected = &cell["expect"];
        let number = |name: &str| expected[name].as_f64();
        if expected["unit"].is_string() {
            let used = cell["column"] != "compensated" || {
                let reduction = cells.as_array().unwrap().iter().any(|it| {
                    it["city"] == city
                        && it["row"] == cell["row"]
                        && it["column"] == "reduction"
                        && it["expect"]["unit"].is_string()
                });
                !reduction
            };
            if !used {
                continue; // the reduction is the effect, and the other figure stands in words
            }
            assert_eq!(
                quantity
                    .unit
                    .map(transition_map::contract::word::Unit::as_str),
                expected["unit"].as_str(),
                "{cell}"
            );
            assert_eq!(
                (quantity.value, quantity.low, quantity.high),
                (number("value"), number("low"), number("high")),
                "{cell}"
            );
            figures += 1;
        } else if cell["column"] != "compensated" {
            // Unless the other of the two columns has the effect.
            let other = cells.as_array().unwrap().iter().any(|it| {
                it["city"] == city
                    && it["row"] == cell["row"]
                    && it["column"] == "compensated"
                    && it["expect"]["unit"].is_string()
            });
            assert_eq!(
                quantity.is_known(),
                other && cell["column"] == "reduction",
                "{cell}"
            );
        }
    }
    assert!(figures >= 40, "{figures}");
}
