//! Which of the contracts that are open is in front, and which lie beside it, as the references of the state say.

use std::sync::Arc;

use crate::contract::{Contract, Problem};
use crate::view::desk::Session;

/// A contract that is open beside the one in front.
#[derive(Debug)]
pub struct Beside {
    /// What the address calls it.
    pub reference: String,
    /// The contract.
    pub contract: Arc<Contract>,
    /// What is worth knowing about its file.
    pub hints: Vec<Problem>,
}

impl Session {
    /// Whether the contract of this reference is open.
    #[must_use]
    pub fn has(&self, reference: &str) -> bool {
        self.front.as_deref() == Some(reference)
            || self.beside.iter().any(|it| it.reference == reference)
    }

    /// Takes up a contract that has come, in place of one of the same reference; [`Session::arrange`] brings it to its place.
    pub fn take_up(&mut self, one: Beside) {
        if self.front.as_ref() == Some(&one.reference) {
            self.notices.extend(self.state.settle(&one.contract));
            (self.contract, self.hints) = (Some(one.contract), one.hints);
        } else {
            self.beside.retain(|it| it.reference != one.reference);
            self.beside.push(one);
        }
    }

    /// Brings what is open in step with the references: the first in front, the others beside it, and what is not named
    /// away. Until the first has come, everything stays as it is.
    pub fn arrange(&mut self) {
        let wanted = self.state.front().to_owned();
        if self.front.as_ref() != Some(&wanted) {
            let Some(at) = self.beside.iter().position(|it| it.reference == wanted) else {
                return;
            };
            let next = self.beside.remove(at);
            if let (Some(reference), Some(contract)) = (self.front.take(), self.contract.take()) {
                let hints = std::mem::take(&mut self.hints);
                self.beside.push(Beside {
                    reference,
                    contract,
                    hints,
                });
            }
            // What the address asks is judged by the contract it came with.
            self.notices.extend(self.state.settle(&next.contract));
            (self.active, self.playing) = (None, false);
            self.front = Some(next.reference);
            (self.contract, self.hints) = (Some(next.contract), next.hints);
        }
        let mut rest = std::mem::take(&mut self.beside);
        for reference in self.state.references().skip(1) {
            if let Some(at) = rest.iter().position(|it| it.reference == reference) {
                self.beside.push(rest.remove(at));
            }
        }
    }
}
