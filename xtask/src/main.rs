//! The project's own commands, run as `cargo xtask <command>`.
//!
//! One file a command (`serve`, `build`, `test`, `check`, `table`, `generate`; `bench` is a line below; `paint` is a part of `build`), and what they share: `project` (where things are, and how a
//! program is run), `tools` (what a clean machine lacks), `bundle` (the call of trunk) and `sizes` (what a visit costs).

mod build;
mod bundle;
mod check;
mod generate;
mod paint;
mod project;
mod serve;
mod sizes;
mod table;
mod test;
mod tools;

use std::env;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--no-open]   build the app, serve it on this machine and open it with the contract of Örebro;
                                 it is built again when a file changes (reload the page)
  build                          write the app to dist/, as static files for any folder of any web host, and print what
                                 each of them and a first visit cost over the network
  test                           run every test there is: format, lints, native tests, the build, browser tests
                                 in Chromium and in Firefox
  check [--lang sv|en] FILE...   check contract files with the code and the words of the app; prints a line for each problem,
                                 file:line:column: code: sentence, and ends with 1 when a file cannot be opened
  table [--municipality NAME] [--version LABEL] FILE
                                 read a city's table of actions (CSV) and print it as a contract file; what each column was
                                 taken for, what became of the cells, and every doubt go to the other stream (2>)
  bench                          time what must stay fast, natively in release, and print it
  generate                       write public/contract.schema.json from the types of the contract, and the index of contracts
                                 from the files in public/contracts
  help                           print this text

Each command installs what it lacks, with exact versions, in target/tools, and says so. They need rustup, a C compiler
and Node with npm; `test` also needs Firefox, and Chromium with ChromeDriver, which it installs itself when it is root
on Debian.";

/// What a command ends with: nothing to add, or a sentence that says what stopped it.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let (command, options) = arguments
        .split_first()
        .map_or(("help", &[][..]), |(c, o)| (c.as_str(), o));
    match command {
        "serve" => serve::run(&serve::Options::parse(options)?),
        "build" => no_options(command, options).and_then(|()| build::run()),
        "test" => no_options(command, options).and_then(|()| test::run()),
        "check" => check::run(options),
        "table" => table::run(options),
        "bench" => no_options(command, options).and_then(|()| {
            project::run(project::cargo().arg("bench").args(["--bench", "compare"]))
        }),
        // Not in the help: `build` asks this of itself, with the types compiled in.
        "paint" => match options {
            [page] => paint::run(page.as_ref()),
            _ => Err("`paint` needs the page to write into.".to_owned()),
        },
        "generate" => no_options(command, options).and_then(|()| generate::run()),
        "help" | "--help" | "-h" => {
            project::print(&format!("{HELP}\n"));
            Ok(())
        }
        other => Err(format!(
            "there is no command `{other}`; `cargo xtask help` lists them."
        )),
    }
}

fn no_options(command: &str, options: &[String]) -> Outcome {
    match options.first() {
        None => Ok(()),
        Some(option) => Err(format!(
            "`{command}` takes no options, so `{option}` means nothing to it."
        )),
    }
}
