//! How map and ranking stand beside each other, and what is said above and below them.

use ratatui::layout::Rect;

use super::{Hotspots, period_name, told};
use crate::app::{AppError, GroupView};
use crate::book::GroupBy;
use crate::i18n::{Lang, Speak};
use crate::reference::{CREDIT, provinces};
use crate::tui::action::{Action, Context};
use crate::tui::model::{Model, body};
use crate::tui::text::{truncate, truncate_at_word, width, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input;
use crate::tui::widgets::map::{self, Figure, Paint, Plan, Scale};
use crate::tui::words;

/// From so many columns on there is a map beside the ranking.
const LEAST_COLUMNS: u16 = 70;
/// From so many rows on.
const LEAST_ROWS: u16 = 18;
/// What the narrow ranking needs, and the wide one.
const NARROW: u16 = 40;
const WIDE: u16 = 71;
/// What the map of one province needs: names of facilities want more room than those of provinces.
const PROVINCE: u16 = 30;
/// Rows above map and ranking.
const ABOVE: u16 = 2;

/// Where what stands in the body.
pub(super) struct Layout {
    map: Option<Rect>,
    list: Rect,
    /// Where the chosen place is told in full.
    detail: Rect,
}

impl Hotspots {
    fn layout(&self, size: (u16, u16), lang: Lang, is_plain: bool) -> Layout {
        let Rect { width, height, .. } = body(size);
        let above = match &self.problem {
            Some(error @ AppError::Filter(_)) => {
                let (said, hint) = problem_lines(error, lang, width);
                ABOVE + (said.len() + hint.len()) as u16
            }
            _ => ABOVE,
        }
        .min(height);
        let has_room = width >= LEAST_COLUMNS && height >= LEAST_ROWS;
        let has_map = has_room && (self.shows_funnel || !self.hides_map && !is_plain);
        let detail = u16::from(height >= 14);
        let rows = height.saturating_sub(above + detail);
        let below = Rect::new(0, above + rows, width, detail);
        if self.shows_funnel && !has_map {
            // Where both have no room beside each other, the funnel goes before the ranking.
            let (map, list) = (Rect::new(0, above, width, rows), Rect::new(0, above + rows, width, 0));
            return Layout { map: Some(map), list, detail: below };
        }
        if !has_map {
            return Layout { map: None, list: Rect::new(0, above, width, rows), detail: below };
        }
        let widest = if self.path.is_empty() || self.shows_funnel {
            (rows * 9 / 4).max(40)
        } else {
            PROVINCE.max(width / 3)
        };
        let list = if width >= WIDE + 46 { WIDE } else { NARROW };
        let columns = width.saturating_sub(list).min(widest);
        let map = Rect::new(0, above, columns.saturating_sub(1), rows);
        let list = Rect::new(columns, above, width - columns, rows);
        let spare = rows.saturating_sub(columns / 2 + 3);
        if list.width >= WIDE && spare >= 5 {
            let map = Rect { height: rows - spare, ..map };
            let detail = Rect::new(0, above + map.height, map.width, spare + detail);
            return Layout { map: Some(map), list: Rect { height: rows + 1, ..list }, detail };
        }
        Layout { map: Some(map), list, detail: below }
    }

    /// How many groups are seen at once.
    pub(super) fn seen(&self, size: (u16, u16), lang: Lang) -> usize {
        usize::from(self.layout(size, lang, false).list.height.saturating_sub(1))
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        self.draw_path(model, canvas);
        self.draw_choices(model, canvas);
        let layout = self.layout(model.size, lang, theme.plain);
        let part = |area: Rect| (area.x, area.y, area.width, area.height);
        let (x, y, columns, rows) = part(layout.list);
        if let Some(error) = &self.problem {
            let (said, hint) = problem_lines(error, lang, canvas.width());
            let styled = said.iter().map(|line| (line, theme.error()));
            for (y, (line, style)) in
                (ABOVE..).zip(styled.chain(hint.iter().map(|line| (line, theme.text()))))
            {
                canvas.text(1, y, line, style);
            }
            if !matches!(error, AppError::Filter(_)) {
                return;
            }
        }
        let Some(ranking) = &self.ranking else {
            canvas.text(1, layout.list.y + 1, words::counting(lang), theme.dim());
            return;
        };
        if ranking.groups.is_empty() {
            let is_all = self.within() == super::Within::default() && self.path.is_empty();
            let key = |action| model.keymap.key(Context::Hotspots, action);
            let text = if is_all {
                words::no_hotspots_yet(lang, &key(Action::ShowLog))
            } else {
                words::no_hotspots_here(lang, &key(Action::GoBack))
            };
            for (line_y, line) in (y + 1..).zip(wrap(&text, usize::from(canvas.width().saturating_sub(4)))) {
                canvas.text(2, line_y, &line, theme.text());
            }
            return;
        }
        if rows > 0 {
            self.draw_rows(model, &mut canvas.part(x, y, columns, rows));
        }
        if let Some(area) = layout.map {
            let (x, y, columns, rows) = part(area);
            let mut pane = canvas.part(x, y, columns, rows);
            match self.province() {
                _ if self.shows_funnel => self.draw_funnel(model, &mut pane),
                Some(province) => self.draw_province(province, model, &mut pane),
                None => self.draw_map(model, &mut pane),
            }
        }
        let (x, y, columns, rows) = part(layout.detail);
        self.draw_detail(model, &mut canvas.part(x, y, columns, rows));
    }

    fn draw_path(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut path = words::whole_country(lang).to_owned();
        for step in &self.path {
            path = format!("{path} › {}", lang.pick(&step.name_km, &step.name_en));
        }
        let what = match self.by() {
            GroupBy::Province => words::by_province(lang),
            GroupBy::District => words::by_district(lang),
            _ => words::by_facility(lang),
        };
        let used =
            canvas.pieces(1, 0, &[(&path, theme.heading()), (" · ", theme.dim()), (what, theme.text())]);
        let room = canvas.width().saturating_sub(used + 4);
        if let Some(ranking) = &self.ranking {
            let lines = told::total_lines(&ranking.total, lang);
            if let Some(line) = lines.iter().find(|line| width(line) <= room.into()) {
                canvas.text_right(used + 3, 0, room, line, theme.text());
            }
        }
    }

    /// What is shown, of which period and of which cases; each can be clicked.
    fn draw_choices(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let key = |action| model.keymap.key(model.screen_context(), action);
        let choices = [
            (Action::Measure, self.measure().name(lang)),
            (Action::Period, period_name(self.period)(lang).to_owned()),
        ];
        let mut x = 1;
        for (action, name) in choices {
            let key = if self.is_typing { String::new() } else { key(action) };
            let room = (canvas.width() / 2).saturating_sub(4);
            let name = truncate(&name, room.into()).into_owned();
            let mut used = canvas.text(x, 1, &key, theme.key());
            used += canvas.text(x + used, 1, if key.is_empty() { "" } else { " " }, theme.text());
            used += canvas.text(x + used, 1, &name, theme.heading());
            canvas.zone(x, 1, used, 1, Hit::Act(action));
            x += used + 2;
        }
        let label = format!("{} ", words::filter_label(lang));
        let left = x + canvas.text(x, 1, &label, theme.dim());
        let room = canvas.width().saturating_sub(left + 1);
        canvas.zone(x, 1, room + width(&label) as u16, 1, Hit::Act(Action::Filter));
        if self.is_typing {
            input::draw(canvas, (left, 1), room, &self.filter, theme.input(), true);
        } else if self.filter.is_empty() {
            canvas.text_in(left, 1, room, words::filter_empty(lang), theme.dim());
        } else {
            canvas.text_in(left, 1, room, self.filter.value(), theme.heading());
        }
    }

    /// What each province shows, and its row in the ranking.
    fn figures(&self, scale: &Scale, lang: Lang) -> (Vec<Figure>, Vec<Option<usize>>) {
        let rows: Vec<&GroupView> = self.groups().collect();
        provinces()
            .map(|place| {
                let code = place.code.to_string();
                let row = rows.iter().position(|group| group.key.as_deref() == Some(code.as_str()));
                let group = row.and_then(|row| rows.get(row));
                let value = group.and_then(|group| self.measure().value(group));
                let is_small = group.is_some_and(|group| !self.measure().has_verdict(group));
                let label = value.map(|value| self.measure().on_map(value, lang)).unwrap_or_default();
                let step = value.filter(|_| !is_small).and_then(|value| scale.step(value));
                let name = lang.pick(&place.name_km, &place.name_en).to_owned();
                (Figure { province: place.code.province(), name, label, step, is_small }, row)
            })
            .unzip()
    }

    fn draw_map(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let has_verdict = |group: &&GroupView| self.measure().has_verdict(group);
        let values: Vec<f64> =
            self.groups().filter(has_verdict).filter_map(|group| self.measure().value(group)).collect();
        let scale = Scale::of(&values);
        let (figures, rows) = self.figures(&scale, lang);
        let chosen = rows.iter().position(|row| *row == Some(self.place.chosen));
        let paint = Paint::of(theme);
        let legend = map::legend(&scale, canvas.width(), |value| self.measure().short(value, lang));
        let height = canvas.height().saturating_sub(legend.len() as u16 + 1);
        let columns = canvas.width();
        let plan = Plan::new(&figures, chosen, words::map_marks(lang), columns, height);
        let mut area = canvas.part(0, 0, columns, height);
        map::draw(&plan, &figures, chosen, &mut area, paint, theme);
        for y in 0..height {
            let row_at = |x: u16| plan.figure_at(&figures, x, y).and_then(|figure| *rows.get(figure)?);
            let cells: Vec<(u16, Option<usize>)> = (0..columns).map(|x| (x, row_at(x))).collect();
            for run in cells.chunk_by(|one, other| one.1 == other.1) {
                if let Some((x, Some(row))) = run.first() {
                    area.zone(*x, y, run.len() as u16, 1, Hit::Place(*row));
                }
            }
        }
        map::draw_legend(&legend, paint, &mut canvas.part(0, height, columns, legend.len() as u16));
        canvas.text(0, height + legend.len() as u16, CREDIT, theme.dim());
    }

    /// The chosen place in full: in one line, or in as many as there are.
    fn draw_detail(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(group) = self.chosen() else {
            return;
        };
        let overall = self.ranking.as_ref().and_then(|ranking| ranking.overall);
        if canvas.height() < 3 {
            let longest = usize::from(canvas.width() / 3);
            let name = format!("{}: ", truncate(group.name(lang), longest));
            let used = canvas.text(1, 0, &name, theme.heading());
            let said = told::one_line(group, (self.measure(), self.shows_funnel), overall, lang);
            let room = usize::from(canvas.width().saturating_sub(used + 2));
            canvas.text(1 + used, 0, &truncate_at_word(&said, room), theme.text());
            return;
        }
        let other = group.name(lang.other());
        canvas.pieces(
            1,
            1,
            &[(group.name(lang), theme.heading()), (" · ", theme.dim()), (other, theme.text())],
        );
        let room = usize::from(canvas.width().saturating_sub(2));
        let lines = told::in_full(group, overall, lang);
        for (y, line) in (2..).zip(lines.iter().flat_map(|line| wrap(line, room))) {
            canvas.text(1, y, &line, theme.text());
        }
    }
}

/// What is wrong, and what would do, in lines.
fn problem_lines(error: &AppError, lang: Lang, columns: u16) -> (Vec<String>, Vec<String>) {
    let room = usize::from(columns.saturating_sub(2)).max(1);
    let said = wrap(&format!("! {}", error.what(lang)), room);
    (said, error.hint(lang).map(|hint| wrap(&hint, room)).unwrap_or_default())
}
