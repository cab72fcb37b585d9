//! Briefs: the facts of a query gathered for a party, with consent, and written.

mod beside;
mod charts;
mod chosen;
mod gather;
mod gathered;
mod last_time;
mod ledger;
mod parties;
mod prepared;
mod rows;
mod scope;
mod stories;
mod words;
mod write;

use chrono::NaiveDate;

pub use parties::{party_called, party_name};
pub use prepared::{BriefWarning, LeftOut, Prepared, PreparedStory, Suspicion, WhyLeftOut};
use scope::Scope;
pub use write::{Paper, Step, write};

use super::follow::FollowError;
use super::{AppError, Session};
use crate::book::{Listing, Order};
use crate::brief::document::Document;
use crate::domain::filter::{Filter, Test};
use crate::domain::party::Party;
use crate::domain::period::Span;
use crate::domain::place::PlaceCode;
use crate::i18n::Lang;
use crate::reference;

/// What a brief is to hold.
#[derive(Debug, Clone)]
pub struct BriefRequest {
    /// For whom.
    pub party: Party,
    /// Which cases, as typed.
    pub query: String,
    /// First day of visits.
    pub from: Option<NaiveDate>,
    /// Last day of visits.
    pub to: Option<NaiveDate>,
    /// In which language.
    pub lang: Lang,
    /// What the meeting is called: members are called the same in all briefs of it. `None` for today's.
    pub meeting: Option<String>,
    /// Whether members who agreed to it are named in an annex: they agreed that the hospital or office is told with which
    /// their case is raised.
    pub identities: bool,
    /// Whether the cases are being raised with the party with this very brief.
    pub is_raising: bool,
}

/// A brief with what the officer is told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// The document.
    pub document: Document,
    /// Cases counted.
    pub cases: u32,
    /// Cases left out because no consent is recorded.
    pub without_consent: u32,
    /// Stories told.
    pub stories: usize,
    /// What was suspected and struck from them.
    pub struck: usize,
}

impl From<&Prepared> for Brief {
    fn from(prepared: &Prepared) -> Self {
        let without_consent = prepared.left_out().into_iter().find(|left| left.why == WhyLeftOut::NoConsent);
        Self {
            document: prepared.document(),
            cases: prepared.cases(),
            without_consent: without_consent.map_or(0, |left| left.cases),
            stories: prepared.stories().iter().filter(|story| story.is_told).count(),
            struck: prepared.struck(),
        }
    }
}

impl BriefRequest {
    /// All cases there are that concern a party.
    pub fn of(party: Party, lang: Lang) -> Self {
        Self {
            party,
            query: String::new(),
            from: None,
            to: None,
            lang,
            meeting: None,
            identities: false,
            is_raising: false,
        }
    }
}

impl Session {
    /// Gathers a brief as it is where nobody is asked: all that is suspected is struck.
    pub fn brief(&mut self, request: &BriefRequest) -> Result<Brief, AppError> {
        Ok(Brief::from(&self.prepare_brief(request)?))
    }

    /// What is asked of the cases, whoever the party is: the query and the period.
    fn asked(&mut self, request: &BriefRequest) -> Result<Filter, AppError> {
        let mut filter = self.filter(&request.query)?;
        if filter.asks_for_members() {
            return Err(AppError::MemberOutside);
        }
        for (day, test) in [(request.from, Test::Since as fn(NaiveDate) -> Test), (request.to, Test::Until)] {
            if let Some(day) = day {
                filter = filter.and(test(day));
            }
        }
        let Span { since, until } = filter.visited();
        if since.zip(until).is_some_and(|(since, until)| since > until) {
            return Err(AppError::Period);
        }
        Ok(filter)
    }

    /// The cases that concern the party, of those that are asked for.
    fn cases_for(&mut self, party: &Party, asked: Filter) -> Result<Listing, AppError> {
        let exists = match party {
            // Its own workers would be told of, to whom they fear.
            Party::Employer(_) => return Err(FollowError::NoBriefForEmployers.into()),
            party => {
                party.facility().is_none_or(|id| self.facilities().get(id).is_some())
                    && party.province().is_none_or(|province| reference::place(province).is_some())
            }
        };
        if !exists {
            return Err(AppError::NoSuchParty(party.to_string()));
        }
        let mut filter = asked;
        if let Some(id) = party.facility() {
            filter = filter.and(Test::Facility(vec![id.clone()]));
        }
        if let Some(province) = party.province() {
            filter = filter.and(Test::Place(vec![PlaceCode::Province(province)]));
        }
        Ok(Listing { filter, ..self.listing("", Order::Visited, None)? })
    }
}

/// The query as typed, unless it names people, employers or words of a story.
fn tellable_query(query: &str, filter: &Filter) -> String {
    let tells = |test: &Test| {
        matches!(
            test,
            Test::Text(_)
                | Test::Employer(_)
                | Test::Local(_)
                | Test::Officer(_)
                | Test::Assigned(_)
                | Test::Turn(_)
                | Test::Urgent(_)
        )
    };
    if filter.terms.iter().any(|term| tells(&term.test)) { String::new() } else { query.to_owned() }
}

/// From which to which day the visits are, up to the day on which that is asked.
fn period(filter: &Filter, today: NaiveDate) -> Span {
    let Span { since, until } = filter.visited();
    let is_over = since.is_none_or(|since| since <= today);
    Span { since, until: until.map(|until| if is_over { until.min(today) } else { until }) }
}
