//! What is done to a case: logging, correcting, confirming, withdrawing, erasing.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Value, json};
use uuid::Uuid;

use super::duplicates::{JoinError, told_of_the_same};
use super::{AppError, Session};
use crate::book::{BookError, Door, NewCase, NewEntry, Randomness};
use crate::domain::case::{Complaint, Record};
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Facilities, Reason, Refusal, Warning};
use crate::domain::entry::Kind;
use crate::domain::facility::Facility;
use crate::domain::fold::{self, Change, Corrected, Folded, MEMBER, NARRATIVE};
use crate::domain::number::CaseNumber;
use crate::domain::values::Purpose;

/// A case that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// Its number.
    pub number: CaseNumber,
    /// What is worth a second look.
    pub warnings: Vec<Warning>,
}

/// What was done to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The case.
    pub number: CaseNumber,
    /// The fields that changed; empty where all was so already.
    pub changed: Vec<String>,
    /// What is worth a second look.
    pub warnings: Vec<Warning>,
}

impl Session {
    /// Checks a draft against the book's facilities and today's date.
    pub fn check(&mut self, draft: &Draft) -> Result<(Complaint, Vec<Warning>), AppError> {
        // Another program may have added a facility since.
        self.book.refresh()?;
        let today = self.today();
        draft.check(&self.names(), today).map_err(AppError::Refused)
    }

    /// Logs one case. When this returns, it is on the disk.
    pub fn log(&mut self, draft: &Draft) -> Result<Logged, AppError> {
        self.log_and_drop(draft, None)
    }

    /// Logs the case that a kept draft became: with the entry the draft goes, so that neither can be lost and the case
    /// cannot be there twice.
    ///
    /// # Errors
    /// [`BookError::DraftGone`] where another program changed, logged or dropped the draft: nothing is logged.
    pub fn log_draft(&mut self, id: Uuid, draft: &Draft) -> Result<Logged, AppError> {
        let seen = self.seen_drafts.get(&id).copied();
        let logged = self.log_and_drop(draft, seen.map(|seen| (id, seen)))?;
        self.seen_drafts.remove(&id);
        Ok(logged)
    }

    fn log_and_drop(&mut self, draft: &Draft, kept: Option<(Uuid, i64)>) -> Result<Logged, AppError> {
        let (complaint, warnings) = self.check(draft)?;
        let clock = self.clock;
        let number = self.book.write(clock.milliseconds(), |door| -> Result<CaseNumber, AppError> {
            let mut random = Randomness::default();
            let number = fresh_number(door, &mut random)?;
            let id = clock.new_id();
            append_case(door, number.clone(), complaint, clock.now(), (id, id), &mut random)?;
            if let Some((id, seen)) = kept {
                door.drop_draft(id, seen)?;
            }
            Ok(number)
        })?;
        Ok(Logged { number, warnings })
    }

    /// The draft that would make a case as it stands: what an edit starts from.
    pub fn draft_of(&self, number: &CaseNumber) -> Result<Draft, AppError> {
        let view = self.view();
        let stored = view.case(number)?;
        let complaint = Complaint {
            identity: view.identity(&stored)?,
            narrative: view.narrative(&stored)?,
            record: stored.case.record,
        };
        Ok(Draft::of(&complaint))
    }

    /// Corrects a case: fields that `changes` names take its text, an empty text clears
    /// them, the others stay as they are when it is written, whoever changed them last.
    pub fn edit(&mut self, number: &CaseNumber, changes: &[(Column, String)]) -> Result<Done, AppError> {
        if let Some((column, _)) = changes.iter().find(|(column, _)| column.is_given_by_the_book()) {
            return Err(AppError::Given(*column));
        }
        let today = self.today();
        let changes = self.with_facility_resolved(changes)?;
        let clock = self.clock;
        let (changed, warnings) = self.book.write(clock.milliseconds(), |door| {
            let subject = door.subject_of(number)?;
            let folded = standing(door, subject, number)?;
            append_changes(door, &folded, &changes, None, today, clock.new_id())
        })?;
        Ok(Done { number: number.clone(), changed, warnings })
    }

    /// The changes with the facility's identifier in place of its name.
    fn with_facility_resolved(
        &mut self,
        changes: &[(Column, String)],
    ) -> Result<Vec<(Column, String)>, AppError> {
        let names = self.names();
        let resolve = |(column, text): &(Column, String)| -> Result<(Column, String), AppError> {
            if *column != Column::Facility || text.trim().is_empty() {
                return Ok((*column, text.clone()));
            }
            let found = names.find(text).map_err(|nearest| {
                let reason = Reason::UnknownFacility { given: text.clone(), nearest };
                AppError::Refused(vec![Refusal { column: *column, reason }])
            })?;
            Ok((*column, found.id.to_string()))
        };
        changes.iter().map(resolve).collect()
    }

    /// Says which purposes the member agrees to, in place of what was recorded.
    pub fn set_consent(&mut self, number: &CaseNumber, purposes: &[Purpose]) -> Result<Done, AppError> {
        let codes: Vec<String> = purposes.iter().map(ToString::to_string).collect();
        self.edit(number, &[(Column::Consent, codes.join(";"))])
    }

    /// The member confirmed what was logged.
    pub fn confirm(&mut self, number: &CaseNumber) -> Result<Done, AppError> {
        self.happen(number, Kind::Confirmed, true)
    }

    /// The member takes the complaint back.
    pub fn withdraw(&mut self, number: &CaseNumber) -> Result<Done, AppError> {
        self.happen(number, Kind::Withdrawn, true)
    }

    /// A closed or withdrawn case is taken up again.
    pub fn reopen(&mut self, number: &CaseNumber) -> Result<Done, AppError> {
        self.happen(number, Kind::Reopened, false)
    }

    /// Erases identity and narrative for good; chain and counts stand. A case whose logging
    /// was taken back can be erased too: what was told then still lies in the log.
    pub fn erase(&mut self, number: &CaseNumber) -> Result<Done, AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            let subject = door.subject_ever(number)?;
            let batch = clock.new_id();
            for subject in std::iter::once(subject).chain(told_of_the_same(door, subject)?) {
                door.append(plain(Kind::IdentityErased, subject, batch, &json!({})))?;
            }
            door.drop_drafts_correcting(number)?;
            Ok(())
        })?;
        Ok(Done {
            number: number.clone(),
            changed: vec![MEMBER.to_owned(), NARRATIVE.to_owned()],
            warnings: Vec::new(),
        })
    }

    fn happen(&mut self, number: &CaseNumber, kind: Kind, open: bool) -> Result<Done, AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            let subject = door.subject_of(number)?;
            let folded = standing(door, subject, number)?;
            match (open, folded.case.status.is_open()) {
                (true, false) => return Err(AppError::NotOpen(number.clone())),
                (false, true) => return Err(AppError::StillOpen(number.clone())),
                _ => {}
            }
            // Nobody takes back what somebody else told.
            let other = folded.case.follow.witnesses.iter().find(|one| one.independent);
            if let Some(other) = other.filter(|_| kind == Kind::Withdrawn) {
                return Err(JoinError::Witness(number.clone(), other.number.clone()).into());
            }
            door.append(plain(kind, subject, clock.new_id(), &json!({})))?;
            Ok(())
        })?;
        Ok(Done { number: number.clone(), changed: vec!["status".to_owned()], warnings: Vec::new() })
    }
}

pub(super) fn plain(kind: Kind, subject: Uuid, batch: Uuid, body: &Value) -> NewEntry {
    NewEntry { kind, subject, batch, body: body.to_string().into_bytes(), identity: None, narrative: None }
}

fn standing(door: &Door<'_>, subject: Uuid, number: &CaseNumber) -> Result<Folded, AppError> {
    door.folded(subject)?.ok_or_else(|| BookError::NoSuchCase(number.clone()).into())
}

/// A number that no case of the book has.
pub(super) fn fresh_number(door: &mut Door<'_>, random: &mut Randomness) -> Result<CaseNumber, AppError> {
    loop {
        let number = CaseNumber::new(&door.keeper().desk, random.bits()?);
        if !door.number_is_taken(&number)? {
            return Ok(number);
        }
    }
}

/// Appends a new case under a number and a UUID that no case has.
pub(super) fn append_case(
    door: &mut Door<'_>,
    number: CaseNumber,
    complaint: Complaint,
    recorded_at: chrono::DateTime<chrono::FixedOffset>,
    (subject, batch): (Uuid, Uuid),
    random: &mut Randomness,
) -> Result<(), AppError> {
    let Complaint { record, identity, narrative } = complaint;
    let logged = fold::Logged { number, recorded_at, record };
    let mut case = NewCase::new(door.keeper(), (subject, batch), logged, identity, narrative, random)?;
    door.log_case(&mut case)?;
    Ok(())
}

pub(super) fn to_json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// Applies changes to a case as it stands in this transaction; returns the names of the
/// fields that changed. An import gives the digest of its row with them.
pub(super) fn append_changes(
    door: &mut Door<'_>,
    folded: &Folded,
    changes: &[(Column, String)],
    row_digest: Option<String>,
    today: NaiveDate,
    batch: Uuid,
) -> Result<(Vec<String>, Vec<Warning>), AppError> {
    if folded.case.erased && changes.iter().any(|(column, _)| column.is_erasable()) {
        return Err(BookError::Erased(folded.case.number.clone()).into());
    }
    let (identity, narrative) = door.parts(folded)?;
    let before = Complaint { record: folded.case.record.clone(), identity, narrative };
    let mut draft = Draft::of(&before);
    let touches_times = changes.iter().any(|(column, _)| Column::TIMES.contains(column));
    if touches_times && !changes.iter().any(|(column, _)| *column == Column::WaitedMinutes) {
        // The wait follows from the times again.
        draft.set(Column::WaitedMinutes, "");
    }
    for (column, text) in changes {
        draft.set(*column, text.clone());
    }
    let (mut after, warnings) = draft.check(&ByIdentifier(door), today).map_err(AppError::Refused)?;
    // The digest is no part of a draft: the row's own, else the one that stands.
    after.identity.row_digest = row_digest.or_else(|| before.identity.row_digest.clone());
    let changed = append_correction(door, folded, &before, after, batch)?;
    Ok((changed, warnings))
}

/// Facilities by identifier alone, as the transaction knows them: names were resolved
/// before.
struct ByIdentifier<'a, 'book>(&'a Door<'book>);

impl Facilities for ByIdentifier<'_, '_> {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        text.parse().ok().and_then(|id| self.0.facility(&id)).ok_or_else(Vec::new)
    }
}

/// Appends what differs between a case as it stands and as it should be.
fn append_correction(
    door: &mut Door<'_>,
    folded: &Folded,
    before: &Complaint,
    after: Complaint,
    batch: Uuid,
) -> Result<Vec<String>, AppError> {
    let record = Record { source: before.record.source.clone(), ..after.record };
    let identity = after.identity;
    let mut set = BTreeMap::new();
    let mut change = |field: &str, value: Value| {
        let holders = folded.holders.get(field);
        let replaces = holders.into_iter().flatten().map(ToString::to_string).collect();
        set.insert(field.to_owned(), Change { value, replaces });
    };
    let (old, new) = (fields(&before.record), fields(&record));
    for (field, value) in &new {
        if old.get(field) != Some(value) {
            change(field, value.clone());
        }
    }
    for field in old.keys().filter(|field| !new.contains_key(*field)) {
        change(field, Value::Null);
    }
    let changed_narrative = before.narrative != after.narrative;
    if changed_narrative {
        change(NARRATIVE, Value::Bool(after.narrative.is_some()));
    }
    let changed_identity = before.identity != identity;
    if changed_identity {
        change(MEMBER, Value::Bool(true));
    }
    if set.is_empty() {
        return Ok(Vec::new());
    }
    let changed = set.keys().cloned().collect();
    door.append(NewEntry {
        kind: Kind::CaseCorrected,
        subject: folded.case.id,
        batch,
        body: to_json(&Corrected { set }),
        identity: changed_identity.then(|| to_json(&identity)),
        narrative: after.narrative.filter(|_| changed_narrative).map(String::into_bytes),
    })?;
    Ok(changed)
}

fn fields(record: &Record) -> BTreeMap<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields.into_iter().collect(),
        _ => BTreeMap::new(),
    }
}
