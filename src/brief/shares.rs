//! How the columns of a table share the width of a page.

use std::cmp::Ordering;

/// How wide columns are that want so much, in so much room: where all find room the rest of it is shared out; where not,
/// those that want no more than an equal part get what they want, and the others share what is left by what they want.
pub fn shared(wanted: &[f32], room: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted.get(*one).partial_cmp(&wanted.get(*other)).unwrap_or(Ordering::Equal));
    let (mut rest, mut of_rest) = (room, wanted.iter().sum::<f32>());
    let mut widths = vec![0.0; wanted.len()];
    for (done, place) in order.into_iter().enumerate() {
        let wants = wanted.get(place).copied().unwrap_or_default();
        let fair = rest / (wanted.len() - done) as f32;
        let is_modest = of_rest > rest && wants <= fair;
        let given = if is_modest { wants } else { wants / of_rest.max(1.0) * rest };
        (rest, of_rest) = (rest - given, of_rest - wants);
        if let Some(width) = widths.get_mut(place) {
            *width = given;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn modest_columns_get_what_they_want() {
        assert_eq!(shared(&[10.0, 30.0], 80.0), [20.0, 60.0]);
        assert_eq!(shared(&[300.0, 10.0, 100.0], 100.0), [67.5, 10.0, 22.5]);
        assert_eq!(shared(&[300.0, 100.0], 100.0), [75.0, 25.0]);
        assert!(shared(&[], 100.0).is_empty());
    }
}
