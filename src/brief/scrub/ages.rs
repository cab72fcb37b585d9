//! Ages and years of birth, in digits or words.

use std::ops::Range;
use std::sync::LazyLock;

use super::days::is_number;
use super::khmer::{Marks, SUBSCRIPT, Seen, stands_before};
use super::letters::{Words, ahead, before, plain_digit};
use super::lists::{KHMER_NUMBERS, List};
use super::numbers::{digits_of, khmer_count};

fn is_count(word: &str) -> bool {
    let spelt = !word.is_empty() && word.split('-').all(|part| List::EnglishNumbers.has(part));
    spelt || (word.len() <= 3 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_unit(word: &str) -> bool {
    matches!(word, "year" | "years" | "yr" | "yrs" | "month" | "months" | "week" | "weeks" | "day" | "days")
}

/// Ages: `34 years old`, `34-year-old`, `thirty-four years of age`, `aged 34`, `8 months old`, `a woman of 34`,
/// `she is 34`, `in her thirties`, `born in 1992`.
pub(super) fn ages(words: &Words<'_>) -> Vec<Range<usize>> {
    let at = |index: Option<usize>| index.map_or("", |index| words.plain(index));
    let unit = is_unit;
    let mut found = Vec::new();
    let mut add = |from: usize, to: usize| found.extend(words.span(from, to));
    for index in 0..words.len() {
        let word = words.plain(index);
        let before = at(index.checked_sub(1));
        // `34-year-old`, `34yo`, `34y/o`.
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_joined =
            word.strip_suffix("-old").or_else(|| word.strip_suffix("-olds")).is_some_and(|lived| {
                ["year", "years", "month", "months", "week", "weeks", "day", "days"]
                    .iter()
                    .any(|unit| lived.ends_with(unit))
            });
        if is_joined || (digits.len() < word.len() && ["yo", "y/o", "yrs", "yr", "y.o"].contains(&digits)) {
            // `thirty four-year-old`, `34 year-old`.
            add(if is_count(before) { index - 1 } else { index }, index);
        }
        if is_count(word) {
            let last = last_of_count(words, index);
            let (one, other) = (at(Some(last + 1)), at(Some(last + 2)));
            if unit(one) && other == "old" {
                add(index, last + 2);
            }
            if unit(one) && other == "of" && at(Some(last + 3)) == "age" {
                add(index, last + 3);
            }
            if one == "year-old" {
                add(index, last + 1);
            }
            if matches!(one, "yo" | "y/o" | "y.o") {
                add(index, last + 1);
            }
            let called = |word: &str| matches!(word, "age" | "ages");
            if matches!(before, "aged" | "age" | "turned" | "turning")
                || (matches!(before, "is" | "was" | "of") && called(at(index.checked_sub(2))))
            {
                add(index, last);
            }
        }
        let is_year =
            word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && is_number(word);
        let born = (1..=4).any(|back| at(index.checked_sub(back)) == "born");
        if is_year && (born || matches!(before, "birth" | "dob" | "yob")) {
            add(index, index);
        }
    }
    found.extend(ages_of_persons(words));
    found
}

/// The last word of a number that begins with a word: `twenty three`.
fn last_of_count(words: &Words<'_>, index: usize) -> usize {
    let next = words.plain(index + 1);
    let is_spelt = !next.is_empty() && next.split('-').all(|part| List::EnglishNumbers.has(part));
    let goes_on = is_spelt && !words.plain(index).starts_with(|c: char| c.is_ascii_digit());
    index + usize::from(goes_on && !words.ends_phrase(index))
}

/// Numbers that are ages because they are said of somebody: `a woman of 23`, `she is 23.`, `my son, 4, …`, `(F, 23)`.
fn ages_of_persons(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let is_person = |word: &str| List::Persons.has(word);
    for index in 0..words.len() {
        let (word, before) = (words.plain(index), words.back(index, 1));
        let two_before = words.back(index, 2);
        // `in her thirties`, `in her mid 30s`.
        let is_decade = matches!(
            word.rsplit('-').next().unwrap_or_default(),
            "teens" | "twenties" | "thirties" | "forties" | "fifties" | "sixties" | "seventies" | "eighties"
        ) || (word.ends_with("0s") && word.len() == 3);
        let whose = ["her", "his", "my", "their"];
        let is_part = ["early", "mid", "late"].contains(&before) && whose.contains(&two_before);
        if is_decade && (is_part || whose.contains(&before)) {
            found.extend(words.span(if is_part { index - 1 } else { index }, index));
        }
        // `F23`, `23/F`.
        if is_sex_and_age(words.raw(index)) {
            found.extend(words.span(index, index));
        }
        if !is_count(word) {
            continue;
        }
        let last = last_of_count(words, index);
        let counted = words.plain(last + 1);
        let is_parent = matches!(two_before, "mother" | "father" | "mum" | "mom" | "dad" | "parent");
        let is_small = word
            .parse::<u32>()
            .map_or(last == index && !word.ends_with("ty") && !word.contains('-'), |n| n < 13);
        if before == "of"
            && is_person(two_before)
            && !List::Counted.has(counted)
            && !(is_parent && is_small && !is_unit(counted))
        {
            found.extend(words.span(index, last + usize::from(is_unit(counted))));
        }
        let says = matches!(before, "i'm" | "i’m" | "she's" | "she’s" | "he's" | "he’s")
            || (matches!(before, "am" | "is" | "was")
                && (is_person(two_before) || matches!(two_before, "i" | "she" | "he" | "who")));
        let says = says
            || (matches!(before, "only" | "just" | "already" | "about" | "now")
                && matches!(two_before, "am" | "is" | "was" | "she's" | "he's" | "i'm"));
        let (end, behind) =
            if is_unit(counted) { (last + 1, words.plain(last + 2)) } else { (last, counted) };
        let goes_on =
            ["and", "but", "now", "with", "who", "so", "because", "when", "while"].contains(&behind);
        if says && (words.ends_phrase(end) || goes_on) {
            found.extend(words.span(index, end));
        }
        // `my son, 4, had…`, `Sokha (23)`.
        let is_apart = (words.raw(index).ends_with(',') && index > 0 && words.raw(index - 1).ends_with(','))
            || (words.raw(index).starts_with('(') && words.raw(index).contains(')'));
        if is_apart && last == index && (is_person(before) || (index > 0 && words.is_high(index - 1))) {
            found.extend(words.span(index, index));
        }
    }
    found
}

/// `F23`, `M/45`, `23F`.
fn is_sex_and_age(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let parts = word.strip_prefix(['F', 'M']).or_else(|| word.strip_suffix(['F', 'M']));
    let digits: String =
        parts.unwrap_or_default().trim_matches(['/', '-', ',']).chars().map(plain_digit).collect();
    digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// What an age in Khmer is found by.
#[derive(Debug, Clone, Copy)]
enum Mark {
    /// A number behind it is an age.
    Age,
    /// A number before it may be one.
    Unit,
    /// A year behind it is that of a birth.
    Birth,
}

static MARKS: LazyLock<Marks<Mark>> = LazyLock::new(|| {
    Marks::of(&[
        ("អាយុ ជន្មាយុ វ័យ", Mark::Age),
        ("ឆ្នាំ", Mark::Unit),
        ("កើតឆ្នាំ កើតនៅឆ្នាំ កើតក្នុងឆ្នាំ ឆ្នាំកំណើត", Mark::Birth),
    ])
});

/// What may stand between the word for age and the number.
const FILLERS: &str = "ប្រហែលជា ប្រហែល ជាង ប្រមាណ ជិត បាន ទើបតែ ទើប តែ គឺ ត្រឹម ដល់ គាត់ ខ្ញុំ របស់ នៃ នាង កូន";

/// Before a number of years that is somebody’s age.
const WHOSE: &str = "ខ្ញុំ គាត់ នាង ស្រី ប្រុស ក្មេង កូន ម្នាក់ ទារក កុមារ បុរស ស្ត្រី នារី យុវតី យុវជន ចាស់ ជរា យាយ តា ពូ មីង បង ប្អូន អ៊ំ ម្តាយ ឪពុក ប្រពន្ធ ប្តី     ភរិយា សមាជិក កម្មករ កម្មការិនី អ្នកជំងឺ ចៅ ក្មួយ អ្នកនោះ អ្នក";

/// Before a number of years that is how long something takes.
const HOW_LONG: &str =
    "រយៈពេល អស់ ការ ជាង បង់ តាំងពី ប្រើ រយៈ ក្នុង រង់ចាំ ឈឺ ក្រោម លើស ពី ទី ចាំ បាន ធ្វើ ជិត ដល់ គ្រប់ ក្រោយ មុន ប្រាក់ កន្លង";

/// Behind a number of years that say when something was.
const WHEN: &str = "មុន ហើយ ក្រោយ មកហើយ កន្លង មក នេះ ទៀត ជាង ចុងក្រោយ";

/// Years of animals, by which people know when they were born.
const ANIMALS: &str = "ជូត ឆ្លូវ ខាល ថោះ រោង ម្សាញ់ មមី មមែ វក រកា ច កុរ";

/// Ages in Khmer: `អាយុ ៣៤ ឆ្នាំ`, `អាយុសាមសិបបួនឆ្នាំ`, `ស្ត្រី ៣៤ ឆ្នាំ`, `កើតឆ្នាំ ១៩៩២`. Places are those of the text as it
/// is seen.
pub(super) fn khmer_ages(seen: &Seen) -> Vec<Range<usize>> {
    let text = &seen.text;
    let found = MARKS.find(text).filter_map(|(range, _, mark)| {
        let rest = ahead(text, range.end, 60);
        match mark {
            Mark::Age => {
                let start = range.end + passed(rest);
                let rest = ahead(text, start, 40);
                let length = khmer_count(rest);
                (length > 0).then(|| start..start + length + unit(rest.get(length..).unwrap_or_default()))
            }
            Mark::Unit => years_before(text, range.start).map(|start| start..range.end),
            Mark::Birth => {
                let gap = rest.len() - rest.trim_start_matches([' ', ':', '៖']).len();
                let rest = rest.get(gap..).unwrap_or_default();
                let animal =
                    ANIMALS.split(' ').filter(|name| rest.strip_prefix(*name).is_some_and(stands_before));
                let length = digits_of(rest).max(animal.map(str::len).max().unwrap_or(0));
                (length > 0).then(|| range.end + gap..range.end + gap + length)
            }
        }
    });
    found.collect()
}

/// How long what stands before a number is, in bytes.
fn passed(text: &str) -> usize {
    let mut length = 0;
    for _ in 0..8 {
        let rest = text.get(length..).unwrap_or_default();
        let gap = rest.len() - rest.trim_start_matches([' ', ':', '៖']).len();
        let rest = rest.get(gap..).unwrap_or_default();
        let filler = FILLERS.split(' ').filter(|filler| rest.starts_with(*filler)).map(str::len).max();
        length += gap + filler.unwrap_or(0);
        if gap == 0 && filler.is_none() {
            break;
        }
    }
    length
}

/// How long a unit of ages at the beginning of a text is, with the gap before it.
fn unit(text: &str) -> usize {
    let gap = text.len() - text.trim_start_matches(' ').len();
    let rest = text.get(gap..).unwrap_or_default();
    let unit = ["ឆ្នាំ", "ខែ", "សប្តាហ៍", "ថ្ងៃ"].iter().find(|unit| rest.starts_with(**unit));
    unit.map_or(0, |unit| gap + unit.len())
}

/// Where the number of years begins that ends at a place and is somebody’s age: said of somebody; or of thirteen years on,
/// and not of how long something takes.
fn years_before(text: &str, unit: usize) -> Option<usize> {
    let behind = ahead(text, unit, 20).strip_prefix("ឆ្នាំ")?.trim_start();
    let near = before(text, unit, 60);
    let near = near.trim_end();
    let digits = near.len() - near.trim_end_matches(|c: char| plain_digit(c).is_ascii_digit()).len();
    let number: String = near.get(near.len() - digits..)?.chars().map(plain_digit).collect();
    let mut rest = near.get(..near.len() - digits)?;
    let mut is_many = number.parse::<u32>().is_ok_and(|years| years >= 13);
    if digits == 0 {
        let mut words = 0;
        // `ដើម្បី` does not end with a number.
        while let Some(shorter) = KHMER_NUMBERS
            .split_whitespace()
            .filter_map(|word| rest.strip_suffix(word).filter(|rest| !rest.ends_with(SUBSCRIPT)))
            .min_by_key(|rest| rest.len())
            .filter(|_| words < 4)
        {
            is_many |= ["សិប", "ម្ភៃ", "ម្ភែ", "ដប់"].iter().any(|ten| rest.ends_with(ten));
            words += 1;
            rest = shorter;
        }
        if words == 0 {
            return None;
        }
    } else if number.len() > 2 {
        return None;
    }
    let start = unit - before(text, unit, 60).len() + rest.len();
    let rest = rest.trim_end_matches([' ', ',', '(']);
    let ends = |list: &str| list.split_whitespace().any(|word| rest.ends_with(word));
    let is_when = WHEN.split(' ').any(|word| behind.starts_with(word));
    let is_age = !is_when && !ends(HOW_LONG) && (is_many || ends(WHOSE));
    is_age.then_some(start)
}
