//! Contracts made up by chance, with everything that a chart can be asked to show.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use transition_map::contract::Contract;

fn any_name() -> impl Strategy<Value = String> {
    select(
        &[
            "Buss",
            "Energieffektivisering i alla kommunens skolor och förskolor",
            "Upphandlingsdialogsverksamhetsutvecklingssamordning",
            "Region Exempel",
            "EU",
            "municipality",
        ][..],
    )
    .prop_map(str::to_owned)
}

/// A figure between a thousandth and a thousand million, or nought.
fn any_figure() -> impl Strategy<Value = f64> {
    prop_oneof![
        1 => Just(0.0),
        8 => (-3.0..9.0).prop_map(|power: f64| (10_f64.powf(power) * 1000.0).round() / 1000.0),
    ]
}

fn any_quantity(units: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let unit = select(units);
    prop_oneof![
        (any_figure(), unit.clone())
            .prop_map(|(value, unit)| json!({ "value": value, "unit": unit })),
        (any_figure(), any_figure(), unit.clone())
            .prop_map(|(low, more, unit)| json!({ "low": low, "high": low + more, "unit": unit })),
        (any_figure(), unit.clone()).prop_map(|(low, unit)| json!({ "low": low, "unit": unit })),
        (any_figure(), unit)
            .prop_map(|(high, unit)| json!({ "high": high, "unit": unit, "quality": "estimated" })),
        Just(json!({ "unknown": "not_quantified", "reason": "Ingen har räknat på det." })),
        Just(json!({})),
    ]
}

const MONEY: &[&str] = &["SEK", "kSEK", "MSEK", "EUR", "MEUR"];
const GAIN: &[&str] = &["tCO2e", "tCO2e/yr", "MWh/yr"];

fn any_action() -> impl Strategy<Value = Value> {
    let period = select(
        &[
            "2024",
            "2025-03",
            "2026?",
            "2027/",
            "../2030",
            "2031-24/..",
            "2045",
            "1990",
        ][..],
    );
    let funding = vec(
        (option::of(any_name()), option::of(any_quantity(MONEY))),
        0..4,
    );
    let given = (
        any_name(),
        option::of(period),
        option::of(any_quantity(MONEY)),
        option::of(any_quantity(GAIN)),
        funding,
    );
    given.prop_map(|(title, period, cost, effect, funding)| {
        let mut action = json!({ "title": title, "steps": ["action"] });
        let funding: Vec<Value> = funding
            .into_iter()
            .map(|(from, amount)| present(&[("from", from.map(Value::from)), ("amount", amount)]))
            .collect();
        let optional = [
            ("period", period.map(Value::from)),
            ("cost", cost),
            ("effect", effect),
            ("funding", Some(funding.into())),
        ];
        for (name, value) in optional {
            if let Some(value) = value {
                action[name] = value;
            }
        }
        action
    })
}

fn present(fields: &[(&str, Option<Value>)]) -> Value {
    let known = fields
        .iter()
        .filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?)));
    Value::Object(known.collect())
}

fn any_goal() -> impl Strategy<Value = Value> {
    let aim = option::of(select(
        &[
            "climate_neutral",
            "climate_positive",
            "fossil_free",
            "reduction",
            "other",
        ][..],
    ));
    let scope = option::of(select(&["territory", "organisation"][..]));
    let year = option::of(prop_oneof![2025_i16..2060, 1990_i16..=2150]);
    let given = (
        any_name(),
        aim,
        scope,
        year,
        option::of(any_quantity(&["tCO2e/yr"])),
        option::of(any::<bool>()),
    );
    given.prop_map(|(title, aim, scope, year, target, consumption)| {
        let mut goal = json!({ "title": title });
        for (name, value) in [
            ("aim", aim.map(Value::from)),
            ("scope", scope.map(Value::from)),
            ("year", year.map(Value::from)),
            ("target", target),
            ("includes_consumption", consumption.map(Value::from)),
        ] {
            if let Some(value) = value {
                goal[name] = value;
            }
        }
        goal
    })
}

fn any_indicator() -> impl Strategy<Value = Value> {
    let years = proptest::collection::btree_set(
        prop_oneof![8 => 1990_i16..2026, 1 => 1850_i16..2200],
        1..14,
    );
    let size = -1.0..7.5_f64;
    let series = (years, size, vec(-0.05..1.0_f64, 14)).prop_map(|(years, size, shares)| {
        let readings = years.into_iter().zip(shares);
        readings
            .map(|(year, share)| json!({ "year": year, "value": (share * 10_f64.powf(size)).round() }))
            .collect::<Vec<Value>>()
    });
    let scope = select(&["territory", "organisation"][..]);
    (any_name(), series, scope, any::<bool>(), select(&["2025", "2026"][..])).prop_map(|(title, series, scope, part, release)| {
        json!({ "title": title, "unit": "tCO2e/yr", "scope": scope, "series": series, "part": part, "release": release })
    })
}

/// Gives everything in a list an id.
fn named(list: Vec<Value>, stem: &str) -> Vec<Value> {
    let mut list = list;
    for (k, it) in list.iter_mut().enumerate() {
        it["id"] = json!(format!("{stem}-{k}"));
    }
    list
}

/// Any contract that can be opened.
pub fn any_contract() -> impl Strategy<Value = Contract> {
    let gaps = vec(
        (any_quantity(&["tCO2e/yr"]), any::<prop::sample::Index>()),
        0..4,
    );
    let parts = (
        vec(any_indicator(), 0..7),
        vec(any_goal(), 0..9),
        gaps,
        vec(any_action(), 0..16),
    );
    parts.prop_map(|(indicators, goals, gaps, actions)| {
        let (mut indicators, goals) = (named(indicators, "indicator"), named(goals, "goal"));
        for (k, it) in indicators.iter_mut().enumerate() {
            let part = it["part"].take() == json!(true);
            it.as_object_mut().expect("an object").remove("part");
            if part && k > 0 {
                it["part_of"] = json!("indicator-0");
            }
        }
        let gaps: Vec<Value> = gaps
            .into_iter()
            .map(|(amount, about)| match goals.len() {
                0 => json!({ "amount": amount }),
                _ => json!({ "amount": amount, "about": about.get(&goals)["id"] }),
            })
            .collect();
        let text = json!({
            "format": "klimatkontrakt/1", "municipality": { "name": "Exempelkommun" }, "example": true, "indicators": indicators,
            "versions": [{ "label": "2025", "goals": goals, "gaps": named(gaps, "gap"), "actions": named(actions, "action") }],
        });
        super::contract(&text.to_string())
    })
}
