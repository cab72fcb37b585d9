//! Charts.

use super::table;
use crate::brief::document::Figure;
use crate::i18n::Lang;

/// A chart with its caption and notes, as the table of its figures.
pub fn written(figure: &Figure, lang: Lang) -> String {
    let mut table = figure.chart.table();
    table.caption.clone_from(&figure.caption);
    table.notes.clone_from(&figure.notes);
    table::written(&table, lang)
}
