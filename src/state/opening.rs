//! What the opening of a contract has come to.

use crate::contract::Problem;
use crate::contract::table::Fault;
use crate::contract::table::own::Wrong;

/// How much of a file has come, and how much there is when that is known, in bytes.
pub type Progress = (usize, Option<usize>);

/// Why a file could not be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The address is not one of http or https.
    BadAddress,
    /// Nothing came within 15 seconds.
    Timeout,
    /// It answered with this status instead of a file.
    Status(u16),
    /// It answered with a web page.
    Html,
    /// It leads on to an address of another kind, which is not followed.
    Redirect,
    /// The file is over 32 MiB.
    TooLarge,
    /// No answer: no network, no such host, or the host does not let other pages read it.
    Unreachable,
    /// It was opened from a file before, which a link cannot hold.
    OnlyHere,
    /// It is a table, of which a reader has to be asked what it holds, where there is no way to ask.
    Table,
}

/// What the opening of a contract has come to.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// A file is on its way.
    Fetching {
        /// What it is called.
        name: String,
        /// How much has come.
        progress: Progress,
    },
    /// It is not shown.
    Stopped {
        /// What it is called.
        name: String,
        /// Why.
        why: Refusal,
        /// Whether it was to be opened beside others.
        beside: bool,
    },
}

/// Why what was to be opened is not shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// It could not be fetched.
    Failed(FetchError),
    /// It was read as a contract, and this is wrong with it.
    Refused(Vec<Problem>),
    /// It is a table that cannot be read.
    NoTable(Fault),
    /// It is a table of this app, and this is wrong with it.
    Wrong(Vec<Wrong>),
}

impl Opening {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Fetching { name, .. } | Self::Stopped { name, .. } => name,
        }
    }
}
