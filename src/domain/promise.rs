//! Promises: what a party said it would do, by when, and what came of it. The union decides that, from members' word or
//! the waits since; the promiser does not.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::clock::{Calendar, Due};
use super::entry::{Kind, Stamp};
use super::facility::FacilityId;
use super::fold::{Seen, live};
use super::handle::{Handle, HandleKind};
use super::number::DeskCode;
use super::party::Party;
use super::place::Province;
use super::values::coded;

coded! {
    /// What came of a promise.
    Fate, "fate" {
        /// Not known yet.
        Pending = "pending",
        /// It was kept.
        Kept = "kept",
        /// In part.
        Partly = "partly",
        /// It was not.
        Broken = "broken",
        /// The union or the party took it off the table.
        Withdrawn = "withdrawn",
    }
}

/// Where a promise is to be seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whereabouts {
    /// Everywhere.
    Country,
    /// In a province.
    Province(Province),
    /// At a facility.
    Facility(FacilityId),
}

impl Whereabouts {
    /// The words of a query that asks for cases there; none for the country.
    pub fn query(&self) -> String {
        match self {
            Self::Country => String::new(),
            Self::Province(code) => format!("province:{code}"),
            Self::Facility(id) => format!("facility:{id}"),
        }
    }
}

/// The body of `promised`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// By whom.
    pub party: Party,
    /// What.
    pub what: String,
    /// Who said it: an official, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What they are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Where it was said: a meeting, a letter, in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_where: Option<String>,
    /// When it was said.
    pub on: NaiveDate,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// What would show that it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_by: Option<String>,
    /// Where it is to be seen.
    pub place: Whereabouts,
    /// The submission that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submission: Option<Uuid>,
}

/// The body of `promise-moved`: the party asked for another date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// When it did.
    pub on: NaiveDate,
    /// By when now.
    pub due: NaiveDate,
}

/// What members said of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersWord {
    /// How many were asked.
    pub asked: u32,
    /// How many said that it was kept.
    pub kept: u32,
}

/// The waits before and after a promise, as they stood when it was judged, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitsSince {
    /// The day that parts them.
    pub day: NaiveDate,
    /// Timed visits and their median before.
    pub before: (u32, Option<u32>),
    /// And from that day on.
    pub after: (u32, Option<u32>),
}

/// The body of `promise-judged`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// What came of it.
    pub fate: Fate,
    /// When the union said so.
    pub on: NaiveDate,
    /// What members said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<MembersWord>,
    /// What the waits say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<WaitsSince>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A promise as it stands in a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The subject of its entries.
    pub id: Uuid,
    /// When it was entered, by the clock of the log.
    pub at: Stamp,
    /// The desk that entered it.
    pub desk: DeskCode,
    /// The officer of that desk.
    pub officer: String,
    /// What was promised.
    pub promised: Promised,
    /// Other dates that the party asked for, in their order.
    pub moved: Vec<Moved>,
    /// What the union found last.
    pub judged: Option<Judged>,
}

/// Folds the entries of one subject, in whatever order they came. `None` where no promise stands.
pub fn fold(subject: Uuid, entries: &[Seen]) -> Option<Promise> {
    let entries = live(entries);
    let (first, promised) = entries
        .iter()
        .filter(|entry| entry.header.kind == Kind::Promised)
        .find_map(|entry| Some((entry, read::<Promised>(entry)?)))?;
    let of_kind = |kind: Kind| entries.iter().filter(move |entry| entry.header.kind == kind);
    Some(Promise {
        id: subject,
        at: first.header.at,
        desk: first.header.desk.clone(),
        officer: first.header.officer.clone(),
        promised,
        moved: of_kind(Kind::PromiseMoved).filter_map(|entry| read(entry)).collect(),
        judged: of_kind(Kind::PromiseJudged).filter_map(|entry| read(entry)).next_back(),
    })
}

fn read<T: for<'de> Deserialize<'de>>(entry: &Seen) -> Option<T> {
    serde_json::from_slice(entry.body.as_deref()?).ok()
}

impl Promise {
    /// By what officers call it.
    pub fn handle(&self) -> Handle {
        Handle::new(HandleKind::Promise, &self.desk, self.id)
    }

    /// What came of it.
    pub fn fate(&self) -> Fate {
        self.judged.as_ref().map_or(Fate::Pending, |judged| judged.fate)
    }

    /// By when it is due now.
    pub fn due(&self) -> Option<NaiveDate> {
        self.moved.last().map(|moved| moved.due).or(self.promised.due)
    }

    /// Whether a date had passed before the party asked for a later one: that one is missed, whatever is asked for.
    pub fn missed_a_date(&self) -> bool {
        let dues = self.promised.due.into_iter().chain(self.moved.iter().map(|moved| moved.due));
        let moved_on = self.moved.iter().skip(usize::from(self.promised.due.is_none())).map(|moved| moved.on);
        dues.zip(moved_on).any(|(due, moved_on)| due < moved_on)
    }

    /// Where its date stands, while nothing came of it yet.
    pub fn stands(&self, today: NaiveDate, warn: u32, calendar: &Calendar) -> Option<Due> {
        let due = self.due().filter(|_| self.fate() == Fate::Pending)?;
        Some(Due::of(due, today, warn, calendar))
    }

    /// The day that parts before from after: when it was due, else when it was said.
    pub fn parting_day(&self) -> NaiveDate {
        self.due().unwrap_or(self.promised.on)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::observation::tests::entry;

    fn promised() -> (Kind, Value) {
        let body = json!({
            "party": "facility:H080801", "what": "a counter for card-holders", "on": "2026-06-01",
            "due": "2026-09-01", "place": {"facility": "H080801"},
        });
        (Kind::Promised, body)
    }

    fn after(happened: &[(Kind, Value)]) -> Option<Promise> {
        let entries: Vec<Seen> =
            (1..).zip(happened).map(|(seq, (kind, body))| entry(seq, kind.clone(), body)).collect();
        let folded = fold(Uuid::nil(), &entries);
        let backwards: Vec<Seen> = entries.into_iter().rev().collect();
        assert_eq!(folded, fold(Uuid::nil(), &backwards));
        folded
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_promise_is_pending_then_moved_then_judged_and_can_be_judged_anew() {
        let moved = (Kind::PromiseMoved, json!({"on": "2026-08-20", "due": "2026-10-01"}));
        let judged = |fate: &str| {
            (
                Kind::PromiseJudged,
                json!({"fate": fate, "on": "2026-10-05", "members": {"asked": 9, "kept": 2}}),
            )
        };
        let stands = |promise: &Promise, on: &str| promise.stands(day(on), 3, &Calendar::default());
        let plain = after(&[promised()]).unwrap();
        assert_eq!((plain.fate(), plain.due()), (Fate::Pending, Some(day("2026-09-01"))));
        assert_eq!(stands(&plain, "2026-08-28"), Some(Due::Soon(2)));
        assert_eq!(stands(&plain, "2026-09-02"), Some(Due::Overdue(1)));
        let later = after(&[promised(), moved.clone()]).unwrap();
        assert_eq!((later.due(), later.promised.due), (Some(day("2026-10-01")), Some(day("2026-09-01"))));
        let broken = after(&[promised(), moved.clone(), judged("broken")]).unwrap();
        assert_eq!((broken.fate(), stands(&broken, "2027-01-01")), (Fate::Broken, None));
        let kept = after(&[promised(), moved, judged("broken"), judged("kept")]).unwrap();
        assert_eq!(kept.fate(), Fate::Kept);
        assert_eq!(after(&[judged("kept")]), None);
    }

    #[test]
    fn where_it_is_to_be_seen_is_a_query() {
        assert_eq!(Whereabouts::Facility("H080801".parse().unwrap()).query(), "facility:H080801");
        assert_eq!(Whereabouts::Country.query(), "");
        assert_eq!(serde_json::to_value(Whereabouts::Country).unwrap(), "country");
    }
}
