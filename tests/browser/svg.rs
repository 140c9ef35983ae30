//! The graphics are what was written. (Leptos 0.8 wraps an all-literal child of a graphic in a `<g>`, and puts a literal
//! `<title>` in the wrong namespace.)

use super::support::{DESKTOP, scenario};

#[tokio::test]
async fn no_graphic_holds_a_stray_element() {
    scenario(DESKTOP, async |page| {
        page.visit("").await;
        page.find("svg").await;
        page.assert_clean_svg().await;
    })
    .await;
}
