//! What the app holds on to as long as it runs: its listeners and observers. Letting go of them all is how it leaves.

use std::any::Any;
use std::cell::RefCell;

thread_local! {
    static HELD: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Holds on to something until the app leaves.
pub fn hold<T: Any>(thing: T) {
    hold_boxed(Box::new(thing));
}

fn hold_boxed(thing: Box<dyn Any>) {
    HELD.with_borrow_mut(|held| held.push(thing));
}

/// Lets go of everything: nothing that happens on the page reaches the app any more.
pub fn let_go() {
    // Taken out first: what is dropped may look here again.
    drop(HELD.take());
}
