//! What looks like somebody: names that are introduced or common, jobs, employers, homes, ways to reach somebody.

use std::ops::Range;

use super::letters::{Letters, bare, bare_range, is_khmer, is_khmer_mark, normal, plain_digit, words};
use super::{Found, Suspect};
use crate::reference::names::{FAMILY, MEN, WOMEN};

/// Words of everyday English that are also names, or begin sentences with a capital.
const COMMON: [&str; 150] = [
    "a",
    "about",
    "after",
    "again",
    "all",
    "also",
    "an",
    "and",
    "another",
    "any",
    "anybody",
    "april",
    "are",
    "arrived",
    "as",
    "asked",
    "at",
    "august",
    "baby",
    "bed",
    "been",
    "before",
    "but",
    "by",
    "call",
    "came",
    "can",
    "card",
    "cash",
    "child",
    "clinic",
    "could",
    "day",
    "december",
    "did",
    "do",
    "doctor",
    "doctors",
    "emergency",
    "every",
    "everybody",
    "february",
    "finally",
    "first",
    "for",
    "friday",
    "from",
    "go",
    "good",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "him",
    "his",
    "hospital",
    "hot",
    "hour",
    "hours",
    "how",
    "i",
    "if",
    "in",
    "is",
    "it",
    "january",
    "july",
    "june",
    "kim",
    "last",
    "later",
    "long",
    "man",
    "many",
    "march",
    "may",
    "me",
    "mean",
    "medicine",
    "men",
    "mom",
    "monday",
    "money",
    "more",
    "morning",
    "my",
    "never",
    "next",
    "no",
    "nobody",
    "not",
    "nothing",
    "november",
    "now",
    "nurse",
    "october",
    "of",
    "on",
    "one",
    "only",
    "or",
    "other",
    "our",
    "out",
    "paid",
    "patients",
    "people",
    "please",
    "sam",
    "san",
    "saturday",
    "she",
    "sim",
    "since",
    "so",
    "some",
    "staff",
    "still",
    "sun",
    "sunday",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "they",
    "thin",
    "this",
    "thursday",
    "to",
    "touch",
    "tuesday",
    "two",
    "until",
    "van",
    "was",
    "we",
    "wednesday",
    "went",
    "were",
    "what",
    "when",
    "where",
    "while",
    "who",
    "with",
];

/// Whether a word says nothing of anybody.
pub(super) fn is_common_word(word: &str) -> bool {
    let word = bare(word);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(&word);
    COMMON.binary_search(&word).is_ok()
}

/// Words of addresses that are in everybody's.
pub(super) fn is_word_of_addresses(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "no",
        "house",
        "street",
        "st",
        "village",
        "commune",
        "sangkat",
        "khan",
        "district",
        "province",
        "city",
        "phum",
        "khum",
        "srok",
        "group",
        "phnom",
        "penh",
        "ផ្ទះលេខ",
        "ភូមិ",
        "ឃុំ",
        "សង្កាត់",
        "ស្រុក",
        "ខេត្ត",
        "ខណ្ឌ",
    ];
    WORDS.contains(&bare(word).as_str())
}

/// What is written in capitals and is nobody.
const NOBODY: [&str; 16] = [
    "NSSF", "HEF", "IDPoor", "MOH", "MoH", "MLVT", "ICU", "ID", "QC", "HR", "TV", "IV", "OPD", "HIV", "TB",
    "Khmer",
];

/// Finds what looks like somebody.
pub(super) fn find(text: &str, found: &mut Found) {
    let all = words(text);
    let mut add =
        |ranges: Vec<Range<usize>>, why: Suspect| found.extend(ranges.into_iter().map(|range| (range, why)));
    add(contacts(text, &all), Suspect::Contact);
    add(introduced(text, &all), Suspect::Name);
    add(introduced_in_khmer(text), Suspect::Name);
    add(common_names(text, &all), Suspect::Name);
    add(jobs(text), Suspect::Job);
    add(said_jobs(text, &all), Suspect::Job);
    add(organisations(text, &all), Suspect::Organisation);
    add(addresses(text, &all), Suspect::Address);
    add(khmer_addresses(text), Suspect::Address);
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

fn starts_high(text: &str, range: &Range<usize>) -> bool {
    let word = text.get(range.clone()).unwrap_or_default();
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

fn is_nobody(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    NOBODY.contains(&word) || is_common_word(word)
}

/// Names behind a word that introduces one: `Mrs Chan Sophea`, `named …`, `I am …`, `my sister …`.
fn introduced(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    const TITLES: [&str; 46] = [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "named",
        "called",
        "nurse",
        "doctor",
        "midwife",
        "bong",
        "lok",
        "neak",
        "ming",
        "pou",
        "oum",
        "ta",
        "yeay",
        "sister",
        "brother",
        "aunt",
        "uncle",
        "friend",
        "colleague",
        "co-worker",
        "coworker",
        "neighbour",
        "neighbor",
        "husband",
        "wife",
        "son",
        "daughter",
        "mother",
        "father",
        "baby",
        "child",
        "cousin",
        "niece",
        "nephew",
        "call",
        "ask",
        "ring",
        "contact",
        "officer",
        "leader",
        "guard",
    ];
    let word = |index: usize| all.get(index).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate() {
        let plain = bare(word(index));
        // `Dr.Sok`: title and name in one word.
        if let Some((title, name)) = plain.split_once('.')
            && TITLES.contains(&title)
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
        if !(TITLES.contains(&plain.as_str()) || name_is || i_am) {
            continue;
        }
        let any_case = name_is || plain == "named";
        let ends = |index: usize| {
            word(index).ends_with([',', '.', ';', ':', '!', '?']) && !TITLES.contains(&plain.as_str())
        };
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
const LONGEST_KHMER_NAME: usize = 24;

/// Names behind a Khmer word that introduces one: ឈ្មោះ….
fn introduced_in_khmer(text: &str) -> Vec<Range<usize>> {
    const TITLES: [&str; 8] = ["ឈ្មោះ", "លោកស្រី", "លោក", "អ្នកស្រី", "កញ្ញា", "វេជ្ជបណ្ឌិត", "លោកគ្រូ", "អ្នកគ្រូ"];
    let mut found = Vec::new();
    for title in TITLES {
        let stands = |at: &usize| {
            let before = text.get(..*at).unwrap_or_default();
            // `ចុះឈ្មោះ` is to register.
            !before.ends_with("ពិភព")
                && !(title == "ឈ្មោះ" && before.trim_end_matches('\u{200B}').ends_with("ចុះ"))
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

/// Jobs of factories by their names.
const JOBS: [&str; 44] = [
    "sewing line leader",
    "line leader",
    "team leader",
    "group leader",
    "section leader",
    "line supervisor",
    "supervisor",
    "quality checker",
    "quality controller",
    "quality control",
    "quality inspector",
    "sewing operator",
    "machine operator",
    "sewing machine operator",
    "seamstress",
    "sewer",
    "ironer",
    "packer",
    "cutter",
    "storekeeper",
    "warehouse worker",
    "line worker",
    "garment worker",
    "factory worker",
    "security guard of",
    "shop steward",
    "union steward",
    "local president",
    "union president",
    "union leader",
    "union representative",
    "worker representative",
    "accountant",
    "translator",
    "interpreter",
    "electrician",
    "mechanic",
    "embroiderer",
    "button operator",
    "hr officer",
    "hr manager",
    "line mechanic",
    "trainee sewer",
    "production manager",
];

const KHMER_JOBS: [&str; 30] = [
    "មេក្រុម",
    "មេខ្សែ",
    "មេជាង",
    "មេការ",
    "ប្រធានក្រុម",
    "ប្រធានខ្សែ",
    "ប្រធានផ្នែកដេរ",
    "ប្រធានផ្នែកកាត់",
    "ប្រធានសហជីព",
    "អនុប្រធានសហជីព",
    "លេខាសហជីព",
    "តំណាងកម្មករ",
    "តំណាងសហជីព",
    "ជាងដេរ",
    "អ្នកដេរ",
    "កម្មការិនីដេរ",
    "កម្មករដេរ",
    "ជាងកាត់",
    "អ្នកកាត់",
    "អ្នកអ៊ុត",
    "អ្នកវេចខ្ចប់",
    "អ្នកខ្ចប់",
    "អ្នកត្រួតពិនិត្យគុណភាព",
    "ត្រួតពិនិត្យគុណភាព",
    "ពិនិត្យគុណភាព",
    "ជាងម៉ាស៊ីន",
    "គណនេយ្យករ",
    "អ្នកបកប្រែ",
    "កម្មការិនីរោងចក្រ",
    "កម្មកររោងចក្រ",
];

fn jobs(text: &str) -> Vec<Range<usize>> {
    let letters = Letters::of(text);
    let mut found = Vec::new();
    for job in JOBS {
        found.extend(letters.find_words(&normal(job)));
        found.extend(letters.find_words(&normal(&format!("{job}s"))));
    }
    for job in KHMER_JOBS {
        found.extend(letters.find(&normal(job)));
    }
    // As letters alone it stands in other words.
    let is_checker = |range: &Range<usize>| {
        matches!(bare(text.get(range.clone()).unwrap_or_default()).as_str(), "qc" | "q.c")
    };
    found.extend(words(text).into_iter().filter(is_checker).map(|range| bare_range(text, &range)));
    found
}

/// Jobs that somebody says: `I work as a …`, `my job is …`, ធ្វើការជា….
fn said_jobs(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    const ENDS: [&str; 20] = [
        "and", "but", "at", "in", "for", "of", "with", "who", "so", "since", "when", "because", "to", "on",
        "from", "i", "my", "the", "where", "went",
    ];
    let word = |index: usize| all.get(index).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut found = Vec::new();
    for index in 0..all.len() {
        let plain = bare(word(index));
        let before = index.checked_sub(1).map(|index| bare(word(index))).unwrap_or_default();
        let works = plain == "as"
            && ["work", "works", "worked", "working", "job", "employed"].contains(&before.as_str());
        let is = matches!(plain.as_str(), "is" | "was")
            && ["job", "occupation", "position", "profession"].contains(&before.as_str());
        if !(works || is) {
            continue;
        }
        let mut next = index + 1;
        while ["a", "an", "the"].contains(&bare(word(next)).as_str()) {
            next += 1;
        }
        let first = next;
        while next < first + 4 && next < all.len() && !ENDS.contains(&bare(word(next)).as_str()) {
            next += 1;
            if word(next - 1).ends_with([',', '.', ';', '!', '?']) {
                break;
            }
        }
        if let (Some(from), Some(to)) =
            (all.get(first), all.get(next.saturating_sub(1)).filter(|_| next > first))
        {
            found.push(from.start..bare_range(text, to).end);
        }
    }
    for mark in ["ធ្វើការជា", "ធ្វើជា", "មុខរបរ", "តួនាទីជា", "មុខតំណែង"]
    {
        found.extend(
            text.match_indices(mark)
                .filter_map(|(at, mark)| khmer_word(text, at + mark.len(), LONGEST_KHMER_NAME)),
        );
    }
    found
}

/// Khmer letters behind a place, at most so many.
fn khmer_word(text: &str, from: usize, most: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let lead = rest.len() - rest.trim_start_matches([' ', '\u{200B}', ':', '៖', '«', '"']).len();
    let rest = rest.get(lead..)?;
    let own: usize = rest.chars().take_while(|c| is_khmer(*c)).take(most).map(char::len_utf8).sum();
    let marks: usize = rest.get(own..)?.chars().take_while(|c| is_khmer_mark(*c)).map(char::len_utf8).sum();
    (own > 0).then(|| from + lead..from + lead + own + marks)
}

/// Employers by their look: `Sunny Garment Co., Ltd`, `the Golden Star factory`.
fn organisations(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    const KINDS: [&str; 14] = [
        "factory",
        "garment",
        "garments",
        "company",
        "co",
        "ltd",
        "footwear",
        "textile",
        "textiles",
        "apparel",
        "knitting",
        "enterprise",
        "enterprises",
        "industries",
    ];
    let word = |range: &Range<usize>| bare(text.get(range.clone()).unwrap_or_default());
    let is_name = |range: &Range<usize>| {
        starts_high(text, range) && !is_nobody(text.get(range.clone()).unwrap_or_default())
    };
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate().filter(|(_, range)| KINDS.contains(&word(range).as_str())) {
        let before = all.iter().take(index).rev().take(4).take_while(|range| is_name(range)).last();
        if let Some(first) = before {
            found.push(first.start..bare_range(text, range).end);
        }
    }
    for mark in ["រោងចក្រ", "ក្រុមហ៊ុន", "សហជីពមូលដ្ឋាន"]
    {
        for (at, mark) in text.match_indices(mark) {
            let from = at + mark.len();
            let rest = text.get(from..).unwrap_or_default();
            let lead = rest.len() - rest.trim_start_matches([' ', '\u{200B}', '«', '"', '“']).len();
            let latin: Vec<Range<usize>> = words(rest.get(lead..).unwrap_or_default())
                .into_iter()
                .map(|range| from + lead + range.start..from + lead + range.end)
                .take(4)
                .take_while(|range| starts_high(text, range))
                .collect();
            if let (Some(first), Some(last)) = (latin.first(), latin.last()) {
                found.push(first.start..bare_range(text, last).end);
            } else if rest.get(..lead).is_some_and(|lead| lead.contains(['«', '"', '“'])) {
                found.extend(khmer_word(text, from + lead, LONGEST_KHMER_NAME));
            } else if let Some(named) = rest.strip_prefix("ឈ្មោះ") {
                found.extend(khmer_word(text, text.len() - named.len(), LONGEST_KHMER_NAME));
            }
        }
    }
    found
}

/// Homes: `Svay Chrum village`, `village of Thmei`, `Street 271`, `house no. 12`, `room 5 of …`.
fn addresses(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    const KINDS: [&str; 9] =
        ["village", "commune", "sangkat", "khan", "phum", "khum", "srok", "hamlet", "borey"];
    const STREETS: [&str; 6] = ["street", "st", "road", "house", "lane", "blvd"];
    let word = |range: &Range<usize>| bare(text.get(range.clone()).unwrap_or_default());
    let is_name = |range: &&Range<usize>| {
        starts_high(text, range) && !is_nobody(text.get((*range).clone()).unwrap_or_default())
    };
    let is_number = |range: &Range<usize>| {
        let digits = word(range).chars().filter(|c| plain_digit(*c).is_ascii_digit()).count();
        (1..=4).contains(&digits)
    };
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate() {
        let plain = word(range);
        if KINDS.contains(&plain.as_str()) {
            let before: Vec<&Range<usize>> =
                all.iter().take(index).rev().take(3).take_while(is_name).collect();
            found.extend(before.into_iter().map(|range| bare_range(text, range)));
            let of = usize::from(
                all.get(index + 1)
                    .is_some_and(|next| ["of", "called", "named"].contains(&word(next).as_str())),
            );
            let behind: Vec<&Range<usize>> =
                all.iter().skip(index + 1 + of).take(3).take_while(is_name).collect();
            found.extend(behind.into_iter().map(|range| bare_range(text, range)));
        }
        if STREETS.contains(&plain.as_str()) {
            let skip = usize::from(
                all.get(index + 1).is_some_and(|next| ["no", "number", "#"].contains(&word(next).as_str())),
            );
            found.extend(
                all.get(index + 1 + skip).filter(|next| is_number(next)).map(|next| bare_range(text, next)),
            );
        }
    }
    found
}

fn khmer_addresses(text: &str) -> Vec<Range<usize>> {
    /// Villages are called by a word or two.
    const LONGEST: usize = 16;
    let mut found = Vec::new();
    for mark in ["ភូមិ", "ឃុំ", "សង្កាត់", "បុរី"] {
        for (at, mark) in text.match_indices(mark) {
            // `ភូមិឃុំ`, `អ្នកភូមិ` name none; a mark behind it makes it another word.
            let rest = text.get(at + mark.len()..).unwrap_or_default();
            let is_word = rest.chars().next().is_none_or(|c| !is_khmer_mark(c));
            let in_other = text.get(..at).is_some_and(|before| before.ends_with("អ្នក"));
            if is_word && !in_other {
                found.extend(khmer_word(text, at + mark.len(), LONGEST));
            }
        }
    }
    for mark in ["ផ្ទះលេខ", "ផ្លូវលេខ", "ផ្លូវ", "បន្ទប់ជួលលេខ", "ក្រុមទី"]
    {
        for (at, mark) in text.match_indices(mark) {
            let from = at + mark.len();
            let rest = text.get(from..).unwrap_or_default();
            let lead = rest.len() - rest.trim_start_matches([' ', '\u{200B}']).len();
            let number: usize = rest
                .get(lead..)
                .unwrap_or_default()
                .chars()
                .take_while(|c| plain_digit(*c).is_ascii_alphanumeric())
                .map(char::len_utf8)
                .sum();
            found.push(from + lead..from + lead + number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_common_words_is_in_order() {
        assert!(COMMON.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
