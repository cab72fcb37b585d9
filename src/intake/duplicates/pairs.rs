//! Pairs of cases that are likely one, among many.

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

/// All pairs of a list that are likely one and of which `wanted` holds, the likeliest first. Each facility's cases are gone through in the order of
/// their visits, each beside those of the next days only.
pub fn sweep(all: &[Traits], wanted: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    let key = |place: &usize| all.get(*place).map(|traits| (traits.facility, traits.visited));
    order.sort_unstable_by_key(|place| (key(place), *place));
    let mut pairs = Vec::new();
    for (index, place) in order.iter().enumerate() {
        let Some(one) = all.get(*place) else {
            continue;
        };
        let near = |other: &Traits| {
            other.facility == one.facility && other.visited.abs_diff(one.visited) <= u32::from(NEAR_DAYS)
        };
        let behind = order.iter().skip(index + 1).map_while(|place| {
            let other = all.get(*place)?;
            near(other).then_some((*place, other))
        });
        for (place_there, other) in behind {
            if let Some(likeness) = likeness(one, other)
                && wanted(*place, place_there)
            {
                let (one, other) = (*place.min(&place_there), *place.max(&place_there));
                pairs.push(Pair { one, other, likeness });
            }
        }
    }
    pairs.sort_by(|one, other| {
        let by_score = other.likeness.score.total_cmp(&one.likeness.score);
        by_score.then((one.one, one.other).cmp(&(other.one, other.other)))
    });
    pairs
}
