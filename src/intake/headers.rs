//! What a header means: one of our own names in either language, a usual other name, or something like them.

use std::sync::LazyLock;

use super::spelt::Names;
use crate::domain::column::Column;
use crate::domain::text::compact;
use crate::domain::values::Coded;
use crate::i18n::column_spellings;

/// How sure it is that a header means a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// It is only like a known name: somebody has to look.
    Like,
    /// It is a known name.
    Known,
    /// An officer said so.
    Told,
}

/// Other names that tables of unions, factories and clinics use, in either language.
#[rustfmt::skip]
const USUAL: [(Column, &[&str]); 26] = [
    (Column::VisitedOn, &["date", "visit day", "date of visit", "day of visit", "day", "date visited", "ថ្ងៃ", "ថ្ងៃខែឆ្នាំ", "កាលបរិច្ឆេទ", "ថ្ងៃទៅមន្ទីរពេទ្យ", "ថ្ងៃព្យាបាល"]),
    (Column::RecordedAt, &["date recorded", "recorded on", "reported on", "ថ្ងៃកត់ត្រា"]),
    (Column::Facility, &["hospital", "health facility", "hospital or health centre", "clinic", "health centre", "health center", "place of care", "ពេទ្យ", "មន្ទីរពេទ្យ", "មណ្ឌលសុខភាព", "ឈ្មោះមន្ទីរពេទ្យ", "កន្លែងព្យាបាល", "កន្លែង", "ទីកន្លែង", "គ្រឹះស្ថានសុខាភិបាល"]),
    (Column::FacilityName, &["hospital name", "name of hospital", "name of facility"]),
    (Column::Province, &["province name", "city", "រាជធានីខេត្ត", "ខេត្តក្រុង"]),
    (Column::District, &["district name", "khan", "ខណ្ឌ", "ស្រុកខណ្ឌ", "ក្រុងស្រុកខណ្ឌ"]),
    (Column::Commune, &["commune name", "sangkat", "សង្កាត់", "ឃុំសង្កាត់"]),
    (Column::Payer, &["payment", "paid with", "card", "type of card", "scheme", "insurance", "ប័ណ្ណ", "ប្រភេទប័ណ្ណ", "របៀបបង់ប្រាក់"]),
    (Column::Arrived, &["arrival", "arrival time", "time of arrival", "time in", "came at", "ម៉ោងទៅដល់", "ម៉ោងមក"]),
    (Column::Seen, &["seen at", "seen by doctor", "time seen", "doctor at", "ម៉ោងជួបពេទ្យ", "ម៉ោងពិនិត្យ"]),
    (Column::Medicine, &["medicine at", "time of medicine", "ម៉ោងទទួលថ្នាំ"]),
    (Column::Left, &["left at", "time out", "ម៉ោងចេញពីពេទ្យ"]),
    (Column::WaitedMinutes, &["wait", "waiting time", "minutes waited", "wait in minutes", "hours waited", "wait in hours", "waiting hours", "រង់ចាំ", "នាទីរង់ចាំ", "រយៈពេលរង់ចាំ", "ម៉ោងរង់ចាំ", "ចំនួនម៉ោងរង់ចាំ"]),
    (Column::Issues, &["issue", "problem", "problems", "trouble", "complaint", "complaints", "type of complaint", "បញ្ហា", "ប្រភេទបញ្ហា", "ពាក្យបណ្តឹង"]),
    (Column::PaidRiel, &["paid", "riel", "amount riel", "amount paid", "cost", "ប្រាក់បង់", "លុយបង់", "ប្រាក់បានបង់", "ចំណាយ", "ប្រាក់រៀល"]),
    (Column::PaidUsd, &["usd", "dollars", "paid dollars", "amount usd", "ដុល្លារ"]),
    (Column::PaidReceipt, &["has receipt", "bill", "វិក្កយបត្រ", "បង្កាន់ដៃ"]),
    (Column::Narrative, &["story", "description", "details", "remarks", "note", "notes", "comment", "comments", "what happened", "រឿង", "រឿងរ៉ាវ", "អ្វីដែលកើតឡើង", "រឿងដែលកើតឡើង", "សម្គាល់", "សេចក្តីលម្អិត", "កំណត់ចំណាំ", "ពិពណ៌នា"]),
    (Column::Remedy, &["remedy sought", "wants", "request", "សំណូមពរ"]),
    (Column::Employer, &["factory", "company", "employer name", "factory name", "ក្រុមហ៊ុន", "ឈ្មោះរោងចក្រ"]),
    (Column::Local, &["union", "local union", "branch", "សហជីព"]),
    (Column::PatientSex, &["sex", "gender", "ភេទ"]),
    (Column::MemberName, &["name", "full name", "member", "patient name", "name of member", "worker name", "ឈ្មោះ", "គោត្តនាម និងនាម", "ឈ្មោះកម្មករ"]),
    (Column::MemberPhone, &["phone", "telephone", "phone number", "tel", "mobile", "contact", "លេខទូរស័ព្ទ", "ទូរស័ព្ទ"]),
    (Column::MemberNssfNumber, &["nssf", "nssf no", "nssf number", "card number", "nssf id", "លេខ ប.ស.ស", "លេខប័ណ្ណ", "អត្តលេខ ប.ស.ស"]),
    (Column::MemberAddress, &["address", "home", "អាសយដ្ឋាន"]),
];

/// Numbers that count rows. They tell nothing of a row: the next table begins with 1 again.
const RUNNING: [&str; 8] = ["no", "nr", "row", "row no", "serial", "ល.រ", "លេខរៀង", "no ល.រ"];

/// Whether a column only counts rows.
pub(super) fn counts_rows(header: &str) -> bool {
    let header = compact(header);
    RUNNING.iter().any(|running| compact(running) == header)
}

/// Whether a header of waits says that they are told in hours.
pub(super) fn counts_hours(header: &str) -> bool {
    let header = compact(header);
    let says = |words: &[&str]| words.iter().any(|word| header.contains(word));
    says(&["hour", "hrs", "ម៉ោង"]) && !says(&["minute", "min", "នាទី"])
}

/// All names of columns: ours, and usual ones.
fn names() -> &'static Names<Column> {
    static NAMES: LazyLock<Names<Column>> = LazyLock::new(|| {
        let ours = Column::ALL.iter().flat_map(|&column| column_spellings(column).map(|name| (name, column)));
        let usual = USUAL.iter().flat_map(|(column, names)| names.iter().map(move |name| (*name, *column)));
        Names::new(ours.chain(usual))
    });
    &NAMES
}

/// The column that a header names outright.
pub(super) fn known(header: &str) -> Option<Column> {
    names().known(header)
}

/// The columns whose names a header is like, the likest first.
pub(super) fn like(header: &str) -> Vec<(f64, Column)> {
    names().like(header, may_be_guessed)
}

/// What the book gives is not taken over: to guess it helps only where it says which facility is meant.
fn may_be_guessed(column: Column) -> bool {
    let tells_where =
        matches!(column, Column::FacilityName | Column::Province | Column::District | Column::Commune);
    tells_where || !column.is_given_by_the_book()
}

/// Pairs headers that no name fits outright with columns that are still free: the likest pair first.
pub(super) fn pair(headers: &[(usize, &str)], is_free: impl Fn(Column) -> bool) -> Vec<(usize, Column)> {
    let mut pairs: Vec<(f64, usize, Column)> = headers
        .iter()
        .flat_map(|(place, header)| {
            like(header).into_iter().map(move |(score, column)| (score, *place, column))
        })
        .filter(|(_, _, column)| is_free(*column))
        .collect();
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2)));
    let mut taken: Vec<(usize, Column)> = Vec::new();
    for (_, place, column) in pairs {
        if !taken.iter().any(|(at, of)| *at == place || *of == column) {
            taken.push((place, column));
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn usual_names_are_known_and_mean_one_column() {
        let mut meant: HashMap<String, Column> = HashMap::new();
        for (column, names) in USUAL {
            for name in names {
                assert_eq!(*meant.entry(compact(name)).or_insert(column), column, "{name}");
                assert_eq!(known(name), Some(column), "{name}");
            }
        }
        assert_eq!(known("Date of visit"), Some(Column::VisitedOn));
        assert_eq!(known("colour"), None);
    }

    #[test]
    fn headers_like_a_name_are_found_and_others_are_not() {
        for (header, column) in [
            ("Hosptial", Column::Facility),
            ("Name of the hospital visited", Column::FacilityName),
            ("Hospital (where treated)", Column::Facility),
            ("Visit Dte", Column::VisitedOn),
            ("telephon", Column::MemberPhone),
            ("ឈ្មោះមន្ទីរពេទ្យដែលបានទៅ", Column::Facility),
            ("Factory where employed", Column::Employer),
        ] {
            assert_eq!(
                like(header).first().map(|(_, column)| *column),
                Some(column),
                "{header}: {:?}",
                like(header)
            );
        }
        for other in ["", "colour", "candidate", "shoe size", "ពណ៌", "x", "42"] {
            assert_eq!(like(other), [], "{other}");
        }
    }

    #[test]
    fn each_column_is_given_once_the_likest_first() {
        let headers = [(0, "Hospital visited in town"), (1, "Hosptial"), (2, "shoe size")];
        assert_eq!(pair(&headers, |_| true), [(1, Column::Facility)]);
        assert_eq!(pair(&headers, |column| column != Column::Facility), []);
    }
}
