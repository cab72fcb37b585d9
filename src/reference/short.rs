//! Short names of facilities: what is left of a name when the words go that say what it is. `Calmette` for Calmette Hospital,
//! ពេទ្យកាល់ម៉ែត for មន្ទីរពេទ្យកាល់ម៉ែត, `Khmer Soviet` for Khmer-Soviet Friendship Hospital.
//!
//! Nothing is likely here: a short name means the one facility that is called so, or none. The name of a place alone never
//! means a facility, for which one there is not said.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::sync::OnceLock;

use crate::domain::facility::FacilityKind::{HealthCentre, HealthPost, PrivateHospital};
use crate::domain::facility::{Facility, FacilityId, FacilityKind};
use crate::domain::place::Level;
use crate::domain::text::{compact, fold, words};

use super::hospitals::commune_facility;
use super::lookup::{names_by_province, names_of};
use super::places;
use super::titles::{Untitled, strip};

/// So many words must stand at the beginning of a hospital's name to mean it: one may begin the name of another that is
/// not here.
const WORDS_OF_A_BEGINNING: usize = 2;

/// A name without its titles, and what these say.
struct Short {
    words: Vec<String>,
    joined: String,
    kinds: Vec<FacilityKind>,
}

impl Short {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let (rest, kinds) = match strip(&folded) {
            Some(Untitled { rest, kinds, .. }) => (rest, kinds),
            None => (folded, Vec::new()),
        };
        Self { words: words(&rest).map(str::to_owned).collect(), joined: compact(&rest), kinds }
    }

    fn begins(&self, other: &Self) -> bool {
        other.words.len() > self.words.len() && other.words.starts_with(&self.words)
    }
}

/// How a short name stands to a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It stands in brackets in its name: enough to make another doubtful, and no more.
    Aside,
    /// Its name begins so.
    Beginning,
    /// It is called so.
    Whole,
}

struct Called {
    id: FacilityId,
    kind: FacilityKind,
    names: Vec<Short>,
    asides: Vec<String>,
}

/// The short names of facilities.
pub struct ShortNames(Vec<Called>);

/// The largest of the places that have a name, by the name without spaces.
fn levels() -> &'static HashMap<String, Level> {
    static LEVELS: OnceLock<HashMap<String, Level>> = OnceLock::new();
    LEVELS.get_or_init(|| {
        let mut levels = HashMap::new();
        // Provinces come before what lies in them.
        for level in [Level::Province, Level::District, Level::Commune] {
            for place in places().filter(|place| place.code.level() == level) {
                for name in names_of(place) {
                    levels.entry(compact(name)).or_insert(level);
                }
            }
        }
        levels
    })
}

/// A name without what stands in its brackets, and that.
fn without_brackets(name: &str) -> (String, Option<&str>) {
    let inside = name.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    match inside {
        Some((inside, behind)) => {
            let before = name.split('(').next().unwrap_or_default();
            (format!("{before} {behind}"), inside.split(',').next())
        }
        None => (name.to_owned(), None),
    }
}

impl Called {
    fn of(facility: &Facility) -> Self {
        let by_province = names_by_province(facility);
        let mut called =
            Self { id: facility.id.clone(), kind: facility.kind, names: Vec::new(), asides: Vec::new() };
        for name in facility.names().chain(by_province.iter().map(String::as_str)) {
            let (name, aside) = without_brackets(name);
            called.names.push(Short::of(&name));
            called.asides.extend(aside.map(compact).filter(|aside| !levels().contains_key(aside)));
        }
        called
    }

    fn fit(&self, short: &Short) -> Option<Fit> {
        let is_of_kind = short.kinds.is_empty() || short.kinds.contains(&self.kind);
        let whole = self.names.iter().any(|name| name.joined == short.joined).then_some(Fit::Whole);
        let beginning = || self.names.iter().any(|name| short.begins(name)).then_some(Fit::Beginning);
        let aside = || self.asides.contains(&short.joined).then_some(Fit::Aside);
        is_of_kind.then(|| whole.or_else(beginning).or_else(aside)).flatten()
    }
}

impl ShortNames {
    /// The short names of these facilities. The health centres and posts of communes need not be among them.
    pub fn of<Item: Borrow<Facility>>(facilities: impl IntoIterator<Item = Item>) -> Self {
        Self(facilities.into_iter().map(|facility| Called::of(facility.borrow())).collect())
    }

    /// The one facility that a text without its titles is the name of, or the beginning of its name, if it is a hospital.
    /// `None` where there is none, and where more than one may be meant.
    pub fn meant(&self, text: &str) -> Option<&FacilityId> {
        let short = Short::of(text);
        if short.joined.is_empty() {
            return None;
        }
        let level = levels().get(&short.joined).copied();
        // `Phnom Penh hospital` says no more than where: of a province only its own hospital is called after it.
        let is_no_more_than_a_place = match level {
            Some(_) if short.kinds.is_empty() => true,
            Some(Level::Province) => short.kinds.contains(&PrivateHospital),
            _ => false,
        };
        if is_no_more_than_a_place || is_of_a_commune(&short) {
            return None;
        }
        let mut fitting = self.0.iter().filter_map(|called| Some((called, called.fit(&short)?)));
        let (called, fit) = fitting.next().filter(|_| fitting.next().is_none())?;
        let is_meant = match fit {
            Fit::Whole => true,
            Fit::Beginning => {
                called.kind.is_hospital() && short.words.len() >= WORDS_OF_A_BEGINNING && level.is_none()
            }
            Fit::Aside => false,
        };
        is_meant.then_some(&called.id)
    }
}

/// Whether the health centre or the post of a commune may be meant as well.
fn is_of_a_commune(short: &Short) -> bool {
    let kinds = [HealthCentre, HealthPost].into_iter().filter(|kind| short.kinds.contains(kind));
    let communes = || places().filter(|place| names_of(place).any(|name| compact(name) == short.joined));
    kinds.into_iter().any(|kind| {
        communes().filter_map(|place| place.code.commune()).any(|at| commune_facility(kind, at).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::hospitals;

    fn meant(text: &str) -> String {
        ShortNames::of(hospitals()).meant(text).map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn a_name_without_its_title_means_the_one_that_is_called_so() {
        for (text, id) in [
            ("Calmette", "N00001"),
            ("calmette  hospital", "N00001"),
            ("ពេទ្យកាល់ម៉ែត", "N00001"),
            ("Preah Kossamak", "N00003"),
            ("ព្រះកុសុមៈ", "N00003"),
            ("ពេទ្យព្រះកុសុមៈ", "N00003"),
            ("Khmer Soviet", "N00002"),
            ("Khmer-Soviet hospital", "N00002"),
            ("Russian", "N00002"),
            ("Jayavarman VII", "N00008"),
            ("16 Makara hospital", "H130101"),
            ("Pochentong", "H120307"),
            ("Bati hospital", "H210201"),
            ("ពេទ្យបាទី", "H210201"),
            ("Kien Svay hospital", "H080201"),
            ("ពេទ្យបង្អែកខេត្តកណ្ដាល", "H080801"),
        ] {
            assert_eq!(meant(text), id, "{text}");
        }
    }

    #[test]
    fn where_several_may_be_meant_none_is() {
        for text in [
            "",
            "hospital",
            "Preah",
            "National",
            "Angkor hospital",
            "Phnom Penh",
            "Phnom Penh hospital",
            "ពេទ្យភ្នំពេញ",
            "Battambang",
            "Kien Svay",
            "កៀនស្វាយ",
            "Bati",
            "Bat Trang",
            "Bat Trang health centre",
            "Tboung Khmum hospital",
            "Ou Reang hospital",
            "Kantha Bopha hospital",
            "Khmer",
            "Calmete",
        ] {
            assert_eq!(meant(text), "", "{text}");
        }
    }
}
