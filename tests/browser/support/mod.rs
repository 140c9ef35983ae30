//! What a scenario is made of: a [`Page`] in a browser of its own, and two web servers.
//!
//! ```ignore
//! #[tokio::test]
//! async fn esc_closes_the_panel() {
//!     scenario(DESKTOP, async |page| {
//!         page.visit("?item=atagande-1").await;
//!         page.keys("Escape").await;
//!         page.until("!document.querySelector('aside')", "the panel is closed").await;
//!     })
//!     .await;
//! }
//! ```

mod act;
mod app;
mod axe;
mod driver;
mod look;
mod origin;
mod page;
mod read;
mod watch;

pub use app::Shown;
pub use look::Screen;
pub use origin::Origin;
pub use page::Page;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::task::Poll;

/// A laptop.
pub const DESKTOP: Screen = Screen {
    width: 1280,
    height: 800,
    touch: false,
};
/// A telephone, held upright.
pub const PHONE: Screen = Screen {
    width: 390,
    height: 844,
    touch: true,
};
/// A projector in a meeting room.
pub const PROJECTOR: Screen = Screen {
    width: 1920,
    height: 1080,
    touch: false,
};
/// A laptop's page at 400 %: the narrowest that WCAG (1.4.10) asks for.
pub const ZOOMED: Screen = Screen {
    width: 320,
    height: 256,
    touch: false,
};

/// Runs one scenario on a page of its own, and then holds the page to what every page must keep.
pub async fn scenario(screen: Screen, steps: impl AsyncFnOnce(&Page)) {
    let page = Page::start(screen).await;
    let mut steps = pin!(async {
        steps(&page).await;
        page.assert_quiet();
    });
    let outcome = std::future::poll_fn(|context| {
        match catch_unwind(AssertUnwindSafe(|| steps.as_mut().poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    })
    .await;
    if let Err(panic) = outcome {
        page.leave_traces().await;
        resume_unwind(panic);
    }
}
