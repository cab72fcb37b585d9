//! How many places were struck, by why.

use std::ops::AddAssign;

use super::Suspect;

/// Counts of what was struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Struck([usize; Suspect::ALL.len()]);

impl Struck {
    /// How many places in all.
    pub fn places(&self) -> usize {
        self.0.iter().sum()
    }

    /// How many for each reason, none of them zero, the surest reason first.
    pub fn by_kind(&self) -> impl Iterator<Item = (Suspect, usize)> {
        Suspect::ALL.into_iter().zip(self.0).filter(|(_, places)| *places > 0)
    }
}

impl AddAssign for Struck {
    fn add_assign(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }
}

impl FromIterator<Suspect> for Struck {
    fn from_iter<T: IntoIterator<Item = Suspect>>(reasons: T) -> Self {
        let mut struck = Self::default();
        for why in reasons {
            let count = Suspect::ALL.iter().position(|known| *known == why);
            if let Some(count) = count.and_then(|place| struck.0.get_mut(place)) {
                *count += 1;
            }
        }
        struck
    }
}
