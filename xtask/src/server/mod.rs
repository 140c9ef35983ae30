//! A web server for one machine: static files with the headers that a real host of the app should send.
//!
//! `cargo xtask serve` shows the app through it, and the browser tests add paths of their own that misbehave. Every
//! connection has its thread and carries one request, which is plenty for one reader and easy to follow.

mod files;
mod http;

pub use files::media_type;
pub use http::{Request, answer, begin, percent_decoded};

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use files::{Found, find};

/// The headers of every answer. The policy allows what the app needs: its own files, its WebAssembly, images that it
/// draws itself, and a contract from any address that the reader names; and any page may frame it.
pub const HEADERS: [(&str, &str); 3] = [
    (
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
         connect-src 'self' http: https:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
];

/// What one server answers.
#[derive(Default)]
pub struct Site {
    /// Folders of files, each under a path that begins and ends with `/`. The first that fits a request answers it.
    pub folders: Vec<(String, PathBuf)>,
    /// Paths that are no files: it answers a request and says `true`, or leaves it to the folders.
    pub routes: Option<Box<Route>>,
}

/// Answers a request on its connection, or returns `false` to leave it to the folders.
pub type Route = dyn Fn(&Request, &mut TcpStream) -> io::Result<bool> + Send + Sync;

/// A running server. It stops taking connections when it is dropped.
pub struct Server {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Request>>>,
    stopped: Arc<AtomicBool>,
}

impl Server {
    /// Begins to serve on a port of this machine; port 0 takes any free one.
    ///
    /// # Errors
    /// The port is taken, or may not be used.
    pub fn start(port: u16, site: Site) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let (seen, stopped) = (
            Arc::new(Mutex::new(Vec::new())),
            Arc::new(AtomicBool::new(false)),
        );
        let (site, log, stop) = (Arc::new(site), Arc::clone(&seen), Arc::clone(&stopped));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let (site, log) = (Arc::clone(&site), Arc::clone(&log));
                // A browser hangs up in the middle of an answer whenever it likes; that is no fault of ours.
                thread::spawn(move || drop(converse(stream, &site, &log)));
            }
        });
        Ok(Self {
            address,
            seen,
            stopped,
        })
    }

    /// The port that it serves on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every request so far, in the order they came.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        locked(&self.seen).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // The thread waits for a connection, so it is given one.
        drop(TcpStream::connect(self.address));
    }
}

/// Reads one request and answers it.
fn converse(mut stream: TcpStream, site: &Site, log: &Mutex<Vec<Request>>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let Some(request) = Request::read(&stream)? else {
        return Ok(()); // browsers open connections ahead of need
    };
    locked(log).push(request.clone());
    if let Some(routes) = &site.routes
        && routes(&request, &mut stream)?
    {
        return Ok(());
    }
    if request.method != "GET" && request.method != "HEAD" {
        return answer(
            &mut stream,
            &request,
            "405 Method Not Allowed",
            &[("Allow", "GET, HEAD")],
            b"",
        );
    }
    let found = site
        .folders
        .iter()
        .find_map(|(path, folder)| find(folder, request.path.strip_prefix(path.as_str())?));
    match found {
        Some(Found::File(file)) => {
            let kind = media_type(&file);
            // Any page may read what is public; a frame that is sandboxed without an origin has to, for its own program.
            let headers = [("Content-Type", kind), ("Access-Control-Allow-Origin", "*")];
            answer(&mut stream, &request, "200 OK", &headers, &fs::read(&file)?)
        }
        Some(Found::FolderWithoutSlash) => {
            // Only the last part is named: a target of two leading slashes would be another host.
            let last = request.path.rsplit('/').next().unwrap_or_default();
            answer(
                &mut stream,
                &request,
                "301 Moved Permanently",
                &[("Location", &format!("{last}/"))],
                b"",
            )
        }
        None => answer(
            &mut stream,
            &request,
            "404 Not Found",
            &[("Content-Type", "text/plain; charset=utf-8")],
            b"There is no such file.\n",
        ),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    /// Sends one line of a request to a server of the folder `xtask/` and returns the whole answer.
    fn asked(request: &str) -> String {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let site = Site {
            folders: vec![("/a/b/".to_owned(), folder)],
            routes: None,
        };
        let server = Server::start(0, site).expect("a free port");
        let mut stream = TcpStream::connect(server.address).expect("the server listens");
        stream
            .write_all(format!("{request} HTTP/1.1\r\nHost: here\r\n\r\n").as_bytes())
            .expect("it reads");
        let mut answer = String::new();
        stream
            .read_to_string(&mut answer)
            .expect("it answers in text");
        assert_eq!(server.requests()[0].host, "here");
        answer
    }

    #[test]
    fn a_file_comes_with_its_type_and_the_policy() {
        let answer = asked("GET /a/b/Cargo.toml");
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\n")
                && answer.contains("\r\nX-Content-Type-Options: nosniff\r\n")
        );
        assert!(
            answer.contains("\r\nContent-Security-Policy: default-src 'self';")
                && answer.contains("name = \"xtask\"")
        );
    }

    #[test]
    fn head_has_no_body_and_other_methods_are_refused() {
        let answer = asked("HEAD /a/b/Cargo.toml");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\n"));
        assert!(asked("POST /a/b/Cargo.toml").starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for path in [
            "/a/b/../Cargo.toml",
            "/a/b/%2e%2e/Cargo.toml",
            "/a/b/..%2fCargo.toml",
            "/a/b/src/..%5c..",
            "/Cargo.toml",
            "/a/b//etc/passwd",
        ] {
            assert!(
                asked(&format!("GET {path}")).starts_with("HTTP/1.1 404 "),
                "{path}"
            );
        }
    }

    #[test]
    fn a_folder_without_its_slash_is_sent_to_it() {
        assert!(asked("GET /a/b/src").contains("\r\nLocation: src/\r\n"));
    }
}
