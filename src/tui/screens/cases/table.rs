//! The table of cases: its columns, its head and its rows.

use ratatui::style::Style;

use super::Cases;
use super::draw::Line;
use crate::book::Order;
use crate::domain::column::Column;
use crate::domain::facility::Facility;
use crate::domain::issue::Issue;
use crate::domain::values::{Coded, Severity};
use crate::i18n::numbers::minutes;
use crate::i18n::{Lang, Language, Named, dates, label};
use crate::tui::effect::CaseRow;
use crate::tui::model::Model;
use crate::tui::text::{marks, truncate};
use crate::tui::theme::{Theme, URGENT, sign};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// What stands in a column.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Number,
    Date,
    Facility,
    Issues,
    Wait,
    Status,
}

impl Cell {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Number => words::column_number(lang),
            Self::Date => words::column_visit(lang),
            Self::Facility => words::column_facility(lang),
            Self::Issues => label(Column::Issues, lang),
            Self::Wait => words::column_wait(lang),
            Self::Status => label(Column::Status, lang),
        }
    }

    /// How a click on its head sorts.
    fn order(self) -> Option<Order> {
        match self {
            Self::Number => Some(Order::Number),
            Self::Date => Some(Order::Visited),
            Self::Facility => Some(Order::Facility),
            Self::Wait => Some(Order::Waited),
            Self::Status => Some(Order::Status),
            Self::Issues => None,
        }
    }
}

/// By what those are sorted that are equally urgent.
fn within_urgency(order: Order) -> Order {
    if order == Order::Urgent { Order::Visited } else { order }
}

/// How wide the columns of the table are.
pub struct Widths {
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
    /// As wide as a table of so many columns allows.
    pub fn new(columns: u16, cases: &Cases, lang: Lang) -> Self {
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

    /// The columns that are shown, from left to right: where each begins and how wide it is.
    fn cells(&self) -> Vec<(Cell, u16, usize)> {
        let cells = [
            (Cell::Number, self.number),
            (Cell::Date, self.date),
            (Cell::Facility, self.facility),
            (Cell::Issues, self.issues),
            (Cell::Wait, if self.has_wait { self.wait } else { 0 }),
            (Cell::Status, if self.has_status { self.status } else { 0 }),
        ];
        let mut x = 2;
        let mut placed = Vec::new();
        for (cell, columns) in cells.into_iter().filter(|(_, columns)| *columns > 0) {
            placed.push((cell, x as u16, columns));
            x += columns + 1;
        }
        placed
    }

    /// Whether the head of a column tells this order.
    pub fn tells(&self, order: Order) -> bool {
        self.cells().iter().any(|(cell, ..)| cell.order() == Some(within_urgency(order)))
    }

    /// Draws the head: the column that the list is sorted by is marked, and a click on another sorts by that.
    pub fn head(&self, order: Order, model: &Model, canvas: &mut Canvas<'_>) {
        let style = model.theme.dim().patch(model.theme.heading());
        // Rows with this mark stand first.
        if order == Order::Urgent {
            canvas.text(1, 0, URGENT, style);
        }
        canvas.zone(1, 0, 1, 1, Hit::Sort(Order::Urgent));
        for (cell, x, columns) in self.cells() {
            let (name, of) = (cell.name(model.lang), cell.order());
            let text = if of == Some(within_urgency(order)) {
                format!("{}▼", truncate(name, columns.saturating_sub(1)))
            } else {
                name.to_owned()
            };
            canvas.text_in(x, 0, columns as u16, &text, style);
            if let Some(order) = of {
                canvas.zone(x, 0, columns as u16, 1, Hit::Sort(order));
            }
        }
    }

    /// Draws a row; where the words of the search stand in the name of the facility, they are marked.
    pub fn row(&self, row: &CaseRow, y: u16, needles: &[&str], model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        if row.is_urgent {
            canvas.text(1, y, URGENT, theme.error());
        }
        for (kind, x, columns) in self.cells() {
            let mut cell = canvas.part(x, y, columns as u16, 1);
            let text = match kind {
                Cell::Number => row.number.to_string(),
                Cell::Date => dates::date(row.visited_on, lang),
                Cell::Wait => row.waited.map(|waited| short_wait(waited, lang)).unwrap_or_default(),
                Cell::Status => row.status.name(lang).to_owned(),
                Cell::Facility => {
                    let name = match row.facility.as_deref() {
                        Some(facility) => short_name(facility, lang),
                        None => row.facility_id.to_string(),
                    };
                    let name = truncate(&name, columns).into_owned();
                    draw_pieces(&marked(vec![(name, theme.text())], needles, theme), &mut cell);
                    continue;
                }
                Cell::Issues => {
                    draw_pieces(&short_issues(&row.issues, lang, theme), &mut cell);
                    continue;
                }
            };
            cell.text(0, 0, &text, theme.text());
        }
    }
}

fn draw_pieces(line: &Line, cell: &mut Canvas<'_>) {
    let pieces: Vec<(&str, Style)> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    cell.pieces(0, 0, &pieces);
}

/// The line with the words of a search marked in it.
pub fn marked(line: Line, needles: &[&str], theme: Theme) -> Line {
    if needles.is_empty() {
        return line;
    }
    let mut pieces = Line::new();
    for (text, style) in line {
        let mut from = 0;
        for range in marks(&text, needles) {
            for (part, style) in [(from..range.start, style), (range.clone(), style.patch(theme.found()))] {
                let part = text.get(part).unwrap_or_default();
                if !part.is_empty() {
                    pieces.push((part.to_owned(), style));
                }
            }
            from = range.end;
        }
        let rest = text.get(from..).unwrap_or_default();
        if !rest.is_empty() {
            pieces.push((rest.to_owned(), style));
        }
    }
    pieces
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
