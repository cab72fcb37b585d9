//! The times of a made-up visit: mornings mostly, waits as long as payer and facility make them.

use chrono::{Days, NaiveDate};

use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::times::{DAY, VisitTime};
use crate::domain::values::Payer;

use super::ANCHOR;
use super::places::Site;
use super::random::Random;

/// By then the counters have closed, in minutes of the day.
const CLOSING: u32 = 17 * 60;

/// The longest wait of the demo, in minutes.
const LONGEST: u32 = 600;

/// What is known of the times of a visit.
#[derive(Debug, Default)]
pub(super) struct Visit {
    pub(super) arrived: Option<VisitTime>,
    pub(super) seen: Option<VisitTime>,
    /// The wait in minutes, from the times or as told.
    pub(super) waited: Option<u32>,
    /// Left without having been seen.
    pub(super) unseen: bool,
    registered: Option<VisitTime>,
    medicine: Option<VisitTime>,
    left: Option<VisitTime>,
    /// When the last of it happened, in minutes from the midnight before the visit.
    end: u32,
}

impl Visit {
    pub(super) fn new(
        site: &Site,
        payer: Payer,
        is_praise: bool,
        visited_on: NaiveDate,
        random: &mut Random,
    ) -> Self {
        let usual = if is_praise { 40 } else { usual_wait(payer) };
        let wait = usual * site.slowness_on(visited_on) / 100 * random.log_normal() / 1000;
        let (arrived, is_emergency) = arrival(site, random);
        let wait = if is_emergency {
            wait / 2
        } else {
            wait.min(CLOSING.saturating_sub(arrived + random.below(40)).max(20))
        };
        let wait = wait.clamp(5, LONGEST);
        // Of the visits on the last day none is told with its clock times, which might lie after its evening.
        match random.below(100) {
            0..60 if visited_on < ANCHOR => Self::timed(arrived, wait, is_praise, random),
            0..85 => Self { waited: Some(rounded(wait, random)), end: CLOSING, ..Self::default() },
            _ => Self { end: CLOSING, ..Self::default() },
        }
    }

    /// With clock times, as exact as the member remembers them.
    fn timed(arrived: u32, wait: u32, is_praise: bool, random: &mut Random) -> Self {
        let step = random.weighted(&[(1, 35), (5, 40), (10, 25)], 5);
        let up = |minutes: u32| minutes.div_ceil(step) * step;
        let arrived = arrived / step * step;
        let wait = up(wait);
        let unseen = !is_praise && wait > 150 && random.percent(14);
        let registering = up((wait / 5).min(random.between(5, 60)));
        let seen = arrived + wait;
        let medicine = seen + up(random.between(10, 90));
        let gone = medicine + up(random.between(5, 40));
        let mut told = |minute: u32, share: u32| {
            let estimated = step > 1 && random.percent(40);
            random.percent(share).then_some(VisitTime { minute: (minute % DAY) as u16, estimated })
        };
        let mut visit = Self {
            arrived: told(arrived, 100),
            registered: told(arrived + registering, 55),
            unseen,
            end: gone,
            ..Self::default()
        };
        if unseen {
            visit.left = told(seen, 80);
            return visit;
        }
        visit.seen = told(seen, 100);
        visit.medicine = told(medicine, 40);
        visit.left = told(gone, 40);
        visit.waited = Some(wait);
        visit
    }

    /// Writes the times down, and when the case was recorded.
    pub(super) fn fill(&self, draft: &mut Draft, visited_on: NaiveDate, random: &mut Random) {
        for (column, time) in [
            (Column::Arrived, self.arrived),
            (Column::Registered, self.registered),
            (Column::Seen, self.seen),
            (Column::Medicine, self.medicine),
            (Column::Left, self.left),
        ] {
            if let Some(time) = time {
                draft.set(column, time.to_string());
            }
        }
        // The wait follows from the times where both are there; to say it twice would be of no use.
        if let (None, Some(waited)) = (self.seen, self.waited) {
            draft.set(Column::WaitedMinutes, waited.to_string());
        }
        draft.set(Column::VisitedOn, visited_on.to_string());
        draft.set(Column::RecordedAt, self.recorded_at(visited_on, random));
    }

    /// After the visit, by day, and not after the evening of [`ANCHOR`].
    fn recorded_at(&self, visited_on: NaiveDate, random: &mut Random) -> String {
        const LAGS: [(u32, u32); 6] = [(0, 20), (1, 26), (2, 18), (4, 16), (7, 12), (14, 8)];
        let most = random.weighted(&LAGS, 1);
        let mut lag = if most > 2 { random.between(most / 2, most) } else { most };
        if self.end > CLOSING {
            lag = lag.max(1);
        }
        let (first, last) =
            if lag == 0 { (self.end.max(8 * 60), 18 * 60 - 1) } else { (8 * 60, 18 * 60 - 1) };
        let day = visited_on.checked_add_days(Days::new(u64::from(lag))).unwrap_or(visited_on).min(ANCHOR);
        let first = if day == visited_on { first.max(self.end) } else { first };
        let minute = random.between(first.min(last), last);
        format!("{day}T{:02}:{:02}:{:02}+07:00", minute / 60, minute % 60, random.below(60))
    }
}

/// The median wait in minutes at a facility that is neither quick nor slow.
fn usual_wait(payer: Payer) -> u32 {
    match payer {
        Payer::Nssf => 190,
        Payer::Hef => 175,
        Payer::Cash => 84,
        Payer::Private => 60,
        Payer::Refused => 170,
        Payer::Unknown => 140,
    }
}

/// When somebody comes, in minutes of the day, and whether as an emergency.
fn arrival(site: &Site, random: &mut Random) -> (u32, bool) {
    let (first, usual) = if site.is_hospital { (330, 480) } else { (390, 510) };
    match random.below(100) {
        0..5 if site.is_hospital => (random.between(17 * 60, 23 * 60), true),
        ..78 => (random.between(first, usual), false),
        78..93 => (random.between(usual, 10 * 60), false),
        _ => (random.between(12 * 60 + 30, 14 * 60 + 30), false),
    }
}

/// A length as people tell it: in tens, and beyond three hours in halves.
fn rounded(minutes: u32, random: &mut Random) -> u32 {
    let step = if minutes > 180 && random.percent(60) { 30 } else { 10 };
    ((minutes + step / 2) / step * step).max(5)
}
