//! The contract of Örebro that is shipped, held against what the signed text says: what there is of each kind, with its
//! names, years and sections. The figures of the emissions are copied from the release that they are said to come from.
//!
//! Long because the contract is: one test for each of its parts.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use transition_map::contract::model::{Action, Commitment, Indicator, Version};
use transition_map::contract::period::{Edge, Grain, Season};
use transition_map::contract::quantity::{Amount, Signed};
use transition_map::contract::word::{
    Aim, Content, Origin, PartyKind, PlacedBy, Process, Reason, Scope, Status,
};
use transition_map::contract::{Contract, Id, Lang, open, read_index};

/// The label of the version that is transcribed.
const LABEL: &str = "2025/26";

fn text(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn contract() -> &'static Contract {
    static CONTRACT: LazyLock<Contract> = LazyLock::new(|| {
        open(&text("public/contracts/orebro.json"))
            .expect("the contract opens")
            .contract
    });
    &CONTRACT
}

fn version() -> &'static Version {
    contract()
        .versions
        .iter()
        .find(|it| it.label == LABEL)
        .expect(LABEL)
}

fn actions(origin: Origin) -> impl Iterator<Item = &'static Action> {
    version()
        .actions
        .iter()
        .filter(move |it| it.origin == Some(origin))
}

fn action(id: &str) -> &'static Action {
    let action = version().actions.iter().find(|it| it.id.as_str() == id);
    action.expect(id)
}

fn of_kind(kind: PartyKind) -> BTreeSet<&'static Id> {
    let parties = contract().parties.iter();
    parties
        .filter(|it| it.kind == Some(kind))
        .map(|it| &it.id)
        .collect()
}

fn parties(of: &Commitment) -> BTreeSet<&Id> {
    of.party.iter().chain(&of.parties).collect()
}

fn section(of: &Commitment) -> &str {
    of.source
        .as_ref()
        .and_then(|it| it.section.as_deref())
        .unwrap_or_default()
}

/// The sections of the commitments that parties of a kind make.
fn sections(kind: PartyKind) -> Vec<&'static str> {
    let of_kind = of_kind(kind);
    let commitments = version().commitments.iter();
    commitments
        .filter(|it| parties(it) == of_kind)
        .map(section)
        .collect()
}

#[test]
fn it_opens_without_an_error_a_warning_or_a_hint() {
    let opened = open(&text("public/contracts/orebro.json")).expect("no errors");
    assert_eq!(opened.problems, []);
    assert!(!contract().example);
}

#[test]
fn the_index_names_it() {
    let index = read_index(&text("public/contracts/index.json")).expect("the index is in order");
    let orebro = index
        .contracts
        .iter()
        .find(|it| it.id.as_str() == "orebro")
        .expect("it is listed");
    let municipality = &contract().municipality;
    assert_eq!(orebro.url, "orebro.json");
    assert_eq!(orebro.name, municipality.name);
    assert_eq!(orebro.code, municipality.code);
    assert_eq!(municipality.code.as_deref(), Some("1880"));
}

#[test]
fn three_earlier_versions_are_known_as_documents_and_this_one_in_full() {
    let rows: [(&str, Content, Option<&str>, Option<&str>); 4] = [
        (
            "2022",
            Content::DocumentOnly,
            Some("2022-12-08"),
            Some("2023/11/Viable-Cities-Klimatkontrakt-Orebro-FINAL.pdf"),
        ),
        (
            "2023",
            Content::DocumentOnly,
            Some("2023-12-08"),
            Some("2024/01/Klimatkontrakt_Orebro_2023.pdf"),
        ),
        (
            "2024",
            Content::DocumentOnly,
            None,
            Some("2024/12/Klimatkontrakt_Orebro_2024.pdf"),
        ),
        (LABEL, Content::Full, None, None),
    ];
    let found: Vec<_> = contract()
        .versions
        .iter()
        .map(|version| {
            let document = version
                .document
                .as_ref()
                .and_then(|id| contract().document(id))
                .expect("every version has its document");
            let link = document.url.as_deref().map(|url| {
                url.strip_prefix("https://viablecities.se/wp-content/uploads/")
                    .expect(url)
            });
            let signed = match &version.signed {
                Some(Signed::On(day)) => Some(day.0.as_str()),
                Some(Signed::Unknown(why)) => {
                    assert_eq!(why.unknown, Reason::NotStated);
                    None
                }
                None => panic!("{} says nothing of its day", version.label),
            };
            (version.label.as_str(), version.content, signed, link)
        })
        .collect();
    assert_eq!(found, rows);
}

#[test]
fn every_day_of_signing_has_a_source() {
    for version in &contract().versions {
        let on = matches!(version.signed, Some(Signed::On(_)));
        assert_eq!(on, version.source.is_some(), "{}", version.label);
    }
}

#[test]
fn four_goals_cover_the_group_and_the_territory_with_consumption() {
    let goals: Vec<_> = version()
        .goals
        .iter()
        .map(|it| (it.scope, it.aim, it.year))
        .collect();
    let goal = |scope, aim, year| (Some(scope), Some(aim), Some(year));
    assert_eq!(
        goals,
        [
            goal(Scope::Organisation, Aim::ClimateNeutral, 2030),
            goal(Scope::Organisation, Aim::ClimatePositive, 2040),
            goal(Scope::Territory, Aim::ClimateNeutral, 2045),
            goal(Scope::Territory, Aim::ClimatePositive, 2050),
        ]
    );
    for goal in &version().goals {
        assert_eq!(goal.includes_consumption, Some(true), "{}", goal.id);
        assert_eq!(goal.target, None, "{}: the contract has no level", goal.id);
    }
}

#[test]
fn the_gap_is_not_quantified_and_says_why() {
    let [gap] = version().gaps.as_slice() else {
        panic!("one gap: {:?}", version().gaps);
    };
    assert_eq!(gap.about.as_ref().map(Id::as_str), Some("koncern-neutral"));
    let amount = gap.amount.as_ref().expect("it says something of its size");
    assert_eq!(amount.amount(), Amount::Unknown(Reason::NotQuantified));
    assert!(amount.reason.as_ref().is_some_and(|it| it.contains("data")));
}

#[test]
fn six_focus_areas_are_those_of_the_climate_strategy() {
    let titles: Vec<&str> = contract()
        .focus_areas
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Transporter och mobilitet",
            "Energi",
            "Byggnation",
            "Livsmedel och jordbruk",
            "Konsumtion och avfall",
            "Kolinlagring",
        ]
    );
}

#[test]
fn seven_prerequisites_are_named() {
    let ids: Vec<&str> = version()
        .prerequisites
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "visuell-uppfoljning",
            "scenarioanalyser",
            "kartlaggning-klimatpaverkan",
            "ekonomiskt-perspektiv",
            "social-hallbarhet",
            "kompetensutveckling",
            "lokalisering-markanvandning",
        ]
    );
}

#[test]
fn nine_activities_are_those_of_the_activity_plan() {
    let titles: Vec<&str> = actions(Origin::ActivityPlan)
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Klimatinvesteringsplan",
            "Implementering av gröna obligationer",
            "Kvantifierat mål för kolinlagring",
            "Scenarioanalyser för olika utsläppsområden",
            "Utvecklad klimatuppföljning",
            "Smart säker stad – delområde energisamverkan",
            "Kraftsamling kring att främja insatser för cirkulär ekonomi",
            "Samordning av masshantering",
            "Utveckla byggåterbruk",
        ]
    );
}

#[test]
fn four_assignments_are_those_of_the_budget_for_2026() {
    let found: Vec<_> = actions(Origin::BudgetAssignment)
        .map(|it| (it.id.as_str(), it.period.as_ref().map(|it| it.0.as_str())))
        .collect();
    assert_eq!(
        found,
        [
            ("parkeringslosningar", Some("2026/")),
            ("innovativ-losning-aterbruk", Some("2026/")),
            ("energiplan", Some("2026/")),
            ("markanvandning-kolinlagring", Some("2026/")),
        ]
    );
}

#[test]
fn every_action_comes_from_one_of_the_three_parts() {
    let parts = [
        Origin::ActivityPlan,
        Origin::BudgetAssignment,
        Origin::InvestmentPlan,
    ];
    let counts = parts.map(|it| actions(it).count());
    assert_eq!(counts, [9, 4, 8]);
    assert_eq!(counts.iter().sum::<usize>(), version().actions.len());
}

#[test]
fn the_investment_plan_is_a_working_group_with_four_aims_a_framework_a_pilot_and_outside_money() {
    let ids: Vec<&str> = actions(Origin::InvestmentPlan)
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "kip-arbetsgrupp",
            "kip-integrera",
            "kip-klimatbudget",
            "kip-kunskap",
            "kip-nyttor",
            "gront-ramverk",
            "pilot-fordon",
            "extern-finansiering",
        ]
    );
    let aims = actions(Origin::InvestmentPlan).filter(|it| it.title.starts_with("Mål: "));
    assert_eq!(aims.count(), 4);
}

#[test]
fn the_working_group_began_in_autumn_2024_and_the_pilot_is_planned_from_spring_2026() {
    let begins = |id: &str| {
        let period = action(id).period.as_ref().expect(id);
        match period.span().expect("it can be read").start {
            Edge::At(when) => when.grain,
            edge => panic!("{id} begins at {edge:?}"),
        }
    };
    assert_eq!(
        begins("kip-arbetsgrupp"),
        Grain::Season(2024, Season::Autumn)
    );
    assert_eq!(begins("pilot-fordon"), Grain::Season(2026, Season::Spring));
    assert_eq!(action("pilot-fordon").status, Some(Status::Proposed));
}

#[test]
fn the_investment_plan_is_not_finished() {
    let plan = action("klimatinvesteringsplan");
    assert_eq!(plan.status, Some(Status::Started));
    assert!(
        plan.summary
            .as_ref()
            .is_some_and(|it| it.contains("inte klart under 2025"))
    );
}

#[test]
fn no_action_has_a_cost_or_an_effect_because_the_contract_has_none() {
    for action in &version().actions {
        for quantity in [&action.cost, &action.effect] {
            let quantity = quantity.as_ref().expect("said to be unknown");
            assert!(!quantity.is_known(), "{}", action.id);
        }
        assert_eq!(action.funding, [], "{}", action.id);
    }
}

#[test]
fn joint_commitments_are_1_2_3_and_7_with_their_measures() {
    let joint: Vec<&Commitment> = version()
        .commitments
        .iter()
        .filter(|it| it.shared)
        .collect();
    let found: Vec<_> = joint
        .iter()
        .map(|it| (it.number, it.process, it.measures.len()))
        .collect();
    assert_eq!(
        found,
        [
            (Some(1), Some(Process::Governance), 4),
            (Some(2), Some(Process::Analysis), 1),
            (Some(3), Some(Process::Financing), 1),
            (Some(7), None, 0),
        ]
    );
    for commitment in joint {
        assert_eq!(section(commitment), "5.4", "{}", commitment.id);
        assert_eq!(
            parties(commitment),
            of_kind(PartyKind::Municipality),
            "{}",
            commitment.id
        );
    }
}

#[test]
fn the_measure_of_commitment_3_has_two_parts() {
    let third = version()
        .commitments
        .iter()
        .find(|it| it.number == Some(3))
        .expect("commitment 3");
    let summary = third.measures[0].summary.as_deref().unwrap_or_default();
    assert!(
        ["Två delar", "utforskas", "pilot"]
            .iter()
            .all(|word| summary.contains(word)),
        "{summary}"
    );
}

#[test]
fn the_authorities_make_three_commitments_six_together() {
    assert_eq!(of_kind(PartyKind::Authority).len(), 6);
    assert_eq!(sections(PartyKind::Authority), ["6.1", "6.2", "6.3"]);
}

#[test]
fn viable_cities_makes_four_commitments() {
    assert_eq!(sections(PartyKind::Programme), ["7.1", "7.2", "7.3", "7.4"]);
    assert_eq!(
        version().commitments.len(),
        4 + 3 + 4,
        "and there are no others"
    );
}

#[test]
fn eight_parties_sign() {
    let names: Vec<&str> = contract()
        .parties
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Örebro kommun",
            "Formas",
            "Naturvårdsverket",
            "Energimyndigheten",
            "Tillväxtverket",
            "Trafikverket",
            "Vinnova",
            "Viable Cities",
        ]
    );
    assert_eq!(of_kind(PartyKind::Municipality).len(), 1);
    assert_eq!(of_kind(PartyKind::Programme).len(), 1);
}

#[test]
fn five_bodies_lead_decide_and_follow_up() {
    let ids: Vec<&str> = version().bodies.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "kommundirektoren",
            "klimatomstallningsteamet",
            "klimatstyrgruppen",
            "hallbarhetsutskottet",
            "energi-och-klimatradet",
        ]
    );
}

/// The addresses as annex 1 prints them, with their Swedish letters.
#[test]
fn the_documents_of_annex_1_are_there_with_their_links() {
    let annex = [
        "https://www.orebro.se/download/18.38da0aa617293244d5b54d8/1592223833365/Program för hållbar utveckling - Kommunfullmäktige 16 juni 2020.pdf",
        "https://extra.orebro.se/oversiktsplan.4.38aac5381587bce5d2bf58.html",
        "https://www.orebro.se/download/18.373e7d5197a1b30d4419a5/1751453212420/Övergripande strategier och budget 2026 med plan för 2027-2029.pdf",
        "https://www.orebro.se/download/18.1d8f9a39155628f73841694a/1724933350310/Klimatstrategi Örebro kommun.pdf",
        "https://www.orebro.se/download/18.4a40e039192b7af0d9e93d/1762257467323/Trafikstrategi för Örebro kommun.pdf",
        "https://viablecities.se/wp-content/uploads/2024/12/Klimatkontrakt_Orebro_2024.pdf",
        "https://viablecities.se/wp-content/uploads/2024/01/Klimatkontrakt_Orebro_2023.pdf",
        "https://viablecities.se/wp-content/uploads/2023/11/Viable-Cities-Klimatkontrakt-Orebro-FINAL.pdf",
    ];
    let documents = contract().documents.iter();
    let links: Vec<String> = documents
        .filter_map(|it| it.url.as_deref())
        .map(decoded)
        .collect();
    for address in annex {
        assert!(links.iter().any(|it| it == address), "{address}");
    }
}

/// An address with its percent-encoded letters written out.
fn decoded(address: &str) -> String {
    let mut parts = address.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect(address));
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).expect(address)
}

const YEARS: [i16; 10] = [1990, 2000, 2005, 2010, 2015, 2020, 2021, 2022, 2023, 2024];

/// Tonnes within the municipality, published in 2026 (SMHI, all greenhouse gases, via Klimatkollen).
const TOTAL: [f64; 10] = [
    847468.723, 752951.195, 747304.264, 704083.16, 439514.528, 378166.58, 424695.75, 363747.978,
    347634.126, 416489.106,
];

/// The same total, published in 2025. It had no 2024.
const TOTAL_2025: [f64; 9] = [
    802507.037, 706929.293, 698404.081, 700219.22, 470912.874, 381279.9, 425105.659, 363646.219,
    348316.397,
];

/// Its sectors, published in 2026.
#[rustfmt::skip] // a table
const SECTORS: [(&str, [f64; 10]); 9] = [
    ("utslapp-transporter", [287463.54, 299964.47, 321243.27, 305915.06, 237289.95, 202498.9, 203855.98, 182824.43, 180571.41, 223896.09]),
    ("utslapp-jordbruk", [80495.15, 70797.96, 65477.35, 61333.0, 61902.87, 66109.2, 62661.48, 61842.26, 59656.02, 60830.0]),
    ("utslapp-el-fjarrvarme", [207310.96, 173378.38, 197584.74, 214859.74, 37065.43, 31762.8, 82755.44, 51101.9, 40234.82, 51373.2]),
    ("utslapp-arbetsmaskiner", [29989.14, 29159.72, 26963.83, 30861.24, 31931.37, 26740.13, 28178.4, 24632.02, 25162.71, 37068.24]),
    ("utslapp-produktanvandning", [5098.2, 14938.19, 20246.35, 20416.21, 22053.77, 18643.89, 15283.14, 14730.08, 13912.8, 16632.49]),
    ("utslapp-avfall", [92221.98, 77578.88, 63321.02, 44662.44, 28734.34, 21723.05, 19145.9, 18421.85, 17517.34, 16167.03]),
    ("utslapp-industri", [46660.12, 18797.13, 17963.16, 9947.12, 11641.41, 4708.83, 6298.15, 4163.47, 5032.67, 5043.3]),
    ("utslapp-uppvarmning", [98229.62, 68336.47, 34504.54, 16088.34, 8895.39, 5979.79, 6517.26, 6031.97, 5027.99, 5030.48]),
    ("utslapp-utrikes-transporter", [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 518.36, 448.27]),
];

fn indicator(id: &str) -> &'static Indicator {
    contract()
        .indicators
        .iter()
        .find(|it| it.id.as_str() == id)
        .expect(id)
}

fn assert_series(id: &str, published: [f64; 10]) {
    let found: Vec<(i16, f64)> = indicator(id)
        .series
        .iter()
        .map(|it| (it.year, it.value))
        .collect();
    let rounded: Vec<(i16, f64)> = YEARS.into_iter().zip(published.map(f64::round)).collect();
    assert_eq!(found, rounded, "{id}");
}

#[test]
fn the_emissions_are_those_of_the_release_of_2026() {
    assert_series("utslapp", TOTAL);
    for (id, published) in SECTORS {
        assert_series(id, published);
    }
    for indicator in &contract().indicators {
        assert_eq!(
            indicator.release.as_deref(),
            Some("2026"),
            "{}",
            indicator.id
        );
    }
}

#[test]
fn no_figure_is_of_the_release_of_2025() {
    let readings = &indicator("utslapp").series;
    for old in TOTAL_2025 {
        assert!(readings.iter().all(|it| it.value != old.round()), "{old}");
    }
}

#[test]
fn nine_sectors_sum_to_the_total() {
    let total = &indicator("utslapp").id;
    let parts = contract()
        .indicators
        .iter()
        .filter(|it| it.part_of.as_ref() == Some(total));
    assert_eq!(parts.clone().count(), 9);
    assert_eq!(
        contract().indicators.len(),
        1 + 9,
        "and there is no other indicator"
    );
    for (i, reading) in indicator("utslapp").series.iter().enumerate() {
        let sum: f64 = parts.clone().map(|it| it.series[i].value).sum();
        // Ten rounded figures.
        assert!(
            (sum - reading.value).abs() <= 5.0,
            "{}: {sum} and {}",
            reading.year,
            reading.value
        );
    }
}

#[test]
fn the_emissions_are_territorial_and_say_that_they_do_not_measure_the_goal_of_2030() {
    let total = indicator("utslapp");
    assert_eq!(total.scope, Some(Scope::Territory));
    let goal = version().goals.iter().find(|it| it.year == Some(2030));
    assert_eq!(
        goal.and_then(|it| it.scope),
        Some(Scope::Organisation),
        "the goal covers the group"
    );
    let summary = total.summary.as_deref().expect("it says what it covers");
    for (lang, words) in [
        (Lang::Sv, ["varken", "2030"]),
        (Lang::En, ["neither", "2030"]),
    ] {
        let (said, in_lang) = contract().text(&total.id, "summary", summary, lang);
        assert_eq!(in_lang, lang);
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
    }
}

#[test]
fn every_item_has_a_source_with_its_section() {
    for item in version().items() {
        let source = item.source().unwrap_or_else(|| panic!("{}", item.id()));
        assert!(contract().document(&source.document).is_some());
        assert!(source.section.is_some(), "{}", item.id());
    }
    for indicator in &contract().indicators {
        assert!(indicator.source.is_some(), "{}", indicator.id);
    }
}

#[test]
fn every_item_that_is_placed_says_that_we_placed_it() {
    let placed = version().items().filter(|it| !it.steps().is_empty());
    for item in placed {
        assert_eq!(item.placed_by(), Some(PlacedBy::Editor), "{}", item.id());
    }
}

/// Everything in the file that has an id, with the texts it has.
fn things() -> Vec<(String, Vec<&'static str>)> {
    let file: Value = serde_json::from_str(&text("public/contracts/orebro.json")).expect("JSON");
    let mut things = Vec::new();
    collect(&file, &mut things);
    things
}

fn collect(value: &Value, things: &mut Vec<(String, Vec<&'static str>)>) {
    match value {
        Value::Array(values) => values.iter().for_each(|it| collect(it, things)),
        Value::Object(fields) => {
            if let Some(id) = fields.get("id").and_then(Value::as_str) {
                let mut texts = ["title", "summary", "role", "name"]
                    .into_iter()
                    .filter(|field| fields.contains_key(*field))
                    .collect::<Vec<_>>();
                if value.pointer("/amount/reason").is_some() {
                    texts.push("reason");
                }
                things.push((id.to_owned(), texts));
            }
            fields.values().for_each(|it| collect(it, things));
        }
        _ => {}
    }
}

#[test]
fn every_id_names_one_thing() {
    let mut seen = BTreeSet::new();
    for (id, _) in things() {
        assert!(seen.insert(id.clone()), "{id} twice");
    }
}

#[test]
fn every_text_has_its_english() {
    let contract = contract();
    let english = &contract.translations.0["en"];
    for (id, texts) in things() {
        let translated: BTreeSet<&str> = english
            .get(&id)
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter(|(_, words)| words.as_str().is_some_and(|words| !words.trim().is_empty()))
            .map(|(field, _)| field.as_str())
            .collect();
        assert_eq!(translated, texts.into_iter().collect(), "{id}");
    }
}
