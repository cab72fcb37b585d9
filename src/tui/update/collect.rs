//! Cases out of pasted messages, and forms for those who have no Wardbook.

use std::path::PathBuf;

use crate::app::{AppError, BlankForm};
use crate::i18n::numbers::number;
use crate::intake::message::says_something;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{Answer, Effect, MessageRead, Work};
use crate::tui::layers::{Asking, Prompt};
use crate::tui::model::{Cx, Model, Request, Tone, Words};
use crate::tui::words;

/// Asks for a message.
pub fn ask_message(model: &mut Model) {
    let binding = model.keymap.binding(Context::LongPrompt, Action::Submit);
    let key = binding.and_then(|binding| binding.shown_key(Context::LongPrompt));
    let key = key.map(|key| key.to_string()).unwrap_or_default();
    let hint = Words::new(move |lang| words::message_hint(lang, &key));
    model.layers.push(Prompt::story(Asking::Message, Words::fixed(words::message_title), hint, ""));
}

/// The message was told: it is read.
pub fn told_message(text: &str, cx: &mut Cx<'_>) -> Result<(), Words> {
    if !says_something(text) {
        return Err(Words::fixed(words::message_is_empty));
    }
    cx.effects.push(Effect::Write(Work::ReadMessage(text.to_owned().into())));
    Ok(())
}

/// A message was read: what it says goes into the form, to be confirmed there.
pub fn message_read(read: Result<Box<MessageRead>, AppError>, cx: &mut Cx<'_>) {
    match read {
        Ok(read) => {
            let count = read.form.unconfirmed.len() as u64;
            let MessageRead { form, facility } = *read;
            cx.requests.push(Request::StartCase(Box::new(form), facility.map(Box::new)));
            if count == 0 {
                cx.toast(Tone::Plain, Words::fixed(words::message_not_read));
            } else {
                cx.toast(
                    Tone::Plain,
                    Words::new(move |lang| words::message_read(lang, &number(count, lang))),
                );
            }
        }
        Err(error) => cx.toast(Tone::Bad, Words::error(error)),
    }
}

/// Writes a form into the folder of documents.
pub fn write_form(model: &Model, form: BlankForm, effects: &mut Vec<Effect>) {
    let path = model.raise.folder.join(form.file_name());
    effects.push(Effect::Write(Work::WriteForm { form, path, lang: model.lang, today: model.today }));
}

/// A form is on the disk, or not.
pub fn form_written(written: Result<(PathBuf, Option<usize>), AppError>, cx: &mut Cx<'_>) {
    match written {
        Ok((path, offered)) => {
            let path = path.display().to_string();
            let say = move |lang| match offered {
                Some(count) => words::form_with_facilities(lang, &path, &number(count as u64, lang)),
                None => words::form_written(lang, &path),
            };
            cx.toast(Tone::Good, Words::new(say));
        }
        Err(error) => cx.toast(Tone::Bad, Words::error(error)),
    }
}

/// What becomes of a table that is looked over, tried or taken in.
pub fn of_a_table(model: &mut Model, answer: Answer, cx: &mut Cx<'_>) {
    match answer {
        Answer::Surveyed(generation, survey) => model.import.surveyed(generation, survey, cx),
        Answer::ImportStep(generation, progress, passed) => model.import.is_at(generation, progress, passed),
        Answer::Imported(generation, report) => {
            let is_taken = report.as_ref().is_ok_and(|report| !report.dry_run);
            model.import.imported(generation, report, cx);
            if is_taken {
                super::answers::reload(model, cx);
            }
        }
        Answer::ListTaken(generation, report) => {
            let is_taken = report.as_ref().is_ok_and(|report| !report.dry_run);
            model.import.list_taken(generation, report, cx);
            if is_taken {
                super::answers::reload(model, cx);
            }
        }
        _ => {}
    }
}
