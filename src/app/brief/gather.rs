//! Gathering a brief: which cases concern the party, what of their counts may be told, and what was told before.

use std::collections::BTreeMap;

use super::charts::charts;
use super::ledger::WrittenBrief;
use super::prepared::{BriefWarning, LeftOut, Prepared, WhyLeftOut};
use super::rows::{months, payer, row, rows};
use super::stories::{Chooser, Pseudonyms};
use super::{BriefRequest, Scope, party_name, period, tellable_query};
use crate::app::{AppError, GroupView, HotspotsView, Session};
use crate::book::{GroupBy, Listing};
use crate::brief::compose::{Facts, shown_facilities};
use crate::brief::suppress::{Counted, Told, protect};
use crate::domain::filter::{Filter, StatusTest, Term, Test};
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, Payer, Purpose, Status};
use crate::i18n::Lang;
use crate::insight::SMALL;

/// The listings of a brief, each part of the one before it.
struct Listings {
    /// What concerns the party, in the period, of the query.
    all: Listing,
    /// Without what was withdrawn.
    standing: Listing,
    /// With consent to be counted.
    counted: Listing,
}

impl Listings {
    fn of(all: Listing) -> Self {
        // A complaint that its member took back is told to nobody.
        let standing = [Status::New, Status::Confirmed, Status::Raised, Status::Answered, Status::Closed];
        let with = |listing: &Listing, test: Test| Listing {
            filter: listing.filter.clone().and(test),
            ..listing.clone()
        };
        let standing = with(&all, Test::Status(standing.map(StatusTest::Is).to_vec()));
        let counted = with(&standing, Test::Consent(vec![Purpose::Count]));
        Self { all, standing, counted }
    }
}

/// What several parts of a brief are made from.
struct Counts {
    places: HotspotsView,
    by_facility: HotspotsView,
    by_payer: HotspotsView,
}

impl Counts {
    fn of(session: &Session, counted: &Listing, scope: &Scope) -> Result<Self, AppError> {
        Ok(Self {
            places: session.hotspots(counted, scope.by())?,
            by_facility: session.hotspots(counted, GroupBy::Facility)?,
            by_payer: session.hotspots(counted, GroupBy::Payer)?,
        })
    }
}

impl Session {
    /// Gathers a brief. Nothing is written, and the book does not remember it.
    ///
    /// # Errors
    /// A query that cannot be read or asks for members, a party that does not exist, a period that ends before it
    /// begins.
    pub fn prepare_brief(&mut self, request: &BriefRequest) -> Result<Prepared, AppError> {
        let lang = request.lang;
        let asked = self.asked(request)?;
        let listings = Listings::of(self.cases_for(&request.party, asked.clone())?);
        let counted = &listings.counted;
        let scope = Scope::of(&request.party);
        let counts = Counts::of(self, counted, &scope)?;
        let (told, keys) = self.told(&counts, counted, lang)?;
        let cases = counts.places.total.cases;
        let uncounted = self.uncounted(&listings, cases)?;
        let all_counted = u32::try_from(self.view().count(counted)?).unwrap_or(u32::MAX);
        let pseudonyms = Pseudonyms::new(self, request.meeting.as_deref(), self.today(), lang);
        let facilities = self.facility_rows(&counts.by_facility, &scope, lang);
        let named = shown_facilities(&told.places, &facilities).into_iter().map(|facility| facility.id);
        let mut chooser = Chooser::new(self, (&told, &scope), named.collect(), &pseudonyms, lang)?;
        chooser.choose(counted)?;
        let mut left_out: Vec<LeftOut> = uncounted.to_vec();
        left_out.extend(chooser.left_out());
        let stories = std::mem::take(&mut chooser.stories);
        drop(chooser);
        let names = if request.identities {
            self.names_to_tell(request, counted, (&stories, &pseudonyms))?
        } else {
            Vec::new()
        };
        let last_time = self.last_time(request, counted, (&told, &facilities), &scope)?;
        let [no_consent, other_purpose, withdrawn] = uncounted.map(|left| left.cases);
        let query = tellable_query(&request.query, &counted.filter);
        let clocks = self.party_known(&request.party)?.clocks;
        let facts = Facts {
            party: party_name(&request.party, self, lang),
            to: request.party.clone(),
            made_on: self.today(),
            desk: self.book.keeper().desk.to_string(),
            period: period(&asked, self.today()),
            hides_query: query.is_empty() && !request.query.trim().is_empty(),
            query,
            total: told.total,
            without_consent: no_consent,
            not_for_counting: other_purpose,
            withdrawn,
            praise: all_counted.saturating_sub(cases),
            places: told.places,
            other_places: told.other_places,
            facilities,
            issues: told.issues,
            months: told.months,
            card_and_cash: told.card_and_cash,
            compared: self.compared(counted)?,
            gathered: self.gathered(counted)?,
            last_time,
            due: self.calendar.after(self.today(), clocks.answer),
            answer_days: clocks.answer,
            acknowledge: self.calendar.after(self.today(), clocks.acknowledge),
            stories: Vec::new(),
            names,
            charts: charts(scope.by(), &keys, &counts.by_payer),
        };
        let remembered = WrittenBrief::of(self, request, &asked, (&facts, &keys), &pseudonyms);
        let mut warnings = Vec::new();
        warnings.extend((cases < SMALL).then_some(BriefWarning::TooFewCases));
        let names_nobody = request.identities && facts.names.is_empty();
        warnings.extend(names_nobody.then_some(BriefWarning::NobodyToName));
        warnings.extend(self.beside_earlier(&remembered, lang)?);
        Ok(Prepared {
            party: request.party.clone(),
            lang,
            officer: self.book.keeper().officer.clone(),
            cases,
            facts,
            stories,
            left_out,
            warnings,
            remembered,
        })
    }

    /// What may be told of the counts of a brief, and the codes of its places by their names.
    fn told(
        &self,
        counts: &Counts,
        counted: &Listing,
        lang: Lang,
    ) -> Result<(Told, BTreeMap<String, String>), AppError> {
        let Counts { places, by_payer, .. } = counts;
        let by_issue = self.hotspots(counted, GroupBy::Issue)?;
        let told = protect(Counted {
            total: row(&places.total, lang),
            places: rows(places, lang),
            issues: by_issue
                .groups
                .iter()
                .filter_map(|group| Some((IssueCode::parse(group.key.as_deref()?).ok()?, row(group, lang))))
                .filter(|(code, _)| *code != IssueCode::Good)
                .collect(),
            months: months(&self.hotspots(counted, GroupBy::Month)?),
            card_and_cash: (payer(by_payer, Payer::Nssf, lang), payer(by_payer, Payer::Cash, lang)),
        });
        let key = |group: &GroupView| Some((group.name(lang).to_owned(), group.key.clone()?));
        Ok((told, places.groups.iter().filter_map(key).collect()))
    }

    /// Complaints that are in no figure: no consent, consent for something else, withdrawn.
    fn uncounted(&self, listings: &Listings, counted: u32) -> Result<[LeftOut; 3], AppError> {
        let complaints = |listing: &Listing| -> Result<u32, AppError> {
            Ok(self.hotspots(listing, GroupBy::Payer)?.total.cases)
        };
        let [all, standing] = [complaints(&listings.all)?, complaints(&listings.standing)?];
        let any = Term { negated: true, test: Test::Consent(Purpose::ALL.to_vec()) };
        let mut terms = listings.standing.filter.terms.clone();
        terms.push(any);
        let none = complaints(&Listing { filter: Filter { terms }, ..listings.standing.clone() })?;
        let left = |why, cases| LeftOut { why, cases };
        Ok([
            left(WhyLeftOut::NoConsent, none),
            left(WhyLeftOut::OtherPurpose, standing.saturating_sub(counted + none)),
            left(WhyLeftOut::Withdrawn, all.saturating_sub(standing)),
        ])
    }
}
