//! Handing on: the link, the code for another page, the citation, and what can be taken home.

use super::support::{DESKTOP, PHONE, scenario};

/// The text of a field that can be copied.
fn field(number: usize) -> String {
    format!("document.querySelector('[data-copy=\"{number}\"]').value")
}

#[tokio::test]
async fn the_link_shows_what_was_looked_at() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&step=portfolio&item=klimatinvesteringsplan")
            .await;
        page.press("Dela").await;
        page.until_root("data-view", "share").await;
        page.until(
            "document.querySelector('[data-copy]') !== null",
            "there is a link",
        )
        .await;
        let link: String = page.js(&field(0)).await;
        assert_eq!(
            link,
            page.site
                .url("?view=roadmap&step=portfolio&item=klimatinvesteringsplan")
        );
        page.choose("Vy", "Portfölj").await;
        page.until(
            &format!("{}.includes('view=portfolio')", field(0)),
            "another view",
        )
        .await;
        assert_eq!(page.count("svg.tm-qr path").await, 1, "and its code");
        let cited: String = page.js(&field(2)).await;
        assert!(
            cited.contains("Örebro kommun")
                && cited.contains("2025/26")
                && cited.contains("view=portfolio"),
            "{cited}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_code_for_another_page_shows_there_what_the_preview_shows() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=share&contract=lund").await;
        page.until(
            "document.querySelector('.tm-preview') !== null",
            "there is a preview",
        )
        .await;
        page.choose("Språk", "English").await;
        page.choose("Version som visas", "2024 (EU)").await;
        page.write(".tm-share input[type=number]", "500").await;
        page.until(
            &format!("{}.includes('height=\"500\"')", field(1)),
            "the height is taken up",
        )
        .await;
        let code: String = page.js(&field(1)).await;
        assert!(
            code.contains("embed=1") && code.contains("lang=en") && code.contains("v=2024"),
            "{code}"
        );
        page.site.put(
            "inklistrad.html",
            format!("<!doctype html><html lang=sv><meta charset=utf-8><title>Sida</title>{code}"),
        );
        page.open("test/inklistrad.html").await;
        let inside = "document.querySelector('iframe').contentDocument";
        page.until(
            &format!("{inside}?.querySelector('[data-app=ready]') !== null"),
            "the frame shows it",
        )
        .await;
        let version: String = page
            .js(&format!(
                "{inside}.querySelector('[data-app]').dataset.version"
            ))
            .await;
        assert_eq!(version, "2024 (EU)");
        assert!(page.text("p a").await.starts_with("Open "));
        page.until(
            "document.querySelector('iframe').height !== '500'",
            "and its height follows",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn an_element_and_a_shortcode_are_written_too() {
    scenario(PHONE, async |page| {
        page.visit("?view=share&contract=helsingborg").await;
        page.until(
            "document.querySelector('[data-copy=\"1\"]') !== null",
            "there is code",
        )
        .await;
        page.choose("Klistra in som", "element (webbkomponent)")
            .await;
        page.until(
            &format!(
                "{}.includes('<transition-map contract=\"helsingborg\"')",
                field(1)
            ),
            "the element",
        )
        .await;
        page.choose("Klistra in som", "kortkod i WordPress").await;
        page.until(
            &format!(
                "{}.startsWith('[omstallningskarta contract=\"helsingborg\"')",
                field(1)
            ),
            "the shortcode",
        )
        .await;
        let sideways: bool = page
            .js("document.documentElement.scrollWidth > innerWidth")
            .await;
        assert!(!sideways);
    })
    .await;
}

#[tokio::test]
async fn copying_says_whether_it_went_well() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=share").await;
        page.until("document.querySelector('[data-copy]') !== null", "there is a link").await;
        page.run("navigator.clipboard.writeText = (text) => { window.kept = text; return Promise.resolve(); }").await;
        page.run("document.querySelector('.tm-copy button').click()").await;
        page.until("document.querySelector('.tm-copy [role=status]').textContent === 'Kopierat.'", "it says so").await;
        assert_eq!(page.js::<String>("window.kept").await, page.js::<String>(&field(0)).await);
        page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))").await;
        page.run("document.querySelector('.tm-copy button').click()").await;
        page.until(
            "document.querySelector('.tm-copy [role=status]').textContent.includes('kopiera själv')",
            "or that it did not",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_is_only_in_this_browser_is_not_linked_to() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.press("Öppna kontrakt").await;
        page.choose_file(
            super::opening::FILE,
            "egen.json",
            super::opening::sample("valid/minimal.json"),
        )
        .await;
        super::opening::until_open(page, "egen-fil").await;
        page.press("Dela").await;
        page.until(
            "document.querySelector('.tm-share .tm-unread') !== null",
            "it says so",
        )
        .await;
        assert_eq!(
            page.count("[data-copy='0'], [data-copy='1'], .tm-preview")
                .await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn pictures_are_taken_of_the_view_that_is_handed_on() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap").await;
        page.press("Dela").await;
        page.until(
            "document.querySelector('.tm-share .tm-get') !== null",
            "there is something to take home",
        )
        .await;
        page.run("document.querySelector('.tm-share .tm-get button').click()")
            .await;
        page.until_root("data-view", "roadmap").await;
        let list = page.downloaded("orebro-kommun-2025-26-roadmap.csv").await;
        assert!(!list.is_empty());
    })
    .await;
}
