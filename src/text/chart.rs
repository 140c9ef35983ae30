//! What is said in and beside a chart, in sentences with names and numbers in them.
//!
//! Longer than most: every sentence of four charts, in both languages.

use super::number::{self, NBSP};
use super::{Both, pick, say};
use crate::chart::Why;
use crate::contract::Lang;
use crate::contract::word::{PartyKind, Unit};

/// Tonnes a year, by as many at a time as is easy to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tonnes {
    /// Single ones.
    One,
    /// Thousands.
    Thousand,
    /// Millions.
    Million,
}

/// The unit of emissions in a chart.
#[must_use]
pub fn tonnes(tonnes: Tonnes, lang: Lang) -> &'static str {
    match tonnes {
        Tonnes::One => number::unit(Unit::TonneCo2ePerYear, lang),
        Tonnes::Thousand => pick(
            lang,
            "tusen\u{a0}ton\u{a0}CO₂e per\u{a0}år",
            "thousand tonnes\u{a0}CO₂e a\u{a0}year",
        ),
        Tonnes::Million => pick(
            lang,
            "miljoner\u{a0}ton\u{a0}CO₂e per\u{a0}år",
            "million tonnes\u{a0}CO₂e a\u{a0}year",
        ),
    }
}

/// The title of a chart: what it shows, and in which unit.
#[must_use]
pub fn titled(what: &str, unit: &str, lang: Lang) -> String {
    say(lang, &["{}, {}", "{}, {}"], &[what, unit])
}

/// What the chart of the shares of an indicator shows.
#[must_use]
pub fn by_sector(indicator: &str, lang: Lang) -> String {
    say(lang, &["{}, per sektor", "{}, by sector"], &[indicator])
}

/// What the chart of costs shows.
#[must_use]
pub fn investment(lang: Lang) -> &'static str {
    pick(
        lang,
        "Vad aktiviteterna kostar, efter finansiär och det år de startar",
        "What the actions cost, by funder and the year they start",
    )
}

/// What the chart of a currency shows in which no cost is stated.
#[must_use]
pub fn funding_only(lang: Lang) -> &'static str {
    pick(
        lang,
        "Finansiering av aktiviteter vars kostnad inte är angiven i samma valuta, efter finansiär och startår",
        "Funding of actions whose cost is not stated in the same currency, by funder and year of start",
    )
}

/// What the chart of costs against effects shows.
#[must_use]
pub fn effect(cost: &str, effect: &str, lang: Lang) -> String {
    let both: Both = [
        "Kostnad i {} och effekt i {}, aktiviteter där båda är angivna",
        "Cost in {} and effect in {}, actions that state both",
    ];
    say(lang, &both, &[cost, effect])
}

/// A year with its value: `2024: 416`. Also the words of a flag.
#[must_use]
pub fn at_year(year: &str, what: &str) -> String {
    format!("{year}:{NBSP}{what}")
}

/// The name of a panel, with its last value: `Transporter, 2024: 224`.
#[must_use]
pub fn panel(name: &str, last: &str) -> String {
    format!("{name}, {last}")
}

/// A goal, as it is told where its flag stands.
#[must_use]
pub fn goal(year: &str, title: &str, lang: Lang) -> String {
    say(lang, &["Mål {}: {}", "Goal {}: {}"], &[year, title])
}

/// The gap to a goal, in the chart: of which year, and how large it is or why that is not known.
#[must_use]
pub fn gap(year: Option<i16>, amount: &str, lang: Lang) -> String {
    match year {
        Some(year) => {
            let both: Both = ["Gapet till målet {}: {}", "The gap to the goal {}: {}"];
            say(lang, &both, &[&year.to_string(), amount])
        }
        None => say(
            lang,
            &["Gapet till målet: {}", "The gap to the goal: {}"],
            &[amount],
        ),
    }
}

/// Where figures come from.
#[must_use]
pub fn source(document: Option<&str>, release: Option<&str>, lang: Lang) -> Option<String> {
    match (document, release) {
        (Some(document), Some(release)) if !document.contains(release) => {
            let both: Both = ["Källa: {}, utgåva {}", "Source: {}, release {}"];
            Some(say(lang, &both, &[document, release]))
        }
        (Some(document), _) => Some(say(lang, &["Källa: {}", "Source: {}"], &[document])),
        (None, Some(release)) => Some(say(lang, &["Utgåva {}", "Release {}"], &[release])),
        (None, None) => None,
    }
}

/// What a dashed line means.
#[must_use]
pub fn dashed(lang: Lang) -> &'static str {
    pick(
        lang,
        "Där linjen är streckad saknas åren emellan. Inget är uträknat för dem.",
        "Where the line is dashed, the years between are missing. Nothing is calculated for them.",
    )
}

/// That some goals cover others than the curve does.
#[must_use]
pub fn other_scope(curve: &str, goals: usize, lang: Lang) -> String {
    let goals = number::counted(
        goals,
        pick(lang, "mål gäller något annat", "goal covers something else"),
        pick(lang, "mål gäller något annat", "goals cover something else"),
        lang,
    );
    let both: Both = [
        "Kurvan gäller {}. {}, så avståndet dit går inte att läsa ur kurvan.",
        "The curve covers {}. {}, so that distance cannot be read off the curve.",
    ];
    say(lang, &both, &[curve, &goals])
}

/// That some goals count emissions from consumption, which the curve does not show.
#[must_use]
pub fn consumption(goals: usize, territorial: bool, lang: Lang) -> String {
    let goals = number::counted(
        goals,
        pick(lang, "mål räknar även", "goal also counts"),
        pick(lang, "mål räknar även", "goals also count"),
        lang,
    );
    let both: Both = if territorial {
        [
            "Kurvan visar territoriella utsläpp. {} utsläpp från konsumtion, så avståndet dit går inte att läsa ur kurvan.",
            "The curve shows territorial emissions. {} emissions from consumption, so that distance cannot be read off the curve.",
        ]
    } else {
        [
            "{} utsläpp från konsumtion. Att kurvan gör det är inte angivet, så avståndet dit går inte att läsa ur den.",
            "{} emissions from consumption. It is not stated that the curve does, so that distance cannot be read off it.",
        ]
    };
    say(lang, &both, &[&goals])
}

/// That the values written in a chart are rounded.
#[must_use]
pub fn rounded(lang: Lang) -> &'static str {
    pick(
        lang,
        "Siffror i bilden är avrundade. Tabellen har dem som de är angivna.",
        "Figures in the picture are rounded. The table has them as they are stated.",
    )
}

/// That every panel has the same scale.
#[must_use]
pub fn same_scale(lang: Lang) -> &'static str {
    pick(
        lang,
        "Alla rutor har samma år och samma skala. Den sektor som har störst värde i sitt sista år står först.",
        "All panels have the same years and the same scale. The sector with the largest last value comes first.",
    )
}

/// Whom a payment comes from: a kind of party in words, or the text as it is.
#[must_use]
pub fn funder(from: Option<&str>, lang: Lang) -> String {
    let Some(from) = from else {
        return pick(lang, "finansiär ej namngiven", "funder not named").to_owned();
    };
    let known = PartyKind::parse(from).map(|kind| match kind {
        PartyKind::Municipality => pick(lang, "kommunen", "the municipality"),
        PartyKind::Authority => pick(lang, "myndigheter", "authorities"),
        PartyKind::Programme => pick(lang, "programmet", "the programme"),
        PartyKind::Region => pick(lang, "regionen", "the region"),
        PartyKind::Company => pick(lang, "företag", "companies"),
        PartyKind::Academia => pick(lang, "akademin", "academia"),
        PartyKind::CivilSociety => pick(lang, "civilsamhället", "civil society"),
    });
    known.unwrap_or(from).to_owned()
}

/// The legend of every funder that has no pattern of its own.
#[must_use]
pub fn other_funders(names: &str, lang: Lang) -> String {
    say(lang, &["övriga: {}", "others: {}"], &[names])
}

/// Cost that nobody is named for.
#[must_use]
pub fn unfunded(lang: Lang) -> &'static str {
    pick(lang, "finansiering ej angiven", "funding not stated")
}

/// Cost whose funders are named, but not how much each of them pays.
#[must_use]
pub fn undivided(lang: Lang) -> &'static str {
    pick(lang, "fördelning ej angiven", "shares not stated")
}

/// From the low end of a range to its high one.
#[must_use]
pub fn upto(lang: Lang) -> &'static str {
    pick(
        lang,
        "upp till den högsta kostnaden som är angiven",
        "up to the highest cost that is stated",
    )
}

/// A cost that has only a low end.
#[must_use]
pub fn open_end(lang: Lang) -> &'static str {
    pick(
        lang,
        "minst så mycket, ingen övre gräns är angiven",
        "at least so much, no upper limit is stated",
    )
}

/// The number in a dotted ring.
#[must_use]
pub fn without_cost(lang: Lang) -> &'static str {
    pick(
        lang,
        "antal aktiviteter som startar det året och saknar siffra för kostnad",
        "number of actions that start that year and have no figure for cost",
    )
}

/// How many actions have no figure for cost.
#[must_use]
pub fn uncosted(count: usize, lang: Lang) -> String {
    number::counted(
        count,
        pick(
            lang,
            "aktivitet utan siffra för kostnad",
            "action with no figure for cost",
        ),
        pick(
            lang,
            "aktiviteter utan siffra för kostnad",
            "actions with no figure for cost",
        ),
        lang,
    )
}

/// The same as a sentence of the whole chart.
#[must_use]
pub fn uncosted_in_all(count: usize, lang: Lang) -> String {
    let both: Both = [
        "{}: de räknas under staplarna och är inte med i dem.",
        "{}: they are counted below the columns and are no part of them.",
    ];
    say(lang, &both, &[&uncosted(count, lang)])
}

/// A part of a column, as it is told.
#[must_use]
pub fn column(year: &str, what: &str, amount: &str) -> String {
    format!("{year}, {what}: {amount}")
}

/// How many actions something is of.
#[must_use]
pub fn actions(count: usize, lang: Lang) -> String {
    number::counted(
        count,
        pick(lang, "aktivitet", "action"),
        pick(lang, "aktiviteter", "actions"),
        lang,
    )
}

/// The column of what has no year.
#[must_use]
pub fn no_year(lang: Lang) -> &'static str {
    pick(lang, "utan år", "no year")
}

/// What is and is not done with the years.
#[must_use]
pub fn not_spread(lang: Lang) -> &'static str {
    pick(
        lang,
        "Hela kostnaden står vid det år då aktiviteten startar. Kontraktet säger inte hur den fördelas på år.",
        "The whole cost stands at the year in which the action starts. The contract does not say how it is spread over years.",
    )
}

/// What a sum of costs does not say.
#[must_use]
pub fn as_stated(lang: Lang) -> &'static str {
    pick(
        lang,
        "Staplarna lägger ihop kostnaderna som de står i kontraktet. De kan bäras av olika parter och gälla olika lång tid.",
        "The bars add up the costs as the contract states them. They may be borne by different parties, and cover different times.",
    )
}

/// That years are left out on an axis.
#[must_use]
pub fn years_left_out(lang: Lang) -> &'static str {
    pick(
        lang,
        "År då ingen aktivitet startar är utelämnade.",
        "Years in which no action starts are left out.",
    )
}

/// That some starts are uncertain.
#[must_use]
pub fn uncertain_start(count: usize, lang: Lang) -> String {
    let actions = actions(count, lang);
    let both: Both = ["Osäkert startår: {}.", "Uncertain year of start: {}."];
    say(lang, &both, &[&actions])
}

/// That currencies are not added.
#[must_use]
pub fn other_currency(count: usize, lang: Lang) -> String {
    let lines = number::counted(
        count,
        pick(
            lang,
            "finansiering är angiven",
            "share of funding is stated",
        ),
        pick(
            lang,
            "finansieringar är angivna",
            "shares of funding are stated",
        ),
        lang,
    );
    let both: Both = [
        "{} i en annan valuta än kostnaden. Valutor läggs inte ihop utan har var sitt diagram.",
        "{} in another currency than the cost. Currencies are not added; each has its own chart.",
    ];
    say(lang, &both, &[&lines])
}

/// That the stated funding is more than the stated cost.
#[must_use]
pub fn overfunded(count: usize, lang: Lang) -> String {
    let both: Both = [
        "För {} är den angivna finansieringen större än kostnaden. Stapeln visar finansieringen.",
        "For {} the stated funding is larger than the cost. The bar shows the funding.",
    ];
    say(lang, &both, &[&actions(count, lang)])
}

/// Why something has no place on the axes, with how many there are.
#[must_use]
pub fn tray(why: Why, count: usize, lang: Lang) -> String {
    let what = match why {
        Why::NoCost => pick(lang, "utan siffra för kostnad", "without a figure for cost"),
        Why::NoEffect => pick(
            lang,
            "utan siffra för effekt",
            "without a figure for effect",
        ),
        Why::Neither => pick(lang, "utan båda", "without both"),
        Why::Nought => pick(lang, "noll eller mindre", "nought or less"),
        Why::NoYear => pick(lang, "utan årtal", "without a year"),
    };
    number::counted(count, what, what, lang)
}

/// The words at an axis whose steps are factors.
#[must_use]
pub fn log_axis(what: &str, unit: &str, lang: Lang) -> String {
    let both: Both = ["{}, {} (log)", "{}, {} (log)"];
    say(lang, &both, &[what, unit])
}

/// What a logarithmic axis cannot show.
#[must_use]
pub fn no_nought(lang: Lang) -> &'static str {
    pick(
        lang,
        "Skalorna är logaritmiska och har ingen nolla: varje steg är tio gånger det förra.",
        "The scales are logarithmic and have no nought: each step is ten times the one before.",
    )
}

/// Where the mark of a range stands.
#[must_use]
pub fn centre(lang: Lang) -> &'static str {
    pick(
        lang,
        "Ett streck går från den lägsta till den högsta angivna siffran. Märket mitt på det är vårt; kontraktet anger bara ändarna.",
        "A line goes from the lowest to the highest figure stated. The mark in its middle is ours; the contract states the ends only.",
    )
}

/// What an open arrow means.
#[must_use]
pub fn arrow(lang: Lang) -> &'static str {
    pick(
        lang,
        "Öppen pil: bara den ena änden är angiven.",
        "Open arrow: only one end is stated.",
    )
}

/// What a line to the edge means.
#[must_use]
pub fn from_nought(lang: Lang) -> &'static str {
    pick(
        lang,
        "Ett streck med pil ända till kanten går ned till noll eller lägre.",
        "A line with an arrow at the very edge goes down to nought or below.",
    )
}

/// Whose colours the marks have.
#[must_use]
pub fn step_colours(lang: Lang) -> &'static str {
    pick(
        lang,
        "Märkets färg är processen på kartan.",
        "The colour of a mark is its process on the map.",
    )
}

/// Words of the legend and of the tables' heads.
#[derive(Debug)]
#[allow(missing_docs)] // the field names say which word it is
pub struct Words {
    pub what: &'static str,
    pub covers: &'static str,
    pub value: &'static str,
    pub measured: &'static str,
    pub no_level: &'static str,
    pub no_reading: &'static str,
    pub flag: &'static str,
    pub flag_open: &'static str,
    pub target: &'static str,
    pub gap: &'static str,
    pub paid_by: &'static str,
    pub actions: &'static str,
    pub action: &'static str,
    pub and: &'static str,
}

/// The words of a language.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Sv => &Words {
            what: "Vad",
            covers: "Omfattar",
            value: "Värde",
            measured: "utsläpp",
            no_level: "ingen nivå angiven",
            no_reading: "uppgift saknas",
            flag: "mål att bli klimatpositiv",
            flag_open: "annat mål",
            target: "nivå som målet anger",
            gap: "gap som inte har någon siffra",
            paid_by: "Finansiär",
            actions: "Aktiviteter",
            action: "Aktivitet",
            and: "och",
        },
        Lang::En => &Words {
            what: "What",
            covers: "Covers",
            value: "Value",
            measured: "emissions",
            no_level: "no level stated",
            no_reading: "no value",
            flag: "goal to be climate positive",
            flag_open: "another goal",
            target: "level that the goal states",
            gap: "gap that has no figure",
            paid_by: "Funder",
            actions: "Actions",
            action: "Action",
            and: "and",
        },
    }
}
