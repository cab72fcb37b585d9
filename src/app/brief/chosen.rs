//! Which cases a count is of, in a form in which two can be held beside each other: does one hold all cases of the other?
//!
//! What a query asks is kept as what it means – days as stretches, lists as sets – so that `since:2026-01-01` is known to
//! hold `since:2026-03-01`, and `issue:WAIT,PAY` to hold `issue:PAY`. Words of people, employers and stories are kept as
//! marks that are known again and cannot be read; of two different ones nobody can tell whether one holds the other.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::filter::{Filter, StatusTest, Test};
use crate::domain::period::Span;
use crate::domain::values::{Coded, Status};

/// How a choice lies to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    /// It does not hold the other.
    No,
    /// Whether it does cannot be told: they overlap, or they are words.
    Perhaps,
    /// It holds all of the other.
    Yes,
}

/// Whether a place holds another, as both are remembered: `place:08`, `facility:H080801`.
pub(super) type Around<'a> = &'a dyn Fn(&str, &str) -> bool;

/// What all of some cases have: each of these choices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Chosen(Vec<Choice>);

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Choice {
    /// What of a case it asks about.
    by: By,
    /// Whether it is what the cases do not have.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    not: bool,
    #[serde(flatten)]
    what: What,
}

/// What of a case is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum By {
    Visited,
    Recorded,
    Waited,
    Paid,
    Place,
    NoDistrict,
    Issue,
    Severity,
    Payer,
    Stage,
    Status,
    Evidence,
    Consent,
    Desk,
    Rising,
    Officer,
    Assigned,
    Party,
    Turn,
    Urgent,
    Member,
    Employer,
    Local,
    Text,
    /// The words of a query that was remembered without its meaning.
    Words,
}

/// How many of what a choice asks about one case has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Has {
    One,
    Several,
    /// Words, of which one may hold another.
    Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    /// From the first to the last of these, both included: days of the Common Era, minutes, riel.
    Between(i64, i64),
    /// Any of these.
    AnyOf(BTreeSet<String>),
}

impl By {
    fn has(self) -> Has {
        match self {
            Self::Issue | Self::Severity | Self::Consent => Has::Several,
            Self::Officer
            | Self::Assigned
            | Self::Party
            | Self::Member
            | Self::Employer
            | Self::Local
            | Self::Text
            | Self::Words => Has::Words,
            _ => Has::One,
        }
    }
}

impl Choice {
    /// Any of some codes or marks.
    pub(super) fn any_of(by: By, codes: impl IntoIterator<Item = String>) -> Self {
        Self { by, not: false, what: What::AnyOf(codes.into_iter().collect()) }
    }

    /// Visits of some days.
    fn visited(span: Span) -> Self {
        let day = |day: NaiveDate| i64::from(day.num_days_from_ce());
        let (first, last) = (span.since.map_or(i64::MIN, day), span.until.map_or(i64::MAX, day));
        Self { by: By::Visited, not: false, what: What::Between(first, last) }
    }

    /// Whether all cases that another choice lets through pass this one too.
    fn holds(&self, inner: &Self, around: Around<'_>) -> Holds {
        match (&self.what, &inner.what) {
            (What::Between(..), What::Between(..)) => self.holds_stretch(inner),
            (What::AnyOf(outer), What::AnyOf(of)) if self.by.has() == Has::Words => {
                self.holds_words(outer, inner, of)
            }
            (What::AnyOf(outer), What::AnyOf(of)) => self.holds_codes(outer, inner, of, around),
            _ => Holds::Perhaps,
        }
    }

    fn holds_stretch(&self, inner: &Self) -> Holds {
        let (What::Between(first, last), What::Between(from, to)) = (&self.what, &inner.what) else {
            return Holds::Perhaps;
        };
        let lies_in = first <= from && to <= last;
        let lies_around = from <= first && last <= to;
        let meet = first <= to && from <= last;
        match (self.not, inner.not) {
            (false, false) if lies_in => Holds::Yes,
            // What of them overhangs may be empty, and then one holds the other after all.
            (false, false) if meet && !lies_around => Holds::Perhaps,
            (true, true) if lies_around => Holds::Yes,
            (true, false) if !meet => Holds::Yes,
            _ => Holds::No,
        }
    }

    fn holds_words(&self, outer: &BTreeSet<String>, inner: &Self, of: &BTreeSet<String>) -> Holds {
        // All of the words of a query hold; of other lists one does.
        let (wider, narrower) = if (self.by == By::Words) == self.not { (outer, of) } else { (of, outer) };
        match (self.not == inner.not, narrower.is_subset(wider)) {
            (true, true) => Holds::Yes,
            (false, _) if outer == of => Holds::No,
            _ => Holds::Perhaps,
        }
    }

    fn holds_codes(
        &self,
        outer: &BTreeSet<String>,
        inner: &Self,
        of: &BTreeSet<String>,
        around: Around<'_>,
    ) -> Holds {
        let is_covered =
            |all: &BTreeSet<String>, by: &BTreeSet<String>| all.iter().all(|one| covers(by, one, around));
        let meet = of.iter().any(|one| covers(outer, one, around))
            || outer.iter().any(|one| covers(of, one, around));
        match (self.not, inner.not) {
            (false, false) if is_covered(of, outer) => Holds::Yes,
            (false, false) if meet && !is_covered(outer, of) => Holds::Perhaps,
            (true, true) if is_covered(outer, of) => Holds::Yes,
            (true, false) if !meet && self.by.has() == Has::One => Holds::Yes,
            _ => Holds::No,
        }
    }
}

fn covers(by: &BTreeSet<String>, one: &str, around: Around<'_>) -> bool {
    by.contains(one) || by.iter().any(|outer| around(outer, one))
}

impl Chosen {
    /// What a filter lets through. `mark` makes of a word what it is known by and cannot be read.
    pub(super) fn of(filter: &Filter, mark: &dyn Fn(&str) -> String, around: Around<'_>) -> Self {
        let mut chosen = Self::default().within(filter.visited(), around);
        for term in &filter.terms {
            if let Some(choice) = choice(&term.test, mark) {
                chosen.add(Choice { not: term.negated, ..choice }, around);
            }
        }
        chosen
    }

    /// Those of them whose visits were in some days.
    pub(super) fn within(&self, days: Span, around: Around<'_>) -> Self {
        if days.is_open() { self.clone() } else { self.and(Choice::visited(days), around) }
    }

    /// The cases that were chosen in this way, and in that one as well.
    pub(super) fn and(&self, choice: Choice, around: Around<'_>) -> Self {
        let mut chosen = self.clone();
        chosen.add(choice, around);
        chosen
    }

    fn add(&mut self, new: Choice, around: Around<'_>) {
        let is_like = |old: &&mut Choice| old.by == new.by && !old.not;
        let old = self.0.iter_mut().find(is_like).filter(|_| !new.not && new.by.has() == Has::One);
        match (old.map(|old| &mut old.what), new.what) {
            (Some(What::Between(first, last)), What::Between(from, to)) => {
                (*first, *last) = ((*first).max(from), (*last).min(to));
            }
            (Some(What::AnyOf(old)), What::AnyOf(new)) => {
                let both = old.iter().filter(|one| covers(&new, one, around));
                *old = both.chain(new.iter().filter(|one| covers(old, one, around))).cloned().collect();
            }
            (_, what) => self.0.push(Choice { what, ..new }),
        }
    }

    /// Whether all cases of the other are among these.
    pub(super) fn holds(&self, inner: &Self, around: Around<'_>) -> Holds {
        let by_one = |outer: &Choice| {
            let like = inner.0.iter().filter(|choice| choice.by == outer.by);
            like.map(|choice| outer.holds(choice, around)).max().unwrap_or(Holds::No)
        };
        self.0.iter().map(by_one).min().unwrap_or(Holds::Yes)
    }

    /// Whether one of both holds the other.
    pub(super) fn nests(&self, other: &Self, around: Around<'_>) -> Holds {
        self.holds(other, around).max(other.holds(self, around))
    }

    /// Whether both are the same cases.
    pub(super) fn is_like(&self, other: &Self, around: Around<'_>) -> bool {
        self.holds(other, around).min(other.holds(self, around)) == Holds::Yes
    }
}

/// What a term asks, but for the days of visits, which are asked of all terms together.
fn choice(test: &Test, mark: &dyn Fn(&str) -> String) -> Option<Choice> {
    fn codes<T: Coded>(by: By, all: &[T]) -> Choice {
        Choice::any_of(by, all.iter().map(|one| one.code().to_owned()))
    }
    let words = |by: By, all: &[String]| {
        Choice::any_of(by, all.iter().map(|one| mark(&crate::domain::text::fold(one))))
    };
    let between = |by: By, (first, last)| Choice { by, not: false, what: What::Between(first, last) };
    let day = |day: &NaiveDate| i64::from(day.num_days_from_ce());
    Some(match test {
        Test::Since(_) | Test::Until(_) => return None,
        Test::Place(places) => Choice::any_of(By::Place, places.iter().map(|code| format!("place:{code}"))),
        Test::Facility(ids) => Choice::any_of(By::Place, ids.iter().map(|id| format!("facility:{id}"))),
        Test::DistrictUnknown => Choice::any_of(By::NoDistrict, ["yes".to_owned()]),
        Test::Issue(issues) => codes(By::Issue, issues),
        Test::Severity(severities) => codes(By::Severity, severities),
        Test::Payer(payers) => codes(By::Payer, payers),
        Test::Stage(stages) => codes(By::Stage, stages),
        Test::Evidence(grades) => codes(By::Evidence, grades),
        Test::Consent(purposes) => codes(By::Consent, purposes),
        Test::Status(tests) => {
            Choice::any_of(By::Status, tests.iter().copied().flat_map(status).map(str::to_owned))
        }
        Test::Waited(comparison, minutes) => between(By::Waited, comparison.between(i64::from(*minutes))),
        Test::Paid(comparison, riel) => {
            between(By::Paid, comparison.between(i64::try_from(*riel).unwrap_or(i64::MAX)))
        }
        Test::RecordedSince(first) => between(By::Recorded, (day(first), i64::MAX)),
        Test::RecordedUntil(last) => between(By::Recorded, (i64::MIN, day(last))),
        Test::Desk(desks) => Choice::any_of(By::Desk, desks.iter().map(ToString::to_string)),
        Test::Turn(turns) => codes(By::Turn, turns),
        Test::Urgent(is_urgent) => Choice::any_of(By::Urgent, [is_urgent.to_string()]),
        Test::Rising(is_rising) => Choice::any_of(By::Rising, [is_rising.to_string()]),
        Test::Officer(names) => words(By::Officer, names),
        Test::Assigned(names) => words(By::Assigned, names),
        Test::Party(names) => words(By::Party, names),
        Test::Member(names) => words(By::Member, names),
        Test::Employer(names) => words(By::Employer, names),
        Test::Local(names) => words(By::Local, names),
        Test::Text(text) => words(By::Text, std::slice::from_ref(text)),
    })
}

/// The codes that a `status:` stands for.
fn status(test: StatusTest) -> Vec<&'static str> {
    let open = [Status::New, Status::Confirmed, Status::Raised, Status::Answered];
    match test {
        StatusTest::Open => open.iter().map(|status| status.code()).collect(),
        StatusTest::Is(status) => vec![status.code()],
    }
}

#[cfg(test)]
mod tests;
