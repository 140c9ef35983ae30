//! What is wrong with a contract file, said plainly in Swedish and in English. Long because each problem has its own
//! sentence in each language, side by side.
//!
//! A sentence names what was found and what was expected, and says what to do when that is not plain. It does not name
//! the line: that stands beside it.

use super::number::{integer, number, rounded};
use super::{Both, pick, say};
use crate::contract::Lang;
use crate::contract::problem::{Cause, Problem, Syntax, Target, Type};
use crate::contract::read::{MAX_BYTES, MAX_DEPTH, MAX_ITEMS};

/// Where the first of two of the same name stands.
const FIRST: &Both = &[
    " Det första står på rad {}.",
    " The first one is on line {}.",
];

/// The sentence, or the few sentences, about a problem.
#[must_use]
pub fn sentence(problem: &Problem, lang: Lang) -> String {
    let say = |both, parts: &[&str]| say(lang, both, parts);
    let what = match (problem.field(), problem.is_element()) {
        (None, _) => say(&["Filen", "The file"], &[]),
        (Some(field), false) => say(&["”{}”", "“{}”"], &[field]),
        (Some(field), true) => say(
            &["Ett värde i listan ”{}”", "A value in the list “{}”"],
            &[field],
        ),
    };
    let line = problem.other_line.map(|line| line.to_string());
    let first = |both| match &line {
        Some(line) => say(both, &[line]),
        None => String::new(),
    };
    match &problem.cause {
        Cause::NotUtf8 { utf16: true } => say(
            &[
                "Filen är sparad med teckenkodningen UTF-16. Spara om den med teckenkodningen UTF-8.",
                "The file is saved in the UTF-16 character encoding. Save it again as UTF-8.",
            ],
            &[],
        ),
        Cause::NotUtf8 { utf16: false } => say(
            &[
                "Ett tecken här går inte att läsa, för filen är inte sparad med teckenkodningen UTF-8. Spara om den som UTF-8.",
                "A character here cannot be read, because the file is not saved in the UTF-8 character encoding. Save it again as UTF-8.",
            ],
            &[],
        ),
        Cause::Empty => say(&["Filen är tom.", "The file is empty."], &[]),
        Cause::FileTooLarge { bytes } => say(
            &[
                "Filen är {}. Den får vara högst {}.",
                "The file is {}. It may be {} at most.",
            ],
            &[&megabytes(*bytes, lang), &megabytes(MAX_BYTES, lang)],
        ),
        Cause::TooDeep => say(
            &[
                "Klamrar och hakparenteser står i varandra i fler än {} nivåer. Det är för djupt.",
                "Brackets are nested more than {} levels deep. That is too deep.",
            ],
            &[&count(MAX_DEPTH, lang)],
        ),
        Cause::BrokenJson { syntax, found } => broken_json(*syntax, *found, lang),
        Cause::OtherFormat { found, expected } => say(
            &[
                "Det här är inte formatet som appen läser. ”format” ska vara ”{}”, men här står ”{}”.",
                "This is not the format that the app reads. “format” should be “{}”, but it is “{}”.",
            ],
            &[expected, found],
        ),
        Cause::LaterFormat { found } => say(
            &[
                "Filen har formatet ”{}”, som är nyare än den här appen. Den går att öppna i en nyare version av appen.",
                "The file is in the format “{}”, which is newer than this app. A newer version of the app can open it.",
            ],
            &[found],
        ),
        Cause::TooManyItems { count: items } => say(
            &[
                "Filen har {} åtaganden, åtgärder och andra poster. Den får ha högst {}.",
                "The file has {} commitments, actions and other items. It may have {} at most.",
            ],
            &[&count(*items, lang), &count(MAX_ITEMS, lang)],
        ),
        Cause::TooManyValues => say(
            &[
                "Filen har långt fler värden än ett klimatkontrakt kan behöva.",
                "The file has far more values than a climate contract can need.",
            ],
            &[],
        ),
        Cause::MoreProblems { left_out } => say(
            &[
                "Filen har ytterligare {} problem, som inte visas här.",
                "Number of further problems that are not shown here: {}.",
            ],
            &[&count(*left_out, lang)],
        ),
        Cause::WrongType {
            expected,
            found,
            value,
        } => {
            let found = match (found, value) {
                (Type::Null, _) => say(&["är null", "is null"], &[]),
                (Type::Text, Some(value)) => say(&["är texten ”{}”", "is the text “{}”"], &[value]),
                (Type::Number, Some(value)) => say(&["är talet {}", "is the number {}"], &[value]),
                (_, Some(value)) => say(&["är {}", "is {}"], &[value]),
                (found, None) => say(&["är {}", "is {}"], &[type_of(*found, lang)]),
            };
            let example = match example(problem) {
                Some(example) => say(
                    &[" Skriv till exempel {}.", " For example, write {}."],
                    &[example],
                ),
                None => String::new(),
            };
            say(
                &["{} ska vara {}, men {}.{}", "{} should be {}, but {}.{}"],
                &[&what, type_of(*expected, lang), &found, &example],
            )
        }
        Cause::MissingField { field: "format" } => say(
            &[
                "Fältet ”format” saknas. Utan det går det inte att veta vad för slags fil det är.",
                "The field “format” is missing. Without it there is no telling what kind of file this is.",
            ],
            &[],
        ),
        Cause::MissingField { field } => say(
            &[
                "Fältet ”{}” saknas. Det måste finnas här.",
                "The field “{}” is missing. It is required here.",
            ],
            &[field],
        ),
        Cause::UnknownWord {
            found,
            nearest,
            words,
        } => {
            let instead = match nearest {
                Some(nearest) => say(&["Menade du ”{}”?", "Did you mean “{}”?"], &[nearest]),
                None => say(
                    &[
                        "Orden som går att använda är {}.",
                        "The words to choose from are {}.",
                    ],
                    &[&listed(words, pick(lang, "och", "and"))],
                ),
            };
            match (problem.field(), problem.is_element()) {
                (Some(field), true) => say(
                    &[
                        "”{}” är inte ett av orden som kan stå i ”{}”. {}",
                        "“{}” is not one of the words that “{}” may have. {}",
                    ],
                    &[found, field, &instead],
                ),
                _ => say(
                    &["{} kan inte vara ”{}”. {}", "{} cannot be “{}”. {}"],
                    &[&what, found, &instead],
                ),
            }
        }
        Cause::NumberOutOfRange { found, low, high } => say(
            &[
                "{} ska vara ett heltal från {} till {}, men är {}.",
                "{} should be a whole number from {} to {}, but is {}.",
            ],
            &[&what, &integer(*low, lang), &integer(*high, lang), found],
        ),
        Cause::DuplicateField { field } => say(
            &[
                "Fältet ”{}” finns två gånger i samma objekt, och då räknas bara det ena.{}",
                "The field “{}” is there twice in the same object, and only one of them would count.{}",
            ],
            &[field, &first(FIRST)],
        ),
        Cause::UnknownField {
            field,
            nearest: Some(nearest),
        } => say(
            &[
                "Formatet har inget fält här som heter ”{}”. Menade du ”{}”?",
                "The format has no field called “{}” here. Did you mean “{}”?",
            ],
            &[field, nearest],
        ),
        Cause::UnknownField {
            field,
            nearest: None,
        } => say(
            &[
                "Formatet har inget fält här som heter ”{}”. Det visas inte.",
                "The format has no field called “{}” here. It is not shown.",
            ],
            &[field],
        ),
        Cause::EmptyText => say(
            &[
                "{} är tomt. Här måste det stå något.",
                "{} is empty. Something must be written here.",
            ],
            &[&what],
        ),
        Cause::NoVersion => say(
            &[
                "Kontraktet har ingen version. Minst en måste finnas, även om bara dokumentet är känt.",
                "The contract has no version. There must be at least one, even when only the document is known.",
            ],
            &[],
        ),
        Cause::DuplicateId { id } => say(
            &[
                "Id:t ”{}” används redan. Varje id får bara finnas en gång.{}",
                "The id “{}” is taken. Every id may be used only once.{}",
            ],
            &[id, &first(FIRST)],
        ),
        Cause::DuplicateVersion { label } => say(
            &[
                "En annan version heter redan ”{}”.{}",
                "Another version is already called “{}”.{}",
            ],
            &[label, &first(&[" Den första står på rad {}.", FIRST[1]])],
        ),
        Cause::UnknownReference { to, id, nearest } => {
            let nothing: &Both = match to {
                Target::Party => &["Ingen av parterna", "None of the parties"],
                Target::FocusArea => &["Inget av fokusområdena", "None of the focus areas"],
                Target::Document => &["Inget av dokumenten", "None of the documents"],
                Target::Indicator => &["Ingen av indikatorerna", "None of the indicators"],
                Target::Commitment => &[
                    "Inget åtagande och ingen insats i versionen",
                    "No commitment or measure of the version",
                ],
                Target::Item => &["Inget i versionen", "Nothing in the version"],
                Target::ItemSoFar => &[
                    "Inget i versionen eller de tidigare",
                    "Nothing in the version or those before it",
                ],
            };
            say(
                &["{} har id:t ”{}”.{}", "{} has the id “{}”.{}"],
                &[
                    &say(nothing, &[]),
                    id,
                    &did_you_mean(nearest.as_deref(), lang),
                ],
            )
        }
        Cause::BadPeriod { found } => say(
            &[
                "”{}” går inte att läsa som en tid. Skriv ett år (2030), en månad (2026-03), en dag (2025-12-09), en årstid \
             (2026-21 är våren, 2026-24 vintern) eller en period (2024/2026, 2024/.. när slutet är öppet).",
                "“{}” cannot be read as a time. Write a year (2030), a month (2026-03), a day (2025-12-09), a season \
             (2026-21 is spring, 2026-24 winter) or a period (2024/2026, 2024/.. when its end is open).",
            ],
            &[found],
        ),
        Cause::PeriodEndsBeforeStart { found } => say(
            &[
                "Perioden ”{}” slutar innan den börjar.",
                "The period “{}” ends before it starts.",
            ],
            &[found],
        ),
        Cause::LowAboveHigh { low, high } => say(
            &[
                "Det lägsta värdet, {}, är större än det högsta, {}.",
                "The lowest value, {}, is greater than the highest, {}.",
            ],
            &[&number(*low, lang), &number(*high, lang)],
        ),
        Cause::NegativeCost { value } => say(
            &[
                "En kostnad kan inte vara mindre än noll: {}.",
                "A cost cannot be below zero: {}.",
            ],
            &[&number(*value, lang)],
        ),
        Cause::NumberWithoutUnit => say(
            &[
                "Här står ett tal utan enhet. Skriv enheten i ”unit”.",
                "This is a number without a unit. Write the unit in “unit”.",
            ],
            &[],
        ),
        Cause::SeriesWithoutUnit => say(
            &[
                "Serien har ingen enhet. Är värdena i en av formatets enheter, skriv den i ”unit”.",
                "The series has no unit. If its values are in one of the format’s units, write it in “unit”.",
            ],
            &[],
        ),
        Cause::GoalYearOutOfRange { year } => say(
            &[
                "Ett mål ska ha ett år från 1990 till 2150, inte {}.",
                "A goal should have a year from 1990 to 2150, not {}.",
            ],
            &[&year.to_string()],
        ),
        Cause::DependencyCycle { ids, length } => say(
            &[
                "Det här går i cirkel, så att inget kan komma först: {}.",
                "This goes in a circle, so that nothing can come first: {}.",
            ],
            &[&circle(ids, *length)],
        ),
        Cause::DocumentOnlyWithContent { field } => say(
            &[
                "Versionen sägs bara vara känd som dokument (”document_only”), men den har innehåll i ”{}”.",
                "The version is said to be known only as a document (“document_only”), but it has content in “{}”.",
            ],
            &[field],
        ),
        Cause::BadUrl { found } => say(
            &[
                "”{}” är ingen webbadress. Den ska börja med https:// eller http:// och inte ha mellanslag.",
                "“{}” is not a web address. It should start with https:// or http:// and have no spaces.",
            ],
            &[found],
        ),
        Cause::BadCode { found } => say(
            &[
                "En kommunkod har fyra siffror, till exempel 1880. Här står ”{}”.",
                "A municipality’s code has four digits, such as 1880. This is “{}”.",
            ],
            &[found],
        ),
        Cause::UnlikelyYear { year } => say(
            &["Året {} är knappast rätt.", "The year {} is hardly right."],
            &[&year.to_string()],
        ),
        Cause::UnlikelyUnit { unit } => say(
            &[
                "En kostnad anges i pengar, inte i ”{}”.",
                "A cost is given in money, not in “{}”.",
            ],
            &[unit.as_str()],
        ),
        Cause::ContradictoryQuantity => say(
            &[
                "Uppgiften säger emot sig själv. Den ska ha ett värde (”value”), ett spann (”low”, ”high”) eller vara okänd (”unknown”).",
                "The figure contradicts itself. It should have a value (“value”), a range (“low”, “high”) or be unknown (“unknown”).",
            ],
            &[],
        ),
        Cause::DuplicateYear { year } => say(
            &[
                "Serien har två värden för år {}.",
                "The series has two values for the year {}.",
            ],
            &[&year.to_string()],
        ),
        Cause::UnorderedSeries { year, before } => say(
            &[
                "Serien ska gå från äldst till nyast, men {} står efter {}.",
                "The series should go from oldest to newest, but {} comes after {}.",
            ],
            &[&year.to_string(), &before.to_string()],
        ),
        Cause::UnorderedVersions { label, before } => say(
            &[
                "Versionerna ska gå från äldst till nyast, men ”{}” är äldre än ”{}”, som står tidigare i filen.",
                "The versions should go from oldest to newest, but “{}” is older than “{}”, which comes earlier in the file.",
            ],
            &[label, before],
        ),
        Cause::UnusedTranslation { id, nearest } => say(
            &[
                "Inget i filen har id:t ”{}”, så översättningen används inte.{}",
                "Nothing in the file has the id “{}”, so the translation is not used.{}",
            ],
            &[id, &did_you_mean(nearest.as_deref(), lang)],
        ),
        Cause::ContinuesNothing { id, nearest } => say(
            &[
                "Ingen tidigare version har något med id:t ”{}”, så det går inte att visa vad det här fortsätter.{}",
                "No earlier version has anything with the id “{}”, so what this continues cannot be shown.{}",
            ],
            &[id, &did_you_mean(nearest.as_deref(), lang)],
        ),
        Cause::ContinuesItself { id } => say(
            &[
                "”{}” sägs fortsätta sig självt. Samma id i två versioner räcker för att det ska vara samma sak.",
                "“{}” is said to continue itself. The same id in two versions is enough for it to be the same thing.",
            ],
            &[id],
        ),
        Cause::ContinuesTwoKinds { id, other } => say(
            &[
                "Det här sägs fortsätta både ”{}” och ”{}”, som är av olika slag.",
                "This is said to continue both “{}” and “{}”, which are of different kinds.",
            ],
            &[other, id],
        ),
        Cause::ContinuesAnother { id, other, label } => say(
            &[
                "Här står att det fortsätter ”{}”, men version ”{}” säger att det kom ur ”{}”.",
                "Here it is said to continue “{}”, but version “{}” says that it came from “{}”.",
            ],
            &[id, label, other],
        ),
        Cause::MissingVersion { label, before } => say(
            &[
                "Mellan versionerna ”{}” och ”{}” saknas minst ett år. Om en version finns men inte är inläst kan den tas med som ”document_only”.",
                "At least one year is missing between the versions “{}” and “{}”. A version that exists but is not transcribed can be included as “document_only”.",
            ],
            &[before, label],
        ),
    }
}

fn broken_json(syntax: Syntax, found: Option<char>, lang: Lang) -> String {
    let here: &Both = match found {
        None | Some('\n' | '\r') => &["men raden tar slut", "but the line ends"],
        Some('“' | '”' | '„' | '’' | '‘' | '\'') => &[
            "men här står ett annat citattecken än det raka, \"",
            "but this is another quotation mark than the straight one, \"",
        ],
        Some(_) => &["men här står {}", "but this is {}"],
    };
    let found_text = found.map(String::from).unwrap_or_default();
    let here = say(lang, here, &[&found_text]);
    let both: &Both = match syntax {
        Syntax::Html => &[
            "Det här är en webbsida, inte en JSON-fil. Ladda ner själva filen och öppna den.",
            "This is a web page, not a JSON file. Download the file itself and open that.",
        ],
        Syntax::EndsEarly(Some(line)) => {
            let both = &[
                "Filen tar slut för tidigt. Klammern eller hakparentesen på rad {} stängs aldrig.",
                "The file ends too early. The bracket on line {} is never closed.",
            ];
            return say(lang, both, &[&line.to_string()]);
        }
        Syntax::EndsEarly(None) => &["Filen tar slut för tidigt.", "The file ends too early."],
        Syntax::ExpectedColon => &[
            "Efter fältets namn ska det stå ett kolon, {}.",
            "There should be a colon after the field’s name, {}.",
        ],
        Syntax::ExpectedCommaOrBracket => &[
            "Här ska det stå ett kommatecken, eller ] om listan är slut, {}.",
            "There should be a comma here, or ] if the list is at its end, {}.",
        ],
        Syntax::ExpectedCommaOrBrace => &[
            "Här ska det stå ett kommatecken, eller } om objektet är slut, {}.",
            "There should be a comma here, or } if the object is at its end, {}.",
        ],
        Syntax::ExpectedValue | Syntax::ExpectedKey if matches!(found, Some('/' | '#')) => &[
            "JSON kan inte ha kommentarer.",
            "JSON cannot have comments.",
        ],
        Syntax::ExpectedValue => &[
            "Här ska det stå ett värde: en text inom citattecken, ett tal, en lista eller ett objekt, {}.",
            "There should be a value here: a text in quotation marks, a number, a list or an object, {}.",
        ],
        Syntax::ExpectedKey => &[
            "Här ska det stå ett fält med namnet inom citattecken, {}.",
            "There should be a field here with its name in quotation marks, {}.",
        ],
        Syntax::BadEscape => &[
            "Ett omvänt snedstreck (\\) betyder något särskilt i en text. Skriv \\\\ om det ska synas.",
            "A backslash (\\) means something special in a text. Write \\\\ if it is to be seen.",
        ],
        Syntax::BadNumber => &[
            "Talet går inte att läsa. Skriv det bara med siffror, med punkt före decimalerna och utan mellanslag.",
            "The number cannot be read. Write it with digits only, a point before the decimals and no spaces.",
        ],
        Syntax::HugeNumber => &["Talet är för stort.", "The number is too large."],
        Syntax::ControlCharacter => &[
            "En text får inte ha radbrytningar eller tabbar. Skriv \\n där en ny rad ska börja, eller stäng texten med \".",
            "A text may not have line breaks or tabs. Write \\n where a new line is to start, or close the text with \".",
        ],
        Syntax::TrailingComma => &[
            "Efter det sista värdet ska det inte stå något kommatecken.",
            "There should be no comma after the last value.",
        ],
        Syntax::TrailingCharacters => &[
            "Efter slutet ska det inte stå något mer, {}.",
            "There should be nothing more after the end, {}.",
        ],
        Syntax::Other => &[
            "Filen går inte att läsa som JSON.",
            "The file cannot be read as JSON.",
        ],
    };
    say(lang, both, &[&here])
}

fn type_of(kind: Type, lang: Lang) -> &'static str {
    match kind {
        Type::Null => pick(lang, "null", "null"),
        Type::Flag => pick(lang, "true eller false", "true or false"),
        Type::Number => pick(lang, "ett tal", "a number"),
        Type::Whole => pick(lang, "ett heltal", "a whole number"),
        Type::Text => pick(
            lang,
            "en text inom citattecken",
            "a text in quotation marks",
        ),
        Type::Word => pick(lang, "ett av formatets ord", "one of the format’s words"),
        Type::DateOrUnknown => pick(
            lang,
            "ett datum inom citattecken eller { \"unknown\": … }",
            "a date in quotation marks or { \"unknown\": … }",
        ),
        Type::List => pick(lang, "en lista, [ … ]", "a list, [ … ]"),
        Type::Object => pick(lang, "ett objekt, { … }", "an object, { … }"),
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
    let both = &[" Menade du ”{}”?", " Did you mean “{}”?"];
    nearest.map_or_else(String::new, |nearest| say(lang, both, &[nearest]))
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
pub(super) fn megabytes(bytes: usize, lang: Lang) -> String {
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
