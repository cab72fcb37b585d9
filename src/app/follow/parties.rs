//! People and parties: the ladder, what is known of each rung, and changing it.

use serde::Serialize;

use super::{FollowError, Sight};
use crate::app::brief::party_called;
use crate::app::log::plain;
use crate::app::{AppError, Session};
use crate::book::FacilityTable;
use crate::domain::clock::{Clocks, LONGEST};
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::domain::party::{Contact, Described, Party};
use crate::domain::place::PlaceCode;
use crate::i18n::Lang;
use crate::reference;

/// What is known of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyKnown {
    /// Which.
    pub party: Party,
    /// Its Khmer name.
    pub name_km: String,
    /// Its English name.
    pub name_en: String,
    /// Whom one speaks to there.
    pub contacts: Vec<Contact>,
    /// Its numbers.
    pub clocks: Clocks,
    /// Whether an officer described it.
    pub is_described: bool,
}

impl PartyKnown {
    /// Its name.
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.name_km, &self.name_en)
    }
}

/// A rung of the ladder for a facility.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rung {
    /// Who stands there.
    pub party: PartyKnown,
    /// Submissions to it that wait for an answer.
    pub open: usize,
}

/// The hotlines of the fund and of the labour ministry, as people dial them.
pub const HOTLINES: [(Party, &str); 2] = [(Party::Nssf, "1286"), (Party::LabourMinistry, "1297")];

impl Session {
    /// What is known of a party.
    pub fn party_known(&self, party: &Party) -> Result<PartyKnown, AppError> {
        self.sight().party_known(party)
    }

    /// What an officer wrote down of a party; of one of which nobody did, the plain description.
    pub fn description_of(&self, party: &Party) -> Result<Described, AppError> {
        let key = party.key();
        let described = self.view().described_parties()?.into_iter().find(|known| known.party.key() == key);
        Ok(described.unwrap_or_else(|| Described::plain(party.clone())))
    }

    /// All parties: those that are everywhere, those of each province, and whoever an officer described or raised
    /// something with.
    pub fn parties(&self) -> Result<Vec<PartyKnown>, AppError> {
        let mut described = self.view().described_parties()?;
        let mut all =
            vec![Party::Nssf, Party::Board, Party::Regulator, Party::HealthMinistry, Party::LabourMinistry];
        for place in reference::provinces() {
            if let PlaceCode::Province(code) = place.code {
                all.extend([
                    Party::NssfBranch(code),
                    Party::HealthDepartment(code),
                    Party::LabourDepartment(code),
                ]);
            }
        }
        let used = self.view().submissions()?.into_iter().map(|submission| submission.made.party);
        all.extend(described.iter().map(|known| known.party.clone()).chain(used));
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|party| seen.insert(party.key()));
        let known = |party: Party| {
            let key = party.key();
            let at = described.iter().position(|known| known.party.key() == key);
            let own = at.map(|at| described.swap_remove(at));
            known(&party, own, self.facilities())
        };
        Ok(all.into_iter().map(known).collect())
    }

    /// The ladder for a facility, its own rung first.
    pub fn ladder(&self, facility: &FacilityId) -> Result<Vec<Rung>, AppError> {
        self.sight().ladder(facility)
    }

    /// The party that a text names, where its facility or province is known.
    pub fn party_called(&self, text: &str) -> Result<Party, AppError> {
        let unknown = || AppError::from(FollowError::NoParty(text.to_owned()));
        let party: Party = text.parse().map_err(|_| unknown())?;
        let exists = party.facility().is_none_or(|id| self.facilities().get(id).is_some())
            && party.province().is_none_or(|code| reference::place(code).is_some());
        if exists { Ok(party) } else { Err(unknown()) }
    }

    /// Writes down what is known of a party, whole. When this returns, it is on the disk.
    pub fn describe_party(&mut self, described: &Described) -> Result<PartyKnown, AppError> {
        let party = self.party_called(&described.party.to_string())?;
        let mut described = described.clone();
        for contact in &mut described.contacts {
            for text in [&mut contact.name, &mut contact.role, &mut contact.reach] {
                *text = super::line(Some(text))?.unwrap_or_default();
            }
        }
        described.contacts.retain(|contact| *contact != Contact::default());
        for name in [&mut described.name_km, &mut described.name_en] {
            *name = super::line(name.as_deref())?;
        }
        for days in
            [&mut described.clocks.acknowledge, &mut described.clocks.answer, &mut described.clocks.warn]
        {
            *days = (*days).min(LONGEST);
        }
        let clock = self.clock;
        let body = serde_json::to_value(&described).unwrap_or_default();
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            door.append(plain(Kind::PartyDescribed, party.subject(), clock.new_id(), &body))?;
            Ok(())
        })?;
        self.party_known(&party)
    }
}

impl Sight<'_> {
    /// What is known of a party.
    pub fn party_known(&self, party: &Party) -> Result<PartyKnown, AppError> {
        let key = party.key();
        let described = self.described()?.iter().find(|known| known.party.key() == key);
        Ok(known(party, described.cloned(), self.view.facilities()))
    }

    /// The ladder for a facility, its own rung first.
    pub fn ladder(&self, facility: &FacilityId) -> Result<Vec<Rung>, AppError> {
        let province = self.view.facilities().get(facility).map(|known| known.province);
        let submissions = self.view.submissions()?;
        let lowest = Party::Facility(facility.clone());
        let parties = std::iter::once(lowest.clone()).chain(lowest.above(facility, province));
        parties
            .map(|party| {
                let key = party.key();
                let open = submissions
                    .iter()
                    .filter(|one| one.made.party.key() == key && one.unanswered().next().is_some());
                Ok(Rung { party: self.party_known(&party)?, open: open.count() })
            })
            .collect()
    }
}

fn known(party: &Party, described: Option<Described>, facilities: &FacilityTable) -> PartyKnown {
    let is_described = described.is_some();
    let Described { party, name_km, name_en, contacts, clocks } =
        described.unwrap_or_else(|| Described::plain(party.clone()));
    let facility = party.facility().and_then(|id| facilities.get(id));
    let name = |given: Option<String>, lang: Lang| {
        given.unwrap_or_else(|| party_called(&party, facility.as_deref(), lang))
    };
    let (name_km, name_en) = (name(name_km, Lang::Km), name(name_en, Lang::En));
    PartyKnown { party, name_km, name_en, contacts, clocks, is_described }
}
