//! What looks like somebody: names that are introduced or common, and ways to reach somebody.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::khmer::{Marks, Seen};
use super::letters::{Letters, Words, normal};
use super::lists::{List, own};
use super::{Found, Suspect, homes, kin, work};
use crate::reference::names::{FAMILY, MEN, Name, WOMEN};

/// Finds what looks like somebody.
pub(super) fn find(text: &str, words: &Words<'_>, seen: &Seen, letters: &Letters, found: &mut Found) {
    let mut add =
        |ranges: Vec<Range<usize>>, why: Suspect| found.extend(ranges.into_iter().map(|range| (range, why)));
    add(contacts(text, words), Suspect::Contact);
    add(introduced(words), Suspect::Name);
    add(common_names(words, seen, letters), Suspect::Name);
    add(lone_names(words), Suspect::Name);
    add(work::jobs(words, letters), Suspect::Job);
    add(work::said_jobs(words), Suspect::Job);
    add(work::organisations(words), Suspect::Organisation);
    add(homes::addresses(words), Suspect::Address);
    if seen.is_khmer {
        add(seen.all_back(&kin::names(seen)), Suspect::Name);
        add(seen.all_back(&work::khmer_jobs(seen)), Suspect::Job);
        add(seen.all_back(&work::khmer_organisations(seen)), Suspect::Organisation);
        add(seen.all_back(&homes::khmer_addresses(seen)), Suspect::Address);
    }
}

/// E-mail addresses, handles and links.
fn contacts(text: &str, words: &Words<'_>) -> Vec<Range<usize>> {
    let all = &words.ranges;
    let is_contact = |range: &Range<usize>| {
        let raw = text.get(range.clone()).unwrap_or_default();
        if !raw.contains(['@', ':', '.']) {
            return false;
        }
        let word = raw.to_lowercase();
        word.contains('@')
            || word.contains("://")
            || word.contains("www.")
            || word.contains("t.me/")
            || word.contains(".com")
    };
    let mut found: Vec<Range<usize>> = all.iter().filter(|range| is_contact(range)).cloned().collect();
    for index in 0..words.len() {
        let is_named = ["facebook", "telegram", "messenger", "fb", "whatsapp", "tiktok", "ហ្វេសប៊ុក", "តេឡេក្រាម"]
            .contains(&words.plain(index));
        if is_named {
            let said = |next: &usize| ["name", "is", "account"].contains(&words.plain(*next));
            let names = (index + 1..words.len()).skip_while(said).take(3);
            found.extend(
                names.take_while(|next| words.is_high(*next)).filter_map(|next| words.span(next, next)),
            );
        }
    }
    found
}

pub(super) fn starts_high(text: &str, range: &Range<usize>) -> bool {
    let word = text.get(range.clone()).unwrap_or_default();
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

/// Common names in Latin letters, in lower case.
static FAMILIES: LazyLock<HashSet<String>> = LazyLock::new(|| FAMILY.iter().map(in_small_letters).collect());

static GIVEN: LazyLock<HashSet<String>> =
    LazyLock::new(|| WOMEN.iter().chain(&MEN).map(in_small_letters).collect());

/// The same in Khmer ones.
static KHMER_FAMILIES: LazyLock<Marks<()>> = LazyLock::new(|| Marks::of(&[(&in_khmer(&FAMILY), ())]));

static KHMER_GIVEN: LazyLock<Marks<()>> =
    LazyLock::new(|| Marks::of(&[(&in_khmer(&WOMEN), ()), (&in_khmer(&MEN), ())]));

fn in_khmer(names: &[Name]) -> String {
    names.iter().map(|(khmer, _)| *khmer).collect::<Vec<_>>().join(" ")
}

fn in_small_letters((_, latin): &Name) -> String {
    latin.to_lowercase()
}

fn is_family(word: &str) -> bool {
    FAMILIES.contains(own(word))
}

fn is_given(word: &str) -> bool {
    GIVEN.contains(own(word))
}

/// Names behind a word that introduces one: `Mrs Chan Sophea`, `named …`, `I am …`, `my sister …`, `bong …`.
fn introduced(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for index in 0..words.len() {
        let plain = words.plain(index);
        // `Dr.Sok`: title and name in one word.
        if let Some((title, name)) = plain.split_once('.')
            && List::Titles.has(title)
            && !name.is_empty()
        {
            found.extend(words.name(index, index));
        }
        let before = words.back(index, 1);
        let name_is = (plain == "is" && before == "name")
            || plain == "name's"
            || plain == "name’s"
            || words.raw(index).ends_with("ame:");
        let i_am = (plain == "am" && before == "i")
            || matches!(plain, "i'm" | "i’m")
            || (plain == "is" && before == "this");
        if !(words.is(index, List::Titles) || name_is || i_am) {
            continue;
        }
        // `… one doctor. Others …`: a sentence ends there, unless it is a title that is cut short.
        let ends_sentence = words.ends_sentence(index) && !words.is(index, List::CutTitles);
        let facility = (index + 1..index + 7)
            .take_while(|&next| words.is_high(next))
            .any(|next| words.is(next, List::Facilities));
        if ends_sentence || facility {
            continue;
        }
        let any_case = name_is || plain == "named";
        for next in index + 1..index + 4 {
            let word = words.plain(next);
            let first = next == index + 1;
            // `Srey Touch`: behind a name everyday words are names as well.
            let is_second = !first && words.is_high(next) && (is_family(word) || is_given(word));
            let is_other = words.is_nobody(next) || word.contains(|c: char| c.is_ascii_digit());
            if word.is_empty() || (is_other && !is_second) {
                break;
            }
            // `bong sokha`, `my sister sokha`: names in small letters.
            let is_small = (first || is_family(words.plain(next - 1)))
                && (is_given(word) || (is_family(word) && words.is(index, List::KhmerTitles)));
            if !((any_case && first) || words.is_high(next) || is_small) {
                break;
            }
            found.extend(words.name(next, next));
            if words.ends_phrase(next) && !words.is(next, List::CutTitles) {
                break;
            }
        }
    }
    found
}

/// Common names with a capital that nobody introduces: `they sent Sreymom home`. Not in the name of a facility.
fn lone_names(words: &Words<'_>) -> Vec<Range<usize>> {
    let is_of_facility = |index: usize| {
        let behind = (index + 1..index + 5).take_while(|next| words.is_high(*next));
        let before = (1..4).map_while(|steps| index.checked_sub(steps));
        let before = before.take_while(|next| words.is_high(*next));
        behind.chain(before).any(|near| words.is(near, List::Facilities))
    };
    let is_name = |index: &usize| {
        let word = words.plain(*index);
        let is_called = is_given(word) && words.is_high(*index) && !words.is_nobody(*index);
        is_called && !List::Others.has(own(word)) && !is_of_facility(*index)
    };
    let mut found = Vec::new();
    for index in (0..words.len()).filter(is_name) {
        found.extend(words.name(index, index));
        // `Sophea Nget, my sister`: the name beside it is hers as well.
        let next = index + 1;
        let speaks_of = words.raw(index).ends_with(',') || words.ends_phrase(next);
        if words.is_high(next) && !words.ends_phrase(index) && !words.is_nobody(next) && speaks_of {
            found.extend(words.name(next, next));
        }
    }
    // `Vichheka, my sister, …`: whatever stands there with a capital.
    for index in 1..words.len() {
        let whose = ["my", "our", "his", "her", "their", "a", "the"].contains(&words.plain(index));
        let is_person = words.is(index + 1, List::Persons);
        let before = index - 1;
        let is_called = words.raw(before).ends_with(',')
            && words.is_high(before)
            && !words.is_nobody(before)
            && words.ends_phrase(index + 1);
        let is_place = ["at", "in", "to", "from", "of", "near", "and"].contains(&words.back(before, 1));
        if whose && is_person && is_called && !is_place {
            found.extend(words.name(before, before));
        }
    }
    found
}

/// Common family and given names beside each other, that nobody introduces.
fn common_names(words: &Words<'_>, seen: &Seen, letters: &Letters) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for index in 1..words.len() {
        let (first, second) = (words.plain(index - 1), words.plain(index));
        let high = words.is_high(index - 1) && words.is_high(index);
        if (is_family(first) && is_given(second)) || (high && is_given(first) && is_family(second)) {
            found.extend(words.name(index - 1, index));
        }
    }
    // Each name is looked for once: few stories hold any.
    let (families, given) = (standing(&KHMER_FAMILIES, &seen.text), standing(&KHMER_GIVEN, &seen.text));
    for (family, name) in families.iter().flat_map(|family| given.iter().map(move |name| (family, name))) {
        found.extend(letters.find(&normal(&format!("{family}{name}"))));
    }
    found
}

/// Names that stand anywhere in a text, each once.
fn standing(names: &'static Marks<()>, text: &str) -> BTreeSet<&'static str> {
    names.find(text).map(|(_, name, ())| name).collect()
}
