//! How the table of cases and one case look.

use ratatui::style::Style;

use super::Cases;
use super::one::summary;
use crate::domain::column::Column;
use crate::domain::facility::Facility;
use crate::domain::issue::Issue;
use crate::domain::values::{Coded, Severity};
use crate::i18n::numbers::{minutes, number};
use crate::i18n::{Lang, Language, Named, Speak, dates, label};
use crate::tui::effect::CaseRow;
use crate::tui::model::Model;
use crate::tui::text::{pad, width, wrap};
use crate::tui::theme::{Theme, sign};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input;
use crate::tui::words;

/// Pieces of one line with their styles.
pub type Line = Vec<(String, Style)>;

impl Cases {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let layout = self.layout(model.size);
        self.draw_filter(model, canvas);
        self.draw_table(&layout, model, &mut canvas.part(0, layout.above, layout.columns, u16::MAX));
        if let Some(area) = layout.preview {
            let mut pane = canvas.part(area.x, area.y, area.width, area.height);
            self.draw_preview(model, &mut pane);
        }
    }

    fn draw_filter(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let count = match &self.page {
            Some(page) => words::cases_counted(lang, &number(page.total as u64, lang)),
            None => words::reading_book(lang).to_owned(),
        };
        let right = width(&count) as u16 + 1;
        let columns = canvas.width();
        let left = canvas.text(0, 0, &format!(" {} ", words::filter_label(lang)), theme.heading());
        let room = columns.saturating_sub(left + right + 1);
        if self.is_typing {
            input::draw(canvas, (left, 0), room, &self.filter, theme.input(), true);
        } else if self.filter.is_empty() {
            canvas.text_in(left, 0, room, words::filter_empty(lang), theme.dim());
        } else {
            canvas.text_in(left, 0, room, self.filter.value(), theme.text());
        }
        canvas.text_right(columns.saturating_sub(right), 0, right.saturating_sub(1), &count, theme.text());
        if let Some(error) = &self.problem {
            canvas.text(1, 1, &format!("! {}", error.what(lang)), theme.error());
            let hint = error.hint(lang).unwrap_or_default();
            canvas.text(3, 2, &hint, theme.text());
        }
    }

    fn draw_table(&self, layout: &super::Layout, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let widths = Widths::new(canvas.width(), self, lang);
        canvas.text(0, 0, widths.head(lang).trim_end(), theme.dim().patch(theme.heading()));
        if self.total() == 0 {
            let text = match (&self.page, self.filter.is_empty()) {
                (None, _) => words::reading_book(lang),
                (Some(_), true) => words::no_cases_yet(lang),
                (Some(_), false) => words::nothing_found(lang),
            };
            for (y, line) in (2..).zip(wrap(text, usize::from(canvas.width().saturating_sub(4)))) {
                canvas.text(2, y, &line, theme.text());
            }
            return;
        }
        for y in 0..layout.rows {
            let index = self.place.top + y;
            let Some(row) = self.row(index) else {
                continue;
            };
            let chosen = index == self.place.chosen;
            widths.row(row, y as u16 + 1, chosen, model, canvas);
            canvas.zone(0, y as u16 + 1, layout.columns, 1, Hit::Row(index));
            if chosen {
                canvas.style_row(y as u16 + 1, theme.selected());
                if theme.plain && !self.is_typing {
                    canvas.set_cursor(0, y as u16 + 1);
                }
            }
        }
    }

    fn draw_preview(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let Some(shown) = &self.shown else {
            canvas.rule(0, "", model.theme);
            return;
        };
        canvas.rule(0, shown.case.number.as_str(), model.theme);
        let columns = usize::from(canvas.width().saturating_sub(2));
        let lines = summary(shown, model.lang, model.theme, columns);
        let room = usize::from(canvas.height().saturating_sub(1));
        let is_cut = lines.len() > room;
        draw_lines(&lines, 0, &mut canvas.below(1));
        if is_cut && room > 1 {
            let more = format!(" {} ", words::enter_for_more(model.lang));
            let used = width(&more) as u16;
            let (x, y) = (canvas.width().saturating_sub(used), canvas.height() - 1);
            canvas.text(x, y, &more, model.theme.key());
        }
    }
}

/// Draws lines from one on, as many as there is room for.
pub fn draw_lines(lines: &[Line], from: usize, canvas: &mut Canvas<'_>) {
    let height = canvas.height();
    for (y, line) in (0..height).zip(lines.iter().skip(from)) {
        let pieces: Vec<(&str, Style)> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        canvas.pieces(1, y, &pieces);
    }
}

/// How wide the columns of the table are.
struct Widths {
    number: usize,
    date: usize,
    facility: usize,
    issues: usize,
    wait: usize,
    status: usize,
    /// Columns that a narrow terminal leaves out.
    has_wait: bool,
    has_status: bool,
}

impl Widths {
    fn new(columns: u16, cases: &Cases, lang: Lang) -> Self {
        let held = cases.page.as_ref().map_or(&[][..], |page| &page.rows);
        let number = held.iter().map(|row| row.number.as_str().len()).max().unwrap_or(12);
        let (wait, status) = match lang.language() {
            Language::Km => (8, 10),
            Language::En => (7, 9),
        };
        let columns = usize::from(columns);
        let date = if columns < 56 { 0 } else { 10 };
        // Marker, number, date, and the blanks between.
        let fixed = 2 + number + 1 + if date > 0 { date + 1 } else { 0 };
        let has_status = columns >= 70;
        let has_wait = columns >= 60;
        let rest = columns
            .saturating_sub(fixed)
            .saturating_sub(if has_wait { wait + 1 } else { 0 })
            .saturating_sub(if has_status { status + 1 } else { 0 });
        let issues = if rest < 20 { 0 } else { (rest / 2).clamp(10, 30) };
        let facility = rest.saturating_sub(if issues > 0 { issues + 1 } else { 0 });
        Self { number, date, facility, issues, wait, status, has_wait, has_status }
    }

    fn cells(&self, texts: [&str; 6]) -> String {
        let [number, date, facility, issues, wait, status] = texts;
        let mut line = format!("  {} ", pad(number, self.number));
        for (text, columns) in [
            (date, self.date),
            (facility, self.facility),
            (issues, self.issues),
            (wait, if self.has_wait { self.wait } else { 0 }),
            (status, if self.has_status { self.status } else { 0 }),
        ] {
            if columns > 0 {
                line.push_str(&pad(text, columns));
                line.push(' ');
            }
        }
        line
    }

    fn head(&self, lang: Lang) -> String {
        self.cells([
            words::column_number(lang),
            words::column_visit(lang),
            words::column_facility(lang),
            label(Column::Issues, lang),
            words::column_wait(lang),
            label(Column::Status, lang),
        ])
    }

    fn row(&self, row: &CaseRow, y: u16, chosen: bool, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let waited = row.waited.map(|waited| short_wait(waited, lang)).unwrap_or_default();
        let facility = match row.facility.as_deref() {
            Some(facility) => short_name(facility, lang),
            None => row.facility_id.to_string(),
        };
        let text = self.cells([
            row.number.as_str(),
            &dates::date(row.visited_on, lang),
            &facility,
            "",
            &waited,
            row.status.name(lang),
        ]);
        canvas.text(0, y, text.trim_end(), theme.text());
        if chosen {
            canvas.text(0, y, ">", theme.text());
        }
        if self.issues > 0 {
            let date = if self.date > 0 { self.date + 1 } else { 0 };
            let x = 2 + self.number + 1 + date + self.facility + 1;
            let mut cell = canvas.part(x as u16, y, self.issues as u16, 1);
            let pieces = short_issues(&row.issues, lang, theme);
            let pieces: Vec<(&str, Style)> =
                pieces.iter().map(|(text, style)| (text.as_str(), *style)).collect();
            cell.pieces(0, 0, &pieces);
        }
    }
}

/// The wait without the word for minutes behind hours, which Khmer has no room for in a table: `៣ម៉ោង២០`.
fn short_wait(waited: u32, lang: Lang) -> String {
    let text = minutes(waited, lang);
    match text.strip_suffix("នាទី") {
        Some(short) if waited > 60 => short.replace(' ', ""),
        _ => text,
    }
}

/// The name with the kind shortened, as health workers write it (RH, HC, HP): in a narrow column every name would
/// begin with the same long word.
pub fn short_name(facility: &Facility, lang: Lang) -> String {
    const SHORT: [(Language, &str, &str); 9] = [
        (Language::En, " Provincial Referral Hospital", " PRH"),
        (Language::En, " Provincial Hospital", " PH"),
        (Language::En, " Referral Hospital", " RH"),
        (Language::En, " Health Centre", " HC"),
        (Language::En, " Health Post", " HP"),
        (Language::Km, "មន្ទីរពេទ្យបង្អែក", "មពប."),
        (Language::Km, "មន្ទីរពេទ្យ", "មព."),
        (Language::Km, "មណ្ឌលសុខភាព", "មស."),
        (Language::Km, "ប៉ុស្តិ៍សុខភាព", "ប៉ស."),
    ];
    let name = lang.pick(&facility.name_km, &facility.name_en);
    let found = SHORT.iter().find(|(of, long, _)| *of == lang.language() && name.contains(long));
    found.map_or_else(|| name.to_owned(), |(_, long, short)| name.replacen(long, short, 1))
}

/// `▲ High WAIT ●PAY`: the worst with its sign and word, then the others.
pub fn short_issues(issues: &[Issue], lang: Lang, theme: Theme) -> Line {
    let mut sorted: Vec<&Issue> = issues.iter().collect();
    sorted.sort_by_key(|issue| (std::cmp::Reverse(issue.severity.position()), issue.code));
    let Some(worst) = sorted.first().map(|issue| issue.severity) else {
        return Line::new();
    };
    let is_praise = sorted.iter().all(|issue| issue.code.ko41a().is_none());
    let mut line = Line::new();
    if !is_praise {
        line.push((format!("{} {}", sign(worst), worst.name(lang)), theme.severity(worst)));
    }
    for issue in sorted {
        let mark = if issue.severity == worst || is_praise { "" } else { sign(issue.severity) };
        let blank = if line.is_empty() { "" } else { " " };
        line.push((
            format!("{blank}{mark}{}", issue.code),
            theme.severity(if is_praise { Severity::Low } else { issue.severity }),
        ));
    }
    line
}
