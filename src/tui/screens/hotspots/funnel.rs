//! The funnel of the ranking: which groups have more or fewer severe cases than chance explains.

use super::Hotspots;
use crate::app::GroupView;
use crate::brief::plain;
use crate::i18n::Lang;
use crate::i18n::numbers::{number, percent};
use crate::insight::Place;
use crate::tui::model::{Cx, Model};
use crate::tui::text::{width, wrap};
use crate::tui::widgets::canvas::Canvas;
use crate::tui::widgets::funnel::{self, Curve, Point};
use crate::tui::words;

/// The plot has at least so many rows.
const LEAST_PLOT: u16 = 8;

impl Hotspots {
    /// Shows or hides it.
    pub(super) fn show_funnel(&mut self, shows: bool, cx: &Cx<'_>) {
        self.shows_funnel = shows;
        self.find_limits();
        let seen = self.seen(cx.size, cx.lang);
        self.place.fit(self.order.len(), seen);
    }

    /// Works out the limits, as far as they are shown.
    pub(super) fn find_limits(&mut self) {
        let ranking = self.ranking.as_ref().filter(|_| self.shows_funnel);
        self.curve = ranking.and_then(|ranking| {
            let most = ranking.groups.iter().map(|group| group.cases).max().unwrap_or(0);
            Some(Curve::new(ranking.overall?, most))
        });
    }

    /// Draws the plot, and below it what its lines are and who is outside.
    pub(super) fn draw_funnel(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(curve) = &self.curve else {
            canvas.paragraph(0, 0, words::no_funnel(lang), theme.dim());
            return;
        };
        let points: Vec<Point> =
            self.groups().enumerate().map(|(row, group)| self.point(row, group, lang)).collect();
        let (columns, rows) = (canvas.width(), canvas.height());
        let overall = percent(curve.overall(), lang);
        let mut legend = wrap(&words::funnel_lines(lang, &overall), columns.into());
        let outside = outside(&points, columns.into(), lang);
        let room = usize::from(rows.saturating_sub(if theme.plain { 0 } else { LEAST_PLOT })).max(1);
        let room = room.saturating_sub(legend.len()).max(1);
        if outside.is_empty() {
            legend.push(words::none_outside(lang).to_owned());
        } else {
            let shown = if outside.len() > room { room.saturating_sub(1) } else { outside.len() };
            legend.extend(outside.iter().take(shown).cloned());
            if shown < outside.len() {
                legend.push(words::more_outside(lang, &number((outside.len() - shown) as u64, lang)));
            }
        }
        let plot = if theme.plain { 0 } else { rows.saturating_sub(legend.len() as u16) };
        if plot > 0 {
            let mut area = canvas.part(0, 0, columns, plot);
            let (share, count) = (|share| percent(share, lang), |count: u32| number(count.into(), lang));
            funnel::draw(&points, curve, &mut area, theme, share, count);
        }
        for (y, line) in (plot..rows).zip(&legend) {
            canvas.text(0, y, line, theme.text());
        }
    }

    fn point(&self, row: usize, group: &GroupView, lang: Lang) -> Point {
        Point {
            cases: group.cases,
            share: group.severe_share.unwrap_or(0.0),
            place: group.funnel,
            name: group.name(lang).to_owned(),
            is_chosen: row == self.place.chosen,
            row,
        }
    }
}

/// Those outside the limits, the furthest and the largest first: sign, share, number of cases, name, and which limits;
/// on which side of them is said by the sign alone where there is no room for words.
fn outside(points: &[Point], room: usize, lang: Lang) -> Vec<String> {
    let rank = |place: Place| match place {
        Place::Above998 => 0,
        Place::Above95 => 1,
        Place::Below998 => 2,
        Place::Below95 => 3,
        Place::Inside => 4,
    };
    let mut found: Vec<(&Point, Place)> = points
        .iter()
        .filter_map(|point| Some((point, point.place?)))
        .filter(|(_, place)| *place != Place::Inside)
        .collect();
    found.sort_by_key(|(point, place)| (rank(*place), std::cmp::Reverse(point.cases)));
    found
        .into_iter()
        .map(|(point, place)| {
            let (share, cases) = (percent(point.share, lang), number(point.cases.into(), lang));
            let who = format!("{} {share} (n={cases}) {}", funnel::sign(place), point.name);
            let said = format!("{who} · {}", plain::funnel_word(place, lang));
            let limits = match place {
                Place::Above998 | Place::Below998 => words::limits_998(lang),
                _ => words::limits_95(lang),
            };
            if width(&said) <= room { said } else { format!("{who} · {limits}") }
        })
        .collect()
}
