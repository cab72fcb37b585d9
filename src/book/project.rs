//! Keeps the projection: after each entry its subject is folded anew and its row
//! written. Which entries arrived, and in which order, leaves no trace in the rows.

use std::collections::{BTreeSet, HashMap};

use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection};
use uuid::Uuid;

use super::columns::Fact;
use super::door::held;
use super::facilities::subject_of;
use super::log;
use super::row::{self, COLUMNS};
use super::summary::{self, Summaries};
use super::{FacilityTable, attachments, columns, facts, follow, joined, numbers, observations, tail};
use crate::domain::case::Case;
use crate::domain::entry::{Entry, Kind};
use crate::domain::facility::{self, FacilityId};
use crate::domain::fold::{Folded, Seen, fold};
use crate::domain::members::MembersCounted;
use crate::domain::observation::Observed;
use crate::reference;

/// What one transaction remembers of its projection.
#[derive(Default)]
pub(super) struct Projector<'book> {
    /// Inserts a case's row.
    insert: Option<CachedStatement<'book>>,
    /// Rows that were there before and changed or went; those of observations negative.
    changed: BTreeSet<i64>,
    summaries: Summaries,
    /// The newest row that was ever given out: before this transaction, and now.
    newest: Option<(i64, i64)>,
    /// Texts of new cases that need not be read back.
    fresh: columns::Fresh,
    /// Numbers of names and facilities that were asked for.
    names: HashMap<String, u64>,
    facilities: HashMap<FacilityId, i64>,
    has_erased: bool,
}

impl<'book> Projector<'book> {
    /// Brings the tables up to date with an entry that was just stored at `row`.
    pub fn entry_arrived(
        &mut self,
        connection: &'book Connection,
        facilities: &mut FacilityTable,
        entry: &Entry,
        row: i64,
    ) -> rusqlite::Result<()> {
        let subject = entry.header.subject;
        let entries = log::of_subject(connection, subject)?;
        if entries.iter().any(|seen| seen.header.kind == Kind::IdentityErased)
            && (entry.header.kind == Kind::IdentityErased
                || entry.identity.is_some()
                || entry.narrative.is_some())
        {
            log::erase(connection, subject)?;
            self.has_erased = true;
        }
        if entries.iter().any(|seen| seen.header.kind == Kind::Observed) {
            self.observe(connection, facilities, subject, &entries)?;
        }
        facts::entry_arrived::<MembersCounted>(connection, facilities, subject, &entries)?;
        follow::entry_arrived(connection, facilities, subject, &entries)?;
        if let Some(id) = facility_of(subject, &entries) {
            return describe_facility(connection, facilities, &id, &entries);
        }
        if matches!(entry.header.kind, Kind::Unknown(_)) {
            return Ok(());
        }
        if entries.iter().any(|seen| seen.header.kind == Kind::Attached) {
            let folded = fold(subject, &entries);
            self.has_erased |= attachments::entry_arrived(connection, subject, folded.as_ref(), entry)?;
        }
        self.case_arrived(connection, facilities, subject, &entries, (entries.len() == 1).then_some(row))?;
        // Whether these are hidden follows from this one as well.
        for other in joined::named_in(&entries).filter(|other| *other > subject) {
            let entries = log::of_subject(connection, other)?;
            if !entries.is_empty() {
                self.case_arrived(connection, facilities, other, &entries, None)?;
            }
        }
        Ok(())
    }

    /// Brings the row of a case up to date with all of its entries; `new_entry` is the row of its only one.
    fn case_arrived(
        &mut self,
        connection: &'book Connection,
        facilities: &mut FacilityTable,
        subject: Uuid,
        entries: &[Seen],
        new_entry: Option<i64>,
    ) -> rusqlite::Result<()> {
        let Some(folded) = fold(subject, entries) else {
            joined::forget(connection, subject)?;
            return self.remove(connection, subject);
        };
        if let Some(into) = joined::into(connection, &folded)? {
            joined::note(connection, &folded.case, &into)?;
            return self.remove(connection, subject);
        }
        if new_entry.is_none() {
            joined::forget(connection, subject)?;
        }
        self.write(connection, facilities, &folded, new_entry)
    }

    /// Whether identities or narratives were erased.
    pub fn has_erased(&self) -> bool {
        self.has_erased
    }

    /// Something else went for good.
    pub fn has_blanked(&mut self) {
        self.has_erased = true;
    }

    fn observe(
        &mut self,
        connection: &Connection,
        facilities: &mut FacilityTable,
        subject: Uuid,
        entries: &[Seen],
    ) -> rusqlite::Result<()> {
        let before = observations::row_of(connection, subject)?;
        if let Some(number) = before {
            self.changed.insert(-number);
            self.observed(connection, number, false)?;
        }
        facts::entry_arrived::<Observed>(connection, facilities, subject, entries)?;
        for seen in entries {
            self.name(connection, Some(&seen.header.officer))?;
        }
        if let Some(number) = observations::row_of(connection, subject)? {
            self.observed(connection, number, true)?;
        }
        Ok(())
    }

    fn observed(&mut self, connection: &Connection, number: i64, comes: bool) -> rusqlite::Result<()> {
        if let Some(visit) = summary::of_observation(connection, number)? {
            self.summaries.count(visit, comes);
        }
        Ok(())
    }

    /// The number of a name.
    fn name(&mut self, connection: &Connection, name: Option<&str>) -> rusqlite::Result<u64> {
        let Some(name) = name else {
            return Ok(0);
        };
        if let Some(number) = self.names.get(name) {
            return Ok(*number);
        }
        let number = columns::keep_name(connection, name)?;
        self.names.insert(name.to_owned(), number);
        Ok(number)
    }

    /// Writes the row of a case whose first entry was just stored at `row`: what
    /// [`Self::entry_arrived`] would write, from what the entry was made of.
    pub fn first_entry_arrived(
        &mut self,
        connection: &'book Connection,
        facilities: &mut FacilityTable,
        case: &Case,
        (values, mut facts, searched): (&mut Vec<Value>, columns::Facts, &columns::Searched),
        row: i64,
    ) -> rusqlite::Result<()> {
        let record = &case.record;
        let facility = match self.facilities.get(&record.facility) {
            Some(number) => *number,
            None => {
                let number = facilities.number_for(connection, &record.facility)?;
                self.facilities.insert(record.facility.clone(), number);
                number
            }
        };
        row::bind_rows(values, facility, [Some(row); 2]);
        facts[Fact::Facility as usize] = facility as u64;
        for (fact, name) in [
            (Fact::Officer, Some(case.officer.as_str())),
            (Fact::Assigned, record.assigned_to.as_deref()),
            (Fact::Employer, record.employer.as_deref()),
            (Fact::Local, record.local.as_deref()),
        ] {
            facts[fact as usize] = self.name(connection, name)?;
        }
        let number = self.insert(connection, values)?;
        self.summaries.set(number, Some((facility, summary::of(case))));
        self.fresh.push(number, facts, searched);
        if columns::fills_a_block(number - 1, number) {
            columns::keep_fresh(connection, &mut self.fresh, number)?;
            self.summaries.take_newest(connection, number)?;
        }
        Ok(())
    }

    /// Writes a new row. Its number was never given out before, even if the newest row was taken back: blocks and
    /// running programs are told of rows that changed, and take a greater number for a new one.
    fn insert(&mut self, connection: &'book Connection, values: &mut Vec<Value>) -> rusqlite::Result<i64> {
        let (before, last) = self.newest(connection)?;
        let number = last + 1;
        self.newest = Some((before, number));
        values.push(Value::Integer(number));
        values.push(Value::Integer(tail::is_indexed_at_once((before, number)).into()));
        held(&mut self.insert, connection, insert_sql())?
            .execute(rusqlite::params_from_iter(values.iter()))?;
        tail::given_out(connection, (before, number))?;
        Ok(number)
    }

    /// Writes a case's row; `new_entry` is the row of its only entry.
    fn write(
        &mut self,
        connection: &'book Connection,
        facilities: &mut FacilityTable,
        folded: &Folded,
        new_entry: Option<i64>,
    ) -> rusqlite::Result<()> {
        let mut values = row::bind(connection, facilities, folded)?;
        let existing = match new_entry {
            Some(_) => None,
            None => numbers::row_of_case(connection, folded.case.id)?,
        };
        let number = match existing {
            Some(number) => {
                self.changed.insert(number);
                self.goes(connection, number)?;
                values.push(Value::Integer(number));
                connection.prepare_cached(&update_sql())?.execute(rusqlite::params_from_iter(values))?;
                number
            }
            None => self.insert(connection, &mut values)?,
        };
        self.stands(connection, facilities, number, &folded.case)
    }

    /// What is kept beside the row of a case that stands.
    fn stands(
        &mut self,
        connection: &Connection,
        facilities: &mut FacilityTable,
        number: i64,
        case: &Case,
    ) -> rusqlite::Result<()> {
        let record = &case.record;
        let others = [&record.assigned_to, &record.employer, &record.local].map(Option::as_deref);
        let parties = row::parties(&case.follow);
        for name in others.into_iter().chain([Some(case.officer.as_str()), parties.as_deref()]) {
            self.name(connection, name)?;
        }
        let facility = facilities.number_for(connection, &record.facility)?;
        self.summaries.set(number, Some((facility, summary::of(case))));
        Ok(())
    }

    /// A case's row is about to change or go.
    fn goes(&mut self, connection: &Connection, number: i64) -> rusqlite::Result<()> {
        self.newest(connection)?;
        self.summaries.goes(connection, number)
    }

    /// The newest row before this transaction, and now; to be asked before the first one comes or goes.
    fn newest(&mut self, connection: &Connection) -> rusqlite::Result<(i64, i64)> {
        if let Some(newest) = self.newest {
            return Ok(newest);
        }
        let newest = columns::newest_ever(connection)?;
        self.summaries.begin(newest);
        Ok(*self.newest.insert((newest, newest)))
    }

    /// The case is gone: it was logged by mistake, and that was taken back; or it was joined into another one.
    fn remove(&mut self, connection: &Connection, subject: Uuid) -> rusqlite::Result<()> {
        let Some(number) = numbers::row_of_case(connection, subject)? else {
            return Ok(());
        };
        self.changed.insert(number);
        self.goes(connection, number)?;
        connection.prepare_cached("DELETE FROM cases WHERE number = ?1")?.execute([number]).map(|_| ())
    }

    /// Brings what is kept beside the rows up to date with all that the transaction did.
    pub fn finish(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut note = connection.prepare_cached("INSERT INTO changed_case (case_row) VALUES (?1)")?;
        for number in &self.changed {
            note.execute([number])?;
        }
        let (before, now) = self.newest.unwrap_or_default();
        self.summaries.keep(connection, now)?;
        if columns::fills_a_block(before, now) || self.changed.range(1..).next().is_some() {
            columns::keep_up(connection, &self.changed, &self.fresh)?;
        }
        Ok(())
    }
}

/// What an entry about a facility says first of all: which it is about.
#[derive(serde::Deserialize)]
struct AboutFacility {
    id: FacilityId,
}

/// The facility that a subject is: the one whose identifier makes that subject.
pub(super) fn facility_of(subject: Uuid, entries: &[Seen]) -> Option<FacilityId> {
    let about = |seen: &Seen| -> Option<AboutFacility> {
        let is_told =
            matches!(seen.header.kind, Kind::FacilityAdded | Kind::FacilityChanged | Kind::FacilityMerged);
        serde_json::from_slice(seen.body.as_deref().filter(|_| is_told)?).ok()
    };
    entries.iter().filter_map(about).map(|about| about.id).find(|id| subject_of(id) == subject)
}

fn describe_facility(
    connection: &Connection,
    facilities: &mut FacilityTable,
    id: &FacilityId,
    entries: &[Seen],
) -> rusqlite::Result<()> {
    facilities.describe(connection, id, newest_description(id, entries).as_deref())
}

/// What the entries of a facility come to, as JSON.
pub(super) fn newest_description(id: &FacilityId, entries: &[Seen]) -> Option<String> {
    let facility = facility::described(id, entries, reference::facility(id))?;
    serde_json::to_string(&facility).ok()
}

/// Made once: an import asks for it for each row.
fn insert_sql() -> &'static str {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let marks: Vec<String> = (1..=COLUMNS.len() + 2).map(|place| format!("?{place}")).collect();
        format!("INSERT INTO cases ({}, number, indexed) VALUES ({})", COLUMNS.join(", "), marks.join(", "))
    });
    &SQL
}

fn update_sql() -> String {
    let sets: Vec<String> =
        COLUMNS.iter().enumerate().map(|(place, column)| format!("{column} = ?{}", place + 1)).collect();
    format!("UPDATE cases SET {} WHERE number = ?{}", sets.join(", "), COLUMNS.len() + 1)
}
