//! Which strands the filters let through, and under what heading each stands.

use super::{now, title};
use crate::contract::change::strand::{Knot, Strand, Strands};
use crate::contract::word::{PartyKind, Process};
use crate::contract::{Id, Item};
use crate::journey::strands::Bundle;
use crate::state::Group;
use crate::text::{case, vocabulary};
use crate::view::desk::Open;
use crate::view::facts;

/// Whether the filters let a strand through: one of its knots, and what became of it.
fn admits(open: &Open<'_>, strand: &Strand<'_>) -> bool {
    let passes = |knot: &Knot<'_>| open.state.admits(&knot.item, open.contract);
    let change = open.state.change.filter(|_| open.comparison.is_some());
    strand.knots.iter().any(passes)
        && change.is_none_or(|change| {
            let comparison = open.comparison.as_deref();
            let now = strand.knots.iter().find(|it| it.version == open.at);
            let delta = match now {
                Some(knot) => comparison.and_then(|it| it.of(knot.item.id())),
                None => comparison.and_then(|it| {
                    let own = |item: &Item<'_>| {
                        strand.knots.iter().any(|knot| knot.item.id() == item.id())
                    };
                    it.gone().find(|delta| delta.before.iter().any(own))
                }),
            };
            delta.is_some_and(|it| it.change == change)
        })
}

/// The strands that the filters let through, under their headings.
pub fn bundles(open: &Open<'_>, all: &Strands<'_>) -> Vec<Bundle> {
    let mut bundles: Vec<(usize, Bundle)> = Vec::new();
    for (number, strand) in all.strands.iter().enumerate() {
        if !admits(open, strand) {
            continue;
        }
        let knot = now(strand, open.at);
        let (order, name) = heading(open, &knot.item);
        let entry = (number, title(open, &knot.item));
        match bundles.iter_mut().find(|(_, it)| it.name == name) {
            Some((_, bundle)) => bundle.strands.push(entry),
            None => {
                let at = bundles.partition_point(|(other, _)| *other <= order);
                let strands = vec![entry];
                bundles.insert(at, (order, Bundle { name, strands }));
            }
        }
    }
    bundles.into_iter().map(|(_, it)| it).collect()
}

/// The heading that a promise stands under, and its place among the headings.
fn heading(open: &Open<'_>, item: &Item<'_>) -> (usize, String) {
    let (contract, lang, t) = (open.contract, open.lang, open.t);
    let last = usize::MAX;
    match open.state.group {
        Group::Party => {
            // For whom nobody is named, it is the municipality's: as the filter has it.
            let municipality = || {
                contract
                    .parties
                    .iter()
                    .find(|it| it.kind == Some(PartyKind::Municipality))
            };
            let named = item
                .parties()
                .first()
                .copied()
                .or_else(|| municipality().map(|it| &it.id));
            named.map_or((last, t.no_party.to_owned()), |id| {
                let place = contract.parties.iter().position(|it| &it.id == id);
                (place.unwrap_or(last), facts::party_name(contract, id, lang))
            })
        }
        Group::Process => {
            let process = match item {
                Item::Commitment(it) => it.process,
                // An action belongs to the process of the commitment that it serves.
                Item::Action(it) => served(open, &it.commitments),
                _ => None,
            };
            process.map_or((last, t.no_process.to_owned()), |it| {
                (
                    it as usize,
                    case::capitalised(vocabulary::process(it, lang)),
                )
            })
        }
        Group::Focus => {
            let area = item.focus_areas().first();
            let place = area.and_then(|id| contract.focus_areas.iter().position(|it| &it.id == id));
            place.map_or((last, case::capitalised(t.cross_cutting)), |place| {
                let area = &contract.focus_areas[place];
                (
                    place,
                    contract
                        .text(&area.id, "title", &area.title, lang)
                        .0
                        .to_owned(),
                )
            })
        }
    }
}

/// The development process of the first commitment that an action serves.
fn served(open: &Open<'_>, commitments: &[Id]) -> Option<Process> {
    let versions = open.contract.versions.iter();
    let mut all = versions.flat_map(|it| &it.commitments);
    all.find_map(|it| {
        let serves =
            commitments.contains(&it.id) || it.measures.iter().any(|m| commitments.contains(&m.id));
        it.process.filter(|_| serves)
    })
}
