//! One case as lines of text, in one column or two. It knows no styles, so that a page may be kept.

use chrono::{DateTime, FixedOffset};

use super::{attach, facts};
use crate::app::{Event, MemberView};
use crate::domain::column::Column;
use crate::domain::facility::Facility;
use crate::domain::times::{DAY, VisitTime};
use crate::domain::values::{Coded, Severity};
use crate::i18n::numbers::{digits, minutes, number};
use crate::i18n::{Lang, Named, anchor, dates, facility_notes, field_name, happened, label};
use crate::tui::effect::Story;
use crate::tui::screens::cases::place_name;
use crate::tui::text::{pad, pad_left, width, wrap};
use crate::tui::theme::sign;
use crate::tui::words;

/// What a piece of a line is, for the theme to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Text,
    Dim,
    Heading,
    Good,
    Error,
    Bar,
    /// The key that shows the member, where the text is empty; else the one that hides it again.
    MemberKey,
    Severity(Severity),
}

/// Pieces of one line.
pub type Line = Vec<(String, Ink)>;

/// The widest line of a story that is read with ease.
const READABLE: usize = 76;

/// From here on there is room for two columns.
const WIDE: u16 = 110;

/// The columns of the longest bar between two times.
const BAR: u32 = 16;

/// A case laid out.
pub struct Page {
    lang: Lang,
    columns: u16,
    /// The only column, or the left one.
    pub left: Vec<Line>,
    /// The right one.
    pub right: Vec<Line>,
    /// Where the right one begins.
    pub right_at: u16,
}

impl Page {
    /// Lays a case out for a terminal of so many columns.
    pub fn new(story: &Story, member: Option<&MemberView>, lang: Lang, columns: u16) -> Self {
        let mut sheet =
            Sheet { lang, columns: usize::from(columns.saturating_sub(2)).max(1), lines: Vec::new() };
        if columns < WIDE {
            sheet.place(story);
            sheet.issues(story);
            sheet.standing(story);
            sheet.story(story);
            sheet.joined(story);
            sheet.attached(story);
            sheet.times(story);
            sheet.details(story);
            sheet.evidence_and_consent(story);
            sheet.member(story, member);
            sheet.history(story);
            return Self { lang, columns, left: sheet.lines, right: Vec::new(), right_at: 0 };
        }
        sheet.columns = (usize::from(columns) * 11 / 20).min(READABLE + 4);
        let right_at = sheet.columns + 4;
        let mut beside = Sheet { lang, columns: usize::from(columns) - right_at - 1, lines: Vec::new() };
        sheet.place(story);
        sheet.issues(story);
        sheet.story(story);
        sheet.joined(story);
        sheet.attached(story);
        sheet.times(story);
        sheet.history(story);
        beside.standing(story);
        beside.evidence_and_consent(story);
        beside.details(story);
        beside.member(story, member);
        // The left column begins with the place; the right one needs no blank line above its first heading.
        beside.lines.remove(0);
        Self { lang, columns, left: sheet.lines, right: beside.lines, right_at: right_at as u16 }
    }

    /// Whether it is the page of such a terminal.
    pub fn fits(&self, lang: Lang, columns: u16) -> bool {
        (self.lang, self.columns) == (lang, columns)
    }

    /// Its rows.
    pub fn rows(&self) -> usize {
        self.left.len().max(self.right.len())
    }
}

/// One column that is being written.
pub(super) struct Sheet {
    pub lang: Lang,
    pub columns: usize,
    pub lines: Vec<Line>,
}

impl Sheet {
    pub fn line(&mut self, text: impl Into<String>, ink: Ink) {
        self.lines.push(vec![(text.into(), ink)]);
    }

    pub fn heading(&mut self, text: &str) {
        self.lines.push(Line::new());
        self.line(text, Ink::Heading);
    }

    /// A text wrapped by words, so far to the right.
    pub fn text(&mut self, text: &str, indent: usize, ink: Ink) {
        let blank = " ".repeat(indent);
        let room = self.columns.min(READABLE).saturating_sub(indent).max(8);
        for line in wrap(text, room) {
            self.line(format!("{blank}{line}"), ink);
        }
    }

    /// Labels with their values beside them, the values wrapped.
    pub fn pairs(&mut self, pairs: &[(String, String)]) {
        let widest = pairs.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let left = widest.min((self.columns * 2 / 5).max(if self.columns < 46 { 0 } else { 22 }));
        let room = self.columns.saturating_sub(left + 2).clamp(8, READABLE);
        for (name, value) in pairs {
            for (row, part) in wrap(value, room).into_iter().enumerate() {
                let name = if row == 0 { name.as_str() } else { "" };
                self.lines.push(vec![(format!("{}  ", pad(name, left)), Ink::Dim), (part, Ink::Text)]);
            }
        }
    }

    fn place(&mut self, story: &Story) {
        let record = &story.case.record;
        let Some(facility) = story.facility.as_deref() else {
            self.line(record.facility.to_string(), Ink::Heading);
            return;
        };
        let own = name_of(facility, self.lang);
        let other = name_of(facility, self.lang.other());
        self.text(own, 0, Ink::Heading);
        if other != own {
            self.text(other, 0, Ink::Text);
        }
        self.text(&format!("{} · {}", place_name(facility, self.lang), record.facility), 0, Ink::Dim);
        for note in facility_notes(facility, self.lang) {
            self.text(&format!("! {note}"), 0, Ink::Error);
        }
    }

    fn issues(&mut self, story: &Story) {
        self.lines.push(Line::new());
        let mut issues: Vec<_> = story.case.record.issues.iter().collect();
        issues.sort_by_key(|issue| std::cmp::Reverse(issue.severity.position()));
        for issue in issues {
            let lang = self.lang;
            let why = issue.why.map(|why| format!(" – {}", why.name(lang))).unwrap_or_default();
            let head = format!("{} {}", sign(issue.severity), issue.severity.name(lang));
            let name = format!("  {} – {}{why}", issue.code, issue.code.name(lang));
            self.lines.push(vec![(head, Ink::Severity(issue.severity)), (name, Ink::Text)]);
            self.text(anchor(issue.code, issue.severity, lang), 2, Ink::Dim);
        }
    }

    fn story(&mut self, story: &Story) {
        self.heading(label(Column::Narrative, self.lang));
        match &story.narrative {
            Some(narrative) => self.text(narrative, 0, Ink::Text),
            None if story.case.erased => self.text(words::story_erased(self.lang), 0, Ink::Dim),
            None => self.text(words::no_story(self.lang), 0, Ink::Dim),
        }
    }

    /// What is attached, if anything: a list without names of files, for these are not kept.
    fn attached(&mut self, story: &Story) {
        if story.attachments.is_empty() {
            return;
        }
        let lang = self.lang;
        self.heading(words::attachments(lang));
        for one in &story.attachments {
            self.text(
                &format!("{} · {}", number(one.number as u64, lang), attach::described(one, lang)),
                0,
                Ink::Text,
            );
            if let Some(stripped) = attach::stripped(one, lang) {
                self.text(&stripped, 4, Ink::Dim);
            }
        }
    }

    /// The times of the visit with the minutes between, as long as the bars beside them.
    fn times(&mut self, story: &Story) {
        let (lang, record) = (self.lang, &story.case.record);
        self.heading(words::case_visit(lang));
        let day = format!(
            "{}, {}",
            dates::weekday(record.visited_on, lang),
            dates::long_date(record.visited_on, lang)
        );
        self.text(&day, 0, Ink::Text);
        let known: Vec<(Column, VisitTime)> = Column::TIMES
            .into_iter()
            .zip(record.times.in_order())
            .filter_map(|(column, time)| Some((column, time?)))
            .collect();
        let gaps = gaps(&known.iter().map(|(_, time)| *time).collect::<Vec<_>>());
        let longest = gaps.iter().flatten().map(|gap| gap.minutes).max().unwrap_or(0).max(1);
        let names = known.iter().map(|(column, _)| width(label(*column, lang))).max().unwrap_or(0);
        for ((column, time), gap) in known.iter().zip(&gaps) {
            let clock = pad_left(&digits(&time.to_string(), lang), 6);
            let mut line =
                vec![(format!(" {clock}  "), Ink::Heading), (pad(label(*column, lang), names), Ink::Text)];
            if let Some(gap) = gap {
                let about = if gap.is_estimated { "~" } else { "" };
                let text = format!("  + {about}{}", minutes(gap.minutes, lang));
                line.push((pad(&text, 18), Ink::Text));
                if gap.is_next_day {
                    line.push((format!("({}) ", words::next_day(lang)), Ink::Dim));
                }
                let used: usize = line.iter().map(|(text, _)| width(text)).sum();
                let bar = gap.minutes * BAR / longest;
                if used + BAR as usize <= self.columns {
                    line.push(("█".repeat(bar.max(1) as usize), Ink::Bar));
                }
            }
            self.lines.push(line);
        }
        if let Some(waited) = record.waited_minutes {
            let text = format!("{} {}", label(Column::WaitedMinutes, lang), minutes(waited, lang));
            self.text(&text, 0, Ink::Heading);
        } else if known.is_empty() {
            self.text(words::times_unknown(lang), 0, Ink::Dim);
        }
    }

    fn history(&mut self, story: &Story) {
        let lang = self.lang;
        self.heading(words::case_history(lang));
        for event in &story.history {
            let at = event.at.map(|at| moment(at, lang)).unwrap_or_default();
            let ink = if event.taken_back { Ink::Dim } else { Ink::Text };
            let said = event_text(event, lang);
            let left = width(&at) + 2;
            if left + 24 > self.columns {
                self.line(at, Ink::Dim);
                self.text(&said, 2, ink);
                continue;
            }
            for (row, part) in wrap(&said, self.columns - left).into_iter().enumerate() {
                let head = if row == 0 { at.as_str() } else { "" };
                self.lines.push(vec![(pad(head, left), Ink::Dim), (part, ink)]);
            }
        }
        for field in &story.case.conflicts {
            let text = format!("! {}", words::conflict(lang, &field_name(field, lang)));
            self.text(&text, 0, Ink::Error);
        }
    }

    fn details(&mut self, story: &Story) {
        self.heading(words::case_details(self.lang));
        self.pairs(&facts::details(&story.case, self.lang));
    }
}

fn name_of(facility: &Facility, lang: Lang) -> &str {
    lang.pick(&facility.name_km, &facility.name_en)
}

/// `03/10/2026 09:12`.
pub(super) fn moment(at: DateTime<FixedOffset>, lang: Lang) -> String {
    format!("{} {}", dates::date(at.date_naive(), lang), digits(&at.format("%H:%M").to_string(), lang))
}

fn event_text(event: &Event, lang: Lang) -> String {
    let mut what = happened(&event.kind, lang);
    if !event.fields.is_empty() {
        let fields: Vec<String> = event.fields.iter().map(|field| field_name(field, lang)).collect();
        what = format!("{what}{}{}", lang.pick("៖ ", ": "), fields.join(", "));
    }
    if event.taken_back {
        what = words::event_taken_back(lang, &what);
    }
    format!("{what} – {} ({})", event.officer, event.desk)
}

/// What lies between a time and the known one before it.
struct Gap {
    minutes: u32,
    is_estimated: bool,
    is_next_day: bool,
}

fn gaps(times: &[VisitTime]) -> Vec<Option<Gap>> {
    let gap = |pair: &[VisitTime]| match pair {
        [earlier, later] => {
            let (from, to) = (u32::from(earlier.minute), u32::from(later.minute));
            let is_estimated = earlier.estimated || later.estimated;
            Some(Gap { minutes: (to + DAY - from) % DAY, is_estimated, is_next_day: to < from })
        }
        _ => None,
    };
    std::iter::once(None).chain(times.windows(2).map(gap)).take(times.len()).collect()
}
