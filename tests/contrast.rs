//! Every two colours that the style sheet puts together are told apart: 4.5:1 for text, 3:1 for marks and lines that mean
//! something (WCAG 2.2, 1.4.3 and 1.4.11), in every theme and on paper. The colours and how much of them covers what lies
//! below are read from `public/app.css`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What text needs, and what a mark needs.
const TEXT: f64 = 4.5;
const MARK: f64 = 3.0;

/// What lies on what, the least contrast between them, and where. A colour is the name of its property without `--tm-`;
/// `a*share over b` is `a` covering `b` by a share; `N` stands for each process.
///
/// Not here, because nothing is lost without them: `line` (the frames of panels and lanes, the lines of the years), the
/// wash of the processes, what is shown while the pointer hovers, the ghosts of what the filters leave out, and of strands
/// what lies beyond the version in focus.
#[rustfmt::skip] // a table
const PAIRS: &[(&str, &str, f64, &str)] = &[
    // Text
    ("ink", "paper", TEXT, "the page"),
    ("ink", "card", TEXT, "header, panel, list, dialog, lanes, buttons, fields, arena, counts"),
    ("ink", "note", TEXT, "notices, versions that are not transcribed"),
    ("ink", "alarm", TEXT, "a file that was refused"),
    ("ink", "gold*selected over card", TEXT, "the row that is selected"),
    ("ink", "ink*compressed over card", TEXT, "rows where the years are compressed"),
    ("ink", "mark-N*cell over mark-N*wash over paper", TEXT, "names of signings beside the band"),
    ("ink", "process-N*faded over paper", TEXT, "the name of a process that is not chosen"),
    ("paper", "ink", TEXT, "the view, the version and the form that are chosen"),
    ("muted", "paper", TEXT, "years, keys, turns"),
    ("muted", "card", TEXT, "labels of facts, sources, turns without content"),
    ("muted", "note", TEXT, "small print in a notice"),
    ("muted", "alarm", TEXT, "line and column of a problem"),
    ("muted", "ink*compressed over card", TEXT, "the word for the compressed years, on a lane"),
    ("muted", "ink*compressed over paper", TEXT, "and between two lanes"),
    ("link", "paper", TEXT, "links on the page"),
    ("link", "card", TEXT, "links in panel, list and dialog"),
    ("link", "note", TEXT, "the document of a version that is not transcribed"),
    ("link", "alarm", TEXT, "links in what is said of a file"),
    ("gold-text", "card", TEXT, "an invented example is marked so"),
    ("today", "paper", TEXT, "the word today on the axis"),
    ("on-process", "process-N", TEXT, "the name of a process on its rim"),
    ("mark-N", "card", TEXT, "the number in a commitment's square"),
    ("mark-N", "paper", TEXT, "the processes over the columns of the portfolio"),
    // Marks of items
    ("mark-N", "paper", MARK, "marks below the lanes and in the legend"),
    ("mark-N", "mark-N*cell over mark-N*wash over paper", MARK, "marks in their cell"),
    ("mark-N", "gold*selected over card", MARK, "mark and bar of the row that is selected"),
    ("mark-N", "ink*compressed over card", MARK, "marks and bars where the years are compressed"),
    ("ink", "ink*compressed over card", MARK, "goals where the years are compressed"),
    ("mark-N", "mark-N*cell over paper", MARK, "marks in a cell of the portfolio"),
    ("ink", "mark-N*cell over paper", MARK, "the lines between marks there"),
    ("edge", "paper", MARK, "the dots of an empty cell, without"),
    ("edge", "card", MARK, "and within; axes, and what is not known, in a chart"),
    ("mark-N", "card", MARK, "bars of a chart, and the marks in its tray"),
    ("card", "mark-N", MARK, "the pattern of a bar"),
    // The band
    ("ink*before over paper", "paper", MARK, "the band that was"),
    ("ink*before over card", "card", MARK, "the same on its lane"),
    ("ink*before over mark-N*wash over paper", "mark-N*wash over paper", MARK, "the same on the map"),
    ("ink*after over paper", "paper", MARK, "the band to come"),
    ("ink*after over card", "card", MARK, "the same on its lane"),
    ("ink*after over mark-N*wash over paper", "mark-N*wash over paper", MARK, "the same on the map"),
    ("gold", "card", MARK, "a signing in its outline, which keeps it apart from what it lies on; the row that is selected in a list"),
    ("gold", "paper", MARK, "a signing in the legend"),
    ("muted", "paper", MARK, "a signing to come, within"),
    ("muted", "mark-N*wash over paper", MARK, "and without"),
    ("process-N", "paper", MARK, "the wheel of the processes"),
    // Strands
    ("mark-N*strand over paper", "paper", MARK, "a strand"),
    ("mark-N*strand over gold*selected over paper", "gold*selected over paper", MARK, "the strand that is selected"),
    ("card", "mark-N", MARK, "the sign of what became sharper or weaker, in its knot"),
    ("mark-N", "card", MARK, "the other signs, in theirs"),
    ("ink", "card", MARK, "a sign at the corner of a mark, and in the filter"),
    ("ink", "gold*selected over paper", TEXT, "the title of the strand that is selected"),
    ("muted", "gold*selected over paper", TEXT, "and the words on it"),
    ("mark-5", "paper", MARK, "the edge of a lesson"),
    // Lines
    ("today", "paper", MARK, "the line for today; the line under what is unknown"),
    ("today", "card", MARK, "the same on lanes, in panel and list"),
    ("today", "gold*selected over card", MARK, "the line for today through the row that is selected"),
    ("today", "alarm", MARK, "the edge of what is said of a refused file"),
    ("edge", "paper", MARK, "edges of controls, from outside"),
    ("edge", "card", MARK, "edges of controls, from inside; the measure of what is stated"),
    ("edge", "alarm", MARK, "the edge of a button beside a refused file"),
    ("edge", "ink*compressed over card", MARK, "the line where the years are compressed"),
    ("edge", "ink*compressed over paper", MARK, "the same between two lanes"),
    ("muted", "card", MARK, "the arrow that folds a lane"),
    // Where the keyboard is
    ("focus", "paper", MARK, "the ring round what the keyboard is at"),
    ("focus", "card", MARK, "the same in header, panel, list and dialog"),
    ("focus", "note", MARK, "the same in a notice"),
    ("focus", "alarm", MARK, "the same beside a refused file"),
    ("focus", "mark-N*cell over mark-N*wash over paper", MARK, "the same round a mark in its cell"),
    ("focus", "gold*selected over card", MARK, "the same on the row that is selected"),
];

/// Shares that are no property of their own: the rule and what it sets.
const SHARES: [(&str, &str, &str); 6] = [
    ("before", ".tm-known", "stroke-opacity"),
    ("strand", ".tm-strand", "stroke-opacity"),
    ("after", ".tm-to-come", "stroke-opacity"),
    ("faded", ".tm-faded > .tm-rim", "fill-opacity"),
    ("selected", ".tm-row.tm-selected rect", "fill-opacity"),
    ("compressed", ".tm-compressed", "fill-opacity"),
];

/// Red, green and blue, 0 to 1.
type Colour = [f64; 3];

fn sheet() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/app.css");
    let css = std::fs::read_to_string(file).expect("public/app.css");
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        kept + part.split_once("*/").expect("a comment ends").1
    })
}

/// What a rule sets, in the first place where it stands alone.
fn rule<'a>(css: &'a str, selector: &str) -> BTreeMap<&'a str, &'a str> {
    let start = format!("\n{selector} {{");
    let at = css
        .find(&start)
        .unwrap_or_else(|| panic!("{selector} is not in the style sheet"));
    let body = css[at + start.len()..]
        .split('}')
        .next()
        .unwrap_or_default();
    body.split(';')
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect()
}

/// A theme: the value of every property.
struct Theme {
    name: &'static str,
    values: BTreeMap<String, String>,
}

/// The themes that a reader can choose, and the page as it is printed.
fn themes(css: &str) -> Vec<Theme> {
    let usual = rule(css, "[data-app]");
    let strong = rule(css, "[data-app][data-theme=\"contrast\"]");
    let print = css.split_once("@media print").expect("it can be printed").1;
    let print = print.replace("\n  ", "\n");
    let print = rule(&print, "[data-app], [data-app][data-theme]");
    let theme = |name, dark: bool, over: &BTreeMap<&str, &str>| {
        let all = usual.iter().chain(over);
        let values = all.filter_map(|(name, value)| {
            let sides = value
                .strip_prefix("light-dark(")
                .and_then(|it| it.strip_suffix(')')?.split_once(','));
            let value = sides.map_or(*value, |(light, other)| if dark { other } else { light });
            Some((
                name.strip_prefix("--tm-")?.to_owned(),
                value.trim().to_owned(),
            ))
        });
        Theme {
            name,
            values: values.collect(),
        }
    };
    let nothing = BTreeMap::new();
    vec![
        theme("light", false, &nothing),
        theme("dark", true, &nothing),
        theme("contrast", false, &strong),
        theme("print", false, &print),
    ]
}

impl Theme {
    fn colour(&self, name: &str) -> Colour {
        let value = self
            .values
            .get(name)
            .unwrap_or_else(|| panic!("--tm-{name} is not set"));
        parse(value).unwrap_or_else(|| panic!("--tm-{name}: {value} is no colour"))
    }

    fn share(&self, name: &str, css: &str) -> f64 {
        let of_rule = SHARES.iter().find(|(share, ..)| *share == name);
        let value = match of_rule {
            Some((_, selector, property)) => rule(css, selector)[property],
            None => &self.values[name],
        };
        value
            .parse()
            .unwrap_or_else(|_| panic!("{name}: {value} is no share"))
    }

    /// What is seen where these layers lie, the uppermost first.
    fn seen(&self, layers: &str, css: &str) -> Colour {
        let mut layers = layers.rsplit(" over ");
        let ground = self.colour(layers.next().expect("a split has a part"));
        layers.fold(ground, |below, layer| {
            let (name, share) = layer
                .split_once('*')
                .expect("only the lowest layer covers all");
            let (above, share) = (self.colour(name), self.share(share, css));
            std::array::from_fn(|i| above[i] * share + below[i] * (1.0 - share))
        })
    }
}

fn parse(value: &str) -> Option<Colour> {
    let digits = value.strip_prefix('#').filter(|it| it.len() == 6)?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some([16, 8, 0].map(|shift| f64::from((number >> shift) & 0xff) / 255.0))
}

/// The relative luminance as WCAG defines it.
fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(|c| {
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast between two colours, 1 to 21.
fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A pair for each process, when it is one of every process.
fn each(what: &str, ground: &str) -> Vec<(String, String)> {
    let processes = if what.contains("-N") || ground.contains("-N") {
        1..=6
    } else {
        1..=1
    };
    let name = |text: &str, n: u8| text.replace("-N", &format!("-{n}"));
    processes
        .map(|n| (name(what, n), name(ground, n)))
        .collect()
}

#[test]
fn every_two_colours_that_lie_together_are_told_apart() {
    let css = sheet();
    let mut failures = Vec::new();
    for theme in themes(&css) {
        for (what, ground, least, reason) in PAIRS {
            for (what, ground) in each(what, ground) {
                let found = contrast(theme.seen(&what, &css), theme.seen(&ground, &css));
                if found < *least {
                    failures.push(format!(
                        "{}: {what} on {ground} ({reason}) has {found:.2}, needs {least}",
                        theme.name
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn every_colour_of_the_sheet_is_in_a_pair() {
    let css = sheet();
    let mut paired: BTreeSet<String> = BTreeSet::from(["line".to_owned()]);
    for (what, ground, ..) in PAIRS {
        for (what, ground) in each(what, ground) {
            let layers = what.split(" over ").chain(ground.split(" over "));
            paired.extend(layers.filter_map(|it| Some(it.split('*').next()?.to_owned())));
        }
    }
    let colours: BTreeSet<String> = themes(&css)
        .into_iter()
        .flat_map(|theme| theme.values)
        .filter(|(_, value)| parse(value).is_some())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(colours, paired);
}

#[test]
fn the_dark_theme_and_the_contrast_theme_are_read() {
    let css = sheet();
    let paper: Vec<bool> = themes(&css)
        .iter()
        .map(|it| luminance(it.colour("paper")) > 0.5)
        .collect();
    assert_eq!(paper, [true, false, true, true]);
    let [light, _, strong, _] = &themes(&css)[..] else {
        panic!("four themes")
    };
    let text = |theme: &Theme| contrast(theme.colour("muted"), theme.colour("paper"));
    assert!(text(strong) > text(light));
}

#[test]
fn contrast_is_as_wcag_counts_it() {
    let of = |a, b| contrast(parse(a).expect(a), parse(b).expect(b));
    assert!((of("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((of("#ffffff", "#ffffff") - 1.0).abs() < 1e-9);
    assert!((of("#767676", "#ffffff") - 4.54).abs() < 0.005);
    assert!((of("#ff0000", "#ffffff") - 4.0).abs() < 0.005);
}
