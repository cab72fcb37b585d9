//! What of the rows that were taken is worth a second look: what a case typed by hand would be warned of, and what was mended
//! on the way. None of it refuses a row; each kind is counted, with the first of its lines.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::words;
use crate::domain::draft::Warning;
use crate::i18n::Lang;
use crate::i18n::numbers::number;

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

/// Where a row stands, and for what it is worth a second look.
#[derive(Debug, Clone, Default)]
pub(super) struct Notice {
    pub line: u64,
    pub oddities: Vec<Oddity>,
}

impl Notice {
    pub fn of(line: u64, warnings: &[Warning]) -> Self {
        Self { line, oddities: warnings.iter().map(Oddity::from).collect() }
    }
}

/// What was noticed so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Notices(BTreeMap<Oddity, Counted>);

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
        if self.lines.len() > NAMED {
            self.lines.pop_last();
        }
    }
}

impl Notices {
    /// Takes up what was noticed of a row.
    pub fn add(&mut self, notice: &Notice) {
        for oddity in &notice.oddities {
            self.0.entry(*oddity).or_default().add(notice.line);
        }
    }

    /// What was noticed, a kind each.
    pub fn all(self) -> Vec<Noticed> {
        let noticed = |(kind, Counted { rows, lines })| Noticed { kind, rows, lines: Vec::from_iter(lines) };
        self.0.into_iter().map(noticed).collect()
    }
}
