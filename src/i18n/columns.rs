//! What the fields of a case are called: in the form, and at the head of a table.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Lang;
use super::numbers::written;
use crate::domain::column::Column;
use crate::domain::text::compact;
use crate::domain::values::Coded;

/// The label of a field in the form.
#[rustfmt::skip]
pub fn label(column: Column, lang: Lang) -> &'static str {
    let (km, en) = match column {
        Column::Number => ("លេខករណី", "Case number"),
        Column::Id => ("អត្តសញ្ញាណករណី", "Case ID"),
        Column::VisitedOn => ("ថ្ងៃទៅពេទ្យ", "Visit date"),
        Column::RecordedAt => ("ពេលកត់ត្រា", "Recorded at"),
        Column::Desk => ("ការិយាល័យ", "Desk"),
        Column::Officer => ("មន្ត្រី", "Officer"),
        Column::Facility => ("មូលដ្ឋានសុខាភិបាល", "Facility"),
        Column::FacilityName => ("ឈ្មោះមូលដ្ឋានសុខាភិបាល", "Facility name"),
        Column::Province => ("ខេត្ត", "Province"),
        Column::District => ("ស្រុក", "District"),
        Column::Commune => ("ឃុំ", "Commune"),
        Column::Stage => ("ដំណាក់កាល", "Stage of care"),
        Column::Payer => ("អ្នកបង់ប្រាក់", "Who pays"),
        Column::Arrived => ("ម៉ោងមកដល់", "Arrived"),
        Column::Registered => ("ម៉ោងចុះឈ្មោះ", "Registered"),
        Column::Seen => ("ម៉ោងបានពិនិត្យ", "Seen"),
        Column::Medicine => ("ម៉ោងបានថ្នាំ", "Got medicine"),
        Column::Left => ("ម៉ោងចេញ", "Left"),
        Column::WaitedMinutes => ("រយៈពេលរង់ចាំ", "Waited"),
        Column::Issues => ("បញ្ហា", "Issues"),
        Column::ClaimedOn => ("ថ្ងៃស្នើសុំប្រាក់ឧបត្ថម្ភ", "Allowance claimed on"),
        Column::ClaimedRiel => ("ប្រាក់ឧបត្ថម្ភដែលស្នើសុំ (រៀល)", "Allowance claimed (riel)"),
        Column::PaidRiel => ("បានបង់ (រៀល)", "Paid (riel)"),
        Column::PaidUsd => ("បានបង់ (ដុល្លារ)", "Paid (US dollars)"),
        Column::PaidReceipt => ("មានបង្កាន់ដៃ", "Receipt"),
        Column::Harm => ("ផលប៉ះពាល់សុខភាព (០–៥)", "Harm (0–5)"),
        Column::Narrative => ("ដំណើររឿង", "What happened"),
        Column::Remedy => ("អ្វីដែលសមាជិកចង់បាន", "What the member wants"),
        Column::ToldBy => ("អ្នកផ្ដល់ព័ត៌មាន", "Told by"),
        Column::Channel => ("ទទួលតាមរយៈ", "How it came"),
        Column::PatientRelation => ("អ្នកជំងឺ", "Patient"),
        Column::PatientSex => ("ភេទអ្នកជំងឺ", "Patient's sex"),
        Column::Employer => ("រោងចក្រ", "Employer"),
        Column::Local => ("សហជីពមូលដ្ឋាន", "Union local"),
        Column::Evidence => ("ភស្តុតាង", "Evidence"),
        Column::Consent => ("ការយល់ព្រម", "Consent"),
        Column::AssignedTo => ("អ្នកទទួលបន្ទុក", "Followed up by"),
        Column::NextStep => ("ជំហានបន្ទាប់", "Next step"),
        Column::NextStepOn => ("កាលកំណត់ជំហានបន្ទាប់", "Next step by"),
        Column::Status => ("ស្ថានភាព", "Status"),
        Column::PartyOutcome => ("លទ្ធផលពីភាគី", "Party's outcome"),
        Column::MemberOutcome => ("លទ្ធផលតាមសមាជិក", "Member's outcome"),
        Column::SourceId => ("លេខសម្គាល់ក្នុងប្រភពដើម", "ID in the source"),
        Column::MemberName => ("ឈ្មោះសមាជិក", "Member's name"),
        Column::MemberPhone => ("ទូរស័ព្ទសមាជិក", "Member's phone"),
        Column::MemberNssfNumber => ("លេខ ប.ស.ស. សមាជិក", "Member's NSSF number"),
        Column::MemberAddress => ("អាសយដ្ឋានសមាជិក", "Member's address"),
        Column::MemberEmployeeNumber => ("អត្តលេខការងារសមាជិក", "Member's employee number"),
        Column::MemberSafeTime => ("ម៉ោងទូរស័ព្ទដោយសុវត្ថិភាព", "Safe time to call"),
    };
    written(km, en, lang)
}

/// The header of a column of a table: the label, but where a table must say what stands in it.
pub fn header(column: Column, lang: Lang) -> &'static str {
    match column {
        Column::Facility => lang.pick("កូដមូលដ្ឋានសុខាភិបាល", "Facility code"),
        Column::Province => lang.pick("កូដខេត្ត", "Province code"),
        Column::District => lang.pick("កូដស្រុក", "District code"),
        Column::Commune => lang.pick("កូដឃុំ", "Commune code"),
        Column::WaitedMinutes => lang.pick("រយៈពេលរង់ចាំ (នាទី)", "Waited (minutes)"),
        Column::PatientRelation => lang.pick("អ្នកជំងឺត្រូវជា", "Patient is"),
        _ => label(column, lang),
    }
}

/// The column that a header of an import means: its code, its header or its label, in either language, without
/// regard to case, spaces, punctuation, digit set and order of marks.
pub fn column_of_header(text: &str) -> Option<Column> {
    static HEADERS: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
        Column::ALL
            .iter()
            .flat_map(|&column| column_spellings(column).map(|text| (compact(text), column)))
            .collect()
    });
    HEADERS.get(&compact(text)).copied()
}

/// All spellings of a column at the head of a table: its code, its header and its label in each language.
pub fn column_spellings(column: Column) -> [&'static str; 5] {
    let [km, en] = Lang::ALL;
    [column.code(), header(column, km), header(column, en), label(column, km), label(column, en)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::values::tests::{assert_texts, columns};

    #[test]
    fn every_column_has_a_label_and_a_header_of_its_own() {
        assert_texts(Column::ALL, label);
        assert_texts(Column::ALL, header);
        for &column in Column::ALL {
            for lang in Lang::ALL {
                assert!(columns(label(column, lang)) <= 30, "{column}");
            }
        }
    }

    #[test]
    fn no_spelling_means_two_columns() {
        let mut meant: HashMap<String, Column> = HashMap::new();
        for &column in Column::ALL {
            for text in column_spellings(column) {
                assert!(!compact(text).is_empty());
                assert_eq!(*meant.entry(compact(text)).or_insert(column), column, "`{text}`");
                assert_eq!(column_of_header(text), Some(column), "`{text}`");
            }
        }
    }

    #[test]
    fn headers_are_found_however_they_are_typed() {
        for text in ["visited_on", " VISIT  DATE: ", "Visited on", "ថ្ងៃ\u{200B}ទៅពេទ្យ"]
        {
            assert_eq!(column_of_header(text), Some(Column::VisitedOn), "{text}");
        }
        for text in ["លេខ បសស សមាជិក", "លេខ ប.ស.ស សមាជិក", "Members NSSF number"]
        {
            assert_eq!(column_of_header(text), Some(Column::MemberNssfNumber), "{text}");
        }
        assert_eq!(column_of_header("ផលប៉ះពាល់សុខភាព (0–5)"), Some(Column::Harm));
        assert_eq!(column_of_header("Waited"), Some(Column::WaitedMinutes));
        for text in ["", "name", "- -", "កំណត់សម្គាល់"] {
            assert_eq!(column_of_header(text), None, "{text}");
        }
    }
}
