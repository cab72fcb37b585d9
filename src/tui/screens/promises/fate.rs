//! What came of promises: by sign, word and colour, and counted.

use ratatui::style::Style;

use crate::domain::clock::Due;
use crate::domain::promise::Fate;
use crate::domain::values::Severity;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Named};
use crate::tui::effect::ledger::{Fates, PromiseRow};
use crate::tui::theme::Theme;
use crate::tui::words::ledger;

/// What came of a promise, or where its date stands: with its sign, and how it looks.
pub fn fate_said(row: &PromiseRow, lang: Lang, theme: Theme) -> (String, Style) {
    let (sign, style) = fate_sign(row, theme);
    let word = if row.is_overdue() { ledger::overdue(lang) } else { row.promise.fate().name(lang) };
    (format!("{sign} {word}"), style)
}

/// The same in a word that is short enough for a table.
pub fn fate_word(row: &PromiseRow, lang: Lang) -> &'static str {
    match row.promise.fate() {
        _ if row.is_overdue() => ledger::overdue(lang),
        Fate::Pending => ledger::fate_pending(lang),
        Fate::Kept => ledger::fate_kept(lang),
        Fate::Partly => ledger::fate_partly(lang),
        Fate::Broken => ledger::fate_broken(lang),
        Fate::Withdrawn => ledger::fate_withdrawn(lang),
    }
}

/// The sign of it, and how it looks.
pub fn fate_sign(row: &PromiseRow, theme: Theme) -> (&'static str, Style) {
    match (row.promise.fate(), row.stands) {
        (Fate::Pending, Some(Due::Overdue(_))) => ("▲", theme.error()),
        (Fate::Pending, Some(Due::Soon(_))) => ("●", theme.severity(Severity::Medium)),
        (Fate::Pending, _) => ("○", theme.text()),
        (Fate::Kept, _) => ("✓", theme.good()),
        (Fate::Partly, _) => ("½", theme.severity(Severity::Medium)),
        (Fate::Broken, _) => ("✗", theme.error()),
        (Fate::Withdrawn, _) => ("–", theme.dim()),
    }
}

/// `Of 14: 3 kept, 2 in part, 4 broken, 5 pending, 2 of them overdue`; what there is none of is left out.
pub fn counts(fates: &Fates, lang: Lang) -> String {
    let count = |count: u32| number(count.into(), lang);
    let parts: Vec<String> = [
        (fates.count(Fate::Kept), ledger::count_kept as fn(Lang, &str) -> String),
        (fates.count(Fate::Partly), ledger::count_partly),
        (fates.count(Fate::Broken), ledger::count_broken),
        (fates.count(Fate::Withdrawn), ledger::count_withdrawn),
        (fates.count(Fate::Pending), ledger::count_pending),
        (fates.overdue, ledger::count_overdue),
    ]
    .into_iter()
    .filter(|(of_it, _)| *of_it > 0)
    .map(|(of_it, say)| say(lang, &count(of_it)))
    .collect();
    ledger::fates(lang, &count(fates.all()), &parts.join(", "))
}
