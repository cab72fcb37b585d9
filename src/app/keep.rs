//! Making, opening and keeping a book, and the demo.

use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeZone};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::log::append_case;
use super::observe::append_observation;
use super::{AppError, Clock, Session, Settings, demo};
use crate::book::{Book, Cost, Device, Door, Keeper, NewEntry, Options, Randomness, Secret};
use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::entry::Kind;
use crate::domain::facility::Facility;
use crate::domain::number::CaseNumber;

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
    let zone = FixedOffset::east_opt(7 * 3600);
    let moment = zone.and_then(|zone| zone.from_local_datetime(&evening).single()).unwrap_or_default();
    let options = Options {
        path: folder.join("demo.wardbook"),
        secret: Secret::passphrase(""),
        device: Device::new(folder.join("device")),
        cost: Cost::STRONG,
    };
    let made = NewBook::make(&options, "DEMO", "Demo", Clock::Fixed(moment), settings)?;
    let mut session = made.session;
    let drafts: Vec<_> = demo::drafts(cases).collect();
    let mut complaints = Vec::with_capacity(drafts.len());
    for draft in &drafts {
        let recorded = recorded_at(draft).unwrap_or(moment);
        complaints.push((session.check(draft)?.0, recorded));
    }
    let mut observations = Vec::new();
    for draft in demo::observations(cases) {
        let recorded = recorded_at(&draft).unwrap_or(moment);
        observations.push((session.check_observation(&draft)?.0, recorded));
    }
    let clock = session.clock;
    session.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
        for (place, (observation, recorded)) in observations.iter().enumerate() {
            let subject = Uuid::from_u128(0x0199_0000_0000_7000_9000_0000_0000_0000 + place as u128);
            let batch = Uuid::from_u128((1 << 64) + place as u128);
            append_observation(door, observation, *recorded, subject, batch)?;
        }
        let mut random = Randomness::default();
        for (place, (complaint, recorded)) in complaints.into_iter().enumerate() {
            // Each its own batch: the demo's undo takes back what its guest does.
            let subject = Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + place as u128);
            let number = demo_number(door, place as u64)?;
            let ids = (subject, Uuid::from_u128(place as u128));
            append_case(door, number, complaint, recorded, ids, &mut random)?;
        }
        Ok(())
    })?;
    Ok(session)
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
