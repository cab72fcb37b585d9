//! The labels of our own form for telephones, in both languages: what stands at the head and in the cells of an export that was
//! made with labels and not with names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::layout::Says;
use crate::domain::column::Column;
use crate::domain::issue::IssueCode;
use crate::domain::text::compact;
use crate::domain::values::{Coded, Severity};
use crate::i18n::{Lang, Meaning, Named, asked, code_of_name, question};

/// What a question asks beyond the fields that bear their own names.
pub(super) fn of_question(label: &str) -> Option<Says> {
    static QUESTIONS: LazyLock<HashMap<String, Says>> = LazyLock::new(|| {
        let mut questions = HashMap::new();
        for lang in Lang::ALL {
            let mut put = |label: &str, says| questions.insert(compact(label), says);
            put(asked::other_facility(lang), Says::OtherFacility);
            put(asked::which_issues(lang), Says::Field(Column::Issues));
            put(asked::why_asked_to_pay(lang), Says::Why);
            put(asked::agrees_to(lang), Says::Field(Column::Consent));
            for &code in IssueCode::ALL {
                put(&asked::how_bad(lang, code.name(lang)), Says::Severity(code));
            }
        }
        questions
    });
    QUESTIONS.get(&compact(label)).copied()
}

/// The labels of the choices of a field that takes several, without spaces and punctuation, each with its code.
fn choices(column: Column) -> &'static [(String, &'static str)] {
    type Labels = Vec<(String, &'static str)>;
    static ISSUES: LazyLock<Labels> = LazyLock::new(|| of_table(IssueCode::meaning));
    static CONSENT: LazyLock<Labels> = LazyLock::new(|| of_table(question));
    match column {
        Column::Issues => &ISSUES,
        Column::Consent => &CONSENT,
        _ => &[],
    }
}

fn of_table<T: Coded>(label: fn(T, Lang) -> &'static str) -> Vec<(String, &'static str)> {
    let in_both = |value: &T| Lang::ALL.map(|lang| (compact(label(*value, lang)), value.code()));
    T::ALL.iter().flat_map(in_both).collect()
}

/// The code of a choice by its label.
pub(super) fn choice(column: Column, label: &str) -> Option<&'static str> {
    let label = compact(label);
    choices(column).iter().find(|(known, _)| *known == label).map(|(_, code)| *code)
}

/// The codes of choices whose labels stand one behind the other, whatever is between them: `None` where a part of the cell is
/// no label. No label begins as another one does, so that a cell can be read in one way only.
pub(super) fn several(column: Column, cell: &str) -> Option<Vec<&'static str>> {
    let whole = compact(cell);
    let mut rest = whole.as_str();
    let mut codes = Vec::new();
    while !rest.is_empty() {
        let (left, code) = choices(column)
            .iter()
            .find_map(|(label, code)| Some((rest.strip_prefix(label.as_str())?, *code)))?;
        rest = left;
        codes.push(code);
    }
    Some(codes).filter(|codes| !codes.is_empty())
}

/// The code of a severity as it was offered, by its name: what it looks like may have been worded otherwise in the form.
pub(super) fn severity(cell: &str) -> Option<&'static str> {
    let name = cell.split_once(asked::DASH.trim()).map_or(cell, |(name, _)| name);
    code_of_name(Severity::TABLE, Severity::CODES, name.trim())
}

/// Whether a cell says that the facility was in no list.
pub(super) fn is_not_listed(cell: &str) -> bool {
    let cell = compact(cell);
    Lang::ALL.into_iter().any(|lang| compact(asked::not_listed(lang)) == cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::values::{PayReason, Purpose};
    use crate::i18n::{column_of_header, name_of_code};

    /// What makes reading certain: of several choices in a cell, and of a header that stands behind the title of its group.
    #[test]
    fn no_label_begins_as_another_or_means_two_things() {
        for column in [Column::Issues, Column::Consent] {
            let labels = choices(column);
            for (place, (one, code)) in labels.iter().enumerate() {
                for (other, _) in labels.iter().skip(place + 1) {
                    assert!(!one.starts_with(other) && !other.starts_with(one), "{code}: {one}, {other}");
                }
            }
        }
        for lang in Lang::ALL {
            let mut labels =
                vec![asked::other_facility(lang).to_owned(), asked::which_issues(lang).to_owned()];
            labels.push(asked::agrees_to(lang).to_owned());
            labels.extend(IssueCode::ALL.iter().map(|code| asked::how_bad(lang, code.name(lang))));
            labels.extend(IssueCode::ALL.iter().map(|code| code.meaning(lang).to_owned()));
            labels.extend(Purpose::ALL.iter().map(|purpose| question(*purpose, lang).to_owned()));
            for label in labels {
                assert!(!label.contains('/'), "{label}");
                assert_eq!(column_of_header(&label), None, "{label}");
            }
        }
    }

    #[test]
    fn choices_are_read_by_their_labels_in_either_language_one_or_many_in_a_cell() {
        for lang in Lang::ALL {
            let all: Vec<&str> = IssueCode::ALL.iter().map(|code| code.meaning(lang)).collect();
            assert_eq!(several(Column::Issues, &all.join(" ")).as_deref(), Some(IssueCode::CODES));
            assert_eq!(several(Column::Issues, &all.join(", ")).as_deref(), Some(IssueCode::CODES));
            let agreed: Vec<&str> = Purpose::ALL.iter().map(|purpose| question(*purpose, lang)).collect();
            assert_eq!(several(Column::Consent, &agreed.join(" ")).as_deref(), Some(Purpose::CODES));
            for &code in IssueCode::ALL {
                assert_eq!(choice(Column::Issues, code.meaning(lang)), Some(code.code()));
                for &wanted in Severity::ALL {
                    assert_eq!(severity(&asked::graded(code, wanted, lang)), Some(wanted.code()));
                }
            }
            assert!(is_not_listed(asked::not_listed(lang)));
        }
        for (column, cell) in [
            (Column::Issues, ""),
            (Column::Issues, "A long wait"),
            (Column::Issues, "Told nothing, or something false and more"),
            (Column::Payer, "Cash"),
        ] {
            assert_eq!(several(column, cell), None, "{cell}");
        }
        assert_eq!(severity("High – as an older form said it"), Some("high"));
        assert_eq!((severity("Higher"), severity("")), (None, None));
        let why = name_of_code(PayReason::TABLE, "informal", Lang::Km).unwrap();
        assert_eq!(code_of_name(PayReason::TABLE, PayReason::CODES, why), Some("informal"));
    }
}
