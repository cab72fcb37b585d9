//! What is known: the member's identity, employers, locals, officers and facilities, wherever they stand in a text.

use std::sync::LazyLock;

use super::letters::{Letters, is_khmer, normal, plain_digit};
use super::{Found, Known, Suspect, lists, sounds};
use crate::reference::names::{FAMILY, MEN, WOMEN};

/// The least letters by which a name is known anywhere.
const ENOUGH: usize = 3;

/// The least digits by which a part of a number is known.
const ENOUGH_DIGITS: usize = 4;

/// Words that hold common names: សុខ (Sok) is health, ប្រាក់ (Prak) money.
const COMMON_WORDS: [&str; 16] = [
    "សុខភាព",
    "សុខាភិបាល",
    "សុខុមាលភាព",
    "សុវត្ថិភាព",
    "សន្តិសុខ",
    "សុខសប្បាយ",
    "សុខទុក្ខ",
    "ប្រាក់ឈ្នួល",
    "ប្រាក់ឧបត្ថម្ភ",
    "ប្រាក់ខែ",
    "តាំងពី",
    "មាសទឹកប្រាក់",
    "ចាន់ឆាយា",
    "កែវភ្នែក",
    "លុយកាក់",
    "ទេពកោសល្យ",
];

/// What an employer's name has in common with all others.
const OF_ALL_EMPLOYERS: [&str; 26] = [
    "co",
    "ltd",
    "limited",
    "company",
    "inc",
    "corp",
    "corporation",
    "plc",
    "garment",
    "garments",
    "factory",
    "cambodia",
    "khmer",
    "international",
    "industrial",
    "industries",
    "industry",
    "manufacturing",
    "footwear",
    "textile",
    "textiles",
    "apparel",
    "group",
    "enterprise",
    "enterprises",
    "the",
];

/// Finds what is known.
pub(super) fn find(text: &str, letters: &Letters, known: &Known<'_>, found: &mut Found) {
    let mut add = |ranges: Vec<std::ops::Range<usize>>, why: Suspect| {
        found.extend(ranges.into_iter().map(|range| (range, why)));
    };
    for name in known.organisations {
        add(organisation(letters, name), Suspect::Organisation);
    }
    for name in known.people {
        add(whole(letters, name), Suspect::Officer);
    }
    for name in known.places {
        add(whole(letters, name), Suspect::Facility);
    }
    let identity = known.identity;
    if let Some(name) = identity.name.as_deref() {
        add(whole(letters, name), Suspect::OwnName);
        for part in parts(name) {
            add(part_of_name(letters, part, name), Suspect::OwnName);
        }
        add(in_other_script(letters, text, name), Suspect::OwnName);
    }
    if let Some(address) = identity.address.as_deref() {
        add(whole(letters, address), Suspect::OwnAddress);
        for part in parts(address).filter(|part| !lists::is_word_of_addresses(part)) {
            add(part_of_name(letters, part, ""), Suspect::OwnAddress);
        }
    }
    for number in [&identity.phone, &identity.nssf_number, &identity.employee_number].into_iter().flatten() {
        add(letters.find(&long_enough(number)), Suspect::OwnNumber);
        add(parts_of_number(text, number), Suspect::OwnNumber);
    }
}

fn long_enough(text: &str) -> String {
    let normal = normal(text);
    if normal.chars().count() < ENOUGH { String::new() } else { normal }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '/' | '\u{200B}'))
        .filter(|part| !part.is_empty())
}

/// A whole name: Latin as words of its own, Khmer anywhere.
fn whole(letters: &Letters, name: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = letters.find_words(&long_enough(name));
    let words: Vec<&str> = parts(name).collect();
    // Family and given name in the other order.
    if let [family, given] = words.as_slice() {
        found.extend(letters.find_words(&long_enough(&format!("{given}{family}"))));
    }
    found
}

/// An employer as it is called, without what is in every employer's name.
fn organisation(letters: &Letters, name: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = whole(letters, name);
    let core: Vec<&str> = parts(name)
        .map(|part| part.trim_matches(|c: char| !super::letters::is_letter(c)))
        .filter(|part| !OF_ALL_EMPLOYERS.contains(&part.to_lowercase().as_str()))
        .collect();
    let core = core.join(" ").replace("រោងចក្រ", "").replace("ក្រុមហ៊ុន", "");
    let is_telling = core.chars().filter(|c| super::letters::is_letter(*c)).count() > ENOUGH;
    if is_telling && !lists::is_common_word(&core) {
        found.extend(letters.find_words(&long_enough(&core)));
    }
    found
}

/// One part of a name: a Latin one as a word of its own, a Khmer one anywhere but inside a common word. A part that is an
/// everyday word too is found with the rest of the name alone.
fn part_of_name(letters: &Letters, part: &str, name: &str) -> Vec<std::ops::Range<usize>> {
    let plain = long_enough(part);
    if plain.is_empty() || plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    if !part.chars().any(is_khmer) {
        return if lists::is_common_word(part) { Vec::new() } else { letters.find_words(&plain) };
    }
    let is_family_name = FAMILY.iter().any(|(khmer, _)| *khmer == part);
    if is_family_name && parts(name).count() > 1 {
        // Half the country is called so.
        return family_alone(letters, &plain);
    }
    outside_common_words(letters, &plain)
}

fn outside_common_words(letters: &Letters, plain: &str) -> Vec<std::ops::Range<usize>> {
    // In most stories the part does not stand at all, and the list is long.
    let mut found = letters.find(plain);
    if found.is_empty() {
        return found;
    }
    let mut common: Vec<std::ops::Range<usize>> =
        COMMON_WORDS_PLAIN.iter().flat_map(|word| letters.find(word)).collect();
    common.sort_unstable_by_key(|word| (word.start, word.end));
    let holds = |range: &std::ops::Range<usize>| {
        // Words of one list lie in each other at most in part: the few that begin last before it will do.
        let behind = common.partition_point(|word| word.start <= range.start);
        common.iter().take(behind).rev().take(4).any(|word| range.end <= word.end)
    };
    found.retain(|range| !holds(range));
    found
}

/// The common words as the letters of a story are compared.
static COMMON_WORDS_PLAIN: LazyLock<Vec<String>> =
    LazyLock::new(|| COMMON_WORDS.iter().map(|word| normal(word)).collect());

/// A family name that stands between spaces.
fn family_alone(letters: &Letters, plain: &str) -> Vec<std::ops::Range<usize>> {
    outside_common_words(letters, plain).into_iter().filter(|range| letters.stands_alone(range)).collect()
}

/// The member's name in the script that it is not kept in: by the usual spelling of its parts, or by its sound.
fn in_other_script(letters: &Letters, text: &str, name: &str) -> Vec<std::ops::Range<usize>> {
    let all = || FAMILY.iter().chain(&WOMEN).chain(&MEN);
    let words: Vec<&str> = parts(name).collect();
    let mut found = Vec::new();
    if name.chars().any(is_khmer) {
        for (index, part) in words.iter().enumerate() {
            let spelt = all().filter(|(khmer, _)| khmer == part).map(|(_, latin)| *latin);
            let is_given = index > 0 || words.len() == 1;
            for latin in spelt.filter(|latin| is_given && !lists::is_common_word(latin)) {
                found.extend(letters.find_words(&long_enough(latin)));
            }
        }
        found.extend(sounds::khmer_name_in_latin(name, text));
    } else {
        for (index, part) in words.iter().enumerate() {
            let spelt = all().filter(|(_, latin)| latin.eq_ignore_ascii_case(part)).map(|(khmer, _)| *khmer);
            let is_given = index > 0 || words.len() == 1;
            for khmer in spelt.filter(|_| is_given) {
                found.extend(outside_common_words(letters, &long_enough(khmer)));
            }
        }
        found.extend(sounds::latin_name_in_khmer(name, text));
    }
    found
}

/// Runs of digits that are a part of the member's number: `…4821`.
fn parts_of_number(text: &str, number: &str) -> Vec<std::ops::Range<usize>> {
    let digits =
        |text: &str| -> String { text.chars().map(plain_digit).filter(char::is_ascii_digit).collect() };
    let number = digits(number);
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if plain_digit(c).is_ascii_digit() {
            let (start, _) = run.unwrap_or((at, at));
            run = Some((start, at + c.len_utf8()));
        } else if let Some((start, end)) = run.take() {
            let own = digits(text.get(start..end).unwrap_or_default());
            if own.len() >= ENOUGH_DIGITS && number.contains(&own) && !is_year(&own) {
                found.push(start..end);
            }
        }
    }
    found
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}
