//! The drawing by keyboard alone, on the map and on the roadmap.

use super::orebro;
use super::support::{DESKTOP, PHONE, scenario};

#[tokio::test]
async fn esc_closes_the_panel_and_gives_the_focus_back() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.click("svg [data-item=atagande-2]").await;
        page.until(
            "document.activeElement.matches('aside h2')",
            "the keyboard is at the panel's heading",
        )
        .await;
        page.keys("Tab Escape").await;
        page.until(
            "document.activeElement.dataset.item === 'atagande-2'",
            "the keyboard is back at the mark",
        )
        .await;
        assert_eq!(page.query().await, "");
        assert!(
            page.text("aside h2")
                .await
                .starts_with("Örebro kommun, version"),
            "the panel tells of the contract again"
        );
        page.keys("Enter").await;
        page.until(
            "document.activeElement.matches('aside h2')",
            "it opens again",
        )
        .await;
        page.press("Stäng").await;
        page.until(
            "document.activeElement.dataset.item === 'atagande-2'",
            "its button does as Esc",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn esc_closes_a_panel_that_the_address_opened_wherever_the_keyboard_is() {
    scenario(PHONE, async |page| {
        page.visit("?item=atagande-7").await;
        page.keys("Escape").await;
        page.until_query("").await;
        page.visit("?item=atagande-7&view=roadmap").await;
        page.click("aside .tm-summary").await;
        page.keys("Escape").await;
        page.until_query("?view=roadmap").await;
        page.until(
            "document.activeElement.dataset.item === 'atagande-7'",
            "the keyboard is at the mark",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn tab_reaches_the_drawing_once() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let mut stops = Vec::new();
        page.keys("Tab").await;
        while stops.len() < 60
            && page
                .js::<bool>("document.activeElement !== document.body")
                .await
        {
            stops.push(
                page.js::<bool>("Boolean(document.activeElement.closest('svg'))")
                    .await,
            );
            page.keys("Tab").await;
        }
        assert_eq!(
            stops.iter().filter(|inside| **inside).count(),
            1,
            "{stops:?}"
        );
        assert!(
            stops.len() > 10 && !stops[0],
            "the walk went round the page: {stops:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_arrows_walk_along_the_band() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.run("document.querySelector('svg [data-item][tabindex=\"0\"]').focus()")
            .await;
        let mut walk = vec![page.focused_item().await.unwrap()];
        loop {
            page.keys("ArrowRight").await;
            let next = page.focused_item().await.unwrap();
            if walk.last() == Some(&next) {
                break;
            }
            walk.push(next);
        }
        let place = |id: &String| {
            let items = orebro::items();
            let item = items.iter().find(|it| it.id == *id).expect(id);
            orebro::STEPS
                .iter()
                .position(|(step, ..)| item.steps.first().is_some_and(|it| it == step))
                .unwrap_or(6)
        };
        assert_eq!(walk.len(), orebro::items().len(), "every item once");
        assert!(
            walk.iter().map(place).is_sorted(),
            "process by process: {walk:?}"
        );
        page.keys("ArrowLeft").await;
        assert_eq!(page.focused_item().await.as_ref(), walk.iter().nth_back(1));
        page.keys("Home").await;
        assert_eq!(page.focused_item().await.as_ref(), walk.first());
        page.keys("End Enter").await;
        page.until_query(&format!("?item={}", walk.last().unwrap()))
            .await;
    })
    .await;
}

#[tokio::test]
async fn up_and_down_go_between_the_versions_and_an_unread_one_says_so() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.run("document.querySelector('svg [data-item][tabindex=\"0\"]').focus()")
            .await;
        page.keys("ArrowDown").await;
        page.until_root("data-version", "2024").await;
        let stage = page.text("main").await;
        assert!(
            stage.contains("Den här versionen är inte inläst."),
            "{stage}"
        );
        assert_eq!(
            page.count("svg [data-item]").await,
            0,
            "nothing is claimed of it"
        );
        let link = page.attr(".tm-unread a", "href").await.unwrap_or_default();
        assert_eq!(link, orebro::contract()["documents"][1]["url"]);
        page.until(
            "document.activeElement.closest('svg')",
            "the keyboard is still at the drawing",
        )
        .await;
        page.keys("ArrowDown ArrowDown ArrowDown").await;
        page.until_root("data-version", "2022").await;
        page.keys("ArrowUp ArrowUp ArrowUp").await;
        page.until_root("data-version", "2025/26").await;
        page.until(
            "document.activeElement.closest('svg')",
            "and is so afterwards",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_lane_is_folded_by_the_keyboard() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        page.run("document.querySelector('[data-part=roadmap]').focus()").await;
        page.keys("Enter").await;
        page.until("document.querySelector('[data-part=roadmap]').getAttribute('aria-expanded') === 'false'", "the lane is folded").await;
        let in_lane = |it: &orebro::Item| it.kind == "action" && it.dated && it.text("origin") != "investment_plan";
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|it| !in_lane(it)));
        assert!(page.js::<bool>("document.activeElement.matches('[data-part=roadmap]')").await, "the keyboard is at {}", page.focused().await);
        page.keys("Tab").await;
        page.keys("Shift+Tab Space").await;
        page.until("document.querySelector('[data-part=roadmap]').getAttribute('aria-expanded') === 'true'", "and unfolded").await;
        assert!(page.js::<bool>("document.activeElement.matches('[data-part=roadmap]')").await, "the keyboard is at {}", page.focused().await);
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
    })
    .await;
}

#[tokio::test]
async fn the_keys_walk_the_roadmap_row_by_row() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        page.run("document.querySelector('svg [data-item][tabindex=\"0\"]').focus()").await;
        let mut walk = vec![page.focused_item().await.unwrap()];
        for _ in 1..orebro::items().len() {
            page.keys("ArrowDown").await;
            walk.push(page.focused_item().await.unwrap());
        }
        let tops: Vec<f64> = page.js(&format!("{walk:?}.map((id) => ((r) => r.y + r.height / 2 + scrollY)(document.querySelector(`svg [data-item='${{id}}']`).getBoundingClientRect()))")).await;
        assert!(tops.is_sorted(), "from the top down: {tops:?}");
        walk.sort();
        let ids: Vec<String> = orebro::shown(|_| true).into_iter().map(|it| it.0).collect();
        assert_eq!(walk, ids, "every item once");
        page.keys("Home Enter").await;
        page.until_query("?view=roadmap&item=koncern-neutral").await;
    })
    .await;
}

#[tokio::test]
async fn where_the_keyboard_is_nothing_covers_it() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        page.run("document.querySelector('svg [data-item][tabindex=\"0\"]').focus()").await;
        let covered = "((e) => ((r) => e.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)) ? null : e.dataset.item)(e.querySelector('.tm-reach').getBoundingClientRect()))(document.activeElement)";
        for key in ["ArrowDown", "ArrowUp"] {
            for _ in orebro::items() {
                page.keys(key).await;
                assert_eq!(page.js::<Option<String>>(covered).await, None, "on the way by {key}");
            }
        }
    })
    .await;
}
