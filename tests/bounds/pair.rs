//! Two briefs of one meeting, the fund's and that of a provincial health department, of books made by chance: read as they
//! are printed, by their tables and sentences. Where both together bound a count of 1 to 4 that neither bounds alone, the one
//! that is made second must have warned, whichever that is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use wardbook::app::brief::{BriefRequest, BriefWarning, Prepared};
use wardbook::app::{Clock, ImportOptions, NewBook, Session, Settings};
use wardbook::book::{Cost, Device, Options, Secret};
use wardbook::brief::document::{Block, Cell, Document};
use wardbook::domain::place::PlaceCode;
use wardbook::i18n::Lang;
use wardbook::reference;

use super::book::Chance;
use super::is_small;
use super::simplex::Program;

/// Facilities with their districts: three districts of Kandal, and two other provinces.
const FACILITIES: [(&str, &str); 7] = [
    ("HC-080101", "0801"),
    ("HC-080102", "0801"),
    ("HC-080201", "0802"),
    ("HC-080202", "0802"),
    ("HC-080302", "0803"),
    ("HC-120401", "1204"),
    ("HC-210101", "2101"),
];
const PROVINCE: &str = "08";
const ISSUES: [&str; 3] = ["WAIT", "PAY", "MED"];
const SETS: usize = 7;
const GRADES: [&str; 4] = ["A", "B", "C", "D"];

/// A case of a made-up book.
struct Case {
    facility: usize,
    /// A bit for each problem, at least one.
    issues: usize,
    grade: usize,
    /// Whether its wait is known, and whether it is severe.
    is: [bool; 2],
}

const TIMED: usize = 0;
const SEVERE: usize = 1;

/// Mostly books of small numbers, of which two briefs nearly always bound some; each fourth has none.
fn book(seed: u64) -> Vec<Case> {
    let mut chance = Chance(seed);
    let is_large = seed % 4 == 3;
    let often = [0; 2].map(|_| if is_large { 10 } else { 2 + chance.below(9) });
    let many = 3 + chance.below(14);
    let mut cases = Vec::new();
    for facility in 0..FACILITIES.len() {
        let cases_here = if is_large { 12 + chance.below(20) } else { chance.below(many + 1) };
        for _ in 0..cases_here {
            let issues =
                if chance.below(3) == 0 { 1 + chance.below(SETS) } else { 1 << chance.skewed(ISSUES.len()) };
            let is = often.map(|often| chance.below(10) < often);
            let grade = if is_large { chance.below(2) } else { chance.skewed(GRADES.len()) };
            cases.push(Case { facility, issues, grade, is });
        }
    }
    cases
}

fn session(cases: &[Case], folder: &Path) -> Session {
    let mut table = String::from(
        "source_id,visited_on,facility,issues,payer,waited_minutes,evidence,consent,narrative\n",
    );
    for (number, case) in cases.iter().enumerate() {
        let code = |bit: &usize| case.issues >> bit & 1 == 1;
        let severity = if case.is[SEVERE] { "high" } else { "low" };
        let issues: Vec<String> =
            (0..ISSUES.len()).filter(code).map(|bit| format!("{}:{severity}", ISSUES[bit])).collect();
        let wait = if case.is[TIMED] { "100" } else { "" };
        let facility = FACILITIES[case.facility].0;
        let name = name_of(facility);
        writeln!(
            table,
            "{number},2026-10-03,{facility},{},nssf,{wait},{},count;story,It happened at {name}.",
            issues.join(";"),
            GRADES[case.grade]
        )
        .unwrap();
    }
    let file = folder.join("cases.csv");
    std::fs::write(&file, table).unwrap();
    let options = Options {
        path: folder.join("book"),
        secret: Secret::passphrase("secret"),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    };
    let clock = Clock::Fixed("2026-11-22T09:00:00+07:00".parse().unwrap());
    let made = NewBook::make(&options, "KC", "Sok Dara", clock, Settings::default()).unwrap();
    let mut session = made.session;
    let report = session.import(&file, &ImportOptions::default(), |_| true).unwrap();
    assert_eq!(report.added, cases.len(), "{report:?}");
    session
}

fn name_of(facility: &str) -> String {
    reference::facility(&facility.parse().unwrap()).unwrap().name_en.clone()
}

/// What a document prints.
#[derive(Debug, Default)]
struct Printed {
    total: u32,
    /// How many are timed and severe.
    of_total: [Option<u32>; 2],
    /// Places by their codes, problems by their numbers, facilities by theirs: cases, timed, severe.
    places: Vec<(String, u32, [Option<u32>; 2])>,
    /// Whether all places are among these.
    are_all_places: bool,
    problems: Vec<(usize, u32, [Option<u32>; 2])>,
    facilities: Vec<(usize, u32, [Option<u32>; 2])>,
    /// Grades that are told as one, and how many.
    grades: Vec<(Vec<usize>, u32)>,
    /// The facilities that stories name.
    told_of: Vec<usize>,
}

/// The number that stands in a text between two others.
fn number(text: &str, before: &str, behind: &str) -> Option<u32> {
    let rest = text.split_once(before)?.1;
    rest.split_once(behind)?.0.parse().ok()
}

fn cells(row: &[Cell]) -> Option<(String, u32, [Option<u32>; 2])> {
    let Cell::Text(name) = &row[0] else {
        return None;
    };
    let cases =
        row.iter().find_map(|cell| if let Cell::Count(count) = cell { Some(*count) } else { None })?;
    let timed = row.iter().find_map(|cell| if let Cell::Wait { of, .. } = cell { *of } else { None });
    let severe = row.iter().find_map(|cell| {
        let Cell::Share { share, .. } = cell else {
            return None;
        };
        Some((share * f64::from(cases)).round() as u32)
    });
    Some((name.to_string(), cases, [timed, severe]))
}

fn printed(document: &Document) -> Printed {
    let mut printed = Printed::default();
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) => {
                let text = text.to_string();
                if let Some(total) = number(&text, "This summary counts ", " cases") {
                    printed.total = total;
                    printed.of_total[TIMED] = number(&text, "The wait is known in ", " cases");
                    if let Some((_, grades)) = text.split_once("Evidence: ") {
                        printed.grades = grades.trim_end_matches('.').split("; ").map(grade).collect();
                    }
                }
            }
            // Of up to a hundred cases the share in percent is as good as the count.
            Block::List(points) => {
                for point in points {
                    let share = number(&point.to_string(), "Of severe cases the share is ", "%");
                    let count = |share: u32| (f64::from(share * printed.total) / 100.0).round() as u32;
                    let share = share.filter(|_| printed.total < 100);
                    printed.of_total[SEVERE] = printed.of_total[SEVERE].or(share.map(count));
                }
            }
            Block::Quote { text, .. } => {
                let text = text.to_string();
                let named =
                    (0..FACILITIES.len()).find(|facility| text.contains(&name_of(FACILITIES[*facility].0)));
                printed.told_of.extend(named);
            }
            Block::Table(table) => {
                let rows = table.rows.iter().filter_map(|row| cells(row));
                let first = table.columns[0].name.to_string();
                let second = table.columns[1].name.to_string();
                if first == "Facility" && second == "Place" {
                    for (name, cases, figures) in rows {
                        let is_it = |facility: &usize| name_of(FACILITIES[*facility].0) == name;
                        let facility = (0..FACILITIES.len()).find(is_it).unwrap();
                        printed.facilities.push((facility, cases, figures));
                    }
                } else if first == "Place" {
                    // The annex has the whole table where the text has not.
                    printed.places.clear();
                    printed.are_all_places = true;
                    for (name, cases, figures) in rows {
                        match places().find(|place| place_name(place) == name) {
                            Some(code) => printed.places.push((code, cases, figures)),
                            None => printed.are_all_places = false,
                        }
                    }
                    let is_cut =
                        table.notes.iter().any(|note| note.to_string().contains("stands in the annex"));
                    printed.are_all_places &= !is_cut;
                } else if first == "Problem" {
                    printed.problems.clear();
                    for (name, cases, figures) in rows {
                        let issue = ISSUES.iter().position(|code| name.starts_with(code)).unwrap();
                        printed.problems.push((issue, cases, figures));
                    }
                }
            }
            _ => {}
        }
    }
    printed
}

/// `B, D together 7`, `C First-hand 50`.
fn grade(text: &str) -> (Vec<usize>, u32) {
    let (names, count) = text.rsplit_once(' ').unwrap();
    let codes = names.split_once(" together").or_else(|| names.split_once(' ')).unwrap().0;
    let position = |code: &str| GRADES.iter().position(|grade| *grade == code).unwrap();
    (codes.split(", ").map(position).collect(), count.parse().unwrap())
}

/// All places that a table may show.
fn places() -> impl Iterator<Item = String> {
    let districts = FACILITIES.iter().map(|(_, district)| (*district).to_owned());
    let provinces = FACILITIES.iter().map(|(_, district)| district.chars().take(2).collect());
    districts.chain(provinces).collect::<BTreeSet<String>>().into_iter()
}

fn place_name(code: &str) -> String {
    reference::place(code.parse::<PlaceCode>().unwrap()).unwrap().name_en.clone()
}

/// A variable for each facility, set of problems, and yes or no of the column.
fn all(is: impl Fn(usize, usize, bool) -> bool) -> Vec<usize> {
    let variables = FACILITIES.len() * SETS * 2;
    (0..variables).filter(|it| is(it / 2 / SETS, it / 2 % SETS + 1, it % 2 == 1)).collect()
}

fn lies_in(facility: usize, place: &str) -> bool {
    FACILITIES[facility].1.starts_with(place)
}

/// What a document says of a column, of the facilities of its scope.
fn tell(program: &mut Program, printed: &Printed, scope: &str, column: usize) {
    let mut sum = |is: &dyn Fn(usize, usize) -> bool, cases: u32, figures: [Option<u32>; 2]| {
        let is = |facility: usize, set: usize| lies_in(facility, scope) && is(facility, set);
        program.sum_is(all(|facility, set, _| is(facility, set)), cases);
        if let Some(count) = figures[column] {
            program.sum_is(all(|facility, set, flag| flag && is(facility, set)), count);
        }
    };
    if printed.total == 0 {
        return;
    }
    sum(&|_, _| true, printed.total, printed.of_total);
    for (place, cases, figures) in &printed.places {
        sum(&|facility, _| lies_in(facility, place), *cases, *figures);
    }
    if printed.are_all_places {
        let is_other =
            |facility: usize, _: usize| !printed.places.iter().any(|(place, ..)| lies_in(facility, place));
        sum(&is_other, 0, [None; 2]);
    }
    for (issue, cases, figures) in &printed.problems {
        sum(&|_, set| set >> issue & 1 == 1, *cases, *figures);
    }
    for (facility, cases, figures) in &printed.facilities {
        sum(&|at, _| at == *facility, *cases, *figures);
    }
}

/// Counts of 1 to 4 that can be bounded more tightly, by their names, each with its bounds in tenths.
type Bounded = BTreeMap<String, (i64, i64)>;

fn is_bounded(low: f64, high: f64) -> bool {
    low > 1.0 + 1e-4 || high < 4.0 - 1e-4
}

fn tenths((low, high): (f64, f64)) -> (i64, i64) {
    ((low * 10.0).round() as i64, (high * 10.0).round() as i64)
}

/// Those of places, facilities and problems.
fn bounded(cases: &[Case], told: &[(&Printed, &str)], column: usize) -> Bounded {
    let mut program = Program { variables: FACILITIES.len() * SETS * 2, ..Program::default() };
    program.sum_is(Vec::new(), 0);
    for (printed, scope) in told {
        tell(&mut program, printed, scope, column);
    }
    let mut found = Bounded::new();
    let mut look = |name: String, is: &dyn Fn(usize, usize) -> bool| {
        // How many cases are of some problem less is told of no row, but by the cases of all others.
        let flags: &[Option<bool>] =
            if name.starts_with("not ") { &[None] } else { &[None, Some(true), Some(false)] };
        for flag in flags.iter().copied() {
            let is_it = |case: &&Case| {
                is(case.facility, case.issues) && flag.is_none_or(|flag| case.is[column] == flag)
            };
            let count = cases.iter().filter(is_it).count() as u32;
            if !is_small(count) {
                continue;
            }
            let variables = all(|facility, set, it| is(facility, set) && flag.is_none_or(|flag| flag == it));
            let (low, high) = program.range(&variables);
            if is_bounded(low, high) {
                found.insert(format!("{name}, column {column} {flag:?}, {count}"), tenths((low, high)));
            }
        }
    };
    for (facility, (id, _)) in FACILITIES.iter().enumerate() {
        look((*id).to_owned(), &|at, _| at == facility);
    }
    for place in places() {
        look(place.clone(), &|at, _| lies_in(at, &place));
    }
    for scope in ["", PROVINCE] {
        look(format!("all of {scope}"), &|at, _| lies_in(at, scope));
        for (issue, code) in ISSUES.iter().enumerate() {
            look(format!("{code} of {scope}"), &|at, set| lies_in(at, scope) && set >> issue & 1 == 1);
            look(format!("not {code} of {scope}"), &|at, set| lies_in(at, scope) && set >> issue & 1 == 0);
        }
    }
    found
}

/// Those of grades of evidence, which stand beside nothing else.
fn bounded_grades(cases: &[Case], told: &[(&Printed, &str)]) -> Bounded {
    let all = |is: &dyn Fn(bool, usize) -> bool| -> Vec<usize> {
        (0..GRADES.len() * 2).filter(|it| is(it % 2 == 1, it / 2)).collect()
    };
    let mut program = Program { variables: GRADES.len() * 2, ..Program::default() };
    program.sum_is(Vec::new(), 0);
    for (printed, scope) in told.iter().filter(|(printed, _)| printed.total > 0) {
        let lies = |inside: bool| inside || scope.is_empty();
        program.sum_is(all(&|inside, _| lies(inside)), printed.total);
        for (grades, count) in &printed.grades {
            program.sum_is(all(&|inside, grade| lies(inside) && grades.contains(&grade)), *count);
        }
    }
    let mut found = Bounded::new();
    for (grade, code) in GRADES.iter().enumerate() {
        for (inside, of) in [(Some(true), "of 08"), (Some(false), "elsewhere"), (None, "of all")] {
            let is_it = |case: &&Case| {
                case.grade == grade && inside.is_none_or(|inside| lies_in(case.facility, PROVINCE) == inside)
            };
            let count = cases.iter().filter(is_it).count() as u32;
            let variables = all(&|it, of| of == grade && inside.is_none_or(|inside| inside == it));
            let (low, high) = program.range(&variables);
            if is_small(count) && is_bounded(low, high) {
                found.insert(format!("grade {code} {of}, {count}"), tenths((low, high)));
            }
        }
    }
    found
}

fn all_bounded(cases: &[Case], told: &[(&Printed, &str)]) -> Bounded {
    let mut found = bounded_grades(cases, told);
    found.extend([TIMED, SEVERE].into_iter().flat_map(|column| bounded(cases, told, column)));
    found
}

/// Whether a document has a row of that: what it says of a row of the other, of a problem in a place, it says of no row.
fn is_of(name: &str, scope: &str) -> bool {
    let is_of_province = name.contains("of 08") || name.starts_with("HC-08") || name.starts_with("08");
    if scope.is_empty() { !name.contains("of 08") } else { is_of_province }
}

fn prepared(session: &mut Session, party: &str) -> Prepared {
    session.prepare_brief(&BriefRequest::of(party.parse().unwrap(), Lang::En)).unwrap()
}

fn warns(prepared: &Prepared) -> bool {
    prepared.warnings().iter().any(|warning| matches!(warning, BriefWarning::BesideEarlier { .. }))
}

#[test]
fn what_two_briefs_of_a_meeting_bound_together_is_warned_of() {
    let parties = [("nssf", ""), ("phd:08", PROVINCE)];
    let (mut given_away, mut silent, mut named) = (0, 0, 0);
    for seed in 0..40 {
        let cases = book(seed);
        let mut warned = Vec::new();
        let mut documents = Vec::new();
        for (first, second) in [(0, 1), (1, 0)] {
            let folder = tempfile::tempdir().unwrap();
            let mut session = session(&cases, folder.path());
            let one = prepared(&mut session, parties[first].0);
            assert!(!warns(&one));
            session.write_brief(&one, &folder.path().join("one.md"), &|| true).unwrap();
            let other = prepared(&mut session, parties[second].0);
            warned.push(warns(&other));
            documents.push(one.document());
        }
        let read: Vec<Printed> = documents.iter().map(printed).collect();
        let told: Vec<(&Printed, &str)> = read.iter().zip(parties.map(|(_, scope)| scope)).collect();
        for printed in &read {
            for facility in &printed.told_of {
                named += 1;
                let is_shown = printed.facilities.iter().any(|(shown, ..)| shown == facility);
                assert!(is_shown, "book {seed}: a story names {}", FACILITIES[*facility].0);
            }
        }
        let mut found = all_bounded(&cases, &told);
        for document in &told {
            // What one bounds alone, the other has no part in.
            let alone = if found.is_empty() { Bounded::new() } else { all_bounded(&cases, &[*document]) };
            let own: Vec<_> = alone.iter().filter(|(name, _)| is_of(name, document.1)).collect();
            assert!(own.is_empty(), "book {seed}: {own:?} by {document:?} alone");
            found.retain(|name, bounds| alone.get(name) != Some(bounds));
        }
        if found.is_empty() {
            silent += usize::from(warned == [false, false]);
        } else {
            given_away += 1;
            assert_eq!(warned, [true, true], "book {seed}: {found:?}\n{read:?}");
        }
    }
    println!(
        "{given_away} of 40 pairs give something away; {silent} neither do nor warn; {named} facilities named"
    );
    assert!(given_away >= 3 && silent >= 3 && named >= 3, "{given_away} {silent} {named}");
}
