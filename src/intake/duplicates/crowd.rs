//! Many cases of one facility within a few days: each is compared with those that share something telling with it – a number, a
//! name, hours, a sum, a story – instead of with all. What shares none of that is no pair that anybody could be sure of. Hours
//! where only one is known, and sums, count for those that have an issue in common as well.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::traits::Traits;
use crate::domain::sounds::{key_of_khmer, of_latin};
use crate::domain::text::has_khmer;
use crate::domain::times::VisitTime;

/// From so many cases on that one would be compared with, only those with a common key are.
pub(super) const CROWD: usize = 256;

/// So many that share a key are looked at: what more share tells little, and one of the other keys of a pair is rarer.
const MOST_OF_A_KEY: usize = 64;

/// Minutes that are one where times are compared: two times that weigh for a pair lie in one or in neighbouring ones.
const CELL: u16 = 20;

/// Who shares what: by each key the cases that have it, in their order.
pub(super) struct Crowd {
    holders: HashMap<u64, Vec<u32>>,
}

/// Under which keys a case is found, and under which it looks for others.
#[derive(Default)]
struct Keys {
    put: Vec<u64>,
    ask: Vec<u64>,
}

/// What kind of thing a key is made of: the same digits may be of a telephone and of a sum.
#[derive(Hash, Clone, Copy)]
enum Kind {
    PhoneBegin,
    PhoneEnd,
    NssfBegin,
    NssfEnd,
    Employee,
    Sounds,
    OnlyWord,
    Word,
    BothTimes,
    OnlyTime,
    OneOfTimes,
    Wait,
    Sum,
    Story,
    WholeStory,
}

impl Crowd {
    /// Of cases in their order.
    pub fn of<'a>(cases: impl Iterator<Item = &'a Traits>) -> Self {
        let mut holders: HashMap<u64, Vec<u32>> = HashMap::new();
        for (place, traits) in (0..).zip(cases) {
            for key in Keys::of(traits).put {
                let places = holders.entry(key).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        Self { holders }
    }

    /// The places behind one, before an end, at which stand those that share a key with the case there: of each key so many at
    /// most, the nearest first, so that what all have costs no more than what few have.
    pub fn behind(&self, place: usize, end: usize, traits: &Traits) -> Vec<usize> {
        let (place, end) = (place as u32, end as u32);
        let mut found: Vec<usize> = Vec::new();
        for key in Keys::of(traits).ask {
            let places = self.holders.get(&key).map(Vec::as_slice).unwrap_or_default();
            let first = places.partition_point(|other| *other <= place);
            let behind = places.iter().skip(first).take_while(|other| **other < end).take(MOST_OF_A_KEY);
            found.extend(behind.map(|other| *other as usize));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Keys {
    fn of(traits: &Traits) -> Self {
        let mut keys = Self::default();
        keys.of_numbers(traits);
        keys.of_name(&traits.name);
        keys.of_times(traits);
        if traits.paid != (0, 0) {
            for issue in traits.issues.positions() {
                keys.both(Kind::Sum, (traits.paid, issue));
            }
        }
        if let Some(story) = &traits.story {
            for (turn, least) in story.least().into_iter().enumerate() {
                keys.both(Kind::Story, (turn, least));
            }
            // What many stories begin with fills the keys above; the whole of one does not.
            if story.is_long() {
                keys.both(Kind::WholeStory, story);
            }
        }
        keys
    }

    fn both(&mut self, kind: Kind, of: impl Hash) {
        let key = hashed(kind, of);
        self.put.push(key);
        self.ask.push(key);
    }

    /// One slip spoils the beginning of a number or its end, and not both.
    fn of_numbers(&mut self, traits: &Traits) {
        if let Some(phone) = traits.phone {
            self.both(Kind::PhoneBegin, begin(phone, 5));
            self.both(Kind::PhoneEnd, phone % 10_000);
        }
        if let Some(nssf) = traits.nssf {
            self.both(Kind::NssfBegin, begin(nssf, 7));
            self.both(Kind::NssfEnd, nssf % 10_000);
        }
        if let Some(employee) = traits.employee {
            self.both(Kind::Employee, employee);
        }
    }

    /// How a name sounds, in both orders; and its words, since one of them alone may be all that somebody knew.
    fn of_name(&mut self, name: &str) {
        if name.is_empty() {
            return;
        }
        let words: Vec<&str> = name.split(' ').collect();
        let sounds = |words: &mut dyn Iterator<Item = &&str>| {
            let whole: String = words.copied().collect::<Vec<_>>().join(" ");
            let heard = if has_khmer(&whole) {
                key_of_khmer(&whole.replace(' ', ""))
            } else {
                whole.split(' ').map(of_latin).collect()
            };
            // What comes and goes between spellings and scripts says nothing here.
            let mut firm = String::new();
            for sound in heard.chars().filter(|sound| !matches!(sound, 'r' | 'v')) {
                if !firm.ends_with(sound) {
                    firm.push(sound);
                }
            }
            firm
        };
        self.both(Kind::Sounds, sounds(&mut words.iter()));
        match words.as_slice() {
            [before @ .., last] if !before.is_empty() => {
                self.both(Kind::Sounds, sounds(&mut std::iter::once(last).chain(before)));
                for word in &words {
                    self.put.push(hashed(Kind::Word, word));
                    self.ask.push(hashed(Kind::OnlyWord, word));
                }
            }
            _ => {
                self.put.push(hashed(Kind::OnlyWord, name));
                self.ask.push(hashed(Kind::Word, name));
            }
        }
    }

    fn of_times(&mut self, traits: &Traits) {
        let cell = |time: VisitTime| time.minute / CELL;
        let around = |cell: u16| [cell.wrapping_sub(1), cell, cell + 1];
        let times = [traits.arrived.map(cell), traits.seen.map(cell)];
        if let [Some(arrived), Some(seen)] = times {
            self.put.push(hashed(Kind::BothTimes, (arrived, seen)));
            for arrived in around(arrived) {
                self.ask.extend(around(seen).map(|seen| hashed(Kind::BothTimes, (arrived, seen))));
            }
        }
        // Where one of the two says only when somebody came, or only when they were seen.
        let knows_both = times.iter().all(Option::is_some);
        for (which, time) in times.into_iter().enumerate() {
            let Some(time) = time else {
                continue;
            };
            for issue in traits.issues.positions() {
                let key = |kind: Kind, time: u16| hashed(kind, (which, time, issue));
                self.put.push(key(if knows_both { Kind::OneOfTimes } else { Kind::OnlyTime }, time));
                self.ask.extend(around(time).map(|time| key(Kind::OnlyTime, time)));
                if !knows_both {
                    self.ask.extend(around(time).map(|time| key(Kind::OneOfTimes, time)));
                }
            }
        }
        if let Some(waited) = traits.waited {
            let cell = (waited / 10) as u16;
            for issue in traits.issues.positions() {
                self.put.push(hashed(Kind::Wait, (cell, issue)));
                self.ask.extend(around(cell).map(|cell| hashed(Kind::Wait, (cell, issue))));
            }
        }
    }
}

/// The first digits of a number, of which one more or less behind them does not move any.
fn begin(number: u64, digits: u32) -> u64 {
    let length = number.checked_ilog10().map_or(0, |length| length + 1);
    number / 10_u64.pow(length.saturating_sub(digits))
}

fn hashed(kind: Kind, of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, of).hash(&mut hasher);
    hasher.finish()
}
