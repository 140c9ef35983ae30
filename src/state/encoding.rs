//! Percent-encoding of a URL's parameters.

/// Spells `text` for the value of a parameter. What a query may hold as it is and a reader recognises (`2025/26`,
/// `a,b`, `https://…`) stays; everything else is its UTF-8 in percents, a space `%20`.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(hex(byte >> 4));
            out.push(hex(byte & 15));
        }
    }
    out
}

/// Reads a name or a value of a parameter: percents and `+`. A percent sign that starts no byte is itself. Nothing
/// when the bytes are not UTF-8.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let (byte, tail) = match (byte, tail) {
            (b'%', [high, low, tail @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, tail),
                _ => (b'%', rest.get(1..).unwrap_or_default()),
            },
            (b'+', _) => (b' ', tail),
            _ => (byte, tail),
        };
        out.push(byte);
        rest = tail;
    }
    String::from_utf8(out).ok()
}

fn hex(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16)
        .unwrap_or('0')
        .to_ascii_uppercase()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_spelled_in_percents_and_read_back() {
        let rows = [
            ("2025/26", "2025/26"),
            ("buss och tåg", "buss%20och%20t%C3%A5g"),
            ("Örebro, ä", "%C3%96rebro,%20%C3%A4"),
            ("1+1=2 & 100%", "1%2B1%3D2%20%26%20100%25"),
            ("https://a.se/b?c#d", "https://a.se/b%3Fc%23d"),
            ("\u{0}\n🌍", "%00%0A%F0%9F%8C%8D"),
        ];
        for (text, spelled) in rows {
            assert_eq!(encode(text), spelled);
            assert_eq!(decode(spelled).as_deref(), Some(text));
        }
    }

    #[test]
    fn other_spellings_are_read_too() {
        let rows = [
            ("buss+och+t%c3%a5g", Some("buss och tåg")),
            ("tåg", Some("tåg")),
            ("100%", Some("100%")),
            ("%zz%4", Some("%zz%4")),
            ("%%41", Some("%A")),
            ("%E5", None),
            ("%+5", Some("% 5")),
        ];
        for (text, expected) in rows {
            assert_eq!(decode(text).as_deref(), expected, "{text}");
        }
    }
}
