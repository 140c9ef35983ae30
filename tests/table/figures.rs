//! Figures as people write them, each with what it says, by example.

use transition_map::contract::Lang::{self, En, Sv};
use transition_map::contract::quantity::Quantity;
use transition_map::contract::table::{Figure, Given, Measure, Sureness, figure, figure_under};
use transition_map::contract::word::{Quality, Reason, Unit};

use Measure::{Emissions, Money};
use Sureness::{Doubtful, Understood};

/// What a figure says, shortly: `5`, `5..13`, `5..` for at least, `..5` for at most; `~` before an estimate, and its unit.
fn shortly(it: &Quantity) -> String {
    let number = |it: Option<f64>| it.map_or(String::new(), |it| it.to_string());
    let figure = match it.value {
        Some(value) => value.to_string(),
        None => format!("{}..{}", number(it.low), number(it.high)),
    };
    let about = if it.quality == Some(Quality::Estimated) {
        "~"
    } else {
        ""
    };
    format!("{about}{figure} {}", it.unit.map_or("", Unit::as_str))
}

/// Asserts what cells say, how surely, and whether they say more.
fn say(measure: Measure, cells: &[(&str, Lang, &str, Sureness, bool)]) {
    for (cell, lang, said, sureness, rest) in cells {
        let found = figure(cell, measure, *lang);
        assert_eq!(
            (
                shortly(&found.quantity).as_str(),
                found.sureness,
                found.rest
            ),
            (*said, *sureness, *rest),
            "{cell}"
        );
        assert_eq!(
            (found.quantity.unknown, found.quantity.reason),
            (None, None),
            "{cell}"
        );
    }
}

#[test]
fn amounts_of_money_are_read() {
    say(
        Money,
        &[
            ("23–45 MSEK", En, "23..45 MSEK", Understood, false),
            ("80 - 240 MSEK", En, "80..240 MSEK", Understood, false),
            ("12—32 MSEK", En, "12..32 MSEK", Understood, false),
            ("12 −32 MSEK", En, "12..32 MSEK", Understood, false),
            ("12 till 32 mkr", Sv, "12..32 MSEK", Understood, false),
            ("12 to 32 MSEK", En, "12..32 MSEK", Understood, false),
            ("12 MSEK - 32 MSEK", En, "12..32 MSEK", Understood, false),
            (
                "between 12 and 32 MSEK",
                En,
                "12..32 MSEK",
                Understood,
                false,
            ),
            ("mellan 12 och 32 mkr", Sv, "12..32 MSEK", Understood, false),
            ("from 12 to 32 MSEK", En, "12..32 MSEK", Understood, false),
            ("1–2 miljoner kronor", Sv, "1..2 MSEK", Understood, false),
            (
                "1 miljon till 2 miljoner kronor",
                Sv,
                "1..2 MSEK",
                Understood,
                false,
            ),
            ("€3–5 million", En, "3..5 MEUR", Understood, false),
            ("0,5 MSEK", En, "0.5 MSEK", Understood, false),
            ("213,5 MEUR", En, "213.5 MEUR", Understood, false),
            ("198 M SEK", En, "198 MSEK", Understood, false),
            ("12 mkr", Sv, "12 MSEK", Understood, false),
            ("12 Mkr.", Sv, "12 MSEK", Understood, false),
            ("3 miljoner kronor", Sv, "3 MSEK", Understood, false),
            ("3 milj. kr", Sv, "3 MSEK", Understood, false),
            ("1,2 miljarder kr", Sv, "1200 MSEK", Understood, false),
            ("500 tkr", Sv, "500 kSEK", Understood, false),
            ("2 500 000 kr", Sv, "2500000 SEK", Understood, false),
            (
                "2\u{a0}500\u{202f}000 kr",
                Sv,
                "2500000 SEK",
                Understood,
                false,
            ),
            ("2 million EUR", En, "2 MEUR", Understood, false),
            ("€ 3.5 million", En, "3.5 MEUR", Understood, false),
            ("EUR 3.5m", En, "3.5 MEUR", Understood, false),
            ("3.5 M€", En, "3.5 MEUR", Understood, false),
            ("SEK 5 million", En, "5 MSEK", Understood, false),
            ("SEK 5,000,000", En, "5000000 SEK", Understood, false),
            ("5 kEUR", En, "5000 EUR", Understood, false),
            ("0 MSEK", Sv, "0 MSEK", Understood, false),
            (
                "Total: 0,5-1,6 MEUR",
                En,
                "0.5..1.6 MEUR",
                Understood,
                false,
            ),
            ("Totalt 5 MSEK", Sv, "5 MSEK", Understood, false),
            ("CAPEX to 2028: 356 MEUR", En, "356 MEUR", Understood, true),
            (
                "Investment cost 62,3-71,2 MEUR",
                En,
                "62.3..71.2 MEUR",
                Understood,
                true,
            ),
            (
                "622 800 EUR Costs by co2e unit: TBD",
                En,
                "622800 EUR",
                Understood,
                true,
            ),
            (
                "5 MSEK (only administration included",
                En,
                "5 MSEK",
                Understood,
                true,
            ),
            ("10 MSEK, if implemented.", En, "10 MSEK", Understood, true),
            (
                "3MSEK (coordination of the city's work)",
                En,
                "3 MSEK",
                Understood,
                true,
            ),
            (
                "8 000 MSEK (cost for residents)",
                En,
                "8000 MSEK",
                Understood,
                true,
            ),
            ("5 MSEK to 2030", En, "5 MSEK", Understood, true),
            ("2025–2030: 5 MSEK", Sv, "5 MSEK", Understood, true),
            ("upp till 5 MSEK", Sv, "..5 MSEK", Understood, false),
            ("up to 5 MSEK", En, "..5 MSEK", Understood, false),
            ("up to SEK 5 million", En, "..5 MSEK", Understood, false),
            ("<5 MSEK", En, "..5 MSEK", Understood, false),
            ("≤ 5 MSEK", En, "..5 MSEK", Understood, false),
            ("<= 5 MSEK", En, "..5 MSEK", Understood, false),
            ("minst 3 MSEK", Sv, "3.. MSEK", Understood, false),
            ("at least 3 MSEK", En, "3.. MSEK", Understood, false),
            ("mer än 3 MSEK", Sv, "3.. MSEK", Understood, false),
            ("from 3 MSEK", En, "3.. MSEK", Understood, false),
            ("ca 300 MSEK", Sv, "~300 MSEK", Understood, false),
            ("Ca. 300 MSEK", Sv, "~300 MSEK", Understood, false),
            ("c:a 300 MSEK", Sv, "~300 MSEK", Understood, false),
            (
                "cirka 300–400 MSEK",
                Sv,
                "~300..400 MSEK",
                Understood,
                false,
            ),
            ("around 300 MSEK", En, "~300 MSEK", Understood, false),
            ("approx. 300 MSEK", En, "~300 MSEK", Understood, false),
            ("~300 MSEK", En, "~300 MSEK", Understood, false),
            ("≈ 300 MSEK", En, "~300 MSEK", Understood, false),
            ("up to about 300 MSEK", En, "~..300 MSEK", Understood, false),
            ("300 MSEK (uppskattat)", Sv, "~300 MSEK", Understood, false),
            (">75 M SEK (TBD)", En, "75.. MSEK", Doubtful, true),
            ("75 MSEK?", En, "75 MSEK", Doubtful, false),
            ("inte 75 MSEK", Sv, "75 MSEK", Doubtful, true),
            (
                "2 000 MSEK and 10–20 SEK per captured ton CO2e in operating costs",
                En,
                "2000 MSEK",
                Doubtful,
                true,
            ),
            (
                "5 MSEK varav 2 MSEK från staten",
                Sv,
                "5 MSEK",
                Doubtful,
                true,
            ),
            (
                "5 MSEK (2 MSEK from the state)",
                En,
                "5 MSEK",
                Doubtful,
                true,
            ),
            (
                "2 MSEK and 3 MSEK, total: 5 MSEK",
                En,
                "5 MSEK",
                Doubtful,
                true,
            ),
            ("1,500 MSEK", Sv, "1.5 MSEK", Doubtful, false),
            ("1.500 MSEK", En, "1.5 MSEK", Doubtful, false),
            ("1.500 MSEK", Sv, "1500 MSEK", Understood, false),
            ("1,500 MSEK", En, "1500 MSEK", Understood, false),
            ("up to 5–10 MSEK", En, "5..10 MSEK", Doubtful, false),
        ],
    );
}

#[test]
fn amounts_of_emissions_are_read() {
    say(
        Emissions,
        &[
            (
                "5 000-13 000 tons of CO2e per year",
                En,
                "5000..13000 tCO2e/yr",
                Understood,
                false,
            ),
            (
                "5 000-13 000 tons of CO2e CO2e",
                En,
                "5000..13000 tCO2e",
                Understood,
                false,
            ),
            (
                "500 –1 000 tons of CO2e",
                En,
                "500..1000 tCO2e",
                Understood,
                false,
            ),
            (
                "15,000 tons CO2e/year",
                En,
                "15000 tCO2e/yr",
                Understood,
                false,
            ),
            (
                "15,000 tones CO2/year",
                En,
                "15000 tCO2e/yr",
                Understood,
                false,
            ),
            ("15,000 tons CO2e/year", Sv, "15 tCO2e/yr", Doubtful, false),
            (
                "0.3 tons of CO2e per year",
                En,
                "0.3 tCO2e/yr",
                Understood,
                false,
            ),
            ("0–1 ton CO2e", En, "0..1 tCO2e", Understood, false),
            (
                "Potential reduction around 5000 tons of CO2eq/year.",
                En,
                "~5000 tCO2e/yr",
                Understood,
                true,
            ),
            ("500 ton CO2e/år", Sv, "500 tCO2e/yr", Understood, false),
            (
                "500 ton CO₂-ekv. per år",
                Sv,
                "500 tCO2e/yr",
                Understood,
                false,
            ),
            (
                "500 ton koldioxidekvivalenter årligen",
                Sv,
                "500 tCO2e/yr",
                Understood,
                false,
            ),
            ("500 ton/år CO2e", Sv, "500 tCO2e/yr", Understood, false),
            (
                "500 tonnes CO2e per annum",
                En,
                "500 tCO2e/yr",
                Understood,
                false,
            ),
            (
                "500 tonnes of carbon dioxide equivalents a year",
                En,
                "500 tCO2e/yr",
                Understood,
                false,
            ),
            (
                "500 tCO2e (per year)",
                En,
                "500 tCO2e/yr",
                Understood,
                false,
            ),
            ("2 kton CO2e", Sv, "2000 tCO2e", Understood, false),
            ("1,5 kton CO2e/år", Sv, "1500 tCO2e/yr", Understood, false),
            (
                "2 thousand tonnes CO2e",
                En,
                "2000 tCO2e",
                Understood,
                false,
            ),
            ("2 tusen ton CO2e", Sv, "2000 tCO2e", Understood, false),
            ("0.3 ktCO2e", En, "300 tCO2e", Understood, false),
            ("500 kg CO2e", En, "0.5 tCO2e", Understood, false),
            ("500 ton", Sv, "500 tCO2e", Understood, false),
            ("500 ton av en annan sort", Sv, "500 tCO2e", Doubtful, true),
            ("50 % or 500 ton CO2e", En, "500 tCO2e", Understood, true),
            (
                "7 000 – 20 000 CO2e per year, if environmental zone is implemented.",
                En,
                "7000..20000 tCO2e/yr",
                Doubtful,
                true,
            ),
            (
                "3 bussar sparar 500 ton CO2e",
                Sv,
                "500 tCO2e",
                Doubtful,
                true,
            ),
        ],
    );
}

#[test]
fn what_has_no_amount_says_why_in_its_own_words() {
    for (cell, reason, sureness) in [
        (
            "(5 MSEK) if the plant is built",
            Reason::NotQuantified,
            Sureness::Doubtful,
        ),
        ("TBD", Reason::InProgress, Sureness::Unknown),
        ("To be decided", Reason::InProgress, Sureness::Unknown),
        ("to be determined", Reason::InProgress, Sureness::Unknown),
        (
            "Work in progress Mobility hubs are funded by partners",
            Reason::InProgress,
            Sureness::Unknown,
        ),
        ("Under utredning", Reason::InProgress, Sureness::Unknown),
        ("pågår", Reason::InProgress, Sureness::Unknown),
        (
            "TBD, (reducing the amount of fuel will rather lead to savings).",
            Reason::InProgress,
            Sureness::Unknown,
        ),
        ("N/A", Reason::NotApplicable, Sureness::Unknown),
        ("N/a", Reason::NotApplicable, Sureness::Unknown),
        ("Not applicable", Reason::NotApplicable, Sureness::Unknown),
        ("Not relevant.", Reason::NotApplicable, Sureness::Unknown),
        ("ej tillämpligt", Reason::NotApplicable, Sureness::Unknown),
        ("Ej aktuellt", Reason::NotApplicable, Sureness::Unknown),
        ("Not available", Reason::NotStated, Sureness::Unknown),
        ("no", Reason::NotStated, Sureness::Unknown),
        ("nej", Reason::NotStated, Sureness::Unknown),
        ("-", Reason::NotStated, Sureness::Unknown),
        ("–", Reason::NotStated, Sureness::Unknown),
        ("Uppgift saknas", Reason::NotStated, Sureness::Unknown),
        (
            "Included in action 12",
            Reason::NotQuantified,
            Sureness::Unknown,
        ),
        (
            "Ingår i åtgärd 12",
            Reason::NotQuantified,
            Sureness::Unknown,
        ),
        (
            "Within ordinary operations",
            Reason::NotQuantified,
            Sureness::Unknown,
        ),
        (
            "Inom ordinarie verksamhet",
            Reason::NotQuantified,
            Sureness::Unknown,
        ),
        // What looks like an amount and is none that can be put down.
        (
            "Included in action 12 (5 MSEK)",
            Reason::NotQuantified,
            Doubtful,
        ),
        ("Enabler for CCS", Reason::NotQuantified, Doubtful),
        ("45", Reason::NotQuantified, Doubtful),
        ("2025", Reason::NotQuantified, Doubtful),
        ("45–23 MSEK", Reason::NotQuantified, Doubtful),
        ("-5 MSEK", Reason::NotQuantified, Doubtful),
        ("5 MSEK/år", Reason::NotQuantified, Doubtful),
        ("200 kr/ton", Reason::NotQuantified, Doubtful),
        ("5 MSEK – 2 MEUR", Reason::NotQuantified, Doubtful),
        ("5 MSEK 2025, 3 MSEK 2026", Reason::NotQuantified, Doubtful),
        ("3 miljoner", Reason::NotQuantified, Doubtful),
        ("5 USD", Reason::NotQuantified, Doubtful),
        ("50 %", Reason::NotQuantified, Doubtful),
        ("31.12.2025 MSEK", Reason::NotQuantified, Doubtful),
    ] {
        let quantity = Quantity {
            unknown: Some(reason),
            reason: Some(cell.to_owned()),
            ..Quantity::default()
        };
        let expected = Figure {
            quantity,
            sureness,
            rest: false,
        };
        assert_eq!(figure(&format!(" {cell} "), Money, Sv), expected, "{cell}");
    }
    assert_eq!(figure(" \u{a0}", Money, Sv).quantity, Quantity::default());
    assert_eq!(figure("", Money, Sv).sureness, Sureness::Empty);
}

#[test]
fn a_header_gives_the_unit_that_a_cell_leaves_out() {
    for (header, measure, cell, said, sureness) in [
        ("Kostnad (MSEK)", Money, "5", "5 MSEK", Understood),
        ("Kostnad (MSEK)", Money, "5–7", "5..7 MSEK", Understood),
        ("Kostnad, tkr", Money, "500", "500 kSEK", Understood),
        (
            "Total costs (million EUR)",
            Money,
            "ca 1.5",
            "~1.5 MEUR",
            Understood,
        ),
        ("Kostnad (kr)", Money, "3 miljoner", "3 MSEK", Understood),
        ("Kostnad (MSEK)", Money, "5 tkr", "5 kSEK", Understood),
        ("Kostnad (MSEK)", Money, "2000", "2000 MSEK", Doubtful),
        (
            "Klimateffekt (ton CO2e/år)",
            Emissions,
            "500",
            "500 tCO2e/yr",
            Understood,
        ),
        (
            "Klimateffekt (ton CO2e/år)",
            Emissions,
            "500 ton CO2e",
            "500 tCO2e/yr",
            Understood,
        ),
        (
            "Utsläppsminskning (kton)",
            Emissions,
            "0,5",
            "500 tCO2e",
            Understood,
        ),
        (
            "GHG reduction per year",
            Emissions,
            "500 ton CO2e",
            "500 tCO2e/yr",
            Understood,
        ),
    ] {
        let found = figure_under(cell, measure, En, Given::by(header, measure));
        assert_eq!(
            (shortly(&found.quantity).as_str(), found.sureness),
            (said, sureness),
            "{header}: {cell}"
        );
    }
    for (header, cell) in [
        ("Total costs and costs by CO2e unit", "5"),
        ("Kostnad (kr/ton)", "5"),
        ("Kostnad (MSEK)", "5 bussar"),
        ("Kostnad (MSEK)", "5 MSEK per buss"),
        ("Kostnad (MSEK)", "5, varav 2 från staten"),
    ] {
        let found = figure_under(cell, Money, Sv, Given::by(header, Money));
        assert_eq!(
            (found.quantity.is_known(), found.sureness),
            (false, Doubtful),
            "{header}: {cell}"
        );
    }
}
