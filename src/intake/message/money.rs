//! What was paid: `40,000 riel`, ៤០០០០៛, `$10`, ៤ ម៉ឺន. Only beside a word for paying, and not where the sentence says
//! that it was not paid, or is about wages.

use std::ops::Range;

use super::lengths::count;
use super::plain::{Plain, begins, skipped};
use super::{Reading, Sure, agreed};
use crate::domain::column::Column;
use crate::domain::money::{LARGEST, Paid, parse_cents, parse_riel};

/// What multiplies a number.
const TIMES: [(&str, u64); 6] =
    [("k", 1_000), ("ពាន់", 1_000), ("ម៉ឺន", 10_000), ("មុឺន", 10_000), ("សែន", 100_000), ("លាន", 1_000_000)];

const RIEL: [(&str, ()); 7] =
    [("riels", ()), ("riel", ()), ("khr", ()), ("៛", ()), ("រៀល", ()), ("real", ()), ("r", ())];
const DOLLARS: [(&str, ()); 6] =
    [("dollars", ()), ("dollar", ()), ("usd", ()), ("$", ()), ("ដុល្លារ", ()), ("ដុល្លា", ())];

const PAYING: [&str; 31] = [
    "paid",
    "pay",
    "paying",
    "cost",
    "costs",
    "charged",
    "charge",
    "gave",
    "give",
    "asked for",
    "asked me for",
    "asked me",
    "asked us",
    "they asked",
    "spent",
    "spend",
    "bought",
    "buy",
    "took",
    "fee",
    "demanded",
    "បង់",
    "អស់",
    "ទារ",
    "យកលុយ",
    "យកប្រាក់",
    "ចំណាយ",
    "ថ្លៃ",
    "ទិញ",
    "ឱ្យលុយ",
    "សុំលុយ",
];
const UNPAID: [&str; 17] = [
    "did not pay",
    "didn't pay",
    "not pay",
    "couldn't pay",
    "could not pay",
    "can't pay",
    "no money",
    "don't have",
    "didn't have",
    "do not have",
    "refused to pay",
    "មិនបានបង់",
    "អត់បានបង់",
    "គ្មានលុយ",
    "អត់លុយ",
    "មិនមានលុយ",
    "មិនបង់",
];
const OF_WAGES: [&str; 12] = [
    "salary",
    "wage",
    "wages",
    "earn",
    "earned",
    "per month",
    "a month",
    "allowance",
    "ប្រាក់ខែ",
    "ប្រាក់ឈ្នួល",
    "ប្រាក់ឧបត្ថម្ភ",
    "ក្នុងមួយខែ",
];
const IN_ALL: [&str; 9] =
    ["in all", "total", "altogether", "all together", "in total", "សរុប", "ទាំងអស់", "រួម", "ទាំងអស់គ្នា"];

/// Words that a sum stands behind where somebody asked for it.
const ASKING: [&str; 6] = ["asked", "asking", "demanded", "ទារ", "ទារលុយ", "ទារប្រាក់"];

/// What was paid in riel and in dollars, whether there was a receipt, and where a sum stands that was asked for.
pub fn read(plain: &mut Plain) -> (Vec<Reading>, Option<Range<usize>>) {
    let mut asked = None;
    let mut found: Vec<(Reading, bool)> = Vec::new();
    for start in starts(plain) {
        let Some((range, column, value, is_named)) = sum(plain, &start) else { continue };
        let before = plain.before(range.start);
        // `and 35000 for the injection`.
        let is_another = !found.is_empty() && plain.after(range.end).starts_with(" for ");
        if !is_paid(plain, &range) || (!is_named && !is_another && !follows_paying(before)) {
            continue;
        }
        let is_whole = is_whole(plain, &range);
        let sure = if is_named { Sure::Said } else { Sure::Likely };
        if asked.is_none() {
            asked = asked_for(before).map(|start| start..range.end);
        }
        found.push((plain.reading(column, value, &range, sure), is_whole));
        plain.take(range);
    }
    let mut readings = Vec::new();
    for column in [Column::PaidRiel, Column::PaidUsd] {
        let of = || found.iter().filter(|(reading, _)| reading.column == column);
        let whole: Vec<Reading> =
            of().filter(|(_, is_whole)| *is_whole).map(|(one, _)| one.clone()).collect();
        let all = || of().map(|(one, _)| one.clone()).collect();
        readings.extend(agreed(if whole.is_empty() { all() } else { whole }));
    }
    if !readings.is_empty() {
        readings.extend(receipt(plain));
    }
    (readings, asked)
}

/// Where the words begin by which the sum behind them was asked for: `asked`, `asked me for`.
fn asked_for(before: &str) -> Option<usize> {
    let without = |text: &'_ str, words: &[&str]| -> usize {
        let found = words.iter().find_map(|word| text.strip_suffix(word));
        found.filter(|rest| rest.ends_with(' ')).map_or(text, str::trim_end).len()
    };
    let mut end = before.trim_end().len();
    for words in [&["about", "around"][..], &["for", "to pay"], &["me", "us", "her", "him", "them"]] {
        end = without(before.get(..end)?, words);
    }
    let before = before.get(..end)?;
    let word = ASKING.iter().filter(|word| before.ends_with(**word)).max_by_key(|word| word.len())?;
    Some(end - word.len())
}

/// Where a sum may begin: a number, in digits or – before a word that multiplies it – in words.
fn starts(plain: &Plain) -> Vec<Range<usize>> {
    let mut starts = plain.numbers();
    for (word, _) in TIMES.iter().skip(1) {
        for unit in plain.find(word) {
            let before = plain.before(unit.start).trim_end();
            let from = before.char_indices().rev().map(|(at, _)| at).take(9);
            let number = from.filter(|at| {
                let rest = before.get(*at..).unwrap_or_default();
                count(rest).is_some_and(|(_, length)| length == rest.len())
            });
            starts.extend(number.last().map(|at| at..before.len()));
        }
    }
    starts.sort_by_key(|range| range.start);
    starts
}

/// A sum that begins there: where it stands, in which currency, its value, and whether a currency is named.
fn sum(plain: &Plain, start: &Range<usize>) -> Option<(Range<usize>, Column, String, bool)> {
    let text = plain.part(start.clone());
    let before = plain.before(start.start);
    let is_inside =
        before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | ':' | '/'));
    let is_worded = !text.starts_with(|c: char| c.is_ascii_digit());
    if is_inside && !is_worded && !before.ends_with("usd") {
        return None;
    }
    let rest = plain.after(start.start);
    let length = if is_worded { text.len() } else { number_length(rest) };
    let number = if is_worded { count(text)?.0.to_string() } else { rest.get(..length)?.to_owned() };
    let mut end = start.start + length;
    let (behind, gap) = skipped(plain.after(end));
    let times = begins(behind, &TIMES);
    if let Some((word, _)) = times {
        end += gap + word.len();
    }
    let (behind, gap) = skipped(plain.after(end));
    let riel = begins(behind, &RIEL);
    let dollars = begins(behind, &DOLLARS);
    let sign = ["us$", "$", "usd"].iter().find_map(|sign| before.trim_end().strip_suffix(sign).map(str::len));
    if let Some((word, ())) = riel.or(dollars) {
        end += gap + word.len();
    }
    let range = sign.unwrap_or(start.start)..end;
    if sign.is_some() || dollars.is_some() {
        let cents = parse_cents(&number).ok()?.checked_mul(times.map_or(1, |(_, by)| by))?;
        let paid = Paid { cents, ..Paid::default() };
        return (cents > 0 && cents <= LARGEST).then(|| (range, Column::PaidUsd, paid.usd_text(), true));
    }
    let by = times.map_or(1, |(_, by)| by);
    let whole = if by == 1 { parse_riel(&number).ok()? } else { scaled(&number, by)? };
    let is_named = riel.is_some() || times.is_some_and(|(word, _)| word != "k");
    // Nobody pays less than a hundred riel, and a bare number of less than a thousand is something else.
    let is_sound = whole >= if is_named { 100 } else { 1_000 } && whole <= LARGEST;
    is_sound.then(|| (range, Column::PaidRiel, whole.to_string(), is_named))
}

/// How long a number with its separators is: `40,000`, `10.50`.
fn number_length(text: &str) -> usize {
    let length = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(text.len());
    let mut number = text.get(..length).unwrap_or_default().trim_end_matches([',', '.']).len();
    // `40 000`.
    loop {
        let rest = text.get(number..).unwrap_or_default();
        let group = rest
            .strip_prefix(' ')
            .filter(|rest| rest.chars().take_while(char::is_ascii_digit).count() == 3 && number <= 7);
        match group {
            Some(_) => number += 4,
            None => return number,
        }
    }
}

/// `2.5` ម៉ឺន.
fn scaled(number: &str, by: u64) -> Option<u64> {
    let cents = parse_cents(number).ok()?;
    cents.checked_mul(by).filter(|product| product % 100 == 0).map(|product| product / 100)
}

fn is_paid(plain: &Plain, range: &Range<usize>) -> bool {
    let sentence = plain.sentence(range.start);
    plain.says(&sentence, &PAYING) && !plain.says(&sentence, &UNPAID) && !plain.says(&sentence, &OF_WAGES)
}

/// Whether a sum is said to be the whole, right before it or behind it.
fn is_whole(plain: &Plain, range: &Range<usize>) -> bool {
    const NEAR: usize = 14;
    let before: Vec<(usize, char)> = plain.before(range.start).char_indices().rev().take(NEAR).collect();
    let before = before.iter().take_while(|(_, letter)| !letter.is_ascii_digit());
    let start = before.last().map_or(range.start, |(at, _)| *at);
    let after = plain.after(range.end).char_indices().take(NEAR);
    // What stands before the next sum is that one's.
    let end = after.take_while(|(_, letter)| !matches!(letter, ',' | '.') && !letter.is_ascii_digit()).last();
    let end = end.map_or(range.end, |(at, letter)| range.end + at + letter.len_utf8());
    let end =
        if plain.after(end).starts_with(|letter: char| letter.is_ascii_digit()) { range.end } else { end };
    plain.says(&(start..range.start), &IN_ALL) || plain.says(&(range.end..end), &IN_ALL)
}

/// Whether a bare number stands right behind a word for paying.
fn follows_paying(before: &str) -> bool {
    const DIRECT: [&str; 9] = ["paid", "pay", "cost", "charged", "gave", "spent", "បង់", "អស់", "ចំណាយ"];
    let before = before.trim_end();
    let before = ["them", "me", "us", "លុយ", "ប្រាក់"]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .map_or(before, str::trim_end);
    DIRECT.iter().any(|word| before.ends_with(word))
}

/// Whether the message says that there was a receipt, or that there was none.
fn receipt(plain: &Plain) -> Option<Reading> {
    const NONE: [&str; 11] = [
        "no receipt",
        "without receipt",
        "without a receipt",
        "no bill",
        "didn't give a receipt",
        "did not give a receipt",
        "no invoice",
        "គ្មានបង្កាន់ដៃ",
        "អត់បង្កាន់ដៃ",
        "គ្មានវិក្កយបត្រ",
        "អត់មានវិក្កយបត្រ",
    ];
    const SOME: [&str; 6] = [
        "gave me a receipt",
        "got a receipt",
        "have the receipt",
        "have a receipt",
        "with a receipt",
        "មានបង្កាន់ដៃ",
    ];
    let none = plain.find_any(&NONE).into_iter().next();
    // មានបង្កាន់ដៃ stands within គ្មានបង្កាន់ដៃ.
    let is_denied = |range: &Range<usize>| {
        none.as_ref().is_some_and(|none| none.start <= range.start && range.end <= none.end)
    };
    let some = plain.find_any(&SOME).into_iter().find(|range| !is_denied(range));
    let (value, range) = match (none, some) {
        (Some(range), None) => ("no", range),
        (None, Some(range)) => ("yes", range),
        _ => return None,
    };
    Some(plain.reading(Column::PaidReceipt, value, &range, Sure::Said))
}
