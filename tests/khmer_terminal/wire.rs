//! A writer that a test and the backend both hold.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

#[derive(Clone, Default)]
pub struct Wire(Rc<RefCell<Vec<u8>>>);

impl Wire {
    /// What was written since it was asked last.
    pub fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
