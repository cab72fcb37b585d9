//! Blocks as the book keeps them: made when their last row is there, and made anew when a row of theirs changes, in the
//! transaction that changed it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use super::facts::{self, FactBlock, Facts};
use super::letters::{FIELD, write, write_aside};
use super::names::Names;
use super::narrow::BLOCK;
use super::texts::Texts;
use crate::domain::case::Identity;
use crate::domain::text::{compact, fold};

/// Rows of a block, as row numbers have them.
pub const ROWS: i64 = BLOCK as i64;

/// The digits of a telephone number are the ten bytes from here on: no name holds them.
const PHONE_DIGIT: u8 = 0x04;

/// What is kept in blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Facts,
    Texts,
    Members,
}

impl Kept {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Facts, Self::Texts, Self::Members];

    fn table(self) -> &'static str {
        match self {
            Self::Facts => "fact_block",
            Self::Texts => "text_block",
            Self::Members => "member_block",
        }
    }
}

/// The block of a row, and its place there; rows count from 1.
pub fn place(number: i64) -> (usize, usize) {
    let slot = usize::try_from(number.saturating_sub(1)).unwrap_or(0);
    (slot / BLOCK, slot % BLOCK)
}

/// The first and the last row of a block.
pub fn stretch(block: usize) -> (i64, i64) {
    let first = block as i64 * ROWS + 1;
    (first, first + ROWS - 1)
}

/// The bytes of a block, where it is kept.
pub fn bytes(connection: &Connection, kept: Kept, block: usize) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .prepare_cached(&format!("SELECT bytes FROM {} WHERE block = ?1", kept.table()))?
        .query_row([block as i64], |row| row.get(0))
        .optional()
}

fn keep(connection: &Connection, kept: Kept, block: usize, bytes: &[u8]) -> rusqlite::Result<()> {
    let sql = format!(
        "INSERT INTO {} (block, bytes) VALUES (?1, ?2) ON CONFLICT (block) DO UPDATE SET bytes = excluded.bytes",
        kept.table()
    );
    connection.prepare_cached(&sql)?.execute((block as i64, bytes)).map(|_| ())
}

/// How many blocks are kept of those that there can be: those whose last row is there, or was.
fn count(connection: &Connection, most: i64) -> rusqlite::Result<usize> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT max(block) FROM fact_block WHERE block >= 0 AND block < ?1")?
        .query_row([most], |row| row.get(0))?;
    Ok(last.map_or(0, |last| usize::try_from(last + 1).unwrap_or(0)))
}

/// How many blocks there can be.
fn most(connection: &Connection) -> rusqlite::Result<i64> {
    Ok(newest_ever(connection)? / ROWS)
}

/// The newest row that was ever given out to a case: it may have been taken back since.
pub fn newest_ever(connection: &Connection) -> rusqlite::Result<i64> {
    let gone: Option<i64> = connection
        .prepare_cached("SELECT max(case_row) FROM changed_case")?
        .query_row([], |row| row.get(0))?;
    Ok(newest(connection, "cases")?.max(gone.unwrap_or(0)))
}

/// The newest row of a table; 0 where there is none.
pub fn newest(connection: &Connection, table: &str) -> rusqlite::Result<i64> {
    let newest: Option<i64> = connection
        .prepare_cached(&format!("SELECT max(number) FROM {table}"))?
        .query_row([], |row| row.get(0))?;
    Ok(newest.unwrap_or(0))
}

/// Whether every full block is kept.
fn are_full(connection: &Connection) -> rusqlite::Result<bool> {
    let full = newest(connection, "cases")? / ROWS;
    let mut counts = connection.prepare(
        "SELECT (SELECT count(*) FROM fact_block WHERE block >= 0 AND block < ?1),
         (SELECT count(*) FROM text_block WHERE block >= 0 AND block < ?1),
         (SELECT count(*) FROM member_block WHERE block >= 0 AND block < ?1)",
    )?;
    let counts: [i64; 3] = counts.query_row([full], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?;
    Ok(counts == [full; 3])
}

/// Whether every full block is kept, each says what its rows say, and there are no others.
pub fn are_sound(connection: &Connection) -> rusqlite::Result<bool> {
    let most = most(connection)?;
    let mut names = Names::default();
    let mut are_sound = are_full(connection)?;
    for kept in Kept::ALL {
        let mut statement = connection.prepare(&format!("SELECT block FROM {}", kept.table()))?;
        let mut rows = statement.query([])?;
        while let (true, Some(row)) = (are_sound, rows.next()?) {
            let block: i64 = row.get(0)?;
            are_sound = match usize::try_from(block) {
                Ok(place) if block < most => is_sound(connection, &mut names, kept, place)?,
                _ => false,
            };
        }
    }
    Ok(are_sound)
}

/// Whether a block was filled between two states of the book, by the newest rows that were given out until then.
pub fn fills_a_block(before: i64, now: i64) -> bool {
    before / ROWS < now / ROWS
}

/// Brings the blocks up to date with rows that changed, and makes those that are full now.
///
/// `fresh` are new rows, as far as they are at hand.
pub fn keep_up(connection: &Connection, changed: &BTreeSet<i64>, fresh: &Fresh) -> rusqlite::Result<()> {
    let most = most(connection)?;
    for part in Kept::ALL {
        // What lies outside is damaged, and must not be taken for a block when its rows come.
        connection
            .prepare_cached(&format!("DELETE FROM {} WHERE block < 0 OR block >= ?1", part.table()))?
            .execute([most])?;
    }
    let kept = count(connection, most)?;
    let full = usize::try_from(newest(connection, "cases")? / ROWS).unwrap_or(0);
    let mut names = Names::default();
    let mut stale: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
    // Those of observations are negative, and in no block.
    for number in changed.range(1..).filter(|number| place(**number).0 < kept) {
        stale.entry(place(*number).0).or_default().push(*number);
    }
    for (block, rows) in stale {
        mend_facts(connection, &mut names, block, &rows)?;
        mend_texts(connection, Kept::Texts, block, &rows)?;
        mend_texts(connection, Kept::Members, block, &rows)?;
    }
    // What was new and changed in one go is read back.
    let none = Fresh::default();
    let fresh = if changed.range(fresh.first..).next().is_some() { &none } else { fresh };
    for block in kept..full {
        keep_new(connection, &mut names, fresh, block)?;
    }
    Ok(())
}

/// Makes the block that the newest row fills, so that a long transaction need not hold its rows until its end.
pub fn keep_fresh(connection: &Connection, fresh: &mut Fresh, newest: i64) -> rusqlite::Result<()> {
    let block = place(newest).0;
    // After a block that is still to be made this one must wait as well.
    if count(connection, newest / ROWS)? != block {
        return Ok(());
    }
    keep_new(connection, &mut Names::default(), fresh, block)?;
    fresh.forget();
    Ok(())
}

/// Makes a block, from the rows at hand where these are all of it.
fn keep_new(connection: &Connection, names: &mut Names, fresh: &Fresh, block: usize) -> rusqlite::Result<()> {
    for part in Kept::ALL {
        let bytes = match fresh.of(block) {
            Some(rows) => made_of(rows, part),
            None => made(connection, names, part, block)?,
        };
        keep(connection, part, block, &bytes)?;
    }
    Ok(())
}

/// Reads some rows of a block of facts anew.
fn mend_facts(
    connection: &Connection,
    names: &mut Names,
    block: usize,
    numbers: &[i64],
) -> rusqlite::Result<()> {
    let Some(mut facts) =
        bytes(connection, Kept::Facts, block)?.and_then(|bytes| FactBlock::from_bytes(&bytes))
    else {
        return keep(connection, Kept::Facts, block, &made(connection, names, Kept::Facts, block)?);
    };
    for number in numbers {
        let mut found = None;
        facts::of_cases(connection, names, (*number, *number), |_, facts| found = Some(facts))?;
        facts.set(place(*number).1, found.as_ref());
    }
    keep(connection, Kept::Facts, block, &facts.to_bytes())
}

/// Reads some rows of a block of texts anew; most changes of a case change none.
fn mend_texts(connection: &Connection, kept: Kept, block: usize, numbers: &[i64]) -> rusqlite::Result<()> {
    let Some(mut texts) = bytes(connection, kept, block)?.and_then(|bytes| Texts::from_bytes(&bytes)) else {
        return keep(connection, kept, block, &made(connection, &mut Names::default(), kept, block)?);
    };
    let before = texts.all();
    let mut differs = false;
    for number in numbers {
        let (mut found, row) = (Vec::new(), place(*number).1);
        texts_of(connection, kept, (*number, *number), |_, text| found = text)?;
        if before.get(row) != Some(&found) {
            texts.set(row, found);
            differs = true;
        }
    }
    if differs { keep(connection, kept, block, &texts.to_bytes()) } else { Ok(()) }
}

/// Whether a kept block says what its rows say.
fn is_sound(connection: &Connection, names: &mut Names, kept: Kept, block: usize) -> rusqlite::Result<bool> {
    let made = made(connection, names, kept, block)?;
    let Some(bytes) = bytes(connection, kept, block)? else {
        return Ok(false);
    };
    Ok(match kept {
        Kept::Facts => bytes == made,
        _ => match (Texts::from_bytes(&bytes), Texts::from_bytes(&made)) {
            (Some(kept), Some(made)) => kept.says_what(&made),
            _ => false,
        },
    })
}

/// The bytes of a block, made from its rows.
pub fn made(
    connection: &Connection,
    names: &mut Names,
    kept: Kept,
    block: usize,
) -> rusqlite::Result<Vec<u8>> {
    let stretch = stretch(block);
    Ok(match kept {
        Kept::Facts => {
            let mut rows: Vec<(usize, Facts)> = Vec::with_capacity(BLOCK);
            facts::of_cases(connection, names, stretch, |number, facts| rows.push((place(number).1, facts)))?;
            FactBlock::of(rows).to_bytes()
        }
        _ => {
            let mut texts = Texts::default();
            texts_of(connection, kept, stretch, |number, text| texts.set(place(number).1, text))?;
            texts.to_bytes()
        }
    })
}

/// The bytes of a block, made of rows that were just written.
fn made_of(rows: &[(Facts, Searched)], kept: Kept) -> Vec<u8> {
    match kept {
        Kept::Facts => FactBlock::of(rows.iter().map(|(facts, _)| *facts).enumerate()).to_bytes(),
        Kept::Texts => Texts::packed(rows.iter().map(|(_, texts)| texts.story.as_slice())).to_bytes(),
        Kept::Members => Texts::packed(rows.iter().map(|(_, texts)| texts.member.as_slice())).to_bytes(),
    }
}

/// The texts of a stretch of rows in the code of [`super::letters`].
pub fn texts_of(
    connection: &Connection,
    kept: Kept,
    (first, last): (i64, i64),
    mut take: impl FnMut(i64, Vec<u8>),
) -> rusqlite::Result<()> {
    let sql = match kept {
        Kept::Members => {
            "SELECT c.number, e.identity FROM cases c JOIN entry e ON e.number = c.identity_entry
             WHERE c.number BETWEEN ?1 AND ?2 AND e.identity_nonce IS NOT NULL"
        }
        _ => {
            "SELECT c.number, n.narrative, c.remedy FROM cases c LEFT JOIN entry n ON n.number = c.narrative_entry
             WHERE c.number BETWEEN ?1 AND ?2"
        }
    };
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([first, last])?;
    while let Some(row) = rows.next()? {
        let field = |index: usize| -> rusqlite::Result<std::borrow::Cow<'_, str>> {
            let bytes = row.get_ref(index)?.as_bytes_or_null()?;
            Ok(bytes.map_or_else(Default::default, String::from_utf8_lossy))
        };
        let text = match kept {
            Kept::Members => {
                let identity = serde_json::from_slice::<Identity>(row.get_ref(1)?.as_blob()?);
                member(&identity.unwrap_or_default())
            }
            _ => story(&field(1)?, &field(2)?),
        };
        take(row.get(0)?, text);
    }
    Ok(())
}

/// What is searched of a case: the story and what the member wants.
fn story(narrative: &str, remedy: &str) -> Vec<u8> {
    let mut text = Vec::with_capacity(narrative.len() + remedy.len());
    write(&fold(narrative), &mut text);
    text.push(FIELD);
    write(&fold(remedy), &mut text);
    text
}

/// What is searched of a member; nothing where nobody is named.
fn member(identity: &Identity) -> Vec<u8> {
    let mut text = Vec::new();
    if !identity.is_empty() {
        write(&fold(identity.name.as_deref().unwrap_or_default()), &mut text);
        text.push(FIELD);
        text.extend(phone(&compact(identity.phone.as_deref().unwrap_or_default())));
    }
    text
}

/// The texts of a new case, made ready before it has a row, so that they need not be read back.
#[derive(Debug, Clone, Default)]
pub struct Searched {
    story: Vec<u8>,
    member: Vec<u8>,
}

impl Searched {
    /// Makes them ready.
    pub fn new(narrative: Option<&str>, remedy: Option<&str>, identity: &Identity) -> Self {
        Self {
            story: story(narrative.unwrap_or_default(), remedy.unwrap_or_default()),
            member: member(identity),
        }
    }
}

/// New rows as they were written; they follow each other.
#[derive(Debug, Default)]
pub struct Fresh {
    first: i64,
    rows: Vec<(Facts, Searched)>,
}

impl Fresh {
    /// One more; a row that does not follow the last one makes all be read back instead.
    pub fn push(&mut self, number: i64, facts: Facts, texts: &Searched) {
        if self.rows.is_empty() {
            self.first = number;
        }
        if self.first + self.rows.len() as i64 == number {
            self.rows.push((facts, texts.clone()));
        } else {
            self.rows.clear();
        }
    }

    /// Lets them all go.
    fn forget(&mut self) {
        self.rows.clear();
    }

    /// The rows of a block, where all are here.
    fn of(&self, block: usize) -> Option<&[(Facts, Searched)]> {
        let (first, last) = stretch(block);
        let from = usize::try_from(first - self.first).ok()?;
        self.rows.get(from..from + usize::try_from(last - first + 1).ok()?)
    }
}

/// A telephone number without spaces and signs, in letters that stand in no name.
pub fn phone(compact: &str) -> Vec<u8> {
    let mut text = Vec::new();
    for character in compact.chars() {
        match character.to_digit(10) {
            Some(digit) => text.push(PHONE_DIGIT + digit as u8),
            None => write_aside(character, &mut text),
        }
    }
    text
}
