//! Waits: how many visits waited how many minutes. What every figure about waits is computed from.
//!
//! Waits are whole minutes, so a million of them are a few hundred steps: kept as steps they are small, add up
//! exactly, and have their order at hand.

/// Waits in whole minutes, as steps of `(minutes, visits)`, the shortest first; no step is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waits {
    steps: Vec<(u32, u32)>,
}

impl Waits {
    /// Those of a table: how many visits waited no minute, one, two, and so on.
    pub fn of_table(visits: &[u32]) -> Self {
        let steps = || (0..).zip(visits).filter(|(_, visits)| **visits > 0);
        let mut made = Vec::with_capacity(steps().count());
        made.extend(steps().map(|(minutes, visits)| (minutes, *visits)));
        Self { steps: made }
    }

    /// How many visits.
    pub fn count(&self) -> u32 {
        let count: u64 = self.steps.iter().map(|(_, visits)| u64::from(*visits)).sum();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The steps of `(minutes, visits)`, the shortest wait first; no step is empty.
    pub fn steps(&self) -> &[(u32, u32)] {
        &self.steps
    }

    /// Takes in visits that waited so long.
    pub fn add(&mut self, minutes: u32, visits: u32) {
        if visits == 0 {
            return;
        }
        // Mostly they come in order.
        if self.steps.last().is_none_or(|last| last.0 < minutes) {
            self.steps.push((minutes, visits));
            return;
        }
        match self.steps.binary_search_by_key(&minutes, |step| step.0) {
            Ok(place) => {
                if let Some(step) = self.steps.get_mut(place) {
                    step.1 = step.1.saturating_add(visits);
                }
            }
            Err(place) => self.steps.insert(place, (minutes, visits)),
        }
    }

    /// Takes out visits that were taken in before.
    pub fn remove(&mut self, minutes: u32, visits: u32) {
        if let Ok(place) = self.steps.binary_search_by_key(&minutes, |step| step.0)
            && let Some(step) = self.steps.get_mut(place)
        {
            step.1 = step.1.saturating_sub(visits);
            if step.1 == 0 {
                self.steps.remove(place);
            }
        }
    }

    /// Takes in all of others.
    pub fn merge(&mut self, others: &Self) {
        let mut own = std::mem::take(&mut self.steps).into_iter().peekable();
        self.steps.reserve(own.len().max(others.steps.len()));
        for (minutes, visits) in &others.steps {
            while let Some(shorter) = own.next_if(|step| step.0 < *minutes) {
                self.steps.push(shorter);
            }
            let more = own.next_if(|step| step.0 == *minutes).map_or(0, |step| step.1);
            self.steps.push((*minutes, visits.saturating_add(more)));
        }
        self.steps.extend(own);
    }
}

impl FromIterator<u32> for Waits {
    fn from_iter<T: IntoIterator<Item = u32>>(minutes: T) -> Self {
        let mut minutes: Vec<u32> = minutes.into_iter().collect();
        minutes.sort_unstable();
        let mut steps: Vec<(u32, u32)> = Vec::new();
        for wait in minutes {
            match steps.last_mut() {
                Some(last) if last.0 == wait => last.1 = last.1.saturating_add(1),
                _ => steps.push((wait, 1)),
            }
        }
        Self { steps }
    }
}

/// Steps of `(minutes, visits)` in any order, also several of one length.
impl FromIterator<(u32, u32)> for Waits {
    fn from_iter<T: IntoIterator<Item = (u32, u32)>>(steps: T) -> Self {
        let mut waits = Self::default();
        for (minutes, visits) in steps {
            waits.add(minutes, visits);
        }
        waits
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn steps_stand_in_order_and_none_is_empty() {
        let mut waits: Waits = [90, 5, 90, 0].into_iter().collect();
        assert_eq!(waits.steps(), [(0, 1), (5, 1), (90, 2)]);
        waits.add(7, 3);
        waits.add(8, 0);
        waits.remove(5, 1);
        waits.remove(90, 1);
        waits.remove(44, 1);
        assert_eq!((waits.steps(), waits.count()), ([(0, 1), (7, 3), (90, 1)].as_slice(), 5));
        assert!(Waits::default().is_empty());
        assert_eq!(Waits::of_table(&[0, 2, 0, 1, 0]).steps(), [(1, 2), (3, 1)]);
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_whole(one in prop::collection::vec(0_u32..300, 0..60), other in prop::collection::vec(0_u32..300, 0..60)) {
            let whole: Waits = one.iter().chain(&other).copied().collect();
            let mut merged: Waits = one.iter().copied().collect();
            merged.merge(&other.iter().copied().collect());
            prop_assert_eq!(&merged, &whole);
            for minutes in other {
                merged.remove(minutes, 1);
            }
            prop_assert_eq!(merged, one.into_iter().collect());
        }
    }
}
