//! Making, opening and keeping a book, and the demo.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::log::{append_case, plain};
use super::observe::append_observation;
use super::{AppError, Clock, Session, Settings, demo};
use crate::book::{Book, Cost, Device, Door, Keeper, NewEntry, Options, Randomness, Secret};
use crate::domain::case::Complaint;
use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::entry::Kind;
use crate::domain::facility::Facility;
use crate::domain::number::CaseNumber;
use crate::domain::observation::Observation;

/// A book that was just made.
pub struct NewBook {
    /// The officer at it.
    pub session: Session,
    /// The code to print once; `None` for a book in clear.
    pub recovery_code: Option<Zeroizing<String>>,
}

impl NewBook {
    /// Makes a book.
    pub fn make(
        options: &Options,
        desk: &str,
        officer: &str,
        clock: Clock,
        settings: Settings,
    ) -> Result<Self, AppError> {
        let officer = officer.trim().to_owned();
        if officer.is_empty() {
            return Err(AppError::NoOfficer);
        }
        let keeper = Keeper { desk: desk.parse()?, officer };
        let (book, recovery_code) = Book::create(options, &keeper)?;
        Ok(Self { session: Session::new(book, clock, settings), recovery_code })
    }
}

impl Session {
    /// Adds a facility to the list that this book and those it merges with know.
    pub fn add_facility(&mut self, facility: &Facility) -> Result<(), AppError> {
        let clock = self.clock;
        let body = serde_json::to_vec(facility).unwrap_or_default();
        self.book.write(clock.milliseconds(), |door| {
            door.append(NewEntry {
                kind: Kind::FacilityAdded,
                subject: Book::subject_of_facility(&facility.id),
                batch: clock.new_id(),
                body,
                identity: None,
                narrative: None,
            })
            .map_err(AppError::from)
        })?;
        Ok(())
    }
}

/// The throw-away book of the demo, with its made-up cases, in a folder of its own.
pub fn open_demo(folder: &Path, cases: usize, settings: Settings) -> Result<Session, AppError> {
    let evening = demo::ANCHOR.and_hms_opt(18, 0, 0).unwrap_or_default();
    let zone = FixedOffset::east_opt(7 * 3600).unwrap_or(Utc.fix());
    let moment = zone.from_local_datetime(&evening).single().unwrap_or_default();
    let options = Options {
        path: folder.join("demo.wardbook"),
        secret: Secret::passphrase(""),
        device: Device::new(folder.join("device")),
        cost: Cost::STRONG,
    };
    let made = NewBook::make(&options, "DEMO", "Demo", Clock::Fixed(moment), settings)?;
    let mut session = made.session;
    let mut days = Vec::new();
    for (place, draft) in demo::observations(cases).enumerate() {
        let recorded = recorded_at(&draft).unwrap_or(moment);
        let observation = session.check_observation(&draft)?.0;
        days.push((recorded, Day::Observed(place, Box::new(observation))));
    }
    for (place, draft) in demo::drafts(cases).enumerate() {
        let recorded = recorded_at(&draft).unwrap_or(moment);
        days.push((recorded, Day::Logged(place, Box::new(session.check(&draft)?.0))));
    }
    days.extend(what_followed(&session, &days, zone));
    // As it happened: the book's clock goes from day to day, and the history of a case tells it so.
    days.sort_by_key(|(at, _)| *at);
    let clock = session.clock;
    session.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
        let mut random = Randomness::default();
        for (at, day) in days {
            door.at(Clock::Fixed(at).milliseconds());
            day.append(door, at, &mut random)?;
        }
        Ok(())
    })?;
    Ok(session)
}

/// Something that happened in the demo's two years.
enum Day {
    /// A volunteer timed a visit: which of them.
    Observed(usize, Box<Observation>),
    /// A case was logged: which of them.
    Logged(usize, Box<Complaint>),
    /// What followed on cases.
    Followed(demo::Happening),
}

/// The subject of the demo's case at that place.
fn demo_subject(place: usize) -> Uuid {
    Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + place as u128)
}

impl Day {
    /// Each in a batch of its own: the demo's undo takes back what its guest does.
    fn append(
        self,
        door: &mut Door<'_>,
        at: DateTime<FixedOffset>,
        random: &mut Randomness,
    ) -> Result<(), AppError> {
        match self {
            Self::Observed(place, observation) => {
                let subject = Uuid::from_u128(0x0199_0000_0000_7000_9000_0000_0000_0000 + place as u128);
                let batch = Uuid::from_u128((1 << 64) + place as u128);
                append_observation(door, &observation, at, subject, batch)
            }
            Self::Logged(place, complaint) => {
                let number = demo_number(door, place as u64)?;
                let ids = (demo_subject(place), Uuid::from_u128(place as u128));
                append_case(door, number, *complaint, at, ids, random)
            }
            Self::Followed(demo::Happening { kind, subject, batch, body, .. }) => {
                door.append(plain(kind, subject, batch, &body))?;
                Ok(())
            }
        }
    }
}

/// What followed on the demo's cases, each thing at a moment of its day.
fn what_followed(
    session: &Session,
    days: &[(DateTime<FixedOffset>, Day)],
    zone: FixedOffset,
) -> Vec<(DateTime<FixedOffset>, Day)> {
    let mut known = Vec::new();
    let mut timed = Vec::new();
    for (at, day) in days {
        let recorded_on = at.date_naive();
        match day {
            Day::Observed(_, seen) => {
                let (facility, visited_on, minutes) =
                    (seen.facility.clone(), seen.visited_on, seen.waited_minutes);
                timed.push(demo::Timed { facility, visited_on, recorded_on, minutes });
            }
            Day::Logged(place, complaint) => {
                let record = &complaint.record;
                let province = session.facilities().get(&record.facility).map(|found| found.province);
                known.push(demo::Known { id: demo_subject(*place), recorded_on, province, record });
                let wait = record.times.wait().or(record.waited_minutes);
                if let Some(minutes) = wait.filter(|_| record.issue_set().is_complaint()) {
                    let (facility, visited_on) = (record.facility.clone(), record.visited_on);
                    timed.push(demo::Timed { facility, visited_on, recorded_on, minutes });
                }
            }
            Day::Followed(_) => {}
        }
    }
    let mut moment = None;
    let at = |happening: demo::Happening| {
        // From half past eight on, one after the other.
        let first = happening.on.and_hms_opt(8, 30, 0).unwrap_or_default();
        let next = moment.map(|last: NaiveDateTime| last + TimeDelta::seconds(10));
        let at = next.filter(|next| next.date() == happening.on).unwrap_or(first);
        moment = Some(at);
        (zone.from_local_datetime(&at).single().unwrap_or_default(), Day::Followed(happening))
    };
    demo::course(&known, &timed).into_iter().map(at).collect()
}

fn recorded_at(draft: &Draft) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(draft.get(Column::RecordedAt)).ok()
}

/// Numbers spread as random ones would, but the same every time.
fn demo_number(door: &mut Door<'_>, place: u64) -> Result<CaseNumber, AppError> {
    let mut seed = place + 1;
    loop {
        let mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let number = CaseNumber::new(&door.keeper().desk, mixed ^ (mixed >> 29));
        if !door.number_is_taken(&number)? {
            return Ok(number);
        }
        seed += 1 << 40;
    }
}
