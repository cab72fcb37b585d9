//! What the thread that writes looks up and enters for the screens of following up: all of it goes through the session.

use std::path::Path;

use crate::app::follow::{
    FollowError, Judgement, NewPromise, NewReply, NewSubmission, PartyKnown, REMIND, Turned, mark_of,
};
use crate::app::{AppError, ComparisonView, Session, What};
use crate::book::{Order, StoredCase};
use crate::domain::clock::Due;
use crate::domain::facility::FacilityId;
use crate::domain::filter::Names;
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::place::{Level, PlaceCode};
use crate::domain::promise::{Fate, Promise, Whereabouts};
use crate::domain::submission::{State, Submission};
use crate::domain::values::{MemberOutcome, PartyOutcome};
use crate::i18n::Lang;
use crate::reference;
use crate::tui::effect::ledger::{
    CaseRaised, Fates, Found, LadderPage, LedgerDeed, LedgerDone, Look, Meant, PartyPage, PartyRow,
    PromisePage, PromiseRow, SubmissionPage, SubmissionRow, Which,
};

/// Looks something up.
pub fn look(session: &mut Session, look: &Look) -> Result<Found, AppError> {
    session.book.refresh()?;
    Ok(match look {
        Look::Promises => Found::Promises(promises(session, |_| true)?),
        Look::Promise(which, with_waits) => {
            Found::Promise(Box::new(promise_page(session, which, *with_waits)?))
        }
        Look::People => Found::People(people(session)?),
        Look::Parties => Found::Parties(session.parties()?),
        Look::Ladder(id, case) => Found::Ladder(Box::new(ladder(session, id, case.as_ref())?)),
        Look::Party(party) => Found::Party(Box::new(party_page(session, party)?)),
        Look::Submission(which) => Found::Submission(Box::new(submission_page(session, which)?)),
        Look::Process(request) => Found::Process(Box::new(session.process(request)?)),
    })
}

/// The promises that are wanted: pending ones first, by date, then what was decided, the newest first.
fn promises(session: &Session, wanted: impl Fn(&Promise) -> bool) -> Result<Vec<PromiseRow>, AppError> {
    let mut promises = session.view().promises()?;
    promises.retain(wanted);
    promises.sort_by_key(|promise| {
        let is_decided = promise.fate() != Fate::Pending;
        let decided_on = promise.judged.as_ref().filter(|_| is_decided).map(|judged| judged.on);
        let due = promise.due().unwrap_or(chrono::NaiveDate::MAX);
        (is_decided, std::cmp::Reverse(decided_on), due, promise.at)
    });
    let mut known = Known::default();
    promises.into_iter().map(|promise| promise_row(session, promise, &mut known)).collect()
}

/// Parties that were looked up already.
#[derive(Default)]
struct Known(Vec<PartyKnown>);

impl Known {
    fn party(&mut self, session: &Session, party: &Party) -> Result<PartyKnown, AppError> {
        if let Some(known) = self.0.iter().find(|known| known.party == *party) {
            return Ok(known.clone());
        }
        let known = session.party_known(party)?;
        self.0.push(known.clone());
        Ok(known)
    }
}

fn promise_row(session: &Session, promise: Promise, known: &mut Known) -> Result<PromiseRow, AppError> {
    let place = |lang: Lang| match &promise.promised.place {
        Whereabouts::Country => String::new(),
        Whereabouts::Province(code) => reference::place(*code)
            .map_or_else(|| code.to_string(), |place| lang.pick(&place.name_km, &place.name_en).to_owned()),
        Whereabouts::Facility(id) => session.facilities().get(id).map_or_else(
            || id.to_string(),
            |facility| lang.pick(&facility.name_km, &facility.name_en).to_owned(),
        ),
    };
    let (place_km, place_en) = (place(Lang::Km), place(Lang::En));
    let stands = promise.stands(session.today(), REMIND, &session.calendar);
    Ok(PromiseRow {
        party: known.party(session, &promise.promised.party)?,
        place_km,
        place_en,
        stands,
        promise,
    })
}

fn the_promise(session: &Session, which: &Which) -> Result<Promise, AppError> {
    match which {
        Which::Called(name) => session.promise_called(name),
        Which::Id(id) => {
            let found = session.view().promises()?.into_iter().find(|promise| promise.id == *id);
            found.ok_or_else(|| FollowError::NoHandle(id.to_string()).into())
        }
    }
}

fn the_submission(session: &Session, which: &Which) -> Result<Submission, AppError> {
    match which {
        Which::Called(name) => session.submission_called(name),
        Which::Id(id) => {
            let found = session.view().submissions()?.into_iter().find(|submission| submission.id == *id);
            found.ok_or_else(|| FollowError::NoSubmission(id.to_string()).into())
        }
    }
}

fn promise_page(session: &mut Session, which: &Which, with_waits: bool) -> Result<PromisePage, AppError> {
    let promise = the_promise(session, which)?;
    let answers = promise.promised.submission;
    let submission = session.view().submissions()?.into_iter().find(|one| Some(one.id) == answers);
    let waits = if with_waits { Some(before_and_after(session, &promise)?) } else { None };
    let row = promise_row(session, promise, &mut Known::default())?;
    Ok(PromisePage { row, submission, waits })
}

/// The waits where a promise is to be seen, before the day that parts them and from it on.
fn before_and_after(session: &mut Session, promise: &Promise) -> Result<ComparisonView, AppError> {
    let listing = session.listing(&promise.promised.place.query(), Order::Visited, None)?;
    session.compare(&listing, &What::At(promise.parting_day()))
}

fn submission_rows(
    session: &Session,
    wanted: impl Fn(&Submission) -> bool,
) -> Result<Vec<SubmissionRow>, AppError> {
    let mut rows = Vec::new();
    for submission in session.view().submissions()?.into_iter().filter(wanted) {
        let state = session.state_of(&submission)?;
        rows.push(SubmissionRow { submission, state });
    }
    rows.sort_by_key(|row| std::cmp::Reverse((row.submission.made.on, row.submission.at)));
    Ok(rows)
}

fn is_open(state: State) -> bool {
    !matches!(state, State::Answered(_))
}

fn is_overdue(state: State) -> bool {
    matches!(state, State::ToAcknowledge(_, Due::Overdue(_)) | State::ToAnswer(_, Due::Overdue(_)))
}

fn party_row(known: PartyKnown, submissions: &[SubmissionRow], promises: &[PromiseRow]) -> PartyRow {
    let key = known.party.key();
    let states = || submissions.iter().filter(|row| row.submission.made.party.key() == key);
    let its = promises.iter().filter(|row| row.promise.promised.party.key() == key);
    PartyRow {
        open: states().filter(|row| is_open(row.state)).count(),
        overdue: states().filter(|row| is_overdue(row.state)).count(),
        promises: Fates::of(its),
        known,
    }
}

/// All parties, those with promises too, group by group.
fn people(session: &Session) -> Result<Vec<PartyRow>, AppError> {
    use crate::tui::effect::ledger::PartyGroup;
    let (submissions, promises) = (submission_rows(session, |_| true)?, promises(session, |_| true)?);
    let mut parties = session.parties()?;
    for row in &promises {
        if !parties.iter().any(|known| known.party.key() == row.party.party.key()) {
            parties.push(row.party.clone());
        }
    }
    let mut rows: Vec<PartyRow> =
        parties.into_iter().map(|known| party_row(known, &submissions, &promises)).collect();
    rows.sort_by_key(|row| PartyGroup::of(&row.known.party));
    Ok(rows)
}

fn party_page(session: &Session, party: &Party) -> Result<PartyPage, AppError> {
    let key = party.key();
    let submissions = submission_rows(session, |one| one.made.party.key() == key)?;
    let promises = promises(session, |one| one.promised.party.key() == key)?;
    let row = party_row(session.party_known(party)?, &submissions, &promises);
    Ok(PartyPage { row, described: session.description_of(party)?, submissions, promises })
}

/// The ladder for a facility, and how far up it the case was taken; without one, how far any open case of the facility.
fn ladder(session: &mut Session, id: &FacilityId, case: Option<&CaseNumber>) -> Result<LadderPage, AppError> {
    let cases: Vec<StoredCase> = match case {
        Some(number) => vec![session.view().case(number)?],
        None => {
            let query = format!("facility:{id} status:raised,answered");
            let listing = session.listing(&query, Order::Visited, None)?;
            session.view().list(&listing)?
        }
    };
    let (submissions, promises) = (submission_rows(session, |_| true)?, promises(session, |_| true)?);
    let rungs: Vec<PartyRow> =
        session.ladder(id)?.into_iter().map(|rung| party_row(rung.party, &submissions, &promises)).collect();
    let raised = cases.iter().flat_map(|stored| &stored.case.follow.raised);
    let keys: Vec<String> = raised.map(|raised| raised.party.key()).collect();
    let is_raised = |rung: &usize| rungs.get(*rung).is_some_and(|row| keys.contains(&row.known.party.key()));
    let raised = (0..rungs.len()).filter(is_raised).collect();
    let facility = session.facilities().get(id);
    Ok(LadderPage { facility, id: id.clone(), case: case.cloned(), rungs, raised })
}

fn submission_page(session: &Session, which: &Which) -> Result<SubmissionPage, AppError> {
    let submission = the_submission(session, which)?;
    let (today, calendar) = (session.today(), &session.calendar);
    let mut cases = Vec::new();
    for stored in session.cases_of(&submission)? {
        cases.push(case_raised(session, &submission, &stored));
    }
    let first = cases.iter().find(|case: &&CaseRaised| case.is_unsettled);
    let next = match first.and_then(|case| {
        let province = submission.made.party.province();
        let province = province.or(case.facility.as_ref().map(|facility| facility.province));
        submission.made.party.above(&case.facility_id, province).into_iter().next()
    }) {
        Some(party) => Some(session.party_known(&party)?),
        None => None,
    };
    let before = submission.made.after;
    let after = match session.view().submissions()?.into_iter().find(|one| Some(one.id) == before) {
        Some(lower) => {
            let party = session.party_known(&lower.made.party)?;
            Some((lower, party))
        }
        None => None,
    };
    let regulator = session.submission_view(&submission)?.regulator_until;
    Ok(SubmissionPage {
        party: session.party_known(&submission.made.party)?,
        acknowledge_by: submission.acknowledge_by(calendar),
        first_due: submission.first_answer_by(calendar),
        due: submission.answer_by(calendar),
        named_too_late: submission.named_too_late(calendar),
        regulator: regulator.map(|until| (until, Due::of(until, today, REMIND, calendar))),
        promises: promises(session, |promise| promise.promised.submission == Some(submission.id))?,
        cases,
        after,
        next,
        row: SubmissionRow { state: session.state_of(&submission)?, submission },
    })
}

fn case_raised(session: &Session, submission: &Submission, stored: &StoredCase) -> CaseRaised {
    let case = &stored.case;
    let outcome = submission.outcome_of(case.id);
    let is_solved = case.member_outcome == Some(MemberOutcome::Solved)
        && outcome.is_some_and(|(_, outcome)| outcome == PartyOutcome::Upheld);
    let is_furthest = case.follow.newest().is_some_and(|raised| raised.submission == submission.id);
    CaseRaised {
        number: case.number.clone(),
        visited_on: case.record.visited_on,
        facility: session.facilities().get(&case.record.facility),
        facility_id: case.record.facility.clone(),
        status: case.status,
        is_urgent: case.is_urgent(),
        outcome,
        member_outcome: case.member_outcome,
        is_unsettled: case.status.is_open() && is_furthest && !is_solved,
    }
}

/// Enters something.
pub fn enter(session: &mut Session, deed: &LedgerDeed) -> Result<LedgerDone, AppError> {
    match deed {
        LedgerDeed::Promise {
            by,
            what,
            who,
            role,
            said_where,
            on,
            due,
            shown_by,
            place: seen,
            submission,
        } => {
            let some = |text: &String| Some(text.clone()).filter(|text| !text.trim().is_empty());
            let new = NewPromise {
                party: party(session, by)?,
                what: what.clone(),
                who: some(who),
                role: some(role),
                said_where: some(said_where),
                on: Some(*on),
                due: *due,
                shown_by: some(shown_by),
                place: some(seen).map(|text| place(session, &text)).transpose()?,
                submission: *submission,
            };
            Ok(LedgerDone::Promised(session.promise(&new)?.id))
        }
        LedgerDeed::Move { promise, due, on } => {
            let promise = the_promise(session, &Which::Id(*promise))?;
            session.move_promise(&promise, *due, *on)?;
            Ok(LedgerDone::Entered)
        }
        LedgerDeed::Judge { promise, fate, on, members, by_waits, note } => {
            let promise = the_promise(session, &Which::Id(*promise))?;
            let judgement = Judgement {
                fate: *fate,
                on: Some(*on),
                members: *members,
                by_waits: *by_waits,
                note: Some(note.clone()),
            };
            session.judge_promise(&promise, &judgement)?;
            Ok(LedgerDone::Entered)
        }
        LedgerDeed::Describe(described) => Ok(LedgerDone::Known(session.describe_party(described)?.party)),
        LedgerDeed::Add(meant) => {
            let party = party(session, meant)?;
            let described = session.description_of(&party)?;
            Ok(LedgerDone::Known(session.describe_party(&described)?.party))
        }
        of_submission => enter_of_submission(session, of_submission),
    }
}

fn enter_of_submission(session: &mut Session, deed: &LedgerDeed) -> Result<LedgerDone, AppError> {
    match deed {
        LedgerDeed::Acknowledge(id, on) => {
            let submission = the_submission(session, &Which::Id(*id))?;
            session.acknowledge(&submission, *on)?;
        }
        LedgerDeed::Clock { submission, stops, on, why } => {
            let submission = the_submission(session, &Which::Id(*submission))?;
            let turned = if *stops { Turned::Paused } else { Turned::Resumed };
            session.turn_clock(&submission, turned, *on, Some(why))?;
        }
        LedgerDeed::Reply { submission, on, way, by, text, file, until, outcome, of_cases } => {
            let submission = the_submission(session, &Which::Id(*submission))?;
            let file = Some(file.trim()).filter(|path| !path.is_empty());
            let reply = NewReply {
                on: Some(*on),
                way: *way,
                by: Some(by.clone()),
                text: Some(text.clone()),
                file: file.map(|path| mark_of(Path::new(path))).transpose()?,
                until: *until,
                outcome: *outcome,
                of_cases: of_cases.clone(),
            };
            return Ok(LedgerDone::Replied(session.reply(&submission, &reply)?.len()));
        }
        LedgerDeed::Escalate { after, to, way, on, about } => {
            let page = submission_page(session, &Which::Id(*after))?;
            let party = party(session, to)?;
            let new = NewSubmission {
                party,
                on: *on,
                way: *way,
                cases: page.unsettled().map(|case| case.number.clone()).collect(),
                about: Some(about.clone()),
                demand: page.row.submission.made.demand,
                after: Some(*after),
                files: Vec::new(),
                check: None,
                although_rebutted: false,
            };
            let raised = session.raise(&new)?;
            return Ok(LedgerDone::Raised(raised.id, raised.made.cases.len()));
        }
        _ => {}
    }
    Ok(LedgerDone::Entered)
}

fn party(session: &mut Session, meant: &Meant) -> Result<Party, AppError> {
    Ok(match meant {
        Meant::Party(party) => party.clone(),
        Meant::Facility(name) => Party::Facility(session.facility_called(name)?),
        Meant::Agent(name) => Party::Agent(session.facility_called(name)?),
    })
}

/// A province or a facility by code or name.
fn place(session: &mut Session, text: &str) -> Result<Whereabouts, AppError> {
    if let Ok(codes) = session.names().places(Level::Province, text)
        && let [PlaceCode::Province(code)] = codes.as_slice()
    {
        return Ok(Whereabouts::Province(*code));
    }
    Ok(Whereabouts::Facility(session.facility_called(text)?))
}
