//! How the day looks.

use chrono::{DateTime, FixedOffset};

use super::{Target, Today};
use crate::domain::issue::Issue;
use crate::i18n::numbers::{digits, number};
use crate::i18n::{Lang, dates};
use crate::tui::action::{Action, Context};
use crate::tui::effect::{Day, DraftRow};
use crate::tui::model::Model;
use crate::tui::screens::cases::table::{short_issues, short_name};
use crate::tui::text::{pad, width, wrap};
use crate::tui::theme::URGENT;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// One line of the list.
enum Row {
    Blank,
    Heading(&'static str),
    Note(String),
    /// What can be opened, by its place among all that can.
    Open(usize, Target),
}

impl Today {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(day) = &self.day else {
            canvas.text(1, 1, words::reading_book(lang), theme.dim());
            return;
        };
        if day.cases == 0 && self.drafts.is_empty() {
            empty(lang, model, canvas);
            return;
        }
        let used = figures(day, model, canvas);
        let rows = self.rows(lang);
        let mut list = canvas.below(used);
        let height = usize::from(list.height());
        let chosen =
            rows.iter().position(|row| matches!(row, Row::Open(index, _) if *index == self.place.chosen));
        // The marker stays near the middle, and with the first row the heading above it is seen too.
        let top = chosen.unwrap_or(0).saturating_sub(height / 2).min(rows.len().saturating_sub(height));
        for (y, row) in (0u16..).zip(rows.iter().skip(top).take(height)) {
            match row {
                Row::Blank => {}
                Row::Heading(text) => {
                    list.text(1, y, text, theme.heading());
                }
                Row::Note(text) => {
                    list.text(3, y, text, theme.dim());
                }
                Row::Open(index, target) => self.draw_target(*index, target, y, model, &mut list),
            }
        }
    }

    fn rows(&self, lang: Lang) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut index = 0;
        for section in self.sections() {
            if !rows.is_empty() {
                rows.push(Row::Blank);
            }
            rows.push(Row::Heading((section.title)(lang)));
            if section.targets.is_empty() {
                rows.extend(section.empty.map(|empty| Row::Note(empty(lang).to_owned())));
            }
            if !section.without_holidays.is_empty() {
                let years: Vec<String> =
                    section.without_holidays.iter().map(|year| dates::year(*year, lang)).collect();
                rows.push(Row::Note(words::no_holidays(lang, &years.join(", "))));
            }
            for target in section.targets {
                rows.push(Row::Open(index, target));
                index += 1;
            }
        }
        rows
    }

    fn draw_target(&self, index: usize, target: &Target, y: u16, model: &Model, canvas: &mut Canvas<'_>) {
        let theme = model.theme;
        match target {
            Target::Draft(id) => {
                if let Some(draft) = self.drafts.iter().find(|draft| draft.id == *id) {
                    draw_draft(draft, y, model, canvas);
                }
            }
            Target::Case(number) => {
                let newest =
                    self.day.iter().flat_map(|day| &day.newest).find(|newest| newest.row.number == *number);
                if let Some(newest) = newest {
                    let row = &newest.row;
                    let facility = match row.facility.as_deref() {
                        Some(facility) => short_name(facility, model.lang),
                        None => row.facility_id.to_string(),
                    };
                    let age = age(newest.recorded_at, model);
                    let cells = [age.as_str(), row.number.as_str(), &facility];
                    draw_case(cells, &row.issues, y, model, canvas);
                    if row.is_urgent {
                        canvas.text(1, y, URGENT, model.theme.error());
                    }
                }
            }
            Target::Due(..) | Target::MoreDue | Target::Waiting(_) | Target::Duplicates => {
                self.draw_due(target, y, model, canvas);
            }
            Target::Facility(id) => {
                let rising = self.rising.iter().flatten().find(|rising| rising.id == *id);
                if let Some(rising) = rising {
                    let lang = model.lang;
                    let name = lang.pick(&rising.name_km, &rising.name_en);
                    let figures = words::rising_figures(
                        lang,
                        &number(rising.last_28.into(), lang),
                        &number(rising.previous_84.into(), lang),
                    );
                    let room = usize::from(canvas.width().saturating_sub(3));
                    // The same for all, so that the figures stand under each other.
                    let left = room.saturating_sub(40).max(room / 2).min(46);
                    let text = format!("↑ {}  {figures}", pad(name, left));
                    canvas.text(2, y, &text, theme.text());
                }
            }
        }
        let columns = canvas.width();
        canvas.zone(0, y, columns, 1, Hit::Row(index));
        if index == self.place.chosen {
            canvas.text(0, y, ">", theme.text());
            canvas.style_row(y, theme.selected());
            if theme.plain {
                canvas.set_cursor(0, y);
            }
        }
    }
}

/// The counts, on as many lines as they need; returns the rows used, with a blank one.
fn figures(day: &Day, model: &Model, canvas: &mut Canvas<'_>) -> u16 {
    let lang = model.lang;
    let count = |count: usize| number(count as u64, lang);
    let mut figures = vec![
        words::today_week(lang, &count(day.week)),
        words::today_open(lang, &count(day.open), &count(day.cases)),
    ];
    if model.book.as_ref().is_some_and(|book| !book.is_demo) {
        figures.push(match day.backed_up {
            Some(made) => words::today_backup(lang, &dates::relative((model.today - made).num_days(), lang)),
            None => words::today_no_backup(lang).to_owned(),
        });
    }
    let room = usize::from(canvas.width().saturating_sub(2));
    let mut lines: Vec<String> = Vec::new();
    for figure in figures {
        match lines.last_mut() {
            Some(line) if width(line) + width(&figure) + 5 <= room => {
                line.push_str("  ·  ");
                line.push_str(&figure);
            }
            _ => lines.push(figure),
        }
    }
    if canvas.height() < 8 {
        // Where there is hardly room the list goes first.
        return 0;
    }
    for (y, line) in (0..).zip(&lines) {
        canvas.text(1, y, line, model.theme.text());
    }
    lines.len() as u16 + 1
}

/// How long ago: today with the time, else in days, weeks and more.
fn age(at: DateTime<FixedOffset>, model: &Model) -> String {
    let days = (model.today - at.date_naive()).num_days();
    let age = dates::relative(days, model.lang);
    if days == 0 {
        let time = at.format("%H:%M").to_string();
        return format!("{age} {}", digits(&time, model.lang));
    }
    age
}

/// A draft by its place, as far as it is known. Whose it is stays in the form.
fn draw_draft(draft: &DraftRow, y: u16, model: &Model, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let facility = match draft.facility.as_deref() {
        Some(facility) => short_name(facility, lang),
        None if draft.facility_text.is_empty() => words::no_place_yet(lang).to_owned(),
        None => draft.facility_text.clone(),
    };
    let number = words::new_case(lang);
    let issues: Vec<Issue> =
        draft.issues.iter().map(|(code, severity)| Issue::new(*code, *severity)).collect();
    let age = age(draft.changed_at, model);
    draw_case([&age, number, &facility], &issues, y, model, canvas);
}

/// Age, number, facility, issues: what has no room gives way from the right.
fn draw_case(cells: [&str; 3], issues: &[Issue], y: u16, model: &Model, canvas: &mut Canvas<'_>) {
    let [age, number, facility] = cells;
    let (lang, theme) = (model.lang, model.theme);
    let columns = usize::from(canvas.width());
    // As wide as the numbers of this desk.
    let number_width = model.book.as_ref().map_or(12, |book| book.desk.len() + 10);
    let age_width = 13;
    let fixed = 2 + age_width + 1 + if columns >= 60 { number_width + 1 } else { 0 };
    let rest = columns.saturating_sub(fixed);
    let room = if rest < 34 { 0 } else { (rest / 2).min(34) };
    let name = rest.saturating_sub(room + 1);
    let mut text = format!("  {} ", pad(age, age_width));
    if columns >= 60 {
        text.push_str(&pad(number, number_width));
        text.push(' ');
    }
    text.push_str(&pad(facility, name));
    canvas.text(0, y, text.trim_end(), theme.text());
    if room > 0 {
        let x = fixed + name + 1;
        let mut cell = canvas.part(x as u16, y, room as u16, 1);
        let pieces = short_issues(issues, lang, theme);
        let pieces: Vec<_> = pieces.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        cell.pieces(0, 0, &pieces);
    }
}

/// A book without cases says what to do first.
fn empty(lang: Lang, model: &Model, canvas: &mut Canvas<'_>) {
    let room = usize::from(canvas.width().saturating_sub(4));
    let mut y = 1;
    let [log, import] =
        [Action::ShowLog, Action::ShowImport].map(|action| model.keymap.key(Context::Today, action));
    for text in [words::today_empty(lang, &log), words::today_empty_import(lang, &import)] {
        for line in wrap(&text, room) {
            canvas.text(2, y, &line, model.theme.text());
            y += 1;
        }
        y += 1;
    }
}
