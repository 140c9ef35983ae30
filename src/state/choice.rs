//! The closed choices of the screen, as the URL spells them.

use crate::contract::word::words;

words! {
    /// A view: the same contract, drawn in another way.
    View {
        /// The transition map: the band wound up.
        Map = "map",
        /// The roadmap: the band rolled out.
        Roadmap = "roadmap",
        /// The portfolio: what lies where, what is missing, what it costs and gives.
        Portfolio = "portfolio",
        /// The commitments: every promise as a strand through the versions.
        Commitments = "commitments",
        /// What is shown, handed on: as a link, in another page, as a file.
        Share = "share",
    }
}

words! {
    /// What the strands of the commitments are grouped by.
    Group {
        /// Who carries them.
        Party = "party",
        /// The development process they belong to.
        Process = "process",
        /// Their focus area.
        Focus = "focus",
    }
}

words! {
    /// How a view is shown.
    Form {
        /// Drawn.
        Graphic = "graphic",
        /// As headings, lists and tables.
        List = "list",
    }
}

words! {
    /// A colour theme that the reader has asked for.
    Theme {
        /// Dark ink on light paper.
        Light = "light",
        /// Light ink on dark paper.
        Dark = "dark",
        /// The strongest contrast.
        Contrast = "contrast",
    }
}
