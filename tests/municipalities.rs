#![allow(clippy::unwrap_used, reason = "tests")]
//! The contracts of the 23 municipalities that had signed by 2022, as they are shipped: that they are all there, that nothing is said
//! beyond what the sources carry, and that every known address of a contract can be found in them.
//!
//! Long because of two tables: the municipalities, and the addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use transition_map::contract::model::Version;
use transition_map::contract::quantity::Signed;
use transition_map::contract::word::{Content, PlacedBy, Status};
use transition_map::contract::{Contract, Id, Item, Lang, open};

/// The municipalities: the name of the file, Statistics Sweden's code and the versions that are known.
#[rustfmt::skip] // a table
const MUNICIPALITIES: [(&str, &str, &[&str]); 23] = [
    ("boras", "1490", &SINCE_2022),
    ("borlange", "2081", &SINCE_2022),
    ("enkoping", "0381", &SINCE_2020),
    ("eskilstuna", "0484", &SINCE_2022),
    ("gavle", "2180", &SINCE_2022),
    ("goteborg", "1480", &SINCE_2020),
    ("helsingborg", "1283", &["2022", "2023", "2024 (EU)"]),
    ("jarfalla", "0123", &SINCE_2020),
    ("kalmar", "0880", &SINCE_2022),
    ("karlstad", "1780", &SINCE_2022),
    ("kristianstad", "1290", &SINCE_2022),
    ("linkoping", "0580", &SINCE_2022),
    ("lund", "1281", &["2020", "2021", "2022", "2023", "2024 (EU)"]),
    ("malmo", "1280", &SINCE_2020),
    ("mariestad", "1493", &SINCE_2022),
    ("nacka", "0182", &SINCE_2022),
    ("orebro", "1880", &["2022", "2023", "2024", "2025/26"]),
    ("ostersund", "2380", &SINCE_2022),
    ("skelleftea", "2482", &SINCE_2022),
    ("stockholm", "0180", &SINCE_2020),
    ("umea", "2480", &SINCE_2020),
    ("uppsala", "0380", &SINCE_2020),
    ("vaxjo", "0780", &SINCE_2020),
];

/// The nine that signed first. In 2021 the others signed a letter of intent, which is no version.
const SINCE_2020: [&str; 4] = ["2020", "2021", "2022", "2023"];
const SINCE_2022: [&str; 2] = ["2022", "2023"];

/// Those of which more is known than that versions exist. The list grows with every contract that is transcribed.
const WITH_CONTENT: [&str; 5] = ["helsingborg", "lund", "malmo", "orebro", "umea"];

/// Where a version can be read: the municipality, the version and the address.
#[rustfmt::skip] // a table
const ADDRESSES: [(&str, &str, &str); 47] = [
    ("orebro", "2022", "https://viablecities.se/wp-content/uploads/2023/11/Viable-Cities-Klimatkontrakt-Orebro-FINAL.pdf"),
    ("orebro", "2023", "https://viablecities.se/wp-content/uploads/2024/01/Klimatkontrakt_Orebro_2023.pdf"),
    ("orebro", "2024", "https://viablecities.se/wp-content/uploads/2024/12/Klimatkontrakt_Orebro_2024.pdf"),
    ("malmo", "2021", "https://lawinsider.com/sv/contracts/fBVC2odSXsX"),
    ("malmo", "2022", "https://lawinsider.com/sv/contracts/2a7obFkWueu"),
    ("malmo", "2023", "https://lawinsider.com/sv/contracts/4kE11xsevHO"),
    ("lund", "2022", "https://lawinsider.com/sv/contracts/l8wBLkEUHPE"),
    ("lund", "2023", "https://lawinsider.com/sv/contracts/2PCXh5GFjkv"),
    ("uppsala", "2020", "https://lawinsider.com/sv/contracts/47dNTewOn7X"),
    ("uppsala", "2021", "https://lawinsider.com/sv/contracts/7wFhnVacbnd"),
    ("uppsala", "2022", "https://lawinsider.com/sv/contracts/6bHZtffSXTL"),
    ("uppsala", "2023", "https://lawinsider.com/sv/contracts/4Ke5eQvn9Jl"),
    ("jarfalla", "2021", "https://lawinsider.com/sv/contracts/gDr1h4tOuXY"),
    ("jarfalla", "2022", "https://lawinsider.com/sv/contracts/8LqyU6sCYqz"),
    ("jarfalla", "2023", "https://lawinsider.com/sv/contracts/kWAv1VhHvHE"),
    ("goteborg", "2021", "https://lawinsider.com/sv/contracts/eG1qICwtZ4O"),
    ("goteborg", "2022", "https://lawinsider.com/sv/contracts/lBCkXVCFDSu"),
    ("goteborg", "2023", "https://lawinsider.com/sv/contracts/aSLf4IVTQDf"),
    ("enkoping", "2020", "https://5dok.org/document/yng9gre0-klimatkontrakt-enk%C3%B6pings-kommun-myndigheterna-energimyndigheten-vinnova-formas-tillv%C3%A4xtverket.html"),
    ("enkoping", "2022", "https://lawinsider.com/sv/contracts/84nqF8EymuS"),
    ("karlstad", "2022", "https://lawinsider.com/sv/contracts/k1LAVowka9P"),
    ("kristianstad", "2023", "https://lawinsider.com/sv/contracts/3XONnFPaSFv"),
    ("mariestad", "2023", "https://lawinsider.com/sv/contracts/8HnJYtoi8Co"),
    ("umea", "2023", "https://lawinsider.com/sv/contracts/c4EslC7CP7V"),
    ("stockholm", "2020", "https://lawinsider.com/sv/contracts/g2D8eTcijrh"),
    ("stockholm", "2021", "https://lawinsider.com/sv/contracts/g8Jkwn0hLHz"),
    ("stockholm", "2022", "https://start.stockholm/aktuellt/nyheter/2022/12/staden-tecknar-uppdaterat-klimatkontrakt/"),
    ("stockholm", "2023", "https://lawinsider.com/sv/contracts/kwgxkFEayBa"),
    ("linkoping", "2022", "https://lawinsider.com/sv/contracts/PwSJCqfgN4"),
    ("linkoping", "2023", "https://lawinsider.com/sv/contracts/noKvrm99ST"),
    ("vaxjo", "2020", VAXJO),
    ("vaxjo", "2021", VAXJO),
    ("vaxjo", "2022", VAXJO),
    ("vaxjo", "2023", VAXJO),
    ("skelleftea", "2023", "https://lawinsider.com/sv/contracts/awXqSU6H3zM"),
    ("eskilstuna", "2022", "https://lawinsider.com/sv/contracts/lJ36ZwNJN6N"),
    ("eskilstuna", "2023", "https://lawinsider.com/sv/contracts/jfvXrqdiRVa"),
    ("gavle", "2023", "https://lawinsider.com/sv/contracts/zpz3hvi4DR"),
    ("helsingborg", "2022", "https://lawinsider.com/sv/contracts/8obJxEg1vzZ"),
    ("kalmar", "2022", "https://lawinsider.com/sv/contracts/adCxJN30a9I"),
    ("ostersund", "2023", "https://lawinsider.com/sv/contracts/jPuvnxDhnWr"),
    ("umea", "2022", "https://lawinsider.com/sv/contracts/8Ls2kw8qiZK"),
    // Pages of the municipalities themselves, where no copy of the contract is known.
    ("jarfalla", "2020", "https://www.jarfalla.se/nyheter/nyheter/artiklar/jarfallasignerareuropasforstaklimatkontrakt.5.7ba328421764bf2637faf18.html"),
    ("lund", "2020", "https://lund.se/en/news/2020/lunds-kommun-ar-med-och-leder-klimatomstallningen-i-europa/"),
    ("malmo", "2020", "https://malmo.se/Aktuellt/Artiklar-Malmo-stad/2020-12-11-Malmo-stad-skriver-klimatkontrakt.html"),
    ("umea", "2020", "https://via.tt.se/pressmeddelande/umea-kommun-ska-oka-takten-i-klimatomstallningen?publisherId=1422393&releaseId=3289154"),
    ("umea", "2021", "https://www.umea.se/arkiv/nyhetsarkiv/arkivstartsida/umeaskriverklimatkontrakt.5.6fe98f0817d74839dbf1663.html"),
];

/// One page with the contracts of four years.
const VAXJO: &str = "https://www.vaxjo.se/sidor/hallbar-utveckling/vaxjo-kommuns-hallbarhetsarbete/klimatkontrakt.html";

/// The version of 2020 in English: a second document of a version that has one.
const UPPSALA_IN_ENGLISH: &str = "https://docslib.org/doc/625387/climate-city-contract-2030";

/// Every contract that is shipped, by the name of its file; all of them open without errors.
static SHIPPED: LazyLock<BTreeMap<String, Contract>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/contracts");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), path))
        .filter(|(name, _)| name != "index")
        .map(|(name, path)| {
            let opened = open(&std::fs::read_to_string(path).unwrap());
            let opened = opened.unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
            (name, opened.contract)
        })
        .collect()
});

/// The municipalities' contracts: those that are not invented.
fn real() -> impl Iterator<Item = (&'static str, &'static Contract)> {
    let real = SHIPPED.iter().filter(|(_, contract)| !contract.example);
    real.map(|(name, contract)| (name.as_str(), contract))
}

fn version(municipality: &str, label: &str) -> &'static Version {
    let versions = &SHIPPED[municipality].versions;
    let found = versions.iter().find(|it| it.label == label);
    found.unwrap_or_else(|| panic!("{municipality} {label}"))
}

fn item(municipality: &str, label: &str, id: &str) -> Item<'static> {
    let found = version(municipality, label)
        .items()
        .find(|it| it.id().as_str() == id);
    found.unwrap_or_else(|| panic!("{municipality} {label}: {id}"))
}

fn ids(municipality: &str, label: &str) -> BTreeSet<&'static str> {
    let items = version(municipality, label).items();
    items.map(|it| it.id().as_str()).collect()
}

/// Every version of every municipality.
fn versions() -> impl Iterator<Item = (&'static str, &'static Contract, &'static Version)> {
    real().flat_map(|(name, contract)| contract.versions.iter().map(move |it| (name, contract, it)))
}

fn excerpts() -> impl Iterator<Item = (&'static str, &'static Contract, &'static Version)> {
    versions().filter(|(_, _, it)| it.content == Content::Excerpt)
}

#[test]
fn the_23_municipalities_are_shipped_and_no_other() {
    let found: Vec<&str> = real().map(|(name, _)| name).collect();
    assert_eq!(found, MUNICIPALITIES.map(|(name, ..)| name));
}

#[test]
fn every_municipality_has_its_own_code_and_its_county() {
    for (name, code, _) in MUNICIPALITIES {
        let municipality = &SHIPPED[name].municipality;
        assert_eq!(municipality.code.as_deref(), Some(code), "{name}");
        let county = municipality.county.as_deref().unwrap_or_default();
        assert!(county.ends_with(" län"), "{name}: {county}");
    }
    let codes: BTreeSet<&str> = MUNICIPALITIES.iter().map(|(_, code, _)| *code).collect();
    assert_eq!(codes.len(), MUNICIPALITIES.len());
}

#[test]
fn the_file_and_the_first_party_are_named_after_the_municipality() {
    for (name, contract) in real() {
        let party = &contract.parties[0];
        assert_eq!(party.id.as_str(), name);
        assert_eq!(party.name, contract.municipality.name);
        let ending = if ["boras", "goteborg", "helsingborg", "malmo", "stockholm"].contains(&name) {
            " stad"
        } else {
            " kommun"
        };
        assert!(party.name.ends_with(ending), "{}", party.name);
    }
}

#[test]
fn the_known_versions_are_there_without_a_gap_in_the_years() {
    for (name, _, labels) in MUNICIPALITIES {
        let versions = &SHIPPED[name].versions;
        let found: Vec<&str> = versions.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(found, labels, "{name}");
        let years: Vec<u16> = found.iter().map(|it| it[..4].parse().unwrap()).collect();
        assert!(
            years.windows(2).all(|it| it[1] == it[0] + 1),
            "{name}: {years:?}"
        );
    }
}

#[test]
fn every_address_is_https() {
    for (name, contract) in real() {
        let links = contract.documents.iter().filter_map(|it| it.url.as_deref());
        for url in links {
            assert!(url.starts_with("https://"), "{name}: {url}");
            assert!(url.is_ascii() && !url.contains(' '), "{name}: {url}");
        }
    }
}

#[test]
fn every_known_address_is_the_document_of_its_version() {
    for (name, label, address) in ADDRESSES {
        let document = version(name, label).document.as_ref();
        let document = document.and_then(|id| SHIPPED[name].document(id));
        let url = document.and_then(|it| it.url.as_deref());
        assert_eq!(url, Some(address), "{name} {label}");
    }
    let uppsala = SHIPPED["uppsala"].documents.iter();
    let links: Vec<&str> = uppsala.filter_map(|it| it.url.as_deref()).collect();
    assert!(links.contains(&UPPSALA_IN_ENGLISH), "{links:?}");
}

/// A copy that is linked twice would be the contract of someone else, or of another year.
#[test]
fn no_copy_of_a_contract_stands_for_two_versions() {
    let mut seen = BTreeSet::new();
    for (name, contract) in real() {
        let links = contract.documents.iter().filter_map(|it| it.url.as_deref());
        for url in links.filter(|it| it.contains("/contracts/")) {
            assert!(seen.insert(url), "{name}: {url}");
        }
    }
    assert!(seen.len() > 30, "{}", seen.len());
}

#[test]
fn a_version_of_which_only_the_document_is_known_has_no_items() {
    for (name, _, version) in versions() {
        if version.content == Content::DocumentOnly {
            assert_eq!(version.items().count(), 0, "{name} {}", version.label);
        } else {
            assert_ne!(version.items().count(), 0, "{name} {}", version.label);
        }
    }
}

#[test]
fn five_municipalities_have_content() {
    let found: BTreeSet<&str> = versions()
        .filter(|(_, _, it)| it.content != Content::DocumentOnly)
        .map(|(name, ..)| name)
        .collect();
    assert_eq!(found, BTreeSet::from(WITH_CONTENT));
}

#[test]
fn only_the_municipality_is_a_party_where_nothing_is_transcribed() {
    for (name, contract) in real().filter(|(name, _)| !WITH_CONTENT.contains(name)) {
        assert_eq!(contract.parties.len(), 1, "{name}");
        assert_eq!(contract.indicators.len(), 0, "{name}");
        assert_eq!(contract.focus_areas.len(), 0, "{name}");
    }
}

#[test]
fn every_version_was_signed_on_the_day_of_its_year_and_says_where_that_stands() {
    for (name, contract, version) in versions().filter(|(name, ..)| *name != "orebro") {
        let day = match version.label.as_str() {
            "2020" => "2020-12-11",
            "2021" => "2021-12-08",
            "2022" => "2022-12-08",
            "2023" => "2023-12-08",
            "2024 (EU)" => {
                assert_eq!(version.signed, None, "{name}: the day is not known");
                continue;
            }
            label => panic!("{name}: no day is known for {label}"),
        };
        let Some(Signed::On(signed)) = &version.signed else {
            panic!("{name} {}", version.label);
        };
        assert_eq!(signed.0, day, "{name}");
        let source = version.source.as_ref().unwrap();
        let source = contract.document(&source.document).unwrap();
        assert!(source.url.is_some(), "{name} {}", version.label);
    }
}

/// The page of Malmö that we read as 2022 or later has no day, so the day of that version comes from elsewhere.
#[test]
fn the_page_of_malmo_without_a_day_says_so_and_gives_none() {
    let malmo = &SHIPPED["malmo"];
    let page = malmo.document(&Id::from("sida-2022")).unwrap();
    for words in ["utan dag", "2022 eller senare är vår tolkning"] {
        assert!(page.title.contains(words), "{}", page.title);
    }
    let version = version("malmo", "2022");
    assert_ne!(version.source.as_ref().unwrap().document, page.id);
    for item in version.items() {
        assert_eq!(item.source().unwrap().document, page.id, "{}", item.id());
    }
}

#[test]
fn karlstad_calls_its_contract_of_2022_also_the_version_of_2023() {
    let karlstad = &SHIPPED["karlstad"];
    let document = version("karlstad", "2022").document.as_ref().unwrap();
    let document = karlstad.document(document).unwrap();
    assert!(document.title.contains("2023 års version"));
}

#[test]
fn malmo_keeps_leading_the_way_and_its_goals_in_all_three_excerpts() {
    let years = ["2020", "2021", "2022"].map(|label| ids("malmo", label));
    let kept = years
        .iter()
        .fold(years[0].clone(), |kept, it| &kept & it)
        .into_iter()
        .collect::<Vec<_>>();
    assert_eq!(kept, ["foregangare", "klimatmal"]);
    let back: Vec<&str> = (&years[0] & &years[2])
        .difference(&years[1])
        .copied()
        .collect();
    assert_eq!(back, ["digitalt-stod", "samverkan"], "silent in 2021");
    let first = |year: usize| -> Vec<&str> {
        let before = years[..year].iter().flatten().copied().collect();
        years[year].difference(&before).copied().collect()
    };
    assert_eq!(first(1), ["nya-arbetssatt", "prova-omstallning"]);
    assert_eq!(first(2), ["fardplaner", "hela-organisationen"]);
}

#[test]
fn the_digital_tools_of_malmo_are_the_same_thing_in_other_words() {
    let titles = ["2020", "2022"].map(|label| item("malmo", label, "digitalt-stod").title());
    assert_ne!(titles[0], titles[1]);
}

#[test]
fn umea_has_made_its_roadmap_and_runs_it() {
    assert_eq!(item("umea", "2020", "ta-fram-fardplan").status(), None);
    let made = item("umea", "2021", "ta-fram-fardplan");
    assert_eq!(made.status(), Some(Status::Done));
    assert!(made.summary().unwrap().contains("vår slutsats"));
    let run = item("umea", "2021", "driva-fardplan");
    assert_eq!(run.continues(), [Id::from("ta-fram-fardplan")]);
    assert!(!ids("umea", "2020").contains("driva-fardplan"));
}

#[test]
fn the_two_goals_of_umea_are_the_same_in_both_excerpts() {
    let goals = |label: &str| {
        let goals = version("umea", label).goals.iter();
        goals
            .map(|it| (it.id.as_str(), it.year))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        goals("2020"),
        [("stad-neutral", Some(2030)), ("kommun-neutral", Some(2040))]
    );
    assert_eq!(goals("2020"), goals("2021"));
}

/// An excerpt tells nothing of what it does not mention.
#[test]
fn nothing_is_said_to_be_dropped() {
    for (name, _, version) in excerpts() {
        for item in version.items() {
            assert_ne!(
                item.status(),
                Some(Status::Dropped),
                "{name}: {}",
                item.id()
            );
        }
    }
}

#[test]
fn what_an_excerpt_continues_stands_in_an_earlier_version() {
    for (name, contract, version) in excerpts() {
        let earlier: BTreeSet<&Id> = contract
            .versions
            .iter()
            .take_while(|it| it.label != version.label)
            .flat_map(|it| it.items().map(|it| it.id()).collect::<Vec<_>>())
            .collect();
        for item in version.items() {
            for id in item.continues() {
                assert!(earlier.contains(id), "{name} {}: {id}", version.label);
            }
        }
    }
}

#[test]
fn every_item_of_an_excerpt_has_a_source_and_both_languages() {
    let mut count = 0;
    for (name, contract, version) in excerpts() {
        for item in version.items() {
            let id = item.id();
            let source = item.source().unwrap_or_else(|| panic!("{name}: {id}"));
            // No address of the EU contracts themselves is known.
            let document = contract.document(&source.document).unwrap();
            assert!(
                document.url.is_some() || document.id.as_str() == "eu-2024",
                "{name}: {id}"
            );
            let title = item.title().unwrap();
            let texts = [("title", Some(title)), ("summary", item.summary())];
            for (field, text) in texts {
                let Some(text) = text else { continue };
                let other = match contract.written_in() {
                    Lang::Sv => Lang::En,
                    Lang::En => Lang::Sv,
                };
                let (told, lang) = contract.text(id, field, text, other);
                assert_eq!(lang, other, "{name}: {field} of {id}");
                assert!(!told.trim().is_empty() && told != text, "{name}: {id}");
            }
            count += 1;
        }
    }
    assert_eq!(
        count,
        37 + 41 + 5 + 4 + 6 + 5 + 7,
        "the EU contracts of Lund and Helsingborg; Malmö has three, Umeå two"
    );
}

#[test]
fn every_party_and_document_is_told_in_english() {
    for (name, contract) in real() {
        for party in &contract.parties {
            let (_, lang) = contract.text(&party.id, "name", &party.name, Lang::En);
            assert_eq!(lang, Lang::En, "{name}: {}", party.id);
        }
        for document in &contract.documents {
            for wanted in [Lang::Sv, Lang::En] {
                let (_, lang) = contract.text(&document.id, "title", &document.title, wanted);
                assert_eq!(lang, wanted, "{name}: {}", document.id);
            }
        }
    }
}

#[test]
fn every_commitment_of_an_excerpt_is_the_municipalitys_and_placed_by_us() {
    for (name, _, version) in excerpts() {
        for commitment in &version.commitments {
            let party = commitment.party.as_ref().map(Id::as_str);
            assert_eq!(party, Some(name), "{}", commitment.id);
            assert!(!commitment.steps.is_empty(), "{name}: {}", commitment.id);
            assert_eq!(
                commitment.placed_by,
                Some(PlacedBy::Editor),
                "{name}: {}",
                commitment.id
            );
        }
    }
}
