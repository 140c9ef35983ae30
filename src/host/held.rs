//! What the app holds on to as long as it runs: its listeners and observers. Letting go of them all is how it leaves.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// What one app on the page holds on to. Copies are the same holder.
#[derive(Clone, Default)]
pub struct Holder(Rc<RefCell<Vec<Box<dyn Any>>>>);

impl Holder {
    /// Holds on to something until the app leaves.
    pub fn hold<T: Any>(&self, thing: T) {
        self.hold_boxed(Box::new(thing));
    }

    fn hold_boxed(&self, thing: Box<dyn Any>) {
        self.0.borrow_mut().push(thing);
    }

    /// Lets go of everything: nothing that happens on the page reaches the app any more.
    pub fn let_go(&self) {
        // Taken out first: what is dropped may look here again.
        drop(self.0.take());
    }
}
