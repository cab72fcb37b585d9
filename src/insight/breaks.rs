//! Classes for a shaded map: natural breaks, by which values that lie close together get the same shade.
//!
//! The classes are those with the least sum of squared distances from the classes' means (Fisher, Journal of the
//! American Statistical Association 53, 1958; known to map makers through Jenks), found exactly.

/// One class: its smallest and its largest value.
pub type Class = (f64, f64);

/// At most `classes` classes of these values, lowest first; fewer where there are fewer different values. What is no
/// finite number is passed over.
pub fn natural_breaks(values: &[f64], classes: usize) -> Vec<Class> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut different = sorted.clone();
    different.dedup();
    let classes = classes.min(different.len());
    if classes == 0 {
        return Vec::new();
    }
    let starts = best_starts(&sorted, classes);
    let ends = starts.iter().skip(1).copied().chain([sorted.len()]);
    let class =
        |(start, end): (&usize, usize)| Some((*sorted.get(*start)?, *sorted.get(end.checked_sub(1)?)?));
    starts.iter().zip(ends).filter_map(class).collect()
}

/// Where each class starts: for every length of a beginning and every number of classes the best last start, built up
/// from one class.
fn best_starts(sorted: &[f64], classes: usize) -> Vec<usize> {
    let count = sorted.len();
    let spread = Spread::of(sorted);
    // cost[end] of the values before `end` in as many classes as were built; from[class][end] is the last one's start.
    let mut cost: Vec<f64> = (0..=count).map(|end| spread.between(0, end)).collect();
    let mut from = vec![vec![0; count + 1]];
    for class in 1..classes {
        let mut next = vec![f64::INFINITY; count + 1];
        let mut starts = vec![0; count + 1];
        for end in class + 1..=count {
            for (start, before) in cost.iter().enumerate().take(end).skip(class) {
                // Equal values stay together.
                if sorted.get(start) == sorted.get(start - 1) {
                    continue;
                }
                let total = before + spread.between(start, end);
                if total < next[end] {
                    next[end] = total;
                    starts[end] = start;
                }
            }
        }
        cost = next;
        from.push(starts);
    }
    let mut end = count;
    let mut starts: Vec<usize> = from
        .iter()
        .rev()
        .map(|starts| {
            end = starts[end];
            end
        })
        .collect();
    starts.reverse();
    starts
}

/// Sums from which the squared distances from the mean of any stretch follow at once.
struct Spread {
    sums: Vec<f64>,
    squares: Vec<f64>,
}

impl Spread {
    fn of(sorted: &[f64]) -> Self {
        let (mut sums, mut squares) = (vec![0.0], vec![0.0]);
        let (mut sum, mut square) = (0.0, 0.0);
        for value in sorted {
            sum += value;
            square += value * value;
            sums.push(sum);
            squares.push(square);
        }
        Self { sums, squares }
    }

    /// Squared distances from the mean, from `start` to before `end`.
    fn between(&self, start: usize, end: usize) -> f64 {
        if end <= start {
            return 0.0;
        }
        let sum = self.sums[end] - self.sums[start];
        let square = self.squares[end] - self.squares[start];
        (square - sum * sum / (end - start) as f64).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn close_values_share_a_class() {
        let values = [510.0, 258.0, 3.0, 4.0, 2.0, 41.0, 40.0, 44.0, 90.0, 95.0];
        let classes = natural_breaks(&values, 5);
        assert_eq!(classes, [(2.0, 4.0), (40.0, 44.0), (90.0, 95.0), (258.0, 258.0), (510.0, 510.0)]);
        assert_eq!(natural_breaks(&[7.0, 7.0, 9.0], 5), [(7.0, 7.0), (9.0, 9.0)]);
        assert_eq!(natural_breaks(&[1.0, f64::NAN], 5), [(1.0, 1.0)]);
        assert_eq!(natural_breaks(&[], 5), []);
        assert_eq!(natural_breaks(&[1.0, 2.0], 0), []);
    }

    #[test]
    fn breaks_agree_with_trying_every_partition() {
        // Python: min(itertools.combinations(range(1, 11), 3), key=lambda cuts: sum(
        //     ((part - part.mean()) ** 2).sum() for part in numpy.split(values, cuts)))
        let values = [4.0, 4.0, 5.0, 9.0, 10.0, 10.0, 11.0, 30.0, 33.0, 34.0, 100.0];
        let tops: Vec<f64> = natural_breaks(&values, 4).into_iter().map(|class| class.1).collect();
        assert_eq!(tops, [5.0, 11.0, 34.0, 100.0]);
    }

    proptest! {
        #[test]
        fn every_value_lies_in_just_one_class(values in prop::collection::vec(0_u32..60, 0..40), classes in 0_usize..8) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let found = natural_breaks(&values, classes);
            prop_assert!(found.len() <= classes);
            prop_assert!(found.windows(2).all(|pair| pair[0].1 < pair[1].0));
            if classes > 0 {
                for value in values {
                    prop_assert_eq!(found.iter().filter(|class| class.0 <= value && value <= class.1).count(), 1);
                }
            }
        }
    }
}
