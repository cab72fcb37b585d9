//! Briefs: the facts of a query gathered for a party, with consent, and written.

mod charts;
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

use std::path::Path;

use chrono::NaiveDate;

pub use parties::{party_called, party_name};
pub use prepared::{BriefWarning, LeftOut, Prepared, PreparedStory, Suspicion, WhyLeftOut};
use scope::Scope;

use super::follow::FollowError;
use super::{AppError, Session, write_whole};
use crate::book::{Listing, Order};
use crate::brief::{document::Document, docx, html, markdown, pdf, picture, xlsx};
use crate::domain::filter::{Filter, Test};
use crate::domain::party::Party;
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
    /// Whether members who agreed to it are named in an annex.
    pub identities: bool,
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
        Self { party, query: String::new(), from: None, to: None, lang, meeting: None, identities: false }
    }
}

impl Session {
    /// Gathers a brief as it is where nobody is asked: all that is suspected is struck.
    pub fn brief(&mut self, request: &BriefRequest) -> Result<Brief, AppError> {
        Ok(Brief::from(&self.prepare_brief(request)?))
    }

    /// Writes a prepared brief in the format that the file's ending names, whole or not at all. The book remembers its
    /// figures first, so that none is ever handed over that a later brief is not held beside.
    ///
    /// # Errors
    /// [`AppError::Cancelled`] where it is not wanted any more: then nothing is written and nothing remembered.
    pub fn write_brief(
        &mut self,
        prepared: &Prepared,
        path: &Path,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Brief, AppError> {
        let brief = Brief::from(prepared);
        let bytes = rendered(&brief.document, path)?;
        if !goes_on() {
            return Err(AppError::Cancelled);
        }
        self.remember_brief(prepared)?;
        put(&bytes, path)?;
        Ok(brief)
    }

    /// The cases that concern the party, in the period, of the query.
    fn cases_for(&mut self, request: &BriefRequest) -> Result<Listing, AppError> {
        let mut listing = self.listing(&request.query, Order::Visited, None)?;
        if listing.filter.asks_for_members() {
            return Err(AppError::MemberOutside);
        }
        if request.from.zip(request.to).is_some_and(|(from, to)| from > to) {
            return Err(AppError::Period);
        }
        let exists = match &request.party {
            // Its own workers would be told of, to whom they fear.
            Party::Employer(_) => return Err(FollowError::NoBriefForEmployers.into()),
            party => {
                party.facility().is_none_or(|id| self.facilities().get(id).is_some())
                    && party.province().is_none_or(|province| reference::place(province).is_some())
            }
        };
        if !exists {
            return Err(AppError::NoSuchParty(request.party.to_string()));
        }
        let mut filter = std::mem::take(&mut listing.filter);
        if let Some(id) = request.party.facility() {
            filter = filter.and(Test::Facility(vec![id.clone()]));
        }
        if let Some(province) = request.party.province() {
            filter = filter.and(Test::Place(vec![PlaceCode::Province(province)]));
        }
        for (day, test) in [(request.from, Test::Since as fn(NaiveDate) -> Test), (request.to, Test::Until)] {
            if let Some(day) = day {
                filter = filter.and(test(day));
            }
        }
        Ok(Listing { filter, ..listing })
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

fn period(request: &BriefRequest, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    match (request.from, request.to) {
        (None, None) => None,
        (from, to) => Some((from.unwrap_or(crate::domain::date::EARLIEST), to.unwrap_or(today))),
    }
}

/// Writes a document in the format that the file's ending names, whole or not at all.
pub fn write(document: &Document, path: &Path) -> Result<(), AppError> {
    put(&rendered(document, path)?, path)
}

/// A document in the format that a file's ending names.
fn rendered(document: &Document, path: &Path) -> Result<Vec<u8>, AppError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let bytes = match ending.as_str() {
        "md" => markdown::render(document).into_bytes(),
        "html" | "htm" => html::render(document).map_err(|error| AppError::Pdf(error.into()))?.into_bytes(),
        "png" => picture::render(document).map_err(AppError::Picture)?,
        "docx" => docx::render(document).map_err(|error| AppError::file(path, error))?,
        "xlsx" => xlsx::render(document)
            .map_err(|error| AppError::file(path, super::export::workbook_error(error)))?,
        "pdf" => pdf::render(document).map_err(AppError::Pdf)?,
        _ => return Err(AppError::UnknownFormat(path.to_owned())),
    };
    Ok(bytes)
}

fn put(bytes: &[u8], path: &Path) -> Result<(), AppError> {
    write_whole(path, |writer| {
        std::io::Write::write_all(writer, bytes).map_err(|error| AppError::file(path, error))
    })
}
