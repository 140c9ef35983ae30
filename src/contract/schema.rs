//! The JSON Schema of the format, written from the types.

use super::model::Contract;

/// The JSON Schema of `klimatkontrakt/1`, ready to be written to `public/contract.schema.json`.
#[must_use]
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Contract);
    schema.insert("title".into(), "Klimatkontrakt".into());
    let mut text = format!("{:#}", schema.as_value());
    text.push('\n');
    text
}
