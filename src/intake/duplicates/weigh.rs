//! What agrees and what differs between two cases, and what that weighs.

use super::numbers::{Agreement, agreement};
use super::person::{self, NameAgreement};
use super::traits::Traits;
use crate::domain::times::{DAY, VisitTime};
use crate::domain::values::ToldBy;

/// How likely it is that two cases tell of one visit, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// From 0 to 1.
    pub score: f64,
    /// What speaks for it, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// What speaks for two cases being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The same NSSF number.
    SameNssfNumber,
    /// One slip apart.
    NearNssfNumber,
    /// The same telephone.
    SamePhone,
    /// One slip apart.
    NearPhone,
    /// The same name.
    SameName,
    /// The same name in another spelling.
    NameSpelling,
    /// The same name in the other script.
    NameScript,
    /// Nearly the same name.
    NearName,
    /// The same employee number.
    SameEmployeeNumber,
    /// The same times.
    SameTimes,
    /// Nearly the same times.
    NearTimes,
    /// The same sum was paid.
    SameSum,
    /// The stories are alike, so many hundredths.
    Story(u8),
    /// The same issues.
    SameIssues,
    /// Some issues in common.
    SomeIssues,
    /// The same employer.
    SameEmployer,
    /// Visited on the same day.
    SameDay,
    /// Visited so many days apart.
    DaysApart(u8),
    /// One has for the visit the day on which it was logged.
    RecordedThen(u8),
}

/// In tenths of a bit. From so much on two cases are told to be likely one: what agrees must outweigh how seldom two cases of
/// one facility and day are one.
const NEEDED: i32 = 80;

/// The same where one was told by a witness: whose name it bears says little either way.
const NEEDED_OF_WITNESSES: i32 = 50;

/// What happened – times, issues, sums, the story – must say so much by itself where the days differ: the same member may well
/// have come twice.
const NEEDED_OF_TWO_DAYS: i32 = 36;

/// What happened, and to whom, may contradict so much and no more, whoever told it and in whatever words.
const CONTRADICTION: i32 = -50;

/// What names and stories can add at most: where even that is too little, neither is looked at.
const MOST_OF_NAMES: i32 = 75;
const MOST_OF_STORIES: i32 = 45;

/// From so many hundredths on a story is the same word for word, but for a slip: two people do not tell a longer one so, each by
/// themselves, but one message is logged twice.
const WORD_FOR_WORD: u8 = 95;

/// How likely it is that two cases tell of one visit; `None` where it is not.
pub fn likeness(one: &Traits, other: &Traits) -> Option<Likeness> {
    if one.facility != other.facility {
        return None;
    }
    let needed = needed(one, other);
    let mut found = Weighed::default();
    weigh_what_happened(&mut found, one, other);
    let happened = found.sum;
    weigh_patients(&mut found, one, other);
    if found.sum < CONTRADICTION {
        return None;
    }
    weigh_days(&mut found, one, other)?;
    weigh_numbers(&mut found, one, other);
    if found.sum + MOST_OF_NAMES + MOST_OF_STORIES < needed {
        return None;
    }
    let story = weigh_story(&mut found, one, other);
    let is_one_visit = one.visited == other.visited || happened + story >= NEEDED_OF_TWO_DAYS;
    if !is_one_visit || found.sum + MOST_OF_NAMES < needed {
        return None;
    }
    weigh_name(&mut found, one, other);
    (found.sum >= needed).then(|| found.likeness(needed))
}

fn needed(one: &Traits, other: &Traits) -> i32 {
    let told_by_others = one.is_told_by_a_witness() || other.is_told_by_a_witness();
    if told_by_others { NEEDED_OF_WITNESSES } else { NEEDED }
}

/// So many things are looked at, each of which may be a reason.
const LOOKED_AT: usize = 10;

/// A sum of weights, with what speaks for it: without a heap, for most of the millions of pairs in a sweep are none.
#[derive(Default)]
struct Weighed {
    sum: i32,
    reasons: [Option<(i32, Reason)>; LOOKED_AT],
    count: usize,
}

impl Weighed {
    fn is(&mut self, weight: i32, reason: Reason) {
        self.sum += weight;
        if let Some(place) = self.reasons.get_mut(self.count) {
            *place = Some((weight, reason));
            self.count += 1;
        }
    }

    fn differs(&mut self, weight: i32) {
        self.sum -= weight;
    }

    fn likeness(self, needed: i32) -> Likeness {
        let mut reasons: Vec<(i32, Reason)> = self.reasons.into_iter().flatten().collect();
        reasons.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        let bits = f64::from(self.sum - needed) / 10.0;
        Likeness {
            score: 1.0 / (1.0 + (-bits).exp2()),
            reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
        }
    }
}

/// `None` where the days are too far apart.
fn weigh_days(found: &mut Weighed, one: &Traits, other: &Traits) -> Option<()> {
    let apart = u8::try_from(one.visited.abs_diff(other.visited)).ok()?;
    let later = if one.visited > other.visited { one } else { other };
    match apart {
        0 => found.is(0, Reason::SameDay),
        1 => found.is(-20, Reason::DaysApart(1)),
        // The day of logging was taken for that of the visit.
        2..=3 if later.visited == later.recorded => found.is(-20, Reason::RecordedThen(apart)),
        _ => return None,
    }
    Some(())
}

/// What somebody else's number weighs less where it need not be the patient's.
fn of_others(weight: i32, one: &Traits, other: &Traits) -> i32 {
    let is_dependant = |traits: &Traits| traits.told_by == ToldBy::Dependant;
    if one.is_told_by_a_witness() || other.is_told_by_a_witness() {
        weight / 8
    } else if is_dependant(one) != is_dependant(other) {
        weight / 2
    } else {
        weight
    }
}

fn weigh_numbers(found: &mut Weighed, one: &Traits, other: &Traits) {
    if let (Some(number), Some(number_there)) = (one.nssf, other.nssf) {
        match agreement(number, number_there) {
            Agreement::Same => found.is(100, Reason::SameNssfNumber),
            Agreement::Near => found.is(45, Reason::NearNssfNumber),
            Agreement::Different => found.differs(of_others(70, one, other)),
        }
    }
    if let (Some(number), Some(number_there)) = (one.phone, other.phone) {
        match agreement(number, number_there) {
            Agreement::Same => found.is(75, Reason::SamePhone),
            Agreement::Near => found.is(45, Reason::NearPhone),
            Agreement::Different => found.differs(of_others(40, one, other)),
        }
    }
    if let (Some(number), Some(number_there)) = (one.employee, other.employee) {
        if number == number_there {
            found.is(50, Reason::SameEmployeeNumber);
        } else {
            found.differs(of_others(20, one, other));
        }
    }
}

/// To whom it happened.
fn weigh_patients(found: &mut Weighed, one: &Traits, other: &Traits) {
    if let (Some(sex), Some(sex_there)) = (one.sex, other.sex) {
        found.sum += if sex == sex_there { 10 } else { -60 };
    }
    found.sum += if one.relation == other.relation { 5 } else { -20 };
    found.sum += if one.payer == other.payer { 3 } else { -14 };
    if let (Some(employer), Some(employer_there)) = (one.employer, other.employer) {
        if employer == employer_there {
            // Those who come to one hospital are often of one factory.
            found.is(0, Reason::SameEmployer);
        } else {
            found.differs(30);
        }
    }
}

fn weigh_what_happened(found: &mut Weighed, one: &Traits, other: &Traits) {
    let issues = |traits: &Traits| traits.issues.positions().fold(0_u32, |bits, place| bits | 1 << place);
    let (ours, theirs) = (issues(one), issues(other));
    let common = ours & theirs;
    if ours == theirs {
        found.is(35, Reason::SameIssues);
    } else if common == ours || common == theirs {
        found.is(28, Reason::SomeIssues);
    } else {
        found.differs(if common == 0 { 60 } else { 30 });
    }
    if one.paid == other.paid && one.paid != (0, 0) {
        found.is(10, Reason::SameSum);
    } else if one.paid != (0, 0) && other.paid != (0, 0) {
        found.differs(5);
    }
    weigh_times(found, one, other);
}

/// Minutes apart, around midnight too.
fn apart(one: VisitTime, other: VisitTime) -> u32 {
    let minutes = u32::from(one.minute.abs_diff(other.minute));
    minutes.min(DAY - minutes)
}

fn weigh_times(found: &mut Weighed, one: &Traits, other: &Traits) {
    let (mut sum, mut known) = (0, 0);
    for (time, time_there) in [(one.arrived, other.arrived), (one.seen, other.seen)] {
        if let (Some(time), Some(time_there)) = (time, time_there) {
            known += 1;
            let is_estimated = time.estimated || time_there.estimated;
            sum += match apart(time, time_there) {
                0 => 30,
                1..=10 => 22,
                11..=20 => 14,
                21..=40 => 0,
                41..=90 if is_estimated => -20,
                41..=90 => -40,
                _ => -60,
            };
        }
    }
    if known == 0
        && let (Some(wait), Some(wait_there)) = (one.waited, other.waited)
    {
        known = 1;
        sum = match wait.abs_diff(wait_there) {
            0 => 28,
            1..=10 => 18,
            11..=30 => -25,
            31..=60 => -45,
            _ => -60,
        };
    }
    if known > 0 && sum >= 25 * known {
        found.is(sum, Reason::SameTimes);
    } else if sum > 0 {
        found.is(sum, Reason::NearTimes);
    } else {
        found.sum += sum;
    }
}

/// Returns what it weighed.
fn weigh_story(found: &mut Weighed, one: &Traits, other: &Traits) -> i32 {
    let Some((story, story_there)) = one.story.as_ref().zip(other.story.as_ref()) else {
        return 0;
    };
    // Between two names it is for these to say whether it is one case, or two members in the same words.
    let is_nameless = one.name.is_empty() || other.name.is_empty();
    let (percent, weight) = match story.likeness(story_there) {
        Some(percent @ WORD_FOR_WORD..) if story.is_long() && is_nameless => (percent, MOST_OF_STORIES),
        Some(percent @ 70..) => (percent, 20),
        Some(percent @ 50..) => (percent, 10),
        _ => return 0,
    };
    found.is(weight, Reason::Story(percent));
    weight
}

fn weigh_name(found: &mut Weighed, one: &Traits, other: &Traits) {
    if one.name.is_empty() || other.name.is_empty() {
        return;
    }
    match person::names(&one.name, &other.name) {
        NameAgreement::Same => found.is(MOST_OF_NAMES, Reason::SameName),
        NameAgreement::Spelling => found.is(65, Reason::NameSpelling),
        NameAgreement::AcrossScripts => found.is(65, Reason::NameScript),
        NameAgreement::Near => found.is(45, Reason::NearName),
        NameAgreement::UnlikeAcrossScripts => found.differs(of_others(35, one, other)),
        NameAgreement::Unlike => found.differs(of_others(70, one, other)),
    }
}
