//! The figures of a facility as lines of text, part by part.

use chrono::{Datelike, Months, NaiveDate};
use ratatui::style::Style;

use crate::app::{FacilityView, SideView, WAIT_STEPS};
use crate::domain::values::{Coded, Payer, Severity};
use crate::i18n::numbers::{minutes, number, percent};
use crate::i18n::{Lang, Named, dates};
use crate::insight::SMALL;
use crate::tui::screens::cases::draw::Line;
use crate::tui::screens::hotspots::chance;
use crate::tui::text::{pad, pad_left, truncate, width, wrap};
use crate::tui::theme::{Theme, sign};
use crate::tui::widgets::spark::bar;
use crate::tui::words;

/// How parts are written.
#[derive(Clone, Copy)]
struct Pen {
    lang: Lang,
    theme: Theme,
    /// Columns of a line.
    room: usize,
}

/// The parts, each with its heading.
pub fn of(shown: &FacilityView, lang: Lang, theme: Theme, today: NaiveDate, room: usize) -> [Vec<Line>; 5] {
    let pen = Pen { lang, theme, room };
    [pen.months(shown, today), pen.change(shown), pen.waits(shown), pen.payers(shown), pen.issues(shown)]
}

impl Pen {
    fn heading(self, text: &str) -> Vec<Line> {
        vec![vec![(text.to_owned(), self.theme.heading())]]
    }

    fn count(self, count: u32) -> String {
        number(count.into(), self.lang)
    }

    /// Lines of a label, a bar and a count.
    fn bars(self, rows: &[(String, u32)]) -> Vec<Line> {
        let labels = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let counts = rows.iter().map(|(_, count)| width(&self.count(*count))).max().unwrap_or(0);
        let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let columns = self.room.saturating_sub(labels + counts + 3).min(40);
        rows.iter()
            .map(|(label, count)| {
                let drawn = bar((*count).into(), most.into(), if self.theme.plain { 0 } else { columns });
                vec![
                    (pad(label, labels + 1), self.theme.text()),
                    (pad_left(&self.count(*count), counts), self.theme.text()),
                    (format!(" {drawn}"), self.theme.bar()),
                ]
            })
            .collect()
    }

    fn text(self, text: &str, style: Style) -> Vec<Line> {
        wrap(text, self.room).into_iter().map(|line| vec![(line, style)]).collect()
    }

    fn months(self, shown: &FacilityView, today: NaiveDate) -> Vec<Line> {
        let mut lines = self.heading(words::facility_months(self.lang));
        let rows: Vec<(String, u32)> = (0..12)
            .rev()
            .zip(shown.months.iter().skip(12))
            .map(|(ago, count)| {
                let first = today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(ago)));
                let first = first.unwrap_or(today);
                let is_edge = ago == 11 || first.month() == 1;
                let name = if is_edge {
                    dates::month(first.year(), first.month(), self.lang)
                } else {
                    dates::month_name(first.month(), self.lang).to_owned()
                };
                (name, *count)
            })
            .collect();
        lines.extend(self.bars(&rows));
        lines
    }

    fn waits(self, shown: &FacilityView) -> Vec<Line> {
        let lang = self.lang;
        let mut lines = self.heading(words::facility_waits(lang));
        let counts = &shown.counts;
        let (Some(median), Some(tenth)) = (counts.wait_median, counts.wait_p90) else {
            lines.extend(self.text(words::no_waits_yet(lang), self.theme.dim()));
            return lines;
        };
        let wait = |wait: f64| minutes(wait.round() as u32, lang);
        let said = words::waits_said(lang, &wait(median), &wait(tenth), &self.count(counts.timed));
        let style = if counts.timed >= SMALL { self.theme.text() } else { self.theme.dim() };
        lines.extend(self.text(&said, style));
        let labels = WAIT_STEPS.iter().map(|end| words::within(lang, &minutes(*end, lang)));
        let last = WAIT_STEPS.last().map(|end| words::longer_than(lang, &minutes(*end, lang)));
        let rows: Vec<(String, u32)> = labels.chain(last).zip(shown.waits).collect();
        lines.extend(self.bars(&rows));
        lines
    }

    fn issues(self, shown: &FacilityView) -> Vec<Line> {
        let mut lines = self.heading(words::facility_issues(self.lang));
        let counts = shown.issues.iter().map(|(_, severities)| severities.iter().sum::<u32>());
        let widest = counts.clone().map(|count| width(&self.count(count))).max().unwrap_or(0);
        for ((code, severities), count) in shown.issues.iter().zip(counts) {
            let style = if count >= SMALL { self.theme.text() } else { self.theme.dim() };
            let mut shares: Vec<(String, Style)> = Vec::new();
            for severity in [Severity::High, Severity::Medium, Severity::Low] {
                let of_it = severities.get(usize::from(severity.position())).copied().unwrap_or(0);
                let share = percent(f64::from(of_it) / f64::from(count.max(1)), self.lang);
                let style = if count >= SMALL { self.theme.severity(severity) } else { style };
                shares.push((format!(" {} {}", sign(severity), pad_left(&share, 4)), style));
            }
            let taken: usize = shares.iter().map(|(text, _)| width(text)).sum();
            let room = self.room.saturating_sub(taken + widest + 1);
            let name = truncate(&format!("{code} {}", code.name(self.lang)), room).into_owned();
            let mut line = vec![(pad(&name, room + 1), style), (pad_left(&self.count(count), widest), style)];
            line.extend(shares);
            lines.push(line);
        }
        lines
    }

    fn payers(self, shown: &FacilityView) -> Vec<Line> {
        let lang = self.lang;
        let mut lines = self.heading(words::facility_payers(lang));
        for (payer, side) in [(Payer::Nssf, &shown.card), (Payer::Cash, &shown.cash)] {
            let SideView { cases, timed, wait_median } = side;
            let median = wait_median.map_or_else(
                || "–".to_owned(),
                |median| format!("{} ({})", minutes(median.round() as u32, lang), self.count(*timed)),
            );
            let style = if *cases >= SMALL { self.theme.text() } else { self.theme.dim() };
            let said = words::side_said(lang, &self.count(*cases), &median);
            lines.extend(self.text(&format!("{}: {said}", payer.name(lang)), style));
        }
        lines.extend(self.text(words::no_verdict(lang), self.theme.dim()));
        lines
    }

    fn change(self, shown: &FacilityView) -> Vec<Line> {
        let (lang, counts) = (self.lang, &shown.counts);
        let mut lines = self.heading(words::facility_change(lang));
        let windows = words::windows(lang, &self.count(counts.last_28), &self.count(counts.previous_84));
        lines.extend(self.text(&windows, self.theme.text()));
        match (counts.rising, counts.rising_p) {
            (Some(true), Some(p)) => {
                let said = format!("↑ {}", words::is_rising(lang, &chance(p, lang)));
                lines.extend(self.text(&said, self.theme.error()));
            }
            (Some(false), _) => lines.extend(self.text(words::no_rise(lang), self.theme.dim())),
            _ => {}
        }
        if let Some((recent, earlier)) = shown.year_against_year() {
            let said = words::year_against_year(lang, &self.count(recent), &self.count(earlier));
            lines.extend(self.text(&said, self.theme.text()));
        }
        lines
    }
}
