//! What may be told of the facts: no small count, and none that could be worked out from what stands beside it.

use super::{Facts, Row};
use crate::brief::document::Cell;
use crate::brief::suppress::{cell, publish};
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, Evidence};
use crate::i18n::{Lang, numbers};
use crate::insight::SMALL;

/// How many rows a table shows at most.
pub const ROWS: usize = 15;

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

/// Whether so many of a row's cases may be told.
pub fn tellable(row: &Row, count: u32) -> bool {
    is_tellable(row.cases, count)
}

/// Whether so many of `all` may be told beside parts that tell theirs, each as (all, count): what is left of both when
/// the parts are taken away is not few either.
pub fn is_tellable_beside(all: u32, count: u32, parts: impl IntoIterator<Item = (u32, u32)>) -> bool {
    let (of_parts, in_parts) =
        parts.into_iter().fold((0_u32, 0_u32), |(all, count), part| (all + part.0, count + part.1));
    let (rest, rest_count) = (all.saturating_sub(of_parts), count.saturating_sub(in_parts));
    is_tellable(all, count) && is_tellable(rest, rest_count)
}

/// The median wait, where it may be told.
pub fn wait(row: &Row) -> Option<f64> {
    row.median.filter(|_| row.timed >= SMALL && tellable(row, row.timed))
}

/// The 90th percentile of the wait, where it may be told.
pub fn long_wait(row: &Row) -> Option<f64> {
    row.p90.filter(|_| wait(row).is_some())
}

/// The share of severe cases with its interval, where it may be told.
pub fn severity(row: &Row) -> Option<(f64, f64, f64)> {
    row.severe.filter(|(share, ..)| tellable(row, severe_cases(row, *share)))
}

fn severe_cases(row: &Row, share: f64) -> u32 {
    (share * f64::from(row.cases)).round() as u32
}

/// How many of a row's cases are severe.
pub fn severe_count(row: &Row) -> u32 {
    row.severe.map_or(0, |(share, ..)| severe_cases(row, share))
}

/// The problems that may be told, most cases first.
pub fn problems(facts: &Facts) -> Vec<(IssueCode, &Row)> {
    // What nearly all cases have would tell how few do not.
    let told = facts.issues.iter().filter(|(_, row)| row.cases >= SMALL && tellable(&facts.total, row.cases));
    let mut told: Vec<_> = told.map(|(code, row)| (*code, row)).collect();
    told.sort_by_key(|(_, row)| std::cmp::Reverse(row.cases));
    told
}

/// The places that a table shows by themselves.
pub fn places(facts: &Facts) -> Vec<Row> {
    publish(facts.places.clone(), |row| row.cases, ROWS).shown
}

/// The known waits of all cases: how many, where that may be told beside those of the places and payers.
pub fn timed(facts: &Facts) -> Option<u32> {
    let (total, places) = (&facts.total, places(facts));
    let beside_places = is_tellable_beside(
        total.cases,
        total.timed,
        places.iter().filter(|row| wait(row).is_some()).map(|row| (row.cases, row.timed)),
    );
    let (card, cash) = &facts.card_and_cash;
    let of_others = total.timed.saturating_sub(card.timed).saturating_sub(cash.timed);
    (total.timed >= SMALL && beside_places && is_shown(of_others)).then_some(total.timed)
}

/// The share of severe cases of all with its interval, where that may be told beside those of the places.
pub fn severity_of_all(facts: &Facts) -> Option<(f64, f64, f64)> {
    let (total, places) = (&facts.total, places(facts));
    let told = places.iter().filter(|row| severity(row).is_some());
    is_tellable_beside(total.cases, severe_count(total), told.map(|row| (row.cases, severe_count(row))))
        .then(|| severity(total))
        .flatten()
}

/// How many cases have each grade of evidence: those that may be told by themselves, and those that are told as one.
pub fn evidence(facts: &Facts) -> (Vec<(Evidence, u32)>, Vec<(Evidence, u32)>) {
    let graded = Evidence::ALL.iter().copied().zip(facts.gathered.evidence).collect();
    let mut graded = publish(graded, |(_, count)| *count, Evidence::ALL.len());
    graded.shown.sort_unstable();
    graded.merged.sort_unstable();
    (graded.shown, graded.merged)
}

/// Whether the medians of card and cash may be told beside each other.
pub fn comparable(facts: &Facts) -> Option<(f64, f64)> {
    let (card, cash) = &facts.card_and_cash;
    card.median.zip(cash.median).filter(|_| card.timed >= SMALL && cash.timed >= SMALL)
}
