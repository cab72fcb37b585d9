//! All counts of a document together: what of them may be told.
//!
//! What is handed back may be printed as it is, in any table, chart or sentence of any format and of any document made
//! from it: no count in it is 1 to 4, and none of 1 to 4 can be bounded more tightly from all of them. Places, spans of time
//! and payers each sum to all cases; nothing is counted by two of these at once, so that none says more of another than
//! its sum.

use super::column::{Column, Figure};
use super::{Spans, publish, spans};
use crate::brief::compose::Row;
use crate::domain::issue::IssueCode;
use crate::insight::SMALL;

/// How many rows a table shows at most.
const ROWS: usize = 15;

/// The least that stories must leave of the cases they are among, so that each other cell may still be 1 to 4.
pub const BESIDE_STORIES: u32 = SMALL - 2;

/// Counts as they are in the book.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The whole.
    pub total: Row,
    /// Places that together are the whole.
    pub places: Vec<Row>,
    /// Facilities, each with the name of its place.
    pub facilities: Vec<(String, Row)>,
    /// Problems.
    pub issues: Vec<(IssueCode, Row)>,
    /// Cases by month: year, month from 1, cases; in order.
    pub months: Vec<(i32, u32, u32)>,
    /// Card-holders and those who paid cash.
    pub card_and_cash: (Row, Row),
}

/// Counts as they may be told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// The whole; no cases where there are fewer than five.
    pub total: Row,
    /// Places shown by themselves, most cases first.
    pub places: Vec<Row>,
    /// The cases of all other places together.
    pub other_places: Option<u32>,
    /// Facilities that are named, most cases first. Of these only their order may be told.
    pub facilities: Vec<Row>,
    /// Problems shown by themselves, most cases first.
    pub issues: Vec<(IssueCode, Row)>,
    /// The other problems, added up.
    pub other_issues: Option<u32>,
    /// Cases in time, where it can be told.
    pub months: Option<Spans>,
    /// Waits of card-holders and of those who paid cash; nothing of both where not both may be told.
    pub card_and_cash: (Row, Row),
}

/// What of a document's counts may be told.
pub fn protect(counted: Counted) -> Told {
    let Counted { total, places, facilities, issues, months, card_and_cash } = counted;
    let all = total.cases;
    if all < SMALL {
        return Told::default();
    }
    let places = publish(places, |row| row.cases, ROWS);
    // What nearly all cases have would tell how few do not.
    let lack = |row: &Row| all - row.cases.min(all);
    let (issues, nearly_all): (Vec<_>, Vec<_>) =
        issues.into_iter().partition(|(_, row)| lack(row) == 0 || lack(row) >= SMALL);
    let issues = publish(issues, |(_, row)| row.cases, ROWS);
    let facilities = named(facilities, &places.shown);
    let other_places = sum(&places.merged, |row| row.cases);
    let other_issues = sum(&issues.merged, |(_, row)| row.cases);
    let hidden = nearly_all.iter().map(|(_, row)| row.cases).sum::<u32>() + other_issues.unwrap_or_default();
    let mut figures = Figures {
        total,
        places: places.shown,
        rest: places.merged,
        issues: issues.shown,
        hidden,
        payers: card_and_cash,
    };
    figures.protect_timed();
    figures.protect_column(severe, |row| row.severe = None);
    figures.protect_column(open, |row| row.open = None);
    let Figures { total, places, issues, payers, .. } = figures;
    // Of those who paid so only the waits are told.
    let card_and_cash = (waits_of(payers.0), waits_of(payers.1));
    let months = in_time(&months);
    Told { total, places, other_places, facilities, issues, other_issues, months, card_and_cash }
}

fn severe(row: &Row) -> u32 {
    row.severe.map_or(0, |(share, ..)| (share * f64::from(row.cases)).round() as u32)
}

fn open(row: &Row) -> u32 {
    row.open.unwrap_or_default()
}

fn timed(row: &Row) -> u32 {
    row.timed
}

/// Rows that are shown, whose further figures are looked at one column after the other.
struct Figures {
    total: Row,
    places: Vec<Row>,
    rest: Vec<Row>,
    issues: Vec<(IssueCode, Row)>,
    hidden: u32,
    payers: (Row, Row),
}

impl Figures {
    /// A column as it would be told without regard to the others.
    fn column(&self, figure: fn(&Row) -> u32) -> Column {
        let of = |row: &Row| Figure::new(row.cases, figure(row));
        let mut places: Vec<Figure> = self.places.iter().map(of).collect();
        if !self.rest.is_empty() {
            let cases = self.rest.iter().map(|row| row.cases).sum();
            places.push(Figure::untold(cases, self.rest.iter().map(figure).sum()));
        }
        Column {
            whole: Some(of(&self.total)),
            partitions: vec![places],
            groups: self.issues.iter().map(|(_, row)| of(row)).collect(),
            hidden: self.hidden,
        }
    }

    fn protect_column(&mut self, figure: fn(&Row) -> u32, drop: fn(&mut Row)) {
        let mut column = self.column(figure);
        column.protect();
        self.drop_untold(&column, drop);
    }

    /// Waits are told by place and problem, and of two payers.
    fn protect_timed(&mut self) {
        let mut column = self.column(timed);
        column.partitions.push(of_payers(&self.payers, self.total.cases, self.total.timed));
        column.protect();
        self.drop_untold(&column, |row| (row.timed, row.median, row.p90) = (0, None, None));
        let payers = column.partitions.last();
        if !payers.is_some_and(|of| of.iter().take(2).all(|figure| figure.is_told)) {
            self.payers = (Row::default(), Row::default());
        }
    }

    fn drop_untold(&mut self, column: &Column, drop: fn(&mut Row)) {
        let keep = |row: &mut Row, figure: &Figure| {
            if !figure.is_told {
                drop(row);
            }
        };
        if let Some(whole) = &column.whole {
            keep(&mut self.total, whole);
        }
        for (row, figure) in self.places.iter_mut().zip(column.partitions.first().into_iter().flatten()) {
            keep(row, figure);
        }
        for ((_, row), figure) in self.issues.iter_mut().zip(&column.groups) {
            keep(row, figure);
        }
    }
}

/// The timed cases of card-holders, of those who paid cash, and of all others. How many cases each has is not told: for
/// all that a reader knows, it may be all of them.
fn of_payers((card, cash): &(Row, Row), all: u32, timed: u32) -> Vec<Figure> {
    let rest = timed.saturating_sub(card.timed + cash.timed);
    let both = card.timed >= SMALL && cash.timed >= SMALL;
    let figure = |is: u32| Figure { of: all, is, is_told: both };
    vec![figure(card.timed), figure(cash.timed), Figure { of: all, is: rest, is_told: false }]
}

/// The facilities that may be named, in order. Who knows that one has at least five cases, or as many as the ones behind
/// it, knows that the others of its place have at most the rest: that must leave room for four, or there are none.
fn named(mut facilities: Vec<(String, Row)>, places: &[Row]) -> Vec<Row> {
    facilities.retain(|(_, row)| row.cases > 0);
    facilities.sort_by_key(|(_, row)| std::cmp::Reverse(row.cases));
    let mut named: Vec<&(String, Row)> = facilities
        .iter()
        .filter(|(place, row)| row.cases >= SMALL && places.iter().any(|shown| shown.name == *place))
        .take(ROWS)
        .collect();
    while let Some(place) = places.iter().find(|place| !hides_the_others(place, &facilities, &named)) {
        // The last named of the place goes; with it the bound on those before it may fall as well.
        match named.iter().rposition(|(of, _)| *of == place.name) {
            Some(last) => named.remove(last),
            None => break,
        };
    }
    named.into_iter().map(|(_, row)| row.clone()).collect()
}

fn hides_the_others(place: &Row, all: &[(String, Row)], named: &[&(String, Row)]) -> bool {
    let mut at_least = 0;
    let mut told = 0;
    let mut bound = SMALL;
    for (of, row) in named.iter().rev() {
        if *of == place.name {
            at_least += bound;
            told += row.cases;
        }
        bound = bound.max(row.cases);
    }
    let others = all.iter().filter(|(of, _)| *of == place.name).map(|(_, row)| row.cases).sum::<u32>() - told;
    others == 0 || at_least == 0 || place.cases.saturating_sub(at_least) >= SMALL - 1
}

/// Cases in spans of time that hold enough.
fn in_time(months: &[(i32, u32, u32)]) -> Option<Spans> {
    let ordinal = |(year, month, _): &(i32, u32, u32)| i64::from(*year) * 12 + i64::from(*month) - 1;
    let first = months.iter().map(ordinal).min()?;
    let last = months.iter().map(ordinal).max()?;
    let mut counts = vec![0; usize::try_from(last - first).ok().filter(|length| *length < 1_200)? + 1];
    for month in months {
        *counts.get_mut(usize::try_from(ordinal(month) - first).ok()?)? += month.2;
    }
    spans(first, &counts)
}

fn waits_of(row: Row) -> Row {
    Row { timed: row.timed, median: row.median, p90: row.p90, ..Row::default() }
}

fn sum<T>(merged: &[T], count: impl Fn(&T) -> u32) -> Option<u32> {
    (!merged.is_empty()).then(|| merged.iter().map(count).sum())
}
