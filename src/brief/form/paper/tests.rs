//! That nothing runs into anything, and that all that the screen asks is asked.

use super::*;
use crate::brief::form::ruled::tests::{misplaced, said};

#[test]
fn it_is_two_pages_on_which_nothing_runs_into_anything() {
    for lang in Lang::ALL {
        let form = form(lang).unwrap();
        assert_eq!(form.sheets.pages.len(), 2);
        assert_eq!(misplaced(&form.sheets), None, "{lang}");
        assert!(render(lang, "2026-11-30".parse().unwrap()).unwrap().starts_with(b"%PDF-1.7"));
    }
}

#[test]
fn every_field_and_value_of_the_screen_is_asked_in_both_languages() {
    for first in Lang::ALL {
        let said = said(&form(first).unwrap().sheets);
        let has = |text: &str| said.iter().any(|line| line.trim_end_matches(" *") == text);
        for lang in Lang::ALL {
            for column in [
                Column::Facility,
                Column::VisitedOn,
                Column::Arrived,
                Column::Registered,
                Column::Seen,
                Column::Medicine,
                Column::PaidRiel,
                Column::PaidUsd,
                Column::PaidReceipt,
                Column::ClaimedOn,
                Column::ClaimedRiel,
                Column::MemberName,
                Column::MemberPhone,
                Column::MemberNssfNumber,
                Column::MemberSafeTime,
                Column::Employer,
                Column::Local,
                Column::Remedy,
                Column::ToldBy,
                Column::PatientRelation,
                Column::PatientSex,
                Column::Stage,
                Column::Evidence,
            ] {
                assert!(has(label(column, lang)), "{column} {lang}");
            }
            assert!(IssueCode::ALL.iter().all(|code| has(code.name(lang)) && has(code.code())));
            assert!(Payer::ALL.iter().all(|payer| has(payer.name(lang))));
            assert!(Purpose::ALL.iter().all(|purpose| said.concat().contains(question(*purpose, lang))));
        }
    }
}
