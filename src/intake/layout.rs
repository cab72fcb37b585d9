//! What the columns of a table say: found by their headers, those of forms for phones (KoboToolbox, ODK) among them.

use super::error::TableError;
use super::headers::{self, Sureness};
use super::labels;
use super::mapping::Mapping;
use crate::domain::column::Column;
use crate::domain::issue::IssueCode;
use crate::domain::text::fold;
use crate::domain::values::{Coded, Purpose};
use crate::i18n::column_of_header;

/// What a table's rows are to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// Cases.
    #[default]
    Cases,
    /// Timed visits without a name.
    Observations,
}

/// What the cells of a column say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// A field of a case.
    Field(Column),
    /// Whether a choice of a field that takes several was taken: `issues/WAIT`.
    Choice(Column, &'static str),
    /// How bad an issue is: `severity_WAIT`.
    Severity(IssueCode),
    /// Why payment was asked: `why_PAY`.
    Why,
    /// What a facility is called that the form's list did not have.
    OtherFacility,
    /// What the source is called that a refused row came from.
    SourceName,
    /// Nothing that a case holds: what a form's program notes for itself, and why a row was refused.
    Nothing,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its header, trimmed.
    pub header: String,
    /// What its cells say; `None` where nobody knows.
    pub says: Option<Says>,
    /// How sure that is.
    pub sureness: Sureness,
}

/// The header behind which a file of refused rows says why.
pub const REFUSED_BECAUSE: &str = "refused_because";

/// Whether a header is of a column that a file of refused rows has beside those of its table.
pub fn is_of_refused_rows(header: &str) -> bool {
    [REFUSED_BECAUSE, SOURCE_NAME].iter().any(|ours| header.eq_ignore_ascii_case(ours))
}
/// The header behind which it says what the source is called that they came from.
pub const SOURCE_NAME: &str = "wardbook_source";

/// What the columns of a table say.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The columns, as they stand in the table.
    pub headings: Vec<Heading>,
    /// Whether the column of waits holds hours, as its header says; minutes, where it says nothing.
    pub waits_in_hours: bool,
    /// Whether the moments of recording are in universal time.
    pub is_recorded_in_utc: bool,
    /// Columns without which its rows become nothing, and that no header names.
    pub missing: Vec<&'static str>,
    /// A header that means the same as one before it, and no less surely; its column is left out.
    pub twice: Option<String>,
}

/// What programs for forms note for themselves; the first identify a row.
const IDENTIFYING: [&str; 4] = ["_uuid", "key", "meta/instanceid", "instanceid"];
const NOTED: [&str; 24] = [
    "_id",
    "_index",
    "_notes",
    "_status",
    "_submitted_by",
    "_tags",
    "_validation_status",
    "__version__",
    "_xform_id_string",
    "_attachments",
    "_geolocation",
    "attachmentspresent",
    "attachmentsexpected",
    "deviceid",
    "edits",
    "end",
    "formhub/uuid",
    "formversion",
    "reviewstate",
    "start",
    "submitterid",
    "submittername",
    "today",
    REFUSED_BECAUSE,
];
const SUBMITTED: [&str; 2] = ["_submission_time", "submissiondate"];

impl Layout {
    /// Finds out what headers mean; what an officer said of them holds. It may not do yet: [`Self::check`].
    pub fn new(record: &csv::StringRecord, mapping: &Mapping, rows: Rows) -> Self {
        let mut layout = Self::default();
        for header in record {
            let header = header.trim().trim_start_matches('\u{FEFF}').to_owned();
            let heading = match mapping.told(&header) {
                Some(told) => {
                    let says = told.map_or(Says::Nothing, Says::Field);
                    Heading { header, says: Some(says), sureness: Sureness::Told }
                }
                None => Heading { says: outright(&header), header, sureness: Sureness::Known },
            };
            layout.headings.push(heading);
        }
        layout.take_choices(mapping);
        layout.identify();
        layout.settle_doubles();
        layout.guess();
        layout.take_name_for_facility();
        layout.waits_in_hours = layout
            .place(Says::Field(Column::WaitedMinutes))
            .and_then(|place| layout.headings.get(place))
            .is_some_and(|heading| headers::counts_hours(&heading.header));
        layout.missing = layout.missing(mapping, rows);
        layout
    }

    /// Whether a record is one of headers, for all that is known by name: it says when, and something else. Nothing is held
    /// against names that are only alike, for many records are asked.
    pub fn is_of_headers(record: &csv::StringRecord) -> bool {
        let mut known: Vec<Says> = record.iter().filter_map(|cell| outright(cell.trim())).collect();
        known.retain(|says| matches!(says, Says::Field(_) | Says::Choice(..)));
        known.contains(&Says::Field(Column::VisitedOn))
            && known.iter().any(|says| *says != Says::Field(Column::VisitedOn))
    }

    /// Whether rows can be made of it.
    ///
    /// # Errors
    /// What is missing, or there twice, or that there is nothing at all.
    pub fn check(&self) -> Result<(), TableError> {
        if self.headings.iter().all(|heading| heading.header.is_empty()) {
            return Err(TableError::Empty);
        }
        if let Some(header) = &self.twice {
            return Err(TableError::Twice(header.clone()));
        }
        if self.missing.is_empty() {
            return Ok(());
        }
        Err(TableError::Columns { missing: self.missing.clone() })
    }

    /// The headers, of those that have any text, about which nothing is known.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let unknown = self.headings.iter().filter(|heading| heading.says.is_none());
        unknown.map(|heading| heading.header.as_str()).filter(|header| !header.is_empty())
    }

    /// The columns whose meaning was only guessed.
    pub fn guessed(&self) -> impl Iterator<Item = &Heading> {
        self.headings.iter().filter(|heading| heading.sureness == Sureness::Like)
    }

    /// Where the column stands that says so.
    pub fn place(&self, says: Says) -> Option<usize> {
        self.headings.iter().position(|heading| heading.says == Some(says))
    }

    /// The mapping that says what this layout found.
    pub fn to_mapping(&self) -> Mapping {
        let mut mapping = Mapping::default();
        for heading in self.headings.iter().filter(|heading| !heading.header.is_empty()) {
            match heading.says {
                Some(Says::Field(column)) => mapping.columns.insert(heading.header.clone(), Some(column)),
                None => mapping.columns.insert(heading.header.clone(), None),
                // These are known by their names alone.
                Some(_) => continue,
            };
        }
        mapping
    }

    /// Choices of a question of another form, each in a column of its own, `trouble/long_wait`, where an officer said what the
    /// question and the choice mean.
    fn take_choices(&mut self, mapping: &Mapping) {
        for heading in &mut self.headings {
            let Some((question, choice)) = heading.header.rsplit_once('/').filter(|_| heading.says.is_none())
            else {
                continue;
            };
            let Some(Some(column)) = mapping.told(question) else {
                continue;
            };
            let wanted = fold(choice);
            let told = mapping.values.get(&column).into_iter().flatten();
            let meant = told.filter(|(said, _)| fold(said) == wanted).map(|(_, meant)| meant.as_str()).next();
            let code = code_of(column, meant.unwrap_or(choice).split(':').next().unwrap_or_default());
            if let Some(code) = code {
                (heading.says, heading.sureness) = (Some(Says::Choice(column, code)), Sureness::Told);
            }
        }
    }

    /// Of the columns by which a form's program tells rows apart one is taken, unless a column of ours does.
    fn identify(&mut self) {
        let submitted = |heading: &Heading| SUBMITTED.contains(&heading.header.to_lowercase().as_str());
        if self.place(Says::Field(Column::RecordedAt)).is_none()
            && let Some(heading) = self.headings.iter_mut().find(|heading| submitted(heading))
        {
            heading.says = Some(Says::Field(Column::RecordedAt));
            self.is_recorded_in_utc = true;
        }
        if self.place(Says::Field(Column::SourceId)).is_some_and(|place| self.is_named_outright(place)) {
            return;
        }
        let place = IDENTIFYING.iter().find_map(|name| {
            self.headings
                .iter()
                .position(|heading| heading.header.to_lowercase().replace("meta-", "meta/") == *name)
        });
        if let Some(place) = place {
            for (at, heading) in self.headings.iter_mut().enumerate() {
                if at == place {
                    heading.says = Some(Says::Field(Column::SourceId));
                } else if heading.says == Some(Says::Field(Column::SourceId)) {
                    heading.says = Some(Says::Nothing);
                }
            }
        }
    }

    fn is_named_outright(&self, place: usize) -> bool {
        self.headings.get(place).is_some_and(|heading| {
            heading.sureness == Sureness::Told || column_of_header(&heading.header).is_some()
        })
    }

    /// Of two columns that mean the same, the one that an officer named, else the one with a name of ours.
    fn settle_doubles(&mut self) {
        for later in 0..self.headings.len() {
            let says = self.headings.get(later).and_then(|heading| heading.says);
            let Some(says) = says.filter(|says| *says != Says::Nothing) else {
                continue;
            };
            let earlier = self.headings.iter().take(later).position(|heading| heading.says == Some(says));
            let Some(earlier) = earlier else {
                continue;
            };
            let rank = |place: usize| {
                let heading = self.headings.get(place)?;
                Some((heading.sureness, column_of_header(&heading.header).is_some()))
            };
            let loser = match rank(earlier).cmp(&rank(later)) {
                std::cmp::Ordering::Less => earlier,
                std::cmp::Ordering::Greater => later,
                std::cmp::Ordering::Equal => {
                    let header = self.headings.get(later).map(|heading| heading.header.clone());
                    self.twice = self.twice.take().or(header);
                    later
                }
            };
            if let Some(heading) = self.headings.get_mut(loser) {
                heading.says = None;
            }
        }
    }

    /// Headers that no name fits outright.
    fn guess(&mut self) {
        let open: Vec<(usize, &str)> = self
            .headings
            .iter()
            .enumerate()
            .filter(|(_, heading)| heading.says.is_none() && !heading.header.is_empty())
            .filter(|(_, heading)| !self.is_choice(&heading.header))
            .map(|(place, heading)| (place, last_part(&heading.header)))
            .collect();
        let pairs = headers::pair(&open, |column| self.place(Says::Field(column)).is_none());
        for (place, column) in pairs {
            if let Some(heading) = self.headings.get_mut(place) {
                heading.says = Some(Says::Field(column));
                heading.sureness = Sureness::Like;
            }
        }
    }

    /// Whether a header is of one choice of a question that has a column of its own.
    fn is_choice(&self, header: &str) -> bool {
        let question = header.rsplit_once('/').map(|(question, _)| question);
        question.is_some_and(|question| self.headings.iter().any(|heading| heading.header == question))
    }

    /// A facility's name says which it is, where nothing else does.
    fn take_name_for_facility(&mut self) {
        if self.place(Says::Field(Column::Facility)).is_none()
            && let Some(place) = self.place(Says::Field(Column::FacilityName))
            && let Some(heading) = self.headings.get_mut(place)
        {
            heading.says = Some(Says::Field(Column::Facility));
        }
    }

    fn missing(&self, mapping: &Mapping, rows: Rows) -> Vec<&'static str> {
        let needed = match rows {
            Rows::Cases => [Column::VisitedOn, Column::Facility, Column::Issues],
            Rows::Observations => [Column::VisitedOn, Column::Facility, Column::Payer],
        };
        let is_there = |column: Column| {
            self.headings.iter().any(|heading| match heading.says {
                Some(Says::Field(of) | Says::Choice(of, _)) => of == column,
                Some(Says::Severity(_)) => column == Column::Issues,
                Some(Says::OtherFacility) => column == Column::Facility,
                _ => false,
            })
        };
        let is_missing = |column: &Column| !is_there(*column) && !mapping.fixed.contains_key(column);
        needed.into_iter().filter(is_missing).map(Column::code).collect()
    }
}

/// What a header means that is known, whole or by its last part.
fn outright(header: &str) -> Option<Says> {
    let lower = header.to_lowercase();
    if lower == SOURCE_NAME {
        return Some(Says::SourceName);
    }
    if NOTED.contains(&lower.as_str()) || SUBMITTED.contains(&lower.as_str()) {
        return Some(Says::Nothing);
    }
    if headers::counts_rows(header) {
        return Some(Says::Nothing);
    }
    if IDENTIFYING.contains(&lower.replace("meta-", "meta/").as_str()) {
        return Some(Says::Nothing);
    }
    choice(header)
        .or_else(|| part(last_part(header)))
        .or_else(|| headers::known(header).map(Says::Field))
        .or_else(|| headers::known(last_part(header)).map(Says::Field))
}

/// `issues/WAIT`, `about/consent/story`, and the same by their labels.
fn choice(header: &str) -> Option<Says> {
    let (field, code) = header.rsplit_once('/')?;
    let field = last_part(field);
    let asked = match labels::of_question(field) {
        Some(Says::Field(column)) => Some(column),
        _ => None,
    };
    let takes_several = |column: &Column| matches!(column, Column::Issues | Column::Consent);
    let column = asked.or_else(|| headers::known(field)).filter(takes_several)?;
    let known = code_of(column, code);
    Some(Says::Choice(column, known.or_else(|| labels::choice(column, code))?))
}

/// The code of a choice, of the fields that take several.
fn code_of(column: Column, text: &str) -> Option<&'static str> {
    match column {
        Column::Issues => IssueCode::parse(text).ok().map(Coded::code),
        Column::Consent => Purpose::parse(text).ok().map(Coded::code),
        _ => None,
    }
}

/// What only a form asks, by its name or its label.
fn part(name: &str) -> Option<Says> {
    let lower = name.to_lowercase();
    if lower == "facility_other" {
        return Some(Says::OtherFacility);
    }
    if lower == "facility_care" {
        return Some(Says::Nothing);
    }
    if lower == "why_pay" {
        return Some(Says::Why);
    }
    let graded = lower.strip_prefix("severity_").and_then(|code| IssueCode::parse(code).ok());
    graded.map(Says::Severity).or_else(|| labels::of_question(name))
}

/// The name of a question without those of its groups: `visit/arrived`, `visit-arrived`.
fn last_part(header: &str) -> &str {
    let behind = header.rsplit_once('/').map_or(header, |(_, last)| last);
    let is_name = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    match behind.rsplit_once('-') {
        Some((groups, last)) if is_name(last) && groups.split('-').all(is_name) => last,
        _ => behind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(headers: &[&str]) -> Result<Layout, TableError> {
        let layout = Layout::new(&csv::StringRecord::from(headers), &Mapping::default(), Rows::Cases);
        layout.check().map(|()| layout)
    }

    fn fields(headers: &[&str]) -> Vec<Option<Column>> {
        let field = |heading: &Heading| match heading.says {
            Some(Says::Field(column)) => Some(column),
            _ => None,
        };
        layout(headers).unwrap().headings.iter().map(field).collect()
    }

    #[test]
    fn a_form_s_export_is_known() {
        let found = layout(&[
            "start",
            "visit/visited_on",
            "visit/facility",
            "visit/facility_other",
            "visit/facility_care",
            "trouble/issues",
            "trouble/issues/WAIT",
            "trouble/issues/PAY",
            "trouble/severity_WAIT",
            "trouble/why_PAY",
            "about/consent/story",
            "_id",
            "_uuid",
            "_submission_time",
            "_index",
            "meta/instanceID",
        ])
        .unwrap();
        let says: Vec<Says> = found.headings.iter().filter_map(|heading| heading.says).collect();
        assert_eq!(
            says,
            [
                Says::Nothing,
                Says::Field(Column::VisitedOn),
                Says::Field(Column::Facility),
                Says::OtherFacility,
                Says::Nothing,
                Says::Field(Column::Issues),
                Says::Choice(Column::Issues, "WAIT"),
                Says::Choice(Column::Issues, "PAY"),
                Says::Severity(IssueCode::Wait),
                Says::Why,
                Says::Choice(Column::Consent, "story"),
                Says::Nothing,
                Says::Field(Column::SourceId),
                Says::Field(Column::RecordedAt),
                Says::Nothing,
                Says::Nothing,
            ]
        );
        assert!(found.is_recorded_in_utc);
        let odk =
            ["SubmissionDate", "visit-visited_on", "visit-facility", "issues", "meta-instanceID", "KEY"];
        assert_eq!(
            fields(&odk),
            [
                Some(Column::RecordedAt),
                Some(Column::VisitedOn),
                Some(Column::Facility),
                Some(Column::Issues),
                None,
                Some(Column::SourceId)
            ]
        );
    }

    #[test]
    fn a_stranger_s_headers_are_known_or_guessed() {
        let found = layout(&["No", "Date", "Hospital name", "Problem", "Shoe size", "telephon", ""]).unwrap();
        let mapping = found.to_mapping();
        assert_eq!(mapping.columns["Hospital name"], Some(Column::Facility));
        assert_eq!(mapping.columns["Shoe size"], None);
        assert_eq!(found.unknown().collect::<Vec<_>>(), ["Shoe size"]);
        let guessed: Vec<&str> = found.guessed().map(|heading| heading.header.as_str()).collect();
        assert_eq!(guessed, ["telephon"]);
        let told = Layout::new(
            &csv::StringRecord::from(vec![
                "No",
                "Date",
                "Hospital name",
                "Problem",
                "Shoe size",
                "telephon",
                "",
            ]),
            &mapping,
            Rows::Cases,
        );
        assert_eq!(told.guessed().count() + told.unknown().count(), 0);
        assert_eq!(told.to_mapping().columns["telephon"], Some(Column::MemberPhone));
    }

    #[test]
    fn of_two_columns_the_one_with_our_name_is_taken() {
        assert_eq!(
            fields(&["Date", "visited_on", "facility", "issues"]),
            [None, Some(Column::VisitedOn), Some(Column::Facility), Some(Column::Issues)]
        );
        assert!(matches!(
            layout(&["visited_on", "Visit date", "facility", "issues"]),
            Err(TableError::Twice(_))
        ));
        let missing = layout(&["visited_on", "colour"]);
        assert!(
            matches!(missing, Err(TableError::Columns { missing, .. }) if missing == ["facility", "issues"])
        );
        assert!(matches!(layout(&["", " "]), Err(TableError::Empty)));
    }
}
