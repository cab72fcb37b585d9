//! One side of a comparison: its waits, and what tells whether it can be compared at all.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::scan::{Calendar, Counts, Visit, add_all, scan, step};
use super::tally::WaitTable;
use crate::book::cases::{Listing, View};
use crate::book::columns::{Fact, Names};
use crate::book::error::BookError;
use crate::domain::filter::Test;
use crate::domain::period::Span;
use crate::domain::waits::Waits;

/// One side of a comparison. Cases that only praise are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// Cases, with a known wait or without.
    pub cases: u32,
    /// Observations: timed visits without a name, which are no complaints.
    pub observed: u32,
    /// Known waits of both.
    pub waits: Waits,
    /// How many of these waits rest on a time that was only estimated.
    pub estimated: u32,
    /// How many of the cases and observations each officer recorded, most first.
    pub officers: Vec<(String, u32)>,
    /// How many of the cases came from people of each employer, where it is known, most first.
    pub employers: Vec<(String, u32)>,
}

/// The same while it is counted.
struct Counting<'a> {
    names: &'a Names,
    cases: u32,
    observed: u32,
    waits: WaitTable,
    estimated: u32,
    /// By the numbers of names.
    officers: Vec<u32>,
    employers: Vec<u32>,
}

impl Counts for Counting<'_> {
    fn add(&mut self, visit: &Visit) {
        if !visit.observed && !visit.is_complaint() {
            return;
        }
        self.cases += u32::from(!visit.observed);
        self.observed += u32::from(visit.observed);
        if let Some(minutes) = visit.waited {
            self.waits.add(minutes);
            self.estimated += u32::from(visit.estimated);
        }
        count_name(self.names, &mut self.officers, visit.officer);
        count_name(self.names, &mut self.employers, visit.employer);
    }

    fn merge(&mut self, other: Self) {
        self.cases += other.cases;
        self.observed += other.observed;
        self.waits.merge(&other.waits);
        self.estimated += other.estimated;
        for (counts, more) in [(&mut self.officers, other.officers), (&mut self.employers, other.employers)] {
            counts.resize(counts.len().max(more.len()), 0);
            add_all(counts, &more);
        }
    }
}

impl View<'_> {
    /// One side of a comparison: the cases of a listing with a visit in the span.
    pub fn side(&self, listing: &Listing, span: Span) -> Result<Side, BookError> {
        let mut filter = listing.filter.clone();
        for test in span.since.map(Test::Since).into_iter().chain(span.until.map(Test::Until)) {
            filter = filter.and(test);
        }
        let listing = Listing { filter, ..listing.clone() };
        let selected = self.selected(&listing)?;
        let columns = self.columns.borrow();
        let names = columns.names();
        // No day of its own counts here: only which visits there are.
        let calendar = Calendar::ending(NaiveDate::default(), Span::default());
        let also = [Fact::Estimated, Fact::Officer, Fact::Employer];
        let counted = scan(&columns, &selected, &calendar, &also, || Counting {
            names,
            cases: 0,
            observed: 0,
            waits: WaitTable::default(),
            estimated: 0,
            officers: Vec::new(),
            employers: Vec::new(),
        });
        Ok(Side {
            cases: counted.cases,
            observed: counted.observed,
            waits: counted.waits.finish(),
            estimated: counted.estimated,
            officers: named(names, &counted.officers),
            employers: named(names, &counted.employers),
        })
    }
}

/// One more of a name; a number that was never given out is no name.
fn count_name(names: &Names, counts: &mut Vec<u32>, number: u64) {
    let place = if names.knows(number) { number as usize } else { 0 };
    if counts.len() <= place {
        counts.resize(place + 1, 0);
    }
    step(counts, place);
}

/// How often each name was written, whichever way, most first; no name is left out.
fn named(names: &Names, counts: &[u32]) -> Vec<(String, u32)> {
    let mut by_name: BTreeMap<&str, (&str, u32)> = BTreeMap::new();
    for (number, count) in (0..).zip(counts).filter(|(_, count)| **count > 0) {
        let folded = names.folded(number);
        if !folded.is_empty() {
            by_name.entry(folded).or_insert((names.text(number), 0)).1 += count;
        }
    }
    let mut named: Vec<(String, u32)> =
        by_name.into_values().map(|(name, count)| (name.to_owned(), count)).collect();
    named.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    named
}
