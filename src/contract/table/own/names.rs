//! Focus areas, parties and documents, as the cells of a table name them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Column;
use crate::contract::Contract;
use crate::contract::nearest::nearest;

/// The names of the things that items refer to.
pub(super) struct Names {
    areas: List,
    parties: List,
    documents: List,
}

/// Things of one sort.
#[derive(Default)]
struct List {
    things: Vec<Thing>,
    /// Their places by what a cell calls them.
    labels: BTreeMap<String, usize>,
    /// Their places by their ids.
    ids: BTreeMap<String, usize>,
    /// Whether a name that is not among them makes a new one.
    grows: bool,
}

impl Names {
    /// Those of a contract.
    pub(super) fn of(contract: &Contract) -> Self {
        let areas = contract.focus_areas.iter();
        let parties = contract.parties.iter();
        let documents = contract.documents.iter();
        Self {
            areas: List::of(
                areas
                    .map(|it| (it.id.0.clone(), it.title.clone()))
                    .collect(),
            ),
            parties: List::of(
                parties
                    .map(|it| (it.id.0.clone(), it.name.clone()))
                    .collect(),
            ),
            documents: List::of(
                documents
                    .map(|it| (it.id.0.clone(), it.title.clone()))
                    .collect(),
            ),
        }
    }

    /// None yet: what is named becomes one of them.
    pub(super) fn growing() -> Self {
        let list = || List {
            grows: true,
            ..List::default()
        };
        Self {
            areas: list(),
            parties: list(),
            documents: list(),
        }
    }

    /// What a cell calls the thing of this id; nothing in a column that has no names.
    pub(super) fn label<'n>(&'n self, column: Column, id: &'n str) -> Option<&'n str> {
        let list = match sort(column)? {
            Sort::Area => &self.areas,
            Sort::Party => &self.parties,
            Sort::Document => &self.documents,
        };
        Some(list.label(id))
    }

    /// The id of what a cell names, in a column that has names.
    ///
    /// # Errors
    /// The most similar name, if any, when nothing is called so.
    pub(super) fn id(
        &mut self,
        column: Column,
        name: &str,
    ) -> Option<Result<String, Option<String>>> {
        let list = match sort(column)? {
            Sort::Area => &mut self.areas,
            Sort::Party => &mut self.parties,
            Sort::Document => &mut self.documents,
        };
        Some(list.id(name))
    }

    /// The lists of a contract that has these and nothing more.
    pub(super) fn lists(&self) -> [(&'static str, Value); 3] {
        [
            ("parties", self.parties.value("name")),
            ("focus_areas", self.areas.value("title")),
            ("documents", self.documents.value("title")),
        ]
    }
}

struct Thing {
    id: String,
    name: String,
    /// What a cell calls it: its name, or its id when the name could be another's.
    label: String,
}

enum Sort {
    Area,
    Party,
    Document,
}

/// What the cells of a column refer to.
fn sort(column: Column) -> Option<Sort> {
    match (column.field, column.part) {
        ("focus_areas", None) => Some(Sort::Area),
        ("party" | "parties", None) => Some(Sort::Party),
        ("source", Some("document")) => Some(Sort::Document),
        _ => None,
    }
}

impl List {
    fn of(things: Vec<(String, String)>) -> Self {
        let mut list = Self::default();
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        for (place, (id, name)) in things.iter().enumerate() {
            list.ids.insert(id.clone(), place);
            *named.entry(name.clone()).or_default() += 1;
        }
        for (place, (id, name)) in things.into_iter().enumerate() {
            let is_id = list.ids.get(&name).is_some_and(|other| *other != place);
            let is_unclear = is_id || named.get(&name).is_some_and(|count| *count > 1);
            let label = if is_unclear { &id } else { &name }.clone();
            list.labels.insert(label.clone(), place);
            list.things.push(Thing { id, name, label });
        }
        list
    }

    fn label<'n>(&'n self, id: &'n str) -> &'n str {
        let place = self.ids.get(id);
        place.map_or(id, |place| &self.things[*place].label)
    }

    fn id(&mut self, name: &str) -> Result<String, Option<String>> {
        if self.grows {
            return Ok(self.made(name));
        }
        for name in [name, name.trim()] {
            if let Some(place) = self.labels.get(name).or_else(|| self.ids.get(name)) {
                return Ok(self.things[*place].id.clone());
            }
        }
        let mut labels = self.labels.keys().map(String::as_str);
        Err(nearest(name, &mut labels).map(str::to_owned))
    }

    /// The id of the thing that is called this, which is made when there is none yet.
    fn made(&mut self, name: &str) -> String {
        if let Some(place) = self.labels.get(name) {
            return self.things[*place].id.clone();
        }
        let id = self.new_id(name);
        self.labels.insert(name.to_owned(), self.things.len());
        self.ids.insert(id.clone(), self.things.len());
        self.things.push(Thing {
            id: id.clone(),
            name: name.to_owned(),
            label: name.to_owned(),
        });
        id
    }

    /// An id that looks like the name, and that nothing has.
    fn new_id(&self, name: &str) -> String {
        let slug = slug(name);
        let mut id = slug.clone();
        let mut next = 2;
        while self.ids.contains_key(&id) {
            id = format!("{slug}-{next}");
            next += 1;
        }
        id
    }

    fn value(&self, name: &str) -> Value {
        let things = self.things.iter();
        things
            .map(|it| json!({ "id": it.id, name: it.name }))
            .collect()
    }
}

/// A name in the letters of ids; what has none of them is `x`.
fn slug(name: &str) -> String {
    let slug = super::super::slug::slug(name);
    if slug.is_empty() {
        "x".to_owned()
    } else {
        slug
    }
}
