//! Reads a draft field by field, and gathers all that is wrong.

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Facilities, Reason, Refusal, Typed, Warning};
use crate::domain::case::{
    Complaint, Identity, LONGEST_LINE, LONGEST_NARRATIVE, LONGEST_NSSF_NUMBER, NextStep, Patient, Record,
    is_masked,
};
use crate::domain::column::Column;
use crate::domain::facility::Facility;
use crate::domain::issue::{Issue, IssueCode};
use crate::domain::money::{self, Paid};
use crate::domain::times::{self, SURPRISING_WAIT, Times, VisitTime};
use crate::domain::values::{
    Coded, Evidence, PayReason, Payer, Purpose, Relation, Severity, Sex, Stage, ToldBy,
};
use crate::domain::{date, digits};

mod observe;

pub(super) struct Reader<'a> {
    typed: &'a dyn Typed,
    facilities: &'a dyn Facilities,
    today: NaiveDate,
    refusals: Vec<Refusal>,
    warnings: Vec<Warning>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(typed: &'a dyn Typed, facilities: &'a dyn Facilities, today: NaiveDate) -> Self {
        Self { typed, facilities, today, refusals: Vec::new(), warnings: Vec::new() }
    }

    /// What was read, and all that is wrong or odd; a complaint only where nothing is wrong.
    pub(super) fn read(mut self) -> (Option<Complaint>, Vec<Refusal>, Vec<Warning>) {
        let record = self.record();
        let (identity, narrative) = (self.identity(), self.narrative());
        let complaint = record.filter(|_| self.refusals.is_empty()).map(|record| Complaint {
            record,
            identity,
            narrative,
        });
        (complaint, self.refusals, self.warnings)
    }

    /// Without a facility no record can be made, but the rest is still looked at, so
    /// that all that is wrong is said at once.
    fn record(&mut self) -> Option<Record> {
        let visited_on = self.visited_on();
        let facility = self.facility();
        if let (Some(visited_on), Some(facility)) = (visited_on, facility.as_deref()) {
            self.warn_of(facility, visited_on);
        }
        let times = self.times();
        let waited_minutes = self.waited(&times);
        let issues = self.issues(waited_minutes);
        let stage = self.stage(facility.as_deref());
        let told_by = self.code_or(Column::ToldBy, ToldBy::Member);
        let default_evidence = if told_by == ToldBy::Officer { Evidence::D } else { Evidence::C };
        let payer = self.code_or(Column::Payer, Payer::Unknown);
        let (paid, harm, remedy) = (self.paid(), self.harm(), self.line(Column::Remedy));
        let channel = self.code(Column::Channel);
        let patient = Patient {
            relation: self.code_or(Column::PatientRelation, Relation::Myself),
            sex: self.code::<Sex>(Column::PatientSex),
        };
        let (employer, local) = (self.line(Column::Employer), self.line(Column::Local));
        let evidence = self.code_or(Column::Evidence, default_evidence);
        let (consent, assigned_to) = (self.consent(), self.line(Column::AssignedTo));
        let next_step = self.next_step();
        Some(Record {
            visited_on: visited_on.unwrap_or(self.today),
            facility: facility?.id.clone(),
            stage,
            payer,
            times,
            waited_minutes,
            issues,
            paid,
            harm,
            remedy,
            told_by,
            channel,
            patient,
            employer,
            local,
            evidence,
            consent,
            assigned_to,
            next_step,
            source: None,
        })
    }

    /// Warns where the facility was closed or without a contract on the day of the visit.
    pub(super) fn warn_of(&mut self, facility: &Facility, visited_on: NaiveDate) {
        self.warnings.extend(facility.closed_on(visited_on).map(Warning::Closed));
        self.warnings.extend(facility.without_contract_on(visited_on).map(Warning::NoContract));
    }

    fn refuse(&mut self, column: Column, reason: impl Into<Reason>) {
        self.refusals.push(Refusal { column, reason: reason.into() });
    }

    /// The trimmed text of a field, if there is one.
    fn text(&self, column: Column) -> Option<&'a str> {
        Some(self.typed.text(column).trim()).filter(|text| !text.is_empty())
    }

    fn take<T, E: Into<Reason>>(&mut self, column: Column, read: Result<T, E>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(column, error);
                None
            }
        }
    }

    fn code<T: Coded>(&mut self, column: Column) -> Option<T> {
        let text = self.text(column)?;
        self.take(column, T::parse(text))
    }

    fn code_or<T: Coded>(&mut self, column: Column, otherwise: T) -> T {
        self.code(column).unwrap_or(otherwise)
    }

    fn line(&mut self, column: Column) -> Option<String> {
        self.limited(column, LONGEST_LINE)
    }

    fn limited(&mut self, column: Column, limit: usize) -> Option<String> {
        let text = self.text(column)?;
        let length = text.chars().count();
        if length > limit {
            self.refuse(column, Reason::TooLong { length, limit });
            return None;
        }
        Some(text.to_owned())
    }

    /// A number that tells one person from another: of less than all its digits it may tell another.
    fn figures(&mut self, column: Column, limit: usize) -> Option<String> {
        let text = self.limited(column, limit)?;
        if digits::lost_some(&text) {
            self.refuse(column, Reason::LostDigits(text));
            return None;
        }
        Some(text)
    }

    fn narrative(&mut self) -> Option<String> {
        self.limited(Column::Narrative, LONGEST_NARRATIVE)
    }

    fn visited_on(&mut self) -> Option<NaiveDate> {
        let column = Column::VisitedOn;
        let Some(text) = self.text(column) else {
            self.refuse(column, Reason::Missing);
            return None;
        };
        let day = self.take(column, date::parse_relative(text, self.today))?;
        self.take(column, date::check_visit(day, self.today).map(|()| day))
    }

    fn facility(&mut self) -> Option<Arc<Facility>> {
        let column = Column::Facility;
        let Some(text) = self.text(column) else {
            self.refuse(column, Reason::Missing);
            return None;
        };
        let found = self.facilities.find(text);
        self.take(
            column,
            found.map_err(|nearest| Reason::UnknownFacility { given: text.to_owned(), nearest }),
        )
    }

    fn stage(&mut self, facility: Option<&Facility>) -> Option<Stage> {
        let stage = self.code::<Stage>(Column::Stage)?;
        let fits =
            facility.is_none_or(|facility| Stage::of_facility(facility.kind.is_hospital()).contains(&stage));
        if !fits {
            self.warnings.push(Warning::Stage(stage));
        }
        Some(stage)
    }

    fn times(&mut self) -> Times {
        Times::from_order(Column::TIMES.map(|column| {
            let text = self.text(column)?;
            self.take(column, VisitTime::from_str(text))
        }))
    }

    fn waited(&mut self, times: &Times) -> Option<u32> {
        let column = Column::WaitedMinutes;
        let given = match self.text(column) {
            Some(text) => self.take(column, times::parse_length(text)),
            None => None,
        };
        let blamed = if times.check().is_err() { Column::Arrived } else { column };
        let waited = self.take(blamed, times.settle_wait(given))??;
        if waited > SURPRISING_WAIT {
            self.warnings.push(Warning::LongWait(waited));
        }
        Some(waited)
    }

    fn issues(&mut self, waited: Option<u32>) -> Vec<Issue> {
        let column = Column::Issues;
        let Some(text) = self.text(column) else {
            self.refuse(column, Reason::Missing);
            return Vec::new();
        };
        let mut issues: Vec<Issue> = Vec::new();
        for part in text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            let Some(issue) = self.issue(part, waited) else {
                continue;
            };
            match issues.iter().find(|known| known.code == issue.code) {
                Some(known) if *known != issue => {
                    self.refuse(column, Reason::Twice(issue.code.to_string()));
                }
                Some(_) => {}
                None => issues.push(issue),
            }
        }
        issues.sort_by_key(|issue| issue.code);
        self.claim(&mut issues);
        issues
    }

    fn issue(&mut self, part: &str, waited: Option<u32>) -> Option<Issue> {
        let column = Column::Issues;
        let pieces: Vec<&str> = part.split(':').map(str::trim).collect();
        let (code, severity, why) = match pieces.as_slice() {
            [code] => (*code, "", ""),
            [code, severity] => (*code, *severity, ""),
            [code, severity, why] => (*code, *severity, *why),
            _ => {
                self.refuse(column, Reason::Issue(part.to_owned()));
                return None;
            }
        };
        let code = self.take(column, IssueCode::parse(code))?;
        let severity = if severity.is_empty() {
            code.suggested_severity(waited)
        } else {
            self.take(column, Severity::parse(severity))?
        };
        let mut issue = Issue::new(code, severity);
        if !why.is_empty() {
            if code != IssueCode::Pay {
                self.refuse(column, Reason::WithoutIssue("PAY"));
                return None;
            }
            issue.why = Some(self.take(column, PayReason::parse(why))?);
        }
        Some(issue)
    }

    /// Of `CASH`: when and how much was claimed.
    fn claim(&mut self, issues: &mut [Issue]) {
        let on = self.text(Column::ClaimedOn).and_then(|text| {
            let day = self.take(Column::ClaimedOn, date::parse_relative(text, self.today))?;
            self.take(Column::ClaimedOn, date::check_visit(day, self.today).map(|()| day))
        });
        let riel = self
            .text(Column::ClaimedRiel)
            .and_then(|text| self.take(Column::ClaimedRiel, money::parse_riel(text)));
        match issues.iter_mut().find(|issue| issue.code == IssueCode::Cash) {
            Some(issue) => (issue.claimed_on, issue.claimed_riel) = (on, riel),
            None => {
                for (column, given) in
                    [(Column::ClaimedOn, on.is_some()), (Column::ClaimedRiel, riel.is_some())]
                {
                    if given {
                        self.refuse(column, Reason::WithoutIssue("CASH"));
                    }
                }
            }
        }
    }

    fn paid(&mut self) -> Paid {
        let riel =
            self.text(Column::PaidRiel).and_then(|text| self.take(Column::PaidRiel, money::parse(text)));
        let cents = self
            .text(Column::PaidUsd)
            .and_then(|text| self.take(Column::PaidUsd, money::parse_cents(text)))
            .map(money::Sum::Cents);
        let receipt = self.yes(Column::PaidReceipt);
        let sums = [riel, cents].into_iter().flatten();
        sums.fold(Paid { receipt, ..Paid::default() }, Paid::plus)
    }

    fn yes(&mut self, column: Column) -> bool {
        let Some(text) = self.text(column) else {
            return false;
        };
        match text.to_lowercase().as_str() {
            "yes" | "true" | "1" | "y" | "បាទ" | "ចាស" | "មាន" => true,
            "no" | "false" | "0" | "n" | "ទេ" | "គ្មាន" => false,
            _ => {
                self.refuse(column, Reason::YesOrNo(text.to_owned()));
                false
            }
        }
    }

    fn harm(&mut self) -> u8 {
        let Some(text) = self.text(Column::Harm) else {
            return 0;
        };
        match digits::to_ascii(text).parse() {
            Ok(harm @ 0..=5) => harm,
            _ => {
                self.refuse(Column::Harm, Reason::Harm(text.to_owned()));
                0
            }
        }
    }

    fn consent(&mut self) -> BTreeSet<Purpose> {
        let text = self.text(Column::Consent).unwrap_or_default();
        text.split([';', ',', ' '])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .filter_map(|part| self.take(Column::Consent, Purpose::parse(part)))
            .collect()
    }

    fn next_step(&mut self) -> Option<NextStep> {
        let on = self
            .text(Column::NextStepOn)
            .and_then(|text| self.take(Column::NextStepOn, date::parse_relative(text, self.today)));
        let what = self.line(Column::NextStep);
        if what.is_none() && on.is_some() {
            self.refuse(Column::NextStep, Reason::Missing);
        }
        Some(NextStep { what: what?, on })
    }

    fn identity(&mut self) -> Identity {
        Identity {
            name: self.line(Column::MemberName),
            phone: self.figures(Column::MemberPhone, LONGEST_LINE),
            nssf_number: self
                .figures(Column::MemberNssfNumber, LONGEST_NSSF_NUMBER)
                .filter(|number| !is_masked(number)),
            address: self.line(Column::MemberAddress),
            employee_number: self.figures(Column::MemberEmployeeNumber, LONGEST_LINE),
            safe_time: self.line(Column::MemberSafeTime),
            row_digest: None,
        }
    }
}
