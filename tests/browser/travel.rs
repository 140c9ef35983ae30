//! The map and the roadmap are one band: what goes from one to the other is the same mark.

use super::orebro;
use super::support::{DESKTOP, Page, scenario};

/// The place of every mark on the page.
const PLACES: &str = "Object.fromEntries([...document.querySelectorAll('svg [data-item]')].map((e) => [e.dataset.item, ((r) => [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)])(e.querySelector('.tm-reach').getBoundingClientRect())]))";

type Places = std::collections::BTreeMap<String, (i32, i32)>;

/// How many marks still are the elements that [`sign`] signed.
const SIGNED: &str = "[...document.querySelectorAll('svg [data-item]')].filter((e) => e.signed === e.dataset.item).length";

async fn sign(page: &Page) {
    page.run(
        "for (const e of document.querySelectorAll('svg [data-item]')) e.signed = e.dataset.item",
    )
    .await;
}

#[tokio::test]
async fn every_item_travels_as_the_mark_that_it_is() {
    scenario(DESKTOP, async |page| {
        page.visit("?item=energiplan").await;
        sign(page).await;
        let on_the_map: Places = page.js(PLACES).await;
        page.press("Färdplan").await;
        page.until_root("data-view", "roadmap").await;
        page.until_still().await;
        assert_eq!(
            page.js::<usize>(SIGNED).await,
            orebro::items().len(),
            "the same elements"
        );
        let in_time: Places = page.js(PLACES).await;
        let moved = in_time
            .iter()
            .filter(|(id, at)| on_the_map[*id] != **at)
            .count();
        assert_eq!(moved, orebro::items().len(), "at other places");
        assert_eq!(
            page.attr("svg [data-item=energiplan]", "aria-pressed")
                .await
                .as_deref(),
            Some("true"),
            "what was selected still is"
        );
        page.press("Karta").await;
        page.until_root("data-view", "map").await;
        page.until_still().await;
        assert_eq!(page.js::<usize>(SIGNED).await, orebro::items().len());
        assert_eq!(
            page.js::<Places>(PLACES).await,
            on_the_map,
            "and back where they were"
        );
    })
    .await;
}

#[tokio::test]
async fn the_journey_is_one_motion() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let band = "document.querySelector('.tm-bands .tm-focus').getAttribute('d')";
        let (start, on_the_map): (Places, String) = (page.js(PLACES).await, page.js(band).await);
        // The marks' transitions are held half-way, which a reader cannot do, to see that there is a half-way.
        let half: Places = page
            .js(&format!("new Promise((done) => {{ [...document.querySelectorAll('nav a')].find((a) => a.textContent === 'Färdplan').click(); requestAnimationFrame(() => requestAnimationFrame(() => {{ for (const it of document.getAnimations()) {{ it.pause(); it.currentTime = 450; }} done({PLACES}); for (const it of document.getAnimations()) it.play(); }})); }})"))
            .await;
        page.until(&format!("{band} !== {}", serde_json::json!(on_the_map)), "the band is on its way").await;
        page.until_still().await;
        let end: Places = page.js(PLACES).await;
        let id = "atagande-1";
        assert!(half[id] != start[id] && half[id] != end[id], "from {:?} by {:?} to {:?}", start[id], half[id], end[id]);
        let rolled_out: String = page.js(band).await;
        page.visit("?view=roadmap").await;
        assert_eq!(page.js::<String>(band).await, rolled_out, "the band ends where the roadmap has it");
    })
    .await;
}

#[tokio::test]
async fn who_wants_less_motion_is_there_at_once() {
    scenario(DESKTOP, async |page| {
        page.prefer(&[("prefers-reduced-motion", "reduce")]);
        page.visit("?view=roadmap").await;
        let there: (Places, String) = page.js(&format!("[{PLACES}, document.querySelector('.tm-bands .tm-focus').getAttribute('d')]")).await;
        page.visit("").await;
        sign(page).await;
        let at_once: (Places, String) = page
            .js(&format!("new Promise((done) => {{ [...document.querySelectorAll('nav a')].find((a) => a.textContent === 'Färdplan').click(); const look = () => document.getElementById('app').dataset.view === 'roadmap' ? done([{PLACES}, document.querySelector('.tm-bands .tm-focus').getAttribute('d')]) : requestAnimationFrame(look); look(); }})"))
            .await;
        assert_eq!(at_once, there, "in its first frame everything has arrived");
        assert_eq!(page.js::<usize>("document.getAnimations().length").await, 0);
        assert_eq!(page.js::<usize>(SIGNED).await, orebro::items().len(), "as the same elements");
    })
    .await;
}

/// Firefox does not tell what script, layout and style have cost.
mod in_chromium {
    use std::io::Write;

    use super::super::support::{DESKTOP, Page, scenario};

    /// Prints what a change of view and of version cost. It holds them to nothing: a benchmark is not a timed test.
    #[tokio::test]
    async fn what_a_change_costs() {
        scenario(DESKTOP, async |page| {
            page.visit("").await;
            page.cdp("Performance.enable", &serde_json::json!({}));
            for (change, name, view, version) in [
                ("map to roadmap", "Färdplan", "roadmap", "2025/26"),
                ("to 2024", "2024", "roadmap", "2024"),
                ("to 2025/26", "2025/26", "roadmap", "2025/26"),
                ("roadmap to map", "Karta", "map", "2025/26"),
                ("map to roadmap again", "Färdplan", "roadmap", "2025/26"),
                ("roadmap to map again", "Karta", "map", "2025/26"),
                ("to 2022 on the map", "2022", "map", "2022"),
                ("to 2025/26 on the map", "2025/26", "map", "2025/26"),
            ] {
                let before = metrics(page);
                let script = format!("(async () => {{ const b = [...document.querySelectorAll('nav a, .tm-turn')].find((e) => e.textContent.startsWith('{name}')); const t = performance.now(); b.click(); while (document.getElementById('app').dataset.view !== '{view}' || document.getElementById('app').dataset.version !== '{version}') await null; document.body.getBoundingClientRect(); return performance.now() - t; }})()");
                let answer: f64 = page.js(&script).await;
                page.until_still().await;
                let after = metrics(page);
                let [script, layout, style] = [0, 1, 2].map(|i| (after[i] - before[i]) * 1000.0);
                // Past the test's own capture, so that the figures are seen without asking for them.
                drop(writeln!(std::io::stderr(), "{change}: answered in {answer:.0} ms; with the travel {script:.0} ms script, {layout:.0} ms layout, {style:.0} ms style"));
            }
        })
        .await;
    }

    /// Seconds of script, layout and style so far.
    fn metrics(page: &Page) -> [f64; 3] {
        let all = page.cdp("Performance.getMetrics", &serde_json::json!({}));
        let of = |name: &str| {
            let metrics = all["metrics"].as_array().into_iter().flatten();
            let found = metrics
                .filter(|it| it["name"] == name)
                .find_map(|it| it["value"].as_f64());
            found.unwrap_or_default()
        };
        [
            of("ScriptDuration"),
            of("LayoutDuration"),
            of("RecalcStyleDuration"),
        ]
    }
}
