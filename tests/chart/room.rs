//! No words in a chart meet others, and none leave it: for every contract that is shipped, and for any other.

use proptest::prelude::*;
use transition_map::chart::{Chart, Frame, charts};
use transition_map::contract::Contract;

use super::samples::any_contract;
use super::{LANGUAGES, WIDTHS, all_shipped};

fn words(chart: &Chart) -> Vec<(String, Frame)> {
    let frame =
        |mark: &transition_map::chart::Mark| Some((format!("{mark:?}"), mark.text_frame()?));
    chart.marks.iter().filter_map(frame).collect()
}

/// What is wrong with the words of a chart, if anything is.
fn crowded(chart: &Chart) -> Option<String> {
    let words = words(chart);
    let (w, h) = chart.size;
    // A quarter of a pixel is how finely things are placed.
    let outside = |it: &Frame| {
        it.x < -0.25 || it.y < -0.25 || it.x + it.w > w + 0.25 || it.y + it.h > h + 0.25
    };
    if let Some((mark, _)) = words.iter().find(|it| outside(&it.1)) {
        return Some(format!("{mark} leaves {:?}", chart.size));
    }
    for (k, (mark, frame)) in words.iter().enumerate() {
        for (other, near) in &words[k + 1..] {
            if frame.meets(near) {
                return Some(format!("{mark} meets {other}"));
            }
        }
    }
    None
}

fn crowded_in(contract: &Contract) -> Option<String> {
    for at in 0..contract.versions.len() {
        for lang in LANGUAGES {
            for width in WIDTHS {
                for chart in charts(contract, at, lang, width) {
                    if let Some(what) = crowded(&chart) {
                        return Some(format!(
                            "{:?} of version {at}, {lang:?}, {width}: {what}",
                            chart.kind
                        ));
                    }
                }
            }
        }
    }
    None
}

#[test]
fn no_words_meet_or_leave_the_chart_in_any_contract_that_is_shipped() {
    let mut seen = 0;
    for (name, contract) in all_shipped() {
        assert_eq!(crowded_in(&contract), None, "{name}");
        seen += charts(&contract, contract.versions.len() - 1, LANGUAGES[0], 640.0).len();
    }
    assert!(seen > 10, "there are charts to look at");
}

#[test]
fn words_that_meet_are_found() {
    let (_, contract) = all_shipped()
        .into_iter()
        .find(|it| it.0 == "orebro")
        .expect("Örebro");
    let mut chart = charts(&contract, 3, LANGUAGES[0], 640.0).remove(0);
    assert_eq!(crowded(&chart), None);
    let twice = chart
        .marks
        .iter()
        .find(|it| it.text_frame().is_some())
        .cloned();
    chart.marks.extend(twice);
    assert!(crowded(&chart).is_some_and(|it| it.contains("meets")));
    chart.marks.pop();
    chart.size.0 = 300.0;
    assert!(crowded(&chart).is_some_and(|it| it.contains("leaves")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn no_words_meet_or_leave_the_chart_in_any_contract(contract in any_contract()) {
        prop_assert_eq!(crowded_in(&contract), None);
    }
}
