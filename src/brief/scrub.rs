//! Strikes from a story what could give its teller away: the member's own name, phone
//! and numbers wherever they stand, and whatever looks like a name or a number of
//! somebody. Where in doubt it strikes: a gap in a story does no harm.

use std::ops::Range;

use crate::domain::case::Identity;
use crate::domain::digits::ascii_digit;
use crate::i18n::{Lang, dates};

/// What stands in place of something struck.
pub const STRUCK: &str = "[…]";

/// A story after striking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scrubbed {
    /// What is left.
    pub text: String,
    /// How many places were struck.
    pub struck: usize,
}

/// Strikes a story. `also` are other words that point at the member: employer, local.
pub fn scrub(text: &str, identity: &Identity, also: &[&str]) -> Scrubbed {
    let ranges = suspicions(text, identity, also);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in &ranges {
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(STRUCK);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Scrubbed { text: out, struck: ranges.len() }
}

/// The places (bytes) that are suspected, in order, none overlapping.
pub fn suspicions(text: &str, identity: &Identity, also: &[&str]) -> Vec<Range<usize>> {
    let letters = Letters::of(text);
    let mut found: Vec<Range<usize>> = also.iter().flat_map(|word| letters.find(&normal(word))).collect();
    for (name, value) in identity.fields() {
        let Some(value) = value else {
            continue;
        };
        found.extend(letters.find(&normal(value)));
        if matches!(name, "name" | "address") {
            for part in value.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '/')) {
                found.extend(part_of_name(&letters, &normal(part)));
            }
        }
    }
    found.extend(numbers(text));
    found.extend(days(text));
    found.extend(addresses(text));
    found.extend(introduced_names(text));
    merged(found)
}

/// Overlapping and touching ranges as one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// The letters and digits of a text in normal form, each with its place: spaces,
/// hyphens, dots and invisible characters between them do not hide a name.
struct Letters {
    normal: Vec<char>,
    places: Vec<Range<usize>>,
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{1780}'..='\u{17D3}').contains(&c)
}

fn normal(text: &str) -> Vec<char> {
    text.chars().filter(|&c| is_letter(c)).flat_map(|c| ascii_digit(c).to_lowercase()).collect()
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self { normal: Vec::new(), places: Vec::new() };
        for (at, c) in text.char_indices().filter(|(_, c)| is_letter(*c)) {
            for lower in ascii_digit(c).to_lowercase() {
                letters.normal.push(lower);
                letters.places.push(at..at + c.len_utf8());
            }
        }
        letters
    }

    /// Where a needle of at least three letters stands.
    fn find(&self, needle: &[char]) -> Vec<Range<usize>> {
        if needle.len() < 3 {
            return Vec::new();
        }
        self.normal
            .windows(needle.len())
            .enumerate()
            .filter(|(_, window)| *window == needle)
            .filter_map(|(start, _)| {
                Some(self.places.get(start)?.start..self.places.get(start + needle.len() - 1)?.end)
            })
            .collect()
    }

    fn letter(&self, index: usize) -> Option<char> {
        self.normal.get(index).copied()
    }

    fn index_at(&self, byte: usize) -> Option<usize> {
        self.places.iter().position(|place| place.start == byte)
    }
}

/// Words that contain common names: សុខ (Sok) is health, វណ្ណ a colour.
const COMMON_WORDS: [&str; 4] = ["សុខភាព", "សុខាភិបាល", "សុខុមាលភាព", "សុវត្ថិភាព"];

/// One part of a name: a Latin one only as a word of its own, a Khmer one anywhere but
/// inside a common word.
fn part_of_name(letters: &Letters, part: &[char]) -> Vec<Range<usize>> {
    let latin = part.iter().all(char::is_ascii);
    if latin && part.iter().all(char::is_ascii_digit) {
        return Vec::new();
    }
    let common: Vec<Range<usize>> =
        COMMON_WORDS.iter().flat_map(|word| letters.find(&normal(word))).collect();
    letters
        .find(part)
        .into_iter()
        .filter(|range| {
            if !latin {
                return !common.iter().any(|word| word.start <= range.start && range.end <= word.end);
            }
            let touches = |index: Option<usize>, side: usize| {
                index.and_then(|index| letters.letter(index)).is_some_and(|c| c.is_ascii_alphabetic())
                    && index.and_then(|index| letters.places.get(index)).is_some_and(|place| {
                        if side == 0 { place.end == range.start } else { place.start == range.end }
                    })
            };
            let first = letters.index_at(range.start);
            !touches(first.and_then(|index| index.checked_sub(1)), 0)
                && !touches(first.map(|index| index + part.len()), 1)
        })
        .collect()
}

/// Six digits or more, in either digit set, with the separators of telephone numbers
/// between them; a sum of money with its currency behind it is no such number.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let characters: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, ascii_digit(c))).collect();
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(&(start, c)) = characters.get(index) {
        if !c.is_ascii_digit() {
            index += 1;
            continue;
        }
        let mut digits = String::new();
        let mut end = index;
        let mut scan = index;
        while let Some(&(_, c)) = characters.get(scan) {
            if c.is_ascii_digit() {
                digits.push(c);
                end = scan + 1;
            } else if !matches!(c, ' ' | '-' | '.' | '/' | ',' | '(' | ')' | '\u{200B}' | '\u{A0}')
                || scan > end + 2
            {
                break;
            }
            scan += 1;
        }
        let stop = characters.get(end).map_or(text.len(), |(at, _)| *at);
        if digits.len() >= 6 && !is_sum(&digits, text.get(stop..).unwrap_or_default()) {
            // A letter right behind it belongs to it: NSSF numbers may end in one.
            let tail = text.get(stop..).and_then(|rest| rest.chars().next());
            let tail = tail.filter(|c| c.is_alphabetic() && !c.is_lowercase()).map_or(0, char::len_utf8);
            let lone =
                text.get(stop + tail..).and_then(|rest| rest.chars().next()).is_none_or(|c| !is_letter(c));
            found.push(start..stop + if lone { tail } else { 0 });
        }
        index = end.max(index + 1);
    }
    found
}

fn is_sum(digits: &str, behind: &str) -> bool {
    const CURRENCIES: [&str; 5] = ["៛", "រៀល", "riel", "khr", "dollar"];
    let behind = behind.trim_start_matches([' ', '\u{200B}', '\u{A0}']).to_lowercase();
    digits.len() <= 8
        && !digits.starts_with('0')
        && CURRENCIES.iter().any(|currency| behind.starts_with(currency))
}

/// Days: `7/3/2026`, `៧/៣`, `7 March`, `March 7`, `ថ្ងៃទី៧ ខែមីនា`.
fn days(text: &str) -> Vec<Range<usize>> {
    let all: Vec<Range<usize>> = words(text).collect();
    let plain = |range: &Range<usize>| -> String {
        let word = text.get(range.clone()).unwrap_or_default();
        let trimmed =
            word.trim_matches(|c: char| !c.is_alphanumeric() && !('\u{1780}'..='\u{17D3}').contains(&c));
        trimmed.chars().map(ascii_digit).collect::<String>().to_lowercase()
    };
    let is_day = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate() {
        let word = plain(range);
        let parts: Vec<&str> = word.split(['/', '-']).collect();
        if matches!(parts.len(), 2 | 3)
            && parts.iter().all(|part| is_number(part))
            && parts.iter().any(|part| is_day(part))
        {
            found.push(range.clone());
        }
        let names_month =
            |word: &str| (1..=12).any(|month| dates::month_name(month, Lang::En).to_lowercase() == word);
        if names_month(&word) {
            let neighbours = [index.checked_sub(1), Some(index + 1)];
            let near = neighbours.into_iter().flatten().filter_map(|near| all.get(near));
            found.extend(near.filter(|near| is_day(&plain(near))).cloned());
        }
    }
    for month in (1..=12).map(|month| dates::month_name(month, Lang::Km)) {
        found.extend(text.match_indices(month).filter_map(|(at, _)| khmer_day_before(text, at)));
    }
    for (at, mark) in text.match_indices("ថ្ងៃទី") {
        let start = at + mark.len();
        let digits: usize = text
            .get(start..)
            .unwrap_or_default()
            .chars()
            .take_while(|c| ascii_digit(*c).is_ascii_digit())
            .map(char::len_utf8)
            .sum();
        found.push(start..start + digits);
    }
    found
}

fn is_number(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of a day that stand before a month's name, with `ខែ` between or not.
fn khmer_day_before(text: &str, month: usize) -> Option<Range<usize>> {
    let before = text.get(..month)?.trim_end_matches([' ', '\u{200B}']);
    let before = before.strip_suffix("ខែ").unwrap_or(before).trim_end_matches([' ', '\u{200B}']);
    let digits: usize =
        before.chars().rev().take_while(|c| ascii_digit(*c).is_ascii_digit()).map(char::len_utf8).sum();
    (digits > 0).then(|| before.len() - digits..before.len())
}

/// E-mail addresses and handles.
fn addresses(text: &str) -> Vec<Range<usize>> {
    words(text).filter(|range| text.get(range.clone()).is_some_and(|word| word.contains('@'))).collect()
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut starts: Vec<Range<usize>> = Vec::new();
    let mut begun = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), begun) {
            (false, None) => begun = Some(at),
            (true, Some(start)) => {
                starts.push(start..at);
                begun = None;
            }
            _ => {}
        }
    }
    starts.extend(begun.map(|start| start..text.len()));
    starts.into_iter()
}

/// Names behind a word that introduces one: `Mrs Chan Sophea`, `named …`, ឈ្មោះ….
fn introduced_names(text: &str) -> Vec<Range<usize>> {
    const ENGLISH: [&str; 14] = [
        "mr", "mrs", "ms", "miss", "dr", "named", "called", "nurse", "doctor", "bong", "lok", "neak", "ming",
        "pou",
    ];
    const KHMER: [&str; 8] = ["ឈ្មោះ", "លោកស្រី", "លោក", "អ្នកស្រី", "កញ្ញា", "វេជ្ជបណ្ឌិត", "លោកគ្រូ", "អ្នកគ្រូ"];
    let all: Vec<Range<usize>> = words(text).collect();
    let word = |index: usize| all.get(index).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut found = Vec::new();
    for index in 0..all.len() {
        let plain = word(index).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // `Dr.Sok`: title and name in one word.
        if let Some((title, name)) = plain.split_once('.')
            && ENGLISH.contains(&title)
            && !name.is_empty()
        {
            found.extend(all.get(index).cloned());
        }
        let name_is = plain == "is" && index > 0 && word(index - 1).eq_ignore_ascii_case("name");
        if ENGLISH.contains(&plain.as_str()) || name_is {
            let any_case = name_is || plain == "named";
            found.extend(
                (index + 1..index + 4)
                    .take_while(|&next| {
                        let first_of_name = any_case && next == index + 1;
                        first_of_name || word(next).chars().next().is_some_and(char::is_uppercase)
                    })
                    .filter_map(|next| all.get(next).cloned()),
            );
        }
    }
    for title in KHMER {
        let stands = |at: &usize| !text.get(..*at).is_some_and(|before| before.ends_with("ពិភព"));
        found.extend(
            text.match_indices(title)
                .filter(|(at, _)| stands(at))
                .filter_map(|(at, title)| khmer_name(text, at + title.len())),
        );
    }
    found
}

/// How long a name in Khmer letters may be, in characters: family and given name.
const LONGEST_KHMER_NAME: usize = 24;

/// The Khmer letters behind an introduction, with one more short word after a space:
/// family name and given name. A title that is part of a longer word introduces none.
fn khmer_name(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let lead: usize =
        rest.chars().take_while(|c| matches!(c, ' ' | '\u{200B}' | ':' | '៖')).map(char::len_utf8).sum();
    let start = from + lead;
    let letters = |at: usize, most: usize| -> usize {
        let rest = text.get(at..).unwrap_or_default();
        rest.chars()
            .take_while(|&c| ('\u{1780}'..='\u{17D3}').contains(&c))
            .take(most)
            .map(char::len_utf8)
            .sum()
    };
    let first = letters(start, LONGEST_KHMER_NAME);
    if first == 0 {
        return None;
    }
    let mut end = start + first;
    if text.get(end..).is_some_and(|rest| rest.starts_with(' ')) {
        let second = letters(end + 1, LONGEST_KHMER_NAME);
        let short = text.get(end + 1..end + 1 + second).is_some_and(|name| name.chars().count() <= 10);
        if second > 0 && short {
            end += 1 + second;
        }
    }
    Some(start..end)
}

#[cfg(test)]
mod tests;
