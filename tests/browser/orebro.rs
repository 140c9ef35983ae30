//! What the contract of Örebro says, read from its file without the app's own reader: what the app shows is counted
//! against it.

use serde_json::Value;

use super::support::Shown;

/// An item of the version 2025/26, or an indicator.
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its kind, as `data-kind` spells it.
    pub kind: &'static str,
    /// Its processes, the main one first.
    pub steps: Vec<String>,
    /// True when it has a year or a period.
    pub dated: bool,
    /// The item itself.
    pub json: Value,
}

impl Item {
    /// The item as its attributes on the page should say.
    pub fn shown(&self) -> Shown {
        (
            self.id.clone(),
            self.kind.to_owned(),
            self.steps.first().cloned(),
        )
    }

    /// A text field of it, in Swedish.
    pub fn text(&self, field: &str) -> &str {
        self.json[field].as_str().unwrap_or_default()
    }
}

/// The whole file.
pub fn contract() -> Value {
    serde_json::from_str(TEXT).expect("the contract of Örebro is JSON")
}

/// The file as it stands.
pub const TEXT: &str = include_str!("../../public/contracts/orebro.json");

/// The processes, in their order round the map: ids, and names in Swedish and English.
pub const STEPS: [(&str, &str, &str); 6] = [
    (
        "mandate",
        "1 · Bygg ett starkt mandat",
        "1 · Build a strong mandate",
    ),
    ("system", "2 · Förstå systemet", "2 · Understand the system"),
    (
        "portfolio",
        "3 · Samskapa en portfölj",
        "3 · Co-design a portfolio",
    ),
    ("action", "4 · Genomför", "4 · Take action"),
    (
        "learning",
        "5 · Lär och reflektera",
        "5 · Learn and reflect",
    ),
    (
        "normal",
        "6 · Gör det till det nya normala",
        "6 · Make it the new normal",
    ),
];

/// Every item that is shown with the version 2025/26, in no particular order.
pub fn items() -> Vec<Item> {
    let contract = contract();
    let version = &contract["versions"][3];
    assert_eq!(version["label"], "2025/26");
    let mut items = Vec::new();
    for (list, kind) in [
        ("goals", "goal"),
        ("gaps", "gap"),
        ("commitments", "commitment"),
        ("actions", "action"),
        ("prerequisites", "prerequisite"),
        ("bodies", "body"),
        ("lessons", "lesson"),
    ] {
        for json in all(&version[list]) {
            items.push(item(json, kind, steps(json)));
            for measure in all(&json["measures"]) {
                let own = steps(measure);
                let steps = if own.is_empty() { steps(json) } else { own };
                items.push(item(measure, "measure", steps));
            }
        }
    }
    let whole = |it: &&Value| it["part_of"].is_null();
    for indicator in all(&contract["indicators"]).iter().filter(whole) {
        items.push(item(indicator, "indicator", Vec::new()));
    }
    items
}

/// Those of the items that a test chooses, as their attributes should say, sorted.
pub fn shown(chosen: impl Fn(&Item) -> bool) -> Vec<Shown> {
    let mut shown: Vec<Shown> = items()
        .iter()
        .filter(|it| chosen(it))
        .map(Item::shown)
        .collect();
    shown.sort();
    shown
}

fn item(json: &Value, kind: &'static str, steps: Vec<String>) -> Item {
    Item {
        id: json["id"].as_str().unwrap_or_default().to_owned(),
        kind,
        steps,
        dated: json["period"].is_string() || json["year"].is_number(),
        json: json.clone(),
    }
}

fn steps(json: &Value) -> Vec<String> {
    let steps = all(&json["steps"]);
    steps
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn all(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}
