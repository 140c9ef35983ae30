//! The web servers of a scenario: the app's own, and a stranger's. Both also misbehave when asked to.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::Duration;

use xtask::server::{Request, Server, Site, answer, begin, media_type, percent_decoded};

/// More than a contract may be.
const TOO_MANY_MIB: usize = 40;

/// A web server on a port of its own.
///
/// Under `test/` it has what a contract's address may turn out to be; the same under `cors/` also says that pages of any
/// origin may read it.
///
/// | path | answer |
/// |---|---|
/// | `test/{name}` | what [`Origin::put`] has put there |
/// | `bare/{name}` | the same without the policy and our other headers: a page of a site that is not ours |
/// | `test/never` | none, ever |
/// | `test/page` | a web page, with status 200 |
/// | `test/missing` | status 404 |
/// | `test/redirect?{address}` | status 302 to that address |
/// | `test/huge` | 40 MiB, as fast as they are taken, their length not told |
/// | `test/slow` | the contract of Örebro in 20 pieces in three seconds, its length told |
pub struct Origin {
    server: Server,
    files: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    lost: Arc<Mutex<Vec<String>>>,
}

impl Origin {
    /// Serves the built app.
    pub(super) fn of_the_app() -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(
            dist.join("index.html").is_file(),
            "there is no dist/index.html; `cargo xtask build` writes it"
        );
        Self::start(vec![
            ("/a/b/".to_owned(), dist.clone()),
            ("/".to_owned(), dist),
        ])
    }

    /// Serves nothing of the app.
    pub(super) fn elsewhere() -> Self {
        Self::start(Vec::new())
    }

    fn start(folders: Vec<(String, std::path::PathBuf)>) -> Self {
        let files: Arc<Mutex<BTreeMap<String, Vec<u8>>>> = Arc::default();
        let put = Arc::clone(&files);
        let lost: Arc<Mutex<Vec<String>>> = Arc::default();
        let gone = Arc::clone(&lost);
        let routes = move |request: &Request, stream: &mut TcpStream| {
            if request.path == "/favicon.ico" {
                // What browsers ask for when a page names no icon. The app names one.
                return answer(stream, request, "204 No Content", &[], b"").map(|()| true);
            }
            let is_lost = |end: &String| request.path.ends_with(end);
            if gone.lock().unwrap().iter().any(is_lost) {
                return misbehave("missing", None, request, stream).map(|()| true);
            }
            if let Some(name) = request.path.strip_prefix("/bare/")
                && let Some(bytes) = put.lock().unwrap().get(name)
            {
                return bare(stream, media_type(Path::new(name)), bytes).map(|()| true);
            }
            let (name, cors) = match (
                request.path.strip_prefix("/test/"),
                request.path.strip_prefix("/cors/"),
            ) {
                (Some(name), _) => (name, None),
                (_, Some(name)) => (name, Some(("Access-Control-Allow-Origin", "*"))),
                _ => return Ok(false),
            };
            let file = put.lock().unwrap().get(name).cloned();
            match file {
                Some(bytes) => answer(
                    stream,
                    request,
                    "200 OK",
                    &with(cors, media_type(Path::new(name))),
                    &bytes,
                )
                .map(|()| true),
                None => misbehave(name, cors, request, stream).map(|()| true),
            }
        };
        let server = Server::start(
            0,
            Site {
                folders,
                routes: Some(Box::new(routes)),
            },
        )
        .expect("a port of this machine is free");
        Self {
            server,
            files,
            lost,
        }
    }

    /// An address of this origin, written from its root.
    pub fn url(&self, address: &str) -> String {
        format!("http://127.0.0.1:{}/{address}", self.server.port())
    }

    /// Puts a file at `test/{name}` and `cors/{name}`.
    pub fn put(&self, name: &str, content: impl Into<Vec<u8>>) {
        self.files
            .lock()
            .unwrap()
            .insert(name.to_owned(), content.into());
    }

    /// From now on there is no file whose name ends so.
    pub fn lose(&self, end: &str) {
        self.lost.lock().unwrap().push(end.to_owned());
    }

    /// The requests that have come, in their order.
    pub fn requests(&self) -> Vec<Request> {
        self.server.requests()
    }
}

/// An answer without any of our headers, as from a site that is not ours.
fn bare(stream: &mut TcpStream, media_type: &str, body: &[u8]) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n"
    )?;
    stream.write_all(body)?;
    stream.flush()
}

type Header = (&'static str, &'static str);

fn with(cors: Option<Header>, media_type: &'static str) -> Vec<Header> {
    cors.into_iter()
        .chain([("Content-Type", media_type)])
        .collect()
}

fn misbehave(
    name: &str,
    cors: Option<Header>,
    request: &Request,
    stream: &mut TcpStream,
) -> io::Result<()> {
    let json = with(cors, "application/json");
    match name {
        "never" => {
            // The connection stays open until the browser gives up; what it then says is nothing.
            stream.set_read_timeout(Some(Duration::from_secs(300)))?;
            io::copy(stream, &mut io::sink()).map(drop)
        }
        "page" => answer(
            stream,
            request,
            "200 OK",
            &with(cors, "text/html; charset=utf-8"),
            b"<!doctype html><title>Hej</title><p>Ingen fil.</p>",
        ),
        "redirect" => {
            let address = percent_decoded(&request.query);
            let headers: Vec<(&str, &str)> = cors
                .into_iter()
                .chain([("Location", address.as_str())])
                .collect();
            answer(stream, request, "302 Found", &headers, b"")
        }
        "huge" => {
            begin(stream, "200 OK", &json, None)?;
            let mebibyte = vec![b' '; 1024 * 1024];
            (0..TOO_MANY_MIB).try_for_each(|_| stream.write_all(&mebibyte))
        }
        "slow" => {
            let contract = include_bytes!("../../../public/contracts/orebro.json");
            begin(stream, "200 OK", &json, Some(contract.len() as u64))?;
            contract
                .chunks(contract.len().div_ceil(20))
                .try_for_each(|piece| {
                    sleep(Duration::from_millis(150));
                    stream.write_all(piece)
                })
        }
        _ => answer(
            stream,
            request,
            "404 Not Found",
            &with(cors, "text/plain"),
            b"There is no such file.\n",
        ),
    }
}
