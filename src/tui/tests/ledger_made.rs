//! Promises, parties, submissions and process figures as the workers would find them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::figures::facility_view;
use super::{kossamak, number};
use crate::app::follow::{PartyKnown, Process, ProcessGroup, Share};
use crate::domain::clock::{Calendar, Clocks, Due, Pause};
use crate::domain::entry::Stamp;
use crate::domain::party::{Contact, Described, Party};
use crate::domain::promise::{Fate, Judged, MembersWord, Moved, Promise, Promised, WaitsSince, Whereabouts};
use crate::domain::submission::{FileMark, Made, Reply, State, Submission, Way};
use crate::domain::values::{MemberOutcome, PartyOutcome, Status};
use crate::tui::effect::ledger::{
    CaseRaised, Fates, Found, LadderPage, LedgerDeed, LedgerDone, Look, PartyPage, PartyRow, PromisePage,
    PromiseRow, SubmissionPage, SubmissionRow,
};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What is known of a party; the branch of Kandal has somebody to speak to.
pub fn known(party: &str) -> PartyKnown {
    let party: Party = party.parse().unwrap();
    let (name_km, name_en) = match &party {
        Party::NssfBranch(_) => ("សាខា ប.ស.ស. ខេត្ត កណ្ដាល", "Kandal NSSF"),
        Party::Facility(_) => ("មន្ទីរពេទ្យព្រះកុសុមៈ", "Preah Kossamak Hospital"),
        Party::Agent(_) => ("ភ្នាក់ងារ ប.ស.ស.", "the agent"),
        Party::HealthDepartment(_) => ("មន្ទីរសុខាភិបាល", "the health department"),
        Party::Nssf => ("បេឡាជាតិសន្តិសុខសង្គម", "the fund"),
        Party::Employer(_) => ("រោងចក្រ", "Golden Star"),
        _ => ("ក្រសួង", "the ministry"),
    };
    let is_branch = matches!(party, Party::NssfBranch(_));
    let contacts = if is_branch {
        vec![Contact {
            name: "Sok Dara".into(), role: "ប្រធាន".into(), reach: "012 345 678".into()
        }]
    } else {
        Vec::new()
    };
    let clocks = Clocks::default();
    PartyKnown {
        party,
        name_km: name_km.into(),
        name_en: name_en.into(),
        contacts,
        clocks,
        is_described: is_branch,
    }
}

fn promise(id: u128, party: &str, what: &str, due: Option<&str>) -> PromiseRow {
    let party = known(party);
    let place = match (party.party.facility(), party.party.province()) {
        (Some(id), _) => Whereabouts::Facility(id.clone()),
        (None, Some(code)) => Whereabouts::Province(code),
        _ => Whereabouts::Country,
    };
    let (place_km, place_en) = match &place {
        Whereabouts::Country => ("", ""),
        Whereabouts::Province(_) => ("កណ្ដាល", "Kandal"),
        Whereabouts::Facility(_) => ("មន្ទីរពេទ្យព្រះកុសុមៈ", "Preah Kossamak Hospital"),
    };
    let promised = Promised {
        party: party.party.clone(),
        what: what.to_owned(),
        who: Some("Sok Dara".into()),
        role: Some("ប្រធាន".into()),
        said_where: Some("ការប្រជុំ".into()),
        on: day("2026-06-01"),
        due: due.map(day),
        shown_by: Some("ការរង់ចាំខ្លីជាងមុន".into()),
        place,
        submission: None,
    };
    let promise = Promise {
        id: Uuid::from_u128(id),
        at: Stamp(id as u64),
        desk: "KC".parse().unwrap(),
        officer: "Sok Dara".into(),
        promised,
        moved: Vec::new(),
        judged: None,
    };
    let (place_km, place_en) = (place_km.to_owned(), place_en.to_owned());
    let mut row = PromiseRow { promise, party, place_km, place_en, stands: None };
    stand(&mut row);
    row
}

fn stand(row: &mut PromiseRow) {
    row.stands = row.promise.stands(day("2026-10-31"), 3, &Calendar::default());
}

/// Four that are pending, one of them overdue and one near, then what was decided.
pub fn promises() -> Vec<PromiseRow> {
    let judged = |id, fate, members, waits| {
        let mut row = promise(id, "facility:N00003", "បញ្ជរសម្រាប់អ្នកប្រើប័ណ្ណ", Some("2026-07-01"));
        row.promise.judged = Some(Judged { fate, on: day("2026-08-20"), members, waits, note: None });
        stand(&mut row);
        row
    };
    let mut overdue = promise(1, "nssf-branch:08", "ភ្នាក់ងារពីរនាក់នៅពេលព្រឹក", Some("2026-09-01"));
    overdue.promise.moved.push(Moved { on: day("2026-08-25"), due: day("2026-10-20") });
    overdue.promise.promised.submission = Some(Uuid::from_u128(11));
    stand(&mut overdue);
    let word = MembersWord { asked: 9, kept: 7 };
    let waits = WaitsSince { day: day("2026-07-01"), before: (41, Some(150)), after: (38, Some(70)) };
    vec![
        overdue,
        promise(2, "nssf", "ខ្សែទូរស័ព្ទដែលមានអ្នកឆ្លើយ", Some("2026-11-02")),
        promise(3, "moh", "សៀវភៅណែនាំអំពីបញ្ជរ", Some("2027-03-01")),
        promise(4, "nssf-branch:08", "បញ្ជីឈ្មោះដែលបានកែ", None),
        judged(5, Fate::Kept, Some(word), None),
        judged(6, Fate::Partly, Some(word), Some(waits)),
        judged(7, Fate::Broken, None, Some(waits)),
    ]
}

/// Two cases with the branch: one answered, the other to be answered by a date that was moved.
pub fn submission() -> Submission {
    let [first, second] = [1, 2].map(Uuid::from_u128);
    let file = |name: &str| FileMark { name: name.to_owned(), sha256: "0123456789".repeat(6), bytes: 48_213 };
    let reply = |on: &str, until: Option<&str>, outcomes: &[(Uuid, PartyOutcome)]| Reply {
        on: day(on),
        way: Some(Way::Letter),
        by: Some("Sok Dara".into()),
        text: Some("យើងកំពុងពិនិត្យ ហើយនឹងឆ្លើយក្នុងពេលឆាប់ៗ។".into()),
        until: until.map(day),
        outcomes: outcomes.iter().copied().collect(),
        file: Some(file("លិខិត.PDF")),
    };
    Submission {
        id: Uuid::from_u128(11),
        at: Stamp(11),
        desk: "KC".parse().unwrap(),
        officer: "Sok Dara".into(),
        made: Made {
            party: "nssf-branch:08".parse().unwrap(),
            on: day("2026-09-21"),
            way: Way::Letter,
            cases: [first, second].into(),
            about: Some("ការរង់ចាំ និងការបង់ប្រាក់".into()),
            demand: None,
            after: None,
            files: vec![file("សំណើ.PDF")],
            clocks: Clocks::default(),
        },
        acknowledged_on: Some(day("2026-09-23")),
        replies: vec![
            reply("2026-10-10", Some("2026-10-26"), &[]),
            reply("2026-10-15", None, &[(first, PartyOutcome::NotUpheld)]),
        ],
        pauses: vec![Pause { from: day("2026-09-28"), until: Some(day("2026-09-30")) }],
    }
}

pub fn submission_row() -> SubmissionRow {
    SubmissionRow { submission: submission(), state: State::ToAnswer(day("2026-10-26"), Due::Overdue(4)) }
}

pub fn submission_page() -> SubmissionPage {
    let case = |index: u64, outcome: Option<PartyOutcome>, is_urgent| CaseRaised {
        number: number(index),
        visited_on: day("2026-09-03"),
        facility: Some(Arc::new(kossamak())),
        facility_id: kossamak().id,
        status: if outcome.is_some() { Status::Answered } else { Status::Raised },
        is_urgent,
        outcome: outcome.map(|outcome| (day("2026-10-15"), outcome)),
        member_outcome: outcome.map(|_| MemberOutcome::NotSolved),
        is_unsettled: true,
    };
    let mut made_in_it = promises();
    made_in_it.truncate(1);
    SubmissionPage {
        row: submission_row(),
        party: known("nssf-branch:08"),
        acknowledge_by: Some(day("2026-09-24")),
        first_due: Some(day("2026-10-20")),
        named_too_late: None,
        due: Some(day("2026-10-26")),
        regulator: Some((day("2026-12-04"), Due::Ahead(25))),
        cases: vec![case(1, Some(PartyOutcome::NotUpheld), true), case(2, None, false)],
        promises: made_in_it,
        after: Some((submission(), known("agent:N00003"))),
        next: Some(known("phd:08")),
    }
}

fn party_row(party: &str) -> PartyRow {
    let known = known(party);
    let (promises, key) = (promises(), known.party.key());
    let its = promises.iter().filter(|row| row.promise.promised.party.key() == key);
    let fates = Fates::of(its);
    let is_branch = matches!(known.party, Party::NssfBranch(_));
    PartyRow { known, open: usize::from(is_branch), overdue: usize::from(is_branch), promises: fates }
}

fn people() -> Vec<PartyRow> {
    ["nssf", "ssr", "nssf-branch:08", "phd:08", "facility:N00003", "employer:x"].map(party_row).to_vec()
}

fn group(key: &str, name_km: &str, name_en: &str, received: u32) -> ProcessGroup {
    let answered = received * 2 / 3;
    let share = |n, of| Share { n, of, share: f64::from(n) / f64::from(of), low: 0.5, high: 0.85 };
    let counts = |counts: &[(&'static str, u32)]| counts.iter().copied().collect::<BTreeMap<_, _>>();
    ProcessGroup {
        key: key.to_owned(),
        name_km: name_km.to_owned(),
        name_en: name_en.to_owned(),
        received,
        open: received - answered - 1,
        overdue: 1,
        withdrawn: 0,
        closed: 0,
        answered,
        moved: 0,
        acknowledged_in_time: None,
        answered_in_time: Some(share(answered / 2, answered + 1)),
        days_median: Some(14.0),
        days_p90: Some(22.5),
        party_outcomes: counts(&[("upheld", answered / 2), ("not-upheld", answered - answered / 2)]),
        member_outcomes: counts(&[("solved", 1), ("not-asked", received - 1)]),
        promises: counts(&[("kept", 1), ("broken", 2)]),
    }
}

/// Figures of a branch, of a facility and of a party with few cases.
pub fn process() -> Process {
    Process {
        total: group("all", "ករណីដែលបានដាក់ជូនទាំងអស់", "All cases raised", 46),
        groups: vec![
            group("nssf-branch:08", "សាខា ប.ស.ស. ខេត្ត កណ្ដាល", "Kandal NSSF", 34),
            group("facility:N00003", "មន្ទីរពេទ្យព្រះកុសុមៈ", "Preah Kossamak Hospital", 9),
            group("moh", "ក្រសួង", "the ministry", 3),
        ],
    }
}

/// What the workers would find.
pub fn found(look: &Look) -> Found {
    match look {
        Look::Promises => Found::Promises(promises()),
        Look::Promise(_, with_waits) => {
            let row = promises().remove(0);
            let waits = with_waits.then(|| facility_view().change);
            Found::Promise(Box::new(PromisePage { row, submission: Some(submission()), waits }))
        }
        Look::People => Found::People(people()),
        Look::Parties => Found::Parties(people().into_iter().map(|row| row.known).collect()),
        Look::Ladder(id, case) => {
            let rungs =
                ["facility:N00003", "agent:N00003", "nssf-branch:08", "phd:08", "nssf", "ssr"].map(party_row);
            let (facility, rungs) = (Some(Arc::new(kossamak())), rungs.to_vec());
            let raised = vec![0, 2];
            Found::Ladder(Box::new(LadderPage {
                facility,
                id: id.clone(),
                case: case.clone(),
                rungs,
                raised,
            }))
        }
        Look::Party(_) => {
            let row = party_row("nssf-branch:08");
            let contacts = row.known.contacts.clone();
            let described = Described { contacts, ..Described::plain(row.known.party.clone()) };
            let mut its = promises();
            its.retain(|promise| promise.party.party == row.known.party);
            let submissions = vec![submission_row()];
            Found::Party(Box::new(PartyPage { row, described, submissions, promises: its }))
        }
        Look::Submission(_) => Found::Submission(Box::new(submission_page())),
        Look::Process(_) => Found::Process(Box::new(process())),
    }
}

/// What would come of it.
pub fn done(deed: &LedgerDeed) -> LedgerDone {
    match deed {
        LedgerDeed::Promise { .. } => LedgerDone::Promised(Uuid::from_u128(1)),
        LedgerDeed::Describe(described) => LedgerDone::Known(described.party.clone()),
        LedgerDeed::Add(_) => LedgerDone::Known("nssf-branch:08".parse().unwrap()),
        LedgerDeed::Reply { until, .. } => LedgerDone::Replied(usize::from(until.is_none()) * 2),
        LedgerDeed::Escalate { .. } => LedgerDone::Raised(Uuid::from_u128(12), 2),
        _ => LedgerDone::Entered,
    }
}
