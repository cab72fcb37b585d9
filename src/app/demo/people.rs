//! The made-up member and patient: names, numbers that nobody should have, and what the patient is to the member.

use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::values::{Coded, Relation, Sex, ToldBy};
use crate::reference::Place;

use super::names::{FAMILY, MEN, Name, PREFIXES, VILLAGES, WOMEN};
use super::places::Patients;
use super::random::Random;

/// Who complains, and for whom.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) is_woman: bool,
    pub(super) relation: Relation,
    /// The patient's.
    pub(super) sex: Sex,
    pub(super) told_by: ToldBy,
    /// Full name, or none.
    pub(super) name: String,
    /// In the form `0xx xxx xxx`, or none.
    pub(super) phone: String,
}

impl Person {
    /// Somebody whose officer writes names in Khmer or in Latin letters.
    pub(super) fn new(patients: Patients, in_khmer: bool, random: &mut Random) -> Self {
        // Four of five who work in the factories are women.
        let is_woman = random.percent(80);
        let told_by = random.weighted(
            &[(ToldBy::Member, 74), (ToldBy::Dependant, 7), (ToldBy::Witness, 8), (ToldBy::Officer, 11)],
            ToldBy::Member,
        );
        let relation = relation(patients, is_woman, random);
        let sex = match relation {
            Relation::Myself => sex(is_woman),
            Relation::Spouse => sex(!is_woman),
            _ => sex(patients == Patients::WomenAndChildren || random.percent(55)),
        };
        Self {
            is_woman,
            relation,
            sex,
            told_by,
            name: if random.percent(94) { name(is_woman, in_khmer, random) } else { String::new() },
            phone: if random.percent(86) { phone(random) } else { String::new() },
        }
    }

    /// Writes the identity and the patient down.
    pub(super) fn fill(&self, draft: &mut Draft, home: Option<&Place>, in_khmer: bool, random: &mut Random) {
        draft.set(Column::PatientRelation, self.relation.code());
        if random.percent(84) {
            draft.set(Column::PatientSex, self.sex.code());
        }
        draft.set(Column::ToldBy, self.told_by.code());
        draft.set(Column::MemberName, self.name.as_str());
        draft.set(Column::MemberPhone, self.phone.as_str());
        if random.percent(78) {
            draft.set(Column::MemberNssfNumber, nssf_number(random));
        }
        if random.percent(22) {
            draft.set(Column::MemberAddress, address(home, in_khmer, random));
        }
        if random.percent(18) {
            draft.set(Column::MemberEmployeeNumber, format!("W{:05}", random.below(100_000)));
        }
    }
}

fn sex(is_woman: bool) -> Sex {
    if is_woman { Sex::Female } else { Sex::Male }
}

fn relation(patients: Patients, is_woman: bool, random: &mut Random) -> Relation {
    match patients {
        Patients::Children => Relation::Child,
        Patients::WomenAndChildren if is_woman => {
            if random.percent(75) {
                Relation::Myself
            } else {
                Relation::Child
            }
        }
        Patients::WomenAndChildren => Relation::Spouse,
        Patients::All => random.weighted(
            &[(Relation::Myself, 70), (Relation::Spouse, 10), (Relation::Child, 14), (Relation::Other, 6)],
            Relation::Myself,
        ),
    }
}

fn name(is_woman: bool, in_khmer: bool, random: &mut Random) -> String {
    let given: &[Name] = if is_woman { &WOMEN } else { &MEN };
    let (family, given) = (random.pick(&FAMILY), random.pick(given));
    if in_khmer { format!("{} {}", family.0, given.0) } else { format!("{} {}", family.1, given.1) }
}

/// After the prefix comes a nought, so that the number is unlikely to be anybody's.
fn phone(random: &mut Random) -> String {
    let (prefix, number) = (random.pick(&PREFIXES), random.below(100_000));
    format!("{prefix} 0{:02} {:03}", number / 1000, number % 1000)
}

/// Nine digits, sometimes with a Khmer letter behind them; no public rule says how a real one is built.
fn nssf_number(random: &mut Random) -> String {
    const LETTERS: [&str; 6] = ["ក", "ខ", "គ", "ច", "ត", "ប"];
    let letter = if random.percent(30) { random.pick(&LETTERS) } else { "" };
    format!("{:04}{:05}{letter}", random.below(10_000), random.below(100_000))
}

fn address(home: Option<&Place>, in_khmer: bool, random: &mut Random) -> String {
    let village = random.pick(&VILLAGES);
    let house = random.between(1, 320);
    match home {
        Some(home) if in_khmer => format!("ផ្ទះលេខ {house} ភូមិ{} {}", village.0, home.name_km),
        Some(home) => format!("No. {house}, {} village, {}", village.1, home.name_en),
        None if in_khmer => format!("ភូមិ{}", village.0),
        None => format!("{} village", village.1),
    }
}
