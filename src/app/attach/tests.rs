//! What is attached is clean, is found damaged where it is, and goes with what it belongs to.

use chrono::{Days, TimeDelta};
use serde_json::json;

use super::*;
use crate::app::tests::session;
use crate::app::{Clock, NewBook, Settings};
use crate::book::{Cost, Device, Finding, Options, Secret};
use crate::domain::draft::Draft;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/intake/attachment/tests").join(name)
}

fn log(session: &mut Session, consent: &[&str]) -> CaseNumber {
    let draft = Draft::from_json(&json!({
        "visited_on": "2026-10-03", "facility": "N00003", "issues": ["WAIT:high"], "consent": consent,
        "member": {"name": "Chan Sokha"},
    }));
    session.log(&draft.unwrap()).unwrap().number
}

/// A book without a passphrase, in whose file one can look.
fn in_clear(folder: &Path) -> Session {
    let options = Options {
        path: folder.join("book"),
        secret: Secret::passphrase(""),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    };
    let clock = Clock::Fixed("2026-11-22T09:00:00+07:00".parse().unwrap());
    NewBook::make(&options, "KC", "Sok Dara", clock, Settings::default()).unwrap().session
}

/// Whether bytes stand anywhere in the book's files.
fn is_in_files(folder: &Path, what: &[u8]) -> bool {
    ["book", "book-wal"].iter().any(|name| {
        let bytes = std::fs::read(folder.join(name)).unwrap_or_default();
        memchr::memmem::find(&bytes, what).is_some()
    })
}

fn is_sound(session: &Session) -> bool {
    session.book.verify().unwrap().findings.is_empty()
}

/// A part of the sample's pixels, which pages of the book hold in one piece.
fn pixels(session: &Session, number: &CaseNumber) -> Vec<u8> {
    let bytes = session.attachment_bytes(number, 1).unwrap().1;
    bytes[bytes.len() - 120..].to_vec()
}

#[test]
fn a_photo_is_kept_without_its_position_and_comes_out_as_it_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = in_clear(folder.path());
    let number = log(&mut session, &[]);
    let done =
        session.attach(&number, &[sample("photo.jpg"), sample("voice.ogg")], " the queue slip ").unwrap();
    assert_eq!((done.added, done.may_be_a), (2, true));
    let [photo, voice] = done.all.as_slice() else { panic!("{:?}", done.all) };
    assert_eq!(
        (photo.media, voice.media, photo.note.as_deref()),
        (Media::Jpeg, Media::Ogg, Some("the queue slip"))
    );
    assert!(photo.stripped.contains(&Stripped::Position) && photo.is_here);
    assert!(!is_in_files(folder.path(), b"CHANSOKHA") && !is_in_files(folder.path(), b"photo.jpg"));
    let saved = folder.path().join("out.jpg");
    session.save_attachment(&number, 1, &saved).unwrap();
    let bytes = std::fs::read(&saved).unwrap();
    assert!(digest_of(&bytes) == photo.sha256 && memchr::memmem::find(&bytes, b"CHANSOKHA").is_none());
    assert!(matches!(session.save_attachment(&number, 1, &saved), Err(AppError::FileExists(_))));
    assert!(is_sound(&session));
    let again = session.attach(&number, &[sample("photo.png"), sample("photo.jpg")], "");
    assert!(matches!(again, Err(AppError::Attach(AttachError::Already(_)))));
    assert_eq!(session.attachments(&number).unwrap().len(), 2, "all or none");
    let none = session.attach(&number, &[sample("film.mp4")], "");
    assert!(matches!(none, Err(AppError::Attach(AttachError::CannotKeep(_, CannotKeep::Film)))));
    assert!(matches!(session.detach(&number, 3), Err(AppError::Attach(AttachError::NoSuch(3, 2)))));
}

#[test]
fn an_undo_takes_the_bytes_along_and_a_removal_can_be_undone_for_some_days() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = in_clear(folder.path());
    let number = log(&mut session, &[]);
    session.attach(&number, &[sample("photo.jpg")], "").unwrap();
    let seen = pixels(&session, &number);
    session.undo().unwrap();
    assert!(session.attachments(&number).unwrap().is_empty() && !is_in_files(folder.path(), &seen));
    assert!(is_sound(&session));

    session.attach(&number, &[sample("photo.jpg")], "").unwrap();
    session.detach(&number, 1).unwrap();
    assert!(session.attachments(&number).unwrap().is_empty() && is_sound(&session));
    session.undo().unwrap();
    assert_eq!(pixels(&session, &number), seen);
    session.detach(&number, 1).unwrap();
    let later = session.clock.now() + Days::new(8) + TimeDelta::minutes(1);
    session.clock = Clock::Fixed(later);
    session.attach(&number, &[sample("voice.wav")], "").unwrap();
    assert!(!is_in_files(folder.path(), &seen), "its days are over");
    assert!(is_sound(&session));
}

#[test]
fn an_erasure_takes_photos_and_notes_but_not_what_another_case_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = in_clear(folder.path());
    let (one, other) = (log(&mut session, &[]), log(&mut session, &[]));
    session.attach(&one, &[sample("photo.jpg")], "Sokha at the counter").unwrap();
    session.attach(&other, &[sample("photo.jpg")], "").unwrap();
    let seen = pixels(&session, &one);
    session.erase(&one).unwrap();
    assert!(session.attachments(&one).unwrap().is_empty());
    assert!(!is_in_files(folder.path(), b"Sokha at the counter"));
    assert_eq!(pixels(&session, &other), seen);
    assert!(matches!(
        session.attach(&one, &[sample("photo.png")], ""),
        Err(AppError::Book(BookError::Erased(_)))
    ));
    session.erase(&other).unwrap();
    assert!(!is_in_files(folder.path(), &seen));
    assert!(is_sound(&session));
}

#[test]
fn damaged_and_missing_bytes_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = log(&mut session, &[]);
    session.attach(&number, &[sample("photo.jpg")], "").unwrap();
    for sql in ["UPDATE attachment SET bytes = x'00'", "DELETE FROM attachment"] {
        session.book.in_sql(sql);
        assert_eq!(
            session.book.verify().unwrap().findings,
            [Finding::Attachment(number.to_string())],
            "{sql}"
        );
        assert!(session.attachment_bytes(&number, 1).is_err());
    }
}

#[test]
fn only_what_members_agreed_to_show_is_written_out_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let (agreed, not) =
        (log(&mut session, &["count", "media"]), log(&mut session, &["count", "story", "name"]));
    session.attach(&agreed, &[sample("photo.jpg"), sample("paper.pdf")], "").unwrap();
    session.attach(&not, &[sample("photo.png")], "").unwrap();
    let out = folder.path().join("out");
    assert_eq!(session.export_attachments("", &out).unwrap(), (2, 1));
    let mut names: Vec<String> = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, [format!("{agreed}-1.jpg"), format!("{agreed}-2.pdf")]);
}
