//! What is typed to correct a case: nothing takes it away unasked, and each answer finds its own line.

use super::case::{carry_out, reading, refuse, screen};
use super::*;
use crate::app::AppError;
use crate::book::BookError;
use crate::tui::layers::Layer;
use crate::tui::model::{Screen, Tone};

fn full() -> AppError {
    AppError::Book(BookError::Full("/book".into()))
}

/// Types into the line for what the member wants.
fn correcting(model: &mut Model, text: &str) {
    press(model, KeyCode::Char('e'));
    type_text(model, "remedy");
    press(model, KeyCode::Enter);
    type_text(model, text);
}

fn is_typing(model: &Model) -> bool {
    matches!(model.layers.last(), Some(Layer::Prompt(_)))
}

/// Has the case read again, which fails.
fn fails_to_reload(model: &mut Model, effects: &[Effect]) {
    let generation = effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Story(_), generation) => Some(*generation),
        _ => None,
    });
    update(model, Msg::Answer(Answer::Story(generation.unwrap(), Err(full()))));
}

#[test]
fn a_line_that_was_typed_into_is_not_closed_unasked() {
    let mut model = reading();
    correcting(&mut model, "");
    press(&mut model, KeyCode::Esc);
    assert!(model.layers.is_empty(), "nothing was typed");
    correcting(&mut model, "money back");
    press(&mut model, KeyCode::Esc);
    assert!(screen(&mut model).contains("is not saved. Drop it?"));
    press(&mut model, KeyCode::Enter);
    assert!(is_typing(&model) && screen(&mut model).contains("money back"), "the marker stands on no");
    let effects = update(&mut model, Msg::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Quit)));
    press(&mut model, KeyCode::Char('n'));
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Char('y'));
    assert!(model.layers.is_empty() && model.screen == Screen::Case);
}

#[test]
fn an_answer_takes_away_no_line_but_its_own() {
    let mut model = reading();
    let refreshed = press(&mut model, KeyCode::Char('r'));
    correcting(&mut model, "money back");
    fails_to_reload(&mut model, &refreshed);
    assert!(is_typing(&model) && model.screen == Screen::Case, "nor does a case that cannot be read again");
    let one = press(&mut model, KeyCode::Enter);
    // Given up while it was on its way; the next line waits for an answer of its own.
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Char('y'));
    correcting(&mut model, "an apology");
    let two = press(&mut model, KeyCode::Enter);
    carry_out(&mut model, &one);
    assert!(is_typing(&model));
    refuse(&mut model, &one, full());
    assert!(is_typing(&model) && screen(&mut model).contains("Saving"), "it still waits");
    // Answered under the question whether to close it, it takes that along.
    press(&mut model, KeyCode::Esc);
    carry_out(&mut model, &two);
    assert!(model.layers.is_empty());
}

#[test]
fn a_case_whose_logging_is_taken_back_is_left_without_complaint() {
    let mut model = reading();
    let effects = update(&mut model, Msg::Answer(Answer::Undone(Ok(last_done()))));
    fails_to_reload(&mut model, &effects);
    assert_eq!(model.screen, Screen::Cases);
    assert!(model.said.iter().all(|toast| toast.tone == Tone::Good));
    // Where nothing was taken back, it is a failure.
    let effects = press(&mut model, KeyCode::Enter);
    fails_to_reload(&mut model, &effects);
    assert!(model.said.iter().any(|toast| toast.tone == Tone::Bad));
}
