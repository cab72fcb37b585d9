//! What becomes of a text that was asked for.

use super::{collect, with_screen};
use crate::tui::effect::Effect;
use crate::tui::layers::{Asking, Layer};
use crate::tui::model::Model;

/// Hands over what was typed into the topmost prompt.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Layer::Prompt(prompt)) = model.layers.last_mut() else {
        return;
    };
    let asking = prompt.asking;
    let Some(text) = prompt.submit() else {
        return;
    };
    with_screen(model, effects, |model, cx| {
        let told = match asking {
            Asking::Field(column) => Ok(model.case.told(column, &text, cx)),
            Asking::DayOfChange => model.facility.told_day(&text, cx).map(|()| None),
            Asking::Facility(ask) => model.facility.told(ask, &text, cx),
            Asking::AttachmentPath => model.case.told_attachment(&text, cx),
            Asking::CasesToRaise => {
                model.raise.told_query(&text);
                Ok(None)
            }
            Asking::Meeting => {
                model.raise.told_meeting(&text);
                Ok(None)
            }
            Asking::DocumentPath => model.raise.told_path(&text, cx).map(|()| None),
            Asking::Follow(ask) => model.case.follow_told(ask, &text, cx),
            Asking::TableToImport => model.import.told_file(&text, cx).map(|()| None),
            Asking::TableFacility => Ok(Some(model.import.told_facility(&text, cx))),
            Asking::SubmittedOn => model.raise.told_day(&text, cx).map(|()| None),
            Asking::SubmittedAbout => {
                model.raise.told_about(&text);
                Ok(None)
            }
            Asking::SheetStory => {
                model.sheet.told_story(&text);
                Ok(None)
            }
            Asking::Message => collect::told_message(&text, cx).map(|()| None),
            Asking::SheetFacility(is_agent) => {
                model.sheet.told_facility(is_agent, &text);
                Ok(None)
            }
        };
        match (told, model.layers.last_mut()) {
            (Err(why), Some(Layer::Prompt(prompt))) => prompt.refuse(why),
            (Ok(Some(deed)), Some(Layer::Prompt(prompt))) => prompt.wait_for(deed),
            _ => {
                model.layers.pop();
            }
        }
    });
}
