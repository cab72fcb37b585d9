//! Which stories a brief may tell, and what in them is suspected.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::prepared::{LeftOut, PreparedStory, Suspicion, WhyLeftOut};
use super::{BriefRequest, Scope};
use crate::app::{AppError, Session};
use crate::book::{GroupBy, Listing, Order, Pseudonymiser, StoredCase, View};
use crate::brief::pseudonym::pseudonym;
use crate::brief::scrub::{Known, is_only_gaps, suspicions};
use crate::brief::suppress::{BESIDE_STORIES, Told};
use crate::domain::filter::{Filter, Test};
use crate::domain::values::{Evidence, Purpose};
use crate::i18n::Lang;

/// How many stories a brief tells.
const STORIES: usize = 5;

/// The longest story told whole, in characters.
const LONGEST_STORY: usize = 1_200;

/// How many cases are read at a time.
const AT_ONCE: usize = 200;

/// Stories being chosen.
pub(super) struct Chooser<'a> {
    view: View<'a>,
    told: &'a Told,
    scope: &'a Scope,
    /// The facilities that the document names, by their identifiers: a story names no other.
    named: BTreeSet<String>,
    lang: Lang,
    pseudonyms: &'a Pseudonyms,
    /// Employers and union locals of the whole book.
    organisations: Vec<String>,
    /// The book's own officer, whose name is not the receiver's business either.
    officer: String,
    pub(super) stories: Vec<PreparedStory>,
    left_out: BTreeMap<WhyLeftOut, u32>,
}

/// What members are called at a meeting.
pub(super) struct Pseudonyms {
    key: Pseudonymiser,
    meeting: String,
    lang: Lang,
}

impl Pseudonyms {
    pub(super) fn new(session: &Session, meeting: Option<&str>, made_on: NaiveDate, lang: Lang) -> Self {
        let meeting = meeting.map(crate::domain::text::fold).filter(|meeting| !meeting.is_empty());
        let meeting = meeting.unwrap_or_else(|| made_on.to_string());
        Self { key: session.book.pseudonymiser(), meeting, lang }
    }

    pub(super) fn of(&self, stored: &StoredCase) -> String {
        pseudonym(&self.key.digest(&self.meeting, stored.case.id), self.lang)
    }

    /// What a text is known by that must not be read again.
    pub(super) fn mark(&self, text: &str) -> String {
        self.key.mark(text)
    }
}

impl<'a> Chooser<'a> {
    pub(super) fn new(
        session: &'a Session,
        (told, scope): (&'a Told, &'a Scope),
        named: BTreeSet<String>,
        pseudonyms: &'a Pseudonyms,
        lang: Lang,
    ) -> Result<Self, AppError> {
        let mut organisations = Vec::new();
        for by in [GroupBy::Employer, GroupBy::Local] {
            let groups = session.hotspots(&Listing::default(), by)?.groups;
            organisations.extend(groups.into_iter().filter_map(|group| group.key));
        }
        Ok(Self {
            view: session.view(),
            told,
            scope,
            named,
            lang,
            pseudonyms,
            organisations,
            officer: session.book.keeper().officer.clone(),
            stories: Vec::new(),
            left_out: BTreeMap::new(),
        })
    }

    /// Chooses among the counted cases: those that waited longest first, of which consent and evidence suffice, at
    /// places that show at least five cases; no two of the same place and month of the year.
    pub(super) fn choose(&mut self, counted: &Listing) -> Result<(), AppError> {
        let count = |filter: Filter| -> Result<u32, AppError> {
            let listing = Listing { filter, ..counted.clone() };
            Ok(u32::try_from(self.view.count(&listing)?).unwrap_or(u32::MAX))
        };
        let consented = counted.filter.clone().and(Test::Consent(vec![Purpose::Story]));
        let tellable = consented.clone().and(Test::Evidence(vec![Evidence::A, Evidence::B, Evidence::C]));
        let (all, with_consent, enough) =
            (count(counted.filter.clone())?, count(consented)?, count(tellable.clone())?);
        self.left_out.insert(WhyLeftOut::NoStoryConsent, all.saturating_sub(with_consent));
        self.left_out.insert(WhyLeftOut::Hearsay, with_consent.saturating_sub(enough));
        let mut looked_at = 0;
        while self.stories.len() < STORIES {
            let page = Listing {
                filter: tellable.clone(),
                order: Order::Waited,
                offset: looked_at as usize,
                limit: Some(AT_ONCE),
                ..counted.clone()
            };
            let page = self.view.list(&page)?;
            for stored in &page {
                if self.stories.len() == STORIES {
                    break;
                }
                looked_at += 1;
                if let Err(why) = self.look_at(stored)? {
                    *self.left_out.entry(why).or_default() += 1;
                }
            }
            if page.len() < AT_ONCE {
                break;
            }
        }
        self.left_out.insert(WhyLeftOut::Enough, enough.saturating_sub(looked_at));
        Ok(())
    }

    /// Why stories are left out.
    pub(super) fn left_out(&self) -> impl Iterator<Item = LeftOut> {
        self.left_out.iter().map(|(why, cases)| LeftOut { why: *why, cases: *cases })
    }

    fn look_at(&mut self, stored: &StoredCase) -> Result<Result<(), WhyLeftOut>, AppError> {
        let record = &stored.case.record;
        if stored.case.erased {
            return Ok(Err(WhyLeftOut::NoText));
        }
        let place = match self.place_of(stored) {
            Ok(place) => place,
            Err(why) => return Ok(Err(why)),
        };
        let pseudonym = self.pseudonyms.of(stored);
        let is_like = |story: &PreparedStory| {
            story.pseudonym == pseudonym
                || (story.place == place && story.visited_on.month() == record.visited_on.month())
        };
        if self.stories.iter().any(is_like) {
            return Ok(Err(WhyLeftOut::LikeAnother));
        }
        let Some(text) = self.view.narrative(stored)?.filter(|text| !text.trim().is_empty()) else {
            return Ok(Err(WhyLeftOut::NoText));
        };
        if text.chars().count() > LONGEST_STORY {
            return Ok(Err(WhyLeftOut::TooLong));
        }
        let suspicions = self.suspicions(stored, &text)?;
        let struck: Vec<_> = suspicions.iter().map(|suspicion| suspicion.range.clone()).collect();
        if is_only_gaps(&text, &struck) {
            return Ok(Err(WhyLeftOut::OnlyGaps));
        }
        let is_shown = |code| self.told.issues.iter().any(|(shown, _)| *shown == code);
        self.stories.push(PreparedStory {
            number: stored.case.number.clone(),
            pseudonym,
            place,
            visited_on: record.visited_on,
            issues: record.issues.iter().map(|issue| issue.code).filter(|code| is_shown(*code)).collect(),
            text,
            suspicions,
            is_told: true,
        });
        Ok(Ok(()))
    }

    /// The place of a case as shown, where it and the month have room for one more story.
    fn place_of(&self, stored: &StoredCase) -> Result<String, WhyLeftOut> {
        let record = &stored.case.record;
        let facility = self.view.facilities().get(&record.facility);
        let name = facility.and_then(|facility| self.scope.place_name(&facility, self.lang));
        let shown = self.told.places.iter().find(|place| Some(&place.name) == name.as_ref());
        let Some(place) = shown else {
            return Err(WhyLeftOut::TooFewAtPlace);
        };
        let told = |is_near: &dyn Fn(&PreparedStory) -> bool| {
            self.stories.iter().filter(|story| is_near(story)).count() as u32
        };
        let has_room = |cases: u32, told: u32| told + 1 + BESIDE_STORIES <= cases;
        if !has_room(place.cases, told(&|story| story.place == place.name))
            || !has_room(self.told.total.cases, told(&|_| true))
        {
            return Err(WhyLeftOut::TooFewAtPlace);
        }
        if let Some(spans) = &self.told.months {
            let span = |day: NaiveDate| spans.place_of(day.year(), day.month());
            let in_span = span(record.visited_on);
            let cases = in_span.and_then(|span| spans.counts.get(span)).copied().unwrap_or_default();
            if !has_room(cases, told(&|story| span(story.visited_on) == in_span)) {
                return Err(WhyLeftOut::TooFewInTime);
            }
        }
        Ok(place.name.clone())
    }

    fn suspicions(&self, stored: &StoredCase, text: &str) -> Result<Vec<Suspicion>, AppError> {
        let record = &stored.case.record;
        let identity = self.view.identity(stored)?;
        let own = [&record.employer, &record.local];
        let mut organisations: BTreeSet<&str> = self.organisations.iter().map(String::as_str).collect();
        organisations.extend(own.into_iter().flatten().map(String::as_str));
        let mut people = vec![self.officer.as_str(), &stored.case.officer];
        people.extend(record.assigned_to.as_deref());
        // The case's own facility is struck unless the document names it. Others are left to the scrubber's looks.
        let is_named = self.scope.is_of_facility() || self.named.contains(record.facility.as_str());
        let facility = self.view.facilities().get(&record.facility).filter(|_| !is_named);
        let places: Vec<&str> =
            facility.iter().flat_map(|facility| [facility.name_km.as_str(), &facility.name_en]).collect();
        let organisations: Vec<&str> = organisations.into_iter().collect();
        let known =
            Known { identity: &identity, organisations: &organisations, people: &people, places: &places };
        let found = suspicions(text, &known);
        Ok(found.into_iter().map(|(range, why)| Suspicion { range, why, is_struck: true }).collect())
    }
}

impl Session {
    /// The members of counted cases who agreed to be named to the party: their hospital, or whom their case is raised with.
    /// By what they are called: none twice, and none called what somebody else is called in a story.
    pub(super) fn names_to_tell(
        &self,
        request: &BriefRequest,
        counted: &Listing,
        (stories, pseudonyms): (&[PreparedStory], &Pseudonyms),
    ) -> Result<Vec<(String, String)>, AppError> {
        let view = self.view();
        let mut taken: BTreeMap<String, _> =
            stories.iter().map(|story| (story.pseudonym.clone(), story.number.clone())).collect();
        let agreed = Listing {
            filter: counted.filter.clone().and(Test::Consent(vec![Purpose::Name])),
            order: Order::Number,
            limit: None,
            ..counted.clone()
        };
        let mut names = BTreeMap::new();
        view.for_each::<AppError>(&agreed, |stored| {
            let case = &stored.case;
            let party = &request.party;
            let concerns = request.is_raising
                || party.facility() == Some(&case.record.facility)
                || case.follow.raised.iter().any(|raised| raised.party.key() == party.key());
            if case.erased || !concerns {
                return Ok(());
            }
            let called = pseudonyms.of(&stored);
            let holder = taken.entry(called.clone()).or_insert_with(|| stored.case.number.clone());
            if *holder == stored.case.number
                && let Some(name) = view.identity(&stored)?.name
            {
                names.insert(called, name);
            }
            Ok(())
        })?;
        Ok(names.into_iter().collect())
    }
}
