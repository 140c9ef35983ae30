//! What in a URL was not taken up, and why.

use crate::contract::word::words;

words! {
    /// A parameter of the URL: a public interface.
    Parameter {
        /// The contracts.
        Contract = "contract",
        /// The view.
        View = "view",
        /// Drawn, or as a list.
        As = "as",
        /// The label of the version in focus.
        Version = "v",
        /// The label of the version that is compared with.
        Compare = "compare",
        /// Only items that this became of.
        Change = "change",
        /// What the strands are grouped by.
        Group = "group",
        /// What the rows of the portfolio are.
        Rows = "rows",
        /// What its columns are.
        Columns = "columns",
        /// In what order its items stand.
        Sort = "sort",
        /// Only items of a process.
        Step = "step",
        /// The selected item.
        Item = "item",
        /// Only items of a focus area.
        Focus = "focus",
        /// Only items of a party.
        Party = "party",
        /// The search.
        Query = "q",
        /// The first year.
        From = "from",
        /// The last year.
        To = "to",
        /// The language.
        Lang = "lang",
        /// The theme.
        Theme = "theme",
        /// The view alone.
        Embed = "embed",
    }
}

/// A value of a URL that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Where it stood.
    pub parameter: Parameter,
    /// What it said. Someone else's text, of any length.
    pub value: String,
    /// Why it was left out.
    pub fault: Fault,
}

/// Why a value was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is none of the values that the parameter can have.
    Unknown,
    /// The parameter had a value already: the first one counts.
    Repeated,
    /// It is not text: percent-encoded bytes that are not UTF-8.
    Garbled,
    /// An address that is not opened: only http and https, and files beside the app, are.
    Refused,
    /// The first year comes after the last.
    Reversed,
    /// The rows and the columns are the same.
    Same,
    /// The contract has nothing of that name.
    Missing,
}
