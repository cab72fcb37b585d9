//! What is attached to the case that is read: laid to it by the path of a file, opened by the system's viewer, taken away.

use std::path::PathBuf;

use super::CaseScreen;
use crate::app::{AppError, AttachmentView};
use crate::i18n::numbers::megabytes;
use crate::i18n::{Lang, Named, dates};
use crate::tui::action::Action;
use crate::tui::effect::{Deed, Effect, Generation, Work};
use crate::tui::layers::{Asking, Item, Menu, Message, Picking, Prompt, Question, Run};
use crate::tui::model::{Cx, Request, Tone, Words};
use crate::tui::paths::path_of;
use crate::tui::words;

/// What can be done with attachments.
pub const ATTACHING: [Action; 3] = [Action::Attach, Action::OpenAttachment, Action::RemoveAttachment];

impl CaseScreen {
    fn attachments(&self) -> &[AttachmentView] {
        self.story().map(|story| story.attachments.as_slice()).unwrap_or_default()
    }

    /// Whether anything is attached.
    pub fn has_attachments(&self) -> bool {
        !self.attachments().is_empty()
    }

    /// Does what an action says with attachments.
    pub(super) fn handle_attachments(&mut self, action: Action, cx: &mut Cx<'_>) {
        let picking = match action {
            Action::Attach => {
                let (title, hint) = (Words::fixed(words::attach_title), Words::fixed(words::attach_hint));
                return cx.requests.push(Request::Lay(Prompt::line(Asking::AttachmentPath, title, hint, "")));
            }
            Action::OpenAttachment => Picking::OpenAttachment,
            _ => Picking::RemoveAttachment,
        };
        match self.attachments() {
            [] => {}
            [_] => self.attachment_picked(picking, 0, cx),
            several => {
                let items = several.iter().enumerate().map(|(index, one)| {
                    let one = one.clone();
                    Item {
                        label: Words::new(move |lang| described(&one, lang)),
                        note: String::new(),
                        found_by: String::new(),
                        run: Run::Pick(picking, index),
                    }
                });
                let title = Words::fixed(words::attachments);
                cx.requests.push(Request::Lay(Menu::choice(title, items.collect(), 0)));
            }
        }
    }

    /// One of them was chosen.
    pub fn attachment_picked(&mut self, picking: Picking, index: usize, cx: &mut Cx<'_>) {
        if picking == Picking::RemoveAttachment {
            self.put(Deed::Detach(index + 1), cx);
        } else if let Some(number) = &self.number {
            cx.effects.push(Effect::Write(Work::LayAttachment(number.clone(), index + 1)));
        }
    }

    /// The path of a file was typed, or a file was dropped.
    pub fn told_attachment(&mut self, text: &str, cx: &mut Cx<'_>) -> Result<Option<Generation>, Words> {
        match path_of(text) {
            Some(path) => Ok(Some(self.put(Deed::Attach(path), cx))),
            None => Err(Words::fixed(words::attach_hint)),
        }
    }

    /// A copy lies in a private folder: the system opens it, and the officer says when it was seen.
    pub fn laid_attachment(laid: Result<Option<PathBuf>, AppError>, cx: &mut Cx<'_>) {
        match laid {
            Ok(None) => cx.toast(Tone::Good, Words::fixed(words::attachment_wiped)),
            Ok(Some(path)) => {
                cx.effects.push(Effect::OpenFile(path));
                let text = Words::fixed(words::attachment_opened);
                cx.requests.push(Request::Lay(Message::ask(
                    Question::AttachmentSeen,
                    words::attachment_opened_title,
                    text,
                )));
            }
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }
}

/// `Photo · 2.4 MB · 22/11/2026 · the queue slip`.
pub(super) fn described(one: &AttachmentView, lang: Lang) -> String {
    let mut parts = vec![one.media.name(lang).to_owned(), megabytes(one.size, lang)];
    parts.extend(one.on.map(|on| dates::date(on, lang)));
    parts.extend(one.note.clone());
    parts.extend((!one.is_here).then(|| words::attachment_not_here(lang).to_owned()));
    parts.join(" · ")
}

/// What was taken out of it before it was kept.
pub(super) fn stripped(one: &AttachmentView, lang: Lang) -> Option<String> {
    let names: Vec<&str> = one.stripped.iter().map(|stripped| stripped.name(lang)).collect();
    (!names.is_empty()).then(|| words::attachment_stripped(lang, &names.join(", ")))
}
