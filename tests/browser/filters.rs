//! Search and filters: the same choice of items in every view.

use super::orebro;
use super::support::{DESKTOP, PROJECTOR, scenario};

/// Whether an item's own Swedish words hold this one.
fn holds(item: &orebro::Item, word: &str) -> bool {
    let responsible = item.json["responsible"].as_array();
    let responsible = responsible
        .into_iter()
        .flatten()
        .filter_map(|it| it.as_str());
    ["title", "summary", "role"]
        .map(|field| item.text(field))
        .into_iter()
        .chain(responsible)
        .any(|text| text.to_lowercase().contains(word))
}

#[tokio::test]
async fn a_search_narrows_the_list_and_the_roadmap_and_leaves_shadows_on_the_map() {
    scenario(PROJECTOR, async |page| {
        page.visit("").await;
        let all = orebro::items().len();
        let found = orebro::shown(|it| holds(it, "återbruk"));
        assert!(!found.is_empty() && found.len() < all / 2);
        page.write("input[type=search]", "Återbruk").await;
        page.until(
            "document.querySelector('svg [data-item][aria-hidden=true]')",
            "the map has shadows",
        )
        .await;
        assert_eq!(
            page.items("svg [data-item]:not([aria-hidden])").await,
            found
        );
        assert_eq!(
            page.count("svg [data-item][aria-hidden=true]").await,
            all - found.len()
        );
        assert!(
            page.text(".tm-found")
                .await
                .contains(&format!("{} av {all}", found.len()))
        );
        page.press("Färdplan").await;
        page.until_root("data-view", "roadmap").await;
        assert_eq!(page.items("svg [data-item]").await, found);
        page.press("Lista").await;
        page.until_root("data-as", "list").await;
        assert_eq!(page.items("li[data-item]").await, found);
        page.press("Visa allt igen").await;
        page.until_query("?view=roadmap&as=list").await;
        assert_eq!(page.items("li[data-item]").await, orebro::shown(|_| true));
        assert_eq!(
            page.field("Sök")
                .await
                .prop("value")
                .await
                .unwrap()
                .as_deref(),
            Some("")
        );
    })
    .await;
}

#[tokio::test]
async fn shadows_cannot_be_reached() {
    scenario(PROJECTOR, async |page| {
        page.visit("?q=%C3%A5terbruk").await;
        let (ghosts, reachable): (usize, usize) = page
            .js("((g) => [g.length, g.filter((e) => e.tabIndex >= 0 || e.getAttribute('role') || getComputedStyle(e).pointerEvents !== 'none').length])([...document.querySelectorAll('svg [data-item][aria-hidden=true]')])")
            .await;
        assert!(ghosts > 30 && reachable == 0, "{reachable} of {ghosts}");
        page.run("document.querySelector('svg [data-item][tabindex=\"0\"]').focus()").await;
        page.keys("End").await;
        let last = page.focused_item().await.unwrap();
        assert!(orebro::shown(|it| holds(it, "återbruk")).iter().any(|it| it.0 == last), "{last} is not among those found");
    })
    .await;
}

#[tokio::test]
async fn process_focus_area_and_party_each_choose_their_items() {
    scenario(DESKTOP, async |page| {
        page.visit("?as=list").await;
        for (step, name, _) in orebro::STEPS {
            page.choose("Process", name).await;
            page.until_query(&format!("?as=list&step={step}")).await;
            assert_eq!(
                page.items("li[data-item]").await,
                orebro::shown(|it| it.steps.iter().any(|it| it == step)),
                "{step}"
            );
        }
        page.choose("Process", "Alla").await;
        page.choose("Fokusområde", "Byggnation").await;
        page.until_query("?as=list&focus=byggnation").await;
        let in_area = |it: &orebro::Item| {
            it.json["focus_areas"]
                .as_array()
                .is_some_and(|all| all.contains(&"byggnation".into()))
        };
        assert_eq!(page.items("li[data-item]").await, orebro::shown(in_area));
        page.choose("Fokusområde", "Alla").await;
        page.choose("Part", "Viable Cities").await;
        page.until_query("?as=list&party=viable-cities").await;
        assert_eq!(
            page.items("li[data-item]").await,
            orebro::shown(|it| it.text("party") == "viable-cities")
        );
        page.choose("Process", "6 · Gör det till det nya normala")
            .await;
        page.until_query("?as=list&step=normal&party=viable-cities")
            .await;
        assert_eq!(page.count("li[data-item]").await, 1, "filters go together");
    })
    .await;
}

#[tokio::test]
async fn a_search_that_finds_nothing_says_so_and_offers_the_way_back() {
    scenario(DESKTOP, async |page| {
        page.visit("?as=list&q=kärnfusion").await;
        assert!(
            page.text(".tm-list")
                .await
                .contains("Inget i den här versionen stämmer med urvalet.")
        );
        assert!(page.text(".tm-found").await.starts_with("0 av "));
        page.press("Visa allt igen").await;
        page.until(
            "document.querySelectorAll('li[data-item]').length > 50",
            "everything is there again",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_process_of_the_map_is_a_filter_that_is_pressed_on_and_off() {
    scenario(PROJECTOR, async |page| {
        page.visit("").await;
        page.click(".tm-sector:nth-of-type(4) text").await;
        page.until_query("?step=action").await;
        let of_action = orebro::shown(|it| it.steps.iter().any(|step| step == "action"));
        assert_eq!(
            page.items("svg [data-item]:not([aria-hidden])").await,
            of_action
        );
        page.click(".tm-sector:nth-of-type(4) text").await;
        page.until_query("").await;
        assert_eq!(page.count("svg [data-item][aria-hidden]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_selected_stays_selected_when_it_is_filtered_away() {
    scenario(DESKTOP, async |page| {
        page.visit("?item=atagande-1").await;
        page.choose("Process", "4 · Genomför").await;
        page.until_query("?step=action&item=atagande-1").await;
        assert_eq!(
            page.text("aside h2").await,
            "Styrning och ledning av omställningen"
        );
        page.keys("Escape").await;
        page.until_query("?step=action").await;
    })
    .await;
}
