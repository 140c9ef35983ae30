//! A small invented contract for the tests of this folder.

use crate::contract::Contract;

/// Four versions: a document only, an excerpt, a full one and, last, a document only.
pub(super) fn contract() -> Contract {
    let text = r#"{
      "format": "klimatkontrakt/1", "example": true, "municipality": { "name": "Exempelkommun" },
      "parties": [ { "id": "kommunen", "name": "Exempelkommun" }, { "id": "verket", "name": "Exempelverket" } ],
      "focus_areas": [ { "id": "energi", "title": "Energi" }, { "id": "resor", "title": "Resor" } ],
      "versions": [
        { "label": "2023", "content": "document_only" },
        { "label": "2024", "content": "excerpt",
          "goals": [ { "id": "mal", "title": "Klimatneutral kommun" } ],
          "actions": [ { "id": "plan-2024", "title": "Plan" } ] },
        { "label": "2025/26",
          "goals": [ { "id": "mal", "title": "Klimatneutral kommun", "year": 2030 } ],
          "gaps": [ { "id": "glapp", "about": "mal" } ],
          "actions": [ { "id": "elbussar", "title": "Elbussar i Åby", "summary": "Byt ut dieseln", "focus_areas": ["resor"],
                         "steps": ["portfolio", "action"], "responsible": ["Trafikkontoret"] } ],
          "commitments": [ { "id": "lofte", "title": "Ett löfte", "party": "verket", "steps": ["mandate"], "focus_areas": ["energi"],
                             "measures": [ { "id": "lofte-1", "title": "Första delen" } ] } ],
          "lessons": [ { "id": "lardom", "learned": "Börja i tid", "party": "kommunen" } ] },
        { "label": "2026", "content": "document_only" }
      ],
      "translations": { "en": {
        "elbussar": { "title": "Electric buses in Åby", "summary": "Replace diesel" },
        "verket": { "name": "The Example Agency" }
      } }
    }"#;
    crate::contract::read(text)
        .expect("the sample is a contract")
        .0
}
