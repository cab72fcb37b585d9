//! The facility, by its name in either script: what stands around a word for a hospital, held against the known ones. A
//! name alone suffices only where it is a hospital's very own.

use std::ops::Range;

use super::plain::{Plain, is_khmer};
use super::{Known, Reading, Sure};
use crate::domain::column::Column;
use crate::domain::facility::Facility;

/// Words for what it is, the longer before the shorter that they contain.
const TITLES: [&str; 9] = [
    "referral hospital",
    "provincial hospital",
    "health centre",
    "health center",
    "health post",
    "polyclinic",
    "hospital",
    "clinic",
    "hc",
];
const KHMER_TITLES: [&str; 10] = [
    "មន្ទីរពេទ្យបង្អែកខេត្ត",
    "មន្ទីរពេទ្យបង្អែក",
    "មន្ទីរពេទ្យខេត្ត",
    "មន្ទីរពេទ្យ",
    "មណ្ឌលសុខភាព",
    "ប៉ុស្តិ៍សុខភាព",
    "ពេទ្យបង្អែក",
    "ពេទ្យខេត្ត",
    "គ្លីនិក",
    "ពេទ្យ",
];
const SHORT_TITLE: &str = "ពេទ្យ";
const LONG_TITLE: &str = "មន្ទីរពេទ្យ";
/// Before ពេទ្យ these make a doctor of it.
const DOCTORS: [&str; 8] = ["គ្រូ", "ជួប", "លោក", "ហៅ", "បុគ្គលិក", "ក្រុម", "អ្នក", "រថយន្ត"];
/// What a name does not go on with.
const KHMER_STOPS: [&str; 34] = [
    "ម៉ោង",
    "កាលពី",
    "ម្សិល",
    "ថ្ងៃ",
    "ព្រឹក",
    "ហើយ",
    "ដែល",
    "បាន",
    "គេ",
    "ខ្ញុំ",
    "រង់ចាំ",
    "ដោយ",
    "ពី",
    "តែ",
    "ទេ",
    "មាន",
    "អត់",
    "គ្មាន",
    "មិន",
    "ឱ្យ",
    "ទៅ",
    "មក",
    "ទាំង",
    "ជាមួយ",
    "ប្រើ",
    "យក",
    "ទារ",
    "បង់",
    "ដល់",
    "ប្រពន្ធ",
    "កូន",
    "ប្រាប់",
    "ណា",
    "នោះ",
];
/// Words that are no part of a name, however alike one is.
const PLAIN_WORDS: [&str; 60] = [
    "the",
    "a",
    "an",
    "to",
    "at",
    "in",
    "of",
    "for",
    "and",
    "with",
    "from",
    "this",
    "that",
    "my",
    "our",
    "was",
    "were",
    "is",
    "are",
    "they",
    "we",
    "i",
    "he",
    "she",
    "me",
    "us",
    "went",
    "came",
    "go",
    "took",
    "said",
    "told",
    "asked",
    "waited",
    "because",
    "but",
    "when",
    "staff",
    "very",
    "yesterday",
    "today",
    "morning",
    "on",
    "by",
    "near",
    "which",
    "where",
    "there",
    "then",
    "had",
    "have",
    "has",
    "did",
    "not",
    "no",
    "one",
    "their",
    "public",
    "state",
    "big",
];

/// Words that names of hospitals have in common.
const GENERIC: [&str; 19] = [
    "hospital",
    "hospitals",
    "clinic",
    "health",
    "centre",
    "center",
    "children",
    "child",
    "maternal",
    "national",
    "referral",
    "provincial",
    "municipal",
    "friendship",
    "control",
    "school",
    "factory",
    "nurse",
    "doctor",
];

/// From this score a text is the name of a thing or a part of it; see [`crate::reference::Match`].
const PART: u16 = 550;
/// From this score it is at least as alike as a slip of the finger leaves it.
const ALIKE: u16 = 455;
/// The very name.
const EXACT: u16 = 880;
/// So little apart are two names that begin alike: by which of them is shorter.
const AS_GOOD: u16 = 10;

/// How many words for a hospital are looked around: a message that is longer tells of more than one visit.
const MOST_TITLES: usize = 16;

/// A facility that may be meant.
struct Meant {
    range: Range<usize>,
    facility: Facility,
    score: u16,
}

/// The facility of the visit.
pub fn read(plain: &Plain, known: &dyn Known) -> Option<Reading> {
    let mut meant = titled(plain, known);
    meant.extend(titled_in_khmer(plain, known));
    if meant.is_empty() {
        meant = bare(plain, known);
    }
    let best = meant.iter().max_by_key(|one| (one.score, usize::MAX - one.range.start))?;
    // Two hospitals of which neither is better said: whichever is meant, an officer hears it.
    let rival = meant.iter().find(|one| one.facility.id != best.facility.id && one.score + 60 > best.score);
    if rival.is_some() {
        return None;
    }
    let sure = if best.score >= PART { Sure::Said } else { Sure::Likely };
    Some(plain.reading(Column::Facility, best.facility.id.as_str(), &best.range, sure))
}

/// The one facility that a text names, if it names one.
fn looked_up(text: &str, known: &dyn Known, least: u16) -> Option<(Facility, u16)> {
    let found = known.nearest(text);
    let (facility, score) = found.first()?;
    let is_alone = found.get(1).is_none_or(|(_, next)| next + AS_GOOD < *score);
    (*score >= least && is_alone).then(|| (facility.clone(), *score))
}

/// Latin words with where they stand.
fn words(plain: &Plain) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, letter) in plain.text().char_indices() {
        if !letter.is_ascii_alphabetic() && letter != '\'' {
            continue;
        }
        match words.last_mut() {
            Some(word) if word.end == at => word.end = at + 1,
            _ => words.push(at..at + 1),
        }
    }
    words
}

/// `Kossamak hospital`, `the referral hospital in Takeo`, `health centre Bat Trang`.
fn titled(plain: &Plain, known: &dyn Known) -> Vec<Meant> {
    let words = words(plain);
    let mut meant = Vec::new();
    let mut end = 0;
    for title in plain.find_any(&TITLES).into_iter().take(MOST_TITLES) {
        if title.start < end {
            continue;
        }
        end = title.end;
        let sentence = plain.sentence(title.start);
        let before: Vec<&Range<usize>> =
            words.iter().filter(|word| word.end <= title.start && word.start >= sentence.start).collect();
        let after: Vec<&Range<usize>> = words
            .iter()
            .filter(|word| word.start >= title.end && word.end <= sentence.end.max(title.end))
            .collect();
        meant.extend(around(plain, known, &title, &before, &after));
    }
    meant
}

/// The best of the names that begin up to three words before a title and end up to four behind it.
fn around(
    plain: &Plain,
    known: &dyn Known,
    title: &Range<usize>,
    before: &[&Range<usize>],
    after: &[&Range<usize>],
) -> Option<Meant> {
    let mut best: Option<Meant> = None;
    let is_plain = |word: &Range<usize>| PLAIN_WORDS.contains(&plain.part(word.clone()));
    let told_before = before.iter().rev().take(3).take_while(|word| !is_plain(word)).count();
    for ahead in 0..=told_before {
        for behind in 0..=after.len().min(4) {
            let first = before.len().checked_sub(ahead).and_then(|at| before.get(at)).filter(|_| ahead > 0);
            let last = behind.checked_sub(1).and_then(|at| after.get(at));
            if (ahead == 0 && behind == 0) || last.is_some_and(|word| is_plain(word)) {
                continue;
            }
            let range = first.map_or(title.start, |word| word.start)..last.map_or(title.end, |word| word.end);
            if plain.part(range.clone()).contains([',', ':', '(']) {
                continue;
            }
            let Some((facility, score)) = looked_up(plain.part(range.clone()), known, ALIKE) else {
                continue;
            };
            // `Svay Rolum` is not `Svay`: what is called by more words is meant by them.
            let is_better = best.as_ref().is_none_or(|known| score + 20 > known.score);
            if is_better {
                best = Some(Meant { range, facility, score });
            }
        }
    }
    best
}

/// ពេទ្យកុសមៈ, មណ្ឌលសុខភាពបត់ត្រង់, ពេទ្យខេត្តតាកែវ.
fn titled_in_khmer(plain: &Plain, known: &dyn Known) -> Vec<Meant> {
    let mut meant = Vec::new();
    let mut end = 0;
    for title in plain.find_any(&KHMER_TITLES).into_iter().take(MOST_TITLES) {
        let before = plain.before(title.start);
        if title.start < end || DOCTORS.iter().any(|word| before.ends_with(word)) {
            continue;
        }
        end = title.end;
        meant.extend(behind(plain, known, &title));
    }
    meant
}

/// The best of the names that stand behind a title: Khmer does not say where they end.
fn behind(plain: &Plain, known: &dyn Known, title: &Range<usize>) -> Option<Meant> {
    const LONGEST: usize = 24;
    let text = plain.after(title.end);
    let named = text.strip_prefix(' ').unwrap_or(text);
    let gap = text.len() - named.len();
    let stop = named.find(|letter: char| !is_khmer(letter) && letter != ' ').unwrap_or(named.len());
    let named = named.get(..stop).unwrap_or_default();
    let stop = KHMER_STOPS.iter().filter_map(|word| named.find(word)).min().unwrap_or(named.len());
    let named = named.get(..stop).unwrap_or_default().trim_end();
    let mut best: Option<Meant> = None;
    let ends = named.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(LONGEST);
    for end in ends {
        let next = named.get(end..).and_then(|rest| rest.chars().next());
        // Within a syllable no name ends.
        let is_within = next.is_some_and(|next| matches!(next, '\u{17B6}'..='\u{17D3}'))
            || named.get(..end).is_some_and(|name| name.ends_with('\u{17D2}'));
        if is_within || named.get(..end).is_none_or(|name| name.chars().count() < 3) {
            continue;
        }
        let range = title.start..title.end + gap + end;
        let said = plain.part(range.clone());
        // People leave out the first word of a hospital's name.
        let whole = said.strip_prefix(SHORT_TITLE).map(|name| format!("{LONG_TITLE}{name}"));
        let whole =
            whole.filter(|whole| known.nearest(whole).first().is_some_and(|(_, score)| *score >= PART));
        let Some((facility, score)) = looked_up(whole.as_deref().unwrap_or(said), known, ALIKE) else {
            continue;
        };
        if best.as_ref().is_none_or(|known| score >= known.score) {
            best = Some(Meant { range, facility, score });
        }
    }
    best
}

/// `Calmette`: the very name of a hospital, or its beginning, and of nothing else.
fn bare(plain: &Plain, known: &dyn Known) -> Vec<Meant> {
    const MOST: usize = 120;
    let words = words(plain);
    let mut meant = Vec::new();
    for (place, first) in words.iter().enumerate().take(MOST) {
        for last in words.iter().skip(place).take(3) {
            let name = plain.part(first.start..last.end);
            let is_name = name.len() >= 6
                && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ')
                && !PLAIN_WORDS.contains(&plain.part(last.clone()))
                && !PLAIN_WORDS.contains(&plain.part(first.clone()))
                && !name.split(' ').all(|word| GENERIC.contains(&word));
            // A place is where somebody lives as well.
            let is_place = crate::reference::find_places(name, None, 1)
                .first()
                .is_some_and(|place| place.score >= EXACT);
            if !is_name || is_place {
                continue;
            }
            let found = looked_up(&format!("{name} hospital"), known, PART);
            if let Some((facility, score)) = found.filter(|(facility, _)| facility.kind.is_hospital()) {
                meant.push(Meant { range: first.start..last.end, facility, score });
            }
        }
    }
    meant
}
