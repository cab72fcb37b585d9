//! What an XLSForm asks, row by row, and what may be chosen. Question names are the columns of the contract and choice names
//! its codes, so that an export of what was collected needs no map.
//!
//! Conditions are those of `domain::draft`: what a telephone lets through, the book takes.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::case::{LONGEST_LINE, LONGEST_NARRATIVE, LONGEST_NSSF_NUMBER};
use crate::domain::column::Column;
use crate::domain::date::EARLIEST;
use crate::domain::facility::Facility;
use crate::domain::issue::IssueCode;
use crate::domain::times::LONGEST_WAIT;
use crate::domain::values::{Coded, PayReason, Payer, Purpose, Relation, Severity, Sex, Stage, ToldBy};
use crate::i18n::{Lang, Meaning, Named, asked, columns::header, label, question};
use crate::reference::{self, Place, hospitals::commune_facility};

use super::words;
use crate::domain::facility::FacilityKind;

/// A text in both languages, Khmer first.
pub type Said = [String; 2];

/// A sentence of the program's own.
type Say = fn(Lang) -> &'static str;

/// The choice that stands for a facility that is in no list; its name follows in a text.
pub const OTHER: &str = "other";

/// What the form works out of the facility: which stages of care it has. It is no field of a case.
const FACILITY_CARE: &str = "facility_care";

/// All stages of care: of what is known in either kind of facility, and of a facility that is in no list.
const ANY_CARE: &str = "any";

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
    /// Of stages and facilities: which kind of facility it is, `hospital` or `centre`.
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
            .among(&format!("within = ${{district}} or within = ${{province}} or name = '{OTHER}'"))
            .looks("minimal autocomplete"),
        Question::new("text", "facility_other", both(asked::other_facility))
            .needed()
            .when(format!("${{facility}} = '{OTHER}'"))
            .line(),
        Question::of("date", Column::VisitedOn)
            .needed()
            .only(format!(". <= today() and . >= date('{EARLIEST}')"), words::bad_day),
        Question {
            kind: "calculate".to_owned(),
            name: FACILITY_CARE.to_owned(),
            calculation: "instance('facility')/root/item[name = ${facility}]/care",
            ..Question::default()
        },
        Question::one::<Stage>(Column::Stage).among(&format!(
            "care = '{ANY_CARE}' or ${{{FACILITY_CARE}}} = '{ANY_CARE}' or care = ${{{FACILITY_CARE}}}"
        )),
    ]
}

fn trouble() -> Vec<Question> {
    let mut rows = vec![
        Question::new("select_multiple issue", Column::Issues.code(), both(asked::which_issues))
            .hint(words::all_that_apply)
            .needed(),
    ];
    for code in graded() {
        let asked = Lang::ALL.map(|lang| asked::how_bad(lang, code.name(lang)));
        let is_chosen = format!("selected(${{issues}}, '{code}')");
        let list = format!("select_one severity_{code}");
        rows.push(Question::new(&list, &format!("severity_{code}"), asked).needed().when(is_chosen.clone()));
        match code {
            IssueCode::Pay => {
                let list = format!("select_one {}", PayReason::TABLE);
                rows.push(
                    Question::new(&list, "why_PAY", both(asked::why_asked_to_pay)).when(is_chosen.clone()),
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

/// The issues that are more or less bad: praise is not.
fn graded() -> impl Iterator<Item = IssueCode> {
    IssueCode::ALL.iter().copied().filter(|code| *code != IssueCode::Good)
}

/// A telephone counts in 32 bits.
const RIEL: &str = ". >= 0 and . <= 2000000000";

fn times() -> Vec<Question> {
    let mut rows: Vec<Question> = Vec::new();
    for (place, column) in Column::TIMES.into_iter().enumerate() {
        let before = Column::TIMES.get(..place).unwrap_or_default();
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
    vec![Question::new(&list, Column::Consent.code(), both(asked::agrees_to)).hint(words::hint_consent)]
}

/// All lists, with the facilities that are offered.
pub fn choices(offered: &[Arc<Facility>]) -> Vec<Choice> {
    let mut rows = Vec::new();
    places(&mut rows);
    facilities(&mut rows, offered);
    for stage in Stage::ALL {
        let care = match (Stage::HOSPITAL.contains(stage), Stage::HEALTH_CENTRE.contains(stage)) {
            (true, true) => ANY_CARE,
            (one_kind, _) => care(one_kind),
        };
        rows.push(Choice { care, ..named(Stage::TABLE, *stage) });
    }
    rows.extend(IssueCode::ALL.iter().map(|code| plain("issue", code.code(), |lang| code.meaning(lang))));
    for code in graded() {
        let list = format!("severity_{code}");
        rows.extend(Severity::ALL.iter().map(|&severity| {
            choice(&list, severity.code(), Lang::ALL.map(|lang| asked::graded(code, severity, lang)))
        }));
    }
    table::<PayReason>(&mut rows);
    table::<Payer>(&mut rows);
    table::<ToldBy>(&mut rows);
    table::<Relation>(&mut rows);
    table::<Sex>(&mut rows);
    rows.push(plain("yes_no", "yes", asked::there_is));
    rows.push(plain("yes_no", "no", asked::there_is_none));
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

/// The facilities that are known without a book: the listed hospitals, and the health centre of each commune.
pub fn built_in() -> impl Iterator<Item = Facility> {
    let communes = reference::district_places().filter_map(|place| place.code.district());
    let communes = communes.flat_map(|district| {
        reference::communes_of(district).filter_map(|place| place.code.commune()).collect::<Vec<_>>()
    });
    let centres = communes.filter_map(|commune| commune_facility(FacilityKind::HealthCentre, commune));
    reference::hospitals().cloned().chain(centres)
}

fn care(is_hospital: bool) -> &'static str {
    if is_hospital { "hospital" } else { "centre" }
}

/// The facilities of each district, hospitals first, those of which only the province is known, and the one that is not there.
/// Of two that are called the same in one place each bears its identifier, so that whoever chooses can tell them apart.
fn facilities(rows: &mut Vec<Choice>, offered: &[Arc<Facility>]) {
    let within = |facility: &Facility| match facility.district {
        Some(district) if reference::place(district).is_some() => district.to_string(),
        _ => facility.province.to_string(),
    };
    let mut sorted: Vec<(String, &Facility)> =
        offered.iter().map(|facility| (within(facility), facility.as_ref())).collect();
    sorted.sort_by(|(one_place, one), (other_place, other)| {
        let key = |facility: &Facility| (!facility.kind.is_hospital(), facility.id.clone());
        one_place.cmp(other_place).then_with(|| key(one).cmp(&key(other)))
    });
    let mut called: HashMap<(&str, &str), usize> = HashMap::new();
    for (place, facility) in &sorted {
        let names = BTreeSet::from([facility.name_km.as_str(), facility.name_en.as_str()]);
        for name in names {
            *called.entry((place, name)).or_default() += 1;
        }
    }
    for (place, facility) in &sorted {
        let names = [&facility.name_km, &facility.name_en].map(String::as_str);
        let is_shared = names.iter().any(|name| called.get(&(place.as_str(), *name)).is_some_and(|n| *n > 1));
        let label =
            names.map(|name| if is_shared { format!("{name} ({})", facility.id) } else { name.to_owned() });
        let plain = choice("facility", facility.id.as_str(), label);
        rows.push(Choice { within: place.clone(), care: care(facility.kind.is_hospital()), ..plain });
    }
    rows.push(Choice { care: ANY_CARE, ..plain("facility", OTHER, asked::not_listed) });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Arc<Facility>> {
        built_in().map(Arc::new).collect()
    }

    #[test]
    fn every_question_is_a_column_of_the_contract_or_an_addition_to_one() {
        let mut seen = BTreeSet::new();
        for row in survey().iter().filter(|row| !row.kind.ends_with("_group")) {
            assert!(seen.insert(row.name.clone()), "{} twice", row.name);
            let of_issue =
                row.name.strip_prefix("severity_").is_some_and(|code| IssueCode::parse(code).is_ok());
            assert_ne!(row.name, "severity_GOOD", "praise is not more or less bad");
            let added = of_issue || ["why_PAY", "facility_other", FACILITY_CARE].contains(&row.name.as_str());
            assert!(added || Column::parse(&row.name).is_ok(), "{}", row.name);
        }
        for needed in [Column::VisitedOn, Column::Facility, Column::Issues] {
            assert!(seen.contains(needed.code()));
        }
    }

    #[test]
    fn every_list_that_is_asked_from_is_there_and_every_listed_hospital_is_offered() {
        let choices = choices(&known());
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
    fn of_facilities_that_are_called_the_same_in_one_place_each_bears_its_number() {
        let mut offered: Vec<Facility> = Vec::new();
        for (id, place, name) in
            [("77001", "0801", "Star"), ("77002", "0801", "Star"), ("77003", "0802", "Star")]
        {
            let of = reference::hospitals().next().unwrap().clone();
            let district = Some(place.parse().unwrap());
            let kind = FacilityKind::PrivateClinic;
            let (name_km, name_en) = (format!("{name} ក"), name.to_owned());
            offered.push(Facility { id: id.parse().unwrap(), kind, name_km, name_en, district, ..of });
        }
        // Of the last nobody knows more than the province.
        offered.push(Facility { id: "77004".parse().unwrap(), district: None, ..offered[0].clone() });
        let offered: Vec<Arc<Facility>> = offered.into_iter().map(Arc::new).collect();
        let rows = choices(&offered);
        let rows = rows.iter().filter(|row| row.list == "facility");
        let rows: Vec<[&str; 4]> =
            rows.map(|row| [row.name.as_str(), &row.label[1], &row.within, row.care]).collect();
        let province = offered[3].province.to_string();
        assert_eq!(
            rows,
            [
                ["77004", "Star", &province, "centre"],
                ["77001", "Star (77001)", "0801", "centre"],
                ["77002", "Star (77002)", "0801", "centre"],
                ["77003", "Star", "0802", "centre"],
                [OTHER, asked::not_listed(Lang::En), "", "any"],
            ]
        );
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
