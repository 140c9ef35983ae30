//! A cell in pieces: numbers, words and signs.

use super::super::Lang;
use super::slug::fold;

/// A number as it was written, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// Its digits.
    digits: u64,
    /// How many of them are decimals.
    decimals: i32,
    /// True when its comma or point may have been meant otherwise.
    pub(super) doubtful: bool,
    /// True when it may be a year: four digits and nothing else.
    pub(super) like_year: bool,
    /// How many digits it was written with.
    written: usize,
}

impl Number {
    /// True for two digits and nothing else, as of a month or a day.
    pub(super) fn is_two_digits(self) -> bool {
        self.written == 2 && self.decimals == 0
    }

    /// Its value times a power of ten, rounded once.
    pub(super) fn value(self, power: i32) -> f64 {
        let power = power - self.decimals;
        let scale = 10_f64.powi(power.abs());
        let digits = self.digits as f64;
        if power < 0 {
            digits / scale
        } else {
            digits * scale
        }
    }
}

/// A piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number.
    Number(Number),
    /// A word, folded, with the digits that follow its letters: `co2e`.
    Word(String),
    /// Any other sign; every dash is `-`.
    Sign(char),
}

impl Token {
    /// The word it is; empty when it is none.
    pub(super) fn word(&self) -> &str {
        match self {
            Self::Word(word) => word,
            _ => "",
        }
    }

    /// True when it is this sign.
    pub(super) fn is(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }
}

/// A cell in pieces, without its spaces.
pub(super) struct Tokens {
    list: Vec<Token>,
    /// Whether the piece follows the one before it without a space.
    glued: Vec<bool>,
}

/// The most digits that a number is read with: more are not exact.
const MOST_DIGITS: usize = 15;

impl Tokens {
    /// The pieces of a cell. The language tells a comma between thousands from one before decimals.
    pub(super) fn of(cell: &str, lang: Lang) -> Self {
        let letters: Vec<char> = cell.chars().map(fold).collect();
        let (mut list, mut glued) = (Vec::new(), Vec::new());
        let (mut at, mut after_space) = (0, true);
        while at < letters.len() {
            let letter = letters[at];
            if letter.is_whitespace() {
                (at, after_space) = (at + 1, true);
                continue;
            }
            let (token, end) = if letter.is_ascii_digit() {
                number(&letters, at, lang)
            } else if letter.is_alphabetic() {
                let end = run(&letters, at, char::is_alphanumeric);
                (Token::Word(letters[at..end].iter().collect()), end)
            } else {
                (sign(letter), at + 1)
            };
            list.push(token);
            glued.push(!after_space);
            (at, after_space) = (end, false);
        }
        Self { list, glued }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The piece in a place.
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The word in a place; empty when there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.get(at).map_or("", Token::word)
    }

    /// The number in a place.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.get(at) {
            Some(Token::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Whether this sign is in a place.
    pub(super) fn is(&self, at: usize, sign: char) -> bool {
        self.get(at).is_some_and(|token| token.is(sign))
    }

    /// Whether these words stand one after another from a place on.
    pub(super) fn are(&self, at: usize, words: &str) -> bool {
        let mut words = words.split(' ').enumerate();
        words.all(|(nth, word)| self.word(at + nth) == word)
    }

    /// Whether the piece follows the one before it without a space.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.glued.get(at).copied().unwrap_or(false)
    }
}

fn sign(letter: char) -> Token {
    match letter {
        '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' => Token::Sign('-'),
        '€' => Token::Word("eur".to_owned()),
        '≈' => Token::Sign('~'),
        '≥' => Token::Sign('>'),
        '≤' => Token::Sign('<'),
        other => Token::Sign(other),
    }
}

/// Where a run of letters ends.
fn run(letters: &[char], at: usize, is: impl Fn(char) -> bool) -> usize {
    let more = letters[at..].iter().take_while(|letter| is(**letter));
    at + more.count()
}

/// A number, and where it ends. What only looks like one, such as `31.12.2025`, is a word.
fn number(letters: &[char], start: usize, lang: Lang) -> (Token, usize) {
    let digit = |it: char| it.is_ascii_digit();
    let run = |at: usize| run(letters, at.min(letters.len()), digit);
    // Where a group of three digits after a separator ends, if there is one.
    let group = |at: usize| {
        let end = run(at + 1);
        (end == at + 4).then_some(end)
    };
    let mut end = run(start);
    let mut digits: String = letters[start..end].iter().collect();
    let mut like_year = digits.len() == 4;
    let may_group = digits.len() <= 3 && !digits.starts_with('0');
    let mut grouped = false;
    while may_group
        && letters.get(end).is_some_and(|it| it.is_whitespace())
        && let Some(next) = group(end)
    {
        digits.extend(&letters[end + 1..next]);
        (end, grouped) = (next, true);
    }
    let (mut decimals, mut doubtful) = (0, false);
    let separator = |at: usize| {
        let sign = letters
            .get(at)
            .copied()
            .filter(|it| matches!(it, ',' | '.'))?;
        letters
            .get(at + 1)
            .is_some_and(|it| digit(*it))
            .then_some(sign)
    };
    if let Some(first) = separator(end) {
        let mut next = end;
        let mut groups = 0;
        while separator(next) == Some(first)
            && let Some(after) = group(next)
        {
            (next, groups) = (after, groups + 1);
        }
        let other = separator(next).filter(|sign| *sign != first);
        let of_thousands = first == if lang == Lang::En { ',' } else { '.' };
        let plain = may_group && !grouped && groups > 0 && separator(next) != Some(first);
        if plain && (groups > 1 || other.is_some() || of_thousands) {
            digits.extend(letters[end..next].iter().filter(|it| digit(**it)));
            end = next;
            if other.is_some() {
                let last = run(end + 1);
                digits.extend(&letters[end + 1..last]);
                (decimals, end) = (last - end - 1, last);
            }
        } else {
            doubtful = plain;
            let last = run(end + 1);
            digits.extend(&letters[end + 1..last]);
            (decimals, end) = (last - end - 1, last);
        }
        like_year = false;
    }
    let (mut odd, written) = (digits.len() > MOST_DIGITS, digits.len());
    while separator(end).is_some() {
        (odd, end) = (true, run(end + 1));
    }
    let token = match digits.parse() {
        Ok(digits) if !odd => Token::Number(Number {
            digits,
            decimals: decimals as i32,
            doubtful,
            written,
            like_year: like_year && !grouped && (1990..=2150).contains(&digits),
        }),
        _ => Token::Word(letters[start..end].iter().collect()),
    };
    (token, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_its_language_writes_it() {
        for (text, lang, value, doubtful) in [
            ("622 800", Lang::En, 622_800.0, false),
            ("1\u{202f}500", Lang::Sv, 1500.0, false),
            ("2 500 000", Lang::Sv, 2_500_000.0, false),
            ("0,5", Lang::En, 0.5, false),
            ("0,500", Lang::En, 0.5, false),
            ("213,5", Lang::En, 213.5, false),
            ("15,000", Lang::En, 15_000.0, false),
            ("15,000", Lang::Sv, 15.0, true),
            ("1.500", Lang::Sv, 1500.0, false),
            ("1.500", Lang::En, 1.5, true),
            ("1,500,000", Lang::Sv, 1_500_000.0, false),
            ("1.500,25", Lang::En, 1500.25, false),
            ("1,500.25", Lang::Sv, 1500.25, false),
            ("1500,250", Lang::En, 1500.25, false),
            ("1 500,250", Lang::En, 1500.25, false),
            ("007", Lang::En, 7.0, false),
        ] {
            let tokens = Tokens::of(text, lang);
            let number = tokens.number(0).map(|it| (it.value(0), it.doubtful));
            assert_eq!(number, Some((value, doubtful)), "{text} {lang:?}");
            assert_eq!(tokens.len(), 1, "{text}");
        }
    }

    #[test]
    fn a_date_and_too_many_digits_are_no_numbers() {
        for text in ["31.12.2025", "1,2,3", "12345678901234567890"] {
            let tokens = Tokens::of(text, Lang::Sv);
            assert_eq!((tokens.len(), tokens.word(0)), (1, text));
        }
        let tokens = Tokens::of("2025 300", Lang::Sv);
        assert_eq!(tokens.number(0).map(|it| it.like_year), Some(true));
        assert_eq!(tokens.len(), 2);
    }
}
