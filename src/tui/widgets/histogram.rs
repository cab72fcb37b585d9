//! How often what occurs, of one or of several sides beside each other: rows of a label, and for each side a count and
//! a bar.
//!
//! A bar is as long as the share of its own side, so that sides of different sizes can be held against each other; the
//! counts stand beside the bars, so that nothing is told by length alone.

use ratatui::style::Style;

use super::spark::bar;
use crate::tui::text::{pad, pad_left, truncate, width};
use crate::tui::theme::Theme;

/// One side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What stands over it; nothing where it stands alone.
    pub head: String,
    /// How often each row occurs.
    pub counts: Vec<u32>,
}

/// A bar is no longer than this.
const LONGEST: usize = 40;

/// Rows with these labels in so many columns; `count` writes a count.
pub fn lines(
    labels: &[String],
    sides: &[Side],
    room: usize,
    theme: Theme,
    count: impl Fn(u32) -> String,
) -> Vec<Vec<(String, Style)>> {
    let label = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let each = room.saturating_sub(label) / sides.len().max(1);
    let mut lines: Vec<Vec<(String, Style)>> = Vec::new();
    if sides.iter().any(|side| !side.head.is_empty()) {
        let heads = sides.iter().map(|side| {
            let head = truncate(&side.head, each.saturating_sub(1)).into_owned();
            (format!(" {}", pad(&head, each.saturating_sub(1))), theme.dim())
        });
        lines.push(std::iter::once((pad("", label), theme.text())).chain(heads).collect());
    }
    let most = sides.iter().flat_map(shares).fold(0.0, f64::max);
    for (row, said) in labels.iter().enumerate() {
        let mut line = vec![(pad(said, label), theme.text())];
        for side in sides {
            let digits = side.counts.iter().map(|one| width(&count(*one))).max().unwrap_or(0);
            let longest = if theme.plain { 0 } else { each.saturating_sub(digits + 3).min(LONGEST) };
            let drawn = bar(shares(side).nth(row).unwrap_or(0.0), most, longest);
            let number = count(side.counts.get(row).copied().unwrap_or(0));
            line.push((format!(" {} ", pad_left(&number, digits)), theme.text()));
            line.push((pad(&drawn, each.saturating_sub(digits + 2)), theme.bar()));
        }
        lines.push(line);
    }
    lines
}

/// The share of each row in its side.
fn shares(side: &Side) -> impl Iterator<Item = f64> + '_ {
    let all = side.counts.iter().map(|count| f64::from(*count)).sum::<f64>().max(1.0);
    side.counts.iter().map(move |count| f64::from(*count) / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(sides: &[Side], theme: Theme) -> Vec<String> {
        let labels = ["to 1 h".to_owned(), "over 1 h".to_owned()];
        let lines = lines(&labels, sides, 38, theme, |count| count.to_string());
        let text = |line: Vec<(String, Style)>| line.into_iter().map(|(text, _)| text).collect::<String>();
        lines.into_iter().map(text).map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn sides_stand_beside_each_other_and_bars_are_shares_of_their_own() {
        let side = |head: &str, counts: [u32; 2]| Side { head: head.to_owned(), counts: counts.to_vec() };
        let sides = [side("card", [30, 10]), side("cash", [1, 3])];
        assert_eq!(
            drawn(&sides, Theme::PLAIN),
            [
                "         card           cash",
                "to 1 h   30 ▇▇▇▇▇▇▇▇▇▇  1 ▇▇▇▇",
                "over 1 h 10 ▇▇▇         3 ▇▇▇▇▇▇▇▇▇▇▇",
            ]
        );
        let plain = Theme { plain: true, ..Theme::PLAIN };
        assert_eq!(drawn(&[side("", [4, 0])], plain), ["to 1 h   4", "over 1 h 0"]);
        assert_eq!(drawn(&[], plain), ["to 1 h", "over 1 h"]);
    }
}
