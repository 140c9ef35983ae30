//! How much room a text takes. An estimate on the wide side, so that what is laid out here fits in any system font;
//! measuring in the browser would tie the layout to the page.

/// The width of `text` at a font size of `px`, in pixels.
#[must_use]
pub fn width(text: &str, px: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * px
}

/// Breaks `text` into lines no wider than `room`, at spaces, en dashes and hyphens; a single longer word is broken inside.
#[must_use]
pub fn wrap(text: &str, px: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        let joined = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&joined, px) <= room {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            if !line.is_empty() && width(&line, px) + advance(c) * px > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '|' | '.' | ',' | ':' | ';' | '\'' | '!' | '·' => 0.34,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '[' | ']' => 0.42,
        'm' | 'w' | 'M' | 'W' | '–' | '—' | '…' | '%' | '@' => 0.98,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' => 0.74,
        _ => 0.64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_its_room_and_no_letter_is_lost() {
        let text = "Upphandlingsdialogsverksamhetsutveckling och några korta ord";
        for room in [40.0, 90.0, 200.0, 1000.0] {
            let lines = wrap(text, 15.0, room);
            assert!(lines.iter().all(|l| width(l, 15.0) <= room));
            let letters = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text));
        }
    }
}
