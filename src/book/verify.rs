//! `verify`: reads every page, hashes every chain anew, folds every case from nothing,
//! and compares with what the tables say. It only tells.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::{View, select_sql};
use super::columns;
use super::error::BookError;
use super::log::{self, OriginRow};
use super::project::{facility_of, newest_description};
use super::row::{self, read};
use super::summary::{self, Summary};
use super::{Book, attachments, beside, facts, joined, runs, tail, wal};
use crate::domain::demand::Demand;
use crate::domain::entry::Hash;
use crate::domain::facility::FacilityId;
use crate::domain::fold::fold;
use crate::domain::members::MembersCounted;
use crate::domain::observation::Observed;
use crate::domain::party::Described;
use crate::domain::promise::Promise;
use crate::domain::submission::Submission;

/// Of more than this many single findings of a kind the rest is not listed.
pub(super) const MOST_FINDINGS: usize = 100;

/// Something that is not as the entries say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Pages that cannot be read, or tables that contradict themselves.
    Pages(String),
    /// The write-ahead log is broken before its end.
    WriteAheadLog,
    /// An entry does not have the hash that it was stored with, or one is missing.
    Chain {
        /// Whose entry.
        origin: String,
        /// Which.
        seq: u64,
    },
    /// A signed head is not what its desk signed.
    Signature {
        /// Whose.
        origin: String,
    },
    /// A case in the tables is not what its entries fold to.
    Case(String),
    /// A facility in the tables is not what its entries fold to.
    Facility(String),
    /// An observation in the tables is not what its entries fold to.
    Observation(String),
    /// A count of members in the tables is not what its entries fold to.
    Members(String),
    /// What is attached to a case is not what its entries say, or its bytes are damaged or gone; or so many files are left over.
    Attachment(String),
    /// A submission, promise, demand or party in the tables is not what its entries fold to: the table, and which.
    FollowUp(&'static str, String),
    /// The columns that queries are answered from do not say what the cases say.
    Columns,
    /// The summaries of facilities are not the sums of their cases.
    Summary,
    /// This device wrote entries that the book no longer holds.
    Lost(u64),
}

/// What `verify` read and found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Entries read.
    pub entries: u64,
    /// Cases folded.
    pub cases: u64,
    /// Origins whose chains were hashed.
    pub origins: u64,
    /// SHA-256 over the state that the entries fold to: two books with the same entries
    /// have the same.
    pub state: Hash,
    /// What is wrong; empty for a sound book.
    pub findings: Vec<Finding>,
}

impl Book {
    /// Whether the write-ahead log beside a book is broken. To be asked before the book
    /// is opened: opening drops what stands behind the break.
    pub fn write_ahead_log_is_damaged(path: &std::path::Path) -> bool {
        wal::is_damaged(&beside(path, "-wal"))
    }

    /// Reads and checks everything.
    pub fn verify(&self) -> Result<Verified, BookError> {
        let view = self.view();
        let mut findings = Vec::new();
        if self.entries_lost() > 0 {
            findings.push(Finding::Lost(self.entries_lost()));
        }
        let pages = pages(&self.connection, self.is_encrypted());
        if !pages.is_empty() {
            findings.extend(pages.into_iter().map(Finding::Pages));
            return Ok(Verified { entries: 0, cases: 0, origins: 0, state: [0; 32], findings });
        }
        // One snapshot for the whole, whatever is written meanwhile.
        let transaction = self.connection.unchecked_transaction().map_err(|error| view.error(error))?;
        let verified = self.verify_inside();
        drop(transaction);
        let mut verified = verified?;
        findings.append(&mut verified.findings);
        Ok(Verified { findings, ..verified })
    }

    /// The chains, the projection and what is kept beside it, in whatever transaction is open.
    pub(super) fn verify_inside(&self) -> Result<Verified, BookError> {
        let view = self.view();
        let mut findings = Vec::new();
        let mut check = || -> rusqlite::Result<_> {
            let (origins, entries) = chains(&view, &mut findings)?;
            let (cases, state) = projection(&view, self.keeper.desk.as_str(), &mut findings)?;
            attachments::verify_rest(view.connection, &mut findings)?;
            let state = beside_cases(&view, state, &mut findings)?;
            beside_rows(&view, &mut findings)?;
            Ok((origins, entries, cases, state))
        };
        let (origins, entries, cases, state) = check().map_err(|error| view.error(error))?;
        Ok(Verified { entries, cases, origins, state, findings })
    }
}

/// What the page checks of the cipher and of SQLite complain of.
pub(super) fn pages(connection: &Connection, encrypted: bool) -> Vec<String> {
    let run = |sql: &str| -> rusqlite::Result<Vec<String>> {
        connection.prepare(sql)?.query_map([], |row| row.get(0))?.take(10).collect()
    };
    let mut complaints = Vec::new();
    if encrypted {
        complaints
            .extend(run("PRAGMA cipher_integrity_check").unwrap_or_else(|error| vec![error.to_string()]));
    }
    let answers = run("PRAGMA integrity_check(10)").unwrap_or_else(|error| vec![error.to_string()]);
    complaints.extend(answers.into_iter().filter(|answer| answer != "ok"));
    complaints
}

fn chains(view: &View<'_>, findings: &mut Vec<Finding>) -> rusqlite::Result<(u64, u64)> {
    let origins = log::origins(view.connection)?;
    let mut count = 0;
    for origin in &origins {
        count += chain(view, origin, findings)?;
    }
    let stored: i64 = view.connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?;
    if stored != count as i64 {
        findings.push(Finding::Chain { origin: "?".to_owned(), seq: 0 });
    }
    Ok((origins.len() as u64, count))
}

fn chain(view: &View<'_>, origin: &OriginRow, findings: &mut Vec<Finding>) -> rusqlite::Result<u64> {
    let mut previous: Hash = [0; 32];
    let mut expected = 1;
    let mut count = 0;
    let mut broken = None;
    log::for_each_of_origin::<rusqlite::Error>(view.connection, origin.number, 0, |entry, stored| {
        count += 1;
        let computed = entry.hash(&previous);
        if entry.header.id.seq != expected || computed != stored {
            broken.get_or_insert(expected);
        }
        previous = stored;
        expected = entry.header.id.seq + 1;
        Ok(())
    })?;
    if broken.is_none() && (origin.seq != count || origin.hash != previous) {
        broken = Some(count + 1);
    }
    findings.extend(broken.map(|seq| Finding::Chain { origin: origin.id.to_string(), seq }));
    if !origin.holds() {
        findings.push(Finding::Signature { origin: origin.id.to_string() });
    }
    Ok(count)
}

/// Folds every subject from nothing and compares with its row; returns how many cases
/// stand and the digest of their state.
fn projection(view: &View<'_>, desk: &str, findings: &mut Vec<Finding>) -> rusqlite::Result<(u64, Hash)> {
    let mut state = Sha256::new();
    let mut cases = 0_u64;
    let mut subjects = view.connection.prepare("SELECT DISTINCT subject FROM entry ORDER BY subject")?;
    let mut stored_row = view.connection.prepare(&format!("{} WHERE c.number = ?1", select_sql()))?;
    let mut asked_by = view.connection.prepare("SELECT parties, attention FROM cases WHERE number = ?1")?;
    let stored_in = rows_of_cases(view.connection)?;
    let mut rows = subjects.query([])?;
    let mut facilities = BTreeSet::new();
    let mut hidden = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let subject = Uuid::from_bytes(row.get(0)?);
        let entries = log::of_subject(view.connection, subject)?;
        if let Some(id) = facility_of(subject, &entries) {
            if described_in(view.connection, &id)? != newest_description(&id, &entries) {
                findings.push(Finding::Facility(id.to_string()));
            }
            continue;
        }
        let mut folded = fold(subject, &entries);
        // Also of a case that is hidden behind another: what was laid to it is kept.
        attachments::verify_case(view, subject, folded.as_ref(), desk, findings)?;
        if let Some(joined) = &folded
            && let Some(into) = joined::into(view.connection, joined)?
        {
            hidden.insert(subject, joined::noted(&joined.case, &into));
            folded = None;
        }
        let place = stored_in.binary_search_by_key(&subject, |(id, _)| *id).ok();
        let number = place.and_then(|place| stored_in.get(place)).map(|(_, number)| *number);
        let stored = stored_row.query_map([number], read)?.next().transpose();
        let agrees = match (&folded, &stored) {
            (None, Ok(None)) => true,
            (Some(folded), Ok(Some(stored))) => {
                let part = |id: Option<_>| -> rusqlite::Result<Option<i64>> {
                    Ok(id.map(|id| runs::row_of(view.connection, id)).transpose()?.flatten())
                };
                // By what queries ask for it: of this nothing is read back into a case.
                let asked: (Option<String>, i64) =
                    asked_by.query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))?;
                stored.case == folded.case
                    && asked == (row::parties(&folded.case.follow), row::attention(&folded.case))
                    && stored.narrative == part(folded.narrative)?
                    && stored.identity == part(folded.identity)?
            }
            _ => false,
        };
        if !agrees && findings.len() < MOST_FINDINGS {
            let name =
                folded.as_ref().map_or_else(|| subject.to_string(), |folded| folded.case.number.to_string());
            findings.push(Finding::Case(name));
        }
        if let Some(folded) = folded {
            cases += 1;
            facilities.insert(folded.case.record.facility.clone());
            state.update(format!("{folded:?}\n"));
        }
    }
    for id in facilities {
        state.update(format!("{:?}\n", view.facilities.get(&id)));
    }
    let rows: i64 = view.connection.query_row("SELECT count(*) FROM cases", [], |row| row.get(0))?;
    if rows != cases as i64 {
        findings.push(Finding::Case(format!("{rows} / {cases}")));
    }
    if tail::forgotten(view.connection)? > 0 {
        findings.push(Finding::Case("indexed".to_owned()));
    }
    if joined::all(view.connection)? != hidden {
        findings.push(Finding::Case("joined_case".to_owned()));
    }
    Ok((cases, state.finalize().into()))
}

/// In which row each case stands, in the order of their UUIDs: 24 bytes a case.
fn rows_of_cases(connection: &Connection) -> rusqlite::Result<Vec<(Uuid, i64)>> {
    let mut statement = connection.prepare("SELECT id, number FROM cases")?;
    let rows = statement.query_map([], |row| Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?)))?;
    let mut rows: Vec<(Uuid, i64)> = rows.collect::<rusqlite::Result<_>>()?;
    rows.sort_unstable();
    Ok(rows)
}

/// What stands beside the cases, in the same way; returns the digest of the whole state.
fn beside_cases(view: &View<'_>, of_cases: Hash, findings: &mut Vec<Finding>) -> rusqlite::Result<Hash> {
    let mut state = Sha256::new();
    state.update(of_cases);
    facts::verify::<Observed>(view, findings, &mut state)?;
    facts::verify::<MembersCounted>(view, findings, &mut state)?;
    facts::verify::<Submission>(view, findings, &mut state)?;
    facts::verify::<Promise>(view, findings, &mut state)?;
    facts::verify::<Demand>(view, findings, &mut state)?;
    facts::verify::<Described>(view, findings, &mut state)?;
    Ok(state.finalize().into())
}

/// What the table says of a facility, as JSON.
fn described_in(connection: &Connection, id: &FacilityId) -> rusqlite::Result<Option<String>> {
    use rusqlite::OptionalExtension;
    let found: Option<Option<String>> = connection
        .prepare_cached("SELECT description FROM facility WHERE id = ?1")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// Whether columns and summaries say what the rows say.
fn beside_rows(view: &View<'_>, findings: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let connection = view.connection;
    if !columns::are_sound(connection)? {
        findings.push(Finding::Columns);
    }
    let kept: BTreeMap<i64, Summary> = summary::all(connection)
        .unwrap_or_default()
        .into_iter()
        .filter(|(_, kept)| *kept != Summary::default())
        .collect();
    if kept != summary::added_up(connection, i64::MAX)? {
        findings.push(Finding::Summary);
    }
    Ok(())
}
