//! The foot of the page: the ways to what is said of the app itself. A page that frames the app has a foot of its own.

use super::Node;
use crate::contract::Lang;
use crate::markup::el;
use crate::state::State;
use crate::text::Texts;

/// The pages about the app, beside it: in Swedish and in English.
const STATEMENT: [&str; 2] = ["tillganglighet.html", "accessibility.html"];
const PRIVACY: [&str; 2] = ["integritet.html", "privacy.html"];

/// The foot of the page.
pub fn foot(state: &State) -> Node {
    let foot = el("footer").set("class", "tm-foot");
    if state.embed {
        return foot.set("hidden", "");
    }
    let t = Texts::of(state.lang);
    let link = |[sv, en]: [&'static str; 2], name| {
        let page = match state.lang {
            Lang::Sv => sv,
            Lang::En => en,
        };
        el("a").set("href", page).text(name)
    };
    foot.child(link(STATEMENT, t.statement))
        .child(link(PRIVACY, t.privacy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_foot_leads_to_the_pages_of_the_language_and_is_no_part_of_another_page() {
        let said = |lang, embed| {
            let state = State {
                lang,
                embed,
                ..State::default()
            };
            foot(&state).to_html()
        };
        assert!(
            said(Lang::Sv, false)
                .contains("href=\"tillganglighet.html\">Tillgänglighetsredogörelse<")
        );
        assert!(said(Lang::En, false).contains("href=\"privacy.html\">Privacy<"));
        assert!(!said(Lang::Sv, true).contains("href"));
        for name in STATEMENT.iter().chain(&PRIVACY) {
            let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("public")
                .join(name);
            assert!(file.is_file(), "{name}");
        }
    }
}
