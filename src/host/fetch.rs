//! Fetching a contract file: with a limit in time and size, its progress told, and every failure in its own words.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestInit,
    RequestRedirect, Response, ResponseType,
};

use crate::contract::read::MAX_BYTES;
use crate::state::{FetchError, Progress};

/// How long an address may take to answer, and then between two pieces of its answer, in milliseconds.
const PATIENCE: u32 = 15_000;

/// Fetches the bytes at an absolute address. Nothing is sent along: no cookie, no referrer.
///
/// # Errors
/// When the address does not give a file of at most 32 MiB in time.
pub async fn fetch(
    address: &str,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>, FetchError> {
    let asked = web_sys::Url::new(address)
        .map_err(|_| FetchError::BadAddress)?
        .protocol();
    if !matches!(asked.as_str(), "http:" | "https:") {
        return Err(FetchError::BadAddress);
    }
    let abort = AbortController::new().map_err(|_| FetchError::Unreachable)?;
    let response = match request(address, &abort, RequestRedirect::Follow).await {
        Err(FetchError::Unreachable) if redirects(address).await => {
            return Err(FetchError::Redirect);
        }
        answer => answer?,
    };
    if web_sys::Url::new(&response.url()).is_ok_and(|url| url.protocol() != asked) {
        abort.abort();
        return Err(FetchError::Redirect);
    }
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let header = |name: &str| response.headers().get(name).ok().flatten();
    if header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
        abort.abort();
        return Err(FetchError::Html);
    }
    // A compressed answer's length is not the file's.
    let whole = header("content-encoding").is_none();
    let total: Option<usize> = header("content-length")
        .filter(|_| whole)
        .and_then(|text| text.parse().ok());
    if total.is_some_and(|total| total > MAX_BYTES) {
        abort.abort();
        return Err(FetchError::TooLarge);
    }
    read_all(&response, &abort, total, progress).await
}

async fn request(
    address: &str,
    abort: &AbortController,
    redirect: RequestRedirect,
) -> Result<Response, FetchError> {
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    init.set_redirect(redirect);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(&abort.signal()));
    let window = web_sys::window().ok_or(FetchError::Unreachable)?;
    let answer = in_time(
        JsFuture::from(window.fetch_with_str_and_init(address, &init)),
        abort,
    )
    .await?;
    answer.dyn_into().map_err(|_| FetchError::Unreachable)
}

/// Whether the address leads on to another: asked only after it could not be reached, to tell why.
async fn redirects(address: &str) -> bool {
    let Ok(abort) = AbortController::new() else {
        return false;
    };
    let response = request(address, &abort, RequestRedirect::Manual).await;
    response.is_ok_and(|r| r.type_() == ResponseType::Opaqueredirect)
}

async fn read_all(
    response: &Response,
    abort: &AbortController,
    total: Option<usize>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>, FetchError> {
    let mut bytes = Vec::with_capacity(total.unwrap_or(0));
    let Some(body) = response.body() else {
        return Ok(bytes);
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        progress((bytes.len(), total));
        let piece = in_time(JsFuture::from(reader.read()), abort).await?;
        if js_sys::Reflect::get(&piece, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            return Ok(bytes);
        }
        let value = js_sys::Reflect::get(&piece, &"value".into()).unwrap_or(JsValue::UNDEFINED);
        let Ok(piece) = value.dyn_into::<js_sys::Uint8Array>() else {
            return Err(FetchError::Unreachable);
        };
        if bytes.len() + piece.length() as usize > MAX_BYTES {
            abort.abort();
            return Err(FetchError::TooLarge);
        }
        bytes.extend(piece.to_vec());
    }
}

/// Waits for `future`, but no longer than our patience; then the request is given up.
async fn in_time(future: JsFuture, abort: &AbortController) -> Result<JsValue, FetchError> {
    let timer = {
        let abort = abort.clone();
        Timeout::new(PATIENCE, move || abort.abort())
    };
    let answer = future.await;
    timer.cancel();
    // A request is aborted for one reason only: it took too long.
    answer.map_err(|_| {
        if abort.signal().aborted() {
            FetchError::Timeout
        } else {
            FetchError::Unreachable
        }
    })
}
