//! The charts of a brief: the same figures as its tables, or counts that none of them holds, with small cells left
//! out.

use chrono::{Datelike, NaiveDate};

use super::{Row, words};
use crate::brief::document::{Block, Chart, Figure, Interval, Ranking, Series, Span, Text};
use crate::brief::suppress::Spans;
use crate::i18n::{Lang, Language, dates, numbers};

/// A chart as a block.
pub(super) fn figure(caption: &str, chart: Chart, notes: &[&str], lang: Lang) -> Block {
    Block::Figure(Figure {
        caption: Text::told(caption, lang),
        alternative: chart.said(lang),
        is_in_table: matches!(chart, Chart::Ranking(_)),
        chart,
        notes: notes.iter().map(|note| Text::told(note, lang)).collect(),
    })
}

/// The severe shares that the table of the same rows shows, the largest first; `None` where that would be one or none.
pub(super) fn ranking(rows: &[Row], lang: Lang) -> Option<Chart> {
    let told = |text: &str| Text::told(text, lang);
    let mut rows: Vec<Interval> = rows
        .iter()
        .filter_map(|row| {
            let (share, low, high) = row.severe?;
            Some(Interval { name: told(&row.name), share, low, high, of: row.cases })
        })
        .collect();
    rows.sort_by(|one, other| other.share.total_cmp(&one.share));
    (rows.len() > 1).then(|| {
        Chart::Ranking(Ranking {
            rows_are: told(words::place(lang)),
            axis: told(words::severe_share(lang)),
            rows,
        })
    })
}

/// How the caption of a chart is numbered.
type Caption = fn(Lang, &str) -> String;

/// Cases in time, with what must be said beside them: by month, or by longer spans where months would hold too few.
pub(super) fn months(found: &Spans, today: NaiveDate, lang: Lang) -> (Chart, Vec<&'static str>, Caption) {
    let drawn: Vec<Span> = (0_i64..)
        .zip(&found.counts)
        .map(|(place, count)| span(found, found.first + place, *count, today, lang))
        .collect();
    let mut notes = Vec::new();
    if drawn.iter().any(|span| !span.is_over) {
        notes.push(words::not_over_note(lang));
    }
    if found.is_cut {
        notes.push(words::left_out_note(lang));
    }
    let (spans_are, caption): (&str, Caption) = match found.months {
        1 => (words::month(lang), words::figure_of_months),
        3 => (words::quarters(lang), words::figure_of_quarters),
        _ => (words::years(lang), words::figure_of_years),
    };
    let series = Series {
        spans_are: Text::told(spans_are, lang),
        axis: Text::told(words::cases(lang), lang),
        spans: drawn,
    };
    (Chart::Series(series), notes, caption)
}

/// One span with its names; `place` counts spans from the year 0 on.
fn span(of: &Spans, place: i64, count: u32, today: NaiveDate, lang: Lang) -> Span {
    let month = place * of.months;
    let year = i32::try_from(month.div_euclid(12)).unwrap_or_default();
    let month = u32::try_from(month.rem_euclid(12)).unwrap_or_default() + 1;
    let year_said = dates::year(year, lang);
    let (name, short, begins_a_year) = match of.months {
        1 => (dates::month(year, month, lang), short_month(month, lang), month == 1),
        3 => {
            let quarter = numbers::number(u64::from(month / 3) + 1, lang);
            let short = words::quarter_short(lang, &quarter);
            (words::quarter(lang, &quarter, &year_said), short, month == 1)
        }
        _ => (year_said.clone(), year_said.clone(), false),
    };
    let next = i64::from(year) * 12 + i64::from(month) - 1 + of.months;
    let now = i64::from(today.year()) * 12 + i64::from(today.month()) - 1;
    Span {
        name: Text::told(&name, lang),
        short: Text::told(&short, lang),
        year: (of.months < 12 && (begins_a_year || place == of.first)).then(|| Text::told(&year_said, lang)),
        count,
        is_over: next <= now,
    }
}

/// `Oct`; `តុលា`.
fn short_month(month: u32, lang: Lang) -> String {
    let name = dates::month_name(month, lang);
    match lang.language() {
        Language::Km => name.to_owned(),
        Language::En => name.chars().take(3).collect(),
    }
}
