//! From a cold start: the unfiltered hotspots as a whole process against DuckDB's `GROUP BY` over its own table.
//!
//! Wardbook prints every field of the contract (intervals, the test of what rises, the last weeks); DuckDB is asked
//! for counts, open cases, median, 90th percentile and severe share alone. The table says on how many groups both agree.

use std::collections::BTreeMap;

use serde_json::Value;
use wardbook::book::GroupBy;

use super::data::Data;
use super::duckdb::DuckDb;
use super::process;
use super::product::{self, Product};
use super::report::Table;
use super::times::{Times, once};

/// How often each process runs.
const RUNS: usize = 11;

pub fn measure(data: &Data, duckdb: &DuckDb) -> Table {
    let mut table = Table::new("Unfiltered hotspots from a cold start, whole processes, page cache warm");
    let opening = || Product::open(data.folder());
    table.time("opening the book in the library, without key derivation", Times::of(9, opening).median());
    let first = (0..9).map(|_| {
        let mut product = opening();
        once(|| product.hotspots("", GroupBy::Facility))
    });
    table.time("the first hotspots by facility after that", Times::new(first.collect()).median());
    for by in ["province", "facility"] {
        let rivals = duckdb.hotspots(by);
        let mut names = vec!["`wardbook hotspots`"];
        let mut commands = vec![product::hotspots_program(data.folder(), by)];
        for (name, command) in rivals {
            names.push(name);
            commands.push(command);
        }
        let measured = process::in_turn(RUNS, &mut commands);
        for (name, times) in names.iter().zip(&measured) {
            table.time(format!("{name}, by {by}, median of {RUNS}"), times.median());
        }
        if let Some((first, again)) = duckdb.query_alone(by) {
            table.time(format!("DuckDB's query alone in an open process, by {by}, the first time"), first);
            table.time(format!("DuckDB's query alone in an open process, by {by}, again"), again);
        }
        if let Some(fastest) = measured.iter().skip(1).map(Times::median).min() {
            let ours = measured[0].median().as_secs_f64();
            let name = format!("by {by}: Wardbook ÷ the faster DuckDB");
            table.ratio(&name, ours, fastest.as_secs_f64(), Some(1.0));
            table.text(format!("by {by}: groups on which both agree"), agreement(data, duckdb, by));
        }
    }
    table
}

/// What both say of a group: cases, open, timed, median, 90th percentile, severe share.
type Group = [Option<f64>; 6];

/// On how many groups both say the same.
fn agreement(data: &Data, duckdb: &DuckDb, by: &str) -> String {
    let printed = process::output(&mut product::hotspots_program(data.folder(), by));
    let ours = String::from_utf8(printed).unwrap();
    let ours = ours.lines().map(|line| serde_json::from_str(line).unwrap());
    // A group of praise alone has no cases; DuckDB does not see it.
    let ours: BTreeMap<String, Group> =
        groups(ours, |group| [group["wait_median"].as_f64(), group["wait_p90"].as_f64()])
            .filter(|(_, group)| group[0] > Some(0.0))
            .collect();
    let theirs: Vec<Value> = serde_json::from_slice(&duckdb.answer(by).unwrap()).unwrap();
    let theirs: BTreeMap<String, Group> =
        groups(theirs.into_iter(), |group| [group["waits"][0].as_f64(), group["waits"][1].as_f64()])
            .collect();
    let same =
        ours.iter().filter(|(key, ours)| theirs.get(*key).is_some_and(|theirs| near(ours, theirs))).count();
    let all = ours.len().max(theirs.len());
    if same == all { format!("all {all}") } else { format!("{same} of {all} ✗") }
}

fn groups(
    printed: impl Iterator<Item = Value>,
    waits: impl Fn(&Value) -> [Option<f64>; 2],
) -> impl Iterator<Item = (String, Group)> {
    printed.map(move |group| {
        let [median, p90] = waits(&group);
        let [cases, open, timed, severe] =
            ["cases", "open", "timed", "severe_share"].map(|name| group[name].as_f64());
        (group["key"].as_str().unwrap_or_default().to_owned(), [cases, open, timed, median, p90, severe])
    })
}

fn near(ours: &Group, theirs: &Group) -> bool {
    ours.iter().zip(theirs).all(|pair| match pair {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
        (one, other) => one == other,
    })
}
