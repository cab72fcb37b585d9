//! Books full of cases: the demo's, and such as break what is careless.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::{Value, json};
use uuid::Uuid;
use wardbook::app::{Clock, NewBook, Session, Settings, demo};
use wardbook::book::{Book, BookError, Cost, Device, NewEntry, Options, Secret};
use wardbook::domain::case::Complaint;
use wardbook::domain::entry::Kind;
use wardbook::domain::facility::FacilityId;
use wardbook::domain::fold::Logged;
use wardbook::domain::issue::{Issue, IssueCode};
use wardbook::domain::number::CaseNumber;
use wardbook::domain::observation::{Observation, ObservedBody};
use wardbook::domain::times::Times;
use wardbook::domain::values::{Coded, Payer, Severity, Stage};
use wardbook::reference;

use crate::random::Random;

/// A case before it is logged.
#[derive(Clone)]
pub struct Told {
    pub subject: Uuid,
    pub number: u64,
    pub recorded_at: DateTime<FixedOffset>,
    pub complaint: Complaint,
}

/// An observation before it is written down.
pub type Seen = (Uuid, ObservedBody);

/// Texts in many scripts, with characters that are not seen, and some that mean something to programs.
const TEXTS: [&str; 16] = [
    "😀 paid 👍🏽 twice, then 😀 again",
    "Ünïcode é e\u{301} Ёлка 中文 ไทย",
    "រង់\u{200B}ចាំ\u{200B}យូរ\u{200B}ណាស់",
    "អ្នកជំងឺ ប.ស.ស. រង់ចាំយូរ",
    "the N.S.S.F. card, 3.5 hours. No. 7",
    "ស្រ្តី និង ស្ត្រី",
    "tab\tand\nline\u{1}\u{2}\u{3}\u{10}\u{7f}end",
    "100% \"quoted\" 'x' \\ * ? _ [a-c]",
    "KC-7F3Q-2XM9 was told before",
    "a",
    "៤០០០៛ ឲ្យពេទ្យ",
    "nul\u{0}inside",
    "  many   spaces  ",
    "្កោះ",
    "aaaaaaaaaaaaaaaaaaaaab",
    "\u{200B}",
];

const NAMES: [&str; 9] = [
    "Golden Star",
    "golden  star",
    "GOLDEN STAR",
    "រោងចក្រ មាស",
    "រោង\u{200B}ចក្រ មាស",
    "😀 & Sons",
    "\u{200B}",
    "Local 3",
    "nul\u{0}inside",
];

const DAYS: [&str; 12] = [
    "0001-01-05",
    "1899-12-31",
    "1949-12-31",
    "1950-01-01",
    "1969-12-31",
    "2015-06-30",
    "2026-10-31",
    "2026-10-04",
    "2026-10-03",
    "2026-07-11",
    "2027-02-01",
    "9999-12-31",
];

const MOMENTS: [&str; 6] = [
    "2026-10-05T00:00:00+07:00",
    "2026-10-04T23:59:59+07:00",
    "2026-10-05T00:30:00+14:00",
    "2026-10-04T23:30:00-11:00",
    "1969-12-31T23:59:59+00:00",
    "1901-01-01T06:00:00+06:42",
];

const WAITS: [u32; 10] = [0, 1, 119, 120, 1_499, 1_500, 1_501, 65_535, 1_000_000, u32::MAX];

const FACILITIES: [&str; 4] = ["LIST-99", "NO.1", "HC-010604", "N00003"];

pub fn now() -> DateTime<FixedOffset> {
    "2026-10-31T18:00:00+07:00".parse().unwrap()
}

pub fn today() -> NaiveDate {
    now().date_naive()
}

pub fn options(folder: &Path, desk: &str) -> Options {
    Options {
        path: folder.join(desk),
        secret: Secret::passphrase(""),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

/// A desk with an empty book.
pub fn desk(folder: &Path, desk: &str, officer: &str) -> Session {
    let made = NewBook::make(&options(folder, desk), desk, officer, Clock::Fixed(now()), Settings::default());
    made.unwrap().session
}

/// A book in the folder once more, as another program would open it.
pub fn again(folder: &Path, desk: &str) -> Session {
    Session::new(Book::open(&options(folder, desk)).unwrap(), Clock::Fixed(now()), Settings::default())
}

/// The demo's cases.
pub fn of_demo(session: &mut Session, count: usize) -> Vec<Told> {
    let told = demo::drafts(count).enumerate().map(|(place, draft)| Told {
        subject: Uuid::from_u128(place as u128 + 1),
        number: (place as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20,
        recorded_at: now(),
        complaint: session.check(&draft).unwrap().0,
    });
    told.collect()
}

/// Cases made from others, each odd in some of its fields.
pub fn odd(random: &mut Random, like: &[Told], first: usize, count: usize) -> Vec<Told> {
    let told = (first..first + count).map(|place| {
        let mut told = random.pick(like).clone();
        told.subject = Uuid::from_u128(place as u128 + 1);
        told.number = (place as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        if random.percent(50) {
            told.recorded_at = random.pick(&MOMENTS).parse().unwrap();
        }
        make_odd(random, &mut told.complaint);
        told
    });
    told.collect()
}

fn make_odd(random: &mut Random, complaint: &mut Complaint) {
    let text = |random: &mut Random| random.percent(70).then(|| (*random.pick(&TEXTS)).to_owned());
    let name = |random: &mut Random| random.percent(70).then(|| (*random.pick(&NAMES)).to_owned());
    let record = &mut complaint.record;
    if random.percent(60) {
        complaint.narrative = text(random);
    }
    if random.percent(5) {
        complaint.narrative = Some(TEXTS.join(" ").repeat(60));
    }
    if random.percent(60) {
        record.remedy = text(random);
    }
    if random.percent(60) {
        (record.employer, record.local) = (name(random), name(random));
        record.assigned_to = name(random);
    }
    if random.percent(60) {
        (complaint.identity.name, complaint.identity.phone) = (text(random), text(random));
    }
    if random.percent(20) {
        complaint.identity.phone = Some("+855 (0)១២ 345-678".to_owned());
    }
    if random.percent(40) {
        record.visited_on = random.pick(&DAYS).parse().unwrap();
    }
    if random.percent(40) {
        record.facility = facility(random);
    }
    if random.percent(40) {
        record.times = Times::default();
        record.waited_minutes = random.percent(80).then(|| *random.pick(&WAITS));
    }
    if random.percent(30) {
        (record.paid.riel, record.paid.cents) = (*random.pick(&[0, 1, 40_000, 100_000_000_000]), 0);
        record.paid.cents = *random.pick(&[0, 1, 50, 1_000, 100_000_000_000]);
    }
    if random.percent(40) {
        let issue =
            |random: &mut Random| Issue::new(*random.pick(IssueCode::ALL), *random.pick(Severity::ALL));
        record.issues = (0..=random.below(4)).map(|_| issue(random)).collect();
        record.normalise_issues();
    }
    if random.percent(10) {
        record.issues = vec![Issue::new(IssueCode::Good, *random.pick(Severity::ALL))];
    }
    if random.percent(30) {
        record.payer = *random.pick(Payer::ALL);
        record.stage = random.percent(70).then(|| *random.pick(Stage::ALL));
        record.consent.clear();
    }
    record.source = None;
}

fn facility(random: &mut Random) -> FacilityId {
    random.pick(&FACILITIES).parse().unwrap()
}

/// Observations at the facilities of cases and at odd ones.
pub fn observed(random: &mut Random, like: &[Told], first: usize, count: usize) -> Vec<Seen> {
    let seen = (first..first + count).map(|place| {
        let record = &random.pick(like).complaint.record;
        let is_odd = random.percent(30);
        let observation = Observation {
            visited_on: if is_odd { random.pick(&DAYS).parse().unwrap() } else { record.visited_on },
            facility: if is_odd { facility(random) } else { record.facility.clone() },
            stage: record.stage,
            payer: *random.pick(Payer::ALL),
            times: Times::default(),
            waited_minutes: if is_odd { *random.pick(&WAITS) } else { random.below(400) as u32 },
            source: None,
        };
        let recorded_at = random.pick(&MOMENTS).parse().unwrap();
        (Uuid::from_u128((1 << 64) + place as u128), ObservedBody { recorded_at, observation })
    });
    seen.collect()
}

/// Facilities as officers add them: one in no known district, one that is called all sorts of things.
pub fn add_facilities(session: &mut Session) {
    let built_in = reference::facility(&"N00003".parse().unwrap()).unwrap();
    let mut nowhere = built_in.clone();
    nowhere.id = "NO.1".parse().unwrap();
    (nowhere.district, nowhere.commune) = (None, None);
    (nowhere.name_km, nowhere.name_en) = ("មន្ទីរពេទ្យ\u{200B}មាស".to_owned(), "Golden 😀 Hospital".to_owned());
    nowhere.aliases = vec!["ប.ស.ស. one".to_owned()];
    session.add_facility(&nowhere).unwrap();
}

fn entry(kind: Kind, subject: Uuid, body: Vec<u8>) -> NewEntry {
    NewEntry { kind, subject, batch: Clock::Fixed(now()).new_id(), body, identity: None, narrative: None }
}

/// Logs cases and observations in one transaction.
pub fn log(session: &mut Session, cases: &[Told], observations: &[Seen]) {
    let at = session.clock.milliseconds();
    let done = session.book.write(at, |door| -> Result<(), BookError> {
        for told in cases {
            let body = Logged {
                number: CaseNumber::new(&door.keeper().desk, told.number),
                recorded_at: told.recorded_at,
                record: told.complaint.record.clone(),
            };
            door.append(NewEntry {
                identity: Some(serde_json::to_vec(&told.complaint.identity).unwrap()),
                narrative: told.complaint.narrative.clone().map(String::into_bytes),
                ..entry(Kind::CaseLogged, told.subject, serde_json::to_vec(&body).unwrap())
            })?;
        }
        for (subject, body) in observations {
            door.append(entry(Kind::Observed, *subject, serde_json::to_vec(body).unwrap()))?;
        }
        Ok(())
    });
    done.unwrap();
}

/// What happens to a case on its way, and to its identity.
pub fn happen(session: &mut Session, random: &mut Random, subjects: &[Uuid]) {
    const KINDS: [Kind; 7] = [
        Kind::Confirmed,
        Kind::Submitted,
        Kind::Replied,
        Kind::Closed,
        Kind::Withdrawn,
        Kind::Reopened,
        Kind::IdentityErased,
    ];
    let at = session.clock.milliseconds();
    let done = session.book.write(at, |door| -> Result<(), BookError> {
        for subject in subjects {
            door.append(entry(random.pick(&KINDS).clone(), *subject, json!({}).to_string().into_bytes()))?;
        }
        Ok(())
    });
    done.unwrap();
}

/// Corrects fields of a case, whatever they were.
pub fn correct(session: &mut Session, subject: Uuid, fields: &[(&str, Value)], narrative: Option<&str>) {
    let at = session.clock.milliseconds();
    let done = session.book.write(at, |door| -> Result<(), BookError> {
        let folded = door.folded(subject)?.unwrap();
        let holders = |field: &str| -> Vec<String> {
            folded.holders.get(field).into_iter().flatten().map(ToString::to_string).collect()
        };
        let change = |field: &str, value: &Value| {
            (field.to_owned(), json!({"value": value, "replaces": holders(field)}))
        };
        let mut set: serde_json::Map<String, Value> =
            fields.iter().map(|(field, value)| change(field, value)).collect();
        set.extend(narrative.map(|_| change("narrative", &json!(true))));
        door.append(NewEntry {
            narrative: narrative.map(|text| text.as_bytes().to_vec()),
            ..entry(Kind::CaseCorrected, subject, json!({"set": set}).to_string().into_bytes())
        })?;
        Ok(())
    });
    done.unwrap();
}
