//! Joining two cases of one visit, and keeping two apart that only look like it.

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::find::traits;
use super::{Differing, JoinError};
use crate::app::log::{append_changes, plain, to_json};
use crate::app::{AppError, Session};
use crate::book::{BookError, Door, NewEntry, at_root};
use crate::domain::case::{Case, Complaint, Identity};
use crate::domain::column::Column;
use crate::domain::draft::{Draft, issue_text};
use crate::domain::entry::Kind;
use crate::domain::fold::Folded;
use crate::domain::issue::{Issue, IssueCode};
use crate::domain::join::{Joined, KeptApart, Parted, Witnessed, graded, kept_first};
use crate::domain::number::CaseNumber;
use crate::domain::standing::{Linked, Marked};
use crate::domain::values::{Evidence, Status, ToldBy};
use crate::intake::duplicates::{Traits, is_same_person};

/// How two cases are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Joining {
    /// Also where the two differ in what one visit cannot differ in.
    pub is_sure: bool,
    /// What only the case that goes tells of – issues, and sums and times of which the kept one has none – is taken over into it.
    pub takes_over: bool,
}

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
    /// Whether both are known to be told by the same person, rather than nothing being known against it.
    pub is_known_same: bool,
    /// Issues that only the joined one tells of, and that are counted no more.
    pub left: Vec<IssueCode>,
    /// The fields of the kept case that took something over from the joined one.
    pub taken_over: Vec<String>,
    /// The grade before.
    pub before: Evidence,
    /// The grade now.
    pub evidence: Evidence,
}

impl Session {
    /// Joins two cases of one visit: the older is kept, the other becomes its witness. One undo takes it back.
    ///
    /// # Errors
    /// [`JoinError`] where something of the case that would go would be lost, or where the two can hardly be one.
    pub fn join(&mut self, one: &CaseNumber, other: &CaseNumber) -> Result<JoinedCases, AppError> {
        self.join_so(one, other, Joining::default())
    }

    /// The same, in a certain way. Of a case that is joined already, what only it tells of can still be taken over.
    ///
    /// # Errors
    /// As [`Session::join`].
    pub fn join_so(
        &mut self,
        one: &CaseNumber,
        other: &CaseNumber,
        joining: Joining,
    ) -> Result<JoinedCases, AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| {
            let roots = [root(door, one)?, root(door, other)?];
            let now = (clock.now().date_naive(), clock.new_id());
            if roots[0] == roots[1] {
                let kept = standing(door, roots[0])?;
                let joined =
                    kept.case.follow.witnesses.iter().find(|witness| [one, other].contains(&&witness.number));
                return match joined.filter(|_| joining.takes_over) {
                    Some(witness) => append_taking_over_later(door, &kept, witness, now),
                    None => Err(JoinError::Same(kept.case.number).into()),
                };
            }
            let (kept, gone) = kept_first(roots[0], roots[1]);
            let (kept, gone) = (standing(door, kept)?, standing(door, gone)?);
            may_be_joined(&kept, &gone)?;
            if let Some(differing) = Differing::of(door, &kept.case, &gone.case).filter(|_| !joining.is_sure)
            {
                return Err(JoinError::Differ(Box::new(differing)).into());
            }
            append_joining(door, &kept, &gone, joining, now)
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
    joining: Joining,
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
    let (mut is_new_witness, mut is_known_same) = (false, false);
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
        let is_same = |known: &Teller| is_same_person(&known.traits, &teller.traits) == Some(true);
        is_known_same |= id == gone.case.id && !independent && tellers.iter().any(is_same);
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
    let mut taken_over = Vec::new();
    if !is_new_witness {
        taken_over = append_what_was_told_later(door, kept, gone, is_known_same, (today, batch))?;
    } else if joining.takes_over {
        taken_over = append_what_only_the_other_tells(door, kept, gone, (today, batch))?;
    }
    let before = kept.case.record.evidence;
    let left = lacking(&standing(door, kept.case.id)?.case, &gone.case);
    Ok(JoinedCases {
        kept: kept.case.number.clone(),
        joined: gone.case.number.clone(),
        witnesses: count,
        is_new_witness,
        is_known_same,
        left: left.map(|issue| issue.code).collect(),
        taken_over,
        before,
        evidence: graded(before, &witnesses),
    })
}

/// Issues that only the other one of two cases tells of.
fn lacking<'other>(kept: &Case, other: &'other Case) -> impl Iterator<Item = &'other Issue> + use<'other> {
    let known: Vec<IssueCode> = kept.record.issues.iter().map(|issue| issue.code).collect();
    other.record.issues.iter().filter(move |issue| !known.contains(&issue.code))
}

/// The change that lets a case tell of the other one's issues as well, where it lacks any.
fn with_lacking(kept: &Case, other: &Case) -> Option<(Column, String)> {
    let more: Vec<String> = lacking(kept, other).map(issue_text).collect();
    let own = kept.record.issues.iter().map(issue_text);
    (!more.is_empty())
        .then(|| (Column::Issues, own.chain(more.iter().cloned()).collect::<Vec<_>>().join(";")))
}

/// What a witness told and the kept case does not say: issues, with the claim that belongs to one, and sums and times where it has
/// none at all, for times of two tellings make no visit. Who told it, their story and their consent stay theirs.
fn append_what_only_the_other_tells(
    door: &mut Door<'_>,
    kept: &Folded,
    gone: &Folded,
    (today, batch): (NaiveDate, Uuid),
) -> Result<Vec<String>, AppError> {
    const CLAIM: [Column; 2] = [Column::ClaimedOn, Column::ClaimedRiel];
    const SUMS: [Column; 3] = [Column::PaidRiel, Column::PaidUsd, Column::PaidReceipt];
    let of_record = |folded: &Folded| {
        let record = folded.case.record.clone();
        Draft::of(&Complaint { record, identity: Identity::default(), narrative: None })
    };
    let (own, other) = (of_record(kept), of_record(gone));
    let record = &kept.case.record;
    let has_claim = CLAIM.iter().any(|column| !own.get(*column).is_empty());
    let has_times = Column::TIMES_AND_WAIT.iter().any(|column| !own.get(*column).is_empty());
    let has_sums = (record.paid.riel, record.paid.cents) != (0, 0);
    let mut changes: Vec<(Column, String)> = Vec::new();
    changes.extend(with_lacking(&kept.case, &gone.case));
    for (columns, is_there) in
        [(&CLAIM[..], has_claim), (&SUMS, has_sums), (&Column::TIMES_AND_WAIT, has_times)]
    {
        let told = columns.iter().filter(|column| !is_there && !other.get(**column).is_empty());
        changes.extend(told.map(|column| (*column, other.get(*column).to_owned())));
    }
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    // As it stands with what was just appended.
    let standing = standing(door, kept.case.id)?;
    Ok(append_changes(door, &standing, &changes, None, today, batch)?.0)
}

/// The same of a case that was joined before.
fn append_taking_over_later(
    door: &mut Door<'_>,
    kept: &Folded,
    witness: &Witnessed,
    now: (NaiveDate, Uuid),
) -> Result<JoinedCases, AppError> {
    let gone = standing(door, witness.case)?;
    let taken_over = append_what_only_the_other_tells(door, kept, &gone, now)?;
    let evidence = kept.case.record.evidence;
    Ok(JoinedCases {
        kept: kept.case.number.clone(),
        joined: witness.number.clone(),
        witnesses: kept.case.follow.witnessed_by(),
        is_new_witness: witness.independent,
        is_known_same: false,
        left: lacking(&standing(door, kept.case.id)?.case, &gone.case).map(|issue| issue.code).collect(),
        taken_over,
        before: evidence,
        evidence,
    })
}

/// What somebody told a second time: the later word on consent holds, and what the first telling did not say is filled in. What
/// both say stays as it is; an officer corrects it. Where it is not known that it is the same person, only what both agree to
/// may be done.
fn append_what_was_told_later(
    door: &mut Door<'_>,
    kept: &Folded,
    gone: &Folded,
    is_known_same: bool,
    (today, batch): (NaiveDate, Uuid),
) -> Result<Vec<String>, AppError> {
    if kept.case.erased || gone.case.erased {
        return Ok(Vec::new());
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
    changes.extend(with_lacking(&kept.case, &gone.case));
    let consent = if is_known_same {
        later.get(Column::Consent).to_owned()
    } else {
        let both = kept.case.record.consent.intersection(&gone.case.record.consent);
        both.map(ToString::to_string).collect::<Vec<_>>().join(";")
    };
    if !later.get(Column::Consent).is_empty() && consent != first.get(Column::Consent) {
        changes.push((Column::Consent, consent));
    }
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    // As it stands with what was just appended.
    let standing = standing(door, kept.case.id)?;
    Ok(append_changes(door, &standing, &changes, None, today, batch)?.0)
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
