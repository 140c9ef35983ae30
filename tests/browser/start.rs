//! The app starts, wherever it lies, and keeps to itself.

use super::support::{DESKTOP, PHONE, scenario};

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
        page.expect_error("Content Security Policy");
        let blocked: bool = page.js("(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s); return !window.ran; })()").await;
        assert!(blocked, "an inline script was run");
    })
    .await;
}

#[tokio::test]
async fn an_app_that_cannot_start_says_so() {
    scenario(DESKTOP, async |page| {
        page.expect_error("");
        page.cdp("Network.enable", &serde_json::json!({}));
        page.cdp(
            "Network.setBlockedURLs",
            &serde_json::json!({ "urls": ["*.wasm"] }),
        );
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
    })
    .await;
}
