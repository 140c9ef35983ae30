//! The laws of the band: they hold for 1 to 12 versions and 0 to 400 items in a version.

use proptest::prelude::*;
use transition_map::contract::word::Content;
use transition_map::contract::{Id, Kind, Part, Step};
use transition_map::journey::rollout::Window;
use transition_map::journey::strands::Bundle;
use transition_map::journey::{
    Journey, Mark, Place, Rollout, Spiral, Stretch, Turn, Weave, travel,
};

fn place(i: usize, step: usize, time: Option<(f64, Option<f64>)>) -> Place {
    let words = [
        "Energiplan",
        "Utveckla byggåterbruk i hela kommunkoncernen",
        "Kraftsamling för cirkulär ekonomi och delning",
    ];
    Place {
        id: Id(format!("item-{i}")),
        item: i,
        kind: Kind::ALL[i % Kind::ALL.len()],
        part: Part::ALL[i % Part::ALL.len()],
        step: Step::ALL.get(step).copied(),
        time: time.map(|(start, length)| Stretch {
            start: Some(start),
            end: length.map(|l| start + l),
            loose: length.is_none(),
            ongoing: length.is_none(),
        }),
        title: words[i % words.len()].to_owned(),
        badge: None,
    }
}

fn journey(versions: usize, focus: usize, places: Vec<Place>) -> Journey {
    let turns = (0..versions + 4)
        .map(|k| Turn {
            label: format!("{}", 2020 + k),
            at: 2020.9 + k as f64,
            dated: true,
            content: (k < versions).then_some(Content::Full),
            items: [0; 6],
        })
        .collect();
    let mut journey = Journey {
        turns,
        focus,
        places,
    };
    journey
        .places
        .sort_by_key(|p| p.step.map_or(6, |s| s as usize));
    journey
}

prop_compose! {
    fn some_journey()(versions in 1_usize..=12)(
        focus in 0..versions,
        versions in Just(versions),
        places in prop::collection::vec((0_usize..7, prop::option::of((2020.0..2045.0, prop::option::of(0.0..6.0)))), 0..=400),
    ) -> Journey {
        journey(versions, focus, places.into_iter().enumerate().map(|(i, (step, time))| place(i, step, time)).collect())
    }
}

fn apart(marks: &[Mark]) -> Result<(), TestCaseError> {
    for (i, a) in marks.iter().enumerate() {
        for b in &marks[i + 1..] {
            prop_assert!(
                a.at.distance(b.at) >= a.radius + b.radius,
                "{a:?} and {b:?}"
            );
        }
    }
    Ok(())
}

fn rollout(journey: &Journey, width: f64) -> Rollout {
    Rollout::new(
        journey,
        width,
        Window {
            years: None,
            today: 2026.9,
            folded: &[],
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn on_the_map_no_two_marks_overlap_and_every_mark_lies_in_its_cell(
        journey in some_journey(), width in 320.0..1600.0, height in 420.0..1100.0
    ) {
        let spiral = Spiral::new(&journey, width, height);
        apart(&spiral.marks)?;
        for mark in &spiral.marks {
            if let Some(step) = journey.places[mark.place].step {
                prop_assert!(spiral.holds(journey.focus, step, mark.at, mark.radius));
            } else {
                prop_assert!(mark.at.y > spiral.centre.y + spiral.rim.1);
            }
        }
    }

    #[test]
    fn on_the_map_every_item_has_a_mark_or_is_counted(journey in some_journey(), width in 320.0..1600.0) {
        let spiral = Spiral::new(&journey, width, 900.0);
        let crowded: usize = spiral.cells.iter().filter(|c| c.crowded.is_some()).map(|c| c.count).sum();
        let outside = spiral.outside.as_ref().filter(|o| o.crowded.is_some()).map_or(0, |o| o.count);
        prop_assert_eq!(spiral.marks.len() + crowded + outside, journey.places.len());
    }

    #[test]
    fn on_the_map_marks_follow_the_band(journey in some_journey()) {
        let spiral = Spiral::new(&journey, 1000.0, 900.0);
        let places: Vec<usize> = spiral.marks.iter().map(|m| m.place).collect();
        prop_assert!(places.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn in_the_roadmap_no_two_marks_overlap_and_every_item_has_one(journey in some_journey(), width in 320.0..1600.0) {
        let rollout = rollout(&journey, width);
        prop_assert_eq!(rollout.marks.len(), journey.places.len());
        apart(&rollout.marks)?;
        for mark in &rollout.marks {
            prop_assert!(mark.at.x >= 0.0 && mark.at.x <= rollout.width && mark.at.y <= rollout.height);
        }
    }

    #[test]
    fn in_the_roadmap_rows_and_chips_never_overlap(journey in some_journey(), width in 320.0..1600.0) {
        let rollout = rollout(&journey, width);
        prop_assert!(rollout.rows.windows(2).all(|w| w[0].top + w[0].height <= w[1].top + 1e-9));
        for (i, a) in rollout.chips.iter().enumerate() {
            for b in &rollout.chips[i + 1..] {
                let across = a.frame.1 + a.frame.2 <= b.frame.1 + 1e-9 || b.frame.1 + b.frame.2 <= a.frame.1 + 1e-9;
                let down = a.frame.0 + a.frame.3 <= b.frame.0 + 1e-9 || b.frame.0 + b.frame.3 <= a.frame.0 + 1e-9;
                prop_assert!(across || down);
            }
        }
    }

    #[test]
    fn on_paper_every_row_chip_and_mark_lies_whole_in_one_piece(journey in some_journey(), width in 320.0..1600.0) {
        let whole = rollout(&journey, width);
        let edges = whole.pieces();
        prop_assert_eq!(edges[0].0, 0.0);
        prop_assert_eq!(edges[edges.len() - 1].1, whole.height);
        prop_assert!(edges.windows(2).all(|pair| pair[0].1 == pair[1].0));
        let pieces: Vec<Rollout> = edges.iter().map(|it| whole.piece(*it)).collect();
        let count = |of: fn(&Rollout) -> usize| pieces.iter().map(of).sum::<usize>();
        prop_assert_eq!(count(|it| it.rows.len()), whole.rows.len());
        prop_assert_eq!(count(|it| it.chips.len()), whole.chips.len());
        prop_assert_eq!(count(|it| it.groups.len()), whole.groups.len());
        prop_assert_eq!(count(|it| it.marks.len()), whole.marks.len());
        prop_assert_eq!(pieces[0].signings.len(), whole.signings.len());
        for (piece, (from, to)) in pieces.iter().zip(&edges) {
            let within = |top: f64, height: f64| *from <= top + 0.5 && top + height <= to + 0.5;
            prop_assert!(piece.rows.iter().all(|it| within(it.top, it.height)));
            prop_assert!(piece.chips.iter().all(|it| within(it.frame.0, it.frame.3)));
            // A page of any shape has room for a piece; one that is higher could not be divided.
            let least = piece.rows.len() <= 1 && piece.chips.len() <= 5;
            prop_assert!(to - from <= 330.0 || least, "{from} to {to}");
            // No heading ends a page: what it names follows it.
            let follows = |top: f64| {
                piece.rows.iter().any(|it| it.top > top) || piece.lanes.iter().any(|it| it.top == top && it.folded)
            };
            prop_assert!(piece.lanes.iter().filter(|it| it.top >= *from).all(|it| follows(it.top)));
        }
    }

    #[test]
    fn on_paper_every_strand_lies_whole_in_one_piece(counts in proptest::collection::vec(1_usize..30, 1..6), versions in 1_usize..8, width in 320.0..1600.0) {
        let mut number = 0;
        let bundles: Vec<Bundle> = counts.iter().map(|count| {
            let strands = (0..*count).map(|_| { number += 1; (number, "En lång rubrik om något ".repeat(number % 4 + 1)) }).collect();
            Bundle { name: "Part".to_owned(), strands }
        }).collect();
        let weave = Weave::new(&bundles, versions, width);
        let pieces = weave.pieces();
        prop_assert_eq!(pieces[0].0, 0.0);
        prop_assert_eq!(pieces[pieces.len() - 1].1, weave.height);
        prop_assert!(pieces.windows(2).all(|pair| pair[0].1 == pair[1].0));
        let whole = |top: f64, foot: f64| pieces.iter().any(|(from, to)| *from <= top + 0.5 && foot <= to + 0.5);
        prop_assert!(weave.rows.iter().all(|it| whole(it.top, it.top + it.height)));
        for (bundle, at) in &weave.headings {
            let first = weave.row(bundles[*bundle].strands[0].0).expect("it is shown");
            prop_assert!(whole(at.y - 20.0, first.top + first.height), "a heading stays with its first strand");
        }
        prop_assert!(pieces.iter().all(|(from, to)| to - from <= 420.0), "{pieces:?}");
    }

    #[test]
    fn the_band_is_continuous_and_grows_outwards(journey in some_journey(), width in 320.0..1600.0) {
        let spiral = Spiral::new(&journey, width, 900.0);
        let rollout = rollout(&journey, width);
        let turns = journey.turns.len() as f64;
        for share in [0.0, 0.3, 1.0] {
            let points = travel::band(&spiral, &rollout, 0.0, turns, share);
            let longest = points.windows(2).map(|w| w[0].distance(w[1])).fold(0.0, f64::max);
            prop_assert!(longest < width.max(900.0) / 5.0, "a jump of {longest}");
        }
        let wound = travel::band(&spiral, &rollout, 0.0, turns, 0.0);
        let radii: Vec<f64> = wound.iter().map(|p| p.distance(spiral.centre)).collect();
        prop_assert!(radii.windows(2).all(|w| w[1] >= w[0] - 1e-6));
        let rolled = travel::band(&spiral, &rollout, 0.0, turns, 1.0);
        prop_assert!(rolled.windows(2).all(|w| w[1].x >= w[0].x - 1e-6 && (w[1].y - w[0].y).abs() < 1e-9));
    }

    #[test]
    fn the_travel_starts_on_the_map_and_ends_on_the_roadmap(journey in some_journey(), s in 0.0..1.0) {
        let spiral = Spiral::new(&journey, 1000.0, 900.0);
        let rollout = rollout(&journey, 1000.0);
        let s = s * journey.turns.len() as f64;
        prop_assert!(travel::band(&spiral, &rollout, s, s + 0.01, 0.0)[0].distance(spiral.band(s)) < 1e-9);
        prop_assert!(travel::band(&spiral, &rollout, s, s + 0.01, 1.0)[0].distance(rollout.band(s)) < 1e-9);
    }

    #[test]
    fn the_stretches_cover_the_band_once(journey in some_journey()) {
        let stretches = travel::stretches(&journey);
        prop_assert!(stretches[0].0 == 0.0 && stretches.windows(2).all(|w| w[0].1 == w[1].0));
        prop_assert_eq!(stretches[3].1, journey.turns.len() as f64);
        prop_assert_eq!(stretches[2].1, journey.versions() as f64, "what is known is not drawn as still to come");
    }

    #[test]
    fn an_item_keeps_its_identity_in_both_projections(journey in some_journey()) {
        let spiral = Spiral::new(&journey, 1000.0, 900.0);
        let rollout = rollout(&journey, 1000.0);
        for mark in &spiral.marks {
            prop_assert_eq!(rollout.marks.iter().filter(|m| m.place == mark.place).count(), 1);
        }
    }

    #[test]
    fn labels_of_signings_never_touch(journey in some_journey(), width in 320.0..1600.0) {
        use transition_map::journey::label;
        let rollout = rollout(&journey, width);
        let shown: Vec<_> = rollout.signings.iter().filter_map(|s| Some((s.label?, label::width(&journey.turns[s.turn].label, 14.0)))).collect();
        for (i, (a, wide)) in shown.iter().enumerate() {
            for (b, other) in &shown[i + 1..] {
                prop_assert!((a.y - b.y).abs() > 14.0 || (a.x - b.x).abs() >= (wide + other) / 2.0);
            }
        }
    }
}

#[test]
fn easing_goes_from_start_to_end() {
    assert!(travel::ease(0.0).abs() < 1e-12 && (travel::ease(1.0) - 1.0).abs() < 1e-12);
}

#[test]
fn an_element_without_a_width_yet_does_no_harm() {
    let journey = journey(
        3,
        1,
        (0..20)
            .map(|i| place(i, i % 7, (i % 2 == 0).then_some((2024.0, None))))
            .collect(),
    );
    for (width, height) in [(0.0, 0.0), (1.0, 2000.0), (60.0, 10.0)] {
        let _ = Spiral::new(&journey, width, height);
        let _ = rollout(&journey, width);
    }
}
