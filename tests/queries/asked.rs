//! Queries at random, of values that occur and some that do not.

use chrono::{Days, NaiveDate};
use wardbook::book::{GroupBy, Listing, Order};
use wardbook::domain::filter::{Comparison, Filter, StatusTest, Term, Test};
use wardbook::domain::issue::IssueCode;
use wardbook::domain::number::DeskCode;
use wardbook::domain::period::Span;
use wardbook::domain::place::PlaceCode;
use wardbook::domain::standing::Turn;
use wardbook::domain::values::{Coded, Evidence, Payer, Purpose, Severity, Stage, Status};

use crate::plain::Row;
use crate::random::Random;
use crate::told::today;

/// One question.
#[derive(Debug)]
pub struct Asked {
    pub listing: Listing,
    pub by: GroupBy,
    pub span: Span,
}

/// A question about these rows.
pub fn question(random: &mut Random, rows: &[Row]) -> Asked {
    let terms = (0..=random.below(4)).map(|_| term(random, rows)).collect();
    let day = |random: &mut Random| random.percent(30).then(|| day(random, rows));
    Asked {
        listing: Listing {
            filter: Filter { terms },
            order: random.pick(&Order::NAMES).1,
            offset: if random.percent(60) { 0 } else { random.below(300) },
            limit: random.percent(95).then(|| random.below(30)),
            riel_per_dollar: *random.pick(&[4_000, 4_000, 4_100, 0]),
        },
        by: random.pick(&GroupBy::NAMES).1,
        span: Span { since: day(random), until: day(random) },
    }
}

fn term(random: &mut Random, rows: &[Row]) -> Term {
    Term { negated: random.percent(30), test: test(random, rows) }
}

fn test(random: &mut Random, rows: &[Row]) -> Test {
    match random.below(32) {
        0 | 1 => Test::Place((0..=random.below(2)).map(|_| place(random, rows)).collect()),
        2 => Test::DistrictUnknown,
        3 => Test::Facility(facilities(random, rows)),
        4 | 5 => Test::Issue(random.some(IssueCode::ALL, 3)),
        6 | 7 => Test::Severity(random.some(Severity::ALL, 2)),
        8 => Test::Payer(random.some(Payer::ALL, 3)),
        9 => Test::Stage(random.some(Stage::ALL, 3)),
        10 => Test::Status((0..=random.below(2)).map(|_| status(random)).collect()),
        11 => Test::Evidence(random.some(Evidence::ALL, 2)),
        12 => Test::Consent(random.some(Purpose::ALL, 2)),
        13 | 14 => Test::Waited(comparison(random), minutes(random, rows)),
        15 => Test::Paid(comparison(random), riel(random, rows)),
        16 => Test::Since(day(random, rows)),
        17 => Test::Until(day(random, rows)),
        18 => Test::RecordedSince(recorded(random, rows)),
        19 => Test::RecordedUntil(recorded(random, rows)),
        20 => Test::Desk(
            random.some(&["HQ", "KPC", "SRAB", "ZZ"].map(|code| code.parse::<DeskCode>().unwrap()), 2),
        ),
        21 => Test::Officer(vec![cut(random, "Sok Dara Chan មាស")]),
        22 => Test::Assigned(names(random, rows)),
        23 | 24 => Test::Employer(names(random, rows)),
        25 => Test::Local(names(random, rows)),
        26 | 27 => Test::Member(members(random, rows)),
        28 if random.percent(10) => {
            Test::Party(random.some(&["nssf", "nssf-branch:", "phd:08"].map(str::to_owned), 2))
        }
        28 if random.percent(10) => Test::Rising(true),
        29 => Test::Turn(random.some(Turn::ALL, 3)),
        30 if random.percent(50) => Test::Urgent(random.percent(50)),
        _ => Test::Text(text(random, rows)),
    }
}

fn place(random: &mut Random, rows: &[Row]) -> PlaceCode {
    let known = random.pick(rows).facility.as_ref().map(|facility| facility.place());
    let place = known.unwrap_or("08".parse().unwrap());
    match random.below(3) {
        0 => place,
        1 => place.district().map_or(place, PlaceCode::District),
        _ => PlaceCode::Province(place.province()),
    }
}

fn facilities(random: &mut Random, rows: &[Row]) -> Vec<wardbook::domain::facility::FacilityId> {
    let mut ids: Vec<_> = (0..=random.below(2)).map(|_| random.pick(rows).facility_id().clone()).collect();
    if random.percent(20) {
        ids.push("NOWHERE-1".parse().unwrap());
    }
    ids
}

fn status(random: &mut Random) -> StatusTest {
    if random.percent(30) { StatusTest::Open } else { StatusTest::Is(*random.pick(Status::ALL)) }
}

fn comparison(random: &mut Random) -> Comparison {
    use Comparison::{AtLeast, AtMost, Equal, Over, Under};
    *random.pick(&[Over, AtLeast, Under, AtMost, Equal])
}

fn minutes(random: &mut Random, rows: &[Row]) -> u32 {
    let waited = random.pick(rows).waited.unwrap_or(0);
    if random.percent(80) { waited } else { *random.pick(&[0, 1, 60, u32::MAX]) }
}

fn riel(random: &mut Random, rows: &[Row]) -> u64 {
    let paid = random.pick(rows).case().map_or(0, |case| case.record.paid.in_riel(4_000));
    if random.percent(80) { paid } else { *random.pick(&[0, 1, 1_000, u64::MAX]) }
}

fn day(random: &mut Random, rows: &[Row]) -> NaiveDate {
    match random.below(10) {
        0 => *random.pick(&[NaiveDate::MIN, NaiveDate::MAX]),
        1 => today(),
        2 | 3 => today().checked_sub_days(Days::new(random.below(120) as u64)).unwrap(),
        _ => random.pick(rows).visited_on,
    }
}

fn recorded(random: &mut Random, rows: &[Row]) -> NaiveDate {
    let recorded = random.pick(rows).case().map_or_else(today, |case| case.recorded_at.date_naive());
    if random.percent(10) { NaiveDate::MAX } else { recorded }
}

fn names(random: &mut Random, rows: &[Row]) -> Vec<String> {
    let mut names = Vec::new();
    for _ in 0..=random.below(2) {
        let record = random.pick(rows).case().map(|case| &case.record);
        let of = record.map(|record| [&record.employer, &record.local, &record.assigned_to]);
        let name = of.and_then(|of| of[random.below(3)].clone()).unwrap_or_default();
        names.push(if random.percent(20) { name } else { cut(random, &name) });
    }
    names
}

fn members(random: &mut Random, rows: &[Row]) -> Vec<String> {
    let mut members = Vec::new();
    for _ in 0..=random.below(2) {
        let member = &random.pick(rows).member;
        let text = member[random.below(2)].clone().unwrap_or_default();
        members.push(cut(random, &text));
    }
    members
}

/// One to twelve characters of something that stands in a case, or of nothing that does.
fn text(random: &mut Random, rows: &[Row]) -> String {
    let row = random.pick(rows);
    let of = match (random.below(12), row.case()) {
        (0, _) => {
            return (*random.pick(&["zzqx", "😀", "។", " ", "\u{200B}", "-", "\u{0}", "ប.ស.ស", "0"]))
                .to_owned();
        }
        (1, Some(case)) => case.number.to_string(),
        (2, Some(case)) => case.record.employer.clone().unwrap_or_default(),
        (3, Some(case)) => case.record.remedy.clone().unwrap_or_default(),
        (4, _) => row.facility.as_ref().map(|known| known.name_km.clone()).unwrap_or_default(),
        (5, _) => row.facility.as_ref().map(|known| known.name_en.clone()).unwrap_or_default(),
        _ => row.narrative.clone().unwrap_or_default(),
    };
    let needle = cut(random, &of);
    match random.below(10) {
        0 => needle.to_uppercase(),
        1 => needle.chars().flat_map(|character| [character, '\u{200B}']).collect(),
        _ => needle,
    }
}

fn cut(random: &mut Random, text: &str) -> String {
    let length = 1 + random.below(12);
    let from = random.below(text.chars().count());
    text.chars().skip(from).take(length).collect()
}
