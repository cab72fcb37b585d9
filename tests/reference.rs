//! Wardbook's statistics against those of SciPy and NumPy: `tests/reference/figures.py`, which anybody can run with
//! packages from pip, wrote `tests/reference/figures.json`. Where SciPy's definition differs, that script says so.

#![allow(clippy::unwrap_used)]

use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use statrs::function::erf::erfc;
use wardbook::domain::waits::Waits;
use wardbook::insight::{self, Difference, Place, compare, mann_whitney, median, p90, shift, wilson};

/// How far off a figure may be: of its value, and below one absolutely for figures that are no probabilities.
const CLOSE: f64 = 1e-9;

/// A probability below this is one at the end of what doubles can tell.
const VANISHING: f64 = 1e-300;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference")
}

fn figures() -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder().join("figures.json")).unwrap()).unwrap()
}

fn samples<T: DeserializeOwned>(part: &str) -> Vec<T> {
    serde_json::from_value(figures()[part].take()).unwrap()
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= CLOSE * expected.abs().max(1.0)
}

/// As close in relation to its size, however small.
fn close_chance(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= CLOSE * expected || (found < VANISHING && expected < VANISHING)
}

fn agree(found: Option<f64>, expected: Option<f64>, close: fn(f64, f64) -> bool) -> bool {
    match (found, expected) {
        (Some(found), Some(expected)) => close(found, expected),
        (found, expected) => found.is_none() && expected.is_none(),
    }
}

#[derive(Deserialize)]
struct Quantiles {
    median: Option<f64>,
    p90: Option<f64>,
}

#[derive(Deserialize)]
struct Pair {
    name: String,
    a: Vec<(u32, u32)>,
    b: Vec<(u32, u32)>,
    of_a: Quantiles,
    of_b: Quantiles,
    u: Option<f64>,
    p: Option<f64>,
    shift: Option<f64>,
    verdict: String,
}

#[test]
fn waits_and_their_comparisons_agree() {
    let pairs: Vec<Pair> = samples("waits");
    assert!(pairs.len() >= 150);
    for pair in pairs {
        let name = &pair.name;
        let (a, b): (Waits, Waits) = (pair.a.into_iter().collect(), pair.b.into_iter().collect());
        for (waits, expected) in [(&a, &pair.of_a), (&b, &pair.of_b)] {
            assert!(agree(median(waits), expected.median, close), "{name}: median");
            assert!(agree(p90(waits), expected.p90, close), "{name}: 90th percentile");
        }
        let test = mann_whitney(&a, &b);
        assert!(agree(test.map(|test| test.u), pair.u, close), "{name}: {test:?} for U = {:?}", pair.u);
        assert!(
            agree(test.map(|test| test.p), pair.p, close_chance),
            "{name}: {test:?} for p = {:?}",
            pair.p
        );
        assert_eq!(shift(&a, &b), pair.shift, "{name}");
        let difference = match compare(&a, &b).difference {
            Difference::Longer => "longer",
            Difference::Shorter => "shorter",
            Difference::None => "no difference",
            Difference::NotComparable => "not comparable",
        };
        assert_eq!(difference, pair.verdict, "{name}");
    }
}

#[derive(Deserialize)]
struct Funnel {
    groups: Vec<(u32, u32)>,
    pooled: Option<f64>,
    places: Vec<Option<String>>,
    wilson: Vec<Option<[f64; 3]>>,
}

#[test]
fn funnels_and_intervals_agree() {
    let funnels: Vec<Funnel> = samples("funnels");
    assert!(funnels.len() >= 50);
    for expected in funnels {
        let groups = &expected.groups;
        assert!(agree(insight::pooled(groups), expected.pooled, close));
        let place = |place| match place {
            Place::Inside => "inside",
            Place::Above95 => "above95",
            Place::Above998 => "above998",
            Place::Below95 => "below95",
            Place::Below998 => "below998",
        };
        let places: Vec<_> = insight::funnel(groups).into_iter().map(|found| found.map(place)).collect();
        assert_eq!(places, expected.places.iter().map(Option::as_deref).collect::<Vec<_>>(), "{groups:?}");
        for ((severe, cases), expected) in groups.iter().zip(expected.wilson) {
            let found = wilson(*severe, *cases).map(|found| [found.share, found.low, found.high]);
            let agree = match (found, expected) {
                (Some(found), Some(expected)) => {
                    found.iter().zip(expected).all(|(found, expected)| close(*found, expected))
                }
                (found, expected) => found.is_none() && expected.is_none(),
            };
            assert!(agree, "{severe} of {cases}: {found:?} for {expected:?}");
        }
    }
}

#[derive(Deserialize)]
struct Bounds {
    cases: u32,
    share: f64,
    limits: [u32; 4],
}

#[test]
fn limits_of_a_funnel_agree() {
    let bounds: Vec<Bounds> = samples("limits");
    assert!(bounds.len() >= 100);
    for Bounds { cases, share, limits } in bounds {
        let found = insight::limits(cases, share);
        let found = [found.low998, found.low95, found.high95, found.high998];
        assert_eq!(found, limits, "{cases} {share}");
    }
}

#[derive(Deserialize)]
struct Windows {
    #[serde(rename = "windows")]
    groups: Vec<(u32, u32)>,
    p: Vec<Option<f64>>,
    #[serde(rename = "rising")]
    rises: Vec<Option<bool>>,
}

#[test]
fn what_is_rising_agrees() {
    let sets: Vec<Windows> = samples("risings");
    assert!(sets.len() >= 40);
    for Windows { groups, p, rises } in sets {
        let found = insight::rising(&groups);
        assert_eq!(found.iter().map(|verdict| verdict.map(|found| found.rising)).collect::<Vec<_>>(), rises);
        assert_eq!(found.len(), p.len());
        for ((verdict, p), window) in found.iter().zip(p).zip(groups) {
            let found = verdict.map(|verdict| verdict.p);
            assert!(agree(found, p, close_chance), "{window:?}: {found:?} for {p:?}");
        }
    }
}

#[derive(Deserialize)]
struct Rate {
    cases: u32,
    people: u64,
    per: u32,
    /// The rate and both ends of its interval.
    #[serde(rename = "rate")]
    figures: [f64; 3],
}

#[test]
fn rates_agree() {
    let rates: Vec<Rate> = samples("rates");
    assert!(rates.len() >= 30);
    for expected in rates {
        let found = insight::rate(expected.cases, expected.people, expected.per).unwrap();
        for (found, expected) in [found.rate, found.low, found.high].into_iter().zip(expected.figures) {
            assert!(close_chance(found, expected), "{found} for {expected}");
        }
    }
}

/// Made-up waits: more short ones than long ones, half of them told in quarters of an hour.
fn generated(visits: u32, mut state: u64, longest: u32) -> Vec<u32> {
    let mut next = || {
        // Marsaglia's xorshift64.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as u32
    };
    let wait = |_| {
        let minutes = next() % longest * (next() % 1000) / 1000;
        if next() % 2 == 0 { minutes / 15 * 15 } else { minutes }
    };
    (0..visits).map(wait).collect()
}

#[test]
fn a_million_visits_a_side_are_compared_exactly() {
    let (a, b) = (generated(1_000_000, 88_172_645_463_325_252, 900), generated(1_000_000, 42, 903));
    let (a, b): (Waits, Waits) = (a.into_iter().collect(), b.into_iter().collect());
    assert_eq!((a.count(), b.count()), (1_000_000, 1_000_000));

    // Every pair of different waits, counted: of each difference, and by which is longer.
    let mut differences = vec![0_u64; 2000];
    let mut longer = [0_u64; 3];
    for (wait, visits) in a.steps() {
        for (other, others) in b.steps() {
            let pairs = u64::from(*visits) * u64::from(*others);
            differences[(1000 + wait - other) as usize] += pairs;
            longer[match wait.cmp(other) {
                Ordering::Less => 0,
                Ordering::Equal => 1,
                Ordering::Greater => 2,
            }] += pairs;
        }
    }
    let at = |rank: u64| {
        let mut before = 0;
        let place = differences.iter().position(|pairs| {
            before += pairs;
            before > rank
        });
        place.unwrap() as f64 - 1000.0
    };
    let pairs = 1_000_000_000_000_u64;
    assert_eq!(longer.iter().sum::<u64>(), pairs);
    assert_eq!(shift(&a, &b), Some(f64::midpoint(at(pairs / 2 - 1), at(pairs / 2))));
    let found = mann_whitney(&a, &b).unwrap();
    let u = longer[2] as f64 + longer[1] as f64 / 2.0;
    assert_eq!(found.u.total_cmp(&u), Ordering::Equal);

    let p = chance_of(u, &a, &b);
    assert!(close_chance(found.p, p) && p > VANISHING && p < 1.0, "{found:?} for {p}");
}

/// The p-value of such a U, with its variance found another way than by correcting for ties: from the ranks themselves.
fn chance_of(u: f64, a: &Waits, b: &Waits) -> f64 {
    let mut all = a.clone();
    all.merge(b);
    let (count, pairs) = (f64::from(all.count()), f64::from(a.count()) * f64::from(b.count()));
    let middle = f64::midpoint(count, 1.0);
    let (mut before, mut squares) = (0.0, 0.0);
    for (_, visits) in all.steps() {
        let visits = f64::from(*visits);
        squares += visits * (before + f64::midpoint(visits, 1.0) - middle).powi(2);
        before += visits;
    }
    let variance = pairs / (count * (count - 1.0)) * squares;
    let beyond = (u - pairs / 2.0).abs() - 0.5;
    erfc(beyond / variance.sqrt() / std::f64::consts::SQRT_2)
}

/// Whether the figures are those of the script as it is now. Line ends do not count.
#[test]
fn the_figures_are_not_older_than_the_script() {
    let script = std::fs::read_to_string(folder().join("figures.py")).unwrap().replace('\r', "");
    let digest = Sha256::digest(script).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    let head = &figures()["head"];
    let again = "python tests/reference/figures.py > tests/reference/figures.json";
    assert_eq!(head["script_sha256"], digest, "the script was changed since: {again}");
    for library in ["python", "numpy", "scipy"] {
        assert!(head[library].is_string(), "{library}");
    }
}

/// Whether the script still says the same here, with whatever SciPy there is.
#[test]
fn the_script_says_the_same_again() {
    let python = if cfg!(windows) { "python" } else { "python3" };
    if !Command::new(python).args(["-c", "import scipy.stats"]).output().is_ok_and(|run| run.status.success())
    {
        eprintln!("skipped: there is no Python with SciPy here");
        return;
    }
    let output = Command::new(python).arg(folder().join("figures.py")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (mut again, mut kept): (Value, Value) = (serde_json::from_slice(&output.stdout).unwrap(), figures());
    for figures in [&mut again, &mut kept] {
        figures["head"].take();
    }
    assert_same(&again, &kept, "");
}

fn assert_same(again: &Value, kept: &Value, place: &str) {
    match (again, kept) {
        (Value::Number(again), Value::Number(kept)) => {
            let (again, kept) = (again.as_f64().unwrap(), kept.as_f64().unwrap());
            assert!(close_chance(again.abs(), kept.abs()), "{place}: {again} for {kept}");
            assert_eq!(again < 0.0, kept < 0.0, "{place}");
        }
        (Value::Array(again), Value::Array(kept)) => {
            assert_eq!(again.len(), kept.len(), "{place}");
            for (number, (again, kept)) in again.iter().zip(kept).enumerate() {
                assert_same(again, kept, &format!("{place}/{number}"));
            }
        }
        (Value::Object(again), Value::Object(kept)) => {
            assert_eq!(again.len(), kept.len(), "{place}");
            for (name, again) in again {
                assert_same(again, &kept[name], &format!("{place}/{name}"));
            }
        }
        _ => assert_eq!(again, kept, "{place}"),
    }
}
