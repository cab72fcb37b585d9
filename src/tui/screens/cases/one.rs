//! One case in lines of text: in short, for the pane, and in full.

use ratatui::style::Style;

use super::draw::Line;
use crate::domain::case::Record;
use crate::domain::column::Column;
use crate::domain::facility::Facility;
use crate::domain::place::PlaceCode;
use crate::i18n::numbers::{digits, dollars, minutes, riel};
use crate::i18n::{Lang, Named, label};
use crate::reference;
use crate::tui::effect::Shown;
use crate::tui::screens::case::standing::urgency;
use crate::tui::text::wrap;
use crate::tui::theme::{Theme, URGENT, sign};
use crate::tui::words;

/// What fits under the table: where, what, how long, and the story.
pub fn summary(shown: &Shown, lang: Lang, theme: Theme, columns: usize) -> Vec<Line> {
    let record = &shown.case.record;
    let mut lines = vec![place_line(shown, lang, theme)];
    lines.extend(standing(shown, lang, theme, columns));
    lines.push(issues_line(record, lang, theme));
    let facts = facts(record, lang);
    lines.extend(wrapped(&facts.join(" · "), columns, theme.text()));
    lines.extend(story(shown, lang, theme, columns));
    lines
}

fn place_line(shown: &Shown, lang: Lang, theme: Theme) -> Line {
    let record = &shown.case.record;
    let name = facility_name(shown.facility.as_deref(), record.facility.as_str(), lang);
    let place = shown.facility.as_deref().map(|facility| place_name(facility, lang)).unwrap_or_default();
    vec![
        (name, theme.heading()),
        (if place.is_empty() { place } else { format!(" · {place}") }, theme.text()),
    ]
}

/// `! Urgent: Safety`, and below it whose turn it is.
fn standing(shown: &Shown, lang: Lang, theme: Theme, columns: usize) -> Vec<Line> {
    let case = &shown.case;
    let mut lines = Vec::new();
    if case.is_urgent() {
        lines.extend(wrapped(&format!("{URGENT} {}", urgency(case, lang)), columns, theme.error()));
    }
    let turn = format!("{} → {}", case.status.name(lang), case.turn().name(lang));
    lines.extend(wrapped(&turn, columns, theme.text()));
    lines
}

/// `District, Province`.
pub fn place_name(facility: &Facility, lang: Lang) -> String {
    let name = |code: PlaceCode| {
        reference::place(code).map(|place| lang.pick(&place.name_km, &place.name_en).to_owned())
    };
    let district = facility.district.and_then(|district| name(district.into()));
    let province = name(facility.province.into());
    [district, province].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn issues_line(record: &Record, lang: Lang, theme: Theme) -> Line {
    let mut line = Line::new();
    for issue in &record.issues {
        let blank = if line.is_empty() { "" } else { "   " };
        let text = format!(
            "{blank}{} {} {}",
            sign(issue.severity),
            issue.severity.name(lang),
            issue.code.name(lang)
        );
        line.push((text, theme.severity(issue.severity)));
    }
    line
}

fn facts(record: &Record, lang: Lang) -> Vec<String> {
    let mut facts = vec![record.payer.name(lang).to_owned()];
    let times = [(Column::Arrived, record.times.in_order()[0]), (Column::Seen, record.times.in_order()[2])];
    for (column, time) in times {
        if let Some(time) = time {
            facts.push(format!("{} {}", label(column, lang), digits(&time.to_string(), lang)));
        }
    }
    if let Some(waited) = record.waited_minutes {
        facts.push(format!("{} {}", label(Column::WaitedMinutes, lang), minutes(waited, lang)));
    }
    let paid = paid(record, lang);
    if !paid.is_empty() {
        facts.push(words::paid_sum(lang, &paid));
    }
    facts.push(format!("{} {}", label(Column::Evidence, lang), record.evidence));
    facts.push(if record.consent.is_empty() {
        words::no_consent(lang).to_owned()
    } else {
        format!("{} {}", label(Column::Consent, lang), consent(record, lang))
    });
    facts
}

fn consent(record: &Record, lang: Lang) -> String {
    record.consent.iter().map(|purpose| purpose.name(lang)).collect::<Vec<_>>().join(", ")
}

fn paid(record: &Record, lang: Lang) -> String {
    let riel = (record.paid.riel > 0).then(|| riel(record.paid.riel, lang));
    let dollars = (record.paid.cents > 0).then(|| dollars(record.paid.cents, lang));
    [riel, dollars].into_iter().flatten().collect::<Vec<_>>().join(" + ")
}

fn story(shown: &Shown, lang: Lang, theme: Theme, columns: usize) -> Vec<Line> {
    match &shown.narrative {
        Some(narrative) => wrapped(narrative, columns, theme.text()),
        None if shown.case.erased => wrapped(words::story_erased(lang), columns, theme.dim()),
        None => wrapped(words::no_story(lang), columns, theme.dim()),
    }
}

fn wrapped(text: &str, columns: usize, style: Style) -> Vec<Line> {
    wrap(text, columns.max(1)).into_iter().map(|line| vec![(line, style)]).collect()
}

fn facility_name(facility: Option<&Facility>, id: &str, lang: Lang) -> String {
    facility.map_or_else(|| id.to_owned(), |known| lang.pick(&known.name_km, &known.name_en).to_owned())
}
