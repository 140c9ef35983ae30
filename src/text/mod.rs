//! Every word the app says, in Swedish and English, and numbers and dates as a Swede or an Englishman writes them.
//!
//! [`Texts`] has one field a phrase and two values, [`sv::SV`] and [`en::EN`]: a phrase that one language lacks does not
//! compile. Words that belong to the contract's vocabularies are in [`vocabulary`].
//!
//! Longer than most: it names every phrase that the app says.

pub mod case;
pub mod chart;
pub mod date;
pub mod en;
pub mod failure;
pub mod notice;
pub mod number;
pub mod portfolio;
pub mod problem;
pub mod several;
pub mod share;
pub mod sheet;
pub mod sv;
pub mod table;
pub mod vocabulary;
pub mod words;

use crate::contract::Lang;

/// The phrases of one language.
#[derive(Debug)]
#[allow(missing_docs)] // the field names say which phrase it is; a sentence each would only repeat it
pub struct Texts {
    pub app: &'static str,
    pub skip: &'static str,
    pub views: &'static str,
    pub map: &'static str,
    pub roadmap: &'static str,
    pub version: &'static str,
    pub turns: &'static str,
    pub step: &'static str,
    pub focus_area: &'static str,
    pub party: &'static str,
    pub all: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub clear: &'static str,
    pub graphic: &'static str,
    pub list: &'static str,
    pub show_as: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub theme_contrast: &'static str,
    pub open: &'static str,
    pub open_title: &'static str,
    pub open_built_in: &'static str,
    pub open_url: &'static str,
    pub open_url_hint: &'static str,
    pub open_file: &'static str,
    pub open_pick: &'static str,
    pub open_file_hint: &'static str,
    pub open_paste: &'static str,
    pub open_paste_hint: &'static str,
    pub open_do: &'static str,
    pub close: &'static str,
    pub retry: &'static str,
    pub loading: &'static str,
    pub reading: &'static str,
    pub more: &'static str,
    pub more_failed: &'static str,
    pub refused: &'static str,
    pub kept: &'static str,
    pub place_line: &'static str,
    pub place_column: &'static str,
    pub play: &'static str,
    pub pause: &'static str,
    pub coming: &'static str,
    pub document_only: &'static str,
    pub document_only_long: &'static str,
    pub excerpt: &'static str,
    pub excerpt_long: &'static str,
    pub signed: &'static str,
    pub signed_unknown: &'static str,
    pub stated_by: &'static str,
    pub arena: [&'static str; 2],
    pub arena_who: &'static str,
    pub aim: &'static str,
    pub outside: &'static str,
    pub undated: &'static str,
    pub contract_lane: &'static str,
    pub today: &'static str,
    pub today_go: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub fit: &'static str,
    pub compressed: &'static str,
    pub no_match: &'static str,
    pub keys_map: &'static str,
    pub keys_roadmap: &'static str,
    pub legend: &'static str,
    pub signing: &'static str,
    pub loose: &'static str,
    pub about: &'static str,
    pub parties: &'static str,
    pub focus_areas: &'static str,
    pub documents: &'static str,
    pub coverage: &'static str,
    pub coverage_what: &'static str,
    pub coverage_of: &'static str,
    pub example: &'static str,
    pub origin: &'static str,
    pub responsible: &'static str,
    pub time: &'static str,
    pub cost: &'static str,
    pub effect: &'static str,
    pub funding: &'static str,
    pub levers: &'static str,
    pub co_benefits: &'static str,
    pub process: &'static str,
    pub scope: &'static str,
    pub goal_aim: &'static str,
    pub year: &'static str,
    pub target: &'static str,
    pub consumption: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub amount: &'static str,
    pub measures: &'static str,
    pub measures_none: &'static str,
    pub belongs_to: &'static str,
    pub related: &'static str,
    pub needs: &'static str,
    pub needed_by: &'static str,
    pub about_goal: &'static str,
    pub gaps: &'static str,
    pub same_step: &'static str,
    pub also_in: &'static str,
    pub cross_cutting: &'static str,
    pub not_stated: &'static str,
    pub source: &'static str,
    pub section: &'static str,
    pub page: &'static str,
    pub placed_by_editor: &'static str,
    pub placed_by_editor_levers: &'static str,
    pub placed_by_municipality: &'static str,
    pub not_placed: &'static str,
    pub joint: &'static str,
    pub changed: &'static str,
    pub next_step: &'static str,
    pub release: &'static str,
    pub sector: &'static str,
    pub total: &'static str,
    pub series: &'static str,
    pub gap_title: &'static str,
    pub lesson_title: &'static str,
    pub map_credit: &'static str,
    pub hints: &'static str,
    pub opens_new: &'static str,
    pub commitments: &'static str,
    pub kind: &'static str,
    pub title: &'static str,
    pub summary: &'static str,
    pub number: &'static str,
    pub status: &'static str,
    pub compare_with: &'static str,
    pub compare_none: &'static str,
    pub group_by: &'static str,
    pub change: &'static str,
    pub compared_to: &'static str,
    pub was: &'static str,
    pub is: &'static str,
    pub gone_from: &'static str,
    pub came_from: &'static str,
    pub became: &'static str,
    pub sharper: &'static str,
    pub weaker: &'static str,
    pub nothing_claimed: &'static str,
    pub nothing_claimed_bare: &'static str,
    pub partly_known: &'static str,
    pub since: &'static str,
    pub nothing_new: &'static str,
    pub strands: &'static str,
    pub no_promises: &'static str,
    pub no_party: &'static str,
    pub no_process: &'static str,
    pub not_read: &'static str,
    pub nobody_has: &'static str,
    pub joint_numbers: &'static str,
    pub joint_numbers_why: &'static str,
    pub lessons_between: &'static str,
    pub keys_strands: &'static str,
    pub abreast: &'static str,
    pub example_short: &'static str,
    pub matrix: &'static str,
    pub matrix_what: &'static str,
    pub matrix_none: &'static str,
    pub unmentioned: &'static str,
    pub not_there: &'static str,
    pub no_measures: &'static str,
    pub filtered_out: &'static str,
    pub others_shown: &'static str,
    pub who: &'static str,
    pub who_nobody: &'static str,
    pub who_alone: &'static str,
    pub who_like: &'static str,
    pub who_like_focus: &'static str,
    pub who_more: &'static str,
    pub find: &'static str,
    pub find_hint: &'static str,
    pub find_none: &'static str,
    pub pick: &'static str,
    pub open_together: &'static str,
    pub open_added: &'static str,
    pub share: &'static str,
    pub own_window: &'static str,
    pub share_link: &'static str,
    pub share_what: &'static str,
    pub share_local: &'static str,
    pub share_native: &'static str,
    pub share_qr: &'static str,
    pub share_embed: &'static str,
    pub share_view: &'static str,
    pub share_lang: &'static str,
    pub share_height: &'static str,
    pub share_version: &'static str,
    pub share_follows: &'static str,
    pub share_way: &'static str,
    pub share_iframe: &'static str,
    pub share_element: &'static str,
    pub share_shortcode: &'static str,
    pub share_no_shortcode: &'static str,
    pub share_code: &'static str,
    pub share_preview: &'static str,
    pub share_cite: &'static str,
    pub share_files: &'static str,
    pub share_print: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub portfolio: &'static str,
    pub rows: &'static str,
    pub columns: &'static str,
    pub sort: &'static str,
    pub empty: &'static str,
    pub portfolio_what: &'static str,
    pub portfolio_none: &'static str,
    pub keys_portfolio: &'static str,
    pub grid: &'static str,
    pub in_all: &'static str,
    pub link_needs: &'static str,
    pub link_serves: &'static str,
    pub link_shares: &'static str,
    pub links: &'static str,
    pub shares: &'static str,
    pub missing: &'static str,
    pub each_version: &'static str,
    pub figures: &'static str,
    pub data_table: &'static str,
    pub get: &'static str,
    pub get_csv: &'static str,
    pub get_json: &'static str,
    pub get_svg: &'static str,
    pub get_png: &'static str,
    pub get_square: &'static str,
    pub get_page: &'static str,
    pub picture_failed: &'static str,
    pub square_failed: &'static str,
    pub page_failed: &'static str,
    pub one_file: &'static str,
    pub saved_from: &'static str,
    pub get_table: &'static str,
    pub pasted: &'static str,
    pub table_title: &'static str,
    pub table_what: &'static str,
    pub table_municipality: &'static str,
    pub table_label: &'static str,
    pub table_column: &'static str,
    pub table_role: &'static str,
    pub table_cells: &'static str,
    pub table_example: &'static str,
    pub table_doubts: &'static str,
    pub table_placing: &'static str,
    pub table_open: &'static str,
    pub table_beside: &'static str,
    pub table_need: &'static str,
    pub table_left: &'static str,
    pub statement: &'static str,
    pub privacy: &'static str,
    pub cancel: &'static str,
}

impl Texts {
    /// The phrases of a language.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Sv => &sv::SV,
            Lang::En => &en::EN,
        }
    }
}

/// A sentence in Swedish and in English, with a `{}` in the place of each of its parts.
pub type Both = [&'static str; 2];

/// A sentence with its parts, which stand in the same order in both languages. `format!` would make code of every one.
#[must_use]
pub fn say(lang: Lang, [sv, en]: &Both, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let mut said = String::new();
    for (place, piece) in pick(lang, sv, en).split("{}").enumerate() {
        if place > 0 {
            let part = parts.next();
            debug_assert!(part.is_some(), "a part is missing: {sv}");
            said.push_str(part.copied().unwrap_or_default());
        }
        said.push_str(piece);
    }
    said
}

/// Chooses between the Swedish and the English wording.
#[must_use]
pub fn pick<'a>(lang: Lang, sv: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}
