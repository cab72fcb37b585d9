//! A province alone: its outline, and its hospitals as dots where a point is known.

use super::Hotspots;
use crate::app::GroupView;
use crate::book::GroupBy;
use crate::domain::place::Province;
use crate::i18n::numbers::number;
use crate::reference::{CREDIT, outlines};
use crate::tui::model::Model;
use crate::tui::text::wrap;
use crate::tui::widgets::canvas::Canvas;
use crate::tui::widgets::map::{Dot, draw_dots, sizes};
use crate::tui::words;

impl Hotspots {
    /// Draws the province that was gone into; of a district its facilities are marked, and the chosen one.
    pub(super) fn draw_province(&self, province: Province, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(outline) = outlines().iter().find(|outline| outline.province == province) else {
            return;
        };
        let Some(ranking) = &self.ranking else {
            return;
        };
        let chosen = self.chosen().and_then(|group| group.key.as_deref());
        let rows: Vec<&GroupView> = self.groups().collect();
        let counts: Vec<f64> = ranking.facilities.iter().map(|(_, cases)| f64::from(*cases)).collect();
        let sizes = sizes(&counts);
        let dots: Vec<Dot> = ranking
            .facilities
            .iter()
            .filter_map(|(facility, cases)| {
                let district = facility.district.map(|district| district.to_string());
                let group = match self.by() {
                    GroupBy::Facility => Some(facility.id.to_string()),
                    _ => district,
                };
                let row = rows.iter().position(|row| row.key == group);
                Some(Dot {
                    point: facility.point?,
                    size: sizes.iter().filter(|class| class.0 <= f64::from(*cases)).count().saturating_sub(1),
                    name: lang.pick(&facility.name_km, &facility.name_en).to_owned(),
                    label: number((*cases).into(), lang),
                    is_chosen: group.as_deref().is_some_and(|group| chosen == Some(group)),
                    row,
                })
            })
            .collect();
        let known = words::points_known(
            lang,
            &number(dots.len() as u64, lang),
            &number(ranking.facilities.len() as u64, lang),
        );
        let notes = wrap(&known, canvas.width().into());
        let below = notes.len() as u16 + 2;
        let (columns, height) = (canvas.width(), canvas.height().saturating_sub(below));
        draw_dots(outline, &dots, &mut canvas.part(0, 0, columns, height), theme);
        let mut x = 0;
        for (size, class) in sizes.iter().enumerate() {
            let ends = [class.0, class.1].map(|end| number(end as u64, lang));
            let [low, high] = &ends;
            let ends = if low == high { low.clone() } else { format!("{low}–{high}") };
            x += canvas.text(x, height, crate::tui::widgets::map::sign(size), theme.bar()) + 1;
            x += canvas.text(x, height, &ends, theme.text()) + 2;
        }
        canvas.text(x, height, words::column_cases(lang), theme.dim());
        for (y, note) in (height + 1..).zip(notes) {
            canvas.text(0, y, &note, theme.dim());
        }
        canvas.text(0, height + below - 1, CREDIT, theme.dim());
    }
}
