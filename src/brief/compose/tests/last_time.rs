//! What a brief says of what was asked last time.

use super::*;
use crate::brief::suppress::{Raised, tell_raised};
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::submission::Way;
use crate::domain::values::PartyOutcome::{NotUpheld, Partly, Upheld};

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// A submission of so many cases, of which the party upheld some.
fn asked(on: &str, cases: u32, answer: Answered) -> Asked {
    let outcome = |case: u32| match case % 4 {
        _ if !matches!(answer, Answered::On(..)) => None,
        0 | 1 => Some(Upheld),
        2 => Some(Partly),
        _ => Some(NotUpheld),
    };
    let cases = (0..cases).map(|case| (case, outcome(case))).collect();
    let told = tell_raised(&[Raised { cases, beside: Vec::new() }]).remove(0);
    let what = Some("A second counter | in the morning".into());
    Asked { on: day(on), way: Way::Letter, what, cases: told, answer, moved: 0 }
}

fn pledged(fate: Fate, word: Word) -> Pledged {
    Pledged {
        what: "A second counter".into(),
        party: "the hospital".into(),
        who: "Dr. Sandan Krasang, director".into(),
        place: Some("Kandal".into()),
        on: day("2026-01-20"),
        due: (Some(day("2026-03-02")), None),
        fate,
        is_overdue: false,
        word,
    }
}

fn waited() -> Waited {
    let of = |waits: &[(u32, u32)]| waits.iter().copied().collect::<Waits>();
    let found = compare(&of(&[(100, 15), (110, 15)]), &of(&[(190, 20), (200, 21)]));
    Waited { day: day("2026-03-02"), found }
}

/// A party that was asked five times and promised six things.
pub(super) fn last_time() -> LastTime {
    LastTime {
        asked: vec![
            asked("2025-02-11", 12, Answered::On(day("2025-03-06"), 0)),
            asked("2025-06-02", 3, Answered::On(day("2025-07-08"), 5)),
            Asked { moved: 2, ..asked("2025-11-04", 9, Answered::On(day("2025-12-01"), 0)) },
            asked("2026-02-03", 16, Answered::Silent(day("2026-03-03"), 160)),
            asked("2026-09-01", 14, Answered::On(day("2026-09-25"), 0)),
        ],
        pace: Pace { in_time: 3, decided: 5, answered: 5, median: Some(18.0), p90: Some(26.0) },
        promises: vec![
            pledged(Fate::Kept, Word { waits: Some(Some(waited())), ..Word::default() }),
            pledged(Fate::Partly, Word { members: Some(MembersWord { asked: 13, kept: 6 }), waits: None }),
            pledged(Fate::Broken, Word { members: Some(MembersWord { asked: 9, kept: 2 }), waits: None }),
            pledged(Fate::Broken, Word { waits: Some(None), ..Word::default() }),
            pledged(Fate::Kept, Word { members: Some(MembersWord { asked: 7, kept: 7 }), waits: None }),
            Pledged {
                due: (Some(day("2026-09-01")), Some(day("2026-10-15"))),
                is_overdue: true,
                ..pledged(Fate::Pending, Word::default())
            },
        ],
    }
}

fn text(lang: Lang) -> String {
    markdown::render(&compose(&Facts { last_time: last_time(), ..facts() }, lang))
}

#[test]
fn it_says_what_was_asked_what_came_and_what_was_promised() {
    let said = text(Lang::En);
    for wanted in [
        "## What we asked last time, and what happened",
        "| 11 February 2025, letter | A second counter \\| in the morning | 12 | 6 March 2025, in time | upheld 6 (50%); upheld in part, not upheld together 6 (50%) |",
        "| &lt;5 | 8 July 2025, late by 5 working days | – |",
        "1 December 2025, in time (the party asked for a later date 2 times)",
        "| 16 | None; it was due by 3 March 2026, 160 working days ago | – |",
        "Of 5 that were answered or are overdue, 3 were answered in time: 60% (95%: 23%–88%).",
        "The median time to an answer was 18 working days (n = 5).",
        "the hospital (Dr. Sandan Krasang, director), 20 January 2026; to be seen in Kandal",
        "Median wait before its date 3 h 20 (n = 41), since then 1 h 45 (n = 30). Since then against before: shorter (shift −1 h 30, p &lt; 0.001)",
        "Members’ word: 6 of 13 say that it was kept.",
        "Members’ word; the numbers are too small to be told.",
        "The waits before and since; the numbers are too small to be told.",
        "| 15 October 2026, at first 1 September 2026 | Overdue, not decided yet | – |",
        "Of 5 promises that were decided, 2 were kept: 40%",
    ] {
        assert!(said.contains(wanted), "{wanted}\n{said}");
    }
    assert!(!said.contains("90th percentile 26"), "{said}");
}

#[test]
fn it_says_so_in_khmer() {
    let said = text(Lang::Km);
    for wanted in [
        "## អ្វីដែលយើងបានស្នើលើកមុន និងអ្វីដែលបានកើតឡើង",
        "ទទួលស្គាល់ ៦ ករណី (៥០%)",
        "ពាក្យរបស់សមាជិក៖ ៦ ក្នុង ១៣ នាក់និយាយថាបានធ្វើ។",
        "ក្នុងចំណោម ៥ លើកដែលបានឆ្លើយ ឬហួសពេល មាន ៣ លើកទាន់ពេល",
        "ហួសពេល មិនទាន់ដឹង",
    ] {
        assert!(said.contains(wanted), "{wanted}\n{said}");
    }
}

#[test]
fn figures_of_few_submissions_and_promises_are_not_told() {
    let mut few = last_time();
    few.asked.truncate(2);
    few.pace = Pace { in_time: 1, decided: 2, answered: 2, median: Some(20.0), p90: None };
    few.promises.truncate(3);
    let said = markdown::render(&compose(&Facts { last_time: few, ..facts() }, Lang::En));
    assert!(said.contains("What we raised before") && said.contains("A second counter"), "{said}");
    assert!(!said.contains("median time to an answer") && !said.contains("were answered in time:"), "{said}");
    assert!(!said.contains("promises that were decided"), "{said}");
}

#[test]
fn either_table_stands_alone_and_nothing_stands_where_nothing_was() {
    let said = |last_time| markdown::render(&compose(&Facts { last_time, ..facts() }, Lang::En));
    let heading = "What we asked last time";
    assert!(!said(LastTime::default()).contains(heading));
    let asked = said(LastTime { promises: Vec::new(), ..last_time() });
    assert!(asked.contains(heading) && !asked.contains("What was promised"));
    let promised = said(LastTime { asked: Vec::new(), pace: Pace::default(), ..last_time() });
    assert!(promised.contains(heading) && !promised.contains("What we raised before"));
}
