//! The model of a text field: a value, a cursor, and what the keys do to them.
//!
//! The arrows and Delete go by cluster, as a reader sees letters; Backspace takes one code point, so that a wrong
//! vowel can be mended without typing the syllable again. It must not know about keys, cells or styles.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::clean;
use super::cut::{word_ends, wrap_ranges};
use super::width::{clusters, printed, profile, width};

/// A text being edited. The value is always clean, and the cursor always stands on a code point's border. Passphrases
/// and members' names are typed here: the value is wiped from memory when the field goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    value: Zeroizing<String>,
    cursor: usize,
    many_lines: bool,
    /// The column that `up` and `down` try to return to; any other movement forgets it.
    goal: Option<usize>,
}

/// The part of a field of many lines that is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The rows seen.
    pub rows: Vec<String>,
    /// How many are hidden above.
    pub top: usize,
    /// How many there are in all.
    pub total: usize,
    /// The cursor's row among those seen, and its column.
    pub cursor: (usize, usize),
}

impl Field {
    /// A field of one line with the cursor at the end of `text`.
    pub fn new(text: &str) -> Self {
        let mut field = Self::default();
        field.insert(text);
        field
    }

    /// A field of many lines with the cursor at the end of `text`.
    pub fn many_lines(text: &str) -> Self {
        let mut field = Self { many_lines: true, ..Self::default() };
        field.insert(text);
        field
    }

    /// The text.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The cursor's place in bytes, always on a code point's border.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// Puts `text` in at the cursor, cleaned; a field of one line turns line breaks into spaces.
    pub fn insert(&mut self, text: &str) {
        let cleaned = if self.many_lines { clean::many_lines(text) } else { clean::one_line(text) };
        self.value.insert_str(self.cursor, &cleaned);
        self.move_to(self.cursor + cleaned.len());
    }

    /// One cluster back.
    pub fn left(&mut self) {
        self.move_to(self.before());
    }

    /// One cluster on.
    pub fn right(&mut self) {
        self.move_to(self.after());
    }

    /// To the start of the word before the cursor.
    pub fn word_left(&mut self) {
        self.move_to(self.word_before());
    }

    /// To the start of the next word.
    pub fn word_right(&mut self) {
        let line = self.line();
        let next = if self.cursor == line.end {
            self.after()
        } else {
            let ends = word_ends(self.part(line.clone()));
            ends.into_iter().map(|end| line.start + end).find(|end| *end > self.cursor).unwrap_or(line.end)
        };
        self.move_to(next);
    }

    /// To the start of the line.
    pub fn home(&mut self) {
        self.move_to(self.line().start);
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.move_to(self.line().end);
    }

    /// One row up as wrapped for `columns`; from the first row, to the start.
    pub fn up(&mut self, columns: usize) {
        self.move_row(columns, |row| row.checked_sub(1), 0);
    }

    /// One row down as wrapped for `columns`; from the last row, to the end.
    pub fn down(&mut self, columns: usize) {
        self.move_row(columns, |row| row.checked_add(1), self.value.len());
    }

    /// Removes the one code point before the cursor.
    pub fn backspace(&mut self) {
        let before = self.part(0..self.cursor).chars().next_back().map_or(0, char::len_utf8);
        self.remove(self.cursor - before..self.cursor);
    }

    /// Removes the cluster after the cursor.
    pub fn delete(&mut self) {
        self.remove(self.cursor..self.after());
    }

    /// Removes from the start of the word before the cursor up to the cursor.
    pub fn delete_word(&mut self) {
        self.remove(self.word_before()..self.cursor);
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        self.remove(0..self.value.len());
    }

    /// What a field of one line shows in `columns` columns, and the cursor's column in it.
    ///
    /// The text is scrolled so that the cursor has a column of its own, also behind the last letter.
    pub fn view(&self, columns: usize) -> (String, usize) {
        let Some(room) = columns.checked_sub(1) else {
            return (String::new(), 0);
        };
        let mut used = 0;
        let start = self
            .part(0..self.cursor)
            .grapheme_indices(true)
            .rev()
            .take_while(|(_, cluster)| {
                // A line break is shown as a space here.
                let is_break = usize::from(*cluster == "\n");
                used += profile().cluster_width(cluster).max(is_break);
                used <= room
            })
            .last()
            .map_or(self.cursor, |(at, _)| at);
        let shown = printed(self.part(start..self.value.len())).into_owned();
        // A hidden word break or a line break may part what the screen joins into something wider.
        let column = width(self.part(start..self.cursor)).min(room);
        (fit(&shown, columns), column)
    }

    /// The rows of a field of many lines in `columns` columns, as many as fit `height` with the cursor among them.
    ///
    /// One column is kept free, so that the cursor can stand behind a full row.
    pub fn window(&self, columns: usize, height: usize) -> Window {
        let ranges = self.row_ranges(columns);
        let row = self.row_of_cursor(&ranges);
        let column = ranges.get(row).map_or(0, |range| self.column_in(range, columns));
        let top = (row + 1).saturating_sub(height.max(1));
        let total = ranges.len();
        let shown = ranges.into_iter().skip(top).take(height);
        let rows = shown.map(|range| fit(&printed(self.part(range)), columns)).collect();
        Window { rows, top, total, cursor: (row - top, column) }
    }

    /// All rows, and the cursor's row and column.
    #[cfg(test)]
    fn rows(&self, columns: usize) -> (Vec<String>, usize, usize) {
        let Window { rows, cursor: (row, column), .. } = self.window(columns, usize::MAX);
        (rows, row, column)
    }

    fn move_to(&mut self, cursor: usize) {
        self.cursor = cursor;
        self.goal = None;
    }

    fn remove(&mut self, range: Range<usize>) {
        let start = range.start;
        self.value.replace_range(range, "");
        self.move_to(start);
    }

    fn part(&self, range: Range<usize>) -> &str {
        self.value.get(range).unwrap_or_default()
    }

    /// The line between two line breaks that the cursor is in.
    fn line(&self) -> Range<usize> {
        let start = self.part(0..self.cursor).rfind('\n').map_or(0, |at| at + 1);
        let rest = self.part(self.cursor..self.value.len());
        start..self.cursor + rest.find('\n').unwrap_or(rest.len())
    }

    /// The clusters that a cursor can be seen to stand between, with their byte offsets.
    fn visible_clusters(&self) -> impl DoubleEndedIterator<Item = (usize, &str)> {
        self.value
            .grapheme_indices(true)
            .filter(|(_, cluster)| *cluster == "\n" || profile().cluster_width(cluster) > 0)
    }

    fn before(&self) -> usize {
        self.visible_clusters().rev().map(|(at, _)| at).find(|at| *at < self.cursor).unwrap_or(0)
    }

    fn after(&self) -> usize {
        self.visible_clusters()
            .map(|(at, cluster)| at + cluster.len())
            .find(|end| *end > self.cursor)
            .unwrap_or(self.value.len())
    }

    fn word_before(&self) -> usize {
        let line = self.line();
        if self.cursor == line.start {
            return self.before();
        }
        let ends = word_ends(self.part(line.clone()));
        ends.into_iter()
            .rev()
            .map(|end| line.start + end)
            .find(|end| *end < self.cursor)
            .unwrap_or(line.start)
    }

    fn row_ranges(&self, columns: usize) -> Vec<Range<usize>> {
        wrap_ranges(&self.value, columns.saturating_sub(1))
    }

    fn row_of_cursor(&self, ranges: &[Range<usize>]) -> usize {
        ranges.iter().rposition(|range| range.start <= self.cursor).unwrap_or(0)
    }

    fn column_in(&self, range: &Range<usize>, columns: usize) -> usize {
        // Spaces at a row's end may hang over the edge; the cursor waits there.
        width(self.part(range.start..self.cursor)).min(columns.saturating_sub(1))
    }

    fn move_row(&mut self, columns: usize, next: impl Fn(usize) -> Option<usize>, otherwise: usize) {
        let ranges = self.row_ranges(columns);
        let row = self.row_of_cursor(&ranges);
        let goal =
            self.goal.unwrap_or_else(|| ranges.get(row).map_or(0, |range| self.column_in(range, columns)));
        match next(row).and_then(|row| ranges.get(row)) {
            Some(range) => self.cursor = self.place_in(range, goal),
            None => self.cursor = otherwise,
        }
        self.goal = Some(goal);
    }

    /// The last place in a row that is not right of `goal` and that is still shown in that row.
    fn place_in(&self, range: &Range<usize>, goal: usize) -> usize {
        let ends_line =
            self.value.get(range.end..).is_none_or(|rest| rest.is_empty() || rest.starts_with('\n'));
        let (mut place, mut column) = (range.start, 0);
        for cluster in clusters(self.part(range.clone())) {
            column += profile().cluster_width(cluster);
            let end = place + cluster.len();
            if column > goal || (end == range.end && !ends_line) {
                break;
            }
            place = end;
        }
        place
    }
}

/// The leading clusters of a printed text that fit whole.
fn fit(line: &str, columns: usize) -> String {
    let mut used = 0;
    clusters(line)
        .take_while(|cluster| {
            used += profile().cluster_width(cluster);
            used <= columns
        })
        .collect()
}

#[cfg(test)]
mod tests;
