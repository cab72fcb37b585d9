//! What looks like somebody: names that are introduced or common, and ways to reach somebody.

use std::ops::Range;

use super::letters::{Letters, bare, bare_range, is_khmer, is_khmer_mark, normal, words};
use super::lists::{FACILITIES, TITLES, has, is_nobody};
use super::{Found, Suspect, homes, work};
use crate::reference::names::{FAMILY, MEN, WOMEN};

/// Finds what looks like somebody.
pub(super) fn find(text: &str, found: &mut Found) {
    let all = words(text);
    let mut add =
        |ranges: Vec<Range<usize>>, why: Suspect| found.extend(ranges.into_iter().map(|range| (range, why)));
    add(contacts(text, &all), Suspect::Contact);
    add(introduced(text, &all), Suspect::Name);
    add(introduced_in_khmer(text), Suspect::Name);
    add(common_names(text, &all), Suspect::Name);
    add(work::jobs(text), Suspect::Job);
    add(work::said_jobs(text, &all), Suspect::Job);
    add(work::organisations(text, &all), Suspect::Organisation);
    add(homes::addresses(text, &all), Suspect::Address);
    add(homes::khmer_addresses(text), Suspect::Address);
}

/// E-mail addresses, handles and links.
fn contacts(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let word = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_lowercase();
    let is_contact = |word: &str| {
        word.contains('@')
            || word.contains("://")
            || word.contains("www.")
            || word.contains("t.me/")
            || word.contains(".com")
    };
    let mut found: Vec<Range<usize>> = all.iter().filter(|range| is_contact(&word(range))).cloned().collect();
    for (index, range) in all.iter().enumerate() {
        let is_named = ["facebook", "telegram", "messenger", "fb", "whatsapp", "tiktok", "ហ្វេសប៊ុក", "តេឡេក្រាម"]
            .contains(&bare(&word(range)).as_str());
        if is_named {
            let names = all
                .iter()
                .skip(index + 1)
                .skip_while(|range| ["name", "is", "account"].contains(&bare(&word(range)).as_str()));
            found.extend(
                names
                    .take(3)
                    .take_while(|range| starts_high(text, range))
                    .map(|range| bare_range(text, range)),
            );
        }
    }
    found
}

pub(super) fn starts_high(text: &str, range: &Range<usize>) -> bool {
    let word = text.get(range.clone()).unwrap_or_default();
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

/// Names behind a word that introduces one: `Mrs Chan Sophea`, `named …`, `I am …`, `my sister …`.
fn introduced(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let word = |index: usize| all.get(index).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate() {
        let plain = bare(word(index));
        // `Dr.Sok`: title and name in one word.
        if let Some((title, name)) = plain.split_once('.')
            && has(TITLES, title)
            && !name.is_empty()
        {
            found.push(bare_range(text, range));
        }
        let before = |word_before: &str| index > 0 && bare(word(index - 1)) == word_before;
        let name_is = (plain == "is" && before("name"))
            || plain == "name's"
            || plain == "name’s"
            || word(index).ends_with("ame:");
        let i_am = (plain == "am" && before("i"))
            || matches!(plain.as_str(), "i'm" | "i’m")
            || (plain == "is" && before("this"));
        if !(has(TITLES, &plain) || name_is || i_am) {
            continue;
        }
        // `… one doctor. Others …`: a sentence ends there, unless it is a title that is cut short.
        let ends_sentence = word(index).ends_with(['.', '!', '?', ';', ',']) && plain.len() > 3;
        let facility = (index + 1..index + 7)
            .take_while(|&next| all.get(next).is_some_and(|range| starts_high(text, range)))
            .any(|next| has(FACILITIES, &bare(word(next))));
        if ends_sentence || facility {
            continue;
        }
        let any_case = name_is || plain == "named";
        let ends =
            |index: usize| word(index).ends_with([',', '.', ';', ':', '!', '?']) && !has(TITLES, &plain);
        for next in index + 1..index + 4 {
            let Some(range) = all.get(next) else {
                break;
            };
            let first = any_case && next == index + 1;
            if !(first || starts_high(text, range)) || is_nobody(word(next)) {
                break;
            }
            found.push(bare_range(text, range));
            if ends(next) {
                break;
            }
        }
    }
    found
}

/// How long a name in Khmer letters may be, in characters: family and given name.
pub(super) const LONGEST_KHMER_NAME: usize = 24;

/// Names behind a Khmer word that introduces one: ឈ្មោះ….
fn introduced_in_khmer(text: &str) -> Vec<Range<usize>> {
    const TITLES: [&str; 8] = ["ឈ្មោះ", "លោកស្រី", "លោក", "អ្នកស្រី", "កញ្ញា", "វេជ្ជបណ្ឌិត", "លោកគ្រូ", "អ្នកគ្រូ"];
    let mut found = Vec::new();
    for title in TITLES {
        let stands = |at: &usize| {
            let before = text.get(..*at).unwrap_or_default();
            // `ចុះឈ្មោះ` is to register, `ឈ្មោះលើប័ណ្ណ` the name on a card.
            let behind = text.get(*at + title.len()..).unwrap_or_default().trim_start_matches('\u{200B}');
            let is_of_thing = title == "ឈ្មោះ"
                && (before.trim_end_matches('\u{200B}').ends_with("ចុះ")
                    || ["លើ", "ជំងឺ", "ក្នុង", "មិន", "ខុស", "របស់"].iter().any(|word| behind.starts_with(word)));
            // `លោក` stands in the word for the world, `កញ្ញា` is a month too.
            !before.ends_with("ពិភព") && !is_of_thing && !before.trim_end_matches('\u{200B}').ends_with("ខែ")
        };
        found.extend(
            text.match_indices(title)
                .filter(|(at, _)| stands(at))
                .filter_map(|(at, title)| khmer_name(text, at + title.len())),
        );
    }
    found
}

/// The Khmer letters behind an introduction, with one more short word after a space: family name and given name. Latin
/// ones too. A title that is part of a longer word introduces none.
fn khmer_name(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let lead: usize =
        rest.chars().take_while(|c| matches!(c, ' ' | '\u{200B}' | ':' | '៖')).map(char::len_utf8).sum();
    let start = from + lead;
    let latin = words(text.get(start..)?);
    let is_latin = |range: &&Range<usize>| starts_high(text, &(start + range.start..start + range.end));
    if let Some(last) = latin
        .iter()
        .take(3)
        .take_while(is_latin)
        .last()
        .filter(|_| text.get(start..).is_some_and(|rest| !rest.starts_with(' ')))
    {
        return Some(start..bare_range(text, &(start..start + last.end)).end);
    }
    let letters = |at: usize, most: usize| -> usize {
        let rest = text.get(at..).unwrap_or_default();
        rest.chars().take_while(|&c| is_khmer(c)).take(most).map(char::len_utf8).sum()
    };
    let first = letters(start, LONGEST_KHMER_NAME);
    if first == 0 {
        return None;
    }
    let mut end = start + first;
    let behind = text.get(end..).unwrap_or_default();
    let gap = behind.len() - behind.trim_start_matches([' ', '\u{200B}']).len();
    if gap > 0 {
        let second = letters(end + gap, LONGEST_KHMER_NAME);
        let short = text.get(end + gap..end + gap + second).is_some_and(|name| name.chars().count() <= 10);
        if second > 0 && short {
            end += gap + second;
        }
    }
    let marks =
        text.get(end..).unwrap_or_default().chars().take_while(|c| is_khmer_mark(*c)).map(char::len_utf8);
    Some(start..end + marks.sum::<usize>())
}

/// Common family and given names beside each other, that nobody introduces.
fn common_names(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let given = || WOMEN.iter().chain(&MEN);
    let bare_of = |range: &Range<usize>| bare(text.get(range.clone()).unwrap_or_default());
    let mut found = Vec::new();
    for pair in all.windows(2) {
        let [one, other] = pair else {
            continue;
        };
        let [first, second] = [bare_of(one), bare_of(other)];
        let second = second.trim_end_matches("'s").trim_end_matches("’s").to_owned();
        let is_family = |word: &str| FAMILY.iter().any(|(_, name)| name.eq_ignore_ascii_case(word));
        let is_given = |word: &str| given().any(|(_, name)| name.eq_ignore_ascii_case(word));
        let high = starts_high(text, one) && starts_high(text, other);
        if (is_family(&first) && is_given(&second)) || (high && is_given(&first) && is_family(&second)) {
            found.push(one.start..bare_range(text, other).end);
        }
    }
    let letters = Letters::of(text);
    for (family, name) in FAMILY.iter().flat_map(|(family, _)| given().map(move |(name, _)| (family, name))) {
        if text.contains(name) && text.contains(family) {
            found.extend(letters.find(&normal(&format!("{family}{name}"))));
        }
    }
    found
}
