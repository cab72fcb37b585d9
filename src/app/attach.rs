//! Photos, papers and recordings of a case: laid to it clean, read, written out when asked, and taken away.

mod error;
mod words;

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::log::{plain, to_json};
use super::{AppError, Session, free_path, write_whole};
use crate::book::{BookError, NewEntry, View, digest_of};
use crate::domain::attachment::{Attached, Attachment, Detached, LARGEST, LONGEST_NOTE, Media, Stripped};
use crate::domain::entry::Kind;
use crate::domain::number::CaseNumber;
use crate::domain::values::{Evidence, Purpose};
use crate::intake::attachment::{CannotKeep, Clean, clean};

/// What can go wrong with attachments.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttachError {
    /// A file that cannot be kept: which, and why.
    #[error("{}: {}", .0.display(), .1)]
    CannotKeep(PathBuf, CannotKeep),
    /// A file that cannot be read: which, and why.
    #[error("{}: {}", .0.display(), .1)]
    CannotRead(PathBuf, std::io::ErrorKind),
    /// The very same file is attached to the case already.
    #[error("{} is attached already", .0.display())]
    Already(PathBuf),
    /// The case has no attachment of that number; it has so many.
    #[error("no attachment {0} of {1}")]
    NoSuch(usize, usize),
    /// The bytes are not in this book: they came without them, or went.
    #[error("the bytes are not here")]
    NotHere,
    /// A note longer than can be taken, in characters.
    #[error("a note of {0} characters")]
    LongNote(usize),
}

/// An attachment as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttachmentView {
    /// Its number in its case, from 1.
    pub number: usize,
    /// What it is, by its bytes.
    pub media: Media,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of them.
    pub sha256: String,
    /// What was taken out before it was kept.
    pub stripped: Vec<Stripped>,
    /// The day on which it was attached.
    pub on: Option<chrono::NaiveDate>,
    /// The desk that attached it.
    pub desk: String,
    /// What the officer noted beside it, where that was not erased.
    pub note: Option<String>,
    /// Whether the bytes are in this book.
    pub is_here: bool,
}

/// What was attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachDone {
    /// What is attached to the case now.
    pub all: Vec<AttachmentView>,
    /// How many of them are new: the last ones.
    pub added: usize,
    /// Whether the case has a grade of evidence below A, which a photo, a paper or a slip would make it.
    pub may_be_a: bool,
}

impl AttachmentView {
    /// What is attached to a case.
    pub fn all(view: &View<'_>, number: &CaseNumber) -> Result<Vec<Self>, AppError> {
        let attachments = view.case(number)?.case.follow.attachments;
        (1..).zip(&attachments).map(|(number, one)| Self::of(view, number, one)).collect()
    }

    fn of(view: &View<'_>, number: usize, attachment: &Attachment) -> Result<Self, AppError> {
        let Attached { sha256, media, size, stripped } = attachment.file.clone();
        Ok(Self {
            number,
            media,
            size,
            sha256,
            stripped,
            on: attachment.on,
            desk: attachment.desk.clone(),
            note: view.note_of(attachment)?,
            is_here: view.has_attachment(attachment)?,
        })
    }
}

impl Session {
    /// What is attached to a case.
    pub fn attachments(&self, number: &CaseNumber) -> Result<Vec<AttachmentView>, AppError> {
        AttachmentView::all(&self.view(), number)
    }

    /// Attaches files to a case, all or none, in one batch. Each is cleaned first; what it was called is not kept.
    pub fn attach(
        &mut self,
        number: &CaseNumber,
        paths: &[PathBuf],
        note: &str,
    ) -> Result<AttachDone, AppError> {
        let note = note.trim();
        let length = note.chars().count();
        if length > LONGEST_NOTE {
            return Err(AttachError::LongNote(length).into());
        }
        let files: Vec<(&PathBuf, Clean)> =
            paths.iter().map(|path| Ok((path, read_clean(path)?))).collect::<Result<_, AppError>>()?;
        let clock = self.clock;
        let batch = clock.new_id();
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            door.sweep_attachments(clock.milliseconds())?;
            let subject = door.subject_of(number)?;
            let folded = door.folded(subject)?.ok_or_else(|| BookError::NoSuchCase(number.clone()))?;
            if folded.case.erased {
                return Err(BookError::Erased(number.clone()).into());
            }
            let mut held: Vec<String> =
                folded.case.follow.attachments.into_iter().map(|one| one.file.sha256).collect();
            for (path, file) in &files {
                let sha256 = digest_of(&file.bytes);
                if held.contains(&sha256) {
                    return Err(AttachError::Already((*path).clone()).into());
                }
                door.keep_bytes(&file.bytes)?;
                door.append(entry(subject, batch, &sha256, file, note))?;
                held.push(sha256);
            }
            Ok(())
        })?;
        let all = self.attachments(number)?;
        let may_be_a = self.view().case(number)?.case.record.evidence != Evidence::A
            && files.iter().any(|(_, file)| !file.media.is_sound());
        Ok(AttachDone { all, added: files.len(), may_be_a })
    }

    /// Takes an attachment away. For some days an undo brings it back; then its bytes are gone.
    pub fn detach(&mut self, number: &CaseNumber, which: usize) -> Result<(), AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            door.sweep_attachments(clock.milliseconds())?;
            let subject = door.subject_of(number)?;
            let folded = door.folded(subject)?.ok_or_else(|| BookError::NoSuchCase(number.clone()))?;
            let sha256 = nth(&folded.case.follow.attachments, which)?.file.sha256.clone();
            door.append(plain(Kind::Detached, subject, clock.new_id(), &json!(Detached { sha256 })))?;
            Ok(())
        })
    }

    /// The bytes of an attachment with what they are.
    pub fn attachment_bytes(&self, number: &CaseNumber, which: usize) -> Result<(Media, Vec<u8>), AppError> {
        let view = self.view();
        let case = view.case(number)?.case;
        let attachment = nth(&case.follow.attachments, which)?;
        let bytes = view.attachment(attachment)?.ok_or(AttachError::NotHere)?;
        Ok((attachment.file.media, bytes))
    }

    /// Writes an attachment to a file; never over one that is there.
    pub fn save_attachment(&self, number: &CaseNumber, which: usize, path: &Path) -> Result<(), AppError> {
        if path.exists() {
            return Err(AppError::FileExists(path.to_owned()));
        }
        let (_, bytes) = self.attachment_bytes(number, which)?;
        write_bytes(path, &bytes)
    }

    /// Writes what is attached to the cases of a query whose members agree to media, into a folder: by the number of the
    /// case. Returns how many files were written, and how many were left out for want of consent.
    pub fn export_attachments(&mut self, query: &str, folder: &Path) -> Result<(usize, usize), AppError> {
        let listing = self.listing(query, crate::book::Order::Visited, None)?;
        std::fs::create_dir_all(folder).map_err(|source| AppError::file(folder, source))?;
        let (mut written, mut left_out) = (0, 0);
        for stored in self.view().list(&listing)? {
            let case = stored.case;
            if !case.record.consent.contains(&Purpose::Media) {
                left_out += case.follow.attachments.len();
                continue;
            }
            for (which, attachment) in (1_usize..).zip(&case.follow.attachments) {
                if let Some(bytes) = self.view().attachment(attachment)? {
                    let name = format!("{}-{which}.{}", case.number, attachment.file.media.ending());
                    write_bytes(&free_path(&folder.join(name)), &bytes)?;
                    written += 1;
                }
            }
        }
        Ok((written, left_out))
    }
}

fn nth(attachments: &[Attachment], which: usize) -> Result<&Attachment, AttachError> {
    let found = which.checked_sub(1).and_then(|place| attachments.get(place));
    found.ok_or(AttachError::NoSuch(which, attachments.len()))
}

fn entry(subject: Uuid, batch: Uuid, sha256: &str, file: &Clean, note: &str) -> NewEntry {
    let attached = Attached {
        sha256: sha256.to_owned(),
        media: file.media,
        size: file.bytes.len() as u64,
        stripped: file.stripped.clone(),
    };
    NewEntry {
        kind: Kind::Attached,
        subject,
        batch,
        body: to_json(&attached),
        identity: None,
        // Erased with the identity: it may say who is seen.
        narrative: (!note.is_empty()).then(|| note.as_bytes().to_vec()),
    }
}

/// Reads a file, no further than it may be long, and cleans it.
fn read_clean(path: &Path) -> Result<Clean, AppError> {
    use std::io::{Error, ErrorKind, Read};
    let failed = |error: Error| match error.kind() {
        kind @ (ErrorKind::NotFound
        | ErrorKind::PermissionDenied
        | ErrorKind::IsADirectory
        | ErrorKind::NotADirectory
        | ErrorKind::InvalidFilename) => AttachError::CannotRead(path.to_owned(), kind).into(),
        _ => AppError::file(path, error),
    };
    let file = std::fs::File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    let mut bytes = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    let cleaned = clean(&bytes).map_err(|why| match why {
        CannotKeep::TooLarge(_) => CannotKeep::TooLarge(size),
        why => why,
    });
    cleaned.map_err(|why| AttachError::CannotKeep(path.to_owned(), why).into())
}

fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    use std::io::Write;
    write_whole(path, |file| file.write_all(bytes).map_err(|error| AppError::file(path, error)))
}

#[cfg(test)]
mod tests;
