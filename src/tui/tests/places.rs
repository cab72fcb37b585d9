//! Map, ranking and facility: what is chosen there, where one goes, and what a click means.

use super::*;
use crate::app::AppError;
use crate::book::GroupBy;
use crate::domain::filter::{self, Names};
use crate::domain::period::Period;
use crate::domain::place::{Level, PlaceCode};
use crate::i18n::Speak;
use crate::tui::action::Context;
use crate::tui::effect::Within;
use crate::tui::model::Screen;
use crate::tui::widgets::canvas::Hit;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

fn at_hotspots() -> Model {
    let mut model = settled(Lang::En);
    let effects = press(&mut model, KeyCode::F(8));
    answer(&mut model, effects);
    model
}

/// What is asked of the ranking.
fn asked(effects: &[Effect]) -> (GroupBy, usize, Within) {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Hotspots { inside, within, by }, _) => Some((*by, inside.len(), within.clone())),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn another_measure_ranks_at_once_and_the_marker_stays_on_its_place() {
    let mut model = at_hotspots();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Char('v'));
    assert_eq!(model.context(), Context::Menu);
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, KeyCode::Enter);
    assert!(matches!(effects[..], [Effect::Prefer(..)]), "the figures are there; only the choice is kept");
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.contains("Per 100,000 residents"), "{screen}");
    let row = screen.lines().find(|line| line.contains("Kandal") && line.contains('>')).unwrap();
    assert!(row.contains("21."), "258 of 1,201,581 residents: {row}");
}

#[test]
fn a_period_and_a_filter_are_asked_for_and_survive_going_in_and_out() {
    let mut model = at_hotspots();
    press(&mut model, KeyCode::Char('p'));
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(asked(&effects).2.period, Period::LastYear);
    answer(&mut model, effects);
    press(&mut model, KeyCode::F(4));
    assert_eq!(model.context(), Context::Filter);
    let effects = type_text(&mut model, "issue:WAIT");
    let within = Within { filter: "issue:WAIT".into(), period: Period::LastYear };
    assert_eq!(asked(&effects[effects.len() - 1..]).2, within);
    answer(&mut model, effects);
    press(&mut model, KeyCode::Enter);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(asked(&effects), (GroupBy::District, 1, within.clone()));
    answer_with(&mut model, effects, "1204");
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(asked(&effects), (GroupBy::Facility, 2, within.clone()));
    answer_with(&mut model, effects, "N00003");
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(model.screen, Screen::Facility);
    assert!(
        matches!(&effects[..], [Effect::Read(Query::Facility { within: same, .. }, _)] if *same == within)
    );
    answer(&mut model, effects);

    let effects = press(&mut model, KeyCode::Enter);
    let [Effect::Read(Query::Cases { filter, .. }, _)] = &effects[..] else { panic!() };
    assert_eq!(filter, "facility:N00003 since:2025-11-01 until:2026-10-31 issue:WAIT");
    answer(&mut model, effects);
    let effects = press(&mut model, KeyCode::Esc);
    assert_eq!(model.screen, Screen::Facility, "back to where they were asked for");
    answer(&mut model, effects);
    let effects = press(&mut model, KeyCode::Esc);
    assert_eq!((model.screen, asked(&effects)), (Screen::Hotspots, (GroupBy::Facility, 2, within.clone())));
    answer_with(&mut model, effects, "N00003");
    let effects = press(&mut model, KeyCode::Left);
    answer_with(&mut model, effects, "1204");
    let effects = press(&mut model, KeyCode::Esc);
    assert_eq!(asked(&effects), (GroupBy::Province, 0, within));
    answer(&mut model, effects);
    let effects = press(&mut model, KeyCode::Esc);
    assert_eq!(asked(&effects).2.filter, "", "at the top Esc clears the filter first");
}

#[test]
fn days_of_one_s_own_are_typed_as_a_filter() {
    let mut model = at_hotspots();
    press(&mut model, KeyCode::Char('p'));
    press(&mut model, KeyCode::Up);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(asked(&effects).2.filter, "since:2026-01-01 until:2026-10-31");
    assert_eq!(model.context(), Context::Filter);
}

struct NoNames;

impl Names for NoNames {
    fn places(&self, _: Level, _: &str) -> Result<Vec<PlaceCode>, Vec<String>> {
        Err(Vec::new())
    }

    fn facilities(&self, _: &str) -> Result<Vec<crate::domain::facility::FacilityId>, Vec<String>> {
        Err(Vec::new())
    }
}

#[test]
fn a_filter_that_cannot_be_read_says_where_and_the_ranking_stays() {
    let mut model = at_hotspots();
    press(&mut model, KeyCode::F(4));
    let effects = type_text(&mut model, "x:3");
    let Some(Effect::Read(_, generation)) = effects.into_iter().last() else { panic!() };
    let error = AppError::from(filter::parse("x:3", &NoNames).unwrap_err());
    update(&mut model, Msg::Answer(Answer::Hotspots(generation, Err(error))));
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.contains("! ") && screen.contains("x:3") && screen.contains("Phnom Penh"), "{screen}");
    let effects = press(&mut model, KeyCode::Esc);
    assert_eq!(asked(&effects).2, Within::default());
}

#[test]
fn states_without_figures_say_what_they_are() {
    let mut model = settled(Lang::En);
    let effects = press(&mut model, KeyCode::F(8));
    assert!(drawn(&mut model, 80, 24).join("\n").contains("Counting"));
    let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
    let nothing = Box::new(HotspotsView {
        groups: Vec::new(),
        total: group("", "", "", 0),
        overall: None,
        facilities: Vec::new(),
    });
    update(&mut model, Msg::Answer(Answer::Hotspots(generation, Ok(nothing.clone()))));
    assert!(drawn(&mut model, 80, 24).join("\n").contains("Nothing to count yet"));
    press(&mut model, KeyCode::Char('p'));
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, KeyCode::Enter);
    let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
    update(&mut model, Msg::Answer(Answer::Hotspots(generation, Ok(nothing))));
    assert!(drawn(&mut model, 80, 24).join("\n").contains("No case fits"));
    let effects = press(&mut model, KeyCode::Char('r'));
    let Some(Effect::Read(_, generation)) = effects.into_iter().next() else { panic!() };
    let error = AppError::Book(crate::book::BookError::Busy("/book".into()));
    update(&mut model, Msg::Answer(Answer::Hotspots(generation, Err(error))));
    assert!(drawn(&mut model, 80, 24).join("\n").contains("! "));
}

#[test]
fn a_click_on_the_map_chooses_a_province_and_another_goes_in() {
    let mut model = at_hotspots();
    drawn(&mut model, 80, 24);
    let zones = view::marks(&model).zones;
    let (area, _) = zones.iter().find(|(_, hit)| *hit == Hit::Place(1)).unwrap();
    let click = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: area.x,
        row: area.y,
        modifiers: KeyModifiers::NONE,
    };
    assert!(update(&mut model, Msg::Mouse(click)).is_empty());
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.lines().any(|line| line.contains(">  2 Kandal")), "{screen}");
    let effects = update(&mut model, Msg::Mouse(click));
    assert_eq!(asked(&effects).0, GroupBy::District);
    answer_with(&mut model, effects, "0811");
    for (columns, rows) in [(80, 24), (120, 40)] {
        let screen = drawn(&mut model, columns, rows).join("\n");
        assert!(screen.contains(reference::CREDIT), "the credit of a province's map is whole\n{screen}");
    }
}

#[test]
fn the_map_gives_way_on_a_narrow_terminal_in_plain_mode_and_on_demand() {
    let mut model = at_hotspots();
    let has_map =
        |model: &mut Model, columns, rows| drawn(model, columns, rows).concat().contains("OpenStreetMap");
    assert!(has_map(&mut model, 80, 24) && has_map(&mut model, 120, 40) && has_map(&mut model, 300, 100));
    assert!(!has_map(&mut model, 40, 12) && !has_map(&mut model, 80, 16));
    press(&mut model, KeyCode::Char('g'));
    assert!(!has_map(&mut model, 120, 40));
    press(&mut model, KeyCode::Char('g'));
    model.theme.plain = true;
    let screen = drawn(&mut model, 120, 40).concat();
    assert!(!screen.contains("OpenStreetMap") && !screen.contains('▇'));
    let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 120, 40));
    assert!(view::draw(&model, &mut buffer).cursor.is_some(), "the cursor is on the chosen row");
}

#[test]
fn a_facility_scrolled_to_its_end_is_seen_when_the_screen_grows() {
    let mut model = at_hotspots();
    for first in ["1204", "N00003", "N00003"] {
        let effects = press(&mut model, KeyCode::Enter);
        answer_with(&mut model, effects, first);
    }
    assert_eq!(model.screen, Screen::Facility);
    let small = drawn(&mut model, 40, 12).join("\n");
    assert!(small.contains('↓'), "{small}");
    press(&mut model, KeyCode::End);
    assert!(!drawn(&mut model, 40, 12).join("\n").contains('↓'));
    let large = drawn(&mut model, 160, 40).join("\n");
    for heading in ["Cases by month", "Waits", "Issues", "Card and cash"] {
        assert!(large.contains(heading), "{large}");
    }
}

#[test]
fn the_wheel_stays_in_the_list_and_a_key_brings_the_ranking_back_from_the_filter() {
    let mut model = at_hotspots();
    let wheel = |kind| Msg::Mouse(MouseEvent { kind, column: 5, row: 5, modifiers: KeyModifiers::NONE });
    for screen in [8, 6] {
        let effects = press(&mut model, KeyCode::F(screen));
        answer(&mut model, effects);
        let context = model.context();
        let effects = update(&mut model, wheel(MouseEventKind::ScrollDown));
        answer(&mut model, effects);
        for _ in 0..3 {
            let effects = update(&mut model, wheel(MouseEventKind::ScrollUp));
            answer(&mut model, effects);
            assert_eq!(model.context(), context);
        }
        press(&mut model, KeyCode::Up);
        assert_eq!(model.context(), Context::Filter, "the arrow key does lead there");
        update(&mut model, wheel(MouseEventKind::ScrollUp));
        assert_eq!(model.context(), Context::Filter);
    }
    press(&mut model, KeyCode::F(8));
    press(&mut model, KeyCode::F(4));
    for screen in [6, 8] {
        let effects = press(&mut model, KeyCode::F(screen));
        answer(&mut model, effects);
    }
    assert_eq!(model.context(), Context::Hotspots);
    let effects = press(&mut model, KeyCode::F(7));
    answer(&mut model, effects);
    let field = |model: &mut Model| drawn(model, 80, 24).into_iter().find(|line| line.starts_with('>'));
    let before = field(&mut model);
    update(&mut model, wheel(MouseEventKind::ScrollDown));
    assert!(field(&mut model).unwrap().contains("Visit date"));
    update(&mut model, wheel(MouseEventKind::ScrollUp));
    assert_eq!(field(&mut model), before);
}

#[test]
fn where_residents_are_not_known_cases_are_shown() {
    let mut model = at_hotspots();
    press(&mut model, KeyCode::Char('v'));
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    let effects = press(&mut model, KeyCode::Enter);
    answer_with(&mut model, effects, "1204");
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(!screen.contains("Per 100,000") && screen.contains("510"), "{screen}");
    press(&mut model, KeyCode::Char('v'));
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    assert!(drawn(&mut model, 80, 24).join("\n").contains("by province only"));
    let effects = press(&mut model, KeyCode::Esc);
    answer(&mut model, effects);
    assert!(drawn(&mut model, 80, 24).join("\n").contains("Per 100,000"), "the choice is kept");
}

#[test]
fn what_is_wrong_is_read_to_its_end_on_a_narrow_screen() {
    let mut model = at_hotspots();
    press(&mut model, KeyCode::F(4));
    let effects = type_text(&mut model, "x:3");
    let Some(Effect::Read(_, generation)) = effects.into_iter().last() else { panic!() };
    let error = || AppError::from(filter::parse("x:3", &NoNames).unwrap_err());
    let all = |lines: Vec<String>| lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    update(&mut model, Msg::Answer(Answer::Hotspots(generation, Err(error()))));
    let screen = all(drawn(&mut model, 40, 24));
    assert!(screen.contains(&error().what(Lang::En)), "{screen}");
    assert!(error().hint(Lang::En).is_none_or(|hint| screen.contains(&hint)), "{screen}");

    let effects = press(&mut model, KeyCode::F(5));
    let Some(Effect::Read(Query::Day, generation)) = effects.into_iter().next() else { panic!() };
    let busy = || AppError::Book(crate::book::BookError::Busy("/book".into()));
    update(&mut model, Msg::Answer(Answer::Day(generation, Err(busy()))));
    let screen = all(drawn(&mut model, 40, 24));
    assert!(screen.contains(&busy().what(Lang::En)), "{screen}");
}

/// A facility, gone into from the ranking.
fn at_facility() -> Model {
    let mut model = at_hotspots();
    for first in ["1204", "N00003", "N00003"] {
        let effects = press(&mut model, KeyCode::Enter);
        answer_with(&mut model, effects, first);
    }
    assert_eq!(model.screen, Screen::Facility);
    model
}

/// The day before which and from which on a facility is asked to be compared.
fn compared_on(effects: &[Effect]) -> Option<String> {
    effects.iter().find_map(|effect| match effect {
        Effect::Read(Query::Facility { changed_on, .. }, _) => Some(changed_on.to_string()),
        _ => None,
    })
}

#[test]
fn the_officer_picks_the_day_of_before_and_after_and_it_stays_while_the_facility_is_shown() {
    let mut model = at_facility();
    let effects = press(&mut model, KeyCode::Char('r'));
    assert_eq!(compared_on(&effects).as_deref(), Some("2026-08-02"), "90 days ago at first");
    press(&mut model, KeyCode::Tab);
    assert_eq!(model.context(), Context::Prompt);
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(
        screen.contains("Compare before and after which day?") && screen.contains("02/08/2026"),
        "{screen}"
    );
    type_text(&mut model, "x");
    assert!(press(&mut model, KeyCode::Enter).is_empty());
    assert_eq!(model.context(), Context::Prompt, "what was typed is not lost");
    assert!(drawn(&mut model, 80, 24).join("\n").contains("! "));
    for _ in 0..11 {
        press(&mut model, KeyCode::Backspace);
    }
    type_text(&mut model, "1/3/2026");
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(compared_on(&effects).as_deref(), Some("2026-03-01"));
    assert_eq!(model.context(), Context::Facility);
    answer(&mut model, effects);
    let effects = press(&mut model, KeyCode::Char('r'));
    assert_eq!(compared_on(&effects).as_deref(), Some("2026-03-01"));
    let whole = drawn(&mut model, 160, 70).join("\n");
    for said in [
        "Before and after",
        "! visits paid in cash: one officer",
        "before 02/08/2026",
        "Card-holders typically",
    ] {
        assert!(whole.contains(said), "no `{said}` in\n{whole}");
    }
}

#[test]
fn the_funnel_takes_the_place_of_the_map_and_names_who_is_outside_in_plain_mode_too() {
    let mut model = at_hotspots();
    let shown = |model: &mut Model| drawn(model, 80, 24).join("\n");
    press(&mut model, KeyCode::Char('f'));
    let screen = shown(&mut model);
    assert!(screen.contains("Phnom Penh △") && !screen.contains("OpenStreetMap"), "{screen}");
    press(&mut model, KeyCode::Down);
    assert!(shown(&mut model).contains("> Kandal ○"), "the chosen one is named");
    press(&mut model, KeyCode::Char('g'));
    assert!(shown(&mut model).contains("OpenStreetMap"));
    press(&mut model, KeyCode::Char('f'));
    press(&mut model, KeyCode::Char('f'));
    assert!(shown(&mut model).contains("OpenStreetMap"));
    press(&mut model, KeyCode::Char('f'));
    model.theme.plain = true;
    let screen = shown(&mut model);
    assert!(screen.contains("△ 40% (n=510) Phnom Penh · 95% limits") && !screen.contains('⠉'), "{screen}");
    let effects = press(&mut model, KeyCode::Enter);
    answer_with(&mut model, effects, "0811");
    assert!(shown(&mut model).contains("overall 35%"), "it stays while one goes in");
}
