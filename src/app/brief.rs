//! Briefs: the facts of a query gathered for a party, with consent, and written.

mod gathered;
mod parties;
mod rows;
mod stories;

use std::path::Path;

use chrono::NaiveDate;

pub use parties::party_name;
use rows::{facilities, months, payer, row, rows};

use super::{AppError, Session, write_whole};
use crate::book::{GroupBy, Listing, Order};
use crate::brief::compose::{DAYS_TO_ANSWER, Facts, compose};
use crate::brief::letter::Enclosed;
use crate::brief::{document::Document, markdown, pdf};
use crate::domain::filter::{Filter, StatusTest, Test};
use crate::domain::issue::IssueCode;
use crate::domain::party::Party;
use crate::domain::place::PlaceCode;
use crate::domain::values::{Coded, Payer, Purpose, Status};
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
    /// Suspected names and numbers struck from them.
    pub struck: usize,
    /// What a letter and an agenda beside it say.
    pub enclosed: Enclosed,
}

impl Session {
    /// Gathers a brief.
    pub fn brief(&mut self, request: &BriefRequest) -> Result<Brief, AppError> {
        let all = self.cases_for(request)?;
        // A complaint that its member took back is told to nobody.
        let standing = [Status::New, Status::Confirmed, Status::Raised, Status::Answered, Status::Closed];
        let all = Listing {
            filter: all.filter.clone().and(Test::Status(standing.map(StatusTest::Is).to_vec())),
            ..all
        };
        let consented = |filter: &Filter| filter.clone().and(Test::Consent(vec![Purpose::Count]));
        let counted = Listing { filter: consented(&all.filter), ..all.clone() };
        let lang = request.lang;
        let province = match &request.party {
            Party::NssfBranch(province) | Party::HealthDepartment(province) => Some(*province),
            _ => None,
        };
        let by_place = if province.is_some() { GroupBy::District } else { GroupBy::Province };
        let places = self.hotspots(&counted, by_place)?;
        let by_facility = self.hotspots(&counted, GroupBy::Facility)?;
        let by_issue = self.hotspots(&counted, GroupBy::Issue)?;
        let by_payer = self.hotspots(&counted, GroupBy::Payer)?;
        let all_cases = self.hotspots(&all, GroupBy::Payer)?.total.cases;
        let total = places.total.cases;
        let praise = u32::try_from(self.view().count(&counted)?).unwrap_or(u32::MAX).saturating_sub(total);
        let (stories, struck) = self.stories(&counted, &places, by_place, lang)?;
        let facts = Facts {
            party: party_name(&request.party, self, lang),
            to: request.party.clone(),
            made_on: self.today(),
            desk: self.book.keeper().desk.to_string(),
            period: period(request, self.today()),
            query: tellable_query(&request.query, &counted.filter),
            total: row(&places.total, lang),
            without_consent: all_cases.saturating_sub(total),
            praise,
            places: rows(&places, lang),
            facilities: facilities(&by_facility, &places, by_place, self.facilities(), lang),
            issues: by_issue
                .groups
                .iter()
                .filter_map(|group| Some((IssueCode::parse(group.key.as_deref()?).ok()?, row(group, lang))))
                .collect(),
            months: months(&self.hotspots(&counted, GroupBy::Month)?),
            card_and_cash: (payer(&by_payer, Payer::Nssf, lang), payer(&by_payer, Payer::Cash, lang)),
            compared: self.compared(&counted)?,
            gathered: self.gathered(&counted)?,
            asked: Vec::new(),
            due: reference::working_day_after(self.today(), DAYS_TO_ANSWER),
            stories,
        };
        Ok(Brief {
            document: compose(&facts, lang),
            cases: total,
            without_consent: facts.without_consent,
            stories: facts.stories.len(),
            struck,
            enclosed: Enclosed::of(&facts, &self.book.keeper().officer, lang),
        })
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
            Party::Facility(id) => self.facilities().get(id).is_some(),
            Party::NssfBranch(province) | Party::HealthDepartment(province) => {
                reference::place(*province).is_some()
            }
            _ => true,
        };
        if !exists {
            return Err(AppError::NoSuchParty(request.party.to_string()));
        }
        let mut filter = std::mem::take(&mut listing.filter);
        match &request.party {
            Party::Facility(id) => filter = filter.and(Test::Facility(vec![id.clone()])),
            Party::NssfBranch(province) | Party::HealthDepartment(province) => {
                filter = filter.and(Test::Place(vec![PlaceCode::Province(*province)]));
            }
            _ => {}
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
            Test::Text(_) | Test::Employer(_) | Test::Local(_) | Test::Officer(_) | Test::Assigned(_)
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

/// Writes a brief in the format that the file's ending names, whole or not at all.
pub fn write(brief: &Brief, path: &Path) -> Result<(), AppError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let bytes = match ending.as_str() {
        "md" => markdown::render(&brief.document).into_bytes(),
        "pdf" => pdf::render(&brief.document).map_err(AppError::Pdf)?,
        _ => return Err(AppError::UnknownFormat(path.to_owned())),
    };
    write_whole(path, |writer| {
        std::io::Write::write_all(writer, &bytes).map_err(|error| AppError::file(path, error))
    })
}
