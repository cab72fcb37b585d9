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
        match dropped(text) {
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

/// The path that a terminal gives for a file that is dropped on it: in quotation marks, with backslashes, or as an address.
fn dropped(text: &str) -> Option<PathBuf> {
    let text = text.trim();
    let inside = ['\'', '"'].iter().find_map(|mark| text.strip_prefix(*mark)?.strip_suffix(*mark));
    let text = inside.unwrap_or(text);
    let path = if let Some(address) = text.strip_prefix("file://") {
        // Windows writes a slash before the drive.
        let plain = decoded(address);
        match plain.strip_prefix('/') {
            Some(rest) if cfg!(windows) => rest.to_owned(),
            _ => plain,
        }
    } else if inside.is_none() && !cfg!(windows) {
        without_backslashes(text)
    } else {
        text.to_owned()
    };
    (!path.is_empty()).then(|| PathBuf::from(path))
}

/// `%20` and its like as the bytes that they stand for.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let two = behind.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match two.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A backslash stands before a letter that a shell would take for something else.
fn without_backslashes(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_file_is_found_however_the_terminal_writes_its_path() {
        for (typed, path) in [
            ("/home/dara/photo.jpg", "/home/dara/photo.jpg"),
            (" '/home/dara/my photo.jpg' ", "/home/dara/my photo.jpg"),
            ("\"/home/dara/ឈ្មោះ.jpg\"", "/home/dara/ឈ្មោះ.jpg"),
            ("/home/dara/my\\ photo\\(1\\).jpg", "/home/dara/my photo(1).jpg"),
            ("file:///home/dara/my%20photo%E1%9E%80.jpg", "/home/dara/my photoក.jpg"),
            ("file:///home/100%.jpg", "/home/100%.jpg"),
        ] {
            assert_eq!(dropped(typed), Some(PathBuf::from(path)), "{typed}");
        }
        assert_eq!(dropped("  "), None);
    }
}
