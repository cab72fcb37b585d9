//! Joining two cases of one visit, and keeping two apart that only look like it.

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::JoinError;
use super::find::traits;
use crate::app::log::{append_changes, plain, to_json};
use crate::app::{AppError, Session};
use crate::book::{BookError, Door, NewEntry, at_root};
use crate::domain::case::Complaint;
use crate::domain::column::Column;
use crate::domain::draft::{Draft, issue_text};
use crate::domain::entry::Kind;
use crate::domain::fold::Folded;
use crate::domain::issue::Issue;
use crate::domain::join::{Joined, KeptApart, Parted, Witnessed, graded, kept_first};
use crate::domain::number::CaseNumber;
use crate::domain::standing::{Linked, Marked};
use crate::domain::values::{Evidence, Status, ToldBy};
use crate::intake::duplicates::{Traits, is_same_person};

/// What a joining did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedCases {
    /// The case that stands for both.
    pub kept: CaseNumber,
    /// The one that was joined into it.
    pub joined: CaseNumber,
    /// How many told of the visit independently of each other, now.
    pub witnesses: usize,
    /// Whether the joined one was told by somebody else. Otherwise it was the same complaint twice.
    pub is_new_witness: bool,
    /// The grade before.
    pub before: Evidence,
    /// The grade now.
    pub evidence: Evidence,
}

impl Session {
    /// Joins two cases of one visit: the older is kept, the other becomes its witness. One undo takes it back.
    ///
    /// # Errors
    /// [`JoinError`] where something of the case that would go would be lost.
    pub fn join(&mut self, one: &CaseNumber, other: &CaseNumber) -> Result<JoinedCases, AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| {
            let [one, other] = [root(door, one)?, root(door, other)?];
            if one == other {
                return Err(JoinError::Same(standing(door, one)?.case.number).into());
            }
            let (kept, gone) = kept_first(one, other);
            let (kept, gone) = (standing(door, kept)?, standing(door, gone)?);
            may_be_joined(&kept, &gone)?;
            append_joining(door, &kept, &gone, (clock.now().date_naive(), clock.new_id()))
        })
    }

    /// Lets a case stand by itself again that was joined into another; returns the number of that other. What came along with it
    /// – marks, demands, attachments, fields that were filled in – stays where it is.
    pub fn part(&mut self, number: &CaseNumber) -> Result<CaseNumber, AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| {
            let (subject, into) = match door.subject_of(number) {
                Err(BookError::Joined(_, into)) => (door.subject_ever(number)?, into),
                Ok(_) => return Err(JoinError::NotJoined(number.clone()).into()),
                Err(error) => return Err(error.into()),
            };
            let kept = door
                .subject_of(&into)
                .or_else(|_| root(door, &into).map_err(|_| BookError::NoSuchCase(into.clone())))?;
            door.append(of(Kind::Parted, kept, clock.new_id(), &Parted { case: subject }))?;
            Ok(into)
        })
    }

    /// Remembers that two cases are not one, so that nobody is asked again.
    pub fn keep_apart(&mut self, one: &CaseNumber, other: &CaseNumber) -> Result<(), AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| {
            let [one, other] = [door.subject_of(one)?, door.subject_of(other)?];
            if one == other {
                return Err(JoinError::Same(standing(door, one)?.case.number).into());
            }
            let batch = clock.new_id();
            for (subject, other) in [(one, other), (other, one)] {
                door.append(plain(Kind::KeptApart, subject, batch, &json!(KeptApart { other })))?;
            }
            Ok(())
        })
    }
}

/// The case with that number, or the one into which it went.
fn root(door: &Door<'_>, number: &CaseNumber) -> Result<Uuid, AppError> {
    Ok(at_root(number, |number| door.subject_of(number))?.1)
}

fn standing(door: &Door<'_>, subject: Uuid) -> Result<Folded, AppError> {
    door.folded(subject)?.ok_or(AppError::DoneSince)
}

/// Nothing may be lost with the case that goes: an answer that is awaited under its number, or an open complaint behind a closed
/// one.
fn may_be_joined(kept: &Folded, gone: &Folded) -> Result<(), JoinError> {
    let (kept, gone) = (&kept.case, &gone.case);
    if !gone.follow.raised.is_empty() {
        return Err(JoinError::Raised(gone.number.clone()));
    }
    if gone.status == Status::Withdrawn {
        return Err(JoinError::Withdrawn(gone.number.clone()));
    }
    if gone.status.is_open() && !kept.status.is_open() {
        return Err(JoinError::Closed(kept.number.clone(), gone.number.clone()));
    }
    Ok(())
}

fn append_joining(
    door: &mut Door<'_>,
    kept: &Folded,
    gone: &Folded,
    (today, batch): (NaiveDate, Uuid),
) -> Result<JoinedCases, AppError> {
    let mut tellers = vec![told(door, kept)?];
    for witness in &kept.case.follow.witnesses {
        if let Some(folded) = door.folded(witness.case)? {
            tellers.push(told(door, &folded)?);
        }
    }
    let mut count = kept.case.follow.witnessed_by();
    let mut witnesses = kept.case.follow.witnesses.clone();
    let mut is_new_witness = false;
    // With a case come those that were joined into it before.
    let joined_before: Vec<Uuid> = gone.case.follow.witnesses.iter().map(|witness| witness.case).collect();
    for id in std::iter::once(gone.case.id).chain(joined_before) {
        let known = kept.case.follow.witnesses.iter().any(|witness| witness.case == id);
        let Some(folded) = (if known { None } else { door.folded(id)? }) else {
            continue;
        };
        let teller = told(door, &folded)?;
        let independent = tellers.iter().all(|known| is_somebody_else(known, &teller));
        count += usize::from(independent);
        is_new_witness |= independent;
        let (number, told_by) = (folded.case.number, folded.case.record.told_by);
        let body =
            Witnessed { case: id, number, told_by, independent, evidence: folded.case.record.evidence };
        door.append(of(Kind::Witnessed, kept.case.id, batch, &body))?;
        witnesses.push(body);
        tellers.push(teller);
    }
    let body = Joined { into: kept.case.id, number: kept.case.number.clone() };
    door.append(of(Kind::Joined, gone.case.id, batch, &body))?;
    append_what_stays(door, kept, gone, batch)?;
    if !is_new_witness {
        append_what_was_told_later(door, kept, gone, (today, batch))?;
    }
    let before = kept.case.record.evidence;
    Ok(JoinedCases {
        kept: kept.case.number.clone(),
        joined: gone.case.number.clone(),
        witnesses: count,
        is_new_witness,
        before,
        evidence: graded(before, &witnesses),
    })
}

/// What somebody told a second time: the later word on consent holds, and what the first telling did not say is filled in. What
/// both say stays as it is; an officer corrects it.
fn append_what_was_told_later(
    door: &mut Door<'_>,
    kept: &Folded,
    gone: &Folded,
    (today, batch): (NaiveDate, Uuid),
) -> Result<(), AppError> {
    if kept.case.erased || gone.case.erased {
        return Ok(());
    }
    let drafts = [kept, gone].map(|folded| -> Result<Draft, AppError> {
        let (identity, narrative) = door.parts(folded)?;
        Ok(Draft::of(&Complaint { record: folded.case.record.clone(), identity, narrative }))
    });
    let [first, later] = drafts;
    let (first, later) = (first?, later?);
    let mut changes: Vec<(Column, String)> = Column::inputs()
        .filter(|column| FILLED_IN.contains(column))
        .filter(|column| first.get(*column).is_empty() && !later.get(*column).is_empty())
        .map(|column| (column, later.get(column).to_owned()))
        .collect();
    let is_new = |issue: &&Issue| !kept.case.record.issues.iter().any(|known| known.code == issue.code);
    let more: Vec<String> = gone.case.record.issues.iter().filter(is_new).map(issue_text).collect();
    if !more.is_empty() {
        changes.push((Column::Issues, format!("{};{}", first.get(Column::Issues), more.join(";"))));
    }
    let consent = later.get(Column::Consent);
    if !consent.is_empty() && consent != first.get(Column::Consent) {
        changes.push((Column::Consent, consent.to_owned()));
    }
    if changes.is_empty() {
        return Ok(());
    }
    // As it stands with what was just appended.
    let standing = standing(door, kept.case.id)?;
    append_changes(door, &standing, &changes, None, today, batch).map(|_| ())
}

/// What is filled in where the first telling says nothing of it.
const FILLED_IN: [Column; 19] = [
    Column::Stage,
    Column::Arrived,
    Column::Registered,
    Column::Seen,
    Column::Medicine,
    Column::Left,
    Column::PaidRiel,
    Column::PaidUsd,
    Column::ClaimedOn,
    Column::ClaimedRiel,
    Column::Narrative,
    Column::Remedy,
    Column::Employer,
    Column::Local,
    Column::AssignedTo,
    Column::NextStep,
    Column::NextStepOn,
    Column::MemberPhone,
    Column::MemberName,
];

/// Marks, demands and attachments of the case that goes are those of the one that is kept.
fn append_what_stays(door: &mut Door<'_>, kept: &Folded, gone: &Folded, batch: Uuid) -> Result<(), AppError> {
    let (kept, gone) = (&kept.case, &gone.case);
    if !gone.follow.marks.is_subset(&kept.follow.marks) {
        let marks = gone.follow.marks.union(&kept.follow.marks).copied().collect();
        door.append(of(Kind::Marked, kept.id, batch, &Marked { marks }))?;
    }
    for demand in gone.follow.demands.difference(&kept.follow.demands) {
        let body = Linked { demand: *demand, belongs: true };
        door.append(of(Kind::Linked, kept.id, batch, &body))?;
    }
    let is_here = |sha256: &str| kept.follow.attachments.iter().any(|known| known.file.sha256 == sha256);
    for attachment in gone.follow.attachments.iter().filter(|one| !is_here(&one.file.sha256)) {
        let narrative = door.note_of(attachment)?;
        door.append(NewEntry { narrative, ..of(Kind::Attached, kept.id, batch, &attachment.file) })?;
    }
    Ok(())
}

fn of(kind: Kind, subject: Uuid, batch: Uuid, body: &impl serde::Serialize) -> NewEntry {
    NewEntry { body: to_json(body), ..plain(kind, subject, batch, &json!({})) }
}

/// Who told a case, as far as it is known.
struct Teller {
    traits: Traits,
    told_by: ToldBy,
}

fn told(door: &Door<'_>, folded: &Folded) -> Result<Teller, AppError> {
    let (identity, _) = door.parts(folded)?;
    Ok(Teller { traits: traits(&folded.case, &identity, None), told_by: folded.case.record.told_by })
}

/// The cases joined into one in which the same member may stand: the name of whoever asks to be forgotten goes from them as well. Who
/// is known to be somebody else did not ask for that.
pub(in crate::app) fn told_of_the_same(door: &Door<'_>, subject: Uuid) -> Result<Vec<Uuid>, AppError> {
    let Some(folded) = door.folded(subject)? else {
        return Ok(Vec::new());
    };
    let own = told(door, &folded)?;
    let mut same = Vec::new();
    for witness in &folded.case.follow.witnesses {
        let is_other = match door.folded(witness.case)? {
            Some(other) => is_same_person(&own.traits, &told(door, &other)?.traits) == Some(false),
            None => false,
        };
        if !is_other {
            same.push(witness.case);
        }
    }
    Ok(same)
}

/// Whether two told of a visit independently of each other. A witness and somebody who is none are two, whosever name stands there:
/// a case asks for the member's, not for that of who tells. Others are two where names or numbers tell two people apart.
fn is_somebody_else(one: &Teller, other: &Teller) -> bool {
    let is_witness = |teller: &Teller| teller.told_by == ToldBy::Witness;
    is_witness(one) != is_witness(other) || is_same_person(&one.traits, &other.traits) == Some(false)
}
