//! Snippets: what they look like, that they lead back to what was shown, and that the plugin knows what it is told.

use proptest::prelude::*;
use transition_map::contract::{Change, Id, Lang, Step};
use transition_map::portfolio::{Axis, Sort};
use transition_map::share::{LOCAL, Snippet, is_only_here};
use transition_map::state::{Form, Group, State, Theme, View, read};

use crate::{attribute, snippet, text};

/// A state in which everything that an address holds differs from the default.
fn everything() -> State {
    State {
        contract: "umea,../a/b.json,https://a.example/x%2Cy.json?z=1".to_owned(),
        view: View::Portfolio,
        form: Form::List,
        compare: Some("2023".to_owned()),
        change: Some(Change::Sharpened),
        group: Group::Focus,
        rows: Axis::Lever,
        columns: Axis::Status,
        sort: Sort::Cost,
        step: Some(Step::Action),
        item: Some(Id::from("klimatinvesteringsplan")),
        focus: Some(Id::from("energi")),
        party: Some(Id::from("umea")),
        query: "buss & tåg \"100%\"".to_owned(),
        from: Some(2020),
        to: Some(2035),
        lang: Lang::En,
        theme: Some(Theme::Contrast),
        ..State::default()
    }
}

fn query(address: &str) -> &str {
    &address[address.find('?').expect("it has a query")..]
}

#[test]
fn the_forms_of_three_states_are_these() {
    let pinned = State {
        contract: "lund".to_owned(),
        view: View::Roadmap,
        theme: Some(Theme::Dark),
        ..State::default()
    };
    let rows = [
        snippet(State::default()),
        Snippet {
            app: "http://localhost:8080/karta/index.html?x#y".to_owned(),
            height: 900,
            follows: false,
            version: "2025/26".to_owned(),
            title: String::new(),
            ..snippet(pinned)
        },
        Snippet {
            app: "https://a.example".to_owned(),
            title: "Umeå \"2030\" & framåt".to_owned(),
            state: State {
                contract: "umea,../a/b.json,https://a.example/x%2Cy.json?z=1".to_owned(),
                ..everything()
            },
            ..snippet(State::default())
        },
    ];
    let forms = rows.map(|it| {
        [
            it.address(),
            it.iframe(),
            it.element(),
            it.shortcode().unwrap_or_default(),
        ]
        .join("\n\n")
    });
    insta::assert_snapshot!(forms.join("\n\n----\n\n"));
}

#[test]
fn the_address_leads_to_what_was_shown_standing_alone() {
    for state in [State::default(), everything()] {
        let it = snippet(state.clone());
        let alone = State {
            embed: true,
            ..state.clone()
        };
        assert_eq!(read(query(&it.address())), (alone.clone(), vec![]));
        assert_eq!(
            read(query(&attribute(&it.iframe(), "src"))),
            (alone.clone(), vec![]),
            "and so does the frame"
        );
        let link = attribute(&it.iframe(), "href");
        let at = link.find('?').unwrap_or(link.len());
        assert_eq!(
            read(&link[at..]),
            (state, vec![]),
            "the link has the whole page"
        );
    }
}

#[test]
fn a_version_is_said_only_when_it_is_to_stay() {
    let chosen = State {
        version: Some("2022".to_owned()),
        ..State::default()
    };
    let version = |follows, version: &str| {
        let it = Snippet {
            follows,
            version: version.to_owned(),
            ..snippet(chosen.clone())
        };
        let of_element = it.element().contains(" v=\"");
        let of_shortcode = it
            .shortcode()
            .expect("it is allowed")
            .contains(" version=\"");
        let read = read(query(&it.address())).0.version;
        assert_eq!([of_element, of_shortcode], [read.is_some(); 2]);
        read
    };
    assert_eq!(version(true, "2024"), None);
    assert_eq!(version(false, "2024").as_deref(), Some("2024"));
    assert_eq!(version(false, ""), None);
}

#[test]
fn what_only_traces_a_link_and_the_view_that_hands_on_stay_behind() {
    let state = read("?view=share&fbclid=1&utm_source=x").0;
    assert_eq!(state.other.len(), 2, "they are there before");
    let it = snippet(state);
    assert_eq!(it.address(), "https://karta.example/?embed=1");
    assert!(!it.element().contains("view"));
}

#[test]
fn the_program_lies_beside_the_app() {
    for (app, program) in [
        ("https://a.example", "https://a.example/embed.js"),
        ("https://a.example/", "https://a.example/embed.js"),
        ("https://a.example/x/", "https://a.example/x/embed.js"),
        (
            "https://a.example/x/index.html",
            "https://a.example/x/embed.js",
        ),
        (
            "https://a.example/x/?a=/b/#/c/",
            "https://a.example/x/embed.js",
        ),
        ("file:///home/a/index.html", "embed.js"),
        ("javascript:alert(1)//", "embed.js"),
    ] {
        let it = Snippet {
            app: app.to_owned(),
            ..snippet(State::default())
        };
        assert_eq!(attribute(&it.element(), "src"), program);
        let program_of_frame = it
            .iframe()
            .lines()
            .last()
            .map(|line| attribute(line, "src"));
        assert_eq!(program_of_frame.as_deref(), Some(program));
    }
}

#[test]
fn the_height_is_kept_within_what_a_page_can_bear() {
    for (asked, given) in [(0, "200"), (200, "200"), (2000, "2000"), (u32::MAX, "2000")] {
        let it = Snippet {
            height: asked,
            ..snippet(State::default())
        };
        assert_eq!(attribute(&it.iframe(), "height"), given);
    }
}

#[test]
fn a_contract_that_was_opened_from_a_file_cannot_be_handed_on() {
    for (contract, only_here) in [
        ("orebro", false),
        ("egen-filial", false),
        (LOCAL, true),
        ("egen-fil-2", true),
        ("orebro,egen-fil-3", true),
    ] {
        let state = State {
            contract: contract.to_owned(),
            ..State::default()
        };
        assert_eq!(is_only_here(&state), only_here, "{contract}");
        assert_eq!(
            snippet(state).shortcode().is_none(),
            only_here,
            "{contract}"
        );
    }
}

#[test]
fn a_shortcode_is_written_only_when_the_plugin_shows_the_same() {
    let code = |contract: &str, version: &str| {
        let state = State {
            contract: contract.to_owned(),
            ..State::default()
        };
        Snippet {
            follows: version.is_empty(),
            version: version.to_owned(),
            ..snippet(state)
        }
        .shortcode()
    };
    for contract in [
        "lund",
        "lund.json",
        "../a/b_c.json",
        "lund,umea",
        "https://karta.example/a?b=1",
    ] {
        assert!(code(contract, "2025/26").is_some(), "{contract}");
    }
    for contract in [
        "/a.json",
        "a/b",
        "a b.json",
        "å.json",
        ".json",
        "http://karta.example/a.json",
        "https://other.example/a.json",
        "https://karta.example.evil.example/a.json",
        "https://karta.example/a]b",
        "https://karta.example/a\"b",
        "lund,https://other.example/a.json",
    ] {
        assert_eq!(code(contract, ""), None, "{contract}");
    }
    assert!(code("lund", "2024 (EU)").is_some());
    assert_eq!(code("lund", "2024 <EU>"), None);
    assert_eq!(code("lund", &"å".repeat(201)), None);
}

/// A list of the plugin's words: what stands between quotes in the lines of a constant.
fn of_plugin(constant: &str) -> Vec<String> {
    let plugin = text("public/wordpress/omstallningskartan.php");
    let (_, after) = plugin.split_once(constant).expect("the plugin has it");
    let block = after.split(");").next().expect("a split has a first part");
    let quoted = block.split('\'').skip(1).step_by(2);
    quoted.map(str::to_owned).collect()
}

#[test]
fn the_plugin_knows_what_a_shortcode_tells_it() {
    let it = Snippet {
        app: "https://a.example/".to_owned(),
        height: 800,
        follows: false,
        version: "2024".to_owned(),
        ..snippet(everything())
    };
    let code = it.shortcode().expect("all of it is allowed");
    let names: Vec<&str> = code
        .split("=\"")
        .filter_map(|part| part.rsplit(' ').next())
        .take(8)
        .collect();
    let (defaults, words) = (of_plugin("const DEFAULTS"), of_plugin("const CHOICES"));
    for name in &names {
        assert!(defaults.contains(&(*name).to_owned()), "{name} in {code}");
    }
    assert_eq!(names.len(), 8, "{code}");
    for view in View::ALL.iter().filter(|it| **it != View::Share) {
        assert!(words.contains(&view.as_str().to_owned()), "{view:?}");
    }
    let themes = Theme::ALL.iter().map(|it| it.as_str());
    let forms = Form::ALL.iter().map(|it| it.as_str());
    let langs = Lang::ALL.iter().map(|it| it.as_str());
    for word in themes.chain(forms).chain(langs) {
        assert!(words.contains(&word.to_owned()), "{word}");
    }
}

#[test]
fn a_frame_may_do_what_the_plugin_lets_it_do() {
    let sandbox = attribute(&snippet(State::default()).iframe(), "sandbox");
    let plugin = text("public/wordpress/omstallningskartan.php");
    assert!(plugin.contains(&format!("const SANDBOX = '{sandbox}';")));
}

proptest! {
    #[test]
    fn any_words_come_back_from_the_address(query_text in any::<String>(), item in "\\PC{1,20}", version in "\\PC{1,20}") {
        let state = State {
            query: query_text,
            item: Some(Id::from(item.as_str())),
            ..State::default()
        };
        let it = Snippet { follows: false, version: version.clone(), ..snippet(state.clone()) };
        let expected = State { version: Some(version), embed: true, ..state };
        prop_assert_eq!(read(query(&attribute(&it.iframe(), "src"))), (expected, vec![]));
    }
}
