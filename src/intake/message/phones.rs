//! Telephone numbers of Cambodia: `012 345 678`, `+855 12 345 678`.

use std::ops::Range;

use super::plain::Plain;
use super::{Reading, Sure, agreed};
use crate::domain::column::Column;

/// The telephone of whom the message is about: the only one that stands there.
pub fn read(plain: &mut Plain) -> Vec<Reading> {
    let mut found = Vec::new();
    let mut end = 0;
    for number in plain.numbers() {
        if number.start < end {
            continue;
        }
        if let Some((range, digits)) = phone(plain, &number) {
            end = range.end;
            found.push((range, digits));
        }
    }
    let mut readings = Vec::new();
    for (range, digits) in found {
        plain.take(range.clone());
        // Whose it is, the words before it say.
        let before: String =
            plain.before(range.start).chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
        let is_others = OTHERS.iter().any(|word| before.contains(word));
        if !is_others {
            readings.push(plain.reading(Column::MemberPhone, digits, &range, Sure::Said));
        }
    }
    agreed(readings).into_iter().collect()
}

/// Words for those whose number it is when it is not the member's.
const OTHERS: [&str; 10] = [
    "hotline",
    "doctor",
    "hospital's",
    "hospital number",
    "office",
    "ambulance",
    "គ្រូពេទ្យ",
    "លេខមន្ទីរពេទ្យ",
    "ការិយាល័យ",
    "រថយន្ត",
];

/// A number that begins with these digits, and how it is dialled here.
fn phone(plain: &Plain, first: &Range<usize>) -> Option<(Range<usize>, String)> {
    let is_abroad = plain.before(first.start).ends_with('+');
    let start = first.start - usize::from(is_abroad);
    let stands_alone = !plain.before(start).chars().next_back().is_some_and(|letter| {
        letter.is_ascii_alphanumeric() || matches!(letter, ',' | '.' | '/' | ':' | '-')
    });
    if !stands_alone {
        return None;
    }
    let mut groups: Vec<(usize, String)> = Vec::new();
    let mut at = first.start;
    loop {
        let run: String = plain.after(at).chars().take_while(char::is_ascii_digit).collect();
        if run.is_empty() {
            break;
        }
        let end = at + run.len();
        groups.push((end, run));
        let rest = plain.after(end);
        let next =
            rest.strip_prefix([' ', '-', '.']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let Some(_) = next else { break };
        at = end + 1;
    }
    // The longest run of groups that makes a number.
    let mut best = None;
    let mut digits = String::new();
    for (end, group) in groups {
        digits.push_str(&group);
        if let Some(dialled) = dialled(&digits, is_abroad) {
            best = Some((start..end, dialled));
        }
    }
    let (range, dialled) = best?;
    let follows = plain.after(range.end);
    let goes_on =
        follows.starts_with(['/', ':']) || follows.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    (!goes_on).then_some((range, dialled))
}

/// `012345678` as it is dialled in the country: a zero, and eight or nine digits of which the first is none.
fn dialled(digits: &str, is_abroad: bool) -> Option<String> {
    let local = match digits.strip_prefix("855") {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None if is_abroad => return None,
        None => digits.to_owned(),
    };
    let rest = local.strip_prefix('0')?;
    let is_sound = (8..=9).contains(&rest.len()) && !rest.starts_with('0');
    let (operator, number) = local.split_at_checked(3)?;
    let (middle, end) = number.split_at_checked(3)?;
    is_sound.then(|| format!("{operator} {middle} {end}"))
}
