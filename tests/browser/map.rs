//! The map: the band wound up, with every item in the process it belongs to.

use std::collections::BTreeMap;

use super::orebro;
use super::support::{DESKTOP, PHONE, PROJECTOR, Page, scenario};

/// The middle of every mark, from the middle of the wheel: item, process, and the angle from the top in sixths.
const ANGLES: &str = "(() => {
    const middle = (e) => ((r) => [r.x + r.width / 2, r.y + r.height / 2])(e.getBoundingClientRect());
    const [cx, cy] = middle(document.querySelector('.tm-arena circle'));
    return [...document.querySelectorAll('svg [data-item][data-step]')].map((e) => {
        const [x, y] = middle(e.querySelector('.tm-reach'));
        return [e.dataset.item, e.dataset.step, ((Math.atan2(x - cx, cy - y) / Math.PI * 3) + 6) % 6];
    });
})()";

#[tokio::test]
async fn every_item_has_a_mark_in_its_process() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
        let marks: Vec<(String, String, f64)> = page.js(ANGLES).await;
        assert_eq!(marks.len(), orebro::shown(|it| !it.steps.is_empty()).len());
        for (item, step, sixths) in marks {
            let (expected, ..) = orebro::STEPS[sixths as usize];
            assert_eq!(step, expected, "{item} stands in the wrong process");
        }
    })
    .await;
}

#[tokio::test]
async fn no_mark_lies_on_another_or_outside_the_drawing() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let near: Vec<String> = page
            .js("(() => {
                const all = [...document.querySelectorAll('svg [data-item]')].map((e) => [e.dataset.item, e.querySelector('.tm-reach').getBoundingClientRect()]);
                const far = (a, b) => Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
                const svg = document.querySelector('svg.tm-drawing').getBoundingClientRect();
                const out = all.filter(([, r]) => r.left < svg.left - 1 || r.right > svg.right + 1 || r.top < svg.top - 1 || r.bottom > svg.bottom + 1).map(([id]) => id + ' is outside');
                return out.concat(all.flatMap(([a, r], i) => all.slice(i + 1).filter(([, s]) => far(r, s) < 24).map(([b]) => a + ' is too near ' + b)));
            })()")
            .await;
        assert!(near.is_empty(), "{near:?}");
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_what_has_no_room_is_counted_and_opens_as_a_list() {
    scenario(PHONE, async |page| {
        page.visit("").await;
        let counts: BTreeMap<String, usize> = page
            .js("Object.fromEntries([...document.querySelectorAll('svg .tm-count[data-step]')].map((e) => [e.dataset.step, Number(e.textContent)]))")
            .await;
        assert!(!counts.is_empty(), "so many items do not fit a phone");
        for (step, ..) in orebro::STEPS {
            let all = orebro::shown(|it| it.steps.first().is_some_and(|it| it == step)).len();
            let marks = page.count(&format!("svg [data-item][data-step={step}]")).await;
            assert_eq!(marks + counts.get(step).unwrap_or(&0), all, "{step}");
        }
        page.click("svg .tm-count[data-step=mandate]").await;
        page.until_root("data-as", "list").await;
        let in_mandate = orebro::shown(|it| it.steps.iter().any(|step| step == "mandate"));
        assert_eq!(page.items("li[data-item]").await, in_mandate);
    })
    .await;
}

#[tokio::test]
async fn each_version_is_signed_on_the_band_between_process_three_and_four() {
    scenario(PROJECTOR, async |page| {
        page.visit("").await;
        let signings: Vec<(f64, f64)> = page
            .js("((c) => [...document.querySelectorAll('.tm-signing:not(.tm-coming)')].filter((e) => e.closest('.tm-drawing')).map((e) => e.getBoundingClientRect()).map((r) => [r.x + r.width / 2 - c.x - c.width / 2, r.y + r.height / 2 - c.y - c.height / 2]))(document.querySelector('.tm-arena circle').getBoundingClientRect())")
            .await;
        assert_eq!(signings.len(), 4, "2022, 2023, 2024 and 2025/26");
        assert!(signings.iter().all(|(x, y)| x.abs() < 1.0 && *y > 0.0), "straight below the middle: {signings:?}");
        assert!(signings.is_sorted_by(|a, b| a.1 < b.1), "each turn is outside the one before: {signings:?}");
        page.until_still().await; // what fades in is no text yet
        assert!(page.text("svg.tm-drawing").await.contains("2025/26"), "the signing in focus has its name");
        page.click(".tm-drawing .tm-signing:not(.tm-coming)").await;
        page.until_root("data-version", "2022").await;
    })
    .await;
}

#[tokio::test]
async fn the_six_processes_are_named_in_both_languages() {
    scenario(PROJECTOR, async |page| {
        page.visit("").await;
        assert_eq!(
            names(page).await,
            orebro::STEPS.map(|(_, swedish, _)| swedish)
        );
        page.press("English").await;
        page.until_root("lang", "en").await;
        assert_eq!(
            names(page).await,
            orebro::STEPS.map(|(.., english)| english)
        );
        page.resize(DESKTOP);
        page.until(
            "document.querySelector('textPath').textContent === '1 · Mandate'",
            "a small map has short names",
        )
        .await;
        page.press("Svenska").await;
        page.until(
            "document.querySelector('textPath').textContent === '1 · Mandat'",
            "in Swedish too",
        )
        .await;
        names(page).await;
    })
    .await;
}

/// The names round the map; each must be shorter than the line it is written on.
async fn names(page: &Page) -> Vec<String> {
    let names: Vec<(String, f64, f64)> = page
        .js("[...document.querySelectorAll('svg textPath')].map((e) => [e.textContent, e.getComputedTextLength(), document.querySelector(e.getAttribute('href')).getTotalLength()])")
        .await;
    for (name, long, room) in &names {
        assert!(long < room, "\"{name}\" is cut: {long} of {room}");
    }
    names.into_iter().map(|(name, ..)| name).collect()
}

#[tokio::test]
async fn a_click_on_a_mark_opens_all_that_the_contract_says_of_it() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.click("svg [data-item=klimatinvesteringsplan]").await;
        page.until(
            "document.querySelector('aside h2').textContent === 'Klimatinvesteringsplan'",
            "the panel has its title",
        )
        .await;
        let panel = page.text("aside").await;
        for said in [
            "3 · Samskapa en portfölj",
            "Aktivitet",
            "Pågår",
            "Uppdraget blir inte klart under 2025.",
            "aktivitetsplanen",
            "Ekonomiavdelningen, Utvecklings- och hållbarhetsavdelningen",
            "ej kvantifierat",
            "Källa: Klimatkontrakt 2030, Örebro kommun, version 2025/26, avsnitt 5.3.",
            "vår tolkning",
        ] {
            assert!(panel.contains(said), "\"{said}\" is missing in: {panel}");
        }
        assert_eq!(page.query().await, "?item=klimatinvesteringsplan");
        assert_eq!(
            page.attr("svg [data-item=klimatinvesteringsplan]", "aria-pressed")
                .await
                .as_deref(),
            Some("true")
        );
    })
    .await;
}
