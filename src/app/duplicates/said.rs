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

/// Who told of a case beside its own teller, and which cases were joined into it; `None` where none was.
pub fn witnesses(follow: &FollowUp, lang: Lang) -> Option<String> {
    let of = |independent: bool| -> Vec<&str> {
        let joined = follow.witnesses.iter().filter(|witness| witness.independent == independent);
        joined.map(|witness| witness.number.as_str()).collect()
    };
    let (others, again) = (of(true), of(false));
    let told = match others.as_slice() {
        [] => None,
        [other] => Some(words::two_witnesses(lang, other)),
        others => {
            let count = numbers::number(follow.witnessed_by() as u64, lang);
            Some(words::witnesses(lang, &count, &others.join(", ")))
        }
    };
    let again = match again.as_slice() {
        [] => None,
        [number] => Some(words::told_again(lang, number)),
        numbers => Some(words::told_again_each(lang, &numbers.join(", "))),
    };
    let said: Vec<String> = told.into_iter().chain(again).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// A score in whole hundredths; never a hundred, for nobody can be that sure.
pub fn percent(score: f64, lang: Lang) -> String {
    let hundredths = (score * 100.0).clamp(0.0, 99.0) as u64;
    format!("{}%", numbers::number(hundredths, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::join::Witnessed;
    use crate::domain::number::CaseNumber;
    use crate::domain::values::{Evidence, ToldBy};

    #[test]
    fn witnesses_are_said_with_whom_they_are() {
        let witnessed = |last: u64, independent: bool| Witnessed {
            case: uuid::Uuid::from_u128(last.into()),
            number: CaseNumber::new(&"KC".parse().unwrap(), last),
            told_by: ToldBy::Witness,
            independent,
            evidence: Evidence::C,
        };
        let said = |witnesses: &[(u64, bool)], lang: Lang| {
            let witnesses =
                witnesses.iter().map(|(last, independent)| witnessed(*last, *independent)).collect();
            super::witnesses(&FollowUp { witnesses, ..FollowUp::default() }, lang)
        };
        assert_eq!(said(&[], Lang::En), None);
        let number = |last: u64| witnessed(last, true).number.to_string();
        for (witnesses, en) in [
            (
                &[(1, true)][..],
                "Two witnesses: who told this case, and who told A, which was joined into it.",
            ),
            (
                &[(1, true), (2, true)],
                "3 witnesses: who told this case, and those who told A, B, which were joined into it.",
            ),
            (
                &[(1, false)],
                "A, which was joined into it, is not known to be told by somebody else: no further witness.",
            ),
            (
                &[(1, false), (2, false)],
                "A, B, which were joined into it, are not known to be told by somebody else: no further witnesses.",
            ),
            (
                &[(1, true), (2, false)],
                "Two witnesses: who told this case, and who told A, which was joined into it. \
                 B, which was joined into it, is not known to be told by somebody else: no further witness.",
            ),
        ] {
            let plain = said(witnesses, Lang::En).unwrap().replace(&number(1), "A").replace(&number(2), "B");
            assert_eq!(plain, en);
        }
        assert!(said(&[(1, true), (2, true)], Lang::Km).unwrap().starts_with("សាក្សី ៣ នាក់៖"));
    }
}
