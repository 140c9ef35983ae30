//! The contract's own words: the processes, kinds, parts and every other closed vocabulary, in both languages.

use super::{number, pick};
use crate::contract::word::{Aim, Content, Lever, Origin, Process, Scope, Status};
use crate::contract::{Change, Kind, Lang, Part, Step};

/// A process of the map in full. The Swedish wording is proposed: the official one is not known.
#[must_use]
pub fn step(step: Step, lang: Lang) -> &'static str {
    match step {
        Step::Mandate => pick(lang, "Bygg ett starkt mandat", "Build a strong mandate"),
        Step::System => pick(lang, "Förstå systemet", "Understand the system"),
        Step::Portfolio => pick(lang, "Samskapa en portfölj", "Co-design a portfolio"),
        Step::Action => pick(lang, "Genomför", "Take action"),
        Step::Learning => pick(lang, "Lär och reflektera", "Learn and reflect"),
        Step::Normal => pick(
            lang,
            "Gör det till det nya normala",
            "Make it the new normal",
        ),
    }
}

/// A process of the map in a word or two, for narrow places.
#[must_use]
pub fn step_short(step: Step, lang: Lang) -> &'static str {
    match step {
        Step::Mandate => pick(lang, "Mandat", "Mandate"),
        Step::System => pick(lang, "System", "System"),
        Step::Portfolio => pick(lang, "Portfölj", "Portfolio"),
        Step::Action => pick(lang, "Genomför", "Action"),
        Step::Learning => pick(lang, "Lär", "Learn"),
        Step::Normal => pick(lang, "Nytt normalt", "New normal"),
    }
}

/// A process with its number: `3 · Samskapa en portfölj`.
#[must_use]
pub fn step_numbered(which: Step, lang: Lang) -> String {
    format!("{} · {}", which.number(), step(which, lang))
}

/// A kind of item.
#[must_use]
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Goal => pick(lang, "mål", "goal"),
        Kind::Commitment => pick(lang, "åtagande", "commitment"),
        Kind::Measure => pick(lang, "insats i ett åtagande", "measure of a commitment"),
        Kind::Action => pick(lang, "aktivitet", "action"),
        Kind::Prerequisite => pick(lang, "förutsättning", "prerequisite"),
        Kind::Body => pick(lang, "organ", "body"),
        Kind::Indicator => pick(lang, "indikator", "indicator"),
        Kind::Gap => pick(lang, "gap", "gap"),
        Kind::Lesson => pick(lang, "lärdom", "lesson"),
    }
}

/// A part of the contract.
#[must_use]
pub fn part(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Goals => pick(lang, "Mål", "Goals"),
        Part::Roadmap => pick(lang, "Klimatfärdplan", "Climate roadmap"),
        Part::InvestmentPlan => pick(lang, "Klimatinvesteringsplan", "Climate investment plan"),
        Part::JointCommitments => pick(lang, "Gemensamma åtaganden", "Joint commitments"),
        Part::OwnCommitments => pick(
            lang,
            "Kommunens egna åtaganden",
            "The municipality’s own commitments",
        ),
        Part::AuthorityCommitments => pick(
            lang,
            "Myndigheternas åtaganden",
            "The authorities’ commitments",
        ),
        Part::ProgrammeCommitments => pick(
            lang,
            "Viable Cities åtaganden",
            "Viable Cities’ commitments",
        ),
        Part::OtherCommitments => pick(
            lang,
            "Andra parters åtaganden",
            "Other parties’ commitments",
        ),
        Part::Prerequisites => pick(lang, "Förutsättningar", "Prerequisites"),
        Part::Organisation => pick(lang, "Organisation", "Organisation"),
        Part::Lessons => pick(lang, "Lärdomar", "Lessons"),
    }
}

/// How far something has come.
#[must_use]
pub fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Proposed => pick(lang, "planerat", "planned"),
        Status::Decided => pick(lang, "beslutat", "decided"),
        Status::Started => pick(lang, "pågår", "under way"),
        Status::Done => pick(lang, "klart", "done"),
        Status::Paused => pick(lang, "pausat", "paused"),
        Status::Dropped => pick(lang, "avslutat utan resultat", "dropped"),
        Status::Unknown => pick(lang, "läget ej angivet", "status not stated"),
    }
}

/// The part of the contract that an action comes from.
#[must_use]
pub fn origin(origin: Origin, lang: Lang) -> &'static str {
    match origin {
        Origin::ActivityPlan => pick(lang, "aktivitetsplanen", "the activity plan"),
        Origin::BudgetAssignment => pick(lang, "uppdrag i budgeten", "an assignment in the budget"),
        Origin::InvestmentPlan => pick(
            lang,
            "klimatinvesteringsplanen",
            "the climate investment plan",
        ),
        Origin::ClimatePlan => pick(lang, "klimatplanen", "the climate plan"),
        Origin::Other => pick(lang, "annat", "elsewhere"),
    }
}

/// Whom a goal or a figure covers.
#[must_use]
pub fn scope(scope: Scope, lang: Lang) -> &'static str {
    match scope {
        Scope::Organisation => pick(lang, "kommunkoncernen", "the municipal group"),
        Scope::Territory => pick(
            lang,
            "kommunen som geografiskt område",
            "the municipality as a territory",
        ),
    }
}

/// What a goal aims at.
#[must_use]
pub fn aim(aim: Aim, lang: Lang) -> &'static str {
    match aim {
        Aim::ClimateNeutral => pick(lang, "klimatneutral", "climate neutral"),
        Aim::ClimatePositive => pick(lang, "klimatpositiv", "climate positive"),
        Aim::FossilFree => pick(lang, "fossilfri", "fossil free"),
        Aim::Reduction => pick(lang, "minskade utsläpp", "reduced emissions"),
        Aim::Other => pick(lang, "annat, se rubriken", "other, see the title"),
    }
}

/// A development process of the contract.
#[must_use]
pub fn process(process: Process, lang: Lang) -> &'static str {
    match process {
        Process::Governance => pick(
            lang,
            "styrning, ledning och policy",
            "governance and policy",
        ),
        Process::Analysis => pick(
            lang,
            "klimatanalys och klimatberäkningar",
            "climate analysis and calculation",
        ),
        Process::Financing => pick(lang, "finansiering", "financing"),
    }
}

/// What an action pulls.
#[must_use]
pub fn lever(lever: Lever, lang: Lang) -> &'static str {
    match lever {
        Lever::Technology => pick(lang, "teknik", "technology"),
        Lever::Governance => pick(lang, "styrning", "governance"),
        Lever::Finance => pick(lang, "finansiering", "finance"),
        Lever::SocialInnovation => pick(lang, "social innovation", "social innovation"),
        Lever::Participation => pick(lang, "delaktighet", "participation"),
        Lever::Learning => pick(lang, "lärande", "learning"),
        Lever::Infrastructure => pick(lang, "infrastruktur", "infrastructure"),
        Lever::Nature => pick(lang, "naturbaserat", "nature-based"),
    }
}

/// How much of a version is known.
#[must_use]
pub fn content(content: Content, lang: Lang) -> &'static str {
    match content {
        Content::Full => pick(lang, "hela innehållet", "full content"),
        Content::Excerpt => pick(lang, "utdrag", "excerpt"),
        Content::DocumentOnly => pick(lang, "dokument", "document"),
    }
}

/// What became of something, beside its name: `ny`, `skärpt`.
#[must_use]
pub fn change(change: Change, lang: Lang) -> &'static str {
    match change {
        Change::New => pick(lang, "ny", "new"),
        Change::Sharpened => pick(lang, "skärpt", "sharpened"),
        Change::Weakened => pick(lang, "försvagad", "weakened"),
        Change::Changed => pick(lang, "ändrad", "changed"),
        Change::Split => pick(lang, "delad", "split"),
        Change::Merged => pick(lang, "sammanslagen", "merged"),
        Change::Done => pick(lang, "klar", "done"),
        Change::Dropped => pick(lang, "borttagen", "dropped"),
        Change::FirstNamed => pick(lang, "först nämnd", "first named"),
        Change::NotMentioned => pick(lang, "nämns inte", "not mentioned"),
        Change::Same => pick(lang, "oförändrad", "unchanged"),
    }
}

/// How many things this became of: `1 nytt`, `4 nya`.
#[must_use]
pub fn changes(count: usize, change: Change, lang: Lang) -> String {
    let [one, many] = match change {
        Change::New => ["nytt", "nya"],
        Change::Sharpened => ["skärpt", "skärpta"],
        Change::Weakened => ["försvagat", "försvagade"],
        Change::Changed => ["ändrat", "ändrade"],
        Change::Split => ["delat", "delade"],
        Change::Merged => ["sammanslaget", "sammanslagna"],
        Change::Done => ["klart", "klara"],
        Change::Dropped => ["borttaget", "borttagna"],
        Change::FirstNamed => ["först nämnt", "först nämnda"],
        Change::NotMentioned => ["nämns inte", "nämns inte"],
        Change::Same => ["oförändrat", "oförändrade"],
    };
    let english = self::change(change, Lang::En);
    number::counted(
        count,
        pick(lang, one, english),
        pick(lang, many, english),
        lang,
    )
}
