//! The joint commitments of several contracts, one row each: who takes part, and with what. Nothing is counted and nothing
//! is put in order by size; the contracts stand as they are given.

use super::model::{Commitment, Contract, Id, Version};
use super::word::Content;

/// Up to this number the joint commitments are taken to run without a break, so that one that nobody has is a row too.
const RUNNING: u16 = 50;

/// One joint commitment.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// Its number, when it has one.
    pub number: Option<u16>,
    /// The first contract that has it, by its place, and what it is there; nothing when no contract has it.
    pub first: Option<(usize, &'a Commitment)>,
    /// What each contract says, in the order of the contracts.
    pub cells: Vec<Cell<'a>>,
}

/// What a contract says of a joint commitment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is known: that version is only a document.
    NotTranscribed,
    /// Only parts of that version are known, and it is not among them.
    NotMentioned,
    /// It does not take part, as far as the file says.
    NotThere,
    /// It takes part, with the measures that the commitment has.
    There(&'a Commitment),
}

/// The joint commitments of these contracts, each in the version at that place: by number, then those without one.
#[must_use]
pub fn rows<'a>(contracts: &[(&'a Contract, usize)]) -> Vec<Row<'a>> {
    let (mut numbers, mut ids, mut highest) = (Vec::new(), Vec::new(), 0);
    for version in contracts.iter().filter_map(|it| version(it)) {
        for it in version.commitments.iter().filter(|it| it.shared) {
            match it.number {
                Some(number) => {
                    highest = highest.max(number);
                    numbers.push(number);
                }
                None if !ids.contains(&&it.id) => ids.push(&it.id),
                None => {}
            }
        }
    }
    let mut rows = Vec::new();
    for number in 1..=highest {
        if number <= RUNNING || numbers.contains(&number) {
            rows.push(row(contracts, Some(number), None));
        }
    }
    for id in ids {
        rows.push(row(contracts, None, Some(id)));
    }
    rows
}

fn row<'a>(contracts: &[(&'a Contract, usize)], number: Option<u16>, id: Option<&Id>) -> Row<'a> {
    let mut cells = Vec::new();
    let mut first = None;
    for (place, it) in contracts.iter().enumerate() {
        let cell = cell(version(it), number, id);
        if let (None, Cell::There(commitment)) = (first, cell) {
            first = Some((place, commitment));
        }
        cells.push(cell);
    }
    Row {
        number,
        first,
        cells,
    }
}

/// What a version says of the joint commitment of this number, or of this id when it has none.
#[must_use]
pub fn cell<'a>(version: Option<&'a Version>, number: Option<u16>, id: Option<&Id>) -> Cell<'a> {
    let content = version.map_or(Content::DocumentOnly, |it| it.content);
    let found = version
        .into_iter()
        .flat_map(|it| &it.commitments)
        .find(|it| it.shared && it.number == number && (number.is_some() || Some(&it.id) == id));
    match (content, found) {
        (Content::DocumentOnly, _) => Cell::NotTranscribed,
        (_, Some(commitment)) => Cell::There(commitment),
        (Content::Excerpt, None) => Cell::NotMentioned,
        (Content::Full, None) => Cell::NotThere,
    }
}

fn version<'a>((contract, at): &(&'a Contract, usize)) -> Option<&'a Version> {
    contract.versions.get(*at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A contract with one version: its content and its commitments, as `id:number` or `id`.
    fn contract(content: &str, commitments: &[&str]) -> Contract {
        let commitments = commitments.iter().map(|it| {
            let (id, number) = it.split_once(':').unwrap_or((it, "null"));
            format!(
                r#"{{ "id": "{id}", "title": "{id} {content}", "number": {number}, "shared": true,
                      "measures": [ {{ "id": "{id}-a", "title": "A" }} ] }}"#
            )
            .replace(r#""number": null,"#, "")
        });
        let commitments: Vec<String> = commitments.collect();
        let text = format!(
            r#"{{ "format": "klimatkontrakt/1", "example": true, "municipality": {{ "name": "Exempelkommun" }}, "versions": [
                 {{ "label": "2025", "content": "{content}", "commitments": [{}] }} ] }}"#,
            commitments.join(",")
        );
        super::super::read(&text).expect("it is a contract").0
    }

    /// The rows as `number first: cells`, a cell being the id of its commitment or a sign.
    fn said(contracts: &[Contract]) -> Vec<String> {
        let columns: Vec<_> = contracts.iter().map(|it| (it, 0)).collect();
        let said = |cell: &Cell<'_>| match cell {
            Cell::NotTranscribed => "?".to_owned(),
            Cell::NotMentioned => "~".to_owned(),
            Cell::NotThere => "-".to_owned(),
            Cell::There(it) => format!("{}+{}", it.id, it.measures.len()),
        };
        let row = |it: &Row<'_>| {
            let number = it.number.map_or_else(String::new, |it| it.to_string());
            let first = it.first.map_or("none", |(_, it)| it.title.as_str());
            let cells: Vec<String> = it.cells.iter().map(said).collect();
            format!("{number} {first}: {}", cells.join(" "))
        };
        rows(&columns).iter().map(row).collect()
    }

    #[test]
    fn there_is_a_row_for_every_number_up_to_the_highest_also_for_one_that_nobody_has() {
        let all = [
            contract("full", &["b:2", "d:4"]),
            contract("full", &["bb:2"]),
        ];
        assert_eq!(
            said(&all),
            [
                "1 none: - -",
                "2 b full: b+1 bb+1",
                "3 none: - -",
                "4 d full: d+1 -"
            ]
        );
    }

    #[test]
    fn what_is_not_transcribed_and_what_is_not_mentioned_is_not_taken_for_absent() {
        let all = [
            contract("document_only", &[]),
            contract("excerpt", &["a:1"]),
            contract("full", &["b:2"]),
        ];
        assert_eq!(said(&all), ["1 a excerpt: ? a+1 -", "2 b full: ? ~ b+1"]);
    }

    #[test]
    fn those_without_a_number_come_last_and_are_matched_by_their_id() {
        let all = [
            contract("full", &["x", "a:1"]),
            contract("full", &["y", "x"]),
        ];
        assert_eq!(
            said(&all),
            ["1 a full: a+1 -", " x full: x+1 x+1", " y full: - y+1"]
        );
    }

    #[test]
    fn the_columns_keep_their_order_and_a_mistyped_number_makes_no_thousand_rows() {
        let all = [contract("full", &["a:65535"]), contract("full", &["a:1"])];
        let said = said(&all);
        assert_eq!(said.len(), usize::from(RUNNING) + 1);
        assert_eq!(said[0], "1 a full: - a+1");
        assert_eq!(said[usize::from(RUNNING)], "65535 a full: a+1 -");
        assert_eq!(rows(&[]), []);
    }

    #[test]
    fn a_commitment_that_is_not_joint_makes_no_row() {
        let mut one = contract("full", &["a:1"]);
        one.versions[0].commitments[0].shared = false;
        assert_eq!(said(&[one]), Vec::<String>::new());
    }
}
