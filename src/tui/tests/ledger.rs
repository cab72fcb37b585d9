//! Promises, parties, submissions and process figures: what keys do to them.

use super::ledger_made::{day, done, found, promises};
use super::ledger_screens::{A, DOWN, ENTER, TAB, W, Y, at, at_submission};
use super::*;
use crate::app::AppError;
use crate::app::follow::FollowError;
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::submission::Way;
use crate::domain::values::PartyOutcome;
use crate::tui::action::Context;
use crate::tui::effect::ledger::{LedgerDeed, Look, Meant};
use crate::tui::layers::{Layer, Question};
use crate::tui::model::Screen;

/// The one thing that is entered, with its number.
fn entered(effects: Vec<Effect>) -> (LedgerDeed, Generation) {
    let found = effects.into_iter().find_map(|effect| match effect {
        Effect::Write(Work::Enter(deed, generation)) => Some((*deed, generation)),
        _ => None,
    });
    found.expect("nothing is entered")
}

/// What is looked up.
fn looked(effects: &[Effect]) -> Vec<&Look> {
    fn look(effect: &Effect) -> Option<&Look> {
        match effect {
            Effect::Write(Work::Look(look, _)) => Some(look),
            _ => None,
        }
    }
    effects.iter().filter_map(look).collect()
}

fn screen(model: &mut Model) -> String {
    drawn(model, 80, 24).join("\n")
}

/// The same in one line, as it is read.
fn said(model: &mut Model) -> String {
    let lines = drawn(model, 80, 24);
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

fn answer_deed(model: &mut Model, (deed, generation): (LedgerDeed, Generation)) -> Vec<Effect> {
    let done = done(&deed);
    update(model, Msg::Answer(Answer::Entered(generation, Box::new(deed), Ok(done))))
}

#[test]
fn the_ledger_is_narrowed_by_fate_party_and_place_and_counts_what_is_left() {
    let mut model = at(Lang::En, &[W]);
    press(&mut model, DOWN);
    // All, then pending, then overdue.
    press(&mut model, KeyCode::Char('f'));
    assert!(screen(&mut model).contains("> ● 02/11/2026"), "the marker stays on its promise");
    press(&mut model, KeyCode::Char('f'));
    let shown = screen(&mut model);
    assert!(shown.contains("> ▲ 20/10/2026") && !shown.contains("02/11/2026"), "{shown}");
    assert!(shown.contains("Of 7:"), "the counts are of all fates");
    press(&mut model, KeyCode::Char('p'));
    assert!(screen(&mut model).contains("Of 3: 1 kept, 1 in part, 1 broken"), "{}", screen(&mut model));
    assert!(screen(&mut model).contains("No promise fits what is chosen."));
    assert!(press(&mut model, KeyCode::Esc).is_empty(), "first the filter goes");
    assert!(screen(&mut model).contains("Of 7:"));
    press(&mut model, KeyCode::Char('g'));
    assert!(screen(&mut model).contains("The whole country"), "{}", screen(&mut model));
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Today);
}

#[test]
fn a_promise_is_written_down_and_the_marker_is_on_it() {
    let mut model = at(Lang::En, &[W, KeyCode::Char('+')]);
    // The party comes from the list, searched by typing.
    press(&mut model, ENTER);
    assert_eq!(model.context(), Context::Menu);
    type_text(&mut model, "kandal");
    press(&mut model, ENTER);
    assert!(screen(&mut model).contains("Kandal NSSF"));
    type_text(&mut model, "two agents in the morning");
    press(&mut model, TAB);
    type_text(&mut model, "32/12/2026");
    press(&mut model, KeyCode::F(12));
    assert!(screen(&mut model).contains("! "), "no such day");
    for _ in 0..10 {
        press(&mut model, KeyCode::Backspace);
    }
    type_text(&mut model, "31/12/2026");
    let (deed, generation) = entered(press(&mut model, KeyCode::F(12)));
    let LedgerDeed::Promise { by, what, due, on, place, .. } = &deed else { panic!("{deed:?}") };
    assert_eq!(*by, Meant::Party("nssf-branch:08".parse().unwrap()));
    assert_eq!((what.as_str(), *due, *on), ("two agents in the morning", Some(day("2026-12-31")), today()));
    assert!(place.is_empty());
    // While it is on its way nothing is typed, and it is not left.
    type_text(&mut model, "x");
    press(&mut model, KeyCode::Esc);
    assert!(model.screen == Screen::Sheet && screen(&mut model).contains("Saving"));
    let effects = answer_deed(&mut model, (deed, generation));
    assert_eq!(model.screen, Screen::Promises);
    assert!(matches!(looked(&effects)[..], [Look::Promises]));
    assert!(screen(&mut model).contains("The promise is written down. F9 takes it back."));
}

#[test]
fn what_is_typed_into_a_form_is_dropped_only_on_purpose() {
    let mut model = at(Lang::En, &[W, KeyCode::Char('+'), TAB]);
    type_text(&mut model, "x");
    press(&mut model, KeyCode::Esc);
    let asks = |model: &Model, question| matches!(model.layers.last(), Some(Layer::Message(message)) if message.question == Some(question));
    assert!(asks(&model, Question::DropSheet));
    // The marker stands on no.
    press(&mut model, ENTER);
    assert!(model.layers.is_empty() && model.screen == Screen::Sheet);
    press(&mut model, KeyCode::F(10));
    assert!(asks(&model, Question::QuitUnkept));
    press(&mut model, KeyCode::Esc);
    // Neither the header nor a key of another screen leaves it.
    press(&mut model, KeyCode::F(6));
    assert_eq!(model.screen, Screen::Sheet);
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Char('y'));
    assert_eq!(model.screen, Screen::Promises);
}

#[test]
fn a_judgement_rests_on_members_word_or_the_waits_and_on_nothing_it_is_refused() {
    let mut model = at(Lang::En, &[W, ENTER, KeyCode::F(4)]);
    let effects = press(&mut model, KeyCode::F(12));
    assert!(effects.is_empty() && screen(&mut model).contains("> Members asked"), "the number is missing");
    type_text(&mut model, "9");
    press(&mut model, ENTER);
    type_text(&mut model, "៧");
    let (deed, _) = entered(press(&mut model, KeyCode::F(12)));
    let LedgerDeed::Judge { fate, members, by_waits, .. } = deed else { panic!() };
    assert_eq!((fate, members, by_waits), (Fate::Kept, Some(MembersWord { asked: 9, kept: 7 }), false));

    // Judged with the waits in view, it rests on them.
    let mut model = at(Lang::En, &[W, ENTER, TAB, KeyCode::Char('v')]);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Right);
    assert!(!screen(&mut model).contains("Members asked"));
    let (deed, _) = entered(press(&mut model, KeyCode::F(12)));
    assert!(matches!(deed, LedgerDeed::Judge { fate: Fate::Broken, members: None, by_waits: true, .. }));

    let mut model = at(Lang::En, &[W, ENTER, KeyCode::F(4), DOWN]);
    press(&mut model, KeyCode::Left);
    let (deed, generation) = entered(press(&mut model, KeyCode::F(12)));
    let refused = Err(AppError::Follow(FollowError::NoBasis));
    update(&mut model, Msg::Answer(Answer::Entered(generation, Box::new(deed), refused)));
    let shown = said(&mut model);
    assert!(model.screen == Screen::Sheet && shown.contains("not by the promiser."), "{shown}");
    assert!(shown.contains("Choose what it rests on") && !shown.contains("--members"), "{shown}");
}

#[test]
fn the_waits_are_one_key_away_and_asked_for_only_then() {
    let mut model = at(Lang::En, &[W]);
    let effects = press(&mut model, ENTER);
    assert!(matches!(looked(&effects)[..], [Look::Promise(_, false)]));
    answer(&mut model, effects);
    let effects = press(&mut model, TAB);
    assert!(matches!(looked(&effects)[..], [Look::Promise(_, true)]));
    answer(&mut model, effects);
    assert!(screen(&mut model).contains("Before and after 20/10/2026"));
    assert!(press(&mut model, TAB).is_empty());
    assert!(!screen(&mut model).contains("Before and after 20/10/2026"));
    // Enter offers what can be done.
    press(&mut model, ENTER);
    assert!(screen(&mut model).contains(">Judge – "));
    press(&mut model, KeyCode::Esc);
    let effects = press(&mut model, KeyCode::Char('o'));
    assert!(matches!(looked(&effects)[..], [Look::Submission(_)]) && model.screen == Screen::Submission);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Promise);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Promises);
}

#[test]
fn a_reply_has_an_outcome_for_all_or_for_each_and_an_interim_one_moves_the_date() {
    let mut model = at_submission(Lang::En);
    press(&mut model, KeyCode::F(4));
    // Only one case waits: it needs no row of its own.
    press(&mut model, KeyCode::Right);
    press(&mut model, TAB);
    press(&mut model, ENTER);
    assert_eq!(model.context(), Context::LongPrompt);
    type_text(&mut model, "we looked into it");
    press(&mut model, KeyCode::F(12));
    let (deed, generation) = entered(press(&mut model, KeyCode::F(12)));
    let LedgerDeed::Reply { outcome, text, until: None, of_cases, way: None, .. } = &deed else { panic!() };
    assert_eq!((*outcome, text.as_str()), (Some(PartyOutcome::Partly), "we looked into it"));
    assert!(of_cases.is_empty());
    let effects = answer_deed(&mut model, (deed, generation));
    assert!(model.screen == Screen::Submission && matches!(looked(&effects)[..], [Look::Submission(_)]));
    assert!(screen(&mut model).contains("Their members are to be told. F9 takes it back."));

    press(&mut model, KeyCode::Char('i'));
    assert!(press(&mut model, KeyCode::F(12)).is_empty(), "a date is needed");
    type_text(&mut model, "16/11/2026");
    let (deed, _) = entered(press(&mut model, KeyCode::F(12)));
    let LedgerDeed::Reply { until, outcome: None, .. } = deed else { panic!() };
    assert_eq!(until, Some(day("2026-11-16")));
}

#[test]
fn many_cases_are_answered_each_by_its_own_row() {
    let mut model = at_submission(Lang::En);
    let mut page = super::ledger_made::submission_page();
    page.cases[0].outcome = None;
    let effects = press(&mut model, KeyCode::Char('r'));
    for effect in effects {
        if let Effect::Write(Work::Look(look, generation)) = effect {
            let found = crate::tui::effect::ledger::Found::Submission(Box::new(page.clone()));
            update(&mut model, Msg::Answer(Answer::Looked(look, generation, Ok(found))));
        }
    }
    press(&mut model, KeyCode::F(4));
    press(&mut model, DOWN);
    press(&mut model, DOWN);
    assert!(screen(&mut model).contains(&format!("> {}", number(2))));
    press(&mut model, KeyCode::Left);
    let (deed, _) = entered(press(&mut model, KeyCode::F(12)));
    let LedgerDeed::Reply { outcome, of_cases, .. } = deed else { panic!() };
    assert_eq!(outcome, Some(PartyOutcome::Upheld));
    assert_eq!(of_cases.into_iter().collect::<Vec<_>>(), [(number(2), PartyOutcome::NoAnswer)]);
}

#[test]
fn the_clock_is_stopped_a_case_opened_and_what_is_not_settled_taken_higher() {
    let mut model = at_submission(Lang::En);
    press(&mut model, KeyCode::Char('p'));
    press(&mut model, DOWN);
    type_text(&mut model, "consent");
    let (deed, generation) = entered(press(&mut model, KeyCode::F(12)));
    assert!(matches!(&deed, LedgerDeed::Clock { stops: true, why, .. } if why == "consent"));
    let effects = answer_deed(&mut model, (deed, generation));
    answer(&mut model, effects);
    // It was acknowledged: that is not asked again.
    assert!(matches!(press(&mut model, KeyCode::Char('e'))[..], [Effect::Wake(..)]));
    let effects = press(&mut model, ENTER);
    assert!(matches!(&effects[..], [Effect::Read(Query::Story(of), _)] if *of == number(1)));
    answer(&mut model, effects);
    let effects = press(&mut model, KeyCode::Esc);
    answer(&mut model, effects);
    assert_eq!(model.screen, Screen::Submission);
    press(&mut model, KeyCode::F(12));
    let shown = screen(&mut model);
    assert!(
        shown.contains("A rung higher with what is not settled: 2") && shown.contains("Health department"),
        "{shown}"
    );
    let (deed, generation) = entered(press(&mut model, KeyCode::F(12)));
    let LedgerDeed::Escalate { to, way: Way::Letter, .. } = &deed else { panic!("{deed:?}") };
    assert_eq!(*to, Meant::Party("phd:08".parse().unwrap()));
    answer_deed(&mut model, (deed, generation));
    assert_eq!(model.screen, Screen::Submission);
    // Back past both to the party.
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Party);
}

#[test]
fn people_are_searched_and_what_is_known_of_them_is_changed() {
    let mut model = at(Lang::En, &[A]);
    press(&mut model, KeyCode::F(4));
    assert_eq!(model.context(), Context::Filter);
    type_text(&mut model, "dara");
    press(&mut model, ENTER);
    let effects = press(&mut model, ENTER);
    let [Look::Party(party)] = looked(&effects)[..] else { panic!() };
    assert_eq!(party.to_string(), "nssf-branch:08");
    answer(&mut model, effects);
    press(&mut model, ENTER);
    type_text(&mut model, " II");
    let (deed, generation) = entered(press(&mut model, KeyCode::F(12)));
    let LedgerDeed::Describe(described) = &deed else { panic!() };
    assert_eq!(described.contacts[0].name, "Sok Dara II");
    let effects = answer_deed(&mut model, (deed, generation));
    answer(&mut model, effects);
    assert_eq!(model.screen, Screen::Party);
    let (deed, _) = entered(press(&mut model, KeyCode::Delete));
    assert!(matches!(&deed, LedgerDeed::Describe(described) if described.contacts.is_empty()));
    press(&mut model, DOWN);
    assert!(matches!(press(&mut model, KeyCode::Delete)[..], [Effect::Wake(..)]), "that is nobody");
    press(&mut model, ENTER);
    for _ in 0..2 {
        press(&mut model, KeyCode::Backspace);
    }
    type_text(&mut model, "five");
    assert!(press(&mut model, KeyCode::F(12)).is_empty());
    assert!(screen(&mut model).contains("A number belongs here."));
}

#[test]
fn a_party_of_one_s_own_is_added_and_opened() {
    let mut model = at(Lang::En, &[A, KeyCode::F(12)]);
    press(&mut model, ENTER);
    type_text(&mut model, "commune council");
    let (deed, generation) = entered(press(&mut model, ENTER));
    let LedgerDeed::Add(Meant::Party(party)) = &deed else { panic!("{deed:?}") };
    assert_eq!(party.to_string(), "other:\"commune council\"");
    let effects = answer_deed(&mut model, (deed, generation));
    assert!(looked(&effects).iter().any(|look| matches!(look, Look::Party(_))));
    assert_eq!(model.screen, Screen::Party);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::People);
}

#[test]
fn the_ladder_of_a_case_is_one_key_away() {
    let mut model = at(Lang::En, &[ENTER]);
    assert_eq!(model.screen, Screen::Case);
    let effects = press(&mut model, KeyCode::Char('z'));
    let [Look::Ladder(id, Some(case))] = looked(&effects)[..] else { panic!() };
    assert_eq!((id, case), (&kossamak().id, &number(1)));
    answer(&mut model, effects);
    assert!(screen(&mut model).contains("as far as: Kandal NSSF · next: Health"));
    let effects = press(&mut model, ENTER);
    assert!(matches!(looked(&effects)[..], [Look::Party(_)]));
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Ladder);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Case);
}

#[test]
fn process_figures_are_grouped_filtered_and_never_rank_what_is_small() {
    let mut model = at(Lang::En, &[Y]);
    let shown = screen(&mut model);
    let row = |name: &str| shown.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(row("Kandal NSSF").starts_with("  1") && row("Preah").starts_with("  2"), "{shown}");
    assert!(row("Ministry").starts_with("     "), "{shown}");
    let effects = press(&mut model, TAB);
    let [Look::Process(request)] = looked(&effects)[..] else { panic!() };
    assert_eq!(request.by, crate::app::follow::ProcessBy::Province);
    answer(&mut model, effects);
    press(&mut model, KeyCode::Char('/'));
    assert!(type_text(&mut model, "issue:WAIT").is_empty(), "counted when it is done");
    let effects = press(&mut model, ENTER);
    let [Look::Process(request)] = looked(&effects)[..] else { panic!() };
    assert_eq!(request.query, "issue:WAIT");
    answer(&mut model, effects);
    press(&mut model, KeyCode::Char('p'));
    press(&mut model, DOWN);
    let effects = press(&mut model, ENTER);
    let [Look::Process(request)] = looked(&effects)[..] else { panic!() };
    assert_eq!(request.span.since, Some(day("2025-11-01")));
}

#[test]
fn a_promise_that_was_taken_back_is_left_without_a_word() {
    let mut model = at(Lang::En, &[W, ENTER]);
    let undone = LastDone { kinds: vec![Kind::Promised], number: None, ..last_done() };
    let effects = update(&mut model, Msg::Answer(Answer::Undone(Ok(undone))));
    assert!(screen(&mut model).contains("Taken back: the promise that was written down"));
    for effect in effects {
        if let Effect::Write(Work::Look(look, generation)) = effect {
            let gone = Err(AppError::Follow(FollowError::NoHandle("KC-P-000001".to_owned())));
            update(&mut model, Msg::Answer(Answer::Looked(look, generation, gone)));
        }
    }
    assert_eq!(model.screen, Screen::Promises);
    assert!(model.said.len() == 1, "nothing more is said");
    assert_eq!(promises().len(), 7);
    assert!(matches!(found(&Look::Promises), crate::tui::effect::ledger::Found::Promises(_)));
}
