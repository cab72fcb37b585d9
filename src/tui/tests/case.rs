//! What keys do on Today and to one case.

use super::*;
use crate::app::AppError;
use crate::domain::column::Column;
use crate::domain::draft::{Reason, Refusal};
use crate::tui::layers::Layer;
use crate::tui::model::Screen;

pub(super) fn reading() -> Model {
    let mut model = settled(Lang::En);
    let effects = press(&mut model, KeyCode::Enter);
    answer(&mut model, effects);
    model
}

fn asked(effects: &[Effect]) -> Option<&CaseNumber> {
    effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Story(number), _) => Some(number),
        _ => None,
    })
}

fn deed(effects: &[Effect]) -> Option<&Deed> {
    effects.iter().find_map(|effect| match effect {
        Effect::Write(Work::Do(_, deed, _)) => Some(deed),
        _ => None,
    })
}

/// Answers that a deed is done.
pub(super) fn carry_out(model: &mut Model, effects: &[Effect]) -> Vec<Effect> {
    let Some(Effect::Write(Work::Do(number, deed, generation))) = effects.first() else {
        panic!("nothing is done")
    };
    let answered = Answer::Done(*generation, deed.clone(), Ok(done(number.clone(), deed)));
    update(model, Msg::Answer(answered))
}

/// Answers that a deed is not done.
pub(super) fn refuse(model: &mut Model, effects: &[Effect], error: AppError) {
    let Some(Effect::Write(Work::Do(_, deed, generation))) = effects.first() else {
        panic!("nothing is done")
    };
    update(model, Msg::Answer(Answer::Done(*generation, deed.clone(), Err(error))));
}

pub(super) fn screen(model: &mut Model) -> String {
    drawn(model, 80, 24).join("\n")
}

#[test]
fn today_opens_what_the_marker_points_at_and_comes_back() {
    let mut model = begun(Lang::En);
    mark(&mut model, "yesterday");
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!((model.screen, asked(&effects)), (Screen::Case, Some(&number(2))));
    answer(&mut model, effects);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Today);
    press(&mut model, KeyCode::End);
    press(&mut model, KeyCode::Enter);
    assert_eq!(model.screen, Screen::Facility);
    press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Today);
}

#[test]
fn drafts_wait_below_what_is_due_and_open_in_the_form() {
    let mut model = begun(Lang::En);
    update(&mut model, Msg::Answer(Answer::Drafts(Ok(waiting(2)))));
    mark(&mut model, "new case");
    let text = screen(&mut model);
    assert!(text.contains("Drafts that wait") && text.contains("> today 09:00   new case"), "{text}");
    // Who it is about is not for those who look over the shoulder.
    assert!(!text.contains("សុខ ដារ៉ា"), "{text}");
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(model.screen, Screen::Log);
    let id = waiting(2)[1].id;
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Write(Work::TakeUpDraft(taken, _)) if *taken == id))
    );
}

#[test]
fn a_case_is_opened_before_its_pane_has_caught_up() {
    let mut model = settled(Lang::En);
    press(&mut model, KeyCode::Down);
    // The pane still shows the case before.
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(asked(&effects), Some(&number(2)));
}

#[test]
fn a_list_is_read_through_and_keeps_its_place() {
    let mut model = reading();
    let effects = press(&mut model, KeyCode::BackTab);
    assert!(asked(&effects).is_none() && screen(&mut model).contains("no further case"));
    for (key, expected) in [(KeyCode::Tab, 2), (KeyCode::Char(']'), 3), (KeyCode::Char('['), 2)] {
        let effects = press(&mut model, key);
        assert_eq!(asked(&effects), Some(&number(expected)));
        answer(&mut model, effects);
    }
    assert!(screen(&mut model).contains("2 of 1,000"));
    let effects = press(&mut model, KeyCode::Esc);
    answer(&mut model, effects);
    let marked = format!("> {}", number(2));
    assert!(screen(&mut model).contains(&marked), "{}", screen(&mut model));
}

#[test]
fn the_member_is_hidden_until_asked_for_and_again_on_leaving() {
    const PHONE: &str = "012 345 678";
    let mut model = reading();
    press(&mut model, KeyCode::End);
    assert!(screen(&mut model).contains("Hidden – press i to show"));
    let effects = press(&mut model, KeyCode::Char('i'));
    assert!(matches!(effects.as_slice(), [Effect::Read(Query::Member(_), _)]));
    let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
    update(&mut model, Msg::Answer(Answer::Member(generation, Ok(member()))));
    let drawn_whole = |model: &mut Model| drawn(model, 80, 200).join("\n");
    assert!(drawn_whole(&mut model).contains(PHONE));
    // On another screen it is gone, and so it is after coming back.
    press(&mut model, KeyCode::F(6));
    let effects = press(&mut model, KeyCode::Enter);
    answer(&mut model, effects);
    assert!(!drawn_whole(&mut model).contains(PHONE));
    // An answer that comes after leaving is dropped.
    let effects = press(&mut model, KeyCode::Char('i'));
    let read = press(&mut model, KeyCode::Tab);
    answer(&mut model, effects);
    answer(&mut model, read);
    assert!(!drawn_whole(&mut model).contains(PHONE));
    // Pressed twice, it is hidden.
    for expected in [true, false] {
        let effects = press(&mut model, KeyCode::Char('i'));
        answer(&mut model, effects);
        assert_eq!(drawn_whole(&mut model).contains(PHONE), expected);
    }
}

#[test]
fn a_case_is_confirmed_from_its_actions_and_the_toast_says_how_to_undo() {
    let mut model = reading();
    press(&mut model, KeyCode::Enter);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(deed(&effects).map(|deed| *deed == Deed::Confirm), Some(true));
    let effects = carry_out(&mut model, &effects);
    assert_eq!(asked(&effects), Some(&number(1)), "the case is read again");
    let text = format!("{} is confirmed. F9 takes it back.", number(1));
    assert!(screen(&mut model).contains(&text), "{}", screen(&mut model));
}

#[test]
fn consent_is_turned_in_a_list_and_saved_at_once() {
    let mut model = reading();
    press(&mut model, KeyCode::Enter);
    type_text(&mut model, "consent");
    press(&mut model, KeyCode::Enter);
    // The marker stands on the first purpose: it was agreed to. Story is agreed to now.
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    assert!(screen(&mut model).contains(">[✓] Story without name"));
    press(&mut model, KeyCode::Up);
    press(&mut model, KeyCode::Up);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(deed(&effects).map(|deed| *deed == Deed::Consent(vec![Purpose::Story])), Some(true));
    carry_out(&mut model, &effects);
    assert!(screen(&mut model).contains("consent recorded"));
}

#[test]
fn a_field_is_corrected_on_a_line_and_what_is_refused_stays_there() {
    let mut model = reading();
    press(&mut model, KeyCode::Char('e'));
    type_text(&mut model, "visit date");
    press(&mut model, KeyCode::Enter);
    assert!(screen(&mut model).contains("31/10/2026"));
    press(&mut model, KeyCode::Backspace);
    type_text(&mut model, "9");
    let effects = press(&mut model, KeyCode::Enter);
    let expected = Deed::Correct(vec![(Column::VisitedOn, "31/10/2029".to_owned())]);
    assert_eq!(deed(&effects).map(|deed| *deed == expected), Some(true));
    // A second Enter sends nothing before the first is answered.
    assert!(press(&mut model, KeyCode::Enter).is_empty());
    let refusal = Refusal { column: Column::VisitedOn, reason: Reason::Missing };
    refuse(&mut model, &effects, AppError::Refused(vec![refusal]));
    let text = screen(&mut model);
    assert!(text.contains("31/10/2029") && text.contains("! "), "{text}");
    press(&mut model, KeyCode::Backspace);
    type_text(&mut model, "6");
    let effects = press(&mut model, KeyCode::Enter);
    carry_out(&mut model, &effects);
    assert!(model.layers.is_empty());
    assert!(screen(&mut model).contains("corrected: Visit date. F9"), "{}", screen(&mut model));
}

#[test]
fn values_and_issues_are_chosen_and_stories_have_many_lines() {
    let mut model = reading();
    press(&mut model, KeyCode::Char('e'));
    type_text(&mut model, "payer");
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, KeyCode::Enter);
    let expected = Deed::Correct(vec![(Column::Payer, "hef".to_owned())]);
    assert_eq!(deed(&effects).map(|deed| *deed == expected), Some(true));

    press(&mut model, KeyCode::Char('e'));
    type_text(&mut model, "issues");
    press(&mut model, KeyCode::Enter);
    // WAIT was high: now it is off; DISC was low: now it is medium.
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Up);
    press(&mut model, KeyCode::Up);
    let effects = press(&mut model, KeyCode::Enter);
    let Some(Deed::Correct(changes)) = deed(&effects) else { panic!() };
    assert_eq!(changes.first(), Some(&(Column::Issues, "DISC:medium".to_owned())));

    press(&mut model, KeyCode::Char('e'));
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Enter);
    type_text(&mut model, "second");
    let effects = press(&mut model, KeyCode::F(12));
    let Some(Deed::Correct(changes)) = deed(&effects) else { panic!() };
    assert_eq!(changes.first(), Some(&(Column::Narrative, format!("{NARRATIVE}\nsecond"))));
}

#[test]
fn erasing_is_asked_twice_over_and_never_by_a_slip() {
    let mut model = reading();
    press(&mut model, KeyCode::Enter);
    type_text(&mut model, "erase");
    press(&mut model, KeyCode::Enter);
    assert!(screen(&mut model).contains("No undo brings them back"));
    assert!(press(&mut model, KeyCode::Enter).is_empty() && model.layers.is_empty());
    press(&mut model, KeyCode::Enter);
    type_text(&mut model, "erase");
    press(&mut model, KeyCode::Enter);
    let effects = press(&mut model, KeyCode::Char('y'));
    assert_eq!(deed(&effects).map(|deed| *deed == Deed::Erase), Some(true));
    carry_out(&mut model, &effects);
    let text = screen(&mut model);
    assert!(text.contains("erased for good") && !text.contains("takes it back"), "{text}");
}

#[test]
fn what_cannot_be_done_is_not_offered_and_says_why() {
    let mut model = reading();
    press(&mut model, KeyCode::Enter);
    let Some(Layer::Menu(_)) = model.layers.last() else { panic!() };
    assert!(!screen(&mut model).contains("Reopen"));
    let mut withdrawn = story();
    withdrawn.case.status = Status::Withdrawn;
    press(&mut model, KeyCode::Esc);
    let effects = press(&mut model, KeyCode::Char('r'));
    let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
    update(&mut model, Msg::Answer(Answer::Story(generation, Ok(withdrawn))));
    press(&mut model, KeyCode::Enter);
    let text = screen(&mut model);
    assert!(text.contains("Reopen") && !text.contains("Confirm –"), "{text}");
}

#[test]
fn a_long_story_scrolls_to_its_end_and_no_further() {
    let mut model = reading();
    drawn(&mut model, 40, 12);
    for _ in 0..400 {
        press(&mut model, KeyCode::Down);
    }
    let screen = drawn(&mut model, 40, 12).join("\n");
    assert!(screen.contains("settle it"), "{screen}");
    press(&mut model, KeyCode::Up);
    assert_ne!(drawn(&mut model, 40, 12).join("\n"), screen);
    press(&mut model, KeyCode::Home);
    assert!(drawn(&mut model, 40, 12).join("\n").contains("Kossamak"));
}

#[test]
fn a_click_on_a_head_sorts_and_the_head_says_so() {
    use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
    let mut model = settled(Lang::En);
    let lines = drawn(&mut model, 80, 24);
    assert!(lines[2].contains("Visit▼"), "{}", lines[2]);
    let column = lines[2].split("Wait").next().unwrap().chars().count() as u16;
    let kind = MouseEventKind::Down(MouseButton::Left);
    let click = MouseEvent { kind, column, row: 2, modifiers: KeyModifiers::NONE };
    let effects = update(&mut model, Msg::Mouse(click));
    let order = effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Cases { order, .. }, _) => Some(*order),
        _ => None,
    });
    assert_eq!(order, Some(crate::book::Order::Waited));
    answer(&mut model, effects);
    assert!(screen(&mut model).contains("Wait▼"));
    // An order without a column stands beside the count.
    press(&mut model, KeyCode::Char('o'));
    type_text(&mut model, "sum paid");
    let effects = press(&mut model, KeyCode::Enter);
    answer(&mut model, effects);
    assert!(screen(&mut model).contains("Cases: 1,000 · ▼ Sum paid"), "{}", screen(&mut model));
}

#[test]
fn the_words_of_a_search_are_marked_in_both_scripts() {
    use ratatui::style::Modifier;
    for (lang, name) in [(Lang::En, "Kossamak"), (Lang::Km, "កុសុមៈ")] {
        let mut model = settled(lang);
        update(&mut model, Msg::Resize(80, 24));
        let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 24));
        view::draw(&model, &mut buffer);
        let marked: String = (0..80)
            .filter(|x| buffer[(*x, 3)].modifier.contains(Modifier::UNDERLINED))
            .map(|x| buffer[(x, 3)].symbol())
            .collect();
        assert_eq!(marked.replace(' ', ""), name, "{lang}");
    }
}

#[test]
fn a_long_complaint_about_a_filter_is_wrapped_and_rows_stay() {
    for (columns, rows) in [(80, 24), (40, 12), (20, 5)] {
        let mut model = settled(Lang::En);
        drawn(&mut model, columns, rows);
        press(&mut model, KeyCode::F(4));
        let effects = type_text(&mut model, "x");
        let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
        let mut finder = crate::app::Finder::default();
        let table = crate::book::FacilityTable::default();
        let error = crate::domain::filter::parse("provnce:08", &finder.names(&table, crate::i18n::Lang::En))
            .unwrap_err();
        update(&mut model, Msg::Answer(Answer::Cases(generation, Err(error.into()))));
        press(&mut model, KeyCode::Enter);
        let lines = drawn(&mut model, columns, rows);
        assert!(lines.iter().any(|line| line.starts_with(">!KC-")), "{}", lines.join("\n"));
        if columns > 20 {
            let said = lines.iter().skip(2).take_while(|line| !line.contains("Number"));
            let said = said.map(|line| line.trim()).collect::<Vec<_>>().join(" ");
            assert!(
                said.contains("provnce") && said.contains("province:kandal") && !said.contains('…'),
                "{said}"
            );
        }
    }
}
