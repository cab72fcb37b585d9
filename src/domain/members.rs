//! How many members there are, at a place, a facility, an employer, a union local or in all: what rates are taken
//! against. Each count was entered by an officer with its day and its source; there are no others.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entry::{Kind, Stamp};
use super::facility::FacilityId;
use super::fold::{Seen, live_of_kind};
use super::number::DeskCode;
use super::place::{District, Province};
use super::text::fold as fold_text;

/// Whose members are counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MembersOf {
    /// All that the union speaks for.
    All,
    /// Those of a province.
    Province(Province),
    /// Those of a district.
    District(District),
    /// Those who go to a facility.
    Facility(FacilityId),
    /// Those of an employer.
    Employer(String),
    /// Those of a union local.
    Local(String),
}

impl MembersOf {
    /// What would do, for hints.
    pub const FORMS: [&'static str; 6] = [
        "all",
        "province:08",
        "district:0811",
        "facility:H080801",
        "employer:\"Golden Star\"",
        "local:\"Local 3\"",
    ];

    /// The same text for all spellings that a query takes for one: names without regard to case and spacing, as
    /// hotspots group by them.
    pub fn key(&self) -> String {
        match self {
            Self::Employer(name) => format!("employer:{}", fold_text(name)),
            Self::Local(name) => format!("local:{}", fold_text(name)),
            plain => plain.to_string(),
        }
    }

    /// The whole first, then places, facilities, employers and locals.
    fn order(&self) -> u8 {
        match self {
            Self::All => 0,
            Self::Province(_) => 1,
            Self::District(_) => 2,
            Self::Facility(_) => 3,
            Self::Employer(_) => 4,
            Self::Local(_) => 5,
        }
    }
}

/// As a query says it.
impl fmt::Display for MembersOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Province(code) => write!(f, "province:{code}"),
            Self::District(code) => write!(f, "district:{code}"),
            Self::Facility(id) => write!(f, "facility:{id}"),
            Self::Employer(name) => write!(f, "employer:\"{name}\""),
            Self::Local(name) => write!(f, "local:\"{name}\""),
        }
    }
}

/// A text that does not say whose members are counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` does not say whose members")]
pub struct BadMembersOf(pub String);

impl FromStr for MembersOf {
    type Err = BadMembersOf;

    /// Reads codes, not names of places; names of employers and locals with or without quotation marks around them.
    fn from_str(text: &str) -> Result<Self, BadMembersOf> {
        let bad = || BadMembersOf(text.to_owned());
        let plain = text.trim();
        let (kind, rest) = plain.split_once(':').unwrap_or((plain, ""));
        let name = || {
            let rest = rest.trim();
            let inside =
                rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(rest).trim();
            if inside.is_empty() { Err(bad()) } else { Ok(inside.to_owned()) }
        };
        Ok(match (kind.to_lowercase().as_str(), rest) {
            ("all", "") => Self::All,
            ("province", code) => Self::Province(code.parse().map_err(|_| bad())?),
            ("district", code) => Self::District(code.parse().map_err(|_| bad())?),
            ("facility", id) => Self::Facility(id.parse().map_err(|_| bad())?),
            ("employer", _) => Self::Employer(name()?),
            ("local", _) => Self::Local(name()?),
            _ => return Err(bad()),
        })
    }
}

/// The body of `members-counted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberCount {
    /// Whose members.
    pub of: MembersOf,
    /// How many: at least one.
    pub members: u32,
    /// The day of which the number is true.
    pub counted_on: NaiveDate,
    /// Where the number comes from.
    pub source: String,
}

/// A count as it stands in a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembersCounted {
    /// The subject of its entries.
    pub id: Uuid,
    /// When it was entered, by the clock of the log.
    pub at: Stamp,
    /// The desk that entered it.
    pub desk: DeskCode,
    /// The officer of that desk.
    pub officer: String,
    /// What was counted.
    pub count: MemberCount,
}

/// Folds the entries of one subject, in whatever order they came. `None` where no count stands: there never was
/// one, it was taken back, or it counts nobody or names no source.
pub fn fold(subject: Uuid, entries: &[Seen]) -> Option<MembersCounted> {
    live_of_kind(entries, &Kind::MembersCounted)
        .filter_map(|entry| Some((entry, serde_json::from_slice(entry.body.as_deref()?).ok()?)))
        .filter(|(_, count): &(_, MemberCount)| count.members > 0 && !count.source.trim().is_empty())
        .min_by_key(|(entry, _)| (entry.header.at, entry.header.id))
        .map(|(entry, count)| MembersCounted {
            id: subject,
            at: entry.header.at,
            desk: entry.header.desk.clone(),
            officer: entry.header.officer.clone(),
            count,
        })
}

/// Brings counts into the order in which they hold: by whose members, then the newest day first, and of one day the
/// one entered last. The first of each group is the one that holds; the others are its history.
pub fn sort(counts: &mut [MembersCounted]) {
    counts.sort_by_cached_key(|counted| {
        let newest = Reverse((counted.count.counted_on, counted.at, counted.id));
        (counted.count.of.order(), counted.count.of.key(), newest)
    });
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;
    use crate::domain::observation::tests::entry;

    fn body(members: u32, source: &str) -> Value {
        json!({"of": {"province": "08"}, "members": members, "counted_on": "2026-06-30", "source": source})
    }

    fn counted(id: u128, at: u64, of: &str, on: &str) -> MembersCounted {
        let count = MemberCount {
            of: of.parse().unwrap(),
            members: 5,
            counted_on: on.parse().unwrap(),
            source: "the fund's letter".into(),
        };
        let (desk, officer) = ("KC".parse().unwrap(), "Sok Dara".into());
        MembersCounted { id: Uuid::from_u128(id), at: Stamp(at), desk, officer, count }
    }

    #[test]
    fn it_stands_until_it_is_taken_back_whatever_came_first() {
        let counted = entry(1, Kind::MembersCounted, &body(4200, "a letter"));
        let undone = entry(2, Kind::Undone, &json!({"batch": Uuid::from_u128(1)}));
        assert_eq!(fold(Uuid::nil(), std::slice::from_ref(&counted)).unwrap().count.members, 4200);
        assert_eq!(fold(Uuid::nil(), &[counted.clone(), undone.clone()]), None);
        assert_eq!(fold(Uuid::nil(), &[undone, counted]), None);
    }

    #[test]
    fn a_count_without_members_or_source_says_nothing() {
        assert_eq!(fold(Uuid::nil(), &[entry(1, Kind::MembersCounted, &body(0, "a letter"))]), None);
        assert_eq!(fold(Uuid::nil(), &[entry(1, Kind::MembersCounted, &body(5, " "))]), None);
    }

    #[test]
    fn the_newest_day_holds_and_then_the_later_entry() {
        let mut counts = [
            counted(1, 9, "employer:Golden Star", "2026-06-30"),
            counted(2, 1, "province:08", "2026-06-30"),
            counted(3, 8, "province:08", "2025-06-30"),
            counted(4, 2, "province:08", "2026-06-30"),
            counted(5, 3, "employer:golden  STAR", "2026-07-01"),
            counted(6, 1, "all", "2020-01-01"),
        ];
        let order = |counts: &[MembersCounted]| counts.iter().map(|one| one.id.as_u128()).collect::<Vec<_>>();
        sort(&mut counts);
        assert_eq!(order(&counts), [6, 4, 2, 3, 5, 1]);
        counts.reverse();
        sort(&mut counts);
        assert_eq!(order(&counts), [6, 4, 2, 3, 5, 1]);
    }

    #[test]
    fn whose_members_reads_back_as_written_and_names_fold_alike() {
        for text in MembersOf::FORMS {
            let of: MembersOf = text.parse().unwrap();
            assert_eq!(of.to_string(), text);
            let json = serde_json::to_string(&of).unwrap();
            assert_eq!(serde_json::from_str::<MembersOf>(&json).unwrap(), of);
        }
        assert_eq!(serde_json::to_value(MembersOf::All).unwrap(), "all");
        let odd = MembersOf::Employer("a \"b\" c".into());
        assert_eq!(odd.to_string().parse(), Ok(odd));
        let one: MembersOf = "employer:Golden  Star".parse().unwrap();
        let other: MembersOf = "employer:\"golden star\"".parse().unwrap();
        assert!(one != other && one.key() == other.key());
        for text in
            ["", "everybody", "all:08", "province:", "province:kandal", "employer:\"\"", "commune:081101"]
        {
            assert!(text.parse::<MembersOf>().is_err(), "{text}");
        }
    }
}
