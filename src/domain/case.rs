//! The case: one complaint about one visit, as it is logged.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facility::FacilityId;
use super::issue::{Issue, IssueCode, IssueSet};
use super::money::Paid;
use super::number::{CaseNumber, DeskCode};
use super::standing::{self, FollowUp, Turn};
use super::times::Times;
use super::values::{
    Channel, Evidence, MemberOutcome, PartyOutcome, Payer, Purpose, Relation, Sex, Stage, Status, ToldBy,
};

/// The longest narrative, in characters. Far above any told story; a file pasted by
/// mistake is refused.
pub const LONGEST_NARRATIVE: usize = 200_000;

/// The longest of the short texts (remedy, employer, names …), in characters.
pub const LONGEST_LINE: usize = 2_000;

/// The longest NSSF number, in characters.
pub const LONGEST_NSSF_NUMBER: usize = 40;

/// Who the patient was to the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Patient {
    /// The member, or somebody of the family.
    pub relation: Relation,
    /// Where the officer noted it.
    pub sex: Option<Sex>,
}

impl Default for Patient {
    fn default() -> Self {
        Self { relation: Relation::Myself, sex: None }
    }
}

/// What an officer means to do next with a case, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// What.
    pub what: String,
    /// By when.
    pub on: Option<NaiveDate>,
}

/// Where an imported case came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file, or what the officer called it.
    pub name: String,
    /// The row's own identifier there.
    pub id: String,
}

/// The record of a case but for its two erasable parts (identity, narrative) and
/// for what follows from other entries (status, outcomes).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The day of the visit.
    pub visited_on: NaiveDate,
    /// Where.
    pub facility: FacilityId,
    /// At which stage of care it went wrong.
    pub stage: Option<Stage>,
    /// Who was to pay.
    pub payer: Payer,
    /// The clock times.
    pub times: Times,
    /// The wait in minutes: seen minus arrived, or as given.
    pub waited_minutes: Option<u32>,
    /// At least one; one of a code, in the order of the table of codes.
    pub issues: Vec<Issue>,
    /// Paid out of pocket.
    pub paid: Paid,
    /// HCAT's harm, 0–5. Shown, never ranked by.
    pub harm: u8,
    /// What the member wants.
    pub remedy: Option<String>,
    /// Who told it.
    pub told_by: ToldBy,
    /// How it came.
    pub channel: Option<Channel>,
    /// Who the patient was.
    pub patient: Patient,
    /// The employer: an organisation, not an identity.
    pub employer: Option<String>,
    /// The union local.
    pub local: Option<String>,
    /// How well it is supported.
    pub evidence: Evidence,
    /// What the member agreed to.
    pub consent: BTreeSet<Purpose>,
    /// Which officer follows it up.
    pub assigned_to: Option<String>,
    /// What is to happen next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<NextStep>,
    /// Where it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Record {
    /// The issues packed.
    pub fn issue_set(&self) -> IssueSet {
        IssueSet::pack(&self.issues)
    }

    /// Brings the issues into the order of the table, one of a code, each with nothing
    /// but what belongs to its code: the form in which books keep them.
    pub fn normalise_issues(&mut self) {
        let mut issues: Vec<Issue> = self
            .issue_set()
            .iter()
            .filter_map(|(code, severity)| {
                let written = self.issues.iter().rev().find(|issue| issue.code == code)?;
                Some(Issue { severity, ..written.clone() })
            })
            .collect();
        for issue in &mut issues {
            issue.why = issue.why.filter(|_| issue.code == IssueCode::Pay);
            if issue.code != IssueCode::Cash {
                (issue.claimed_on, issue.claimed_riel) = (None, None);
            }
        }
        self.issues = issues;
    }
}

/// Who the member is. Never leaves the book unasked.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Identity {
    /// Name.
    pub name: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// NSSF number: may end in a Khmer letter, seems to carry sex and birth date.
    pub nssf_number: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The employer's number for the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_number: Option<String>,
    /// When it is safe to call, and what to say if somebody else answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safe_time: Option<String>,
    /// A digest of the whole row that the case was imported from, so that a changed row
    /// is noticed. It stands here to be erased with the rest: who knows all but the
    /// telephone number could guess that from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row_digest: Option<String>,
}

/// Identities do not stand in logs or panics.
impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl Identity {
    /// Whether nothing is known of the person.
    pub fn is_empty(&self) -> bool {
        self.fields().iter().all(|(_, value)| value.is_none())
    }

    /// The fields with their names, in order.
    pub fn fields(&self) -> [(&'static str, Option<&str>); 6] {
        [
            ("name", self.name.as_deref()),
            ("phone", self.phone.as_deref()),
            ("nssf_number", self.nssf_number.as_deref()),
            ("address", self.address.as_deref()),
            ("employee_number", self.employee_number.as_deref()),
            ("safe_time", self.safe_time.as_deref()),
        ]
    }

    /// The identity as it may be shown: of the NSSF number the last four alone.
    #[must_use]
    pub fn masked(&self) -> Self {
        Self { nssf_number: self.nssf_number.as_deref().map(mask_number), ..self.clone() }
    }
}

/// Whether a number is one that was shown masked: it says nothing new.
pub fn is_masked(number: &str) -> bool {
    number.trim_start().starts_with('…')
}

/// The last four characters of a number behind an ellipsis; a number that short is
/// hidden whole.
pub fn mask_number(number: &str) -> String {
    let length = number.chars().count();
    let tail: String = number.chars().skip(length.saturating_sub(4)).collect();
    if length > 4 { format!("…{tail}") } else { "…".to_owned() }
}

/// A case as somebody tells it, before it has a number: what forms, JSON and
/// imports are turned into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The record.
    pub record: Record,
    /// The member, where known.
    pub identity: Identity,
    /// The story, where told.
    pub narrative: Option<String>,
}

/// A case as it stands: its entries, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The subject of its entries.
    pub id: Uuid,
    /// Its number.
    pub number: CaseNumber,
    /// When it was logged, on the clock of the desk.
    pub recorded_at: DateTime<FixedOffset>,
    /// The desk that logged it.
    pub desk: DeskCode,
    /// The officer who logged it.
    pub officer: String,
    /// The record with all corrections.
    pub record: Record,
    /// Where it stands.
    pub status: Status,
    /// What the party made of it.
    pub party_outcome: Option<PartyOutcome>,
    /// What the member says.
    pub member_outcome: Option<MemberOutcome>,
    /// What followed: with whom it was raised, whether the member was told.
    pub follow: FollowUp,
    /// Whether identity and narrative were erased.
    pub erased: bool,
    /// Fields that two people changed without having seen each other.
    pub conflicts: Vec<String>,
}

impl Case {
    /// Whose turn it is, and for what.
    pub fn turn(&self) -> Turn {
        standing::turn(self.status, &self.follow)
    }

    /// Whether it comes first everywhere: somebody's safety, or retaliation.
    pub fn is_urgent(&self) -> bool {
        standing::is_urgent(&self.follow, &self.record.issues)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nssf_numbers_show_their_last_four_only() {
        assert_eq!(mask_number("1234567890ក"), "…890ក");
        assert_eq!(mask_number("4821"), "…");
        let identity = Identity { nssf_number: Some("99994821".into()), ..Identity::default() };
        assert_eq!(identity.masked().nssf_number.as_deref(), Some("…4821"));
        assert_eq!(format!("{identity:?}"), "Identity(…)");
    }
}
