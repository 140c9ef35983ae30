//! What lies in each cell, how much there is in each row and column, and what is thin.

use super::axis::{Axis, Slot};
use crate::contract::{Contract, Item};

/// Of how many items at most a row or a column is thin, when others have far more.
pub const THIN: usize = 2;

/// The items of the portfolio by two axes. An item that belongs to several rows or columns lies in several cells, and
/// counts once in a sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The rows.
    pub rows: Vec<Slot>,
    /// The columns.
    pub columns: Vec<Slot>,
    /// Row by row, column by column: the numbers of the items that lie there.
    pub cells: Vec<Vec<Vec<usize>>>,
    /// How many items there are in each row.
    pub in_row: Vec<usize>,
    /// How many items there are in each column.
    pub in_column: Vec<usize>,
}

/// What there is little or nothing of. Only of what could have been expected: a focus area, not a funder.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Thin {
    /// Rows and columns with nothing.
    pub empty: Vec<Slot>,
    /// Rows and columns with at most [`THIN`] items, and less than half of what the others of their axis have on average.
    pub thin: Vec<(Slot, usize)>,
    /// How many cells are empty.
    pub holes: usize,
    /// How many cells there are.
    pub cells: usize,
}

impl Grid {
    /// Lays items in the cells of two axes, in the order that their places are given in. A cell has their numbers in that
    /// order; the rows and columns are the same in any.
    #[must_use]
    pub fn new(
        contract: &Contract,
        items: &[Item<'_>],
        order: &[usize],
        rows: Axis,
        columns: Axis,
    ) -> Self {
        let (down, across) = (rows.slots(contract, items), columns.slots(contract, items));
        let mut grid = Self {
            cells: vec![vec![Vec::new(); across.len()]; down.len()],
            in_row: vec![0; down.len()],
            in_column: vec![0; across.len()],
            rows: down,
            columns: across,
        };
        for (number, item) in order.iter().map(|at| &items[*at]).enumerate() {
            let places = |slots: &[Slot], of: Vec<Slot>| -> Vec<usize> {
                let at = |slot: &Slot| slots.iter().position(|it| it == slot);
                of.iter().filter_map(at).collect()
            };
            let down = places(&grid.rows, rows.of(item));
            let across = places(&grid.columns, columns.of(item));
            for row in &down {
                grid.in_row[*row] += 1;
                for column in &across {
                    grid.cells[*row][*column].push(number);
                }
            }
            for column in across {
                grid.in_column[column] += 1;
            }
        }
        grid
    }

    /// What there is little or nothing of.
    #[must_use]
    pub fn thin(&self, rows: Axis, columns: Axis) -> Thin {
        let mut found = Thin::default();
        for (axis, slots, counts) in [
            (rows, &self.rows, &self.in_row),
            (columns, &self.columns, &self.in_column),
        ] {
            if !axis.is_closed() {
                continue;
            }
            let stated: Vec<(&Slot, usize)> = (slots.iter().zip(counts.iter().copied()))
                .filter(|it| *it.0 != Slot::Unstated)
                .collect();
            let all: usize = stated.iter().map(|it| it.1).sum();
            for (slot, count) in &stated {
                // Less than half of what the others have on average, without a fraction.
                let others = (all - count, stated.len().saturating_sub(1));
                if *count == 0 {
                    found.empty.push((*slot).clone());
                } else if *count <= THIN && 2 * count * others.1 < others.0 {
                    found.thin.push(((*slot).clone(), *count));
                }
            }
        }
        let cells = self.cells.iter().flatten();
        found.cells = cells.clone().count();
        found.holes = cells.filter(|it| it.is_empty()).count();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Step, open};

    const TEXT: &str = r#"{"format": "klimatkontrakt/1", "municipality": {"name": "Exempelkommun"},
        "focus_areas": [{"id": "energi", "title": "Energi"}, {"id": "resor", "title": "Resor"}, {"id": "mat", "title": "Mat"}],
        "versions": [{"label": "1", "goals": [{"id": "g", "title": "G"}], "actions": [
            {"id": "a", "title": "A", "focus_areas": ["energi", "resor"], "steps": ["action"]},
            {"id": "b", "title": "B", "focus_areas": ["energi"], "steps": ["action", "learning"]},
            {"id": "c", "title": "C", "focus_areas": ["energi"], "funding": [{"from": "EU"}]},
            {"id": "d", "title": "D", "focus_areas": ["energi"], "steps": ["action"]},
            {"id": "e", "title": "E", "focus_areas": ["energi"], "steps": ["action"]},
            {"id": "f", "title": "F", "steps": ["action"]}]}]}"#;

    fn grid(rows: Axis, columns: Axis) -> (Grid, Thin) {
        let contract = open(TEXT).expect("a valid contract").contract;
        let items = contract.items(0);
        let items: Vec<Item<'_>> = items.into_iter().filter(crate::portfolio::holds).collect();
        let order: Vec<usize> = (0..items.len()).collect();
        let grid = Grid::new(&contract, &items, &order, rows, columns);
        let thin = grid.thin(rows, columns);
        (grid, thin)
    }

    #[test]
    fn an_item_lies_in_every_cell_it_belongs_to_and_counts_once_in_a_sum() {
        let (grid, _) = grid(Axis::Focus, Axis::Process);
        assert_eq!(
            grid.in_row,
            [5, 1, 0, 1],
            "energy, travel, food, cutting across"
        );
        assert_eq!(
            grid.in_column,
            [0, 0, 0, 5, 1, 0, 1],
            "the last column is of no process"
        );
        assert_eq!(grid.cells[0][3], [0, 1, 3, 4]);
        assert_eq!(grid.cells[1][3], [0]);
        assert_eq!(grid.columns[6], Slot::Unstated);
    }

    #[test]
    fn what_is_missing_and_what_is_thin_is_told_of_what_could_be_expected_only() {
        let (_, thin) = grid(Axis::Focus, Axis::Process);
        let step = |it: Step| Slot::Step(it);
        assert_eq!(
            thin.empty,
            [
                Slot::Focus("mat".into()),
                step(Step::Mandate),
                step(Step::System),
                step(Step::Portfolio),
                step(Step::Normal)
            ]
        );
        assert_eq!(
            thin.thin,
            [(Slot::Focus("resor".into()), 1)],
            "learning has one where the others have one on average"
        );
        assert_eq!((thin.holes, thin.cells), (23, 28));
        let (grid, thin) = grid(Axis::Funding, Axis::Responsible);
        assert_eq!(grid.rows, [Slot::Named("EU".into()), Slot::Unstated]);
        assert_eq!((thin.empty, thin.thin), (Vec::new(), Vec::new()));
    }
}
