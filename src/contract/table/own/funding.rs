//! Who pays how much, in a cell: a line a share.

use serde_json::{Value, json};

use super::super::out::plainly;
use super::cell::{entries, lines, list};
use super::number::{number, plain};
use super::wrong::Cause;
use crate::contract::decode::Decode;
use crate::contract::model::Funding;
use crate::contract::problem::shorten;
use crate::contract::quantity::Quantity;
use crate::contract::word::{Lang, Unit};
use crate::text::number::NBSP;
use crate::text::sheet::heard;

/// Who pays how much, a line each, `kommunen: 1–3 MSEK`; as JSON when that does not say all of it.
pub(super) fn funding(value: &Value, lang: Lang) -> String {
    let all = Vec::<Funding>::decode(value);
    let shares_in_words = all.iter().map(|share| {
        let from = share.from.clone()?;
        let Some(Quantity {
            value,
            low,
            high,
            unit,
            ..
        }) = &share.amount
        else {
            return Some(from);
        };
        let figure = match (value, low, high) {
            (Some(value), None, None) => plainly(*value, lang),
            (None, Some(low), Some(high)) => {
                format!("{}–{}", plainly(*low, lang), plainly(*high, lang))
            }
            _ => return None,
        };
        Some(format!("{from}: {figure} {}", (*unit)?.as_str()))
    });
    let in_words = shares_in_words.collect::<Option<Vec<String>>>();
    let in_words = in_words.map(|shares| lines(&shares)).unwrap_or_default();
    match shares(&in_words, lang) {
        Ok(read) if !in_words.is_empty() && Vec::<Funding>::decode(&read) == all => in_words,
        _ => value.to_string(),
    }
}

/// The shares of a funding that a cell tells of.
pub(super) fn shares(cell: &str, lang: Lang) -> Result<Value, Cause> {
    if let Some(values) = list(cell).filter(|values| values.iter().all(Value::is_object)) {
        return Ok(Value::from(values));
    }
    entries(cell).iter().map(|line| share(line, lang)).collect()
}

fn share(line: &str, lang: Lang) -> Result<Value, Cause> {
    let Some((from, amount)) = line.rsplit_once(": ") else {
        return Ok(json!({ "from": line }));
    };
    if !amount.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
        return Ok(json!({ "from": line }));
    }
    let amount = self::amount(amount, lang);
    let amount = amount.ok_or_else(|| Cause::BadFunding {
        found: shorten(line),
    })?;
    Ok(json!({ "from": from, "amount": amount }))
}

/// `1,5 MSEK`, `1–3 MSEK`
fn amount(text: &str, lang: Lang) -> Option<Value> {
    let mut places = text.match_indices([' ', NBSP]);
    places.find_map(|(place, _)| {
        let (figure, unit) = text.split_at(place);
        let unit = heard("unit", Unit::TEXTS, unit)?;
        let number = |figure| number(figure, lang).map(plain);
        Some(match figure.split_once('–') {
            Some((low, high)) => {
                json!({ "low": number(low)?, "high": number(high)?, "unit": unit })
            }
            None => json!({ "value": number(figure)?, "unit": unit }),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_pays_is_told_in_words_when_that_says_it_all() {
        for (value, words) in [
            (
                r#"[{"from":"municipality","amount":{"value":1500,"unit":"kSEK"}},{"from":"EU"}]"#,
                "municipality: 1500 kSEK\nEU",
            ),
            (
                r#"[{"from":"A: B","amount":{"low":1.5,"high":3,"unit":"MSEK"}}]"#,
                "A: B: 1,5–3 MSEK",
            ),
        ] {
            let value: Value = serde_json::from_str(value).expect("JSON");
            assert_eq!(funding(&value, Lang::Sv), words);
            assert_eq!(shares(words, Lang::Sv), Ok(value));
        }
        for value in [
            r#"[{"from":"A","amount":{"low":1,"unit":"MSEK"}}]"#,
            r#"[{"amount":{"value":1,"unit":"MSEK"}}]"#,
            r#"[{"from":"A: 5 MSEK"}]"#,
            "[{}]",
        ] {
            let value: Value = serde_json::from_str(value).expect("JSON");
            assert_eq!(funding(&value, Lang::Sv), value.to_string());
            assert_eq!(shares(&value.to_string(), Lang::Sv), Ok(value));
        }
        // A list that is no list of shares is one of names.
        assert_eq!(shares("[\"\"]", Lang::Sv), Ok(json!([{ "from": "" }])));
        let bad = shares("Fonden: 5 bananer", Lang::Sv);
        assert_eq!(
            bad,
            Err(Cause::BadFunding {
                found: "Fonden: 5 bananer".to_owned()
            })
        );
        // In words that are its name only.
        let named = shares("Fonden: en gåva", Lang::En).expect("a name");
        assert_eq!(named[0]["from"], "Fonden: en gåva");
    }
}
