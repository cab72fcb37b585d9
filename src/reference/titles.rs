//! Words that say what a thing is rather than what it is called: “province”, “health centre”, ខេត្ត, មន្ទីរពេទ្យ.
//!
//! Lookup takes them out of a query and lets them narrow or favour what is found. Knows words, not places.

use crate::domain::facility::FacilityKind::{
    self, HealthCentre, HealthPost, NationalHospital, PrivateClinic, PrivateHospital, ProvincialHospital,
    ReferralHospital,
};
use crate::domain::place::Level::{self, Commune, District, Province};
use crate::domain::text::{fold, has_khmer, words};

const PUBLIC: &[FacilityKind] = &[NationalHospital, ProvincialHospital, ReferralHospital];
const HOSPITALS: &[FacilityKind] = &[NationalHospital, ProvincialHospital, ReferralHospital, PrivateHospital];
const REFERRAL: &[FacilityKind] = &[ReferralHospital, ProvincialHospital];
const PRIVATE: &[FacilityKind] = &[PrivateClinic, PrivateHospital];

/// Titles of facilities, the longer before the shorter that they contain.
const KINDS: &[(&str, &[FacilityKind])] = &[
    ("provincial referral hospital", &[ProvincialHospital]),
    ("provincial hospital", &[ProvincialHospital]),
    ("referral hospital", REFERRAL),
    ("national hospital", &[NationalHospital]),
    ("private hospital", &[PrivateHospital]),
    ("public hospital", PUBLIC),
    ("health centre", &[HealthCentre]),
    ("health center", &[HealthCentre]),
    ("health post", &[HealthPost]),
    ("private clinic", PRIVATE),
    ("polyclinic", PRIVATE),
    ("clinic", PRIVATE),
    ("hospital", HOSPITALS),
    ("referral", REFERRAL),
    ("hc", &[HealthCentre]),
    ("hp", &[HealthPost]),
    ("rh", REFERRAL),
    ("មន្ទីរពេទ្យបង្អែកខេត្ត", &[ProvincialHospital]),
    ("មន្ទីរពេទ្យខេត្ត", &[ProvincialHospital]),
    ("មន្ទីរពេទ្យបង្អែក", REFERRAL),
    ("មន្ទីរពេទ្យជាតិ", &[NationalHospital]),
    ("មន្ទីរពេទ្យឯកជន", &[PrivateHospital]),
    ("មន្ទីរពេទ្យ", HOSPITALS),
    ("ពេទ្យបង្អែក", REFERRAL),
    ("ពេទ្យខេត្ត", &[ProvincialHospital]),
    ("មណ្ឌលសុខភាព", &[HealthCentre]),
    ("ប៉ុស្តិ៍សុខភាព", &[HealthPost]),
    ("គ្លីនិក", PRIVATE),
    ("ពេទ្យ", HOSPITALS),
];

/// Titles of places.
const LEVELS: &[(&str, &[Level])] = &[
    ("province", &[Province]),
    ("khet", &[Province]),
    ("capital", &[Province]),
    ("municipality", &[Province, District]),
    ("city", &[Province, District]),
    ("town", &[District]),
    ("krong", &[District]),
    ("district", &[District]),
    ("srok", &[District]),
    ("khan", &[District]),
    ("commune", &[Commune]),
    ("khum", &[Commune]),
    ("sangkat", &[Commune]),
    ("រាជធានី", &[Province]),
    ("ខេត្ត", &[Province]),
    ("ក្រុង", &[District]),
    ("ស្រុក", &[District]),
    ("ខណ្ឌ", &[District]),
    ("សង្កាត់", &[Commune]),
    ("ឃុំ", &[Commune]),
];

/// A query without its titles.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Untitled {
    /// What is left of the query, folded.
    pub rest: String,
    /// The kinds of facility that were named; empty when none was.
    pub kinds: Vec<FacilityKind>,
    /// The levels that were named; empty when none was.
    pub levels: Vec<Level>,
}

/// Takes the titles out of a folded query; `None` when there are none, or when nothing would be left.
///
/// Latin titles are whole words anywhere; Khmer ones begin a run of letters, since nothing separates them from the
/// name that follows.
pub(super) fn strip(folded: &str) -> Option<Untitled> {
    let mut left: Vec<String> = words(folded).map(str::to_owned).collect();
    let mut kinds = Vec::new();
    let mut levels = Vec::new();
    for (title, means) in KINDS {
        if take(&mut left, title) {
            kinds.extend_from_slice(means);
        }
    }
    for (title, means) in LEVELS {
        if take(&mut left, title) {
            levels.extend_from_slice(means);
        }
    }
    let found = !(kinds.is_empty() && levels.is_empty());
    (found && !left.is_empty()).then(|| Untitled { rest: left.join(" "), kinds, levels })
}

/// The words by which a kind may be asked for.
pub(super) fn words_for(kind: FacilityKind) -> impl Iterator<Item = &'static str> {
    KINDS.iter().filter(move |(_, kinds)| kinds.contains(&kind)).map(|&(title, _)| title)
}

fn take(left: &mut Vec<String>, title: &str) -> bool {
    if has_khmer(title) {
        let title = fold(title);
        for index in 0..left.len() {
            let Some(rest) = left[index].strip_prefix(title.as_str()).map(str::to_owned) else {
                continue;
            };
            // A mark that follows belongs to the title's last letter, so that this is another word.
            if rest.chars().next().is_none_or(char::is_alphanumeric) {
                if rest.is_empty() {
                    left.remove(index);
                } else {
                    left[index] = rest;
                }
                return true;
            }
        }
        return false;
    }
    let sought: Vec<&str> = title.split(' ').collect();
    let at = left.windows(sought.len()).position(|window| window.iter().eq(sought.iter()));
    if let Some(at) = at {
        left.drain(at..at + sought.len());
    }
    at.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_taken_out_in_either_script() {
        let untitled = strip(&fold("Health Centre Bat Trang")).unwrap();
        assert_eq!((untitled.rest.as_str(), untitled.kinds.as_slice()), ("bat trang", &[HealthCentre][..]));
        let untitled = strip(&fold("មណ្ឌលសុខភាពបត់ត្រង់ ខេត្តបន្ទាយមានជ័យ")).unwrap();
        assert_eq!(untitled.rest, "បត់ត្រង់ បន្ទាយមានជ័យ");
        assert_eq!((untitled.kinds, untitled.levels), (vec![HealthCentre], vec![Province]));
        let untitled = strip(&fold("ក្រុងព្រះសីហនុ")).unwrap();
        assert_eq!((untitled.rest.as_str(), untitled.levels), ("ព្រះសីហនុ", vec![District]));
        assert_eq!(strip("kandal"), None);
        assert_eq!(strip("referral hospital"), None);
    }
}
