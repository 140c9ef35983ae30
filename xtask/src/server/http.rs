//! One request and one answer, as HTTP writes them.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use super::HEADERS;

/// The first line and the host of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, ….
    pub method: String,
    /// The host and port that the browser asked for.
    pub host: String,
    /// The path, with its percent-encoding undone.
    pub path: String,
    /// What stands after `?`, as it was sent.
    pub query: String,
}

impl Request {
    /// Reads the head of a request; nothing when the connection is closed before one came or what came is not HTTP.
    pub(super) fn read(stream: &TcpStream) -> io::Result<Option<Self>> {
        const LONGEST_HEAD: u64 = 64 * 1024;
        let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(None);
        };
        let mut host = String::new();
        for line in lines {
            let line = line?;
            if line.is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("host")
            {
                value.trim().clone_into(&mut host);
            }
        }
        let mut words = first.split(' ');
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Ok(None);
        };
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Ok(Some(Self {
            method: method.to_owned(),
            host,
            path: percent_decoded(path),
            query: query.to_owned(),
        }))
    }
}

/// Sends a whole answer, with [`HEADERS`] and without leave to keep it.
///
/// # Errors
/// The browser hung up.
pub fn answer(
    stream: &mut TcpStream,
    request: &Request,
    status: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<()> {
    begin(stream, status, headers, Some(body.len() as u64))?;
    if request.method != "HEAD" {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// Sends the head of an answer; what follows it on the stream is its body, which ends with the connection.
///
/// # Errors
/// The browser hung up.
pub fn begin(
    stream: &mut TcpStream,
    status: &str,
    headers: &[(&str, &str)],
    length: Option<u64>,
) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nCache-Control: no-cache\r\n");
    let length = length.map(|bytes| bytes.to_string());
    let length = length.as_deref().map(|bytes| ("Content-Length", bytes));
    // What an answer says of its own stands in the place of what all say.
    let own = |name: &str| headers.iter().any(|it| it.0.eq_ignore_ascii_case(name));
    let all = HEADERS.iter().copied().filter(|it| !own(it.0));
    for (name, value) in all.chain(length).chain(headers.iter().copied()) {
        head += &format!("{name}: {value}\r\n");
    }
    head += "\r\n";
    stream.write_all(head.as_bytes())
}

/// A text with its percent-encoding undone. What is not a valid code stands as it is.
#[must_use]
pub fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let value =
            code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(value.unwrap_or(*first));
        rest = if value.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::percent_decoded;

    #[test]
    fn what_is_no_percent_code_stands_as_it_is() {
        assert_eq!(
            percent_decoded("/%C3%B6rebro%20100%25.json"),
            "/örebro 100%.json"
        );
        assert_eq!(percent_decoded("50%/%zz%4"), "50%/%zz%4");
    }
}
