//! A new case on its way through the door. All that needs no book (its texts, nonces and
//! digests) is made ready beforehand, on any thread; the door stores its entry, and its row
//! without reading the entry back.

use std::borrow::Cow;

use rusqlite::types::Value;
use uuid::Uuid;

use super::{BookError, Door};
use crate::book::columns::{self, Facts, Searched};
use crate::book::packed::pack;
use crate::book::random::Randomness;
use crate::book::{Keeper, log, row};
use crate::domain::case::{Case, Complaint, Identity, Record};
use crate::domain::entry::{Hash, Kind, Part};
use crate::domain::fold::{self, Logged};
use crate::domain::number::CaseNumber;

/// A case that no entry is about yet.
pub struct NewCase {
    batch: Uuid,
    case: Case,
    identity: Identity,
    /// Of its row and of its column, as far as they need no book.
    values: Vec<Value>,
    facts: Facts,
    body: Ready,
    identity_part: Option<Ready>,
    narrative: Option<Ready>,
    searched: Searched,
}

/// A part as it is stored, with the digest of what it says.
struct Ready {
    part: Part,
    digest: Hash,
}

impl Ready {
    fn new(bytes: Vec<u8>, random: &mut Randomness) -> Result<Self, BookError> {
        let part = Part { nonce: random.bytes()?, bytes };
        Ok(Self { digest: part.digest(), part })
    }

    /// With its bytes as they are stored; the digest stays that of what they say.
    fn packed(mut self) -> Self {
        if let Cow::Owned(packed) = pack(&self.part.bytes) {
            self.part.bytes = packed;
        }
        self
    }

    fn split(&self) -> log::Split<'_> {
        (Some(&self.part.nonce), Some(Cow::Borrowed(&self.part.bytes)))
    }
}

impl NewCase {
    /// Makes a case ready for the door of the book that `keeper` keeps. `subject` must have been made for it just now: the door does not
    /// look for other entries about it.
    ///
    /// # Errors
    /// Where the system gives no random bytes.
    pub fn new(
        keeper: &Keeper,
        (subject, batch): (Uuid, Uuid),
        logged: Logged,
        identity: Identity,
        narrative: Option<String>,
        random: &mut Randomness,
    ) -> Result<Self, BookError> {
        let carries = !identity.is_empty() || identity.row_digest.is_some();
        let identity_part = carries.then(|| Ready::new(json(&identity), random)).transpose()?;
        let searched = Searched::new(narrative.as_deref(), logged.record.remedy.as_deref(), &identity);
        let narrative = narrative.map(|text| Ready::new(text.into_bytes(), random)).transpose()?;
        let body = Ready::new(json(&logged), random)?.packed();
        let case = fold::alone(subject, keeper.desk.clone(), keeper.officer.clone(), logged);
        let values = row::values(&case);
        let facts = columns::facts_of_values(&values);
        Ok(Self { batch, case, identity, values, facts, body, identity_part, narrative, searched })
    }

    /// Its number.
    pub fn number(&self) -> &CaseNumber {
        &self.case.number
    }

    /// Gives it another number.
    ///
    /// # Errors
    /// Where the system gives no random bytes.
    pub fn renumber(&mut self, number: CaseNumber, random: &mut Randomness) -> Result<(), BookError> {
        row::bind_number(&mut self.values, &number);
        self.facts = columns::facts_of_values(&self.values);
        self.case.number = number;
        let Case { number, recorded_at, record, .. } = self.case.clone();
        self.body = Ready::new(json(&Logged { number, recorded_at, record }), random)?.packed();
        Ok(())
    }

    /// The complaint that it logs.
    pub fn complaint(&self) -> Complaint {
        let narrative = self.narrative.as_ref().map(|ready| ready.part.bytes.clone());
        Complaint {
            record: self.case.record.clone(),
            identity: self.identity.clone(),
            narrative: narrative.and_then(|bytes| String::from_utf8(bytes).ok()),
        }
    }

    /// What it says but for the story.
    pub fn record(&self) -> &Record {
        &self.case.record
    }

    /// Who the member is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }
}

fn json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

impl Door<'_> {
    /// Appends the entry that logs a new case, and writes its row: as [`Door::append`] does,
    /// without folding what was just written.
    /// The case is only lent: what was allocated on another thread can be freed there, which costs a part of what it does
    /// here.
    pub fn log_case(&mut self, new: &mut NewCase) -> Result<(), BookError> {
        let NewCase { batch, case, values, facts, body, identity_part, narrative, searched, .. } = new;
        let header = self.next_header(Kind::CaseLogged, case.id, *batch)?;
        let [identity_digest, narrative_digest] =
            [&*identity_part, &*narrative].map(|part| part.as_ref().map(|ready| ready.digest));
        let hash =
            header.hash(&self.origin.hash, &body.digest, identity_digest.as_ref(), narrative_digest.as_ref());
        let parts = [Some(&*body), identity_part.as_ref(), narrative.as_ref()]
            .map(|part| part.map_or((None, None), Ready::split));
        self.insert(self.origin.number, &header, &parts, &hash)
            .and_then(|row| {
                self.projector.first_entry_arrived(
                    self.connection,
                    self.facilities,
                    case,
                    (values, *facts, searched),
                    row,
                )
            })
            .map_err(|error| self.error(error))?;
        self.went_on(&header, hash);
        Ok(())
    }
}
