//! How many typing mistakes lie between two texts. Knows letters only.

/// Longest text that is compared by edits, in characters.
pub(super) const LONGEST: usize = 64;

/// Letters of a text, and which there are (a bit each, several letters to a bit).
#[derive(PartialEq)]
pub(super) struct Letters {
    list: Vec<char>,
    set: u64,
}

impl Letters {
    pub(super) fn new(text: &str) -> Self {
        let list: Vec<char> = text.chars().collect();
        let set = list.iter().fold(0, |set, &letter| set | 1 << (u32::from(letter) % 64));
        Self { list, set }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string
/// alignment), when they are at most `most`.
pub(super) fn edits(one: &Letters, other: &Letters, most: usize) -> Option<usize> {
    // A replacement takes one letter away and brings one; so most pairs are told apart here.
    if (one.set ^ other.set).count_ones() as usize > 2 * most {
        return None;
    }
    let (one, other) = (one.list.as_slice(), other.list.as_slice());
    if one.len().abs_diff(other.len()) > most || one.len() > LONGEST || other.len() > LONGEST {
        return None;
    }
    if most == 0 {
        return (one == other).then_some(0);
    }
    let mut before = [0_usize; LONGEST + 1];
    let mut above = [0_usize; LONGEST + 1];
    for (column, cell) in above.iter_mut().enumerate() {
        *cell = column;
    }
    for (row, &letter) in one.iter().enumerate() {
        let mut current = [0_usize; LONGEST + 1];
        current[0] = row + 1;
        let mut least = current[0];
        for (column, &opposite) in other.iter().enumerate() {
            let replaced = above[column] + usize::from(letter != opposite);
            let mut cell = replaced.min(above[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && letter == other[column - 1] && one[row - 1] == opposite {
                cell = cell.min(before[column - 1] + 1);
            }
            current[column + 1] = cell;
            least = least.min(cell);
        }
        // A swap may yet reach back over this row, at the cost of one from the row above it.
        if least > most && above.iter().take(other.len() + 1).all(|&cell| cell >= most) {
            return None;
        }
        before = above;
        above = current;
    }
    Some(above[other.len()]).filter(|&count| count <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
        edits(&Letters::new(one), &Letters::new(other), most)
    }

    #[test]
    fn edits_count_swaps_once_and_stop_at_the_limit() {
        assert_eq!(distance("kandal", "kandal", 2), Some(0));
        assert_eq!(distance("kandal", "knadal", 2), Some(1));
        assert_eq!(distance("battambang", "batambang", 2), Some(1));
        assert_eq!(distance("abcd", "badc", 2), Some(2));
        assert_eq!(distance("kandal", "kep", 2), None);
        assert_eq!(distance("abc", "xyz", 2), None);
        assert_eq!(distance("", "ab", 2), Some(2));
        assert_eq!(distance(&"a".repeat(70), &"a".repeat(70), 2), None);
    }
}
