//! How many members there are: entering a number with its day and its source, and finding the one that a rate is
//! taken against. Without such a number there is no rate.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::log::to_json;
use super::{AppError, Session};
use crate::book::{GroupBy, GroupKey, NewEntry, View};
use crate::domain::case::LONGEST_LINE;
use crate::domain::date::{self, BadDate};
use crate::domain::digits;
use crate::domain::entry::Kind;
use crate::domain::filter::Test;
use crate::domain::members::{BadMembersOf, MemberCount, MembersOf};
use crate::domain::place::PlaceCode;

/// `all`, as a Khmer keyboard types it.
const ALL_IN_KHMER: &str = "ទាំងអស់";

/// What a rate is taken against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Denominator {
    /// How many members.
    pub members: u32,
    /// The day of which that is true.
    pub counted_on: NaiveDate,
    /// Where the number comes from.
    pub source: String,
}

/// Why a count of members is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCount {
    /// It is not said whose members.
    #[error(transparent)]
    Of(#[from] BadMembersOf),
    /// No whole number from one on.
    #[error("`{0}` is no number of members")]
    Number(String),
    /// No sound day.
    #[error(transparent)]
    Date(#[from] BadDate),
    /// No source is named: a number that nobody can check is worth nothing in a meeting.
    #[error("no source")]
    NoSource,
    /// A source or a name longer than can be taken, in characters.
    #[error("{0} characters are too many")]
    TooLong(usize),
}

/// The denominators of a book: of each group the number that holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Denominators {
    by_key: BTreeMap<String, Denominator>,
}

impl Denominators {
    /// Reads them.
    pub fn of(view: &View<'_>) -> Result<Self, AppError> {
        let mut by_key = BTreeMap::new();
        for counted in view.member_counts()? {
            let MemberCount { of, members, counted_on, source } = counted.count;
            // The one that holds comes first.
            by_key.entry(of.key()).or_insert(Denominator { members, counted_on, source });
        }
        Ok(Self { by_key })
    }

    /// The number for all members together.
    pub fn whole(&self) -> Option<&Denominator> {
        self.by_key.get(&MembersOf::All.key())
    }

    /// The number that was entered for just this group of hotspots. Months, issues and payers have none.
    pub fn for_group(&self, by: GroupBy, key: &GroupKey) -> Option<&Denominator> {
        let of = match (by, key) {
            (GroupBy::Province, GroupKey::Place(PlaceCode::Province(code))) => MembersOf::Province(*code),
            (GroupBy::District, GroupKey::Place(PlaceCode::District(code))) => MembersOf::District(*code),
            (GroupBy::Facility, GroupKey::Facility(id)) => MembersOf::Facility(id.clone()),
            (GroupBy::Employer, GroupKey::Name(name)) => MembersOf::Employer(name.clone()),
            (GroupBy::Local, GroupKey::Name(name)) => MembersOf::Local(name.clone()),
            _ => return None,
        };
        self.by_key.get(&of.key())
    }
}

/// The number that was entered for a group of hotspots; whoever asks for many reads [`Denominators`] once.
pub fn for_group(view: &View<'_>, by: GroupBy, key: &GroupKey) -> Result<Option<Denominator>, AppError> {
    Ok(Denominators::of(view)?.for_group(by, key).cloned())
}

/// A count of members as typed.
#[derive(Debug, Clone, Copy)]
pub struct CountAsTyped<'a> {
    /// Whose, as a query says it: `all`, `province:kandal`, `employer:"Golden Star"`.
    pub of: &'a str,
    /// How many.
    pub members: &'a str,
    /// Of which day.
    pub on: &'a str,
    /// From where.
    pub source: &'a str,
}

impl Session {
    /// Enters how many members there are. When this returns, it is on the disk. Older counts of the same group stay
    /// as its history; the newest day holds.
    pub fn count_members(&mut self, typed: CountAsTyped<'_>) -> Result<MemberCount, AppError> {
        let count = self.check_count(typed)?;
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| {
            let id = clock.new_id();
            let entry = NewEntry {
                kind: Kind::MembersCounted,
                subject: id,
                batch: id,
                body: to_json(&count),
                identity: None,
                narrative: None,
            };
            door.append(entry).map_err(AppError::from)
        })?;
        Ok(count)
    }

    fn check_count(&mut self, typed: CountAsTyped<'_>) -> Result<MemberCount, AppError> {
        let of = self.members_of(typed.of)?;
        let members = whole_number(typed.members).filter(|members| *members > 0);
        let members = members.ok_or_else(|| BadCount::Number(typed.members.to_owned()))?;
        let today = self.today();
        let counted_on = date::parse_relative(typed.on, today).map_err(BadCount::from)?;
        date::check_visit(counted_on, today).map_err(BadCount::from)?;
        let source = typed.source.trim().to_owned();
        if source.is_empty() {
            return Err(BadCount::NoSource.into());
        }
        short_enough(&source)?;
        Ok(MemberCount { of, members, counted_on, source })
    }

    /// Whose members a text means, as a query would: codes or names of places and facilities in either script.
    fn members_of(&mut self, text: &str) -> Result<MembersOf, AppError> {
        if text.trim() == ALL_IN_KHMER {
            return Ok(MembersOf::All);
        }
        if let Ok(of) = text.parse::<MembersOf>() {
            return match &of {
                MembersOf::Employer(name) | MembersOf::Local(name) => short_enough(name).map(|()| of),
                MembersOf::All => Ok(of),
                // A code may be well formed and yet of no place.
                _ => self.members_of_query(text),
            };
        }
        self.members_of_query(text)
    }

    fn members_of_query(&mut self, text: &str) -> Result<MembersOf, AppError> {
        self.book.refresh()?;
        let filter = self.filter(text)?;
        let bad = || BadCount::Of(BadMembersOf(text.to_owned()));
        let [term] = filter.terms.as_slice() else {
            return Err(bad().into());
        };
        let of = match &term.test {
            _ if term.negated => None,
            Test::Place(places) => match places.as_slice() {
                [PlaceCode::Province(code)] => Some(MembersOf::Province(*code)),
                [PlaceCode::District(code)] => Some(MembersOf::District(*code)),
                _ => None,
            },
            Test::Facility(ids) => match ids.as_slice() {
                [id] => Some(MembersOf::Facility(id.clone())),
                _ => None,
            },
            Test::Employer(names) => only(names).map(MembersOf::Employer),
            Test::Local(names) => only(names).map(MembersOf::Local),
            _ => None,
        };
        Ok(of.ok_or_else(bad)?)
    }
}

/// Reads `4200`, `4,200`, `៤.២០០`: whatever parts the thousands must part all of them.
fn whole_number(text: &str) -> Option<u32> {
    let plain = digits::to_ascii(text.trim());
    let groups: Vec<&str> = plain.split([',', '.', ' ', '\u{A0}']).collect();
    let parted = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    let whole = groups.concat();
    (parted && whole.bytes().all(|byte| byte.is_ascii_digit())).then(|| whole.parse().ok())?
}

fn only(names: &[String]) -> Option<String> {
    let [name] = names else {
        return None;
    };
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

fn short_enough(text: &str) -> Result<(), AppError> {
    let length = text.chars().count();
    if length > LONGEST_LINE { Err(BadCount::TooLong(length).into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
