//! `table`: the action table of a city as a contract, read by the same code as in the app.

use crate::Outcome;

/// Runs this command again with the app's types compiled in.
#[cfg(not(feature = "schema"))]
pub fn run(words: &[String]) -> Outcome {
    use crate::project::with_the_types;
    // What is printed is the contract and nothing else.
    eprintln!("» Compiling the reading of tables");
    let status = with_the_types(&["table"]).args(words).status();
    let status = status.map_err(|error| format!("cargo could not be started: {error}."))?;
    // What is wrong has been said by then.
    if status.success() {
        Ok(())
    } else {
        std::process::exit(1)
    }
}

/// Prints the contract; and to the other stream how the table was read, what each column holds, and every doubt.
#[cfg(feature = "schema")]
pub fn run(words: &[String]) -> Outcome {
    let options = Options::parse(words)?;
    let file = &options.file;
    let bytes = std::fs::read(file).map_err(|error| format!("{file} cannot be read: {error}."))?;
    let (contract, told) = converted(&bytes, &options)?;
    told.iter().for_each(|line| eprintln!("{line}"));
    crate::project::print(&format!("{contract}\n"));
    Ok(())
}

/// What is asked for.
#[cfg(feature = "schema")]
#[derive(Debug, PartialEq)]
struct Options {
    municipality: Option<String>,
    version: Option<String>,
    file: String,
}

#[cfg(feature = "schema")]
impl Options {
    fn parse(words: &[String]) -> Outcome<Self> {
        let (mut municipality, mut version, mut file) = (None, None, None);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let place = match word.as_str() {
                "--municipality" => &mut municipality,
                "--version" => &mut version,
                option if option.starts_with("--") => {
                    return Err(format!("`table` has no option `{option}`."));
                }
                _ if file.is_some() => return Err("`table` reads one file at a time.".to_owned()),
                _ => {
                    file = Some(word.clone());
                    continue;
                }
            };
            let value = words.next().ok_or(format!("`{word}` needs a value."))?;
            *place = Some(value.clone());
        }
        let file = file.ok_or("`table` needs the name of a table.")?;
        Ok(Self {
            municipality,
            version,
            file,
        })
    }
}

/// The contract as JSON, and what is to be said of it, a line each.
#[cfg(feature = "schema")]
fn converted(bytes: &[u8], options: &Options) -> Outcome<(String, Vec<String>)> {
    use transition_map::contract::Lang;
    use transition_map::contract::table::{About, draft, open};
    use transition_map::text::table as text;
    let path = std::path::Path::new(&options.file);
    let name = |part: Option<&std::ffi::OsStr>| {
        part.map_or(String::new(), |it| it.to_string_lossy().into_owned())
    };
    let refused = |fault| format!("{}: {}", options.file, text::sentence(&fault, Lang::Sv));
    let sheet = open(bytes).map_err(refused)?;
    let about = About {
        municipality: options
            .municipality
            .clone()
            .unwrap_or_else(|| name(path.file_stem())),
        label: options.version.clone().unwrap_or("utkast".to_owned()),
        document: name(path.file_name()),
    };
    let draft = draft(&sheet.table, &sheet.table.roles(), &about).map_err(refused)?;
    let mut told = Vec::new();
    told.extend(text::above(&sheet.above, Lang::Sv));
    told.extend(draft.columns.iter().map(|it| text::column(it, Lang::Sv)));
    told.push(text::counts(&draft.counts, Lang::Sv));
    let header = |column: usize| draft.columns[column].header.as_str();
    let doubts = draft.doubts.iter();
    told.extend(doubts.map(|it| text::doubt(it, header(it.column), Lang::Sv)));
    let contract = transition_map::contract::table::draft::json(&draft.contract);
    Ok((contract, told))
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&it| it.to_owned()).collect()
    }

    #[test]
    fn a_table_becomes_a_contract_and_an_account_of_it() {
        let words = words(&["--municipality", "Exempelkommun", "a.csv"]);
        let options = Options::parse(&words).expect("they are options");
        let table = "Åtgärd;Kostnad\nElbussar;ca 5 MSEK\nLadda;5\n";
        let (contract, told) = converted(table.as_bytes(), &options).expect("it is a table");
        assert!(contract.contains("\"Exempelkommun\""), "{contract}");
        assert!(contract.contains("\"utkast\""), "{contract}");
        assert_eq!(
            told[2].replace('\u{a0}', " "),
            "2 rader, 4 celler: 3 lästa, 1 tveksam"
        );
        assert!(told[3].starts_with("Rad 3, ”Kostnad”: ”5” "), "{told:?}");
    }

    #[test]
    fn what_is_no_table_is_said_with_what_to_do() {
        let options = Options::parse(&words(&["a.xlsx"])).expect("it is a file");
        let said = converted(b"PK\x03\x04", &options).expect_err("it is a workbook");
        assert!(said.contains("CSV"), "{said}");
        for bad in [&[][..], &["--version"], &["--x", "a"], &["a", "b"]] {
            assert!(Options::parse(&words(bad)).is_err(), "{bad:?}");
        }
    }
}
