//! What is taken home as a picture, and the app as one file.

use std::fs;

use super::opening::{FILE, sample};
use super::support::{DESKTOP, PHONE, Page, scenario};

/// Presses a button of those that take something home; the versions, which stay at the window's foot, may lie over it.
async fn get(page: &Page, name: &str) {
    page.js::<()>(&format!(
        "[...document.querySelectorAll('.tm-get button')].find((e) => e.textContent === '{name}').click()"
    ))
    .await;
}

/// What a mark stands for and how it looks; and where it is as seen from the first, in pixels.
type Mark = (Vec<String>, f64, f64);

/// How three marks look and lie to each other: what they stand for, the colours of their shapes, and where they are as seen
/// from the first.
const MARKS: &str = "(() => {
    const all = [...document.querySelectorAll('g[data-item]')].filter((e) => e.querySelector('path') && e.getAttribute('aria-hidden') !== 'true');
    const marks = [0.2, 0.5, 0.8].map((at) => all[Math.floor(all.length * at)]);
    const place = (e) => { const at = e.querySelector('path:last-of-type').getBoundingClientRect(); return [at.x + at.width / 2, at.y + at.height / 2]; };
    const [x, y] = place(marks[0]);
    return marks.map((e) => {
        const style = getComputedStyle(e.querySelector('path'));
        const seen = place(e);
        return [[e.dataset.item, style.fill, style.stroke, style.strokeWidth], seen[0] - x, seen[1] - y];
    });
})()";

#[tokio::test]
async fn a_picture_looks_alone_as_it_does_in_the_app() {
    for (theme, ground) in [("light", "rgb(251, 250, 247)"), ("dark", "rgb(20, 23, 27)")] {
        for view in ["map", "roadmap", "portfolio", "commitments"] {
            scenario(DESKTOP, async |page| {
                page.visit(&format!("?view={view}&theme={theme}")).await;
                page.until_still().await;
                let shown: Vec<Mark> = page.js(MARKS).await;
                get(page, "Hämta bilden (SVG)").await;
                let name = format!("orebro-kommun-2025-26-{view}.svg");
                let svg = page.downloaded(&name).await;
                let text = String::from_utf8(svg.clone()).unwrap();
                for word in [
                    "<script",
                    "foreignObject",
                    "class=",
                    " style=",
                    "aria-",
                    "tabindex",
                    "rgba(",
                ] {
                    assert!(!text.contains(word), "{view}: {word}");
                }
                assert_eq!(
                    text.matches("http").count(),
                    text.matches("http://www.w3.org/2000/svg").count()
                        + text.matches(&page.site.url("")).count(),
                    "{view}: nothing is external"
                );
                page.site.put("picture.svg", svg);
                // Not well formed, it would be no graphic.
                page.open("test/picture.svg").await;
                page.until("document.documentElement.tagName === 'svg'", "it is XML")
                    .await;
                let alone: Vec<Mark> = page.js(MARKS).await;
                for (shown, alone) in shown.iter().zip(&alone) {
                    let near = |a: f64, b: f64| (a - b).abs() < 0.6;
                    let same =
                        shown.0 == alone.0 && near(shown.1, alone.1) && near(shown.2, alone.2);
                    assert!(same, "{view} {theme}: {shown:?} and {alone:?}");
                }
                let paper: String = page
                    .js("getComputedStyle(document.querySelector('rect')).fill")
                    .await;
                assert_eq!(paper, ground);
                let words: Vec<String> = page
                    .js("[...document.querySelectorAll('svg > text')].map((e) => e.textContent)")
                    .await;
                assert!(
                    words[0].starts_with("Örebro kommun · ")
                        && words[0].contains("version 2025/26"),
                    "{words:?}"
                );
                let words = words.join(" ");
                assert!(
                    words.contains("Källa: ") && words.contains(&page.site.url("")),
                    "{words}"
                );
                let titles: usize = page
                    .js("document.querySelectorAll('svg > title').length")
                    .await;
                assert_eq!(titles, 1);
            })
            .await;
        }
    }
}

/// What the legend on the page says.
const LEGEND: &str = "[...document.querySelectorAll('.tm-stage > .tm-legend > li')].map((e) => e.textContent.trim())";

#[tokio::test]
async fn a_picture_has_the_legend_of_its_drawing_inside_itself() {
    scenario(DESKTOP, async |page| {
        for view in ["map", "roadmap", "portfolio"] {
            page.visit(&format!("?contract=exempelkommun&view={view}"))
                .await;
            page.until_still().await;
            let legend: Vec<String> = page.js(LEGEND).await;
            assert!(legend.len() > 3, "{legend:?}");
            get(page, "Hämta bilden (SVG)").await;
            let name = format!("exempelkommun-2025-26-{view}.svg");
            page.site.put("picture.svg", page.downloaded(&name).await);
            page.open("test/picture.svg").await;
            let said: Vec<String> = page
                .js("[...document.querySelectorAll('text')].map((e) => e.textContent)")
                .await;
            assert!(legend.iter().all(|it| said.contains(it)), "{said:?}");
            let outside: Vec<String> = page
                .js("(() => { const { width, height } = document.documentElement.viewBox.baseVal;
                       return [...document.querySelectorAll('svg > g:last-of-type text, svg > text')].filter((e) => {
                         const at = e.getBoundingClientRect();
                         return at.left < 0 || at.right > width || at.bottom > height;
                       }).map((e) => e.outerHTML.slice(0, 200)); })()")
                .await;
            assert!(outside.is_empty(), "{view}: {outside:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_chart_is_a_picture_of_its_own_with_its_patterns_and_what_has_no_figure() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=exempelkommun&view=portfolio").await;
        page.until("document.querySelectorAll('[data-chart]').length > 3", "there are charts")
            .await;
        let charts: Vec<String> = page
            .js("[...document.querySelectorAll('[data-chart]')].map((e) => e.dataset.chart)")
            .await;
        for (at, chart) in charts.iter().enumerate() {
            let press = |number: usize| {
                format!("document.querySelectorAll('[data-chart]')[{at}].querySelectorAll('.tm-get button')[{number}].click()")
            };
            page.js::<()>(&press(1)).await;
            let name = format!("exempelkommun-2025-26-{chart}-{}", at + 1);
            let svg = page.downloaded(&format!("{name}.svg")).await;
            let text = String::from_utf8(svg).unwrap();
            for id in text.split("url(").skip(1) {
                let id: String = id.trim_start_matches(['"', '#', '&']).trim_start_matches("quot;#").chars().take_while(|it| it.is_ascii_alphanumeric() || "-_".contains(*it)).collect();
                assert!(text.contains(&format!("id=\"{id}\"")), "{chart}: {id} is in it");
            }
            let trays: Vec<String> = page
                .js(&format!("[...document.querySelectorAll('[data-chart]')[{at}].querySelectorAll('.tm-tray summary span')].map((e) => e.textContent)"))
                .await;
            assert!(trays.iter().all(|it| text.contains(it)), "{chart}: {trays:?}");
            if chart == "investment" {
                page.js::<()>(&press(2)).await;
                page.site.put("picture.png", page.downloaded(&format!("{name}.png")).await);
                let (width, _, colours): (u32, u32, usize) = page.js(SEEN).await;
                assert!(width > 500 && colours > 20, "{width}, {colours}");
            }
        }
        assert!(charts.iter().any(|it| it == "investment"), "{charts:?}");
    })
    .await;
}

/// The size of a picture, and how many colours are in it.
const SEEN: &str = "(async () => {
    const image = new Image();
    image.src = 'test/picture.png?' + performance.now();
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return [image.width, image.height, colours.size];
})()";

#[tokio::test]
async fn a_picture_in_pixels_has_its_size_and_is_not_blank() {
    for theme in ["light", "dark"] {
        scenario(DESKTOP, async |page| {
            page.visit(&format!("?view=map&theme={theme}")).await;
            get(page, "Hämta bilden (SVG)").await;
            let svg = page.downloaded("orebro-kommun-2025-26-map.svg").await;
            let svg = String::from_utf8(svg).unwrap();
            let side = |name: &str| -> f64 {
                let rest = svg.split(&format!(" {name}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().parse().unwrap()
            };
            let twice = ["width", "height"].map(|it| (side(it) * 2.0).round() as u32);
            for (button, end, size) in [
                ("Hämta bilden (PNG)", "", twice),
                ("Kvadratisk bild (PNG)", "-square", [1080, 1080]),
            ] {
                get(page, button).await;
                let png = page
                    .downloaded(&format!("orebro-kommun-2025-26-map{end}.png"))
                    .await;
                println!("{theme} {button}: {} bytes", png.len());
                page.site.put("picture.png", png);
                let (width, height, colours): (u32, u32, usize) = page.js(SEEN).await;
                assert_eq!([width, height], size, "{button}");
                assert!(colours > 50, "{colours} colours");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a_roadmap_too_high_for_a_square_is_not_made_unreadable() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        get(page, "Kvadratisk bild (PNG)").await;
        let said = page.text(".tm-get [role=alert]").await;
        assert!(said.contains("fäll ihop"), "{said}");
        page.visit("?view=roadmap&step=learning").await;
        get(page, "Kvadratisk bild (PNG)").await;
        page.downloaded("orebro-kommun-2025-26-roadmap-square.png")
            .await;
        assert_eq!(page.count(".tm-get [role=alert]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_list_has_no_picture_and_the_first_program_hands_the_wish_on() {
    scenario(PHONE, async |page| {
        page.visit("?as=list").await;
        let names = "[...document.querySelectorAll('.tm-get button')].map((e) => e.textContent)";
        let shown: Vec<String> = page.js(names).await;
        assert_eq!(
            shown,
            [
                "Hämta listan (CSV)",
                "Hämta kontraktet (JSON)",
                "Spara som en fil (HTML)"
            ]
        );
        page.press("Bild").await;
        page.until_root("data-as", "graphic").await;
        let wide: bool = page
            .js("document.documentElement.scrollWidth > innerWidth")
            .await;
        assert!(!wide, "the row wraps");
        get(page, "Kvadratisk bild (PNG)").await;
        let png = page
            .downloaded("orebro-kommun-2025-26-map-square.png")
            .await;
        page.site.put("picture.png", png);
        let (width, height, colours): (u32, u32, usize) = page.js(SEEN).await;
        assert!(
            (width, height) == (1080, 1080) && colours > 50,
            "{colours} colours"
        );
    })
    .await;
}

/// Opens a saved file by a double click, as it were.
async fn open_file(page: &Page, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let file = std::env::temp_dir().join(format!("{}-{name}", std::process::id()));
    fs::write(&file, bytes).unwrap();
    page.client
        .goto(&format!("file://{}", file.display()))
        .await
        .unwrap();
    page.wait_ready().await;
    file
}

#[tokio::test]
async fn the_app_is_one_file_that_opens_without_a_network_and_can_be_saved_again() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&item=klimatinvesteringsplan").await;
        get(page, "Spara som en fil (HTML)").await;
        let html = page.downloaded("orebro-kommun-2025-26.html").await;
        println!("one file: {} bytes", html.len());
        let asked = page.requests().len();
        let first = open_file(page, "first.html", &html).await;
        assert_eq!(page.root("data-view").await.as_deref(), Some("roadmap"), "as it was when saved");
        assert!(page.text(".tm-panel").await.contains("Klimatinvesteringsplan"));
        page.press("Portfölj").await;
        page.until_root("data-view", "portfolio").await;
        page.press("English").await;
        page.until_root("lang", "en").await;
        page.press("Commitments").await;
        page.until("document.querySelector('.tm-weave')", "the strands are drawn").await;
        page.open_dialog("Open a contract").await;
        page.choose_file(FILE, "other.json", sample("valid/everything.json")).await;
        page.until_root("data-contract", "egen-fil").await;
        page.run("history.back()").await;
        page.until("document.querySelector('h1').textContent.startsWith('Örebro')", "Back finds the contract in the file").await;
        page.run("history.forward()").await;
        page.until_root("data-contract", "egen-fil").await;
        let name: String = page.js("document.querySelector('h1').textContent.split(' · ')[0]").await;
        get(page, "Save as one file (HTML)").await;
        let again = page.downloaded("exempelkommun-2025-26.html").await;
        println!("once more: {} bytes", again.len());
        let second = open_file(page, "second.html", &again).await;
        assert!(page.text("h1").await.starts_with(&name), "the reader's own contract is in it");
        assert_eq!(page.root("lang").await.as_deref(), Some("en"));
        assert_eq!(page.js::<String>("document.documentElement.lang").await, "en");
        let others: Vec<String> = page.js("performance.getEntriesByType('resource').map((e) => e.name).filter((it) => !it.startsWith('blob:'))").await;
        assert_eq!(others, [""; 0]);
        assert_eq!(page.requests().len(), asked, "nothing was asked of anybody");
        for file in [first, second] {
            fs::remove_file(file).unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_made_is_told() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=commitments").await;
        page.offline(true);
        get(page, "Spara som en fil (HTML)").await;
        let told = "document.querySelector('.tm-get [role=alert]')";
        page.until(told, "it is told").await;
        page.offline(false);
        page.expect_error("");
        get(page, "Spara som en fil (HTML)").await;
        page.downloaded("orebro-kommun-2025-26.html").await;
        page.until(&format!("!{told}"), "it is no longer told")
            .await;
    })
    .await;
}
