//! What of two cases stands side by side, and whether it is the same.

use crate::app::MemberView;
use crate::domain::case::{Case, Record};
use crate::domain::column::Column;
use crate::domain::times::VisitTime;
use crate::i18n::numbers::{digits, dollars, minutes, riel};
use crate::i18n::{Lang, Named, dates, label};
use crate::intake::duplicates::Reason;
use crate::tui::effect::Suspect;
use crate::tui::theme::sign;
use crate::tui::words;

/// How what two cases say goes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agrees {
    Same,
    Nearly,
    Differs,
    /// One of them says nothing of it.
    Unknown,
}

/// A line of the comparison.
pub struct Row {
    pub label: String,
    pub sides: [String; 2],
    pub agrees: Agrees,
}

impl Row {
    fn new(label: &str, sides: [String; 2]) -> Self {
        let agrees = match &sides {
            [one, other] if one.is_empty() || other.is_empty() => Agrees::Unknown,
            [one, other] if one == other => Agrees::Same,
            _ => Agrees::Differs,
        };
        Self { label: label.to_owned(), sides, agrees }
    }

    fn nearly(mut self, is_near: bool) -> Self {
        if is_near && self.agrees == Agrees::Differs {
            self.agrees = Agrees::Nearly;
        }
        self
    }

    /// Of what says nothing of likeness: numbers, who logged it.
    fn aside(mut self) -> Self {
        self.agrees = Agrees::Unknown;
        self
    }
}

/// The lines of a comparison; who the members are stands there once it was asked for.
pub fn rows(pair: &Suspect, members: Option<&[MemberView; 2]>, lang: Lang) -> Vec<Row> {
    let has = |wanted: &[Reason]| pair.reasons.iter().any(|reason| wanted.contains(reason));
    let cases = [&pair.kept.case, &pair.other.case];
    let of = |column: Column, say: &dyn Fn(&Record) -> String| {
        Row::new(label(column, lang), cases.map(|case| say(&case.record)))
    };
    let time = |time: Option<VisitTime>| time.map(|time| digits(&time.to_string(), lang)).unwrap_or_default();
    let mut rows = vec![
        Row::new("", [words::stays(lang), words::goes(lang)].map(str::to_owned)).aside(),
        Row::new(label(Column::Number, lang), cases.map(|case| case.number.to_string())).aside(),
        Row::new(words::logged_by(lang), cases.map(|case| logged(case, lang))).aside(),
        of(Column::VisitedOn, &|record| dates::date(record.visited_on, lang)),
        of(Column::Issues, &|record| issues(record)),
        of(Column::Arrived, &|record| time(record.times.arrived))
            .nearly(has(&[Reason::NearTimes, Reason::SameTimes])),
        of(Column::Seen, &|record| time(record.times.seen))
            .nearly(has(&[Reason::NearTimes, Reason::SameTimes])),
        of(Column::WaitedMinutes, &|record| {
            record.waited_minutes.map(|wait| minutes(wait, lang)).unwrap_or_default()
        }),
        of(Column::Payer, &|record| record.payer.name(lang).to_owned()),
        of(Column::PaidRiel, &|record| paid(record, lang)),
        of(Column::ToldBy, &|record| record.told_by.name(lang).to_owned()),
        of(Column::PatientRelation, &|record| record.patient.relation.name(lang).to_owned()),
        of(Column::Employer, &|record| record.employer.clone().unwrap_or_default()),
    ];
    let names = [Reason::NameScript, Reason::NameSpelling, Reason::NearName];
    rows.extend([
        member(
            words::member_name(lang),
            members,
            |member| &member.name,
            (has(&[Reason::SameName]), has(&names)),
            lang,
        ),
        member(
            words::member_phone(lang),
            members,
            |member| &member.phone,
            (has(&[Reason::SamePhone]), has(&[Reason::NearPhone])),
            lang,
        ),
        member(
            words::member_nssf(lang),
            members,
            |member| &member.nssf_number,
            (has(&[Reason::SameNssfNumber]), has(&[Reason::NearNssfNumber])),
            lang,
        ),
    ]);
    rows
}

/// What is known of a member, once it was asked for. Before, it is told whether it is the same, and no more.
fn member(
    label: &str,
    members: Option<&[MemberView; 2]>,
    read: fn(&MemberView) -> &Option<String>,
    (is_same, is_near): (bool, bool),
    lang: Lang,
) -> Row {
    let sides = match members {
        Some([one, other]) => [one, other].map(|member| read(member).clone().unwrap_or_default()),
        None => [words::hidden(lang), words::hidden(lang)].map(str::to_owned),
    };
    let mut row = Row::new(label, sides);
    row.agrees = match row.agrees {
        _ if is_same => Agrees::Same,
        _ if is_near => Agrees::Nearly,
        _ if members.is_none() => Agrees::Unknown,
        other => other,
    };
    row
}

fn logged(case: &Case, lang: Lang) -> String {
    format!("{} {}", dates::date(case.recorded_at.date_naive(), lang), case.officer)
}

fn issues(record: &Record) -> String {
    let issue = |issue: &crate::domain::issue::Issue| format!("{}{}", sign(issue.severity), issue.code);
    record.issues.iter().map(issue).collect::<Vec<_>>().join(" ")
}

fn paid(record: &Record, lang: Lang) -> String {
    let riel = (record.paid.riel > 0).then(|| riel(record.paid.riel, lang));
    let dollars = (record.paid.cents > 0).then(|| dollars(record.paid.cents, lang));
    [riel, dollars].into_iter().flatten().collect::<Vec<_>>().join(" + ")
}
