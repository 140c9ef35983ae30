//! What a reader does with the page.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    WheelAction, WheelActions,
};
use fantoccini::key::Key;
use serde_json::json;

use super::Page;

impl Page {
    /// Clicks an element in the middle of what is seen of it, where a reader would; one that is covered there is an error.
    /// By the mouse, because Firefox's driver finds no way to click a group of shapes.
    pub async fn click(&self, selector: &str) {
        let (x, y) = self.middle(selector).await;
        let under: String = self
            .js(&format!(
                "((e, at) => e.contains(at) || at?.contains(e) ? '' : at?.outerHTML.slice(0, 200) ?? 'nothing')(document.querySelector({}), document.elementFromPoint({x}, {y}))",
                json!(selector)
            ))
            .await;
        assert!(
            under.is_empty(),
            "`{selector}` cannot be clicked: there is {under}"
        );
        let button = MOUSE_BUTTON_LEFT;
        let click = mouse_to(x, y)
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        self.perform(click).await;
    }

    /// Presses keys one after the other: `"Tab Tab Enter"`, `"Shift+Tab"`, `"Control+k"`.
    pub async fn keys(&self, keys: &str) {
        for combination in keys.split(' ') {
            let (modifiers, key) = combination
                .rsplit_once('+')
                .map_or((None, combination), |(m, key)| (Some(m), key));
            let held: Vec<char> = modifiers
                .iter()
                .flat_map(|m| m.split('+'))
                .map(code)
                .collect();
            let mut actions = KeyActions::new("keyboard".to_owned());
            let down = held.iter().copied().chain([code(key)]);
            for value in down {
                actions = actions.then(KeyAction::Down { value });
            }
            for value in [code(key)].into_iter().chain(held.iter().rev().copied()) {
                actions = actions.then(KeyAction::Up { value });
            }
            self.client
                .perform_actions(Actions::from(actions))
                .await
                .unwrap_or_else(|error| panic!("`{combination}`: {error}"));
        }
    }

    /// Writes text in a field, in place of what it holds.
    pub async fn write(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        let done = async {
            field.clear().await?;
            field.send_keys(text).await
        };
        done.await
            .unwrap_or_else(|error| panic!("`{selector}`: {error}"));
    }

    /// Chooses a file in a file field.
    pub async fn choose_file(&self, selector: &str, name: &str, content: impl AsRef<[u8]>) {
        let file = self.driver.downloads().with_file_name(name);
        fs::write(&file, content).expect("the browser's folder can be written");
        let field = self.find(selector).await;
        field
            .send_keys(&file.to_string_lossy())
            .await
            .unwrap_or_else(|error| panic!("`{selector}`: {error}"));
    }

    /// Chooses several files at once in a file field.
    pub async fn choose_files(&self, selector: &str, files: &[(&str, Vec<u8>)]) {
        let paths = files.iter().map(|(name, content)| {
            let file = self.driver.downloads().with_file_name(name);
            fs::write(&file, content).expect("the browser's folder can be written");
            file.to_string_lossy().into_owned()
        });
        let paths: Vec<String> = paths.collect();
        let field = self.find(selector).await;
        field
            .send_keys(&paths.join("\n"))
            .await
            .unwrap_or_else(|error| panic!("`{selector}`: {error}"));
    }

    /// Waits for a file that the page lets the reader save, and returns its content.
    pub async fn downloaded(&self, name: &str) -> Vec<u8> {
        let file = self.driver.downloads().join(name);
        let start = Instant::now();
        // Both browsers put an empty file under the final name first, and what has come beside it.
        while !self.is_whole(&file) {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "{name} was not downloaded"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        fs::read(file).expect("a downloaded file can be read")
    }

    /// True when a file is there and nothing of it is still on its way.
    fn is_whole(&self, file: &Path) -> bool {
        let under_way = |it: &Path| {
            it == file.with_added_extension("crdownload") || it.extension() == Some("part".as_ref())
        };
        let folder = fs::read_dir(self.driver.downloads()).expect("the folder is there");
        fs::metadata(file).is_ok_and(|it| it.len() > 0)
            && !folder.flatten().any(|it| under_way(&it.path()))
    }

    /// Drags with the mouse from the middle of an element, by so many pixels.
    pub async fn drag(&self, selector: &str, by: (f64, f64)) {
        let (x, y) = self.middle(selector).await;
        let button = MOUSE_BUTTON_LEFT;
        let mut mouse = mouse_to(x, y).then(PointerAction::Down { button });
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            mouse = mouse.then(move_to(x + by.0 * part, y + by.1 * part));
        }
        self.perform(mouse.then(PointerAction::Up { button })).await;
    }

    /// Moves the mouse onto an element.
    pub async fn hover(&self, selector: &str) {
        let (x, y) = self.middle(selector).await;
        self.perform(mouse_to(x, y)).await;
    }

    /// Turns the mouse wheel over an element, down when positive; with Control held, a browser's word for zooming.
    pub async fn wheel(&self, selector: &str, pixels: i64, control: bool) {
        let (x, y) = self.middle(selector).await;
        let turn = WheelAction::Scroll {
            duration: None,
            x: x as i64,
            y: y as i64,
            delta_x: 0,
            delta_y: pixels,
        };
        let wheel = WheelActions::new("wheel".to_owned());
        if !control {
            return self.perform(wheel.then(turn)).await;
        }
        // Sources act in step: while the wheel turns, the keyboard does nothing.
        let value = code("Control");
        let duration = Duration::ZERO;
        let keyboard = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Pause { duration })
            .then(KeyAction::Up { value });
        let wheel = wheel.then(WheelAction::Pause { duration }).then(turn);
        self.perform(Actions::from(keyboard).and(wheel)).await;
    }

    async fn perform(&self, actions: impl Into<Actions>) {
        let done = self.client.perform_actions(actions).await;
        done.unwrap_or_else(|error| panic!("the mouse cannot do that: {error}"));
    }

    /// The middle of what is seen of an element, scrolled to if need be.
    async fn middle(&self, selector: &str) -> (f64, f64) {
        self.find(selector).await;
        self.js(&format!(
            "((e) => {{
                e.scrollIntoView({{ block: 'nearest' }});
                // Firefox scrolls to a graphic, not to a part of it.
                const at = e.getBoundingClientRect();
                if (at.bottom < 1 || at.top > innerHeight - 1) scrollBy(0, at.top + at.height / 2 - innerHeight / 2);
                const {{ left, right, top, bottom }} = e.getBoundingClientRect();
                const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
                return [middle(left, right, innerWidth), middle(top, bottom, innerHeight)];
            }})(document.querySelector({}))",
            json!(selector)
        ))
        .await
    }
}

fn move_to(x: f64, y: f64) -> PointerAction {
    let duration = None;
    PointerAction::MoveTo { duration, x, y }
}

fn mouse_to(x: f64, y: f64) -> MouseActions {
    MouseActions::new("mouse".to_owned()).then(move_to(x, y))
}

/// A key by its name in JavaScript, or a single character.
fn code(name: &str) -> char {
    let key = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => Key::Space,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        other => {
            let mut characters = other.chars();
            let (Some(one), None) = (characters.next(), characters.next()) else {
                panic!("there is no key `{other}`")
            };
            return one;
        }
    };
    if name == "Space" { ' ' } else { key.into() }
}
