//! The lists that are not a version's items, as tables to take home: the joint commitments of several contracts, promises
//! through the versions, what is not stated, the contracts that there are. Each says what its page says, filtered alike.

use crate::contract::Item;
use crate::contract::shared::{Cell as Theirs, rows};
use crate::contract::table::out::{self, Cell};
use crate::state::Group;
use crate::text::sheet::{self, Heading};
use crate::text::{case, vocabulary};
use crate::view::abreast::{self, columns};
use crate::view::commitments::{bundles, title};
use crate::view::desk::{Open, Session};
use crate::view::opening::listed;
use crate::view::overview::field_name;
use crate::view::portfolio::coverage::why;
use crate::view::{facts, matrix};

/// The joint commitments: a row for each, a column for each municipality.
pub fn matrix(session: &Session, open: &Open<'_>) -> String {
    let columns = columns(session, open);
    let contracts: Vec<_> = columns.iter().map(|it| (it.contract, it.at)).collect();
    let version = |it: &abreast::Column<'_>| {
        let version = it.contract.versions.get(it.at);
        let label = version.map_or("", |it| &it.label);
        let name = &it.contract.municipality.name;
        let invented = it.contract.example.then_some(open.t.example_short);
        let invented = invented.map_or_else(String::new, |it| format!(" ({it})"));
        format!("{name}{invented}, {} {label}", case::lower(open.t.version))
    };
    let mut header = vec![name_of("number", open), open.t.joint.to_owned()];
    header.extend(columns.iter().map(version));
    let filters: Vec<_> = columns.iter().map(|it| it.filter(open)).collect();
    let row = |row: &crate::contract::shared::Row<'_>| {
        let number = row.number.map_or(Cell::Empty, |it| Cell::Number(it.into()));
        let Some((place, it)) = row.first else {
            // Of a number that nobody has text for, nothing is said of anybody.
            let all = format!("{}. {}", open.t.not_read, open.t.nobody_has);
            return vec![number, Cell::Words(all)];
        };
        let title = facts::title(columns[place].contract, &Item::Commitment(it), open.lang).0;
        let cells = row.cells.iter().enumerate().map(|(place, cell)| {
            let contract = columns[place].contract;
            Cell::Words(match cell {
                Theirs::NotTranscribed => open.t.not_read.to_owned(),
                Theirs::NotMentioned => open.t.unmentioned.to_owned(),
                Theirs::NotThere => open.t.not_there.to_owned(),
                Theirs::There(it) if it.measures.is_empty() => open.t.no_measures.to_owned(),
                Theirs::There(it) => {
                    let shown = matrix::measures(it, contract, &filters[place]);
                    let titles = shown.map(|it| facts::title(contract, &it, open.lang).0);
                    match titles.collect::<Vec<_>>() {
                        none if none.is_empty() => open.t.filtered_out.to_owned(),
                        some => some.join("; "),
                    }
                }
            })
        });
        [number, Cell::Words(title)]
            .into_iter()
            .chain(cells)
            .collect()
    };
    let rows: Vec<Vec<Cell>> = rows(&contracts).iter().map(row).collect();
    out::sheet(&header, &rows, open.lang)
}

/// The promises through the versions: a row for each version of one, and one for where it ends.
pub fn strands(open: &Open<'_>) -> String {
    let t = open.t;
    let heading = match open.state.group {
        Group::Party => t.party,
        Group::Process => t.process,
        Group::Focus => t.focus_area,
    };
    let header = [
        heading.to_owned(),
        sheet::heading(Heading::Promise, open.lang).to_owned(),
        t.version.to_owned(),
        name_of("title", open),
        name_of("kind", open),
        name_of("id", open),
        t.change.to_owned(),
        name_of("status", open),
        name_of("municipality", open),
    ];
    let all = open.contract.strands();
    let mut rows = Vec::new();
    for bundle in bundles::bundles(open, &all) {
        for (number, name) in &bundle.strands {
            let strand = &all.strands[*number];
            let mut row = |version: usize, rest: [String; 5]| {
                let [own, kind, id, change, status] = rest;
                let label = open.contract.versions[version].label.clone();
                let municipality = open.contract.municipality.name.clone();
                let (heading, name) = (bundle.name.clone(), name.clone());
                let cells = [
                    heading,
                    name,
                    label,
                    own,
                    kind,
                    id,
                    change,
                    status,
                    municipality,
                ];
                rows.push(cells.map(words).to_vec());
            };
            for knot in &strand.knots {
                let item = &knot.item;
                let change = knot.change.map(|it| vocabulary::change(it, open.lang));
                let status = item.status().map(|it| vocabulary::status(it, open.lang));
                let rest = [
                    title(open, item),
                    vocabulary::kind(item.kind(), open.lang).to_owned(),
                    item.id().0.clone(),
                    change.unwrap_or_default().to_owned(),
                    status.unwrap_or_default().to_owned(),
                ];
                row(knot.version, rest);
            }
            if let Some((version, change)) = strand.end {
                let change = vocabulary::change(change, open.lang).to_owned();
                let none = String::new;
                row(version, [none(), none(), none(), change, none()]);
            }
        }
    }
    out::sheet(&header, &rows, open.lang)
}

/// What the version does not state: a row for each field that an item lacks, with why.
pub fn missing(open: &Open<'_>) -> String {
    let t = open.t;
    let header = [
        t.missing.to_owned(),
        sheet::heading(Heading::Why, open.lang).to_owned(),
        name_of("kind", open),
        name_of("id", open),
        name_of("title", open),
        name_of("municipality", open),
        name_of("version", open),
    ];
    let items = open.contract.items(open.at);
    let mut rows = Vec::new();
    for coverage in open.contract.coverage(open.version()) {
        for id in &coverage.missing {
            let Some(item) = items.iter().find(|it| it.id() == id) else {
                continue;
            };
            let cells = [
                field_name(coverage.field, t).to_owned(),
                why(open, coverage.field, item),
                vocabulary::kind(item.kind(), open.lang).to_owned(),
                id.0.clone(),
                facts::title(open.contract, item, open.lang).0,
                open.contract.municipality.name.clone(),
                open.version().label.clone(),
            ];
            rows.push(cells.map(words).to_vec());
        }
    }
    out::sheet(&header, &rows, open.lang)
}

/// The contracts that the search lets through: a row for each version that is known of them.
pub fn index(session: &Session) -> String {
    let lang = session.state.lang;
    let named = |field: &str| sheet::field(field, lang).to_owned();
    let named_so = |of: Heading| sheet::heading(of, lang).to_owned();
    let header = [
        named("id"),
        named("municipality"),
        named_so(Heading::Code),
        named_so(Heading::Invented),
        named("version"),
        named("content"),
        named_so(Heading::Joint),
    ];
    let mut rows = Vec::new();
    for it in session.built_in.iter().filter(|it| listed(session, it)) {
        let joint: Vec<String> = it.joint.iter().map(u16::to_string).collect();
        let mut row = |label: &str, content: &str| {
            let code = it.code.clone().unwrap_or_default();
            let cells = [
                it.id.0.clone(),
                it.name.clone(),
                code,
                sheet::flag(it.example, lang).to_owned(),
                label.to_owned(),
                content.to_owned(),
                joint.join(", "),
            ];
            rows.push(cells.map(words).to_vec());
        };
        for version in &it.versions {
            row(&version.label, vocabulary::content(version.content, lang));
        }
        if it.versions.is_empty() {
            row("", "");
        }
    }
    out::sheet(&header, &rows, lang)
}

/// The name that a column of a version's items has too.
fn name_of(field: &str, open: &Open<'_>) -> String {
    sheet::field(field, open.lang).to_owned()
}

fn words(text: String) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Words(text)
    }
}
