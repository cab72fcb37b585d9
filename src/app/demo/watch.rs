//! Made-up observations: on some mornings a volunteer sits in the queue of a hospital and times a dozen patients,
//! those with the card and those who pay. Drawn from streams of their own, so that the cases stay what they are.

use chrono::{Days, NaiveDate};

use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::times::{DAY, VisitTime};
use crate::domain::values::{Coded, Payer, Stage};

use super::ANCHOR;
use super::calendar::Calendar;
use super::places::{Places, Site};
use super::random::Random;

/// Of so many cases, one observation.
const CASES_TO_ONE: usize = 10;

/// How many patients a volunteer times in one sitting, at most.
const SITTING: u64 = 12;

/// Where volunteers sit: at hospitals of the garment provinces, at the first of them most often.
const WATCHED: [&str; 6] = ["N00003", "N00002", "H080801", "H050101", "N00001", "H210101"];

/// That many made-up observations in the order of their sittings, for a demo of so many cases.
///
/// Every one passes [`Draft::check_observation`] with the built-in facilities on [`ANCHOR`].
pub fn observations(cases: usize) -> impl Iterator<Item = Draft> {
    let (calendar, places) = (Calendar::new(), Places::new());
    let count = (cases / CASES_TO_ONE) as u64;
    let sittings = count.div_ceil(SITTING);
    (0..count).filter_map(move |index| {
        let sitting = index / SITTING;
        let mut of_sitting = Random::of_sitting(sitting);
        let visited_on = calendar.day(sitting, sittings, &mut of_sitting);
        // What is seen on the last day would be written down after its evening.
        let visited_on = visited_on.min(ANCHOR.checked_sub_days(Days::new(1)).unwrap_or(ANCHOR));
        let site = places.named(of_sitting.pick_early(&WATCHED))?;
        let mut random = Random::of_observation(index);
        let mut draft = seen(site, visited_on, &mut random);
        // When all were seen.
        let minute = 16 * 60 + 35 + of_sitting.below(60) + (index % SITTING) as u32;
        draft.set(Column::RecordedAt, format!("{visited_on}T{:02}:{:02}:00+07:00", minute / 60, minute % 60));
        Some(draft)
    })
}

/// One patient of a morning.
fn seen(site: &Site, visited_on: NaiveDate, random: &mut Random) -> Draft {
    const SHARES: [(Payer, u32); 4] =
        [(Payer::Nssf, 52), (Payer::Cash, 36), (Payer::Hef, 9), (Payer::Private, 3)];
    let payer = random.weighted(&SHARES, Payer::Nssf);
    // Most who come wait less than those who complain do.
    let usual = match payer {
        Payer::Nssf => 150,
        Payer::Hef => 140,
        Payer::Cash => 72,
        _ => 50,
    };
    let wait = (usual * site.slowness_on(visited_on) / 100 * random.log_normal() / 1000).clamp(5, 420);
    let arrived = random.between(6 * 60, 9 * 60 + 30);
    // A volunteer has a watch; only who sat there already has an estimated time of arrival.
    let was_there = random.percent(15);
    let first = if was_there { arrived / 10 * 10 } else { arrived };
    let at =
        |minute: u32, estimated: bool| VisitTime { minute: (minute % DAY) as u16, estimated }.to_string();
    let mut draft = Draft::default();
    draft.set(Column::VisitedOn, visited_on.to_string());
    draft.set(Column::Facility, site.id.as_str());
    draft.set(Column::Stage, Stage::Admission.code());
    draft.set(Column::Payer, payer.code());
    draft.set(Column::Arrived, at(first, was_there));
    if random.percent(70) {
        draft.set(Column::Registered, at(first + (wait / 4).min(random.between(2, 40)), false));
    }
    draft.set(Column::Seen, at(first + wait, false));
    draft
}
