//! What every action does, and what none may do.

use super::*;
use crate::state::sample;

fn after(start: &State, actions: impl IntoIterator<Item = Action>) -> State {
    let contract = sample::contract();
    actions.into_iter().fold(start.clone(), |state, action| {
        state.apply(action, Some(&contract))
    })
}

fn focus(label: &str) -> Action {
    Action::FocusVersion(label.to_owned())
}

#[test]
fn what_the_contract_lacks_changes_nothing() {
    let start = after(&State::default(), [Action::Select("elbussar".into())]);
    assert_eq!(start.item, Some("elbussar".into()));
    let lacking = [
        focus("1066"),
        Action::Select("plan-2024".into()),
        Action::FilterFocus(Some("rymden".into())),
        Action::FilterParty(Some("ingen".into())),
        Action::Range(Some(2030), Some(2020)),
        Action::Range(Some(3), None),
    ];
    for action in lacking {
        assert_eq!(after(&start, [action.clone()]), start, "{action:?}");
    }
}

#[test]
fn without_a_contract_the_app_still_answers() {
    let state = State::default();
    assert_eq!(state.apply(Action::Speak(Lang::En), None).lang, Lang::En);
    for action in [
        focus("2024"),
        Action::NextVersion,
        Action::PreviousVersion,
        Action::Select("mal".into()),
    ] {
        assert_eq!(state.apply(action, None), state);
    }
}

#[test]
fn the_selection_follows_to_a_version_that_has_the_item() {
    let start = after(&State::default(), [Action::Select("mal".into())]);
    assert_eq!(after(&start, [focus("2024")]).item, Some("mal".into()));
    assert_eq!(after(&start, [focus("2023")]).item, None);
    let bus = after(
        &State::default(),
        [Action::Select("elbussar".into()), focus("2024")],
    );
    assert_eq!(bus.item, None);
}

#[test]
fn next_and_previous_stop_at_the_ends() {
    let labels = |action: Action| {
        let mut state = State::default();
        std::iter::repeat_with(|| {
            state = after(&state, [action.clone()]);
            state.version.clone().unwrap_or_default()
        })
        .take(4)
        .collect::<Vec<_>>()
    };
    assert_eq!(
        labels(Action::PreviousVersion),
        ["2024", "2023", "2023", "2023"]
    );
    assert_eq!(
        labels(Action::NextVersion),
        ["2026", "2026", "2026", "2026"]
    );
}

#[test]
fn another_contract_starts_afresh_in_the_same_view() {
    let busy = State {
        view: View::Roadmap,
        form: Form::List,
        version: Some("2024".into()),
        step: Some(Step::System),
        item: Some("mal".into()),
        focus: Some("energi".into()),
        party: Some("verket".into()),
        query: "buss".into(),
        from: Some(2020),
        to: Some(2030),
        lang: Lang::En,
        theme: Some(Theme::Dark),
        other: vec![("utm_source".into(), "brev".into())],
        ..State::default()
    };
    let expected = State {
        contract: "lund".into(),
        view: View::Roadmap,
        form: Form::List,
        lang: Lang::En,
        theme: Some(Theme::Dark),
        other: busy.other.clone(),
        ..State::default()
    };
    assert_eq!(after(&busy, [Action::Opened("lund".into())]), expected);
    assert_eq!(
        after(&busy, [Action::Opened(busy.contract.clone())]),
        busy,
        "the same one keeps its place"
    );
}

#[test]
fn clearing_the_filters_keeps_the_place() {
    let place = State {
        item: Some("mal".into()),
        from: Some(2020),
        ..State::default()
    };
    let filtered = after(
        &place,
        [
            Action::FilterStep(Some(Step::Action)),
            Action::FilterFocus(Some("resor".into())),
            Action::FilterParty(Some("verket".into())),
            Action::Search("buss".into()),
        ],
    );
    assert!(filtered.has_filter());
    assert_eq!(after(&filtered, [Action::ClearFilters]), place);
}

#[test]
fn back_keeps_the_folded_lanes_and_drops_what_is_gone() {
    let folded = after(&State::default(), [Action::Fold(Part::Goals)]);
    let back = State {
        view: View::Roadmap,
        item: Some("borta".into()),
        ..State::default()
    };
    let expected = State {
        view: View::Roadmap,
        collapsed: folded.collapsed.clone(),
        ..State::default()
    };
    assert_eq!(after(&folded, [Action::Go(Box::new(back))]), expected);
    assert_eq!(
        after(&folded, [Action::Fold(Part::Goals)]),
        State::default()
    );
    let elsewhere = State {
        contract: "lund".into(),
        item: Some("annat".into()),
        ..State::default()
    };
    assert_eq!(
        after(&State::default(), [Action::Go(Box::new(elsewhere.clone()))]),
        elsewhere,
        "not judged by this contract"
    );
}

/// A state in which these contracts are open, and much is chosen in the one in front.
fn several(contract: &str) -> State {
    State {
        contract: contract.into(),
        view: View::Commitments,
        form: Form::List,
        version: Some("2024".into()),
        compare: Some("2023".into()),
        change: Some(Change::New),
        group: Group::Focus,
        step: Some(Step::System),
        item: Some("mal".into()),
        focus: Some("energi".into()),
        party: Some("verket".into()),
        query: "buss".into(),
        from: Some(2020),
        to: Some(2030),
        lang: Lang::En,
        theme: Some(Theme::Dark),
        ..State::default()
    }
}

/// What is left of it when another comes to the front: what is asked of every contract.
fn turned(contract: &str) -> State {
    State {
        contract: contract.into(),
        view: View::Commitments,
        form: Form::List,
        group: Group::Focus,
        step: Some(Step::System),
        query: "buss".into(),
        lang: Lang::En,
        theme: Some(Theme::Dark),
        ..State::default()
    }
}

#[test]
fn what_comes_to_the_front_leaves_behind_what_belongs_to_the_one_before() {
    let start = several("a,b,c");
    let front = |reference: &str| after(&start, [Action::Front(reference.into())]);
    assert_eq!(front("c"), turned("c,a,b"));
    assert!(front("c").is_step_from(&start), "Back undoes it");
    assert_eq!(front("a"), start, "it is there already");
    assert_eq!(front("d"), start, "it is not open");
}

#[test]
fn another_is_added_once_and_the_place_is_kept() {
    let start = several("a,b");
    let add = |reference: &str| after(&start, [Action::Add(reference.into())]);
    assert_eq!(add("c"), several("a,b,c"));
    assert_eq!(add("b"), start);
    assert!(add("c").is_step_from(&start));
}

#[test]
fn one_is_left_out_but_not_the_last() {
    let leave = |contract: &str, reference: &str| {
        after(&several(contract), [Action::Leave(reference.into())])
    };
    assert_eq!(leave("a,b,c", "b"), several("a,c"));
    assert_eq!(leave("a,b,c", "a"), turned("b,c"));
    assert_eq!(leave("a,b", "d"), several("a,b"));
    assert_eq!(leave("a", "a"), several("a"));
}

#[test]
fn the_others_stay_when_the_one_in_front_is_opened_again() {
    let start = State {
        contract: "a,b".into(),
        item: Some("mal".into()),
        ..State::default()
    };
    let opened = |references: &str| after(&start, [Action::Opened(references.into())]);
    assert_eq!(opened("a,b"), start);
    assert_eq!(
        opened("a,b,c"),
        State {
            contract: "a,b,c".into(),
            ..start.clone()
        }
    );
    assert_eq!(
        opened("b,a"),
        State {
            contract: "b,a".into(),
            ..State::default()
        },
        "another in front starts afresh"
    );
    let back = State {
        contract: "a".into(),
        item: Some("borta".into()),
        ..State::default()
    };
    assert_eq!(
        after(&start, [Action::Go(Box::new(back))]).item,
        None,
        "judged by the contract in front, whatever stands beside it"
    );
}

#[test]
fn rows_and_columns_of_the_portfolio_change_places_rather_than_be_the_same() {
    let axes = |actions: Vec<Action>| {
        let state = after(&State::default(), actions);
        (state.rows, state.columns)
    };
    assert_eq!(
        axes(vec![Action::Rows(Axis::Lever)]),
        (Axis::Lever, Axis::Process)
    );
    assert_eq!(
        axes(vec![Action::Rows(Axis::Process)]),
        (Axis::Process, Axis::Focus)
    );
    assert_eq!(
        axes(vec![Action::Columns(Axis::Focus)]),
        (Axis::Process, Axis::Focus)
    );
}
