//! What a query means, tried on one case after the other: nothing here is quick, and nothing is taken from how the book
//! answers.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;
use wardbook::book::{Listing, Order, View};
use wardbook::domain::case::Case;
use wardbook::domain::facility::{Facility, FacilityId};
use wardbook::domain::filter::{Comparison, Filter, StatusTest, Test};
use wardbook::domain::issue::IssueCode;
use wardbook::domain::observation::Observed;
use wardbook::domain::text::{compact, fold};
use wardbook::domain::values::{Coded, Severity, Status};

/// What was recorded: a case, or an observation, which has less.
pub enum Record {
    Case(Box<Case>),
    Observed(Box<Observed>),
}

/// A case or observation with all that a query may ask of it.
pub struct Row {
    pub id: Uuid,
    pub record: Record,
    pub facility: Option<Arc<Facility>>,
    pub visited_on: NaiveDate,
    pub waited: Option<u32>,
    /// With their severities; an observation has none.
    pub issues: Vec<(IssueCode, Severity)>,
    pub narrative: Option<String>,
    pub member: [Option<String>; 2],
    /// Which came when: the newest has the greatest.
    pub arrival: usize,
    /// What free text is looked for in, folded.
    texts: Vec<String>,
    member_name: String,
    member_phone: String,
    officer: String,
    assigned: Option<String>,
    employer: Option<String>,
    local: Option<String>,
}

impl Row {
    pub fn case(&self) -> Option<&Case> {
        match &self.record {
            Record::Case(case) => Some(case),
            Record::Observed(_) => None,
        }
    }

    pub fn facility_id(&self) -> &FacilityId {
        match &self.record {
            Record::Case(case) => &case.record.facility,
            Record::Observed(observed) => &observed.observation.facility,
        }
    }

    pub fn payer(&self) -> wardbook::domain::values::Payer {
        match &self.record {
            Record::Case(case) => case.record.payer,
            Record::Observed(observed) => observed.observation.payer,
        }
    }

    fn stage(&self) -> Option<wardbook::domain::values::Stage> {
        match &self.record {
            Record::Case(case) => case.record.stage,
            Record::Observed(observed) => observed.observation.stage,
        }
    }

    fn recorded_on(&self) -> NaiveDate {
        match &self.record {
            Record::Case(case) => case.recorded_at.date_naive(),
            Record::Observed(observed) => observed.recorded_at.date_naive(),
        }
    }

    fn desk(&self) -> &wardbook::domain::number::DeskCode {
        match &self.record {
            Record::Case(case) => &case.desk,
            Record::Observed(observed) => &observed.desk,
        }
    }

    fn of(record: Record, facility: Option<Arc<Facility>>) -> Self {
        let (id, officer, visited_on, waited, issues) = match &record {
            Record::Case(case) => {
                let Case { id, officer, record, .. } = case.as_ref();
                let issues = record.issues.iter().map(|issue| (issue.code, issue.severity));
                (*id, officer, record.visited_on, record.waited_minutes, issues.collect())
            }
            Record::Observed(observed) => {
                let Observed { id, officer, observation, .. } = observed.as_ref();
                (*id, officer, observation.visited_on, Some(observation.waited_minutes), Vec::new())
            }
        };
        let officer = fold(officer);
        let mut row = Self {
            id,
            record,
            facility,
            visited_on,
            waited,
            issues,
            narrative: None,
            member: [None, None],
            arrival: 0,
            texts: Vec::new(),
            member_name: String::new(),
            member_phone: String::new(),
            officer,
            assigned: None,
            employer: None,
            local: None,
        };
        if let Some(facility) = &row.facility {
            row.texts.extend([&facility.name_km, &facility.name_en].map(|name| fold(name)));
            row.texts.extend(facility.aliases.iter().map(|name| fold(name)));
        }
        row
    }
}

/// All that a book holds, cases first, each read by itself; `arrived` are the cases in the order in which they came.
pub fn rows(view: &View<'_>, arrived: &[Uuid]) -> Vec<Row> {
    let arrival: HashMap<Uuid, usize> = arrived.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut rows = Vec::new();
    for stored in view.list(&Listing::default()).unwrap() {
        let narrative = view.narrative(&stored).unwrap();
        let identity = view.identity(&stored).unwrap();
        let case = stored.case;
        let facility = view.facilities().get(&case.record.facility);
        let mut row = Row::of(Record::Case(Box::new(case)), facility);
        let Record::Case(case) = &row.record else { continue };
        let folded = |text: &Option<String>| text.as_deref().map(fold);
        let record = &case.record;
        row.arrival = arrival[&row.id];
        (row.assigned, row.employer, row.local) =
            (folded(&record.assigned_to), folded(&record.employer), folded(&record.local));
        row.texts.push(fold(case.number.as_str()));
        row.texts.extend([folded(&narrative), folded(&record.remedy)].into_iter().flatten());
        row.texts.extend([row.employer.clone(), row.local.clone()].into_iter().flatten());
        row.member_name = identity.name.as_deref().map(fold).unwrap_or_default();
        row.member_phone = identity.phone.as_deref().map(compact).unwrap_or_default();
        (row.narrative, row.member) = (narrative, [identity.name, identity.phone]);
        rows.push(row);
    }
    let taken = view.observations::<wardbook::book::BookError>(|observed| {
        let facility = view.facilities().get(&observed.observation.facility);
        rows.push(Row::of(Record::Observed(Box::new(observed)), facility));
        Ok(())
    });
    taken.unwrap();
    rows
}

/// Which rows a filter lets through.
pub fn selected<'a>(rows: &'a [Row], filter: &Filter, riel_per_dollar: u64) -> Vec<&'a Row> {
    let question = Question::of(filter, riel_per_dollar);
    rows.iter().filter(|row| question.lets_through(row)).collect()
}

/// A filter with its texts folded once.
struct Question<'a> {
    filter: &'a Filter,
    /// Of each term the folded texts.
    needles: Vec<Vec<String>>,
    /// Of each term the texts as telephone numbers are compared.
    compact: Vec<Vec<String>>,
    /// What `severity:` asks of the issues that `issue:` asks for.
    severities: Vec<&'a Vec<Severity>>,
    asks_issue: bool,
    riel_per_dollar: u64,
}

impl<'a> Question<'a> {
    fn of(filter: &'a Filter, riel_per_dollar: u64) -> Self {
        let needles = |test: &Test| match test {
            Test::Officer(texts)
            | Test::Assigned(texts)
            | Test::Employer(texts)
            | Test::Local(texts)
            | Test::Member(texts) => texts.iter().map(|text| fold(text)).collect(),
            Test::Text(text) => vec![fold(text)],
            _ => Vec::new(),
        };
        let digits = |test: &Test| match test {
            Test::Member(texts) => texts.iter().map(|text| compact(text)).collect(),
            _ => Vec::new(),
        };
        let positive = || filter.terms.iter().filter(|term| !term.negated);
        let severities = positive().filter_map(|term| match &term.test {
            Test::Severity(severities) => Some(severities),
            _ => None,
        });
        Self {
            compact: filter.terms.iter().map(|term| digits(&term.test)).collect(),
            needles: filter.terms.iter().map(|term| needles(&term.test)).collect(),
            severities: severities.collect(),
            asks_issue: positive().any(|term| matches!(term.test, Test::Issue(_))),
            filter,
            riel_per_dollar,
        }
    }

    /// A negated term lets through whatever does not pass it, also what has no value to ask for.
    fn lets_through(&self, row: &Row) -> bool {
        let folded = self.needles.iter().zip(&self.compact);
        self.filter.terms.iter().zip(folded).all(|(term, (needles, digits))| match &term.test {
            Test::Issue(codes) if !term.negated => row.issues.iter().any(|(code, severity)| {
                codes.contains(code) && self.severities.iter().all(|list| list.contains(severity))
            }),
            Test::Severity(_) if !term.negated && self.asks_issue => true,
            test => self.passes(row, test, needles, digits) != term.negated,
        })
    }

    fn passes(&self, row: &Row, test: &Test, needles: &[String], digits: &[String]) -> bool {
        let case = row.case();
        let record = case.map(|case| &case.record);
        let facility = row.facility.as_deref();
        match test {
            Test::Place(places) => {
                facility.is_some_and(|facility| places.iter().any(|place| facility.place().is_within(*place)))
            }
            Test::DistrictUnknown => facility.is_none_or(|facility| facility.district.is_none()),
            Test::Facility(ids) => ids.contains(row.facility_id()),
            Test::Issue(codes) => row.issues.iter().any(|(code, _)| codes.contains(code)),
            Test::Severity(severities) => row.issues.iter().any(|(_, one)| severities.contains(one)),
            Test::Payer(payers) => payers.contains(&row.payer()),
            Test::Stage(stages) => row.stage().is_some_and(|stage| stages.contains(&stage)),
            Test::Status(tests) => {
                case.is_some_and(|case| tests.iter().any(|test| stands(case.status, *test)))
            }
            Test::Evidence(grades) => record.is_some_and(|record| grades.contains(&record.evidence)),
            Test::Consent(purposes) => {
                record.is_some_and(|record| purposes.iter().any(|purpose| record.consent.contains(purpose)))
            }
            Test::Waited(comparison, minutes) => {
                row.waited.is_some_and(|waited| compares(*comparison, waited.into(), (*minutes).into()))
            }
            Test::Paid(comparison, riel) => record.is_some_and(|record| {
                let paid = record.paid.riel + record.paid.cents * self.riel_per_dollar / 100;
                compares(*comparison, paid, *riel)
            }),
            Test::Since(day) => row.visited_on >= *day,
            Test::Until(day) => row.visited_on <= *day,
            Test::RecordedSince(day) => row.recorded_on() >= *day,
            Test::RecordedUntil(day) => row.recorded_on() <= *day,
            Test::Desk(desks) => desks.contains(row.desk()),
            Test::Officer(_) => names(Some(row.officer.as_str()), needles),
            Test::Assigned(_) => names(row.assigned.as_deref(), needles),
            Test::Employer(_) => names(row.employer.as_deref(), needles),
            Test::Local(_) => names(row.local.as_deref(), needles),
            Test::Member(_) => needles.iter().zip(digits).any(|(needle, digits)| member(row, needle, digits)),
            Test::Text(_) => needles
                .iter()
                .any(|needle| needle.is_empty() || row.texts.iter().any(|text| text.contains(needle))),
            Test::Party(keys) => case.is_some_and(|case| {
                case.follow.raised.iter().map(|raised| raised.party.key()).any(|key| {
                    let is_meant = |wanted: &String| {
                        *wanted == key || wanted.ends_with(':') && key.starts_with(wanted.as_str())
                    };
                    keys.iter().any(is_meant)
                })
            }),
            Test::Turn(turns) => case.is_some_and(|case| turns.contains(&case.turn())),
            Test::Urgent(wanted) => case.is_some_and(|case| case.is_urgent() == *wanted),
            Test::Rising(_) => false,
        }
    }
}

fn stands(status: Status, test: StatusTest) -> bool {
    match test {
        StatusTest::Open => !matches!(status, Status::Closed | Status::Withdrawn),
        StatusTest::Is(wanted) => status == wanted,
    }
}

fn compares(comparison: Comparison, one: u64, other: u64) -> bool {
    match comparison {
        Comparison::Over => one > other,
        Comparison::AtLeast => one >= other,
        Comparison::Under => one < other,
        Comparison::AtMost => one <= other,
        Comparison::Equal => one == other,
    }
}

/// An empty needle asks for those without a name.
fn names(name: Option<&str>, needles: &[String]) -> bool {
    needles.iter().any(|needle| match name {
        None => needle.is_empty(),
        Some(name) => !needle.is_empty() && name.contains(needle.as_str()),
    })
}

fn member(row: &Row, needle: &str, digits: &str) -> bool {
    let by_phone = digits.chars().any(|digit| digit.is_ascii_digit()) && row.member_phone.contains(digits);
    !needle.is_empty() && (row.member_name.contains(needle) || by_phone)
}

/// The cases of a listing, in its order; of what is equal the newest comes first.
pub fn list(selected: &[&Row], listing: &Listing) -> Vec<Uuid> {
    let mut cases: Vec<(&Row, &Case)> = selected.iter().filter_map(|row| Some((*row, row.case()?))).collect();
    cases.sort_by_key(|(row, _)| Reverse(row.arrival));
    let visited = |case: &Case| Reverse(case.record.visited_on);
    let comes_first = |case: &Case| case.is_urgent() && case.status.is_open();
    let looks_for_words =
        listing.filter.terms.iter().any(|term| matches!(term.test, Test::Text(_) | Test::Member(_)));
    match listing.order {
        Order::Urgent if looks_for_words => cases.sort_by_key(|(_, case)| visited(case)),
        Order::Urgent => cases.sort_by_key(|(_, case)| (!comes_first(case), visited(case))),
        Order::Visited => cases.sort_by_key(|(_, case)| visited(case)),
        Order::Recorded => cases.sort_by_key(|(_, case)| Reverse(case.recorded_at.timestamp())),
        Order::Waited => cases.sort_by_key(|(_, case)| Reverse(case.record.waited_minutes)),
        Order::Paid => {
            cases.sort_by_key(|(_, case)| Reverse(case.record.paid.in_riel(listing.riel_per_dollar)));
        }
        Order::Number => cases.sort_by_key(|(_, case)| case.number.as_str()),
        Order::Facility => cases.sort_by_key(|(_, case)| (case.record.facility.as_str(), visited(case))),
        Order::Status => cases.sort_by_key(|(_, case)| (case.status.position(), visited(case))),
    }
    let limit = listing.limit.unwrap_or(usize::MAX);
    cases.into_iter().skip(listing.offset).take(limit).map(|(row, _)| row.id).collect()
}
