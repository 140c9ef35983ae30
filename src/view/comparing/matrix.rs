//! The joint commitments of several contracts as a table: a row for each, a column for each municipality, its measures in
//! the cell. It is its own list; as a list it is the same as headings.

use crate::contract::model::Commitment;
use crate::contract::shared::{Cell, Row, rows};
use crate::contract::{Contract, Item, Step};
use crate::markup::el;
use crate::state::{Action, Form, State};
use crate::text::case;
use crate::view::abreast::{Column, columns};
use crate::view::act::{Act, Saved};
use crate::view::desk::{Look, Open};
use crate::view::links::hidden;
use crate::view::shape::glyph;
use crate::view::{Node, facts, list};

/// The table, or its list; nothing when only one contract is open.
pub fn matrix(look: &Look<'_>, open: &Open<'_>) -> Option<Node> {
    let columns = columns(look.session, open);
    if columns.len() < 2 {
        return None;
    }
    let t = open.t;
    let contracts: Vec<(&Contract, usize)> =
        columns.iter().map(|it| (it.contract, it.at)).collect();
    let filters: Vec<State> = columns.iter().map(|it| it.filter(open)).collect();
    let rows = rows(&contracts);
    let table = Table {
        open,
        columns: &columns,
        filters: &filters,
    };
    let content = if rows.is_empty() {
        el("p").set("class", "tm-nothing").text(t.matrix_none)
    } else if open.state.form == Form::List {
        el("div").children(rows.iter().map(|it| table.section(it)))
    } else {
        table.table(&rows)
    };
    Some(
        el("section")
            .key("matrix")
            .set("class", "tm-matrix")
            .set("aria-labelledby", "tm-matrix")
            .child(el("h2").set("id", "tm-matrix").text(t.matrix))
            .child(el("p").set("class", "tm-small").text(t.matrix_what))
            .child(content)
            .children((!rows.is_empty()).then(|| list::take_table(t.get_table, Saved::Matrix))),
    )
}

/// What every cell is made from.
struct Table<'a> {
    open: &'a Open<'a>,
    columns: &'a [Column<'a>],
    filters: &'a [State],
}

impl Table<'_> {
    fn table(&self, rows: &[Row<'_>]) -> Node {
        let t = self.open.t;
        let corner = el("th").key("").set("scope", "col").text(t.joint);
        let heads = self.columns.iter().enumerate().map(|(place, it)| {
            let head = el("th").key(it.reference).set("scope", "col");
            head.child(self.front(place)).children(self.under(it))
        });
        let head = el("tr").child(corner).children(heads);
        let row = |row: &Row<'_>| {
            let name = el("th")
                .key("")
                .set("scope", "row")
                .children(self.name(row));
            if row.first.is_none() {
                // Of a number that nobody has text for, nothing is said of anybody.
                let all = el("td")
                    .key("all")
                    .set("colspan", row.cells.len().to_string());
                let words = el("span").set("class", "tm-small").text(t.nobody_has);
                return el("tr").child(name).child(all.child(words));
            }
            let cells = row.cells.iter().enumerate().map(|(place, cell)| {
                el("td")
                    .key(self.columns[place].reference)
                    .children(self.cell(place, cell))
            });
            el("tr").child(name).children(cells)
        };
        el("div")
            .set("class", "tm-matrix-box")
            .set("tabindex", "0")
            .set("role", "region")
            .set("aria-labelledby", "tm-matrix")
            .child(
                el("table")
                    .child(el("thead").child(head))
                    .child(el("tbody").children(rows.iter().map(row))),
            )
    }

    /// A row as a heading, with a heading below it for each municipality.
    fn section(&self, row: &Row<'_>) -> Node {
        let heading = el("h3").children(self.name(row));
        let mut section = el("div").set("class", "tm-section").child(heading);
        if row.first.is_none() {
            return section.child(
                el("p")
                    .set("class", "tm-small")
                    .text(self.open.t.nobody_has),
            );
        }
        for (place, cell) in row.cells.iter().enumerate() {
            let column = &self.columns[place];
            let under = self.under(column);
            section = section
                .child(el("h4").child(self.front(place)).children(under))
                .children(self.cell(place, cell));
        }
        section
    }

    /// The name of a municipality, which brings its contract to the front.
    fn front(&self, place: usize) -> Node {
        let column = &self.columns[place];
        el("button")
            .set("type", "button")
            .set("class", "tm-link")
            .set("data-contract", column.reference)
            .set("aria-pressed", (place == 0).to_string())
            .text(&column.contract.municipality.name)
            .press(Act::Do(Action::Front(column.reference.to_owned())))
    }

    /// Which version it is, and whether it is invented.
    fn under(&self, column: &Column<'_>) -> Vec<Node> {
        let t = self.open.t;
        let version = column.contract.versions.get(column.at);
        let label = version.map_or("", |it| &it.label);
        let words = format!("{} {label}", case::lower(t.version));
        let mut under = vec![el("span").set("class", "tm-small").text(words)];
        if column.contract.example {
            under.push(el("span").set("class", "tm-example").text(t.example_short));
        }
        under
    }

    /// The number of a joint commitment and its title, or that nobody has it.
    fn name(&self, row: &Row<'_>) -> Vec<Node> {
        let number = row.number.map(|it| el("strong").text(format!("{it} ")));
        let title = match row.first {
            Some((place, it)) => self.title(self.columns[place].contract, &Item::Commitment(it)),
            None => unknown(self.open.t.not_read),
        };
        number.into_iter().chain([title]).collect()
    }

    fn title(&self, contract: &Contract, item: &Item<'_>) -> Node {
        let (title, lang) = facts::title(contract, item, self.open.lang);
        el("span").set("lang", lang.as_str()).text(title)
    }

    /// What a municipality says of a joint commitment.
    fn cell(&self, place: usize, cell: &Cell<'_>) -> Vec<Node> {
        let t = self.open.t;
        let commitment = match cell {
            Cell::NotTranscribed => return vec![unknown(t.not_read)],
            Cell::NotMentioned => return vec![unknown(t.unmentioned)],
            Cell::NotThere => return vec![el("span").set("class", "tm-small").text(t.not_there)],
            Cell::There(commitment) => *commitment,
        };
        let column = &self.columns[place];
        if commitment.measures.is_empty() {
            let title = facts::title(
                column.contract,
                &Item::Commitment(commitment),
                self.open.lang,
            );
            let words = el("span").child(unknown(t.no_measures));
            let words = words.child(hidden(&format!(": {}", title.0)));
            return vec![self.button(place, &Item::Commitment(commitment), words)];
        }
        let shown = measures(commitment, column.contract, &self.filters[place]);
        let shown: Vec<Node> = shown
            .map(|item| {
                let title = self.title(column.contract, &item);
                el("li").child(self.button(place, &item, title))
            })
            .collect();
        if shown.is_empty() {
            return vec![el("span").set("class", "tm-small").text(t.filtered_out)];
        }
        vec![el("ul").set("class", "tm-items").children(shown)]
    }

    /// A button that brings a contract to the front and selects an item of it.
    fn button(&self, place: usize, item: &Item<'_>, words: Node) -> Node {
        let chosen = place == 0 && self.open.state.item.as_ref() == Some(item.id());
        to_item(&self.columns[place], item, words).maybe("aria-current", chosen.then_some("true"))
    }
}

/// The measures of a commitment that the filters let through.
pub fn measures<'a>(
    commitment: &'a Commitment,
    contract: &'a Contract,
    filter: &'a State,
) -> impl Iterator<Item = Item<'a>> {
    let all = commitment.measures.iter();
    let all = all.map(move |it| Item::Measure(commitment, it));
    all.filter(move |it| filter.admits(it, contract))
}

/// A button that brings a contract to the front and selects an item of it.
pub fn to_item(column: &Column<'_>, item: &Item<'_>, words: Node) -> Node {
    let step = item.steps().first().copied();
    el("button")
        .set("type", "button")
        .set("class", "tm-link")
        .set("data-item", item.id().as_str())
        .set("data-kind", item.kind().as_str())
        .maybe("data-step", step.map(Step::as_str))
        .set("data-contract", column.reference)
        .child(glyph(item.kind(), step))
        .child(words)
        .press(column.select(item.id()))
}

/// A phrase for what is not known.
fn unknown(words: &str) -> Node {
    el("span").set("class", "tm-unknown").text(words)
}
