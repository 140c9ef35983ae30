//! The app starts, wherever it lies, and keeps to itself.

use super::orebro;
use super::support::{DESKTOP, PHONE, scenario};

/// Writes down what the app tells, and to whom: `told` is what has bubbled up to the window.
const LISTEN: &str = "window.told = []; for (const name of ['tm:ready', 'tm:change', 'tm:error', 'tm:height']) \
     addEventListener(name, (e) => told.push([e.type, e.detail, e.target.id, e.bubbles && e.composed]));";

/// What was told under a name, as a list.
fn told(name: &str) -> String {
    format!("told.filter(([type]) => type === '{name}')")
}

#[tokio::test]
async fn the_app_becomes_ready() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        assert_eq!(page.count("#loading").await, 0, "the waiting text is gone");
        page.until(
            "performance.getEntriesByName('tm:start').length === 1",
            "the start is marked",
        )
        .await;
        page.screenshot("start").await;
    })
    .await;
}

#[tokio::test]
async fn the_app_becomes_ready_on_a_phone() {
    scenario(PHONE, async |page| {
        page.visit("").await;
        let (width, scrolls): (u32, bool) = page
            .js("[innerWidth, document.documentElement.scrollWidth > innerWidth]")
            .await;
        assert_eq!(
            (width, scrolls),
            (PHONE.width, false),
            "the page fits the screen"
        );
        page.screenshot("start-phone").await;
    })
    .await;
}

#[tokio::test]
async fn the_app_works_from_a_sub_folder() {
    scenario(DESKTOP, async |page| {
        page.visit("a/b/").await;
        let outside: Vec<String> = page
            .site
            .requests()
            .into_iter()
            .map(|request| request.path)
            .filter(|path| !path.starts_with("/a/b/"))
            .collect();
        assert!(outside.is_empty(), "asked outside its folder: {outside:?}");
    })
    .await;
}

#[tokio::test]
async fn each_file_is_fetched_once() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let mut paths: Vec<String> = page
            .site
            .requests()
            .into_iter()
            .map(|request| request.path)
            .collect();
        let count = paths.len();
        paths.sort();
        paths.dedup();
        assert_eq!(
            paths.len(),
            count,
            "a preload that is not used costs a second fetch: {:?}",
            page.site.requests()
        );
    })
    .await;
}

#[tokio::test]
async fn the_page_is_served_under_the_policy_of_production() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        let policy: String = page.js("fetch('.').then((answer) => answer.headers.get('content-security-policy'))").await;
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
        page.expect_error("script-src");
        let blocked: bool = page.js("(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s); return !window.ran; })()").await;
        assert!(blocked, "an inline script was run");
    })
    .await;
}

#[tokio::test]
async fn an_app_that_cannot_start_says_so() {
    scenario(DESKTOP, async |page| {
        page.expect_error("");
        page.site.lose(".wasm");
        page.open("").await;
        page.until(
            "document.getElementById('app').dataset.app === 'error'",
            "the app says that it failed",
        )
        .await;
        let text = page.text("#app").await;
        assert!(
            text.contains("kunde inte startas") && text.contains("could not start"),
            "{text}"
        );
        let alert = page.text("#app [role=alert]").await;
        assert!(!alert.contains("Klimatkontrakt 2030"), "{alert}");
        let (first, hidden): (bool, usize) = page
            .js("[document.querySelector('#app').firstElementChild.matches('[role=alert]'), [...document.querySelectorAll('h1, li[data-item]')].filter((e) => !e.checkVisibility({ visibilityProperty: true })).length]")
            .await;
        assert!(first && hidden == 0, "the contract is read below");
        assert!(text.contains("Energiplan för Örebro kommun") && !text.contains("öppnas"));
    })
    .await;
}

#[tokio::test]
async fn the_root_says_what_is_on_screen() {
    scenario(DESKTOP, async |page| {
        let says = "((r) => [...['data-app', 'data-view', 'data-as', 'data-version', 'data-contract', 'lang'].map((name) => r.getAttribute(name)), document.documentElement.lang])(document.getElementById('app'))";
        page.visit("").await;
        let usual = ["ready", "map", "graphic", "2025/26", "orebro", "sv", "sv"];
        assert_eq!(page.js::<Vec<String>>(says).await, usual);
        assert!(page.client.title().await.unwrap().contains("Örebro kommun"));
        page.visit("?view=roadmap&as=list&v=2024&lang=en").await;
        let other = ["ready", "roadmap", "list", "2024", "orebro", "en", "en"];
        assert_eq!(page.js::<Vec<String>>(says).await, other);
    })
    .await;
}

#[tokio::test]
async fn the_time_line_has_the_marks_and_measures() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.until("performance.getEntriesByName('tm:first-view', 'mark').length", "the first view is marked").await;
        let marks: Vec<(String, f64)> = page.js("performance.getEntriesByType('mark').map((it) => [it.name, it.startTime])").await;
        let names: Vec<&str> = marks.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["tm:start", "tm:contract-read", "tm:contract-checked", "tm:first-view"], "in this order");
        let measures: Vec<(String, f64, f64)> = page.js("performance.getEntriesByType('measure').map((it) => [it.name, it.startTime, it.duration])").await;
        assert_eq!(measures.len(), 3);
        for (name, from, lasted) in measures {
            let end = marks.iter().find(|(mark, _)| *mark == name).map(|(_, at)| *at);
            let late = end.map(|end| from + lasted - end);
            assert!(from == marks[0].1 && late.is_some_and(|late| (0.0..20.0).contains(&late)), "{name} does not run from the start to its mark: {late:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_around_the_app_hears_what_happens() {
    scenario(DESKTOP, async |page| {
        page.before_every_page(LISTEN);
        page.visit("").await;
        page.until(
            &format!("{}.length", told("tm:change")),
            "the first state was told",
        )
        .await;
        let first: Vec<(String, Option<String>, String, bool)> = page
            .js("told.filter(([type]) => type === 'tm:ready')")
            .await;
        assert_eq!(
            first,
            [("tm:ready".to_owned(), None, "app".to_owned(), true)]
        );
        page.press("Färdplan").await;
        page.until_root("data-view", "roadmap").await;
        let last = format!("{}.at(-1)?.[1]", told("tm:change"));
        page.until(
            &format!("{last} === '?view=roadmap' && location.search === '?view=roadmap'"),
            "the change was told",
        )
        .await;
        page.until(
            &format!("{}.at(-1)?.[1] > 300", told("tm:height")),
            "the height was told, in pixels",
        )
        .await;
        page.open_dialog("Öppna kontrakt").await;
        page.choose_file("dialog input[type=file]", "tom.json", "{}")
            .await;
        page.until(
            &format!("{}.length === 1", told("tm:error")),
            "the error was told",
        )
        .await;
        let codes: Vec<String> = page.js(&format!("{}[0][1]", told("tm:error"))).await;
        assert!(codes.contains(&"missing-field".to_owned()), "{codes:?}");
        assert_eq!(
            page.js::<usize>(&format!("{}.length", told("tm:ready")))
                .await,
            1,
            "once"
        );
    })
    .await;
}

#[tokio::test]
async fn a_page_that_frames_the_app_hears_it_as_messages() {
    scenario(DESKTOP, async |page| {
        page.site.put("host.html", "<!doctype html><title>Värd</title><script src='host.js'></script><iframe src='/?v=2024' title='Karta' width='1000' height='700'></iframe>");
        page.site.put("host.js", "heard = []; addEventListener('message', (e) => heard.push([e.data.type, e.data.detail, e.source === frames[0]]));");
        page.open("test/host.html").await;
        page.until("heard.some(([type]) => type === 'tm:ready')", "the host has heard that the app is ready").await;
        page.until("heard.some(([type, detail, from]) => type === 'tm:change' && detail === '?v=2024' && from)", "and what it shows").await;
        page.until("heard.some(([type, detail]) => type === 'tm:height' && detail > 300)", "and how high it is").await;
        page.client.enter_frame(0).await.unwrap();
        page.press("Färdplan").await;
        page.client.clone().enter_parent_frame().await.unwrap();
        page.until("heard.some(([, detail]) => detail === '?view=roadmap&v=2024')", "and each change").await;
        page.run("frames[0].location = '/?contract=finns-inte'").await;
        page.until("heard.some(([type, detail]) => type === 'tm:error' && detail.includes('404'))", "and what went wrong").await;
        page.expect_error("finns-inte");
    })
    .await;
}

#[tokio::test]
async fn in_a_sub_folder_everything_leads_back_to_it() {
    scenario(DESKTOP, async |page| {
        page.visit("a/b/?lang=en").await;
        assert_eq!(page.items("svg [data-item]").await, orebro::shown(|_| true));
        page.press("Roadmap").await;
        page.until_root("data-view", "roadmap").await;
        assert_eq!(
            page.js::<String>("location.pathname + location.search")
                .await,
            "/a/b/?view=roadmap&lang=en"
        );
        page.open_dialog("Open a contract").await;
        page.press("Örebro kommun").await;
        page.until(
            "!document.querySelector('dialog[open]')",
            "it was opened from its folder",
        )
        .await;
        page.reload().await;
        page.wait_ready().await;
        assert_eq!(page.root("data-view").await.as_deref(), Some("roadmap"));
        let outside = |path: &String| !path.starts_with("/a/b/");
        let strays: Vec<String> = page
            .site
            .requests()
            .into_iter()
            .map(|it| it.path)
            .filter(outside)
            .collect();
        assert!(strays.is_empty(), "asked outside its folder: {strays:?}");
    })
    .await;
}
