//! Two texts word by word: which words only one of them has.

/// The longest texts, in words, that are compared word by word; longer ones are marked whole.
const LONGEST: usize = 400;

/// A stretch of a text, and whether only this text has it.
pub type Piece<'t> = (&'t str, bool);

/// Both texts in pieces: what they share, in order, and what only the one has. The pieces joined are the texts.
#[must_use]
pub fn compare<'t>(old: &'t str, new: &'t str) -> (Vec<Piece<'t>>, Vec<Piece<'t>>) {
    let (a, b) = (words(old), words(new));
    if a.len() > LONGEST || b.len() > LONGEST {
        return (vec![(old, true)], vec![(new, true)]);
    }
    // How long the longest common sequence of words is, from each pair of places on.
    let wide = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * wide];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * wide + j] = if bare(a[i]) == bare(b[j]) {
                longest[(i + 1) * wide + j + 1] + 1
            } else {
                longest[(i + 1) * wide + j].max(longest[i * wide + j + 1])
            };
        }
    }
    let (mut own_old, mut own_new) = (vec![true; a.len()], vec![true; b.len()]);
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if bare(a[i]) == bare(b[j]) {
            (own_old[i], own_new[j]) = (false, false);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * wide + j] >= longest[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (joined(old, &a, &own_old), joined(new, &b, &own_new))
}

/// The words of a text, each with the space after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(' ').collect()
}

fn bare(word: &str) -> &str {
    word.trim_end()
}

/// Neighbours of the same sort as one piece.
fn joined<'t>(text: &'t str, words: &[&str], own: &[bool]) -> Vec<Piece<'t>> {
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    let (mut start, mut end) = (0, 0);
    for (i, word) in words.iter().enumerate() {
        end += word.len();
        if own.get(i + 1) != Some(&own[i]) {
            pieces.push((&text[start..end], own[i]));
            start = end;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_words_that_only_one_has_are_told() {
        let (old, new) = compare(
            "Halverade utsläpp till 2030",
            "Halverade utsläpp av metan till 2028",
        );
        assert_eq!(old, [("Halverade utsläpp till ", false), ("2030", true)]);
        assert_eq!(
            new,
            [
                ("Halverade utsläpp ", false),
                ("av metan ", true),
                ("till ", false),
                ("2028", true)
            ]
        );
    }

    #[test]
    fn nothing_is_its_own_where_the_texts_are_the_same() {
        let (old, new) = compare("Samma sak", "Samma sak");
        assert_eq!(
            (old, new),
            (vec![("Samma sak", false)], vec![("Samma sak", false)])
        );
    }

    proptest! {
        #[test]
        fn the_pieces_joined_are_the_texts(old in "[ab ]{0,12}", new in "[ab ]{0,12}") {
            let (a, b) = compare(&old, &new);
            let text = |pieces: &[Piece<'_>]| pieces.iter().map(|it| it.0).collect::<String>();
            prop_assert_eq!((text(&a), text(&b)), (old.clone(), new.clone()));
            let shared = |pieces: &[Piece<'_>]| pieces.iter().filter(|it| !it.1).flat_map(|it| it.0.split_whitespace()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(shared(&a), shared(&b));
        }
    }
}
