//! How many terminal columns a text takes.
//!
//! Most terminals advance by the plain sum over code points; a few advance by less, none was seen to advance by
//! more. So the sum is what a layout reserves unless the terminal is known to advance by clusters. This module must
//! not know about cells or about cutting.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::clean;

/// A sign with no letter to sit on is shown on this one, so that it can be seen and does not land on its neighbour.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// Asks for the colour form of the symbol before it, which some terminals then draw two columns wide.
const EMOJI_FORM: char = '\u{FE0F}';

/// How a terminal moves its cursor over Khmer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// The plain sum over code points (tmux, xterm, VTE, alacritty, foot …): the safe reserve everywhere.
    #[default]
    Sum,
    /// One base a cluster (kitty and its kin). Only for a terminal that a probe has shown to advance so.
    Clustered,
}

impl Profile {
    /// The columns that `text` takes once it is cleaned for the screen.
    pub fn width(self, text: &str) -> usize {
        let printed = clean::for_screen(text);
        clusters(&printed).map(|cluster| self.cluster_width(cluster)).sum()
    }

    /// The columns that one cluster takes; 0 only for one that prints nothing.
    pub fn cluster_width(self, cluster: &str) -> usize {
        let printed = printed_cluster(cluster);
        match self {
            Self::Sum => {
                let sum = printed.chars().map(letter_width).sum();
                if sum == 1 && printed.contains(EMOJI_FORM) { 2 } else { sum }
            }
            Self::Clustered => {
                let widest = printed.chars().map(letter_width).max().unwrap_or(0).min(2);
                if widest == 1 && printed.contains(EMOJI_FORM) { 2 } else { widest }
            }
        }
    }
}

/// Whether [`use_profile`] chose [`Profile::Clustered`].
///
/// One for the process, because it tells what the process's one terminal does, and because each measure, cut and
/// cell of a frame must be by the same: handed down as an argument, one forgotten call would leave a frame askew.
static IS_CLUSTERED: AtomicBool = AtomicBool::new(false);

/// Lays out for a terminal of this profile from now on. Meant for the start, before the first frame: a frame in one
/// profile over one in another is not painted right.
pub fn use_profile(profile: Profile) {
    IS_CLUSTERED.store(profile == Profile::Clustered, Ordering::Relaxed);
}

/// The profile in use: [`Profile::Sum`] unless [`use_profile`] chose another.
pub fn profile() -> Profile {
    if IS_CLUSTERED.load(Ordering::Relaxed) { Profile::Clustered } else { Profile::Sum }
}

/// The columns to reserve for `text` on the terminal: by the [profile in use](profile).
///
/// The text is measured as it is printed, so control characters and U+200B count for nothing.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.len();
    }
    profile().width(text)
}

/// The clusters of `text`: what a reader takes for one letter, and what may never be cut.
pub fn clusters(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// The columns of one code point: marks and joiners 0, East Asian wide letters 2, others 1.
///
/// Two Khmer letters that nobody writes any more are wider in the tables that some terminals use (U+17A4: 2,
/// U+17D8: 3). The larger number stands, because a reserve may be too large but not too small.
fn letter_width(letter: char) -> usize {
    match letter.width() {
        None => 0,
        Some(0) => usize::from(stands_alone(letter)),
        Some(columns) => columns,
    }
}

/// Whether a code point without a width of its own does not join the letter before it: it needs a column then.
fn stands_alone(letter: char) -> bool {
    const KHMER: std::ops::RangeInclusive<char> = '\u{1780}'..='\u{17FF}';
    if KHMER.contains(&letter) || is_joiner(letter) || clean::is_invisible(letter) {
        return false;
    }
    clusters(&format!("a{letter}")).count() > 1
}

/// What is printed for a cluster: itself, or, when it is all marks, the marks on a dotted circle.
pub(super) fn printed_cluster(cluster: &str) -> Cow<'_, str> {
    if cluster.chars().any(|letter| letter_width(letter) > 0) {
        Cow::Borrowed(cluster)
    } else if cluster.chars().all(is_joiner) {
        Cow::Borrowed("")
    } else {
        let mut printed = String::with_capacity(DOTTED_CIRCLE.len_utf8() + cluster.len());
        printed.push(DOTTED_CIRCLE);
        printed.push_str(cluster);
        Cow::Owned(printed)
    }
}

/// The text as [`put`](super::put()) prints it: cleaned, and never beginning with a sign that would land on whatever
/// is written before it.
pub(super) fn printed(text: &str) -> Cow<'_, str> {
    let line = clean::for_screen(text);
    let Some(first) = clusters(&line).next() else {
        return line;
    };
    let shown = printed_cluster(first);
    if shown == first {
        return line;
    }
    let rest = line.get(first.len()..).unwrap_or_default();
    Cow::Owned(format!("{shown}{rest}"))
}

/// Code points that only change their neighbours and show nothing of their own, and what is never printed at all.
fn is_joiner(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The Khmer code points of general category Mn, from the Unicode character database.
    fn is_khmer_mark(letter: char) -> bool {
        matches!(
            letter,
            '\u{17B4}' | '\u{17B5}' | '\u{17B7}'..='\u{17BD}' | '\u{17C6}' | '\u{17C9}'..='\u{17D3}' | '\u{17DD}'
        )
    }

    #[test]
    fn khmer_letters_have_the_width_of_their_category() {
        for letter in ('\u{1780}'..='\u{17DD}').chain('\u{17E0}'..='\u{17E9}').chain('\u{19E0}'..='\u{19FF}')
        {
            let expected = match letter {
                '\u{17A4}' => 2,
                '\u{17D8}' => 3,
                other => usize::from(!is_khmer_mark(other)),
            };
            assert_eq!(letter_width(letter), expected, "U+{:04X}", u32::from(letter));
        }
    }

    #[test]
    fn words_take_the_sum_of_their_code_points() {
        for (word, sum, clustered) in [
            ("ខ្ញុំ", 2, 1),
            ("ស្ត្រី", 3, 1),
            ("ខេត្ត", 4, 2),
            ("ក្រុង", 3, 2),
            ("ព្រះកុសុមៈ", 7, 4),
            ("កំពត", 3, 3),
            ("Kampot", 6, 6),
            ("病院", 4, 4),
            ("៦ម៉ោង", 4, 3),
            ("", 0, 0),
        ] {
            assert_eq!(Profile::Sum.width(word), sum, "{word}");
            assert_eq!(Profile::Clustered.width(word), clustered, "{word}");
            assert_eq!(width(word), sum, "{word}");
        }
    }

    #[test]
    fn clusters_hold_a_whole_syllable() {
        assert_eq!(clusters("ខេត្ត").collect::<Vec<_>>(), ["ខេ", "ត្ត"]);
        assert_eq!(clusters("ស្ត្រី").count(), 1);
    }

    #[test]
    fn what_is_not_printed_takes_no_column() {
        assert_eq!(width("ក\u{200B}ខ\u{1b}\u{202E}"), 2);
        assert_eq!(width("\u{200C}"), 0);
    }

    #[test]
    fn a_lone_sign_stands_on_a_dotted_circle() {
        assert_eq!(printed_cluster("\u{17B8}"), "◌\u{17B8}");
        assert_eq!(width("\u{17B8}"), 1);
    }

    proptest! {
        #[test]
        fn no_profile_reserves_less_than_it_should(text in "[\u{1780}-\u{17DD}a-z ]{0,20}") {
            prop_assert!(Profile::Clustered.width(&text) <= Profile::Sum.width(&text));
        }

        #[test]
        fn width_is_the_same_by_either_road(text in any::<String>()) {
            prop_assert_eq!(width(&text), Profile::Sum.width(&text));
        }
    }
}
