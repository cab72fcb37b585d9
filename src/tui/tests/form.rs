//! The form of a new case: what keys do to it, what is said beside its fields, and that what is typed is kept.

use super::*;
use crate::app::{AppError, Logged};
use crate::book::BookError;
use crate::domain::draft::{Draft, Reason, Refusal};
use crate::tui::action::Context;
use crate::tui::effect::Timer;
use crate::tui::model::Screen;

/// The form of a book without drafts.
pub(super) fn form(lang: Lang) -> Model {
    let mut model = settled(lang);
    let effects = press(&mut model, KeyCode::F(7));
    answer(&mut model, effects);
    model
}

/// Fills in what a case cannot be without; the times are next.
pub(super) fn fill(model: &mut Model) {
    let effects = type_text(model, "kossamak");
    answer(model, effects);
    press(model, KeyCode::Enter);
    type_text(model, "yesterday");
    press(model, KeyCode::Tab);
    type_text(model, "w");
    press(model, KeyCode::Tab);
}

/// The case that was handed over to be logged.
fn to_log(effects: &[Effect]) -> Option<&Draft> {
    effects.iter().find_map(|effect| match effect {
        Effect::Write(Work::Log(draft, _)) => Some(&**draft),
        _ => None,
    })
}

/// The drafts that were handed over to be kept.
pub(super) fn to_keep(effects: &[Effect]) -> Vec<&Unfinished> {
    let kept = effects.iter().filter_map(|effect| match effect {
        Effect::Write(Work::KeepDraft { unfinished, .. }) => Some(&**unfinished),
        _ => None,
    });
    kept.collect()
}

fn wakes(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Wake(0..=200, Timer::Draft, _))).count()
}

pub(super) fn woke(model: &mut Model) -> Vec<Effect> {
    update(model, Msg::Woke(Timer::Draft, Generation::default()))
}

pub(super) fn screen(model: &mut Model) -> String {
    drawn(model, 80, 24).join("\n")
}

/// Goes on until the screen shows a text.
pub(super) fn tab_to(model: &mut Model, text: &str) {
    for _ in 0..40 {
        if screen(model).contains(text) {
            return;
        }
        press(model, KeyCode::Tab);
    }
    panic!("no {text} in\n{}", screen(model));
}

#[test]
fn a_case_is_saved_only_when_the_writer_says_so() {
    let mut model = form(Lang::En);
    assert!(screen(&mut model).contains("still needed: Facility, Visit date, Issues"));
    fill(&mut model);
    assert!(screen(&mut model).contains("can be saved"));
    let effects = press(&mut model, KeyCode::F(12));
    let draft = to_log(&effects).unwrap();
    assert_eq!(draft.get(Column::Facility), "N00003");
    assert_eq!(draft.get(Column::VisitedOn), "yesterday");
    assert_eq!(draft.get(Column::Issues), "WAIT:medium");
    // Should it be refused, or the battery be flat just now: the draft went first.
    assert_eq!(to_keep(&effects)[0].draft, *draft);
    assert!(model.log.is_saving());
    assert!(!screen(&mut model).contains("Saved"));
    // No second one while the first is on its way, nothing can be typed into it, and its draft does not come back.
    assert!(press(&mut model, KeyCode::F(12)).is_empty());
    type_text(&mut model, "x");
    assert!(woke(&mut model).is_empty());
    let logged = Logged { number: number(7), warnings: Vec::new() };
    let effects = update(&mut model, Msg::Answer(Answer::Logged(Ok(logged))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Read(Query::Cases { .. }, _))));
    let shown = screen(&mut model);
    assert!(
        shown.contains("Saved: ") && shown.contains(number(7).as_str()) && shown.contains("F9"),
        "{shown}"
    );
    assert!(!model.log.is_touched());
    // Taken back, it is not saved any more.
    update(&mut model, Msg::Answer(Answer::Undone(Ok(LastDone { number: Some(number(8)), ..last_done() }))));
    assert!(!screen(&mut model).contains(number(7).as_str()));
}

#[test]
fn what_is_refused_is_said_beside_the_field_and_nothing_is_lost() {
    let mut model = form(Lang::En);
    fill(&mut model);
    press(&mut model, KeyCode::F(12));
    let refusal = Refusal { column: Column::VisitedOn, reason: Reason::Missing };
    update(&mut model, Msg::Answer(Answer::Logged(Err(AppError::Refused(vec![refusal])))));
    let shown = screen(&mut model);
    assert!(shown.contains(">*Visit date"), "{shown}");
    assert!(shown.contains("! This must be filled in. Write the day of the visit"), "{shown}");
    assert!(shown.contains("Preah Kossamak"), "{shown}");
    type_text(&mut model, "!");
    assert!(!screen(&mut model).contains("Write the day of"));
    // A draft that another window logged: nothing is logged twice, and what was typed is kept anew.
    let gone = AppError::Book(BookError::DraftGone);
    press(&mut model, KeyCode::F(12));
    update(&mut model, Msg::Answer(Answer::Logged(Err(gone))));
    assert!(screen(&mut model).contains("another window"));
    press(&mut model, KeyCode::Enter);
    assert_eq!(to_keep(&woke(&mut model)).len(), 1);
}

#[test]
fn what_is_wrong_or_odd_is_said_as_the_field_is_left() {
    let mut model = form(Lang::En);
    press(&mut model, KeyCode::Tab);
    let shown = screen(&mut model);
    assert!(shown.contains("! This must be filled in."), "{shown}");
    press(&mut model, KeyCode::BackTab);
    fill(&mut model);
    assert!(!screen(&mut model).contains('!'));
    type_text(&mut model, "25h10");
    assert!(!screen(&mut model).contains('!'));
    press(&mut model, KeyCode::Tab);
    assert!(screen(&mut model).contains("! "), "{}", screen(&mut model));
    press(&mut model, KeyCode::Up);
    press(&mut model, KeyCode::Home);
    press(&mut model, KeyCode::Delete);
    press(&mut model, KeyCode::Delete);
    type_text(&mut model, "22");
    press(&mut model, KeyCode::Down);
    type_text(&mut model, "12h30");
    press(&mut model, KeyCode::Down);
    // Over twelve hours is odd, but taken.
    let shown = screen(&mut model);
    assert!(shown.contains("? ") && !shown.contains("! "), "{shown}");
    // Three times that contradict are wrong, wherever the last of them was typed.
    tab_to(&mut model, "> Got medicine");
    type_text(&mut model, "11:00");
    press(&mut model, KeyCode::Tab);
    tab_to(&mut model, "> Arrived");
    let shown = screen(&mut model);
    assert!(shown.contains("! "), "{shown}");
}

#[test]
fn a_facility_typed_faster_than_it_is_found_is_taken_when_it_is_there() {
    let mut model = form(Lang::En);
    let effects = type_text(&mut model, "kossamak");
    press(&mut model, KeyCode::Tab);
    assert!(to_log(&press(&mut model, KeyCode::F(12))).is_none());
    let effects = answer(&mut model, effects);
    assert_eq!(to_log(&effects).unwrap().get(Column::Facility), "N00003");
}

#[test]
fn issues_cycle_from_what_the_wait_suggests() {
    let mut model = form(Lang::En);
    fill(&mut model);
    type_text(&mut model, "6h10");
    press(&mut model, KeyCode::Tab);
    type_text(&mut model, "11h40");
    press(&mut model, KeyCode::BackTab);
    press(&mut model, KeyCode::BackTab);
    // It was set before the times were known; now high comes first.
    press(&mut model, KeyCode::Backspace);
    let mut seen = Vec::new();
    for _ in 0..4 {
        type_text(&mut model, "W");
        seen.push(model.log.draft().get(Column::Issues).to_owned());
    }
    assert_eq!(seen, ["WAIT:high", "WAIT:low", "WAIT:medium", ""]);
    // A Khmer keyboard: the key of `p`.
    type_text(&mut model, "ផ");
    assert_eq!(model.log.draft().get(Column::Issues), "PAY:medium");
    // Why is asked beside what was paid; what is typed next is still the time.
    press(&mut model, KeyCode::Tab);
    assert!(screen(&mut model).contains("> Arrived"));
    tab_to(&mut model, "> Why asked to pay");
    type_text(&mut model, "informal");
    assert_eq!(model.log.draft().get(Column::Issues), "PAY:medium", "letters choose nothing");
    type_text(&mut model, "3");
    assert_eq!(model.log.draft().get(Column::Issues), "PAY:medium:informal");
}

#[test]
fn consent_is_only_what_was_agreed_to() {
    let mut model = form(Lang::En);
    tab_to(&mut model, "May we count");
    type_text(&mut model, "y");
    press(&mut model, KeyCode::Tab);
    type_text(&mut model, "n");
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Right);
    assert_eq!(model.log.draft().get(Column::Consent), "count;name");
    assert_eq!(model.log.form().declined, [Purpose::Story].into());
}

#[test]
fn every_key_is_soon_handed_over_to_be_kept() {
    let mut model = form(Lang::Km);
    tab_to(&mut model, "> ឈ្មោះសមាជិក");
    let effects = type_text(&mut model, "សុខ");
    assert_eq!((wakes(&effects), to_keep(&effects).len()), (1, 0), "one timer for all keys");
    let effects = woke(&mut model);
    assert_eq!(to_keep(&effects)[0].draft.get(Column::MemberName), "សុខ");
    assert!(woke(&mut model).is_empty(), "nothing new");
    let effects = type_text(&mut model, " ដារ៉ា");
    assert_eq!(wakes(&effects), 1);
    // Leaving the screen does not wait for the timer, nor does the system's end of the program.
    let effects = press(&mut model, KeyCode::F(6));
    assert_eq!(to_keep(&effects)[0].draft.get(Column::MemberName), "សុខ ដារ៉ា");
    press(&mut model, KeyCode::F(7));
    type_text(&mut model, "1");
    let effects = update(&mut model, Msg::Terminate);
    assert!(matches!(&effects[..], [Effect::Write(Work::KeepDraft { .. }), Effect::Quit]));
    // What could not be kept is tried again.
    type_text(&mut model, "2");
    let effects = woke(&mut model);
    let Some(Effect::Write(Work::KeepDraft { form, .. })) = effects.first() else { panic!() };
    for _ in 0..3 {
        update(&mut model, Msg::Answer(Answer::DraftKept(*form, Ok(Kept::AsItWas))));
    }
    let failed = AppError::Book(BookError::Full("/book".into()));
    update(&mut model, Msg::Answer(Answer::DraftKept(*form, Err(failed))));
    assert!(model.toast.is_some());
    assert_eq!(to_keep(&woke(&mut model)).len(), 1);
}

#[test]
fn leaving_the_form_keeps_a_draft_and_quitting_asks_nothing() {
    let mut model = form(Lang::En);
    let effects = press(&mut model, KeyCode::Esc);
    assert!(to_keep(&effects).is_empty() && model.screen == Screen::Cases && model.toast.is_none());
    press(&mut model, KeyCode::F(7));
    fill(&mut model);
    let effects = press(&mut model, KeyCode::Esc);
    assert_eq!(to_keep(&effects).len(), 1);
    // It is the only copy, and said to be kept, until it is on the disk.
    assert!(model.log.is_touched() && !screen(&mut model).contains("Kept as a draft"));
    answer(&mut model, effects);
    assert!(!model.log.is_touched());
    assert!(screen(&mut model).contains("Kept as a draft"));
    press(&mut model, KeyCode::F(7));
    fill(&mut model);
    let effects = press(&mut model, KeyCode::F(10));
    assert!(matches!(&effects[..], [Effect::Write(Work::KeepDraft { .. }), Effect::Quit]));
}

#[test]
fn an_empty_form_offers_the_newest_draft_and_goes_on_with_it() {
    let mut model = form(Lang::En);
    update(&mut model, Msg::Answer(Answer::Drafts(Ok(waiting(2)))));
    let shown = screen(&mut model);
    assert!(shown.contains("2 drafts wait: Preah Kossamak Hospital"), "{shown}");
    let effects = press(&mut model, KeyCode::F(4));
    let Some(Effect::Write(Work::TakeUpDraft(id, form))) = effects.into_iter().next() else { panic!() };
    assert_eq!(id, waiting(1)[0].id);
    // What is typed before it is there would be lost in it.
    assert!(type_text(&mut model, "x").is_empty());
    update(&mut model, Msg::Answer(Answer::DraftTakenUp(form, Ok(taken_up()))));
    assert_eq!(model.log.form(), taken_up().draft.form);
    assert!(to_keep(&woke(&mut model)).is_empty(), "nothing was changed");
    let shown = screen(&mut model);
    assert!(shown.contains(">*Visit date") && shown.contains("needed: Visit date"), "{shown}");
    assert!(shown.contains("Preah Kossamak") && !shown.contains("drafts wait"), "{shown}");
    type_text(&mut model, "yesterday");
    let effects = press(&mut model, KeyCode::F(12));
    assert_eq!(to_log(&effects).unwrap().get(Column::PatientSex), "female");
}

#[test]
fn what_was_thrown_away_can_be_brought_back() {
    let mut model = form(Lang::En);
    update(&mut model, Msg::Answer(Answer::Drafts(Ok(waiting(1)))));
    fill(&mut model);
    let before = model.log.form();
    press(&mut model, KeyCode::Up);
    for _ in 0..3 {
        press(&mut model, KeyCode::BackTab);
    }
    // The buttons are behind the last field.
    let shown = screen(&mut model);
    assert!(shown.contains(">[ Save ]"), "{shown}");
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Right);
    let effects = press(&mut model, KeyCode::Enter);
    assert!(matches!(effects.first(), Some(Effect::Write(Work::DropDraft(_)))));
    assert!(!model.log.is_touched());
    let shown = screen(&mut model);
    assert!(shown.contains("Thrown away. F9 brings it back.") && !shown.contains("draft waits"), "{shown}");
    let effects = update(&mut model, Msg::Answer(Answer::DraftDropped(Ok(()))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Read(Query::Drafts, _))));
    let effects = press(&mut model, KeyCode::F(9));
    assert_eq!(to_keep(&effects), [&before]);
    assert_eq!(model.log.form(), before);
    // Once something else is begun, F9 is the undo of the book again.
    update(&mut model, Msg::Key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::CONTROL)));
    press(&mut model, KeyCode::F(7));
    type_text(&mut model, "a");
    press(&mut model, KeyCode::F(9));
    assert_eq!(model.context(), Context::Message);
}

#[test]
fn yesterday_stays_the_day_it_was_when_the_form_is_open_over_midnight() {
    let mut model = form(Lang::En);
    fill(&mut model);
    update(&mut model, Msg::Today(today().succ_opt().unwrap()));
    assert_eq!(model.log.draft().get(Column::VisitedOn), "2026-10-30");
}

#[test]
fn the_story_has_the_screen_for_itself() {
    let mut model = form(Lang::En);
    fill(&mut model);
    tab_to(&mut model, "> What happened");
    type_text(&mut model, "First");
    assert_eq!(model.context(), Context::Story);
    press(&mut model, KeyCode::Enter);
    type_text(&mut model, "second ");
    update(&mut model, Msg::Paste("pasted\r\nthird".to_owned()));
    let shown = drawn(&mut model, 80, 24);
    assert!(shown[2].contains("First") && shown[3].contains("second pasted"), "{}", shown.join("\n"));
    assert!(!shown.concat().contains("Facility"));
    // Own editors are not allowed unless the settings say so, and the toast says where.
    let held = |letter| Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
    let effects = update(&mut model, held('e'));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Edit(_))));
    assert!(screen(&mut model).contains("settings"));
    model.preferences.editor = true;
    let effects = update(&mut model, held('e'));
    let [Effect::Write(Work::KeepDraft { .. }), Effect::Edit(text)] = &effects[..] else { panic!() };
    assert_eq!(text.as_str(), "First\nsecond pasted\nthird");
    let effects = update(&mut model, Msg::Edited(Ok("រង់ចាំ\nយូរ\n".to_owned().into())));
    assert_eq!(wakes(&effects), 0, "one runs already");
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.context(), Context::Log);
    assert_eq!(model.log.draft().get(Column::Narrative), "រង់ចាំ\nយូរ");
    assert!(screen(&mut model).contains("> What happened"));
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Tab);
    assert_eq!(model.context(), Context::Log);
}

#[test]
fn a_paste_goes_into_every_text_and_only_the_story_keeps_its_lines() {
    let mut model = form(Lang::En);
    let effects = update(&mut model, Msg::Paste("preah\nkossamak".to_owned()));
    assert!(
        matches!(&effects[..], [Effect::Read(Query::Facilities(text), _), Effect::Wake(..)] if text == "preah kossamak")
    );
    tab_to(&mut model, ">*Issues");
    let before = model.log.form();
    update(&mut model, Msg::Paste("wdr".to_owned()));
    assert_eq!(model.log.form(), before);
    assert!(screen(&mut model).contains("cannot be pasted here"), "it does not vanish without a word");
    tab_to(&mut model, "> Member's name");
    update(&mut model, Msg::Paste("សុខ\nដារ៉ា".to_owned()));
    assert_eq!(model.log.draft().get(Column::MemberName), "សុខ ដារ៉ា");
}

#[test]
fn clicks_go_to_fields_choose_and_press_the_buttons() {
    let mut model = form(Lang::En);
    fill(&mut model);
    drawn(&mut model, 120, 40);
    let click = |model: &mut Model, text: &str| {
        let lines = drawn(model, 120, 40);
        let row = lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}"));
        let column = lines[row].find(text).unwrap() as u16;
        let kind = crossterm::event::MouseEventKind::Down(crossterm::event::MouseButton::Left);
        let event =
            crossterm::event::MouseEvent { kind, column, row: row as u16, modifiers: KeyModifiers::NONE };
        update(model, Msg::Mouse(event))
    };
    click(&mut model, "Who pays");
    click(&mut model, "1 NSSF card");
    assert_eq!(model.log.draft().get(Column::Payer), "nssf");
    let effects = click(&mut model, "[ Save ]");
    assert!(to_log(&effects).is_some());
}
