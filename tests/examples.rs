//! The invented contracts that are shipped, for workshops and tests: they open without a remark, are marked as invented, name
//! nobody real, and the main one holds every word of the format that a view must be able to show.
//!
//! Longer than most: the names that must not occur are a list of their own, and each law has its test.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use transition_map::contract::model::{Lesson, Version};
use transition_map::contract::quantity::Signed;
use transition_map::contract::word::{
    Content, Lever, Origin, PartyKind, PlacedBy, Quality, Reason, Status, Step, Unit,
};
use transition_map::contract::{Contract, Id, Item, open};

/// The invented contracts, the main one first.
const NAMES: [&str; 3] = ["exempelkommun", "exempelkommun-norr", "exempelkommun-soder"];

/// Real municipalities that have signed such a contract: none of them may seem to have promised what is invented.
const MUNICIPALITIES: [&str; 26] = [
    "Borlänge",
    "Borås",
    "Enköping",
    "Eskilstuna",
    "Gävle",
    "Göteborg",
    "Helsingborg",
    "Håbo",
    "Järfälla",
    "Kalmar",
    "Karlstad",
    "Kristianstad",
    "Linköping",
    "Luleå",
    "Lund",
    "Malmö",
    "Mariestad",
    "Nacka",
    "Skellefteå",
    "Stockholm",
    "Umeå",
    "Uppsala",
    "Växjö",
    "Alvesta",
    "Örebro",
    "Östersund",
];

/// Real authorities, and the programme.
const AUTHORITIES: [&str; 9] = [
    "Naturvårdsverket",
    "Energimyndigheten",
    "Formas",
    "Vinnova",
    "Tillväxtverket",
    "Trafikverket",
    "Boverket",
    "SMHI",
    "Viable",
];

fn text(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/contracts/{name}.json"));
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn file(name: &str) -> Value {
    serde_json::from_str(&text(name)).expect(name)
}

fn contracts() -> impl Iterator<Item = (&'static str, &'static Contract)> {
    static CONTRACTS: LazyLock<Vec<Contract>> = LazyLock::new(|| {
        let opened = NAMES.iter().map(|name| open(&text(name)).expect(name));
        opened.map(|it| it.contract).collect()
    });
    NAMES.into_iter().zip(CONTRACTS.iter())
}

fn main_one() -> &'static Contract {
    contracts().next().unwrap().1
}

/// Every version of every file, with a name for it.
fn versions() -> impl Iterator<Item = (String, &'static Contract, &'static Version)> {
    contracts().flat_map(|(name, contract)| {
        let versions = contract.versions.iter();
        versions.map(move |it| (format!("{name} {}", it.label), contract, it))
    })
}

fn ids(version: &Version) -> BTreeSet<&Id> {
    version.items().map(|it| it.id()).collect()
}

/// The words that stand at a field, alone or in a list, anywhere in a value.
fn words<'v>(value: &'v Value, field: &str, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::Array(values) => values.iter().for_each(|it| words(it, field, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == field {
                    found.extend(value.as_str());
                    let list = value.as_array().into_iter().flatten();
                    found.extend(list.filter_map(Value::as_str));
                }
                words(value, field, found);
            }
        }
        _ => {}
    }
}

/// What an item continues.
fn continues<'a>(item: &Item<'a>) -> &'a [Id] {
    match *item {
        Item::Goal(it) => &it.continues,
        Item::Commitment(it) => &it.continues,
        Item::Measure(_, it) => &it.continues,
        Item::Action(it) => &it.continues,
        Item::Prerequisite(it) => &it.continues,
        Item::Body(it) => &it.continues,
        Item::Gap(_) | Item::Indicator(_) | Item::Lesson(_) => &[],
    }
}

#[test]
fn each_opens_without_a_remark_and_says_that_it_is_invented() {
    for name in NAMES {
        let opened = open(&text(name)).expect(name);
        assert_eq!(opened.problems, [], "{name}");
        let municipality = &opened.contract.municipality;
        assert!(opened.contract.example, "{name}");
        assert!(municipality.name.starts_with("Exempelkommun"), "{name}");
        assert_eq!(municipality.code, None, "{name}");
        for document in &opened.contract.documents {
            assert!(document.title.contains("påhittat"), "{}", document.title);
            assert_eq!(document.url, None, "{}", document.title);
        }
        for indicator in &opened.contract.indicators {
            let release = indicator.release.as_deref().unwrap_or_default();
            assert!(release.contains("påhittad"), "{}", indicator.id);
        }
    }
}

#[test]
fn nobody_real_is_named() {
    for name in NAMES {
        let text = text(name);
        for word in text.split(|sign: char| !sign.is_alphabetic()) {
            let stem = word.strip_suffix('s').unwrap_or(word);
            for real in MUNICIPALITIES.iter().chain(&AUTHORITIES) {
                assert!(word != *real && stem != *real, "{name}: {word}");
            }
        }
    }
}

#[test]
fn the_main_one_has_four_full_versions_of_25_to_40_items() {
    let versions = &main_one().versions;
    let labels: Vec<&str> = versions.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["2022", "2023", "2024", "2025/26"]);
    for version in versions {
        let count = version.items().count();
        assert!((25..=40).contains(&count), "{}: {count}", version.label);
        assert!(matches!(version.signed, Some(Signed::On(_))));
    }
}

#[test]
fn the_smaller_ones_have_two_full_versions_of_10_to_14_items() {
    for (name, contract) in contracts().skip(1) {
        let labels: Vec<&str> = contract
            .versions
            .iter()
            .map(|it| it.label.as_str())
            .collect();
        assert_eq!(labels, ["2024", "2025/26"], "{name}");
        for version in &contract.versions {
            let count = version.items().count();
            assert!((10..=14).contains(&count), "{name}: {count}");
        }
    }
    assert!(versions().all(|(_, _, it)| it.content == Content::Full));
}

#[test]
fn every_word_that_a_view_must_show_occurs_in_the_main_one() {
    let file = file(NAMES[0]);
    let units: Vec<&str> = Unit::TEXTS
        .iter()
        .copied()
        .filter(|unit| *unit != Unit::Eur.as_str())
        .collect();
    let rows: [(&str, &[&str]); 8] = [
        ("unknown", Reason::TEXTS),
        ("status", Status::TEXTS),
        ("origin", Origin::TEXTS),
        ("levers", Lever::TEXTS),
        ("steps", Step::TEXTS),
        ("placed_by", PlacedBy::TEXTS),
        ("quality", Quality::TEXTS),
        ("unit", &units),
    ];
    for (field, expected) in rows {
        let mut found = BTreeSet::new();
        words(&file["versions"], field, &mut found);
        let expected: BTreeSet<&str> = expected.iter().copied().collect();
        assert_eq!(found, expected, "{field}");
    }
    let mut kinds = BTreeSet::new();
    words(&file["parties"], "kind", &mut kinds);
    assert_eq!(kinds, PartyKind::TEXTS.iter().copied().collect());
}

#[test]
fn the_last_version_reaches_every_process_and_every_focus_area() {
    let contract = main_one();
    let last = contract.versions.last().unwrap();
    let steps: BTreeSet<Step> = last
        .items()
        .filter_map(|it| it.steps().first().copied())
        .collect();
    assert_eq!(steps, Step::ALL.iter().copied().collect());
    for area in &contract.focus_areas {
        let touched = last.items().any(|it| it.focus_areas().contains(&area.id));
        assert!(touched, "{}", area.id);
    }
}

#[test]
fn the_joint_commitments_are_the_same_in_all_three() {
    let mut titles: BTreeMap<u16, &str> = BTreeMap::new();
    for (name, contract) in contracts() {
        let last = contract.versions.last().unwrap();
        let joint: Vec<_> = last.commitments.iter().filter(|it| it.shared).collect();
        let numbers: Vec<u16> = joint.iter().filter_map(|it| it.number).collect();
        let expected: &[u16] = match name {
            "exempelkommun" => &[1, 2, 3, 7],
            "exempelkommun-norr" => &[1, 2, 7],
            _ => &[1, 3, 5],
        };
        assert_eq!(numbers, expected, "{name}");
        assert!(joint.iter().any(|it| !it.measures.is_empty()), "{name}");
        for it in joint {
            let title = titles.entry(it.number.unwrap()).or_insert(&it.title);
            assert_eq!(*title, it.title, "{name}");
        }
    }
    for (name, number) in [("exempelkommun", 7), ("exempelkommun-soder", 1)] {
        let (_, contract) = contracts().find(|(it, _)| *it == name).unwrap();
        for version in &contract.versions {
            let mut joint = version.commitments.iter();
            let bare = joint.find(|it| it.number == Some(number));
            assert!(bare.is_none_or(|it| it.measures.is_empty()), "{name}");
        }
    }
}

#[test]
fn a_lesson_is_about_what_is_in_its_own_version() {
    for (name, contract, version) in versions() {
        let (ids, lessons) = (ids(version), &version.lessons);
        let is_main = std::ptr::eq(contract, main_one());
        let least = if is_main && version.label != "2022" {
            2
        } else {
            1
        };
        assert!(lessons.len() >= least, "{name}");
        for lesson in lessons {
            assert!(is_whole(lesson), "{name}: {}", lesson.id);
            for id in &lesson.about {
                assert!(ids.contains(id), "{name}: {} is about {id}", lesson.id);
            }
        }
    }
}

fn is_whole(lesson: &Lesson) -> bool {
    let texts = [&lesson.learned, &lesson.changed, &lesson.next];
    lesson.party.is_some() && !lesson.about.is_empty() && texts.iter().all(|it| it.is_some())
}

#[test]
fn what_an_item_continues_is_in_the_version_before() {
    let mut count = 0;
    for (name, contract) in contracts() {
        for (before, version) in contract.versions.iter().zip(&contract.versions[1..]) {
            let known = ids(before);
            for item in version.items() {
                for id in continues(&item) {
                    assert!(known.contains(id), "{name}: {} continues {id}", item.id());
                    assert!(!known.contains(item.id()), "{name}: {}", item.id());
                    count += 1;
                }
            }
        }
        let first = &contract.versions[0];
        assert!(first.items().all(|it| continues(&it).is_empty()), "{name}");
    }
    assert!(count > 10, "{count}");
}

#[test]
fn every_item_has_a_source_with_its_section() {
    for (name, _, version) in versions() {
        for item in version.items() {
            let source = item.source().unwrap_or_else(|| panic!("{}", item.id()));
            assert!(source.section.is_some(), "{name}: {}", item.id());
            assert_eq!(Some(&source.document), version.document.as_ref(), "{name}");
        }
    }
}

#[test]
fn an_id_names_one_thing_in_the_whole_file() {
    for (name, contract) in contracts() {
        let items: BTreeSet<&Id> = contract.versions.iter().flat_map(ids).collect();
        let mut seen: Vec<&Id> = items.into_iter().collect();
        seen.extend(contract.parties.iter().map(|it| &it.id));
        seen.extend(contract.focus_areas.iter().map(|it| &it.id));
        seen.extend(contract.documents.iter().map(|it| &it.id));
        seen.extend(contract.indicators.iter().map(|it| &it.id));
        let once: BTreeSet<&Id> = seen.iter().copied().collect();
        assert_eq!(once.len(), seen.len(), "{name}: {seen:?}");
    }
}

/// The texts of a thing that are read by people, by id: a text that a version words anew is still one text.
fn texts<'v>(value: &'v Value, found: &mut BTreeMap<&'v str, BTreeSet<&'v str>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|it| texts(it, found)),
        Value::Object(fields) => {
            if let Some(id) = fields.get("id").and_then(Value::as_str) {
                let names = [
                    "title", "summary", "role", "name", "learned", "changed", "next",
                ];
                let of = found.entry(id).or_default();
                of.extend(names.into_iter().filter(|name| fields.contains_key(*name)));
                let mut quantities = ["target", "cost", "effect", "amount"]
                    .into_iter()
                    .filter_map(|name| fields.get(name));
                if quantities.any(|it| it.get("reason").is_some()) {
                    of.insert("reason");
                }
            }
            fields.values().for_each(|it| texts(it, found));
        }
        _ => {}
    }
}

#[test]
fn every_text_has_its_english_and_no_other() {
    for name in NAMES {
        let file = file(name);
        let mut found = BTreeMap::new();
        texts(&file, &mut found);
        let english = file["translations"]["en"].as_object().unwrap();
        let translated: BTreeMap<&str, BTreeSet<&str>> = english
            .iter()
            .map(|(id, texts)| {
                let texts = texts.as_object().unwrap().iter();
                let filled = texts.filter(|(_, text)| !text.as_str().unwrap().trim().is_empty());
                (
                    id.as_str(),
                    filled.map(|(field, _)| field.as_str()).collect(),
                )
            })
            .collect();
        assert_eq!(translated, found, "{name}");
    }
}
