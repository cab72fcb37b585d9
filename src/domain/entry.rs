//! The entry: one immutable record of the log. Everything that happens is one.
//!
//! An entry is identified by its origin (one book on one device) and the origin's
//! gapless running number. What can be erased later (identity, narrative) lives in
//! parts of its own; the chain is hashed over digests of the parts, each taken over
//! a random nonce, so that erasing nonce and bytes leaves nothing to guess from.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::number::DeskCode;

/// The name of an origin: one book on one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OriginId(pub [u8; 16]);

impl fmt::Display for OriginId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::digits::hex(&self.0))
    }
}

/// The name of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The origin that wrote it.
    pub origin: OriginId,
    /// Its running number there, from 1, without gaps.
    pub seq: u64,
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.origin, self.seq)
    }
}

impl FromStr for EntryId {
    type Err = BadEntryId;

    fn from_str(text: &str) -> Result<Self, BadEntryId> {
        let parsed = || {
            let (origin, seq) = text.split_once(':')?;
            let origin = Uuid::try_parse(origin).ok()?.into_bytes();
            Some(Self { origin: OriginId(origin), seq: seq.parse().ok()? })
        };
        parsed().ok_or_else(|| BadEntryId(text.to_owned()))
    }
}

/// A text that names no entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no entry")]
pub struct BadEntryId(pub String);

/// A hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter
/// in the lower 16. Later entries of a book always carry a larger stamp than all
/// that it had seen, whatever its wall clock says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Stamp(pub u64);

impl Stamp {
    /// The stamp after `self`, at a wall clock of so many milliseconds.
    #[must_use]
    pub fn next(self, wall_milliseconds: u64) -> Self {
        Self((wall_milliseconds << 16).max(self.0.saturating_add(1)))
    }

    /// Milliseconds since 1970.
    pub fn milliseconds(self) -> u64 {
        self.0 >> 16
    }

    /// The day in Cambodia, seven hours ahead of universal time the whole year.
    pub fn day(self) -> Option<NaiveDate> {
        let milliseconds = i64::try_from(self.milliseconds()).ok()?.checked_add(7 * 3_600_000)?;
        Some(DateTime::from_timestamp_millis(milliseconds)?.date_naive())
    }
}

/// What happened. Unknown kinds, from a newer Wardbook, are kept and skipped.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A case was logged: carries the whole record.
    CaseLogged,
    /// Fields of a case were corrected.
    CaseCorrected,
    /// The case was confirmed with the member.
    Confirmed,
    /// The case was put in a submission to a party.
    Submitted,
    /// A party replied.
    Replied,
    /// The member was told.
    MemberTold,
    /// Somebody tried to reach the member, who could not be reached.
    MemberTried,
    /// The member was asked once more, some weeks after closing.
    AskedAgain,
    /// The objections that the other side would raise were checked.
    Checked,
    /// A case was marked as one that comes first, or that was taken off.
    Marked,
    /// A case joined a demand, or left it.
    Linked,
    /// The union closed the case.
    Closed,
    /// A closed or withdrawn case was opened again.
    Reopened,
    /// The member took the complaint back.
    Withdrawn,
    /// Identity and narrative were erased, for good.
    IdentityErased,
    /// Another batch of entries was taken back.
    Undone,
    /// A facility was added to the list, or its description changed.
    FacilityAdded,
    /// A facility was renamed, closed, or something else of it became known: only what changed.
    FacilityChanged,
    /// A facility was found to be another one under another identifier.
    FacilityMerged,
    /// A photo, a paper or a recording was laid to a case.
    Attached,
    /// It was taken away again.
    Detached,
    /// A visit was timed by a volunteer: no case, and no name.
    Observed,
    /// Members were counted, with a day and a source.
    MembersCounted,
    /// A brief was written: its figures, so that a later one can be held beside it.
    BriefWritten,
    /// Cases were raised with a party.
    SubmissionMade,
    /// The party said that it received a submission.
    Acknowledged,
    /// The party replied to a submission.
    ReplyReceived,
    /// The clock of a submission was stopped.
    ClockPaused,
    /// It goes on.
    ClockResumed,
    /// A party promised something.
    Promised,
    /// The party asked for a later date.
    PromiseMoved,
    /// The union said what came of a promise.
    PromiseJudged,
    /// What is known of a party: contacts, clocks.
    PartyDescribed,
    /// A demand was made, to which cases can be linked.
    DemandMade,
    /// The case tells of the same visit as another one, into which it was joined.
    Joined,
    /// Another case that tells of the same visit was joined into this one.
    Witnessed,
    /// The case was looked at beside another one, and is not the same.
    KeptApart,
    /// A case that was joined into this one stands by itself again.
    Parted,
    /// A kind that this version does not know.
    Unknown(String),
}

impl Kind {
    const NAMES: [(Self, &'static str); 38] = [
        (Self::CaseLogged, "case-logged"),
        (Self::CaseCorrected, "case-corrected"),
        (Self::Confirmed, "confirmed"),
        (Self::Submitted, "submitted"),
        (Self::Replied, "replied"),
        (Self::MemberTold, "member-told"),
        (Self::Closed, "closed"),
        (Self::Reopened, "reopened"),
        (Self::Withdrawn, "withdrawn"),
        (Self::IdentityErased, "identity-erased"),
        (Self::Undone, "undone"),
        (Self::FacilityAdded, "facility-added"),
        (Self::FacilityChanged, "facility-changed"),
        (Self::FacilityMerged, "facility-merged"),
        (Self::Attached, "attached"),
        (Self::Detached, "detached"),
        (Self::Observed, "observed"),
        (Self::MembersCounted, "members-counted"),
        (Self::BriefWritten, "brief-written"),
        (Self::MemberTried, "member-tried"),
        (Self::AskedAgain, "asked-again"),
        (Self::Checked, "checked"),
        (Self::Marked, "marked"),
        (Self::Linked, "linked"),
        (Self::SubmissionMade, "submission-made"),
        (Self::Acknowledged, "acknowledged"),
        (Self::ReplyReceived, "reply-received"),
        (Self::ClockPaused, "clock-paused"),
        (Self::ClockResumed, "clock-resumed"),
        (Self::Promised, "promised"),
        (Self::PromiseMoved, "promise-moved"),
        (Self::PromiseJudged, "promise-judged"),
        (Self::PartyDescribed, "party-described"),
        (Self::DemandMade, "demand-made"),
        (Self::Joined, "joined"),
        (Self::Witnessed, "witnessed"),
        (Self::KeptApart, "kept-apart"),
        (Self::Parted, "parted"),
    ];

    /// The name in the log.
    pub fn name(&self) -> &str {
        match self {
            Self::Unknown(name) => name,
            known => Self::NAMES.iter().find(|(kind, _)| kind == known).map_or("", |(_, name)| name),
        }
    }

    /// The kind of that name; a name that is not known is kept as it is.
    pub fn from_name(name: &str) -> Self {
        Self::NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map_or_else(|| Self::Unknown(name.to_owned()), |(kind, _)| kind.clone())
    }

    /// Whether `undo` may take it back. Erasure is for good; taking back is undone
    /// by doing the thing again; what was handed over cannot be made unread.
    pub fn can_be_undone(&self) -> bool {
        !matches!(self, Self::IdentityErased | Self::Undone | Self::BriefWritten | Self::Unknown(_))
    }
}

/// What an entry says of itself in the open: it travels even where parts do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Origin and running number.
    pub id: EntryId,
    /// When, by the hybrid clock.
    pub at: Stamp,
    /// The desk.
    pub desk: DeskCode,
    /// The officer, as at that desk.
    pub officer: String,
    /// What one `undo` takes back: one edit, one import. What came in an entry of its own has its subject's name.
    pub batch: Uuid,
    /// What happened.
    pub kind: Kind,
    /// What it happened to.
    pub subject: Uuid,
}

impl Header {
    /// The hash of the entry with this header and with parts of these digests: SHA-256 over
    /// the hash before it in its origin's chain, the header and the digests, each with its
    /// length or a mark.
    pub fn hash(
        &self,
        previous: &Hash,
        body: &Hash,
        identity: Option<&Hash>,
        narrative: Option<&Hash>,
    ) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(b"wardbook entry 1\0");
        hasher.update(previous);
        hasher.update(self.id.origin.0);
        hasher.update(self.id.seq.to_be_bytes());
        hasher.update(self.at.0.to_be_bytes());
        for text in [self.desk.as_str(), &self.officer, self.kind.name()] {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text);
        }
        hasher.update(self.batch);
        hasher.update(self.subject);
        hasher.update(body);
        for part in [identity, narrative] {
            match part {
                Some(digest) => {
                    hasher.update([1]);
                    hasher.update(digest);
                }
                None => hasher.update([0]),
            }
        }
        hasher.finalize().into()
    }
}

/// The digest of a part, or of an entry: SHA-256.
pub type Hash = [u8; 32];

/// Bytes with the nonce that guards their digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Random; erased with the bytes.
    pub nonce: [u8; 16],
    /// The content: JSON, or the narrative's text.
    pub bytes: Vec<u8>,
}

impl Part {
    /// SHA-256 over nonce and bytes.
    pub fn digest(&self) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(self.nonce);
        hasher.update(&self.bytes);
        hasher.finalize().into()
    }
}

/// A part as a book has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// The part.
    Whole(Part),
    /// Withheld or erased: the digest alone.
    Digest(Hash),
}

impl Held {
    /// The digest, taken or kept.
    pub fn digest(&self) -> Hash {
        match self {
            Self::Whole(part) => part.digest(),
            Self::Digest(hash) => *hash,
        }
    }

    /// The bytes, where they are here.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Whole(part) => Some(&part.bytes),
            Self::Digest(_) => None,
        }
    }
}

/// One record of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who, when, what, to what.
    pub header: Header,
    /// What it says, as JSON.
    pub body: Held,
    /// The member's identity, as JSON, if it carries one.
    pub identity: Option<Held>,
    /// The narrative, as text, if it carries one.
    pub narrative: Option<Held>,
}

impl Entry {
    /// The entry's hash: that of its header with the digests of its parts.
    pub fn hash(&self, previous: &Hash) -> Hash {
        let [identity, narrative] =
            [&self.identity, &self.narrative].map(|part| part.as_ref().map(Held::digest));
        self.header.hash(previous, &self.body.digest(), identity.as_ref(), narrative.as_ref())
    }

    /// The entry without what `identity-erased` takes away.
    #[must_use]
    pub fn erased(mut self) -> Self {
        for held in [&mut self.identity, &mut self.narrative].into_iter().flatten() {
            *held = Held::Digest(held.digest());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        let part = |bytes: &str| Held::Whole(Part { nonce: [7; 16], bytes: bytes.into() });
        Entry {
            header: Header {
                id: EntryId { origin: OriginId([1; 16]), seq: 1 },
                at: Stamp(5),
                desk: "KC".parse().unwrap(),
                officer: "Sok Dara".into(),
                batch: Uuid::nil(),
                kind: Kind::CaseLogged,
                subject: Uuid::nil(),
            },
            body: part("{}"),
            identity: Some(part("{\"name\":\"Chan\"}")),
            narrative: Some(part("waited")),
        }
    }

    #[test]
    fn erasing_keeps_the_hash_and_changing_anything_does_not() {
        let whole = entry();
        let hash = whole.hash(&[0; 32]);
        let erased = whole.clone().erased();
        assert_eq!(erased.hash(&[0; 32]), hash);
        assert!(erased.identity.unwrap().bytes().is_none());

        let mut other = whole.clone();
        other.header.officer = "Sok Dar".into();
        assert_ne!(other.hash(&[0; 32]), hash);
        let mut other = whole.clone();
        other.narrative = None;
        assert_ne!(other.hash(&[0; 32]), hash);
        assert_ne!(whole.hash(&[1; 32]), hash);
    }

    #[test]
    fn kinds_and_names_go_both_ways_and_unknown_ones_are_kept() {
        for (kind, name) in Kind::NAMES {
            assert_eq!(Kind::from_name(name), kind);
            assert_eq!(kind.name(), name);
        }
        assert_eq!(Kind::from_name("sung-about").name(), "sung-about");
    }

    #[test]
    fn the_clock_never_goes_back() {
        let first = Stamp::default().next(1_000);
        assert_eq!(first.milliseconds(), 1_000);
        let second = first.next(500);
        assert!(second > first);
        assert_eq!(second.milliseconds(), 1_000);
    }

    #[test]
    fn the_day_of_a_stamp_is_cambodia_s() {
        // 2026-10-03T17:00:00Z is midnight there.
        let midnight = Stamp::default().next(1_791_046_800_000);
        assert_eq!(midnight.day(), NaiveDate::from_ymd_opt(2026, 10, 4));
        let before = Stamp::default().next(1_791_046_799_999);
        assert_eq!(before.day(), NaiveDate::from_ymd_opt(2026, 10, 3));
    }

    #[test]
    fn entry_names_read_back() {
        let id = entry().header.id;
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("x:1".parse::<EntryId>().is_err());
    }
}
