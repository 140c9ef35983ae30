//! A table as a contract of one version, with the account of every cell.
//!
//! An action of the table is one of the contract. What its cells say beyond what the format has a field for stands in its
//! summary, after the description: one line a column, the header as written, a colon, the cell as written. Longer than most:
//! each column has its own way into the action.

use super::super::model::{
    Action, Contract, Document, FORMAT, Funding, Id, Municipality, Party, Source, Translations,
    Version,
};
use super::super::period::Period;
use super::super::quantity::Quantity;
use super::super::word::{Content, Origin, PartyKind, PlacedBy, Reason, Status, Step};
use super::super::{Lang, order};
use super::area::{self, Areas};
use super::column::Role;
use super::fault::{Fault, FaultCause};
use super::figure::{Figure, Given, Measure, figure_under};
use super::sheet::{Row, Table};
use super::slug::{Ids, one_line};
use super::tally::{ColumnReading, Counts, Doubt, ReadAs, Tally};
use super::unknown::wholly_unknown;
use super::{Reading, Sureness, time, word};

/// What a table does not say of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The municipality's name.
    pub municipality: String,
    /// The label of the version.
    pub label: String,
    /// The title of the table as a document: the file's name.
    pub document: String,
}

/// A table read into a contract.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The contract, which opens without a remark.
    pub contract: Contract,
    /// How each column was read, in the order of the table.
    pub columns: Vec<ColumnReading>,
    /// Every cell that was read by guess or not at all, in the order of the table.
    pub doubts: Vec<Doubt>,
    /// What became of the cells, all columns together.
    pub counts: Counts,
}

/// The id of the table among the contract's documents.
const TABLE: &str = "table";

/// Reads a table whose columns hold this. A column without a role is kept in words, and so is one with a role that a column
/// before it has.
///
/// # Errors
/// When the table has no rows or no names, or the municipality or the version has none.
pub fn draft(table: &Table, roles: &[Role], about: &About) -> Result<Draft, Fault> {
    let roles = settled(roles, table.header.len());
    let name = roles.iter().position(|role| *role == Role::Name);
    let missing = match name {
        _ if table.rows.is_empty() => Some(FaultCause::NoRows),
        None => Some(FaultCause::NoNames),
        _ if about.municipality.trim().is_empty() => Some(FaultCause::NoMunicipality),
        _ if about.label.trim().is_empty() => Some(FaultCause::NoLabel),
        Some(_) => None,
    };
    if let Some(cause) = missing {
        return Err(cause.of_file());
    }
    let lang = table.language();
    let mut ids = Ids::default();
    let document = ids.give(TABLE, TABLE);
    let municipality = one_line(&about.municipality);
    let party = ids.give(&municipality, "party");
    let mut areas = Areas::default();
    if let Some(field) = roles.iter().position(|role| *role == Role::Field) {
        for row in &table.rows {
            areas.note(area::names(cell(row, field)).value);
        }
    }
    let focus_areas = areas.settle(&mut ids);
    let mut reader = Reader {
        table,
        lang,
        areas,
        ids,
        tally: Tally::new(table, &roles),
        given: table
            .header
            .iter()
            .map(|header| {
                let of = |measure| Given::by(header, measure);
                [of(Measure::Money), of(Measure::Emissions)]
            })
            .collect(),
        roles,
        document: document.clone(),
    };
    let actions = table.rows.iter().map(|row| reader.action(row)).collect();
    let version = Version {
        document: Some(document.clone()),
        actions,
        ..empty_version(about.label.trim())
    };
    let title = match about.document.trim() {
        "" => TABLE.to_owned(),
        title => title.to_owned(),
    };
    let contract = Contract {
        format: FORMAT.to_owned(),
        language: Some(lang),
        example: municipality.starts_with("Exempelkommun"),
        parties: vec![Party {
            id: party,
            name: municipality.clone(),
            kind: Some(PartyKind::Municipality),
        }],
        municipality: Municipality {
            name: municipality,
            code: None,
            county: None,
        },
        focus_areas,
        documents: vec![Document {
            id: document,
            title,
            url: None,
            date: None,
        }],
        indicators: Vec::new(),
        versions: vec![version],
        translations: Translations::default(),
    };
    let Tally {
        columns,
        doubts,
        counts,
    } = reader.tally;
    Ok(Draft {
        contract,
        columns,
        doubts,
        counts,
    })
}

/// A contract as the text of a file.
#[must_use]
pub fn json(contract: &Contract) -> String {
    serde_json::to_string_pretty(contract).expect("a contract has no keys but texts")
}

fn empty_version(label: &str) -> Version {
    Version {
        label: label.to_owned(),
        content: Content::Full,
        document: None,
        signed: None,
        source: None,
        goals: Vec::new(),
        commitments: Vec::new(),
        actions: Vec::new(),
        prerequisites: Vec::new(),
        bodies: Vec::new(),
        gaps: Vec::new(),
        lessons: Vec::new(),
        readiness: Vec::new(),
    }
}

/// A role for every column, each but the common ones once.
fn settled(roles: &[Role], columns: usize) -> Vec<Role> {
    let mut settled: Vec<Role> = Vec::new();
    for at in 0..columns {
        let role = roles.get(at).copied().unwrap_or(Role::Keep);
        let taken = !role.is_common() && settled.contains(&role);
        settled.push(if taken { Role::Keep } else { role });
    }
    settled
}

/// What a cell says, without the space around it.
fn cell(row: &Row, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| cell.trim())
}

/// The process that an action stands in: what has not begun is being designed, anything else is action. It is an
/// interpretation, and marked as the editor's.
fn step(status: Option<Status>) -> Step {
    match status {
        Some(Status::Proposed | Status::Decided) => Step::Portfolio,
        _ => Step::Action,
    }
}

/// A table while it is read.
struct Reader<'t> {
    table: &'t Table,
    roles: Vec<Role>,
    lang: Lang,
    areas: Areas,
    ids: Ids,
    tally: Tally,
    /// What each header says of figures: of money, of emissions.
    given: Vec<[Given; 2]>,
    document: Id,
}

/// What is kept in words of a row: the place of the column, and its line.
type Lines = Vec<(usize, String)>;

impl Reader<'_> {
    fn action(&mut self, row: &Row) -> Action {
        let mut lines: Lines = Vec::new();
        let mut action = self.empty_action(row);
        let (mut reduction, mut compensated) = (None, None);
        let (mut start, mut end) = (None, None);
        for at in 0..self.roles.len() {
            let words = cell(row, at);
            match self.roles[at] {
                Role::Name => self.name(row, at, &mut action),
                _ if words.is_empty() => self.tally.read(row, at, Sureness::Empty, ReadAs::Words),
                Role::Ignore => self.tally.ignore(row, at),
                Role::Keep => {
                    self.tally.keep(row, at);
                    self.line(&mut lines, at, words);
                }
                Role::Description => {
                    action.summary = Some(words.to_owned());
                    self.tally
                        .read(row, at, Sureness::Understood, ReadAs::Words);
                }
                Role::Field => {
                    let read = area::names(words);
                    action.focus_areas = self.areas.ids(&read.value);
                    let ids = action.focus_areas.clone();
                    self.note(row, at, &read, ReadAs::Areas(ids), &mut lines);
                }
                Role::Lever => {
                    let read = word::levers(words);
                    action.levers.clone_from(&read.value);
                    let levers = read.value.clone();
                    self.note(row, at, &read, ReadAs::Levers(levers), &mut lines);
                }
                Role::Status => {
                    let read = word::status(words);
                    action.status = read.value;
                    let read_as = read.value.map_or(ReadAs::Words, ReadAs::Status);
                    self.note(row, at, &read, read_as, &mut lines);
                }
                Role::Timeline => {
                    let read = time::period(words);
                    action.period.clone_from(&read.value);
                    let read_as = read.value.clone().map_or(ReadAs::Words, ReadAs::Period);
                    self.note(row, at, &read, read_as, &mut lines);
                }
                Role::Start => start = Some(at),
                Role::End => end = Some(at),
                Role::Responsible => {
                    let who = self.listed(row, at, &mut lines);
                    action.responsible = who;
                }
                Role::CoBenefits => {
                    let benefits = self.listed(row, at, &mut lines);
                    action.co_benefits = benefits;
                }
                Role::Funder => {
                    let funders = self.listed(row, at, &mut lines);
                    action.funding = funders.into_iter().map(|it| self.funding(it, at)).collect();
                }
                Role::Cost => {
                    let read = self.figure(row, at, Measure::Money);
                    if read.quantity.is_known() {
                        self.rest(&read, at, words, &mut lines);
                    }
                    action.cost = Some(read.quantity);
                }
                Role::Reduction => reduction = Some((at, self.figure(row, at, Measure::Emissions))),
                Role::Compensated => {
                    compensated = Some((at, self.figure(row, at, Measure::Emissions)));
                }
            }
        }
        if start.is_some() || end.is_some() {
            self.ends(row, start, end, &mut action.period, &mut lines);
        }
        action.effect = self.effect(row, reduction, compensated, &mut lines);
        action.steps = vec![step(action.status)];
        order::sort_by(&mut lines, |a, b| a.0.cmp(&b.0));
        let kept = lines.into_iter().map(|(_, line)| line);
        let all: Vec<String> = action.summary.take().into_iter().chain(kept).collect();
        action.summary = (!all.is_empty()).then(|| all.join("\n"));
        action
    }

    fn empty_action(&self, row: &Row) -> Action {
        let section = match self.lang {
            Lang::Sv => format!("rad {}", row.line),
            Lang::En => format!("row {}", row.line),
        };
        Action {
            id: Id::default(),
            title: String::new(),
            summary: None,
            origin: Some(Origin::Other),
            focus_areas: Vec::new(),
            levers: Vec::new(),
            steps: Vec::new(),
            placed_by: Some(PlacedBy::Editor),
            responsible: Vec::new(),
            period: None,
            status: None,
            cost: None,
            effect: None,
            funding: Vec::new(),
            commitments: Vec::new(),
            depends_on: Vec::new(),
            co_benefits: Vec::new(),
            continues: Vec::new(),
            source: Some(Source {
                document: self.document.clone(),
                section: Some(section),
                page: None,
            }),
        }
    }

    fn name(&mut self, row: &Row, at: usize, action: &mut Action) {
        action.title = one_line(cell(row, at));
        if action.title.is_empty() {
            // In the table's own language, as the contract's texts are.
            let title = match self.lang {
                Lang::Sv => "(utan namn)",
                Lang::En => "(no name)",
            };
            title.clone_into(&mut action.title);
            let read_as = ReadAs::Nameless(title.to_owned());
            self.tally.read(row, at, Sureness::Doubtful, read_as);
        } else {
            self.tally
                .read(row, at, Sureness::Understood, ReadAs::Words);
        }
        action.id = self.ids.give(&action.title, "action");
    }

    /// Keeps a cell in words.
    fn line(&self, lines: &mut Lines, at: usize, words: &str) {
        let line = match self.table.header[at].as_str() {
            "" => words.to_owned(),
            header => format!("{header}: {words}"),
        };
        lines.push((at, line));
    }

    /// Counts a cell, and keeps its words where they say more than what was read.
    fn note<T>(
        &mut self,
        row: &Row,
        at: usize,
        read: &Reading<T>,
        read_as: ReadAs,
        lines: &mut Lines,
    ) {
        self.tally.read(row, at, read.sureness, read_as);
        if read.rest || read.sureness != Sureness::Understood {
            self.line(lines, at, cell(row, at));
        }
    }

    /// The entries of a cell. Commas stand inside the names of departments, so that only semicolons and lines part them.
    fn listed(&mut self, row: &Row, at: usize, lines: &mut Lines) -> Vec<String> {
        let words = cell(row, at);
        if wholly_unknown(words).is_some() {
            self.tally.read(row, at, Sureness::Unknown, ReadAs::Words);
            self.line(lines, at, words);
            return Vec::new();
        }
        self.tally
            .read(row, at, Sureness::Understood, ReadAs::Words);
        let parts = words.split([';', '\n']).map(str::trim);
        parts
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Someone who pays; an amount when there is nothing else.
    fn funding(&self, words: String, at: usize) -> Funding {
        let read = figure_under(&words, Measure::Money, self.lang, self.given[at][0]);
        if read.sureness == Sureness::Understood && !read.rest {
            return Funding {
                from: None,
                amount: Some(read.quantity),
            };
        }
        Funding {
            from: Some(words),
            amount: None,
        }
    }

    fn figure(&mut self, row: &Row, at: usize, measure: Measure) -> Figure {
        let given = self.given[at][usize::from(measure == Measure::Emissions)];
        let read = figure_under(cell(row, at), measure, self.lang, given);
        let read_as = ReadAs::Quantity(read.quantity.clone());
        self.tally.read(row, at, read.sureness, read_as);
        read
    }

    /// Keeps the words of a figure that does not say all of them.
    fn rest(&self, read: &Figure, at: usize, words: &str, lines: &mut Lines) {
        if read.rest || read.sureness == Sureness::Doubtful {
            self.line(lines, at, words);
        }
    }

    /// A start and an end in columns of their own. Where the timeline has said when, they are kept in words.
    fn ends(
        &mut self,
        row: &Row,
        start: Option<usize>,
        end: Option<usize>,
        period: &mut Option<Period>,
        lines: &mut Lines,
    ) {
        let words = |at: Option<usize>| at.map_or("", |at| cell(row, at));
        let between = match period {
            Some(_) => None,
            None => time::between(words(start), words(end)),
        };
        for at in [start, end].into_iter().flatten() {
            let words = cell(row, at);
            // What both say has been taken from both only when each is a plain date.
            let alone = time::between(words, "").is_some();
            if between.is_some() && alone {
                self.tally
                    .read(row, at, Sureness::Understood, ReadAs::Words);
            } else {
                let read = word::not_read(words, ());
                self.note(row, at, &read, ReadAs::Words, lines);
            }
        }
        if between.is_some() {
            *period = between;
        }
    }

    /// The effect: the reduction when it has a figure, else what is compensated when that has one. Of two unknowns the
    /// reduction's, unless it does not apply and the other says more. The words of the one that is not used are kept.
    fn effect(
        &self,
        row: &Row,
        reduction: Option<(usize, Figure)>,
        compensated: Option<(usize, Figure)>,
        lines: &mut Lines,
    ) -> Option<Quantity> {
        let known =
            |it: &Option<(usize, Figure)>| it.as_ref().is_some_and(|it| it.1.quantity.is_known());
        let moot = |it: &Option<(usize, Figure)>| {
            let reason = it.as_ref().map(|it| it.1.quantity.unknown);
            reason.is_none_or(|it| it == Some(Reason::NotApplicable))
        };
        let swap =
            !known(&reduction) && (known(&compensated) || moot(&reduction) && !moot(&compensated));
        let (used, other) = match swap || reduction.is_none() {
            true => (compensated, reduction),
            false => (reduction, compensated),
        };
        // That the other half does not apply is said by there being one effect only.
        if let Some((at, _)) = other
            && (used.is_none() || wholly_unknown(cell(row, at)) != Some(Reason::NotApplicable))
        {
            self.line(lines, at, cell(row, at));
        }
        let (at, used) = used?;
        if used.quantity.is_known() {
            self.rest(&used, at, cell(row, at), lines);
        }
        Some(used.quantity)
    }
}
