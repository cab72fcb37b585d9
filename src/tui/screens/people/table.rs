//! A party as a row of a table.

use crate::domain::clock::Clocks;
use crate::domain::party::Contact;
use crate::domain::promise::Fate;
use crate::i18n::Lang;
use crate::i18n::numbers::number;
use crate::tui::effect::ledger::{Fates, PartyRow};
use crate::tui::theme::Theme;
use crate::tui::widgets::columns::{Cell, Column};
use crate::tui::words::ledger;

/// The columns.
pub fn heads(lang: Lang) -> Vec<Column> {
    vec![
        Column::text(ledger::label_party(lang), 28, 0),
        Column::number(ledger::column_awaited(lang), 2),
        Column::number(ledger::overdue(lang), 1),
        Column::whole(ledger::column_promises(lang), 3),
        Column::whole(ledger::column_clocks(lang), 5),
        Column::text(ledger::column_contact(lang), 10, 4),
    ]
}

/// The cells of a party.
pub fn cells(row: &PartyRow, lang: Lang, theme: Theme) -> Vec<Cell> {
    let count = |count: usize| if count == 0 { String::new() } else { number(count as u64, lang) };
    let overdue = match row.overdue {
        0 => (String::new(), theme.text()),
        overdue => (format!("▲ {}", count(overdue)), theme.error()),
    };
    let contact = row.known.contacts.first().map(contact_said).unwrap_or_default();
    vec![
        (titled(row.known.name(lang)), theme.text()),
        (count(row.open), theme.text()),
        overdue,
        (promises_short(&row.promises, lang), theme.text()),
        (clocks_short(row.known.clocks, lang), theme.dim()),
        (contact, theme.text()),
    ]
}

/// `✓3 ½1 ✗4 ○2 ▲1`: kept, in part, broken, pending, overdue; nothing where nothing was promised.
pub fn promises_short(fates: &Fates, lang: Lang) -> String {
    let counts = [
        ("✓", fates.count(Fate::Kept)),
        ("½", fates.count(Fate::Partly)),
        ("✗", fates.count(Fate::Broken)),
        ("○", fates.count(Fate::Pending).saturating_sub(fates.overdue)),
        ("▲", fates.overdue),
    ];
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(sign, count)| format!("{sign}{}", number(count.into(), lang))).collect::<Vec<_>>().join(" ")
}

/// Days to acknowledge, to answer, and to warn before: `3 · 20 · 3`.
fn clocks_short(clocks: Clocks, lang: Lang) -> String {
    [clocks.acknowledge, clocks.answer, clocks.warn].map(|days| number(days.into(), lang)).join(" · ")
}

/// A name where it stands by itself: without the article that it has in English sentences, and with a capital.
pub fn titled(name: &str) -> String {
    let name = name.strip_prefix("the ").unwrap_or(name);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().to_string() + letters.as_str())
}

/// Somebody in one line.
pub fn contact_said(contact: &Contact) -> String {
    let parts = [contact.name.as_str(), &contact.role, &contact.reach];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
