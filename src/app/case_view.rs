//! A case as it is printed: JSON in the shape of the contract, and flat for tables.

use serde::Serialize;

use super::{AppError, JoinedView};
use crate::book::{StoredCase, View};
use crate::domain::case::{Case, Identity, NextStep, Patient, Source};
use crate::domain::column::Column;
use crate::domain::draft::issue_text;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::issue::{Issue, IssueCode};
use crate::domain::money::Paid;
use crate::domain::standing::{FollowUp, Turn};
use crate::domain::times::Times;
use crate::domain::values::{
    Channel, Coded, Evidence, MemberOutcome, PartyOutcome, Payer, Purpose, Stage, Status, ToldBy,
};
use crate::i18n::Lang;

/// A case as JSON prints it: the field order is that of the contract.
#[derive(Debug, Clone, Serialize)]
pub struct CaseView {
    /// The case number.
    pub number: String,
    /// The case's UUID.
    pub id: String,
    /// Day of the visit.
    pub visited_on: String,
    /// When it was logged.
    pub recorded_at: String,
    /// The desk.
    pub desk: String,
    /// The officer.
    pub officer: String,
    /// The facility.
    pub facility: FacilityId,
    /// Its name, in the language asked for.
    pub facility_name: String,
    /// Its province.
    pub province: Option<String>,
    /// Its district, where known.
    pub district: Option<String>,
    /// Its commune, where known.
    pub commune: Option<String>,
    /// Stage of care.
    pub stage: Option<Stage>,
    /// Who was to pay.
    pub payer: Payer,
    /// The clock times.
    pub times: Times,
    /// The wait.
    pub waited_minutes: Option<u32>,
    /// The issues.
    pub issues: Vec<Issue>,
    /// What was paid.
    pub paid: Paid,
    /// Harm, 0–5.
    pub harm: u8,
    /// The story.
    pub narrative: Option<String>,
    /// What the member wants.
    pub remedy: Option<String>,
    /// Who told it.
    pub told_by: ToldBy,
    /// How it came.
    pub channel: Option<Channel>,
    /// Who the patient was.
    pub patient: Patient,
    /// The employer; left out of exports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<Option<String>>,
    /// The union local.
    pub local: Option<String>,
    /// How well it is supported.
    pub evidence: Evidence,
    /// What the member agreed to.
    pub consent: Vec<Purpose>,
    /// Who follows it up.
    pub assigned_to: Option<String>,
    /// What is to happen next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_step: Option<NextStep>,
    /// Where it was imported from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Where it stands.
    pub status: Status,
    /// What the party made of it.
    pub party_outcome: Option<PartyOutcome>,
    /// What the member says.
    pub member_outcome: Option<MemberOutcome>,
    /// What followed, where something did; left out of exports.
    #[serde(flatten)]
    pub follow: Option<FollowView>,
    /// Whether identity and narrative were erased.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
    /// Fields on which two officers disagree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<String>,
    /// What was told in the cases that were joined into it; only where one case is shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<JoinedView>,
    /// Who the member is; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberView>,
}

/// What followed on a case, for inside the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FollowView {
    /// Whose turn it is, and for what.
    pub turn: Turn,
    /// Whether it comes first: somebody's safety, or retaliation.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
    /// The rest.
    #[serde(flatten)]
    pub follow: FollowUp,
}

impl FollowView {
    /// What followed; `None` of a case to which nothing happened and that does not come first.
    fn of(case: &Case) -> Option<Self> {
        let (turn, urgent) = (case.turn(), case.is_urgent());
        (urgent || !case.follow.is_plain()).then(|| Self { turn, urgent, follow: case.follow.clone() })
    }
}

/// The member as shown: of the NSSF number the last four alone.
#[derive(Clone, PartialEq, Serialize)]
pub struct MemberView {
    /// Name.
    pub name: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// The end of the NSSF number.
    pub nssf_number: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The employer's number for the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_number: Option<String>,
    /// When it is safe to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safe_time: Option<String>,
}

/// Identities do not stand in logs or panics.
impl std::fmt::Debug for MemberView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MemberView(…)")
    }
}

impl From<Identity> for MemberView {
    fn from(identity: Identity) -> Self {
        let Identity { name, phone, nssf_number, address, employee_number, safe_time, row_digest: _ } =
            identity.masked();
        Self { name, phone, nssf_number, address, employee_number, safe_time }
    }
}

impl CaseView {
    /// A stored case, with its story, without the member.
    pub fn new(view: &View<'_>, stored: &StoredCase, lang: Lang) -> Result<Self, AppError> {
        let narrative = view.narrative(stored)?;
        let facility = view.facilities().get(&stored.case.record.facility);
        Ok(Self::assemble(&stored.case, facility.as_deref(), narrative, lang))
    }

    /// The same with the member.
    pub fn with_member(view: &View<'_>, stored: &StoredCase, lang: Lang) -> Result<Self, AppError> {
        let member = Some(view.identity(stored)?.into());
        Ok(Self { member, ..Self::new(view, stored, lang)? })
    }

    /// A stored case with the member, and with what was told in those that were joined into it.
    pub fn whole(view: &View<'_>, stored: &StoredCase, lang: Lang) -> Result<Self, AppError> {
        let joined = JoinedView::with_members(view, stored)?;
        Ok(Self { joined, ..Self::with_member(view, stored, lang)? })
    }

    fn assemble(case: &Case, facility: Option<&Facility>, narrative: Option<String>, lang: Lang) -> Self {
        let record = case.record.clone();
        let name = facility.map(|facility| lang.pick(&facility.name_km, &facility.name_en).to_owned());
        Self {
            number: case.number.to_string(),
            id: case.id.to_string(),
            visited_on: record.visited_on.to_string(),
            recorded_at: case.recorded_at.to_rfc3339(),
            desk: case.desk.to_string(),
            officer: case.officer.clone(),
            facility_name: name.unwrap_or_else(|| record.facility.to_string()),
            // Of one that was found to be another, the one that it is.
            facility: facility.map_or(record.facility, |known| known.id.clone()),
            province: facility.map(|facility| facility.province.to_string()),
            district: facility.and_then(|facility| facility.district).map(|code| code.to_string()),
            commune: facility.and_then(|facility| facility.commune).map(|code| code.to_string()),
            stage: record.stage,
            payer: record.payer,
            times: record.times,
            waited_minutes: record.waited_minutes,
            issues: record.issues,
            paid: record.paid,
            harm: record.harm,
            narrative,
            remedy: record.remedy,
            told_by: record.told_by,
            channel: record.channel,
            patient: record.patient,
            employer: Some(record.employer),
            local: record.local,
            evidence: record.evidence,
            consent: record.consent.into_iter().collect(),
            assigned_to: record.assigned_to,
            next_step: record.next_step,
            source: record.source,
            status: case.status,
            party_outcome: case.party_outcome,
            member_outcome: case.member_outcome,
            follow: FollowView::of(case),
            erased: case.erased,
            conflicts: case.conflicts.clone(),
            joined: Vec::new(),
            member: None,
        }
    }

    /// One compact line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The text of one column of a table.
    pub fn cell(&self, column: Column) -> String {
        let shown =
            |value: Option<&dyn std::fmt::Display>| value.map(ToString::to_string).unwrap_or_default();
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let time = |index: usize| {
            self.times
                .in_order()
                .get(index)
                .copied()
                .flatten()
                .map(|time| time.to_string())
                .unwrap_or_default()
        };
        let cash = self.issues.iter().find(|issue| issue.code == IssueCode::Cash);
        let member = |read: fn(&MemberView) -> &Option<String>| {
            self.member.as_ref().and_then(|member| read(member).clone()).unwrap_or_default()
        };
        match column {
            Column::Number => self.number.clone(),
            Column::Id => self.id.clone(),
            Column::VisitedOn => self.visited_on.clone(),
            Column::RecordedAt => self.recorded_at.clone(),
            Column::Desk => self.desk.clone(),
            Column::Officer => self.officer.clone(),
            Column::Facility => self.facility.to_string(),
            Column::FacilityName => self.facility_name.clone(),
            Column::Province => text(&self.province),
            Column::District => text(&self.district),
            Column::Commune => text(&self.commune),
            Column::Stage => code(self.stage),
            Column::Payer => code(Some(self.payer)),
            Column::Arrived => time(0),
            Column::Registered => time(1),
            Column::Seen => time(2),
            Column::Medicine => time(3),
            Column::Left => time(4),
            Column::WaitedMinutes => shown(self.waited_minutes.as_ref().map(|value| value as _)),
            Column::Issues => self.issues.iter().map(issue_text).collect::<Vec<_>>().join(";"),
            Column::ClaimedOn => {
                shown(cash.and_then(|issue| issue.claimed_on.as_ref()).map(|value| value as _))
            }
            Column::ClaimedRiel => {
                shown(cash.and_then(|issue| issue.claimed_riel.as_ref()).map(|value| value as _))
            }
            Column::PaidRiel => self.paid.riel.to_string(),
            Column::PaidUsd => self.paid.usd_text(),
            Column::PaidReceipt => if self.paid.receipt { "yes" } else { "no" }.to_owned(),
            Column::Harm => self.harm.to_string(),
            Column::Narrative => text(&self.narrative),
            Column::Remedy => text(&self.remedy),
            Column::ToldBy => code(Some(self.told_by)),
            Column::Channel => code(self.channel),
            Column::PatientRelation => code(Some(self.patient.relation)),
            Column::PatientSex => code(self.patient.sex),
            Column::Employer => self.employer.clone().flatten().unwrap_or_default(),
            Column::Local => text(&self.local),
            Column::Evidence => code(Some(self.evidence)),
            Column::Consent => {
                self.consent.iter().map(|purpose| purpose.code()).collect::<Vec<_>>().join(";")
            }
            Column::AssignedTo => text(&self.assigned_to),
            Column::NextStep => self.next_step.as_ref().map(|step| step.what.clone()).unwrap_or_default(),
            Column::NextStepOn => {
                shown(self.next_step.as_ref().and_then(|step| step.on.as_ref()).map(|value| value as _))
            }
            Column::Status => code(Some(self.status)),
            Column::PartyOutcome => code(self.party_outcome),
            Column::MemberOutcome => code(self.member_outcome),
            Column::SourceId => self.source.as_ref().map(|source| source.id.clone()).unwrap_or_default(),
            Column::MemberName => member(|member| &member.name),
            Column::MemberPhone => member(|member| &member.phone),
            Column::MemberNssfNumber => member(|member| &member.nssf_number),
            Column::MemberAddress => member(|member| &member.address),
            Column::MemberEmployeeNumber => member(|member| &member.employee_number),
            Column::MemberSafeTime => member(|member| &member.safe_time),
        }
    }
}

fn code(value: Option<impl Coded>) -> String {
    value.map(Coded::code).unwrap_or_default().to_owned()
}
