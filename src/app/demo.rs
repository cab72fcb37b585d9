//! Made-up cases for the demo: as many as are wanted, and the same every time.
//!
//! All people, numbers, factories and events here are invented. The facilities are real ones of the reference tables,
//! because places are what the program is about; what is told of them is not true, and says nothing about them.
//!
//! What followed on them – with whom they were raised, what was answered and promised – is told by [`course()`] of a fixed script.
//!
//! Each case is drawn from a stream of its own, from its index alone and the share of the period that has passed by
//! then, with whole numbers only: the same count gives the same cases on every platform. A change to these tables or
//! to the reference tables makes another demo, which a test notices. Knows the domain and the reference tables;
//! writes nothing.

mod calendar;
mod course;
mod employers;
mod english;
mod khmer;
mod names;
mod people;
mod places;
mod random;
mod story;
mod trouble;
mod visit;
mod watch;
mod wording;

use chrono::{Days, NaiveDate};

use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::issue::IssueCode;
use crate::domain::values::{Channel, Coded, Evidence, Payer, ToldBy};

use calendar::Calendar;
use people::Person;
use places::{Places, Site};
use random::Random;
use story::{Facts, Story};
use trouble::Trouble;
use visit::Visit;

pub use course::{Happening, Known, Timed, course};
pub use watch::observations;

/// The day on which the demo is always looked at: its "today".
pub const ANCHOR: NaiveDate = NaiveDate::from_ymd_opt(2026, 10, 31).unwrap();

/// Of a hundred cases, how many only praise.
const PRAISE: u32 = 3;

/// That many made-up cases in the order of their visits, spread over the 24 months up to [`ANCHOR`].
///
/// Each is made when it is asked for. Every one passes [`Draft::check`] with the built-in facilities on [`ANCHOR`].
pub fn drafts(count: usize) -> impl Iterator<Item = Draft> {
    let (calendar, places, count) = (Calendar::new(), Places::new(), count as u64);
    (0..count).filter_map(move |index| {
        let mut random = Random::of_case(index);
        let visited_on = calendar.day(index, count, &mut random);
        let site = places.site(calendar::is_recent(visited_on), &mut random)?;
        let mut draft = case(site, &places, visited_on, &mut random);
        draft.set(Column::SourceId, format!("D{:07}", index + 1));
        Some(draft)
    })
}

/// The case of a visit to that facility on that day.
fn case(site: &Site, places: &Places, visited_on: NaiveDate, random: &mut Random) -> Draft {
    let mut draft = Draft::default();
    let in_khmer = random.percent(60);
    // Names are mostly, not always, written as the story is.
    let name_in_khmer = if random.percent(80) { in_khmer } else { !in_khmer };
    let is_praise = random.percent(PRAISE);
    let payer = if is_praise { Payer::Nssf } else { payer(random) };
    let person = Person::new(site.patients, name_in_khmer, random);
    let visit = Visit::new(site, payer, is_praise, visited_on, random);
    let trouble = Trouble::new(payer, is_praise, &visit, visited_on, random);
    let has_receipt = trouble.paid.is_some_and(|paid| paid.receipt);
    let evidence = evidence(person.told_by, has_receipt, random);

    draft.set(Column::Facility, site.id.as_str());
    draft.set(Column::Payer, payer.code());
    draft.set(Column::Evidence, evidence.code());
    draft.set(Column::Channel, channel(random).code());
    draft.set(Column::Consent, consent(evidence, random));
    visit.fill(&mut draft, visited_on, random);
    trouble.fill(&mut draft, site, random);
    person.fill(&mut draft, places.commune(site.province, random), name_in_khmer, random);
    work(&mut draft, site, random);
    follow_up(&mut draft, visited_on, random);

    let facts = Facts { site, person: &person, payer, visit: &visit, trouble: &trouble, evidence };
    let story = Story::new(&facts, in_khmer, random);
    if !trouble.has(IssueCode::Good) && random.percent(55) {
        draft.set(Column::Remedy, story.remedy(random));
    }
    if random.percent(85) {
        let is_careless = random.percent(10);
        draft.set(Column::Narrative, story.narrative(is_careless, random));
    }
    draft
}

fn payer(random: &mut Random) -> Payer {
    const SHARES: [(Payer, u32); 6] = [
        (Payer::Nssf, 69),
        (Payer::Cash, 13),
        (Payer::Hef, 7),
        (Payer::Refused, 5),
        (Payer::Unknown, 4),
        (Payer::Private, 2),
    ];
    random.weighted(&SHARES, Payer::Nssf)
}

fn evidence(told_by: ToldBy, has_receipt: bool, random: &mut Random) -> Evidence {
    use Evidence::{A, B, C, D};
    let shares = match told_by {
        _ if has_receipt => [(A, 80), (B, 4), (C, 14), (D, 2)],
        ToldBy::Officer => [(A, 8), (B, 22), (C, 20), (D, 50)],
        ToldBy::Witness => [(A, 4), (B, 36), (C, 44), (D, 16)],
        _ => [(A, 9), (B, 6), (C, 79), (D, 6)],
    };
    random.weighted(&shares, C)
}

fn channel(random: &mut Random) -> Channel {
    const SHARES: [(Channel, u32); 8] = [
        (Channel::Phone, 30),
        (Channel::Meeting, 24),
        (Channel::Message, 20),
        (Channel::Visit, 9),
        (Channel::Form, 8),
        (Channel::Paper, 6),
        (Channel::Hotline, 2),
        (Channel::Other, 1),
    ];
    random.weighted(&SHARES, Channel::Phone)
}

/// None at all for some, and nothing beyond the count for most hearsay.
fn consent(evidence: Evidence, random: &mut Random) -> &'static str {
    let (counts, stories) = if evidence == Evidence::D { (83, 6) } else { (27, 46) };
    let shares = [
        ("", 8),
        ("count", counts),
        ("count;story", stories),
        ("count;story;name", stories / 3),
        ("count;story;name;media", stories / 15),
    ];
    random.weighted(&shares, "count")
}

/// Employer and union local.
fn work(draft: &mut Draft, site: &Site, random: &mut Random) {
    let (employer, local) = employers::employer(site.province, random);
    if random.percent(90) {
        draft.set(Column::Employer, employer);
    }
    if random.percent(82) {
        draft.set(Column::Local, format!("Local {local}"));
    }
}

/// Who follows it up; for some of the last weeks also what is next, so that the demo has something due.
fn follow_up(draft: &mut Draft, visited_on: NaiveDate, random: &mut Random) {
    const STEPS: [&str; 5] = [
        "call the member back",
        "ask for the receipt",
        "talk to the NSSF agent at the hospital",
        "ទូរស័ព្ទទៅសមាជិកវិញ",
        "សុំរូបថតសំបុត្រលេខរៀង",
    ];
    if random.percent(38) {
        draft.set(Column::AssignedTo, employers::officer(random));
    }
    if (ANCHOR - visited_on).num_days() < 60 && random.percent(18) {
        draft.set(Column::NextStep, random.pick(&STEPS));
        let from = ANCHOR.checked_sub_days(Days::new(4)).unwrap_or(ANCHOR);
        let day = from.checked_add_days(Days::new(u64::from(random.below(16)))).unwrap_or(ANCHOR);
        draft.set(Column::NextStepOn, day.to_string());
    }
}

#[cfg(test)]
mod tests;
