//! What guards every scenario does guard: each of these pages does what no page of the app may do, and is caught.

use super::support::{DESKTOP, PHONE, scenario};

#[tokio::test]
async fn a_breach_of_the_policy_is_an_error() {
    scenario(DESKTOP, async |page| {
        page.site.put(
            "page.html",
            r#"<!doctype html><p style="color: red">Rött</p>"#,
        );
        page.open("test/page.html").await;
        let errors = page.console_errors();
        assert!(
            errors.len() == 1 && errors[0].contains("style-src 'self'"),
            "{errors:?}"
        );
        page.expect_error("style-src 'self'");
    })
    .await;
}

#[tokio::test]
async fn an_uncaught_exception_and_a_missing_file_are_errors() {
    scenario(DESKTOP, async |page| {
        page.site.put(
            "page.html",
            r#"<!doctype html><script src="bad.js"></script><img src="none.png" alt="">"#,
        );
        page.site.put(
            "bad.js",
            "Promise.reject(new Error('lost')); throw new Error('thrown');",
        );
        page.open("test/page.html").await;
        let errors = page.console_errors().join("\n");
        assert!(
            ["thrown", "lost", "none.png"]
                .iter()
                .all(|word| errors.contains(word)),
            "{errors}"
        );
        page.expect_error("");
    })
    .await;
}

#[tokio::test]
async fn a_request_to_another_origin_is_seen_even_without_an_answer() {
    scenario(DESKTOP, async |page| {
        let elsewhere = page.other.url("test/missing");
        page.site.put(
            "page.html",
            r#"<!doctype html><script src="ask.js"></script>"#,
        );
        page.site.put(
            "ask.js",
            format!("fetch('{elsewhere}').catch(() => document.title = 'asked');"),
        );
        page.open("test/page.html").await;
        page.until("document.title === 'asked'", "the page has asked")
            .await;
        assert_eq!(page.requests_to_other_origins(), [elsewhere]);
        assert_eq!(page.other.requests().len(), 1);
        page.expect_requests_to(&page.other);
        page.expect_error("");
    })
    .await;
}

#[tokio::test]
async fn a_stray_group_and_a_title_of_html_are_found() {
    scenario(DESKTOP, async |page| {
        page.site.put("page.html", "<!doctype html><svg><g><circle r='1'/></g></svg><svg id='s'></svg><script src='add.js'></script>");
        page.site.put("add.js", "document.getElementById('s').append(document.createElement('title'));");
        page.open("test/page.html").await;
        assert_eq!(page.stray_svg().await, [r#"<g><circle r="1"></circle></g>"#, "<title></title>"]);
    })
    .await;
}

#[tokio::test]
async fn axe_runs_under_the_policy_and_finds_a_nameless_button() {
    scenario(DESKTOP, async |page| {
        page.site.put(
            "page.html",
            "<!doctype html><html lang='sv'><title>T</title><button></button>",
        );
        page.open("test/page.html").await;
        let violations = page.axe().await;
        assert!(
            violations.len() == 1 && format!("{violations:?}").contains("button-name"),
            "{violations:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn keys_and_clicks_reach_the_page() {
    scenario(DESKTOP, async |page| {
        let form = "<!doctype html><title>T</title><label>A<input id='a'></label><button id='b'>B</button><script src='on.js'></script>";
        page.site.put("page.html", form);
        page.site.put("on.js", "b.onclick = (e) => document.title += e.shiftKey ? 'S' : 'B'; onwheel = (e) => document.title += e.ctrlKey ? 'Z' : 'W';");
        page.open("test/page.html").await;
        page.keys("Tab h i Tab Enter Shift+Tab").await;
        assert_eq!(page.js::<String>("a.value").await, "hi");
        page.write("#a", "hej").await;
        page.click("#b").await;
        page.wheel("#b", 10, true).await;
        page.until("document.title === 'TBBZ'", "a key, a click and the wheel have come").await;
        assert_eq!(page.js::<String>("a.value").await, "hej");
        assert_eq!(page.focused().await, "button#b B");
    })
    .await;
}

#[tokio::test]
async fn a_file_can_be_saved_and_chosen() {
    scenario(DESKTOP, async |page| {
        page.site.put("page.html", "<!doctype html><a id='a' download='ut.txt' href='data.txt'>Spara</a><input type='file' id='f'>");
        page.site.put("data.txt", "åäö");
        page.open("test/page.html").await;
        page.click("#a").await;
        assert_eq!(page.downloaded("ut.txt").await, "åäö".as_bytes());
        page.choose_file("#f", "in.txt", "öäå").await;
        assert_eq!(page.js::<String>("f.files[0].text()").await, "öäå");
    })
    .await;
}

#[tokio::test]
async fn a_reader_has_a_screen_and_wishes() {
    scenario(PHONE, async |page| {
        page.site.put(
            "page.html",
            "<!doctype html><meta name='viewport' content='width=device-width'>",
        );
        page.expect_error("test/missing");
        page.open("test/page.html").await;
        assert_eq!(
            page.js::<(u32, u32)>("[innerWidth, innerHeight]").await,
            (PHONE.width, PHONE.height)
        );
        let matches = |query: &str| format!("matchMedia('({query})').matches");
        // Forced colours are a system's own, so that there is no asking for dark ones.
        for wishes in [
            &[
                ("prefers-color-scheme", "dark"),
                ("prefers-reduced-motion", "reduce"),
            ][..],
            &[("forced-colors", "active")],
        ] {
            page.prefer(wishes);
            for address in ["test/page.html", "test/missing", "test/page.html"] {
                page.open(address).await;
                assert!(
                    page.js::<bool>(&matches("pointer: coarse")).await,
                    "each page has the same screen"
                );
                for (name, value) in wishes {
                    assert!(
                        page.js::<bool>(&matches(&format!("{name}: {value}"))).await,
                        "{address}: {name}"
                    );
                }
            }
        }
        page.prefer(&[]);
        assert!(
            page.js::<bool>(&matches("forced-colors: none")).await,
            "and is free to have none"
        );
        page.as_print();
        assert!(page.js::<bool>("matchMedia('print').matches").await);
    })
    .await;
}

#[tokio::test]
async fn an_address_may_misbehave() {
    scenario(DESKTOP, async |page| {
        page.site.put("page.html", "<!doctype html>");
        page.open("test/page.html").await;
        page.expect_error("");
        page.expect_requests_to(&page.other);
        let get = |address: &str| format!("fetch('{address}').then(async (a) => `${{a.status}} ${{(await a.blob()).size}}`).catch((e) => e.name)");
        assert_eq!(page.js::<String>(&get("huge")).await, format!("200 {}", 40 * 1024 * 1024));
        assert!(page.js::<String>(&get("slow")).await.starts_with("200 "));
        assert_eq!(page.js::<String>(&get("redirect?data:,x")).await, "TypeError");
        assert_eq!(page.js::<String>(&get("redirect?page")).await, "200 50");
        assert_eq!(page.js::<String>(&get(&page.other.url("test/page"))).await, "TypeError");
        assert_eq!(page.js::<String>(&get(&page.other.url("cors/page"))).await, "200 50");
        let never = "fetch('never', { signal: AbortSignal.timeout(300) }).catch((e) => e.name)";
        assert_eq!(page.js::<String>(never).await, "TimeoutError");
    })
    .await;
}
