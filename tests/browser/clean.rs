//! What the app leaves behind: nothing.

use super::support::{DESKTOP, Page, scenario};

/// Goes through everything there is to see.
async fn see_everything(page: &Page) {
    page.visit("").await;
    page.press("Spela upp versionerna").await;
    page.press("Pausa").await;
    for view in ["Färdplan", "Karta"] {
        page.press("2024 (dokument)").await;
        page.assert_clean_svg().await;
        page.press("2025/26").await;
        page.press(view).await;
        page.until_still().await;
        page.click("svg [data-item=koncern-neutral]").await;
        page.until(
            "document.querySelector('aside .tm-tags')",
            "the panel is open",
        )
        .await;
        page.assert_clean_svg().await;
        page.press("Lista").await;
        page.until_root("data-as", "list").await;
        page.click("li[data-item=utslapp] button").await;
        page.until(
            "document.querySelector('aside table')",
            "the figures are there",
        )
        .await;
        page.assert_clean_svg().await;
        page.press("Bild").await;
        page.choose("Process", "4 · Genomför").await;
        page.choose("Färger", "Mörkt").await;
        page.write("input[type=search]", "mål").await;
        page.until("location.search.includes('q=')", "it was searched for")
            .await;
        page.assert_clean_svg().await;
        page.press("Visa allt igen").await;
    }
    page.press("Färdplan").await;
    page.press("Zooma in").await;
    page.until_still().await;
    page.click("[data-part=goals]").await;
    page.press("English").await;
    page.until_root("lang", "en").await;
    page.assert_clean_svg().await;
    page.open_dialog("Open a contract").await;
    page.press("Örebro kommun").await;
    page.until(
        "!document.querySelector('dialog[open]')",
        "it was opened anew",
    )
    .await;
    page.assert_clean_svg().await;
}

#[tokio::test]
async fn the_graphics_are_clean_after_everything() {
    scenario(DESKTOP, see_everything).await;
}

#[tokio::test]
async fn nothing_is_stored() {
    scenario(DESKTOP, async |page| {
        see_everything(page).await;
        let stored: Vec<String> = page
            .js("(async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(';').filter(Boolean), ...(await indexedDB.databases()).map((it) => it.name), ...await caches.keys(), ...(await navigator.serviceWorker.getRegistrations()).map((it) => it.scope)])()")
            .await;
        assert!(stored.is_empty(), "{stored:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_asked_for_but_the_app_s_own_files_and_nothing_is_told() {
    scenario(DESKTOP, async |page| {
        see_everything(page).await;
        let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        for request in page.site.requests() {
            let file = dist.join(request.path.trim_start_matches('/'));
            assert!(file.exists(), "{} is no file of the app", request.path);
            assert_eq!(
                (request.method.as_str(), request.query.as_str()),
                ("GET", ""),
                "{}",
                request.path
            );
        }
        assert!(page.other.requests().is_empty());
    })
    .await;
}

#[tokio::test]
async fn links_to_documents_tell_nobody_where_the_reader_came_from() {
    scenario(DESKTOP, async |page| {
        page.visit("?item=utslapp").await;
        let outwards: Vec<(String, String, String)> = page.js("[...document.querySelectorAll('a[href^=http]')].filter((e) => e.origin !== location.origin).map((e) => [e.protocol, e.rel, e.target])").await;
        assert!(!outwards.is_empty());
        assert!(outwards.iter().all(|(scheme, rel, target)| scheme == "https:" && rel == "noopener noreferrer" && target == "_blank"), "{outwards:?}");
    })
    .await;
}
