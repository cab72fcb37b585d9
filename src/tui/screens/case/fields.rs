//! The fields of a case that can be corrected: which there are, what they can hold, and how that is written.

use crate::domain::column::Column;
use crate::domain::issue::Issue;
use crate::domain::values::{Coded, Sex};
use crate::i18n::numbers::digits;
use crate::i18n::{Lang, Named, dates, harm};
use crate::tui::model::Words;
use crate::tui::screens::log::fields::FieldId;
use crate::tui::theme::sign;
use crate::tui::words;

/// The fields that can be corrected, in the order in which a case is read.
pub const FIELDS: [Column; 33] = [
    Column::Narrative,
    Column::Issues,
    Column::Facility,
    Column::VisitedOn,
    Column::Arrived,
    Column::Registered,
    Column::Seen,
    Column::Medicine,
    Column::Left,
    Column::WaitedMinutes,
    Column::Payer,
    Column::PaidRiel,
    Column::PaidUsd,
    Column::PaidReceipt,
    Column::ClaimedOn,
    Column::ClaimedRiel,
    Column::Harm,
    Column::Stage,
    Column::Evidence,
    Column::Remedy,
    Column::NextStep,
    Column::NextStepOn,
    Column::AssignedTo,
    Column::ToldBy,
    Column::Channel,
    Column::PatientRelation,
    Column::PatientSex,
    Column::Employer,
    Column::Local,
    Column::MemberName,
    Column::MemberPhone,
    Column::MemberNssfNumber,
    Column::MemberAddress,
];

/// `▲ WAIT High, ○ DISC Low`.
pub fn issues_text(issues: &[Issue], lang: Lang) -> String {
    let text =
        |issue: &Issue| format!("{} {} {}", sign(issue.severity), issue.code, issue.severity.name(lang));
    issues.iter().map(text).collect::<Vec<_>>().join(", ")
}

/// A day of a draft as it is written on screen.
pub fn as_day(text: &str, lang: Lang) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| dates::date(day, lang))
}

/// The values that a field can have, with their codes; `None` where it is typed.
pub fn choices(column: Column) -> Option<Vec<(String, Words)>> {
    let none = || (String::new(), Words::fixed(words::value_none));
    let field = FieldId::Of(column);
    let of_form = field.codes().iter().enumerate().map(|(place, code)| {
        ((*code).to_owned(), Words::new(move |lang| field.choice(place, lang).to_owned()))
    });
    Some(match column {
        Column::Harm => (0..=5)
            .map(|level: u8| {
                let name = move |lang: Lang| harm(level, lang).unwrap_or_default().to_owned();
                let text =
                    Words::new(move |lang| format!("{} – {}", digits(&level.to_string(), lang), name(lang)));
                (level.to_string(), text)
            })
            .collect(),
        Column::PatientSex => {
            let name = |sex: Sex| (sex.code().to_owned(), Words::new(move |lang| sex.name(lang).to_owned()));
            std::iter::once(none()).chain(Sex::ALL.iter().copied().map(name)).collect()
        }
        Column::Stage | Column::Channel => std::iter::once(none()).chain(of_form).collect(),
        _ if field.codes().is_empty() => return None,
        _ => of_form.collect(),
    })
}

/// What helps to type it.
pub fn hint(column: Column, lang: Lang) -> &'static str {
    match column {
        Column::Narrative => words::hint_story_edit(lang),
        Column::Facility => words::hint_facility_edit(lang),
        Column::VisitedOn | Column::NextStepOn | Column::ClaimedOn => words::hint_visit(lang),
        _ if Column::TIMES.contains(&column) => words::hint_time(lang),
        Column::WaitedMinutes => words::hint_waited(lang),
        Column::PaidRiel | Column::PaidUsd => words::hint_paid(lang),
        _ => words::hint_plain(lang),
    }
}
