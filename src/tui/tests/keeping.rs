//! What was typed cannot be written: it stays in the form, it is tried again, and it is not left without a word.

use super::form::{fill, form, screen, tab_to, to_keep, woke};
use super::whole::start;
use super::*;
use crate::app::AppError;
use crate::book::BookError;
use crate::tui::effect::Timer;
use crate::tui::model::Screen;
use crate::tui::run::RunError;

fn full() -> AppError {
    AppError::Book(BookError::Full("/book".into()))
}

/// Answers the last draft that was handed over.
fn kept(model: &mut Model, effects: &[Effect], kept: Result<Kept, AppError>) -> Vec<Effect> {
    let form = effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(Work::KeepDraft { form, .. }) => Some(*form),
        _ => None,
    });
    update(model, Msg::Answer(Answer::DraftKept(form.expect("nothing was handed over"), kept)))
}

fn tries_again(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Wake(1_000.., Timer::Draft, _)))
}

#[test]
fn a_form_that_cannot_be_kept_is_not_emptied_as_it_is_left() {
    let mut model = form(Lang::En);
    fill(&mut model);
    let before = model.log.form();
    let effects = press(&mut model, KeyCode::Esc);
    assert!(model.screen == Screen::Cases && model.toast.is_none());
    let effects = kept(&mut model, &effects, Err(full()));
    assert!(tries_again(&effects) && screen(&mut model).contains("still in the form"));
    press(&mut model, KeyCode::F(7));
    assert_eq!(model.log.form(), before);
    // Nor for another draft: that is taken up only when this one is safe.
    update(&mut model, Msg::Answer(Answer::Drafts(Ok(waiting(1)))));
    let mut requests = press(&mut model, KeyCode::F(5));
    mark(&mut model, "new case");
    requests.extend(press(&mut model, KeyCode::Enter));
    assert_eq!(to_keep(&requests), [&before]);
    assert!(!requests.iter().any(|effect| matches!(effect, Effect::Write(Work::TakeUpDraft(..)))));
    let effects = kept(&mut model, &requests, Ok(Kept::AsItWas));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Write(Work::TakeUpDraft(..)))));
    assert!(!model.log.is_touched());
}

#[test]
fn what_is_kept_only_by_the_second_attempt_is_answered_by_the_second() {
    let mut model = form(Lang::En);
    type_text(&mut model, "x");
    let first = woke(&mut model);
    type_text(&mut model, "y");
    let second = press(&mut model, KeyCode::Esc);
    kept(&mut model, &first, Ok(Kept::AsItWas));
    assert!(model.log.is_touched(), "the second is under way");
    kept(&mut model, &second, Ok(Kept::AsItWas));
    assert!(!model.log.is_touched());
}

#[test]
fn a_failure_is_said_once_stands_in_the_title_and_is_tried_again() {
    let mut model = form(Lang::En);
    tab_to(&mut model, "> Member's name");
    type_text(&mut model, "Dara");
    let mut effects = woke(&mut model);
    for _ in 0..3 {
        let then = kept(&mut model, &effects, Err(full()));
        assert!(tries_again(&then));
        effects = woke(&mut model);
        assert_eq!(to_keep(&effects)[0].draft.get(Column::MemberName), "Dara", "without a key");
    }
    assert_eq!(model.said.len(), 1);
    assert!(screen(&mut model).contains("! not kept yet"));
    // One attempt after the other.
    type_text(&mut model, "!");
    assert!(woke(&mut model).is_empty());
    kept(&mut model, &effects, Ok(Kept::AsItWas));
    assert!(!screen(&mut model).contains("not kept yet"));
    assert_eq!(to_keep(&woke(&mut model))[0].draft.get(Column::MemberName), "Dara!");
}

#[test]
fn leaving_the_program_asks_while_something_cannot_be_kept() {
    let mut model = form(Lang::En);
    type_text(&mut model, "x");
    let effects = woke(&mut model);
    kept(&mut model, &effects, Err(full()));
    let effects = press(&mut model, KeyCode::F(10));
    assert_eq!(to_keep(&effects).len(), 1);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Quit)));
    assert!(screen(&mut model).contains("it is lost"));
    // The marker stands on no.
    press(&mut model, KeyCode::Enter);
    assert!(model.layers.is_empty());
    press(&mut model, KeyCode::F(10));
    let effects = press(&mut model, KeyCode::Char('y'));
    assert!(matches!(effects.last(), Some(Effect::Quit)));
    // The system does not wait for answers.
    assert!(update(&mut model, Msg::Terminate).iter().any(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn a_last_attempt_that_fails_is_told_as_the_program_ends() {
    let folder = tempfile::tempdir().unwrap();
    // Without a book nothing can be kept.
    let mut program = start(folder.path(), None);
    let held = Msg::Paste("x".to_owned());
    program.model_mut().screen = Screen::Log;
    update(program.model_mut(), held);
    assert!(matches!(program.finish(), Err(RunError::NotKept(_))));
}
