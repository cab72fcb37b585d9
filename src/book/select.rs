//! A filter as SQL: a condition over `cases c`, with its values bound, never pasted.

use chrono::NaiveDate;
use rusqlite::types::Value;

use super::cases::View;
use super::error::BookError;
use super::project::{SEARCHED, indexed_up_to};
use super::row::day;
use crate::domain::filter::{Filter, StatusTest, Test};
use crate::domain::issue::IssueCode;
use crate::domain::text::{compact, fold};
use crate::domain::values::{Coded, Severity, Status};

/// A condition with its values.
pub(super) struct Selection {
    /// SQL over `cases c`.
    pub condition: String,
    /// What its `?` stand for.
    pub values: Vec<Value>,
}

/// Builds the condition of a filter.
pub(super) fn selection(
    view: &View<'_>,
    filter: &Filter,
    riel_per_dollar: u64,
) -> Result<Selection, BookError> {
    let severities: Vec<&Vec<Severity>> = filter
        .terms
        .iter()
        .filter_map(|term| match &term.test {
            Test::Severity(severities) if !term.negated => Some(severities),
            _ => None,
        })
        .collect();
    let asks_issue = filter.terms.iter().any(|term| !term.negated && matches!(term.test, Test::Issue(_)));
    let mut builder = Builder { view, riel_per_dollar, values: Vec::new() };
    let mut conditions = Vec::new();
    for term in &filter.terms {
        let condition = match &term.test {
            // `issue:` and `severity:` together mean the same issue.
            Test::Issue(codes) if !term.negated => issue(codes, &severities),
            Test::Severity(_) if !term.negated && asks_issue => continue,
            test => builder.test(test)?,
        };
        conditions.push(if term.negated { format!("NOT coalesce({condition}, 0)") } else { condition });
    }
    let condition = if conditions.is_empty() { "1".to_owned() } else { conditions.join(" AND ") };
    Ok(Selection { condition, values: builder.values })
}

struct Builder<'a> {
    view: &'a View<'a>,
    riel_per_dollar: u64,
    values: Vec<Value>,
}

impl Builder<'_> {
    fn test(&mut self, test: &Test) -> Result<String, BookError> {
        Ok(match test {
            Test::Place(places) => facility_in(&self.view.facilities.within(places)),
            Test::DistrictUnknown => facility_in(
                &self.view.facilities.numbers(|_, known| known.is_none_or(|known| known.district.is_none())),
            ),
            Test::Facility(ids) => facility_in(&self.view.facilities.numbers(|id, _| ids.contains(id))),
            Test::Issue(codes) => issue(codes, &[]),
            Test::Severity(severities) => issue(IssueCode::ALL, &[severities]),
            Test::Payer(payers) => code_in("payer", payers),
            Test::Stage(stages) => code_in("stage", stages),
            Test::Status(tests) => status(tests),
            Test::Evidence(grades) => code_in("evidence", grades),
            Test::Consent(purposes) => {
                let mask = purposes.iter().fold(0_u8, |bits, purpose| bits | 1 << purpose.position());
                format!("(c.consent & {mask}) <> 0")
            }
            Test::Waited(comparison, minutes) => format!("c.waited {} {minutes}", comparison.sign()),
            Test::Paid(comparison, riel) => format!(
                "c.paid_riel + c.paid_cents * {} / 100 {} {riel}",
                self.riel_per_dollar,
                comparison.sign()
            ),
            Test::Since(date) => self.bound("c.visited_on >= ?", day(Some(*date))),
            Test::Until(date) => self.bound("c.visited_on <= ?", day(Some(*date))),
            Test::RecordedSince(date) => self.recorded(">=", Some(*date)),
            Test::RecordedUntil(date) => self.recorded("<", date.succ_opt()),
            Test::Desk(desks) => any(&desks
                .iter()
                .map(|desk| self.bound("c.desk = ?", Value::Text(desk.to_string())))
                .collect::<Vec<_>>()),
            Test::Officer(names) => self.holds("c.officer", names),
            Test::Assigned(names) => self.holds("c.assigned_to", names),
            Test::Employer(names) => self.holds("c.employer", names),
            Test::Local(names) => self.holds("c.local", names),
            Test::Member(names) => any(&names.iter().map(|name| self.member(name)).collect::<Vec<_>>()),
            Test::Text(text) => self.text(text)?,
            // No submission can be recorded yet, so none went to any party. What is rising takes statistics, which the
            // book has none of: where there are some, its facilities have taken the term's place.
            Test::Party(_) | Test::Rising(_) => "0".to_owned(),
        })
    }

    fn bound(&mut self, condition: &str, value: Value) -> String {
        self.values.push(value);
        condition.replace('?', &format!("?{}", self.values.len()))
    }

    /// By the day on the clock of the desk that recorded it.
    fn recorded(&mut self, sign: &str, date: Option<NaiveDate>) -> String {
        let midnight =
            date.and_then(|date| date.and_hms_opt(0, 0, 0)).map_or(i64::MAX, |at| at.and_utc().timestamp());
        self.bound(&format!("c.recorded_at + c.recorded_offset * 60 {sign} ?"), Value::Integer(midnight))
    }

    fn holds(&mut self, column: &str, names: &[String]) -> String {
        let conditions: Vec<String> = names
            .iter()
            .map(|name| match fold(name) {
                empty if empty.is_empty() => format!("{column} IS NULL"),
                needle => self.bound(&format!("holds(?, {column})"), Value::Text(needle)),
            })
            .collect();
        any(&conditions)
    }

    fn member(&mut self, name: &str) -> String {
        let by_name = self.bound("holds(?, i.name)", Value::Text(fold(name)));
        let by_phone = match compact(name) {
            digits if digits.chars().any(|c| c.is_ascii_digit()) => {
                format!(" OR {}", self.bound("holds_compact(?, i.phone)", Value::Text(digits)))
            }
            _ => String::new(),
        };
        format!("c.number IN (SELECT i.case_row FROM identity i WHERE {by_name}{by_phone})")
    }

    /// Free text: trigrams find candidates, which the text itself confirms; what is not
    /// indexed yet, and needles of under three characters, are scanned.
    fn text(&mut self, text: &str) -> Result<String, BookError> {
        let needle = fold(text);
        if needle.is_empty() {
            return Ok("1".to_owned());
        }
        let facilities = self.view.facilities.numbers(|_, known| {
            known.is_some_and(|known| {
                let names = [&known.name_km, &known.name_en].into_iter().chain(&known.aliases);
                names.into_iter().any(|name| fold(name).contains(&needle))
            })
        });
        let trigrams = trigrams(&needle);
        let searched = SEARCHED
            .replace("n.narrative", "(SELECT n.narrative FROM entry n WHERE n.number = c.narrative_entry)");
        let confirmed = self.bound(&format!("holds(?, {searched})"), Value::Text(needle));
        let found = if trigrams.is_empty() {
            confirmed
        } else {
            let indexed = indexed_up_to(self.view.connection).map_err(|error| self.view.error(error))?;
            let matching = self.bound(
                "c.number IN (SELECT rowid FROM case_text WHERE case_text MATCH ?)",
                Value::Text(trigrams.join(" AND ")),
            );
            format!("({matching} OR c.number > {indexed}) AND {confirmed}")
        };
        Ok(format!("({} OR {found})", facility_in(&facilities)))
    }
}

/// The distinct trigrams of a needle, quoted for FTS5; none under three characters.
fn trigrams(needle: &str) -> Vec<String> {
    let characters: Vec<char> = needle.chars().collect();
    let mut trigrams: Vec<String> = characters
        .windows(3)
        .map(|window| format!("\"{}\"", window.iter().collect::<String>().replace('"', "\"\"")))
        .collect();
    trigrams.sort_unstable();
    trigrams.dedup();
    trigrams.truncate(24);
    trigrams
}

fn any(conditions: &[String]) -> String {
    if conditions.is_empty() { "0".to_owned() } else { format!("({})", conditions.join(" OR ")) }
}

fn list(numbers: impl IntoIterator<Item = impl ToString>) -> String {
    numbers.into_iter().map(|number| number.to_string()).collect::<Vec<_>>().join(",")
}

fn facility_in(numbers: &[i64]) -> String {
    format!("c.facility IN ({})", list(numbers))
}

fn code_in<T: Coded>(column: &str, values: &[T]) -> String {
    format!("c.{column} IN ({})", list(values.iter().map(|value| value.position())))
}

fn status(tests: &[StatusTest]) -> String {
    let wanted = Status::ALL.iter().filter(|status| {
        tests.iter().any(|test| match test {
            StatusTest::Open => status.is_open(),
            StatusTest::Is(wanted) => *status == wanted,
        })
    });
    format!("c.status IN ({})", list(wanted.map(|status| status.position())))
}

/// Bits over the packed issues: one of the codes, at a severity that all lists grant.
fn issue(codes: &[IssueCode], severities: &[&Vec<Severity>]) -> String {
    let low = codes.iter().fold(0_u64, |mask, code| mask | 1 << (u32::from(code.position()) * 2));
    let granted =
        Severity::ALL.iter().filter(|severity| severities.iter().all(|list| list.contains(severity)));
    let levels: Vec<String> = granted
        .map(|severity| match severity {
            Severity::Low => format!("(c.issues & ~(c.issues >> 1) & {low}) <> 0"),
            Severity::Medium => format!("((c.issues >> 1) & ~c.issues & {low}) <> 0"),
            Severity::High => format!("(c.issues & (c.issues >> 1) & {low}) <> 0"),
        })
        .collect();
    any(&levels)
}
