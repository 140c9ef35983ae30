//! Why a file could not be fetched, in words.

use super::pick;
use crate::contract::Lang;
use crate::state::FetchError;

/// A failure as a sentence that says what happened and what can be done.
#[must_use]
pub fn sentence(error: FetchError, lang: Lang) -> String {
    let text = match error {
        FetchError::BadAddress => pick(
            lang,
            "Det här är ingen adress som börjar med http:// eller https://.",
            "This is not an address that starts with http:// or https://.",
        ),
        FetchError::Timeout => pick(
            lang,
            "Adressen svarade inte inom 15 sekunder. Försök igen, eller hämta filen på annat sätt och öppna den härifrån datorn.",
            "The address did not answer within 15 seconds. Try again, or get the file some other way and open it from the computer.",
        ),
        FetchError::Status(404) => pick(
            lang,
            "Det finns ingen fil på den adressen (404). Kontrollera att adressen är rätt.",
            "There is no file at that address (404). Check that the address is right.",
        ),
        FetchError::Status(status) => {
            return match lang {
                Lang::Sv => format!("Adressen lämnade inte ut filen. Svaret var {status}."),
                Lang::En => {
                    format!("The address did not hand over the file. The answer was {status}.")
                }
            };
        }
        FetchError::Html => pick(
            lang,
            "Adressen leder till en webbsida, inte till en kontraktsfil. En kontraktsfil slutar oftast på .json.",
            "The address leads to a web page, not to a contract file. A contract file usually ends in .json.",
        ),
        FetchError::Redirect => pick(
            lang,
            "Adressen skickar vidare till en adress av ett annat slag. Den följs inte. Använd filens egen adress.",
            "The address leads on to an address of another kind. That is not followed. Use the file’s own address.",
        ),
        FetchError::TooLarge => pick(
            lang,
            "Filen är större än 32 MiB. Så stora filer öppnas inte.",
            "The file is larger than 32 MiB. Files that large are not opened.",
        ),
        FetchError::Unreachable => pick(
            lang,
            "Det gick inte att nå filen. Antingen saknas nätet, eller så finns inte adressen, eller så tillåter den inte att andra sidor läser filen (CORS). Hämta i så fall filen själv och öppna den härifrån datorn.",
            "The file could not be reached. Either there is no network, or no such address, or it does not let other pages read the file (CORS). In that case fetch the file yourself and open it from the computer.",
        ),
        FetchError::Table => pick(
            lang,
            "Adressen leder till en tabell. Hur den ska läsas behöver du kontrollera själv: öppna den i eget fönster.",
            "The address leads to a table. You need to check yourself how it is to be read: open it in a window of its own.",
        ),
        FetchError::OnlyHere => pick(
            lang,
            "Kontraktet öppnades från en fil på en dator och följer inte med i länken. Öppna filen igen.",
            "The contract was opened from a file on a computer and does not come with the link. Open the file again.",
        ),
    };
    text.to_owned()
}
