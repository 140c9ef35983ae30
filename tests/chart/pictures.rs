//! What the charts of two contracts look like and say. `target/charts/` has them as pages to look at.

use super::svg::{page, picture};
use super::{project, shipped};
use transition_map::chart::{Chart, charts};
use transition_map::contract::Lang;

/// Everything that a chart is, in lines.
fn all(chart: &Chart) -> String {
    let mut lines = vec![format!("# {}", chart.title)];
    lines.extend(chart.what.iter().chain(&chart.source).cloned());
    for (role, words) in &chart.legend {
        lines.push(format!("- {}: {words}", role.as_str()));
    }
    lines.push(picture(chart));
    for spot in &chart.points {
        let item = spot.item.as_ref().map_or("", |it| it.as_str());
        lines.push(format!("* {} [{item}] row {}", spot.label, spot.row));
    }
    for tray in &chart.tray {
        lines.push(format!("= {}", tray.title));
        for it in &tray.items {
            lines.push(format!(
                "  {} [{}] row {}",
                it.label,
                it.item.as_str(),
                it.row
            ));
        }
    }
    lines.push(chart.table.head.join(" | "));
    lines.extend(chart.table.rows.iter().map(|row| row.join(" | ")));
    lines.join("\n").replace('\u{a0}', " ")
}

fn look(name: &str, at: usize, lang: Lang, width: f64) -> Vec<Chart> {
    let charts = charts(&shipped(name), at, lang, width);
    let folder = project("target/charts");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    let file = folder.join(format!("{name}-{at}-{}-{width}.html", lang.as_str()));
    std::fs::write(file, page(&charts)).expect("target/ can be written");
    charts
}

#[test]
fn the_charts_of_orebro_are_these() {
    look("orebro", 3, Lang::En, 340.0);
    look("orebro", 3, Lang::Sv, 340.0);
    let charts: Vec<String> = look("orebro", 3, Lang::Sv, 640.0).iter().map(all).collect();
    insta::assert_snapshot!(charts.join("\n\n"));
}

#[test]
fn the_charts_of_exempelkommun_are_these() {
    look("exempelkommun", 3, Lang::En, 340.0);
    look("exempelkommun", 3, Lang::Sv, 340.0);
    look("exempelkommun", 2, Lang::Sv, 900.0);
    let charts: Vec<String> = look("exempelkommun", 3, Lang::Sv, 640.0)
        .iter()
        .map(all)
        .collect();
    insta::assert_snapshot!(charts.join("\n\n"));
}
