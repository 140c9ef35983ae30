//! The tables of two cities, as they published them. What their cells say was read by eye, from the files.

use transition_map::contract::Id;
use transition_map::contract::model::Action;
use transition_map::contract::quantity::Quantity;
use transition_map::contract::table::{Draft, ReadAs, Role, read};
use transition_map::contract::word::{Lever, PlacedBy, Quality, Reason, Status, Step, Unit};

use crate::{actions, drafted, sample};

use Unit::{Eur, MegaEur, MegaSek, TonneCo2e, TonneCo2ePerYear};

fn city(name: &str) -> Draft {
    let table = read(&sample(name)).expect("it is a table");
    drafted(&table, &table.roles())
}

fn lund() -> Draft {
    city("lund-actions.csv")
}

fn helsingborg() -> Draft {
    city("helsingborg-actions.csv")
}

/// The action whose name starts so.
fn action<'d>(draft: &'d Draft, name: &str) -> &'d Action {
    let mut found = actions(draft)
        .iter()
        .filter(|it| it.title.starts_with(name));
    found.next().unwrap_or_else(|| panic!("{name}"))
}

fn exactly(value: f64, unit: Unit) -> Quantity {
    let (value, unit) = (Some(value), Some(unit));
    Quantity {
        value,
        unit,
        ..Quantity::default()
    }
}

fn between(low: f64, high: f64, unit: Unit) -> Quantity {
    let (low, high, unit) = (Some(low), Some(high), Some(unit));
    Quantity {
        low,
        high,
        unit,
        ..Quantity::default()
    }
}

fn unknown(reason: Reason, words: &str) -> Quantity {
    let (unknown, reason) = (Some(reason), Some(words.to_owned()));
    Quantity {
        unknown,
        reason,
        ..Quantity::default()
    }
}

#[test]
fn lund_has_37_actions_and_helsingborg_41() {
    assert_eq!(actions(&lund()).len(), 37);
    assert_eq!(actions(&helsingborg()).len(), 41);
}

#[test]
fn their_columns_are_known() {
    for draft in [lund(), helsingborg()] {
        let roles: Vec<Role> = draft.columns.iter().map(|it| it.role).collect();
        assert_eq!(
            roles,
            [
                Role::Name,
                Role::Keep,
                Role::Field,
                Role::Lever,
                Role::Responsible,
                Role::Timeline,
                Role::Status,
                Role::Reduction,
                Role::Compensated,
                Role::Cost,
            ]
        );
    }
}

#[test]
fn the_costs_are_those_of_the_tables() {
    let (lund, helsingborg) = (lund(), helsingborg());
    for (draft, name, cost) in [
        (
            &lund,
            "Decrease car travel by shift to public transport and active mobility through mobility management",
            exactly(622_800.0, Eur),
        ),
        (
            &lund,
            "Decrease need for transport",
            unknown(Reason::NotQuantified, "Within ordinary operations"),
        ),
        (
            &lund,
            "Promote shared mobility",
            unknown(
                Reason::InProgress,
                "Work in progress Mobility hubs are funded by CoAction Lund and its partners",
            ),
        ),
        (
            &lund,
            "Incorporate low embodied carbon levels",
            between(0.5, 1.6, MegaEur),
        ),
        (
            &lund,
            "Expand reach of district heating",
            exactly(356.0, MegaEur),
        ),
        (&lund, "Enhance CHP", exactly(213.5, MegaEur)),
        (
            &lund,
            "Increase biogas production",
            between(62.3, 71.2, MegaEur),
        ),
        (
            &lund,
            "Lobbying and advocacy",
            unknown(Reason::InProgress, "TBD"),
        ),
        (
            &helsingborg,
            "Implementation of CCS",
            exactly(2000.0, MegaSek),
        ),
        (
            &helsingborg,
            "Increase the share of flexible energy use",
            exactly(5.0, MegaSek),
        ),
        (
            &helsingborg,
            "Increase self-sufficiency",
            unknown(Reason::NotApplicable, "N/a"),
        ),
        (
            &helsingborg,
            "Phase out fossil gas",
            Quantity {
                low: Some(75.0),
                unit: Some(MegaSek),
                ..Quantity::default()
            },
        ),
        (
            &helsingborg,
            "Energy efficiency in homes",
            exactly(198.0, MegaSek),
        ),
        (
            &helsingborg,
            "Explore the benefits",
            between(100.0, 200.0, MegaSek),
        ),
        (
            &helsingborg,
            "Actions to reduce residents' need",
            exactly(10.0, MegaSek),
        ),
        (
            &helsingborg,
            "Development of local climate network",
            exactly(0.5, MegaSek),
        ),
        (
            &helsingborg,
            "Public procurement",
            between(23.0, 45.0, MegaSek),
        ),
        (
            &helsingborg,
            "Economical driving",
            unknown(
                Reason::InProgress,
                "TBD, (reducing the amount of fuel will rather lead to savings).",
            ),
        ),
        (
            &helsingborg,
            "Purchase of electric machines",
            between(80.0, 240.0, MegaSek),
        ),
        (
            &helsingborg,
            "Increased requirements for electric",
            between(12.0, 32.0, MegaSek),
        ),
        (
            &helsingborg,
            "Establishment of an 80 MW",
            exactly(1500.0, MegaSek),
        ),
        (
            &helsingborg,
            "The City of Helsingborg works to enable farmers",
            exactly(3.0, MegaSek),
        ),
    ] {
        assert_eq!(action(draft, name).cost, Some(cost), "{name}");
    }
    assert_eq!(
        action(&helsingborg, "Planning and design of CCS").cost,
        None
    );
    assert_eq!(action(&lund, "Transition Team management").cost, None);
}

#[test]
fn the_effects_are_those_of_the_tables() {
    let (lund, helsingborg) = (lund(), helsingborg());
    let about = Quantity {
        quality: Some(Quality::Estimated),
        ..exactly(5000.0, TonneCo2ePerYear)
    };
    for (draft, name, effect) in [
        (
            &lund,
            "Promote changes in agricultural practices",
            exactly(15_000.0, TonneCo2ePerYear),
        ),
        (
            &lund,
            "Incorporate low embodied carbon levels",
            between(1500.0, 2000.0, TonneCo2ePerYear),
        ),
        (&lund, "Reducing embodied carbon from renovation", about),
        (&lund, "Enhance CHP", exactly(15_000.0, TonneCo2ePerYear)),
        (
            &lund,
            "Work to influence consumers",
            unknown(Reason::InProgress, "TBD"),
        ),
        (
            &lund,
            "Establish biochar production",
            unknown(Reason::NotApplicable, "N/A"),
        ),
        // The reduction does not apply; what the wetlands take up does.
        (
            &lund,
            "Rewetting and construction",
            exactly(2000.0, TonneCo2ePerYear),
        ),
        (
            &lund,
            "Integrate carbon capture potential",
            unknown(Reason::InProgress, "TBD"),
        ),
        (
            &helsingborg,
            "Implementation of CCS",
            exactly(100_000.0, TonneCo2e),
        ),
        (
            &helsingborg,
            "Planning and design of CCS",
            unknown(Reason::NotQuantified, "Enabler for CCS"),
        ),
        (
            &helsingborg,
            "Increase the share of flexible energy use",
            between(0.0, 1.0, TonneCo2e),
        ),
        (
            &helsingborg,
            "Increase self-sufficiency",
            unknown(Reason::NotStated, "no"),
        ),
        (
            &helsingborg,
            "Climate-positive housing",
            exactly(0.3, TonneCo2ePerYear),
        ),
        (
            &helsingborg,
            "Explore the benefits",
            between(7000.0, 20_000.0, TonneCo2ePerYear),
        ),
        (
            &helsingborg,
            "Systems for parcel boxes",
            between(500.0, 1000.0, TonneCo2e),
        ),
        (
            &helsingborg,
            "Engage residents",
            unknown(
                Reason::NotQuantified,
                "Included in measures related to charging infrastructure",
            ),
        ),
        (
            &helsingborg,
            "Public procurement",
            between(5000.0, 13_000.0, TonneCo2e),
        ),
        (
            &helsingborg,
            "The city Group contribute",
            unknown(Reason::NotStated, "Not available"),
        ),
        (
            &helsingborg,
            "Electrically powered work machines",
            unknown(
                Reason::NotQuantified,
                "(2 000 ton CO2e) Since the machines already run on biodiesel",
            ),
        ),
        (
            &helsingborg,
            "Establishment of a new biochar plant",
            exactly(20_000.0, TonneCo2ePerYear),
        ),
        (
            &helsingborg,
            "Creation, restoration",
            exactly(2500.0, TonneCo2ePerYear),
        ),
    ] {
        assert_eq!(action(draft, name).effect, Some(effect), "{name}");
    }
    assert_eq!(
        action(&lund, "Strengthen organisational capacity").effect,
        None
    );
}

#[test]
fn what_else_the_tables_say_is_read() {
    let (lund, helsingborg) = (lund(), helsingborg());
    let it = action(&lund, "Promote sustainable consumption");
    assert_eq!(
        it.responsible,
        [
            "City of Lund Municipal Office – Environmental Department and Social Sustainability Department",
            "Municipal waste management (LRV)"
        ]
    );
    assert_eq!(it.levers, [Lever::SocialInnovation, Lever::Participation]);
    assert_eq!((it.status, &it.period), (None, &None));
    let it = action(&lund, "Develop innovative procurement");
    assert_eq!(
        it.period.as_ref().map(|it| it.0.as_str()),
        Some("2024/2026")
    );
    assert_eq!(
        (it.status, &it.steps[..], it.placed_by),
        (
            Some(Status::Started),
            &[Step::Action][..],
            Some(PlacedBy::Editor)
        )
    );
    assert_eq!(
        it.source.as_ref().and_then(|it| it.section.as_deref()),
        Some("row 19")
    );
    let it = action(&lund, "Strengthen organisational");
    assert_eq!(
        (it.status, &it.steps[..]),
        (Some(Status::Proposed), &[Step::Portfolio][..])
    );
    let it = action(&helsingborg, "Creation, restoration");
    assert_eq!(
        (&it.levers[..], it.focus_areas[0].as_str()),
        (&[Lever::Nature][..], "nature-based-solutions")
    );
    let it = action(&helsingborg, "Phase out fossil gas");
    let areas: Vec<&str> = it.focus_areas.iter().map(Id::as_str).collect();
    assert_eq!(areas, ["energy-systems", "built-environment"]);
    let ids: Vec<&str> = actions(&helsingborg)
        .iter()
        .map(|it| it.id.as_str())
        .filter(|it| it.starts_with("development-of-local"))
        .collect();
    assert_eq!(
        ids,
        [
            "development-of-local-climate-network-the-helsingborg",
            "development-of-local-climate-network-the-helsingborg-2"
        ]
    );
}

#[test]
fn an_area_that_is_spelled_in_several_ways_is_one() {
    let titles = |draft: &Draft| -> Vec<String> {
        draft
            .contract
            .focus_areas
            .iter()
            .map(|it| it.title.clone())
            .collect()
    };
    assert_eq!(
        titles(&lund()),
        [
            "Transport and mobility",
            "Agriculture and sustainable land use",
            "Circular economy and sustainable consumption",
            "Net Zero Construction",
            "Energy",
            "Carbon sinks"
        ]
    );
    assert_eq!(
        titles(&helsingborg()),
        [
            "Energy systems",
            "built environment",
            "Mobility and transport (on road)",
            "Mobility and transport",
            "Mobility and transport off road",
            "Waste and circular economy",
            "Green industry",
            "Nature-based solutions",
        ]
    );
}

#[test]
fn what_says_more_than_was_read_is_kept_in_words() {
    let (lund, helsingborg) = (lund(), helsingborg());
    let line = |draft: &Draft, name: &str, line: &str| {
        let summary = action(draft, name).summary.clone().unwrap_or_default();
        assert!(summary.lines().any(|it| it == line), "{summary}");
    };
    line(
        &lund,
        "Expand reach",
        "Total costs and costs by CO2e unit: CAPEX to 2028: 356 MEUR",
    );
    line(&lund, "Expand reach", "Action type: Technical development");
    line(&lund, "Expand reach", "Status: Partly under implementation");
    line(
        &lund,
        "Transition Team",
        "Field of action: Cross-cutting action",
    );
    line(
        &helsingborg,
        "Establishment of a new biochar",
        "Status: Feasibility",
    );
    line(
        &helsingborg,
        "Implementation of CCS",
        "GHG emissions compensated (natural or technological sinks): 100 000 ton CO2e",
    );
}

#[test]
fn what_is_doubtful_is_told_and_nothing_else() {
    let told = |draft: &Draft| -> Vec<(usize, String)> {
        draft
            .doubts
            .iter()
            .map(|it| (it.line, it.words.clone()))
            .collect()
    };
    assert_eq!(
        told(&lund()),
        [
            (
                36,
                "Technology/infrastructure, Governance and Policy, Awareness Raising".to_owned()
            ),
            (38, "Governance and Policy, Awareness Raising".to_owned()),
        ]
    );
    let helsingborg = helsingborg();
    let lines: Vec<usize> = helsingborg.doubts.iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 3, 3, 8, 16, 34]);
    assert_eq!(
        helsingborg.doubts[0].read_as,
        ReadAs::Quantity(exactly(2000.0, MegaSek))
    );
    let counts = helsingborg.counts;
    assert_eq!(
        (counts.rows, counts.cells, counts.doubtful, counts.kept),
        (41, 410, 6, 40)
    );
}
