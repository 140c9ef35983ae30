//! Hands over what the reader takes home as a file: the list that is shown, the contract, the figures of a chart.

use super::act::Saved;
use super::desk::{Desk, Open};
use super::{portfolio, share};
use leptos::prelude::*;

use crate::contract::Item;
use crate::contract::table::{out, own, slug};
use crate::host::{download, whole};
use crate::portfolio as plan;
use crate::state::View;
use crate::text::number;

const CSV: &str = "text/csv;charset=utf-8";

/// Hands it over.
pub fn save(desk: Desk, what: Saved) {
    if desk.get(|s| s.state.view == View::Share) {
        // It is the view that is handed on which is taken home: drawn first.
        share::step::show(desk);
        return desk.next_frame(move || desk.next_frame(move || save(desk, what)));
    }
    desk.get(|session| {
        let Some(open) = session.open_compared() else {
            return;
        };
        match what {
            Saved::List => {
                let name = format!("{}-{}.csv", name(&open), open.state.view.as_str());
                download::save(&name, CSV, list(&open).as_bytes());
            }
            Saved::Chart(at) => {
                let charts = portfolio::charts::of(session, &open);
                let Some(chart) = charts.get(at) else { return };
                let cell = |words: &String| match number::plain(words, open.lang) {
                    Some(value) => out::Cell::Number(value),
                    None => out::Cell::Words(words.clone()),
                };
                let rows = chart.table.rows.iter();
                let rows: Vec<Vec<out::Cell>> =
                    rows.map(|row| row.iter().map(cell).collect()).collect();
                let text = out::sheet(&chart.table.head, &rows, open.lang);
                let name = format!("{}-{}-{}.csv", name(&open), chart.kind.as_str(), at + 1);
                download::save(&name, CSV, text.as_bytes());
            }
            Saved::Contract => {
                let front = session.front.as_deref().unwrap_or_default();
                let kept = desk.root.with_value(|root| whole::file(root, front));
                if let Some(bytes) = kept {
                    let name = format!("{}.json", slug::slug(&open.contract.municipality.name));
                    download::save(&name, "application/json", &bytes);
                }
            }
        }
    });
}

/// What a file of the version in focus is called, without what it holds.
fn name(open: &Open<'_>) -> String {
    let version = open.version().label.replace('/', "-");
    let whose = &open.contract.municipality.name;
    slug::slug(&format!("{whose} {version}"))
}

/// The items of the version in focus that the filters let through, as a table. What only another version has is not in it.
fn list(open: &Open<'_>) -> String {
    let shown = open.items();
    let admitted: Vec<_> = (shown.iter())
        .filter(|it| !it.gone && open.admits(it))
        .map(|it| it.item)
        .collect();
    let in_view = |item: &Item<'_>| match open.state.view {
        View::Portfolio => plan::holds(item),
        _ => true,
    };
    let keep = |item: &Item<'_>| in_view(item) && admitted.iter().any(|it| it.id() == item.id());
    own::write(open.contract, open.at, &keep, open.lang)
}
