//! Whether two names of facilities may be one: for lists that are held against what is there, where nothing may be guessed.

use super::letters::{Letters, edits};
use super::titles::{Untitled, strip};
use crate::domain::facility::FacilityKind;
use crate::domain::text::{compact, fold, skeleton};

/// How two names stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They have nothing to do with each other.
    Other,
    /// They may be spellings of one name: a matter for somebody who knows the place.
    Like,
    /// They are the same but for words such as “health centre”, spaces and marks.
    Same,
}

/// How two names stand to each other, both in one script.
pub fn likeness(one: &str, other: &str) -> Likeness {
    let (one, other) = (bare(one), bare(other));
    if one.is_empty() || other.is_empty() {
        return Likeness::Other;
    }
    if one == other {
        return Likeness::Same;
    }
    // “Prey Veng” may be any of “Prey Veng 1”, “Prey Veng Ti Pir” …: each of them, or none.
    if is_numbered(&one, &other) || is_numbered(&other, &one) {
        return Likeness::Like;
    }
    // “Prey Veng 1” and “Prey Veng 2” are two, however alike they look.
    let numbers = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if numbers(&one) != numbers(&other) {
        return Likeness::Other;
    }
    let (sounds, other_sounds) = (skeleton(&one), skeleton(&other));
    let sound_alike = sounds.chars().count() >= 3 && sounds == other_sounds;
    let (letters, other_letters) = (Letters::new(&one), Letters::new(&other));
    let shorter = letters.len().min(other_letters.len());
    let most = match shorter {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let is_slip = most > 0 && edits(&letters, &other_letters, most).is_some();
    let longer = letters.len().max(other_letters.len());
    let is_part = shorter >= 4 && shorter * 5 >= longer * 3 && (one.contains(&other) || other.contains(&one));
    if sound_alike || is_slip || is_part { Likeness::Like } else { Likeness::Other }
}

/// Numbers as the gazetteer writes them in Latin letters.
const ORDINALS: [&str; 7] = ["muoy", "mouy", "pir", "bei", "buon", "pram", "prammuoy"];

/// Whether a name is another one with a number behind it.
fn is_numbered(longer: &str, shorter: &str) -> bool {
    let Some(rest) = longer.strip_prefix(shorter).filter(|rest| !rest.is_empty()) else {
        return false;
    };
    let number = rest.strip_prefix("ទី").or_else(|| rest.strip_prefix("ti")).unwrap_or(rest);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let ends_in_number = shorter.ends_with(|letter: char| letter.is_ascii_digit());
    !ends_in_number && (is_number || (rest.starts_with("ti") && ORDINALS.contains(&number)))
}

/// A name without the words for what the facility is, as it is compared.
fn bare(name: &str) -> String {
    let folded = fold(name);
    compact(&strip(&folded).map_or(folded, |Untitled { rest, .. }| rest))
}

/// The kind that words such as `Health Centre`, `HC` or មណ្ឌលសុខភាព in a text name, where they name one; of a referral
/// hospital that may be the province's own, the one of a district.
pub fn kind_named(text: &str) -> Option<FacilityKind> {
    // A text of such words alone has nothing left behind them.
    let Untitled { kinds, .. } = strip(&format!("{} x", fold(text)))?;
    match kinds.as_slice() {
        [FacilityKind::ReferralHospital, FacilityKind::ProvincialHospital] => {
            Some(FacilityKind::ReferralHospital)
        }
        [FacilityKind::PrivateClinic, FacilityKind::PrivateHospital] => Some(FacilityKind::PrivateClinic),
        [kind, rest @ ..] if rest.iter().all(|other| other == kind) => Some(*kind),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_told_from_other_names() {
        for (one, other, expected) in [
            ("Bat Trang Health Centre", "bat-trang HC", Likeness::Same),
            ("មណ្ឌលសុខភាព បត់ត្រង់", "បត់ត្រង់", Likeness::Same),
            ("Kampong Chhnang", "Kompong Chhnang", Likeness::Like),
            ("Preah Kossamak Hospital", "Preah Kosamak", Likeness::Like),
            ("Prey Veng 1", "Prey Veng 2", Likeness::Other),
            ("Prey Veng ១", "Prey Veng 1 HC", Likeness::Same),
            ("Prey Veng 1", "Prey Veng 12", Likeness::Other),
            ("Boeng Kak", "Boeng Kak Ti Muoy", Likeness::Like),
            ("Boeng Kak", "Boeng Kak Ti Pir", Likeness::Like),
            ("Boeng Kak Ti Muoy", "Boeng Kak Ti Pir", Likeness::Other),
            ("មណ្ឌលសុខភាពបឹងកក់", "បឹងកក់ទី ១", Likeness::Like),
            ("មណ្ឌលសុខភាពបឹងកក់", "បឹងកក់ទី ២", Likeness::Like),
            ("បឹងកក់ទី ១", "បឹងកក់ទី ២", Likeness::Other),
            ("Svay", "Svay Rieng Provincial", Likeness::Other),
            ("Bat Trang", "Samraong", Likeness::Other),
            ("", "Samraong", Likeness::Other),
        ] {
            assert_eq!(likeness(one, other), expected, "{one} {other}");
            assert_eq!(likeness(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn a_kind_is_named_in_either_script_or_not_at_all() {
        for (text, kind) in [
            ("HC", Some(FacilityKind::HealthCentre)),
            ("Bat Trang Health Center", Some(FacilityKind::HealthCentre)),
            ("មន្ទីរពេទ្យបង្អែក", Some(FacilityKind::ReferralHospital)),
            ("Referral Hospital", Some(FacilityKind::ReferralHospital)),
            ("Provincial Hospital", Some(FacilityKind::ProvincialHospital)),
            ("Polyclinic", Some(FacilityKind::PrivateClinic)),
            ("ប៉ុស្តិ៍សុខភាព", Some(FacilityKind::HealthPost)),
            ("hospital", None),
            ("Bat Trang", None),
            ("", None),
        ] {
            assert_eq!(kind_named(text), kind, "{text}");
        }
    }
}
