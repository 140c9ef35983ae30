//! The list twins: the same items as the drawing, and all that the contract says of each.

use super::orebro;
use super::support::{DESKTOP, PHONE, PROJECTOR, scenario};

#[tokio::test]
async fn the_list_has_the_items_of_the_drawing_whatever_is_filtered() {
    scenario(PROJECTOR, async |page| {
        for lang in ["sv", "en"] {
            let (list, picture) = if lang == "sv" {
                ("Lista", "Bild")
            } else {
                ("List", "Picture")
            };
            for view in ["map", "roadmap"] {
                for filter in [
                    "",
                    "&step=action",
                    "&focus=energi",
                    "&party=viable-cities",
                    "&q=klimat",
                    "&step=learning&q=uppf%C3%B6ljning",
                    "&q=finns%20inte",
                    "&v=2024",
                ] {
                    let query = format!("?view={view}&lang={lang}{filter}");
                    page.visit(&query).await;
                    let drawn = page.items("svg [data-item]:not([aria-hidden])").await;
                    page.press(list).await;
                    page.until_root("data-as", "list").await;
                    assert_eq!(page.items("li[data-item]").await, drawn, "{query}");
                    assert_eq!(page.count("svg.tm-drawing").await, 0);
                    page.press(picture).await;
                    page.until_root("data-as", "graphic").await;
                    assert_eq!(
                        page.items("svg [data-item]:not([aria-hidden])").await,
                        drawn,
                        "{query}"
                    );
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_fact_of_an_item_is_in_its_entry() {
    scenario(DESKTOP, async |page| {
        for query in ["?as=list", "?as=list&lang=en", "?as=list&view=roadmap"] {
            page.visit(query).await;
            let lacks: Vec<String> = page.js(LACKS).await;
            assert!(
                lacks.is_empty(),
                "{query}: the entries lack what the panel says:\n{}",
                lacks.join("\n")
            );
        }
    })
    .await;
}

/// Opens each entry in the panel, and returns what the panel says and the entry does not. What leads to other items is
/// not said of the item itself.
const LACKS: &str = "(async () => {
    const plain = (text) => text.replace(/\\s+/g, ' ').trim();
    const lacks = [];
    for (const id of [...document.querySelectorAll('li[data-item]')].map((e) => e.dataset.item)) {
        const entry = () => document.querySelector(`li[data-item='${id}']`);
        entry().querySelector('button').click();
        const title = () => entry().querySelector('h4').textContent;
        while (!location.search.includes(`item=${id}`) || document.querySelector('aside h2').textContent !== title()) await new Promise(requestAnimationFrame);
        const said = plain(entry().textContent), pairs = [...entry().querySelectorAll('dl > div')].map((e) => plain(e.firstElementChild.textContent) + ': ' + plain(e.lastElementChild.textContent));
        for (const dt of document.querySelectorAll('aside dl.tm-facts dt')) {
            const pair = plain(dt.textContent) + ': ' + plain(dt.nextElementSibling.textContent);
            const also = ['Även i', 'Also in'].includes(dt.textContent) && dt.nextElementSibling.textContent.split(', ').every((it) => said.includes(it));
            if (!pairs.includes(pair) && !also) lacks.push(id + ' lacks: ' + pair);
        }
        for (const e of document.querySelectorAll('aside :is(.tm-tags li, .tm-summary, .tm-source > p:not(:has(a)))')) {
            if (!said.includes(plain(e.textContent).replace(/\\.$/, ''))) lacks.push(id + ' lacks: ' + plain(e.textContent));
        }
    }
    return lacks;
})()";

#[tokio::test]
async fn an_unread_version_says_in_the_list_what_it_says_in_the_drawing() {
    scenario(DESKTOP, async |page| {
        page.visit("?v=2023").await;
        let (drawn, link) = (
            page.text(".tm-unread").await,
            page.attr(".tm-unread a", "href").await,
        );
        page.press("Lista").await;
        page.until_root("data-as", "list").await;
        assert_eq!(
            (
                page.text(".tm-list .tm-unread").await,
                page.attr(".tm-unread a", "href").await
            ),
            (drawn, link)
        );
        assert_eq!(page.count("li[data-item]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_list_of_the_roadmap_has_the_band_in_words() {
    scenario(DESKTOP, async |page| {
        page.visit("?view=roadmap&as=list").await;
        let list = page.text(".tm-list").await;
        for version in [
            "2022 · undertecknat: 8 december 2022",
            "2023 · undertecknat: 8 december 2023",
            "2024 · undertecknat: dag ej angiven",
            "2025/26 · undertecknat: dag ej angiven",
        ] {
            assert!(
                list.contains(version),
                "\"{version}\" is missing in: {list}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn an_entry_opens_the_panel_and_gets_the_focus_back() {
    scenario(PHONE, async |page| {
        page.visit("?as=list").await;
        let title = orebro::items()
            .into_iter()
            .find(|it| it.id == "atagande-7")
            .unwrap();
        page.click("li[data-item=atagande-7] button").await;
        page.until(
            &format!(
                "document.querySelector('aside h2').textContent === '{}'",
                title.text("title")
            ),
            "the sheet is up",
        )
        .await;
        page.press("Stäng").await;
        page.until(
            "document.activeElement.closest('li')?.dataset.item === 'atagande-7'",
            "the keyboard is back at the entry",
        )
        .await;
    })
    .await;
}
