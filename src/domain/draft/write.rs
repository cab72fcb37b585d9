//! The way back: a case as the flat text that would make it.

use super::Draft;
use crate::domain::case::{Complaint, Identity};
use crate::domain::column::Column;
use crate::domain::issue::{Issue, IssueCode};
use crate::domain::times::Times;
use crate::domain::values::{Coded, PayReason};

impl Draft {
    /// The draft that [`Draft::check`] would read as this complaint.
    pub fn of(complaint: &Complaint) -> Self {
        let record = &complaint.record;
        let mut draft = Self::default();
        draft.set(Column::VisitedOn, record.visited_on.to_string());
        draft.set(Column::Facility, record.facility.to_string());
        draft.set_code(Column::Stage, record.stage);
        draft.set_code(Column::Payer, Some(record.payer));
        draft.set_times(&record.times);
        draft.set_shown(Column::WaitedMinutes, record.waited_minutes);
        draft.set_issues(&record.issues);
        draft.set_shown(Column::PaidRiel, Some(record.paid.riel).filter(|riel| *riel > 0));
        draft.set_shown(Column::PaidUsd, Some(record.paid.usd_text()).filter(|_| record.paid.cents > 0));
        draft.set_shown(Column::PaidReceipt, record.paid.receipt.then_some("yes"));
        draft.set_shown(Column::Harm, Some(record.harm).filter(|harm| *harm > 0));
        draft.set_code(Column::ToldBy, Some(record.told_by));
        draft.set_code(Column::Channel, record.channel);
        draft.set_code(Column::PatientRelation, Some(record.patient.relation));
        draft.set_code(Column::PatientSex, record.patient.sex);
        draft.set_code(Column::Evidence, Some(record.evidence));
        let consent: Vec<&str> = record.consent.iter().map(|purpose| purpose.code()).collect();
        draft.set(Column::Consent, consent.join(";"));
        let step = record.next_step.as_ref();
        for (column, text) in [
            (Column::Remedy, record.remedy.as_deref()),
            (Column::Employer, record.employer.as_deref()),
            (Column::Local, record.local.as_deref()),
            (Column::AssignedTo, record.assigned_to.as_deref()),
            (Column::NextStep, step.map(|step| step.what.as_str())),
            (Column::Narrative, complaint.narrative.as_deref()),
        ] {
            draft.set(column, text.unwrap_or_default());
        }
        draft.set_shown(Column::NextStepOn, step.and_then(|step| step.on));
        draft.set_identity(&complaint.identity);
        draft
    }

    fn set_shown(&mut self, column: Column, value: Option<impl ToString>) {
        self.set(column, value.map(|value| value.to_string()).unwrap_or_default());
    }

    fn set_code(&mut self, column: Column, value: Option<impl Coded>) {
        self.set(column, value.map(Coded::code).unwrap_or_default());
    }

    fn set_times(&mut self, times: &Times) {
        for (column, time) in Column::TIMES.into_iter().zip(times.in_order()) {
            self.set_shown(column, time);
        }
    }

    fn set_issues(&mut self, issues: &[Issue]) {
        self.set(Column::Issues, issues.iter().map(issue_text).collect::<Vec<_>>().join(";"));
        let cash = issues.iter().find(|issue| issue.code == IssueCode::Cash);
        self.set_shown(Column::ClaimedOn, cash.and_then(|issue| issue.claimed_on));
        self.set_shown(Column::ClaimedRiel, cash.and_then(|issue| issue.claimed_riel));
    }

    fn set_identity(&mut self, identity: &Identity) {
        for (name, value) in identity.fields() {
            if let Ok(column) = Column::parse(&format!("member_{name}")) {
                self.set(column, value.unwrap_or_default());
            }
        }
    }
}

/// `WAIT:high`, `PAY:low:informal`: an issue as tables hold it.
pub fn issue_text(issue: &Issue) -> String {
    match issue.why {
        Some(why) if why != PayReason::Unknown => {
            format!("{}:{}:{why}", issue.code, issue.severity)
        }
        _ => format!("{}:{}", issue.code, issue.severity),
    }
}
