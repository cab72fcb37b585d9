//! Colours and ways to set text that pages, drawings and pictures share: few inks, two weights. Lengths are in points.

/// Letters.
pub const INK: Ink = Ink(0x1F, 0x29, 0x33);
/// Titles, and what a chart is about.
pub const DEEP: Ink = Ink(0x0B, 0x4A, 0x6F);
/// What stands beside.
pub const MUTED: Ink = Ink(0x5A, 0x66, 0x70);
/// Lines between rows.
pub const HAIR: Ink = Ink(0xC8, 0xD0, 0xD6);
/// Columns that are not over.
pub const LIGHT: Ink = Ink(0xA9, 0xC4, 0xD4);

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink(pub u8, pub u8, pub u8);

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Of Latin letters, in points; Khmer ones are larger.
    pub size: f32,
    /// From line to line, in sizes, where all letters are Latin.
    pub leading: f32,
    /// Whether all of it is strong.
    pub is_strong: bool,
    /// Its colour.
    pub ink: Ink,
}

impl Style {
    /// A way to set text.
    pub const fn new(size: f32, leading: f32, is_strong: bool, ink: Ink) -> Self {
        Self { size, leading, is_strong, ink }
    }

    /// From line to line.
    pub fn height(&self) -> f32 {
        self.size * self.leading
    }

    /// From line to line where Khmer stands: its signs reach further up and down.
    pub fn khmer_height(&self) -> f32 {
        self.size * (self.leading + 0.3)
    }
}

/// Letters in a chart.
pub const CHART: Style = Style::new(8.2, 1.4, false, INK);
/// Ticks of a chart.
pub const TICK: Style = Style::new(7.6, 1.4, false, MUTED);

/// Widths of columns of text, none narrower than its longest word: what a word lacks is taken from those that have more than
/// theirs, each by what it can spare.
pub(in crate::brief) fn with_room_for_words(widths: &[f32], words: &[f32]) -> Vec<f32> {
    let pairs = || widths.iter().zip(words);
    let lacking: f32 = pairs().map(|(width, word)| (word - width).max(0.0)).sum();
    let spare: f32 = pairs().map(|(width, word)| (width - word).max(0.0)).sum();
    let given = if spare > 0.0 { (lacking / spare).min(1.0) } else { 0.0 };
    let taken = if lacking > 0.0 { (spare / lacking).min(1.0) } else { 0.0 };
    let width = |(width, word): (&f32, &f32)| {
        if width < word { width + (word - width) * taken } else { width - (width - word) * given }
    };
    pairs().map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_longest_word_where_others_can_spare_it() {
        assert_eq!(
            with_room_for_words(&[20.0, 80.0, 60.0], &[40.0, 40.0, 40.0]),
            [40.0, 66.666_664, 53.333_332]
        );
        assert_eq!(with_room_for_words(&[50.0, 50.0], &[30.0, 30.0]), [50.0, 50.0]);
        let narrow = with_room_for_words(&[20.0, 45.0], &[40.0, 40.0]);
        assert_eq!((narrow[1], narrow.iter().sum::<f32>()), (40.0, 65.0));
    }
}
