//! Where somebody lives.

use std::ops::Range;
use std::sync::LazyLock;

use super::khmer::{LONGEST_NAME, Marks, Seen, known_name, ordinary, stands_before};
use super::kin::latin_name;
use super::letters::{Words, ahead, before, is_khmer, plain_digit};
use super::lists::{List, is_word_of_addresses};
use super::numbers::{digits_of, khmer_count};

/// Homes: `Svay Chrum village`, `village of Thmei`, `Street 271`, `house no. 12`, `lives near Chaom Chau`, `room 5 of …`.
pub(super) fn addresses(words: &Words<'_>) -> Vec<Range<usize>> {
    let is_name = |index: usize| words.is_high(index) && !words.is_nobody(index);
    let number_behind = |index: usize| {
        let skip = usize::from(["no", "number", "#"].contains(&words.plain(index + 1)));
        let number = index + 1 + skip;
        let digits = words.plain(number).chars().filter(|c| plain_digit(*c).is_ascii_digit()).count();
        (1..=4).contains(&digits).then_some(number)
    };
    let run_before = |index: usize| {
        let names = (1..=3).take_while(|steps| {
            let place = index.checked_sub(*steps);
            place.is_some_and(|place| is_name(place) && !words.ends_phrase(place))
        });
        names.count()
    };
    let run_behind = |index: usize| {
        let open = |place: usize| place == index || !words.ends_phrase(place - 1);
        (index..index + 4).take_while(|place| is_name(*place) && open(*place)).count()
    };
    let mut found = Vec::new();
    for index in 0..words.len() {
        let plain = words.plain(index);
        if words.is(index, List::Villages) || words.is(index, List::Streets) {
            let run = run_before(index);
            found.extend((run > 0).then(|| words.span(index - run, index - 1)).flatten());
        }
        if words.is(index, List::Villages) && !words.ends_phrase(index) {
            let from = index + 1 + usize::from(["of", "called", "named"].contains(&words.plain(index + 1)));
            let run = run_behind(from).min(3);
            found.extend((run > 0).then(|| words.span(from, from + run - 1)).flatten());
        }
        if words.is(index, List::Numbered) {
            found.extend(number_behind(index).and_then(|number| words.span(number, number)));
        }
        let is_rented = || {
            let near = (1..=6).map(|steps| words.back(index, steps));
            near.chain((2..=5).map(|steps| words.plain(index + steps))).any(|near| {
                List::Lives.has(near) || near == "rental" || near == "hostel" || near == "dormitory"
            })
        };
        if plain == "room" && is_rented() {
            found.extend(number_behind(index).and_then(|number| words.span(number, number)));
        }
        let own = ["my", "our", "his", "her", "their", "rented", "rental"].contains(&words.back(index, 1));
        let from = plain == "from"
            && ["am", "is", "are", "i'm", "i’m", "she's", "he's", "come", "comes", "originally"]
                .contains(&words.back(index, 1));
        // `a widow from Prey Lvea`; a patient from a hospital is told of with it.
        let mut behind = (index + 1..index + 6).take_while(|place| words.is_high(*place));
        let of_hospital = behind.any(|place| words.is(place, List::Facilities));
        let from = from || (plain == "from" && words.is_back(index, 1, List::Persons) && !of_hospital);
        if words.is(index, List::Lives) || (words.is(index, List::Homes) && own) || from {
            found.extend(named_near(words, index, if from { 1 } else { 7 }, &run_behind));
        }
    }
    found
}

/// Places with a capital, or numbers, in the few words behind one that says where somebody lives.
fn named_near(
    words: &Words<'_>,
    index: usize,
    most: usize,
    run_behind: &dyn Fn(usize) -> usize,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut place, mut last) = (index + 1, index + most);
    while place <= last && place < words.len() && !words.ends_sentence(place - 1) {
        let run = run_behind(place);
        let is_near = words.is_back(place, 1, List::Near);
        if run > 0 && is_near {
            let told = (place..place + run).filter(|place| !is_word_of_addresses(words.raw(*place)));
            found.extend(told.filter_map(|place| words.span(place, place)));
            place += run;
            last = place + most.min(4);
            continue;
        }
        let is_number = words.plain(place).starts_with(|c: char| c.is_ascii_digit())
            && words.back(place, 1) == "at"
            && !words.raw(place).contains(':');
        if is_number {
            found.extend(words.span(place, place));
        }
        place += 1;
    }
    found
}

/// What a place is, in Khmer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A village or the like, by its name.
    Named,
    /// The same, but not of a hospital: its name is in the hospital’s.
    District,
    /// By its number.
    Numbered,
    /// A room, by its number, where it is rented.
    Room,
    /// Words by which somebody says where they live.
    Lives,
}

static PLACES: LazyLock<Marks<Place>> = LazyLock::new(|| {
    Marks::of(&[
        ("ភូមិ ឃុំ សង្កាត់ បុរី", Place::Named),
        ("ស្រុក ខណ្ឌ", Place::District),
        ("ផ្ទះលេខ ផ្លូវលេខ ផ្លូវ ផ្លូវជាតិលេខ បន្ទប់ជួលលេខ បន្ទប់ជួល ច្រកលេខ", Place::Numbered),
        ("បន្ទប់លេខ បន្ទប់", Place::Room),
        ("ស្នាក់នៅ រស់នៅ ជួលបន្ទប់ ជួលផ្ទះ បន្ទប់ជួល ផ្ទះជួល ផ្ទះខ្ញុំនៅ ផ្ទះគាត់នៅ ផ្ទះយើងនៅ ស្រុកកំណើត មកពីខេត្ត មកពីស្រុក មកពីក្រុង", Place::Lives),
    ])
});

/// What follows the word for a village that is called by no name.
const NOWHERE: &str = "ខ្ញុំ យើង គាត់ គេ របស់ នេះ នោះ ទេ មួយ ណា ជាមួយ ឃុំ ស្រុក ខេត្ត ភូមិ ប្រតិបត្តិ និង ឬ តែ ដែល ទាំង ជា មាន មិន ក៏ ក្នុង នៅ ទៅ មក ពី \
    បាន ត្រូវ កំណើត ឆ្ងាយ ជិត ផ្សេង ឱ្យ ឲ្យ អោយ ហើយ ដើម្បី ដោយ លេខ ទី គ្មាន ចូល ចេញ";

/// What stands between saying that one lives and where.
const LEADS: &str = "នៅ ជិត ក្បែរ ខាងក្រោយ ក្រោយ ខាងមុខ មុខ ម្តុំ ក្នុង តំបន់ ផ្សារ វត្ត សាលា ស្ពាន បុរី ខ្ញុំ គាត់ យើង មួយ កន្លែង តូច លេខ ខាង ផ្ទះ ជួល បន្ទប់ \
    ខេត្ត ក្រុង ផ្លូវ ចុងផ្លូវ ស្តុប ភ្លើងស្តុប រោងចក្រ ជា ទី";

static NAMELESS: LazyLock<Marks<()>> = LazyLock::new(|| Marks::of(&[(NOWHERE, ())]));

static PASSED: LazyLock<Marks<()>> = LazyLock::new(|| Marks::of(&[(LEADS, ())]));

/// The same in Khmer. Places are those of the text as it is seen.
pub(super) fn khmer_addresses(seen: &Seen) -> Vec<Range<usize>> {
    let text = &seen.text;
    let mut found = Vec::new();
    for (range, mark, place) in PLACES.find(text) {
        let behind = ahead(text, range.end, LONGEST_NAME);
        if !stands_before(behind) {
            continue;
        }
        match place {
            Place::Named | Place::District => {
                let near = before(text, range.start, 40).trim_end();
                let chunk = near.rsplit(' ').next().unwrap_or_default();
                let is_of_hospital = ["ពេទ្យ", "មណ្ឌល", "បង្អែក"].iter().any(|word| chunk.contains(word));
                let is_another = seen.is_within_word(&range) || (place == Place::District && is_of_hospital);
                found.extend(village(seen, range.end).filter(|_| !is_another));
            }
            Place::Numbered => found.extend(number(text, range.end, mark.ends_with("លេខ"))),
            Place::Room => {
                let near = before(text, range.start, 30);
                if ["ជួល", "ស្នាក់", "រស់នៅ"].iter().any(|word| near.contains(word))
                {
                    found.extend(number(text, range.end, mark.ends_with("លេខ")));
                }
            }
            Place::Lives => found.extend(lives(seen, range.end)),
        }
    }
    found
}

/// The name of a village behind its mark.
fn village(seen: &Seen, from: usize) -> Option<Range<usize>> {
    /// Villages are called by a word or two.
    const LONGEST: usize = 16;
    let start = seen.behind_gap(from);
    let rest = ahead(&seen.text, start, 80);
    if let Some(latin) = latin_name(rest) {
        return Some(start + latin.start..start + latin.end);
    }
    let is_nowhere = NAMELESS.longest(rest).is_some();
    let is_name = rest.starts_with(is_khmer) && stands_before(rest) && !is_nowhere;
    (is_name || known_name(rest) > 0).then(|| start..seen.name_end(start, LONGEST))
}

/// The number behind a mark, in digits; in words where it must be one.
fn number(text: &str, from: usize, in_words: bool) -> Option<Range<usize>> {
    let rest = ahead(text, from, LONGEST_NAME);
    let lead = rest.len() - rest.trim_start_matches([' ', ':']).len();
    let rest = rest.get(lead..)?;
    let digits = digits_of(rest);
    let letters: usize = rest
        .get(digits..)
        .filter(|_| digits > 0)
        .unwrap_or_default()
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(char::len_utf8)
        .sum();
    let length = if digits == 0 && in_words { khmer_count(rest) } else { digits + letters };
    (length > 0).then(|| from + lead..from + lead + length)
}

/// The place behind words that say where somebody lives.
fn lives(seen: &Seen, from: usize) -> Option<Range<usize>> {
    let mut start = from;
    for _ in 0..6 {
        start = seen.behind_gap(start);
        let rest = ahead(&seen.text, start, LONGEST_NAME);
        let Some(lead) = PASSED.longest(rest).filter(|lead| *lead >= known_name(rest)) else {
            break;
        };
        start += lead;
    }
    let rest = ahead(&seen.text, start, 80);
    if let Some(latin) = latin_name(rest) {
        return Some(start + latin.start..start + latin.end);
    }
    if digits_of(rest) > 0 {
        return number(&seen.text, start, false);
    }
    let is_name = rest.starts_with(is_khmer) && stands_before(rest) && ordinary(rest).is_none();
    is_name.then(|| start..seen.name_end(start, LONGEST_NAME))
}
