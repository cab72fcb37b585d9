//! Reads a draft as an observation: the same fields and rules as a case's, fewer of them, and some that must be there.

use super::Reader;
use crate::domain::column::Column;
use crate::domain::draft::{Reason, Refusal, Warning};
use crate::domain::observation::Observation;
use crate::domain::values::{Coded, Payer};

impl Reader<'_> {
    /// What was read, and all that is wrong or odd; an observation only where nothing is wrong.
    pub(in crate::domain::draft) fn read_observation(
        mut self,
    ) -> (Option<Observation>, Vec<Refusal>, Vec<Warning>) {
        self.refuse_what_has_no_place();
        let observation = self.observation().filter(|_| self.refusals.is_empty());
        (observation, self.refusals, self.warnings)
    }

    fn observation(&mut self) -> Option<Observation> {
        let visited_on = self.visited_on();
        let facility = self.facility();
        if let (Some(visited_on), Some(facility)) = (visited_on, facility.as_deref()) {
            self.warn_of(facility, visited_on);
        }
        let said_before = self.refusals.len();
        let times = self.times();
        let waited_minutes = self.waited(&times);
        if waited_minutes.is_none() && self.refusals.len() == said_before {
            self.refuse(Column::WaitedMinutes, Reason::Missing);
        }
        let stage = self.stage(facility.as_deref());
        let payer = self.payer();
        Some(Observation {
            visited_on: visited_on?,
            facility: facility?.id.clone(),
            stage,
            payer: payer?,
            times,
            waited_minutes: waited_minutes?,
            source: None,
        })
    }

    /// Who was to pay is what a volunteer is there to see: it is not left open.
    fn payer(&mut self) -> Option<Payer> {
        let column = Column::Payer;
        if self.text(column).is_some() {
            let payer = self.code(column)?;
            if payer != Payer::Unknown {
                return Some(payer);
            }
        }
        self.refuse(column, Reason::Missing);
        None
    }

    /// A name, a story, an issue: what only a case has is refused rather than dropped, so that nobody believes it kept.
    fn refuse_what_has_no_place(&mut self) {
        let is_ignored = |column: Column| {
            column.is_given_by_the_book() || matches!(column, Column::RecordedAt | Column::SourceId)
        };
        let has_place = |column: &Column| Observation::COLUMNS.contains(column) || is_ignored(*column);
        for column in Column::ALL.iter().copied().filter(|column| !has_place(column)) {
            if self.text(column).is_some() {
                self.refuse(column, Reason::NotObserved);
            }
        }
    }
}
