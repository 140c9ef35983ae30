//! `check`: contract files, by the same code and in the same words as the app, for the continuous integration of a
//! repository that holds some.

use crate::Outcome;

/// Runs this command again with the app's types compiled in.
#[cfg(not(feature = "schema"))]
pub fn run(files: &[String]) -> Outcome {
    use crate::project::{say, with_the_types};
    say("Compiling the check of contracts");
    let status = with_the_types(&["check"]).args(files).status();
    let status = status.map_err(|error| format!("cargo could not be started: {error}."))?;
    // What is wrong has been said by then.
    if status.success() {
        Ok(())
    } else {
        std::process::exit(1)
    }
}

/// Checks each file, and prints a line for each problem: `file:line:column: code: sentence`.
#[cfg(feature = "schema")]
pub fn run(words: &[String]) -> Outcome {
    use crate::project::print;
    use transition_map::contract::Lang;
    let (lang, files) = match words {
        [option, lang, files @ ..] if option == "--lang" => {
            let known = Lang::parse(lang);
            (
                known.ok_or_else(|| format!("`--lang` is sv or en, not `{lang}`."))?,
                files,
            )
        }
        files => (Lang::Sv, files),
    };
    if files.is_empty() {
        return Err("`check` needs the names of contract files.".to_owned());
    }
    let mut refused = 0;
    for file in files {
        let bytes =
            std::fs::read(file).map_err(|error| format!("{file} cannot be read: {error}."))?;
        let (lines, opens) = told(file, &bytes, lang);
        lines.iter().for_each(|line| print(&format!("{line}\n")));
        refused += usize::from(!opens);
    }
    match refused {
        0 => Ok(()),
        _ => Err(format!(
            "{refused} of {} files cannot be opened.",
            files.len()
        )),
    }
}

/// What is to be said of a file, a line a problem; and whether it opens.
#[cfg(feature = "schema")]
fn told(file: &str, bytes: &[u8], lang: transition_map::contract::Lang) -> (Vec<String>, bool) {
    use transition_map::contract::{decode, index::INDEX_FORMAT, open, read_index};
    use transition_map::text::problem::sentence;
    // An index is a file of another format, which names itself.
    let is_index = |text: &str| text.contains(INDEX_FORMAT);
    let answer = decode(bytes).and_then(|text| {
        if is_index(text) {
            read_index(text).map(|_| Vec::new())
        } else {
            open(text).map(|opened| opened.problems)
        }
    });
    let opens = answer.is_ok();
    let (Ok(problems) | Err(problems)) = answer;
    let line = |it: &transition_map::contract::Problem| {
        let said = sentence(it, lang);
        format!(
            "{file}:{}:{}: {}: {said}",
            it.line,
            it.column,
            it.code.as_str()
        )
    };
    (problems.iter().map(line).collect(), opens)
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use super::told;
    use transition_map::contract::Lang;

    #[test]
    fn a_problem_is_a_line_with_its_place_code_and_sentence() {
        let file = br#"{ "format": "klimatkontrakt/1", "municipality": { "name": "Exempelkommun" },
  "versions": [ { "label": "2025", "goals": [ { "id": "a", "title": "A", "year": 1066 } ] } ] }"#;
        let (lines, opens) = told("a.json", file, Lang::En);
        assert!(!opens);
        assert!(
            lines[0].starts_with("a.json:2:82: goal-year-out-of-range: "),
            "{lines:?}"
        );
        assert_eq!(lines.len(), 1);
    }

    #[test]
    fn what_opens_may_still_have_remarks() {
        let file = br#"{ "format": "klimatkontrakt/1", "municipality": { "name": "Exempelkommun", "code": "1" }, "versions": [ { "label": "2025" } ] }"#;
        let (lines, opens) = told("a.json", file, Lang::Sv);
        assert!(
            opens && lines.len() == 1 && lines[0].contains(": bad-code: "),
            "{lines:?}"
        );
        let index = br#"{ "format": "klimatkontrakt-index/1", "contracts": [] }"#;
        assert_eq!(told("index.json", index, Lang::Sv), (Vec::new(), true));
    }
}
