//! The small tables of values of the contract: each is an enum whose code is the
//! word in JSON, CSV, the query language and on the command line.
//!
//! Codes are never renamed and variants never reordered: books keep the position
//! of a variant (see [`Coded::position`]), bundles and scripts its code. New ones
//! go to the end. What a code is called on screen is `i18n`'s matter.

use std::fmt;

/// A word that is not in one of the tables of values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is no {table}")]
pub struct UnknownCode {
    /// Which table was meant: `payer`, `stage`, …
    pub table: &'static str,
    /// What was given.
    pub given: String,
    /// What would do.
    pub known: &'static [&'static str],
}

/// What every table of values offers.
pub trait Coded: Copy + Eq + fmt::Debug + 'static {
    /// The name of the table: `payer`, `stage`, …
    const TABLE: &'static str;
    /// All values in their fixed order.
    const ALL: &'static [Self];
    /// All codes in the same order.
    const CODES: &'static [&'static str];

    /// The code in files and commands.
    fn code(self) -> &'static str;

    /// The place in [`Coded::ALL`], as books store it.
    fn position(self) -> u8;

    /// The value at a stored position, if this version knows it.
    fn at(position: u8) -> Option<Self> {
        Self::ALL.get(usize::from(position)).copied()
    }

    /// Reads a code, whatever its case.
    fn parse(text: &str) -> Result<Self, UnknownCode> {
        let wanted = text.trim();
        Self::ALL
            .iter()
            .find(|value| value.code().eq_ignore_ascii_case(wanted))
            .copied()
            .ok_or_else(|| UnknownCode { table: Self::TABLE, given: text.to_owned(), known: Self::CODES })
    }
}

/// Declares an enum with its codes, [`Coded`], `Display`, `FromStr` and serde by code.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident, $table:literal {
        $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $crate::domain::values::Coded for $name {
            const TABLE: &'static str = $table;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const CODES: &'static [&'static str] = &[$($code),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            fn position(self) -> u8 { self as u8 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::domain::values::Coded::code(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::values::UnknownCode;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::domain::values::Coded::parse(text)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::domain::values::Coded::code(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                $crate::domain::values::Coded::parse(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// Who was to pay at the visit.
    Payer, "payer" {
        /// The NSSF card.
        Nssf = "nssf",
        /// The Health Equity Fund, on an IDPoor card.
        Hef = "hef",
        /// Cash at the counter.
        Cash = "cash",
        /// A private insurer.
        Private = "private",
        /// The card was refused, then the patient paid or left.
        Refused = "refused",
        /// Not known.
        Unknown = "unknown",
    }
}

coded! {
    /// How bad one issue was. Anchors guide the officer; they never refuse or recode.
    Severity, "severity" {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High: a case with one such issue counts as severe.
        High = "high",
    }
}

coded! {
    /// Why payment was asked for (of a `PAY` issue).
    PayReason, "why" {
        /// Above what the fund's package pays.
        OverPackage = "over-package",
        /// A service outside the package.
        NotCovered = "not-covered",
        /// Money without a bill.
        Informal = "informal",
        /// Not known.
        Unknown = "unknown",
    }
}

coded! {
    /// Who told the officer.
    ToldBy, "told_by" {
        /// The member.
        Member = "member",
        /// A dependant of the member.
        Dependant = "dependant",
        /// Somebody who saw it.
        Witness = "witness",
        /// A union officer.
        Officer = "officer",
    }
}

coded! {
    /// How the complaint reached the officer.
    Channel, "channel" {
        /// At a meeting.
        Meeting = "meeting",
        /// By telephone.
        Phone = "phone",
        /// On a visit.
        Visit = "visit",
        /// By message.
        Message = "message",
        /// Through a form.
        Form = "form",
        /// On paper.
        Paper = "paper",
        /// Through a hotline.
        Hotline = "hotline",
        /// Otherwise.
        Other = "other",
    }
}

coded! {
    /// What the patient is to the member.
    Relation, "relation" {
        /// The member.
        Myself = "self",
        /// The member's spouse.
        Spouse = "spouse",
        /// The member's child.
        Child = "child",
        /// Somebody else.
        Other = "other",
    }
}

coded! {
    /// Sex of the patient, where the officer noted it.
    Sex, "sex" {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Another, or not to be said.
        Other = "other",
    }
}

coded! {
    /// How well a case is supported. Below `C` it is a count only, never a story.
    Evidence, "evidence" {
        /// Document, photo, receipt, queue slip.
        A = "A",
        /// Two independent witnesses, or a note made at the time.
        B = "B",
        /// First-hand.
        C = "C",
        /// Hearsay.
        D = "D",
    }
}

coded! {
    /// What a member agreed to. None recorded: counted on screen, never in an export.
    Purpose, "consent" {
        /// Counted in figures that leave the union.
        Count = "count",
        /// Told as a story without identity.
        Story = "story",
        /// Named to named parties.
        Name = "name",
        /// Told to the press.
        Media = "media",
    }
}

coded! {
    /// Where a case stands: a consequence of its entries, never chosen.
    Status, "status" {
        /// Logged.
        New = "new",
        /// Confirmed with the member.
        Confirmed = "confirmed",
        /// Put in a submission to a party.
        Raised = "raised",
        /// A party replied.
        Answered = "answered",
        /// Closed by the union after the member was told.
        Closed = "closed",
        /// Taken back by the member.
        Withdrawn = "withdrawn",
    }
}

impl Status {
    /// Whether the case is neither closed nor withdrawn.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Withdrawn)
    }
}

coded! {
    /// What the party made of the complaint.
    PartyOutcome, "party_outcome" {
        /// Upheld.
        Upheld = "upheld",
        /// Upheld in part.
        Partly = "partly",
        /// Not upheld.
        NotUpheld = "not-upheld",
        /// No answer.
        NoAnswer = "no-answer",
    }
}

coded! {
    /// What the member says came of it.
    MemberOutcome, "member_outcome" {
        /// Solved.
        Solved = "solved",
        /// Solved in part.
        Partly = "partly",
        /// Not solved.
        NotSolved = "not-solved",
        /// Not asked yet.
        NotAsked = "not-asked",
    }
}

coded! {
    /// The stage of care, as HCAT and HCAT(GP) name them.
    Stage, "stage" {
        /// Hospital: being admitted.
        Admission = "admission",
        /// Hospital: examination and diagnosis.
        Examination = "examination",
        /// Hospital: care on the ward.
        Ward = "ward",
        /// Hospital: operation or procedure.
        Procedure = "procedure",
        /// Hospital: discharge or transfer.
        Discharge = "discharge",
        /// Any: something else.
        Other = "other",
        /// Health centre or post: getting care at all.
        Access = "access",
        /// Health centre or post: in the practice.
        Practice = "practice",
        /// Health centre or post: during the consultation.
        Consultation = "consultation",
        /// Health centre or post: follow-up or referral.
        Referral = "referral",
    }
}

impl Stage {
    /// The stages of a hospital (or clinic), in the order of a visit.
    pub const HOSPITAL: [Self; 6] =
        [Self::Admission, Self::Examination, Self::Ward, Self::Procedure, Self::Discharge, Self::Other];

    /// The stages of a health centre or health post, in the order of a visit.
    pub const HEALTH_CENTRE: [Self; 5] =
        [Self::Access, Self::Practice, Self::Consultation, Self::Referral, Self::Other];

    /// The stages that a facility of this kind can have.
    pub fn of_facility(is_hospital: bool) -> &'static [Self] {
        if is_hospital { &Self::HOSPITAL } else { &Self::HEALTH_CENTRE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trips<T: Coded>() {
        for (index, value) in T::ALL.iter().enumerate() {
            assert_eq!(T::parse(value.code()).unwrap(), *value);
            assert_eq!(T::at(value.position()), Some(*value));
            assert_eq!(usize::from(value.position()), index);
        }
        let error = T::parse("nothing of the kind").unwrap_err();
        assert_eq!(error.known.len(), T::ALL.len());
    }

    #[test]
    fn every_table_reads_what_it_writes() {
        round_trips::<Payer>();
        round_trips::<Severity>();
        round_trips::<PayReason>();
        round_trips::<ToldBy>();
        round_trips::<Channel>();
        round_trips::<Relation>();
        round_trips::<Sex>();
        round_trips::<Evidence>();
        round_trips::<Purpose>();
        round_trips::<Status>();
        round_trips::<PartyOutcome>();
        round_trips::<MemberOutcome>();
        round_trips::<Stage>();
    }

    #[test]
    fn stages_cover_both_kinds_of_facility() {
        let mut both: Vec<_> = Stage::HOSPITAL.into_iter().chain(Stage::HEALTH_CENTRE).collect();
        both.sort_unstable();
        both.dedup();
        assert_eq!(both.len(), Stage::ALL.len());
    }
}
