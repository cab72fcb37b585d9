//! Nobody who holds a document can work out a count of one to four from all that it prints. For books made by chance, the
//! printed counts are written down as a linear program over all tables that fit them, and each hidden count must be able to be
//! anything from 1 to 4 (for all the reader knows, mostly from 0 on).
//!
//! What the program knows: each printed figure, those of facilities in the annex and of grades of evidence among them, that no
//! count is negative, that each case is at one facility of one place, was paid for in one way, has one grade, and has one
//! problem or more. A story names no facility but those of the annex, of which more than its one case is printed. What the
//! program does not know is how the rows were chosen; a reader who thinks that through may exclude single tables.
//!
//! Most tests need nothing; one asks SciPy (`tests/reference/bounds.py`) about all figures of a document at once. `pair` looks
//! at two briefs of one meeting, as they are printed: where both together bound a count, the second has warned.

#![allow(clippy::unwrap_used)]

#[path = "bounds/book.rs"]
mod book;
#[path = "bounds/pair.rs"]
mod pair;
#[path = "bounds/reading.rs"]
mod reading;
#[path = "bounds/simplex.rs"]
mod simplex;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use book::{Case, Chance, FACILITIES, GRADES, OPEN, PLACES, SEVERE, TIMED, book, graded, named, told};
use reading::{Cell, Reading, Space, figure, read};
use serde_json::json;
use simplex::Program;
use wardbook::insight::SMALL;

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
    for seed in 0..150 {
        let book = book(seed);
        let told = told(&book);
        if told.total.cases == 0 {
            continue;
        }
        for column in [OPEN, TIMED, SEVERE] {
            let space = Space { columns: vec![column], facilities: 1, grades: 1 };
            let reading = read(&book, &told, &space);
            for cell in reading.cells.iter().filter(|cell| is_small(cell.count)) {
                hidden += 1;
                assert_hidden(&format!("book {seed}"), cell, reading.program.range(&cell.variables));
            }
        }
    }
    assert!(hidden > 100, "{hidden}");
}

/// What the annex tells of facilities, beside what is told of their places, gives no other facility away: neither its cases
/// nor how many of them are open, timed, severe or not.
#[test]
fn no_facility_can_be_worked_out() {
    let (mut shown, mut hidden) = (0, 0);
    for seed in 0..600 {
        let book = book(seed);
        let told = told(&book);
        if told.total.cases == 0 {
            continue;
        }
        for column in [OPEN, TIMED, SEVERE] {
            let variable =
                |place: usize, facility: usize, is: usize| (place * FACILITIES + facility) * 2 + is;
            let of = |place: usize, facility: usize| [0, 1].map(|is| variable(place, facility, is));
            let mut program = Program { variables: PLACES * FACILITIES * 2, ..Program::default() };
            for row in &told.places {
                let place: usize = row.name.parse().unwrap();
                program.sum_is((0..FACILITIES).flat_map(|facility| of(place, facility)), row.cases);
                if let Some(count) = figure(row, column) {
                    program.sum_is((0..FACILITIES).map(|facility| variable(place, facility, 1)), count);
                }
            }
            for facility in named(&book, &told) {
                let (place, number) = facility.id.split_once('/').unwrap();
                let (place, number): (usize, usize) = (place.parse().unwrap(), number.parse().unwrap());
                shown += 1;
                program.sum_is(of(place, number), facility.row.cases);
                if let Some(count) = figure(&facility.row, column) {
                    program.sum_is([variable(place, number, 1)], count);
                }
            }
            for row in &told.places {
                let place: usize = row.name.parse().unwrap();
                for facility in 0..FACILITIES {
                    let here = |case: &&Case| case.place == place && case.facility == facility;
                    let count = |is: &dyn Fn(&Case) -> bool| {
                        book.iter().filter(here).filter(|case| is(case)).count() as u32
                    };
                    let all = (count(&|_| true), of(place, facility).to_vec());
                    let are = (count(&|case| case.is[column]), vec![variable(place, facility, 1)]);
                    let are_not = (count(&|case| !case.is[column]), vec![variable(place, facility, 0)]);
                    for (count, variables) in [all, are, are_not].into_iter().filter(|it| is_small(it.0)) {
                        hidden += 1;
                        let range = program.range(&variables);
                        let name = format!("column {column} facility {place}/{facility}");
                        assert_hidden(&format!("book {seed}"), &Cell { name, count, variables }, range);
                    }
                }
            }
        }
    }
    assert!(shown > 300 && hidden > 1_000, "{shown} {hidden}");
}

/// Grades of evidence are one partition of all cases.
#[test]
fn no_grade_of_evidence_can_be_worked_out() {
    let mut hidden = 0;
    for seed in 0..2_000 {
        let book = book(seed);
        if told(&book).total.cases == 0 {
            continue;
        }
        let [alone, together] = graded(&book);
        let mut program = Program { variables: GRADES, ..Program::default() };
        program.sum_is(0..GRADES, book.len() as u32);
        for (grade, count) in &alone {
            program.sum_is([*grade], *count);
        }
        if !together.is_empty() {
            let sum = together.iter().map(|(_, count)| count).sum();
            program.sum_is(together.iter().map(|(grade, _)| *grade), sum);
        }
        for grade in 0..GRADES {
            let count = book.iter().filter(|case| case.evidence == grade).count() as u32;
            if is_small(count) {
                hidden += 1;
                let cell = Cell { name: format!("grade {grade}"), count, variables: vec![grade] };
                assert_hidden(&format!("book {seed}"), &cell, program.range(&[grade]));
            }
        }
    }
    assert!(hidden > 300, "{hidden}");
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

/// All three columns, the payers, the facilities and the grades of evidence at once, by SciPy.
#[test]
fn scipy_finds_no_cell_either() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/bounds.py");
    let mut programs = Vec::new();
    let mut asked: Vec<Vec<Cell>> = Vec::new();
    for seed in 0..6 {
        let book = book(seed);
        let told = told(&book);
        if told.total.cases == 0 {
            continue;
        }
        let space = Space { columns: vec![OPEN, TIMED, SEVERE], facilities: FACILITIES, grades: GRADES };
        let Reading { program, cells } = read(&book, &told, &space);
        let cells: Vec<Cell> = cells.into_iter().filter(|cell| is_small(cell.count)).collect();
        programs.push(json!({
            "variables": program.variables,
            "rows": program.rows.iter().map(|(coefficients, number)| json!([coefficients, number])).collect::<Vec<_>>(),
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
