//! The terminal interface.

pub mod backend;
pub mod text;

use crate::i18n::{Lang, Speak};

/// Placeholder until the screens are merged.
pub struct Start {
    pub options: crate::book::Options,
    pub clock: crate::app::Clock,
    pub settings: crate::app::Settings,
    pub demo: Option<usize>,
    pub plain: bool,
}
#[derive(Debug, thiserror::Error)]
#[error("x")]
pub struct RunError;
impl Speak for RunError {
    fn what(&self, _: Lang) -> String {
        String::new()
    }
    fn hint(&self, _: Lang) -> Option<String> {
        None
    }
}
pub fn run(_: Start) -> Result<(), RunError> {
    Err(RunError)
}
