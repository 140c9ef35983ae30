//! Numbers, as they are typed into the cells of a spreadsheet.

use serde_json::Value;

use crate::contract::Lang;
use crate::text::pick;

/// A number as people type it in a language. One that is grouped could be another in the other language: `1,500` is read in
/// Swedish, `1.500` in English, and neither the other way round.
pub(super) fn number(text: &str, lang: Lang) -> Option<f64> {
    let is_space = |letter: &char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let text: String = text.chars().filter(|it| !is_space(it)).collect();
    let text = text.replace('\u{2212}', "-");
    let (own, other) = (pick(lang, ",", "."), pick(lang, ".", ","));
    let groups = text.split(other).skip(1);
    let is_group = |group: &str| {
        let digits = group.split(own).next().unwrap_or_default();
        digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_grouped = groups.clone().count() > 1 || text.contains(own);
    let plain = match groups.clone().count() {
        0 => text.replace(own, "."),
        _ if is_grouped && groups.clone().all(is_group) => {
            text.replace(other, "").replace(own, ".")
        }
        1 if !is_grouped && !groups.clone().all(is_group) => text.replace(other, "."),
        _ => return None,
    };
    let number: serde_json::Number = serde_json::from_str(&plain).ok()?;
    number.as_f64()
}

/// A number as a file writes it: whole when it is.
pub(super) fn plain(value: f64) -> Value {
    const WHOLE: f64 = 9e15; // up to here every whole number is one
    if value.fract() == 0.0 && value.abs() < WHOLE {
        Value::from(value as i64)
    } else {
        Value::from(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_could_be_two_is_not_read() {
        let sv = [
            ("1,5", Some(1.5)),
            ("1.5", Some(1.5)),
            ("1,500", Some(1.5)),
            ("1.500", None),
            ("1 500", Some(1500.0)),
            ("1\u{a0}500,25", Some(1500.25)),
            ("1.500,25", Some(1500.25)),
            ("1.500.000", Some(1_500_000.0)),
            ("1.50.000", None),
            ("\u{2212}20", Some(-20.0)),
            ("1,5e-7", Some(1.5e-7)),
            ("fem", None),
            ("5 MSEK", None),
            ("1,2,3", None),
            ("NaN", None),
        ];
        for (text, value) in sv {
            assert_eq!(number(text, Lang::Sv), value, "{text}");
            // The same with the signs the other way round.
            let swapped: String = text
                .chars()
                .map(|it| match it {
                    ',' => '.',
                    '.' => ',',
                    _ => it,
                })
                .collect();
            assert_eq!(number(&swapped, Lang::En), value, "{swapped}");
        }
    }
}
