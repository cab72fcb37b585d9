//! In an open book, as the running program asks it: the hotspots after the filter changed, search as one types, pages
//! of the list in every order.

use std::time::Duration;

use wardbook::book::{GroupBy, Order};

use super::chance::Chance;
use super::data::Data;
use super::product::Product;
use super::queries;
use super::report::Table;
use super::times::Times;

/// How long one kind of question may take in all; what it did not come to is not counted.
const BUDGET: Duration = Duration::from_mins(2);

const FRAME: Duration = Duration::from_millis(16);

/// The hotspots of random queries.
pub fn filters(data: &Data, product: &mut Product) -> Table {
    let mut table = Table::new("Hotspots in an open book, random queries over all fields");
    let queries = queries::random(data, 200);
    for (name, by) in [("province", GroupBy::Province), ("facility", GroupBy::Facility)] {
        table.time(
            format!("by {name}, no filter: median of 9"),
            Times::of(9, || product.hotspots("", by)).median(),
        );
        let (times, slowest) = Times::of_each(&queries, BUDGET, |query| product.hotspots(query, by));
        table.text(format!("by {name}: queries"), times.count().to_string());
        table.time(format!("by {name}: median"), times.median());
        table.time_within(
            &format!("by {name}: 95th percentile"),
            times.within(0.95),
            Duration::from_millis(50),
        );
        table.time(format!("by {name}: slowest"), times.within(1.0));
        let slowest = slowest.unwrap_or_default().replace('|', "\\|");
        table.text(format!("by {name}: which was slowest"), format!("`{slowest}`"));
    }
    table
}

/// Each prefix of words in both scripts, the first 50 hits.
pub fn searches(data: &Data, product: &mut Product) -> Table {
    let mut table = Table::new("Search as you type, both scripts, the first 50 hits");
    let (short, long): (Vec<String>, Vec<String>) =
        queries::prefixes(data).into_iter().partition(|typed| typed.chars().count() < 3);
    for (name, typed, aim) in
        [("three characters and more", long, 50), ("one and two characters", short, 200)]
    {
        let (times, slowest) = Times::of_each(&typed, BUDGET, |typed| product.search(typed));
        table.text(format!("{name}: searches"), times.count().to_string());
        table.time(format!("{name}: median"), times.median());
        table.time_within(
            &format!("{name}: 99th percentile"),
            times.within(0.99),
            Duration::from_millis(aim),
        );
        table.time(format!("{name}: slowest"), times.within(1.0));
        table.text(format!("{name}: which was slowest"), format!("`{}`", slowest.unwrap_or_default()));
    }
    table
}

/// The first page, and pages anywhere, by each order.
pub fn pages(data: &Data, product: &mut Product) -> Table {
    let mut table = Table::new("The list of cases in an open book, pages of 50");
    let mut chance = Chance::new(3);
    for (name, order) in Order::NAMES {
        let offsets: Vec<usize> = (0..40).map(|_| chance.below(data.size)).collect();
        let budget = BUDGET / 20;
        let (first, _) = Times::of_each(&[0; 9], budget, |offset| product.page(order, *offset));
        let (times, _) = Times::of_each(&offsets, budget, |offset| product.page(order, *offset));
        table.time_within(&format!("by {name}, first page: median of 9"), first.median(), FRAME);
        table.time_within(&format!("by {name}, a page anywhere: 95th percentile"), times.within(0.95), FRAME);
    }
    table
}
