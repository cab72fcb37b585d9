use std::collections::BTreeSet;
use std::fmt::Debug;

use super::*;
use crate::domain::text::has_khmer;

/// Columns of a text where every character but a non-spacing mark takes one.
pub(crate) fn columns(text: &str) -> usize {
    let is_mark = |c: char| {
        matches!(c, '\u{17B4}'..='\u{17B5}' | '\u{17B7}'..='\u{17BD}' | '\u{17C6}')
            || matches!(c, '\u{17C9}'..='\u{17D3}')
    };
    text.chars().filter(|&c| !is_mark(c)).count()
}

/// Every text of a table is there, in its own script, and differs from the others.
pub(crate) fn assert_texts<T: Copy + Debug>(all: &[T], text: impl Fn(T, Lang) -> &'static str) {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for &value in all {
            let text = text(value, lang);
            assert!(!text.is_empty() && text == text.trim(), "{value:?}: `{text}`");
            assert_eq!(has_khmer(text), lang == Lang::Km, "{value:?}: `{text}`");
            assert!(!text.chars().any(|c| c.is_control() || c == '\u{200B}'), "{value:?}: `{text}`");
            assert!(seen.insert(fold(text)), "`{text}` twice");
        }
    }
}

fn assert_named<T: Named + Debug>(all: &[T], widest: usize) {
    assert_texts(all, T::name);
    for value in all {
        for lang in Lang::ALL {
            assert!(columns(value.name(lang)) <= widest, "{value:?}: {}", columns(value.name(lang)));
        }
    }
}

fn assert_coded<T: Coded + Named>() {
    assert_named(T::ALL, WIDEST);
    assert_ne!(table_name(T::TABLE, Lang::Km), T::TABLE);
    assert!(has_khmer(table_name(T::TABLE, Lang::Km)) && !has_khmer(table_name(T::TABLE, Lang::En)));
    for value in T::ALL {
        for lang in Lang::ALL {
            assert_eq!(name_of_code(T::TABLE, value.code(), lang), Some(value.name(lang)));
            assert_eq!(code_of_name(T::TABLE, T::CODES, value.name(lang)), Some(value.code()));
        }
    }
}

#[test]
fn every_value_has_a_name_of_its_own_in_both_languages() {
    assert_coded::<Turn>();
    assert_coded::<Mark>();
    assert_coded::<Answer>();
    assert_coded::<Way>();
    assert_coded::<Fate>();
    assert_coded::<Payer>();
    assert_coded::<Severity>();
    assert_coded::<PayReason>();
    assert_coded::<ToldBy>();
    assert_coded::<Channel>();
    assert_coded::<Relation>();
    assert_coded::<Sex>();
    assert_coded::<Evidence>();
    assert_coded::<Purpose>();
    assert_coded::<Status>();
    assert_coded::<PartyOutcome>();
    assert_coded::<MemberOutcome>();
    assert_coded::<Stage>();
    assert_coded::<IssueCode>();
    assert_named(IssueCode::ALL, 22);
    assert_named(&FacilityKind::ALL, WIDEST);
    assert_named(&[Level::Province, Level::District, Level::Commune], WIDEST);
}

#[test]
fn what_is_explained_is_explained_in_both_languages() {
    assert_texts(IssueCode::ALL, IssueCode::meaning);
    assert_texts(Evidence::ALL, Evidence::meaning);
    assert_texts(Purpose::ALL, question);
    assert_texts(&[0, 1, 2, 3, 4, 5], |level, lang| harm(level, lang).unwrap());
    assert_eq!(harm(6, Lang::En), None);
    for code in IssueCode::ALL {
        for lang in Lang::ALL {
            assert!(columns(code.meaning(lang)) <= 76, "{code}: {}", columns(code.meaning(lang)));
        }
    }
    for purpose in Purpose::ALL {
        for lang in Lang::ALL {
            assert!(question(*purpose, lang).contains('?'));
        }
    }
}

#[test]
fn codes_are_found_by_table_and_name() {
    assert_eq!(name_of_code("status", "open", Lang::En), Some("Open"));
    assert_eq!(name_of_code("payer", "bank", Lang::En), None);
    assert_eq!(name_of_code("nothing", "nssf", Lang::En), None);
    assert_eq!(code_of_name("payer", Payer::CODES, "ប័ណ្ណ បសស"), Some("nssf"));
    assert_eq!(code_of_name("payer", Payer::CODES, "nssf CARD"), Some("nssf"));
    assert_eq!(code_of_name("payer", Payer::CODES, "bank"), None);
}
