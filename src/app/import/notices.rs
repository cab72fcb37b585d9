//! What of the rows that were taken is worth a second look: what a case typed by hand would be warned of, and what was mended
//! on the way. None of it refuses a row; each kind is counted, with the first of its lines.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::facilities::OfRow;
use super::words;
use crate::domain::column::Column;
use crate::domain::date::FUND_BEGAN;
use crate::domain::draft::{Typed, Warning};
use crate::i18n::Lang;
use crate::i18n::numbers::number;
use crate::intake::{Row, may_lack_nought};

/// Why a row that was taken is worth a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Oddity {
    /// The facility was closed on the day of the visit.
    Closed,
    /// The facility had no contract with the fund on the day of the visit.
    NoContract,
    /// A wait of over twelve hours.
    LongWait,
    /// A stage of care that this kind of facility does not have.
    Stage,
    /// The visit lies before the fund's health insurance began: where a table writes the year first, and with two digits, its
    /// days read so.
    LongAgo,
    /// The row tells another province than that of the facility whose code or very name it has.
    OtherPlace,
    /// A telephone that stood there as a number got the 0 back with which it began.
    NoughtGivenBack,
    /// A telephone of text has no 0 at its beginning: whether one was there nobody knows, so it stays as it is.
    NoughtMissing,
    /// An NSSF or employee number that stands there as a number has fewer digits than others of its column.
    NoughtLost,
}

impl From<&Warning> for Oddity {
    fn from(warning: &Warning) -> Self {
        match warning {
            Warning::LongWait(_) => Self::LongWait,
            Warning::Stage(_) => Self::Stage,
            Warning::Closed(_) => Self::Closed,
            Warning::NoContract(_) => Self::NoContract,
        }
    }
}

impl Oddity {
    fn said(self, lang: Lang) -> &'static str {
        match self {
            Self::Closed => words::closed(lang),
            Self::NoContract => words::no_contract(lang),
            Self::LongWait => words::long_wait(lang),
            Self::Stage => words::stage(lang),
            Self::OtherPlace => words::other_place(lang),
            Self::LongAgo => words::long_ago(lang),
            Self::NoughtGivenBack => words::nought_given_back(lang),
            Self::NoughtMissing => words::nought_missing(lang),
            Self::NoughtLost => words::nought_lost(lang),
        }
    }
}

/// So many lines of a kind are named: enough to look at some.
const NAMED: usize = 5;

/// The rows that are worth a second look for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Noticed {
    /// The reason.
    pub kind: Oddity,
    /// How many rows.
    pub rows: usize,
    /// The first of their lines.
    pub lines: Vec<u64>,
}

impl Noticed {
    /// The reason, how many rows have it, and where the first of them stand.
    pub fn said(&self, lang: Lang) -> String {
        let rest = if self.rows > self.lines.len() { " …" } else { "" };
        let lines: Vec<String> = self.lines.iter().map(|line| number(*line, lang)).collect();
        let rows = number(self.rows as u64, lang);
        words::noticed(lang, self.kind.said(lang), &rows, &format!("{}{rest}", lines.join(", ")))
    }
}

/// Numbers of people whose length no rule tells, so that a nought that a spreadsheet dropped cannot be put back.
const FIGURES: [Column; 2] = [Column::MemberNssfNumber, Column::MemberEmployeeNumber];

/// Where a row stands, and for what it is worth a second look.
#[derive(Debug, Clone, Default)]
pub(super) struct Notice {
    line: u64,
    oddities: Vec<Oddity>,
    /// How many digits the numbers of people have that stand there as numbers.
    figures: Vec<(Column, usize)>,
}

impl Notice {
    pub fn of(row: &Row<'_>, facilities: &OfRow<'_>, visited_on: NaiveDate, warnings: &[Warning]) -> Self {
        let mut oddities: Vec<Oddity> = warnings.iter().map(Oddity::from).collect();
        oddities.extend(facilities.is_elsewhere(row.text(Column::Facility)).then_some(Oddity::OtherPlace));
        oddities.extend((visited_on < FUND_BEGAN).then_some(Oddity::LongAgo));
        if row.has_nought_back {
            oddities.push(Oddity::NoughtGivenBack);
        } else if may_lack_nought(row.text(Column::MemberPhone)) {
            oddities.push(Oddity::NoughtMissing);
        }
        let figures = FIGURES.into_iter().filter(|column| row.is_number(*column));
        let figures = figures.map(|column| (column, row.text(column).len())).collect();
        Self { line: row.line, oddities, figures }
    }
}

/// What was noticed so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Notices {
    kinds: BTreeMap<Oddity, Counted>,
    figures: BTreeMap<(Column, usize), Counted>,
}

/// Rows of one kind. They come in the order of their visits, so the smallest lines are kept and not the first ones.
#[derive(Debug, Clone, Default)]
struct Counted {
    rows: usize,
    lines: BTreeSet<u64>,
}

impl Counted {
    fn add(&mut self, line: u64) {
        self.rows += 1;
        self.lines.insert(line);
        self.trim();
    }

    fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        self.lines.extend(other.lines);
        self.trim();
    }

    fn trim(&mut self) {
        while self.lines.len() > NAMED {
            self.lines.pop_last();
        }
    }
}

impl Notices {
    /// Takes up what was noticed of a row.
    pub fn add(&mut self, notice: &Notice) {
        for oddity in &notice.oddities {
            self.kinds.entry(*oddity).or_default().add(notice.line);
        }
        for figures in &notice.figures {
            self.figures.entry(*figures).or_default().add(notice.line);
        }
    }

    /// What was noticed, a kind each.
    pub fn all(mut self) -> Vec<Noticed> {
        // Where all have the same length nothing tells that a nought is gone. Where some are shorter it may be.
        let mut longest: BTreeMap<Column, usize> = BTreeMap::new();
        // Of one column the lengths come upwards.
        longest.extend(self.figures.keys().copied());
        for ((column, length), counted) in std::mem::take(&mut self.figures) {
            if longest.get(&column).is_some_and(|longest| length < *longest) {
                self.kinds.entry(Oddity::NoughtLost).or_default().merge(counted);
            }
        }
        let noticed = |(kind, Counted { rows, lines })| Noticed { kind, rows, lines: Vec::from_iter(lines) };
        self.kinds.into_iter().map(noticed).collect()
    }
}
