//! The lessons of each version, between it and the one before.

use crate::contract::{Item, Kind};
use crate::markup::el;
use crate::state::Action;
use crate::view::act::Act;
use crate::view::desk::Open;
use crate::view::{Node, facts};

/// The lessons of each version, between it and the one before: what was learned, and what that changed.
pub fn lessons(open: &Open<'_>) -> Option<Node> {
    let (contract, lang, t) = (open.contract, open.lang, open.t);
    let versions = contract.versions.iter().enumerate();
    let columns: Vec<Node> = versions
        .filter(|(_, it)| !it.lessons.is_empty())
        .map(|(at, version)| {
            let before = at.checked_sub(1).and_then(|it| contract.versions.get(it));
            let between = match before {
                Some(before) => format!("{} → {}", before.label, version.label),
                None => version.label.clone(),
            };
            let cards = version.lessons.iter().map(|lesson| {
                let item = Item::Lesson(lesson);
                let (title, title_lang) = facts::title(contract, &item, lang);
                let said = |field: &'static str, text: &Option<String>| {
                    text.as_deref().map(|text| {
                        let (text, lang) = contract.text(&lesson.id, field, text, lang);
                        el("p").set("lang", lang.as_str()).text(text)
                    })
                };
                let changed = said("changed", &lesson.changed);
                el("li")
                    .set("class", "tm-lesson-card")
                    .set("data-item", lesson.id.as_str())
                    .set("data-kind", Kind::Lesson.as_str())
                    .set("data-version", &version.label)
                    .child(
                        el("button")
                            .set("type", "button")
                            .set("class", "tm-link")
                            .set("lang", title_lang.as_str())
                            .text(title)
                            .press(Act::DoAll(vec![
                                Action::FocusVersion(version.label.clone()),
                                Action::Select(lesson.id.clone()),
                            ])),
                    )
                    .children(said("learned", &lesson.learned).filter(|_| lesson.title.is_some()))
                    .children(
                        changed.map(|it| el("div").child(el("strong").text(t.changed)).child(it)),
                    )
            });
            el("section")
                .set("class", "tm-lesson-column")
                .class_if(at > open.at, "tm-ahead")
                .child(el("h4").text(between))
                .child(el("ul").children(cards))
        })
        .collect();
    (!columns.is_empty()).then(|| {
        el("section")
            .set("class", "tm-lessons")
            .child(el("h3").text(t.lessons_between))
            .child(
                el("div")
                    .set("class", "tm-lesson-columns")
                    .children(columns),
            )
    })
}
