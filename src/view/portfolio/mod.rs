//! The portfolio: the version's commitments, measures and actions by two questions at once, what they cost and give, and
//! the same as a list.

pub mod charts;
pub mod coverage;
mod drawing;
mod ties;
mod twin;

pub use coverage::section as coverage;

use super::act::Act;
use super::desk::{Look, Open, Shown};
use super::header::choice;
use super::{Node, facts, list};
use crate::contract::Item;
use crate::markup::el;
use crate::portfolio::{self as plan, Axis, Grid, Slot, Sort};
use crate::state::{Action, Form};
use crate::text::portfolio as words;

/// What the view is made from: the items that the filters let through, in the order asked for, in their cells.
pub struct Portfolio<'o, 'a> {
    /// What is open.
    pub open: &'o Open<'a>,
    /// The items.
    pub shown: Vec<Shown<'a>>,
    /// Where they lie.
    pub grid: Grid,
    /// Whether the version has any, whatever is filtered.
    pub any: bool,
}

impl<'o, 'a> Portfolio<'o, 'a> {
    fn new(open: &'o Open<'a>) -> Self {
        let all: Vec<Shown<'a>> = (open.items().into_iter())
            .filter(|it| plan::holds(&it.item))
            .collect();
        let any = !all.is_empty();
        let admitted: Vec<Shown<'a>> = all.into_iter().filter(|it| open.admits(it)).collect();
        let items: Vec<Item<'a>> = admitted.iter().map(|it| it.item).collect();
        let titles: Vec<String> = (items.iter())
            .map(|it| facts::title(open.contract, it, open.lang).0)
            .collect();
        let sorted = plan::sorted(&items, &titles, open.state.sort);
        let shown: Vec<Shown<'a>> = sorted.iter().map(|at| admitted[*at]).collect();
        let (rows, columns) = (open.state.rows, open.state.columns);
        let grid = Grid::new(open.contract, &items, &sorted, rows, columns);
        Self {
            open,
            shown,
            grid,
            any,
        }
    }

    /// The name of a row or a column.
    fn name(&self, slot: &Slot, axis: Axis, short: bool) -> String {
        words::slot(slot, axis, self.open.contract, short, self.open.lang)
    }

    /// The names of the rows and of the columns.
    fn names(&self, short: bool) -> (Vec<String>, Vec<String>) {
        let (rows, columns) = (self.open.state.rows, self.open.state.columns);
        let row = |it: &Slot| self.name(it, rows, false);
        let column = |it: &Slot| self.name(it, columns, short);
        (
            self.grid.rows.iter().map(row).collect(),
            self.grid.columns.iter().map(column).collect(),
        )
    }

    /// What there is little or nothing of.
    fn sentence(&self) -> Node {
        let (state, lang) = (self.open.state, self.open.lang);
        let thin = self.grid.thin(state.rows, state.columns);
        let name = |slot: &Slot| {
            let axis = if self.grid.rows.contains(slot) {
                state.rows
            } else {
                state.columns
            };
            self.name(slot, axis, false)
        };
        let said = words::thin(&thin, &name, lang);
        el("section")
            .key("thin")
            .set("class", "tm-thin")
            .child(el("p").set("class", "tm-since").text(said.join(" ")))
            .children((!thin.thin.is_empty()).then(|| {
                el("p")
                    .set("class", "tm-small")
                    .text(words::thin_means(lang))
            }))
    }
}

/// The view: drawn, or as a list.
pub fn view(look: &Look<'_>, open: &Open<'_>) -> Node {
    let t = open.t;
    let portfolio = Portfolio::new(open);
    let page = el("div")
        .set("class", "tm-stage tm-portfolio")
        .children(list::unread(open).map(|it| it.key("unread")));
    if portfolio.shown.is_empty() {
        let words = if portfolio.any {
            t.no_match
        } else {
            t.portfolio_none
        };
        let nothing = el("p").key("nothing").set("class", "tm-nothing");
        return page.child(choosers(open)).child(nothing.text(words));
    }
    let drawn = open.state.form == Form::Graphic && look.session.room.0 > 0.0;
    let told = !drawn || look.session.printing;
    page.child(choosers(open))
        .child(portfolio.sentence())
        .children(drawn.then(|| drawing::drawing(look, &portfolio).key("drawing")))
        .children(drawn.then(|| drawing::legend(&portfolio).key("legend")))
        .children(drawn.then(|| {
            el("p")
                .key("keys")
                .set("class", "tm-keys")
                .set("id", "tm-keys")
                .text(t.keys_portfolio)
                .text(" ")
                .text(t.portfolio_what)
        }))
        .children(told.then(|| twin::twin(&portfolio).key("list")))
        .children(charts::section(look, open).map(|it| it.key("charts")))
        .child(list::take_home(open, drawn, look.session.unsaved).key("get"))
}

/// What its rows and columns are, and in what order its items stand.
fn choosers(open: &Open<'_>) -> Node {
    let (t, lang, state) = (open.t, open.lang, open.state);
    let axes = || {
        let name = |it: &Axis| (it.as_str().to_owned(), words::axis(*it, lang).to_owned());
        Axis::ALL.iter().map(name)
    };
    let sorts = Sort::ALL
        .iter()
        .map(|it| (it.as_str().to_owned(), words::sort(*it, lang).to_owned()));
    let choices = [
        choice(t.rows, state.rows.as_str(), axes(), |value| {
            Act::Do(Action::Rows(Axis::parse(&value).unwrap_or(Axis::Focus)))
        }),
        choice(t.columns, state.columns.as_str(), axes(), |value| {
            Act::Do(Action::Columns(
                Axis::parse(&value).unwrap_or(Axis::Process),
            ))
        }),
        choice(t.sort, state.sort.as_str(), sorts, |value| {
            Act::Do(Action::Sort(Sort::parse(&value).unwrap_or(Sort::Contract)))
        }),
    ];
    el("div")
        .key("axes")
        .set("class", "tm-axes")
        .children(choices)
}
