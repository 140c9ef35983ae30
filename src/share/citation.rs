//! A version of a contract as it stands in a list of references.

use jiff::civil::Date;

use crate::contract::model::Version;
use crate::contract::quantity::Signed;
use crate::contract::{Contract, Lang};
use crate::text::share::{invented, seen, signed, signed_unknown, source, version};

/// The version that stands at `at` in the contract: whose it is, its title, when it was signed or that this is not known, and
/// that it was seen at `address` on the day `today`. Sentences on one line. A version that the contract lacks is not spoken of.
///
/// Whose it is and the title are as the contract has them, in every language: that is what a reader looks for.
#[must_use]
pub fn citation(contract: &Contract, at: usize, address: &str, today: Date, lang: Lang) -> String {
    let mut said = vec![contract.municipality.name.clone()];
    if contract.example {
        said.push(invented(lang).to_owned());
    }
    if let Some(it) = contract.versions.get(at) {
        let (title, known_by) = title(contract, it, lang);
        said.push(title);
        said.push(match &it.signed {
            Some(Signed::On(when)) => signed(when, lang),
            Some(Signed::Unknown(_)) | None => signed_unknown(lang).to_owned(),
        });
        said.extend(known_by);
    }
    said.push(seen(address, today, lang));
    let sentences: Vec<String> = said.iter().map(|it| sentence(it)).collect();
    sentences.join(" ")
}

/// The title of the signed document, where it names the version. Else the version is named here, and the document is where it is
/// known from: that may be a news item, or a page that is about several versions, and neither was signed.
fn title(contract: &Contract, of: &Version, lang: Lang) -> (String, Option<String>) {
    let known = of.document.as_ref().and_then(|id| contract.document(id));
    let named = version(&of.label, lang);
    let Some(known) = known else {
        return (named, None);
    };
    // What stands in brackets is about the copy.
    let bare = known.title.split('(').next().unwrap_or_default();
    if bare.trim_end().ends_with(&format!("version {}", of.label)) {
        (known.title.clone(), None)
    } else {
        (named, Some(source(&known.title, lang)))
    }
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    let end = if text.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("{text}{end}")
}
