//! When something is done, as people write it: `2024–2030`, `fr.o.m. hösten 2025`, `March 2026 to June 2027`.
//!
//! What comes out is a period that [`Period::span`] reads, no finer and no surer than what was written. Longer than most: it
//! is one grammar, with its tests.

use super::super::Lang;
use super::super::period::Period;
use super::slug::fold;
use super::token::{Number, Tokens};
use super::word::not_read;
use super::{Reading, Sureness};

/// The years that are read.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2150;

const MONTHS: [(&str, &str); 12] = [
    ("jan", "jan"),
    ("feb", "feb"),
    ("mar", "mar"),
    ("apr", "apr"),
    ("maj", "may"),
    ("jun", "jun"),
    ("jul", "jul"),
    ("aug", "aug"),
    ("sep", "sep"),
    ("okt", "oct"),
    ("nov", "nov"),
    ("dec", "dec"),
];

const SEASONS: [(&str, u32); 12] = [
    ("spring", 21),
    ("var", 21),
    ("varen", 21),
    ("summer", 22),
    ("sommar", 22),
    ("sommaren", 22),
    ("autumn", 23),
    ("fall", 23),
    ("host", 23),
    ("hosten", 23),
    ("winter", 24),
    ("vinter", 24),
];

/// Before a date from which something goes on.
const FROM: &[&str] = &[
    "from",
    "since",
    "starting",
    "fran och med",
    "fran",
    "sedan",
    "fr o m",
    "f o m",
    "start",
    "startar",
];
/// Before a date by which something is done.
const UNTIL: &[&str] = &[
    "by",
    "until",
    "before",
    "no later than",
    "up to",
    "till och med",
    "t o m",
    "senast",
    "till",
    "fore",
    "klart",
    "klar",
    "slut",
    "end",
];
/// After a date from which something goes on.
const ONWARDS: &[&str] = &[
    "onwards",
    "and onwards",
    "onward",
    "and beyond",
    "och framat",
    "framat",
    "och vidare",
    "tills vidare",
];
/// Between two dates.
const TO: &[&str] = &["till och med", "till", "to", "until", "t o m"];
/// Words for a part of a year that the format has no date for.
const PARTS: &[&str] = &[
    "q1",
    "q2",
    "q3",
    "q4",
    "h1",
    "h2",
    "kvartal",
    "quarter",
    "halvar",
    "halvaret",
    "early",
    "late",
    "mid",
    "tidigt",
    "sent",
    "mitten",
    "borjan",
    "slutet",
    "vintern",
    "winter",
    "vinter",
    "beginning",
    "end",
];

/// Reads when something is done.
#[must_use]
pub fn period(cell: &str) -> Reading<Option<Period>> {
    let reader = Reader::of(cell);
    let Some(found) = reader.interval() else {
        return not_read_period(cell);
    };
    let period = Period(match (&found.start, &found.end) {
        (Some(start), Some(end)) if start == end => start.clone(),
        (Some(start), Some(end)) => format!("{start}/{end}"),
        (Some(start), None) => format!("{start}/.."),
        (None, Some(end)) => format!("../{end}"),
        (None, None) => return not_read_period(cell),
    });
    if period.span().is_err() || found.more {
        return not_read_period(cell);
    }
    let sureness = if found.rough {
        Sureness::Doubtful
    } else {
        Sureness::Understood
    };
    Reading {
        value: Some(period),
        sureness,
        rest: found.rest,
    }
}

/// A start and an end that stand in columns of their own: an end that is not given is not known.
#[must_use]
pub fn between(start: &str, end: &str) -> Option<Period> {
    let date = |cell: &str| {
        let read = period(cell);
        let sure = read.sureness == Sureness::Understood && !read.rest;
        read.value
            .filter(|it| sure && !it.0.contains('/'))
            .map(|it| it.0)
    };
    let period = match (date(start), date(end)) {
        (None, None) => return None,
        (Some(start), Some(end)) if start == end => start,
        (start, end) => format!("{}/{}", start.unwrap_or_default(), end.unwrap_or_default()),
    };
    let period = Period(period);
    period.span().is_ok().then_some(period)
}

fn not_read_period(cell: &str) -> Reading<Option<Period>> {
    let mut read = not_read(cell, None);
    let words: String = cell.trim().chars().map(fold).collect();
    if matches!(
        words.as_str(),
        "lopande" | "continuous" | "continuously" | "kontinuerligt" | "tills vidare"
    ) {
        read.sureness = Sureness::Unknown;
    }
    read
}

/// A period as it is written in a cell.
#[derive(Default)]
struct Interval {
    start: Option<String>,
    end: Option<String>,
    /// True when a date was finer than what was read.
    rough: bool,
    /// True when the cell has other words.
    rest: bool,
    /// True when the cell has other dates.
    more: bool,
}

/// A date, and where it ends.
struct Found {
    date: String,
    end: usize,
    rough: bool,
}

struct Reader {
    tokens: Tokens,
}

impl Reader {
    fn of(cell: &str) -> Self {
        // A point would make `15.3` a number, and in `fr.o.m.` it says nothing; a comma neither.
        let cell = cell.replace(['.', ','], " ");
        // A space between thousands is none between dates.
        let cell = cell.split_whitespace().collect::<Vec<_>>().join("  ");
        let tokens = Tokens::of(&cell, Lang::En);
        Self { tokens }
    }

    /// The period of the whole cell.
    fn interval(&self) -> Option<Interval> {
        let mut found = Interval::default();
        let first = (0..self.tokens.len()).find(|at| self.starts_date(*at))?;
        let (from, before) = self.before(first, FROM);
        let (until, before) = if from {
            (false, before)
        } else {
            self.before(first, UNTIL)
        };
        let date = self.date(first)?;
        found.rough |= date.rough;
        let joined = self.after(date.end, TO).or_else(|| {
            let joins = self.tokens.is(date.end, '-') || self.tokens.is(date.end, '/');
            joins.then_some(date.end + 1)
        });
        let mut end = date.end;
        if let Some(next) = joined.filter(|_| !until)
            && let Some(other) = self
                .short_year(next, &date.date)
                .or_else(|| self.date(next))
        {
            found.rough |= other.rough;
            (found.start, found.end, end) = (Some(date.date), Some(other.date), other.end);
        } else if until {
            found.end = Some(date.date);
        } else if let Some(next) = self.after(end, ONWARDS) {
            (found.start, end) = (Some(date.date), next);
        } else if self.tokens.is(end, '-') && end + 1 == self.tokens.len() {
            (found.start, end) = (Some(date.date), end + 1);
        } else if let Some(other) = self.later(end).filter(|_| from) {
            // `start 2025, klart 2027`
            found.rough |= other.rough;
            (found.start, found.end, end) = (Some(date.date), Some(other.date), other.end);
        } else if from {
            found.start = Some(date.date);
        } else {
            (found.start, found.end) = (Some(date.date.clone()), Some(date.date));
        }
        let mut outside = (0..before).chain(end..self.tokens.len());
        found.more = outside.clone().any(|at| self.starts_date(at));
        let says = |at| !self.tokens.word(at).is_empty() || self.tokens.number(at).is_some();
        found.rest = outside.any(says) || found.rough;
        Some(found)
    }

    /// Whether one of these stands before a place, and where it begins.
    fn before(&self, place: usize, words: &[&str]) -> (bool, usize) {
        for words in words {
            let length = 1 + words.matches(' ').count();
            if place >= length && self.tokens.are(place - length, words) {
                return (true, place - length);
            }
        }
        (false, place)
    }

    /// Where one of these ends that stands in a place.
    fn after(&self, place: usize, words: &[&str]) -> Option<usize> {
        let found = words.iter().find(|words| self.tokens.are(place, words))?;
        Some(place + 1 + found.matches(' ').count())
    }

    /// The date after a word for an end.
    fn later(&self, place: usize) -> Option<Found> {
        self.date(self.after(place, UNTIL)?)
    }

    /// The year, when it is one that is read.
    fn year(&self, at: usize) -> Option<u32> {
        let year = self.whole(at)?;
        let four = self.tokens.number(at)?.like_year || (1900..1990).contains(&year);
        (four && YEARS.contains(&year)).then_some(year)
    }

    /// A number without decimals, of any size that matters here.
    fn whole(&self, at: usize) -> Option<u32> {
        let value = self.tokens.number(at)?.value(0);
        (value.fract() == 0.0 && value < 10_000.0).then_some(value as u32)
    }

    fn month(&self, at: usize) -> Option<u32> {
        let word = self.tokens.word(at);
        let long = word.len() >= 3;
        let is = |(sv, en): &(&str, &str)| long && (word.starts_with(sv) || word.starts_with(en));
        let place = MONTHS.iter().position(is)?;
        // `mars` and `maj` are months; `marknad` and `junior` are not.
        let known = word.len() <= 4 || FULL_MONTHS.contains(&word);
        known.then_some(place as u32 + 1)
    }

    fn season(&self, at: usize) -> Option<u32> {
        let word = self.tokens.word(at);
        let (_, season) = SEASONS.iter().find(|(known, _)| *known == word)?;
        // The winter of a year may be its start or its end.
        (*season != 24).then_some(*season)
    }

    fn is_part(&self, at: usize) -> bool {
        PARTS.contains(&self.tokens.word(at))
    }

    /// Whether a date starts in a place, or a word that is part of one.
    fn starts_date(&self, at: usize) -> bool {
        self.date(at).is_some()
    }

    /// The date that starts in a place.
    fn date(&self, at: usize) -> Option<Found> {
        let found = |date, end| {
            Some(Found {
                date,
                end,
                rough: false,
            })
        };
        if let Some(year) = self.year(at) {
            let dash = |at: usize| self.tokens.is(at, '-') && self.tokens.is_glued(at);
            let two = |at: usize, most: u32| {
                let part = self.whole(at).filter(|it| (1..=most).contains(it))?;
                (self.tokens.is_glued(at) && self.tokens.number(at)?.is_two_digits())
                    .then_some(part)
            };
            if dash(at + 1)
                && let Some(month) = two(at + 2, 12)
            {
                return match two(at + 4, 31).filter(|_| dash(at + 3)) {
                    Some(day) => found(format!("{year}-{month:02}-{day:02}"), at + 5),
                    None => found(format!("{year}-{month:02}"), at + 3),
                };
            }
            let part = self.month(at + 1).or_else(|| self.season(at + 1));
            if let Some(part) = part.filter(|_| self.year(at + 2).is_none()) {
                return found(format!("{year}-{part:02}"), at + 2);
            }
            let rough = self.is_part(at + 1) && self.year(at + 2).is_none();
            let end = at + 1 + usize::from(rough);
            return Some(Found {
                date: year.to_string(),
                end,
                rough,
            });
        }
        if let Some(part) = self.month(at).or_else(|| self.season(at)) {
            let of = at + 1 + usize::from(matches!(self.tokens.word(at + 1), "of" | "ar"));
            if let Some(year) = self.year(of) {
                return found(format!("{year}-{part:02}"), of + 1);
            }
            // `mars–maj 2026`: the year of the end is that of the start.
            let joins =
                self.tokens.is(at + 1, '-') || matches!(self.tokens.word(at + 1), "till" | "to");
            if joins && (self.month(at + 2).or_else(|| self.season(at + 2))).is_some() {
                let year = self.year(at + 3)?;
                return found(format!("{year}-{part:02}"), at + 1);
            }
            return None;
        }
        // `15 mars 2026`
        if let (Some(day), Some(month), Some(year)) =
            (self.whole(at), self.month(at + 1), self.year(at + 2))
            && (1..=31).contains(&day)
        {
            return found(format!("{year}-{month:02}-{day:02}"), at + 3);
        }
        // `Q1 2026`, `kvartal 1 2026`, `slutet av 2026`
        if self.is_part(at) {
            let skip = self.whole(at + 1).is_some() && self.year(at + 1).is_none()
                || matches!(self.tokens.word(at + 1), "av" | "of")
                || self.tokens.is(at + 1, '-');
            let next = at + 1 + usize::from(skip);
            let year = self.year(next)?;
            return Some(Found {
                date: year.to_string(),
                end: next + 1,
                rough: true,
            });
        }
        None
    }

    /// `26` after `2025-`: the year of that century, when it comes later.
    fn short_year(&self, at: usize, start: &str) -> Option<Found> {
        let first: u32 = start.parse().ok()?;
        let short = self
            .whole(at)
            .filter(|_| self.tokens.number(at).is_some_and(Number::is_two_digits))?;
        let year = first - first % 100 + short;
        let date = year.to_string();
        (year > first).then_some(Found {
            date,
            end: at + 1,
            rough: false,
        })
    }
}

const FULL_MONTHS: &[&str] = &[
    "januari",
    "februari",
    "april",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "august",
    "october",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_people_write_them() {
        for (cell, period_is) in [
            ("2024–2030", "2024/2030"),
            ("2025", "2025"),
            ("2025-2026", "2025/2026"),
            ("2025-26", "2025/2026"),
            ("2025/26", "2025/2026"),
            ("2025 – 2026.", "2025/2026"),
            ("2025 till 2027", "2025/2027"),
            ("from 2025", "2025/.."),
            ("fr.o.m. 2025", "2025/.."),
            ("från och med 2025", "2025/.."),
            ("2025-", "2025/.."),
            ("2025 och framåt", "2025/.."),
            ("from 2025 to 2027", "2025/2027"),
            ("by 2030", "../2030"),
            ("until 2030", "../2030"),
            ("Senast 2030", "../2030"),
            ("t.o.m. 2030", "../2030"),
            ("spring 2026", "2026-21"),
            ("Våren 2026", "2026-21"),
            ("hösten 2025–våren 2026", "2025-23/2026-21"),
            ("mars 2026", "2026-03"),
            ("March 2026", "2026-03"),
            ("2026-03", "2026-03"),
            ("2026-03-15", "2026-03-15"),
            ("2026-03 – 2026-09", "2026-03/2026-09"),
            ("15 mars 2026", "2026-03-15"),
            ("mars–maj 2026", "2026-03/2026-05"),
            ("Start 2025, klart 2027", "2025/2027"),
        ] {
            let value = Some(Period(period_is.to_owned()));
            let (sureness, rest) = (Sureness::Understood, false);
            assert_eq!(
                period(cell),
                Reading {
                    value,
                    sureness,
                    rest
                },
                "{cell}"
            );
        }
    }

    #[test]
    fn a_part_of_a_year_that_the_format_lacks_is_its_year_and_doubtful() {
        for cell in [
            "Q1 2026",
            "2026 Q3",
            "kvartal 1 2026",
            "slutet av 2026",
            "vintern 2026",
            "early 2026",
        ] {
            let read = period(cell);
            assert_eq!(read.value.map(|it| it.0).as_deref(), Some("2026"), "{cell}");
            assert_eq!(
                (read.sureness, read.rest),
                (Sureness::Doubtful, true),
                "{cell}"
            );
        }
    }

    #[test]
    fn what_is_no_period_stays_words() {
        for (cell, sureness) in [
            ("ongoing", Sureness::Unknown),
            ("Löpande", Sureness::Unknown),
            ("TBD", Sureness::Unknown),
            ("soon", Sureness::Doubtful),
            ("2030-2025", Sureness::Doubtful),
            ("2025, 2027 and 2029", Sureness::Doubtful),
            ("1066", Sureness::Doubtful),
            ("3000", Sureness::Doubtful),
            ("2026-02-30", Sureness::Doubtful),
            ("när marknaden 2 tillåter", Sureness::Doubtful),
        ] {
            let (value, rest) = (None, true);
            assert_eq!(
                period(cell),
                Reading {
                    value,
                    sureness,
                    rest
                },
                "{cell}"
            );
        }
        assert!(period("2024–2030 (phase one)").rest);
    }

    #[test]
    fn a_start_and_an_end_may_stand_apart() {
        let said = |start, end| between(start, end).map(|it| it.0);
        assert_eq!(said("2025", "2027").as_deref(), Some("2025/2027"));
        assert_eq!(said("2025", "").as_deref(), Some("2025/"));
        assert_eq!(said("", "2027").as_deref(), Some("/2027"));
        assert_eq!(said("2025", "2025").as_deref(), Some("2025"));
        assert_eq!(said("2027", "2025"), None);
        assert_eq!(said("soon", "later"), None);
    }
}
