//! The coded problems of a case, mapped to the two standards of the field, and
//! packed into one integer, so that a million cases can be counted by a scan.
//!
//! HCAT: Healthcare Complaints Analysis Tool (Gillespie & Reader, BMJ Quality &
//! Safety 2016). KO41a: the annual complaints return of the NHS.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::values::{Coded, PayReason, Severity, coded};

coded! {
    /// What went wrong. `GOOD` is praise and is counted apart, for fairness.
    IssueCode, "issue" {
        /// Long wait.
        Wait = "WAIT",
        /// Worse treatment because of the card.
        Disc = "DISC",
        /// Care or card refused.
        Refu = "REFU",
        /// Asked to pay.
        Pay = "PAY",
        /// Medicine lacking, or bought outside.
        Med = "MED",
        /// Rude, ignored, dismissed.
        Rude = "RUDE",
        /// Poor examination or treatment.
        Qual = "QUAL",
        /// Error, harm, no response.
        Safe = "SAFE",
        /// Referral or ambulance refused or late.
        Refr = "REFR",
        /// Card, system or eligibility problem.
        Card = "CARD",
        /// No information, or false.
        Info = "INFO",
        /// Dirty, crowded, segregated.
        Envr = "ENVR",
        /// Privacy, consent, pressure.
        Priv = "PRIV",
        /// Allowance or compensation late.
        Cash = "CASH",
        /// Praise.
        Good = "GOOD",
    }
}

/// HCAT's three domains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HcatDomain {
    /// Quality and safety.
    Clinical,
    /// Institutional processes and environment.
    Management,
    /// Listening, communication, respect and patient rights.
    Relationships,
}

/// HCAT's seven categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HcatCategory {
    /// Clinical: quality.
    Quality,
    /// Clinical: safety.
    Safety,
    /// Management: environment.
    Environment,
    /// Management: institutional processes.
    InstitutionalProcesses,
    /// Relationships: listening.
    Listening,
    /// Relationships: communication.
    Communication,
    /// Relationships: respect and patient rights.
    RespectAndPatientRights,
}

impl HcatCategory {
    /// The domain that the category belongs to.
    pub fn domain(self) -> HcatDomain {
        match self {
            Self::Quality | Self::Safety => HcatDomain::Clinical,
            Self::Environment | Self::InstitutionalProcesses => HcatDomain::Management,
            Self::Listening | Self::Communication | Self::RespectAndPatientRights => {
                HcatDomain::Relationships
            }
        }
    }

    /// The category's English name, as HCAT has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quality => "quality",
            Self::Safety => "safety",
            Self::Environment => "environment",
            Self::InstitutionalProcesses => "institutional processes",
            Self::Listening => "listening",
            Self::Communication => "communication",
            Self::RespectAndPatientRights => "respect and patient rights",
        }
    }
}

impl IssueCode {
    /// The HCAT category; `None` for what lies outside HCAT.
    pub fn hcat(self) -> Option<HcatCategory> {
        Some(match self {
            Self::Wait | Self::Pay | Self::Refr | Self::Card => HcatCategory::InstitutionalProcesses,
            Self::Disc | Self::Refu | Self::Priv => HcatCategory::RespectAndPatientRights,
            Self::Med | Self::Qual => HcatCategory::Quality,
            Self::Safe => HcatCategory::Safety,
            Self::Rude => HcatCategory::Listening,
            Self::Info => HcatCategory::Communication,
            Self::Envr => HcatCategory::Environment,
            Self::Cash | Self::Good => return None,
        })
    }

    /// The KO41a subject; `None` for praise.
    pub fn ko41a(self) -> Option<&'static str> {
        Some(match self {
            Self::Wait => "Waiting times",
            Self::Disc | Self::Rude => "Values and behaviours (staff)",
            Self::Refu | Self::Med => "Access to treatment or drugs",
            Self::Pay | Self::Card => "Trust administration",
            Self::Qual | Self::Safe => "Clinical treatment",
            Self::Refr => "Admissions, discharges and transfers",
            Self::Info => "Communications",
            Self::Envr => "Facilities",
            Self::Priv => "Privacy, dignity and wellbeing",
            Self::Cash => "Other",
            Self::Good => return None,
        })
    }

    /// The severity that the anchors suggest: for a wait of known length, low
    /// under two hours, medium up to four, high beyond; else medium (praise: low).
    pub fn suggested_severity(self, waited_minutes: Option<u32>) -> Severity {
        match (self, waited_minutes) {
            (Self::Good, _) | (Self::Wait, Some(0..120)) => Severity::Low,
            (Self::Wait, Some(241..)) => Severity::High,
            _ => Severity::Medium,
        }
    }
}

/// One coded problem of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// What went wrong.
    pub code: IssueCode,
    /// How bad it was.
    pub severity: Severity,
    /// Of `PAY`: why payment was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<PayReason>,
    /// Of `CASH`: when the allowance was claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_on: Option<NaiveDate>,
    /// Of `CASH`: how much was claimed, in riel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_riel: Option<u64>,
}

impl Issue {
    /// An issue with its code and severity alone.
    pub fn new(code: IssueCode, severity: Severity) -> Self {
        Self {
            code,
            severity,
            why: (code == IssueCode::Pay).then_some(PayReason::Unknown),
            claimed_on: None,
            claimed_riel: None,
        }
    }
}

/// All issue codes of a case with their severities in one integer: two bits a
/// code, at the code's position; 0 absent, 1 low, 2 medium, 3 high. 15 codes take
/// 30 bits; there is room for 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct IssueSet(pub u64);

impl IssueSet {
    /// The low bit of every pair.
    const LOW_BITS: u64 = 0x1555_5555_5555_5555;

    /// Packs issues; of two with the same code the last holds.
    pub fn pack<'a>(issues: impl IntoIterator<Item = &'a Issue>) -> Self {
        issues.into_iter().fold(Self::default(), |set, issue| set.with(issue.code, issue.severity))
    }

    /// The set with this code at this severity.
    #[must_use]
    pub fn with(self, code: IssueCode, severity: Severity) -> Self {
        let shift = Self::shift(code);
        Self(self.0 & !(0b11 << shift) | (u64::from(severity.position()) + 1) << shift)
    }

    /// The severity of a code, if the case has it.
    pub fn severity(self, code: IssueCode) -> Option<Severity> {
        let level = (self.0 >> Self::shift(code) & 0b11) as u8;
        level.checked_sub(1).and_then(Severity::at)
    }

    /// The codes with their severities, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = (IssueCode, Severity)> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let position = left.trailing_zeros() / 2;
            let severity = (left >> (2 * position).min(63) & 0b11).checked_sub(1)?;
            left &= !(0b11 << (2 * position));
            Some((IssueCode::at(position as u8)?, Severity::at(severity as u8)?))
        })
    }

    /// The positions of its codes, in the order of the table.
    #[inline]
    pub fn positions(self) -> impl Iterator<Item = usize> {
        let mut left = (self.0 | self.0 >> 1) & Self::LOW_BITS;
        std::iter::from_fn(move || {
            let bit = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (bit < u64::BITS).then_some(bit as usize / 2)
        })
    }

    /// Whether at least one issue is of high severity.
    #[inline]
    pub fn is_severe(self) -> bool {
        self.0 & (self.0 >> 1) & Self::LOW_BITS != 0
    }

    /// Whether there is anything but praise: only such cases are counted.
    #[inline]
    pub fn is_complaint(self) -> bool {
        self.0 & !(0b11 << Self::shift(IssueCode::Good)) != 0
    }

    fn shift(code: IssueCode) -> u32 {
        u32::from(code.position()) * 2
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_complaint_maps_to_both_standards_or_says_that_it_does_not() {
        for code in IssueCode::ALL {
            assert_eq!(code.ko41a().is_none(), *code == IssueCode::Good);
            let outside = matches!(code, IssueCode::Cash | IssueCode::Good);
            assert_eq!(code.hcat().is_none(), outside, "{code}");
        }
        assert_eq!(IssueCode::Rude.hcat().map(HcatCategory::domain), Some(HcatDomain::Relationships));
    }

    #[test]
    fn waits_are_anchored_at_two_and_four_hours() {
        let suggested = |minutes| IssueCode::Wait.suggested_severity(Some(minutes));
        assert_eq!(suggested(119), Severity::Low);
        assert_eq!(suggested(120), Severity::Medium);
        assert_eq!(suggested(240), Severity::Medium);
        assert_eq!(suggested(241), Severity::High);
    }

    proptest! {
        #[test]
        fn a_set_holds_what_was_put_in(picks in prop::collection::vec((0u8..15, 0u8..3), 0..20)) {
            let issues: Vec<Issue> = picks
                .iter()
                .map(|&(code, severity)| {
                    Issue::new(IssueCode::at(code).unwrap(), Severity::at(severity).unwrap())
                })
                .collect();
            let set = IssueSet::pack(&issues);
            for &code in IssueCode::ALL {
                let last = issues.iter().rev().find(|issue| issue.code == code);
                prop_assert_eq!(set.severity(code), last.map(|issue| issue.severity));
            }
            let held: Vec<_> = set.iter().collect();
            prop_assert_eq!(
                set.is_severe(),
                held.iter().any(|&(_, severity)| severity == Severity::High)
            );
            prop_assert_eq!(
                set.is_complaint(),
                held.iter().any(|&(code, _)| code != IssueCode::Good)
            );
        }
    }
}
