//! (model, keys) → (model, effects), screen by screen.

use super::*;
use crate::app::AppError;
use crate::book::{BookError, GroupBy};
use crate::domain::filter::Test;
use crate::tui::action::Context;
use crate::tui::effect::{Refused, Timer};
use crate::tui::layers::{Layer, Question};
use crate::tui::model::Screen;

fn refused(error: BookError) -> Msg {
    let refused = Refused { error: error.into(), backups: vec!["/b1".into()], was_making: false };
    Msg::Answer(Answer::NotOpened(Box::new(refused)))
}

fn question(model: &Model) -> Option<Question> {
    match model.layers.last() {
        Some(Layer::Message(message)) => message.question,
        _ => None,
    }
}

#[test]
fn a_first_start_makes_a_book_and_shows_its_code_once() {
    let mut model = model(Lang::En);
    update(&mut model, refused(BookError::NotFound("/book".into())));
    assert_eq!(model.screen, Screen::Welcome);
    press(&mut model, KeyCode::Enter);
    assert_eq!(model.context(), Context::Make);
    for text in ["KC", "Sok Dara", "secret words"] {
        type_text(&mut model, text);
        press(&mut model, KeyCode::Enter);
    }
    type_text(&mut model, "secret word");
    assert!(press(&mut model, KeyCode::Enter).is_empty());
    type_text(&mut model, "s");
    let effects = press(&mut model, KeyCode::Enter);
    let [Effect::Write(Work::Make { desk, officer, passphrase })] = effects.as_slice() else {
        panic!("no book was made");
    };
    assert_eq!((desk.as_str(), officer.as_str(), passphrase.as_str()), ("KC", "Sok Dara", "secret words"));
    let mut made = opened(false);
    made.recovery_code = Some("ABCDE-12345".to_owned().into());
    update(&mut model, Msg::Answer(Answer::Opened(made)));
    assert!(drawn(&mut model, 80, 24).concat().contains("ABCDE-12345"));
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(model.screen, Screen::Today);
    assert!(matches!(
        effects.as_slice(),
        [
            Effect::Read(Query::Day, _),
            Effect::Read(Query::Drafts, _),
            Effect::Read(Query::Agenda(_), _),
            Effect::Read(Query::Rising, _)
        ]
    ));
    assert!(!drawn(&mut model, 80, 24).concat().contains("ABCDE-12345"));
}

#[test]
fn a_book_without_a_passphrase_is_made_only_when_that_is_meant() {
    let mut model = model(Lang::En);
    update(&mut model, refused(BookError::NotFound("/book".into())));
    type_text(&mut model, "1");
    type_text(&mut model, "KC");
    press(&mut model, KeyCode::Down);
    type_text(&mut model, "Sok");
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    assert!(press(&mut model, KeyCode::Enter).is_empty());
    assert_eq!(question(&model), Some(Question::MakeInClear));
    press(&mut model, KeyCode::Esc);
    assert!(model.layers.is_empty());
    press(&mut model, KeyCode::Enter);
    let effects = press(&mut model, KeyCode::Char('y'));
    assert!(matches!(effects.as_slice(), [Effect::Write(Work::Make { .. })]));
    let mut in_clear = opened(false);
    in_clear.is_encrypted = false;
    update(&mut model, Msg::Answer(Answer::Opened(in_clear)));
    assert!(drawn(&mut model, 80, 24).concat().contains("not encrypted"));
}

#[test]
fn a_wrong_passphrase_is_asked_again() {
    let mut model = model(Lang::En);
    update(&mut model, refused(BookError::PassphraseMissing));
    type_text(&mut model, "wrong");
    let effects = press(&mut model, KeyCode::Enter);
    assert!(matches!(effects.as_slice(), [Effect::Write(Work::Open(Some(_)))]));
    update(&mut model, refused(BookError::PassphraseWrong));
    assert_eq!(model.context(), Context::Unlock);
    assert!(drawn(&mut model, 80, 24).concat().contains("The passphrase is wrong"));
    // The letters of the old one are gone.
    assert!(!drawn(&mut model, 80, 24).concat().contains("*****"));
}

#[test]
fn a_damaged_book_is_touched_only_after_a_question() {
    let mut model = model(Lang::En);
    update(&mut model, refused(BookError::KeysLost("/book.keys".into())));
    assert!(drawn(&mut model, 80, 24).concat().contains("/b1"));
    press(&mut model, KeyCode::Down);
    assert!(press(&mut model, KeyCode::Enter).is_empty());
    assert_eq!(question(&model), Some(Question::Restore));
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Down);
    assert!(press(&mut model, KeyCode::Enter).is_empty());
    assert_eq!(question(&model), Some(Question::SetAside));
    // Enter alone says no: nothing grave is done by a slip.
    assert!(press(&mut model, KeyCode::Enter).is_empty() && model.layers.is_empty());
    press(&mut model, KeyCode::Enter);
    let effects = press(&mut model, KeyCode::Char('y'));
    assert!(matches!(effects.as_slice(), [Effect::Write(Work::SetAside)]));
    update(&mut model, Msg::Answer(Answer::SetAside(Ok("/book.damaged".into()))));
    assert_eq!(model.screen, Screen::Welcome);
}

#[test]
fn the_filter_asks_at_every_letter_and_old_answers_are_dropped() {
    let mut model = settled(Lang::En);
    press(&mut model, KeyCode::Char('/'));
    let effects = type_text(&mut model, "so");
    let asked: Vec<(String, Generation)> = effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Read(Query::Cases { filter, .. }, generation) => Some((filter, generation)),
            _ => None,
        })
        .collect();
    assert_eq!(asked.iter().map(|(filter, _)| filter.as_str()).collect::<Vec<_>>(), ["s", "so"]);
    update(&mut model, Msg::Answer(Answer::Cases(asked[1].1, Ok(page(2, 0)))));
    update(&mut model, Msg::Answer(Answer::Cases(asked[0].1, Ok(page(7, 0)))));
    assert!(drawn(&mut model, 80, 24).concat().contains("Cases: 2"));
    // Esc clears it, and a second one finds nothing to clear.
    let effects = press(&mut model, KeyCode::Esc);
    assert!(matches!(&effects[..], [Effect::Read(Query::Cases { filter, .. }, _)] if filter.is_empty()));
    assert!(matches!(press(&mut model, KeyCode::Esc).as_slice(), [Effect::Wake(..)]));
}

#[test]
fn a_filter_that_cannot_be_read_says_so_and_keeps_the_list() {
    let mut model = settled(Lang::En);
    press(&mut model, KeyCode::F(4));
    let effects = type_text(&mut model, "x");
    let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
    let mut finder = crate::app::Finder::default();
    let table = crate::book::FacilityTable::default();
    let error =
        crate::domain::filter::parse("provnce:08", &finder.names(&table, crate::i18n::Lang::En)).unwrap_err();
    update(&mut model, Msg::Answer(Answer::Cases(generation, Err(error.into()))));
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.contains("provnce") && screen.contains("province"), "{screen}");
    assert!(screen.contains("KC-"), "{screen}");
}

#[test]
fn rows_far_down_are_fetched_when_the_marker_comes_near() {
    let mut model = settled(Lang::En);
    let effects = press(&mut model, KeyCode::End);
    let offset = effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Cases { offset, .. }, _) => Some(*offset),
        _ => None,
    });
    assert_eq!(offset, Some(849));
    answer(&mut model, effects);
    assert!(drawn(&mut model, 80, 24).concat().contains(number(1_000).as_str()));
}

#[test]
fn the_ranking_goes_down_to_the_cases_and_back() {
    let mut model = settled(Lang::En);
    let effects = press(&mut model, KeyCode::F(8));
    answer(&mut model, effects);
    let effects = press(&mut model, KeyCode::Enter);
    let [Effect::Read(Query::Hotspots { inside, by, .. }, _)] = effects.as_slice() else { panic!() };
    assert_eq!(*by, GroupBy::District);
    assert!(matches!(inside.as_slice(), [Test::Place(_)]));
    answer(&mut model, effects);
    let effects = press(&mut model, KeyCode::Enter);
    let mut facilities = ranking();
    facilities.groups[0].key = Some("N00003".to_owned());
    let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
    update(&mut model, Msg::Answer(Answer::Hotspots(generation, Ok(facilities))));
    press(&mut model, KeyCode::Enter);
    assert_eq!(model.screen, Screen::Facility);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(model.screen, Screen::Cases);
    assert!(
        matches!(&effects[..], [Effect::Read(Query::Cases { filter, .. }, _)] if filter == "facility:N00003")
    );
    press(&mut model, KeyCode::F(8));
    for _ in 0..2 {
        let effects = press(&mut model, KeyCode::Left);
        answer(&mut model, effects);
        assert_eq!(model.screen, Screen::Hotspots);
    }
    press(&mut model, KeyCode::Backspace);
    assert_eq!(model.screen, Screen::Cases);
}

#[test]
fn undo_asks_and_then_tells() {
    let mut model = settled(Lang::En);
    let effects = press(&mut model, KeyCode::Char('u'));
    assert_eq!(question(&model), Some(Question::Undo(None)));
    answer(&mut model, effects);
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.contains(&format!("Take back the logging of {} (today 09:00)?", number(1))), "{screen}");
    let effects = press(&mut model, KeyCode::Enter);
    let batch = last_done().batch;
    assert!(matches!(effects.as_slice(), [Effect::Write(Work::Undo(Some(agreed)))] if *agreed == batch));
    update(&mut model, Msg::Answer(Answer::Undone(Ok(last_done()))));
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.contains(&format!("Taken back: the logging of {}", number(1))), "{screen}");
    // Where nothing is left the question goes, and says why.
    press(&mut model, KeyCode::F(9));
    update(&mut model, Msg::Answer(Answer::LastDone(Err(AppError::NothingToUndo))));
    assert!(model.layers.is_empty() && drawn(&mut model, 80, 24).concat().contains("left to undo"));
    update(&mut model, Msg::Answer(Answer::Undone(Err(AppError::NothingToUndo))));
    assert!(model.toast.is_some());
}

#[test]
fn undo_says_what_stands_beside_the_cases() {
    let mut model = settled(Lang::En);
    for (kind, subjects, said) in [
        (Kind::Observed, 1, "Taken back: one timed visit"),
        (Kind::Observed, 3, "Taken back: 3 timed visits"),
        (Kind::MembersCounted, 1, "Taken back: the number of members that was entered"),
    ] {
        let done = LastDone { kinds: vec![kind], subjects, number: None, ..last_done() };
        update(&mut model, Msg::Answer(Answer::Undone(Ok(done))));
        let screen = drawn(&mut model, 80, 24).join("\n");
        assert!(screen.contains(said), "{screen}");
    }
}

#[test]
fn a_book_is_backed_up_once_a_day_and_the_demo_never() {
    let backups = |is_demo| {
        let mut model = model(Lang::En);
        let mut effects = update(&mut model, Msg::Answer(Answer::Opened(opened(is_demo))));
        effects = answer(&mut model, effects);
        effects.extend(update(&mut model, Msg::Today(today())));
        effects.extend(update(&mut model, Msg::Today(today().succ_opt().unwrap())));
        effects.iter().filter(|effect| matches!(effect, Effect::BackUp(_))).count()
    };
    assert_eq!(backups(false), 2);
    assert_eq!(backups(true), 0);
}

#[test]
fn a_book_that_lost_entries_says_so() {
    let mut model = model(Lang::En);
    let mut older = opened(false);
    older.entries_lost = 12;
    update(&mut model, Msg::Answer(Answer::Opened(older)));
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.contains("12 entries"), "{screen}");
    press(&mut model, KeyCode::Enter);
    assert!(model.layers.is_empty());
}

#[test]
fn the_language_changes_everywhere_and_toasts_go_by_themselves() {
    let mut model = settled(Lang::En);
    for code in [KeyCode::F(3), KeyCode::Char('l')] {
        let before = model.lang;
        press(&mut model, code);
        assert_eq!(model.lang, before.other());
    }
    press(&mut model, KeyCode::F(7));
    type_text(&mut model, "l");
    assert_eq!(model.lang, Lang::En);
    press(&mut model, KeyCode::F(3));
    assert_eq!(model.lang, Lang::Km);
    let effects = update(&mut model, Msg::Answer(Answer::Undone(Err(AppError::NothingToUndo))));
    let Some(Effect::Wake(_, Timer::Toast, generation)) = effects.into_iter().next() else { panic!() };
    update(&mut model, Msg::Woke(Timer::Toast, Generation::default()));
    assert!(model.toast.is_some());
    update(&mut model, Msg::Woke(Timer::Toast, generation));
    assert!(model.toast.is_none());
}

#[test]
fn the_marker_of_the_day_stays_on_its_item_when_others_come() {
    let mut model = begun(Lang::En);
    let marked = |model: &mut Model| {
        drawn(model, 80, 24).into_iter().find(|line| line.starts_with('>')).unwrap_or_default()
    };
    update(&mut model, Msg::Answer(Answer::Drafts(Ok(waiting(1)))));
    assert!(marked(&mut model).contains("! urgent"), "until it is moved it stands on the first row");
    mark(&mut model, "yesterday");
    let item = marked(&mut model);
    assert!(item.contains("yesterday"), "{item}");
    for drafts in [4, 0, 2] {
        update(&mut model, Msg::Answer(Answer::Drafts(Ok(waiting(drafts)))));
        assert_eq!(marked(&mut model), item);
    }
}

#[test]
fn in_plain_mode_the_cursor_goes_with_the_marker_of_a_list() {
    let mut model = begun(Lang::En);
    model.theme.plain = true;
    press(&mut model, KeyCode::F(2));
    let search = view::marks(&model).cursor.unwrap();
    press(&mut model, KeyCode::Down);
    let row = view::marks(&model).cursor.unwrap();
    let screen = drawn(&mut model, 80, 24);
    assert!(row.y > search.y && screen[usize::from(row.y)].contains('>'), "{row:?} in {screen:?}");
    press(&mut model, KeyCode::Char('c'));
    let typing = view::marks(&model).cursor.unwrap();
    assert!(
        drawn(&mut model, 80, 24)[usize::from(typing.y)].contains("Search:"),
        "typed text is seen to grow"
    );
}

#[test]
fn hints_name_the_keys_that_the_settings_gave() {
    let keys = |action: &str, key: &str| (action.to_owned(), vec![key.to_owned()]);
    let changed = [keys("show-log", "Ctrl-N"), keys("language", "Ctrl-Y"), keys("edit-elsewhere", "Ctrl-B")];
    let mut model = model(Lang::En);
    model.keymap = crate::tui::keymap::Keymap::with(&changed.into()).unwrap();
    update(&mut model, refused(BookError::NotFound("/book".into())));
    assert!(drawn(&mut model, 80, 24).concat().contains("Ctrl-Y: switch to Khmer"));
    let effects = update(&mut model, Msg::Answer(Answer::Opened(opened(true))));
    for effect in effects {
        if let Effect::Read(Query::Day, generation) = effect {
            let day = Day { cases: 0, newest: Vec::new(), ..*day() };
            update(&mut model, Msg::Answer(Answer::Day(generation, Ok(Box::new(day)))));
        }
    }
    assert!(drawn(&mut model, 80, 24).concat().contains("Press Ctrl-N to log the first one"));
    let undone = LastDone { draft: Some(uuid::Uuid::nil()), ..last_done() };
    update(&mut model, Msg::Answer(Answer::Undone(Ok(undone))));
    assert!(drawn(&mut model, 120, 24).concat().contains("waits as a draft (Ctrl-N)"));
    press(&mut model, KeyCode::F(11));
    assert!(drawn(&mut model, 80, 24).concat().contains("Ctrl-Y switches it"));
    for _ in 0..10 {
        press(&mut model, KeyCode::Down);
    }
    assert!(drawn(&mut model, 80, 24).concat().contains("Lets Ctrl-B open"));
}

#[test]
fn order_and_measure_are_those_of_the_time_before() {
    let mut model = settled(Lang::En);
    press(&mut model, KeyCode::Char('o'));
    for _ in 0..3 {
        press(&mut model, KeyCode::Down);
    }
    let effects = press(&mut model, KeyCode::Enter);
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Prefer(preferences, _) => Some(preferences.clone()),
        _ => None,
    });
    let mut kept = kept.unwrap();
    assert_eq!(kept.order, "waited");
    kept.measure = "WAIT".to_owned();
    let mut later = settled(Lang::En);
    later.cases.restore(&kept);
    later.hotspots.restore(&kept);
    let effects = press(&mut later, KeyCode::F(6));
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Cases { order, .. }, _) => Some(*order),
        _ => None,
    });
    assert_eq!(asked, Some(crate::book::Order::Waited));
    let effects = press(&mut later, KeyCode::F(8));
    answer(&mut later, effects);
    assert!(
        drawn(&mut later, 80, 24).iter().any(|line| line.contains("v WAIT")),
        "the measure is not restored"
    );
    // A settings file may say anything.
    kept.order = "nonsense".to_owned();
    kept.measure.clear();
    later.cases.restore(&kept);
    later.hotspots.restore(&kept);
}

#[test]
fn in_plain_mode_the_cursor_is_where_the_keys_work() {
    let mut model = settled(Lang::En);
    model.theme.plain = true;
    let effects = press(&mut model, KeyCode::Enter);
    answer(&mut model, effects);
    assert_eq!(view::marks(&model).cursor.map(|at| at.y), Some(2), "a case begins below its number");
    press(&mut model, KeyCode::F(7));
    for _ in 0..2 {
        press(&mut model, KeyCode::Tab);
    }
    let first = view::marks(&model).cursor.unwrap();
    press(&mut model, KeyCode::Right);
    let second = view::marks(&model).cursor.unwrap();
    assert!(second.y == first.y && second.x > first.x, "{first} {second}");
}

#[test]
fn rows_that_were_found_first_are_shown_while_all_are_counted() {
    let mut model = settled(Lang::En);
    press(&mut model, KeyCode::Char('/'));
    let effects = type_text(&mut model, "x");
    let asked = |effects: &[Effect], wanted: bool| {
        effects.iter().find_map(|effect| match effect {
            Effect::Read(Query::Cases { counted, .. }, generation) if *counted == wanted => Some(*generation),
            _ => None,
        })
    };
    let first = Page { is_counted: false, ..page(300, 0) };
    let generation = asked(&effects, false).unwrap();
    let effects = update(&mut model, Msg::Answer(Answer::Cases(generation, Ok(first))));
    assert!(drawn(&mut model, 80, 24).concat().contains("Counting"));
    let generation = asked(&effects, true).unwrap();
    update(&mut model, Msg::Answer(Answer::Cases(generation, Ok(page(12_345, 0)))));
    assert!(drawn(&mut model, 80, 24).concat().contains("12,345"));
}
