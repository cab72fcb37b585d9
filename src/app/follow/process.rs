//! Process figures: what parties received, what they answered and how fast, what came of it, and what became of their
//! promises; by party, place and month.
//!
//! What is counted is a raised case: a case in a submission. Days are working days. Cases that were withdrawn are counted
//! apart and in nothing else. *In time* means by the date that held on that day, which an interim reply may have moved; how
//! often it was moved is told beside it. Shares are taken of what is decided: answered, or overdue; what is open and not yet
//! due is told apart.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::app::{AppError, Session};
use crate::book::{Order, StoredCase};
use crate::domain::filter::Test;
use crate::domain::party::Party;
use crate::domain::period::Span;
use crate::domain::promise::{Fate, Promise, Whereabouts};
use crate::domain::submission::Submission;
use crate::domain::values::{Coded, MemberOutcome, PartyOutcome, Status};
use crate::domain::waits::Waits;
use crate::i18n::{Lang, dates};
use crate::insight;
use crate::reference;

/// By what process figures are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProcessBy {
    /// By party.
    #[default]
    Party,
    /// By the province of the facility.
    Province,
    /// By facility.
    Facility,
    /// By the month in which it was raised.
    Month,
}

impl ProcessBy {
    /// All of them with their names.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("party", Self::Party),
        ("province", Self::Province),
        ("facility", Self::Facility),
        ("month", Self::Month),
    ];
}

/// What process figures are asked for.
#[derive(Debug, Clone, Default)]
pub struct ProcessRequest {
    /// Which cases, as typed.
    pub query: String,
    /// Raised in these days.
    pub span: Span,
    /// By what.
    pub by: ProcessBy,
}

/// A share of something with its interval (Wilson, 95 %).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// How many.
    pub n: u32,
    /// Of how many.
    pub of: u32,
    /// Their ratio.
    pub share: f64,
    /// The interval's lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Share {
    fn of(n: u32, of: u32) -> Option<Self> {
        let found = insight::wilson(n, of)?;
        Some(Self { n, of, share: f64::from(n) / f64::from(of), low: found.low, high: found.high })
    }
}

/// Process figures of one group.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ProcessGroup {
    /// The code of the party, place or month; `all` for the whole.
    pub key: String,
    /// Its Khmer name.
    pub name_km: String,
    /// Its English name.
    pub name_en: String,
    /// Cases raised: one counts for each party that it was raised with.
    pub received: u32,
    /// Of these not answered, and not overdue.
    pub open: u32,
    /// Not answered, and the date passed.
    pub overdue: u32,
    /// Withdrawn by their members: in no other figure but `received`.
    pub withdrawn: u32,
    /// Closed by the union without an answer, before one was due.
    pub closed: u32,
    /// Answered.
    pub answered: u32,
    /// How many had their date moved by an interim reply.
    pub moved: u32,
    /// Acknowledged in time, of those whose date passed or that were acknowledged.
    pub acknowledged_in_time: Option<Share>,
    /// Answered in time, of those answered or overdue.
    pub answered_in_time: Option<Share>,
    /// Working days to the answer: median of `answered`.
    pub days_median: Option<f64>,
    /// 90th percentile.
    pub days_p90: Option<f64>,
    /// What the party made of them.
    pub party_outcomes: BTreeMap<&'static str, u32>,
    /// What their members say.
    pub member_outcomes: BTreeMap<&'static str, u32>,
    /// Promises by what came of them, whatever the query.
    pub promises: BTreeMap<&'static str, u32>,
}

/// Process figures: of all, and by group.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Process {
    /// Of all raised cases.
    pub total: ProcessGroup,
    /// By group: most cases first, months in their order.
    pub groups: Vec<ProcessGroup>,
}

/// What is added up for a group.
#[derive(Default)]
struct Sums {
    received: u32,
    open: u32,
    overdue: u32,
    withdrawn: u32,
    closed: u32,
    moved: u32,
    acknowledged: (u32, u32),
    in_time: u32,
    days: Vec<u32>,
    party_outcomes: BTreeMap<&'static str, u32>,
    member_outcomes: BTreeMap<&'static str, u32>,
    promises: BTreeMap<&'static str, u32>,
}

/// A raised case as it is counted.
struct RaisedCase<'a> {
    submission: &'a Submission,
    case: &'a StoredCase,
    today: NaiveDate,
}

impl Sums {
    fn add(&mut self, raised: &RaisedCase<'_>, session: &Session) {
        let RaisedCase { submission, case, today } = raised;
        let (case, calendar) = (&case.case, &session.calendar);
        self.received += 1;
        let answered = submission.answered_on(case.id);
        if case.status == Status::Withdrawn {
            self.withdrawn += 1;
            return;
        }
        self.moved += u32::from(submission.answer_by(calendar) != submission.first_answer_by(calendar));
        if let Some(by) = submission.acknowledge_by(calendar) {
            let heard = submission.heard_on();
            if heard.is_some() || by < *today {
                self.acknowledged.1 += 1;
                self.acknowledged.0 += u32::from(heard.is_some_and(|on| on <= by));
            }
        }
        let decided_on = answered.or(case.follow.closed_on).unwrap_or(*today);
        let due = submission.date_held(decided_on, calendar);
        match answered {
            Some(on) => {
                self.in_time += u32::from(due.is_none_or(|due| on <= due));
                self.days.push(submission.days_until(on, calendar));
            }
            // What was settled elsewhere since stays missed where its date had passed by then.
            None if due.is_some_and(|due| due < case.follow.closed_on.unwrap_or(*today)) => self.overdue += 1,
            None if !case.status.is_open() => self.closed += 1,
            None => self.open += 1,
        }
        if let Some((_, outcome)) = submission.outcome_of(case.id) {
            *self.party_outcomes.entry(outcome.code()).or_default() += 1;
        }
        let word = case.member_outcome.unwrap_or(MemberOutcome::NotAsked);
        *self.member_outcomes.entry(word.code()).or_default() += 1;
    }

    fn group(self, key: String, (name_km, name_en): (String, String)) -> ProcessGroup {
        let answered = self.days.len() as u32;
        let mut days = Waits::default();
        self.days.iter().for_each(|one| days.add(*one, 1));
        let all = |codes: &[&'static str], counts: BTreeMap<&'static str, u32>| {
            codes.iter().map(|code| (*code, counts.get(code).copied().unwrap_or(0))).collect()
        };
        ProcessGroup {
            key,
            name_km,
            name_en,
            received: self.received,
            open: self.open,
            overdue: self.overdue,
            withdrawn: self.withdrawn,
            closed: self.closed,
            answered,
            moved: self.moved,
            acknowledged_in_time: Share::of(self.acknowledged.0, self.acknowledged.1),
            answered_in_time: Share::of(self.in_time, answered + self.overdue),
            days_median: insight::median(&days),
            days_p90: insight::p90(&days),
            party_outcomes: all(PartyOutcome::CODES, self.party_outcomes),
            member_outcomes: all(MemberOutcome::CODES, self.member_outcomes),
            promises: all(Fate::CODES, self.promises),
        }
    }
}

/// Every party, by its key or by that of its kind.
fn anybody() -> Vec<String> {
    let kind = |form: &&str| match form.split_once(':') {
        Some((kind, _)) => format!("{kind}:"),
        None => (*form).to_owned(),
    };
    Party::FORMS.iter().map(kind).collect()
}

impl Session {
    /// Process figures of the cases of a query.
    pub fn process(&mut self, request: &ProcessRequest) -> Result<Process, AppError> {
        let mut listing = self.listing(&request.query, Order::Visited, None)?;
        listing.filter = listing.filter.and(Test::Party(anybody()));
        let cases: BTreeMap<Uuid, StoredCase> =
            self.view().list(&listing)?.into_iter().map(|stored| (stored.case.id, stored)).collect();
        let today = self.today();
        let (mut total, mut sums) = (Sums::default(), BTreeMap::<String, Sums>::new());
        let submissions = self.view().submissions()?;
        for submission in submissions.iter().filter(|one| request.span.contains(one.made.on)) {
            for case in submission.made.cases.iter().filter_map(|id| cases.get(id)) {
                let raised = RaisedCase { submission, case, today };
                total.add(&raised, self);
                sums.entry(self.process_key(&raised, request.by)).or_default().add(&raised, self);
            }
        }
        for promise in self.view().promises()?.iter().filter(|one| request.span.contains(one.promised.on)) {
            *total.promises.entry(promise.fate().code()).or_default() += 1;
            if let Some(key) = self.promise_key(promise, request.by) {
                *sums.entry(key).or_default().promises.entry(promise.fate().code()).or_default() += 1;
            }
        }
        let mut groups: Vec<ProcessGroup> = Vec::new();
        for (key, sum) in sums {
            let names = self.process_names(&key, request.by)?;
            groups.push(sum.group(key, names));
        }
        if request.by != ProcessBy::Month {
            groups.sort_by(|a, b| b.received.cmp(&a.received).then_with(|| a.key.cmp(&b.key)));
        }
        let names =
            (super::words::all_raised(Lang::Km).to_owned(), super::words::all_raised(Lang::En).to_owned());
        Ok(Process { total: total.group("all".to_owned(), names), groups })
    }

    fn process_key(&self, raised: &RaisedCase<'_>, by: ProcessBy) -> String {
        let facility = &raised.case.case.record.facility;
        match by {
            ProcessBy::Party => raised.submission.made.party.key(),
            ProcessBy::Facility => facility.to_string(),
            ProcessBy::Month => raised.submission.made.on.format("%Y-%m").to_string(),
            ProcessBy::Province => {
                self.facilities().get(facility).map(|known| known.province.to_string()).unwrap_or_default()
            }
        }
    }

    /// The group in which a promise is counted: its party, its facility or its province, the month in which it was made. One for
    /// the country counts in no place.
    fn promise_key(&self, promise: &Promise, by: ProcessBy) -> Option<String> {
        let promised = &promise.promised;
        match (by, &promised.place) {
            (ProcessBy::Party, _) => Some(promised.party.key()),
            (ProcessBy::Month, _) => Some(promised.on.format("%Y-%m").to_string()),
            (ProcessBy::Facility, Whereabouts::Facility(id)) => Some(id.to_string()),
            (ProcessBy::Province, Whereabouts::Province(code)) => Some(code.to_string()),
            (ProcessBy::Province, Whereabouts::Facility(id)) => {
                self.facilities().get(id).map(|known| known.province.to_string())
            }
            _ => None,
        }
    }

    /// The party of a key, written as it was raised with or promised: keys of employers leave out case and spacing.
    fn party_of_key(&self, key: &str) -> Result<Option<Party>, AppError> {
        let raised = self.view().submissions()?.into_iter().map(|submission| submission.made.party);
        let promised = self.view().promises()?.into_iter().map(|promise| promise.promised.party);
        Ok(raised.chain(promised).find(|party| party.key() == key).or_else(|| key.parse().ok()))
    }

    fn process_names(&self, key: &str, by: ProcessBy) -> Result<(String, String), AppError> {
        let both = |name: &dyn Fn(Lang) -> String| (name(Lang::Km), name(Lang::En));
        Ok(match by {
            ProcessBy::Party => match self.party_of_key(key)? {
                Some(party) => {
                    let known = self.party_known(&party)?;
                    (known.name_km, known.name_en)
                }
                None => (key.to_owned(), key.to_owned()),
            },
            ProcessBy::Facility => {
                let facility = key.parse().ok().and_then(|id| self.facilities().get(&id));
                let name = |lang: Lang| {
                    facility.as_ref().map_or_else(
                        || key.to_owned(),
                        |known| lang.pick(&known.name_km, &known.name_en).to_owned(),
                    )
                };
                both(&name)
            }
            ProcessBy::Province => {
                let place = key.parse::<crate::domain::place::PlaceCode>().ok().and_then(reference::place);
                let name = |lang: Lang| {
                    place.map_or_else(
                        || key.to_owned(),
                        |known| lang.pick(&known.name_km, &known.name_en).to_owned(),
                    )
                };
                both(&name)
            }
            ProcessBy::Month => {
                let parts = key
                    .split_once('-')
                    .and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
                let name = |lang: Lang| {
                    parts.map_or_else(|| key.to_owned(), |(year, month)| dates::month(year, month, lang))
                };
                both(&name)
            }
        })
    }
}
