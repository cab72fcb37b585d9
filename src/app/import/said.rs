//! A mapping in a line of words: what an officer decided of a table.

use super::{Elsewhere, ImportReport, words};
use crate::domain::column::Column;
use crate::i18n::dates::long_date;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, label};
use crate::intake::{Dates, Mapping};

/// Each thing that a mapping says: `telephon → Phone`, `dates mdy`, `Who pays = nssf`, `blue hospital @ 08 → H080801`.
pub fn mapping_said(mapping: &Mapping, lang: Lang) -> Vec<String> {
    let meant = |column: &Option<Column>| match column {
        Some(column) => label(*column, lang).to_owned(),
        None => words::left_out(lang).to_owned(),
    };
    let columns = mapping.columns.iter().map(|(header, column)| format!("{header} → {}", meant(column)));
    let dates = mapping.dates.map(Dates::name).map(|order| words::dates(lang, order));
    let fixed = mapping.fixed.iter().map(|(column, text)| format!("{} = {text}", label(*column, lang)));
    let values = mapping.values.iter().flat_map(|(column, values)| {
        let of = label(*column, lang);
        values.iter().map(move |(said, meant)| format!("{of}: {said} = {meant}"))
    });
    let names = mapping.facilities.iter().map(|(name, id)| format!("{name} → {id}"));
    columns.chain(dates).chain(fixed).chain(values).chain(names).collect()
}

/// How the table was read, where that may not be what its people meant: a sentence each.
pub(super) fn of_table(report: &ImportReport, lang: Lang) -> Vec<String> {
    let elsewhere = report.elsewhere.iter().map(|Elsewhere { source, rows }| {
        let said = if report.dry_run { words::would_be_elsewhere } else { words::elsewhere };
        said(lang, &number(*rows as u64, lang), source)
    });
    let dates =
        report.open_date.as_ref().map(|(text, day)| words::open_dates(lang, text, &long_date(*day, lang)));
    let swapped = report.may_have_swapped_dates.then(|| words::swapped_dates(lang).to_owned());
    let headers = report.headers_below.map(|line| words::headers_below(lang, line));
    let hours = report.waits_in_hours.then(|| words::in_hours(lang).to_owned());
    let lacking = (!report.lacking.is_empty()).then(|| words::lacking(lang, &report.lacking.join(", ")));
    headers.into_iter().chain(lacking).chain(hours).chain(dates).chain(swapped).chain(elsewhere).collect()
}

/// So much of a mapping is said in a sentence.
const MOST_SAID: usize = 6;

/// That a mapping was remembered and used, in a sentence; `None` where there is nothing of it.
pub(super) fn recalled(mapping: &Mapping, lang: Lang) -> Option<String> {
    let mut said = mapping_said(mapping, lang);
    if said.is_empty() {
        return None;
    }
    // Enough to know it again; the rest is listed where it can be forgotten.
    let more = said.len().saturating_sub(MOST_SAID);
    said.truncate(MOST_SAID);
    said.extend((more > 0).then(|| format!("… (+{})", number(more as u64, lang))));
    Some(words::recalled(lang, &said.join("; ")))
}
