//! What an XLSForm asks, row by row, and what may be chosen. Question names are the columns of the contract and choice names
//! its codes, so that an export of what was collected needs no map.
//!
//! Conditions are those of `domain::draft`: what a telephone lets through, the book takes.

use crate::domain::case::{LONGEST_LINE, LONGEST_NARRATIVE, LONGEST_NSSF_NUMBER};
use crate::domain::column::Column;
use crate::domain::date::EARLIEST;
use crate::domain::facility::Facility;
use crate::domain::issue::IssueCode;
use crate::domain::times::LONGEST_WAIT;
use crate::domain::values::{Coded, PayReason, Payer, Purpose, Relation, Severity, Sex, Stage, ToldBy};
use crate::i18n::{Lang, Meaning, Named, anchor, columns::header, label, question};
use crate::reference::{self, Place, hospitals::commune_facility};

use super::words;
use crate::domain::facility::FacilityKind;

/// A text in both languages, Khmer first.
pub type Said = [String; 2];

/// A sentence of the program's own.
type Say = fn(Lang) -> &'static str;

/// The choice that stands for a facility that is in no list; its name follows in a text.
pub const OTHER: &str = "other";

/// A row of the survey; what is empty stays an empty cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// `text`, `select_one payer`, `begin_group` …
    pub kind: String,
    /// The column.
    pub name: String,
    /// What is asked.
    pub label: Option<Said>,
    /// What helps to answer.
    pub hint: Option<Said>,
    /// Whether there must be an answer.
    pub is_required: bool,
    /// When it is asked.
    pub relevant: String,
    /// What is taken.
    pub constraint: String,
    /// Why another answer is not.
    pub refused: Option<Said>,
    /// Which choices are offered.
    pub choice_filter: String,
    /// How it looks.
    pub appearance: &'static str,
    /// What it is, where nobody is asked.
    pub calculation: &'static str,
}

/// A row of the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Of which list.
    pub list: String,
    /// The code.
    pub name: String,
    /// What it is called.
    pub label: Said,
    /// Where it is, of places: the province of a district, the district of a facility.
    pub within: String,
    /// Of stages: in which kind of facility.
    pub care: &'static str,
}

/// A sentence in both languages.
pub fn both(say: Say) -> Said {
    Lang::ALL.map(|lang| say(lang).to_owned())
}

fn labelled(column: Column) -> Said {
    Lang::ALL.map(|lang| label(column, lang).to_owned())
}

impl Question {
    fn new(kind: &str, name: &str, asked: Said) -> Self {
        Self { kind: kind.to_owned(), name: name.to_owned(), label: Some(asked), ..Self::default() }
    }

    fn of(kind: &str, column: Column) -> Self {
        Self::new(kind, column.code(), labelled(column))
    }

    /// One of the values of a table.
    fn one<T: Coded>(column: Column) -> Self {
        Self::of(&format!("select_one {}", T::TABLE), column)
    }

    fn hint(self, say: Say) -> Self {
        Self { hint: Some(both(say)), ..self }
    }

    fn needed(self) -> Self {
        Self { is_required: true, ..self }
    }

    fn when(self, relevant: impl Into<String>) -> Self {
        Self { relevant: relevant.into(), ..self }
    }

    fn only(self, constraint: impl Into<String>, refused: Say) -> Self {
        Self { constraint: constraint.into(), refused: Some(both(refused)), ..self }
    }

    fn among(self, filter: &str) -> Self {
        Self { choice_filter: filter.to_owned(), ..self }
    }

    fn looks(self, appearance: &'static str) -> Self {
        Self { appearance, ..self }
    }

    /// Bounded as lines of a case are.
    fn line(self) -> Self {
        self.only(format!("string-length(.) <= {LONGEST_LINE}"), words::too_long)
    }
}

/// What is asked, in the order of the form on the screen.
pub fn survey() -> Vec<Question> {
    let parts: [(&str, Say, Vec<Question>); 9] = [
        ("the_visit", words::part_visit, visit()),
        ("the_trouble", words::part_trouble, trouble()),
        ("the_times", words::part_times, times()),
        ("the_payment", words::part_money, money()),
        ("the_story", words::part_story, story()),
        ("the_people", words::part_people, people()),
        ("the_work", words::part_work, work()),
        ("the_member", words::part_member, member()),
        ("the_consent", words::part_consent, consent()),
    ];
    let mut rows = Vec::new();
    for (name, title, questions) in parts {
        rows.push(Question::new("begin_group", name, both(title)).looks("field-list"));
        rows.extend(questions);
        rows.push(Question { kind: "end_group".to_owned(), ..Question::default() });
    }
    rows.push(Question {
        kind: "calculate".to_owned(),
        name: Column::Channel.code().to_owned(),
        calculation: "'form'",
        ..Question::default()
    });
    rows
}

fn visit() -> Vec<Question> {
    vec![
        Question::of("select_one province", Column::Province).needed().looks("minimal autocomplete"),
        Question::of("select_one district", Column::District)
            .needed()
            .among("within = ${province}")
            .looks("minimal autocomplete"),
        Question::of("select_one facility", Column::Facility)
            .hint(words::hint_facility)
            .needed()
            .among(&format!("within = ${{district}} or name = '{OTHER}'"))
            .looks("minimal autocomplete"),
        Question::new("text", "facility_other", both(words::other_facility))
            .needed()
            .when(format!("${{facility}} = '{OTHER}'"))
            .line(),
        Question::of("date", Column::VisitedOn)
            .needed()
            .only(format!(". <= today() and . >= date('{EARLIEST}')"), words::bad_day),
        Question::one::<Stage>(Column::Stage).among(&format!(
            "care = 'any' or ${{facility}} = '{OTHER}' or care = if(starts-with(${{facility}}, 'HC-'), 'centre', 'hospital')"
        )),
    ]
}

fn trouble() -> Vec<Question> {
    let mut rows = vec![
        Question::new("select_multiple issue", Column::Issues.code(), both(words::which_issues))
            .hint(words::all_that_apply)
            .needed(),
    ];
    for &code in IssueCode::ALL {
        let asked = Lang::ALL.map(|lang| words::how_bad(lang, code.name(lang)));
        let is_chosen = format!("selected(${{issues}}, '{code}')");
        let list = format!("select_one severity_{code}");
        rows.push(Question::new(&list, &format!("severity_{code}"), asked).needed().when(is_chosen.clone()));
        match code {
            IssueCode::Pay => {
                let list = format!("select_one {}", PayReason::TABLE);
                rows.push(
                    Question::new(&list, "why_PAY", both(words::why_asked_to_pay)).when(is_chosen.clone()),
                );
            }
            IssueCode::Cash => {
                rows.push(
                    Question::of("date", Column::ClaimedOn)
                        .when(is_chosen.clone())
                        .only(format!(". <= today() and . >= date('{EARLIEST}')"), words::bad_day),
                );
                rows.push(
                    Question::of("integer", Column::ClaimedRiel).when(is_chosen).only(RIEL, words::bad_riel),
                );
            }
            _ => {}
        }
    }
    rows
}

/// A telephone counts in 32 bits.
const RIEL: &str = ". >= 0 and . <= 2000000000";

/// The times in the order in which they happen.
const TIMES: [Column; 5] =
    [Column::Arrived, Column::Registered, Column::Seen, Column::Medicine, Column::Left];

fn times() -> Vec<Question> {
    let mut rows: Vec<Question> = Vec::new();
    for (place, column) in TIMES.into_iter().enumerate() {
        let before = TIMES.get(..place).unwrap_or_default();
        let asked = Question::of("time", column).hint(words::hint_time);
        // Of two, the earlier on the clock was on the next day: only a third can be out of order.
        rows.push(if before.len() < 2 { asked } else { asked.only(in_order(before), words::bad_order) });
    }
    rows.push(
        Question::new(
            "integer",
            Column::WaitedMinutes.code(),
            Lang::ALL.map(|lang| header(Column::WaitedMinutes, lang).to_owned()),
        )
        .hint(words::hint_waited)
        .when("${arrived} = '' or ${seen} = ''")
        .only(format!(". >= 0 and . <= {LONGEST_WAIT}"), words::bad_wait),
    );
    rows
}

/// That a time comes after those before it, counted within a day from the first of them that is known.
fn in_order(before: &[Column]) -> String {
    let first = coalesced(before.iter());
    let last = coalesced(before.iter().rev());
    let since = |time: &str| format!("(decimal-time({time}) - decimal-time({first}) + 1) mod 1");
    format!("{first} = '' or {} >= {}", since("."), since(&last))
}

/// The first of some answers that is there.
fn coalesced<'a>(mut columns: impl Iterator<Item = &'a Column>) -> String {
    let Some(first) = columns.next() else {
        return "''".to_owned();
    };
    let told = format!("${{{first}}}");
    match coalesced(columns) {
        none if none == "''" => told,
        others => format!("coalesce({told}, {others})"),
    }
}

fn money() -> Vec<Question> {
    vec![
        Question::one::<Payer>(Column::Payer),
        Question::of("integer", Column::PaidRiel).hint(words::hint_paid).only(RIEL, words::bad_riel),
        Question::of("decimal", Column::PaidUsd)
            .hint(words::hint_paid)
            .only("regex(., '^[0-9]{1,8}([.][0-9]{1,2})?$')", words::bad_dollars),
        Question::of("select_one yes_no", Column::PaidReceipt).when("${paid_riel} > 0 or ${paid_usd} > 0"),
    ]
}

fn story() -> Vec<Question> {
    vec![
        Question::of("text", Column::Narrative)
            .hint(words::hint_story)
            .looks("multiline")
            .only(format!("string-length(.) <= {LONGEST_NARRATIVE}"), words::too_long),
        Question::of("text", Column::Remedy).hint(words::hint_remedy).line(),
    ]
}

fn people() -> Vec<Question> {
    vec![
        Question::one::<ToldBy>(Column::ToldBy),
        Question::one::<Relation>(Column::PatientRelation),
        Question::one::<Sex>(Column::PatientSex),
    ]
}

fn work() -> Vec<Question> {
    vec![Question::of("text", Column::Employer).line(), Question::of("text", Column::Local).line()]
}

fn member() -> Vec<Question> {
    vec![
        Question::of("text", Column::MemberName).hint(words::hint_member).line(),
        Question::of("text", Column::MemberPhone)
            .hint(words::hint_member)
            .looks("numbers")
            .only("regex(., '^[+]?[0-9០-៩ -]{8,20}$')", words::bad_phone),
        Question::of("text", Column::MemberNssfNumber)
            .hint(words::hint_member)
            .only(format!("string-length(.) <= {LONGEST_NSSF_NUMBER}"), words::too_long),
        Question::of("text", Column::MemberSafeTime).line(),
    ]
}

fn consent() -> Vec<Question> {
    let list = format!("select_multiple {}", Purpose::TABLE);
    vec![Question::new(&list, Column::Consent.code(), both(words::agrees_to)).hint(words::hint_consent)]
}

/// All lists.
pub fn choices() -> Vec<Choice> {
    let mut rows = Vec::new();
    places(&mut rows);
    facilities(&mut rows);
    for stage in Stage::ALL {
        let care = match (Stage::HOSPITAL.contains(stage), Stage::HEALTH_CENTRE.contains(stage)) {
            (true, true) => "any",
            (true, false) => "hospital",
            _ => "centre",
        };
        rows.push(Choice { care, ..named(Stage::TABLE, *stage) });
    }
    rows.extend(IssueCode::ALL.iter().map(|code| plain("issue", code.code(), |lang| code.meaning(lang))));
    for &code in IssueCode::ALL {
        let list = format!("severity_{code}");
        rows.extend(Severity::ALL.iter().map(|&severity| {
            let told =
                Lang::ALL.map(|lang| format!("{} – {}", severity.name(lang), anchor(code, severity, lang)));
            choice(&list, severity.code(), told)
        }));
    }
    table::<PayReason>(&mut rows);
    table::<Payer>(&mut rows);
    table::<ToldBy>(&mut rows);
    table::<Relation>(&mut rows);
    table::<Sex>(&mut rows);
    rows.push(plain("yes_no", "yes", words::there_is));
    rows.push(plain("yes_no", "no", words::there_is_none));
    rows.extend(
        Purpose::ALL.iter().map(|&one| plain(Purpose::TABLE, one.code(), |lang| question(one, lang))),
    );
    rows
}

fn choice(list: &str, name: &str, label: Said) -> Choice {
    Choice { list: list.to_owned(), name: name.to_owned(), label, within: String::new(), care: "" }
}

fn plain(list: &str, name: &str, say: impl Fn(Lang) -> &'static str) -> Choice {
    choice(list, name, Lang::ALL.map(|lang| say(lang).to_owned()))
}

fn named<T: Coded + Named>(list: &str, value: T) -> Choice {
    plain(list, value.code(), |lang| value.name(lang))
}

fn table<T: Coded + Named>(rows: &mut Vec<Choice>) {
    rows.extend(T::ALL.iter().map(|value| named(T::TABLE, *value)));
}

fn places(rows: &mut Vec<Choice>) {
    let called = |place: &Place| [place.name_km.clone(), place.name_en.clone()];
    for place in reference::provinces() {
        rows.push(choice("province", &place.code.to_string(), called(place)));
    }
    for place in reference::district_places() {
        let within = place.code.province().to_string();
        rows.push(Choice { within, ..choice("district", &place.code.to_string(), called(place)) });
    }
}

/// The listed hospitals of each district, the health centre of each of its communes, and the one that is not there.
fn facilities(rows: &mut Vec<Choice>) {
    let called = |facility: Facility, within: String| {
        let label = [facility.name_km, facility.name_en];
        Choice { within, ..choice("facility", facility.id.as_str(), label) }
    };
    for district in reference::district_places().filter_map(|place| place.code.district()) {
        let listed = reference::hospitals().filter(|hospital| hospital.district == Some(district));
        rows.extend(listed.map(|hospital| called(hospital.clone(), district.to_string())));
        let communes = reference::communes_of(district).filter_map(|place| place.code.commune());
        let centres = communes.filter_map(|commune| commune_facility(FacilityKind::HealthCentre, commune));
        rows.extend(centres.map(|centre| called(centre, district.to_string())));
    }
    rows.push(plain("facility", OTHER, words::not_listed));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_question_is_a_column_of_the_contract_or_an_addition_to_one() {
        let mut seen = BTreeSet::new();
        for row in survey().iter().filter(|row| !row.kind.ends_with("_group")) {
            assert!(seen.insert(row.name.clone()), "{} twice", row.name);
            let of_issue =
                row.name.strip_prefix("severity_").is_some_and(|code| IssueCode::parse(code).is_ok());
            let added = of_issue || ["why_PAY", "facility_other"].contains(&row.name.as_str());
            assert!(added || Column::parse(&row.name).is_ok(), "{}", row.name);
        }
        for needed in [Column::VisitedOn, Column::Facility, Column::Issues] {
            assert!(seen.contains(needed.code()));
        }
    }

    #[test]
    fn every_list_that_is_asked_from_is_there_and_every_listed_hospital_is_offered() {
        let choices = choices();
        let mut names = BTreeSet::new();
        for choice in &choices {
            assert!(names.insert((&choice.list, &choice.name)), "{choice:?}");
            assert!(!choice.name.contains(char::is_whitespace), "{choice:?}");
        }
        for row in survey() {
            if let Some(list) =
                row.kind.strip_prefix("select_one ").or(row.kind.strip_prefix("select_multiple "))
            {
                assert!(choices.iter().any(|choice| choice.list == list), "{list}");
            }
        }
        let of_list = |list: &str| choices.iter().filter(|choice| choice.list == list).count();
        assert_eq!(of_list("facility"), reference::hospitals().count() + 1_652 + 1);
        assert_eq!((of_list("province"), of_list("district")), (25, 210));
    }

    #[test]
    fn times_are_held_against_the_first_and_the_last_that_are_known() {
        assert_eq!(
            in_order(&[Column::Arrived, Column::Registered]),
            "coalesce(${arrived}, ${registered}) = '' or \
             (decimal-time(.) - decimal-time(coalesce(${arrived}, ${registered})) + 1) mod 1 >= \
             (decimal-time(coalesce(${registered}, ${arrived})) - decimal-time(coalesce(${arrived}, ${registered})) + 1) mod 1"
        );
    }
}
