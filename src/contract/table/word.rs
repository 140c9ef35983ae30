//! A status and levers as people write them. Longer than most: it is two lists of words.

use super::super::word::{Lever, Status};
use super::slug::plain;
use super::unknown::wholly_unknown;
use super::{Reading, Sureness};

/// What a status is called, and whether that says no more than the format's own word.
const STATUSES: &[(&str, Status, bool)] = &[
    ("proposed", Status::Proposed, true),
    ("pre implementation", Status::Proposed, true),
    ("planning", Status::Proposed, true),
    ("planned", Status::Proposed, true),
    ("early planning", Status::Proposed, false),
    ("feasibility", Status::Proposed, false),
    ("feasibility study", Status::Proposed, false),
    ("not started", Status::Proposed, false),
    ("idea", Status::Proposed, false),
    ("foreslagen", Status::Proposed, true),
    ("foreslaget", Status::Proposed, true),
    ("planerad", Status::Proposed, true),
    ("planerat", Status::Proposed, true),
    ("planeras", Status::Proposed, true),
    ("planering", Status::Proposed, true),
    ("forstudie", Status::Proposed, false),
    ("ej paborjad", Status::Proposed, false),
    ("ej paborjat", Status::Proposed, false),
    ("inte paborjad", Status::Proposed, false),
    ("inte paborjat", Status::Proposed, false),
    ("ej startad", Status::Proposed, false),
    ("decided", Status::Decided, true),
    ("approved", Status::Decided, true),
    ("beslutad", Status::Decided, true),
    ("beslutat", Status::Decided, true),
    ("started", Status::Started, true),
    ("ongoing", Status::Started, true),
    ("in progress", Status::Started, true),
    ("under implementation", Status::Started, true),
    ("being implemented", Status::Started, true),
    ("partly under implementation", Status::Started, false),
    ("partly implemented", Status::Started, false),
    ("partially implemented", Status::Started, false),
    ("pagar", Status::Started, true),
    ("pagaende", Status::Started, true),
    ("paborjad", Status::Started, true),
    ("paborjat", Status::Started, true),
    ("startad", Status::Started, true),
    ("under genomforande", Status::Started, true),
    ("delvis genomford", Status::Started, false),
    ("delvis genomfort", Status::Started, false),
    ("delvis paborjad", Status::Started, false),
    ("done", Status::Done, true),
    ("completed", Status::Done, true),
    ("implemented", Status::Done, true),
    ("finished", Status::Done, true),
    ("klar", Status::Done, true),
    ("klart", Status::Done, true),
    ("genomford", Status::Done, true),
    ("genomfort", Status::Done, true),
    ("avslutad", Status::Done, false),
    ("avslutat", Status::Done, false),
    ("paused", Status::Paused, true),
    ("on hold", Status::Paused, true),
    ("vilande", Status::Paused, true),
    ("pausad", Status::Paused, true),
    ("pausat", Status::Paused, true),
    ("cancelled", Status::Dropped, true),
    ("canceled", Status::Dropped, true),
    ("dropped", Status::Dropped, true),
    ("avbruten", Status::Dropped, true),
    ("avbrutet", Status::Dropped, true),
    ("utgar", Status::Dropped, true),
];

/// Reads how far something has come: the longest of the known words that the cell begins with.
#[must_use]
pub fn status(cell: &str) -> Reading<Option<Status>> {
    let words = plain(cell);
    let begins = |known: &str| {
        let rest = words.strip_prefix(known);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let known = STATUSES.iter().filter(|(known, ..)| begins(known));
    let Some((word, status, is_plain)) = known.max_by_key(|(known, ..)| known.len()) else {
        return not_read(cell, None);
    };
    // `Planerad, delar pågår` says two things.
    let rest = words[word.len()..].trim_start();
    let mut after = rest.split(' ');
    let other = after.any(|it| {
        STATUSES
            .iter()
            .any(|(known, of, _)| *known == it && of != status)
    });
    Reading {
        value: Some(*status),
        sureness: if other {
            Sureness::Doubtful
        } else {
            Sureness::Understood
        },
        rest: !is_plain || !rest.is_empty(),
    }
}

/// A cell that was not read: it says that something is not known, or it is not understood.
pub(super) fn not_read<T>(cell: &str, value: T) -> Reading<T> {
    let sureness = match wholly_unknown(cell) {
        _ if cell.trim().is_empty() => Sureness::Empty,
        Some(_) => Sureness::Unknown,
        None => Sureness::Doubtful,
    };
    let rest = sureness != Sureness::Empty;
    Reading {
        value,
        sureness,
        rest,
    }
}

/// What levers are called, in the words that are left when a cell is split; a word that begins so is of that lever.
const LEVERS: &[(&str, Lever)] = &[
    ("green infrastructure", Lever::Nature),
    ("gron infrastruktur", Lever::Nature),
    ("nature", Lever::Nature),
    ("natur", Lever::Nature),
    ("technolog", Lever::Technology),
    ("technical", Lever::Technology),
    ("teknik", Lever::Technology),
    ("teknisk", Lever::Technology),
    ("teknolog", Lever::Technology),
    ("infrastru", Lever::Infrastructure),
    ("governance", Lever::Governance),
    ("policy", Lever::Governance),
    ("policies", Lever::Governance),
    ("regulat", Lever::Governance),
    ("styrning", Lever::Governance),
    ("regler", Lever::Governance),
    ("lagstiftning", Lever::Governance),
    ("financ", Lever::Finance),
    ("funding", Lever::Finance),
    ("finans", Lever::Finance),
    ("social innovation", Lever::SocialInnovation),
    ("sociala innovation", Lever::SocialInnovation),
    ("democra", Lever::Participation),
    ("participat", Lever::Participation),
    ("demokrati", Lever::Participation),
    ("delaktighet", Lever::Participation),
    ("deltagande", Lever::Participation),
    ("medborgardialog", Lever::Participation),
    ("learning", Lever::Learning),
    ("capabilit", Lever::Learning),
    ("larande", Lever::Learning),
    ("kunskap", Lever::Learning),
    ("kompetens", Lever::Learning),
    ("formag", Lever::Learning),
];

/// Reads the levers of a cell, each once, in the order of the cell.
#[must_use]
pub fn levers(cell: &str) -> Reading<Vec<Lever>> {
    if cell.trim().is_empty() || wholly_unknown(cell).is_some() {
        return not_read(cell, Vec::new());
    }
    let (mut levers, mut strange) = (Vec::new(), false);
    for part in cell.split([',', ';', '/', '&', '+', '\n']) {
        let words = plain(part);
        let mut words: Vec<&str> = words.split(' ').collect();
        words.retain(|it| !it.is_empty());
        for part in words.split(|word| matches!(*word, "and" | "och" | "samt")) {
            let part = part.join(" ");
            match LEVERS.iter().find(|(known, _)| part.starts_with(known)) {
                Some((_, lever)) if !levers.contains(lever) => levers.push(*lever),
                Some(_) => {}
                None => strange |= !part.is_empty(),
            }
        }
    }
    let strange = strange || levers.is_empty();
    let sureness = if strange {
        Sureness::Doubtful
    } else {
        Sureness::Understood
    };
    Reading {
        value: levers,
        sureness,
        rest: strange,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_read_by_its_words() {
        for (cell, status_is, sureness, rest) in [
            (
                "Pre-implementation",
                Some(Status::Proposed),
                Sureness::Understood,
                false,
            ),
            (
                "Early planning",
                Some(Status::Proposed),
                Sureness::Understood,
                true,
            ),
            (
                "Feasibility",
                Some(Status::Proposed),
                Sureness::Understood,
                true,
            ),
            (
                "Not started",
                Some(Status::Proposed),
                Sureness::Understood,
                true,
            ),
            (
                "Förstudie",
                Some(Status::Proposed),
                Sureness::Understood,
                true,
            ),
            (
                "beslutad",
                Some(Status::Decided),
                Sureness::Understood,
                false,
            ),
            (
                "Partly under implementation",
                Some(Status::Started),
                Sureness::Understood,
                true,
            ),
            (
                "Partly implemented",
                Some(Status::Started),
                Sureness::Understood,
                true,
            ),
            ("Pågår", Some(Status::Started), Sureness::Understood, false),
            (
                "Pågår sedan 2024",
                Some(Status::Started),
                Sureness::Understood,
                true,
            ),
            (
                "Planerad, delar klar",
                Some(Status::Proposed),
                Sureness::Doubtful,
                true,
            ),
            (
                "Completed.",
                Some(Status::Done),
                Sureness::Understood,
                false,
            ),
            ("On hold", Some(Status::Paused), Sureness::Understood, false),
            (
                "avbruten",
                Some(Status::Dropped),
                Sureness::Understood,
                false,
            ),
            ("Klartext", None, Sureness::Doubtful, true),
            ("TBD", None, Sureness::Unknown, true),
            ("", None, Sureness::Empty, false),
        ] {
            let value = status_is;
            assert_eq!(
                status(cell),
                Reading {
                    value,
                    sureness,
                    rest
                },
                "{cell}"
            );
        }
    }

    #[test]
    fn levers_are_read_however_they_are_joined() {
        use Lever::{
            Finance, Governance, Infrastructure, Learning, Nature, Participation, SocialInnovation,
            Technology,
        };
        for (cell, levers_are, sureness) in [
            (
                "Governance and policy",
                &[Governance][..],
                Sureness::Understood,
            ),
            (
                "Technology/ infrastructure",
                &[Technology, Infrastructure],
                Sureness::Understood,
            ),
            (
                "Technology & infrastructure",
                &[Technology, Infrastructure],
                Sureness::Understood,
            ),
            (
                "Social innovation, Finance and funding",
                &[SocialInnovation, Finance],
                Sureness::Understood,
            ),
            (
                "Democracy / participation",
                &[Participation],
                Sureness::Understood,
            ),
            ("Learning and Capability", &[Learning], Sureness::Understood),
            (
                "Governance, policy, and regulation",
                &[Governance],
                Sureness::Understood,
            ),
            (
                "Technology, infrastructure, participation, regulation.",
                &[Technology, Infrastructure, Participation, Governance],
                Sureness::Understood,
            ),
            ("Green infrastructure", &[Nature], Sureness::Understood),
            ("Nature-based solutions", &[Nature], Sureness::Understood),
            ("Technological", &[Technology], Sureness::Understood),
            (
                "Teknik och infrastruktur; lärande",
                &[Technology, Infrastructure, Learning],
                Sureness::Understood,
            ),
            (
                "Governance and Policy, Awareness Raising",
                &[Governance],
                Sureness::Doubtful,
            ),
            ("Awareness raising", &[], Sureness::Doubtful),
            ("N/A", &[], Sureness::Unknown),
        ] {
            let found = levers(cell);
            assert_eq!(
                (&found.value[..], found.sureness),
                (levers_are, sureness),
                "{cell}"
            );
            assert_eq!(found.rest, sureness != Sureness::Understood, "{cell}");
        }
    }
}
