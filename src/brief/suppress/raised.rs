//! What may be told of the cases of earlier submissions. A party knows what it was sent, but a brief is passed on: so a submission of
//! one to four cases is told without their number, and none can be worked out from two submissions that share cases, from a
//! table of the brief that holds them, or from what the party made of them.

use std::collections::BTreeMap;

use super::{Published, publish};
use crate::domain::values::PartyOutcome;
use crate::insight::SMALL;

/// A submission by the names of its cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raised<Case> {
    /// Its cases, with what the party made of each; `None` for those that wait, or were taken back.
    pub cases: BTreeMap<Case, Option<PartyOutcome>>,
    /// For the groups that the document shows: how many of these cases are among those of the group, and how many are in
    /// the group.
    pub beside: Vec<Beside>,
}

/// A group of cases that a document shows, beside a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// Cases of the submission that are in the group.
    pub inside: u32,
    /// Cases of the group.
    pub group: u32,
}

/// What may be told of a submission's cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RaisedTold {
    /// How many they are; `None` where that may not be told.
    pub cases: Option<u32>,
    /// Whether that is so because they are one to four.
    pub are_few: bool,
    /// How many of them the party made what of: by themselves, and those that are told as one. Nothing where it has not
    /// answered, or the number may not be told.
    pub outcomes: Vec<(Vec<Option<PartyOutcome>>, u32)>,
}

fn is_enough(count: u32) -> bool {
    count == 0 || count >= SMALL
}

/// What may be told of submissions to one party, in their order.
pub fn tell_raised<Case: Ord>(all: &[Raised<Case>]) -> Vec<RaisedTold> {
    let mut shown: Vec<&Raised<Case>> = Vec::new();
    let tell = |raised: &Raised<Case>, shown: &[&Raised<Case>]| {
        let cases = raised.cases.len() as u32;
        let are_few = !is_enough(cases);
        let may = !are_few
            && raised.beside.iter().all(|beside| stands_beside(cases, *beside))
            && shown.iter().all(|other| do_not_give_away(raised, other));
        let outcomes = if may { outcomes(raised) } else { Vec::new() };
        RaisedTold { cases: may.then_some(cases), are_few, outcomes }
    };
    all.iter()
        .map(|raised| {
            let told = tell(raised, &shown);
            if told.cases.is_some() {
                shown.push(raised);
            }
            told
        })
        .collect()
}

/// Whether a number of cases may stand in one document with a group that holds all or nearly all of them.
fn stands_beside(cases: u32, Beside { inside, group }: Beside) -> bool {
    let is_part = cases.saturating_sub(inside) < SMALL;
    !is_part || (is_enough(group.abs_diff(cases)) && is_enough(group.saturating_sub(inside)))
}

/// Whether the numbers of two submissions may stand beside each other: where they share cases, as when one is raised again,
/// what only one of them holds is none or enough.
fn do_not_give_away<Case: Ord>(one: &Raised<Case>, other: &Raised<Case>) -> bool {
    let common = one.cases.keys().filter(|case| other.cases.contains_key(case)).count() as u32;
    let [one, other] = [one, other].map(|raised| raised.cases.len() as u32);
    common == 0 || [one - common, other - common, one.abs_diff(other)].into_iter().all(is_enough)
}

fn outcomes<Case>(raised: &Raised<Case>) -> Vec<(Vec<Option<PartyOutcome>>, u32)> {
    let mut counts: BTreeMap<Option<PartyOutcome>, u32> = BTreeMap::new();
    for outcome in raised.cases.values() {
        *counts.entry(*outcome).or_default() += 1;
    }
    if counts.keys().all(Option::is_none) {
        return Vec::new();
    }
    let Published { mut shown, mut merged } =
        publish(counts.into_iter().collect(), |(_, count)| *count, usize::MAX);
    // In the order of the table, not of their numbers: of those told as one nothing is said of which are more.
    let place = |outcome: &Option<PartyOutcome>| outcome.map_or(u8::MAX, |outcome| outcome as u8);
    shown.sort_by_key(|(outcome, _)| place(outcome));
    merged.sort_by_key(|(outcome, _)| place(outcome));
    let together = merged.iter().map(|(_, count)| count).sum();
    let mut told: Vec<_> = shown.into_iter().map(|(outcome, count)| (vec![outcome], count)).collect();
    if !merged.is_empty() {
        told.push((merged.into_iter().map(|(outcome, _)| outcome).collect(), together));
    }
    told
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use PartyOutcome::{NotUpheld, Partly, Upheld};

    fn raised(cases: impl IntoIterator<Item = u32>, outcomes: &[Option<PartyOutcome>]) -> Raised<u32> {
        let cases = cases.into_iter().enumerate();
        let of = |place: usize| outcomes.get(place % outcomes.len().max(1)).copied().flatten();
        Raised { cases: cases.map(|(place, case)| (case, of(place))).collect(), beside: Vec::new() }
    }

    #[test]
    fn few_cases_are_not_counted_and_their_outcomes_not_told() {
        let told = tell_raised(&[raised(0..4, &[Some(Upheld)]), raised(10..15, &[Some(Upheld)])]);
        assert_eq!(told[0], RaisedTold { cases: None, are_few: true, outcomes: vec![] });
        assert_eq!(told[1].cases, Some(5));
        assert_eq!(told[1].outcomes, [(vec![Some(Upheld)], 5)]);
        // Nothing is told of what the party made of them before it answered.
        assert_eq!(tell_raised(&[raised(0..9, &[])])[0].outcomes, []);
    }

    #[test]
    fn outcomes_of_few_are_told_as_one() {
        let pattern = [Some(Upheld), Some(Upheld), Some(Upheld), Some(Partly), Some(NotUpheld), None];
        let told = tell_raised(&[raised(0..12, &pattern)]);
        assert_eq!(
            told[0].outcomes,
            [(vec![Some(Upheld)], 6), (vec![Some(Partly), Some(NotUpheld), None], 6)]
        );
    }

    #[test]
    fn what_was_raised_again_does_not_tell_how_many_were_not() {
        let told = tell_raised(&[raised(0..12, &[]), raised(0..10, &[]), raised(0..6, &[])]);
        let cases: Vec<Option<u32>> = told.iter().map(|told| told.cases).collect();
        assert_eq!(cases, [Some(12), None, Some(6)]);
    }

    #[test]
    fn a_table_of_the_brief_does_not_tell_how_many_were_not_raised() {
        let with = |inside, group| Raised { beside: vec![Beside { inside, group }], ..raised(0..12, &[]) };
        let told = |inside, group| tell_raised(&[with(inside, group)])[0].cases;
        assert_eq!(told(12, 14), None);
        assert_eq!(told(10, 14), None);
        assert_eq!(told(12, 12), Some(12));
        assert_eq!(told(12, 17), Some(12));
        // Where most of it lies elsewhere, the group says nothing of it.
        assert_eq!(told(3, 14), Some(12));
    }

    proptest! {
        #[test]
        fn no_small_outcome_stands_alone_nor_is_left_over(
            pattern in prop::collection::vec(0_u8..5, 1..30),
        ) {
            let outcome = |code: &u8| match code {
                0 => Some(Upheld), 1 => Some(Partly), 2 => Some(NotUpheld), 3 => Some(PartyOutcome::NoAnswer), _ => None,
            };
            let outcomes: Vec<_> = pattern.iter().map(outcome).collect();
            let told = &tell_raised(&[raised(0..pattern.len() as u32, &outcomes)])[0];
            for (which, count) in &told.outcomes {
                prop_assert!(*count >= SMALL, "{which:?} {count}");
                let all = told.cases.unwrap_or_default();
                // What is not in this cell may be told as well: it is other cells, none of them small.
                prop_assert!(is_enough(all - count));
            }
            if !told.outcomes.is_empty() {
                let sum: u32 = told.outcomes.iter().map(|(_, count)| count).sum();
                prop_assert_eq!(Some(sum), told.cases);
            }
        }
    }
}
