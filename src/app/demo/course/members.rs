//! What becomes of the demo's members once there is an answer: told, asked, missed, asked once more.

use chrono::NaiveDate;
use serde_json::json;

use super::super::ANCHOR;
use super::{Teller, later};
use crate::domain::clock::{ASK_AGAIN_AFTER, TRIES};
use crate::domain::entry::Kind;
use crate::domain::standing::Told;
use crate::domain::values::MemberOutcome;

/// How it goes on with a member after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Member {
    /// Told, with what they say; the case is closed, and four weeks later they say the same.
    Closed(MemberOutcome),
    /// The same, but four weeks later with another word.
    Again(MemberOutcome, MemberOutcome),
    /// Said to be solved; four weeks later it was not: opened again.
    Back,
    /// Told, and the case stays open: it goes further.
    Told(MemberOutcome),
    /// Tried three times without success; closed.
    Unreached,
    /// Tried so often, and to be tried again.
    Tried(u32),
    /// Not called yet.
    Untold,
}

/// Until then all members were asked again when they were to be; those who come after are due.
const ASKED_UNTIL: NaiveDate = NaiveDate::from_ymd_opt(2026, 10, 12).unwrap();

impl Teller<'_> {
    /// What becomes of a member from a day on. What would lie behind the demo's last day is still to come.
    pub(super) fn member(&mut self, case: usize, member: Member, from: NaiveDate) {
        let last = self.stands.get(&case).and_then(|stand| stand.last);
        let from = last.map_or(from, |last| last.max(from));
        match member {
            Member::Closed(word) => {
                if let Some(closed_on) = self.told_and_closed(case, from, word) {
                    self.asked_again(case, closed_on, word);
                }
            }
            Member::Again(word, later_word) => {
                if let Some(closed_on) = self.told_and_closed(case, from, word) {
                    self.asked_again(case, closed_on, later_word);
                }
            }
            Member::Back => {
                let closed_on = self.told_and_closed(case, from, MemberOutcome::Solved);
                let asked = closed_on.and_then(|on| self.asked_again(case, on, MemberOutcome::NotSolved));
                if let Some(on) = asked {
                    let batch = self.batch();
                    self.of_case(case, on, batch, Kind::Reopened, json!({}));
                    let stand = self.stands.entry(case).or_default();
                    (stand.is_over, stand.is_back) = (false, true);
                }
            }
            Member::Told(word) if from <= ANCHOR => {
                let batch = self.batch();
                self.of_case(case, from, batch, Kind::MemberTold, says(from, Some(word)));
            }
            Member::Unreached => {
                if let Some(last) = self.tried(case, from, TRIES) {
                    let batch = self.batch();
                    let on = later(last, 1).min(ANCHOR);
                    self.of_case(case, on, batch, Kind::Closed, says(on, Some(MemberOutcome::NotAsked)));
                    self.stands.entry(case).or_default().is_over = true;
                    // Weeks later they answered the telephone.
                    self.asked_again(case, on, MemberOutcome::Partly);
                }
            }
            Member::Tried(times) => {
                self.tried(case, from, times);
            }
            Member::Told(_) | Member::Untold => {}
        }
    }

    /// Told and closed in one step. Returns the day.
    fn told_and_closed(&mut self, case: usize, on: NaiveDate, word: MemberOutcome) -> Option<NaiveDate> {
        if on > ANCHOR {
            return None;
        }
        let batch = self.batch();
        self.of_case(case, on, batch, Kind::MemberTold, says(on, Some(word)));
        self.of_case(case, on, batch, Kind::Closed, says(on, None));
        self.stands.entry(case).or_default().is_over = true;
        Some(on)
    }

    fn asked_again(&mut self, case: usize, closed_on: NaiveDate, word: MemberOutcome) -> Option<NaiveDate> {
        let on = later(closed_on, ASK_AGAIN_AFTER + case as u64 % 4);
        if on > ASKED_UNTIL {
            return None;
        }
        let batch = self.batch();
        self.of_case(case, on, batch, Kind::AskedAgain, says(on, Some(word)));
        Some(on)
    }

    /// Tried every third day. Returns the day of the last try, where all lie behind.
    fn tried(&mut self, case: usize, from: NaiveDate, times: u32) -> Option<NaiveDate> {
        let mut last = None;
        for time in 0..u64::from(times) {
            let on = later(from, time * 3);
            if on > ANCHOR {
                return None;
            }
            let batch = self.batch();
            self.of_case(case, on, batch, Kind::MemberTried, says(on, None));
            last = Some(on);
        }
        last
    }
}

fn says(on: NaiveDate, outcome: Option<MemberOutcome>) -> serde_json::Value {
    json!(Told { on: Some(on), outcome, witness: None })
}
