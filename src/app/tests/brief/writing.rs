//! A brief and what goes with it are written all or none.

use super::*;
use crate::app::brief::{Paper, Step};

#[test]
fn a_brief_and_what_goes_with_it_are_written_all_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let out = tempfile::tempdir().unwrap();
    let prepared = session.prepare_brief(&request("nssf")).unwrap();
    let at = |name: &str| out.path().join(name);
    let document = prepared.document();
    let papers =
        [(Paper::Letter, at("letter.md"), document.clone()), (Paper::Agenda, at("agenda.md"), document)];
    let remembered = |session: &Session| {
        session.view().entries_of(uuid::Uuid::from_bytes(*b"wardbook briefs1")).unwrap().len()
    };
    let lies = || std::fs::read_dir(out.path()).unwrap().count();
    // Cancelled before each of them, and when all are made.
    for cancelled in 1..=4 {
        let asked = std::cell::Cell::new(0);
        let goes_on = |step: Step| {
            asked.set(asked.get() + 1);
            assert_eq!((step.number, step.of), (asked.get().min(3), 3));
            asked.get() < cancelled
        };
        let written = session.write_papers(&prepared, &at("brief.md"), &papers, &goes_on);
        assert!(matches!(written, Err(AppError::Cancelled)));
        assert_eq!((asked.get(), lies(), remembered(&session)), (cancelled, 0, 0));
    }
    // One that cannot be made: the brief is not there either.
    let folder_there = [(Paper::Letter, out.path().to_owned(), prepared.document())];
    assert!(session.write_papers(&prepared, &at("brief.md"), &folder_there, &|_| true).is_err());
    let unknown = [(Paper::Letter, at("letter.doc"), prepared.document())];
    assert!(session.write_papers(&prepared, &at("brief.md"), &unknown, &|_| true).is_err());
    assert_eq!((lies(), remembered(&session)), (0, 0));
    // One whose name is taken at the last moment: what was written goes, and the book says that it was not written.
    let asked = std::cell::Cell::new(0);
    let takes_the_name = |_: Step| {
        asked.set(asked.get() + 1);
        if asked.get() == 4 {
            std::fs::create_dir_all(at("letter.md").join("x")).unwrap();
        }
        true
    };
    assert!(session.write_papers(&prepared, &at("brief.md"), &papers, &takes_the_name).is_err());
    assert_eq!((lies(), remembered(&session)), (1, 2));
    session.log(&case(KOSSAMAK, "2026-10-03", &["count"])).unwrap();
    assert_eq!(session.prepare_brief(&request("nssf")).unwrap().warnings(), []);
    assert_eq!(session.book.verify().unwrap().findings, []);
    // At last it is written, and remembered.
    std::fs::remove_dir_all(at("letter.md")).unwrap();
    session.write_papers(&prepared, &at("brief.md"), &papers, &|_| true).unwrap();
    assert_eq!((lies(), remembered(&session)), (3, 3));
    assert_eq!(session.prepare_brief(&request("nssf")).unwrap().warnings().len(), 1);
}
