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
    /// Problems shown by themselves, most cases first.
    pub issues: Vec<(IssueCode, Row)>,
    /// Cases in time, where it can be told.
    pub months: Option<Spans>,
    /// Waits of card-holders and of those who paid cash; nothing of both where not both may be told.
    pub card_and_cash: (Row, Row),
}

/// What of a document's counts may be told.
pub fn protect(counted: Counted) -> Told {
    let Counted { total, places, issues, months, card_and_cash } = counted;
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
    let other_places = (!places.merged.is_empty()).then(|| places.merged.iter().map(|row| row.cases).sum());
    // How many the others have is not added up: of two that overlap, a sum over all cases would tell.
    let hidden: u32 = nearly_all.iter().chain(&issues.merged).map(|(_, row)| row.cases).sum();
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
    let card_and_cash = (waits_of(&payers.0), waits_of(&payers.1));
    let months = in_time(&months);
    Told { total, places, other_places, issues, months, card_and_cash }
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

fn waits_of(row: &Row) -> Row {
    Row { timed: row.timed, median: row.median, p90: row.p90, ..Row::default() }
}
