//! What is said of a case beside its story: evidence, consent, details, the member.

use super::page::{Ink, Sheet, moment};
use crate::app::MemberView;
use crate::app::duplicates::witnesses;
use crate::domain::case::{Case, Record};
use crate::domain::column::Column;
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, Purpose};
use crate::i18n::numbers::{digits, dollars, riel};
use crate::i18n::{Lang, Meaning, Named, dates, harm, label};
use crate::tui::effect::Story;
use crate::tui::text::{pad, width};
use crate::tui::words;

impl Sheet {
    /// How well it is supported, and what the member agreed to.
    pub fn evidence_and_consent(&mut self, story: &Story) {
        let (lang, record) = (self.lang, &story.case.record);
        self.heading(label(Column::Evidence, lang));
        self.text(&format!("{} – {}", record.evidence, record.evidence.name(lang)), 0, Ink::Text);
        self.text(record.evidence.meaning(lang), 0, Ink::Dim);
        if let Some(witnesses) = witnesses(&story.case.follow, lang) {
            self.text(&witnesses, 0, Ink::Good);
        }
        self.heading(label(Column::Consent, lang));
        if record.consent.is_empty() {
            // Nobody said no: an absence is not a refusal.
            return self.text(words::no_consent(lang), 0, Ink::Text);
        }
        let (yes, no) = (words::agreed(lang), words::agreed_not(lang));
        let left = width(yes).max(width(no));
        for &purpose in Purpose::ALL {
            let (mark, word, ink) = if record.consent.contains(&purpose) {
                ("✓", yes, Ink::Good)
            } else {
                ("–", no, Ink::Dim)
            };
            let word = format!("{mark} {}  ", pad(word, left));
            self.lines.push(vec![(word, ink), (purpose.name(lang).to_owned(), Ink::Text)]);
        }
    }

    /// The member, where an officer asked to see it.
    pub fn member(&mut self, story: &Story, member: Option<&MemberView>) {
        let lang = self.lang;
        self.heading(words::case_member(lang));
        match member {
            _ if story.case.erased => self.text(words::member_erased(lang), 0, Ink::Dim),
            _ if !story.has_member => self.text(words::member_unknown(lang), 0, Ink::Dim),
            None => self.lines.push(vec![(String::new(), Ink::MemberKey)]),
            Some(member) => {
                let fields = [
                    (Column::MemberName, &member.name),
                    (Column::MemberPhone, &member.phone),
                    (Column::MemberNssfNumber, &member.nssf_number),
                    (Column::MemberAddress, &member.address),
                    (Column::MemberSafeTime, &member.safe_time),
                    (Column::MemberEmployeeNumber, &member.employee_number),
                ];
                let known = fields
                    .into_iter()
                    .filter_map(|(column, text)| Some((label(column, lang).to_owned(), text.clone()?)));
                self.pairs(&known.collect::<Vec<_>>());
                self.lines.push(vec![("x".to_owned(), Ink::MemberKey)]);
            }
        }
    }
}

/// All else that is known, in the order of the form.
pub fn details(case: &Case, lang: Lang) -> Vec<(String, String)> {
    let record = &case.record;
    let cash = record.issues.iter().find(|issue| issue.code == IssueCode::Cash);
    let patient = match record.patient.sex {
        Some(sex) => format!("{} ({})", record.patient.relation.name(lang), sex.name(lang)),
        None => record.patient.relation.name(lang).to_owned(),
    };
    let harm =
        harm(record.harm, lang).map(|name| format!("{} – {name}", digits(&record.harm.to_string(), lang)));
    let claimed_on = cash.and_then(|issue| issue.claimed_on).map(|day| dates::date(day, lang));
    let claimed_riel = cash.and_then(|issue| issue.claimed_riel).map(|sum| riel(sum, lang));
    let fields = [
        (Column::Payer, Some(record.payer.name(lang).to_owned())),
        (Column::PaidRiel, paid(record, lang)),
        (Column::ClaimedOn, claimed_on),
        (Column::ClaimedRiel, claimed_riel),
        (Column::Harm, harm.filter(|_| record.harm > 0)),
        (Column::Stage, record.stage.map(|stage| stage.name(lang).to_owned())),
        (Column::Remedy, record.remedy.clone()),
        (Column::ToldBy, Some(record.told_by.name(lang).to_owned())),
        (Column::Channel, record.channel.map(|channel| channel.name(lang).to_owned())),
        (Column::PatientRelation, Some(patient)),
        (Column::Employer, record.employer.clone()),
        (Column::Local, record.local.clone()),
    ];
    let mut pairs: Vec<(String, String)> = fields
        .into_iter()
        .filter_map(|(column, text)| {
            let name = if column == Column::PaidRiel {
                crate::i18n::field_name("paid", lang)
            } else {
                label(column, lang).to_owned()
            };
            Some((name, text?))
        })
        .collect();
    let officer = format!("{} ({}) · {}", case.officer, case.desk, moment(case.recorded_at, lang));
    pairs.push((words::label_logged(lang).to_owned(), officer));
    if let Some(source) = &record.source {
        let from = format!("{} · {}", source.name, source.id);
        pairs.push((words::label_source(lang).to_owned(), from));
    }
    pairs
}

/// What was paid, and whether there is a receipt; `None` where nothing was.
fn paid(record: &Record, lang: Lang) -> Option<String> {
    let riel = (record.paid.riel > 0).then(|| riel(record.paid.riel, lang));
    let dollars = (record.paid.cents > 0).then(|| dollars(record.paid.cents, lang));
    let sum = [riel, dollars].into_iter().flatten().collect::<Vec<_>>().join(" + ");
    let say = if record.paid.receipt { words::with_receipt } else { words::without_receipt };
    (!sum.is_empty()).then(|| say(lang, &sum))
}
