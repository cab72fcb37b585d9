//! Which row of a list is chosen, and which rows are seen.

use crate::tui::action::Action;

/// A place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The chosen row.
    pub chosen: usize,
    /// The first row seen.
    pub top: usize,
}

impl Place {
    /// Moves in a list of `count` rows of which `seen` are seen at once; whether another row is chosen now.
    pub fn act(&mut self, action: Action, count: usize, seen: usize) -> bool {
        let before = self.chosen;
        let page = seen.saturating_sub(1).max(1);
        self.chosen = match action {
            Action::Up => self.chosen.saturating_sub(1),
            Action::Down => self.chosen.saturating_add(1),
            Action::PageUp => self.chosen.saturating_sub(page),
            Action::PageDown => self.chosen.saturating_add(page),
            Action::First => 0,
            Action::Last => count,
            _ => self.chosen,
        };
        self.fit(count, seen);
        self.chosen != before
    }

    /// Keeps the chosen row in the list, and in sight.
    pub fn fit(&mut self, count: usize, seen: usize) {
        let seen = seen.max(1);
        self.chosen = self.chosen.min(count.saturating_sub(1));
        self.top = self.top.min(count.saturating_sub(seen)).min(self.chosen);
        if self.chosen >= self.top + seen {
            self.top = self.chosen + 1 - seen;
        }
    }
}

/// A line of a list of which only some lines can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// Nothing.
    Blank,
    /// A heading.
    Heading(String),
    /// Something to know.
    Note(String),
    /// What can be chosen, by its place among all that can.
    Row(usize),
}

/// The first line seen of a list, so that the chosen row stays near the middle, and with the first row what stands above
/// it is seen too.
pub fn first_seen(items: &[Item], chosen: usize, height: usize) -> usize {
    let at = items.iter().position(|item| *item == Item::Row(chosen)).unwrap_or(0);
    at.saturating_sub(height / 2).min(items.len().saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_row_stays_in_sight() {
        let mut place = Place::default();
        assert!(!place.act(Action::Up, 10, 4));
        for _ in 0..5 {
            assert!(place.act(Action::Down, 10, 4));
        }
        assert_eq!(place, Place { chosen: 5, top: 2 });
        place.act(Action::Last, 10, 4);
        assert_eq!(place, Place { chosen: 9, top: 6 });
        place.act(Action::PageUp, 10, 4);
        assert_eq!(place, Place { chosen: 6, top: 6 });
        place.fit(2, 4);
        assert_eq!(place, Place { chosen: 1, top: 0 });
        place.act(Action::Down, 0, 0);
        assert_eq!(place, Place { chosen: 0, top: 0 });
    }

    #[test]
    fn headings_are_seen_above_the_first_row_and_the_marker_stays_in_the_middle() {
        let heading = |text: &str| Item::Heading(text.to_owned());
        let items = [heading("a"), Item::Row(0), Item::Row(1), Item::Blank, heading("b"), Item::Row(2)];
        let seen = |chosen| first_seen(&items, chosen, 3);
        assert_eq!([seen(0), seen(1), seen(2), seen(9)], [0, 1, 3, 0]);
        assert_eq!(first_seen(&[], 0, 3), 0);
    }
}
