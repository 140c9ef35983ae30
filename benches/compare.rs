//! How long it takes to compare two versions of 10,000 items each: `cargo xtask bench`. It prints; it does not
//! judge.
#![allow(clippy::unwrap_used, reason = "a benchmark")]

use std::time::Instant;

use transition_map::contract::Contract;

const ITEMS: usize = 10_000;
const ROUNDS: usize = 15;

fn main() {
    let contract = contract();
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let comparison = contract.compare(0, 1).unwrap();
            let took = start.elapsed().as_secs_f64() * 1000.0;
            assert!(comparison.deltas.len() > ITEMS / 2);
            took
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "two versions of {ITEMS} items, {ROUNDS} rounds: min {:.1} ms, median {:.1} ms, max {:.1} ms",
        times[0],
        times[ROUNDS / 2],
        times[ROUNDS - 1]
    );
}

/// Two versions in which a tenth is renamed, a tenth new, a tenth split, and half is reworded or moved in time.
fn contract() -> Contract {
    let version = |label: &str, second: bool| {
        let actions: Vec<String> = (0..ITEMS)
            .map(|i| {
                let year = if second && i % 2 == 0 { 2027 } else { 2028 };
                let (id, continues) = match (second, i % 10) {
                    (true, 3) => (format!("new-name-{i}"), format!("\"i{i}\"")),
                    (true, 5) => (format!("new-{i}"), String::new()),
                    (true, 7) => (format!("part-{i}"), format!("\"i{}\"", i - 1)),
                    _ => (format!("i{i}"), String::new()),
                };
                format!(
                    r#"{{ "id": "{id}", "title": "Aktivitet {i}", "summary": "Något som görs, nummer {i}.", "period": "2024/{year}",
                         "responsible": ["Nämnden"], "effect": {{ "low": {i}, "high": {}, "unit": "tCO2e/yr" }}, "continues": [{continues}] }}"#,
                    i * 2
                )
            })
            .collect();
        format!(
            r#"{{ "label": "{label}", "actions": [{}] }}"#,
            actions.join(",")
        )
    };
    let text = format!(
        r#"{{ "format": "klimatkontrakt/1", "example": true, "municipality": {{ "name": "Exempelkommun" }}, "versions": [{}, {}] }}"#,
        version("2024", false),
        version("2025", true)
    );
    transition_map::contract::read(&text).unwrap().0
}
