//! Every promise as a strand through the versions.

use proptest::prelude::*;
use serde_json::json;
use transition_map::contract::change::Change;
use transition_map::contract::word::Content;
use transition_map::contract::{Contract, Item};

use super::history;

/// The example that is shipped, which has every kind of change.
fn example() -> Contract {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/public/contracts/exempelkommun.json"
    );
    transition_map::contract::open(&std::fs::read_to_string(path).unwrap())
        .unwrap()
        .contract
}

/// A strand as text: each version with the id and the change.
fn told(contract: &Contract, id: &str) -> String {
    let strands = contract.strands();
    let strand = strands
        .strands
        .iter()
        .find(|it| it.knots.iter().any(|knot| knot.item.id().as_str() == id))
        .unwrap();
    let knots = strand.knots.iter().map(|it| {
        format!(
            "{}:{}{}",
            contract.versions[it.version].label,
            it.item.id(),
            it.change
                .map_or(String::new(), |it| format!("={}", it.as_str()))
        )
    });
    let end = strand
        .end
        .map(|(at, change)| format!("{}:×={}", contract.versions[at].label, change.as_str()));
    knots.chain(end).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_example_has_every_kind_of_change_that_whole_versions_can_have() {
    let contract = example();
    let has = |from: usize, to: usize| {
        let comparison = contract.compare(from, to).unwrap();
        move |change: &Change| comparison.count(*change) > 0
    };
    let last = has(2, 3);
    for change in Change::ALL {
        let partly = matches!(change, Change::FirstNamed | Change::NotMentioned);
        assert_eq!(last(change), !partly, "{change:?} from 2024 to 2025/26");
    }
    for pair in [(0, 1), (1, 2)] {
        let has = has(pair.0, pair.1);
        let always = [
            Change::New,
            Change::Dropped,
            Change::Sharpened,
            Change::Weakened,
            Change::Changed,
            Change::Done,
            Change::Same,
        ];
        assert!(always.iter().all(has), "{pair:?}");
    }
}

#[test]
fn a_promise_is_followed_from_where_it_appears_to_where_it_ends() {
    let contract = example();
    assert_eq!(
        told(&contract, "klimatstyrgrupp"),
        "2023:klimatstyrgrupp=new 2024:klimatstyrgrupp=same 2025/26:klimatstyrgrupp=done"
    );
    assert_eq!(
        told(&contract, "gratis-kollektivtrafik-unga"),
        "2022:gratis-kollektivtrafik-unga 2023:gratis-kollektivtrafik-unga=same 2024:gratis-kollektivtrafik-unga=dropped"
    );
    assert_eq!(
        told(&contract, "gronare-skolmat"),
        "2022:vegetarisk-mandag 2023:gronare-skolmat=changed 2024:gronare-skolmat=weakened 2025/26:gronare-skolmat=same"
    );
}

#[test]
fn what_an_excerpt_between_does_not_mention_is_compared_with_what_it_was_before() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/contracts/malmo.json");
    let malmo = transition_map::contract::open(&std::fs::read_to_string(path).unwrap())
        .unwrap()
        .contract;
    assert_eq!(
        told(&malmo, "digitalt-stod"),
        "2020:digitalt-stod 2022:digitalt-stod=changed"
    );
}

#[test]
fn parts_and_sums_are_tied_to_what_they_come_out_of() {
    let contract = example();
    let strands = contract.strands();
    let name = |strand: usize| strands.strands[strand].knots[0].item.id().to_string();
    let ties: Vec<(String, String)> = strands
        .ties
        .iter()
        .map(|it| (name(it.from.0), name(it.to.0)))
        .collect();
    for pair in [
        ("fossilfri-fordonsflotta", "tunga-fordon"),
        ("fossilfri-fordonsflotta", "farre-delade-fordon"),
        ("aterbrukslager", "aterbrukscentral"),
        ("mobelpool", "aterbrukscentral"),
    ] {
        assert!(
            ties.contains(&(pair.0.into(), pair.1.into())),
            "{pair:?}: {ties:?}"
        );
    }
    let at = |id: &str| {
        strands
            .strands
            .iter()
            .position(|it| it.knots[0].item.id().as_str() == id)
            .unwrap()
    };
    assert_eq!(
        [at("tunga-fordon"), at("farre-delade-fordon")],
        [1, 2].map(|it| at("fossilfri-fordonsflotta") + it),
        "parts stand right after their whole"
    );
}

#[test]
fn what_is_left_out_ends_where_it_is_gone_and_what_comes_back_goes_on() {
    let version =
        |label: &str, actions: serde_json::Value| json!({ "label": label, "actions": actions });
    let one = || json!([{ "id": "a", "title": "A" }]);
    let contract = |versions: serde_json::Value| {
        let file = json!({ "format": "klimatkontrakt/1", "municipality": { "name": "Exempelkommun" }, "versions": versions });
        transition_map::contract::read(&file.to_string()).unwrap().0
    };
    let gone = contract(json!([version("2021", one()), version("2022", json!([]))]));
    assert_eq!(told(&gone, "a"), "2021:a 2022:×=dropped");
    let back = contract(json!([
        version("2021", one()),
        version("2022", json!([])),
        version("2023", one())
    ]));
    assert_eq!(told(&back, "a"), "2021:a 2023:a=same");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_promise_of_every_version_is_one_knot(contract in history::contract()) {
        let mut knots: Vec<(usize, String)> = Vec::new();
        for strand in contract.strands().strands {
            prop_assert!(!strand.knots.is_empty());
            prop_assert!(strand.knots.windows(2).all(|pair| pair[0].version < pair[1].version), "one knot a version, in order");
            if let Some((at, change)) = strand.end {
                prop_assert!(strand.knots.iter().all(|it| it.version < at));
                prop_assert!(matches!(change, Change::Dropped | Change::Done | Change::NotMentioned));
            }
            knots.extend(strand.knots.iter().map(|it| (it.version, it.item.id().to_string())));
        }
        let versions = contract.versions.iter().enumerate().filter(|(_, it)| it.content != Content::DocumentOnly);
        let mut promises: Vec<(usize, String)> = versions
            .flat_map(|(at, version)| version.items().filter(|it| matches!(it, Item::Commitment(_) | Item::Action(_))).map(move |it| (at, it.id().to_string())))
            .collect();
        knots.sort();
        promises.sort();
        prop_assert_eq!(knots, promises);
    }
}
