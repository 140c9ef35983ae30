//! What the contract says of an item, as labelled facts: the panel and the list twin show the same ones.

use crate::contract::model::{Contract, Document, Source};
use crate::contract::quantity::{Amount, Quantity};
use crate::contract::word::{PlacedBy, Status};
use crate::contract::{Id, Item, Lang};
use crate::text::{Texts, case, date, number, vocabulary};

/// A fact with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub label: &'static str,
    /// What the contract says.
    pub value: String,
    /// True when it says nothing: drawn as unknown.
    pub unknown: bool,
}

/// A text of an item with the language it is in.
pub type Said = (String, Lang);

/// The title of an item. A gap is named after its goal, a lesson after its kind, when it has none of its own.
pub fn title(contract: &Contract, item: &Item<'_>, lang: Lang) -> Said {
    let text = item
        .title()
        .map(|title| contract.text(item.id(), "title", title, lang));
    match (text, item) {
        (Some((text, lang)), _) => (text.to_owned(), lang),
        (None, Item::Gap(gap)) => {
            let goal = contract
                .versions
                .iter()
                .flat_map(|v| &v.goals)
                .find(|goal| Some(&goal.id) == gap.about.as_ref());
            let of = goal.map_or_else(String::new, |goal| {
                format!(
                    ": {}",
                    contract.text(&goal.id, "title", &goal.title, lang).0
                )
            });
            (format!("{}{of}", Texts::of(lang).gap_title), lang)
        }
        _ => (Texts::of(lang).lesson_title.to_owned(), lang),
    }
}

/// The short text of an item.
pub fn summary(contract: &Contract, item: &Item<'_>, lang: Lang) -> Option<Said> {
    let (field, text) = match item {
        Item::Body(body) => ("role", body.role.as_deref()?),
        Item::Gap(gap) => ("reason", gap.amount.as_ref()?.reason.as_deref()?),
        Item::Lesson(lesson) => ("learned", lesson.learned.as_deref()?),
        _ => ("summary", item.summary()?),
    };
    let (text, lang) = contract.text(item.id(), field, text, lang);
    Some((text.to_owned(), lang))
}

/// Everything else that the contract says of an item, or does not say, in a fixed order for its kind.
pub fn facts(contract: &Contract, item: &Item<'_>, lang: Lang) -> Vec<Fact> {
    let t = Texts::of(lang);
    let mut facts = Vec::new();
    let period = item.period().map(|period| date::period(&period, lang));
    let areas = || {
        let names: Vec<&str> = (item.focus_areas().iter())
            .filter_map(|id| contract.focus_area(id))
            .map(|area| contract.text(&area.id, "title", &area.title, lang).0)
            .collect();
        Some(if names.is_empty() {
            t.cross_cutting.to_owned()
        } else {
            names.join(", ")
        })
    };
    let parties = || {
        joined(
            item.parties()
                .into_iter()
                .map(|id| party_name(contract, id, lang)),
        )
    };
    let stated = |label, value: Option<String>| {
        let unknown = value.is_none();
        Fact {
            label,
            value: value.unwrap_or_else(|| t.not_stated.to_owned()),
            unknown,
        }
    };
    match item {
        Item::Goal(goal) => {
            facts.push(stated(t.year, goal.year.map(|year| year.to_string())));
            facts.push(stated(
                t.scope,
                goal.scope
                    .map(|scope| vocabulary::scope(scope, lang).to_owned()),
            ));
            facts.push(stated(
                t.goal_aim,
                goal.aim.map(|aim| vocabulary::aim(aim, lang).to_owned()),
            ));
            let consumption = goal
                .includes_consumption
                .map(|yes| (if yes { t.yes } else { t.no }).to_owned());
            facts.push(stated(t.consumption, consumption));
            facts.extend(
                goal.target
                    .as_ref()
                    .map(|target| quantity(t.target, Some(target), lang)),
            );
        }
        Item::Gap(gap) => facts.push(quantity(t.amount, gap.amount.as_ref(), lang)),
        Item::Indicator(indicator) => {
            facts.push(stated(
                t.scope,
                indicator
                    .scope
                    .map(|scope| vocabulary::scope(scope, lang).to_owned()),
            ));
            facts.push(stated(t.release, indicator.release.clone()));
        }
        Item::Commitment(commitment) => {
            facts.push(stated(t.party, parties()));
            facts.extend(
                commitment
                    .process
                    .map(|it| stated(t.process, Some(vocabulary::process(it, lang).to_owned()))),
            );
            facts.push(stated(t.focus_area, areas()));
            facts.push(stated(t.time, period));
        }
        Item::Measure(_, measure) => {
            facts.push(stated(t.party, parties()));
            facts.push(stated(
                t.responsible,
                joined(measure.responsible.iter().cloned()),
            ));
            facts.push(stated(t.focus_area, areas()));
            facts.push(stated(t.time, period));
        }
        Item::Action(action) => {
            facts.push(stated(
                t.origin,
                action
                    .origin
                    .map(|origin| vocabulary::origin(origin, lang).to_owned()),
            ));
            facts.push(stated(t.focus_area, areas()));
            facts.push(stated(
                t.responsible,
                joined(action.responsible.iter().cloned()),
            ));
            facts.push(stated(t.time, period));
            let levers = joined(
                action
                    .levers
                    .iter()
                    .map(|lever| vocabulary::lever(*lever, lang).to_owned()),
            );
            facts.extend(levers.map(|levers| stated(t.levers, Some(levers))));
            facts.push(quantity(t.cost, action.cost.as_ref(), lang));
            facts.push(quantity(t.effect, action.effect.as_ref(), lang));
            facts.push(stated(
                t.funding,
                joined(action.funding.iter().map(|line| funding(line, lang))),
            ));
            let benefits = joined(action.co_benefits.iter().cloned());
            facts.extend(benefits.map(|benefits| stated(t.co_benefits, Some(benefits))));
        }
        Item::Prerequisite(_) => facts.push(stated(t.focus_area, areas())),
        Item::Body(_) => {}
        Item::Lesson(lesson) => {
            facts.push(stated(t.party, parties()));
            let text = |field: &str, text: &Option<String>| {
                text.as_deref()
                    .map(|text| contract.text(&lesson.id, field, text, lang).0.to_owned())
            };
            facts.push(stated(t.changed, text("changed", &lesson.changed)));
            facts.push(stated(t.next_step, text("next", &lesson.next)));
        }
    }
    facts
}

/// The words in the tags under an item's title: its kind, number, status.
pub fn tags(item: &Item<'_>, lang: Lang) -> Vec<String> {
    let kind = match item {
        Item::Commitment(it) if it.shared => Texts::of(lang).joint.to_owned(),
        _ => case::capitalised(vocabulary::kind(item.kind(), lang)),
    };
    let numbered = match item {
        Item::Commitment(it) => it.number.map_or(kind.clone(), |n| format!("{kind} {n}")),
        _ => kind,
    };
    let status = item.status().filter(|status| *status != Status::Unknown);
    std::iter::once(numbered)
        .chain(status.map(|status| case::capitalised(vocabulary::status(status, lang))))
        .collect()
}

/// Where a fact stands, in words: the document's title, section and page, with the document for its link.
pub fn source<'a>(
    contract: &'a Contract,
    source: &Source,
    lang: Lang,
) -> Option<(String, &'a Document)> {
    let t = Texts::of(lang);
    let document = contract.document(&source.document)?;
    let mut words = contract
        .text(&document.id, "title", &document.title, lang)
        .0
        .to_owned();
    if let Some(section) = &source.section {
        words += &format!(", {}\u{a0}{section}", t.section);
    }
    if let Some(page) = source.page {
        words += &format!(", {}\u{a0}{page}", t.page);
    }
    Some((words, document))
}

/// Who placed the item on the map, in a sentence.
pub fn placing(item: &Item<'_>, lang: Lang) -> &'static str {
    let t = Texts::of(lang);
    match (item.steps(), item.placed_by()) {
        ([], _) => t.not_placed,
        (_, Some(PlacedBy::Municipality)) => t.placed_by_municipality,
        _ if matches!(item, Item::Action(it) if !it.levers.is_empty()) => t.placed_by_editor_levers,
        _ => t.placed_by_editor,
    }
}

/// The name of a party.
pub fn party_name(contract: &Contract, id: &Id, lang: Lang) -> String {
    contract.party(id).map_or_else(
        || id.to_string(),
        |party| contract.text(id, "name", &party.name, lang).0.to_owned(),
    )
}

fn joined(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| values.join(", "))
}

fn quantity(label: &'static str, quantity: Option<&Quantity>, lang: Lang) -> Fact {
    let nothing = Quantity::default();
    let quantity = quantity.unwrap_or(&nothing);
    let unknown = matches!(quantity.amount(), Amount::Unknown(_));
    Fact {
        label,
        value: number::quantity(quantity, lang),
        unknown,
    }
}

fn funding(line: &crate::contract::model::Funding, lang: Lang) -> String {
    let from = line.from.as_deref().unwrap_or_default();
    match &line.amount {
        Some(amount) => format!("{from}: {}", number::quantity(amount, lang)),
        None => from.to_owned(),
    }
}
