//! What happens to a facility after it was added, and what its entries come to.
//!
//! A change says only what it changes: two officers who, without having seen each other, gave a facility another name
//! and marked it closed are both obeyed. Of one field the newest word holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Contract, Facility, FacilityId, FacilityKind};
use crate::domain::entry::Kind;
use crate::domain::fold::{Seen, live};
use crate::domain::place::PlaceCode;

/// The body of `facility-changed`. What is `None`, false or empty stays as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FacilityChanged {
    /// Which facility.
    pub id: FacilityId,
    /// Its Khmer name from now on; the one before is kept among the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_km: Option<String>,
    /// Its Latin name from now on; the one before is kept among the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FacilityKind>,
    /// The smallest place in which it is known to lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceCode>,
    /// Where it was surveyed: degrees, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<(f64, f64)>,
    /// What else it is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its numbers in official lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// The first day on which it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_since: Option<NaiveDate>,
    /// It is open after all, or again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_open: bool,
    /// What is known of its contract with the fund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
}

/// The body of `facility-merged`: the facility is another one, under another identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacilityMerged {
    /// Which facility.
    pub id: FacilityId,
    /// Which it is in truth.
    pub into: FacilityId,
}

impl FacilityChanged {
    /// A change of nothing yet.
    pub fn of(id: FacilityId) -> Self {
        Self {
            id,
            name_km: None,
            name_en: None,
            kind: None,
            place: None,
            point: None,
            aliases: Vec::new(),
            codes: Vec::new(),
            closed_since: None,
            is_open: false,
            contract: None,
        }
    }

    /// Whether a facility would be another with it.
    pub fn changes(&self, facility: &Facility) -> bool {
        let mut changed = facility.clone();
        changed.change(self);
        changed != *facility
    }
}

impl Facility {
    /// Changes what a change names.
    pub fn change(&mut self, change: &FacilityChanged) {
        for (own, new) in [(true, &change.name_km), (false, &change.name_en)] {
            let name = if own { &mut self.name_km } else { &mut self.name_en };
            if let Some(new) = new.as_deref().map(str::trim).filter(|new| !new.is_empty() && new != name) {
                let before = std::mem::replace(name, new.to_owned());
                self.aliases.retain(|alias| alias != new);
                self.also_called(&before);
            }
        }
        self.kind = change.kind.unwrap_or(self.kind);
        if let Some(place) = change.place {
            self.province = place.province();
            (self.district, self.commune) = (place.district(), place.commune());
        }
        self.point = change.point.or(self.point);
        change.aliases.iter().for_each(|alias| self.also_called(alias));
        for code in &change.codes {
            if code != self.id.as_str() && !self.codes.contains(code) {
                self.codes.push(code.clone());
            }
        }
        if change.is_open {
            self.closed_since = None;
        }
        self.closed_since = change.closed_since.or(self.closed_since);
        self.contract = change.contract.or(self.contract);
    }
}

/// What the entries of a facility come to, in whatever order they arrived: the newest description, or the one that is
/// built in, with all changes since told by the clock. `None` where nobody said anything, or nobody yet said what it is.
pub fn described(id: &FacilityId, entries: &[Seen], built_in: Option<Facility>) -> Option<Facility> {
    let live = live(entries);
    let added = live.iter().rev().find_map(|seen| {
        let facility: Facility = read(seen, &Kind::FacilityAdded)?;
        (facility.id == *id).then_some(facility)
    });
    let mut is_told = added.is_some();
    let mut facility = added.or(built_in)?;
    facility.merged_into = None;
    for seen in live {
        if let Some(change) = read::<FacilityChanged>(seen, &Kind::FacilityChanged)
            && change.id == *id
        {
            facility.change(&change);
            is_told = true;
        }
        if let Some(merged) = read::<FacilityMerged>(seen, &Kind::FacilityMerged)
            && merged.id == *id
            && merged.into != *id
        {
            facility.merged_into = Some(merged.into);
            is_told = true;
        }
    }
    is_told.then_some(facility)
}

fn read<T: for<'de> Deserialize<'de>>(seen: &Seen, kind: &Kind) -> Option<T> {
    if seen.header.kind != *kind {
        return None;
    }
    serde_json::from_slice(seen.body.as_deref()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{EntryId, Header, OriginId, Stamp};
    use serde_json::{Value, json};
    use uuid::Uuid;

    fn facility() -> Facility {
        serde_json::from_value(json!({
            "id": "N00003", "kind": "national_hospital", "name_km": "ព្រះកុសុមៈ", "name_en": "Preah Kossamak",
            "province": "12", "district": "1201", "commune": null, "point": null, "aliases": ["Kossamak"], "source": "x"
        }))
        .unwrap()
    }

    fn seen(at: u64, kind: Kind, body: &Value) -> Seen {
        Seen {
            header: Header {
                id: EntryId { origin: OriginId([at as u8; 16]), seq: 1 },
                at: Stamp(at),
                desk: "KC".parse().unwrap(),
                officer: "Dara".to_owned(),
                batch: Uuid::from_u128(at.into()),
                kind,
                subject: Uuid::nil(),
            },
            body: Some(body.to_string().into_bytes()),
        }
    }

    #[test]
    fn an_old_description_still_reads_and_reads_back_as_it_was() {
        let text = serde_json::to_string(&facility()).unwrap();
        assert!(!text.contains("closed_since") && !text.contains("codes") && !text.contains("merged"));
        assert_eq!(serde_json::from_str::<Facility>(&text).unwrap(), facility());
    }

    #[test]
    fn a_former_name_is_kept_and_a_name_that_comes_back_is_none_of_the_others() {
        let mut known = facility();
        known.change(&FacilityChanged {
            name_en: Some("Kossamak".into()),
            ..FacilityChanged::of(known.id.clone())
        });
        assert_eq!(
            (known.name_en.as_str(), known.aliases.as_slice()),
            ("Kossamak", &["Preah Kossamak".to_owned()][..])
        );
        known.change(&FacilityChanged { name_en: Some(" ".into()), ..FacilityChanged::of(known.id.clone()) });
        assert_eq!(known.name_en, "Kossamak");
    }

    #[test]
    fn parallel_changes_of_different_fields_all_hold_in_any_order() {
        let id = facility().id;
        let entries = [
            seen(1, Kind::FacilityChanged, &json!({ "id": id, "name_en": "New" })),
            seen(2, Kind::FacilityChanged, &json!({ "id": id, "closed_since": "2026-03-01" })),
            seen(3, Kind::FacilityChanged, &json!({ "id": id, "contract": { "ended": "2026-02-01" } })),
            seen(4, Kind::FacilityChanged, &json!({ "id": id, "name_en": "Newest" })),
            seen(5, Kind::FacilityMerged, &json!({ "id": id, "into": "H120101" })),
        ];
        let all = described(&id, &entries, Some(facility())).unwrap();
        assert_eq!((all.name_en.as_str(), all.closed_since), ("Newest", NaiveDate::from_ymd_opt(2026, 3, 1)));
        assert_eq!(all.contract, NaiveDate::from_ymd_opt(2026, 2, 1).map(Contract::Ended));
        assert_eq!(all.merged_into, "H120101".parse().ok());
        assert_eq!(all.aliases, ["Kossamak", "Preah Kossamak", "New"]);
        let mut turned = entries.to_vec();
        for _ in 0..entries.len() {
            turned.rotate_left(1);
            assert_eq!(described(&id, &turned, Some(facility())), Some(all.clone()));
        }
        // Somebody who added the facility without having seen the changes takes nothing back.
        turned.push(seen(6, Kind::FacilityAdded, &serde_json::to_value(facility()).unwrap()));
        assert_eq!(described(&id, &turned, None), Some(all));
        assert_eq!(described(&id, &entries, None), None);
        assert_eq!(described(&id, &[], Some(facility())), None);
    }

    #[test]
    fn what_was_taken_back_is_as_if_it_had_not_been() {
        let id = facility().id;
        let mut entries = vec![
            seen(1, Kind::FacilityChanged, &json!({ "id": id, "name_en": "New" })),
            seen(2, Kind::FacilityChanged, &json!({ "id": id, "is_open": true })),
        ];
        assert!(described(&id, &entries, Some(facility())).is_some());
        entries.push(seen(3, Kind::Undone, &json!({ "batch": Uuid::from_u128(1) })));
        assert_eq!(described(&id, &entries, Some(facility())).unwrap().name_en, "Preah Kossamak");
    }

    #[test]
    fn a_contract_is_missing_before_it_began_and_after_it_ended() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        assert!(
            Contract::Since(day(5)).is_missing_on(day(4)) && !Contract::Since(day(5)).is_missing_on(day(5))
        );
        assert!(
            !Contract::Ended(day(5)).is_missing_on(day(4)) && Contract::Ended(day(5)).is_missing_on(day(5))
        );
    }
}
