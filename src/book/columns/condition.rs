//! The terms of a filter as conditions on the columns of a block.

use chrono::{Datelike, NaiveDate};

use super::facts::{Fact, FactBlock, day, desk};
use super::letters::coded;
use super::names::Names;
use super::narrow::{Mask, NO_ROW};
use super::store::phone;
use super::texts::{Needle, Texts};
use crate::book::FacilityTable;
use crate::book::row::URGENT;
use crate::domain::filter::{Comparison, Filter, StatusTest, Test};
use crate::domain::issue::{IssueCode, IssueSet};
use crate::domain::number::CaseNumber;
use crate::domain::standing::Turn;
use crate::domain::text::{compact, fold};
use crate::domain::values::{Coded, Severity, Status};

/// The columns of one block.
pub struct Block<'a> {
    pub facts: &'a FactBlock,
    pub texts: Option<&'a Texts>,
    pub members: Option<&'a Texts>,
}

/// A condition on columns.
pub enum Condition {
    /// The number in the column is marked here.
    In(Fact, Vec<bool>),
    /// The number in the column lies between these.
    Between(Fact, i64, i64),
    /// The column has one of these bits.
    Bits(Fact, u64),
    /// Has one of these issues (low bits) at one of these severities.
    Issues(u64, Vec<Severity>),
    /// The sum in riel compares so; of an observation none is known.
    Paid(Comparison, u64, u64),
    /// The packed number under a mask is a value.
    Number(Vec<(u64, u64)>),
    /// The text holds this.
    Text(Needle),
    /// A member's name or telephone holds this.
    Member(Needle),
    /// One of these holds; none where it is empty.
    Any(Vec<Condition>),
}

impl Condition {
    /// Whether it reads texts.
    pub fn is_slow(&self) -> bool {
        match self {
            Self::Text(_) | Self::Member(_) => true,
            Self::Any(conditions) => conditions.iter().any(Self::is_slow),
            _ => false,
        }
    }

    /// Rows that pass; those that are not `among` may be left out.
    pub fn passing(&self, block: &Block<'_>, among: &Mask) -> Mask {
        let column = |fact| block.facts.column(fact);
        match self {
            Self::In(fact, marked) => {
                column(*fact).passing(|value| marked.get(value as usize).copied().unwrap_or(false))
            }
            Self::Between(fact, first, last) => {
                column(*fact).passing(|value| (*first..=*last).contains(&(value as i64)))
            }
            Self::Bits(fact, bits) => column(*fact).passing(|value| value & bits != 0),
            Self::Issues(low, severities) => {
                column(Fact::Issues).passing(|value| has_issue(value, *low, severities))
            }
            Self::Paid(comparison, riel, rate) => {
                let is_case = column(Fact::Status).passing(|status| status != 0);
                let (riels, cents) = (column(Fact::Riel), column(Fact::Cents));
                let paid = |riel: u64, cents: u64| riel.saturating_add(cents.saturating_mul(*rate) / 100);
                let mut passing =
                    riels.passing_with(cents, |sum, cents| comparison.holds(paid(sum, cents), *riel));
                passing.iter_mut().zip(is_case).for_each(|(passing, is_case)| *passing &= is_case);
                passing
            }
            Self::Number(patterns) => column(Fact::Number)
                .passing(|value| value != 0 && patterns.iter().any(|(mask, bits)| value & mask == *bits)),
            Self::Text(needle) => block.texts.map_or(NO_ROW, |texts| texts.holding(needle, among)),
            Self::Member(needle) => block.members.map_or(NO_ROW, |members| members.holding(needle, among)),
            Self::Any(conditions) => {
                let (mut passing, mut left) = (NO_ROW, *among);
                for condition in conditions {
                    let more = condition.passing(block, &left);
                    for ((passing, left), more) in passing.iter_mut().zip(&mut left).zip(more) {
                        *passing |= more;
                        *left &= !more;
                    }
                    if left == NO_ROW {
                        break;
                    }
                }
                passing
            }
        }
    }
}

fn has_issue(packed: u64, low: u64, severities: &[Severity]) -> bool {
    let high = packed >> 1;
    severities.iter().any(|severity| {
        let bits = match severity {
            Severity::Low => packed & !high,
            Severity::Medium => high & !packed,
            Severity::High => packed & high,
        };
        bits & low != 0
    })
}

pub struct Compiler<'a> {
    pub names: &'a Names,
    pub facilities: &'a FacilityTable,
    pub riel_per_dollar: u64,
}

impl Compiler<'_> {
    /// The terms of a filter, each with whether it is negated; those that read texts last.
    pub fn terms(&self, filter: &Filter) -> Vec<(bool, Condition)> {
        let severities: Vec<&Vec<Severity>> = filter
            .terms
            .iter()
            .filter_map(|term| match &term.test {
                Test::Severity(severities) if !term.negated => Some(severities),
                _ => None,
            })
            .collect();
        let asks_issue = filter.terms.iter().any(|term| !term.negated && matches!(term.test, Test::Issue(_)));
        let mut terms: Vec<(bool, Condition)> = filter
            .terms
            .iter()
            .filter_map(|term| {
                let condition = match &term.test {
                    // `issue:` and `severity:` together mean the same issue.
                    Test::Issue(codes) if !term.negated => issues(codes, &severities),
                    Test::Severity(_) if !term.negated && asks_issue => return None,
                    test => self.test(test),
                };
                Some((term.negated, condition))
            })
            .collect();
        terms.sort_by_key(|(_, condition)| condition.is_slow());
        terms
    }

    fn test(&self, test: &Test) -> Condition {
        let names = |fact, needles: &[String]| Condition::In(fact, self.names.holding(needles));
        match test {
            Test::Place(places) => marked(Fact::Facility, self.facilities.within(places)),
            Test::DistrictUnknown => marked(
                Fact::Facility,
                self.facilities.numbers(|_, known| known.is_none_or(|known| known.district.is_none())),
            ),
            Test::Facility(ids) => {
                let meant: Vec<_> = ids.iter().map(|id| self.facilities.meant(id)).collect();
                marked(Fact::Facility, self.facilities.numbers(|id, _| meant.contains(&id)))
            }
            Test::Issue(codes) => issues(codes, &[]),
            Test::Severity(severities) => issues(IssueCode::ALL, &[severities]),
            Test::Payer(payers) => codes(Fact::Payer, payers),
            Test::Stage(stages) => codes(Fact::Stage, stages),
            Test::Status(tests) => status(tests),
            Test::Evidence(grades) => codes(Fact::Evidence, grades),
            Test::Consent(purposes) => Condition::Bits(
                Fact::Consent,
                purposes.iter().fold(0, |bits, purpose| bits | 1 << purpose.position()),
            ),
            Test::Waited(comparison, minutes) => {
                let (first, last) = comparison.between(i64::from(*minutes));
                Condition::Between(Fact::Waited, first.max(0).saturating_add(1), last.saturating_add(1))
            }
            Test::Paid(comparison, riel) => Condition::Paid(*comparison, *riel, self.riel_per_dollar),
            Test::Since(date) => Condition::Between(Fact::Visited, on(*date), i64::MAX),
            Test::Until(date) => Condition::Between(Fact::Visited, i64::MIN, on(*date)),
            Test::RecordedSince(date) => Condition::Between(Fact::RecordedOn, on(*date), i64::MAX),
            Test::RecordedUntil(date) => Condition::Between(Fact::RecordedOn, i64::MIN, on(*date)),
            Test::Desk(desks) => Condition::Any(
                desks
                    .iter()
                    .map(|code| desk(code.as_str()) as i64)
                    .map(|desk| Condition::Between(Fact::Desk, desk, desk))
                    .collect(),
            ),
            Test::Officer(needles) => names(Fact::Officer, needles),
            Test::Assigned(needles) => names(Fact::Assigned, needles),
            Test::Employer(needles) => names(Fact::Employer, needles),
            Test::Local(needles) => names(Fact::Local, needles),
            Test::Member(names) => Condition::Any(names.iter().flat_map(|name| member(name)).collect()),
            Test::Text(text) => self.text(text),
            Test::Party(keys) => Condition::In(Fact::Parties, self.names.with_key(keys)),
            Test::Turn(turns) => attention(|turn, _| turns.contains(&turn)),
            Test::Urgent(wanted) => attention(|_, is_urgent| is_urgent == *wanted),
            // What is rising takes statistics, which the book has none of: where there are some, its facilities have
            // taken the term's place.
            Test::Rising(_) => Condition::Any(Vec::new()),
        }
    }

    /// Free text: in the story and what the member wants, in employer and local, in the number, or in the names of the
    /// facility.
    fn text(&self, text: &str) -> Condition {
        let needle = fold(text);
        if needle.is_empty() {
            return Condition::Between(Fact::Facility, i64::MIN, i64::MAX);
        }
        let names = self.names.holding(std::slice::from_ref(&needle));
        Condition::Any(vec![
            marked(Fact::Facility, self.facilities.named(&needle)),
            Condition::In(Fact::Employer, names.clone()),
            Condition::In(Fact::Local, names),
            Condition::Number(CaseNumber::holding(&needle)),
            Condition::Text(Needle::new(&coded(&needle))),
        ])
    }
}

/// A member by a part of the name or, where there are digits, of the telephone number.
fn member(name: &str) -> Vec<Condition> {
    let folded = fold(name);
    if folded.is_empty() {
        return Vec::new();
    }
    let digits = Some(compact(name)).filter(|digits| digits.chars().any(|digit| digit.is_ascii_digit()));
    let needles = [coded(&folded)].into_iter().chain(digits.map(|digits| phone(&digits)));
    needles.map(|needle| Condition::Member(Needle::new(&needle))).collect()
}

fn on(date: NaiveDate) -> i64 {
    day(i64::from(date.num_days_from_ce())) as i64
}

fn marked(fact: Fact, numbers: Vec<i64>) -> Condition {
    let mut marked = Vec::new();
    for number in numbers.into_iter().filter_map(|number| usize::try_from(number).ok()) {
        if marked.len() <= number {
            marked.resize(number + 1, false);
        }
        if let Some(place) = marked.get_mut(number) {
            *place = true;
        }
    }
    Condition::In(fact, marked)
}

/// Cases whose turn and urgency are as wanted.
fn attention(wanted: impl Fn(Turn, bool) -> bool) -> Condition {
    let mut numbers = Vec::new();
    for turn in Turn::ALL {
        for (is_urgent, more) in [(false, 0), (true, URGENT)] {
            if wanted(*turn, is_urgent) {
                numbers.push(i64::from(turn.position()) + 1 + more);
            }
        }
    }
    marked(Fact::Attention, numbers)
}

fn codes<T: Coded>(fact: Fact, values: &[T]) -> Condition {
    marked(fact, values.iter().map(|value| i64::from(value.position()) + 1).collect())
}

fn status(tests: &[StatusTest]) -> Condition {
    let wanted: Vec<Status> = Status::ALL
        .iter()
        .copied()
        .filter(|status| {
            tests.iter().any(|test| match test {
                StatusTest::Open => status.is_open(),
                StatusTest::Is(wanted) => status == wanted,
            })
        })
        .collect();
    codes(Fact::Status, &wanted)
}

/// One of the codes, at a severity that all lists grant.
fn issues(codes: &[IssueCode], severities: &[&Vec<Severity>]) -> Condition {
    let low = codes.iter().fold(0, |bits, code| bits | IssueSet::default().with(*code, Severity::Low).0);
    let granted = Severity::ALL.iter().copied();
    Condition::Issues(
        low,
        granted.filter(|severity| severities.iter().all(|list| list.contains(severity))).collect(),
    )
}
