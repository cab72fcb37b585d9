//! Why two cases are likely one, in words and in codes.

use super::words;
use crate::domain::standing::FollowUp;
use crate::i18n::{Lang, numbers};
use crate::intake::duplicates::Reason;

/// The code of a reason, for programs.
pub fn code(reason: Reason) -> &'static str {
    match reason {
        Reason::SameNssfNumber => "same-nssf-number",
        Reason::NearNssfNumber => "near-nssf-number",
        Reason::SamePhone => "same-phone",
        Reason::NearPhone => "near-phone",
        Reason::SameName => "same-name",
        Reason::NameSpelling => "name-spelling",
        Reason::NameScript => "name-script",
        Reason::NearName => "near-name",
        Reason::SameEmployeeNumber => "same-employee-number",
        Reason::SameTimes => "same-times",
        Reason::NearTimes => "near-times",
        Reason::SameSum => "same-sum",
        Reason::Story(_) => "story",
        Reason::SameIssues => "same-issues",
        Reason::SomeIssues => "some-issues",
        Reason::SameEmployer => "same-employer",
        Reason::SameDay => "same-day",
        Reason::DaysApart(_) => "days-apart",
        Reason::RecordedThen(_) => "recorded-then",
    }
}

/// A reason in words: no name and no number of anybody.
pub fn reason(reason: Reason, lang: Lang) -> String {
    let number = |number: u8| numbers::number(number.into(), lang);
    match reason {
        Reason::SameNssfNumber => words::same_nssf_number(lang).to_owned(),
        Reason::NearNssfNumber => words::near_nssf_number(lang).to_owned(),
        Reason::SamePhone => words::same_phone(lang).to_owned(),
        Reason::NearPhone => words::near_phone(lang).to_owned(),
        Reason::SameName => words::same_name(lang).to_owned(),
        Reason::NameSpelling => words::name_spelling(lang).to_owned(),
        Reason::NameScript => words::name_script(lang).to_owned(),
        Reason::NearName => words::near_name(lang).to_owned(),
        Reason::SameEmployeeNumber => words::same_employee_number(lang).to_owned(),
        Reason::SameTimes => words::same_times(lang).to_owned(),
        Reason::NearTimes => words::near_times(lang).to_owned(),
        Reason::SameSum => words::same_sum(lang).to_owned(),
        Reason::Story(percent) => words::story(lang, &number(percent)),
        Reason::SameIssues => words::same_issues(lang).to_owned(),
        Reason::SomeIssues => words::some_issues(lang).to_owned(),
        Reason::SameEmployer => words::same_employer(lang).to_owned(),
        Reason::SameDay => words::same_day(lang).to_owned(),
        Reason::DaysApart(1) => words::a_day_apart(lang).to_owned(),
        Reason::DaysApart(days) => words::days_apart(lang, &number(days)),
        Reason::RecordedThen(days) => words::recorded_then(lang, &number(days)),
    }
}

/// Reasons in one line, at most so many.
pub fn reasons(reasons: &[Reason], most: usize, lang: Lang) -> String {
    reasons.iter().take(most).map(|one| reason(*one, lang)).collect::<Vec<_>>().join(", ")
}

/// How many told of a case independently, and which cases were joined into it; `None` where none was.
pub fn witnesses(follow: &FollowUp, lang: Lang) -> Option<String> {
    let joined: Vec<&str> = follow.witnesses.iter().map(|witness| witness.number.as_str()).collect();
    let count = numbers::number(follow.witnessed_by() as u64, lang);
    (!joined.is_empty()).then(|| words::witnesses(lang, &count, &joined.join(", ")))
}

/// A score in whole hundredths; never a hundred, for nobody can be that sure.
pub fn percent(score: f64, lang: Lang) -> String {
    let hundredths = (score * 100.0).clamp(0.0, 99.0) as u64;
    format!("{}%", numbers::number(hundredths, lang))
}
