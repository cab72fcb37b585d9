//! What cells mean that hold no code of ours: names of values in either language, an officer's own words for them, and
//! choices that a form's program spread over several columns.

use std::collections::{BTreeMap, HashMap};

use super::labels;
use super::layout::{Layout, Says};
use crate::domain::column::Column;
use crate::domain::issue::IssueCode;
use crate::domain::text::fold;
use crate::domain::values::{
    Channel, Coded, Evidence, PayReason, Payer, Purpose, Relation, Sex, Stage, ToldBy,
};
use crate::i18n::{Lang, code_of_name, name_of_code};

/// What cells mean; remembers what it was asked.
pub(super) struct Meanings {
    /// By column and folded text: what an officer said.
    told: BTreeMap<Column, HashMap<String, String>>,
    /// By column and text as it stands: what was found, `None` where nothing was.
    found: HashMap<(Column, String), Option<String>>,
}

/// What people write for a value in short, folded.
const SHORT: [(Column, &str, &str); 8] = [
    (Column::PatientSex, "f", "female"),
    (Column::PatientSex, "m", "male"),
    (Column::PatientSex, "woman", "female"),
    (Column::PatientSex, "man", "male"),
    (Column::PatientSex, "ស", "female"),
    (Column::PatientSex, "ប", "male"),
    (Column::Payer, "ប.ស.ស.", "nssf"),
    (Column::Payer, "equity", "hef"),
];

/// So many different texts are remembered: a column of codes has few, and a column of anything else tells nothing.
const MOST_REMEMBERED: usize = 10_000;

impl Meanings {
    pub fn new(values: &BTreeMap<Column, BTreeMap<String, String>>) -> Self {
        let folded = |values: &BTreeMap<String, String>| {
            values.iter().map(|(said, meant)| (fold(said), meant.clone())).collect()
        };
        let told = values.iter().map(|(column, values)| (*column, folded(values))).collect();
        Self { told, found: HashMap::new() }
    }

    /// What a cell means; `None` where it stays as it is.
    pub fn value(&mut self, column: Column, cell: &str) -> Option<String> {
        let table = Codes::of(column);
        let told = self.told.get(&column);
        if (table.is_none() && told.is_none()) || cell.is_empty() {
            return None;
        }
        if table.is_some_and(|table| table.has(cell.trim())) && told.is_none() {
            return None;
        }
        let key = (column, cell.to_owned());
        if let Some(found) = self.found.get(&key) {
            return found.clone();
        }
        let said = told.and_then(|told| told.get(&fold(cell))).cloned();
        let short = || {
            SHORT.iter().find(|(of, said, _)| *of == column && fold(cell) == *said).map(|(.., code)| *code)
        };
        let found = said.or_else(|| table?.named(cell).or_else(short).map(str::to_owned));
        if self.found.len() < MOST_REMEMBERED {
            self.found.insert(key, found.clone());
        }
        found
    }

    /// The issues of a row: `WAIT:high;PAY:low:informal`.
    pub fn issues(&mut self, cell: &str, record: &csv::StringRecord, layout: &Layout) -> Option<String> {
        let has_parts = layout.headings.iter().any(|heading| {
            matches!(heading.says, Some(Says::Severity(_) | Says::Why | Says::Choice(Column::Issues, _)))
        });
        if !has_parts && (cell.is_empty() || is_of_codes(cell)) && !self.told.contains_key(&Column::Issues) {
            return None;
        }
        let mut issues = self.pieces(Column::Issues, cell);
        if issues.is_empty() {
            issues = chosen(Column::Issues, record, layout);
        }
        let text = |says: Says| {
            let place = layout.place(says)?;
            record.get(place).map(str::trim).filter(|text| !text.is_empty())
        };
        for issue in issues.iter_mut().filter(|issue| !issue.contains(':')) {
            let Ok(code) = IssueCode::parse(issue) else {
                continue;
            };
            if let Some(severity) = text(Says::Severity(code)) {
                let severity = labels::severity(severity).unwrap_or(severity);
                *issue = format!("{code}:{severity}");
            }
            if code == IssueCode::Pay
                && let Some(why) = text(Says::Why)
            {
                let why = code_of_name(PayReason::TABLE, PayReason::CODES, why).unwrap_or(why);
                let separator = if issue.contains(':') { ":" } else { "::" };
                *issue = format!("{issue}{separator}{why}");
            }
        }
        Some(issues.join(";")).filter(|issues| issues != cell)
    }

    /// What a member agrees to: `count;story`.
    pub fn consent(&mut self, cell: &str, record: &csv::StringRecord, layout: &Layout) -> Option<String> {
        let mut purposes = self.pieces(Column::Consent, cell);
        if purposes.is_empty() {
            purposes = chosen(Column::Consent, record, layout);
        }
        Some(purposes.join(";")).filter(|purposes| purposes != cell)
    }

    /// The values of a cell that holds several, each as a code where it means one.
    fn pieces(&mut self, column: Column, cell: &str) -> Vec<String> {
        let cell = cell.trim();
        if let Some(whole) = self.value(column, cell) {
            return vec![whole];
        }
        let has_code = |text: &str| Codes::of(column).is_some_and(|table| table.has(text));
        let is_told = |text: &str| self.told.get(&column).is_some_and(|told| told.contains_key(&fold(text)));
        // Forms for phones put a space between choices, by codes of ours or, of another form, by those that were told.
        if !cell.is_empty() && cell.split_whitespace().all(|word| has_code(word) || is_told(word)) {
            let words: Vec<String> = cell.split_whitespace().map(str::to_owned).collect();
            return words.into_iter().map(|word| self.value(column, &word).unwrap_or(word)).collect();
        }
        let pieces = cell.split([';', ',', '\n', '|']).map(str::trim).filter(|piece| !piece.is_empty());
        let pieces: Vec<String> = pieces.map(str::to_owned).collect();
        // An export with labels puts a space between these, and commas stand within them.
        if !pieces.iter().all(|piece| has_code(piece))
            && let Some(codes) = labels::several(column, cell)
        {
            return codes.into_iter().map(str::to_owned).collect();
        }
        pieces.into_iter().map(|piece| self.value(column, &piece).unwrap_or(piece)).collect()
    }
}

/// The words of a cell, as it was read, that are no codes of its column: nobody knows yet what they mean.
pub fn unknown_words(column: Column, text: &str) -> Vec<&str> {
    let Some(codes) = Codes::of(column) else {
        return Vec::new();
    };
    let is_known = |word: &str| {
        let code = word.split(':').next().unwrap_or_default().trim();
        if column == Column::Issues { IssueCode::parse(code).is_ok() } else { codes.has(code) }
    };
    let takes_several = matches!(column, Column::Issues | Column::Consent);
    let words = text.split(|mark: char| takes_several && matches!(mark, ';' | ',')).map(str::trim);
    words.filter(|word| !word.is_empty() && !is_known(word)).collect()
}

/// The codes that a column may hold, each with its name; none, where it holds something else.
pub fn choices_of(column: Column, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let Some(Codes { table, codes }) = Codes::of(column) else {
        return Vec::new();
    };
    let named = codes.iter().map(|code| (*code, name_of_code(table, code, lang).unwrap_or(code)));
    named.collect()
}

/// Whether a column holds codes.
pub fn holds_codes(column: Column) -> bool {
    Codes::of(column).is_some()
}

/// The code of a column that a word means: the code itself, or its name in either language.
pub fn code_meant(column: Column, word: &str) -> Option<&'static str> {
    let codes = Codes::of(column)?;
    let known = codes.codes.iter().copied().find(|code| code.eq_ignore_ascii_case(word.trim()));
    known.or_else(|| codes.named(word))
}

/// The choices of a field that were taken, each in a column of its own.
fn chosen(column: Column, record: &csv::StringRecord, layout: &Layout) -> Vec<String> {
    let is_taken =
        |cell: &str| matches!(cell.trim().to_lowercase().as_str(), "1" | "true" | "yes" | "1.0" | "ok");
    let choice = |(place, says): (usize, Option<Says>)| match says {
        Some(Says::Choice(of, code)) if of == column => {
            record.get(place).is_some_and(is_taken).then(|| code.to_owned())
        }
        _ => None,
    };
    layout.headings.iter().map(|heading| heading.says).enumerate().filter_map(choice).collect()
}

/// Whether a cell holds issues as we write them.
fn is_of_codes(cell: &str) -> bool {
    cell.split([';', ',']).all(|piece| {
        let code = piece.split(':').next().unwrap_or_default();
        IssueCode::parse(code).is_ok()
    })
}

/// The codes that a column may hold.
#[derive(Clone, Copy)]
struct Codes {
    table: &'static str,
    codes: &'static [&'static str],
}

impl Codes {
    fn of(column: Column) -> Option<Self> {
        fn table<T: Coded>() -> Codes {
            Codes { table: T::TABLE, codes: T::CODES }
        }
        Some(match column {
            Column::Stage => table::<Stage>(),
            Column::Payer => table::<Payer>(),
            Column::Issues => table::<IssueCode>(),
            Column::ToldBy => table::<ToldBy>(),
            Column::Channel => table::<Channel>(),
            Column::PatientRelation => table::<Relation>(),
            Column::PatientSex => table::<Sex>(),
            Column::Evidence => table::<Evidence>(),
            Column::Consent => table::<Purpose>(),
            _ => return None,
        })
    }

    fn has(self, text: &str) -> bool {
        self.codes.iter().any(|code| code.eq_ignore_ascii_case(text))
    }

    fn named(self, text: &str) -> Option<&'static str> {
        code_of_name(self.table, self.codes, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::values::Severity;
    use crate::i18n::{Lang, Meaning, Named, asked};
    use crate::intake::layout::Rows;
    use crate::intake::mapping::Mapping;

    fn meanings() -> Meanings {
        Meanings::new(&BTreeMap::from([(
            Column::Issues,
            BTreeMap::from([("Slow".to_owned(), "WAIT:high".to_owned())]),
        )]))
    }

    fn issues(headers: &[&str], cells: &[&str]) -> Option<String> {
        let mut headers: Vec<&str> = headers.to_vec();
        headers.extend(["visited_on", "facility"]);
        let layout = Layout::new(&csv::StringRecord::from(headers), &Mapping::default(), Rows::Cases);
        let record = csv::StringRecord::from(cells);
        let place = layout.place(Says::Field(Column::Issues));
        let cell = place.and_then(|place| record.get(place)).unwrap_or_default().to_owned();
        meanings().issues(&cell, &record, &layout)
    }

    #[test]
    fn names_of_values_are_read_in_both_languages() {
        let mut meanings = meanings();
        assert_eq!(meanings.value(Column::Payer, "NSSF card"), Some("nssf".to_owned()));
        assert_eq!(meanings.value(Column::Payer, "ប័ណ្ណ បសស"), Some("nssf".to_owned()));
        for stays in ["nssf", "NSSF", "bank", ""] {
            assert_eq!(meanings.value(Column::Payer, stays), None, "{stays}");
        }
        assert_eq!(meanings.value(Column::Narrative, "NSSF card"), None);
    }

    #[test]
    fn issues_are_put_together_of_what_a_form_asks() {
        let codes = ["issues"];
        assert_eq!(issues(&codes, &["WAIT:high;PAY"]), Some("WAIT:high;PAY".to_owned()).filter(|_| false));
        assert_eq!(issues(&codes, &["WAIT PAY"]), Some("WAIT;PAY".to_owned()));
        assert_eq!(
            issues(&codes, &["slow, Rude or ignored"]).as_deref().map(|text| text.starts_with("WAIT:high;")),
            Some(true)
        );
        for lang in Lang::ALL {
            let [wait, pay] = [IssueCode::Wait, IssueCode::Pay].map(|code| code.meaning(lang));
            let labels = format!("{wait} {pay}");
            assert_eq!(issues(&codes, &[&labels]), Some("WAIT;PAY".to_owned()));
            let headers = [wait, pay].map(|label| format!("{}/{label}", asked::which_issues(lang)));
            let how_bad = asked::how_bad(lang, IssueCode::Wait.name(lang));
            let high = asked::graded(IssueCode::Wait, Severity::High, lang);
            let headers = [headers[0].as_str(), &headers[1], &how_bad];
            assert_eq!(issues(&headers, &["1", "0", &high]), Some("WAIT:high".to_owned()));
            let headers = [asked::which_issues(lang), &how_bad];
            assert_eq!(issues(&headers, &[&labels, &high]), Some("WAIT:high;PAY".to_owned()));
        }
        let split = ["issues/WAIT", "issues/PAY", "issues/MED", "severity_WAIT", "why_PAY"];
        assert_eq!(
            issues(&split, &["1", "TRUE", "0", "high", "informal"]),
            Some("WAIT:high;PAY::informal".to_owned())
        );
        let both = ["issues", "severity_PAY", "why_PAY"];
        assert_eq!(issues(&both, &["PAY", "low", "informal"]), Some("PAY:low:informal".to_owned()));
        assert_eq!(issues(&both, &["PAY:high", "low", ""]), None);
    }
}
