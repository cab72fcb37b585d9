//! The reading half of an import: rows are read, checked and made ready for the door, some
//! thousand of them ahead of what is written.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender};

use chrono::{DateTime, FixedOffset, TimeZone};
use uuid::Uuid;

use super::facilities::{Decisions, OfRow};
use super::notices::Notice;
use super::{RowProblem, RowRefusal};
use crate::app::finder::{Finder, Names};
use crate::app::{AppError, Clock, Session};
use crate::book::{FacilityTable, Keeper, NewCase, Randomness, RowDigester};
use crate::domain::case::{Complaint, Source};
use crate::domain::column::Column;
use crate::domain::date;
use crate::domain::digits;
use crate::domain::draft::{self, Reason, Refusal, Typed};
use crate::domain::facility::FacilityId;
use crate::domain::fold::Logged;
use crate::domain::number::CaseNumber;
use crate::domain::observation::Observation;
use crate::i18n::Lang;
use crate::intake::{Row, Rows, Table};

/// How many rows are handed over at once.
const AT_ONCE: usize = 1_000;

/// How many such parts may wait: what is read while a transaction is written to the disk. With them an import holds
/// some thirty megabytes, however long its table is.
pub(super) const AHEAD: usize = 3;

/// So many identifiers of rows are remembered, in some forty megabytes: of a longer table, one of the later rows whose
/// identifier comes again is taken for a change of the row before it, and left.
const MOST_IDS: usize = 1 << 21;

/// Rows that were read one after the other.
#[derive(Default)]
pub(super) struct Reading {
    /// How many, refused ones among them.
    pub rows: usize,
    /// Those that may be taken, the earliest visit first: cases that lie together in time are found together.
    pub checked: Vec<Checked>,
    /// Visits that were timed without a name.
    pub observed: Vec<Observed>,
    /// Those that may not, with their cells.
    pub refused: Vec<(RowRefusal, csv::StringRecord)>,
    /// The last identifier of the rows in the order of bytes; `are_distinct` where each has its own.
    pub last_id: Option<String>,
    pub are_distinct: bool,
}

/// A row that may be taken.
pub(super) struct Checked {
    /// The case that it makes, if it is new. In a box, for rows are put in order and handed from thread to thread.
    pub case: Box<NewCase>,
    /// The columns that the table has: an update touches no others.
    pub columns: Arc<Vec<Column>>,
    /// What of it is worth a second look.
    pub notice: Notice,
    /// The case that it says it is, as an export of a book writes it.
    pub exported: Option<Uuid>,
}

/// A row of a tally sheet that may be taken.
pub(super) struct Observed {
    /// What was seen, with the identifier of its row.
    pub observation: Observation,
    /// When it was written down.
    pub recorded_at: DateTime<FixedOffset>,
    /// What of it is worth a second look.
    pub notice: Notice,
}

/// Reads a table; needs nothing of the book that another thread holds.
pub(super) struct Readings {
    table: Table,
    rows: Rows,
    decisions: Decisions,
    facilities: FacilityTable,
    /// In which facilities are offered for a name that is none.
    lang: Lang,
    making: Making,
}

/// What a row needs beside itself to become a case.
struct Making {
    source: String,
    batch: Uuid,
    clock: Clock,
    keeper: Keeper,
    digester: RowDigester,
    /// How often rows came that say the same.
    same: HashMap<String, usize>,
    /// By a hash of the identifier that a row has of its own: a hash of what it says, and its line.
    ids: HashMap<u64, (u32, u32)>,
}

impl Readings {
    /// For an import at this desk.
    pub fn new(session: &Session, table: Table, source: String, batch: Uuid, rows: Rows) -> Self {
        Self {
            decisions: Decisions::new(&table.mapping().facilities),
            table,
            rows,
            facilities: session.facilities().clone(),
            lang: session.settings.lang,
            making: Making {
                source,
                batch,
                clock: session.clock,
                keeper: session.book.keeper().clone(),
                digester: session.book.row_digester(),
                same: HashMap::new(),
                ids: HashMap::new(),
            },
        }
    }

    /// Sends what it reads until the end of the table, an error, or until nobody takes it.
    /// What was written comes back as `spent`. Tells by which decisions on names rows were read.
    pub fn send(
        mut self,
        to: &SyncSender<Result<Reading, AppError>>,
        spent: &Receiver<Reading>,
    ) -> BTreeMap<String, FacilityId> {
        let facilities = std::mem::take(&mut self.facilities);
        let mut finder = Finder::default();
        let names = finder.names(&facilities, self.lang);
        let mut random = Randomness::default();
        loop {
            spent.try_iter().for_each(drop);
            let reading = self.read(&names, &mut random);
            let goes_on = reading.as_ref().is_ok_and(|reading| reading.rows == AT_ONCE);
            if to.send(reading).is_err() || !goes_on {
                return self.decisions.used();
            }
        }
    }

    fn read(&mut self, names: &Names<'_>, random: &mut Randomness) -> Result<Reading, AppError> {
        let mut reading = Reading::default();
        let now = self.making.clock.now();
        while reading.rows < AT_ONCE {
            let Some(row) = self.table.next_row()? else {
                break;
            };
            reading.rows += 1;
            let (line, cells) = (row.line, row.cells());
            let refused = match self.rows {
                _ if row.broken.is_some() => row.broken.cloned().into_iter().map(RowProblem::Json).collect(),
                _ if row.beyond() > 0 => vec![RowProblem::Beyond(row.beyond())],
                Rows::Cases => {
                    match self.making.check(&row, &OfRow::new(names, &self.decisions, &row), now) {
                        Ok(sound) if let Some(twice) = self.making.is_twice(&row, &sound) => vec![twice],
                        Ok(row) => {
                            reading.checked.push(self.making.make_ready(row, random)?);
                            continue;
                        }
                        Err(refusals) => refusals.into_iter().map(RowProblem::Field).collect(),
                    }
                }
                Rows::Observations => {
                    match self.making.check_observation(&row, &OfRow::new(names, &self.decisions, &row), now)
                    {
                        Ok(observed) => {
                            reading.observed.push(observed);
                            continue;
                        }
                        Err(refusals) => refusals.into_iter().map(RowProblem::Field).collect(),
                    }
                }
            };
            reading.refused.push((RowRefusal { line, problems: refused }, cells.clone()));
        }
        // Of rows with one identifier the first in the table counts, so these stay in its order.
        let source_ids = reading.checked.iter().filter_map(|row| row.case.record().source.as_ref());
        let mut ids = HashSet::with_capacity(reading.checked.len());
        reading.are_distinct = source_ids.clone().all(|source| ids.insert(&source.id));
        reading.last_id = source_ids.map(|source| &source.id).max().cloned();
        if reading.are_distinct {
            reading.checked.sort_by_key(|row| row.case.record().visited_on);
        }
        Ok(reading)
    }
}

impl Making {
    fn check(
        &self,
        row: &Row<'_>,
        facilities: &OfRow<'_>,
        now: DateTime<FixedOffset>,
    ) -> Result<Sound, Vec<Refusal>> {
        refuse_relative_days(row)?;
        let recorded_at = recorded_at(row, now);
        let (mut complaint, warnings) = draft::check(row, facilities, now.date_naive())?;
        let recorded_at = recorded_at.map_err(|refusal| vec![refusal])?;
        let own_id = own_id(row)?;
        let has_own_id = own_id.is_some();
        let id = own_id.unwrap_or_else(|| self.digester.digest(&row.identity));
        let columns = Arc::clone(row.columns);
        complaint.record.source = Some(Source { name: self.source.clone(), id });
        complaint.identity.row_digest = Some(row.digest.clone());
        let notice = Notice::of(row, facilities, complaint.record.visited_on, &warnings);
        let exported = row.text(Column::Id).trim().parse().ok();
        Ok(Sound { complaint, recorded_at, columns, notice, has_own_id, exported })
    }

    /// Whether another row of the table had the same identifier of its own, and said something else.
    fn is_twice(&mut self, row: &Row<'_>, sound: &Sound) -> Option<RowProblem> {
        let id = &sound.complaint.record.source.as_ref()?.id;
        // What has no identifier of its own is known by what it says.
        if !sound.has_own_id {
            return None;
        }
        let hash = |text: &str| {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            hasher.finish()
        };
        let (said, line) = (hash(&row.digest) as u32, u32::try_from(row.line).unwrap_or(u32::MAX));
        let is_room = self.ids.len() < MOST_IDS;
        match self.ids.entry(hash(id)) {
            Entry::Occupied(before) if before.get().0 != said => {
                Some(RowProblem::IdTwice { id: id.clone(), line: before.get().1.into() })
            }
            Entry::Occupied(_) => None,
            Entry::Vacant(free) => {
                if is_room {
                    free.insert((said, line));
                }
                None
            }
        }
    }

    /// Two patients of one queue may have come and been seen in the same minutes: rows without an identifier that say the
    /// same are told apart by how many such there were before.
    fn check_observation(
        &mut self,
        row: &Row<'_>,
        facilities: &OfRow<'_>,
        now: DateTime<FixedOffset>,
    ) -> Result<Observed, Vec<Refusal>> {
        refuse_relative_days(row)?;
        let recorded_at = recorded_at(row, now).map_err(|refusal| vec![refusal])?;
        let (mut observation, warnings) = draft::check_observation(row, facilities, now.date_naive())?;
        let id = own_id(row)?.unwrap_or_else(|| {
            let same = self.same.entry(row.digest.clone()).or_default();
            *same += 1;
            self.digester.digest(&format!("{} {same}", row.digest))
        });
        observation.source = Some(Source { name: self.source.clone(), id });
        let notice = Notice::of(row, facilities, observation.visited_on, &warnings);
        Ok(Observed { observation, recorded_at, notice })
    }

    fn make_ready(&self, row: Sound, random: &mut Randomness) -> Result<Checked, AppError> {
        let Complaint { record, identity, narrative } = row.complaint;
        let number = CaseNumber::new(&self.keeper.desk, random.bits()?);
        let logged = Logged { number, recorded_at: row.recorded_at, record };
        let subject = random.id(self.clock.milliseconds())?;
        let case = NewCase::new(&self.keeper, (subject, self.batch), logged, identity, narrative, random)?;
        Ok(Checked { case: Box::new(case), columns: row.columns, notice: row.notice, exported: row.exported })
    }
}

/// “Yesterday” in a table is the day before somebody wrote it, not before the import.
fn refuse_relative_days(row: &Row<'_>) -> Result<(), Vec<Refusal>> {
    let columns = [Column::VisitedOn, Column::ClaimedOn, Column::NextStepOn].into_iter();
    let is_relative = |text: &str| text.chars().any(char::is_alphabetic);
    let refused = columns.filter(|column| is_relative(row.text(*column))).map(|column| {
        let given = row.text(column).trim().to_owned();
        Refusal { column, reason: Reason::Date(date::BadDate::Unreadable(given)) }
    });
    let refused: Vec<Refusal> = refused.collect();
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}

/// The identifier that a row has of its own. One that lost digits may be another row's too.
fn own_id(row: &Row<'_>) -> Result<Option<String>, Vec<Refusal>> {
    let columns = [Column::SourceId, Column::Number, Column::Id];
    let ids = columns.into_iter().map(|column| (column, row.text(column).trim()));
    match ids.into_iter().find(|(_, id)| !id.is_empty()) {
        Some((column, id)) if digits::lost_some(id) => {
            Err(vec![Refusal { column, reason: Reason::LostDigits(id.to_owned()) }])
        }
        found => Ok(found.map(|(_, id)| id.to_owned())),
    }
}

/// A row without refusals.
struct Sound {
    complaint: Complaint,
    recorded_at: DateTime<FixedOffset>,
    columns: Arc<Vec<Column>>,
    notice: Notice,
    has_own_id: bool,
    exported: Option<Uuid>,
}

/// When a row says that it was recorded; now, where it does not.
fn recorded_at(row: &Row<'_>, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, Refusal> {
    let text = row.text(Column::RecordedAt).trim();
    if text.is_empty() {
        return Ok(now);
    }
    let refused =
        |reason: date::BadDate| Refusal { column: Column::RecordedAt, reason: Reason::Date(reason) };
    let moment = match DateTime::parse_from_rfc3339(text) {
        Ok(moment) => moment,
        Err(_) => date::parse(text)
            .map_err(refused)?
            .and_hms_opt(12, 0, 0)
            .and_then(|noon| now.offset().from_local_datetime(&noon).single())
            .unwrap_or(now),
    };
    // On the day of the import the noon of a bare date may still lie ahead.
    if moment.date_naive() > now.date_naive() {
        return Err(refused(date::BadDate::Future(moment.date_naive())));
    }
    Ok(moment.min(now))
}
