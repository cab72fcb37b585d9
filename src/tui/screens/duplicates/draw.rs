//! How likely duplicates look: the pairs on the left, the chosen one side by side.

use chrono::NaiveDate;

use super::rows::{Agrees, rows};
use super::{Duplicates, seen};
use crate::app::duplicates::{Compared, percent, reasons};
use crate::i18n::numbers::number;
use crate::i18n::{Lang, dates};
use crate::tui::action::Action;
use crate::tui::effect::{Scope, Suspect};
use crate::tui::model::Model;
use crate::tui::text::wrap;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::columns::{Choices, Column};
use crate::tui::widgets::unread;
use crate::tui::words;

/// Rows above the pairs.
pub(super) const ABOVE: u16 = 2;

/// Columns of the labels, and of the mark between the two sides.
const LABELS: u16 = 13;
const MARK: u16 = 3;

/// Reasons that are told of the chosen pair.
const REASONS: usize = 6;

impl Duplicates {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(suspects) = &self.suspects else {
            unread::draw(self.problem.as_ref(), lang, theme, canvas);
            return;
        };
        let pairs = number(suspects.all as u64, lang);
        let key = model.keymap.key(model.screen_context(), Action::CompareAll);
        let said = match suspects.scope {
            Some(Scope::All) => words::duplicates_of_all(lang, &pairs, &key),
            Some(Scope::After(_)) => words::duplicates_of_import(lang, &pairs, &key),
            _ => words::duplicates_found(lang, &pairs, &key),
        };
        canvas.text(1, 0, &said, theme.heading());
        if let Some(compared) = self.progress {
            canvas.text(1, 1, &progress(&compared, lang), theme.key());
        }
        if suspects.pairs.is_empty() {
            let room = usize::from(canvas.width().saturating_sub(4)).max(1);
            let none = match suspects.scope {
                Some(Scope::All) => words::no_duplicates_at_all(lang),
                Some(Scope::After(_)) => words::no_duplicates_of_import(lang),
                _ => words::no_duplicates(lang),
            };
            for (y, line) in (2..).zip(wrap(none, room)) {
                canvas.text(2, y, &line, theme.text());
            }
            return;
        }
        let list = list_columns(canvas.width());
        self.draw_list(&suspects.pairs, model, &mut canvas.part(0, ABOVE, list, u16::MAX));
        if let Some(pair) = self.chosen() {
            let width = canvas.width().saturating_sub(list + 1);
            self.draw_pair(pair, model, &mut canvas.part(list + 1, ABOVE, width, u16::MAX));
        }
    }

    fn draw_list(&self, pairs: &[Suspect], model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut place = self.place;
        place.fit(pairs.len(), seen(model.size));
        let room = canvas.width().saturating_sub(3);
        let heads = [Column::whole("", 0), Column::text("", 4, 1)];
        let widths = [4, usize::from(room.saturating_sub(5))];
        let choices = Choices { chosen: place.chosen, theme, is_typing: false };
        let shown = pairs.iter().enumerate().skip(place.top).take(seen(model.size));
        for (y, (index, pair)) in (0..).zip(shown) {
            let day = dates::date(pair.kept.case.record.visited_on, lang);
            let cells = [(percent(pair.score, lang), theme.text()), (day, theme.text())];
            choices.row(&heads, &widths, (index, y), &cells, canvas);
            let columns = canvas.width();
            canvas.zone(0, y, columns, 1, Hit::Row(index));
        }
    }

    /// Where, why, and what both say.
    fn draw_pair(&self, pair: &Suspect, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut y = 0;
        canvas.text(0, y, &place(pair, lang), theme.heading());
        y += 1;
        let why = reasons(&pair.reasons, REASONS, lang);
        let room = usize::from(canvas.width()).max(1);
        for line in wrap(&why, room).into_iter().take(2) {
            canvas.text(0, y, &line, theme.text());
            y += 1;
        }
        let labels = LABELS.min(canvas.width() / 5);
        let side = canvas.width().saturating_sub(labels + MARK + 1) / 2;
        let (left, right) = (labels + 1, labels + 1 + side + MARK);
        for row in rows(pair, self.members.as_deref(), lang) {
            if row.sides.iter().all(String::is_empty) {
                continue;
            }
            let (mark, style) = match row.agrees {
                Agrees::Same => ("=", theme.good()),
                Agrees::Nearly => ("~", theme.good()),
                Agrees::Differs => ("≠", theme.error()),
                Agrees::Unknown => (" ", theme.text()),
            };
            canvas.text_in(0, y, labels, &row.label, theme.dim());
            let [kept, other] = &row.sides;
            canvas.text_in(left, y, side, kept, theme.text());
            canvas.text(left + side + MARK / 2, y, mark, style);
            canvas.text_in(right, y, side, other, theme.text());
            y += 1;
        }
        for (x, shown) in [(left, &pair.kept), (right, &pair.other)] {
            let story = shown.narrative.as_deref().unwrap_or(words::no_story(lang));
            let height = canvas.height().saturating_sub(y);
            let lines = wrap(story, usize::from(side).max(1));
            for (row, line) in (y..).zip(lines.iter().take(height.into())) {
                canvas.text_in(x, row, side, line, theme.text());
            }
        }
    }
}

/// `All visits: compared up to 12/03/2024, 37%; pairs so far: 12`.
fn progress(compared: &Compared, lang: Lang) -> String {
    let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().max(0) as u64 + 1;
    let all = days(compared.first, compared.last);
    let share = days(compared.first, compared.until) * 100 / all;
    let found = number(compared.found as u64, lang);
    words::comparing_all(lang, &dates::date(compared.until, lang), &number(share.min(100), lang), &found)
}

fn place(pair: &Suspect, lang: Lang) -> String {
    pair.kept.facility.as_deref().map_or_else(
        || pair.kept.case.record.facility.to_string(),
        |known| lang.pick(&known.name_km, &known.name_en).to_owned(),
    )
}

/// Columns of the list of pairs: how likely, and when.
fn list_columns(columns: u16) -> u16 {
    if columns >= 70 { 19 } else { 8 }
}
