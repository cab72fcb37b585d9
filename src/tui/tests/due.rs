//! What keys do on Today's list of what is due, at the gate, and where cases are put in a submission.

use super::case::screen;
use super::follow::{ENTER, agenda, answered, day, letter, play, raised, submitted, submitting};
use super::*;
use crate::app::follow::{Agenda, Task};
use crate::domain::party::Party;
use crate::domain::submission::Way;
use crate::tui::action::Context;
use crate::tui::model::Screen;

#[test]
fn what_is_due_stands_first_and_enter_does_the_next_thing() {
    let mut model = begun(Lang::En);
    let text = screen(&mut model);
    for said in
        ["To do", "! urgent", "■ overdue", "□ now", "□ in 2 days", "12 to be confirmed", "KC-S-7F3Q2X"]
    {
        assert!(text.contains(said), "no `{said}` in\n{text}");
    }
    assert!(!text.contains("to be closed"), "nothing waits to be closed:\n{text}");
    // The submission opens the first case that waits in it, with the list of replies at hand.
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, ENTER);
    let [Effect::Read(Query::Story(opened), generation)] = &effects[..] else { panic!() };
    assert_eq!((opened, model.screen), (&number(2), Screen::Case));
    update(&mut model, Msg::Answer(Answer::Story(*generation, Ok(raised()))));
    assert!(screen(&mut model).contains("What did the fund reply?"), "{}", screen(&mut model));
    // Back on Today the marker is where it was; then the one to be told.
    let mut back = play(&mut model, &[KeyCode::Esc, KeyCode::Esc]);
    back = answer(&mut model, back);
    assert!(back.is_empty() && model.screen == Screen::Today);
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, ENTER);
    let [Effect::Read(Query::Story(opened), generation)] = &effects[..] else { panic!() };
    assert_eq!(opened, &number(3));
    update(&mut model, Msg::Answer(Answer::Story(*generation, Ok(answered()))));
    assert!(screen(&mut model).contains("Tell the member of"), "{}", screen(&mut model));
}

#[test]
fn counts_of_what_waits_lead_to_those_cases_and_a_long_list_is_cut() {
    let mut model = begun(Lang::En);
    let mut many = agenda(Lang::En);
    let task = many.tasks[2].clone();
    many.tasks = (0..40).map(|index| Task { of: number(index).to_string(), ..task.clone() }).collect();
    let effects = press(&mut model, letter('r'));
    let generation = effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Agenda(_), generation) => Some(*generation),
        _ => None,
    });
    update(&mut model, Msg::Answer(Answer::Agenda(generation.unwrap(), Ok(many))));
    assert!(screen(&mut model).contains("… and 30 more"), "{}", screen(&mut model));
    let all = |model: &mut Model| drawn(model, 80, 100).join("\n").matches("Tell the member").count();
    assert_eq!(all(&mut model), 10);
    play(&mut model, &[KeyCode::Down; 10]);
    press(&mut model, ENTER);
    assert_eq!(all(&mut model), 40);
    // Urgent ones are counted first, then those to be confirmed.
    play(&mut model, &[KeyCode::Down; 31]);
    let effects = press(&mut model, ENTER);
    assert!(
        matches!(&effects[..], [Effect::Read(Query::Cases { filter, .. }, _)] if filter == "turn:confirm"),
        "{}",
        screen(&mut model)
    );
}

#[test]
fn urgent_cases_come_first_and_push_nothing_out_of_sight() {
    let mut model = begun(Lang::En);
    let mut many = agenda(Lang::En);
    let (urgent, rest) = (many.tasks.remove(0), std::mem::take(&mut many.tasks));
    many.tasks = (0..40).map(|index| Task { of: number(index).to_string(), ..urgent.clone() }).collect();
    many.tasks.extend(rest.iter().cloned());
    many.urgent = 40;
    let effects = press(&mut model, letter('r'));
    let generation = effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Agenda(_), generation) => Some(*generation),
        _ => None,
    });
    update(&mut model, Msg::Answer(Answer::Agenda(generation.unwrap(), Ok(many))));
    let text = screen(&mut model);
    assert_eq!(text.matches("Urgent: raise it").count(), 5, "{text}");
    for task in rest {
        assert!(text.contains(&task.what), "{text}");
    }
    assert!(text.contains("… and 35 more") && text.contains("40 urgent"), "{text}");
}

#[test]
fn dates_in_years_without_known_holidays_are_said_to_be_so() {
    for (lang, said) in [(Lang::En, "No holidays are known for 2031, 2032"), (Lang::Km, "២០៣១, ២០៣២")]
    {
        let mut model = begun(lang);
        assert!(!screen(&mut model).contains(said));
        let effects = press(&mut model, letter('r'));
        let generation = effects.iter().find_map(|effect| match effect {
            Effect::Read(Query::Agenda(_), generation) => Some(*generation),
            _ => None,
        });
        let late = Agenda { years_without_holidays: vec![2031, 2032], ..*agenda(lang) };
        update(&mut model, Msg::Answer(Answer::Agenda(generation.unwrap(), Ok(Box::new(late)))));
        assert!(screen(&mut model).contains(said), "{}", screen(&mut model));
    }
}

#[test]
fn what_is_due_is_asked_for_again_in_the_other_language() {
    let mut model = begun(Lang::En);
    let effects = press(&mut model, KeyCode::F(3));
    let asked = effects.iter().any(|effect| matches!(effect, Effect::Read(Query::Agenda(Lang::Km), _)));
    assert!(asked);
    answer(&mut model, effects);
    assert!(screen(&mut model).contains("បេឡាត្រូវឆ្លើយអំពីករណី"));
}

#[test]
fn a_promise_that_is_due_opens_on_its_page_where_it_is_judged() {
    let mut model = begun(Lang::En);
    play(&mut model, &[KeyCode::Down; 3]);
    press(&mut model, ENTER);
    assert_eq!((model.screen, model.context()), (Screen::Promise, Context::Promise));
}

#[test]
fn the_gate_asks_where_and_shows_what_to_say_and_begins_the_case() {
    for key in
        [KeyEvent::new(KeyCode::F(4), KeyModifiers::NONE), KeyEvent::new(letter('g'), KeyModifiers::CONTROL)]
    {
        let mut model = begun(Lang::En);
        update(&mut model, Msg::Key(key));
        assert_eq!((model.screen, model.context()), (Screen::Gate, Context::Gate));
        let asked = type_text(&mut model, "kossamak");
        // Enter pressed before the names are there takes the best as soon as it is.
        press(&mut model, ENTER);
        answer(&mut model, asked);
        assert_eq!(model.context(), Context::GateCard, "{}", screen(&mut model));
    }
    let mut model = begun(Lang::En);
    press(&mut model, KeyCode::F(4));
    let asked = type_text(&mut model, "kossamak");
    answer(&mut model, asked);
    let asked = press(&mut model, ENTER);
    assert!(matches!(&asked[..], [Effect::Write(Work::AtGate(id, _))] if *id == kossamak().id));
    answer(&mut model, asked);
    let text = drawn(&mut model, 80, 60).join("\n");
    for said in
        ["Preah Kossamak Hospital", "Say at the counter", "20 February 2025", "Fresh News", "1286", "1297"]
    {
        assert!(text.contains(said), "no `{said}` in\n{text}");
    }
    let effects = press(&mut model, ENTER);
    assert_eq!(model.screen, Screen::Log);
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Write(Work::KeepDraft { unfinished, .. }) => Some(&unfinished.draft),
        _ => None,
    });
    let kept = kept.expect("it is kept at once");
    assert_eq!(
        [Column::Facility, Column::VisitedOn, Column::Issues, Column::Channel].map(|column| kept.get(column)),
        ["N00003", "31/10/2026", "REFU:high", "phone"]
    );
    assert!(screen(&mut model).contains("can be saved"), "{}", screen(&mut model));
}

#[test]
fn from_a_facility_the_gate_knows_where_and_what_is_in_the_form_waits_as_a_draft() {
    let mut model = settled(Lang::En);
    press(&mut model, KeyCode::F(7));
    let typed = type_text(&mut model, "x");
    answer(&mut model, typed);
    let effects = press(&mut model, KeyCode::F(8));
    answer(&mut model, effects);
    for code in ["1204", "N00003"] {
        let effects = press(&mut model, ENTER);
        answer_with(&mut model, effects, code);
    }
    let effects = press(&mut model, ENTER);
    answer(&mut model, effects);
    assert_eq!(model.screen, Screen::Facility);
    let asked = press(&mut model, KeyCode::F(4));
    assert_eq!(model.context(), Context::GateCard);
    answer(&mut model, asked);
    press(&mut model, KeyCode::F(12));
    assert_eq!(model.screen, Screen::Log);
    assert!(screen(&mut model).contains("Preah Kossamak Hospital"), "{}", screen(&mut model));
    // Esc on the card goes back to the facility.
    press(&mut model, KeyCode::F(8));
}

#[test]
fn cases_are_put_in_a_submission_without_a_document() {
    let mut model = settled(Lang::En);
    press(&mut model, KeyCode::F(12));
    let effects = press(&mut model, KeyCode::BackTab);
    let [Effect::Write(Work::LookToRaise { party: Party::Nssf, check: None, .. })] = &effects[..] else {
        panic!("only the cases are looked at")
    };
    answer(&mut model, effects);
    let text = screen(&mut model);
    for said in
        ["cases: 2", "not checked: 1", "the objections were not checked", "did not agree to be counted"]
    {
        assert!(text.contains(said), "no `{said}` in\n{text}");
    }
    // In a meeting, yesterday, for all that were not checked none holds.
    press(&mut model, KeyCode::Right);
    play(&mut model, &[KeyCode::Down, ENTER]);
    (0..10).for_each(|_| drop(press(&mut model, KeyCode::Backspace)));
    type_text(&mut model, "30/10/2026");
    press(&mut model, ENTER);
    play(&mut model, &[KeyCode::Down, KeyCode::Down, ENTER]);
    let effects = press(&mut model, letter('5'));
    assert!(matches!(&effects[..], [Effect::Write(Work::LookToRaise { check: Some(_), .. })]));
    answer(&mut model, effects);
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, ENTER);
    let [Effect::Write(Work::Raise { new, file: None, generation })] = &effects[..] else { panic!() };
    assert_eq!((new.way, new.on, new.cases.len()), (Way::Meeting, day("2026-10-30"), 2));
    // Pressed twice it is put in once.
    assert!(press(&mut model, ENTER).is_empty());
    let then = update(&mut model, Msg::Answer(Answer::Submitted(*generation, Ok(submitted()))));
    assert!(then.iter().any(|effect| matches!(effect, Effect::Write(Work::LookToRaise { .. }))));
    let text = screen(&mut model);
    assert!(text.contains("Raised with the fund: 2 (KC-S-7F3Q2X)"), "{text}");
}

#[test]
fn what_was_answered_for_some_cases_is_not_taken_for_others() {
    let mut model = submitting(Lang::En);
    play(&mut model, &[KeyCode::Down, KeyCode::Down, KeyCode::Down, ENTER]);
    let effects = press(&mut model, letter('5'));
    answer(&mut model, effects);
    assert!(screen(&mut model).contains("none holds"));
    // Another period is chosen: the questions are open again.
    play(&mut model, &[KeyCode::Esc, KeyCode::Down, KeyCode::Down, ENTER]);
    let effects = press(&mut model, KeyCode::BackTab);
    assert!(
        matches!(&effects[..], [Effect::Write(Work::LookToRaise { check: None, query, .. })] if query.contains("since:"))
    );
    answer(&mut model, effects);
    assert!(screen(&mut model).contains("not checked: 1"));
}
