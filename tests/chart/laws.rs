//! What every chart holds to.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use transition_map::chart::{Chart, Frame, Kind, Mark, Role, Why, charts};
use transition_map::contract::model::Indicator;
use transition_map::contract::quantity::{Amount, Quantity};
use transition_map::contract::word::Unit;
use transition_map::contract::{Contract, Kind as ItemKind, Lang};
use transition_map::text::number;

use super::samples::any_contract;
use super::{contract, of, shipped};

/// A contract of one version with these actions.
fn with_actions(actions: Value) -> Contract {
    let version = json!({ "label": "2025", "actions": actions });
    let text = json!({ "format": "klimatkontrakt/1", "municipality": { "name": "Exempelkommun" }, "versions": [version] });
    contract(&text.to_string())
}

fn rects(chart: &Chart, role: Role) -> Vec<Frame> {
    let rects = chart.marks.iter().filter_map(|it| match it {
        Mark::Rect { frame, role: of } if *of == role => Some(*frame),
        _ => None,
    });
    rects.collect()
}

fn count(chart: &Chart, role: Role) -> usize {
    chart.marks.iter().filter(|it| it.role() == role).count()
}

/// The words at the axes.
fn labels(chart: &Chart) -> Vec<&str> {
    let words = chart.marks.iter().filter_map(|it| match it {
        Mark::Text {
            words,
            role: Role::Label,
            ..
        } => Some(words.as_str()),
        _ => None,
    });
    words.collect()
}

fn tonnes(value: f64) -> String {
    number::amount(Amount::Exact(value), Some(Unit::TonneCo2ePerYear), Lang::Sv)
}

fn holes(indicator: &Indicator) -> usize {
    let mut years: Vec<i16> = indicator.series.iter().map(|it| it.year).collect();
    years.sort_unstable();
    years.windows(2).filter(|it| it[1] - it[0] > 1).count()
}

fn without_figure(quantity: Option<&Quantity>) -> bool {
    quantity.is_none_or(|it| !it.is_known())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_table_has_everything_that_is_shown_and_nothing_else(contract in any_contract()) {
        for chart in charts(&contract, 0, Lang::Sv, 640.0) {
            let table = &chart.table;
            prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
            let spots = chart.points.iter().map(|it| it.row);
            let left = chart.tray.iter().flat_map(|it| &it.items).map(|it| it.row);
            let told: BTreeSet<usize> = spots.chain(left).collect();
            prop_assert_eq!(told, (0..table.rows.len()).collect::<BTreeSet<_>>());
        }
    }

    #[test]
    fn every_measured_value_is_a_point_and_a_missing_year_is_a_dash(contract in any_contract()) {
        let curves: Vec<&Indicator> = contract.indicators.iter().filter(|it| it.part_of.is_none()).collect();
        let charts = of(&contract, Kind::Emissions);
        prop_assert_eq!(curves.len(), charts.len());
        for (indicator, chart) in curves.into_iter().zip(charts) {
            let discs = chart.marks.iter().filter(|it| matches!(it, Mark::Circle { role: Role::Point, .. })).count();
            prop_assert_eq!(discs, indicator.series.len());
            prop_assert_eq!(count(&chart, Role::Dash), holes(indicator));
            let told: BTreeSet<String> = chart.points[..discs].iter().map(|it| it.label.clone()).collect();
            let measured = indicator.series.iter().map(|it| format!("{}:\u{a0}{}", it.year, tonnes(it.value)));
            prop_assert_eq!(told, measured.collect::<BTreeSet<_>>());
        }
    }

    #[test]
    fn the_axis_of_emissions_has_nought(contract in any_contract()) {
        for kind in [Kind::Emissions, Kind::Sectors] {
            for chart in of(&contract, kind) {
                prop_assert!(labels(&chart).contains(&"0"));
            }
        }
    }

    #[test]
    fn every_goal_has_a_flag_or_lies_in_the_tray(contract in any_contract()) {
        let goals = &contract.versions[0].goals;
        for chart in of(&contract, Kind::Emissions) {
            let flags = count(&chart, Role::Flag) + count(&chart, Role::FlagOpen);
            prop_assert_eq!(flags, goals.iter().filter(|it| it.year.is_some()).count());
            let left: usize = chart.tray.iter().map(|it| it.items.len()).sum();
            prop_assert_eq!(flags + left, goals.len());
        }
    }

    #[test]
    fn an_action_is_on_the_axes_or_in_a_tray_and_what_is_unknown_is_in_a_tray(contract in any_contract()) {
        let charts = of(&contract, Kind::Effect);
        let shown: Vec<&str> = charts.iter().flat_map(|it| &it.points).filter_map(|it| Some(it.item.as_ref()?.as_str())).collect();
        let trays = charts.iter().flat_map(|it| &it.tray).flat_map(|it| it.items.iter().map(|item| (it.why, item.item.as_str())));
        let trays: Vec<(Why, &str)> = trays.collect();
        if charts.is_empty() {
            return Ok(());
        }
        for action in &contract.versions[0].actions {
            let id = action.id.as_str();
            let on = shown.iter().filter(|it| **it == id).count();
            let off = trays.iter().filter(|it| it.1 == id).count();
            prop_assert_eq!(on + off, 1, "{}", id);
            let why = match (without_figure(action.cost.as_ref()), without_figure(action.effect.as_ref())) {
                (true, true) => Why::Neither,
                (true, false) => Why::NoCost,
                (false, true) => Why::NoEffect,
                (false, false) => Why::Nought,
            };
            prop_assert!(on == 1 && why == Why::Nought || trays.contains(&(why, id)), "{}", id);
        }
    }

    #[test]
    fn a_column_is_never_drawn_of_what_has_no_figure(contract in any_contract()) {
        let actions = &contract.versions[0].actions;
        let funded = |k: usize| actions[k].funding.iter().any(|it| !without_figure(it.amount.as_ref()));
        let known = (0..actions.len()).any(|k| !without_figure(actions[k].cost.as_ref()) || funded(k));
        prop_assert_eq!(!of(&contract, Kind::Investment).is_empty(), known);
    }
}

#[test]
fn the_gap_of_orebro_is_told_and_has_no_figure() {
    let contract = shipped("orebro");
    let chart = &of(&contract, Kind::Emissions)[0];
    assert!(chart.what[0].contains("Örebro kan i dag inte säga hur stort avståndet till målet är"));
    assert_eq!(rects(chart, Role::Unknown).len(), 1);
    let gap = chart
        .points
        .iter()
        .find(|it| it.kind == Some(ItemKind::Gap))
        .expect("the gap");
    assert_eq!(chart.table.rows[gap.row][3], "ej kvantifierat i kontraktet");
    assert!(
        chart
            .what
            .iter()
            .any(|it| it.contains("4\u{a0}mål räknar även utsläpp från konsumtion"))
    );
    assert_eq!(
        count(chart, Role::Target),
        0,
        "no level is stated, and none is drawn"
    );
}

#[test]
fn the_level_of_a_goal_is_drawn_only_where_it_measures_the_same() {
    let contract = shipped("exempelkommun");
    let charts = of(&contract, Kind::Emissions);
    let levels: Vec<usize> = charts
        .iter()
        .map(|it| rects(it, Role::Target).len())
        .collect();
    assert_eq!(levels, [1, 0], "the curve of the organisation has none");
    // A gap with a figure is written; the other curve has the gap that nobody knows.
    assert_eq!(
        charts
            .iter()
            .map(|it| rects(it, Role::Stated).len())
            .collect::<Vec<_>>(),
        [0, 1]
    );
    assert_eq!(
        charts
            .iter()
            .map(|it| rects(it, Role::Unknown).len())
            .collect::<Vec<_>>(),
        [1, 0]
    );
}

#[test]
fn two_releases_are_never_in_one_chart() {
    let part = |id: &str, release: &str| {
        json!({ "id": id, "title": id, "part_of": "all", "unit": "tCO2e/yr", "release": release,
                "series": [{ "year": 2024, "value": 5 }] })
    };
    let whole = json!({ "id": "all", "title": "Allt", "unit": "tCO2e/yr" });
    let text = json!({ "format": "klimatkontrakt/1", "municipality": { "name": "Exempelkommun" },
        "indicators": [whole, part("a", "2025"), part("b", "2026"), part("c", "2025")], "versions": [{ "label": "2025" }] });
    let charts = of(&contract(&text.to_string()), Kind::Sectors);
    let panels: Vec<usize> = charts.iter().map(|it| count(it, Role::Strong)).collect();
    assert_eq!(panels, [2, 1]);
    assert_eq!(charts[1].source.as_deref(), Some("Utgåva 2026"));
}

#[test]
fn a_column_is_what_is_paid_then_what_is_not_divided_then_the_range() {
    let contract = with_actions(json!([{ "id": "a", "title": "A", "period": "2026/2029",
        "cost": { "low": 10, "high": 14, "unit": "MSEK" },
        "funding": [{ "from": "EU", "amount": { "value": 4000, "unit": "kSEK" } }, { "from": "Staten" }] }]));
    let chart = &of(&contract, Kind::Investment)[0];
    let [paid, undivided, upto] =
        [Role::Bar1, Role::Undivided, Role::Upto].map(|it| rects(chart, it)[0]);
    let close = |a: f64, b: f64| (a - b).abs() < 1.0;
    assert!(close(undivided.h, paid.h * 1.5) && close(upto.h, paid.h));
    assert!(close(undivided.y + undivided.h, paid.y) && close(upto.y + upto.h, undivided.y));
    assert_eq!(
        labels(chart)
            .iter()
            .filter(|it| it.len() == 4)
            .collect::<Vec<_>>(),
        [&"2026"],
        "nothing is spread over years"
    );
    assert_eq!(rects(chart, Role::Unfunded), []);
}

#[test]
fn kronor_and_euros_are_never_added() {
    let contract = with_actions(json!([
        { "id": "a", "title": "A", "period": "2026", "cost": { "value": 10, "unit": "MSEK" } },
        { "id": "b", "title": "B", "period": "2026", "cost": { "value": 2, "unit": "MEUR" } },
        { "id": "c", "title": "C", "period": "2026", "cost": { "unknown": "not_stated" } }]));
    let charts = of(&contract, Kind::Investment);
    let amounts = |chart: &Chart| {
        chart
            .table
            .rows
            .iter()
            .map(|row| row[2].replace('\u{a0}', " "))
            .collect::<Vec<_>>()
    };
    assert_eq!(amounts(&charts[0]), ["10 MSEK", "ej angivet i kontraktet"]);
    assert_eq!(amounts(&charts[1]), ["2 MEUR", "ej angivet i kontraktet"]);
}

#[test]
fn nought_has_no_place_on_a_logarithmic_axis() {
    let action = |id: &str, cost: Value| json!({ "id": id, "title": id, "cost": cost, "effect": { "value": 50, "unit": "tCO2e/yr" } });
    let contract = with_actions(json!([
        action("nought", json!({ "value": 0, "unit": "MSEK" })),
        action(
            "from-nought",
            json!({ "low": 0, "high": 5, "unit": "MSEK" })
        ),
        action("at-least", json!({ "low": 3, "unit": "MSEK" }))
    ]));
    let chart = &of(&contract, Kind::Effect)[0];
    assert_eq!(
        chart
            .points
            .iter()
            .filter_map(|it| Some(it.item.as_ref()?.as_str()))
            .collect::<Vec<_>>()
            .len(),
        2
    );
    assert_eq!(
        (chart.tray[0].why, chart.tray[0].items[0].item.as_str()),
        (Why::Nought, "nought")
    );
    assert!(
        chart.what.iter().any(|it| it.contains("ingen nolla"))
            && chart.what.iter().any(|it| it.contains("ned till noll"))
    );
    let edge = chart.marks.iter().find_map(|it| match it {
        Mark::Line {
            from,
            to,
            role: Role::Axis,
        } if from.x == to.x && (to.y - from.y).abs() > 100.0 => Some(from.x),
        _ => None,
    });
    let edge = edge.expect("the upright axis");
    let lines = chart.marks.iter().filter_map(|it| match it {
        Mark::Line {
            from,
            role: Role::Range,
            ..
        } => Some(from.x),
        _ => None,
    });
    let reaching = lines.filter(|x| (x - edge).abs() < 1.0).count();
    assert_eq!(
        reaching, 1,
        "the range from nought reaches the axis, and only that"
    );
    assert_eq!(count(chart, Role::Arrow), 2);
}

#[test]
fn a_contract_without_figures_has_no_charts() {
    let contract = with_actions(json!([{ "id": "a", "title": "A" }]));
    assert_eq!(charts(&contract, 0, Lang::Sv, 640.0), []);
    assert_eq!(charts(&contract, 9, Lang::Sv, f64::NAN), []);
}
