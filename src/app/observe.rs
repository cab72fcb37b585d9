//! Observations: a visit that a volunteer timed, written down without a name.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use uuid::Uuid;

use super::log::to_json;
use super::{AppError, Session};
use crate::book::{Door, FacilityTable, NewEntry};
use crate::domain::draft::{Draft, Warning};
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::domain::observation::{Observation, Observed, ObservedBody};
use crate::domain::times::Times;
use crate::domain::values::{Payer, Stage};
use crate::i18n::Lang;

/// An observation that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDown {
    /// What was written, with when and by whom.
    pub observed: Observed,
    /// What is worth a second look.
    pub warnings: Vec<Warning>,
}

/// An observation as JSON prints it: the names and their order are those of a case.
#[derive(Debug, Clone, Serialize)]
pub struct ObservationView {
    /// Its UUID.
    pub id: String,
    /// Day of the visit.
    pub visited_on: String,
    /// When it was written down.
    pub recorded_at: String,
    /// The desk.
    pub desk: String,
    /// The officer.
    pub officer: String,
    /// The facility.
    pub facility: FacilityId,
    /// Its name, in the language asked for.
    pub facility_name: String,
    /// Its province.
    pub province: Option<String>,
    /// Its district, where known.
    pub district: Option<String>,
    /// Its commune, where known.
    pub commune: Option<String>,
    /// Stage of care.
    pub stage: Option<Stage>,
    /// Who was to pay.
    pub payer: Payer,
    /// The clock times.
    pub times: Times,
    /// The wait in minutes.
    pub waited_minutes: u32,
}

impl ObservationView {
    /// An observation with the names of its facility.
    pub fn new(observed: &Observed, facilities: &FacilityTable, lang: Lang) -> Self {
        let Observation { visited_on, facility, stage, payer, times, waited_minutes, source: _ } =
            &observed.observation;
        let known = facilities.get(facility);
        let known = known.as_deref();
        Self {
            id: observed.id.to_string(),
            visited_on: visited_on.to_string(),
            recorded_at: observed.recorded_at.to_rfc3339(),
            desk: observed.desk.to_string(),
            officer: observed.officer.clone(),
            facility: facility.clone(),
            facility_name: known
                .map_or_else(String::new, |known| lang.pick(&known.name_km, &known.name_en).to_owned()),
            province: known.map(|known| known.province.to_string()),
            district: known.and_then(|known| known.district).map(|code| code.to_string()),
            commune: known.and_then(|known| known.commune).map(|code| code.to_string()),
            stage: *stage,
            payer: *payer,
            times: *times,
            waited_minutes: *waited_minutes,
        }
    }

    /// As one line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Session {
    /// Checks a draft of an observation against the book's facilities and today's date.
    pub fn check_observation(&mut self, draft: &Draft) -> Result<(Observation, Vec<Warning>), AppError> {
        // Another program may have added a facility since.
        self.book.refresh()?;
        let today = self.today();
        draft.check_observation(&self.names(), today).map_err(AppError::ObservationRefused)
    }

    /// Writes down one observation. When this returns, it is on the disk. There is no correcting it: what is wrong is
    /// taken back and written anew.
    pub fn observe(&mut self, draft: &Draft) -> Result<WrittenDown, AppError> {
        let (observation, warnings) = self.check_observation(draft)?;
        let clock = self.clock;
        let (recorded_at, id) = (clock.now(), clock.new_id());
        self.book.write(clock.milliseconds(), |door| {
            append_observation(door, &observation, recorded_at, id, id)
        })?;
        let keeper = self.book.keeper();
        let (desk, officer) = (keeper.desk.clone(), keeper.officer.clone());
        Ok(WrittenDown { observed: Observed { id, recorded_at, desk, officer, observation }, warnings })
    }
}

/// Appends an observation.
pub(super) fn append_observation(
    door: &mut Door<'_>,
    observation: &Observation,
    recorded_at: DateTime<FixedOffset>,
    subject: Uuid,
    batch: Uuid,
) -> Result<(), AppError> {
    let body = ObservedBody { recorded_at, observation: observation.clone() };
    let (identity, narrative) = (None, None);
    let body = to_json(&body);
    door.append(NewEntry { kind: Kind::Observed, subject, batch, body, identity, narrative })?;
    Ok(())
}

#[cfg(test)]
mod tests;
