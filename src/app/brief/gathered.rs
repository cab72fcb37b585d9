//! How the cases of a brief were gathered, its facilities, and what is found of card against cash.

use super::rows::row;
use super::scope::Scope;
use crate::app::{AppError, GroupView, HotspotsView, Session, What};
use crate::book::Listing;
use crate::brief::compose::{Compared, FacilityRow, Gathering};
use crate::domain::filter::Test;
use crate::domain::period::Span;
use crate::domain::values::{Coded, Evidence, Payer};
use crate::i18n::Lang;

impl Session {
    /// How the cases of a listing were gathered.
    pub(super) fn gathered(&self, counted: &Listing) -> Result<Gathering, AppError> {
        let view = self.view();
        let all = view.side(counted, Span::default())?;
        let mut evidence = [0; 4];
        for (grade, cases) in Evidence::ALL.iter().zip(&mut evidence) {
            let filter = counted.filter.clone().and(Test::Evidence(vec![*grade]));
            *cases = view.side(&Listing { filter, ..counted.clone() }, Span::default())?.cases;
        }
        let most =
            |counts: &[(String, u32)]| counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
        Ok(Gathering {
            officers: u32::try_from(all.officers.len()).unwrap_or(u32::MAX),
            of_one_officer: most(&all.officers),
            of_one_employer: most(&all.employers),
            estimated: all.estimated,
            evidence,
        })
    }

    /// All facilities with their places.
    pub(super) fn facility_rows(
        &self,
        by_facility: &HotspotsView,
        scope: &Scope,
        lang: Lang,
    ) -> Vec<FacilityRow> {
        let placed = |group: &GroupView| {
            let facility = self.facilities().get(&group.key.as_deref()?.parse().ok()?)?;
            let district = facility.district.map(|code| code.to_string());
            Some(FacilityRow {
                id: facility.id.to_string(),
                row: row(group, lang),
                place: scope.place_name(&facility, lang).unwrap_or_default(),
                within: [Some(facility.province.to_string()), district].into_iter().flatten().collect(),
            })
        };
        by_facility.groups.iter().filter_map(placed).collect()
    }

    /// The waits of card-holders against those of patients who paid cash.
    pub(super) fn compared(&self, counted: &Listing) -> Result<Compared, AppError> {
        let view = self.compare(counted, &What::Payers(Payer::Nssf, Payer::Cash))?;
        Ok(Compared { found: view.found, warnings: view.warnings })
    }
}
