//! What a column holds, by its header: the columns of module B-2.2 of the EU Climate City Contract, and what Swedish
//! municipalities call the same.
//!
//! A header is compared by its words, folded, in any order. What none of the rules knows is kept in words.
//! Longer than most: it is a list of what columns are called.

use super::super::word::words;
use super::super::{Lang, order};
use super::sheet::Table;
use super::slug::plain;

words! {
    /// What a column holds.
    Role {
        /// Nothing that is wanted: left out, because the user said so.
        Ignore = "ignore",
        /// Something that the format has no field for, or that is not known: kept in words.
        Keep = "keep",
        /// The action's name.
        Name = "name",
        /// What it is.
        Description = "description",
        /// The field of action: focus areas.
        Field = "field_of_action",
        /// Systemic levers.
        Lever = "lever",
        /// Who is responsible.
        Responsible = "responsible",
        /// When.
        Timeline = "timeline",
        /// When it starts, in a column of its own.
        Start = "start",
        /// When it ends, in a column of its own.
        End = "end",
        /// How far it has come.
        Status = "status",
        /// By how much emissions are reduced.
        Reduction = "reduction",
        /// How much is compensated by sinks.
        Compensated = "compensated",
        /// What it costs in all.
        Cost = "cost",
        /// Who pays.
        Funder = "funder",
        /// What else it gives.
        CoBenefits = "co_benefits",
    }
}

/// How a rule knows a header.
enum By {
    /// Each of these is among its words.
    Words(&'static [&'static str]),
    /// It has no other words than these, brackets aside.
    Only(&'static [&'static str]),
}

use By::{Only, Words};
use Lang::{En, Sv};

/// The rules; of equally good ones the first. A star stands for any letters.
const RULES: &[(Role, Lang, By)] = &[
    (
        Role::Name,
        En,
        Only(&[
            "action",
            "actions",
            "measure",
            "measures",
            "activity",
            "activities",
            "initiative",
            "intervention",
            "project",
            "name",
            "title",
        ]),
    ),
    (
        Role::Name,
        Sv,
        Only(&[
            "atgard",
            "atgarder",
            "atgardens",
            "atgardsnamn",
            "klimatatgard",
            "klimatatgarder",
            "aktivitet",
            "aktiviteter",
            "aktivitetens",
            "insats",
            "insatser",
            "insatsens",
            "projekt",
            "projektnamn",
            "namn",
            "titel",
            "rubrik",
            "benamning",
            "vad",
        ]),
    ),
    (Role::Description, En, Words(&["description"])),
    (
        Role::Description,
        En,
        Only(&["summary", "content", "details"]),
    ),
    (Role::Description, Sv, Words(&["*beskrivning"])),
    (Role::Description, Sv, Only(&["sammanfattning", "innehall"])),
    (Role::Field, En, Words(&["field", "action"])),
    (Role::Field, En, Words(&["focus", "area*"])),
    (
        Role::Field,
        En,
        Only(&["sector", "sectors", "area", "theme", "field", "domain"]),
    ),
    (Role::Field, Sv, Words(&["fokusomrade*"])),
    (Role::Field, Sv, Words(&["insatsomrade*"])),
    (Role::Field, Sv, Words(&["atgardsomrade*"])),
    (
        Role::Field,
        Sv,
        Only(&["omrade", "sektor", "tema", "utslappssektor", "temaomrade"]),
    ),
    (Role::Lever, En, Words(&["lever*"])),
    (Role::Lever, En, Words(&["systemic", "lever*"])),
    (Role::Lever, Sv, Words(&["*havstang*"])),
    (Role::Responsible, En, Words(&["responsib*"])),
    (Role::Responsible, En, Only(&["owner", "lead", "who"])),
    (Role::Responsible, Sv, Words(&["*ansvar*"])),
    (
        Role::Responsible,
        Sv,
        Only(&["agare", "utforare", "genomforare", "huvudman", "vem"]),
    ),
    (Role::Timeline, En, Words(&["timeline"])),
    (Role::Timeline, En, Words(&["time", "plan"])),
    (
        Role::Timeline,
        En,
        Only(&[
            "timeline",
            "time",
            "timeframe",
            "frame",
            "schedule",
            "timing",
            "period",
            "year",
            "years",
            "when",
            "implementation",
        ]),
    ),
    (Role::Timeline, Sv, Words(&["tidplan*"])),
    (Role::Timeline, Sv, Words(&["tidsplan*"])),
    (
        Role::Timeline,
        Sv,
        Only(&[
            "tid",
            "tidsperiod",
            "tidsram",
            "tidshorisont",
            "period",
            "genomforandeperiod",
            "genomforandetid",
            "genomforande",
            "ar",
            "nar",
        ]),
    ),
    (Role::Start, En, Only(&["start", "year", "date", "from"])),
    (Role::Start, Sv, Only(&["start", "startar", "startdatum"])),
    (
        Role::End,
        En,
        Only(&["end", "year", "date", "finish", "until"]),
    ),
    (Role::End, Sv, Only(&["slut", "slutar", "slutdatum"])),
    (Role::Status, En, Words(&["status"])),
    (
        Role::Status,
        En,
        Only(&["phase", "stage", "progress", "state"]),
    ),
    (
        Role::Status,
        Sv,
        Only(&[
            "status",
            "lage",
            "fas",
            "genomforandestatus",
            "atgardsstatus",
        ]),
    ),
    (Role::Reduction, En, Words(&["emission*", "reduc*"])),
    (Role::Reduction, En, Words(&["ghg*", "emission*", "reduc*"])),
    (Role::Reduction, En, Words(&["co2*", "reduc*"])),
    (Role::Reduction, En, Words(&["emission*", "saving*"])),
    (Role::Reduction, En, Words(&["emission*", "effect*"])),
    (Role::Reduction, En, Words(&["emission*", "impact*"])),
    (Role::Reduction, En, Words(&["climate", "effect*"])),
    (Role::Reduction, En, Words(&["climate", "impact*"])),
    (Role::Reduction, En, Words(&["reduction"])),
    (Role::Reduction, Sv, Words(&["*utslapp*", "*minsk*"])),
    (Role::Reduction, Sv, Words(&["*utslappsminskning*"])),
    (Role::Reduction, Sv, Words(&["*utslappsreduktion*"])),
    (Role::Reduction, Sv, Words(&["co2*", "*minsk*"])),
    (Role::Reduction, Sv, Words(&["klimateffekt*"])),
    (Role::Reduction, Sv, Words(&["klimatnytta*"])),
    (Role::Reduction, Sv, Words(&["utslappseffekt*"])),
    (Role::Reduction, Sv, Words(&["effekt"])),
    (Role::Reduction, Sv, Only(&["ton", "co2", "co2e", "ar"])),
    (Role::Compensated, En, Words(&["compensat*"])),
    (Role::Compensated, En, Words(&["compensat*", "sink*"])),
    (Role::Compensated, En, Words(&["sink*"])),
    (Role::Compensated, En, Words(&["removal*"])),
    (Role::Compensated, En, Words(&["sequest*"])),
    (Role::Compensated, En, Words(&["negative", "emission*"])),
    (Role::Compensated, Sv, Words(&["*kompens*"])),
    (Role::Compensated, Sv, Words(&["*sanka"])),
    (Role::Compensated, Sv, Words(&["*sankor"])),
    (Role::Compensated, Sv, Words(&["*inlagring*"])),
    (Role::Compensated, Sv, Words(&["negativa", "utslapp*"])),
    (Role::Cost, En, Words(&["total*", "cost*"])),
    (Role::Cost, En, Words(&["cost*"])),
    (
        Role::Cost,
        En,
        Only(&["budget", "investment", "investments", "capex", "total"]),
    ),
    (Role::Cost, Sv, Words(&["total*", "*kostnad*"])),
    (Role::Cost, Sv, Words(&["*kostnad*"])),
    (
        Role::Cost,
        Sv,
        Only(&[
            "budget",
            "investering",
            "investeringar",
            "investeringsbehov",
        ]),
    ),
    (Role::Funder, En, Words(&["fund*"])),
    (Role::Funder, En, Words(&["financ*"])),
    (Role::Funder, Sv, Words(&["*finansi*"])),
    (Role::CoBenefits, En, Words(&["co", "benefit*"])),
    (Role::CoBenefits, Sv, Words(&["mervarde*"])),
    (Role::CoBenefits, Sv, Words(&["sidonytt*"])),
];

/// Words of columns that the format has no field for, whatever else stands beside them.
const KEPT: &[&str] = &[
    "type",
    "typ",
    "outcome*",
    "utfall*",
    "resultat*",
    "scale",
    "skala",
    "stakeholder*",
    "intressent*",
    "comment*",
    "*kommentar*",
    "anmarkning*",
    "note*",
    "energy",
    "energi*",
    "indicator*",
    "indikator*",
    "efficien*",
    "*effektivitet*",
    "risk*",
];

/// Words that say nothing of what a column holds.
const LITTLE: &[&str] = &[
    "of", "the", "for", "and", "or", "per", "by", "in", "to", "on", "a", "av", "for", "och",
    "eller", "i", "till", "pa", "om",
];

impl Role {
    /// What a column of this header holds, as far as it can be told from that: kept in words when it cannot.
    #[must_use]
    pub fn guess(header: &str) -> Self {
        fit(header).map_or(Self::Keep, |fit| fit.role)
    }

    /// True when several columns may have it.
    #[must_use]
    pub fn is_common(self) -> bool {
        matches!(self, Self::Keep | Self::Ignore)
    }
}

impl Table {
    /// What each column holds. A role that several headers fit goes to the one that fits best, of equals the first; the
    /// others are kept in words.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        let fits = self.header.iter().enumerate();
        let mut fits: Vec<(usize, Fit)> =
            fits.filter_map(|(at, it)| Some((at, fit(it)?))).collect();
        // Of equals the first stays first.
        order::sort_by(&mut fits, |a, b| b.1.score.cmp(&a.1.score));
        let mut roles = vec![Role::Keep; self.header.len()];
        for (at, fit) in fits {
            if !roles.contains(&fit.role) {
                roles[at] = fit.role;
            }
        }
        roles
    }

    /// The language of the header; Swedish when that cannot be told.
    #[must_use]
    pub fn language(&self) -> Lang {
        let (mut swedish, mut english) = (0, 0);
        for header in &self.header {
            let words = plain(header);
            let has = |these: &[&str]| words.split(' ').any(|word| these.contains(&word));
            let swedish_letters = header.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
            swedish += usize::from(swedish_letters || has(&["och", "av", "eller", "till"]));
            english += usize::from(has(&["of", "the", "and", "or", "action"]));
            match fit(header) {
                Some(fit) if fit.lang == Sv => swedish += 1,
                Some(_) => english += 1,
                None => {}
            }
        }
        if english > swedish { En } else { Sv }
    }
}

/// The rule that fits a header best.
struct Fit {
    role: Role,
    lang: Lang,
    score: usize,
}

fn fit(header: &str) -> Option<Fit> {
    let all = plain(header);
    let words: Vec<&str> = all.split(' ').filter(|it| !it.is_empty()).collect();
    let has = |pattern: &str| words.iter().any(|word| fits(word, pattern));
    let a_rate = has("co2*") && (has("per") || has("by")) && !has("total*");
    if KEPT.iter().any(|pattern| has(pattern)) || a_rate && (has("cost*") || has("*kostnad*")) {
        return None;
    }
    let telling: Vec<&str> = words
        .iter()
        .copied()
        .filter(|it| !LITTLE.contains(it))
        .collect();
    let outside = plain(&without_brackets(header));
    let outside: Vec<&str> = outside
        .split(' ')
        .filter(|it| !LITTLE.contains(it))
        .collect();
    let mut best: Option<Fit> = None;
    for (role, lang, by) in RULES {
        let score = match by {
            Words(patterns) if patterns.iter().all(|pattern| has(pattern)) => {
                40 * patterns.len() + 100 * patterns.len() / telling.len().max(patterns.len())
            }
            Only(known) if !outside.is_empty() && outside.iter().all(|it| known.contains(it)) => {
                200
            }
            _ => continue,
        };
        if best.as_ref().is_none_or(|best| score > best.score) {
            let (role, lang) = (*role, *lang);
            best = Some(Fit { role, lang, score });
        }
    }
    best
}

/// True when a word is of a pattern, in which a star stands for any letters at its start or end.
fn fits(word: &str, pattern: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(_), Some(_)) => word.contains(pattern.trim_matches('*')),
        (Some(end), None) => word.ends_with(end),
        (None, Some(start)) => word.starts_with(start),
        (None, None) => word == pattern,
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    outside
}
