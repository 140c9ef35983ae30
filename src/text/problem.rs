//! What is wrong with a contract file, said plainly in Swedish and in English. Long because each problem has its own
//! sentence in each language, side by side.
//!
//! A sentence names what was found and what was expected, and says what to do when that is not plain. It does not name
//! the line: that stands beside it.

use super::number::{integer, number, rounded};
use crate::contract::Lang;
use crate::contract::problem::{Cause, Problem, Syntax, Target, Type};
use crate::contract::read::{MAX_BYTES, MAX_DEPTH, MAX_ITEMS};

/// The sentence, or the few sentences, about a problem.
#[must_use]
pub fn sentence(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::Sv => swedish(problem),
        Lang::En => english(problem),
    }
}

fn swedish(problem: &Problem) -> String {
    let what = match (problem.field(), problem.is_element()) {
        (None, _) => "Filen".to_owned(),
        (Some(field), false) => format!("”{field}”"),
        (Some(field), true) => format!("Ett värde i listan ”{field}”"),
    };
    let first = |which| {
        problem
            .other_line
            .map(|line| format!(" {which} står på rad {line}."))
            .unwrap_or_default()
    };
    match &problem.cause {
        Cause::NotUtf8 { utf16: true } => {
            "Filen är sparad med teckenkodningen UTF-16. Spara om den med teckenkodningen UTF-8.".into()
        }
        Cause::NotUtf8 { utf16: false } => {
            "Ett tecken här går inte att läsa, för filen är inte sparad med teckenkodningen UTF-8. Spara om den som UTF-8."
                .into()
        }
        Cause::Empty => "Filen är tom.".into(),
        Cause::FileTooLarge { bytes } => {
            format!("Filen är {}. Den får vara högst {}.", megabytes(*bytes, Lang::Sv), megabytes(MAX_BYTES, Lang::Sv))
        }
        Cause::TooDeep => {
            format!("Klamrar och hakparenteser står i varandra i fler än {MAX_DEPTH} nivåer. Det är för djupt.")
        }
        Cause::BrokenJson { syntax, found } => swedish_syntax(*syntax, *found),
        Cause::OtherFormat { found, expected } => {
            format!("Det här är inte formatet som appen läser. ”format” ska vara ”{expected}”, men här står ”{found}”.")
        }
        Cause::LaterFormat { found } => {
            format!("Filen har formatet ”{found}”, som är nyare än den här appen. Den går att öppna i en nyare version av appen.")
        }
        Cause::TooManyItems { count: items } => format!(
            "Filen har {} åtaganden, åtgärder och andra poster. Den får ha högst {}.",
            count(*items, Lang::Sv),
            count(MAX_ITEMS, Lang::Sv)
        ),
        Cause::TooManyValues => "Filen har långt fler värden än ett klimatkontrakt kan behöva.".into(),
        Cause::MoreProblems { left_out } => {
            format!("Filen har ytterligare {} problem, som inte visas här.", count(*left_out, Lang::Sv))
        }
        Cause::WrongType { expected, found, value } => {
            let expected = swedish_type(*expected);
            let found = match (found, value) {
                (Type::Null, _) => "är null".to_owned(),
                (Type::Text, Some(value)) => format!("är texten ”{value}”"),
                (Type::Number, Some(value)) => format!("är talet {value}"),
                (_, Some(value)) => format!("är {value}"),
                (found, None) => format!("är {}", swedish_type(*found)),
            };
            let example = example(problem).map(|example| format!(" Skriv till exempel {example}.")).unwrap_or_default();
            format!("{what} ska vara {expected}, men {found}.{example}")
        }
        Cause::Unreadable => "Filen går inte att läsa som ett klimatkontrakt.".into(),
        Cause::MissingField { field: "format" } => {
            "Fältet ”format” saknas. Utan det går det inte att veta vad för slags fil det är.".into()
        }
        Cause::MissingField { field } => format!("Fältet ”{field}” saknas. Det måste finnas här."),
        Cause::UnknownWord { found, nearest, words } => {
            let instead = match nearest {
                Some(nearest) => format!("Menade du ”{nearest}”?"),
                None => format!("Orden som går att använda är {}.", listed(words, "och")),
            };
            match (problem.field(), problem.is_element()) {
                (Some(field), true) => format!("”{found}” är inte ett av orden som kan stå i ”{field}”. {instead}"),
                _ => format!("{what} kan inte vara ”{found}”. {instead}"),
            }
        }
        Cause::NumberOutOfRange { found, low, high } => {
            let (low, high) = (integer(*low, Lang::Sv), integer(*high, Lang::Sv));
            format!("{what} ska vara ett heltal från {low} till {high}, men är {found}.")
        }
        Cause::DuplicateField { field } => {
            format!("Fältet ”{field}” finns två gånger i samma objekt, och då räknas bara det ena.{}", first("Det första"))
        }
        Cause::UnknownField { field, nearest } => match nearest {
            Some(nearest) => format!("Formatet har inget fält här som heter ”{field}”. Menade du ”{nearest}”?"),
            None => format!("Formatet har inget fält här som heter ”{field}”. Det visas inte."),
        },
        Cause::EmptyText => format!("{what} är tomt. Här måste det stå något."),
        Cause::NoVersion => {
            "Kontraktet har ingen version. Minst en måste finnas, även om bara dokumentet är känt.".into()
        }
        Cause::DuplicateId { id } => {
            format!("Id:t ”{id}” används redan. Varje id får bara finnas en gång.{}", first("Det första"))
        },
        Cause::DuplicateVersion { label } => {
            format!("En annan version heter redan ”{label}”.{}", first("Den första"))
        },
        Cause::UnknownReference { to, id, nearest } => {
            let missing = match to {
                Target::Party => format!("Ingen av parterna har id:t ”{id}”."),
                Target::FocusArea => format!("Inget av fokusområdena har id:t ”{id}”."),
                Target::Document => format!("Inget av dokumenten har id:t ”{id}”."),
                Target::Indicator => format!("Ingen av indikatorerna har id:t ”{id}”."),
                Target::Commitment => format!("Inget åtagande och ingen insats i versionen har id:t ”{id}”."),
                Target::Item => format!("Inget i versionen har id:t ”{id}”."),
                Target::ItemSoFar => format!("Inget i versionen eller de tidigare har id:t ”{id}”."),
            };
            missing + &did_you_mean(nearest.as_deref(), Lang::Sv)
        }
        Cause::BadPeriod { found } => format!(
            "”{found}” går inte att läsa som en tid. Skriv ett år (2030), en månad (2026-03), en dag (2025-12-09), en årstid \
             (2026-21 är våren, 2026-24 vintern) eller en period (2024/2026, 2024/.. när slutet är öppet)."
        ),
        Cause::PeriodEndsBeforeStart { found } => format!("Perioden ”{found}” slutar innan den börjar."),
        Cause::LowAboveHigh { low, high } => format!(
            "Det lägsta värdet, {}, är större än det högsta, {}.",
            number(*low, Lang::Sv),
            number(*high, Lang::Sv)
        ),
        Cause::NegativeCost { value } => format!("En kostnad kan inte vara mindre än noll: {}.", number(*value, Lang::Sv)),
        Cause::NumberWithoutUnit => "Här står ett tal utan enhet. Skriv enheten i ”unit”.".into(),
        Cause::SeriesWithoutUnit => "Serien har ingen enhet. Är värdena i en av formatets enheter, skriv den i ”unit”.".into(),
        Cause::GoalYearOutOfRange { year } => format!("Ett mål ska ha ett år från 1990 till 2150, inte {year}."),
        Cause::DependencyCycle { ids, length } => {
            format!("Det här går i cirkel, så att inget kan komma först: {}.", circle(ids, *length))
        }
        Cause::DocumentOnlyWithContent { field } => {
            format!("Versionen sägs bara vara känd som dokument (”document_only”), men den har innehåll i ”{field}”.")
        }
        Cause::BadUrl { found } => {
            format!("”{found}” är ingen webbadress. Den ska börja med https:// eller http:// och inte ha mellanslag.")
        }
        Cause::BadCode { found } => format!("En kommunkod har fyra siffror, till exempel 1880. Här står ”{found}”."),
        Cause::UnlikelyYear { year } => format!("Året {year} är knappast rätt."),
        Cause::UnlikelyUnit { unit } => format!("En kostnad anges i pengar, inte i ”{}”.", unit.as_str()),
        Cause::ContradictoryQuantity => {
            "Uppgiften säger emot sig själv. Den ska ha ett värde (”value”), ett spann (”low”, ”high”) eller vara okänd (”unknown”)."
                .into()
        }
        Cause::DuplicateYear { year } => format!("Serien har två värden för år {year}."),
        Cause::UnorderedSeries { year, before } => {
            format!("Serien ska gå från äldst till nyast, men {year} står efter {before}.")
        }
        Cause::UnorderedVersions { label, before } => format!(
            "Versionerna ska gå från äldst till nyast, men ”{label}” är undertecknad före ”{before}”, som står tidigare i filen."
        ),
        Cause::UnusedTranslation { id, nearest } => {
            format!("Inget i filen har id:t ”{id}”, så översättningen används inte.{}", did_you_mean(nearest.as_deref(), Lang::Sv))
        }
    }
}

fn swedish_syntax(syntax: Syntax, found: Option<char>) -> String {
    let here = match found {
        None | Some('\n' | '\r') => "men raden tar slut".to_owned(),
        Some('“' | '”' | '„' | '’' | '‘' | '\'') => {
            "men här står ett annat citattecken än det raka, \"".to_owned()
        }
        Some(letter) => format!("men här står {letter}"),
    };
    match syntax {
        Syntax::Html => "Det här är en webbsida, inte en JSON-fil. Ladda ner själva filen och öppna den.".into(),
        Syntax::EndsEarly(Some(line)) => {
            format!("Filen tar slut för tidigt. Klammern eller hakparentesen på rad {line} stängs aldrig.")
        }
        Syntax::EndsEarly(None) => "Filen tar slut för tidigt.".into(),
        Syntax::ExpectedColon => format!("Efter fältets namn ska det stå ett kolon, {here}."),
        Syntax::ExpectedCommaOrBracket => {
            format!("Här ska det stå ett kommatecken, eller ] om listan är slut, {here}.")
        }
        Syntax::ExpectedCommaOrBrace => {
            format!("Här ska det stå ett kommatecken, eller }} om objektet är slut, {here}.")
        }
        Syntax::ExpectedValue if found == Some('/') || found == Some('#') => "JSON kan inte ha kommentarer.".into(),
        Syntax::ExpectedValue => format!("Här ska det stå ett värde: en text inom citattecken, ett tal, en lista eller ett objekt, {here}."),
        Syntax::ExpectedKey if found == Some('/') || found == Some('#') => "JSON kan inte ha kommentarer.".into(),
        Syntax::ExpectedKey => format!("Här ska det stå ett fält med namnet inom citattecken, {here}."),
        Syntax::BadEscape => "Ett omvänt snedstreck (\\) betyder något särskilt i en text. Skriv \\\\ om det ska synas.".into(),
        Syntax::BadNumber => {
            "Talet går inte att läsa. Skriv det bara med siffror, med punkt före decimalerna och utan mellanslag.".into()
        }
        Syntax::HugeNumber => "Talet är för stort.".into(),
        Syntax::ControlCharacter => {
            "En text får inte ha radbrytningar eller tabbar. Skriv \\n där en ny rad ska börja, eller stäng texten med \"."
                .into()
        }
        Syntax::TrailingComma => "Efter det sista värdet ska det inte stå något kommatecken.".into(),
        Syntax::TrailingCharacters => format!("Efter slutet ska det inte stå något mer, {here}."),
        Syntax::Other => "Filen går inte att läsa som JSON.".into(),
    }
}

fn swedish_type(kind: Type) -> &'static str {
    match kind {
        Type::Null => "null",
        Type::Flag => "true eller false",
        Type::Number => "ett tal",
        Type::Whole => "ett heltal",
        Type::Text => "en text inom citattecken",
        Type::Word => "ett av formatets ord",
        Type::DateOrUnknown => "ett datum inom citattecken eller { \"unknown\": … }",
        Type::List => "en lista, [ … ]",
        Type::Object => "ett objekt, { … }",
    }
}

fn english(problem: &Problem) -> String {
    let what = match (problem.field(), problem.is_element()) {
        (None, _) => "The file".to_owned(),
        (Some(field), false) => format!("“{field}”"),
        (Some(field), true) => format!("A value in the list “{field}”"),
    };
    let first = problem
        .other_line
        .map(|line| format!(" The first one is on line {line}."));
    let first = first.unwrap_or_default();
    match &problem.cause {
        Cause::NotUtf8 { utf16: true } => {
            "The file is saved in the UTF-16 character encoding. Save it again as UTF-8.".into()
        }
        Cause::NotUtf8 { utf16: false } => {
            "A character here cannot be read, because the file is not saved in the UTF-8 character encoding. Save it again as UTF-8."
                .into()
        }
        Cause::Empty => "The file is empty.".into(),
        Cause::FileTooLarge { bytes } => {
            format!("The file is {}. It may be {} at most.", megabytes(*bytes, Lang::En), megabytes(MAX_BYTES, Lang::En))
        }
        Cause::TooDeep => format!("Brackets are nested more than {MAX_DEPTH} levels deep. That is too deep."),
        Cause::BrokenJson { syntax, found } => english_syntax(*syntax, *found),
        Cause::OtherFormat { found, expected } => {
            format!("This is not the format that the app reads. “format” should be “{expected}”, but it is “{found}”.")
        }
        Cause::LaterFormat { found } => {
            format!("The file is in the format “{found}”, which is newer than this app. A newer version of the app can open it.")
        }
        Cause::TooManyItems { count: items } => format!(
            "The file has {} commitments, actions and other items. It may have {} at most.",
            count(*items, Lang::En),
            count(MAX_ITEMS, Lang::En)
        ),
        Cause::TooManyValues => "The file has far more values than a climate contract can need.".into(),
        Cause::MoreProblems { left_out } => {
            format!("Number of further problems that are not shown here: {}.", count(*left_out, Lang::En))
        }
        Cause::WrongType { expected, found, value } => {
            let expected = english_type(*expected);
            let found = match (found, value) {
                (Type::Null, _) => "is null".to_owned(),
                (Type::Text, Some(value)) => format!("is the text “{value}”"),
                (Type::Number, Some(value)) => format!("is the number {value}"),
                (_, Some(value)) => format!("is {value}"),
                (found, None) => format!("is {}", english_type(*found)),
            };
            let example = example(problem).map(|example| format!(" For example, write {example}.")).unwrap_or_default();
            format!("{what} should be {expected}, but {found}.{example}")
        }
        Cause::Unreadable => "The file cannot be read as a climate contract.".into(),
        Cause::MissingField { field: "format" } => {
            "The field “format” is missing. Without it there is no telling what kind of file this is.".into()
        }
        Cause::MissingField { field } => format!("The field “{field}” is missing. It is required here."),
        Cause::UnknownWord { found, nearest, words } => {
            let instead = match nearest {
                Some(nearest) => format!("Did you mean “{nearest}”?"),
                None => format!("The words to choose from are {}.", listed(words, "and")),
            };
            match (problem.field(), problem.is_element()) {
                (Some(field), true) => format!("“{found}” is not one of the words that “{field}” may have. {instead}"),
                _ => format!("{what} cannot be “{found}”. {instead}"),
            }
        }
        Cause::NumberOutOfRange { found, low, high } => {
            let (low, high) = (integer(*low, Lang::En), integer(*high, Lang::En));
            format!("{what} should be a whole number from {low} to {high}, but is {found}.")
        }
        Cause::DuplicateField { field } => {
            format!("The field “{field}” is there twice in the same object, and only one of them would count.{first}")
        }
        Cause::UnknownField { field, nearest } => match nearest {
            Some(nearest) => format!("The format has no field called “{field}” here. Did you mean “{nearest}”?"),
            None => format!("The format has no field called “{field}” here. It is not shown."),
        },
        Cause::EmptyText => format!("{what} is empty. Something must be written here."),
        Cause::NoVersion => {
            "The contract has no version. There must be at least one, even when only the document is known.".into()
        }
        Cause::DuplicateId { id } => format!("The id “{id}” is taken. Every id may be used only once.{first}"),
        Cause::DuplicateVersion { label } => format!("Another version is already called “{label}”.{first}"),
        Cause::UnknownReference { to, id, nearest } => {
            let missing = match to {
                Target::Party => format!("None of the parties has the id “{id}”."),
                Target::FocusArea => format!("None of the focus areas has the id “{id}”."),
                Target::Document => format!("None of the documents has the id “{id}”."),
                Target::Indicator => format!("None of the indicators has the id “{id}”."),
                Target::Commitment => format!("No commitment or measure of the version has the id “{id}”."),
                Target::Item => format!("Nothing in the version has the id “{id}”."),
                Target::ItemSoFar => format!("Nothing in the version or those before it has the id “{id}”."),
            };
            missing + &did_you_mean(nearest.as_deref(), Lang::En)
        }
        Cause::BadPeriod { found } => format!(
            "“{found}” cannot be read as a time. Write a year (2030), a month (2026-03), a day (2025-12-09), a season \
             (2026-21 is spring, 2026-24 winter) or a period (2024/2026, 2024/.. when its end is open)."
        ),
        Cause::PeriodEndsBeforeStart { found } => format!("The period “{found}” ends before it starts."),
        Cause::LowAboveHigh { low, high } => format!(
            "The lowest value, {}, is greater than the highest, {}.",
            number(*low, Lang::En),
            number(*high, Lang::En)
        ),
        Cause::NegativeCost { value } => format!("A cost cannot be below zero: {}.", number(*value, Lang::En)),
        Cause::NumberWithoutUnit => "This is a number without a unit. Write the unit in “unit”.".into(),
        Cause::SeriesWithoutUnit => {
            "The series has no unit. If its values are in one of the format’s units, write it in “unit”.".into()
        }
        Cause::GoalYearOutOfRange { year } => format!("A goal should have a year from 1990 to 2150, not {year}."),
        Cause::DependencyCycle { ids, length } => {
            format!("This goes in a circle, so that nothing can come first: {}.", circle(ids, *length))
        }
        Cause::DocumentOnlyWithContent { field } => {
            format!("The version is said to be known only as a document (“document_only”), but it has content in “{field}”.")
        }
        Cause::BadUrl { found } => {
            format!("“{found}” is not a web address. It should start with https:// or http:// and have no spaces.")
        }
        Cause::BadCode { found } => format!("A municipality’s code has four digits, such as 1880. This is “{found}”."),
        Cause::UnlikelyYear { year } => format!("The year {year} is hardly right."),
        Cause::UnlikelyUnit { unit } => format!("A cost is given in money, not in “{}”.", unit.as_str()),
        Cause::ContradictoryQuantity => {
            "The figure contradicts itself. It should have a value (“value”), a range (“low”, “high”) or be unknown (“unknown”)."
                .into()
        }
        Cause::DuplicateYear { year } => format!("The series has two values for the year {year}."),
        Cause::UnorderedSeries { year, before } => {
            format!("The series should go from oldest to newest, but {year} comes after {before}.")
        }
        Cause::UnorderedVersions { label, before } => format!(
            "The versions should go from oldest to newest, but “{label}” was signed before “{before}”, which comes earlier in the file."
        ),
        Cause::UnusedTranslation { id, nearest } => {
            format!("Nothing in the file has the id “{id}”, so the translation is not used.{}", did_you_mean(nearest.as_deref(), Lang::En))
        }
    }
}

fn english_syntax(syntax: Syntax, found: Option<char>) -> String {
    let here = match found {
        None | Some('\n' | '\r') => "but the line ends".to_owned(),
        Some('“' | '”' | '„' | '’' | '‘' | '\'') => {
            "but this is another quotation mark than the straight one, \"".to_owned()
        }
        Some(letter) => format!("but this is {letter}"),
    };
    match syntax {
        Syntax::Html => "This is a web page, not a JSON file. Download the file itself and open that.".into(),
        Syntax::EndsEarly(Some(line)) => {
            format!("The file ends too early. The bracket on line {line} is never closed.")
        }
        Syntax::EndsEarly(None) => "The file ends too early.".into(),
        Syntax::ExpectedColon => format!("There should be a colon after the field’s name, {here}."),
        Syntax::ExpectedCommaOrBracket => {
            format!("There should be a comma here, or ] if the list is at its end, {here}.")
        }
        Syntax::ExpectedCommaOrBrace => {
            format!("There should be a comma here, or }} if the object is at its end, {here}.")
        }
        Syntax::ExpectedValue if found == Some('/') || found == Some('#') => "JSON cannot have comments.".into(),
        Syntax::ExpectedValue => format!("There should be a value here: a text in quotation marks, a number, a list or an object, {here}."),
        Syntax::ExpectedKey if found == Some('/') || found == Some('#') => "JSON cannot have comments.".into(),
        Syntax::ExpectedKey => format!("There should be a field here with its name in quotation marks, {here}."),
        Syntax::BadEscape => "A backslash (\\) means something special in a text. Write \\\\ if it is to be seen.".into(),
        Syntax::BadNumber => {
            "The number cannot be read. Write it with digits only, a point before the decimals and no spaces.".into()
        }
        Syntax::HugeNumber => "The number is too large.".into(),
        Syntax::ControlCharacter => {
            "A text may not have line breaks or tabs. Write \\n where a new line is to start, or close the text with \"."
                .into()
        }
        Syntax::TrailingComma => "There should be no comma after the last value.".into(),
        Syntax::TrailingCharacters => format!("There should be nothing more after the end, {here}."),
        Syntax::Other => "The file cannot be read as JSON.".into(),
    }
}

fn english_type(kind: Type) -> &'static str {
    match kind {
        Type::Null => "null",
        Type::Flag => "true or false",
        Type::Number => "a number",
        Type::Whole => "a whole number",
        Type::Text => "a text in quotation marks",
        Type::Word => "one of the format’s words",
        Type::DateOrUnknown => "a date in quotation marks or { \"unknown\": … }",
        Type::List => "a list, [ … ]",
        Type::Object => "an object, { … }",
    }
}

/// How a quantity is written, where one is expected.
fn example(problem: &Problem) -> Option<&'static str> {
    match problem.field()? {
        "cost" => Some("{ \"value\": 5, \"unit\": \"MSEK\" }"),
        "amount" if problem.path.contains(".funding[") => {
            Some("{ \"value\": 5, \"unit\": \"MSEK\" }")
        }
        "effect" | "target" | "amount" => Some("{ \"value\": 5000, \"unit\": \"tCO2e/yr\" }"),
        "source" => Some("{ \"document\": \"k2025\", \"section\": \"5.3\" }"),
        _ => None,
    }
}

fn did_you_mean(nearest: Option<&str>, lang: Lang) -> String {
    match (nearest, lang) {
        (None, _) => String::new(),
        (Some(nearest), Lang::Sv) => format!(" Menade du ”{nearest}”?"),
        (Some(nearest), Lang::En) => format!(" Did you mean “{nearest}”?"),
    }
}

/// `a, b och c`
fn listed(words: &[&str], and: &str) -> String {
    match words {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [words @ .., last] => format!("{} {and} {last}", words.join(", ")),
    }
}

/// `a → b → a`; the middle of a long one is left out.
fn circle(ids: &[String], length: usize) -> String {
    let first = ids.first().map(String::as_str).unwrap_or_default();
    let rest = if length > ids.len() { " → …" } else { "" };
    format!("{}{rest} → {first}", ids.join(" → "))
}

fn count(count: usize, lang: Lang) -> String {
    integer(i64::try_from(count).unwrap_or(i64::MAX), lang)
}

/// A size with one decimal: `32 MB`. Counted in mebibytes, as file managers that say MB do.
fn megabytes(bytes: usize, lang: Lang) -> String {
    #[allow(clippy::cast_precision_loss)] // a size to be read by people
    let megabytes = bytes as f64 / (1024.0 * 1024.0);
    // A file just above the limit is not said to have the size of the limit.
    let shown = if bytes > MAX_BYTES {
        (megabytes * 10.0).ceil() / 10.0
    } else {
        megabytes
    };
    format!("{}\u{a0}MB", rounded(shown, 1, lang))
}
