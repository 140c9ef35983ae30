//! Upper and lower case for the alphabets of Europe. The standard library's tables for every script of the world would
//! take as much room as all the app's phrases.

/// A letter in lower case: Latin, Greek and Cyrillic. Anything else stays as it is.
#[must_use]
pub fn lower_letter(letter: char) -> char {
    let code = letter as u32;
    let shift = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3A9 | 0x410..=0x42F => {
            32
        }
        0x400..=0x40F => 80,
        // Here capitals and small letters take turns.
        0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 if code.is_multiple_of(2) => 1,
        0x139..=0x148 | 0x179..=0x17E if !code.is_multiple_of(2) => 1,
        _ => 0,
    };
    char::from_u32(code + shift).unwrap_or(letter)
}

/// A text in lower case.
#[must_use]
pub fn lower(text: &str) -> String {
    text.chars().map(lower_letter).collect()
}

/// A text as Swedes put it in order: in lower case, å, ä and ö after z.
#[must_use]
pub fn alphabetical(text: &str) -> String {
    let sorted = text.chars().map(|letter| match lower_letter(letter) {
        'å' => '{',
        'ä' => '|',
        'ö' => '}',
        other => other,
    });
    sorted.collect()
}

/// A text with its first letter as a capital, when that letter is Swedish or English.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| match first {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from_u32(first as u32 - 32).unwrap_or(first),
        _ => first,
    });
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_europe_are_lowered_as_the_standard_library_does() {
        let text = "ÅÄÖ ÉÜÇ ŁÓDŹ ŽĎÁR ŠÕ ŐŰ ĄĘ ΑΘΉΝΑ София ІЇЄ Groß × ÷ 2030 ’–…";
        let ours = lower(text);
        for (ours, letter) in ours.chars().zip(text.chars()) {
            let theirs: String = letter.to_lowercase().collect();
            // Greek letters with an accent of their own are the one kind left out.
            assert!(
                ours.to_string() == theirs || letter == 'Ή',
                "{letter}: {ours} and not {theirs}"
            );
        }
    }

    #[test]
    fn a_first_letter_becomes_a_capital() {
        assert_eq!(
            ["åtagande", "mål", "über", "2030 är", "", "ÅR"].map(capitalised),
            ["Åtagande", "Mål", "Über", "2030 är", "", "ÅR"]
        );
    }
}
