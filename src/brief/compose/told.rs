//! How figures are written in sentences, and what may be told of those facts that hold small counts as well.

use super::{Facts, Gathering, Row};
use crate::brief::document::Cell;
use crate::brief::suppress::{Published, cell, publish};
use crate::domain::values::{Coded, Evidence};
use crate::i18n::{Lang, numbers};
use crate::insight::SMALL;

/// A number in words' digits.
pub fn number(count: u32, lang: Lang) -> String {
    numbers::number(count.into(), lang)
}

/// A count, `<5` where it is small.
pub fn counted(count: u32) -> Cell {
    cell(count).map_or(Cell::Few, Cell::Count)
}

/// Minutes as a wait.
pub fn wait_text(minutes: f64, lang: Lang) -> String {
    Cell::Wait { minutes, of: None }.written(lang)
}

/// A share with its interval: `41%`, `36%–46%`.
pub fn share_texts((share, low, high): (f64, f64, f64), lang: Lang) -> (String, String) {
    let (share, ends) = Cell::Share { share, low, high }.parts(lang);
    (share, ends.unwrap_or_default())
}

fn is_shown(count: u32) -> bool {
    cell(count).is_some()
}

/// Whether so many of `all` may be told: neither they nor the others are few.
pub fn is_tellable(all: u32, count: u32) -> bool {
    is_shown(count) && is_shown(all - count.min(all))
}

/// The median wait, where it may be told.
pub fn wait(row: &Row) -> Option<f64> {
    row.median.filter(|_| row.timed >= SMALL)
}

/// Of so many waits at least quartiles and the 90th percentile are told: of fewer they are nearly the waits of single
/// people. The quartiles and the median of five waits are those of three of the five.
pub const ENOUGH_FOR_PERCENTILES: u32 = 20;

/// The 90th percentile of the wait, where it may be told.
pub fn long_wait(row: &Row) -> Option<f64> {
    row.p90.filter(|_| wait(row).is_some() && row.timed >= ENOUGH_FOR_PERCENTILES)
}

/// How many of a row's cases are severe.
pub fn severe_count(row: &Row) -> u32 {
    row.severe.map_or(0, |(share, ..)| (share * f64::from(row.cases)).round() as u32)
}

/// How many cases have each grade of evidence: those that may be told by themselves, and those that are told as one.
pub fn evidence(gathered: &Gathering) -> Published<(Evidence, u32)> {
    let graded = Evidence::ALL.iter().copied().zip(gathered.evidence).collect();
    let mut graded = publish(graded, |(_, count)| *count, Evidence::ALL.len());
    graded.shown.sort_unstable();
    graded.merged.sort_unstable();
    graded
}

/// The medians of card and cash, where they may be told beside each other.
pub fn comparable(facts: &Facts) -> Option<(f64, f64)> {
    let (card, cash) = &facts.card_and_cash;
    wait(card).zip(wait(cash))
}
