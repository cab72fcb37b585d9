//! One side of a comparison: its waits, and what tells whether it can be compared at all.

use std::collections::BTreeMap;

use crate::book::cases::{Listing, View};
use crate::book::error::BookError;
use crate::book::select::Selection;
use crate::domain::filter::Test;
use crate::domain::issue::IssueSet;
use crate::domain::period::Span;
use crate::domain::text::fold;
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

impl View<'_> {
    /// One side of a comparison: the cases of a listing with a visit in the span.
    pub fn side(&self, listing: &Listing, span: Span) -> Result<Side, BookError> {
        let mut filter = listing.filter.clone();
        for test in span.since.map(Test::Since).into_iter().chain(span.until.map(Test::Until)) {
            filter = filter.and(test);
        }
        let Selection { condition, values } = self.selection(&Listing { filter, ..listing.clone() })?;
        // A time's last bit says that it is an estimate.
        let sql = format!(
            "SELECT c.waited, c.issues, coalesce((c.arrived | c.seen) & 1, 0), c.officer, c.employer
             FROM cases c WHERE {condition}"
        );
        let (mut side, mut officers, mut employers) = (Side::default(), Names::default(), Names::default());
        let read = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                if !IssueSet(row.get::<_, i64>(1)? as u64).is_complaint() {
                    continue;
                }
                side.cases += 1;
                if let Some(minutes) = row.get(0)? {
                    side.waits.add(minutes, 1);
                    side.estimated += row.get::<_, u32>(2)?;
                }
                officers.add(row.get_ref(3)?.as_str()?);
                employers.add(row.get_ref(4)?.as_str_or_null()?.unwrap_or_default());
            }
            Ok(())
        };
        read().map_err(|error| self.error(error))?;
        (side.officers, side.employers) = (officers.counted(), employers.counted());
        Ok(side)
    }
}

/// How often each name was written, whichever way.
#[derive(Default)]
struct Names(BTreeMap<String, (String, u32)>);

impl Names {
    fn add(&mut self, name: &str) {
        let folded = fold(name);
        if !folded.is_empty() {
            self.0.entry(folded).or_insert_with(|| (name.to_owned(), 0)).1 += 1;
        }
    }

    /// Most first.
    fn counted(self) -> Vec<(String, u32)> {
        let mut names: Vec<_> = self.0.into_values().collect();
        names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        names
    }
}
