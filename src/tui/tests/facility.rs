//! What is done to the facility that is looked at.

use super::*;
use crate::app::AppError;
use crate::app::facilities::{FacilityDeed, FacilityDone};
use crate::domain::facility::FacilityId;
use crate::tui::action::Context;
use crate::tui::effect::{FacilityWish, Generation};
use crate::tui::model::Screen;

/// What is wanted of a facility.
fn wished(effects: &[Effect]) -> Option<(&FacilityId, &FacilityWish, Generation)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Write(Work::ToFacility(id, wish, generation)) => Some((id, wish, *generation)),
        _ => None,
    })
}

fn at_a_facility() -> Model {
    let mut model = begun(Lang::En);
    press(&mut model, KeyCode::End);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(model.screen, Screen::Facility);
    answer(&mut model, effects);
    model
}

#[test]
fn a_facility_is_closed_from_its_menu_and_a_bad_day_is_refused_in_its_line() {
    let mut model = at_a_facility();
    press(&mut model, KeyCode::Char('e'));
    let menu = drawn(&mut model, 80, 24).join("\n");
    assert!(menu.contains("Merge it into another") && !menu.contains("open again"), "{menu}");
    for _ in 0..3 {
        press(&mut model, KeyCode::Down);
    }
    press(&mut model, KeyCode::Enter);
    assert_eq!(model.context(), Context::Prompt);
    type_text(&mut model, "x");
    assert!(wished(&press(&mut model, KeyCode::Enter)).is_none());
    assert_eq!(model.context(), Context::Prompt, "what was typed is not lost");
    press(&mut model, KeyCode::Backspace);
    let effects = press(&mut model, KeyCode::Enter);
    let (id, wish, generation) = wished(&effects).unwrap();
    assert_eq!(wish, &FacilityWish::Deed(FacilityDeed::Close(model.today)));
    let mut closed = crate::reference::facility(id).unwrap();
    closed.closed_since = Some(model.today);
    let done = FacilityDone { facility: Arc::new(closed), is_changed: true, moved: 0 };
    let effects = update(&mut model, Msg::Answer(Answer::ToFacility(generation, Ok(done))));
    assert_eq!(model.context(), Context::Facility);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Read(Query::Facility { .. }, _))));
    let screen = drawn(&mut model, 80, 24).join("\n");
    assert!(screen.contains("Changed:") && screen.contains("takes it back"), "{screen}");
}

#[test]
fn a_merge_asks_for_the_other_one_and_goes_there() {
    let mut model = at_a_facility();
    press(&mut model, KeyCode::Char('e'));
    for _ in 0..6 {
        press(&mut model, KeyCode::Down);
    }
    press(&mut model, KeyCode::Enter);
    type_text(&mut model, "kossamak");
    let effects = press(&mut model, KeyCode::Enter);
    let (_, wish, generation) = wished(&effects).unwrap();
    assert_eq!(wish, &FacilityWish::MergeInto("kossamak".to_owned()));
    let refused = AppError::Facilities(crate::app::facilities::FacilitiesError::NoName);
    update(&mut model, Msg::Answer(Answer::ToFacility(generation, Err(refused))));
    assert!(drawn(&mut model, 80, 24).join("\n").contains("A name is needed"), "said in the line");
    let effects = press(&mut model, KeyCode::Enter);
    let (_, _, generation) = wished(&effects).unwrap();
    let stays: FacilityId = "N00003".parse().unwrap();
    let facility = Arc::new(crate::reference::facility(&stays).unwrap());
    let done = FacilityDone { facility, is_changed: true, moved: 12 };
    let effects = update(&mut model, Msg::Answer(Answer::ToFacility(generation, Ok(done))));
    let asked = effects
        .iter()
        .any(|effect| matches!(effect, Effect::Read(Query::Facility { id, .. }, _) if *id == stays));
    assert!(asked && model.facility.id() == Some(stays));
}
