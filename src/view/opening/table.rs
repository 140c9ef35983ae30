//! A table that has come: shown as it was understood, corrected by the reader, and opened as a contract.

use super::Way;
use super::flow;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::contract::Lang;
use crate::contract::table::{self, About, Draft, Fault, Role, Sheet};
use crate::markup::el;
use crate::text::{Texts, number, table as words};
use crate::view::Node;
use crate::view::act::Act;
use crate::view::desk::{Desk, Look};
use crate::view::header::button;

/// How many doubtful cells are listed.
const MOST_SHOWN: usize = 200;

/// A table that has come and waits for the reader.
#[derive(Debug)]
pub struct Taking {
    /// What the file is called.
    pub name: String,
    /// What it holds.
    sheet: Sheet,
    /// What each column holds, as guessed or as corrected.
    roles: Vec<Role>,
    /// What it does not say of itself.
    about: About,
    /// What it has been read as.
    draft: Result<Draft, Fault>,
}

/// Something that the reader does with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A column holds something else: its place and the role, as `3:cost`.
    Role(String),
    /// The municipality is called this.
    Municipality(String),
    /// The version is called this.
    Label(String),
    /// It is opened, in place of what is open.
    Open,
    /// It is opened beside what is open.
    Beside,
    /// It is put away.
    Cancel,
}

impl Taking {
    /// A table of this name, in the year that it has come.
    pub fn new(name: String, sheet: Sheet, year: i32) -> Self {
        let about = About {
            municipality: String::new(),
            label: year.to_string(),
            document: name.clone(),
        };
        let roles = sheet.table.roles();
        let mut taking = Self {
            name,
            draft: Err(table::FaultCause::NoNames.of_file()),
            sheet,
            roles,
            about,
        };
        taking.read();
        taking
    }

    /// Reads the table anew, whether or not it has been said whose it is.
    fn read(&mut self) {
        let said = |words: &str| {
            if words.trim().is_empty() {
                "–"
            } else {
                words
            }
            .to_owned()
        };
        let about = About {
            municipality: said(&self.about.municipality),
            label: said(&self.about.label),
            document: self.about.document.clone(),
        };
        self.draft = table::draft(&self.sheet.table, &self.roles, &about);
    }

    /// Gives a column another role. Any other column that had it is kept in words from now on.
    fn set_role(&mut self, at: usize, role: Role) {
        if !matches!(role, Role::Keep | Role::Ignore) {
            for it in self.roles.iter_mut().filter(|it| **it == role) {
                *it = Role::Keep;
            }
        }
        if let Some(place) = self.roles.get_mut(at) {
            *place = role;
        }
        self.read();
    }

    fn is_named(&self) -> bool {
        !self.about.municipality.trim().is_empty() && !self.about.label.trim().is_empty()
    }
}

/// Does what the reader does with the table that is shown.
pub fn perform(desk: Desk, step: Step) {
    match step {
        Step::Role(words) => {
            let (at, role) = words.split_once(':').unwrap_or_default();
            let said = at.parse().ok().zip(Role::parse(role));
            if let Some((at, role)) = said {
                change(desk, |it| it.set_role(at, role));
            }
        }
        Step::Municipality(name) => change(desk, |it| it.about.municipality = name),
        Step::Label(label) => change(desk, |it| it.about.label = label),
        Step::Cancel => desk.set(|s| drop(s.taking.drain(..1))),
        Step::Open | Step::Beside => {
            let made = desk.get(|s| {
                let taking = s.taking.first().filter(|it| it.is_named())?;
                let table = &taking.sheet.table;
                let draft = table::draft(table, &taking.roles, &taking.about).ok()?;
                Some((taking.name.clone(), table::draft::json(&draft.contract)))
            });
            let Some((name, text)) = made else { return };
            desk.set(|s| drop(s.taking.drain(..1)));
            flow::made(desk, name, text.into_bytes(), step == Step::Beside);
        }
    }
}

/// Brings the keyboard to the table that waits.
pub fn take_focus(desk: Desk) {
    let heading = desk
        .root
        .with_value(|root| root.query_selector(".tm-taking h3").ok().flatten());
    if let Some(heading) = heading.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

fn change(desk: Desk, how: impl FnOnce(&mut Taking)) {
    desk.set(|s| {
        if let Some(first) = s.taking.first_mut() {
            how(first);
        }
    });
}

/// The table that waits, with how it was understood; nothing when none does.
pub fn view(look: &Look<'_>) -> Option<Node> {
    let taking = look.session.taking.first()?;
    let (t, lang) = (look.t, look.lang);
    let read = &taking.sheet.table;
    let how = format!(
        "{} · {} · {}",
        taking.name,
        words::encoding(read.encoding),
        words::delimiter(read.delimiter, lang)
    );
    let field = |name: &str, value: &str, act: fn(String) -> Act| {
        let input = el("input")
            .set("type", "text")
            .set("required", "")
            .set("autocomplete", "off")
            .set("value", value)
            .value(act);
        el("label")
            .set("class", "tm-field tm-wide")
            .child(el("span").text(name))
            .child(input)
    };
    let ready = taking.is_named() && taking.draft.is_ok();
    let open = |name: &str, step: Step| {
        let open = button(name, Act::Open(Way::Table(step)));
        open.maybe("disabled", (!ready).then_some(""))
    };
    let section = el("section")
        .set("class", "tm-taking")
        .child(el("h3").set("tabindex", "-1").text(t.table_title))
        .child(el("p").set("class", "tm-file-name").text(how))
        .child(el("p").text(t.table_what))
        .children(words::above(&taking.sheet.above, lang).map(|it| el("p").text(it)))
        .child(field(
            t.table_municipality,
            &taking.about.municipality,
            |it| Act::Open(Way::Table(Step::Municipality(it))),
        ))
        .child(field(t.table_label, &taking.about.label, |it| {
            Act::Open(Way::Table(Step::Label(it)))
        }))
        .child(columns(taking, t, lang))
        .children(outcome(taking, t, lang))
        .children(
            (!taking.is_named()).then(|| el("p").set("class", "tm-small").text(t.table_need)),
        );
    let buttons = el("p")
        .set("class", "tm-together")
        .child(open(t.table_open, Step::Open))
        .children(
            look.open
                .is_some()
                .then(|| open(t.table_beside, Step::Beside)),
        )
        .child(button(t.cancel, Act::Open(Way::Table(Step::Cancel))));
    Some(section.child(buttons))
}

/// What each column was read as, with a choice of what it holds instead.
fn columns(taking: &Taking, t: &Texts, lang: Lang) -> Node {
    let head = [t.table_column, t.table_role, t.table_example, t.table_cells];
    let head = head.map(|it| el("th").set("scope", "col").text(it));
    let readings = taking.draft.as_ref().map_or(&[][..], |it| &it.columns);
    let row = |at: usize, header: &String| {
        let role = taking.roles.get(at).copied().unwrap_or(Role::Keep);
        let options = Role::ALL.iter().map(|it| {
            el("option")
                .set("value", format!("{at}:{}", it.as_str()))
                .text(words::role(*it, lang))
        });
        let name = words::header(header, lang);
        let choose = el("select")
            .set("aria-label", format!("{}: {name}", t.table_role))
            .set("value", format!("{at}:{}", role.as_str()))
            .children(options)
            .value(|it| Act::Open(Way::Table(Step::Role(it))));
        let reading = readings.get(at);
        let example = reading.and_then(|it| it.example.clone());
        el("tr")
            .set("data-column", at.to_string())
            .set("data-role", role.as_str())
            .child(el("th").set("scope", "row").text(name))
            .child(el("td").child(choose))
            .child(el("td").text(example.unwrap_or_default()))
            .child(el("td").text(reading.map_or_else(String::new, |it| words::cells(it, lang))))
    };
    let rows = taking.sheet.table.header.iter().enumerate();
    let table = el("table")
        .set("class", "tm-columns")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows.map(|(at, header)| row(at, header))));
    el("div")
        .set("class", "tm-table-box")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", t.table_title)
        .child(table)
}

/// How much was understood, and every cell that was not; or why nothing can be.
fn outcome(taking: &Taking, t: &Texts, lang: Lang) -> Vec<Node> {
    let draft = match &taking.draft {
        Ok(draft) => draft,
        Err(fault) => {
            let trouble = el("p").set("class", "tm-trouble").set("role", "alert");
            return vec![trouble.text(words::sentence(fault, lang))];
        }
    };
    let counts = el("p")
        .set("class", "tm-counts")
        .set("role", "status")
        .text(words::counts(&draft.counts, lang));
    let header = |at: usize| taking.sheet.table.header.get(at).map_or("", String::as_str);
    let doubts = draft.doubts.iter().take(MOST_SHOWN);
    let doubts = doubts.map(|it| el("li").text(words::doubt(it, header(it.column), lang)));
    let more = draft.doubts.len() > MOST_SHOWN;
    let more = more.then(|| {
        let all = number::integer(draft.doubts.len() as i64, lang);
        el("p").text(format!("{MOST_SHOWN} {} {all}", t.coverage_of))
    });
    let list = (!draft.doubts.is_empty()).then(|| {
        let all = number::integer(draft.doubts.len() as i64, lang);
        el("details")
            .set("class", "tm-more-items")
            .child(el("summary").text(format!("{} ({all})", t.table_doubts)))
            .child(el("ul").set("class", "tm-plain-list").children(doubts))
            .children(more)
    });
    let placing = el("p").set("class", "tm-small").text(t.table_placing);
    [counts].into_iter().chain(list).chain([placing]).collect()
}
