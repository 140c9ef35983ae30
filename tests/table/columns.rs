//! What columns hold, by their headers.

use proptest::prelude::*;
use transition_map::contract::Lang;
use transition_map::contract::table::{Role, Table, read};

/// The columns of module B-2.2 of the EU Climate City Contract.
const EU: &[(&str, Role)] = &[
    ("Action name", Role::Name),
    ("Action type", Role::Keep),
    ("Action description", Role::Description),
    ("Field of action", Role::Field),
    ("Systemic lever", Role::Lever),
    ("Outcome (according to module B-1.1)", Role::Keep),
    (
        "Responsible bodies/person for implementation",
        Role::Responsible,
    ),
    ("Action scale & addressed entities", Role::Keep),
    ("Involved stakeholders", Role::Keep),
    (
        "Comments on implementation – consider mentioning resources, timelines, milestones",
        Role::Keep,
    ),
    ("Timeline", Role::Timeline),
    ("Status", Role::Status),
    ("Generated renewable energy (if applicable)", Role::Keep),
    (
        "Removed/substituted energy, volume or fuel type",
        Role::Keep,
    ),
    (
        "GHG emissions reduction estimate (total) per emission source sector",
        Role::Reduction,
    ),
    (
        "GHG emissions compensated (natural or technological sinks)",
        Role::Compensated,
    ),
    ("Total costs and costs by CO2e unit", Role::Cost),
];

/// The same as municipalities call it, with what else they have.
const SWEDISH: &[(&str, Role)] = &[
    ("Nr", Role::Keep),
    ("Åtgärd", Role::Name),
    ("Beskrivning", Role::Description),
    ("Insatsområde", Role::Field),
    ("Hävstång", Role::Lever),
    ("Ansvarig nämnd/bolag", Role::Responsible),
    ("Tidplan", Role::Timeline),
    ("Läge", Role::Status),
    ("Utsläppsminskning (ton CO2e/år)", Role::Reduction),
    ("Kolsänka", Role::Compensated),
    ("Total kostnad (MSEK)", Role::Cost),
    ("Finansiär", Role::Funder),
    ("Kommentar", Role::Keep),
];

fn table(headers: &[&str]) -> Table {
    let quoted: Vec<String> = headers.iter().map(|it| format!("\"{it}\"")).collect();
    let text = format!(
        "{}\n{}\n",
        quoted.join(","),
        vec!["x"; headers.len()].join(",")
    );
    read(text.as_bytes()).expect("it is a table")
}

#[test]
fn a_header_is_known_in_both_languages_and_many_wordings() {
    for (header, role) in EU.iter().chain(SWEDISH) {
        assert_eq!(Role::guess(header), *role, "{header}");
    }
    for (header, role) in [
        ("ACTION  NAME", Role::Name),
        ("Name of the action", Role::Name),
        ("Insats", Role::Name),
        ("Aktivitet", Role::Name),
        ("Åtgärdens namn", Role::Name),
        ("Åtgärd/insats", Role::Name),
        ("Klimatåtgärder", Role::Name),
        ("atgard", Role::Name),
        ("Åtgärdsbeskrivning", Role::Description),
        ("Fokusområde", Role::Field),
        ("Focus area", Role::Field),
        ("Sektor", Role::Field),
        ("Systemhävstång", Role::Lever),
        ("Ansvar", Role::Responsible),
        ("Huvudansvarig", Role::Responsible),
        ("Vem", Role::Responsible),
        ("Tid", Role::Timeline),
        ("Period", Role::Timeline),
        ("Tid\u{a0}(år)", Role::Timeline),
        ("Startår", Role::Start),
        ("End year", Role::End),
        ("Klimateffekt", Role::Reduction),
        ("Effekt (ton CO₂e)", Role::Reduction),
        ("Minskade växthusgasutsläpp", Role::Reduction),
        ("CO2 reduction", Role::Reduction),
        ("Negativa utsläpp", Role::Compensated),
        ("Kostnad", Role::Cost),
        ("Budget", Role::Cost),
        ("Investeringskostnad", Role::Cost),
        ("Finansiering", Role::Funder),
        ("Funding source", Role::Funder),
        ("Co-benefits", Role::CoBenefits),
        ("Cost per tonne CO2e", Role::Keep),
        ("Kostnadseffektivitet", Role::Keep),
        ("Kommentar till status", Role::Keep),
        ("Energibesparing (MWh)", Role::Keep),
        ("Diarienummer", Role::Keep),
        ("", Role::Keep),
        ("()", Role::Keep),
    ] {
        assert_eq!(Role::guess(header), role, "{header}");
    }
}

#[test]
fn a_role_goes_to_the_column_that_fits_it_best() {
    let roles = |headers: &[&str]| table(headers).roles();
    assert_eq!(
        roles(&[
            "Uppskattad kostnad för drift",
            "Åtgärd",
            "Kostnad",
            "Aktivitet"
        ]),
        [Role::Keep, Role::Name, Role::Cost, Role::Keep]
    );
    assert_eq!(
        roles(&["Åtgärd", "x", "x"]),
        [Role::Name, Role::Keep, Role::Keep]
    );
}

#[test]
fn the_language_is_that_of_the_header() {
    let language = |headers: &[(&str, Role)]| {
        let headers: Vec<&str> = headers.iter().map(|it| it.0).collect();
        table(&headers).language()
    };
    assert_eq!(language(EU), Lang::En);
    assert_eq!(language(SWEDISH), Lang::Sv);
    assert_eq!(table(&["Action name", "Status"]).language(), Lang::En);
    assert_eq!(table(&["Namn", "Status"]).language(), Lang::Sv);
    assert_eq!(table(&["xx", "yy"]).language(), Lang::Sv);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn columns_are_known_in_any_order(eu in Just(EU.to_vec()).prop_shuffle(), swedish in Just(SWEDISH.to_vec()).prop_shuffle()) {
        for columns in [eu, swedish] {
            let (headers, roles): (Vec<&str>, Vec<Role>) = columns.into_iter().unzip();
            prop_assert_eq!(table(&headers).roles(), roles);
        }
    }

    #[test]
    fn no_role_is_given_twice(headers in proptest::collection::vec("(Kostnad|Åtgärd|Tid|Budget|Insats|Name|[a-zåäö][a-zåäö ]{0,11})", 2..12)) {
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let mut roles = table(&headers).roles();
        roles.retain(|role| !role.is_common());
        let count = roles.len();
        roles.sort();
        roles.dedup();
        prop_assert_eq!(roles.len(), count);
    }
}
