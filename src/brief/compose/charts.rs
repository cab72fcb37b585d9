//! The charts of a brief: the same figures as its tables, or counts that none of them holds, with small cells left
//! out.

use chrono::{Datelike, NaiveDate};

use super::{Facts, Row, chart_words, told, words};
use crate::brief::document::{
    Area, Block, Chart, Figure, Funnel, Interval, Map, Ranking, Series, Side, Span, Spot, Text, Waits,
};
use crate::brief::suppress::Spans;
use crate::i18n::{Lang, Language, dates, numbers};
use crate::insight::{self, Place, pooled};
use crate::reference::CREDIT;

/// What a chart shows, in a language.
type Caption = fn(Lang) -> &'static str;

/// A chart with what stands around it.
pub(super) struct Found {
    chart: Chart,
    caption: Caption,
    notes: Vec<&'static str>,
}

impl Found {
    /// As a block, once its number is known.
    pub fn block(self, number: &str, lang: Lang) -> Block {
        let told = |text: &str| Text::told(text, lang);
        Block::Figure(Figure {
            caption: told(&chart_words::figure(lang, number, (self.caption)(lang))),
            title: told((self.caption)(lang)),
            alternative: self.chart.said(lang),
            is_in_table: matches!(self.chart, Chart::Ranking(_) | Chart::Map(_)),
            chart: self.chart,
            notes: self.notes.into_iter().map(told).collect(),
        })
    }
}

/// The charts of what the table of places shows: where, how severe, and what of that is more than luck.
pub(super) fn of_places(facts: &Facts, lang: Lang) -> impl Iterator<Item = Found> {
    let shown = facts.places.as_slice();
    [map(shown, facts, lang), ranking(shown, lang), funnel(shown, lang)].into_iter().flatten()
}

/// The provinces on a map; `None` where the places are none, or there is just one.
fn map(shown: &[Row], facts: &Facts, lang: Lang) -> Option<Found> {
    let told = |text: &str| Text::told(text, lang);
    let area = |row: &Row| {
        let (province, _) = facts.charts.provinces.iter().find(|(_, name)| *name == row.name)?;
        Some(Area { province: *province, name: told(&row.name), count: row.cases })
    };
    let areas: Vec<Area> = shown.iter().filter_map(area).collect();
    let is_of_one = facts.gathered.is_of_one_officer();
    (areas.len() > 1).then(|| Found {
        chart: Chart::Map(Map {
            areas_are: told(chart_words::province(lang)),
            axis: told(words::cases(lang)),
            areas,
            others: told(chart_words::others_on_map(lang)),
            credit: told(&chart_words::outlines(lang, CREDIT)),
        }),
        caption: chart_words::figure_of_map,
        notes: vec![if is_of_one { chart_words::map_note_of_one(lang) } else { chart_words::map_note(lang) }],
    })
}

/// The severe shares that the table shows, the largest first; `None` where that would be one or none.
fn ranking(shown: &[Row], lang: Lang) -> Option<Found> {
    let told = |text: &str| Text::told(text, lang);
    let mut rows: Vec<Interval> = shown
        .iter()
        .filter_map(|row| {
            let (share, low, high) = row.severe?;
            Some(Interval { name: told(&row.name), share, low, high, of: row.cases })
        })
        .collect();
    rows.sort_by(|one, other| other.share.total_cmp(&one.share));
    (rows.len() > 1).then(|| Found {
        chart: Chart::Ranking(Ranking {
            rows_are: told(words::place(lang)),
            axis: told(words::severe_share(lang)),
            rows,
        }),
        caption: words::figure_of_severity,
        notes: vec![words::interval_note(lang)],
    })
}

/// The severe shares that the table shows, between the limits of luck; `None` of fewer than three.
///
/// The limits lie around the share of these places together and not around that of all cases: from the latter the
/// severe cases of the places that are not shown could be worked out.
fn funnel(shown: &[Row], lang: Lang) -> Option<Found> {
    let told = |text: &str| Text::told(text, lang);
    let rows: Vec<(&Row, (f64, f64, f64))> =
        shown.iter().filter_map(|row| Some((row, row.severe?))).collect();
    let counts: Vec<(u32, u32)> = rows.iter().map(|(row, _)| (told::severe_count(row), row.cases)).collect();
    let middle = pooled(&counts).filter(|_| rows.len() > 2)?;
    let spots = rows.iter().zip(insight::funnel(&counts)).filter_map(|((row, severe), place)| {
        let (share, low, high) = *severe;
        let place = place?;
        let said = told(verdict(place, lang));
        Some(Spot { name: told(&row.name), share, interval: (low, high), of: row.cases, place, said })
    });
    let key = [
        told(&chart_words::all_places(lang, &numbers::percent(middle, lang))),
        told(chart_words::limits_95(lang)),
        told(chart_words::limits_998(lang)),
        told(chart_words::beyond_95(lang)),
        told(chart_words::beyond_998(lang)),
    ];
    Some(Found {
        chart: Chart::Funnel(Funnel {
            spots_are: told(words::place(lang)),
            axis: told(words::severe_share(lang)),
            counts: told(words::cases(lang)),
            middle,
            spots: spots.collect(),
            key: key.to_vec(),
            places: told(chart_words::against_all(lang)),
        }),
        caption: chart_words::figure_of_funnel,
        notes: vec![chart_words::funnel_note(lang)],
    })
}

fn verdict(place: Place, lang: Lang) -> &'static str {
    match place {
        Place::Inside => chart_words::inside(lang),
        Place::Above95 => chart_words::above_95(lang),
        Place::Above998 => chart_words::above_998(lang),
        Place::Below95 => chart_words::below_95(lang),
        Place::Below998 => chart_words::below_998(lang),
    }
}

/// The waits of card-holders and of those who paid cash, where they may be told beside each other.
pub(super) fn waits(facts: &Facts, lang: Lang) -> Option<Found> {
    let told = |text: &str| Text::told(text, lang);
    let (card, cash) = &facts.card_and_cash;
    told::comparable(facts)?;
    let names = [chart_words::card(lang), chart_words::cash(lang)];
    let mut sides = Vec::new();
    for ((row, name), quartiles) in [card, cash].into_iter().zip(names).zip(facts.charts.quartiles) {
        let (lower, upper) = quartiles.filter(|_| row.timed >= told::ENOUGH_FOR_PERCENTILES)?;
        let (median, p90) = row.median.zip(row.p90)?;
        sides.push(Side { name: told(name), of: row.timed, lower, median, upper, p90 });
    }
    let marks = [
        chart_words::quarter_less(lang),
        chart_words::half(lang),
        chart_words::quarter_longer(lang),
        chart_words::tenth_longer(lang),
    ];
    let key = [chart_words::median_mark(lang), chart_words::middle_mark(lang), chart_words::tenth_mark(lang)];
    Some(Found {
        chart: Chart::Waits(Waits {
            sides_are: told(chart_words::paid_with(lang)),
            axis: told(chart_words::waited(lang)),
            marks: marks.map(told).to_vec(),
            key: key.map(told).to_vec(),
            sides,
        }),
        caption: chart_words::figure_of_waits,
        notes: vec![chart_words::waits_note(lang)],
    })
}

/// Cases in time, with what must be said beside them: by month, or by longer spans where months would hold too few.
pub(super) fn months(found: &Spans, today: NaiveDate, lang: Lang) -> Found {
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
    Found { chart: Chart::Series(series), caption, notes }
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
    let is_over = next <= now;
    Span {
        // Where the span is a row of a table, the mark stands there.
        name: Text::told(&if is_over { name } else { format!("{name}*") }, lang),
        short: Text::told(&short, lang),
        year: (of.months < 12 && (begins_a_year || place == of.first)).then(|| Text::told(&year_said, lang)),
        count,
        is_over,
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
