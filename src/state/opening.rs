//! What the opening of a contract has come to.

use crate::contract::Problem;

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
    /// It could not be fetched.
    Failed {
        /// What it is called.
        name: String,
        /// Why.
        error: FetchError,
        /// Whether it was to be opened beside others.
        beside: bool,
    },
    /// It was read, and refused.
    Refused {
        /// What it is called.
        name: String,
        /// Everything that is wrong with it.
        problems: Vec<Problem>,
        /// Whether it was to be opened beside others.
        beside: bool,
    },
}

impl Opening {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Fetching { name, .. }
            | Self::Failed { name, .. }
            | Self::Refused { name, .. } => name,
        }
    }
}
