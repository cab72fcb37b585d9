//! Many cases, one demand: making it, and which cases belong to it.

use serde_json::json;

use super::{FollowError, line};
use crate::app::log::plain;
use crate::app::{AppError, Session};
use crate::domain::demand::{Demand, DemandMade};
use crate::domain::entry::Kind;
use crate::domain::handle::HandleKind;
use crate::domain::number::CaseNumber;
use crate::domain::standing::Linked;
use crate::domain::text::fold;

impl Session {
    /// The demand of that short name or title.
    pub fn demand_called(&self, text: &str) -> Result<Demand, AppError> {
        let demands = self.view().demands()?;
        let wanted = fold(text);
        match demands.iter().find(|demand| fold(&demand.title) == wanted) {
            Some(demand) => Ok(demand.clone()),
            None => Self::called(text, HandleKind::Demand, demands, Demand::handle),
        }
    }

    /// Links cases to a demand, which is made where none has that title yet. Returns it.
    pub fn link(&mut self, cases: &[CaseNumber], title: &str) -> Result<Demand, AppError> {
        let title = line(Some(title))?.ok_or(FollowError::SaysNothing)?;
        let known = self.demand_called(&title).ok();
        let clock = self.clock;
        let batch = clock.new_id();
        let id = known.as_ref().map_or_else(|| clock.new_id(), |demand| demand.id);
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            if known.is_none() {
                door.append(plain(Kind::DemandMade, id, batch, &json!(DemandMade { title })))?;
            }
            for number in cases {
                let subject = door.subject_of(number)?;
                door.append(plain(
                    Kind::Linked,
                    subject,
                    batch,
                    &json!(Linked { demand: id, belongs: true }),
                ))?;
            }
            Ok(())
        })?;
        let found = self.view().demands()?.into_iter().find(|demand| demand.id == id);
        found.ok_or_else(|| FollowError::NoHandle(id.to_string()).into())
    }

    /// Takes cases off a demand.
    pub fn unlink(&mut self, cases: &[CaseNumber], demand: &Demand) -> Result<(), AppError> {
        let clock = self.clock;
        let batch = clock.new_id();
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            for number in cases {
                let subject = door.subject_of(number)?;
                let body = json!(Linked { demand: demand.id, belongs: false });
                door.append(plain(Kind::Linked, subject, batch, &body))?;
            }
            Ok(())
        })
    }

    /// The numbers of the cases that belong to a demand. Only cases to which something happened can.
    pub fn cases_of_demand(&self, demand: &Demand) -> Result<Vec<CaseNumber>, AppError> {
        Ok(self.view().linked_to(demand.id)?.into_iter().map(|stored| stored.case.number).collect())
    }
}
