//! Counts of members in the book: their table, and how they are read. There are a few dozen, entered by hand.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::FacilityTable;
use super::cases::View;
use super::error::BookError;
use super::facts::Fact;
use super::row::{Columns, day};
use super::verify::Finding;
use crate::domain::entry::{Kind, Stamp};
use crate::domain::fold::Seen;
use crate::domain::members::{MemberCount, MembersCounted, MembersOf, fold, sort};

impl View<'_> {
    /// All counts of members that stand, in the order of [`sort`]: of each group the one that holds comes first.
    pub fn member_counts(&self) -> Result<Vec<MembersCounted>, BookError> {
        let all = || -> rusqlite::Result<Vec<MembersCounted>> {
            let mut statement = self.connection.prepare_cached(MembersCounted::SELECT)?;
            statement.query_map([], MembersCounted::read)?.collect()
        };
        let mut counts = all().map_err(|error| self.error(error))?;
        sort(&mut counts);
        Ok(counts)
    }
}

impl Fact for MembersCounted {
    const KIND: Kind = Kind::MembersCounted;
    const TABLE: &'static str = "member_count";
    const SELECT: &'static str = "SELECT t.id, t.desk, t.officer, t.entered, t.counted, t.members, t.counted_on, t.source FROM member_count t";

    fn fold(subject: Uuid, entries: &[Seen]) -> Option<Self> {
        fold(subject, entries)
    }

    fn write(&self, connection: &Connection, _: &mut FacilityTable) -> rusqlite::Result<()> {
        let MemberCount { of, members, counted_on, source } = &self.count;
        connection
            .prepare_cached(
                "INSERT INTO member_count (id, desk, officer, entered, counted, members, counted_on, source)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET
                     desk = excluded.desk, officer = excluded.officer, entered = excluded.entered,
                     counted = excluded.counted, members = excluded.members, counted_on = excluded.counted_on,
                     source = excluded.source",
            )?
            .execute(rusqlite::params![
                self.id.as_bytes().as_slice(),
                self.desk.as_str(),
                self.officer,
                self.at.0 as i64,
                serde_json::to_string(of).unwrap_or_default(),
                members,
                day(Some(*counted_on)),
                source,
            ])
            .map(|_| ())
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let mut columns = Columns::of(row);
        let c = &mut columns;
        let id = Uuid::from_bytes(c.get()?);
        let (desk, officer) = (c.text("a desk")?, c.get()?);
        let at = Stamp(c.get::<i64>()? as u64);
        let of: MembersOf =
            serde_json::from_str(&c.get::<String>()?).map_err(|_| c.wrong("whose members"))?;
        let members = c.get()?;
        let counted_on = c.day()?.ok_or_else(|| c.wrong("a day"))?;
        let count = MemberCount { of, members, counted_on, source: c.get()? };
        Ok(MembersCounted { id, at, desk, officer, count })
    }

    fn finding(which: String) -> Finding {
        Finding::Members(which)
    }
}
