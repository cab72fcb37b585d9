//! The ranking, row by row: as many columns as there is room for, the most telling first.

use super::Hotspots;
use super::measure::Measure;
use ratatui::style::{Modifier, Style};

use crate::app::GroupView;
use crate::book::GroupBy;
use crate::i18n::Lang;
use crate::i18n::numbers::{digits, minutes, number};
use crate::insight::SMALL;
use crate::tui::model::Model;
use crate::tui::text::{pad, pad_left, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::spark::{bar, sparkline};
use crate::tui::words;

/// So that a bar does not stand far from its name on a wide screen.
const WIDEST_NAME: usize = 40;
const NARROWEST_NAME: usize = 11;
/// The same for facilities.
const NARROWEST_FACILITY: usize = 22;
const MARKER: usize = 1;
const RANK: usize = 3;
const SPARK: usize = 13;
const RISING: usize = 2;
const NARROWEST_BAR: usize = 4;

/// How wide what is.
struct Columns {
    measure: Measure,
    name: usize,
    bar: usize,
    value: usize,
    spark: usize,
    cases: usize,
    open: usize,
    wait: usize,
    rising: usize,
}

/// How wide the widest of each is.
struct Needed {
    /// The least that a name is cut to.
    name: usize,
    value: usize,
    count: usize,
    median: usize,
}

impl Columns {
    fn new(columns: u16, measure: Measure, needed: &Needed, lang: Lang, theme: Theme) -> Self {
        let value = needed.value.max(width(&measure.head(lang))) + 1;
        let mut rest = usize::from(columns).saturating_sub(MARKER + RANK + 1 + value);
        // Takes a column if the name keeps what it needs.
        let mut take = |width: usize, is_wanted: bool| {
            let fits = is_wanted && rest >= width + needed.name;
            rest -= if fits { width } else { 0 };
            if fits { width } else { 0 }
        };
        let count = |head: &str| needed.count.max(width(head)) + 1;
        let rising = take(RISING, true);
        let spark = take(SPARK, !theme.plain);
        let cases = take(count(words::column_cases(lang)), measure != Measure::Cases);
        let open = take(count(words::column_open(lang)), measure != Measure::Open);
        let wait = take(needed.median.max(width(words::column_median(lang))) + 1, measure != Measure::Wait);
        let name = rest.min((needed.name + 4).max(rest * 3 / 4)).min(WIDEST_NAME);
        let bar = if theme.plain || rest - name < NARROWEST_BAR { 0 } else { rest - name };
        let name = if bar == 0 { rest } else { name };
        Self { measure, name, bar, value, spark, cases, open, wait, rising }
    }

    fn head(&self, lang: Lang) -> String {
        let mut line =
            format!("{}{}", pad_left("", MARKER + RANK + 1), pad(words::column_name(lang), self.name));
        line.push_str(&pad_left(&self.measure.head(lang), self.bar + self.value));
        if self.spark > 0 {
            line.push_str(&pad_left(words::column_months(lang), self.spark));
        }
        if self.rising > 0 {
            line.push_str(&pad("", self.rising));
        }
        if self.cases > 0 {
            let head = if self.measure == Measure::Wait { "n" } else { words::column_cases(lang) };
            line.push_str(&pad_left(head, self.cases));
        }
        if self.open > 0 {
            line.push_str(&pad_left(words::column_open(lang), self.open));
        }
        if self.wait > 0 {
            line.push_str(&pad_left(words::column_median(lang), self.wait));
        }
        line
    }
}

/// The median wait with the number of cases that it rests on: `2 h 30 (15)`.
pub(super) fn median(group: &GroupView, lang: Lang) -> String {
    group.wait_median.map_or_else(
        || "–".to_owned(),
        |median| format!("{} ({})", minutes(median.round() as u32, lang), number(group.timed.into(), lang)),
    )
}

impl Hotspots {
    fn needed(&self, lang: Lang) -> Needed {
        let name = if self.by() == GroupBy::Facility { NARROWEST_FACILITY } else { NARROWEST_NAME };
        let mut needed = Needed { name, value: 1, count: 1, median: 1 };
        for group in self.groups() {
            let value = self.measure().in_row(group, lang).map_or(1, |said| width(&said));
            needed.value = needed.value.max(value);
            needed.count = needed.count.max(width(&number(group.cases.into(), lang)));
            needed.median = needed.median.max(width(&median(group, lang)));
        }
        needed
    }

    /// Draws the ranking with its head.
    pub(super) fn draw_rows(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let columns = Columns::new(canvas.width(), self.measure(), &self.needed(lang), lang, theme);
        canvas.text(0, 0, columns.head(lang).trim_end(), theme.dim().patch(theme.heading()));
        let values = self.groups().filter_map(|group| self.measure().value(group));
        let most = values.fold(0.0, f64::max);
        let seen = usize::from(canvas.height().saturating_sub(1));
        let mut place = self.place;
        place.fit(self.order.len(), seen);
        for (y, (index, group)) in (1..).zip(self.groups().enumerate().skip(place.top).take(seen)) {
            let style = if self.measure().has_verdict(group) { theme.text() } else { theme.dim() };
            let across = canvas.width();
            canvas.zone(0, y, across, 1, Hit::Row(index));
            if index == place.chosen {
                canvas.style_row(y, theme.selected());
            }
            Row { columns: &columns, group, lang, theme, style, y }.draw(index, most, canvas);
            if index == place.chosen {
                canvas.text(0, y, ">", theme.text());
                if theme.plain && !self.is_typing {
                    canvas.set_cursor(0, y);
                }
            }
        }
    }
}

struct Row<'a> {
    columns: &'a Columns,
    group: &'a GroupView,
    lang: Lang,
    theme: Theme,
    style: Style,
    y: u16,
}

impl Row<'_> {
    fn draw(&self, index: usize, most: f64, canvas: &mut Canvas<'_>) {
        let &Self { columns, group, lang, theme, style, y } = self;
        let has_verdict = columns.measure.has_verdict(group);
        let rank = if has_verdict { digits(&(index + 1).to_string(), lang) } else { "–".to_owned() };
        canvas.text_right(MARKER as u16, y, RANK as u16, &rank, style);
        let mut x = (MARKER + RANK + 1) as u16;
        let name = columns.name.saturating_sub(1) as u16;
        canvas.text_in(x, y, name, group.name(lang), style);
        x += columns.name as u16;
        let value = columns.measure.value(group);
        let length = bar(value.unwrap_or(0.0), most, columns.bar.saturating_sub(1));
        // Reversed, a bar would be a hole in the chosen row.
        let bar_style =
            if has_verdict { theme.bar() } else { theme.dim() }.remove_modifier(Modifier::REVERSED);
        let room = columns.bar.saturating_sub(1);
        canvas.text_in(x, y, room as u16, &pad(&length, room), bar_style);
        x += columns.bar as u16;
        let said = columns.measure.in_row(group, lang).unwrap_or_else(|| "–".to_owned());
        let mut right = |width: usize, text: &str, style| {
            canvas.text_right(x, y, width as u16, text, style);
            x += width as u16;
        };
        right(columns.value, &said, style);
        right(columns.spark, &sparkline(&group.months), bar_style);
        let is_rising = group.rising == Some(true);
        right(columns.rising, if is_rising { "↑" } else { "" }, theme.error());
        let cases = if columns.measure == Measure::Wait { group.timed } else { group.cases };
        right(columns.cases, &number(cases.into(), lang), style);
        right(columns.open, &number(group.open.into(), lang), style);
        let median_style = if group.timed >= SMALL { style } else { theme.dim() };
        right(columns.wait, &median(group, lang), median_style);
    }
}
