//! The portfolio in words: how many there are in each cell, as a table; and under the name of each row its items, with the
//! column that each belongs to.

use super::{Portfolio, ties};
use crate::contract::Item;
use crate::markup::el;
use crate::portfolio::Slot;
use crate::text::{case, portfolio as words};
use crate::view::{Node, facts, list};

/// The list of the portfolio.
pub fn twin(portfolio: &Portfolio<'_, '_>) -> Node {
    let open = portfolio.open;
    let heading = format!(
        "{}, {} {}",
        open.t.portfolio,
        case::lower(open.t.version),
        open.version().label
    );
    let rows = (0..portfolio.grid.rows.len()).map(|row| section(portfolio, row));
    el("div")
        .set("class", "tm-list tm-portfolio-list")
        .child(el("h2").text(heading))
        .child(el("p").set("class", "tm-small").text(open.t.portfolio_what))
        .child(counts(portfolio))
        .children(rows)
}

/// How many there are in each cell.
fn counts(portfolio: &Portfolio<'_, '_>) -> Node {
    let (open, grid) = (portfolio.open, &portfolio.grid);
    let (rows, columns) = portfolio.names(false);
    let head = |name: &str| el("th").set("scope", "col").text(name);
    let corner = el("th").set("scope", "col").text(format!(
        "{} / {}",
        words::axis(open.state.rows, open.lang),
        case::lower(words::axis(open.state.columns, open.lang))
    ));
    let cell = |cell: &Vec<usize>| match cell.len() {
        0 => el("td").set("class", "tm-small").text(open.t.empty),
        many => el("td").text(many.to_string()),
    };
    let row = |at: usize| {
        el("tr")
            .child(el("th").set("scope", "row").text(&rows[at]))
            .children(grid.cells[at].iter().map(cell))
            .child(el("td").text(grid.in_row[at].to_string()))
    };
    let foot = el("tr")
        .child(el("th").set("scope", "row").text(open.t.in_all))
        .children(
            grid.in_column
                .iter()
                .map(|it| el("td").text(it.to_string())),
        )
        .child(el("td").text(portfolio.shown.len().to_string()));
    let table = el("table")
        .set("class", "tm-figures")
        .child(el("caption").text(open.t.grid))
        .child(
            el("thead").child(
                el("tr")
                    .child(corner)
                    .children(columns.iter().map(|it| head(it)))
                    .child(head(open.t.in_all)),
            ),
        )
        .child(el("tbody").children((0..rows.len()).map(row)).child(foot));
    el("div")
        .set("class", "tm-table-box")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", open.t.grid)
        .child(table)
}

/// A row as a heading, with its items.
fn section(portfolio: &Portfolio<'_, '_>, row: usize) -> Node {
    let (open, grid) = (portfolio.open, &portfolio.grid);
    let slot = &grid.rows[row];
    let name = portfolio.name(slot, open.state.rows, false);
    let heading = el("h3").text(format!("{name} ({})", grid.in_row[row]));
    let section = el("section").set("class", "tm-section").child(heading);
    if grid.in_row[row] == 0 {
        let empty = el("p").set("class", "tm-small");
        return section.child(empty.text(case::capitalised(open.t.empty)));
    }
    let all: Vec<Item<'_>> = portfolio.shown.iter().map(|it| it.item).collect();
    let members = portfolio.shown.iter().enumerate();
    let members = members.filter(|(at, _)| grid.cells[row].iter().any(|it| it.contains(at)));
    let entries = members.map(|(at, shown)| {
        let of: Vec<String> = (grid.columns.iter().zip(&grid.cells[row]))
            .filter(|(_, cell)| cell.contains(&at))
            .map(|(slot, _): (&Slot, _)| portfolio.name(slot, open.state.columns, false))
            .collect();
        let column = words::axis(open.state.columns, open.lang);
        let line = |words: String| el("p").set("class", "tm-small").text(words);
        let tied = ties::told(&shown.item, &all);
        let tied = tied.into_iter().map(|(tie, items)| {
            let titles = items.iter();
            let titles = titles.map(|it| facts::title(open.contract, it, open.lang).0);
            let titles: Vec<String> = titles.collect();
            line(format!("{}: {}", tie.word(open.t), titles.join("; ")))
        });
        list::entry(open, shown)
            .child(line(format!("{column}: {}", of.join("; "))))
            .children(tied)
    });
    section.child(el("ul").set("class", "tm-entries").children(entries))
}
