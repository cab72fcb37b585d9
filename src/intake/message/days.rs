//! The day of the visit: `yesterday`, ម្សិលមិញ, `on Monday`, ថ្ងៃចន្ទ, `3/10`, ៣ តុលា, `two days ago`.
//!
//! Counted from the day that stands over the message in an export of Telegram or WhatsApp, else from today; never ahead of
//! it. A day that something else is said of – when to come back, when pay comes – is not the visit's.

use std::ops::Range;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::heads::{Anchors, common_era, written_day};
use super::lengths::counts;
use super::plain::{Plain, begins, skipped};
use super::{Reading, Sure};
use crate::domain::column::Column;
use crate::i18n::dates;

/// A day as it was found.
struct Found {
    range: Range<usize>,
    day: NaiveDate,
    sure: Sure,
}

/// The day of the visit.
pub fn read(plain: &mut Plain, anchors: &Anchors) -> Option<Reading> {
    let mut found = named(plain, anchors);
    found.extend(weekdays(plain, anchors));
    for number in plain.numbers() {
        if let Some(one) = in_digits(plain, anchors, &number) {
            plain.take(one.range.clone());
            found.push(one);
        }
    }
    let worded = counts(plain).into_iter().filter(|(range, _)| !plain.is_taken(range.start));
    let worded: Vec<Found> = worded
        .filter_map(|(range, many)| ago(plain, anchors.at(range.start)?, &range, many.into()))
        .collect();
    for one in worded {
        plain.take(one.range.clone());
        found.push(one);
    }
    found.retain(|one| {
        anchors.at(one.range.start).is_some_and(|anchor| one.day <= anchor)
            && !is_of_something_else(plain, &one.range)
    });
    let visits: Vec<&Found> = found.iter().filter(|one| is_of_a_visit(plain, &one.range)).collect();
    let one = match (single(&found.iter().collect::<Vec<_>>()), single(&visits)) {
        (Some(only), _) => only,
        (None, Some(visit)) => visit,
        (None, None) => return None,
    };
    let sure = if found.iter().all(|other| other.day == one.day) { one.sure } else { Sure::Likely };
    Some(plain.reading(Column::VisitedOn, one.day.to_string(), &one.range, sure))
}

/// The surest of days that are all the same.
fn single<'a>(found: &[&'a Found]) -> Option<&'a Found> {
    let first = found.first()?;
    let are_one = found.iter().all(|one| one.day == first.day);
    found.iter().copied().min_by_key(|one| (one.sure, one.range.start)).filter(|_| are_one)
}

const NAMED: [(&str, u64, Sure); 17] = [
    ("day before yesterday", 2, Sure::Said),
    ("ម្សិលម្ង៉ៃ", 2, Sure::Said),
    ("ម្សិលម្ងៃ", 2, Sure::Said),
    ("yesterday", 1, Sure::Said),
    ("ម្សិលមិញ", 1, Sure::Said),
    ("last night", 1, Sure::Likely),
    ("យប់មិញ", 1, Sure::Likely),
    ("today", 0, Sure::Said),
    ("this morning", 0, Sure::Said),
    ("this afternoon", 0, Sure::Said),
    ("ថ្ងៃនេះ", 0, Sure::Said),
    ("ព្រឹកនេះ", 0, Sure::Said),
    ("ព្រឹកមិញ", 0, Sure::Said),
    ("រសៀលនេះ", 0, Sure::Said),
    ("ល្ងាចនេះ", 0, Sure::Said),
    ("ល្ងាចមិញ", 1, Sure::Likely),
    ("msel menh", 1, Sure::Said),
];

/// Days by a word for how long ago they were.
fn named(plain: &mut Plain, anchors: &Anchors) -> Vec<Found> {
    let mut found = Vec::new();
    for (word, ago, sure) in NAMED {
        for range in plain.find(word) {
            if plain.is_taken(range.start) {
                continue;
            }
            plain.take(range.clone());
            let day = anchors.at(range.start).and_then(|anchor| anchor.checked_sub_days(Days::new(ago)));
            found.extend(day.map(|day| Found { range, day, sure }));
        }
    }
    found
}

const WEEKDAYS: [(&str, Weekday); 17] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
    ("ថ្ងៃចន្ទ", Weekday::Mon),
    ("ថ្ងៃច័ន្ទ", Weekday::Mon),
    ("ថ្ងៃអង្គារ", Weekday::Tue),
    ("ថ្ងៃពុធ", Weekday::Wed),
    ("ថ្ងៃព្រហស្បតិ៍", Weekday::Thu),
    ("ថ្ងៃព្រហ", Weekday::Thu),
    ("ថ្ងៃសុក្រ", Weekday::Fri),
    ("ថ្ងៃសៅរ៍", Weekday::Sat),
    ("ថ្ងៃសៅរិ៍", Weekday::Sat),
    ("ថ្ងៃអាទិត្យ", Weekday::Sun),
];

/// The last such day of the week.
fn weekdays(plain: &mut Plain, anchors: &Anchors) -> Vec<Found> {
    let mut found = Vec::new();
    for (word, weekday) in WEEKDAYS {
        for range in plain.find(word) {
            let before = plain.before(range.start).trim_end();
            let after = plain.after(range.end).trim_start();
            let is_habit = is_habit(before, after);
            if is_habit || plain.is_taken(range.start) {
                continue;
            }
            let is_last = before.ends_with("last") || after.starts_with("មុន") || after.starts_with("មិញ");
            plain.take(range.clone());
            let Some(anchor) = anchors.at(range.start) else { continue };
            let back = (7 + anchor.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
            let back = if back == 0 && is_last { 7 } else { back };
            let sure = if back == 0 { Sure::Likely } else { Sure::Said };
            let day = anchor.checked_sub_days(Days::new(back.into()));
            found.extend(day.map(|day| Found { range, day, sure }));
        }
    }
    found
}

/// Whether it is no one day: every Monday, from Monday to Friday, next Monday.
fn is_habit(before: &str, after: &str) -> bool {
    const BEFORE: [&str; 7] = ["every", "each", "next", "until", "from", "រាល់", "រៀងរាល់"];
    let follows = |text: &str| WEEKDAYS.iter().any(|(word, _)| text.starts_with(word));
    let precedes = |text: &str| WEEKDAYS.iter().any(|(word, _)| text.ends_with(word));
    let linked = |text: &str| {
        ["to ", "- ", "-", "and ", "ដល់"].iter().any(|link| text.strip_prefix(link).is_some_and(follows))
    };
    let linking = |text: &str| {
        let links = ["to", "-", "and", "ដល់"].iter().filter_map(|link| text.strip_suffix(link));
        links.map(str::trim_end).any(precedes)
    };
    BEFORE.iter().any(|word| before.ends_with(word))
        || linking(before)
        || linked(after)
        || ["next", "ក្រោយ"].iter().any(|word| after.starts_with(word))
        || after.starts_with("s ")
}

/// A day that begins with a number, or stands before one.
fn in_digits(plain: &Plain, anchors: &Anchors, number: &Range<usize>) -> Option<Found> {
    let anchor = anchors.at(number.start)?;
    with_strokes(plain, anchor, number)
        .or_else(|| with_month(plain, anchor, number))
        .or_else(|| ago(plain, anchor, number, plain.part(number.clone()).parse().ok()?))
        .or_else(|| of_this_month(plain, anchor, number))
}

/// `3/10`, `3/10/2026`, `03.10.26`, `2026-10-03`.
fn with_strokes(plain: &Plain, anchor: NaiveDate, number: &Range<usize>) -> Option<Found> {
    let before = plain.before(number.start).chars().next_back();
    if before.is_some_and(|letter| {
        letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.' | '-' | ',' | ':' | '$')
    }) {
        return None;
    }
    let text = plain.after(number.start);
    let length =
        text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '.' | '-')).unwrap_or(text.len());
    let written = text.get(..length)?.trim_end_matches(['.', '-', '/']);
    let range = number.start..number.start + written.len();
    if let Some(day) = written_day(written) {
        return Some(Found { range, day, sure: Sure::Said });
    }
    let (day, month) = written.split_once('/')?;
    let is_short =
        |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_short(day) || !is_short(month) {
        return None;
    }
    let day = last(anchor, month.parse().ok()?, day.parse().ok()?)?;
    Some(Found { range, day, sure: Sure::Said })
}

/// The last day with that month and day, up to another.
fn last(anchor: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let this = of(anchor.year()).filter(|day| *day <= anchor);
    // A day months ahead in this year is not the one of last year: nobody would say it without the year.
    this.or_else(|| of(anchor.year() - 1).filter(|day| anchor.signed_duration_since(*day).num_days() < 200))
}

/// The number of a month that a text begins with, and how long its name is.
fn month_at(text: &str) -> Option<(u32, usize)> {
    let (text, gap) = skipped(text);
    let (text, of) = ["of ", "ខែ"]
        .iter()
        .find_map(|word| Some((text.strip_prefix(word)?, word.len())))
        .unwrap_or((text, 0));
    let (text, more) = skipped(text);
    for month in 1..=12 {
        let names = dates::month_spellings(month);
        let names: Vec<(&str, ())> = names.iter().map(|name| (name.as_str(), ())).collect();
        if let Some((name, ())) = begins(text, &names) {
            return Some((month, gap + of + more + name.len()));
        }
    }
    // ខែ ១០.
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let month =
        digits.parse().ok().filter(|month| (1..=12).contains(month) && of > 0 && !digits.is_empty())?;
    Some((month, gap + of + more + digits.len()))
}

/// `3 October 2026`, `3rd of Oct`, `October 3`, ថ្ងៃទី ៣ ខែតុលា ឆ្នាំ ២០២៦.
fn with_month(plain: &Plain, anchor: NaiveDate, number: &Range<usize>) -> Option<Found> {
    let day: u32 = plain.part(number.clone()).parse().ok().filter(|day| (1..=31).contains(day))?;
    let rest = plain.after(number.end);
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .find(|ending| rest.starts_with(**ending))
        .map_or(0, |word| word.len());
    if let Some((month, length)) = month_at(rest.get(ordinal..)?) {
        let mut end = number.end + ordinal + length;
        let (behind, _) = skipped(plain.after(end).trim_start_matches(','));
        let behind = behind.strip_prefix("ឆ្នាំ").map_or(behind, str::trim_start);
        let year: String = behind.chars().take_while(char::is_ascii_digit).collect();
        let found = if year.len() == 4 {
            let written = plain.after(end).find(&year).unwrap_or(0);
            end += written + year.len();
            NaiveDate::from_ymd_opt(common_era(year.parse().ok()?), month, day)
        } else {
            last(anchor, month, day)
        };
        return Some(Found { range: number.start..end, day: found?, sure: Sure::Said });
    }
    let before = plain.before(number.start).trim_end();
    let word_at = before.rfind(|letter: char| !letter.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    let word = before.get(word_at..).filter(|word| word.len() >= 3)?;
    let (month, length) = month_at(word)?;
    let is_clock = rest.starts_with([':', 'h']);
    (length == word.len() && !is_clock).then_some(())?;
    Some(Found { range: word_at..number.end, day: last(anchor, month, day)?, sure: Sure::Said })
}

/// `3 days ago`, ៣ ថ្ងៃមុន, `2 weeks ago`.
fn ago(plain: &Plain, anchor: NaiveDate, number: &Range<usize>, many: u64) -> Option<Found> {
    if many > 60 {
        return None;
    }
    let (rest, gap) = skipped(plain.after(number.end));
    let words = [
        ("days ago", (1, Sure::Said)),
        ("day ago", (1, Sure::Said)),
        ("ថ្ងៃមុន", (1, Sure::Said)),
        ("ថ្ងៃ មុន", (1, Sure::Said)),
        ("weeks ago", (7, Sure::Likely)),
        ("week ago", (7, Sure::Likely)),
        ("សប្ដាហ៍មុន", (7, Sure::Likely)),
        ("អាទិត្យមុន", (7, Sure::Likely)),
    ];
    let (word, (days, sure)) = begins(rest, &words)?;
    let day = anchor.checked_sub_days(Days::new(many * days))?;
    Some(Found { range: number.start..number.end + gap + word.len(), day, sure })
}

/// ថ្ងៃទី៣, `on the 3rd`: of this month, or of the last.
fn of_this_month(plain: &Plain, anchor: NaiveDate, number: &Range<usize>) -> Option<Found> {
    let day: u32 = plain.part(number.clone()).parse().ok().filter(|day| (1..=31).contains(day))?;
    let before = plain.before(number.start).trim_end();
    let rest = plain.after(number.end);
    let is_english = ["st", "nd", "rd", "th"].iter().any(|ending| {
        rest.strip_prefix(ending)
            .is_some_and(|rest| !rest.trim_start().starts_with(|c: char| c.is_ascii_lowercase()))
    }) && before.ends_with("on the");
    if !before.ends_with("ថ្ងៃទី") && !is_english {
        return None;
    }
    let of = |month: NaiveDate| month.with_day(day).filter(|day| *day <= anchor);
    let found = of(anchor).or_else(|| of(anchor.checked_sub_months(Months::new(1))?))?;
    Some(Found { range: number.clone(), day: found, sure: Sure::Likely })
}

/// The words around a day, in its sentence and not far off.
fn around(plain: &Plain, range: &Range<usize>, letters: usize) -> (Range<usize>, Range<usize>) {
    let sentence = plain.sentence(range.start);
    let before = plain.part(sentence.start..range.start);
    let from =
        before.char_indices().rev().take(letters).last().map_or(range.start, |(at, _)| sentence.start + at);
    let after = plain.part(range.end..sentence.end.max(range.end));
    let to = after.char_indices().nth(letters).map_or(after.len(), |(at, _)| at);
    (from..range.start, range.end..range.end + to)
}

/// Whether something else than the visit is said to be on that day: when to come back, when wages come, a birthday.
fn is_of_something_else(plain: &Plain, range: &Range<usize>) -> bool {
    const BEFORE: [&str; 27] = [
        "said",
        "says",
        "told",
        "ថា",
        "come back",
        "come again",
        "return",
        "go back",
        "appointment",
        "born",
        "since",
        "until",
        "before",
        "by",
        "wait until",
        "expire",
        "expires",
        "expired",
        "valid",
        "salary",
        "from",
        "ណាត់",
        "ត្រឡប់មក",
        "មកវិញ",
        "កើតថ្ងៃ",
        "ប្រាក់ខែ",
        "ផុតកំណត់",
    ];
    const AFTER: [&str; 3] = ["appointment", "វិញ", "ទៀត"];
    let (before, _) = around(plain, range, 22);
    let (_, after) = around(plain, range, 14);
    plain.says(&before, &BEFORE) || plain.says(&after, &AFTER)
}

/// Whether a visit is said to have been on that day.
fn is_of_a_visit(plain: &Plain, range: &Range<usize>) -> bool {
    const VISIT: [&str; 14] = [
        "went",
        "came",
        "took",
        "visited",
        "brought",
        "arrived",
        "at the hospital",
        "to the hospital",
        "go to",
        "ទៅពេទ្យ",
        "ទៅមន្ទីរពេទ្យ",
        "ទៅ",
        "មក",
        "នាំ",
    ];
    let (before, after) = around(plain, range, 28);
    plain.says(&before, &VISIT) || plain.says(&after, &VISIT)
}
