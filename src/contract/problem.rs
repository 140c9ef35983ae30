//! What can be wrong with a contract file. Long because the list is; the sentences are in `text::problem`.
//!
//! A [`Problem`] is data: what it is ([`Cause`], with a stable [`Code`]), how grave, and where it stands.

use super::word::Unit;

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be shown.
    Error,
    /// The file is shown, and this beside it.
    Warning,
    /// Perhaps meant otherwise.
    Hint,
}

impl Severity {
    /// The word for it in attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// The stable name of a kind of problem: the `data-issue` of its row. A public interface; `docs/problems.md` lists
        /// them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$meta])* $variant),+ }

        impl Code {
            /// Every code: first what stops the reading, then the file's shape, then what it says.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as pages, tests and other programs see it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

codes! {
    /// The file is not UTF-8 text.
    NotUtf8 = "not-utf8",
    /// The file has no content.
    Empty = "empty",
    /// The file is over 32 MiB.
    FileTooLarge = "file-too-large",
    /// Brackets nest deeper than 64.
    TooDeep = "too-deep",
    /// The file is not JSON.
    BrokenJson = "broken-json",
    /// The file is of another format, or of a later major one.
    UnsupportedFormat = "unsupported-format",
    /// The file has over 100,000 items.
    TooManyItems = "too-many-items",
    /// There are more problems than are listed.
    MoreProblems = "more-problems",
    /// A value is of another type than the format says.
    WrongType = "wrong-type",
    /// A required field is absent.
    MissingField = "missing-field",
    /// A word is none of those that the format has there.
    UnknownWord = "unknown-word",
    /// A number is outside what its field can hold.
    NumberOutOfRange = "number-out-of-range",
    /// An object has a field twice.
    DuplicateField = "duplicate-field",
    /// The format has no such field.
    UnknownField = "unknown-field",
    /// An id, a name, a title or a label has no text.
    EmptyText = "empty-text",
    /// The list of versions is empty.
    NoVersion = "no-version",
    /// Two things have the same id.
    DuplicateId = "duplicate-id",
    /// Two versions have the same label.
    DuplicateVersion = "duplicate-version",
    /// A reference names nothing in the file.
    UnknownReference = "unknown-reference",
    /// A date or period cannot be read.
    BadPeriod = "bad-period",
    /// A period ends before it starts.
    PeriodEndsBeforeStart = "period-ends-before-start",
    /// The lower end of a range is above the upper.
    LowAboveHigh = "low-above-high",
    /// A cost or a funding is below zero.
    NegativeCost = "negative-cost",
    /// A figure has no unit.
    NumberWithoutUnit = "number-without-unit",
    /// A goal's year is outside 1990 to 2150.
    GoalYearOutOfRange = "goal-year-out-of-range",
    /// Things depend on each other in a circle.
    DependencyCycle = "dependency-cycle",
    /// A version that says it is only a document has content.
    DocumentOnlyWithContent = "document-only-with-content",
    /// An address is not http or https.
    BadUrl = "bad-url",
    /// A municipality's code is not four digits.
    BadCode = "bad-code",
    /// A year is far from any that a contract speaks of.
    UnlikelyYear = "unlikely-year",
    /// A cost that is not in money.
    UnlikelyUnit = "unlikely-unit",
    /// A quantity has a value and a range, or a figure and an unknown.
    ContradictoryQuantity = "contradictory-quantity",
    /// A series has two values for one year.
    DuplicateYear = "duplicate-year",
    /// A series is not in the order of the years.
    UnorderedSeries = "unordered-series",
    /// A version was signed before the one it follows.
    UnorderedVersions = "unordered-versions",
    /// A translation is of nothing in the file.
    UnusedTranslation = "unused-translation",
    /// An item continues something that no earlier version has.
    ContinuesNothing = "continues-nothing",
    /// An item continues itself.
    ContinuesItself = "continues-itself",
    /// What an item is said to continue does not agree.
    ContinuesDisagree = "continues-disagree",
    /// A year between two versions has none.
    MissingVersion = "missing-version",
}

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// It is a web page.
    Html,
    /// It ends inside a list, an object or a text; the line where the innermost open bracket stands.
    EndsEarly(Option<usize>),
    /// `:` was expected.
    ExpectedColon,
    /// `,` or `]` was expected.
    ExpectedCommaOrBracket,
    /// `,` or `}` was expected.
    ExpectedCommaOrBrace,
    /// A value was expected.
    ExpectedValue,
    /// A field's name within quotation marks was expected.
    ExpectedKey,
    /// `\` is followed by something that it cannot be.
    BadEscape,
    /// A number is not written as JSON writes numbers.
    BadNumber,
    /// A number is too large to be kept.
    HugeNumber,
    /// A line break or another control character stands inside a text.
    ControlCharacter,
    /// A comma stands before the closing bracket.
    TrailingComma,
    /// Something follows the end.
    TrailingCharacters,
    /// Something else.
    Other,
}

/// A type of value, as a file's author meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A text.
    Text,
    /// One of the format's words.
    Word,
    /// A date, or an unknown with its reason.
    DateOrUnknown,
    /// A list, `[ … ]`.
    List,
    /// An object, `{ … }`.
    Object,
}

/// What a reference is to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One of `parties`.
    Party,
    /// One of `focus_areas`.
    FocusArea,
    /// One of `documents`.
    Document,
    /// One of `indicators`.
    Indicator,
    /// A commitment or a measure of the same version.
    Commitment,
    /// Anything with an id in the same version.
    Item,
    /// Anything with an id in the same version or an earlier one.
    ItemSoFar,
}

/// What is wrong, with what a sentence about it needs. Texts from the file are shortened.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // each is its code, above; the fields are what was found
pub enum Cause {
    NotUtf8 {
        utf16: bool,
    },
    Empty,
    FileTooLarge {
        bytes: usize,
    },
    TooDeep,
    BrokenJson {
        syntax: Syntax,
        found: Option<char>,
    },
    OtherFormat {
        found: String,
        expected: &'static str,
    },
    LaterFormat {
        found: String,
    },
    TooManyItems {
        count: usize,
    },
    TooManyValues,
    MoreProblems {
        left_out: usize,
    },
    WrongType {
        expected: Type,
        found: Type,
        value: Option<String>,
    },
    MissingField {
        field: &'static str,
    },
    UnknownWord {
        found: String,
        nearest: Option<&'static str>,
        words: &'static [&'static str],
    },
    NumberOutOfRange {
        found: String,
        low: i64,
        high: i64,
    },
    DuplicateField {
        field: String,
    },
    UnknownField {
        field: String,
        nearest: Option<&'static str>,
    },
    EmptyText,
    NoVersion,
    DuplicateId {
        id: String,
    },
    DuplicateVersion {
        label: String,
    },
    UnknownReference {
        to: Target,
        id: String,
        nearest: Option<String>,
    },
    BadPeriod {
        found: String,
    },
    PeriodEndsBeforeStart {
        found: String,
    },
    LowAboveHigh {
        low: f64,
        high: f64,
    },
    NegativeCost {
        value: f64,
    },
    NumberWithoutUnit,
    SeriesWithoutUnit,
    GoalYearOutOfRange {
        year: i64,
    },
    DependencyCycle {
        ids: Vec<String>,
        length: usize,
    },
    DocumentOnlyWithContent {
        field: &'static str,
    },
    BadUrl {
        found: String,
    },
    BadCode {
        found: String,
    },
    UnlikelyYear {
        year: i64,
    },
    UnlikelyUnit {
        unit: Unit,
    },
    ContradictoryQuantity,
    DuplicateYear {
        year: i16,
    },
    UnorderedSeries {
        year: i16,
        before: i16,
    },
    UnorderedVersions {
        label: String,
        before: String,
    },
    UnusedTranslation {
        id: String,
        nearest: Option<String>,
    },
    ContinuesNothing {
        id: String,
        nearest: Option<String>,
    },
    ContinuesItself {
        id: String,
    },
    /// Two of what it continues are of different kinds.
    ContinuesTwoKinds {
        id: String,
        other: String,
    },
    /// An earlier version says that it came from something else, and this had ended before it began.
    ContinuesAnother {
        id: String,
        other: String,
        label: String,
    },
    MissingVersion {
        label: String,
        before: String,
    },
}

impl Cause {
    /// Its stable name.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::NotUtf8 { .. } => Code::NotUtf8,
            Self::Empty => Code::Empty,
            Self::FileTooLarge { .. } => Code::FileTooLarge,
            Self::TooDeep => Code::TooDeep,
            Self::BrokenJson { .. } => Code::BrokenJson,
            Self::OtherFormat { .. } | Self::LaterFormat { .. } => Code::UnsupportedFormat,
            Self::TooManyItems { .. } | Self::TooManyValues => Code::TooManyItems,
            Self::MoreProblems { .. } => Code::MoreProblems,
            Self::WrongType { .. } => Code::WrongType,
            Self::MissingField { .. } => Code::MissingField,
            Self::UnknownWord { .. } => Code::UnknownWord,
            Self::NumberOutOfRange { .. } => Code::NumberOutOfRange,
            Self::DuplicateField { .. } => Code::DuplicateField,
            Self::UnknownField { .. } => Code::UnknownField,
            Self::EmptyText => Code::EmptyText,
            Self::NoVersion => Code::NoVersion,
            Self::DuplicateId { .. } => Code::DuplicateId,
            Self::DuplicateVersion { .. } => Code::DuplicateVersion,
            Self::UnknownReference { .. } => Code::UnknownReference,
            Self::BadPeriod { .. } => Code::BadPeriod,
            Self::PeriodEndsBeforeStart { .. } => Code::PeriodEndsBeforeStart,
            Self::LowAboveHigh { .. } => Code::LowAboveHigh,
            Self::NegativeCost { .. } => Code::NegativeCost,
            Self::NumberWithoutUnit | Self::SeriesWithoutUnit => Code::NumberWithoutUnit,
            Self::GoalYearOutOfRange { .. } => Code::GoalYearOutOfRange,
            Self::DependencyCycle { .. } => Code::DependencyCycle,
            Self::DocumentOnlyWithContent { .. } => Code::DocumentOnlyWithContent,
            Self::BadUrl { .. } => Code::BadUrl,
            Self::BadCode { .. } => Code::BadCode,
            Self::UnlikelyYear { .. } => Code::UnlikelyYear,
            Self::UnlikelyUnit { .. } => Code::UnlikelyUnit,
            Self::ContradictoryQuantity => Code::ContradictoryQuantity,
            Self::DuplicateYear { .. } => Code::DuplicateYear,
            Self::UnorderedSeries { .. } => Code::UnorderedSeries,
            Self::UnorderedVersions { .. } => Code::UnorderedVersions,
            Self::UnusedTranslation { .. } => Code::UnusedTranslation,
            Self::ContinuesNothing { .. } => Code::ContinuesNothing,
            Self::ContinuesItself { .. } => Code::ContinuesItself,
            Self::ContinuesTwoKinds { .. } | Self::ContinuesAnother { .. } => {
                Code::ContinuesDisagree
            }
            Self::MissingVersion { .. } => Code::MissingVersion,
        }
    }

    /// How grave it is. A series without a unit is only warned of: a count or an index has none.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownField { .. } | Self::MoreProblems { .. } | Self::MissingVersion { .. } => {
                Severity::Hint
            }
            Self::SeriesWithoutUnit
            | Self::BadCode { .. }
            | Self::UnlikelyYear { .. }
            | Self::UnlikelyUnit { .. }
            | Self::ContradictoryQuantity
            | Self::DuplicateYear { .. }
            | Self::UnorderedSeries { .. }
            | Self::UnorderedVersions { .. }
            | Self::UnusedTranslation { .. }
            | Self::ContinuesNothing { .. }
            | Self::ContinuesItself { .. }
            | Self::ContinuesTwoKinds { .. }
            | Self::ContinuesAnother { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A problem in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Its stable name.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What it is.
    pub cause: Cause,
    /// The JSON path of the value, `versions[3].actions[0].cost.low`; of the absent field when one is missing; empty for
    /// the file as a whole.
    pub path: String,
    /// The line, from 1. A missing field is placed at the object that lacks it, an unknown or doubled one at its name.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line of the other thing it is about: the first of two of the same name.
    pub other_line: Option<usize>,
}

impl Problem {
    /// A problem with the file as a whole.
    #[must_use]
    pub fn of_file(cause: Cause) -> Self {
        let (code, severity) = (cause.code(), cause.severity());
        Self {
            code,
            severity,
            cause,
            path: String::new(),
            line: 1,
            column: 1,
            other_line: None,
        }
    }

    /// The last field named in its path, nothing when it is about the file as a whole.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        let mut path = self.path.as_str();
        if let Some(rest) = path.strip_suffix("\"]") {
            return rest.rfind("[\"").map(|start| &rest[start + 2..]);
        }
        while let Some(start) = path.strip_suffix(']').and_then(|rest| rest.rfind('[')) {
            path = &path[..start];
        }
        let last = path.rsplit('.').next().unwrap_or_default();
        (!last.is_empty()).then_some(last)
    }

    /// True when it is about an element of a list, and not about the list.
    #[must_use]
    pub fn is_element(&self) -> bool {
        self.path.ends_with(']') && !self.path.ends_with("\"]")
    }
}

/// A text of the file, short enough to stand in a sentence.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = text
        .chars()
        .take(LONGEST)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_kebab_case_and_each_its_own() {
        let mut texts: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        let is_kebab =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(texts.iter().all(|text| text.bytes().all(is_kebab)));
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), Code::ALL.len());
    }

    #[test]
    fn the_field_is_the_last_name_of_the_path() {
        for (path, field, is_element) in [
            ("versions[3].actions[0].cost.low", Some("low"), false),
            ("versions[3].steps[0]", Some("steps"), true),
            ("translations.en[\"a b\"]", Some("a b"), false),
            ("", None, false),
        ] {
            let problem = Problem {
                path: path.to_owned(),
                ..Problem::of_file(Cause::Empty)
            };
            assert_eq!(
                (problem.field(), problem.is_element()),
                (field, is_element),
                "{path}"
            );
        }
    }
}
