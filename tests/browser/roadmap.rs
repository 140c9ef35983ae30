//! The roadmap: the band rolled out over the years, with a lane for each part of the contract.

use super::orebro;
use super::support::{DESKTOP, Page, scenario};

/// The years that the axis names, each with its place on the screen.
async fn years(page: &Page) -> Vec<(f64, f64)> {
    page.js("[...document.querySelectorAll('.tm-axis .tm-tick-name')].map((e) => [Number(e.textContent), ((r) => r.x + r.width / 2)(e.getBoundingClientRect())])")
        .await
}

/// Where a year stands on the screen.
async fn place(page: &Page, year: f64) -> f64 {
    let years = years(page).await;
    let found = years.iter().find(|(it, _)| *it == year);
    found
        .unwrap_or_else(|| panic!("{year} is not on the axis: {years:?}"))
        .1
}

/// The first and the last year, as the address says.
async fn range(page: &Page) -> Option<(i32, i32)> {
    page.js("((p) => p.has('from') ? [Number(p.get('from')), Number(p.get('to'))] : null)(new URLSearchParams(location.search))")
        .await
}

#[tokio::test]
async fn every_item_has_a_mark_in_a_lane_or_in_the_tray() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
        let lanes: Vec<(String, String)> = page.js("[...document.querySelectorAll('svg [data-part]')].map((e) => [e.dataset.part, e.getAttribute('aria-label')])").await;
        let parts: Vec<&str> = lanes.iter().map(|(part, _)| part.as_str()).collect();
        assert_eq!(parts, ["goals", "roadmap", "investment-plan", "joint-commitments", "authority-commitments", "programme-commitments"]);
        let counted: usize = lanes.iter().map(|(_, name)| name.split(['(', ')']).nth(1).unwrap().parse::<usize>().unwrap()).sum();
        assert_eq!(counted, orebro::shown(|it| it.dated).len(), "{lanes:?}");
        let tray = format!("Utan datum ({})", orebro::shown(|it| !it.dated).len());
        assert!(page.text("svg.tm-drawing").await.contains(&tray), "the tray says \"{tray}\"");
    })
    .await;
}

#[tokio::test]
async fn goals_are_flags_in_the_order_of_their_years() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        let goals: Vec<(String, f64, f64, String)> = page
            .js("[...document.querySelectorAll('svg [data-kind=goal]')].map((e) => ((r) => [e.dataset.item, r.x + r.width / 2, r.y, e.querySelector('.tm-shape').getAttribute('d')])(e.querySelector('.tm-reach').getBoundingClientRect()))")
            .await;
        let at = |id: &str| goals.iter().find(|it| it.0 == id).expect(id);
        let in_order = ["koncern-neutral", "koncern-positiv", "geografi-neutral", "geografi-positiv"].map(at);
        assert!(in_order.is_sorted_by(|a, b| a.1 < b.1 && a.2 < b.2), "later is further right and further down: {goals:?}");
        assert!(in_order.iter().all(|it| it.3 == in_order[0].3), "one shape");
        assert_ne!(page.attr("svg [data-kind=action] .tm-shape", "d").await.as_ref(), Some(&in_order[0].3), "which is theirs alone");
        let (y2040, y2050) = (place(page, 2040.0).await, place(page, 2050.0).await);
        let years = [place(page, 2030.0).await, y2040, (y2040 + y2050) / 2.0, y2050];
        for (goal, year) in in_order.iter().zip(years) {
            assert!((goal.1 - year).abs() < 1.5, "{} stands at {}, its year at {year}", goal.0, goal.1);
        }
    })
    .await;
}

#[tokio::test]
async fn the_buttons_zoom_show_everything_and_go_to_today() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        assert_eq!(range(page).await, None);
        page.press("Zooma in").await;
        page.until("location.search.includes('from=')", "the years are in the address").await;
        let near = range(page).await.unwrap();
        page.press("Zooma in").await;
        page.until(&format!("!location.search.includes('from={}&to={}')", near.0, near.1), "they are fewer").await;
        let nearer = range(page).await.unwrap();
        assert!(nearer.0 >= near.0 && nearer.1 <= near.1, "{nearer:?} lies in {near:?}");
        page.press("Zooma ut").await;
        page.until(&format!("location.search.includes('from={}&to={}')", near.0, near.1), "as many as before").await;
        page.press("Visa i dag").await;
        page.until("((t, s) => t && Math.abs(t.getBoundingClientRect().x - s.x - s.width * 0.66) < s.width * 0.1)(document.querySelector('.tm-today-line'), document.querySelector('svg.tm-drawing').getBoundingClientRect())", "today is in the middle").await;
        page.press("Visa alla år").await;
        page.until_query("?view=roadmap").await;
    })
    .await;
}

#[tokio::test]
async fn the_wheel_zooms_at_the_pointer_with_ctrl_and_else_scrolls_the_page() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&from=2022&to=2032").await;
        let turn = |ctrl: bool, x: f64| {
            format!("document.querySelector('svg.tm-drawing').dispatchEvent(new WheelEvent('wheel', {{ deltaY: -100, clientX: {x}, clientY: 400, ctrlKey: {ctrl}, bubbles: true, cancelable: true }}))")
        };
        let before = place(page, 2026.0).await;
        assert!(page.js::<bool>(&turn(false, before)).await, "the plain wheel is the page's");
        assert!(!page.js::<bool>(&turn(true, before)).await, "with Control it is the roadmap's");
        page.until("!location.search.includes('from=2022&to=2032')", "it zooms").await;
        let after = place(page, 2026.0).await;
        assert!((before - after).abs() < 1.5, "the year under the pointer has moved from {before} to {after}");
        let shown = page.query().await;
        page.wheel("[data-part=roadmap]", 300, false).await;
        page.until("scrollY > 100", "the page scrolls").await;
        assert_eq!(page.query().await, shown);
        page.wheel("[data-part=joint-commitments]", -120, true).await;
        page.until(&format!("location.search !== '{shown}'"), "a real wheel with Control zooms").await;
        assert_eq!(page.js::<f64>("visualViewport.scale").await, 1.0, "the years, not the page");
    })
    .await;
}

#[tokio::test]
async fn dragging_moves_the_years_and_opens_nothing() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&from=2024&to=2028").await;
        let before = place(page, 2026.0).await;
        page.drag("svg [data-item=masshantering]", (-120.0, 10.0))
            .await;
        page.until(
            "!location.search.includes('from=2024&to=2028')",
            "the years have moved",
        )
        .await;
        let after = place(page, 2026.0).await;
        assert!(
            (before - after - 120.0).abs() < 2.0,
            "2026 went with the pointer, from {before} to {after}"
        );
        assert!(
            !page.query().await.contains("item="),
            "a drag is no click: {}",
            page.query().await
        );
        assert_eq!(
            page.js::<String>(
                "getComputedStyle(document.querySelector('svg.tm-drawing')).touchAction"
            )
            .await,
            "pan-y pinch-zoom"
        );
        page.click("svg [data-item=masshantering]").await;
        page.until(
            "location.search.includes('item=masshantering')",
            "and a click is",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn the_years_of_the_address_are_shown() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&from=2025&to=2027").await;
        let shown: Vec<f64> = years(page).await.into_iter().map(|(year, _)| year).collect();
        assert_eq!(shown, [2025.0, 2026.0, 2027.0, 2028.0]);
        let (left, right): (f64, f64) = page.js("((r) => [r.left, r.right])(document.querySelector('svg.tm-drawing').getBoundingClientRect())").await;
        let (first, last) = (place(page, 2025.0).await, place(page, 2028.0).await);
        assert!(first > left && last < right && last - first > 0.55 * (right - left), "they take the room there is");
        page.visit("?view=roadmap&from=2024&to=2029").await;
        page.press("Zooma in").await;
        page.until("!location.search.includes('from=2024&to=2029')", "it zooms").await;
        let (query, zoomed) = (page.query().await, range(page).await.unwrap());
        page.reload().await;
        page.wait_ready().await;
        assert_eq!(page.query().await, query);
        let shown: Vec<f64> = years(page).await.into_iter().map(|(year, _)| year).collect();
        assert_eq!((shown.first(), shown.last()), (Some(&f64::from(zoomed.0)), Some(&f64::from(zoomed.1 + 1))), "whole years, as the address says");
    })
    .await;
}

#[tokio::test]
async fn today_is_a_line_on_its_day() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&from=2020&to=2030").await;
        let (line, today): (f64, f64) = page
            .js("[((r) => r.x + r.width / 2)(document.querySelector('.tm-today-line').getBoundingClientRect()), ((d) => d.getFullYear() + (d - new Date(d.getFullYear(), 0, 1)) / (new Date(d.getFullYear() + 1, 0, 1) - new Date(d.getFullYear(), 0, 1)))(new Date())]")
            .await;
        let (before, after) = (place(page, today.floor()).await, place(page, today.floor() + 1.0).await);
        let expected = before + (after - before) * today.fract();
        assert!((line - expected).abs() < 1.5, "it stands at {line}, today is at {expected}");
        assert!(page.text(".tm-axis").await.contains("i dag"), "it has its name");
    })
    .await;
}

#[tokio::test]
async fn the_years_stay_at_the_top_while_the_page_scrolls() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        page.run("scrollTo(0, document.querySelector('[data-part=programme-commitments]').getBoundingClientRect().top)").await;
        page.until("scrollY > 500", "the page has scrolled").await;
        let (top, seen): (f64, bool) = page
            .js("((axis) => ((r) => [r.top, axis.parentElement.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2))])(axis.getBoundingClientRect()))(document.querySelector('.tm-axis'))")
            .await;
        assert!((0.0..120.0).contains(&top) && seen, "the axis is at {top}, on top of everything: {seen}");
    })
    .await;
}

#[tokio::test]
async fn a_time_whose_end_is_not_known_is_drawn_as_such() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        let loose = orebro::shown(|it| it.text("period").contains(['?', '/'])).len();
        assert_eq!(page.count("svg.tm-drawing .tm-bar.tm-loose").await, loose);
        assert_eq!(
            page.count("svg.tm-drawing .tm-bar:not(.tm-loose)").await,
            0,
            "Örebro names no certain stretch of time"
        );
        let legend = page.text(".tm-legend").await;
        assert!(
            legend.contains("start eller slut okänt, öppet eller osäkert"),
            "{legend}"
        );
    })
    .await;
}
