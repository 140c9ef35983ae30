//! The laws of the URL: what is written is read back, and nothing that is read can break the app.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::state::sample;

/// Any state that reading and acting can lead to, its folded lanes aside.
fn states() -> impl Strategy<Value = State> {
    let reference = select(vec![
        "orebro",
        "lund",
        "a/b c.json",
        "../å.json?x=1&y=2",
        "https://a.se:80/b%2Cc+d.json",
    ]);
    let id = || of("\\PC{1,12}".prop_map(Id)).boxed();
    let range = of(YEARS).prop_flat_map(|from| {
        (
            Just(from),
            of(from.unwrap_or(*YEARS.start())..=*YEARS.end()),
        )
    });
    let name = "[a-zA-Z_%\\[\\]]{1,8}".prop_filter("ours", |name| {
        decode(name).is_none_or(|name| Parameter::parse(&name).is_none())
    });
    let screen = (
        vec(reference, 1..4),
        select(View::ALL),
        select(Form::ALL),
        (of(".{1,9}"), of(".{1,9}")),
        of(select(Step::ALL)),
    );
    let compared = (of(select(Change::ALL)), select(Group::ALL));
    let axes = (select(Axis::ALL), select(Axis::ALL), select(Sort::ALL));
    let axes = axes.prop_filter("two axes", |(rows, columns, _)| rows != columns);
    let compared = (compared, axes);
    let rest = (
        range,
        select(Lang::ALL),
        (of(select(Theme::ALL)), any::<bool>()),
        vec((name, "[a-z0-9%+=./?]{0,8}"), 0..4),
    );
    (screen, compared, (id(), id(), id(), any::<String>()), rest).prop_map(
        |(screen, ((change, group), (rows, columns, sort)), (item, focus, party, query), rest)| {
            let (references, view, form, (version, compare), step) = screen;
            let ((from, to), lang, (theme, embed), other) = rest;
            let mut contract: Vec<&str> = Vec::new();
            for it in references {
                if !contract.contains(&it) {
                    contract.push(it);
                }
            }
            let contract = contract.join(",");
            let collapsed = Vec::new();
            State {
                contract,
                view,
                form,
                version,
                compare,
                change,
                group,
                rows,
                columns,
                sort,
                step,
                item,
                focus,
                party,
                query,
                from,
                to,
                lang,
                theme,
                embed,
                collapsed,
                other,
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(state in states()) {
        let query = state.to_query();
        prop_assert!(!query.contains([' ', '#', '"', '<']) && query.is_ascii());
        prop_assert_eq!(read(&query), (state, vec![]));
    }

    #[test]
    fn nothing_that_is_read_can_break_the_app(query in "[?&=%+#,a-zåäö0-9 \u{0}\\PC]{0,60}") {
        let (mut state, _) = read(&query);
        prop_assert_eq!(&read(&state.to_query()).0, &state);
        state.settle(&sample::contract());
    }

    #[test]
    fn a_junk_value_changes_nothing_and_is_told(
        parameter in select(vec!["contract", "view", "as", "step", "from", "to", "lang", "theme"]),
        junk in "[A-Z!§ ]{1,9}",
    ) {
        let (state, notices) = read(&format!("{parameter}={}", encode(&junk)));
        prop_assert_eq!(state, State::default());
        prop_assert_eq!(notices.iter().map(|it| it.parameter.as_str()).collect::<Vec<_>>(), [parameter]);
        prop_assert_eq!(&notices[0].value, &junk);
    }
}

/// The query that a query becomes, and its notices as `parameter=value fault`.
fn again(query: &str) -> (String, Vec<String>) {
    let (state, notices) = read(query);
    let told = |it: &Notice| format!("{}={} {:?}", it.parameter.as_str(), it.value, it.fault);
    (state.to_query(), notices.iter().map(told).collect())
}

#[test]
fn only_what_differs_is_written_and_in_a_fixed_order() {
    let rows = [
        ("", ""),
        ("?", ""),
        ("?contract=orebro&view=map&as=graphic&lang=sv&q=&step=", ""),
        ("lang=en&view=roadmap", "?view=roadmap&lang=en"),
        (
            "?theme=dark&to=2030&from=2024&q=buss+och%20t%C3%A5g",
            "?q=buss%20och%20t%C3%A5g&from=2024&to=2030&theme=dark",
        ),
        (
            "?v=2025%2F26&item=a1&focus=energi&party=orebro",
            "?v=2025/26&item=a1&focus=energi&party=orebro",
        ),
        (
            "?contract=orebro,https%3A%2F%2Fa.se%2Fb.json",
            "?contract=orebro,https://a.se/b.json",
        ),
        ("?contract=lund,orebro,lund", "?contract=lund,orebro"),
        ("?contract=orebro,orebro", ""),
        (
            "?utm_source=brev%E5&view=roadmap&c[]=1&c[]=2&debug&embed=1",
            "?view=roadmap&embed=1&utm_source=brev%E5&c[]=1&c[]=2&debug",
        ),
        ("?compare=2024&&=&as=list#top", "?as=list&compare=2024"),
    ];
    for (query, expected) in rows {
        assert_eq!(again(query), (expected.to_owned(), vec![]), "{query}");
    }
}

#[test]
fn what_is_wrong_is_left_out_and_told() {
    let rows: [(&str, &str, &[&str]); 13] = [
        ("view=start", "", &["view=start Unknown"]),
        (
            "view=Map&as=table",
            "",
            &["view=Map Unknown", "as=table Unknown"],
        ),
        (
            "step=4&lang=fi&theme=blue",
            "",
            &["step=4 Unknown", "lang=fi Unknown", "theme=blue Unknown"],
        ),
        (
            "from=1899&to=2201",
            "",
            &["from=1899 Unknown", "to=2201 Unknown"],
        ),
        (
            "from=+2024&to=2030.5",
            "",
            &["from= 2024 Unknown", "to=2030.5 Unknown"],
        ),
        (
            "from=2031&to=2030",
            "",
            &["from=2031 Reversed", "to=2030 Reversed"],
        ),
        ("from=2030&to=2030", "?from=2030&to=2030", &[]),
        (
            "lang=en&lang=sv&lang=en",
            "?lang=en",
            &["lang=sv Repeated", "lang=en Repeated"],
        ),
        (
            "view=x&view=roadmap",
            "",
            &["view=x Unknown", "view=roadmap Repeated"],
        ),
        ("q=%E5", "", &["q=%E5 Garbled"]),
        (
            "contract=javascript:alert(1)",
            "",
            &["contract=javascript:alert(1) Refused"],
        ),
        (
            "contract=lund,//evil.example/a.json",
            "?contract=lund",
            &["contract=//evil.example/a.json Refused"],
        ),
        (
            "contract=data:,{}",
            "",
            &["contract=data: Refused", "contract={} Refused"],
        ),
    ];
    for (query, expected, told) in rows {
        let told: Vec<String> = told.iter().map(|&it| it.to_owned()).collect();
        assert_eq!(again(query), (expected.to_owned(), told), "{query}");
    }
}

#[test]
fn what_the_contract_lacks_is_left_out_and_told() {
    let contract = sample::contract();
    let rows: [(&str, &str, &[&str]); 5] = [
        (
            "v=2024&item=mal&focus=energi&party=verket",
            "?v=2024&item=mal&focus=energi&party=verket",
            &[],
        ),
        ("v=1066&item=elbussar", "?item=elbussar", &["v"]),
        ("v=2024&item=elbussar", "?v=2024", &["item"]),
        ("v=2026", "?v=2026", &[]),
        (
            "item=x&focus=y&party=z&q=x",
            "?q=x",
            &["item", "focus", "party"],
        ),
    ];
    for (query, expected, told) in rows {
        let (mut state, _) = read(query);
        let notices = state.settle(&contract);
        assert_eq!(state.to_query(), expected, "{query}");
        assert_eq!(
            notices
                .iter()
                .map(|it| it.parameter.as_str())
                .collect::<Vec<_>>(),
            told,
            "{query}"
        );
        assert!(notices.iter().all(|it| it.fault == Fault::Missing));
    }
}

#[test]
fn the_rows_are_never_what_the_columns_are() {
    let axes = |query: &str| {
        let (state, notices) = read(query);
        (state.rows, state.columns, notices.len())
    };
    assert_eq!(axes(""), (Axis::Focus, Axis::Process, 0));
    assert_eq!(axes("rows=process"), (Axis::Process, Axis::Focus, 0));
    assert_eq!(axes("columns=focus"), (Axis::Process, Axis::Focus, 0));
    assert_eq!(
        axes("rows=lever&columns=lever"),
        (Axis::Focus, Axis::Process, 1)
    );
}
