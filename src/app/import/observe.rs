//! Rows of a tally sheet: visits that were timed without a name.

use super::read::Observed;
use super::write::Writing;
use crate::app::AppError;
use crate::app::observe::append_observation;
use crate::book::Door;

impl Writing<'_> {
    /// Writes down what was observed and is not in the book yet.
    pub(super) fn observe(&mut self, door: &mut Door<'_>, observed: Vec<Observed>) -> Result<(), AppError> {
        if observed.is_empty() {
            return Ok(());
        }
        let mut known = match self.observed.take() {
            Some(known) => known,
            None => door.observed(&self.report.source)?,
        };
        for Observed { observation, recorded_at, notice } in observed {
            let id = observation.source.as_ref().map(|source| source.id.clone()).unwrap_or_default();
            if known.insert(id.clone()) {
                self.others.look_for_observed(door, &id)?;
                let subject = self.clock.new_id();
                append_observation(door, &observation, recorded_at, subject, self.batch)?;
                self.report.added += 1;
                self.notices.add(&notice);
            } else {
                self.report.unchanged += 1;
            }
        }
        self.observed = Some(known);
        Ok(())
    }
}
