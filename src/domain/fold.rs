//! From entries to the case as it stands: a pure, deterministic fold that does not
//! depend on the order in which the entries arrived.
//!
//! Each field of the record is held by the entries that wrote it and that no later
//! entry, having seen them, replaced. One holder is the normal case; several are a
//! conflict, of which the latest clock holds until an officer settles it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, SubsecRound};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::case::{Case, Record};
use super::entry::{EntryId, Header, Kind};
use super::join;
use super::number::{CaseNumber, DeskCode};
use super::standing::Standing;

/// The field under which a correction names the narrative part.
pub const NARRATIVE: &str = "narrative";

/// The field under which a correction names the identity part.
pub const MEMBER: &str = "member";

/// The field whose conflicts are settled for safety: only what all holders grant.
const CONSENT: &str = "consent";

/// The body of `case-logged`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Logged {
    /// The number handed out.
    pub number: CaseNumber,
    /// When, on the clock of the desk.
    pub recorded_at: DateTime<FixedOffset>,
    /// The record.
    #[serde(flatten)]
    pub record: Record,
}

/// The body of `case-corrected`: for each field its new value and the entries whose
/// word it replaces.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Corrected {
    /// Field to change.
    pub set: BTreeMap<String, Change>,
}

/// One field of a correction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Change {
    /// The new value; for [`NARRATIVE`] and [`MEMBER`], whether the part is there.
    pub value: Value,
    /// The entries that held the field before, as the corrector saw it.
    pub replaces: Vec<String>,
}

/// The body of `undone`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Undone {
    /// The batch that is taken back.
    pub batch: Uuid,
}

/// An entry as the fold sees it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Who, when, what, to what.
    pub header: Header,
    /// Its body, where it is here.
    pub body: Option<Vec<u8>>,
}

/// A case with the entries that hold its parts and fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The case as it stands.
    pub case: Case,
    /// The entry whose narrative part holds.
    pub narrative: Option<EntryId>,
    /// The entry whose identity part holds.
    pub identity: Option<EntryId>,
    /// For each field the entries that hold it: what a correction replaces.
    pub holders: BTreeMap<String, Vec<EntryId>>,
}

/// Who wrote what into a field, oldest first.
type Holders = BTreeMap<String, Vec<(EntryId, Value)>>;

/// Folds the entries of one subject. `None` where no case stands: none was logged,
/// the logging was undone, or its body is not here.
pub fn fold(subject: Uuid, entries: &[Seen]) -> Option<Folded> {
    match entries {
        [entry] if entry.header.kind == Kind::CaseLogged => {
            let logged: Logged = read(entry)?;
            let holders = held_by(holders_of(entry, &logged)?);
            let part = Some(entry.header.id);
            let Header { desk, officer, .. } = &entry.header;
            let case = alone(subject, desk.clone(), officer.clone(), logged);
            Some(Folded { case, narrative: part, identity: part, holders })
        }
        _ => fold_all(subject, entries),
    }
}

/// The case that an entry which logs it makes as long as no other entry is about it: what
/// [`fold`] says, without the way over the single fields.
pub fn alone(subject: Uuid, desk: DeskCode, officer: String, logged: Logged) -> Case {
    let mut record = logged.record;
    settle(&mut record);
    let standing = Standing::default();
    Case {
        id: subject,
        number: logged.number,
        recorded_at: logged.recorded_at.trunc_subsecs(0),
        desk,
        officer,
        record,
        status: standing.status,
        party_outcome: standing.party_outcome,
        member_outcome: standing.member_outcome,
        follow: standing.follow,
        erased: false,
        conflicts: Vec::new(),
    }
}

fn fold_all(subject: Uuid, entries: &[Seen]) -> Option<Folded> {
    let mut ordered: Vec<&Seen> = entries.iter().collect();
    ordered.sort_unstable_by_key(|entry| (entry.header.at, entry.header.id));
    let voided = voided_batches(&ordered);
    let live = || {
        ordered
            .iter()
            .filter(|entry| !entry.header.kind.can_be_undone() || !voided.contains(&entry.header.batch))
    };

    let (first, logged) = live()
        .filter(|entry| entry.header.kind == Kind::CaseLogged)
        .find_map(|entry| Some((entry, read::<Logged>(entry)?)))?;
    let mut holders = holders_of(first, &logged)?;
    let taken_back: BTreeMap<EntryId, Corrected> = ordered
        .iter()
        .filter(|entry| entry.header.kind == Kind::CaseCorrected && voided.contains(&entry.header.batch))
        .filter_map(|entry| Some((entry.header.id, read(entry)?)))
        .collect();
    let mut standing = Standing::default();
    let mut erased = false;
    for entry in live() {
        match entry.header.kind {
            Kind::CaseCorrected => correct(&mut holders, entry, &taken_back),
            Kind::IdentityErased => erased = true,
            _ => standing.advance(&entry.header, entry.body.as_deref()),
        }
    }

    if erased {
        // A photo shows faces and cards: with the identity goes all that was laid to the case.
        standing.follow.attachments.clear();
    }
    let mut record = assemble(&holders, &logged.record);
    record.evidence = join::graded(record.evidence, &standing.follow.witnesses);
    let conflicts =
        holders.iter().filter(|(_, holding)| holding.len() > 1).map(|(field, _)| field.clone()).collect();
    let part = |field: &str| -> Option<EntryId> {
        let (id, value) = holders.get(field)?.last()?;
        (!erased && *value == Value::Bool(true)).then_some(*id)
    };
    Some(Folded {
        narrative: part(NARRATIVE),
        identity: part(MEMBER),
        case: Case {
            id: subject,
            number: logged.number,
            recorded_at: logged.recorded_at.trunc_subsecs(0),
            desk: first.header.desk.clone(),
            officer: first.header.officer.clone(),
            record,
            status: standing.status,
            party_outcome: standing.party_outcome,
            member_outcome: standing.member_outcome,
            follow: standing.follow,
            erased,
            conflicts,
        },
        holders: held_by(holders),
    })
}

fn held_by(holders: Holders) -> BTreeMap<String, Vec<EntryId>> {
    holders
        .into_iter()
        .map(|(field, holding)| (field, holding.into_iter().map(|(id, _)| id).collect()))
        .collect()
}

fn read<T: for<'de> Deserialize<'de>>(entry: &Seen) -> Option<T> {
    serde_json::from_slice(entry.body.as_deref()?).ok()
}

/// The entries that were not taken back, in the order of their clocks: for subjects that are no case.
pub fn live(entries: &[Seen]) -> Vec<&Seen> {
    let mut ordered: Vec<&Seen> = entries.iter().collect();
    ordered.sort_unstable_by_key(|entry| (entry.header.at, entry.header.id));
    let voided = voided_batches(&ordered);
    ordered.retain(|entry| !voided.contains(&entry.header.batch));
    ordered
}

/// The entries of a kind that were not taken back: for subjects that are no case.
pub fn live_of_kind<'a>(entries: &'a [Seen], kind: &'a Kind) -> impl Iterator<Item = &'a Seen> {
    let voided = voided_batches(&entries.iter().collect::<Vec<_>>());
    let is_live = move |entry: &&Seen| !voided.contains(&entry.header.batch);
    entries.iter().filter(move |entry| entry.header.kind == *kind).filter(is_live)
}

/// The batches that live `undone` entries name. Taking back is itself final.
fn voided_batches(ordered: &[&Seen]) -> BTreeSet<Uuid> {
    ordered
        .iter()
        .filter(|entry| entry.header.kind == Kind::Undone)
        .filter_map(|entry| Some(read::<Undone>(entry)?.batch))
        .collect()
}

fn holders_of(first: &Seen, logged: &Logged) -> Option<Holders> {
    let Value::Object(fields) = serde_json::to_value(&logged.record).ok()? else {
        return None;
    };
    let parts = [NARRATIVE, MEMBER].map(|part| (part.to_owned(), Value::Bool(true)));
    Some(
        fields
            .into_iter()
            .chain(parts)
            .map(|(field, value)| (field, vec![(first.header.id, value)]))
            .collect(),
    )
}

fn correct(holders: &mut Holders, entry: &Seen, taken_back: &BTreeMap<EntryId, Corrected>) {
    let Some(corrected) = read::<Corrected>(entry) else {
        return;
    };
    for (field, change) in corrected.set {
        let replaced = replaced_by(&field, &change, taken_back);
        let holding = holders.entry(field).or_default();
        holding.retain(|(id, _)| !replaced.contains(id));
        holding.push((entry.header.id, change.value));
    }
}

/// The entries whose word on a field a change replaces: those it names, and what those of
/// them that were taken back had replaced in their turn.
fn replaced_by(field: &str, change: &Change, taken_back: &BTreeMap<EntryId, Corrected>) -> BTreeSet<EntryId> {
    let named = |change: &Change| -> Vec<EntryId> {
        change.replaces.iter().filter_map(|id| id.parse().ok()).collect()
    };
    let mut replaced = BTreeSet::new();
    let mut open = named(change);
    while let Some(id) = open.pop() {
        if replaced.insert(id)
            && let Some(before) = taken_back.get(&id).and_then(|corrected| corrected.set.get(field))
        {
            open.extend(named(before));
        }
    }
    replaced
}

/// The record that the holders make. Where a newer Wardbook wrote a value that this
/// one cannot read, that field stays as it was logged.
fn assemble(holders: &Holders, logged: &Record) -> Record {
    let latest = holders.iter().filter_map(|(field, holding)| {
        let value = if field == CONSENT && holding.len() > 1 {
            granted_by_all(holding)
        } else {
            holding.last()?.1.clone()
        };
        Some((field.clone(), value))
    });
    let fields: serde_json::Map<String, Value> = latest.collect();
    let whole = serde_json::from_value(Value::Object(fields.clone()));
    let mut record: Record = whole.unwrap_or_else(|_| readable_fields(fields, logged));
    settle(&mut record);
    record
}

/// What follows from other fields of a record, whoever wrote it.
fn settle(record: &mut Record) {
    record.waited_minutes = record.times.wait().or(record.waited_minutes);
    record.normalise_issues();
}

/// The logged record with those of the fields that this version can read.
fn readable_fields(fields: serde_json::Map<String, Value>, logged: &Record) -> Record {
    let mut readable = logged.clone();
    for (field, value) in fields {
        let Ok(Value::Object(mut trial)) = serde_json::to_value(&readable) else {
            continue;
        };
        trial.insert(field, value);
        if let Ok(record) = serde_json::from_value(Value::Object(trial)) {
            readable = record;
        }
    }
    readable
}

fn granted_by_all(holding: &[(EntryId, Value)]) -> Value {
    let granted =
        |value: &Value, purpose: &Value| value.as_array().is_some_and(|purposes| purposes.contains(purpose));
    let first = holding.first().and_then(|(_, value)| value.as_array().cloned());
    let common = first
        .unwrap_or_default()
        .into_iter()
        .filter(|purpose| holding.iter().all(|(_, value)| granted(value, purpose)))
        .collect();
    Value::Array(common)
}
