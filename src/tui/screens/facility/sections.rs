//! The figures of a facility as lines of text, part by part.

use chrono::{Datelike, Months, NaiveDate};
use ratatui::style::Style;

use crate::app::{ComparisonView, FacilityView, WAIT_STEPS, Whose, histogram as counted};
use crate::brief::plain::{self, Among};
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, Severity};
use crate::domain::waits::Waits;
use crate::i18n::numbers::{clock, minutes, number, percent};
use crate::i18n::{Lang, Named, dates};
use crate::insight::{Difference, SMALL, Summary, Verdict};
use crate::tui::screens::cases::draw::Line;
use crate::tui::text::{pad, pad_left, truncate, width, wrap};
use crate::tui::theme::{Theme, sign};
use crate::tui::widgets::histogram::{self, Side};
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
pub fn of(shown: &FacilityView, lang: Lang, theme: Theme, today: NaiveDate, room: usize) -> [Vec<Line>; 6] {
    let pen = Pen { lang, theme, room };
    [
        pen.months(shown, today),
        pen.change(shown),
        pen.waits(shown),
        pen.payers(shown),
        pen.before_and_after(shown),
        pen.issues(shown),
    ]
}

/// Two sides in so many columns, wherever they are compared.
pub fn comparison(compared: &ComparisonView, lang: Lang, theme: Theme, room: usize) -> Vec<Line> {
    Pen { lang, theme, room }.compared(compared)
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

    /// How long people waited, and how many how long: with the card beside in cash, where there are both.
    fn waits(self, shown: &FacilityView) -> Vec<Line> {
        let lang = self.lang;
        let mut lines = self.heading(words::facility_waits(lang));
        if shown.waits.is_empty() {
            lines.extend(self.text(words::no_waits_yet(lang), self.theme.dim()));
            return lines;
        }
        let style = if shown.waits.count() >= SMALL { self.theme.text() } else { self.theme.dim() };
        let said = plain::waits(Among::All, &shown.waits, shown.counts.observed, lang);
        lines.extend(self.text(&said, style));
        let labels = WAIT_STEPS.iter().map(|end| words::within(lang, &minutes(*end, lang)));
        let last = WAIT_STEPS.last().map(|end| words::longer_than(lang, &minutes(*end, lang)));
        let labels: Vec<String> = labels.chain(last).collect();
        let side = |head: String, waits: &Waits| Side { head, counts: counted(waits).to_vec() };
        let (a, b) = (&shown.payers.a, &shown.payers.b);
        let sides = if a.waits.is_empty() || b.waits.is_empty() {
            vec![side(String::new(), &shown.waits)]
        } else {
            [a, b].map(|one| side(one.whose.name(lang), &one.waits)).to_vec()
        };
        lines.extend(histogram::lines(&labels, &sides, self.room, self.theme, |count| self.count(count)));
        lines
    }

    fn issues(self, shown: &FacilityView) -> Vec<Line> {
        let mut lines = self.heading(words::facility_issues(self.lang));
        let counts = shown.issues.iter().map(|(_, severities)| severities.iter().sum::<u32>());
        let widest = counts.clone().map(|count| width(&self.count(count))).max().unwrap_or(0);
        for ((code, severities), count) in shown.issues.iter().zip(counts) {
            let style = if count >= SMALL { self.theme.text() } else { self.theme.dim() };
            let mut shares: Vec<(String, Style)> = Vec::new();
            // Praise is neither severe nor mild.
            let severities_said = [Severity::High, Severity::Medium, Severity::Low]
                .into_iter()
                .filter(|_| *code != IssueCode::Good);
            for severity in severities_said {
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
        let mut lines = self.heading(words::facility_payers(self.lang));
        lines.extend(self.compared(&shown.payers));
        lines
    }

    fn before_and_after(self, shown: &FacilityView) -> Vec<Line> {
        let day = match shown.change.b.whose {
            Whose::From(day) => dates::date(day, self.lang),
            _ => String::new(),
        };
        let mut lines = self.heading(&words::before_and_after(self.lang, &day));
        lines.extend(self.compared(&shown.change));
        lines
    }

    /// Two sides below each other with n, median and 90th percentile; the verdict; both in words; and what stands in
    /// the way.
    fn compared(self, compared: &ComparisonView) -> Vec<Line> {
        let (lang, theme) = (self.lang, self.theme);
        let heads = ["n", words::column_wait_short(lang), words::column_p90(lang)];
        let rows = [(&compared.a, compared.found.a), (&compared.b, compared.found.b)];
        let cells = rows.map(|(_, figures)| self.cells(figures));
        let widest = |column: usize| {
            let cells = cells.iter().filter_map(|row| row.get(column)).map(|cell| width(cell));
            cells.max().unwrap_or(0).max(heads.get(column).map_or(0, |head| width(head)))
        };
        let widths = [widest(0), widest(1), widest(2)];
        let name = self.room.saturating_sub(widths.iter().sum::<usize>() + 4);
        let line = |first: &str, cells: [&str; 3], style: Style| {
            let first = truncate(first, name).into_owned();
            let mut said = pad(&first, name);
            for (cell, width) in cells.iter().zip(widths) {
                said.push(' ');
                said.push_str(&pad_left(cell, width));
            }
            vec![(said, style)]
        };
        let mut lines = vec![line("", heads, theme.dim())];
        for ((side, figures), cells) in rows.iter().zip(&cells) {
            let style = if figures.n >= SMALL { theme.text() } else { theme.dim() };
            lines.push(line(&side.whose.name(lang), [&cells[0], &cells[1], &cells[2]], style));
        }
        let style = match compared.found.difference {
            Difference::Longer | Difference::Shorter => theme.heading(),
            Difference::None | Difference::NotComparable => theme.dim(),
        };
        lines.extend(self.text(&compared.verdict(lang), style));
        lines.extend(self.text(&compared.sentence(lang), theme.text()));
        for side in [&compared.a, &compared.b] {
            if side.waits.count() >= SMALL {
                lines.extend(self.text(&side.sentence(lang), theme.text()));
            }
        }
        for warning in compared.warnings(lang) {
            lines.extend(self.text(&format!("! {warning}"), theme.text()));
        }
        lines
    }

    fn cells(self, figures: Summary) -> [String; 3] {
        let wait =
            |wait: Option<f64>| wait.map_or("–".to_owned(), |wait| clock(wait.round() as u32, self.lang));
        [self.count(figures.n), wait(figures.median), wait(figures.p90)]
    }

    fn change(self, shown: &FacilityView) -> Vec<Line> {
        let (lang, counts) = (self.lang, &shown.counts);
        let mut lines = self.heading(words::facility_change(lang));
        let verdict = counts.rising.zip(counts.rising_p).map(|(rising, p)| Verdict { rising, p });
        let said = plain::rising(counts.last_28, counts.previous_84, verdict, lang);
        let is_rising = counts.rising == Some(true);
        let (sign, style) = if is_rising { ("↑ ", self.theme.error()) } else { ("", self.theme.text()) };
        lines.extend(self.text(&format!("{sign}{said}"), style));
        lines.extend(self.text(&plain::severe(counts.cases, counts.severe, lang), self.theme.text()));
        if let (Some(place), Some(share), Some(overall)) = (counts.funnel, counts.severe_share, shown.overall)
        {
            lines.extend(self.text(&plain::funnel(place, share, overall, lang), self.theme.text()));
        }
        if let Some(of) = &counts.members {
            let said = plain::per_members(counts.cases, of.members, of.counted_on, &of.source, lang);
            lines.extend(said.iter().flat_map(|said| self.text(said, self.theme.text())));
        }
        if let Some((recent, earlier)) = shown.year_against_year() {
            let said = words::year_against_year(lang, &self.count(recent), &self.count(earlier));
            lines.extend(self.text(&said, self.theme.text()));
        }
        lines
    }
}
