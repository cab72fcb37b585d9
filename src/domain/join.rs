//! Joining: of two cases that tell of the same visit one is kept, and the other becomes its witness.
//!
//! The one that was logged first – its UUID is the smaller – is always the one that is kept, so that two books can never join
//! each into the other. The other goes from lists and counts as long as the kept one stands and knows of it; where the kept
//! one's logging is taken back, it comes back by itself: a case never gets lost.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::number::CaseNumber;
use super::values::{Coded, Evidence, ToldBy};

/// The body of `joined`, of the case that goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The case that is kept.
    pub into: Uuid,
    /// Its number.
    pub number: CaseNumber,
}

/// The body of `witnessed`, of the case that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witnessed {
    /// The case that tells of the same visit.
    pub case: Uuid,
    /// Its number.
    pub number: CaseNumber,
    /// Who told that one.
    pub told_by: ToldBy,
    /// Whether that was somebody else than who had told of it before. Who tells the same twice is one witness.
    pub independent: bool,
    /// How well that one was shown; of an entry that does not say, told at first hand.
    #[serde(default = "first_hand")]
    pub evidence: Evidence,
}

fn first_hand() -> Evidence {
    Evidence::C
}

/// The body of `parted`, of the case that was kept: one that was joined into it stands by itself again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parted {
    /// That case.
    pub case: Uuid,
}

/// The body of `kept-apart`, of both cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptApart {
    /// The case that it is not.
    pub other: Uuid,
}

/// The one of two cases that is kept, and the one that is joined into it.
pub fn kept_first(one: Uuid, other: Uuid) -> (Uuid, Uuid) {
    if one < other { (one, other) } else { (other, one) }
}

/// The grade of a case of this grade with these witnesses: the best of what is shown for it, and at least a B where two people
/// told of it independently and at first hand. Hearsay beside hearsay stays that. It never falls.
pub fn graded(own: Evidence, witnesses: &[Witnessed]) -> Evidence {
    let is_first_hand = |evidence: Evidence| evidence.position() <= Evidence::C.position();
    let others = witnesses.iter().filter(|one| one.independent && is_first_hand(one.evidence)).count();
    let told = usize::from(is_first_hand(own)) + others;
    let at_least = if told >= 2 { Evidence::B } else { Evidence::D };
    let shown = witnesses.iter().map(|one| one.evidence).chain([own, at_least]);
    shown.min_by_key(|evidence| evidence.position()).unwrap_or(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_witness_lifts_what_is_weaker_and_lowers_nothing() {
        use Evidence::{A, B, C, D};
        let witness = |independent: bool, evidence: Evidence| Witnessed {
            case: Uuid::from_u128(2),
            number: CaseNumber::new(&"KC".parse().unwrap(), 2),
            told_by: ToldBy::Witness,
            independent,
            evidence,
        };
        for (own, witnesses, expected) in [
            (C, vec![], C),
            (C, vec![witness(true, C)], B),
            (C, vec![witness(false, C)], C),
            (D, vec![witness(true, D)], D),
            (D, vec![witness(true, C)], C),
            (D, vec![witness(true, C), witness(true, C)], B),
            (C, vec![witness(true, D)], C),
            (C, vec![witness(false, A)], A),
            (A, vec![witness(true, C)], A),
        ] {
            assert_eq!(graded(own, &witnesses), expected, "{own} {witnesses:?}");
        }
    }

    #[test]
    fn whichever_is_named_first_the_older_is_kept() {
        let [one, other] = [1, 2].map(Uuid::from_u128);
        assert_eq!((kept_first(one, other), kept_first(other, one)), ((one, other), (one, other)));
    }
}
