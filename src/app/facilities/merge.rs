//! Two facilities that are one: what was logged under the old identifier moves to the new one, in one batch.
//!
//! Each case is corrected, so that its history shows it. What cannot be corrected (a timed visit) and what arrives late
//! from another desk under the old identifier needs no entry: whatever is counted or looked for, the book takes the old
//! identifier for the new one (`book/facilities.rs`).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use super::{AppError, FacilitiesError, Session};
use crate::app::log::{plain, to_json};
use crate::book::{Book, Listing, NewEntry, Order};
use crate::domain::entry::Kind;
use crate::domain::facility::{Facility, FacilityId, FacilityMerged};
use crate::domain::filter::{Filter, Test};
use crate::domain::fold::{Change, Corrected};

/// The field that a merge corrects in each case.
const FACILITY: &str = "facility";

/// What a merge did.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The facility that stays.
    pub facility: Arc<Facility>,
    /// How many cases moved to it.
    pub moved: usize,
}

impl Session {
    /// The facility `old` is `into` under another identifier: from now on its identifier and its names find that one, and
    /// its cases are corrected. One `undo` takes it all back.
    ///
    /// # Errors
    /// Where both are one already, or one of them is not known: nothing is written.
    pub fn merge_facilities(&mut self, old: &FacilityId, into: &FacilityId) -> Result<Merged, AppError> {
        self.book.refresh()?;
        let (old, into) = (self.facility_known(old)?, self.facility_known(into)?);
        if old.id == into.id {
            return Err(FacilitiesError::SameFacility(into.id.clone()).into());
        }
        let listing = Listing {
            filter: Filter::default().and(Test::Facility(vec![old.id.clone()])),
            order: Order::Visited,
            limit: None,
            offset: 0,
            riel_per_dollar: self.settings.riel_per_dollar,
        };
        let mut cases = Vec::new();
        self.view().for_each::<AppError>(&listing, |stored| {
            cases.push(stored.case.id);
            Ok(())
        })?;
        let clock = self.clock;
        let batch = clock.new_id();
        let moved = self.book.write(clock.milliseconds(), |door| -> Result<usize, AppError> {
            let body = json!(FacilityMerged { id: old.id.clone(), into: into.id.clone() });
            door.append(plain(Kind::FacilityMerged, Book::subject_of_facility(&old.id), batch, &body))?;
            let mut moved = 0;
            for subject in cases {
                // As it stands in this transaction: somebody may have corrected it since.
                let Some(folded) = door.folded(subject)? else {
                    continue;
                };
                if folded.case.record.facility == into.id {
                    continue;
                }
                let holders = folded.holders.get(FACILITY);
                let replaces = holders.into_iter().flatten().map(ToString::to_string).collect();
                let change = Change { value: json!(into.id), replaces };
                door.append(NewEntry {
                    kind: Kind::CaseCorrected,
                    subject,
                    batch,
                    body: to_json(&Corrected { set: BTreeMap::from([(FACILITY.to_owned(), change)]) }),
                    identity: None,
                    narrative: None,
                })?;
                moved += 1;
            }
            Ok(moved)
        })?;
        Ok(Merged { facility: self.facility_known(&into.id)?, moved })
    }
}
