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

/// The grade of a case of which so many people told independently: two witnesses make it at least a B. It never falls.
pub fn graded(evidence: Evidence, witnesses: usize) -> Evidence {
    let is_weaker = evidence.position() > Evidence::B.position();
    if witnesses >= 2 && is_weaker { Evidence::B } else { evidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_witness_lifts_what_is_weaker_and_lowers_nothing() {
        let graded_all =
            |witnesses| Evidence::ALL.iter().map(|one| graded(*one, witnesses)).collect::<Vec<_>>();
        assert_eq!(graded_all(1), Evidence::ALL);
        assert_eq!(graded_all(2), [Evidence::A, Evidence::B, Evidence::B, Evidence::B]);
        assert_eq!(graded_all(7), graded_all(2));
    }

    #[test]
    fn whichever_is_named_first_the_older_is_kept() {
        let [one, other] = [1, 2].map(Uuid::from_u128);
        assert_eq!((kept_first(one, other), kept_first(other, one)), ((one, other), (one, other)));
    }
}
