//! Days, in digits or words. A brief tells the month alone.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::khmer::{Marks, Seen};
use super::letters::{Words, ahead, bare, before, plain_digit};
use super::lists::{List, own};
use super::numbers::{digits_of, khmer_count};
use crate::i18n::{Lang, dates};

/// What everybody knows the day of, in lower case: words between spaces, feasts between commas.
const FEASTS: &str = "khmer new year's day, khmer new year, chinese new year, lunar new year, new year's eve, new year's day, new year's, new year, \
    pchum ben, pchum benh, phchum ben, water festival, bon om touk, royal ploughing, ploughing ceremony, visak bochea, \
    visakha bochea, meak bochea, meak bochea day, women's day, labour day, labor day, may day, independence day, constitution day, \
    victory day, human rights day, children's day, peace day, valentine's day, valentine's, valentine, christmas eve, christmas day, christmas, \
    king's birthday, qingming, cheng meng, kathen, holy day, sila day, birthday";

static MONTHS: LazyLock<Vec<String>> =
    LazyLock::new(|| (1..=12).map(|month| dates::month_name(month, Lang::En).to_lowercase()).collect());

/// The words of each feast, by the first of them.
static FEASTS_BY_FIRST: LazyLock<HashMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
    let mut feasts: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
    for feast in FEASTS.split(", ").map(|feast| feast.split_whitespace().collect::<Vec<_>>()) {
        feasts.entry(feast.first().copied().unwrap_or_default()).or_default().push(feast);
    }
    feasts
});

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|name| {
        name == word || (word.len() >= 3 && word != "may" && name.get(..3) == Some(word)) || word == "sept"
    })
}

/// Days: `7/3/2026`, `7 March`, `March 7th`, `the 15th`, `the fifteenth of March`, `on Monday`, `the day after Pchum Ben`.
pub(super) fn days(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for index in 0..words.len() {
        let word = words.plain(index);
        if is_date(word) {
            found.extend(words.span(index, index));
        }
        if is_month(word) {
            let of = if words.back(index, 1) == "of" { index.checked_sub(2) } else { None };
            for near in [index.checked_sub(1), of, Some(index + 1)].into_iter().flatten() {
                if is_day(words.plain(near)) {
                    found.extend(words.span(near, near));
                } else if words.is(near, List::Ordinals) {
                    let two = words.back(near, 1);
                    let first = near - usize::from(two == "twenty" || two == "thirty");
                    found.extend(words.span(first, near));
                }
            }
        }
        if is_ordinal(word) {
            let (before, behind) = (words.back(index, 1), words.plain(index + 1));
            let counts = [
                "in",
                "time",
                "floor",
                "person",
                "patient",
                "child",
                "month",
                "week",
                "line",
                "row",
                "day",
                "visit",
                "injection",
                "dose",
                "room",
            ]
            .contains(&behind);
            if (before == "the" || before == "on") && !counts {
                found.extend(words.span(index, index));
            }
        }
        if is_weekday(words, index) {
            found.extend(words.span(index, index));
        }
        found.extend(feast(words, index));
    }
    found
}

/// `7/3/2026`, `7-mar`, `7.3.2026`.
fn is_date(word: &str) -> bool {
    let parts = || word.split(['/', '-', '.']);
    let count = if word.contains(['/', '-', '.']) { parts().count() } else { 1 };
    matches!(count, 2 | 3)
        && parts().all(|part| is_number(part) || is_month(part))
        && parts().any(is_day)
        && !(word.contains('.') && count == 2)
}

/// Whether a word is a day of the week on which something was: not `every Monday`, not `from Monday to Friday`.
fn is_weekday(words: &Words<'_>, index: usize) -> bool {
    let word = own(words.plain(index));
    let before = words.back(index, 1);
    // `sun` and `sat` are words as well.
    let is_short = List::ShortWeekdays.has(word)
        && words.is_high(index)
        && ["on", "last", "next", "this", "by", "since", "until", "til"].contains(&before);
    let is_day = |word: &str| List::Weekdays.has(word) || List::ShortWeekdays.has(word);
    let to = |word: &str| ["to", "till", "until", "through", "and"].contains(&word);
    let is_habit = ["every", "each"].contains(&before)
        || (to(words.plain(index + 1)) && is_day(words.plain(index + 2)))
        || (to(before) && is_day(words.back(index, 2)));
    (List::Weekdays.has(word) || is_short) && !is_habit
}

/// A feast that begins with a word, with `the day after` before it.
fn feast(words: &Words<'_>, index: usize) -> Option<Range<usize>> {
    let plain = |index: usize| match words.plain(index) {
        word if word.contains('’') => Cow::Owned(word.replace('’', "'")),
        word => Cow::Borrowed(word),
    };
    let feasts = FEASTS_BY_FIRST.get(plain(index).as_ref())?;
    let is_here = |feast: &&Vec<&str>| {
        feast.iter().enumerate().skip(1).all(|(step, part)| plain(index + step) == *part)
    };
    let length = feasts.iter().filter(is_here).map(Vec::len).max()?;
    let last = index + length - 1;
    let last = last + usize::from(["day", "eve", "holiday"].contains(&words.plain(last + 1)));
    // `two days after`, `the eve of`.
    let mut first = index;
    for _ in 0..5 {
        let before = words.back(first, 1);
        let says_when = [
            "the", "day", "days", "before", "after", "eve", "of", "first", "second", "third", "last", "one",
            "two", "three", "week", "weeks", "my", "her", "his",
        ];
        if !says_when.contains(&before) || words.ends_phrase(first - 1) {
            break;
        }
        first -= 1;
    }
    // `my birthday` and nothing more: without what only belongs to the sentence.
    while first < index && ["the", "of", "my", "her", "his", "after", "before"].contains(&words.plain(first))
    {
        first += 1;
    }
    words.span(first, last)
}

#[derive(Debug, Clone, Copy)]
enum Mark {
    /// A month: a number before it is a day.
    Month,
    /// A number behind it is a day.
    TheDay,
    /// The same, where a month follows.
    Day,
    /// Of the moon: a number before it is a day.
    Moon,
    /// A day of the week.
    Weekday,
    /// A feast.
    Feast,
}

static MARKS: LazyLock<Marks<Mark>> = LazyLock::new(|| {
    let months: Vec<&str> = (1..=12).map(|month| dates::month_name(month, Lang::Km)).collect();
    Marks::of(&[
        (&months.join(" "), Mark::Month),
        ("ថ្ងៃទី", Mark::TheDay),
        ("ទី ថ្ងៃ", Mark::Day),
        ("កើត រោច", Mark::Moon),
        ("ថ្ងៃចន្ទ ថ្ងៃអង្គារ ថ្ងៃពុធ ថ្ងៃព្រហស្បតិ៍ ថ្ងៃព្រហស្បត្តិ៍ ថ្ងៃព្រហស្បត្ត ថ្ងៃព្រហ ថ្ងៃសុក្រ ថ្ងៃសៅរ៍ ថ្ងៃសៅរ ថ្ងៃអាទិត្យ", Mark::Weekday),
        (
            "ចូលឆ្នាំខ្មែរ ចូលឆ្នាំថ្មី ចូលឆ្នាំចិន ចូលឆ្នាំសកល ចូលឆ្នាំប្រពៃណី ចូលឆ្នាំ មហាសង្ក្រាន្ត ភ្ជុំបិណ្ឌ បុណ្យភ្ជុំ កាន់បិណ្ឌ អុំទូក បុណ្យអុំទូក \
             វិសាខបូជា មាឃបូជា ច្រត់ព្រះនង្គ័ល សិទ្ធិនារី ទិវានារី ពលកម្មអន្តរជាតិ ទិវាពលកម្ម បុណ្យពលកម្ម បុណ្យឯករាជ្យ ឯករាជ្យជាតិ ណូអែល \
             វ៉ាឡង់ទីន ទិវារដ្ឋធម្មនុញ្ញ ទិវាជ័យជម្នះ ជ័យជម្នះ កឋិន សំពះព្រះខែ អកអំបុក ឆេងម៉េង ថ្ងៃសីល ខួបកំណើត",
            Mark::Feast,
        ),
    ])
});

/// Days in Khmer: `៧/៣`, `ថ្ងៃទី៧ ខែមីនា`, `៥កើត`, `ថ្ងៃចន្ទ`, `ក្រោយភ្ជុំបិណ្ឌ`. Places are those of the text as it is seen.
pub(super) fn khmer_days(seen: &Seen) -> Vec<Range<usize>> {
    let text = &seen.text;
    let found = MARKS.find(text).filter_map(|(range, mark, kind)| match kind {
        Mark::Month => khmer_day_before(text, range.start),
        Mark::TheDay => khmer_day(text, range.end, true),
        Mark::Day => khmer_day(text, range.end, false),
        Mark::Moon => digits_before(text, range.start).filter(|range| range.len() <= 6),
        Mark::Weekday => (!is_habit(text, &range)).then(|| range.start + "ថ្ងៃ".len()..range.end),
        Mark::Feast => {
            let is_of_year = mark == "ចូលឆ្នាំ" && ahead(text, range.end, 8).trim_start().starts_with("ទី");
            (!is_of_year).then_some(range)
        }
    });
    found.collect()
}

/// `រាល់ថ្ងៃចន្ទ`, `ពីថ្ងៃចន្ទដល់ថ្ងៃសុក្រ`: not when something was.
fn is_habit(text: &str, range: &Range<usize>) -> bool {
    let near = before(text, range.start, 8);
    let near = near.trim_end();
    let behind = ahead(text, range.end, 10);
    let behind = behind.trim_start();
    let range_of_days = |text: &str| {
        text.strip_prefix("ដល់").is_some_and(|rest| rest.trim_start().starts_with(['ថ', 'ស', 'អ']))
    };
    near.ends_with("រាល់")
        || range_of_days(behind)
        || near.ends_with("ដល់") && is_behind_weekday(text, range.start)
}

/// Whether a day of the week and `ដល់` stand before a place.
fn is_behind_weekday(text: &str, at: usize) -> bool {
    let near = before(text, at, 26);
    ["ចន្ទ", "អង្គារ", "ពុធ"].iter().any(|day| near.contains(day))
}

/// The day behind a mark: a number, where it is the day of a month.
fn khmer_day(text: &str, from: usize, is_sure: bool) -> Option<Range<usize>> {
    let rest = ahead(text, from, 30);
    let gap = rest.len() - rest.trim_start_matches(' ').len();
    let rest = rest.get(gap..)?;
    let length = if is_sure { khmer_count(rest) } else { digits_of(rest) };
    let is_day = digits_of(rest) == 0 || is_day(&bare(rest.get(..length)?));
    // `មួយថ្ងៃ ៣ ដង` is three times a day, `ជួរទី ២` the second row.
    let behind = rest.get(length..)?.trim_start_matches(' ');
    let is_of_month = is_sure || behind.starts_with("ខែ");
    (length > 0 && is_day && is_of_month).then(|| from + gap..from + gap + length)
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (1..=2).contains(&digits.len()) && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|tail| word.ends_with(tail))
        && is_day(word)
        && word.starts_with(|c: char| c.is_ascii_digit())
}

pub(super) fn is_number(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of a day that stand before a month's name, with `ខែ` between or not.
fn khmer_day_before(text: &str, month: usize) -> Option<Range<usize>> {
    let near = before(text, month, 16).trim_end_matches(' ');
    let start = month - before(text, month, 16).len();
    let near = near.strip_suffix("ខែ").unwrap_or(near);
    digits_before(text, start + near.len())
}

fn digits_before(text: &str, at: usize) -> Option<Range<usize>> {
    let near = before(text, at, 12).trim_end_matches(' ');
    let end = at - before(text, at, 12).len() + near.len();
    let digits: usize =
        near.chars().rev().take_while(|c| plain_digit(*c).is_ascii_digit()).map(char::len_utf8).sum();
    (digits > 0).then(|| end - digits..end)
}
