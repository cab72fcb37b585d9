//! From a promise made to one judged, and from a reply asked for to a rung higher: on a real book, in both languages.

use std::path::Path;

use serde_json::json;

use super::ledger_made::day;
use super::whole::{PATIENCE, expect, start};
use super::*;
use crate::app::follow::NewSubmission;
use crate::app::{NewBook, Session, Settings};
use crate::book::{Book, Cost, Device, Options, Secret};
use crate::domain::draft::Draft;
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::standing::{Answer as Objection, RebuttalCheck};
use crate::domain::submission::Way;
use crate::domain::values::PartyOutcome;
use crate::tui::Headless;

fn options(folder: &Path) -> Options {
    Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase(""),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

fn log(session: &mut Session, visited_on: &str, waited: u32) -> CaseNumber {
    let draft = json!({
        "visited_on": visited_on, "facility": "N00003", "payer": "nssf", "consent": ["count", "story"],
        "issues": [{"code": "WAIT", "severity": "high"}], "waited_minutes": waited,
    });
    let number = session.log(&Draft::from_json(&draft).unwrap()).unwrap().number;
    session.confirm(&number).unwrap();
    number
}

/// A book with waits before and after the first of August, and two cases raised with the branch of Phnom Penh.
fn made(folder: &Path) {
    let clock = Clock::Fixed(moment());
    let mut session =
        NewBook::make(&options(folder), "KC", "Sok Dara", clock, Settings::default()).unwrap().session;
    for visit in 1..8 {
        log(&mut session, &format!("2026-07-{visit:02}"), 180 + visit);
        log(&mut session, &format!("2026-08-{:02}", visit + 2), 60 + visit);
    }
    let cases = vec![log(&mut session, "2026-09-01", 90), log(&mut session, "2026-09-02", 95)];
    let new = NewSubmission {
        party: "nssf-branch:12".parse().unwrap(),
        on: day("2026-09-10"),
        way: Way::Letter,
        cases,
        about: Some("waits".into()),
        demand: None,
        after: None,
        files: Vec::new(),
        check: Some(RebuttalCheck::all(Objection::No)),
        although_rebutted: false,
    };
    session.raise(&new).unwrap();
}

/// The program on that book.
fn begin(folder: &Path, lang: Lang) -> Headless {
    made(folder);
    let mut program = start(folder, None);
    expect(&mut program, "not encrypted");
    play(&mut program, "Enter");
    if lang == Lang::Km {
        play(&mut program, "F3");
    }
    program
}

fn play(program: &mut Headless, keys: &str) {
    program.play(keys, PATIENCE).unwrap_or_else(|error| panic!("{keys}: {error}"));
}

fn sees(program: &mut Headless, lang: Lang, km: &str, en: &str) {
    expect(program, lang.pick(km, en));
}

/// The book as it lies on the disk once the program is left.
fn left(program: Headless, folder: &Path) -> Session {
    drop(program);
    let session =
        Session::new(Book::open(&options(folder)).unwrap(), Clock::Fixed(moment()), Settings::default());
    assert!(session.book.verify().unwrap().findings.is_empty());
    session
}

#[test]
fn a_promise_is_made_moved_and_judged() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = begin(folder.path(), lang);
        play(&mut program, "w");
        sees(&mut program, lang, "មិនទាន់មានការសន្យាទេ", "No promises yet. When a party promises");
        // Of the director of a facility that the list does not hold yet.
        play(&mut program, "+ Enter Up Up Enter text:kossamak Enter");
        play(&mut program, "text:a_second_counter Tab text:01/08/2026 Tab text:half_an_hour");
        // It is said to have been made today, after it was due.
        play(&mut program, "F12");
        sees(&mut program, lang, "! ថ្ងៃទី ០១/០៨/២០២៦ មកមុន", "! 01/08/2026 lies before");
        play(&mut program, "Up Up Up Up Ctrl-U text:01/06/2026 F12");
        sees(&mut program, lang, "បានកត់ការសន្យា", "The promise is written down");
        sees(&mut program, lang, "> ▲ ០១/០៨/២០២៦  ហួសពេល", "> ▲ 01/08/2026  Overdue");
        play(&mut program, "Enter");
        sees(&mut program, lang, "សម្ដីអ្នកសន្យាខ្លួនឯង", "The promiser’s own");
        // It was moved, and the old date stays.
        play(&mut program, "e text:03/08/2026 Tab Ctrl-U text:20/07/2026 F12");
        sees(&mut program, lang, "ថ្ងៃមុនៗ", "Earlier dates  01/08/2026");
        // Before and after, one key away: seven visits on each side.
        play(&mut program, "Tab");
        sees(&mut program, lang, "មុន និងក្រោយ ០៣/០៨/២០២៦", "Before and after 03/08/2026");
        sees(&mut program, lang, "យូរជាង (", "longer (shift");
        // By the waits, which are written down with it.
        play(&mut program, "F4 F12");
        sees(&mut program, lang, "✓ បានធ្វើតាម", "✓ Kept · decided on 31 October 2026");
        sees(&mut program, lang, "៣ម៉ោង ៤នាទី", "before 03/08/2026: median 3 h 04 (n = 7)");
        play(&mut program, "F9");
        sees(&mut program, lang, "ការវាយតម្លៃការសន្យា", "Take back the judging of a promise");
        play(&mut program, "Enter");
        sees(&mut program, lang, "បានដកវិញ", "Taken back: the judging of a promise");
        // On nothing it is not judged; then by members' word.
        play(&mut program, "F4 Tab Right Right F12");
        sees(&mut program, lang, "មិនមែនតាមសម្ដីអ្នកសន្យា", "by the waits since, not by the");
        play(&mut program, "Right Up Right Right Tab Tab text:9 Tab text:2 F12");
        sees(&mut program, lang, "✗ មិនបានធ្វើតាម", "✗ Broken · decided on 31 October 2026");
        sees(&mut program, lang, "បានសួរសមាជិក ៩ នាក់", "Of 9 members asked, 2 said that it was kept.");
        play(&mut program, "Esc");
        sees(&mut program, lang, "ក្នុងចំណោម ១៖ មិនធ្វើតាម ១", "Of 1: 1 broken");
        let session = left(program, folder.path());
        let promise = session.view().promises().unwrap().remove(0);
        assert_eq!((promise.fate(), promise.due()), (Fate::Broken, Some(day("2026-08-03"))));
        let judged = promise.judged.unwrap();
        assert_eq!((judged.members, judged.waits), (Some(MembersWord { asked: 9, kept: 2 }), None));
    }
}

#[test]
fn a_reply_is_late_then_interim_then_final_and_what_is_not_settled_goes_higher() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = begin(folder.path(), lang);
        // The branch of Phnom Penh, found by typing; what was raised with it is late.
        play(&mut program, "a F4 text:nssf-branch:12 Enter");
        sees(&mut program, lang, "▲ ១", "▲ 1");
        play(&mut program, "Enter Down Down Enter");
        sees(&mut program, lang, "▲ ត្រូវឆ្លើយ", "▲ To be answered:");
        sees(&mut program, lang, "មិនទាន់មានទេ", "None yet.");
        play(&mut program, "i text:16/11/2026 Tab Enter");
        program.type_text("we need more time");
        play(&mut program, "F12 Tab text:Chea_Vuthy F12");
        sees(&mut program, lang, "បានកត់ចម្លើយបណ្ដោះអាសន្ន", "The interim reply and its date");
        // What was missed stays missed.
        sees(&mut program, lang, "ឥឡូវគេថា", "(missed; now they say 16");
        expect(&mut program, "we need more time");
        // One case upheld, the other not; only the latter is told apart by its own row.
        play(&mut program, "F4 Right Right Down Right F12");
        sees(&mut program, lang, "បានឆ្លើយ ២ ករណី", "Cases answered: 2");
        sees(&mut program, lang, "✗ មិនទទួលស្គាល់", "✗ Not upheld");
        sees(&mut program, lang, "✓ ទទួលស្គាល់", "✓ Upheld");
        // It is taken back, and told once more.
        play(&mut program, "F9");
        sees(&mut program, lang, "ចម្លើយរបស់ភាគី", "Take back the party’s reply");
        play(&mut program, "Enter");
        sees(&mut program, lang, "○ រង់ចាំចម្លើយ", "○ waits");
        play(&mut program, "F4 Right Right F12");
        sees(&mut program, lang, "ករណី ២ · បានឆ្លើយ ២", "Cases: 2 · answered: 2");
        sees(&mut program, lang, "និយ័តករ", "may be written to until");
        // A promise in it, then a rung higher with both.
        play(&mut program, "+ text:an_agent_in_the_morning F12");
        sees(&mut program, lang, "○ កំពុងរង់ចាំ", "○ Pending");
        play(&mut program, "F12 F12");
        sees(&mut program, lang, "បានយក ២ ករណី", "Taken a rung higher: 2 cases.");
        sees(&mut program, lang, "បន្តពី", "Taken from");
        let session = left(program, folder.path());
        let submissions = session.view().submissions().unwrap();
        assert_eq!(submissions.len(), 2);
        let (branch, higher) = (&submissions[0], &submissions[1]);
        assert_eq!(branch.replies.len(), 2);
        assert!(
            branch
                .made
                .cases
                .iter()
                .all(|case| branch.outcome_of(*case).unwrap().1 == PartyOutcome::NotUpheld)
        );
        assert_eq!(
            (higher.made.party.to_string(), higher.made.after),
            ("phd:12".to_owned(), Some(branch.id))
        );
        let promise = session.view().promises().unwrap().remove(0);
        assert_eq!(promise.promised.submission, Some(branch.id));
    }
}

#[test]
fn people_the_ladder_and_process_figures_are_of_the_book() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = begin(folder.path(), lang);
        play(&mut program, "a F12 Enter text:commune_council F12");
        expect(&mut program, "party:other:\"commune council\"");
        play(&mut program, "F4 text:Chan_Sok Tab text:clerk F12");
        expect(&mut program, "> Chan Sok, clerk");
        play(&mut program, "Down Enter Tab Ctrl-U text:10 F12");
        sees(&mut program, lang, "ឆ្លើយក្នុង ១០", "answer within 10");
        play(&mut program, "Up Del");
        sees(&mut program, lang, "មិនទាន់កត់នរណាទេ", "Nobody is written down yet.");
        play(&mut program, "F9 Enter");
        expect(&mut program, "> Chan Sok, clerk");
        play(&mut program, "F6 Enter z");
        sees(&mut program, lang, "ជណ្ដើរសម្រាប់", "The ladder for Preah Kossamak Hospital");
        sees(&mut program, lang, "→ បន្ទាប់", "→ next");
        play(&mut program, "y Down");
        sees(&mut program, lang, "ក្នុង ២ ករណីដែលបានដាក់ជូន", "Of 2 cases raised with");
        play(&mut program, "Tab Tab");
        sees(&mut program, lang, "តាមមូលដ្ឋានសុខាភិបាល", "by facility");
        sees(&mut program, lang, "មន្ទីរពេទ្យ", "Preah Kossamak");
        play(&mut program, "/ text:province:kampot Enter");
        sees(&mut program, lang, "មិនទាន់មានករណីបានដាក់ជូន", "No case was raised within what is chosen.");
        let session = left(program, folder.path());
        let council = session.view().described_parties().unwrap().remove(0);
        assert_eq!((council.clocks.answer, council.contacts[0].name.as_str()), (10, "Chan Sok"));
    }
}
