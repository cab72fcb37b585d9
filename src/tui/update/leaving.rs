//! Leaving the program, for good or for a while: what is in the form is kept first, or it is asked.

use crossterm::event::{KeyEvent, KeyModifiers};

use crate::tui::effect::Effect;
use crate::tui::layers::{Layer, Message, Question};
use crate::tui::model::{Model, Screen, Words};
use crate::tui::words;

/// Leaves; what is in the form is kept. While the recovery code is shown it asks, a second Ctrl-C not again.
pub(super) fn quit(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let asked = model.is_asked(Question::QuitAnyway);
    let forced = asked && key.modifiers.contains(KeyModifiers::CONTROL);
    let shows_code = model.screen == Screen::Welcome && model.welcome.shows_code();
    let is_typing =
        model.layers.iter().any(|layer| matches!(layer, Layer::Prompt(prompt) if prompt.is_changed()));
    let is_typing = is_typing || model.screen == Screen::Sheet && model.sheet.is_changed();
    if !shows_code && (is_typing || model.log.not_kept().is_some()) {
        // Perhaps it can be kept by now; what is lost otherwise is worth a question.
        effects.extend(model.log.unkept().map(Effect::Write));
        if !model.is_asked(Question::QuitUnkept) {
            let text = Words::fixed(if is_typing { words::drop_text } else { words::quit_unkept });
            model.layers.push(Message::ask(Question::QuitUnkept, words::quit_anyway_title, text));
        }
    } else if !shows_code || forced {
        leave(model, effects);
    } else if !asked {
        let text = Words::fixed(words::quit_with_code);
        model.layers.push(Message::ask(Question::QuitAnyway, words::quit_anyway_title, text));
    }
}

/// Stops the program until the shell says to go on; what is in the form is kept first.
pub(super) fn suspend(model: &mut Model, effects: &mut Vec<Effect>) {
    effects.extend(model.log.unkept().map(Effect::Write));
    effects.push(Effect::Suspend);
}

/// Ends the program; what is in the form is kept first.
pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    effects.extend(model.log.unkept().map(Effect::Write));
    // What was taken in so far stays; the rest is not waited for.
    model.import.stop();
    effects.push(Effect::Quit);
}
