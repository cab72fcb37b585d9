//! A case as a row of the projection: its columns, how they are bound, and how they
//! are read back.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::cases::StoredCase;
use super::{FacilityTable, runs};
use crate::domain::case::{Case, NextStep, Patient, Record, Source};
use crate::domain::fold::Folded;
use crate::domain::issue::{Issue, IssueCode, IssueSet};
use crate::domain::money::Paid;
use crate::domain::number::CaseNumber;
use crate::domain::standing::FollowUp;
use crate::domain::times::{Times, VisitTime};
use crate::domain::values::{Coded, Purpose};

/// The columns of `cases` in the order of [`bind`] and [`read`].
pub(super) const COLUMNS: [&str; 48] = [
    "id",
    "case_number",
    "desk",
    "officer",
    "recorded_at",
    "recorded_offset",
    "visited_on",
    "facility",
    "stage",
    "payer",
    "arrived",
    "registered",
    "seen",
    "medicine",
    "left_at",
    "waited",
    "issues",
    "pay_why",
    "claimed_on",
    "claimed_riel",
    "paid_riel",
    "paid_cents",
    "receipt",
    "harm",
    "remedy",
    "told_by",
    "channel",
    "relation",
    "sex",
    "employer",
    "local",
    "evidence",
    "consent",
    "assigned_to",
    "next_step",
    "next_step_on",
    "source",
    "source_id",
    "status",
    "party_outcome",
    "member_outcome",
    "erased",
    "conflicts",
    "parties",
    "attention",
    "follow",
    "narrative_entry",
    "identity_entry",
];

/// A case's values in the order of [`COLUMNS`].
pub(super) fn bind(
    connection: &Connection,
    facilities: &mut FacilityTable,
    folded: &Folded,
) -> rusqlite::Result<Vec<Value>> {
    let part = |entry: Option<_>| -> rusqlite::Result<Option<i64>> {
        Ok(entry.map(|id| runs::row_of(connection, id)).transpose()?.flatten())
    };
    let parts = [part(folded.narrative)?, part(folded.identity)?];
    let mut values = values(&folded.case);
    bind_rows(&mut values, facilities.number_for(connection, &folded.case.record.facility)?, parts);
    Ok(values)
}

/// Puts the numbers of other rows into a case's values: of its facility, and of the entries that hold narrative and
/// identity.
pub(super) fn bind_rows(values: &mut [Value], facility: i64, parts: [Option<i64>; 2]) {
    if let [_, _, _, _, _, _, _, place, .., narrative, identity] = values {
        *place = Value::Integer(facility);
        [*narrative, *identity] = parts.map(integer);
    }
}

/// Gives a case's values another case number.
pub(super) fn bind_number(values: &mut [Value], number: &CaseNumber) {
    if let [_, place, ..] = values {
        *place = text(Some(number.as_str()));
    }
}

/// A case's values in the order of [`COLUMNS`], but for [`bind_rows`]: what needs no book, and can be made ready on any
/// thread. Room is left for the row's own number and its being indexed.
pub(super) fn values(case: &Case) -> Vec<Value> {
    let record = &case.record;
    let issue = |code: IssueCode| record.issues.iter().find(|issue| issue.code == code);
    let (pay, cash) = (issue(IssueCode::Pay), issue(IssueCode::Cash));
    let [arrived, registered, seen, medicine, left] =
        record.times.in_order().map(|time| integer(time.map(VisitTime::packed)));
    let source = record.source.as_ref();
    let consent = record.consent.iter().fold(0_i64, |bits, purpose| bits | 1 << purpose.position());
    let conflicts = (!case.conflicts.is_empty()).then(|| case.conflicts.join(" "));
    let mut values = Vec::with_capacity(COLUMNS.len() + 2);
    values.extend([
        Value::Blob(case.id.as_bytes().to_vec()),
        text(Some(case.number.as_str())),
        text(Some(case.desk.as_str())),
        text(Some(&case.officer)),
        Value::Integer(case.recorded_at.timestamp()),
        Value::Integer(i64::from(case.recorded_at.offset().local_minus_utc() / 60)),
        day(Some(record.visited_on)),
        Value::Null,
        code(record.stage),
        code(Some(record.payer)),
        arrived,
        registered,
        seen,
        medicine,
        left,
        integer(record.waited_minutes),
        Value::Integer(record.issue_set().0 as i64),
        code(pay.and_then(|issue| issue.why)),
        day(cash.and_then(|issue| issue.claimed_on)),
        integer(cash.and_then(|issue| issue.claimed_riel).map(|riel| riel as i64)),
        Value::Integer(record.paid.riel as i64),
        Value::Integer(record.paid.cents as i64),
        Value::Integer(i64::from(record.paid.receipt)),
        Value::Integer(i64::from(record.harm)),
        text(record.remedy.as_deref()),
        code(Some(record.told_by)),
        code(record.channel),
        code(Some(record.patient.relation)),
        code(record.patient.sex),
        text(record.employer.as_deref()),
        text(record.local.as_deref()),
        code(Some(record.evidence)),
        Value::Integer(consent),
        text(record.assigned_to.as_deref()),
        text(record.next_step.as_ref().map(|step| step.what.as_str())),
        day(record.next_step.as_ref().and_then(|step| step.on)),
        text(source.map(|source| source.name.as_str())),
        text(source.map(|source| source.id.as_str())),
        code(Some(case.status)),
        code(case.party_outcome),
        code(case.member_outcome),
        Value::Integer(i64::from(case.erased)),
        text(conflicts.as_deref()),
        text(parties(&case.follow).as_deref()),
        Value::Integer(attention(case)),
        follow(&case.follow),
        Value::Null,
        Value::Null,
    ]);
    values
}

/// The keys of the parties with which a case was raised, between bars; `None` where there are none.
pub(super) fn parties(follow: &FollowUp) -> Option<String> {
    let keys: BTreeSet<String> = follow.raised.iter().map(|raised| raised.party.key()).collect();
    (!keys.is_empty()).then(|| format!("|{}|", keys.into_iter().collect::<Vec<_>>().join("|")))
}

/// Whose turn it is, by its position and one, and [`URGENT`] more where the case comes first.
pub(super) fn attention(case: &Case) -> i64 {
    i64::from(case.turn().position()) + 1 + if case.is_urgent() { URGENT } else { 0 }
}

/// What an urgent case has more in its column of attention: a bit beyond all turns.
pub(super) const URGENT: i64 = 8;

/// The attention of an urgent case that is open. The index `case_urgent` has these.
pub(super) const URGENT_AND_OPEN: RangeInclusive<i64> = URGENT + 1..=URGENT + 5;

fn follow(follow: &FollowUp) -> Value {
    if follow.is_plain() {
        return Value::Null;
    }
    text(serde_json::to_string(follow).ok().as_deref())
}

pub(super) fn integer(value: Option<impl Into<i64>>) -> Value {
    value.map_or(Value::Null, |value| Value::Integer(value.into()))
}

pub(super) fn text(value: Option<&str>) -> Value {
    value.map_or(Value::Null, |value| Value::Text(value.to_owned()))
}

pub(super) fn code(value: Option<impl Coded>) -> Value {
    integer(value.map(Coded::position))
}

/// Days count from 0001-01-01 as 1.
pub(super) fn day(value: Option<NaiveDate>) -> Value {
    integer(value.map(|date| date.num_days_from_ce()))
}

/// Reads a row's columns one after the other.
pub(super) struct Columns<'row, 'stmt> {
    row: &'row Row<'stmt>,
    next: usize,
}

impl<'row, 'stmt> Columns<'row, 'stmt> {
    pub fn of(row: &'row Row<'stmt>) -> Self {
        Self { row, next: 0 }
    }

    pub fn get<T: rusqlite::types::FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    pub fn wrong(&self, what: &'static str) -> rusqlite::Error {
        rusqlite::Error::FromSqlConversionFailure(
            self.next - 1,
            rusqlite::types::Type::Integer,
            format!("{what} out of range").into(),
        )
    }

    pub fn code<T: Coded>(&mut self) -> rusqlite::Result<T> {
        self.maybe_code()?.ok_or_else(|| self.wrong(T::TABLE))
    }

    pub fn maybe_code<T: Coded>(&mut self) -> rusqlite::Result<Option<T>> {
        match self.get::<Option<u8>>()? {
            Some(position) => T::at(position).map(Some).ok_or_else(|| self.wrong(T::TABLE)),
            None => Ok(None),
        }
    }

    pub fn day(&mut self) -> rusqlite::Result<Option<NaiveDate>> {
        match self.get::<Option<i32>>()? {
            Some(days) => {
                NaiveDate::from_num_days_from_ce_opt(days).map(Some).ok_or_else(|| self.wrong("a day"))
            }
            None => Ok(None),
        }
    }

    pub fn time(&mut self) -> rusqlite::Result<Option<VisitTime>> {
        match self.get::<Option<u16>>()? {
            Some(packed) => VisitTime::unpacked(packed).map(Some).ok_or_else(|| self.wrong("a time")),
            None => Ok(None),
        }
    }

    /// Seconds since 1970 and the minutes of the zone.
    pub fn moment(&mut self) -> rusqlite::Result<DateTime<FixedOffset>> {
        let (seconds, offset): (i64, i32) = (self.get()?, self.get()?);
        FixedOffset::east_opt(offset.saturating_mul(60))
            .and_then(|zone| Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&zone)))
            .ok_or_else(|| self.wrong("a moment"))
    }

    pub fn text<T: std::str::FromStr>(&mut self, what: &'static str) -> rusqlite::Result<T> {
        self.get::<String>()?.parse().map_err(|_| self.wrong(what))
    }
}

/// Reads `c.number` and then [`COLUMNS`], of the facility its identifier.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<StoredCase> {
    let mut columns = Columns::of(row);
    let c = &mut columns;
    let number = c.get()?;
    let id = Uuid::from_bytes(c.get()?);
    let case_number: CaseNumber = c.text("a case number")?;
    let desk = c.text("a desk")?;
    let officer = c.get()?;
    let recorded_at = c.moment()?;
    let visited_on = c.day()?.ok_or_else(|| c.wrong("a day"))?;
    let facility = c.text("a facility")?;
    let (stage, payer) = (c.maybe_code()?, c.code()?);
    let times = Times::from_order([c.time()?, c.time()?, c.time()?, c.time()?, c.time()?]);
    let waited_minutes = c.get()?;
    let set = IssueSet(c.get::<i64>()? as u64);
    let (why, claimed_on) = (c.maybe_code()?, c.day()?);
    let claimed_riel = c.get::<Option<i64>>()?.map(|riel| riel as u64);
    let issues = set
        .iter()
        .map(|(code, severity)| {
            let issue = Issue::new(code, severity);
            match code {
                IssueCode::Pay => Issue { why, ..issue },
                IssueCode::Cash => Issue { claimed_on, claimed_riel, ..issue },
                _ => issue,
            }
        })
        .collect();
    let paid = Paid { riel: c.get::<i64>()? as u64, cents: c.get::<i64>()? as u64, receipt: c.get()? };
    let (harm, remedy) = (c.get()?, c.get()?);
    let (told_by, channel) = (c.code()?, c.maybe_code()?);
    let patient = Patient { relation: c.code()?, sex: c.maybe_code()? };
    let (employer, local) = (c.get()?, c.get()?);
    let evidence = c.code()?;
    let consent_bits: i64 = c.get()?;
    let consent =
        Purpose::ALL.iter().copied().filter(|purpose| consent_bits >> purpose.position() & 1 == 1).collect();
    let assigned_to = c.get()?;
    let (next_step, next_step_on): (Option<String>, _) = (c.get()?, c.day()?);
    let (source, source_id): (Option<String>, Option<String>) = (c.get()?, c.get()?);
    let source = source.zip(source_id).map(|(name, id)| Source { name, id });
    let (status, party_outcome, member_outcome) = (c.code()?, c.maybe_code()?, c.maybe_code()?);
    let erased = c.get()?;
    let conflicts: Option<String> = c.get()?;
    let (_parties, _attention): (Option<String>, i64) = (c.get()?, c.get()?);
    let follow = match c.get::<Option<String>>()? {
        Some(json) => serde_json::from_str(&json).map_err(|_| c.wrong("what followed"))?,
        None => FollowUp::default(),
    };
    let (narrative, identity) = (c.get()?, c.get()?);
    let record = Record {
        visited_on,
        facility,
        stage,
        payer,
        times,
        waited_minutes,
        issues,
        paid,
        harm,
        remedy,
        told_by,
        channel,
        patient,
        employer,
        local,
        evidence,
        consent,
        assigned_to,
        next_step: next_step.map(|what| NextStep { what, on: next_step_on }),
        source,
    };
    let case = Case {
        id,
        number: case_number,
        recorded_at,
        desk,
        officer,
        record,
        status,
        party_outcome,
        member_outcome,
        follow,
        erased,
        conflicts: conflicts.map(|fields| fields.split(' ').map(str::to_owned).collect()).unwrap_or_default(),
    };
    Ok(StoredCase { case, row: number, narrative, identity })
}
