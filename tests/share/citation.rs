//! References: of what is shipped, and what holds for all of it.

use jiff::civil::{Date, date};
use transition_map::contract::quantity::Signed;
use transition_map::contract::{Contract, Lang, read};
use transition_map::share::citation;

use crate::text;

const ADDRESS: &str = "https://karta.example/?contract=x&v=2025/26";

fn today() -> Date {
    date(2026, 11, 24)
}

fn shipped(name: &str) -> Contract {
    read(&text(&format!("public/contracts/{name}.json")))
        .unwrap_or_else(|problems| panic!("{name}: {problems:#?}"))
        .0
}

fn of(contract: &Contract, label: &str, lang: Lang) -> String {
    let at = contract.versions.iter().position(|it| it.label == label);
    let at = at.unwrap_or_else(|| panic!("there is no version {label}"));
    citation(contract, at, ADDRESS, today(), lang)
}

#[test]
fn the_references_of_these_versions_are_these() {
    let mut lines = Vec::new();
    for (name, label) in [
        ("orebro", "2025/26"),
        ("orebro", "2022"),
        ("stockholm", "2022"),
        ("vaxjo", "2021"),
        ("umea", "2021"),
        ("boras", "2023"),
        ("lund", "2024 (EU)"),
        ("exempelkommun", "2025/26"),
    ] {
        let contract = shipped(name);
        for lang in [Lang::Sv, Lang::En] {
            lines.push(of(&contract, label, lang).replace('\u{a0}', "·"));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_version_that_is_shipped_is_named_and_its_day_said_or_said_to_be_unknown() {
    let index: serde_json::Value =
        serde_json::from_str(&text("public/contracts/index.json")).expect("the index is JSON");
    let files = index["contracts"].as_array().expect("it lists contracts");
    let mut seen = 0;
    for file in files.iter().filter_map(|it| it["url"].as_str()) {
        let contract = shipped(file.trim_end_matches(".json"));
        for version in &contract.versions {
            for lang in [Lang::Sv, Lang::En] {
                let said = of(&contract, &version.label, lang);
                assert!(said.starts_with(&contract.municipality.name), "{said}");
                assert!(
                    said.contains(&format!("version {}", version.label)),
                    "{said}"
                );
                assert!(said.contains(ADDRESS), "{said}");
                let unknown = ["inte känt", "not known"];
                let is_known = matches!(version.signed, Some(Signed::On(_)));
                assert_eq!(
                    is_known,
                    !unknown.iter().any(|it| said.contains(it)),
                    "{said}"
                );
                let signed = ["Undertecknat", "Signed"];
                assert_eq!(
                    is_known,
                    signed.iter().any(|it| said.contains(it)),
                    "{said}"
                );
                let invented = ["Påhittat exempel", "invented example"];
                assert_eq!(
                    contract.example,
                    invented.iter().any(|it| said.contains(it)),
                    "{said}"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "the contracts are found");
}

#[test]
fn a_day_is_said_no_finer_and_no_surer_than_it_is_known() {
    let mut contract = shipped("orebro");
    for (written, said) in [
        ("2022-12-08", "Undertecknat 8\u{a0}december\u{a0}2022."),
        ("2022-12", "Undertecknat december\u{a0}2022."),
        ("2022", "Undertecknat 2022."),
        ("2022?", "Undertecknat 2022 (osäkert)."),
    ] {
        contract.versions[0].signed = Some(Signed::On(transition_map::contract::period::Period(
            written.to_owned(),
        )));
        let line = citation(&contract, 0, ADDRESS, today(), Lang::Sv);
        assert!(line.contains(said), "{line}");
    }
    contract.versions[0].signed = None;
    let line = citation(&contract, 0, ADDRESS, today(), Lang::Sv);
    assert!(
        line.contains("När det undertecknades är inte känt."),
        "{line}"
    );
}

#[test]
fn a_version_that_is_not_there_is_not_made_up() {
    let contract = shipped("orebro");
    let line = citation(&contract, 99, ADDRESS, today(), Lang::Sv);
    assert_eq!(
        line.replace('\u{a0}', " "),
        format!(
            "Örebro kommun. Visas av Omställningskartan, {ADDRESS}, hämtad den 24 november 2026."
        )
    );
}
