//! Briefs: the facts of a query gathered for a party, with consent, and written.

use std::path::Path;

use chrono::NaiveDate;

use super::{AppError, GroupView, HotspotsView, Session, write_whole};
use crate::book::{GroupBy, Listing, Order};
use crate::brief::compose::{Facts, Row, Story, compose};
use crate::brief::{document::Document, markdown, pdf, scrub};
use crate::domain::filter::{Filter, StatusTest, Test};
use crate::domain::issue::IssueCode;
use crate::domain::party::Party;
use crate::domain::place::PlaceCode;
use crate::domain::values::{Coded, Evidence, Payer, Purpose, Status};
use crate::i18n::Lang;
use crate::insight::SMALL;
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
}

/// How many stories a brief tells.
const STORIES: usize = 5;

/// The longest story told whole, in characters.
const LONGEST_STORY: usize = 1_200;

/// The name of a party in a language.
pub fn party_name(party: &Party, session: &Session, lang: Lang) -> String {
    let in_province = |km: &'static str, en: &'static str, province: crate::domain::place::Province| {
        let name = reference::place(province).map_or_else(
            || province.to_string(),
            |place| lang.pick(&place.name_km, &place.name_en).to_owned(),
        );
        format!("{} {name}", lang.pick(km, en))
    };
    match party {
        Party::Facility(id) => session.facilities().get(id).map_or_else(
            || id.to_string(),
            |facility| lang.pick(&facility.name_km, &facility.name_en).to_owned(),
        ),
        Party::Nssf => {
            lang.pick("បេឡាជាតិសន្តិសុខសង្គម (ប.ស.ស.)", "the National Social Security Fund (NSSF)").to_owned()
        }
        Party::NssfBranch(province) => in_province("សាខា ប.ស.ស. ខេត្ត", "the NSSF branch of", *province),
        Party::HealthDepartment(province) => {
            in_province("មន្ទីរសុខាភិបាលខេត្ត", "the provincial health department of", *province)
        }
        Party::HealthMinistry => lang.pick("ក្រសួងសុខាភិបាល", "the Ministry of Health").to_owned(),
        Party::LabourMinistry => lang
            .pick("ក្រសួងការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈ", "the Ministry of Labour and Vocational Training")
            .to_owned(),
        Party::Regulator => lang.pick("និយ័តករសន្តិសុខសង្គម", "the Social Security Regulator").to_owned(),
    }
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
            made_on: self.today(),
            desk: self.book.keeper().desk.to_string(),
            period: period(request, self.today()),
            query: tellable_query(&request.query, &counted.filter),
            total: row(&places.total, lang),
            without_consent: all_cases.saturating_sub(total),
            praise,
            places: rows(&places, lang),
            facilities: rows(&by_facility, lang),
            issues: by_issue
                .groups
                .iter()
                .filter_map(|group| Some((IssueCode::parse(group.key.as_deref()?).ok()?, row(group, lang))))
                .collect(),
            months: months(&self.hotspots(&counted, GroupBy::Month)?),
            card_and_cash: (payer(&by_payer, Payer::Nssf, lang), payer(&by_payer, Payer::Cash, lang)),
            stories,
        };
        Ok(Brief {
            document: compose(&facts, lang),
            cases: total,
            without_consent: facts.without_consent,
            stories: facts.stories.len(),
            struck,
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

    /// Stories with consent and evidence, of places that show at least five cases; no
    /// two of the same place and month of the year. Also how much was struck from them.
    fn stories(
        &self,
        counted: &Listing,
        places: &HotspotsView,
        by_place: GroupBy,
        lang: Lang,
    ) -> Result<(Vec<Story>, usize), AppError> {
        let view = self.view();
        let tellable = Listing {
            filter: counted
                .filter
                .clone()
                .and(Test::Consent(vec![Purpose::Story]))
                .and(Test::Evidence(vec![Evidence::A, Evidence::B, Evidence::C])),
            order: Order::Waited,
            limit: Some(200),
            ..counted.clone()
        };
        let (mut stories, mut struck) = (Vec::new(), 0);
        for stored in view.list(&tellable)? {
            if stories.len() == STORIES {
                break;
            }
            let record = &stored.case.record;
            let Some(facility) = view.facilities().get(&record.facility) else {
                continue;
            };
            let code = match by_place {
                GroupBy::District => facility.district.map(|code| code.to_string()),
                _ => Some(facility.province.to_string()),
            };
            let place = places.groups.iter().find(|group| group.key == code && group.cases >= SMALL);
            let (Some(place), Some(text)) = (place, view.narrative(&stored)?) else {
                continue;
            };
            let place = place.name(lang).to_owned();
            let same = |story: &Story| {
                use chrono::Datelike;
                story.place == place && story.visited_on.month() == record.visited_on.month()
            };
            if text.chars().count() > LONGEST_STORY || stories.iter().any(same) {
                continue;
            }
            let others = [record.employer.as_deref(), record.local.as_deref()].map(Option::unwrap_or_default);
            let clean = scrub::scrub(&text, &view.identity(&stored)?, &others);
            struck += clean.struck;
            stories.push(Story {
                place,
                visited_on: record.visited_on,
                issues: record.issues.iter().map(|issue| issue.code).collect(),
                text: clean.text,
            });
        }
        Ok((stories, struck))
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

fn row(group: &GroupView, lang: Lang) -> Row {
    let severe = group.severe_share.zip(group.severe_low).zip(group.severe_high);
    Row {
        name: group.name(lang).to_owned(),
        cases: group.cases,
        open: group.open,
        timed: group.timed,
        median: group.wait_median,
        p90: group.wait_p90,
        severe: severe.map(|((share, low), high)| (share, low, high)),
    }
}

fn rows(view: &HotspotsView, lang: Lang) -> Vec<Row> {
    view.groups.iter().map(|group| row(group, lang)).collect()
}

/// Cases by month, in order.
fn months(view: &HotspotsView) -> Vec<(i32, u32, u32)> {
    let read = |group: &GroupView| {
        let (year, month) = group.key.as_deref()?.split_once('-')?;
        Some((year.parse().ok()?, month.parse().ok()?, group.cases))
    };
    let mut months: Vec<_> = view.groups.iter().filter_map(read).collect();
    months.sort_unstable();
    months
}

fn payer(view: &HotspotsView, payer: Payer, lang: Lang) -> Row {
    let found = view.groups.iter().find(|group| group.key.as_deref() == Some(payer.code()));
    found.map_or(
        Row { name: String::new(), cases: 0, open: 0, timed: 0, median: None, p90: None, severe: None },
        |group| row(group, lang),
    )
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
