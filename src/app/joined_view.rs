//! What was told in a case that was joined into another one: the kept one stands in lists and counts, and what its witness said
//! must not be hidden by that.

use serde::Serialize;

use super::{AppError, MemberView};
use crate::book::{StoredCase, View};
use crate::domain::case::{Case, Patient};
use crate::domain::issue::Issue;
use crate::domain::money::Paid;
use crate::domain::times::Times;
use crate::domain::values::{Evidence, ToldBy};

/// What was told in a joined case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JoinedView {
    /// Its number.
    pub number: String,
    /// Day of the visit, as it was told there.
    pub visited_on: chrono::NaiveDate,
    /// Who told it.
    pub told_by: ToldBy,
    /// Whether that was somebody else than who had told of it before.
    pub independent: bool,
    /// How well it is supported.
    pub evidence: Evidence,
    /// Whose visit it was.
    pub patient: Patient,
    /// The issues.
    pub issues: Vec<Issue>,
    /// The clock times.
    pub times: Times,
    /// The wait.
    pub waited_minutes: Option<u32>,
    /// What was paid.
    pub paid: Paid,
    /// The story.
    pub narrative: Option<String>,
    /// What the member wants.
    pub remedy: Option<String>,
    /// Whether identity and narrative were erased.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
    /// Who told it; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberView>,
}

impl JoinedView {
    /// Of all cases that were joined into one, without who told them.
    pub fn all(view: &View<'_>, stored: &StoredCase) -> Result<Vec<Self>, AppError> {
        Ok(Self::with_members(view, stored)?
            .into_iter()
            .map(|joined| Self { member: None, ..joined })
            .collect())
    }

    /// The same with who told them.
    pub fn with_members(view: &View<'_>, stored: &StoredCase) -> Result<Vec<Self>, AppError> {
        let mut joined = Vec::new();
        for witness in &stored.case.follow.witnesses {
            if let Some((case, identity, narrative)) = view.joined_case(witness.case)? {
                joined.push(Self::of(case, narrative, witness.independent, identity.into()));
            }
        }
        Ok(joined)
    }

    fn of(case: Case, narrative: Option<String>, independent: bool, member: MemberView) -> Self {
        let record = case.record;
        Self {
            number: case.number.to_string(),
            visited_on: record.visited_on,
            told_by: record.told_by,
            independent,
            evidence: record.evidence,
            patient: record.patient,
            issues: record.issues,
            times: record.times,
            waited_minutes: record.waited_minutes,
            paid: record.paid,
            narrative,
            remedy: record.remedy,
            erased: case.erased,
            member: Some(member),
        }
    }
}
