//! Gives terms their meaning.

use chrono::{Days, Months, NaiveDate};

use super::lexer::{RawTerm, Sign, split};
use super::{Comparison, Filter, FilterError, FilterProblem, Level, Names, StatusTest, Term, Test};
use crate::domain::party::Party;
use crate::domain::standing::Turn;
use crate::domain::values::{Coded, Status, UnknownCode};
use crate::domain::{date, digits, money, times};

/// The fields of the language, with an example each and the Khmer word that does as well.
pub const FIELDS: [(&str, &str, &str); 27] = [
    ("province", "province:kandal", "ខេត្ត"),
    ("district", "district:0811", "ស្រុក"),
    ("commune", "commune:081101", "ឃុំ"),
    ("facility", "facility:kossamak", "មន្ទីរពេទ្យ"),
    ("issue", "issue:WAIT,PAY", "បញ្ហា"),
    ("severity", "severity:high", "កម្រិត"),
    ("payer", "payer:nssf", "អ្នកបង់"),
    ("stage", "stage:admission", "ដំណាក់កាល"),
    ("status", "status:open", "ស្ថានភាព"),
    ("evidence", "evidence:A,B", "ភស្តុតាង"),
    ("consent", "consent:story", "ការយល់ព្រម"),
    ("waited", "waited>120", "រង់ចាំ"),
    ("paid", "paid>0", "បង់"),
    ("since", "since:2026-01-01", "ពី"),
    ("until", "until:2026-06-30", "ដល់"),
    ("recorded-since", "recorded-since:2026-01-01", "កត់ត្រាពី"),
    ("recorded-until", "recorded-until:2026-06-30", "កត់ត្រាដល់"),
    ("desk", "desk:KC", "តុ"),
    ("officer", "officer:dara", "មន្ត្រី"),
    ("assigned", "assigned:dara", "អ្នកទទួលបន្ទុក"),
    ("party", "party:nssf", "ភាគី"),
    ("turn", "turn:tell", "វេន"),
    ("urgent", "urgent:yes", "បន្ទាន់"),
    ("rising", "rising:yes", "កើនឡើង"),
    ("member", "member:sok", "សមាជិក"),
    ("employer", "employer:\"Golden Star\"", "រោងចក្រ"),
    ("local", "local:\"Local 3\"", "សហជីពមូលដ្ឋាន"),
];

/// Reads a query.
///
/// # Errors
/// The first term that cannot be read, with its place and what would do.
pub fn parse(query: &str, names: &dyn Names) -> Result<Filter, FilterError> {
    let raw_terms = split(query).map_err(|(column, term, problem)| FilterError { column, term, problem })?;
    let mut filter = Filter::default();
    for raw in raw_terms {
        match test(&raw, names) {
            Ok(Some(test)) => filter.terms.push(Term { negated: raw.negated, test }),
            Ok(None) => {}
            Err(problem) => {
                return Err(FilterError { column: raw.column, term: raw.text, problem });
            }
        }
    }
    Ok(filter)
}

fn test(raw: &RawTerm, names: &dyn Names) -> Result<Option<Test>, FilterProblem> {
    let Some((typed, sign)) = &raw.field else {
        let text = raw.values.concat();
        return Ok((!text.trim().is_empty()).then_some(Test::Text(text)));
    };
    let &(field, example, _) = FIELDS
        .iter()
        .find(|(name, _, khmer)| name == typed || khmer == typed)
        .ok_or_else(|| FilterProblem::UnknownField { given: typed.clone(), nearest: nearest_field(typed) })?;
    if raw.values.iter().all(|value| value.trim().is_empty()) && !may_be_empty(field, raw) {
        return Err(FilterProblem::NoValue);
    }
    let compared = matches!(field, "waited" | "paid");
    match *sign {
        Sign::Compare(comparison) if compared => compare(field, comparison, &raw.values.concat()).map(Some),
        Sign::Colon if !compared => meaning(field, &raw.values, names).map(Some),
        Sign::Colon => Err(FilterProblem::Sign { sign: ":", example }),
        Sign::Compare(comparison) => Err(FilterProblem::Sign { sign: comparison.sign(), example }),
    }
}

/// `employer:""` asks for cases without an employer.
fn may_be_empty(field: &str, raw: &RawTerm) -> bool {
    matches!(field, "employer" | "local") && raw.text.ends_with("\"\"")
}

fn compare(field: &str, comparison: Comparison, value: &str) -> Result<Test, FilterProblem> {
    if field == "waited" {
        Ok(Test::Waited(comparison, times::parse_length(value)?))
    } else {
        Ok(Test::Paid(comparison, money::parse_riel(value.trim_end_matches(['៛', 'r']))?))
    }
}

fn meaning(field: &str, values: &[String], names: &dyn Names) -> Result<Test, FilterProblem> {
    let whole = values.concat();
    Ok(match field {
        "province" => Test::Place(places(Level::Province, values, names)?),
        "district" => Test::Place(places(Level::District, values, names)?),
        "commune" => Test::Place(places(Level::Commune, values, names)?),
        "facility" => Test::Facility(facilities(values, names)?),
        "issue" => Test::Issue(codes(values)?),
        "severity" => Test::Severity(codes(values)?),
        "payer" => Test::Payer(codes(values)?),
        "stage" => Test::Stage(codes(values)?),
        "status" => Test::Status(values.iter().map(|v| status(v)).collect::<Result<_, _>>()?),
        "evidence" => Test::Evidence(codes(values)?),
        "consent" => Test::Consent(codes(values)?),
        "since" => Test::Since(day(&whole, Edge::First)?),
        "until" => Test::Until(day(&whole, Edge::Last)?),
        "recorded-since" => Test::RecordedSince(day(&whole, Edge::First)?),
        "recorded-until" => Test::RecordedUntil(day(&whole, Edge::Last)?),
        "desk" => Test::Desk(values.iter().map(|v| v.parse()).collect::<Result<_, _>>()?),
        "officer" => Test::Officer(values.to_vec()),
        "assigned" => Test::Assigned(values.to_vec()),
        "party" => Test::Party(values.iter().map(|value| party(value)).collect::<Result<_, _>>()?),
        "turn" => Test::Turn(turns(values)?),
        "urgent" => Test::Urgent(yes_or_no(&whole)?),
        "rising" => Test::Rising(yes_or_no(&whole)?),
        "member" => Test::Member(values.to_vec()),
        "employer" => Test::Employer(values.to_vec()),
        "local" => Test::Local(values.to_vec()),
        _ => return Err(FilterProblem::NoValue),
    })
}

fn codes<T: Coded>(values: &[String]) -> Result<Vec<T>, FilterProblem> {
    values.iter().map(|value| T::parse(value).map_err(FilterProblem::from)).collect()
}

fn status(value: &str) -> Result<StatusTest, UnknownCode> {
    const KNOWN: [&str; 7] = ["open", "new", "confirmed", "raised", "answered", "closed", "withdrawn"];
    if value.trim().eq_ignore_ascii_case("open") {
        return Ok(StatusTest::Open);
    }
    Status::parse(value).map(StatusTest::Is).map_err(|unknown| UnknownCode { known: &KNOWN, ..unknown })
}

/// The key of a party; of a kind of party alone (`nssf-branch`, `employer:`) one that ends in a colon.
fn party(value: &str) -> Result<String, UnknownCode> {
    if let Ok(party) = value.parse::<Party>() {
        return Ok(party.key());
    }
    let kind = value.trim().trim_end_matches(':').to_ascii_lowercase();
    let is_kind =
        Party::FORMS.iter().any(|form| form.split_once(':').is_some_and(|(known, _)| known == kind));
    if is_kind {
        return Ok(format!("{kind}:"));
    }
    Err(UnknownCode { table: "party", given: value.to_owned(), known: &Party::FORMS })
}

fn turns(values: &[String]) -> Result<Vec<Turn>, UnknownCode> {
    let mut turns = Vec::new();
    for value in values {
        turns.extend(Turn::named(value)?);
    }
    Ok(turns)
}

fn yes_or_no(value: &str) -> Result<bool, FilterProblem> {
    match value.trim().to_lowercase().as_str() {
        "yes" | "true" | "បាទ" | "ចាស" => Ok(true),
        "no" | "false" | "ទេ" => Ok(false),
        _ => Err(FilterProblem::YesOrNo),
    }
}

fn places(
    level: Level,
    values: &[String],
    names: &dyn Names,
) -> Result<Vec<crate::domain::place::PlaceCode>, FilterProblem> {
    let mut found = Vec::new();
    for value in values {
        let matches = names
            .places(level, value)
            .map_err(|nearest| FilterProblem::UnknownPlace { given: value.clone(), nearest })?;
        found.extend(matches);
    }
    Ok(found)
}

fn facilities(
    values: &[String],
    names: &dyn Names,
) -> Result<Vec<crate::domain::facility::FacilityId>, FilterProblem> {
    let mut found = Vec::new();
    for value in values {
        let matches = names
            .facilities(value)
            .map_err(|nearest| FilterProblem::UnknownFacility { given: value.clone(), nearest })?;
        found.extend(matches);
    }
    Ok(found)
}

#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

/// A day; a month (`2026-06`) or a year stands for its first or last day.
fn day(text: &str, edge: Edge) -> Result<NaiveDate, FilterProblem> {
    let plain = digits::to_ascii(text.trim());
    let parts: Vec<&str> = plain.split('-').collect();
    let span = match parts.as_slice() {
        [year] if year.len() == 4 => first_of(year, "1").map(|first| (first, 12)),
        [year, month] if year.len() == 4 => first_of(year, month).map(|first| (first, 1)),
        _ => None,
    };
    match (span, edge) {
        (Some((first, _)), Edge::First) => Ok(first),
        (Some((first, months)), Edge::Last) => Ok(first
            .checked_add_months(Months::new(months))
            .and_then(|next| next.checked_sub_days(Days::new(1)))
            .unwrap_or(first)),
        (None, _) => date::parse(text).map_err(FilterProblem::from),
    }
}

fn first_of(year: &str, month: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)
}

/// The field nearest to a mistyped one, if it is near enough to be meant.
fn nearest_field(typed: &str) -> Option<&'static str> {
    FIELDS
        .iter()
        .map(|&(name, _, _)| (strsim::osa_distance(typed, name), name))
        .min()
        .filter(|&(distance, name)| distance <= 2 && distance < name.len())
        .map(|(_, name)| name)
}
