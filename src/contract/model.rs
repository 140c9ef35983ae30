//! The types of `klimatkontrakt/1`, field by field as a file spells them.
//!
//! This mirrors `contract-format` and nothing else: no derived value is stored here. Long because the format is;
//! the closed vocabularies are in [`word`](super::word), periods in [`period`](super::period), quantities in
//! [`quantity`](super::quantity).

use serde::Serialize;
use serde_json::{Map, Value};

use super::decode::Decode;
use super::shape::{Shape, Shaped};

use super::period::Period;
use super::quantity::{Quantity, Signed};
use super::word::{
    Aim, Content, Lang, Lever, Origin, PartyKind, PlacedBy, Process, Scope, Status, Step, Unit,
};

/// The name of this format. A file of a later major format is refused.
pub const FORMAT: &str = "klimatkontrakt/1";

/// The stable name of a thing within its contract: the same in every version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Id(pub String);

impl Id {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A struct of the format: how it is written and read, its JSON Schema and its [`Shape`] come from one list of fields, so that none of
/// them can say something else than the others. A field is optional when serde has a default for it.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $(
        $(#[doc = $doc:literal])*
        $(#[serde($($serde:tt)*)])?
        $(#[cfg_attr($($cfg:tt)*)])?
        $field:ident : $type:ty
    ),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub struct $name { $(
            $(#[doc = $doc])*
            $(#[serde($($serde)*)])?
            $(#[cfg_attr($($cfg)*)])?
            pub $field: $type
        ),+ }

        impl $crate::contract::decode::Decode for $name {
            fn decode(value: &serde_json::Value) -> Self {
                Self { $($field: $crate::contract::decode::Decode::decode(&value[stringify!($field)])),+ }
            }
        }

        impl $crate::contract::shape::Shaped for $name {
            const SHAPE: &'static $crate::contract::shape::Shape = &$crate::contract::shape::Shape::Record(&[$(
                $crate::contract::shape::Field {
                    name: stringify!($field),
                    required: record!(@required $($($serde)*)?),
                    shape: <$type as $crate::contract::shape::Shaped>::SHAPE,
                }
            ),+]);
        }
    };
    (@required) => { true };
    (@required default $($rest:tt)*) => { false };
}
pub(super) use record;

record! {
    /// One municipality's climate contract: every version of it that is known. The root of a file.
    Contract {
        /// `klimatkontrakt/1`.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = r"^klimatkontrakt/1(\.[0-9]+)?$")))]
        format: String,
        /// The language of the texts; Swedish when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Lang>,
        /// Whose contract it is.
        municipality: Municipality,
        /// True when the municipality is invented; it is then marked so on screen.
        #[serde(default, skip_serializing_if = "is_false")]
        example: bool,
        /// Who signs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parties: Vec<Party>,
        /// The municipality's own areas of work.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        focus_areas: Vec<FocusArea>,
        /// The sources.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        documents: Vec<Document>,
        /// Measured series.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        indicators: Vec<Indicator>,
        /// The versions, oldest first; at least one.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
        versions: Vec<Version>,
        /// Texts in other languages: language, then id, then the field's name.
        #[serde(default, skip_serializing_if = "Translations::is_empty")]
        translations: Translations,
    }
}

/// Texts in other languages: language, then id, then the field's name.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(transparent)]
pub struct Translations(pub Map<String, Value>);

impl Translations {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of a field of the thing `id` in a language.
    #[must_use]
    pub fn text(&self, lang: &str, id: &Id, field: &str) -> Option<&str> {
        self.0.get(lang)?.get(id.as_str())?.get(field)?.as_str()
    }
}

impl Decode for Translations {
    fn decode(value: &Value) -> Self {
        Self(Map::decode(value))
    }
}

impl Shaped for Translations {
    const SHAPE: &'static Shape = &Shape::Map(&Shape::Map(&Shape::Map(&Shape::Text)));
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Translations {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Translations".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        use std::collections::BTreeMap;
        generator.subschema_for::<BTreeMap<String, BTreeMap<Id, BTreeMap<String, String>>>>()
    }
}

record! {
    /// Whose contract it is.
    Municipality {
        /// Its name.
        name: String,
        /// Statistics Sweden's code: four digits, as text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
        /// Its county.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        county: Option<String>,
    }
}

record! {
    /// Someone who signs or carries commitments.
    Party {
        /// Its id.
        id: Id,
        /// Its name.
        name: String,
        /// What kind of party it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<PartyKind>,
    }
}

record! {
    /// An area of work that the municipality has named.
    FocusArea {
        /// Its id.
        id: Id,
        /// Its name.
        title: String,
        /// What it is, shortly.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
    }
}

record! {
    /// A document that facts are taken from.
    Document {
        /// Its id.
        id: Id,
        /// Its title.
        title: String,
        /// Where it is: http or https.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// When it was made.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<Period>,
    }
}

record! {
    /// Where in a document a fact stands.
    Source {
        /// The document's id.
        document: Id,
        /// The section, as the document numbers it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        section: Option<String>,
        /// The page, as the document numbers it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        page: Option<u32>,
    }
}

record! {
    /// A measured series.
    Indicator {
        /// Its id.
        id: Id,
        /// What is measured.
        title: String,
        /// What the series says and does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// The unit of every value.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Unit>,
        /// Whom it covers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope: Option<Scope>,
        /// The release of the statistics; two releases are never mixed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        release: Option<String>,
        /// The indicator that this one is a share of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part_of: Option<Id>,
        /// Where it comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
        /// The values, oldest first; a year that is absent was not measured.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        series: Vec<Reading>,
    }
}

record! {
    /// One value of a series.
    Reading {
        /// The year.
        year: i16,
        /// The value, in the indicator's unit.
        value: f64,
    }
}

record! {
    /// A version: a full snapshot of what was signed, or as much of it as is known.
    Version {
        /// Its name, free text: `2025/26`.
        label: String,
        /// How much of it is here; all of it when absent.
        #[serde(default)]
        content: Content,
        /// The signed document.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<Id>,
        /// The day it was signed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed: Option<Signed>,
        /// Where the facts about the version itself, such as the day, are taken from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
        /// What is to be reached.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        goals: Vec<Goal>,
        /// What a party binds itself to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        commitments: Vec<Commitment>,
        /// What is done.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        actions: Vec<Action>,
        /// What the work needs in order to succeed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        prerequisites: Vec<Prerequisite>,
        /// Who leads, decides and follows up.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bodies: Vec<Body>,
        /// How far the goals are from what is planned.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        gaps: Vec<Gap>,
        /// What was learned since the version before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lessons: Vec<Lesson>,
        /// The municipality's own assessment, process by process.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        readiness: Vec<Readiness>,
    }
}

record! {
    /// Something to be reached by a year.
    Goal {
        /// Its id.
        id: Id,
        /// Its name.
        title: String,
        /// What it means, shortly.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// Whom it covers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope: Option<Scope>,
        /// What it aims at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        aim: Option<Aim>,
        /// The year it is to be reached, 1990 to 2150.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1990, max = 2150)))]
        year: Option<i16>,
        /// The level to be reached, when the goal has a figure.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<Quantity>,
        /// Whether emissions from consumption count.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        includes_consumption: Option<bool>,
        /// The processes it belongs to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
        /// Who said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placed_by: Option<PlacedBy>,
        /// What it was called before, when it was renamed, split or merged.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        continues: Vec<Id>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// What one or several parties bind themselves to.
    Commitment {
        /// Its id.
        id: Id,
        /// Its name.
        title: String,
        /// Its number among the joint commitments.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<u16>,
        /// True when several municipalities make it together.
        #[serde(default, skip_serializing_if = "is_false")]
        shared: bool,
        /// The party that makes it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        party: Option<Id>,
        /// The parties that make it, when they are several.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parties: Vec<Id>,
        /// The development process that it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        process: Option<Process>,
        /// What it says, in our own short words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<Period>,
        /// How far it has come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<Status>,
        /// The focus areas it belongs to; none when it cuts across.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        focus_areas: Vec<Id>,
        /// The processes of the map, the main one first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
        /// Who placed it there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placed_by: Option<PlacedBy>,
        /// What is to be done for it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        measures: Vec<Measure>,
        /// What it was called before, when it was renamed, split or merged.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        continues: Vec<Id>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// What is to be done for a commitment.
    Measure {
        /// Its id.
        id: Id,
        /// Its name.
        title: String,
        /// What it says, in our own short words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// Who is responsible.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        responsible: Vec<String>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<Period>,
        /// How far it has come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<Status>,
        /// The focus areas it belongs to; none when it cuts across.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        focus_areas: Vec<Id>,
        /// What it pulls.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        levers: Vec<Lever>,
        /// The processes of the map, the main one first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
        /// Who placed it there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placed_by: Option<PlacedBy>,
        /// What it was called before, when it was renamed, split or merged.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        continues: Vec<Id>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// Something that is done.
    Action {
        /// Its id.
        id: Id,
        /// Its name.
        title: String,
        /// What it is, in our own short words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// The part of the contract it comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        origin: Option<Origin>,
        /// The focus areas it belongs to; none when it cuts across.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        focus_areas: Vec<Id>,
        /// What it pulls.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        levers: Vec<Lever>,
        /// The processes of the map, the main one first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
        /// Who placed it there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placed_by: Option<PlacedBy>,
        /// Who is responsible: roles and units, not persons.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        responsible: Vec<String>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<Period>,
        /// How far it has come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<Status>,
        /// What it costs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cost: Option<Quantity>,
        /// What it gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effect: Option<Quantity>,
        /// Who pays.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        funding: Vec<Funding>,
        /// The commitments it serves.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        commitments: Vec<Id>,
        /// What must come first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        depends_on: Vec<Id>,
        /// What else it gives.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        co_benefits: Vec<String>,
        /// What it was called before, when it was renamed, split or merged.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        continues: Vec<Id>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// A share of an action's cost.
    Funding {
        /// Who pays: a kind of party or free text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// How much.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Quantity>,
    }
}

record! {
    /// What the work needs in order to succeed.
    Prerequisite {
        /// Its id.
        id: Id,
        /// Its name.
        title: String,
        /// What it is, in our own short words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<String>,
        /// The focus areas it belongs to; none when it cuts across.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        focus_areas: Vec<Id>,
        /// The processes of the map, the main one first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
        /// Who placed it there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placed_by: Option<PlacedBy>,
        /// What it was called before, when it was renamed, split or merged.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        continues: Vec<Id>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// Someone who leads, decides or follows up.
    Body {
        /// Its id.
        id: Id,
        /// Its name.
        title: String,
        /// What it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
        /// The processes of the map, the main one first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
        /// Who placed it there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placed_by: Option<PlacedBy>,
        /// What it was called before, when it was renamed, split or merged.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        continues: Vec<Id>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// How far a goal is from what is planned.
    Gap {
        /// Its id.
        id: Id,
        /// Its name; when absent the app names it after its goal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The goal it is a gap to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<Id>,
        /// How large it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Quantity>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// What was learned since the version before, and what that changed.
    Lesson {
        /// Its id.
        id: Id,
        /// Its name; when absent what was learned stands for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// Who learned it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        party: Option<Id>,
        /// What was learned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        learned: Option<String>,
        /// What changed because of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        changed: Option<String>,
        /// What comes next.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next: Option<String>,
        /// The items it is about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        about: Vec<Id>,
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
    }
}

record! {
    /// Where the municipality itself says that it stands, in one process and one focus area.
    Readiness {
        /// The process.
        step: Step,
        /// The focus area; all of them when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        focus_area: Option<Id>,
        /// 0 not started, 1 initiate, 2 establish, 3 transform.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 0, max = 3)))]
        level: Option<u8>,
        /// What it does already.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        doing: Option<String>,
        /// What it could do.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        could_do: Option<String>,
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it with a reference
pub(super) fn is_false(value: &bool) -> bool {
    !value
}
