//! Paper: every view fits its width, nothing is cut in two, and what only a screen can use is left out.

use super::support::{DESKTOP, PHONE, Page, Screen, scenario};

/// What is between the margins of the sheets, in CSS pixels: A4 upright and on its side, A3 upright.
const SHEETS: [(u32, u32); 3] = [(703, 1032), (1032, 703), (1032, 1497)];

/// Lays the page out for a sheet, as a browser does when it prints.
async fn print_on(page: &Page, (width, height): (u32, u32)) {
    page.resize(Screen {
        width,
        height,
        touch: false,
    });
    page.as_print();
    page.js::<()>("void window.dispatchEvent(new Event('beforeprint'))")
        .await;
}

#[tokio::test]
async fn every_view_fits_the_sheet() {
    scenario(DESKTOP, async |page| {
        for view in ["map", "roadmap", "portfolio", "commitments", "share"] {
            page.resize(DESKTOP);
            page.visit(&format!("?contract=exempelkommun&view={view}"))
                .await;
            page.until_root("data-view", view).await;
            for (width, height) in SHEETS {
                print_on(page, (width, height)).await;
                page.until(
                    "document.querySelector('.tm-share, .tm-list') !== null",
                    "the list stands below the drawing",
                )
                .await;
                let wide: Vec<String> = page
                    .js(&format!(
                        "[...document.querySelectorAll('.tm-app *')]
                           .filter((e) => !e.closest('.tm-hidden-text, svg svg') && e.getClientRects().length)
                           .filter((e) => e.getBoundingClientRect().right > {width} + 1 || e.getBoundingClientRect().left < -1)
                           .filter((e) => !e.closest('svg') || e.localName === 'svg')
                           .map((e) => `${{e.localName}}.${{e.getAttribute('class')}}`)"
                    ))
                    .await;
                assert!(wide.is_empty(), "{view} on {width} × {height}: {wide:?}");
                let high: Vec<f64> = page
                    .js(&format!(
                        "[...document.querySelectorAll('svg.tm-drawing, .tm-paper tr, .tm-entry')]
                           .map((e) => e.getBoundingClientRect().height).filter((it) => it > {height})"
                    ))
                    .await;
                assert!(high.is_empty(), "{view} on {width} × {height}: {high:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_high_drawing_is_printed_in_pieces_with_each_row_once() {
    scenario(PHONE, async |page| {
        for view in ["roadmap", "commitments"] {
            page.resize(PHONE);
            page.visit(&format!("?contract=exempelkommun&view={view}"))
                .await;
            page.until("document.querySelector('.tm-drawing')", "it is drawn")
                .await;
            print_on(page, SHEETS[0]).await;
            page.until(
                "document.querySelectorAll('.tm-paper tbody tr').length > 3",
                "it is in pieces",
            )
            .await;
            let seen: Vec<String> = page
                .js("[...document.querySelectorAll('svg.tm-drawing:not(.tm-paper *)')].filter((e) => e.getClientRects().length).map((e) => e.outerHTML.slice(0, 80))")
                .await;
            assert!(seen.is_empty(), "{view}: the whole is not there as well: {seen:?}");
            // Wherever a mark lies inside the piece that it is drawn in, it is seen: once in all.
            let twice: Vec<String> = page
                .js("[...document.querySelectorAll('.tm-paper .tm-mark')].filter((mark) => {
                       const [piece, it] = [mark.closest('svg'), mark.querySelector('path')].map((e) => e.getBoundingClientRect());
                       return it.top + it.height / 2 > piece.top && it.top + it.height / 2 < piece.bottom;
                     }).map((mark) => `${mark.dataset.item} ${mark.dataset.version ?? ''}`)
                     .filter((it, at, all) => all.indexOf(it) !== at)")
                .await;
            assert!(twice.is_empty(), "{view}: {twice:?}");
            page.js::<()>("void window.dispatchEvent(new Event('afterprint'))")
                .await;
            page.until("!document.querySelector('.tm-paper')", "the screen is as it was")
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_only_a_screen_can_use_is_not_printed() {
    scenario(DESKTOP, async |page| {
        page.visit("?contract=exempelkommun&view=portfolio").await;
        print_on(page, SHEETS[0]).await;
        let left: Vec<String> = page
            .js("[...document.querySelectorAll('.tm-app :is(select, input, .tm-button)')].filter((e) => e.getClientRects().length).map((e) => e.outerHTML.slice(0, 80))")
            .await;
        assert!(left.is_empty(), "{left:?}");
        let figures: Vec<bool> = page
            .js("[...document.querySelectorAll('.tm-chart-card')].map((e) => e.querySelector('.tm-figures')?.getClientRects().length > 0)")
            .await;
        assert!(!figures.is_empty() && figures.iter().all(|it| *it), "each chart has its table: {figures:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_printed_is_there_as_soon_as_the_browser_has_told_of_it() {
    scenario(DESKTOP, async |page| {
        for (view, part) in [("map", ".tm-list"), ("roadmap", ".tm-paper")] {
            page.visit(&format!("?view={view}")).await;
            let (before, after): (usize, usize) = page
                .js(&format!(
                    "(() => {{
                       const count = () => document.querySelectorAll('{part}').length;
                       const before = count();
                       window.dispatchEvent(new Event('beforeprint'));
                       return [before, count()];
                     }})()"
                ))
                .await;
            assert_eq!((before, after), (0, 1), "{view}");
        }
    })
    .await;
}
