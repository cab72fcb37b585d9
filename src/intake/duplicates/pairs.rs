//! Pairs of cases that are likely one, among many.

use super::crowd::{CROWD, Crowd};
use super::traits::Traits;
use super::weigh::{Likeness, likeness};

/// Visits more days apart than these are never one.
pub const NEAR_DAYS: u16 = 3;

/// Two cases of a list that are likely one, by their places there.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The one that stands first.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// How likely, and why.
    pub likeness: Likeness,
}

/// Cases of a list that are likely the same as one.
pub fn beside(one: &Traits, others: &[Traits]) -> Vec<(usize, Likeness)> {
    let there = others.iter().enumerate().filter(|(_, other)| other.facility == one.facility);
    let mut found: Vec<(usize, Likeness)> =
        there.filter_map(|(place, other)| Some((place, likeness(one, other)?))).collect();
    found.sort_by(|(_, one), (_, other)| other.score.total_cmp(&one.score));
    found
}

/// All pairs of a list that are likely one and of which `wanted` holds, the likeliest first. Each facility's cases are gone through in the
/// order of their visits, each beside those of the next days only; where these are a crowd, beside those that share something
/// telling with it.
pub fn sweep(all: &[Traits], wanted: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    let key = |place: &usize| all.get(*place).map(|traits| (traits.facility, traits.visited));
    order.sort_unstable_by_key(|place| (key(place), *place));
    let mut pairs = Vec::new();
    let facility = |place: &usize| all.get(*place).map(|traits| traits.facility);
    for group in order.chunk_by(|one, other| facility(one) == facility(other)) {
        let cases: Vec<&Traits> = group.iter().filter_map(|place| all.get(*place)).collect();
        sweep_group(&cases, |one, other, likeness| {
            if let (Some(one), Some(other)) = (group.get(one), group.get(other))
                && wanted(*one, *other)
            {
                let (one, other) = (*one.min(other), *one.max(other));
                pairs.push(Pair { one, other, likeness });
            }
        });
    }
    pairs.sort_by(|one, other| {
        let by_score = other.likeness.score.total_cmp(&one.likeness.score);
        by_score.then((one.one, one.other).cmp(&(other.one, other.other)))
    });
    pairs
}

/// The same of one facility, whose cases stand in the order of their visits.
fn sweep_group(cases: &[&Traits], mut take: impl FnMut(usize, usize, Likeness)) {
    let mut crowd: Option<Crowd> = None;
    let mut end = 0;
    for (place, one) in cases.iter().enumerate() {
        let is_near = |other: &&Traits| other.visited.abs_diff(one.visited) <= u32::from(NEAR_DAYS);
        end = end.max(place + 1);
        while cases.get(end).is_some_and(is_near) {
            end += 1;
        }
        let mut look = |there: usize| {
            if let Some(likeness) = cases.get(there).and_then(|other| likeness(one, other)) {
                take(place, there, likeness);
            }
        };
        if end - place <= CROWD {
            (place + 1..end).for_each(&mut look);
        } else {
            let crowd = crowd.get_or_insert_with(|| Crowd::of(cases.iter().copied()));
            crowd.behind(place, end, one).into_iter().for_each(&mut look);
        }
    }
}
