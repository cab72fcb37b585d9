//! Nobody who holds a document can work out a count of one to four from all that it prints. For books made by chance, the
//! printed counts are written down as a linear program over all tables that fit them, and each hidden count must be able to be
//! anything from 1 to 4 (for all the reader knows, mostly from 0 on).
//!
//! What the program knows: each printed figure, that no count is negative, that each case is at one place, was paid for in one
//! way, and has one problem or more. What it does not know is how the rows were chosen; a reader who thinks that through may
//! exclude single tables.
//!
//! The first tests need nothing; the last asks SciPy (`tests/reference/bounds.py`) about all figures of a document at once.

#![allow(clippy::unwrap_used)]

#[path = "bounds/simplex.rs"]
mod simplex;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;
use simplex::{Program, Stands};
use wardbook::brief::compose::Row;
use wardbook::brief::suppress::{Counted, Told, protect};
use wardbook::domain::issue::IssueCode;
use wardbook::domain::values::Coded;
use wardbook::insight::SMALL;

/// A case of a made-up book.
#[derive(Clone)]
struct Case {
    place: usize,
    facility: usize,
    /// A bit for each problem, at least one.
    issues: usize,
    payer: usize,
    month: usize,
    /// Whether it is open, timed, severe.
    is: [bool; 3],
}

const OPEN: usize = 0;
const TIMED: usize = 1;
const SEVERE: usize = 2;

/// How many there are of each, whether they occur or not.
const PLACES: usize = 4;
const ISSUES: usize = 3;
const SETS: usize = (1 << ISSUES) - 1;
const PAYERS: usize = 3;
const FACILITIES: usize = 3;

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % most as u64) as usize
    }

    /// Small numbers more often than large ones.
    fn skewed(&mut self, most: usize) -> usize {
        let one = self.below(most);
        self.below(one + 1)
    }
}

fn book(seed: u64) -> Vec<Case> {
    let mut chance = Chance(seed);
    let cases = 5 + chance.below(60);
    let often = [0; 3].map(|_| chance.below(11));
    let months = 1 + chance.below(8);
    (0..cases)
        .map(|_| {
            let issues =
                if chance.below(3) == 0 { 1 + chance.below(SETS) } else { 1 << chance.skewed(ISSUES) };
            Case {
                place: chance.skewed(PLACES),
                facility: chance.skewed(FACILITIES),
                issues,
                payer: chance.skewed(PAYERS),
                month: chance.below(months),
                is: often.map(|often| chance.below(10) < often),
            }
        })
        .collect()
}

fn row<'a>(name: String, cases: impl Iterator<Item = &'a Case>) -> Row {
    let cases: Vec<&Case> = cases.collect();
    let count = |figure: usize| cases.iter().filter(|case| case.is[figure]).count() as u32;
    let wait = (count(TIMED) > 0).then_some(90.0);
    let share = f64::from(count(SEVERE)) / (cases.len() as f64).max(1.0);
    Row {
        name,
        cases: cases.len() as u32,
        open: Some(count(OPEN)),
        timed: count(TIMED),
        median: wait,
        p90: wait,
        severe: Some((share, 0.0, 1.0)),
    }
}

fn told(book: &[Case]) -> Told {
    let of = |name: String, is: &dyn Fn(&&Case) -> bool| row(name, book.iter().filter(is));
    let mut facilities = Vec::new();
    for place in 0..PLACES {
        for facility in 0..FACILITIES {
            let here =
                of(format!("{place}/{facility}"), &|case| case.place == place && case.facility == facility);
            facilities.push((format!("{place}"), here));
        }
    }
    let months: Vec<(i32, u32, u32)> = (0..12)
        .map(|month| (2026, month as u32 + 1, book.iter().filter(|case| case.month == month).count() as u32))
        .filter(|month| month.2 > 0)
        .collect();
    protect(Counted {
        total: of(String::new(), &|_| true),
        places: (0..PLACES).map(|place| of(format!("{place}"), &|case| case.place == place)).collect(),
        facilities,
        issues: (0..ISSUES)
            .map(|issue| {
                let code = IssueCode::ALL[issue];
                (code, of(code.to_string(), &|case| case.issues >> issue & 1 == 1))
            })
            .collect(),
        months,
        card_and_cash: (
            of("card".into(), &|case| case.payer == 0),
            of("cash".into(), &|case| case.payer == 1),
        ),
    })
}

/// The figure of a row in a column, where it is told.
fn figure(row: &Row, column: usize) -> Option<u32> {
    match column {
        OPEN => row.open,
        TIMED => row.median.map(|_| row.timed),
        _ => row.severe.map(|(share, ..)| (share * f64::from(row.cases)).round() as u32),
    }
}

/// A cell: how many cases it holds, and its variables.
struct Cell {
    name: String,
    count: u32,
    variables: Vec<usize>,
}

/// All tables of place × problems × payer × one yes or no that fit what is printed, and the cells that a reader may ask
/// for. Every other column of a document is printed beside the same rows; `columns` says which.
struct Reading {
    program: Program,
    cells: Vec<Cell>,
}

/// One variable for each combination: the place, the set of problems, the payer, and the yes or no of each column.
struct Space {
    columns: Vec<usize>,
}

impl Space {
    fn size(&self) -> usize {
        PLACES * SETS * PAYERS << self.columns.len()
    }

    fn all(&self, is: impl Fn(usize, usize, usize, usize) -> bool) -> Vec<usize> {
        (0..self.size())
            .filter(|variable| {
                let flags = variable & ((1 << self.columns.len()) - 1);
                let rest = variable >> self.columns.len();
                is(rest % PLACES, rest / PLACES % SETS + 1, rest / PLACES / SETS, flags)
            })
            .collect()
    }
}

fn read(book: &[Case], told: &Told, columns: &[usize]) -> Reading {
    let space = Space { columns: columns.to_vec() };
    let mut program = Program { variables: space.size(), ..Program::default() };
    let mut cells = Vec::new();
    program.sum_is(space.all(|_, _, _, _| true), told.total.cases);
    let is_shown = |place: usize| told.places.iter().any(|row| row.name == place.to_string());
    let has = |set: usize, code: IssueCode| set >> code.position() & 1 == 1;
    for row in &told.places {
        let place: usize = row.name.parse().unwrap();
        program.sum_is(space.all(|at, _, _, _| at == place), row.cases);
    }
    if told.other_places.is_none() && !told.places.is_empty() {
        program.sum_is(space.all(|at, _, _, _| !is_shown(at)), 0);
    }
    for (code, row) in &told.issues {
        program.sum_is(space.all(|_, set, _, _| has(set, *code)), row.cases);
    }
    // The other problems are added up: a case with two of them counts twice. One that nearly all cases have is not among
    // them, and who knows the trouble guesses which.
    let is_nearly_all =
        |code: IssueCode| is_small(book.iter().filter(|case| !has(case.issues, code)).count() as u32);
    if let Some(others) = told.other_issues {
        let mut coefficients: Vec<(usize, f64)> = Vec::new();
        for code in IssueCode::ALL
            .iter()
            .take(ISSUES)
            .filter(|code| !told.issues.iter().any(|(shown, _)| shown == *code) && !is_nearly_all(**code))
        {
            coefficients.extend(
                space.all(|_, set, _, _| has(set, *code)).into_iter().map(|variable| (variable, 1.0)),
            );
        }
        program.rows.push((coefficients, Stands::Equal, others.into()));
    }
    for place in 0..PLACES {
        let count = book.iter().filter(|case| case.place == place).count() as u32;
        cells.push(Cell {
            name: format!("place {place}"),
            count,
            variables: space.all(|at, _, _, _| at == place),
        });
    }
    for code in IssueCode::ALL.iter().take(ISSUES) {
        let count = book.iter().filter(|case| has(case.issues, *code)).count() as u32;
        let variables = space.all(|_, set, _, _| has(set, *code));
        cells.push(Cell { name: format!("issue {code}"), count, variables });
        let variables = space.all(|_, set, _, _| !has(set, *code));
        cells.push(Cell {
            name: format!("all without issue {code}"),
            count: book.len() as u32 - count,
            variables,
        });
    }
    for (bit, column) in columns.iter().enumerate() {
        for is in [true, false] {
            read_column(book, told, &space, (bit, *column, is), (&mut program, &mut cells));
        }
    }
    Reading { program, cells }
}

/// The figures of a column, and how many others there are: both can be read off.
fn read_column(
    book: &[Case],
    told: &Told,
    space: &Space,
    (bit, column, is): (usize, usize, bool),
    (program, cells): (&mut Program, &mut Vec<Cell>),
) {
    let flag = move |flags: usize| (flags >> bit & 1 == 1) == is;
    let shown = |row: &Row| figure(row, column).map(|count| if is { count } else { row.cases - count });
    let has = |set: usize, code: IssueCode| set >> code.position() & 1 == 1;
    let counted = |of: &dyn Fn(&Case) -> bool| {
        book.iter().filter(|case| case.is[column] == is && of(case)).count() as u32
    };
    let name = format!("column {column} {is}");
    if let Some(count) = shown(&told.total) {
        program.sum_is(space.all(|_, _, _, flags| flag(flags)), count);
    }
    cells.push(Cell {
        name: name.clone(),
        count: counted(&|_| true),
        variables: space.all(|_, _, _, flags| flag(flags)),
    });
    for row in &told.places {
        let place: usize = row.name.parse().unwrap();
        let variables = space.all(|at, _, _, flags| at == place && flag(flags));
        if let Some(count) = shown(row) {
            program.sum_is(variables.clone(), count);
        }
        cells.push(Cell {
            name: format!("{name} place {place}"),
            count: counted(&|case| case.place == place),
            variables,
        });
    }
    let is_shown = |place: usize| told.places.iter().any(|row| row.name == place.to_string());
    cells.push(Cell {
        name: format!("{name} other places"),
        count: counted(&|case| !is_shown(case.place)),
        variables: space.all(|at, _, _, flags| !is_shown(at) && flag(flags)),
    });
    for (code, row) in &told.issues {
        let variables = space.all(|_, set, _, flags| has(set, *code) && flag(flags));
        if let Some(count) = shown(row) {
            program.sum_is(variables.clone(), count);
        }
        cells.push(Cell {
            name: format!("{name} issue {code}"),
            count: counted(&|case| has(case.issues, *code)),
            variables,
        });
    }
    if column == TIMED && is {
        for (payer, row) in [&told.card_and_cash.0, &told.card_and_cash.1].into_iter().enumerate() {
            let variables = space.all(|_, _, paid, flags| paid == payer && flag(flags));
            if let Some(count) = figure(row, TIMED) {
                program.sum_is(variables.clone(), count);
            }
            cells.push(Cell {
                name: format!("timed payer {payer}"),
                count: counted(&|case| case.payer == payer),
                variables,
            });
        }
        cells.push(Cell {
            name: "timed payer 2".into(),
            count: counted(&|case| case.payer == 2),
            variables: space.all(|_, _, paid, flags| paid == 2 && flag(flags)),
        });
    }
}

fn is_small(count: u32) -> bool {
    (1..SMALL).contains(&count)
}

/// A count of 1 to 4 may be at most 1 and at least 4, for all that is known.
fn assert_hidden(what: &str, cell: &Cell, (low, high): (f64, f64)) {
    let hides = low <= 1.0 + 1e-4 && high >= f64::from(SMALL) - 1.0 - 1e-4;
    assert!(hides, "{what}, {}: {} is known to be {low} to {high}", cell.name, cell.count);
}

#[test]
fn no_cell_of_a_column_can_be_worked_out() {
    let mut hidden = 0;
    for seed in 0..40 {
        let book = book(seed);
        let told = told(&book);
        if told.total.cases == 0 {
            continue;
        }
        for column in [OPEN, TIMED, SEVERE] {
            let reading = read(&book, &told, &[column]);
            for cell in reading.cells.iter().filter(|cell| is_small(cell.count)) {
                hidden += 1;
                assert_hidden(&format!("book {seed}"), cell, reading.program.range(&cell.variables));
            }
        }
    }
    assert!(hidden > 100, "{hidden}");
}

/// Those who know that a named facility has five cases or more, and that each has at least as many as the next, cannot tell
/// how few another facility of the place has.
#[test]
fn no_facility_can_be_worked_out() {
    let mut named = 0;
    for seed in 0..2_000 {
        let book = book(seed);
        let told = told(&book);
        let variable = |place: usize, facility: usize| place * FACILITIES + facility;
        let mut program = Program { variables: PLACES * FACILITIES, ..Program::default() };
        for row in &told.places {
            let place: usize = row.name.parse().unwrap();
            program.sum_is((0..FACILITIES).map(|facility| variable(place, facility)), row.cases);
        }
        let in_order: Vec<usize> = told
            .facilities
            .iter()
            .map(|row| row.name.split_once('/').unwrap())
            .map(|(place, facility)| variable(place.parse().unwrap(), facility.parse().unwrap()))
            .collect();
        named += in_order.len();
        for facility in &in_order {
            program.rows.push((vec![(*facility, 1.0)], Stands::AtLeast, SMALL.into()));
        }
        for pair in in_order.windows(2) {
            program.rows.push((vec![(pair[0], 1.0), (pair[1], -1.0)], Stands::AtLeast, 0.0));
        }
        for row in &told.places {
            let place: usize = row.name.parse().unwrap();
            for facility in 0..FACILITIES {
                let count =
                    book.iter().filter(|case| case.place == place && case.facility == facility).count()
                        as u32;
                let variables = vec![variable(place, facility)];
                if is_small(count) {
                    let range = program.range(&variables);
                    let cell = Cell { name: format!("facility {place}/{facility}"), count, variables };
                    assert_hidden(&format!("book {seed}"), &cell, range);
                }
            }
        }
    }
    assert!(named > 500, "{named}");
}

/// What a chart in time leaves out can be had by subtraction, and is nothing or enough for any of its spans.
#[test]
fn no_month_can_be_worked_out() {
    let mut cut = 0;
    for seed in 0..20_000 {
        let mut chance = Chance(seed);
        let length = 1 + chance.below(30);
        let counts: Vec<u32> = (0..length).map(|_| chance.skewed(14) as u32).collect();
        let Some(spans) = wardbook::brief::suppress::spans(24_312, &counts) else {
            continue;
        };
        assert!(spans.counts.iter().all(|count| !is_small(*count)));
        let rest = counts.iter().sum::<u32>() - spans.counts.iter().sum::<u32>();
        if rest > 0 {
            cut += 1;
            let first = 24_312_i64.div_euclid(spans.months);
            let last = (24_312 + length as i64 - 1).div_euclid(spans.months);
            let outside = last - first + 1 - spans.counts.len() as i64;
            assert!(rest >= SMALL - 1 && outside >= 2, "{counts:?}: {spans:?}");
        }
    }
    assert!(cut > 100, "{cut}");
}

/// All three columns, the payers and the months at once, by SciPy.
#[test]
fn scipy_finds_no_cell_either() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/bounds.py");
    let mut programs = Vec::new();
    let mut asked: Vec<Vec<Cell>> = Vec::new();
    for seed in 0..12 {
        let book = book(seed);
        let told = told(&book);
        if told.total.cases == 0 {
            continue;
        }
        let Reading { program, cells } = read(&book, &told, &[OPEN, TIMED, SEVERE]);
        let cells: Vec<Cell> = cells.into_iter().filter(|cell| is_small(cell.count)).collect();
        programs.push(json!({
            "variables": program.variables,
            "rows": program.rows.iter().map(|(coefficients, _, number)| json!([coefficients, number])).collect::<Vec<_>>(),
            "cells": cells.iter().map(|cell| &cell.variables).collect::<Vec<_>>(),
        }));
        asked.push(cells);
    }
    let child = Command::new("python3").arg(&script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        println!("skipped: there is no python3");
        return;
    };
    child.stdin.take().unwrap().write_all(serde_json::to_string(&programs).unwrap().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    if answer.is_null() {
        println!("skipped: python3 has no SciPy");
        return;
    }
    let ranges: Vec<Vec<(f64, f64)>> = serde_json::from_value(answer).unwrap();
    assert_eq!(ranges.len(), asked.len());
    for (book, (cells, ranges)) in asked.iter().zip(ranges).enumerate() {
        assert_eq!(cells.len(), ranges.len());
        for (cell, range) in cells.iter().zip(ranges) {
            assert_hidden(&format!("document {book}"), cell, range);
        }
    }
}
