//! Made-up pairs: one visit told twice, as two people tell and two officers write it down; and two visits that look alike.
//!
//! How a telling is changed was written down before the finder's weights were, from how such tellings differ: names in the other
//! script and in other romanisations, slips of the keyboard, telephones in every form, rounded times, a day too late.

use std::sync::{Arc, LazyLock};

use chrono::{Days, NaiveDate};

use crate::app::demo;
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Facilities};
use crate::domain::facility::Facility;
use crate::domain::text::has_khmer;
use crate::intake::duplicates::Traits;
use crate::reference;
use crate::reference::names::{FAMILY, MEN, Name, WOMEN};

/// Chance that falls the same every time.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ bits >> 31
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit.max(1)
    }

    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// A number from a table of shares of a hundred.
    fn of(&mut self, shares: &[usize]) -> usize {
        let mut left = self.below(shares.iter().sum());
        for (place, share) in shares.iter().enumerate() {
            if left < *share {
                return place;
            }
            left -= share;
        }
        0
    }
}

struct BuiltIn;

impl Facilities for BuiltIn {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        text.parse().ok().and_then(|id| reference::facility(&id)).map(Arc::new).ok_or_else(Vec::new)
    }
}

static POOL: LazyLock<Vec<Draft>> = LazyLock::new(|| demo::drafts(12_000).collect());

fn any(chance: &mut Chance) -> Draft {
    POOL[chance.below(POOL.len())].clone()
}

/// What is compared of a draft that was logged so many days after the visit.
pub fn traits(draft: &Draft, days: u64) -> Traits {
    let (complaint, _) =
        draft.check(&BuiltIn, demo::ANCHOR + Days::new(60)).unwrap_or_else(|refused| panic!("{refused:?}"));
    let recorded = complaint.record.visited_on + Days::new(days);
    Traits::of(&complaint.record, recorded, &complaint.identity, complaint.narrative.as_deref())
}

/// Two tellings.
pub struct Made {
    pub class: &'static str,
    pub is_one: bool,
    pub one: Draft,
    pub other: Draft,
    /// How many days after the visit they were logged.
    pub logged: [u64; 2],
}

/// One visit told twice.
pub fn one_visit(chance: &mut Chance) -> Made {
    let one = any(chance);
    let mut other = one.clone();
    let by_a_witness = chance.percent(15);
    let mut logged = [chance.below(9) as u64, chance.below(9) as u64];
    if by_a_witness {
        told_by_a_witness(&mut other, chance);
    } else {
        rename(&mut other, chance);
        renumber(&mut other, chance);
        if chance.percent(8) {
            other.set(Column::ToldBy, "dependant");
        }
    }
    match chance.of(&[82, 6, 6, 6]) {
        0 => {}
        1 => shift(&mut other, 1),
        2 => shift(&mut other, -1),
        _ => {
            // The day of logging was taken for that of the visit.
            shift(&mut other, 1 + chance.below(3) as i64);
            logged[1] = 0;
        }
    }
    retime(&mut other, chance);
    recode(&mut other, chance);
    retell(&mut other, chance);
    Made {
        class: if by_a_witness { "told by a witness" } else { "told twice" },
        is_one: true,
        one,
        other,
        logged,
    }
}

/// Two visits that look alike.
pub fn two_visits(chance: &mut Chance) -> Made {
    let one = any(chance);
    let mut other = any(chance);
    let same = |other: &mut Draft, columns: &[Column]| {
        for column in columns {
            other.set(*column, one.get(*column));
        }
    };
    let (place, person) = ([Column::VisitedOn, Column::Facility], PERSON);
    let at_one_place = |other: &mut Draft| {
        same(other, &place);
        // What a stage of care may be follows from the facility.
        same(other, &[Column::Stage]);
    };
    let class = chance.of(&[22, 16, 12, 10, 8, 10, 8, 8, 6]);
    let class = match class {
        0 => {
            at_one_place(&mut other);
            "another member, the same day"
        }
        1 => {
            at_one_place(&mut other);
            same(
                &mut other,
                &[
                    Column::Employer,
                    Column::Local,
                    Column::Issues,
                    Column::ClaimedOn,
                    Column::ClaimedRiel,
                    Column::Payer,
                    Column::PaidRiel,
                    Column::PaidUsd,
                    Column::PaidReceipt,
                    Column::Narrative,
                ],
            );
            let story = slips(other.get(Column::Narrative), 3, chance);
            other.set(Column::Narrative, story);
            if chance.percent(30) {
                same(&mut other, &Column::TIMES_AND_WAIT);
                retime(&mut other, chance);
            }
            "another member of the same factory, the same story"
        }
        2 => {
            same(&mut other, &person);
            at_one_place(&mut other);
            shift(&mut other, -(28 + chance.below(8) as i64));
            "the same member a month apart"
        }
        3 => {
            same(&mut other, &person);
            at_one_place(&mut other);
            same(&mut other, &[Column::Issues, Column::ClaimedOn, Column::ClaimedRiel, Column::Payer]);
            shift(&mut other, -(4 + chance.below(6) as i64));
            "the same member came back within ten days"
        }
        4 => {
            if one.get(Column::Facility) == other.get(Column::Facility) {
                return two_visits(chance);
            }
            same(&mut other, &person);
            other.set(Column::VisitedOn, one.get(Column::VisitedOn));
            "the same member elsewhere, the same day"
        }
        5 => {
            at_one_place(&mut other);
            same(&mut other, &[Column::MemberName]);
            "a namesake, the same day"
        }
        6 => {
            at_one_place(&mut other);
            same(&mut other, &[Column::MemberPhone]);
            "another member with the same telephone"
        }
        7 => {
            same(&mut other, &person);
            at_one_place(&mut other);
            shift(&mut other, -1);
            "the same member came back the next day"
        }
        _ => "any other case",
    };
    if one.get(Column::Facility) == other.get(Column::Facility)
        && one.get(Column::SourceId) == other.get(Column::SourceId)
    {
        return two_visits(chance);
    }
    let logged = [chance.below(9) as u64, chance.below(9) as u64];
    Made { class, is_one: false, one, other, logged }
}

const PERSON: [Column; 8] = [
    Column::MemberName,
    Column::MemberPhone,
    Column::MemberNssfNumber,
    Column::MemberEmployeeNumber,
    Column::PatientRelation,
    Column::PatientSex,
    Column::Employer,
    Column::ToldBy,
];

fn shift(draft: &mut Draft, days: i64) {
    let day: NaiveDate = draft.get(Column::VisitedOn).parse().unwrap();
    let moved = day + chrono::Duration::days(days);
    draft.set(Column::VisitedOn, moved.to_string());
    // A claim is not older than its visit's month; the day of it follows.
    if !draft.get(Column::ClaimedOn).is_empty() {
        draft.set(Column::ClaimedOn, moved.to_string());
    }
}

fn told_by_a_witness(other: &mut Draft, chance: &mut Chance) {
    let somebody = any(chance);
    let is_named = chance.percent(50);
    for column in PERSON.into_iter().filter(|column| column.is_identity()) {
        other.set(column, if is_named { somebody.get(column) } else { "" });
    }
    other.set(Column::ToldBy, "witness");
}

fn rename(other: &mut Draft, chance: &mut Chance) {
    let name = other.get(Column::MemberName).to_owned();
    let renamed = match chance.of(&[42, 20, 15, 12, 6, 5]) {
        0 => name,
        1 => in_the_other_script(&name),
        2 if has_khmer(&name) => in_the_other_script(&name),
        2 => romanised_otherwise(&name, chance),
        3 => slips(&name, 1, chance),
        4 => String::new(),
        _ => name.split_once(' ').map_or(name.clone(), |(family, given)| format!("{given} {family}")),
    };
    other.set(Column::MemberName, renamed);
}

fn in_the_other_script(name: &str) -> String {
    let all = || FAMILY.iter().chain(&WOMEN).chain(&MEN);
    let other = |word: &str| {
        let found: Option<&Name> = all().find(|(khmer, latin)| *khmer == word || *latin == word);
        found.map_or(word, |(khmer, latin)| if *khmer == word { latin } else { khmer }).to_owned()
    };
    name.split(' ').map(other).collect::<Vec<_>>().join(" ")
}

/// Other ways of spelling the same sounds, as people do.
fn romanised_otherwise(name: &str, chance: &mut Chance) -> String {
    const WAYS: [(&str, &str); 20] = [
        ("ea", "ia"),
        ("ou", "u"),
        ("ph", "p"),
        ("th", "t"),
        ("ey", "ei"),
        ("oe", "eu"),
        ("kh", "k"),
        ("nn", "n"),
        ("ll", "l"),
        ("v", "w"),
        ("ao", "au"),
        ("or", "o"),
        ("y", "i"),
        ("eo", "ev"),
        ("uo", "ou"),
        ("a", "ar"),
        ("o", "or"),
        ("ch", "chh"),
        ("s", "ss"),
        ("i", "y"),
    ];
    let mut out = name.to_owned();
    for _ in 0..=chance.below(3) {
        let (from, to) = WAYS[chance.below(WAYS.len())];
        out = out.replacen(from, to, 1);
    }
    out
}

/// So many slips of the keyboard.
fn slips(text: &str, count: usize, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..count {
        if letters.len() < 4 {
            break;
        }
        let at = 1 + chance.below(letters.len() - 2);
        match chance.below(4) {
            0 => letters.swap(at, at + 1),
            1 => {
                letters.remove(at);
            }
            2 => letters.insert(at, letters[at]),
            _ => letters[at] = letters[chance.below(letters.len())],
        }
    }
    letters.into_iter().collect()
}

fn renumber(other: &mut Draft, chance: &mut Chance) {
    let phone = other.get(Column::MemberPhone).to_owned();
    let plain: String = phone.chars().filter(char::is_ascii_digit).collect();
    let in_form = match chance.below(4) {
        0 => phone.clone(),
        1 => plain.clone(),
        2 => format!("+855 {}", plain.trim_start_matches('0')),
        _ => {
            plain.chars().map(|digit| char::from_u32(0x17E0 + digit.to_digit(10).unwrap()).unwrap()).collect()
        }
    };
    let phone = match chance.of(&[62, 8, 20, 10]) {
        _ if phone.is_empty() => String::new(),
        0 => in_form,
        1 => one_digit_off(&plain, chance),
        2 => String::new(),
        _ => any(chance).get(Column::MemberPhone).to_owned(),
    };
    other.set(Column::MemberPhone, phone);
    let number = other.get(Column::MemberNssfNumber).to_owned();
    let number = match chance.of(&[50, 5, 45]) {
        0 => number,
        1 if !number.is_empty() => one_digit_off(&number, chance),
        _ => String::new(),
    };
    other.set(Column::MemberNssfNumber, number);
    if chance.percent(60) {
        other.set(Column::MemberEmployeeNumber, "");
    }
}

fn one_digit_off(number: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = number.chars().collect();
    let at = 3 + chance.below(letters.len().saturating_sub(4));
    letters[at] = char::from_digit(chance.below(10) as u32, 10).unwrap();
    letters.into_iter().collect()
}

fn retime(other: &mut Draft, chance: &mut Chance) {
    let waited = other.get(Column::WaitedMinutes).to_owned();
    for column in [Column::Registered, Column::Medicine, Column::Left] {
        other.set(column, "");
    }
    for column in [Column::Arrived, Column::Seen] {
        let text = other.get(column).to_owned();
        let Some((hour, minute)) = text.trim_start_matches('~').split_once(':') else {
            continue;
        };
        let minutes = hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap();
        let (by, estimated) = match chance.of(&[38, 24, 16, 22]) {
            0 => (0, ""),
            1 => (chance.below(21) as i64 - 10, ""),
            2 => (chance.below(61) as i64 - 30, "~"),
            _ => {
                other.set(column, "");
                continue;
            }
        };
        let moved = (minutes + by).clamp(0, 1439);
        other.set(column, format!("{estimated}{:02}:{:02}", moved / 60, moved % 60));
    }
    // What the times say is said by them alone.
    let both = !other.get(Column::Arrived).is_empty() && !other.get(Column::Seen).is_empty();
    let told: Option<i64> = waited.parse().ok();
    let rounded = told.filter(|_| !both && chance.percent(70)).map(|minutes| (minutes + 14) / 15 * 15);
    other.set(Column::WaitedMinutes, rounded.map(|minutes| minutes.to_string()).unwrap_or_default());
}

fn recode(other: &mut Draft, chance: &mut Chance) {
    let issues: Vec<String> = other.get(Column::Issues).split(';').map(str::to_owned).collect();
    match chance.of(&[55, 25, 20]) {
        1 if issues.len() > 1 && !issues[0].starts_with("CASH") && !issues[0].starts_with("PAY") => {
            other.set(Column::Issues, issues[1..].join(";"));
        }
        2 if !issues.iter().any(|issue| issue.starts_with("ENVR") || issue.starts_with("GOOD")) => {
            other.set(Column::Issues, format!("{};ENVR:low", issues.join(";")));
        }
        _ => {}
    }
    if chance.percent(8) {
        other.set(Column::Payer, "unknown");
    }
    match chance.of(&[60, 25, 15]) {
        0 => {}
        1 => {
            for column in [Column::PaidRiel, Column::PaidUsd, Column::PaidReceipt] {
                other.set(column, "");
            }
        }
        _ => {
            let riel: Option<u64> = other.get(Column::PaidRiel).parse().ok();
            if let Some(riel) = riel.filter(|riel| *riel > 0) {
                other.set(Column::PaidRiel, (riel / 10_000 * 10_000).max(1_000).to_string());
            }
        }
    }
    match chance.of(&[60, 35, 5]) {
        0 => {}
        1 => other.set(Column::Employer, ""),
        _ => {
            let employer = slips(other.get(Column::Employer), 1, chance);
            other.set(Column::Employer, employer);
        }
    }
    if chance.percent(8) {
        other.set(Column::PatientRelation, "other");
    }
}

fn retell(other: &mut Draft, chance: &mut Chance) {
    let story = other.get(Column::Narrative).to_owned();
    let first = other.get(Column::Issues).split([':', ';']).next().unwrap_or_default().to_owned();
    let retold = match chance.of(&[30, 45, 25]) {
        0 => slips(&story, 1 + story.chars().count() / 40, chance),
        1 => {
            // In other words, perhaps in the other script: as somebody else was heard to tell of the same trouble.
            let told = |draft: &Draft| draft.get(Column::Issues).starts_with(&first);
            let found = (0..200)
                .map(|_| any(chance))
                .find(|draft| told(draft) && !draft.get(Column::Narrative).is_empty());
            found.map(|draft| draft.get(Column::Narrative).to_owned()).unwrap_or_default()
        }
        _ => String::new(),
    };
    other.set(Column::Narrative, retold);
}
