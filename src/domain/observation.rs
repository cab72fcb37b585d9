//! The observation: the times of one patient, seen by a volunteer at a facility. It counts in waits and is no case.
//!
//! It has no place for a name, and none for whatever would lead to one: what a volunteer sees of a stranger in a
//! queue is how they were to pay and how long they sat there.

use chrono::{DateTime, FixedOffset, NaiveDate, SubsecRound};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::case::Source;
use super::column::Column;
use super::entry::Kind;
use super::facility::FacilityId;
use super::fold::{Seen, live_of_kind};
use super::number::DeskCode;
use super::times::Times;
use super::values::{Payer, Stage};

/// What was seen of one visit. A wait is always known: without one there is nothing to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Told")]
pub struct Observation {
    /// The day of the visit.
    pub visited_on: NaiveDate,
    /// Where.
    pub facility: FacilityId,
    /// At which stage of care.
    pub stage: Option<Stage>,
    /// Who was to pay.
    pub payer: Payer,
    /// The clock times.
    pub times: Times,
    /// The wait in minutes: seen minus arrived, or as told.
    pub waited_minutes: u32,
    /// Where it was imported from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Observation {
    /// The fields that it is made from, in order. What else a case may have, it cannot.
    pub const COLUMNS: [Column; 10] = [
        Column::VisitedOn,
        Column::Facility,
        Column::Stage,
        Column::Payer,
        Column::Arrived,
        Column::Registered,
        Column::Seen,
        Column::Medicine,
        Column::Left,
        Column::WaitedMinutes,
    ];
}

/// An observation as written, before it is known that it has a wait.
#[derive(Deserialize)]
struct Told {
    visited_on: NaiveDate,
    facility: FacilityId,
    #[serde(default)]
    stage: Option<Stage>,
    payer: Payer,
    #[serde(default)]
    times: Times,
    #[serde(default)]
    waited_minutes: Option<u32>,
    #[serde(default)]
    source: Option<Source>,
}

impl TryFrom<Told> for Observation {
    type Error = WithoutWait;

    fn try_from(told: Told) -> Result<Self, WithoutWait> {
        let waited_minutes = told.times.wait().or(told.waited_minutes).ok_or(WithoutWait)?;
        let Told { visited_on, facility, stage, payer, times, source, .. } = told;
        Ok(Self { visited_on, facility, stage, payer, times, waited_minutes, source })
    }
}

/// An observation from which no wait follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an observation without a wait")]
pub struct WithoutWait;

/// The body of `observed`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ObservedBody {
    /// When it was written down, on the clock of the desk.
    pub recorded_at: DateTime<FixedOffset>,
    /// What was seen.
    #[serde(flatten)]
    pub observation: Observation,
}

/// An observation as it stands in a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// The subject of its entries.
    pub id: Uuid,
    /// When it was written down, to the second.
    pub recorded_at: DateTime<FixedOffset>,
    /// The desk that wrote it down.
    pub desk: DeskCode,
    /// The officer of that desk.
    pub officer: String,
    /// What was seen.
    pub observation: Observation,
}

/// Folds the entries of one subject, in whatever order they came. `None` where no observation stands: there never
/// was one, it was taken back, or its body is not here. What is to be put right is taken back and written anew.
pub fn fold(subject: Uuid, entries: &[Seen]) -> Option<Observed> {
    live_of_kind(entries, &Kind::Observed)
        .filter_map(|entry| Some((entry, serde_json::from_slice(entry.body.as_deref()?).ok()?)))
        .min_by_key(|(entry, _)| (entry.header.at, entry.header.id))
        .map(|(entry, ObservedBody { recorded_at, observation })| Observed {
            id: subject,
            recorded_at: recorded_at.trunc_subsecs(0),
            desk: entry.header.desk.clone(),
            officer: entry.header.officer.clone(),
            observation,
        })
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::entry::{EntryId, Header, OriginId, Stamp};

    /// The entry of that number, clock and batch under the nil subject.
    pub(in crate::domain) fn entry(seq: u64, kind: Kind, body: &Value) -> Seen {
        Seen {
            header: Header {
                id: EntryId { origin: OriginId([1; 16]), seq },
                at: Stamp(seq),
                desk: "KC".parse().unwrap(),
                officer: "Sok Dara".into(),
                batch: Uuid::from_u128(seq.into()),
                kind,
                subject: Uuid::nil(),
            },
            body: Some(body.to_string().into_bytes()),
        }
    }

    fn body() -> Value {
        json!({
            "recorded_at": "2026-10-05T09:12:00+07:00", "visited_on": "2026-10-03", "facility": "N00003",
            "stage": null, "payer": "cash",
            "times": {"arrived": "06:10", "registered": null, "seen": "~07:00", "medicine": null, "left": null},
            "waited_minutes": 50,
        })
    }

    #[test]
    fn it_stands_until_it_is_taken_back_whatever_came_first() {
        let observed = entry(1, Kind::Observed, &body());
        let undone = entry(2, Kind::Undone, &json!({"batch": Uuid::from_u128(1)}));
        let stands = fold(Uuid::nil(), std::slice::from_ref(&observed)).unwrap();
        assert_eq!((stands.observation.waited_minutes, stands.observation.payer), (50, Payer::Cash));
        assert_eq!(fold(Uuid::nil(), &[observed.clone(), undone.clone()]), None);
        assert_eq!(fold(Uuid::nil(), &[undone, observed]), None);
        assert_eq!(fold(Uuid::nil(), &[]), None);
    }

    #[test]
    fn of_two_under_one_subject_the_first_on_the_clock_stands_whatever_came_first() {
        let mut second = body();
        second["payer"] = json!("nssf");
        let (first, second) = (entry(1, Kind::Observed, &body()), entry(2, Kind::Observed, &second));
        for entries in [[first.clone(), second.clone()], [second.clone(), first.clone()]] {
            assert_eq!(fold(Uuid::nil(), &entries).unwrap().observation.payer, Payer::Cash);
        }
        let undone = entry(3, Kind::Undone, &json!({"batch": Uuid::from_u128(1)}));
        assert_eq!(fold(Uuid::nil(), &[undone, first, second]).unwrap().observation.payer, Payer::Nssf);
    }

    #[test]
    fn without_a_wait_there_is_none_and_the_times_beat_what_is_told() {
        let with = |times: Value, waited: Value| {
            let mut body = body();
            (body["times"], body["waited_minutes"]) = (times, waited);
            fold(Uuid::nil(), &[entry(1, Kind::Observed, &body)]).map(|it| it.observation.waited_minutes)
        };
        assert_eq!(with(json!({"arrived": "06:10"}), Value::Null), None);
        assert_eq!(with(json!({"arrived": "06:10"}), json!(0)), Some(0));
        assert_eq!(with(json!({"arrived": "23:50", "seen": "00:10"}), json!(90)), Some(20));
    }

    /// Whoever adds a field must think of this: nothing of a person may come in here.
    #[test]
    fn it_has_no_place_for_a_name() {
        let mut told = body();
        for name in ["name", "phone", "member", "narrative", "employer", "officer"] {
            told[name] = json!("Chan Sokha");
        }
        let stands = fold(Uuid::nil(), &[entry(1, Kind::Observed, &told)]).unwrap();
        let written = serde_json::to_value(&stands.observation).unwrap();
        let fields: Vec<&String> = written.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["facility", "payer", "stage", "times", "visited_on", "waited_minutes"]);
        assert!(Observation::COLUMNS.iter().all(|column| !column.is_erasable()));
    }
}
