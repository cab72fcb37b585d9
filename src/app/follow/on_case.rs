//! What followed on one case, as its page shows it: whose turn it is and since when, with whom it was raised and what
//! became of that, to which demands it belongs, and who stands on its ladder.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{PartyKnown, Rung, Sight};
use crate::app::{AppError, Event};
use crate::book::StoredCase;
use crate::domain::entry::Kind;
use crate::domain::party::Party;
use crate::domain::standing::Turn;
use crate::domain::submission::{State, Submission, Way};
use crate::domain::values::PartyOutcome;
use crate::i18n::Lang;

/// What followed on a case.
#[derive(Debug, Clone, PartialEq)]
pub struct OnCase {
    /// Whose turn it is, and for what.
    pub turn: Turn,
    /// Since when it is.
    pub since: Option<NaiveDate>,
    /// With whom it was raised, the first submission first.
    pub raised: Vec<RaisedView>,
    /// All demands of the book.
    pub demands: Vec<DemandView>,
    /// With whom it may be raised, the rung that is next first.
    pub ladder: Vec<Rung>,
}

/// A party with which the case was raised.
#[derive(Debug, Clone, PartialEq)]
pub struct RaisedView {
    /// The short name of the submission.
    pub handle: String,
    /// The party.
    pub party: PartyKnown,
    /// How.
    pub way: Way,
    /// When.
    pub on: NaiveDate,
    /// What the party made of this case, and when it said so.
    pub answered: Option<(NaiveDate, PartyOutcome)>,
    /// What the submission waits for, while this case waits for an answer.
    pub state: Option<State>,
    /// By when it was to be answered at first, where an interim reply moved the date.
    pub first_due: Option<NaiveDate>,
    /// When the party said that it was received.
    pub acknowledged_on: Option<NaiveDate>,
    /// Until when it may go to the Regulator.
    pub regulator_until: Option<NaiveDate>,
    /// The open cases of the submission that wait for an answer, this one among them.
    pub waiting: usize,
}

/// A demand, and whether the case belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandView {
    /// Its subject.
    pub id: Uuid,
    /// What is demanded.
    pub title: String,
    /// Whether the case belongs to it.
    pub is_linked: bool,
}

impl RaisedView {
    /// The party's name.
    pub fn name(&self, lang: Lang) -> &str {
        self.party.name(lang)
    }
}

impl OnCase {
    /// The newest submission that waits for an answer on this case.
    pub fn waiting(&self) -> Option<&RaisedView> {
        self.raised.iter().rev().find(|raised| raised.state.is_some())
    }
}

impl Sight<'_> {
    /// What followed on a case; `history` is what happened to it.
    pub fn on_case(&self, stored: &StoredCase, history: &[Event]) -> Result<OnCase, AppError> {
        let case = &stored.case;
        let submissions = if case.follow.raised.is_empty() { Vec::new() } else { self.view.submissions()? };
        let mut raised = Vec::new();
        for known in &case.follow.raised {
            if let Some(submission) = submissions.iter().find(|one| one.id == known.submission) {
                raised.push(self.raised_view(submission, stored)?);
            }
        }
        let demands = self.view.demands()?.into_iter().map(|demand| DemandView {
            is_linked: case.follow.demands.contains(&demand.id),
            id: demand.id,
            title: demand.title,
        });
        let turn = case.turn();
        let last = |kinds: &[Kind]| {
            let found = history.iter().rev().find(|event| !event.taken_back && kinds.contains(&event.kind));
            found.and_then(|event| event.at).map(|at| at.date_naive())
        };
        let since = match turn {
            Turn::Confirm => last(&[Kind::Reopened]).or_else(|| Some(case.recorded_at.date_naive())),
            Turn::Raise => last(&[Kind::Confirmed, Kind::Reopened]),
            Turn::Party => case.follow.newest().map(|raised| raised.on),
            Turn::Tell => raised.last().and_then(|raised| Some(raised.answered?.0)),
            Turn::Close => case.follow.reach.last_on(),
            Turn::AskAgain => case.follow.closed_on,
            Turn::Done => case.follow.asked_again_on.or_else(|| last(&[Kind::Withdrawn, Kind::Closed])),
        };
        let newest = case.follow.newest().map(|raised| &raised.party);
        let ladder = next_first(self.ladder(&case.record.facility)?, newest);
        Ok(OnCase { turn, since, raised, demands: demands.collect(), ladder })
    }

    fn raised_view(&self, submission: &Submission, stored: &StoredCase) -> Result<RaisedView, AppError> {
        let case = &stored.case;
        let answered = submission.outcome_of(case.id);
        let waits = answered.is_none() && case.status.is_open();
        let mut waiting = 0;
        for id in submission.unanswered() {
            waiting += usize::from(self.view.case_of(id)?.is_some_and(|other| other.case.status.is_open()));
        }
        let first_due = submission.first_answer_by(self.calendar);
        let due = submission.answer_by(self.calendar);
        Ok(RaisedView {
            handle: submission.handle().to_string(),
            party: self.party_known(&submission.made.party)?,
            way: submission.made.way,
            on: submission.made.on,
            answered,
            state: if waits { Some(self.state_of(submission)?) } else { None },
            first_due: first_due.filter(|_| waits && first_due != due),
            acknowledged_on: submission.acknowledged_on,
            regulator_until: submission
                .regulator_until(self.today, self.calendar, |id| id == case.id && case.status.is_open())
                .filter(|until| *until >= self.today),
            waiting,
        })
    }
}

/// The ladder with the rung above the one that had it last in front; all others keep their order.
fn next_first(mut ladder: Vec<Rung>, newest: Option<&Party>) -> Vec<Rung> {
    let place = |party: &Party| ladder.iter().position(|rung| rung.party.party.key() == party.key());
    let next = newest.and_then(place).map_or(0, |at| at + 1);
    if next < ladder.len() {
        let rung = ladder.remove(next);
        ladder.insert(0, rung);
    }
    ladder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Clocks;

    fn rung(party: &str) -> Rung {
        let party = PartyKnown {
            party: party.parse().unwrap(),
            name_km: String::new(),
            name_en: String::new(),
            contacts: Vec::new(),
            clocks: Clocks::default(),
            is_described: false,
        };
        Rung { party, open: 0 }
    }

    #[test]
    fn the_rung_above_the_last_one_is_proposed_first() {
        let ladder = || ["facility:H080801", "nssf-branch:08", "nssf"].map(rung).to_vec();
        let first = |newest: Option<&str>| {
            let newest: Option<Party> = newest.map(|party| party.parse().unwrap());
            next_first(ladder(), newest.as_ref())[0].party.party.to_string()
        };
        assert_eq!(first(None), "facility:H080801");
        assert_eq!(first(Some("facility:H080801")), "nssf-branch:08");
        assert_eq!(first(Some("nssf-branch:08")), "nssf");
        // Beyond the highest, and for a party that is on no rung, it begins below.
        assert_eq!(first(Some("nssf")), "facility:H080801");
        assert_eq!(first(Some("employer:\"Golden Star\"")), "facility:H080801");
    }
}
