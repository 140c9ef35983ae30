//! The closed vocabularies of the format: every enum that a contract file spells as a word.
//!
//! `words!` gives each enum its `as_str`, `parse` and `ALL`, and ties serde, the reader's shapes and the JSON Schema to
//! them, so a word is spelled in one place only.
//!
//! Longer than most: it is every list of words that the format has, each word with its meaning.

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every word, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The same as text.
            pub const TEXTS: &'static [&'static str] = &[$($text),+];

            /// The word as a contract file and a URL spell it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The word that `text` spells, exactly.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl crate::contract::shape::Shaped for $name {
            const SHAPE: &'static crate::contract::shape::Shape = &crate::contract::shape::Shape::Word(Self::TEXTS);
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl crate::contract::decode::Decode for $name {
            fn decode(value: &serde_json::Value) -> Self {
                Self::ALL[crate::contract::decode::word(value, Self::TEXTS)]
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($text),+] })
            }
        }
    };
}
pub(crate) use words;

words! {
    /// A process of the transition map (ids of NetZeroCities' six, see `text` for their names).
    Step {
        /// 1, build a strong mandate.
        Mandate = "mandate",
        /// 2, understand the system.
        System = "system",
        /// 3, co-design a portfolio.
        Portfolio = "portfolio",
        /// 4, take action.
        Action = "action",
        /// 5, learn and reflect.
        Learning = "learning",
        /// 6, make it the new normal.
        Normal = "normal",
    }
}

impl Step {
    /// Its number on the map, 1 to 6.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

words! {
    /// What kind of thing an item is; the `data-kind` of its marks and rows.
    Kind {
        /// A goal.
        Goal = "goal",
        /// A commitment.
        Commitment = "commitment",
        /// A measure under a commitment.
        Measure = "measure",
        /// An action.
        Action = "action",
        /// A prerequisite for the work.
        Prerequisite = "prerequisite",
        /// A body that leads, decides or follows up.
        Body = "body",
        /// An indicator.
        Indicator = "indicator",
        /// A gap to a goal.
        Gap = "gap",
        /// A lesson.
        Lesson = "lesson",
    }
}

words! {
    /// What kind of party someone is.
    PartyKind {
        /// A municipality.
        Municipality = "municipality",
        /// A state authority.
        Authority = "authority",
        /// The programme (Viable Cities).
        Programme = "programme",
        /// A region.
        Region = "region",
        /// A company.
        Company = "company",
        /// A university or research institute.
        Academia = "academia",
        /// Civil society.
        CivilSociety = "civil_society",
    }
}

words! {
    /// How much of a version is in the file.
    #[derive(Default)]
    Content {
        /// All that was signed.
        #[default]
        Full = "full",
        /// Some of what was signed: nothing may be said of what is absent.
        Excerpt = "excerpt",
        /// Only that it exists, and where.
        DocumentOnly = "document_only",
    }
}

words! {
    /// Whom a goal or a figure covers.
    Scope {
        /// The municipality's own organisation (kommunkoncernen).
        Organisation = "organisation",
        /// Everyone within its borders (det geografiska området).
        Territory = "territory",
    }
}

words! {
    /// What a goal aims at.
    Aim {
        /// Climate neutral.
        ClimateNeutral = "climate_neutral",
        /// Climate positive.
        ClimatePositive = "climate_positive",
        /// Fossil free.
        FossilFree = "fossil_free",
        /// A stated reduction of emissions.
        Reduction = "reduction",
        /// Something else, said in the title.
        Other = "other",
    }
}

words! {
    /// One of the contract's three development processes.
    Process {
        /// Steering, leadership and policy (3.1).
        Governance = "governance",
        /// Climate analysis and calculation (3.2).
        Analysis = "analysis",
        /// Finance (3.3).
        Financing = "financing",
    }
}

words! {
    /// The part of the contract that an action comes from.
    Origin {
        /// The activity plan.
        ActivityPlan = "activity_plan",
        /// An assignment in the budget.
        BudgetAssignment = "budget_assignment",
        /// The climate investment plan.
        InvestmentPlan = "investment_plan",
        /// The climate plan.
        ClimatePlan = "climate_plan",
        /// Elsewhere.
        Other = "other",
    }
}

words! {
    /// What an action pulls.
    Lever {
        /// Technology.
        Technology = "technology",
        /// Governance and policy.
        Governance = "governance",
        /// Finance.
        Finance = "finance",
        /// Social innovation.
        SocialInnovation = "social_innovation",
        /// Participation and democracy.
        Participation = "participation",
        /// Learning and capabilities.
        Learning = "learning",
        /// Infrastructure.
        Infrastructure = "infrastructure",
        /// Nature-based.
        Nature = "nature",
    }
}

words! {
    /// How far something has come.
    Status {
        /// Proposed or planned.
        Proposed = "proposed",
        /// Decided.
        Decided = "decided",
        /// Started.
        Started = "started",
        /// Done.
        Done = "done",
        /// Paused.
        Paused = "paused",
        /// Dropped.
        Dropped = "dropped",
        /// Not stated.
        Unknown = "unknown",
    }
}

words! {
    /// Who placed an item on the map.
    PlacedBy {
        /// The municipality itself.
        Municipality = "municipality",
        /// Whoever transcribed the contract: an interpretation, and shown as one.
        Editor = "editor",
    }
}

words! {
    /// Why something is unknown.
    Reason {
        /// The contract does not say.
        NotStated = "not_stated",
        /// The contract says that it has not been quantified.
        NotQuantified = "not_quantified",
        /// It does not apply.
        NotApplicable = "not_applicable",
        /// Work on it is going on.
        InProgress = "in_progress",
    }
}

words! {
    /// How a figure came about.
    Quality {
        /// Measured.
        Measured = "measured",
        /// Calculated.
        Calculated = "calculated",
        /// Estimated.
        Estimated = "estimated",
    }
}

words! {
    /// The units a quantity may have.
    Unit {
        /// Tonnes of carbon dioxide equivalents.
        TonneCo2e = "tCO2e",
        /// Tonnes of carbon dioxide equivalents a year.
        TonneCo2ePerYear = "tCO2e/yr",
        /// Swedish kronor.
        Sek = "SEK",
        /// Thousand kronor.
        KiloSek = "kSEK",
        /// Million kronor.
        MegaSek = "MSEK",
        /// Euros.
        Eur = "EUR",
        /// Million euros.
        MegaEur = "MEUR",
        /// Megawatt hours a year.
        MegawattHourPerYear = "MWh/yr",
    }
}

words! {
    /// A language the app speaks.
    Lang {
        /// Swedish.
        Sv = "sv",
        /// English.
        En = "en",
    }
}
