//! Small charts of one line: a row of columns, and a bar.

/// Columns of seven heights; nothing at all is the lowest, and anything is higher. The eighth would touch the line
/// above.
const COLUMNS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];

/// Counts as columns beside each other, the highest as high as the line.
pub fn sparkline(counts: &[u32]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let column = |count: u32| match count {
        0 => 0,
        count => (u64::from(count) * 6).div_ceil(most.into()) as usize,
    };
    counts.iter().filter_map(|count| COLUMNS.get(column(*count))).collect()
}

/// A bar of so many columns at most; anything at all is seen.
pub fn bar(value: f64, most: f64, columns: usize) -> String {
    if value.is_nan() || value <= 0.0 || most.is_nan() || most <= 0.0 {
        return String::new();
    }
    let length = ((value / most).min(1.0) * columns as f64).round().max(1.0) as usize;
    "▇".repeat(length.min(columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_is_the_highest_and_nothing_the_lowest() {
        assert_eq!(sparkline(&[0, 1, 5, 20, 70]), "▁▂▂▃▇");
        assert_eq!(sparkline(&[0, 0]), "▁▁");
        assert_eq!(sparkline(&[3]), "▇");
        assert_eq!(sparkline(&[1, 2, 3, 4, 5, 6, 7, u32::MAX]), "▂▂▂▂▂▂▂▇");
        assert_eq!(sparkline(&[]), "");
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(bar(10.0, 10.0, 4), "▇▇▇▇");
        assert_eq!(bar(5.0, 10.0, 4), "▇▇");
        assert_eq!(bar(0.001, 10.0, 4), "▇");
        assert_eq!([bar(0.0, 10.0, 4), bar(f64::NAN, 1.0, 4), bar(1.0, 0.0, 4), bar(1.0, 1.0, 0)], [""; 4]);
    }
}
