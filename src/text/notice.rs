//! What in an address could not be used, in words.

use super::pick;
use crate::contract::Lang;
use crate::state::{Fault, Notice};

/// The longest value that is repeated back.
const LONGEST: usize = 60;

/// A notice as a sentence.
#[must_use]
pub fn sentence(notice: &Notice, lang: Lang) -> String {
    let name = notice.parameter.as_str();
    let mut value: String = notice.value.chars().take(LONGEST).collect();
    if value.len() < notice.value.len() {
        value.push('…');
    }
    let why = match notice.fault {
        Fault::Unknown => pick(lang, "finns inte här", "is not known here"),
        Fault::Repeated => pick(
            lang,
            "stod en gång till; det första gäller",
            "stood once more; the first one counts",
        ),
        Fault::Garbled => pick(lang, "går inte att läsa som text", "cannot be read as text"),
        Fault::Refused => pick(
            lang,
            "är ingen adress som öppnas här",
            "is not an address that is opened here",
        ),
        Fault::Same => pick(
            lang,
            "är också vad kolumnerna är",
            "is what the columns are, too",
        ),
        Fault::Missing => pick(lang, "finns inte i kontraktet", "is not in the contract"),
        Fault::Reversed => pick(lang, "börjar efter att det slutar", "starts after it ends"),
    };
    match lang {
        Lang::Sv => {
            format!("Adressen säger {name} = ”{value}”, men det {why}. Den delen används inte.")
        }
        Lang::En => {
            format!("The address says {name} = “{value}”, but that {why}. That part is not used.")
        }
    }
}
