//! Whether two names mean one person, in whichever script and spelling, and whether two tellers are the same.

use strsim::osa_distance;

use super::numbers::{Agreement, agreement};
use super::traits::Traits;
use crate::domain::sounds::{alike, key_of_khmer, of_latin};
use crate::domain::text::{fold, has_khmer, skeleton, words};

/// How two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameAgreement {
    /// No way of reading makes them one.
    Unlike,
    /// Not alike, but in two scripts, between which much is lost.
    UnlikeAcrossScripts,
    /// But for a slip or two, or one is a part of the other.
    Near,
    /// They sound the same in two scripts.
    AcrossScripts,
    /// Spelt in two ways of the same sounds.
    Spelling,
    /// The same, in either order.
    Same,
}

/// What stands before a name and is none.
const TITLES: [&str; 16] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "lok",
    "bong",
    "neang",
    "sister",
    "brother",
    "លោក",
    "លោកស្រី",
    "អ្នកស្រី",
    "កញ្ញា",
    "បង",
    "នាង",
    "ពូ",
];

/// A name as it is compared: its folded words without titles.
pub fn normal(name: &str) -> Box<str> {
    let folded = fold(name);
    words(&folded).filter(|word| !TITLES.contains(word)).collect::<Vec<_>>().join(" ").into()
}

/// How two names agree that [`normal`] made.
pub fn names(one: &str, other: &str) -> NameAgreement {
    if one == other {
        return NameAgreement::Same;
    }
    if has_khmer(one) == has_khmer(other) { in_one_script(one, other) } else { in_two_scripts(one, other) }
}

/// The words of a name in one, as they stand and with the last one first: families stand before or behind.
fn orders(name: &str) -> [String; 2] {
    let (before, last) = name.rsplit_once(' ').unwrap_or(("", name));
    [name.replace(' ', ""), format!("{last}{}", before.replace(' ', ""))]
}

fn in_one_script(one: &str, other: &str) -> NameAgreement {
    let [one_whole, _] = orders(one);
    let others = orders(other);
    if others.contains(&one_whole) {
        return NameAgreement::Same;
    }
    let spelt = |name: &String| skeleton(name) == skeleton(&one_whole);
    if !has_khmer(one) && others.iter().any(spelt) {
        return NameAgreement::Spelling;
    }
    let length = one_whole.chars().count().min(other.chars().count());
    let slips = others.iter().map(|name| osa_distance(&one_whole, name)).min().unwrap_or(usize::MAX);
    let is_near = match length {
        0..4 => false,
        4..8 => slips <= 1,
        _ => slips <= 2,
    };
    if is_near || is_part(one, other) || is_part(other, one) {
        NameAgreement::Near
    } else {
        NameAgreement::Unlike
    }
}

/// Whether a single word is one of the words of a whole name.
fn is_part(part: &str, whole: &str) -> bool {
    !part.contains(' ')
        && part.chars().count() >= 3
        && whole.split(' ').count() > 1
        && whole.split(' ').any(|word| word == part)
}

fn in_two_scripts(one: &str, other: &str) -> NameAgreement {
    let (khmer, latin) = if has_khmer(one) { (one, other) } else { (other, one) };
    let heard = key_of_khmer(&khmer.replace(' ', ""));
    let keys = orders_of_sounds(latin);
    if heard.len() >= 3 && keys.iter().any(|key| alike(&heard, key)) {
        return NameAgreement::AcrossScripts;
    }
    let is_near = |key: &String| key.len().min(heard.len()) >= 4 && osa_distance(key, &heard) <= 1;
    if keys.iter().any(is_near) { NameAgreement::Near } else { NameAgreement::UnlikeAcrossScripts }
}

/// How the words of a Latin name sound one after the other, in both orders.
fn orders_of_sounds(latin: &str) -> [String; 2] {
    let heard: Vec<String> = latin.split(' ').map(of_latin).collect();
    let joined = |parts: &mut dyn Iterator<Item = &String>| {
        let mut out = String::new();
        for sound in parts.flat_map(|part| part.chars()) {
            if !out.ends_with(sound) {
                out.push(sound);
            }
        }
        out
    };
    let (last, before) = heard.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
    [joined(&mut heard.iter()), joined(&mut last.into_iter().chain(before))]
}

/// Whether two people are the same as far as can be told: a number of theirs agrees, or their names do. `None` where what is known
/// of one is not known of the other.
pub fn is_same_person(one: &Traits, other: &Traits) -> Option<bool> {
    let pairs = [(one.phone, other.phone), (one.nssf, other.nssf)];
    let numbers: Vec<bool> = pairs
        .into_iter()
        .filter_map(|(one, other)| Some(agreement(one?, other?) != Agreement::Different))
        .collect();
    let named = (!one.name.is_empty() && !other.name.is_empty())
        .then(|| names(&one.name, &other.name) > NameAgreement::UnlikeAcrossScripts);
    if numbers.contains(&true) || named == Some(true) {
        return Some(true);
    }
    (numbers.contains(&false) || named == Some(false)).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(one: &str, other: &str) -> NameAgreement {
        let (one, other) = (normal(one), normal(other));
        assert_eq!(names(&one, &other), names(&other, &one));
        names(&one, &other)
    }

    #[test]
    fn one_name_is_known_in_every_order_spelling_and_script() {
        use NameAgreement::{AcrossScripts, Near, Same, Spelling};
        for (one, other, expected) in [
            ("Sok Dara", "sok  DARA", Same),
            ("Sok Dara", "Dara Sok", Same),
            ("SokDara", "Sok Dara", Same),
            ("Mr. Sok Dara", "Sok Dara", Same),
            ("សុខ ដារ៉ា", "សុខដារ៉ា", Same),
            ("Chhorn Sophea", "Chorn Sopheah", Spelling),
            ("Sok Dara", "សុខ ដារ៉ា", AcrossScripts),
            ("Dara Sok", "សុខ ដារ៉ា", AcrossScripts),
            ("Chan Sreymom", "ចាន់ ស្រីមុំ", AcrossScripts),
            ("Keo Sovannary", "កែវ សុវណ្ណារី", AcrossScripts),
            ("Sok Sophal", "Sok Sophan", Near),
            ("Sophal", "Sok Sophal", Near),
        ] {
            assert_eq!(agree(one, other), expected, "{one} – {other}");
        }
    }

    #[test]
    fn other_people_are_not_taken_for_each_other() {
        for (one, other) in [
            ("Sok Dara", "Sok Sreymom"),
            ("Ly", "Lim"),
            ("Sok Dara", "ចាន់ ស្រីមុំ"),
            ("Kim Thida", "ហេង បុប្ផា"),
            ("សុខ ដារ៉ា", "សុខ បូរី"),
        ] {
            assert!(agree(one, other) <= NameAgreement::UnlikeAcrossScripts, "{one} – {other}");
        }
    }
}
