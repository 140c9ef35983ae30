//! Which items the state lets through.

use super::state::State;
use crate::contract::word::PartyKind;
use crate::contract::{Contract, Id, Item, Lang};
use crate::text::case;

/// The texts of an item that are searched, as `translations` names them.
const SEARCHED: [&str; 5] = ["title", "summary", "role", "learned", "responsible"];

impl State {
    /// True when some items may be left out.
    #[must_use]
    pub fn has_filter(&self) -> bool {
        self.step.is_some()
            || self.focus.is_some()
            || self.party.is_some()
            || self.change.is_some()
            || !self.query.trim().is_empty()
    }

    /// True when the item passes every filter. An item passes a focus area only when the contract names it
    /// for that item: one that cuts across belongs to none.
    #[must_use]
    pub fn admits(&self, item: &Item<'_>, contract: &Contract) -> bool {
        self.step.is_none_or(|step| item.steps().contains(&step))
            && self
                .focus
                .as_ref()
                .is_none_or(|id| item.focus_areas().contains(id))
            && self
                .party
                .as_ref()
                .is_none_or(|id| carries(id, item, contract))
            && self.finds(item, contract)
    }

    /// True when every word of the search occurs somewhere in the item's texts, whatever its case. `a` is not `å`.
    fn finds(&self, item: &Item<'_>, contract: &Contract) -> bool {
        let query = case::lower(&self.query);
        let mut words = query.split_whitespace().peekable();
        if words.peek().is_none() {
            return true;
        }
        let text = case::lower(&searched(item, contract, self.lang).join("\n"));
        words.all(|word| text.contains(word))
    }
}

/// Whether a party carries an item: it is named for it; or nobody is, and the contract is that municipality's own.
fn carries(id: &Id, item: &Item<'_>, contract: &Contract) -> bool {
    let named = item.parties();
    let is_municipality = || {
        contract
            .party(id)
            .is_some_and(|party| party.kind == Some(PartyKind::Municipality))
    };
    named.contains(&id) || (named.is_empty() && is_municipality())
}

/// The texts of an item, in the contract's language and in `lang`.
fn searched<'a>(item: &Item<'a>, contract: &'a Contract, lang: Lang) -> Vec<&'a str> {
    let mut texts: Vec<&str> = item.title().into_iter().chain(item.summary()).collect();
    texts.extend(item.responsible().iter().map(String::as_str));
    texts.extend(
        SEARCHED
            .iter()
            .filter_map(|field| translated(contract, item.id(), field, lang)),
    );
    for party in item
        .parties()
        .into_iter()
        .filter_map(|id| contract.party(id))
    {
        texts.push(&party.name);
        texts.extend(translated(contract, &party.id, "name", lang));
    }
    // A gap without a name is shown under its goal's.
    if let Item::Gap(gap) = item
        && let Some(about) = &gap.about
    {
        let goals = contract
            .versions
            .iter()
            .flat_map(|it| &it.goals)
            .filter(|it| &it.id == about);
        texts.extend(goals.map(|it| it.title.as_str()));
        texts.extend(translated(contract, about, "title", lang));
    }
    texts
}

fn translated<'a>(contract: &'a Contract, id: &Id, field: &str, lang: Lang) -> Option<&'a str> {
    contract.translations.text(lang.as_str(), id, field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Step;
    use crate::state::sample;

    /// The ids that a state lets through in the version in focus.
    fn admitted(state: &State) -> Vec<String> {
        let contract = sample::contract();
        let items = contract.items(state.version_index(&contract).unwrap_or_default());
        items
            .iter()
            .filter(|it| state.admits(it, &contract))
            .map(|it| it.id().to_string())
            .collect()
    }

    fn search(query: &str, lang: Lang) -> Vec<String> {
        admitted(&State {
            query: query.to_owned(),
            lang,
            ..State::default()
        })
    }

    #[test]
    fn without_a_filter_every_item_passes() {
        assert_eq!(admitted(&State::default()).len(), 6);
        assert_eq!(search(" \t", Lang::Sv).len(), 6);
        assert!(
            !State {
                query: "  ".into(),
                ..State::default()
            }
            .has_filter()
        );
        assert!(
            State {
                query: "x".into(),
                ..State::default()
            }
            .has_filter()
        );
    }

    #[test]
    fn every_word_must_occur_in_one_of_the_texts_whatever_its_case() {
        let rows: [(&str, Lang, &[&str]); 14] = [
            ("elbuss", Lang::Sv, &["elbussar"]),
            ("ELBUSSAR åby", Lang::Sv, &["elbussar"]),
            ("dieseln  Åby", Lang::Sv, &["elbussar"]),
            ("aby", Lang::Sv, &[]),
            ("elbussar lund", Lang::Sv, &[]),
            ("trafikkontoret", Lang::Sv, &["elbussar"]),
            ("electric", Lang::En, &["elbussar"]),
            ("electric dieseln", Lang::En, &["elbussar"]),
            ("electric", Lang::Sv, &[]),
            ("exempelverket", Lang::Sv, &["lofte", "lofte-1"]),
            ("agency", Lang::En, &["lofte", "lofte-1"]),
            ("klimatneutral", Lang::Sv, &["mal", "glapp"]),
            ("BÖRJA", Lang::Sv, &["lardom"]),
            ("%", Lang::Sv, &[]),
        ];
        for (query, lang, expected) in rows {
            assert_eq!(
                search(query, lang),
                expected,
                "{query} in {}",
                lang.as_str()
            );
        }
    }

    #[test]
    fn what_nobody_is_named_for_is_the_municipality_s_own() {
        let mut contract = sample::contract();
        let at = State::default()
            .version_index(&contract)
            .expect("the sample has versions");
        let party = contract
            .parties
            .iter_mut()
            .find(|party| party.id.as_str() == "kommunen");
        party.expect("the sample names it").kind = Some(PartyKind::Municipality);
        let state = State {
            party: Some("kommunen".into()),
            ..State::default()
        };
        for item in contract.items(at) {
            let named = item.parties();
            let expected = named.is_empty() || named.iter().any(|id| id.as_str() == "kommunen");
            assert_eq!(state.admits(&item, &contract), expected, "{}", item.id());
        }
    }

    #[test]
    fn process_focus_area_and_party_are_those_the_contract_names() {
        let state = State::default();
        assert_eq!(
            admitted(&State {
                step: Some(Step::Action),
                ..state.clone()
            }),
            ["elbussar"],
            "any of its processes"
        );
        assert_eq!(
            admitted(&State {
                focus: Some("energi".into()),
                ..state.clone()
            }),
            ["lofte", "lofte-1"]
        );
        assert_eq!(
            admitted(&State {
                party: Some("kommunen".into()),
                ..state.clone()
            }),
            ["lardom"]
        );
        let two = State {
            step: Some(Step::Mandate),
            query: "första".into(),
            ..state
        };
        assert_eq!(admitted(&two), ["lofte-1"], "all at once");
    }
}
