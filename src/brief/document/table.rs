//! Tables whose cells are numbers with their meaning, written out only when somebody asks.

use super::Text;
use crate::i18n::{Lang, numbers};

/// A table. The first column names its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: Text,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// What must be said beside it.
    pub notes: Vec<Text>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: Text,
    /// Whether it holds figures rather than text.
    pub is_figure: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text.
    Text(Text),
    /// A count.
    Count(u32),
    /// A count from one to four, which is not told.
    Few,
    /// Minutes that so many cases waited.
    Wait {
        /// How long.
        minutes: f64,
        /// Of how many; `None` where that stands beside it.
        of: Option<u32>,
    },
    /// A share from 0 to 1 with its interval.
    Share {
        /// The share.
        share: f64,
        /// The interval's lower end.
        low: f64,
        /// Its upper end.
        high: f64,
    },
    /// Nothing that may or can be told.
    Untold,
}

impl Cell {
    /// As it is written: `3 h 10 (30)`, `50% (20–80%)`.
    pub fn written(&self, lang: Lang) -> String {
        match self.parts(lang) {
            (main, Some(aside)) => format!("{main} ({aside})"),
            (main, None) => main,
        }
    }

    /// What it says first, and what stands in brackets behind it.
    pub fn parts(&self, lang: Lang) -> (String, Option<String>) {
        match self {
            Self::Text(text) => (text.to_string(), None),
            Self::Count(count) => (numbers::number((*count).into(), lang), None),
            Self::Few => (few(lang), None),
            Self::Wait { minutes, of } => (
                numbers::minutes(minutes.round().max(0.0) as u32, lang),
                of.map(|of| numbers::number(of.into(), lang)),
            ),
            Self::Share { share, low, high } => {
                let [share, low, high] = [*share, *low, *high].map(|share| numbers::percent(share, lang));
                (share, Some(format!("{low}–{high}")))
            }
            Self::Untold => ("–".to_owned(), None),
        }
    }
}

/// What stands for one to four.
pub fn few(lang: Lang) -> String {
    format!("<{}", numbers::number(crate::insight::SMALL.into(), lang))
}
