//! A group of process figures as a row of a table.

use std::collections::BTreeMap;

use ratatui::style::Style;

use crate::app::follow::{ProcessBy, ProcessGroup};
use crate::domain::promise::Fate;
use crate::domain::values::{Coded, MemberOutcome, PartyOutcome};
use crate::i18n::numbers::{decimal, digits, number, percent};
use crate::i18n::{Lang, Named};
use crate::insight::SMALL;
use crate::tui::screens::people::titled;
use crate::tui::theme::Theme;
use crate::tui::widgets::columns::{Cell, Column};
use crate::tui::words::{self, ledger};

/// The columns.
pub fn heads(by: ProcessBy, lang: Lang) -> Vec<Column> {
    let name = match by {
        ProcessBy::Party => ledger::label_party(lang),
        ProcessBy::Province => ledger::column_province(lang),
        ProcessBy::Facility => words::column_facility(lang),
        ProcessBy::Month => ledger::column_month(lang),
    };
    vec![
        Column::number("", 1),
        Column::text(name, 20, 0),
        Column::number(ledger::column_received(lang), 1),
        Column::number(ledger::column_answered(lang), 5),
        Column::number(ledger::column_awaited(lang), 6),
        Column::number(ledger::overdue(lang), 3),
        Column::number(ledger::column_in_time(lang), 2),
        Column::number(ledger::column_interval(lang), 7),
        Column::number(ledger::column_days(lang), 4),
        Column::number(words::column_p90(lang), 8),
    ]
}

/// The cells of a group: greyed and without a rank where it is small.
pub fn cells(group: &ProcessGroup, rank: Option<usize>, lang: Lang, theme: Theme) -> Vec<Cell> {
    let is_small = group.received < SMALL;
    let style: Style = if is_small { theme.dim() } else { theme.text() };
    let count = |count: u32| number(count.into(), lang);
    let overdue = match group.overdue {
        0 => (count(0), style),
        overdue => (format!("▲ {}", count(overdue)), if is_small { style } else { theme.error() }),
    };
    // With few that are decided, the counts stand there, and no share.
    let (in_time, interval) = match group.answered_in_time {
        Some(share) if share.of >= SMALL => (
            format!("{} ({}/{})", percent(share.share, lang), count(share.n), count(share.of)),
            format!("{}–{}", percent(share.low, lang), percent(share.high, lang)),
        ),
        Some(share) => (format!("{}/{}", count(share.n), count(share.of)), String::new()),
        None => ("–".to_owned(), String::new()),
    };
    let of_few = if group.answered < SMALL { theme.dim() } else { style };
    let days = |days: Option<f64>| days.map_or("–".to_owned(), |days| day_count(days, lang));
    let median = match group.days_median {
        Some(median) => format!("{} ({})", day_count(median, lang), count(group.answered)),
        None => "–".to_owned(),
    };
    let p90 = days(group.days_p90.filter(|_| group.answered >= SMALL));
    vec![
        (rank.map(|rank| digits(&rank.to_string(), lang)).unwrap_or_default(), style),
        (titled(lang.pick(group.name_km.as_str(), group.name_en.as_str())), style),
        (count(group.received), style),
        (count(group.answered), style),
        (count(group.open), style),
        overdue,
        (in_time, style),
        (interval, style),
        (median, of_few),
        (p90, of_few),
    ]
}

fn day_count(days: f64, lang: Lang) -> String {
    let tenths = (days * 10.0).round() / 10.0;
    decimal(tenths, usize::from(tenths.fract() != 0.0), lang)
}

/// What parties and members made of the cases, and what became of promises: a line each, of what there is.
pub fn outcomes(group: &ProcessGroup, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for (head, said) in [
        (ledger::by_parties(lang), counted::<PartyOutcome>(&group.party_outcomes, lang)),
        (ledger::by_members(lang), counted::<MemberOutcome>(&group.member_outcomes, lang)),
        (ledger::promises(lang), counted::<Fate>(&group.promises, lang)),
    ] {
        if !said.is_empty() {
            lines.push(format!("{head}{}{said}", lang.pick("៖ ", ": ")));
        }
    }
    lines
}

fn counted<T: Coded + Named>(counts: &BTreeMap<&'static str, u32>, lang: Lang) -> String {
    let some = T::ALL.iter().filter_map(|value| {
        let count = counts.get(value.code()).copied().filter(|count| *count > 0)?;
        Some(format!("{} {}", value.name(lang), number(count.into(), lang)))
    });
    some.collect::<Vec<_>>().join(", ")
}
