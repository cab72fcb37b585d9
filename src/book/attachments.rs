//! What was attached to cases: which case holds what follows from its entries; the bytes lie beside the log, by their digest,
//! so that an entry means the same whether they are here or not, and they can go without leaving a gap.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::View;
use super::door::Door;
use super::error::BookError;
use super::log::{self, PartColumn};
use super::runs;
use super::verify::{Finding, MOST_FINDINGS};
use crate::domain::attachment::Attachment;
use crate::domain::digits::hex;
use crate::domain::entry::{Entry, Hash, Kind};
use crate::domain::fold::Folded;

/// So long bytes are kept that a case let go of, in milliseconds: seven days, as backups are.
const KEPT: u64 = 7 * 24 * 3_600 * 1_000;

/// The digest of bytes, as entries write it.
pub fn digest_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The digest that an entry writes; `None` where it writes something else.
fn hash(sha256: &str) -> Option<Hash> {
    let bytes = sha256.as_bytes();
    if bytes.len() != 64 || !bytes.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, two) in hash.iter_mut().zip(bytes.as_chunks::<2>().0) {
        *byte = u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()?;
    }
    Some(hash)
}

/// What a folded case holds.
fn held(folded: Option<&Folded>) -> BTreeSet<Hash> {
    let all = folded.into_iter().flat_map(|folded| &folded.case.follow.attachments);
    all.filter_map(|attachment| hash(&attachment.file.sha256)).collect()
}

/// What the table says that a case holds.
fn noted(connection: &Connection, subject: Uuid) -> rusqlite::Result<BTreeSet<Hash>> {
    connection
        .prepare_cached("SELECT hash FROM attached WHERE subject = ?1")?
        .query_map([subject.as_bytes().as_slice()], |row| row.get(0))?
        .collect()
}

/// Brings what a case holds up to date with an entry that was just stored; returns whether bytes went for good.
///
/// What was taken away by itself can be brought back, and its bytes stay a while. What goes because the case, its identity
/// or the attaching itself went is gone at once.
pub(super) fn entry_arrived(
    connection: &Connection,
    subject: Uuid,
    folded: Option<&Folded>,
    entry: &Entry,
) -> rusqlite::Result<bool> {
    let (before, now) = (noted(connection, subject)?, held(folded));
    if before == now {
        return Ok(false);
    }
    let subject = subject.as_bytes().as_slice();
    for come in now.difference(&before) {
        connection
            .prepare_cached("INSERT INTO attached (hash, subject) VALUES (?1, ?2)")?
            .execute((come, subject))?;
        connection.prepare_cached("UPDATE attachment SET let_go = NULL WHERE hash = ?1")?.execute([come])?;
    }
    let stays = entry.header.kind == Kind::Detached;
    let mut went = false;
    for gone in before.difference(&now) {
        connection
            .prepare_cached("DELETE FROM attached WHERE hash = ?1 AND subject = ?2")?
            .execute((gone, subject))?;
        let is_held = connection.prepare_cached("SELECT 1 FROM attached WHERE hash = ?1")?.exists([gone])?;
        if is_held {
            continue;
        }
        if stays {
            let at = entry.header.at.milliseconds() as i64;
            connection
                .prepare_cached("UPDATE attachment SET let_go = ?2 WHERE hash = ?1")?
                .execute((gone, at))?;
        } else {
            went |= connection.prepare_cached("DELETE FROM attachment WHERE hash = ?1")?.execute([gone])? > 0;
        }
    }
    Ok(went)
}

impl Door<'_> {
    /// Keeps bytes under their digest; they are there once.
    pub fn keep_bytes(&self, bytes: &[u8]) -> Result<(), BookError> {
        let hash: Hash = Sha256::digest(bytes).into();
        self.transaction
            .prepare_cached("INSERT INTO attachment (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO UPDATE SET bytes = excluded.bytes")
            .and_then(|mut statement| statement.execute((hash, bytes)))
            .map(|_| ())
            .map_err(|error| self.error(error))
    }

    /// Lets go for good of what no case has held for some days.
    pub fn sweep_attachments(&mut self, now_milliseconds: u64) -> Result<(), BookError> {
        let before = now_milliseconds.saturating_sub(KEPT) as i64;
        let went = self
            .transaction
            .prepare_cached("DELETE FROM attachment WHERE let_go IS NOT NULL AND let_go < ?1")
            .and_then(|mut statement| statement.execute([before]))
            .map_err(|error| self.error(error))?;
        if went > 0 {
            self.has_blanked();
        }
        Ok(())
    }
}

impl View<'_> {
    /// The bytes of an attachment, where they are here.
    ///
    /// # Errors
    /// [`BookError::Damaged`] where they are not those that were attached.
    pub fn attachment(&self, attachment: &Attachment) -> Result<Option<Vec<u8>>, BookError> {
        let Some(hash) = hash(&attachment.file.sha256) else {
            return Ok(None);
        };
        let bytes: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT bytes FROM attachment WHERE hash = ?1")
            .and_then(|mut statement| statement.query_row([hash], |row| row.get(0)).optional())
            .map_err(|error| self.error(error))?;
        match bytes {
            Some(bytes) if digest_of(&bytes) != attachment.file.sha256 => {
                let detail = "an attachment is not what was attached".to_owned();
                Err(BookError::Damaged { path: self.path.to_owned(), detail })
            }
            bytes => Ok(bytes),
        }
    }

    /// Whether the bytes of an attachment are here.
    pub fn has_attachment(&self, attachment: &Attachment) -> Result<bool, BookError> {
        let Some(hash) = hash(&attachment.file.sha256) else {
            return Ok(false);
        };
        self.connection
            .prepare_cached("SELECT 1 FROM attachment WHERE hash = ?1")
            .and_then(|mut statement| statement.exists([hash]))
            .map_err(|error| self.error(error))
    }

    /// The note beside an attachment, where there is one and it was not erased.
    pub fn note_of(&self, attachment: &Attachment) -> Result<Option<String>, BookError> {
        let Some(entry) = attachment.entry() else {
            return Ok(None);
        };
        let read = || -> rusqlite::Result<Option<Vec<u8>>> {
            let row = runs::row_of(self.connection, entry)?;
            Ok(row.map(|row| log::part(self.connection, PartColumn::Narrative, row)).transpose()?.flatten())
        };
        let bytes = read().map_err(|error| self.error(error))?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }
}

/// Whether a case holds in the table what its entries say, and whether what this desk attached is here and sound.
pub(super) fn verify_case(
    view: &View<'_>,
    subject: Uuid,
    folded: Option<&Folded>,
    desk: &str,
    findings: &mut Vec<Finding>,
) -> rusqlite::Result<()> {
    let attachments = folded.map(|folded| folded.case.follow.attachments.as_slice()).unwrap_or_default();
    let noted = noted(view.connection, subject)?;
    if attachments.is_empty() && noted.is_empty() {
        return Ok(());
    }
    let mut is_sound = noted == held(folded);
    for attachment in attachments {
        // What another desk attached may have come without its bytes.
        is_sound &= match view.attachment(attachment) {
            Ok(Some(_)) => true,
            Ok(None) => attachment.desk != desk,
            Err(_) => false,
        };
    }
    if !is_sound && findings.len() < MOST_FINDINGS {
        let name = folded.map_or_else(|| subject.to_string(), |folded| folded.case.number.to_string());
        findings.push(Finding::Attachment(name));
    }
    Ok(())
}

/// Bytes that no case holds and that nobody let go of would stay for ever.
pub(super) fn verify_rest(connection: &Connection, findings: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let left: i64 = connection.query_row(
        "SELECT count(*) FROM attachment WHERE let_go IS NULL AND hash NOT IN (SELECT hash FROM attached)",
        [],
        |row| row.get(0),
    )?;
    if left > 0 {
        findings.push(Finding::Attachment(left.to_string()));
    }
    Ok(())
}

#[cfg(test)]
impl super::Book {
    /// Does something to the tables behind the back of the log: for tests of what finds it.
    pub(crate) fn in_sql(&self, sql: &str) {
        self.connection.execute_batch(sql).unwrap();
    }
}
