//! What was asked of a party last time, and what happened: its earlier submissions, the ledger of promises by party and place,
//! and what of all that may be told.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::scope::Scope;
use super::{BriefRequest, party_name};
use crate::app::follow::REMIND;
use crate::app::{AppError, Session};
use crate::book::{GroupBy, Listing, Order, StoredCase};
use crate::brief::compose::{Answered, Asked, FacilityRow, LastTime, Pace, Pledged, Waited, Word};
use crate::brief::scrub::{Known, STRUCK, Suspect, suspicions};
use crate::brief::suppress::{Beside, Raised, Told, tell_raised};
use crate::domain::case::Identity;
use crate::domain::clock::Due;
use crate::domain::filter::{Filter, StatusTest, Term, Test};
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::promise::{Promise, Whereabouts};
use crate::domain::submission::{Reply, State, Submission};
use crate::domain::values::{Coded, Purpose, Status};
use crate::domain::waits::Waits;
use crate::i18n::Lang;
use crate::insight::{self, SMALL};
use crate::reference;

/// What the figures of a brief are printed of: places, problems and facilities.
type Printed<'a> = (&'a Told, &'a [FacilityRow]);

impl Session {
    /// What was asked of the party before, and what came of it.
    pub(super) fn last_time(
        &mut self,
        request: &BriefRequest,
        counted: &Listing,
        printed: Printed<'_>,
        scope: &Scope,
    ) -> Result<LastTime, AppError> {
        let (party, lang) = (&request.party, request.lang);
        let key = party.key();
        let mine: Vec<Submission> =
            self.view().submissions()?.into_iter().filter(|one| one.made.party.key() == key).collect();
        let promises: Vec<Promise> =
            self.view().promises()?.into_iter().filter(|promise| self.concerns(party, promise)).collect();
        if mine.is_empty() && promises.is_empty() {
            return Ok(LastTime::default());
        }
        let spoken = Spoken::of(self)?;
        let raised = self.raised(&mine, counted, (&key, lang), printed, scope)?;
        let mut asked = Vec::new();
        for (submission, cases) in mine.iter().zip(tell_raised(&raised)) {
            let made = &submission.made;
            asked.push(Asked {
                on: made.on,
                way: made.way,
                what: made.about.as_deref().map(|about| spoken.told(about)),
                cases,
                answer: self.answered(submission)?,
                moved: submission.replies.iter().filter(|reply| reply.until.is_some()).count() as u32,
            });
        }
        let pace = self.pace(&mine, &asked);
        asked.sort_by_key(|asked| asked.on);
        let mut pledged = Vec::new();
        for promise in &promises {
            pledged.push(self.pledged(promise, &spoken, (scope, printed.0), lang)?);
        }
        pledged.sort_by_key(|pledged: &Pledged| pledged.on);
        Ok(LastTime { asked, pace, promises: pledged })
    }

    /// The cases of submissions, with the printed groups that they stand beside.
    fn raised(
        &self,
        mine: &[Submission],
        counted: &Listing,
        (key, lang): (&str, Lang),
        (told, facilities): Printed<'_>,
        scope: &Scope,
    ) -> Result<Vec<Raised<Uuid>>, AppError> {
        let filter = counted.filter.clone().and(Test::Party(vec![key.to_owned()]));
        let listing = Listing { filter, order: Order::Number, limit: None, ..counted.clone() };
        let known: BTreeMap<Uuid, StoredCase> =
            self.view().list(&listing)?.into_iter().map(|stored| (stored.case.id, stored)).collect();
        let facility_of = |stored: &StoredCase| self.facilities().get(&stored.case.record.facility);
        let beside = |submission: &Submission| {
            let inside = |is_in: &dyn Fn(&StoredCase) -> bool| {
                let cases = submission.made.cases.iter().filter_map(|id| known.get(id));
                cases.filter(|stored| is_in(stored)).count() as u32
            };
            let mut beside = vec![Beside { inside: inside(&|_| true), group: told.total.cases }];
            beside.extend(told.places.iter().map(|place| Beside {
                group: place.cases,
                inside: inside(&|stored| {
                    let name = facility_of(stored).and_then(|facility| scope.place_name(&facility, lang));
                    name.as_ref() == Some(&place.name)
                }),
            }));
            beside.extend(told.issues.iter().map(|(code, row)| Beside {
                group: row.cases,
                inside: inside(&|stored| stored.case.record.issues.iter().any(|issue| issue.code == *code)),
            }));
            beside.extend(facilities.iter().map(|facility| Beside {
                group: facility.row.cases,
                inside: inside(&|stored| {
                    facility_of(stored)
                        .is_some_and(|known| lang.pick(&known.name_km, &known.name_en) == facility.row.name)
                }),
            }));
            beside
        };
        let raised = |submission: &Submission| Raised {
            cases: submission
                .made
                .cases
                .iter()
                .map(|case| (*case, submission.outcome_of(*case).map(|(_, outcome)| outcome)))
                .collect(),
            beside: beside(submission),
        };
        Ok(mine.iter().map(raised).collect())
    }

    fn answered(&self, submission: &Submission) -> Result<Answered, AppError> {
        let calendar = &self.calendar;
        let silent = || {
            let due = submission.date_held(self.today(), calendar).unwrap_or(submission.made.on);
            match Due::of(due, self.today(), 0, calendar) {
                Due::Overdue(days) => Answered::Silent(due, days),
                Due::Soon(_) | Due::Ahead(_) => Answered::Waits(due),
            }
        };
        Ok(match self.state_of(submission)? {
            State::Paused(_) => Answered::Paused,
            State::ToAcknowledge(..) | State::ToAnswer(..) => silent(),
            // What was never answered stays so, though its cases were settled elsewhere since.
            State::Answered(_) if submission.replies.iter().all(Reply::is_interim) => {
                let cases = self.cases_of(submission)?;
                if cases.iter().all(|stored| stored.case.status == Status::Withdrawn) {
                    return Ok(Answered::TakenBack);
                }
                silent()
            }
            State::Answered(on) => {
                let due = submission.date_held(on, calendar);
                let late = due.filter(|due| on > *due).map_or(0, |due| calendar.between(due, on).max(1));
                Answered::On(on, late)
            }
        })
    }

    /// How fast submissions were answered.
    fn pace(&self, mine: &[Submission], asked: &[Asked]) -> Pace {
        let mut pace = Pace::default();
        let mut days = Waits::default();
        for (submission, asked) in mine.iter().zip(asked) {
            match asked.answer {
                Answered::On(on, late) => {
                    pace.answered += 1;
                    pace.decided += 1;
                    pace.in_time += u32::from(late == 0);
                    days.add(submission.days_until(on, &self.calendar), 1);
                }
                Answered::Silent(..) => pace.decided += 1,
                Answered::Waits(_) | Answered::Paused | Answered::TakenBack => {}
            }
        }
        Pace { median: insight::median(&days), p90: insight::p90(&days), ..pace }
    }

    /// Whether a promise is told in a brief for a party: its own, those of the offices under it, and those that are to be seen at
    /// its place. Employers are named to nobody else.
    fn concerns(&self, party: &Party, promise: &Promise) -> bool {
        let promised = &promise.promised;
        if promised.party.key() == party.key() {
            return true;
        }
        if matches!(promised.party, Party::Employer(_)) {
            return false;
        }
        let province = |place: &Whereabouts| match place {
            Whereabouts::Province(code) => Some(*code),
            Whereabouts::Facility(id) => self.facilities().get(id).map(|facility| facility.province),
            Whereabouts::Country => None,
        };
        match party {
            Party::Nssf | Party::Board | Party::Regulator => promised.party.is_operator(),
            Party::HealthMinistry => {
                matches!(promised.party, Party::Facility(_) | Party::HealthDepartment(_))
            }
            Party::LabourMinistry => matches!(promised.party, Party::LabourDepartment(_)),
            Party::NssfBranch(code) | Party::HealthDepartment(code) | Party::LabourDepartment(code) => {
                province(&promised.place) == Some(*code)
            }
            Party::Facility(id) | Party::Agent(id) => promised.place == Whereabouts::Facility(id.clone()),
            Party::Employer(_) | Party::Other(_) => false,
        }
    }

    fn pledged(
        &mut self,
        promise: &Promise,
        spoken: &Spoken,
        (scope, told): (&Scope, &Told),
        lang: Lang,
    ) -> Result<Pledged, AppError> {
        let promised = &promise.promised;
        let stands = promise.stands(self.today(), REMIND, &self.calendar);
        let who: Vec<&str> =
            [&promised.who, &promised.role].into_iter().flatten().map(String::as_str).collect();
        let judged = promise.judged.as_ref();
        let waits = match judged.and_then(|judged| judged.waits) {
            Some(_) => Some(self.waited(promise, scope, told)?),
            None => None,
        };
        Ok(Pledged {
            what: spoken.told(&promised.what),
            party: party_name(&promised.party, self, lang),
            who: who.join(", "),
            place: self
                .place_called(&promised.place, lang)
                .filter(|_| !is_own(&promised.party, &promised.place)),
            on: promised.on,
            due: (promised.due, promise.moved.last().map(|moved| moved.due)),
            fate: promise.fate(),
            is_overdue: stands.is_some_and(Due::is_overdue),
            word: Word { members: judged.and_then(|judged| judged.members), waits },
        })
    }

    fn place_called(&self, place: &Whereabouts, lang: Lang) -> Option<String> {
        match place {
            Whereabouts::Country => None,
            Whereabouts::Province(code) => {
                let place = reference::place(*code)?;
                Some(lang.pick(&place.name_km, &place.name_en).to_owned())
            }
            Whereabouts::Facility(id) => {
                let facility = self.facilities().get(id)?;
                Some(lang.pick(&facility.name_km, &facility.name_en).to_owned())
            }
        }
    }

    /// The waits before a promise's date and since, as they stand today: of cases whose members agreed to be counted, and of
    /// visits that volunteers timed. The judgement itself may rest on more.
    ///
    /// `None` where they may not be told: under five on a side; or where fewer than five were timed by volunteers, so that the
    /// cases with a known wait could be worked out, unless the brief tells just these.
    fn waited(&mut self, promise: &Promise, scope: &Scope, told: &Told) -> Result<Option<Waited>, AppError> {
        let day = promise.parting_day();
        let place = self.listing(&promise.promised.place.query(), Order::Visited, None)?;
        let all: Vec<StatusTest> = Status::ALL.iter().copied().map(StatusTest::Is).collect();
        let standing =
            all.iter().copied().filter(|test| *test != StatusTest::Is(Status::Withdrawn)).collect();
        let cases = place.filter.clone().and(Test::Status(standing)).and(Test::Consent(vec![Purpose::Count]));
        let mut terms = place.filter.terms.clone();
        terms.push(Term { negated: true, test: Test::Status(all) });
        let [before, since] = [Test::Until(day.pred_opt().unwrap_or(day)), Test::Since(day)].map(|at| {
            let side = |filter: Filter| {
                let listing = Listing { filter: filter.and(at.clone()), ..place.clone() };
                self.view().side(&listing, crate::domain::period::Span::default())
            };
            Ok::<_, AppError>((side(cases.clone())?.waits, side(Filter { terms: terms.clone() })?.waits))
        });
        let ((before, seen_before), (since, seen_since)) = (before?, since?);
        let seen = seen_before.count() + seen_since.count();
        let is_whole = is_scope(scope, &promise.promised.place)
            && told.total.median.is_some()
            && told.total.timed == before.count() + since.count();
        let [before, since] =
            [(before, seen_before), (since, seen_since)].map(|(mut waits, seen): (Waits, Waits)| {
                waits.merge(&seen);
                waits
            });
        let is_tellable =
            before.count() >= SMALL && since.count() >= SMALL && (seen >= SMALL || (seen == 0 && is_whole));
        Ok(is_tellable.then(|| Waited { day, found: insight::compare(&since, &before) }))
    }
}

/// Whether a party promised something for just where it answers: that need not be said.
fn is_own(party: &Party, place: &Whereabouts) -> bool {
    match place {
        Whereabouts::Country => true,
        Whereabouts::Province(code) => party.province() == Some(*code),
        Whereabouts::Facility(id) => party.facility() == Some(id),
    }
}

/// Whether a promise is to be seen just where the brief is about.
fn is_scope(scope: &Scope, place: &Whereabouts) -> bool {
    match (scope, place) {
        (Scope::Country, Whereabouts::Country) => true,
        (Scope::Province(code), Whereabouts::Province(place)) => code == place,
        (Scope::Facility(id), Whereabouts::Facility(place)) => id == place,
        _ => false,
    }
}

/// What officers wrote of submissions and promises, as it may be handed on: meant for the party, but typed by people who know
/// the members.
struct Spoken {
    organisations: Vec<String>,
    /// Members whose cases were raised: whom an officer may have named in what was asked for or promised.
    members: BTreeSet<String>,
}

impl Spoken {
    fn of(session: &Session) -> Result<Self, AppError> {
        let mut organisations = Vec::new();
        for by in [GroupBy::Employer, GroupBy::Local] {
            let groups = session.hotspots(&Listing::default(), by)?.groups;
            organisations.extend(groups.into_iter().filter_map(|group| group.key));
        }
        let mut members = BTreeSet::new();
        for submission in session.view().submissions()? {
            for stored in session.cases_of(&submission)? {
                members.extend(session.view().identity(&stored)?.name);
            }
        }
        Ok(Self { organisations, members })
    }

    /// The text without what could point at a member: their names, employers, locals, numbers of telephones and of cases,
    /// addresses. Days and the names of officials stay: they belong to it.
    fn told(&self, text: &str) -> String {
        // Numbers of cases first: what looks for other numbers would leave half of one.
        let is_case = |word: &str| {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            bare.parse::<CaseNumber>().is_ok()
        };
        let words: Vec<&str> =
            text.split(' ').map(|word| if is_case(word) { STRUCK } else { word }).collect();
        let text = words.join(" ");
        let organisations: Vec<&str> = self.organisations.iter().map(String::as_str).collect();
        let people: Vec<&str> = self.members.iter().map(String::as_str).collect();
        let identity = Identity::default();
        let known =
            Known { identity: &identity, organisations: &organisations, people: &people, places: &[] };
        let points_at_members = |why: Suspect| {
            matches!(
                why,
                Suspect::Organisation
                    | Suspect::Number
                    | Suspect::Contact
                    | Suspect::Address
                    | Suspect::Officer
            )
        };
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, _) in suspicions(&text, &known).into_iter().filter(|(_, why)| points_at_members(*why)) {
            out.push_str(text.get(at..range.start).unwrap_or_default());
            out.push_str(STRUCK);
            at = range.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_officers_wrote_is_handed_on_without_what_points_at_members() {
        let members = ["Chan Sopheap".to_owned()].into();
        let spoken = Spoken { organisations: vec!["Golden Star".into(), "Local 7".into()], members };
        let number = CaseNumber::new(&"KC".parse().unwrap(), 5);
        let typed = format!(
            "Repay Chan Sopheap (case {number}), of Golden Star: call 012 345 678 by 3 June 2025 (Sandan Krasang)"
        );
        let told = spoken.told(&typed);
        let half = number.as_str().rsplit('-').next().unwrap_or_default();
        for secret in [number.as_str(), half, "Golden", "345", "Sopheap"] {
            assert!(!told.contains(secret), "{told}");
        }
        assert!(told.contains("by 3 June 2025 (Sandan Krasang)") && told.contains(STRUCK), "{told}");
        let plain = "បើកបញ្ជរទីពីរ ចាប់ពីម៉ោង ៧ / a second counter from 7, 30 minutes at most";
        assert_eq!(spoken.told(plain), plain);
    }

    #[test]
    fn a_promise_for_where_its_party_answers_need_not_say_where() {
        let party = |form: &str| form.parse::<Party>().unwrap();
        let province = Whereabouts::Province("08".parse().unwrap());
        let facility = Whereabouts::Facility("H080801".parse().unwrap());
        assert!(is_own(&party("phd:08"), &province) && is_own(&party("agent:H080801"), &facility));
        assert!(!is_own(&party("phd:08"), &facility) && !is_own(&party("mlvt"), &province));
        assert!(is_own(&party("moh"), &Whereabouts::Country));
        let scope = Scope::of(&party("nssf-branch:08"));
        assert!(is_scope(&scope, &province) && !is_scope(&scope, &facility));
    }
}
