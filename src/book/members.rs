//! Counts of members in the book: their projection, kept as each entry arrives, and how they are read. There are a
//! few dozen, entered by hand.

use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::View;
use super::error::BookError;
use super::log;
use super::row::{Columns, day};
use super::verify::{Finding, MOST_FINDINGS};
use crate::domain::entry::{Kind, Stamp};
use crate::domain::fold::Seen;
use crate::domain::members::{MemberCount, MembersCounted, MembersOf, fold, sort};

const SELECT: &str =
    "SELECT id, desk, officer, entered, counted, members, counted_on, source FROM member_count";

impl View<'_> {
    /// All counts of members that stand, in the order of [`sort`]: of each group the one that holds comes first.
    pub fn member_counts(&self) -> Result<Vec<MembersCounted>, BookError> {
        let all = || -> rusqlite::Result<Vec<MembersCounted>> {
            self.connection.prepare_cached(SELECT)?.query_map([], read)?.collect()
        };
        let mut counts = all().map_err(|error| self.error(error))?;
        sort(&mut counts);
        Ok(counts)
    }
}

/// Brings the table up to date with an entry that was just stored: `entries` are all of its subject.
pub(super) fn entry_arrived(
    connection: &Connection,
    subject: Uuid,
    entries: &[Seen],
) -> rusqlite::Result<()> {
    if !entries.iter().any(|entry| entry.header.kind == Kind::MembersCounted) {
        return Ok(());
    }
    let Some(counted) = fold(subject, entries) else {
        return connection
            .prepare_cached("DELETE FROM member_count WHERE id = ?1")?
            .execute([subject.as_bytes().as_slice()])
            .map(|_| ());
    };
    let MemberCount { of, members, counted_on, source } = &counted.count;
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
            subject.as_bytes().as_slice(),
            counted.desk.as_str(),
            counted.officer,
            counted.at.0 as i64,
            serde_json::to_string(of).unwrap_or_default(),
            members,
            day(Some(*counted_on)),
            source,
        ])
        .map(|_| ())
}

/// Reads a row of [`SELECT`].
fn read(row: &Row<'_>) -> rusqlite::Result<MembersCounted> {
    let mut columns = Columns::of(row);
    let c = &mut columns;
    let id = Uuid::from_bytes(c.get()?);
    let (desk, officer) = (c.text("a desk")?, c.get()?);
    let at = Stamp(c.get::<i64>()? as u64);
    let of: MembersOf = serde_json::from_str(&c.get::<String>()?).map_err(|_| c.wrong("whose members"))?;
    let members = c.get()?;
    let counted_on = c.day()?.ok_or_else(|| c.wrong("a day"))?;
    let count = MemberCount { of, members, counted_on, source: c.get()? };
    Ok(MembersCounted { id, at, desk, officer, count })
}

/// Folds every count from nothing, compares with its row, and adds what stands to the digest of the state.
pub(super) fn verify(
    view: &View<'_>,
    findings: &mut Vec<Finding>,
    state: &mut Sha256,
) -> rusqlite::Result<()> {
    let connection = view.connection;
    let mut stored_row = connection.prepare(&format!("{SELECT} WHERE id = ?1"))?;
    let mut standing = 0_i64;
    for subject in log::subjects_of(connection, &Kind::MembersCounted)? {
        let folded = fold(subject, &log::of_subject(connection, subject)?);
        let stored = stored_row.query_map([subject.as_bytes().as_slice()], read)?.next().transpose();
        if !matches!(&stored, Ok(stored) if *stored == folded) && findings.len() < MOST_FINDINGS {
            let name = folded.as_ref().map_or_else(|| subject.to_string(), |it| it.count.of.to_string());
            findings.push(Finding::Members(name));
        }
        if let Some(folded) = folded {
            standing += 1;
            state.update(format!("{folded:?}\n"));
        }
    }
    let count: i64 = connection.query_row("SELECT count(*) FROM member_count", [], |row| row.get(0))?;
    if count != standing {
        findings.push(Finding::Members(format!("{count} / {standing}")));
    }
    Ok(())
}
