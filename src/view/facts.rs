//! What the contract says of an item, as labelled facts: the panel and the list twin show the same ones.
//!
//! Longer than most: one `match` says every side of an item, so that none is forgotten.

use crate::contract::change::Aspect;
use crate::contract::model::{Contract, Document, Measure, Source};
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
    use Aspect as A;
    let shown: &[A] = match item {
        Item::Goal(_) => &[A::Year, A::Scope, A::Aim, A::Consumption, A::Target],
        Item::Gap(_) => &[A::Amount],
        Item::Commitment(_) => &[A::Party, A::Process, A::FocusAreas, A::Period],
        Item::Measure(..) => &[A::Party, A::Responsible, A::FocusAreas, A::Period],
        Item::Action(_) => &[
            A::Origin,
            A::FocusAreas,
            A::Responsible,
            A::Period,
            A::Levers,
            A::Cost,
            A::Effect,
            A::Funding,
            A::CoBenefits,
        ],
        Item::Prerequisite(_) => &[A::FocusAreas],
        Item::Indicator(it) => {
            let t = Texts::of(lang);
            let scope = it.scope.map(|it| vocabulary::scope(it, lang).to_owned());
            return vec![
                stated(t.scope, scope, lang),
                stated(t.release, it.release.clone(), lang),
            ];
        }
        Item::Lesson(it) => {
            let t = Texts::of(lang);
            let text = |field: &str, text: &Option<String>| {
                let text = text.as_deref()?;
                Some(contract.text(&it.id, field, text, lang).0.to_owned())
            };
            let party = fact(A::Party, contract, item, lang);
            let changed = stated(t.changed, text("changed", &it.changed), lang);
            return vec![
                party,
                changed,
                stated(t.next_step, text("next", &it.next), lang),
            ];
        }
        Item::Body(_) => &[],
    };
    // What few contracts state is left out where it is not, so as not to fill the panel with what is missing.
    let rare = [A::Target, A::Process, A::Levers, A::CoBenefits];
    let facts = shown.iter().filter_map(|aspect| {
        let fact = fact(*aspect, contract, item, lang);
        (!fact.unknown || !rare.contains(aspect)).then_some(fact)
    });
    facts.collect()
}

/// What is said of one side of an item.
pub fn fact(aspect: Aspect, contract: &Contract, item: &Item<'_>, lang: Lang) -> Fact {
    let t = Texts::of(lang);
    let words = |word: Option<&str>| word.map(str::to_owned);
    let linked = |ids: &[Id]| {
        // By the name that they had last: the item may be of any version.
        let name = |id: &Id| {
            let found = (0..contract.versions.len())
                .rev()
                .find_map(|at| contract.item(at, id));
            found.map_or_else(|| id.to_string(), |it| title(contract, &it, lang).0)
        };
        joined(ids.iter().map(name))
    };
    let translated = |field: &str| {
        let wanted = contract.written_in() != lang;
        let texts = &contract.translations;
        wanted.then(|| texts.text(lang.as_str(), item.id(), field))?
    };
    // Why a quantity is unknown, in words; translated under its name: `cost.reason`.
    let reason = |field: &str, quantity: Option<&Quantity>| {
        let own = quantity.and_then(|it| it.reason.clone());
        let other = translated(&format!("{field}.reason"));
        other.filter(|_| own.is_some()).map(str::to_owned).or(own)
    };
    let action = match item {
        Item::Action(it) => Some(*it),
        _ => None,
    };
    let goal = match item {
        Item::Goal(it) => Some(*it),
        _ => None,
    };
    let commitment = match item {
        Item::Commitment(it) => Some(*it),
        _ => None,
    };
    let (label, value) = match aspect {
        Aspect::Kind => (t.kind, words(Some(vocabulary::kind(item.kind(), lang)))),
        Aspect::Title => (t.title, Some(title(contract, item, lang).0)),
        Aspect::Summary => (
            t.summary,
            summary(contract, item, lang).map(|(text, _)| text),
        ),
        Aspect::Year => (
            t.year,
            goal.and_then(|it| it.year).map(|year| year.to_string()),
        ),
        Aspect::Scope => {
            let scope = goal.and_then(|it| it.scope);
            (t.scope, words(scope.map(|it| vocabulary::scope(it, lang))))
        }
        Aspect::Aim => {
            let aim = goal.and_then(|it| it.aim);
            (t.goal_aim, words(aim.map(|it| vocabulary::aim(it, lang))))
        }
        Aspect::Consumption => {
            let included = goal.and_then(|it| it.includes_consumption);
            (
                t.consumption,
                words(included.map(|yes| if yes { t.yes } else { t.no })),
            )
        }
        Aspect::Target => {
            let target = goal.and_then(|it| it.target.as_ref());
            return quantity(t.target, target, reason("target", target), lang);
        }
        Aspect::Amount => {
            let amount = match item {
                Item::Gap(it) => it.amount.as_ref(),
                _ => None,
            };
            // A gap's reason is its summary.
            return quantity(t.amount, amount, None, lang);
        }
        Aspect::Number => (
            t.number,
            commitment.and_then(|it| it.number).map(|n| n.to_string()),
        ),
        Aspect::Party => {
            let parties = item.parties().into_iter();
            (
                t.party,
                joined(parties.map(|id| party_name(contract, id, lang))),
            )
        }
        Aspect::Process => {
            let process = commitment.and_then(|it| it.process);
            (
                t.process,
                words(process.map(|it| vocabulary::process(it, lang))),
            )
        }
        Aspect::Measures => {
            let measures = commitment.map_or(&[][..], |it| &it.measures);
            let title = |it: &Measure| contract.text(&it.id, "title", &it.title, lang).0.to_owned();
            (t.measures, joined(measures.iter().map(title)))
        }
        Aspect::Origin => {
            let origin = action.and_then(|it| it.origin);
            (
                t.origin,
                words(origin.map(|it| vocabulary::origin(it, lang))),
            )
        }
        Aspect::Responsible => {
            let own = joined(item.responsible().iter().cloned());
            let translated = translated("responsible").filter(|_| own.is_some());
            (t.responsible, translated.map(str::to_owned).or(own))
        }
        Aspect::Period => (t.time, item.period().map(|it| date::period(&it, lang))),
        Aspect::Status => {
            let status = item.status().filter(|it| *it != Status::Unknown);
            (
                t.status,
                words(status.map(|it| vocabulary::status(it, lang))),
            )
        }
        Aspect::FocusAreas => {
            let areas = item
                .focus_areas()
                .iter()
                .filter_map(|id| contract.focus_area(id));
            let names =
                areas.map(|it| contract.text(&it.id, "title", &it.title, lang).0.to_owned());
            (
                t.focus_area,
                joined(names).or_else(|| words(Some(t.cross_cutting))),
            )
        }
        Aspect::Steps => {
            let steps = item.steps().iter();
            (
                t.step,
                joined(steps.map(|it| vocabulary::step(*it, lang).to_owned())),
            )
        }
        Aspect::Levers => {
            let levers = action.map_or(&[][..], |it| &it.levers).iter();
            (
                t.levers,
                joined(levers.map(|it| vocabulary::lever(*it, lang).to_owned())),
            )
        }
        Aspect::Cost => {
            let cost = action.and_then(|it| it.cost.as_ref());
            return quantity(t.cost, cost, reason("cost", cost), lang);
        }
        Aspect::Effect => {
            let effect = action.and_then(|it| it.effect.as_ref());
            return quantity(t.effect, effect, reason("effect", effect), lang);
        }
        Aspect::Funding => {
            let lines = action.map_or(&[][..], |it| &it.funding).iter();
            (t.funding, joined(lines.map(|it| funding(it, lang))))
        }
        Aspect::CoBenefits => {
            let benefits = action.map_or(&[][..], |it| &it.co_benefits);
            (t.co_benefits, joined(benefits.iter().cloned()))
        }
        Aspect::Commitments => (t.related, action.and_then(|it| linked(&it.commitments))),
        Aspect::DependsOn => (t.needs, action.and_then(|it| linked(&it.depends_on))),
    };
    stated(label, value, lang)
}

fn stated(label: &'static str, value: Option<String>, lang: Lang) -> Fact {
    let unknown = value.is_none();
    Fact {
        label,
        value: value.unwrap_or_else(|| Texts::of(lang).not_stated.to_owned()),
        unknown,
    }
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

/// A figure; or why there is none, with the words that the contract has for that.
fn quantity(
    label: &'static str,
    quantity: Option<&Quantity>,
    reason: Option<String>,
    lang: Lang,
) -> Fact {
    let nothing = Quantity::default();
    let quantity = quantity.unwrap_or(&nothing);
    let unknown = matches!(quantity.amount(), Amount::Unknown(_));
    let mut value = number::quantity(quantity, lang);
    if let Some(words) = reason.filter(|_| unknown) {
        value += &format!(": {words}");
    }
    Fact {
        label,
        value,
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
