//! What must be said beside a figure, because of how its cases were gathered: few people reported them, others did before,
//! or the times are guesses. Numbers only; the words are found elsewhere.
//!
//! The borders are written once, here:
//! - **Estimates**: more than a third of the timed visits rest on an estimated time (3 · estimated > timed).
//! - **One officer**: more than half of all cases and observations come from one (2 · count > all), asked from five on.
//! - **One employer**: more than half of the cases come from one (2 · count > cases), asked from five cases on; those
//!   without a known employer count among the cases. Observations have no employer and do not count here.
//! - **Officers changed**, of two groups: their numbers of reporting officers differ by at least half of the larger one
//!   (2 · |a − b| ≥ max(a, b)): one and two, two and four do; two and three, three and five do not. A
//!   group without any officer has no cases, and is not said to have changed.
//! - **Gathered otherwise**, of two groups: the shares of observations among their timed visits lie at least half of all
//!   apart (2 · |aₒ/aₙ − bₒ/bₙ| ≥ 1): none of 40 and 20 of 40 do, none of 41 and 20 of 41 do not. Asked from five timed
//!   visits a side on. Who complains chooses to, and perhaps for a long wait; who is observed does not choose, so
//!   that such sides differ even where the waits do not.

use super::SMALL;

/// How the cases of a group were gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gathered {
    /// Cases and observations, timed or not.
    pub all: u32,
    /// Those with a known wait.
    pub timed: u32,
    /// Of these, those whose wait rests on an estimated time.
    pub estimated: u32,
    /// Of the timed ones, those that were observed and are no complaints.
    pub observed: u32,
    /// Cases alone, timed or not.
    pub cases: u32,
    /// How many officers reported any.
    pub officers: u32,
    /// How many of all the officer reported who reported most.
    pub of_one_officer: u32,
    /// How many of the cases the employer's people told whose told most.
    pub of_one_employer: u32,
}

impl Gathered {
    /// With how many each officer reported.
    #[must_use]
    pub fn by_officers(self, counts: impl IntoIterator<Item = u32>) -> Self {
        let (officers, of_one_officer) = number_and_most(counts);
        Self { officers, of_one_officer, ..self }
    }

    /// With how many of the cases came from each known employer.
    #[must_use]
    pub fn by_employers(self, counts: impl IntoIterator<Item = u32>) -> Self {
        Self { of_one_employer: number_and_most(counts).1, ..self }
    }
}

fn number_and_most(counts: impl IntoIterator<Item = u32>) -> (u32, u32) {
    let counts = counts.into_iter().filter(|count| *count > 0);
    counts.fold((0, 0), |(number, most), count| (number + 1, most.max(count)))
}

/// Of what a warning speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Of the one group that is shown.
    All,
    /// Of the first of two.
    A,
    /// Of the second of two.
    B,
}

/// One thing to be said beside the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Over a third of the timed visits rest on an estimated time.
    Estimates {
        /// In which group.
        of: Of,
        /// So many are estimates.
        estimated: u32,
        /// Of so many timed visits.
        timed: u32,
    },
    /// One officer reported over half of the cases.
    OneOfficer {
        /// In which group.
        of: Of,
        /// So many.
        count: u32,
        /// Of so many.
        all: u32,
    },
    /// Over half of the cases came from one employer.
    OneEmployer {
        /// In which group.
        of: Of,
        /// So many.
        count: u32,
        /// Of so many.
        all: u32,
    },
    /// One group is mostly complaints and the other mostly observations.
    GatheredOtherwise {
        /// So many of the first were observed, of so many timed visits.
        a: (u32, u32),
        /// The same of the second.
        b: (u32, u32),
    },
    /// Other numbers of officers reported the two groups.
    OfficersChanged {
        /// How many reported the first.
        a: u32,
        /// How many reported the second.
        b: u32,
    },
}

/// What must be said of one group's figures.
pub fn warnings(group: &Gathered) -> Vec<Warning> {
    warnings_of(Of::All, group).collect()
}

/// What must be said of two groups' figures side by side: first what concerns both, then each.
pub fn warnings_between(a: &Gathered, b: &Gathered) -> Vec<Warning> {
    let otherwise = gathered_otherwise((a.observed, a.timed), (b.observed, b.timed));
    let changed = officers_changed(a.officers, b.officers);
    let both = otherwise.into_iter().chain(changed);
    both.chain(warnings_of(Of::A, a)).chain(warnings_of(Of::B, b)).collect()
}

fn gathered_otherwise(a: (u32, u32), b: (u32, u32)) -> Option<Warning> {
    let [of_a, in_a, of_b, in_b] = [a.0, a.1, b.0, b.1].map(u128::from);
    let is_otherwise = 2 * (of_a * in_b).abs_diff(of_b * in_a) >= in_a * in_b;
    (a.1 >= SMALL && b.1 >= SMALL && is_otherwise).then_some(Warning::GatheredOtherwise { a, b })
}

fn officers_changed(a: u32, b: u32) -> Option<Warning> {
    let changed = a > 0 && b > 0 && a.abs_diff(b) >= a.max(b).div_ceil(2);
    changed.then_some(Warning::OfficersChanged { a, b })
}

fn warnings_of(of: Of, group: &Gathered) -> impl Iterator<Item = Warning> {
    let Gathered { all, timed, estimated, cases, .. } = *group;
    let estimates = u64::from(estimated) * 3 > u64::from(timed);
    let is_most = |count: u32, all: u32| all >= SMALL && u64::from(count) * 2 > u64::from(all);
    let (officer, employer) = (group.of_one_officer, group.of_one_employer);
    [
        estimates.then_some(Warning::Estimates { of, estimated, timed }),
        is_most(officer, all).then_some(Warning::OneOfficer { of, count: officer, all }),
        is_most(employer, cases).then_some(Warning::OneEmployer { of, count: employer, all: cases }),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn just_a_third_of_estimates_is_no_matter() {
        let group = Gathered { all: 12, timed: 12, estimated: 4, ..Gathered::default() };
        assert_eq!(warnings(&group), []);
        let more = Gathered { estimated: 5, ..group };
        assert_eq!(warnings(&more), [Warning::Estimates { of: Of::All, estimated: 5, timed: 12 }]);
        let one = Gathered { all: 1, timed: 1, estimated: 1, ..group };
        assert_eq!(warnings(&one), [Warning::Estimates { of: Of::All, estimated: 1, timed: 1 }]);
        assert_eq!(warnings(&Gathered::default()), []);
    }

    #[test]
    fn just_half_from_one_is_no_matter_and_under_five_nothing_is() {
        let half =
            Gathered { all: 6, cases: 6, ..Gathered::default() }.by_officers([3, 0, 2, 1]).by_employers([3]);
        assert_eq!((half.officers, half.of_one_officer, half.of_one_employer), (3, 3, 3));
        assert_eq!(warnings(&half), []);
        let five = Gathered { all: 5, cases: 5, ..half };
        let (officer, employer) = (
            Warning::OneOfficer { of: Of::All, count: 3, all: 5 },
            Warning::OneEmployer { of: Of::All, count: 3, all: 5 },
        );
        assert_eq!(warnings(&five), [officer, employer]);
        assert_eq!(warnings(&Gathered { all: 4, cases: 4, ..half }), []);
        let observed_too = Gathered { all: 40, cases: 5, ..half };
        assert_eq!(warnings(&observed_too), [employer], "observations have no employer");
        assert_eq!(warnings(&Gathered { cases: 4, ..observed_too }), []);
        let huge = Gathered { all: u32::MAX, of_one_officer: u32::MAX, ..Gathered::default() };
        assert_eq!(warnings(&huge).len(), 1);
    }

    #[test]
    fn officers_changed_where_half_of_the_larger_number_is_gone_or_new() {
        let changed = |a, b| {
            let group = |officers| Gathered { officers, ..Gathered::default() };
            let found = warnings_between(&group(a), &group(b));
            assert!(found.is_empty() || found == [Warning::OfficersChanged { a, b }]);
            assert_eq!(warnings_between(&group(b), &group(a)).len(), found.len());
            !found.is_empty()
        };
        for (a, b) in [(1, 2), (2, 4), (2, 5), (3, 6), (1, 9), (1, u32::MAX)] {
            assert!(changed(a, b), "{a} {b}");
        }
        for (a, b) in [(0, 0), (0, 7), (1, 1), (2, 3), (3, 4), (3, 5), (5, 9)] {
            assert!(!changed(a, b), "{a} {b}");
        }
    }

    #[test]
    fn complaints_against_observations_are_told_apart_from_half_of_all_on() {
        let group = |(observed, timed)| Gathered { timed, observed, ..Gathered::default() };
        let is_told = |a, b| {
            let found = warnings_between(&group(a), &group(b));
            assert!(found.is_empty() || found == [Warning::GatheredOtherwise { a, b }]);
            assert_eq!(warnings_between(&group(b), &group(a)).len(), found.len());
            !found.is_empty()
        };
        for (a, b) in [((0, 40), (20, 40)), ((0, 5), (5, 5)), ((10, 40), (9, 12)), ((0, u32::MAX), (9, 9))] {
            assert!(is_told(a, b), "{a:?} {b:?}");
        }
        for (a, b) in
            [((0, 41), (20, 41)), ((0, 4), (5, 5)), ((7, 7), (9, 9)), ((0, 0), (9, 9)), ((0, 9), (0, 5))]
        {
            assert!(!is_told(a, b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn each_side_is_named() {
        let group = Gathered { all: 10, cases: 10, timed: 3, estimated: 2, ..Gathered::default() };
        let (a, b) = (group.by_officers([5, 5]), group.by_officers([10]).by_employers([6, 2]));
        assert_eq!(
            warnings_between(&a, &b),
            [
                Warning::OfficersChanged { a: 2, b: 1 },
                Warning::Estimates { of: Of::A, estimated: 2, timed: 3 },
                Warning::Estimates { of: Of::B, estimated: 2, timed: 3 },
                Warning::OneOfficer { of: Of::B, count: 10, all: 10 },
                Warning::OneEmployer { of: Of::B, count: 6, all: 10 },
            ]
        );
    }
}
