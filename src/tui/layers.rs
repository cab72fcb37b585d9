//! What lies on top of the screens: palette, help and other lists, messages, questions. The topmost gets the keys.

mod follow;
mod menu;
mod message;
mod prompt;

pub use follow::{CheckStep, Checking, FollowAsk, FollowPick};
pub use menu::{Item, Menu, Picking, Run};
pub use message::{Message, Question};
pub use prompt::{Asking, Prompt};

use super::action::Context;
use super::model::Model;
use super::widgets::canvas::Canvas;

/// One of them.
#[derive(Clone)]
pub enum Layer {
    /// Something to choose from.
    Menu(Menu),
    /// Something that must be read, or answered.
    Message(Message),
    /// A text that is asked for.
    Prompt(Prompt),
}

impl Layer {
    /// Where the keys go while it is on top.
    pub fn context(&self) -> Context {
        match self {
            Self::Menu(_) => Context::Menu,
            Self::Message(_) => Context::Message,
            Self::Prompt(prompt) if prompt.is_long() => Context::LongPrompt,
            Self::Prompt(_) => Context::Prompt,
        }
    }

    /// Draws it over what is there.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        match self {
            Self::Menu(menu) => menu.draw(model, canvas),
            Self::Message(message) => message.draw(model, canvas),
            Self::Prompt(prompt) => prompt.draw(model, canvas),
        }
    }
}
