//! Attachments of the case that is read.

use super::case::{carry_out, reading, refuse, screen};
use super::*;
use crate::app::{AppError, AttachError, AttachmentView};
use crate::domain::attachment::{Media, Stripped};
use crate::intake::attachment::CannotKeep;
use crate::tui::action::Context;

fn attachment(number: usize) -> AttachmentView {
    AttachmentView {
        number,
        media: if number == 1 { Media::Jpeg } else { Media::Ogg },
        size: 2_440_000,
        sha256: "00".repeat(32),
        stripped: vec![Stripped::Camera, Stripped::Position],
        on: chrono::NaiveDate::from_ymd_opt(2026, 11, 22),
        desk: "KC".to_owned(),
        note: (number == 1).then(|| "the queue slip".to_owned()),
        is_here: number == 1,
    }
}

/// A case with so many attachments.
fn with(count: usize) -> Model {
    let mut model = settled(Lang::En);
    for effect in press(&mut model, KeyCode::Enter) {
        if let Effect::Read(Query::Story(_), generation) = effect {
            let mut story = story();
            story.attachments = (1..=count).map(attachment).collect();
            update(&mut model, Msg::Answer(Answer::Story(generation, Ok(story))));
        }
    }
    model
}

#[test]
fn a_dropped_file_is_attached_and_what_cannot_be_kept_is_said_in_the_line() {
    let mut model = reading();
    press(&mut model, KeyCode::Char('+'));
    assert_eq!(model.context(), Context::Prompt);
    update(&mut model, Msg::Paste("'/home/dara/my film.mp4'".to_owned()));
    let effects = press(&mut model, KeyCode::Enter);
    let path = PathBuf::from("/home/dara/my film.mp4");
    assert!(matches!(&effects[..], [Effect::Write(Work::Do(_, Deed::Attach(found), _))] if *found == path));
    refuse(&mut model, &effects, AppError::Attach(AttachError::CannotKeep(path, CannotKeep::Film)));
    assert!(screen(&mut model).contains("This is a film"), "what was typed is still there");
    let effects = press(&mut model, KeyCode::Enter);
    carry_out(&mut model, &effects);
    let text = screen(&mut model);
    assert!(model.context() == Context::Case && text.contains("without position"), "{text}");
}

#[test]
fn attachments_stand_on_the_page_and_are_opened_until_they_were_seen() {
    let mut model = with(2);
    let text = drawn(&mut model, 80, 70).join("\n");
    assert!(text.contains("Photo · 2.4 MB · 22/11/2026 · the queue slip"), "{text}");
    assert!(text.contains("Voice message") && text.contains("not in this book"), "{text}");
    assert!(text.contains("taken out: camera, position"), "{text}");
    press(&mut model, KeyCode::Char('g'));
    assert_eq!(model.context(), Context::Menu, "which of the two");
    let effects = press(&mut model, KeyCode::Enter);
    assert!(matches!(&effects[..], [Effect::Write(Work::LayAttachment(_, 1))]));
    let path = PathBuf::from("/private/attachment.jpg");
    let effects = update(&mut model, Msg::Answer(Answer::AttachmentLaid(Ok(Some(path.clone())))));
    assert!(matches!(&effects[..], [Effect::OpenFile(opened)] if *opened == path));
    assert_eq!(model.context(), Context::Message);
    let effects = press(&mut model, KeyCode::Enter);
    assert!(matches!(&effects[..], [Effect::Write(Work::WipeAttachments)]));
}

#[test]
fn the_only_attachment_is_removed_without_asking_which_and_without_any_it_is_said() {
    let mut model = with(1);
    press(&mut model, KeyCode::F(2));
    type_text(&mut model, "detach");
    let effects = press(&mut model, KeyCode::Enter);
    assert!(matches!(&effects[..], [Effect::Write(Work::Do(_, Deed::Detach(1), _))]));
    let mut model = reading();
    press(&mut model, KeyCode::Char('g'));
    assert!(screen(&mut model).contains("Nothing is attached"));
}
