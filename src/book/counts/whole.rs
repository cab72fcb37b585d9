//! The hotspots of the whole book, from the summaries of its facilities: they cost the same however many cases there are.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::scan::Calendar;
use super::tally::{in_order, place_key};
use super::{Group, GroupBy, GroupKey, Hotspots};
use crate::book::cases::View;
use crate::book::error::BookError;
use crate::book::summary::{self, Summary};
use crate::domain::period::Span;

impl View<'_> {
    /// All cases in groups of places or facilities.
    pub(super) fn hotspots_of_all(&self, by: GroupBy, today: NaiveDate) -> Result<Hotspots, BookError> {
        let calendar = Calendar::ending(today, Span::default());
        let mut total = Group::new(GroupKey::Unknown);
        let mut groups: Vec<Group> = Vec::new();
        let mut by_key: HashMap<GroupKey, usize> = HashMap::new();
        let mut facilities = Vec::new();
        for (number, summary) in summary::all(self.connection).map_err(|error| self.error(error))? {
            let key = place_key(self.facilities, by, number);
            let place = *by_key.entry(key.clone()).or_insert_with(|| {
                groups.push(Group::new(key));
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(place) {
                group.take(&summary, &calendar);
            }
            total.take(&summary, &calendar);
            if let (true, Some(id)) = (summary.cases > 0, self.facilities.id(number)) {
                facilities.push((id.clone(), summary.cases));
            }
        }
        Ok(in_order(groups, total, facilities))
    }
}

impl Group {
    fn take(&mut self, summary: &Summary, calendar: &Calendar) {
        add(&mut self.cases, summary.cases);
        add(&mut self.open, summary.open);
        add(&mut self.severe, summary.severe);
        add(&mut self.observed, summary.observed);
        for (count, more) in self.issues.iter_mut().zip(summary.issues) {
            add(count, more);
        }
        self.waits.merge(&summary.waits);
        for (day, visits) in &summary.days {
            let place = calendar.place(*day);
            match place.window {
                0 => add(&mut self.last_28, *visits),
                1 => add(&mut self.previous_84, *visits),
                _ => {}
            }
            let month = 11_usize.checked_sub(place.month.into());
            if let Some(count) = month.and_then(|month| self.months.get_mut(month)) {
                add(count, *visits);
            }
        }
    }
}

/// Damaged summaries may hold any number.
fn add(count: &mut u32, more: u32) {
    *count = count.saturating_add(more);
}
