//! The portfolio in words: its axes, what stands on them, and what there is little or nothing of.

use super::{Both, case, number, pick, say, vocabulary};
use crate::contract::{Contract, Lang};
use crate::portfolio::{Axis, Slot, Sort, Thin};

/// What rows or columns are.
#[must_use]
pub fn axis(axis: Axis, lang: Lang) -> &'static str {
    match axis {
        Axis::Process => pick(lang, "Process", "Process"),
        Axis::Focus => pick(lang, "Fokusområde", "Focus area"),
        Axis::Lever => pick(lang, "Hävstång", "Lever"),
        Axis::Status => pick(lang, "Läge", "Status"),
        Axis::Responsible => pick(lang, "Ansvar", "Responsible"),
        Axis::Origin => pick(lang, "Ursprung", "Origin"),
        Axis::Funding => pick(lang, "Finansiär", "Funder"),
    }
}

/// What items are sorted by.
#[must_use]
pub fn sort(sort: Sort, lang: Lang) -> &'static str {
    match sort {
        Sort::Contract => pick(lang, "Kontraktets", "The contract’s"),
        Sort::Title => pick(lang, "Rubrik", "Title"),
        Sort::Time => pick(lang, "Start", "Start"),
        Sort::Status => pick(lang, "Läge", "Status"),
        Sort::Responsible => pick(lang, "Ansvar", "Responsible"),
        Sort::Cost => pick(lang, "Kostnad", "Cost"),
        Sort::Effect => pick(lang, "Effekt", "Effect"),
    }
}

/// The name of a row or a column; `short` for narrow places.
#[must_use]
pub fn slot(slot: &Slot, axis: Axis, contract: &Contract, short: bool, lang: Lang) -> String {
    match slot {
        Slot::Step(step) if short => {
            format!("{} {}", step.number(), vocabulary::step_short(*step, lang))
        }
        Slot::Step(step) => vocabulary::step(*step, lang).to_owned(),
        Slot::Focus(id) => contract.focus_area(id).map_or_else(
            || id.to_string(),
            |it| contract.text(id, "title", &it.title, lang).0.to_owned(),
        ),
        Slot::Lever(lever) => case::capitalised(vocabulary::lever(*lever, lang)),
        Slot::Status(status) => case::capitalised(vocabulary::status(*status, lang)),
        Slot::Origin(origin) => case::capitalised(vocabulary::origin(*origin, lang)),
        Slot::Commitments => pick(lang, "Åtaganden", "Commitments").to_owned(),
        Slot::Party(id) => contract.party(id).map_or_else(
            || id.to_string(),
            |it| contract.text(id, "name", &it.name, lang).0.to_owned(),
        ),
        Slot::Named(name) => name.clone(),
        Slot::Unstated => unstated(axis, lang).to_owned(),
    }
}

/// What an item is called that has no place on an axis.
fn unstated(axis: Axis, lang: Lang) -> &'static str {
    match axis {
        Axis::Process => pick(lang, "Ingen enskild process", "No single process"),
        Axis::Focus => pick(lang, "Tvärgående", "Cross-cutting"),
        Axis::Lever => pick(lang, "Hävstång ej angiven", "Lever not stated"),
        Axis::Status => pick(lang, "Läget ej angivet", "Status not stated"),
        Axis::Responsible => pick(lang, "Ansvar ej angivet", "Nobody named"),
        Axis::Origin => pick(lang, "Ursprung ej angivet", "Origin not stated"),
        Axis::Funding => pick(lang, "Finansiär ej angiven", "Funder not stated"),
    }
}

/// How many items, with the word for them.
#[must_use]
pub fn items(count: usize, lang: Lang) -> String {
    number::counted(
        count,
        pick(lang, "insats", "item"),
        pick(lang, "insatser", "items"),
        lang,
    )
}

/// What there is little or nothing of, in a few sentences. `name` names a row or a column.
#[must_use]
pub fn thin(thin: &Thin, name: &dyn Fn(&Slot) -> String, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let count = |it: usize| number::integer(it as i64, lang);
    if !thin.empty.is_empty() {
        let names: Vec<String> = thin.empty.iter().map(name).collect();
        let both: Both = ["Inga insatser: {}.", "No items: {}."];
        said.push(say(lang, &both, &[&names.join(", ")]));
    }
    if !thin.thin.is_empty() {
        let told = thin.thin.iter().map(|(slot, many)| {
            let both: Both = ["{} har {}", "{} has {}"];
            say(lang, &both, &[&name(slot), &items(*many, lang)])
        });
        let told: Vec<String> = told.collect();
        let both: Both = ["Tunt: {}.", "Thin: {}."];
        said.push(say(lang, &both, &[&told.join(", ")]));
    }
    if thin.empty.is_empty() {
        let none = pick(
            lang,
            "Ingen rad och ingen kolumn saknas helt.",
            "No row and no column is missing altogether.",
        );
        said.push(none.to_owned());
    }
    let both: Both = ["{} av {} rutor är tomma.", "{} of {} cells are empty."];
    said.push(say(lang, &both, &[&count(thin.holes), &count(thin.cells)]));
    said
}

/// What "thin" means here: it is our measure.
#[must_use]
pub fn thin_means(lang: Lang) -> &'static str {
    pick(
        lang,
        "Tunt är vårt ord för högst två insatser där andra i snitt har mer än dubbelt så många. Det säger inget om hur mycket de väger.",
        "Thin is our word for two items at most where others have more than twice as many on average. It does not say how much they weigh.",
    )
}

/// A button that opens the list of what lacks something.
#[must_use]
pub fn show_missing(count: usize, lang: Lang) -> String {
    let [one, many]: [Both; 2] = [
        ["visa den som saknar det", "show the one without it"],
        ["visa de {} som saknar det", "show the {} without it"],
    ];
    match count {
        1 => say(lang, &one, &[]),
        _ => say(lang, &many, &[&number::integer(count as i64, lang)]),
    }
}

/// Where a mark of the portfolio stands, as it is spoken.
#[must_use]
pub fn place(row: &str, column: &str, lang: Lang) -> String {
    let both: Both = ["rad {}, kolumn {}", "row {}, column {}"];
    say(lang, &both, &[row, column])
}
