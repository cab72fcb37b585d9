//! What queries are answered from: what each case says in numbers, and its text, as columns in memory.
//!
//! They come from blocks that the book keeps, and from rows where a block is not full yet or changed since. Each
//! connection holds its own, filled when first asked and brought up to date before each answer; a single case, a new
//! one, the newest of all and the summaries of facilities need none of it.

mod condition;
mod facts;
mod letters;
mod names;
mod narrow;
mod newest;
mod order;
mod rows;
mod select;
mod share;
mod store;
mod texts;

use rusqlite::Connection;

#[cfg(test)]
pub use facts::FACTS;
pub use facts::{Fact, FactBlock, Facts, MOST_NUMBERS, days, of_values as facts_of_values};
pub use names::{Names, keep as keep_name};
pub use narrow::{BLOCK, Mask, NO_ROW, each_row};
pub use order::window;
pub use select::{Selected, need};
pub use share::shared;
pub use store::{Fresh, ROWS, Searched, are_sound, fills_a_block, keep_fresh, keep_up, newest_ever};

use store::{Kept, place, stretch};
use texts::Texts;

/// Columns as far as they were asked for.
#[derive(Default)]
pub struct Columns {
    names: Names,
    cases: Lane<FactBlock>,
    observations: Lane<FactBlock>,
    texts: Lane<Texts>,
    members: Lane<Texts>,
    /// Up to which change of an older row they were brought; `None` before anything was read.
    changes: Option<i64>,
    /// What the connection said of itself when they were brought up to date, and the newest row then.
    version: Option<(i64, u64)>,
    newest: i64,
    /// The newest answers, so that going on in one asks nothing anew.
    selected: select::Remembered,
}

/// Blocks of one part, with the row up to which they reach.
#[derive(Default)]
struct Lane<T> {
    blocks: Vec<T>,
    until: i64,
}

impl<T: Default> Lane<T> {
    /// The block of a row, with the row's place there.
    fn at(&mut self, number: i64) -> (&mut T, usize) {
        let (block, row) = place(number);
        if self.blocks.len() <= block {
            self.blocks.resize_with(block + 1, T::default);
        }
        (&mut self.blocks[block], row)
    }
}

impl Lane<FactBlock> {
    fn take(&mut self, rows: &[(i64, facts::Facts)]) {
        for (number, facts) in rows {
            let (block, row) = self.at(*number);
            block.set(row, Some(facts));
        }
    }
}

/// One state of the book, for as long as it is read: where no transaction is open that has one already, a transaction.
pub struct Snapshot<'a>(Option<&'a Connection>);

impl<'a> Snapshot<'a> {
    /// Until this is dropped the connection reads one state.
    pub fn of(connection: &'a Connection) -> rusqlite::Result<Self> {
        if !connection.is_autocommit() {
            return Ok(Self(None));
        }
        connection.execute_batch("BEGIN")?;
        Ok(Self(Some(connection)))
    }
}

impl Drop for Snapshot<'_> {
    /// An interrupt may break off this as well, and a connection that stayed in an old state would tell of it for ever.
    fn drop(&mut self) {
        let Some(connection) = self.0 else {
            return;
        };
        while let Err(error) = connection.execute_batch("ROLLBACK") {
            if error.sqlite_error_code() != Some(rusqlite::ErrorCode::OperationInterrupted) {
                break;
            }
        }
    }
}

/// What an answer needs beside the facts of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Need {
    /// The texts of cases.
    pub texts: bool,
    /// Names and telephone numbers of members.
    pub members: bool,
}

impl Columns {
    /// The facts of cases.
    pub fn cases(&self) -> &[FactBlock] {
        &self.cases.blocks
    }

    /// The facts of observations.
    pub fn observations(&self) -> &[FactBlock] {
        &self.observations.blocks
    }

    /// The names in them.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Brings the columns up to date. Where it is interrupted, what was read until then stays.
    pub fn refresh(&mut self, connection: &Connection, need: Need) -> rusqlite::Result<()> {
        let snapshot = Snapshot::of(connection)?;
        self.follow(connection)?;
        while self.cases.until < self.newest {
            self.more_facts(connection)?;
        }
        for (lane, kept, is_needed) in
            [(&mut self.texts, Kept::Texts, need.texts), (&mut self.members, Kept::Members, need.members)]
        {
            while is_needed && lane.until < self.newest {
                more_texts(connection, lane, kept, self.newest)?;
            }
        }
        drop(snapshot);
        Ok(())
    }

    /// Reads a few blocks ahead of any question; returns whether there is more to read.
    pub fn warm(&mut self, connection: &Connection) -> rusqlite::Result<bool> {
        /// Blocks at once: some ten milliseconds.
        const AT_ONCE: usize = 48;
        let snapshot = Snapshot::of(connection)?;
        self.follow(connection)?;
        for _ in 0..AT_ONCE {
            if self.cases.until < self.newest {
                self.more_facts(connection)?;
            } else if self.texts.until < self.newest {
                more_texts(connection, &mut self.texts, Kept::Texts, self.newest)?;
            } else {
                return Ok(false);
            }
        }
        drop(snapshot);
        Ok(true)
    }

    /// Brings what was read before up to date with what was written since.
    fn follow(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let version = version(connection)?;
        if self.version == Some(version) {
            return Ok(());
        }
        self.selected.forget();
        self.names.refresh(connection)?;
        self.take_changes(connection)?;
        self.more_observations(connection)?;
        self.newest = store::newest(connection, "cases")?;
        self.version = Some(version);
        Ok(())
    }

    /// Reads the rows anew that were read before and changed since.
    fn take_changes(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let newest = store::newest(connection, "changed_case")?;
        let Some(before) = self.changes else {
            self.changes = Some(newest);
            return Ok(());
        };
        let changed: Vec<i64> = connection
            .prepare_cached("SELECT DISTINCT case_row FROM changed_case WHERE number > ?1")?
            .query_map([before], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for number in changed {
            if number < 0 {
                self.observation_changed(connection, number.saturating_neg())?;
            } else {
                self.case_changed(connection, number)?;
            }
        }
        for lane in [&mut self.texts, &mut self.members] {
            let full = usize::try_from(lane.until / store::ROWS).unwrap_or(0);
            lane.blocks.iter_mut().take(full).for_each(Texts::pack);
        }
        self.changes = Some(newest);
        Ok(())
    }

    fn case_changed(&mut self, connection: &Connection, number: i64) -> rusqlite::Result<()> {
        if number <= self.cases.until {
            let mut found = None;
            facts::of_cases(connection, &mut self.names, (number, number), |_, facts| found = Some(facts))?;
            let (block, row) = self.cases.at(number);
            block.set(row, found.as_ref());
        }
        for (lane, kept) in [(&mut self.texts, Kept::Texts), (&mut self.members, Kept::Members)] {
            if number <= lane.until {
                let mut found = Vec::new();
                store::texts_of(connection, kept, (number, number), |_, text| found = text)?;
                let (block, row) = lane.at(number);
                block.set(row, found);
            }
        }
        Ok(())
    }

    fn observation_changed(&mut self, connection: &Connection, number: i64) -> rusqlite::Result<()> {
        if number > self.observations.until {
            return Ok(());
        }
        let mut found = None;
        facts::of_observations(connection, &mut self.names, (number, number), |_, facts| {
            found = Some(facts);
        })?;
        let (block, row) = self.observations.at(number);
        block.set(row, found.as_ref());
        Ok(())
    }

    /// Reads on, up to the end of a block.
    fn more_facts(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let next = self.cases.until + 1;
        let (block, row) = place(next);
        let (_, last) = stretch(block);
        if row == 0
            && let Some(bytes) = store::bytes(connection, Kept::Facts, block)?
            && let Some(kept) = FactBlock::from_bytes(&bytes)
        {
            *self.cases.at(next).0 = kept;
        } else {
            // All or none: what an interrupted reading left behind would not be told of when it goes.
            let mut read = Vec::new();
            facts::of_cases(connection, &mut self.names, (next, last), |number, facts| {
                read.push((number, facts));
            })?;
            self.cases.take(&read);
        }
        self.cases.until = last.min(self.newest);
        Ok(())
    }

    /// Observations are read from their rows: they are few, and have no text.
    fn more_observations(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let newest = store::newest(connection, "observation")?;
        while self.observations.until < newest {
            let next = self.observations.until + 1;
            let (_, last) = stretch(place(next).0);
            let mut read = Vec::new();
            facts::of_observations(connection, &mut self.names, (next, last), |number, facts| {
                read.push((number, facts));
            })?;
            self.observations.take(&read);
            self.observations.until = last.min(newest);
        }
        Ok(())
    }
}

/// Reads texts on, up to the end of a block.
fn more_texts(
    connection: &Connection,
    lane: &mut Lane<Texts>,
    kept: Kept,
    newest: i64,
) -> rusqlite::Result<()> {
    let next = lane.until + 1;
    let (block, row) = place(next);
    let (_, last) = stretch(block);
    if row == 0
        && let Some(bytes) = store::bytes(connection, kept, block)?
        && let Some(texts) = Texts::from_bytes(&bytes)
    {
        *lane.at(next).0 = texts;
    } else {
        let mut read = Vec::new();
        store::texts_of(connection, kept, (next, last), |number, text| read.push((number, text)))?;
        for (number, text) in read {
            let (block, row) = lane.at(number);
            block.set(row, text);
        }
        if last <= newest {
            lane.at(next).0.pack();
        }
    }
    lane.until = last.min(newest);
    Ok(())
}

/// What changes whenever the book does: what other connections wrote, and what this one did.
fn version(connection: &Connection) -> rusqlite::Result<(i64, u64)> {
    let others = connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
    Ok((others, connection.total_changes()))
}
