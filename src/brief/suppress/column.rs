//! One column of figures beside the counts of cases: how many of a place's cases are open, severe, timed.
//!
//! Every case lies in one part of each partition (its place, its payer) and in one or more overlapping groups (its
//! problems). A figure x of n cases may be told where neither x nor n − x is 1 to 4. What is not told can still be bounded:
//! the figures of a partition's parts sum to that of the whole, and a group's figure is at most that of the whole and at
//! least what the others cannot hold. So further figures are left untold, until each that is to be hidden may be anything
//! from 1 to 4 for all that is told. These bounds are those of a linear program over all tables that fit what is told.

use crate::insight::SMALL;

/// A figure of some cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    /// How many cases.
    pub of: u32,
    /// Of how many the figure is true.
    pub is: u32,
    /// Whether it is told.
    pub is_told: bool,
}

/// A column.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    /// Of all cases.
    pub whole: Option<Figure>,
    /// Of the parts of partitions. The last part of each may be all that is not shown by itself.
    pub partitions: Vec<Vec<Figure>>,
    /// Of overlapping groups, of which each case is in at least one.
    pub groups: Vec<Figure>,
    /// How many cases are in groups that are not among them, added up.
    pub hidden: u32,
}

/// From what to what.
type Range = (i64, i64);

impl Figure {
    /// A figure that is told if neither it nor its complement is 1 to 4.
    pub fn new(of: u32, is: u32) -> Self {
        let is = is.min(of);
        let figure = Self { of, is, is_told: false };
        Self { is_told: !figure.is_small() && !figure.others_are_small(), ..figure }
    }

    /// One that is not told whatever it is.
    pub fn untold(of: u32, is: u32) -> Self {
        Self { is_told: false, ..Self::new(of, is) }
    }

    fn is_small(self) -> bool {
        (1..SMALL).contains(&self.is)
    }

    fn others_are_small(self) -> bool {
        (1..SMALL).contains(&(self.of - self.is.min(self.of)))
    }

    /// What it is at least and at most by itself.
    fn range(self) -> Range {
        if self.is_told { (self.is.into(), self.is.into()) } else { (0, self.of.into()) }
    }

    /// Whether who bounds it so learns no more than that it is 1 to 4, if it is.
    fn is_hidden_in(self, (low, high): Range) -> bool {
        let most = i64::from(SMALL) - 1;
        let of = i64::from(self.of);
        self.is_told
            || (!self.is_small() || (low <= 1 && high >= most))
                && (!self.others_are_small() || (high >= of - 1 && low <= of - most))
    }
}

impl Column {
    /// Leaves further figures untold, until none that is to be hidden can be bounded.
    pub fn protect(&mut self) {
        while !self.is_safe() {
            if !self.untell() {
                return;
            }
        }
    }

    /// Leaves one more untold: the whole, which no table needs, or the figure of the fewest cases.
    fn untell(&mut self) -> bool {
        let whole = self.whole.as_mut().filter(|whole| whole.is_told);
        let parts = self.partitions.iter_mut().flatten().chain(&mut self.groups);
        let next = whole.or_else(|| parts.filter(|part| part.is_told).min_by_key(|part| part.of));
        next.map(|figure| figure.is_told = false).is_some()
    }

    /// What the figure of the whole is at least and at most, for all that is told.
    fn whole_range(&self) -> Range {
        let all = self.whole.map_or(0, |whole| i64::from(whole.of));
        let (mut low, mut high) = self.whole.map_or((0, 0), Figure::range);
        for parts in &self.partitions {
            low = low.max(parts.iter().map(|part| part.range().0).sum());
            high = high.min(parts.iter().map(|part| part.range().1).sum());
        }
        let (mut true_of, mut untrue_of) = (i64::from(self.hidden), i64::from(self.hidden));
        for group in &self.groups {
            let (least, most) = group.range();
            let of = i64::from(group.of);
            low = low.max(least);
            high = high.min(all - of + most);
            true_of += most;
            untrue_of += of - least;
        }
        if !self.groups.is_empty() {
            high = high.min(true_of);
            low = low.max(all - untrue_of);
        }
        (low, high)
    }

    fn is_safe(&self) -> bool {
        let (low, high) = self.whole_range();
        let parts_hide = self.partitions.iter().all(|parts| {
            let [least, most]: [i64; 2] = [
                parts.iter().map(|part| part.range().0).sum(),
                parts.iter().map(|part| part.range().1).sum(),
            ];
            parts.iter().all(|part| {
                let (own_least, own_most) = part.range();
                let bounded =
                    (own_least.max(low - (most - own_most)), own_most.min(high - (least - own_least)));
                part.is_hidden_in(bounded)
            })
        });
        parts_hide
            && self.groups_hide((low, high))
            && self.whole.is_none_or(|whole| whole.is_hidden_in((low, high)))
    }

    fn groups_hide(&self, (low, high): Range) -> bool {
        let all = self.whole.map_or(0, |whole| i64::from(whole.of));
        let hidden = i64::from(self.hidden);
        let true_of: i64 = self.groups.iter().map(|group| group.range().1).sum::<i64>() + hidden;
        let untrue_of: i64 =
            self.groups.iter().map(|group| i64::from(group.of) - group.range().0).sum::<i64>() + hidden;
        self.groups.iter().all(|group| {
            let (least, most) = group.range();
            let of = i64::from(group.of);
            let lowest = least.max(of - (all - low)).max(low - (true_of - most));
            let highest = most.min(high).min(of - ((all - high) - (untrue_of - (of - least))));
            group.is_hidden_in((lowest, highest))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(figures: &[Figure]) -> Vec<bool> {
        figures.iter().map(|figure| figure.is_told).collect()
    }

    #[test]
    fn a_lone_hidden_figure_takes_another_with_it() {
        let figure = Figure::new;
        let mut column = Column {
            whole: Some(figure(60, 30)),
            partitions: vec![vec![figure(30, 20), figure(20, 8), figure(10, 2)]],
            ..Column::default()
        };
        assert_eq!(told(&column.partitions[0]), [true, true, false]);
        column.protect();
        // Without the whole nothing can be subtracted.
        assert!(!column.whole.unwrap().is_told);
        assert_eq!(told(&column.partitions[0]), [true, true, false]);
    }

    #[test]
    fn what_nearly_all_have_bounds_a_small_group() {
        let figure = Figure::new;
        // 20 cases, 15 severe; of the 8 with one problem 4 are: at least 3 must be.
        let mut column = Column {
            whole: Some(figure(20, 15)),
            groups: vec![figure(8, 4), figure(20, 15)],
            ..Column::default()
        };
        column.protect();
        assert!(!column.whole.unwrap().is_told && !column.groups[1].is_told);
    }
}
